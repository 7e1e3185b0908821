/*
 * summary_about.c - what is counted of a topic or a department
 *
 * No totals are kept by topic: a commit would pay for it. Its visits and
 * requests are looked for among those of the days, through the indexes by day,
 * and each is counted in memory as a commit would count it.
 */
#include <stdlib.h>
#include <string.h>

#include "fact_store.h"
#include "frontdesk/base/mem.h"
#include "summary_counted.h"
#include "summary_find.h"
#include "summary_private.h"

/* What is to be told is so since some day, however long ago. */
static bool is_counted(const struct summary_counted *counted,
		       const struct fact *fact)
{
	if (counted->site_id != 0 && counted->site_id != fact->site_id)
		return false;
	if (strcmp(fact->day, counted->to.text) > 0)
		return false;
	return strcmp(fact->day, counted->from.text) >= 0 ||
	       str_same(fact->figure, "to_tell");
}

static bool count_record(struct summary_counted *counted, struct db *db,
			 enum fact_of of, int64_t id, struct error *err)
{
	struct facts *facts = &counted->facts;

	facts_clear(facts);
	if (!(counted->then_at != 0
		  ? facts_read_then(db, of, id, counted->then_at, facts, err)
		  : facts_read(db, of, id, 1, facts, err)))
		return false;
	facts_settle(facts);
	for (size_t i = 0; i < facts->count; i++) {
		struct fact *fact = &facts->items[i];
		/* Of lengths that are equal each is one. */
		int64_t times = fact->length == FACT_COUNT ? 1 : fact->n;

		for (int64_t j = 0; is_counted(counted, fact) && j < times; j++)
			tally_add(counted->tally, fact);
	}
	return true;
}

/* Counts the visits of the days; requests NULL: theirs are not wanted. */
static bool count_visits(struct summary_counted *counted, struct db *db,
			 const struct summary_range *range, int to,
			 struct ids *requests, struct error *err)
{
	struct summary_step step = {range, 0, to, {""}, 0, 0};
	struct error unused = {0};
	bool is_good = true;
	int64_t last_id = 0;
	struct query q;

	summary_begin_about(&q, db, summary_visits_sql, range);
	while (is_good && query_row(&q)) {
		int64_t visit_id = row_int(&q, 0);

		/* All sites come side by side. */
		summary_step_to(&step, 0, row_text(&q, 1));
		if (requests != NULL && !row_is_null(&q, 2))
			ids_add(requests, row_int(&q, 2));
		if (visit_id != last_id)
			is_good = count_record(counted, db, FACT_OF_VISIT,
					       visit_id, err);
		last_id = visit_id;
	}
	return query_end(&q, is_good ? err : &unused) && is_good;
}

static bool count_each(struct summary_counted *counted, struct db *db,
		       const struct summary_range *range, enum fact_of of,
		       const struct ids *ids, struct error *err)
{
	for (size_t i = 0; i < ids->count; i++) {
		if (i % 256 == 0 && range->progress != NULL)
			range->progress(range->progress_state,
					50 + (int)(40 * i / ids->count));
		if (!count_record(counted, db, of, ids->items[i], err))
			return false;
	}
	return true;
}

static bool read_targets(struct summary_counted *counted, struct db *db,
			 struct error *err)
{
	static const char SQL[] = "SELECT site_id, wait_target FROM site";
	struct query q;

	query_begin(&q, db, SQL);
	while (query_row(&q)) {
		counted->targets =
		    mem_grow(counted->targets, counted->target_count,
			     sizeof(counted->targets[0]));
		counted->targets[counted->target_count++] =
		    (struct site_target){row_int(&q, 0), row_int(&q, 1)};
	}
	return query_end(&q, err);
}

static struct summary_counted *counted_new(const struct summary_range *range)
{
	struct summary_counted *counted = mem_new(1, sizeof(*counted));

	counted->tally = tally_new();
	counted->from = range->from;
	counted->to = range->to;
	counted->site_id = range->site_id;
	counted->then_at = range->then_at;
	return counted;
}

void summary_counted_free(struct summary_counted *counted)
{
	if (counted == NULL)
		return;
	tally_free(counted->tally);
	facts_release(&counted->facts);
	free(counted->targets);
	free(counted);
}

static bool give(bool is_good, struct summary_counted *counted,
		 struct summary_counted **out)
{
	*out = is_good ? counted : NULL;
	if (!is_good)
		summary_counted_free(counted);
	return is_good;
}

bool summary_count(struct db *db, const struct summary_range *range,
		   struct summary_counted **out, struct error *err)
{
	struct summary_counted *counted = counted_new(range);
	struct ids requests = {0}, feedback = {0};
	bool is_good =
	    read_targets(counted, db, err) &&
	    count_visits(counted, db, range, 50, &requests, err) &&
	    summary_find_requests(db, range, WAY_ALL, &requests, err);

	ids_settle(&requests);
	is_good =
	    is_good &&
	    count_each(counted, db, range, FACT_OF_REQUEST, &requests, err) &&
	    (range->then_at != 0 ||
	     (summary_find_feedback(db, range, &feedback, err) &&
	      count_each(counted, db, range, FACT_OF_FEEDBACK, &feedback,
			 err)));
	free(requests.items);
	free(feedback.items);
	return give(is_good, counted, out);
}

bool summary_count_visits(struct db *db, const struct summary_range *range,
			  struct summary_counted **out, struct error *err)
{
	struct summary_counted *counted = counted_new(range);

	return give(read_targets(counted, db, err) &&
			count_visits(counted, db, range, 100, NULL, err),
		    counted, out);
}
