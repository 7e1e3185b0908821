/*
 * since.c - a closed day's records, as they stood when it was closed and
 * now
 */
#include "frontdesk/desk/since.h"

#include "day_private.h"
#include "desk_private.h"
#include "frontdesk/base/mem.h"

void since_release(struct since *since)
{
	summary_release(&since->then);
	summary_release(&since->now);
}

struct reading {
	struct summary_range range; /* of now */
	int64_t closed_at;
	struct since *out;
};

static void add_reference(const char *reference, void *state)
{
	struct listed_list *list = state;

	list->items =
	    mem_grow(list->items, list->count, sizeof(list->items[0]));
	list->items[list->count++] =
	    (struct listed){.reference = mem_copy(reference)};
}

static bool read_then(struct db *db, const struct reading *reading,
		      struct error *err)
{
	struct summary *then = &reading->out->then;
	struct summary_range range = reading->range;
	struct summary_counted *counted;
	bool is_read;

	range.then_at = range.now_at = reading->closed_at;
	if (!summary_count(db, &range, &counted, err))
		return false;
	range.counted = counted;
	is_read =
	    summary_each_counted(db, counted, "not_acknowledged", add_reference,
				 &then->not_acknowledged, err) &&
	    summary_each_counted(db, counted, "could_not", add_reference,
				 &then->could_not, err) &&
	    summary_each_counted(db, counted, "two_hops", add_reference,
				 &then->two_hops, err) &&
	    day_read_totals(db, &range, then, err) &&
	    day_read_lengths(db, &range, then, err);
	summary_counted_free(counted);
	return is_read;
}

static bool read_now(struct db *db, const struct reading *reading,
		     struct error *err)
{
	const struct summary_range *range = &reading->range;
	struct summary *now = &reading->out->now;

	return day_read_totals(db, range, now, err) &&
	       day_read_lengths(db, range, now, err) &&
	       day_read_knowledge(db, range, false, now, err) &&
	       day_read_lists(db, range, false, now, err) &&
	       day_read_comments(db, range, now, err);
}

static bool read(struct db *db, void *state, struct error *err)
{
	struct reading *reading = state;
	struct summary_range *range = &reading->range;
	struct summary_site_facts facts;

	since_release(reading->out); /* the engine may run this twice */
	if (!summary_read_sites(db, range, &facts, err))
		return false;
	range->begins_at = facts.begins_at;
	range->ends_at = facts.ends_at;
	range->site_count = facts.count;
	return read_now(db, reading, err) && read_then(db, reading, err);
}

bool desk_read_since(struct desk *desk, int64_t site_id, struct day day,
		     int64_t closed_at, int64_t wait_target, struct since *out,
		     struct error *err)
{
	const struct summary_scope scope = {
	    .from = day, .to = day, .site_id = site_id};
	struct reading reading = {
	    .range = day_range(desk, &scope),
	    .closed_at = closed_at,
	    .out = out,
	};

	reading.range.named_at = closed_at;
	reading.range.wait_target = wait_target;
	*out = (struct since){0};
	if (desk_need_session(desk, err) &&
	    desk_may(desk, DUTY_READ_DAY, err) &&
	    db_snapshot(desk->db, read, &reading, err))
		return true;
	since_release(out);
	return false;
}
