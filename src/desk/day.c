/*
 * day.c - the figures of a range of days, all of one moment
 */
#include "frontdesk/desk/day.h"

#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "pattern_read.h"

#define DAYS_MAX 3660

static void named_counts_release(struct named_counts *counts)
{
	for (size_t i = 0; i < counts->count; i++)
		free(counts->items[i].name);
	free(counts->items);
}

static void listed_list_release(struct listed_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].reference);
		free(list->items[i].topic);
		free(list->items[i].department);
		free(list->items[i].detail);
		free(list->items[i].tried);
		free(list->items[i].alternative);
		free(list->items[i].appeal);
		free(list->items[i].who);
	}
	free(list->items);
}

void summary_release(struct summary *summary)
{
	free(summary->site);
	free(summary->city);
	named_counts_release(&summary->holds);
	named_counts_release(&summary->topics);
	listed_list_release(&summary->not_acknowledged);
	listed_list_release(&summary->two_hops);
	listed_list_release(&summary->could_not);
	listed_list_release(&summary->unanswered);
	listed_list_release(&summary->comments);
	pattern_list_release(&summary->patterns);
	notice_list_release(&summary->notices);
	free(summary->closing.at);
	free(summary->closing.by);
	for (int i = 0; i < CLOSING_REMARKS; i++)
		free(summary->closing.remarks[i]);
	free(summary->audit.head);
	memset(summary, 0, sizeof(*summary));
}

void day_add_name(struct named_counts *counts, const char *name, int64_t count,
		  int64_t length)
{
	struct named_count *item;

	counts->items = mem_resize(counts->items, counts->count + 1,
				   sizeof(counts->items[0]));
	item = &counts->items[counts->count++];
	item->name = mem_copy(name);
	item->count = count;
	item->length = length;
}

/* What one reading of the store needs, and gives. */
struct sum_up {
	const struct desk *desk;
	struct summary_range range;
	bool with_names, with_patterns;
	struct summary *out;
};

static void begin(const struct sum_up *work)
{
	struct summary *out = work->out;
	const struct desk *desk = work->desk;

	summary_release(out);
	out->from = work->range.from;
	out->to = work->range.to;
	out->site = mem_copy(desk->site.name);
	out->city = mem_copy(desk->city);
	out->wait_target = desk->site.wait_target;
}

static bool read_patterns(struct db *db, const struct summary_range *range,
			  struct summary *out, struct error *err)
{
	struct pattern_range week;

	pattern_week(range->site_id, range->to, &week);
	return pattern_read(db, &week, &out->patterns, err);
}

static bool read_all(struct db *db, void *state, struct error *err)
{
	struct sum_up *work = state;
	const struct summary_range *range = &work->range;
	struct summary *out = work->out;

	/* Anew each time: the engine may run this twice. */
	begin(work);
	if (!day_read_audit(db, 0, &out->audit, err) ||
	    !day_read_totals(db, range, out, err) ||
	    !day_read_lengths(db, range, out, err) ||
	    !day_read_usual(db, range, out, err) ||
	    !day_read_knowledge(db, range, work->with_names, out, err) ||
	    !day_read_lists(db, range, work->with_names, out, err) ||
	    !day_read_comments(db, range, out, err) ||
	    (work->with_patterns &&
	     (!read_patterns(db, range, out, err) ||
	      !notices_of_days(db, work->desk, range->from, range->to,
			       &out->notices, err))))
		return false;
	out->is_over = range->ends_at <= range->now_at && out->visits.open == 0;
	return true;
}

static bool check_range(struct day from, struct day to, struct error *err)
{
	if (day_compare(to, from) < 0)
		return error_set(err, ERROR_INVALID, "to",
				 _("the last day, %s, lies before the first "
				   "one, %s: put them the other way round"),
				 to.text, from.text);
	if (day_distance(from, to) >= DAYS_MAX)
		return error_set(err, ERROR_INVALID, "to",
				 _("%s to %s is too long: a summary is of "
				   "%d days at most"),
				 from.text, to.text, DAYS_MAX);
	return true;
}

static void set_range(struct desk *desk, struct day from, struct day to,
		      struct summary_range *range)
{
	range->site_id = desk->site.site_id;
	range->from = from;
	range->to = to;
	range->ends_at = zone_day_end(desk->site.time_zone, to);
	range->now_at = desk_now(desk);
}

bool day_read_whole(struct desk *desk, struct db *db, struct day day,
		    struct summary *out, struct error *err)
{
	struct sum_up work = {.desk = desk,
			      .out = out,
			      .with_names = true,
			      .with_patterns = true};

	memset(out, 0, sizeof(*out));
	set_range(desk, day, day, &work.range);
	if (read_all(db, &work, err))
		return true;
	summary_release(out);
	return false;
}

static bool sum_up(struct desk *desk, struct day from, struct day to,
		   bool with_patterns, struct summary *out, struct error *err)
{
	struct sum_up work = {
	    .desk = desk, .out = out, .with_patterns = with_patterns};
	struct error no_names;

	memset(out, 0, sizeof(*out));
	if (!desk_need_session(desk, err) ||
	    !desk_may(desk, DUTY_READ_DAY, err) || !check_range(from, to, err))
		return false;
	work.with_names = desk_may(desk, DUTY_PRINT_DAY, &no_names);
	set_range(desk, from, to, &work.range);
	if (db_snapshot(desk->db, read_all, &work, err))
		return true;
	summary_release(out);
	return false;
}

bool desk_sum_up(struct desk *desk, struct day from, struct day to,
		 struct summary *out, struct error *err)
{
	return sum_up(desk, from, to, false, out, err);
}

bool desk_sum_up_whole(struct desk *desk, struct day from, struct day to,
		       struct summary *out, struct error *err)
{
	return sum_up(desk, from, to, true, out, err);
}
