/*
 * summary_find.c - the records that may give something to a range of days
 *
 * Each is found through an index by day, or by who owes it.
 */
#include "summary_find.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "summary_private.h"

#define OF_SITE(column) " AND ($3 = 0 OR " column " = $3)"

/* In the index's own order, so that nothing is sorted. A visit without a
 * request is about what was said when it joined the line. */
const char summary_visits_sql[] =
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

void ids_add(struct ids *ids, int64_t id)
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
void ids_settle(struct ids *ids)
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

static void add_ids(struct query *q, struct ids *out)
{
	while (query_row(q))
		ids_add(out, row_int(q, 0));
}

bool summary_find_visits(struct db *db, const struct summary_range *range,
			 struct ids *visits, struct ids *requests,
			 struct error *err)
{
	struct query q;

	summary_begin_about(&q, db, summary_visits_sql, range);
	while (query_row(&q)) {
		if (visits != NULL)
			ids_add(visits, row_int(&q, 0));
		if (requests != NULL && !row_is_null(&q, 2))
			ids_add(requests, row_int(&q, 2));
	}
	return query_end(&q, err);
}

static bool find_owed(struct db *db, const struct summary_range *range,
		      struct ids *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OWED);
	query_int(&q, 3, range->site_id);
	query_int(&q, 4, range->topic_id);
	query_int(&q, 5, range->department_id);
	query_int(&q, 6, range->ends_at);
	add_ids(&q, out);
	return query_end(&q, err);
}

bool summary_find_requests(struct db *db, const struct summary_range *range,
			   unsigned ways, struct ids *out, struct error *err)
{
	static const struct {
		enum summary_way way;
		const char *sql;
	} found[] = {{WAY_RECEIVED, SQL_RECEIVED},
		     {WAY_RESOLVED, SQL_RESOLVED},
		     {WAY_ENDED_LATER, SQL_ENDED_LATER},
		     {WAY_HANDED, SQL_HANDED},
		     {WAY_PROMISED, SQL_PROMISED}};
	struct query q;

	for (size_t i = 0; i < MEM_COUNT(found); i++) {
		if ((ways & found[i].way) == 0)
			continue;
		summary_begin_about(&q, db, found[i].sql, range);
		add_ids(&q, out);
		if (!query_end(&q, err))
			return false;
	}
	return (ways & WAY_OWED) == 0 || find_owed(db, range, out, err);
}

bool summary_find_feedback(struct db *db, const struct summary_range *range,
			   struct ids *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FEEDBACK);
	query_int(&q, 3, range->site_id);
	query_int(&q, 4, range->topic_id);
	query_int(&q, 5, range->department_id);
	query_int(&q, 6, range->ends_at);
	query_int(&q, 7, range->begins_at);
	add_ids(&q, out);
	return query_end(&q, err);
}
