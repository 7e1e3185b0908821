/*
 * summary_about.c - what is counted of a topic or a department
 *
 * No totals are kept by topic: a commit would pay for it. Its visits and
 * requests are looked for among those of the days, through the indexes by day,
 * and each is counted in memory as a commit would count it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fact_store.h"
#include "frontdesk/base/mem.h"
#include "summary_counted.h"
#include "summary_private.h"

#define OF_SITE(column) " AND ($3 = 0 OR " column " = $3)"

/* In the index's own order, so that nothing is sorted. A visit without a
 * request is about what was said when it joined the line. */
static const char SQL_VISITS[] =
    "SELECT v.visit_id, v.arrived_on, r.request_id FROM visit v"
    " LEFT JOIN contact c ON c.visit_id = v.visit_id"
    " LEFT JOIN request r ON r.request_id = c.request_id"
    " WHERE v.arrived_on BETWEEN $1 AND $2" OF_SITE(
	"v.site_id") " AND " IS_ABOUT("CASE WHEN c.visit_id IS NULL THEN "
				      "v.topic_id"
				      " ELSE r.topic_id END") " ORDER BY "
							      "v.arrived_on, "
							      "v.site_id, "
							      "v.visit_id";

/* What else gives a request a figure on these days: each by an index whose
 * days are those of the figure. */
#define REQUEST_OF(table, alias)                                               \
	"SELECT r.request_id FROM " table " " alias " CROSS JOIN request r"    \
	" WHERE r.request_id = " alias ".request_id"
#define IS_OF_TOPIC " AND " IS_ABOUT("r.topic_id")

static const char SQL_RECEIVED[] =
    "SELECT r.request_id FROM request r"
    " WHERE r.received_on BETWEEN $1 AND $2" OF_SITE("r.site_id") IS_OF_TOPIC;
static const char SQL_RESOLVED[] =
    "SELECT r.request_id FROM request r"
    " WHERE r.resolved_on BETWEEN $1 AND $2 AND r.resolved_on <> "
    "r.received_on" OF_SITE("r.site_id") IS_OF_TOPIC;
static const char SQL_ENDED_LATER[] =
    "SELECT r.request_id FROM site s CROSS JOIN visit v CROSS JOIN contact c"
    " CROSS JOIN request r WHERE s.site_id = v.site_id"
    " AND " IS_SITE " AND v.ended_on BETWEEN $1 AND $2"
    " AND v.ended_on > v.arrived_on AND v.voided_at IS NULL"
    " AND c.visit_id = v.visit_id"
    " AND r.request_id = c.request_id" IS_OF_TOPIC;
static const char SQL_HANDED[] =
    REQUEST_OF("handoff", "h") " AND h.offered_on BETWEEN $1 AND $2" OF_SITE(
	"h.site_id") IS_OF_TOPIC;
static const char SQL_PROMISED[] =
    REQUEST_OF("promise", "p") " AND p.due_on BETWEEN $1 AND $2" OF_SITE(
	"p.site_id") IS_OF_TOPIC;
static const char SQL_OWED[] =
    "SELECT r.request_id FROM staff f CROSS JOIN told o CROSS JOIN request r"
    " WHERE o.staff_id = f.staff_id AND o.told_at IS NULL AND o.owed_at < $6"
    " AND r.request_id = o.request_id" OF_SITE("r.site_id") IS_OF_TOPIC;

static const char SQL_FEEDBACK[] =
    "SELECT DISTINCT v.visit_id FROM site s CROSS JOIN feedback f"
    " CROSS JOIN visit v WHERE s.site_id = f.site_id"
    " AND " IS_SITE " AND f.at >= $7 AND f.at < $6"
    " AND f.taken_back_at IS NULL AND v.visit_id = f.visit_id"
    " AND " VISIT_IS_ABOUT;

/* Ids as they are found: in any order, some of them twice. */
struct ids {
	int64_t *items;
	size_t count, size;
};

static void add_id(struct ids *ids, int64_t id)
{
	if (ids->count == ids->size) {
		ids->size = ids->size == 0 ? 256 : ids->size * 2;
		ids->items =
		    mem_resize(ids->items, ids->size, sizeof(ids->items[0]));
	}
	ids->items[ids->count++] = id;
}

static int compare_ids(const void *a, const void *b)
{
	const int64_t *one = a, *other = b;

	return *one < *other ? -1 : *one > *other ? 1 : 0;
}

/* In their order, each once. */
static void settle_ids(struct ids *ids)
{
	size_t kept = 0;

	if (ids->count > 1)
		qsort(ids->items, ids->count, sizeof(ids->items[0]),
		      compare_ids);
	for (size_t i = 0; i < ids->count; i++)
		if (kept == 0 || ids->items[kept - 1] != ids->items[i])
			ids->items[kept++] = ids->items[i];
	ids->count = kept;
}

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
	if (!facts_read(db, of, id, 1, facts, err))
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

	summary_begin_about(&q, db, SQL_VISITS, range);
	while (is_good && query_row(&q)) {
		int64_t visit_id = row_int(&q, 0);

		/* All sites come side by side. */
		summary_step_to(&step, 0, row_text(&q, 1));
		if (requests != NULL && !row_is_null(&q, 2))
			add_id(requests, row_int(&q, 2));
		if (visit_id != last_id)
			is_good = count_record(counted, db, FACT_OF_VISIT,
					       visit_id, err);
		last_id = visit_id;
	}
	return query_end(&q, is_good ? err : &unused) && is_good;
}

static bool find_requests(struct db *db, const struct summary_range *range,
			  struct ids *out, struct error *err)
{
	static const char *const ways[] = {SQL_RECEIVED, SQL_RESOLVED,
					   SQL_ENDED_LATER, SQL_HANDED,
					   SQL_PROMISED};
	struct query q;

	for (size_t i = 0; i < MEM_COUNT(ways); i++) {
		summary_begin_about(&q, db, ways[i], range);
		while (query_row(&q))
			add_id(out, row_int(&q, 0));
		if (!query_end(&q, err))
			return false;
	}
	query_begin(&q, db, SQL_OWED);
	query_int(&q, 3, range->site_id);
	query_int(&q, 4, range->topic_id);
	query_int(&q, 5, range->department_id);
	query_int(&q, 6, range->ends_at);
	while (query_row(&q))
		add_id(out, row_int(&q, 0));
	return query_end(&q, err);
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

static bool count_feedback(struct summary_counted *counted, struct db *db,
			   const struct summary_range *range, struct error *err)
{
	struct error unused = {0};
	bool is_good = true;
	struct query q;

	query_begin(&q, db, SQL_FEEDBACK);
	query_int(&q, 3, range->site_id);
	query_int(&q, 4, range->topic_id);
	query_int(&q, 5, range->department_id);
	query_int(&q, 6, range->ends_at);
	query_int(&q, 7, range->begins_at);
	while (is_good && query_row(&q))
		is_good = count_record(counted, db, FACT_OF_FEEDBACK,
				       row_int(&q, 0), err);
	return query_end(&q, is_good ? err : &unused) && is_good;
}

static bool read_targets(struct summary_counted *counted, struct db *db,
			 struct error *err)
{
	static const char SQL[] = "SELECT site_id, wait_target FROM site";
	struct query q;

	query_begin(&q, db, SQL);
	while (query_row(&q)) {
		counted->targets =
		    mem_resize(counted->targets, counted->target_count + 1,
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
	struct ids requests = {0};
	bool is_good = read_targets(counted, db, err) &&
		       count_visits(counted, db, range, 50, &requests, err) &&
		       find_requests(db, range, &requests, err);

	settle_ids(&requests);
	is_good =
	    is_good &&
	    count_each(counted, db, range, FACT_OF_REQUEST, &requests, err) &&
	    count_feedback(counted, db, range, err);
	free(requests.items);
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
