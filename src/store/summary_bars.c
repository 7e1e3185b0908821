/*
 * summary_bars.c - waits by hour and topic, and promises day by day
 */
#include <string.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/store/behind.h"
#include "summary_private.h"
#include "who.h"

/* A topic's requests in one visit are one of its waits. */
static const char SQL_WAITS[] =
    "SELECT DISTINCT v.visit_id, CASE WHEN c.visit_id IS NULL THEN"
    " COALESCE(v.topic_id, 0) ELSE COALESCE(r.topic_id, 0) END,"
    " v.arrived_at, z.time_zone, v.wait_length, v.arrived_on, v.site_id"
    " FROM visit v CROSS JOIN site z"
    " LEFT JOIN contact c ON c.visit_id = v.visit_id"
    " LEFT JOIN request r ON r.request_id = c.request_id"
    " WHERE v.arrived_on BETWEEN $1 AND $2 AND ($3 = 0 OR v.site_id = $3)"
    " AND z.site_id = v.site_id AND v.voided_at IS NULL AND v.is_timed = 1"
    " AND v.wait_length IS NOT NULL AND " VISIT_IS_ABOUT
    " ORDER BY v.arrived_on, v.site_id, v.visit_id";

static const char SQL_SETTLED[] =
    "SELECT d.day, SUM(d.n),"
    " SUM(CASE d.part WHEN 'kept' THEN d.n ELSE 0 END)" OF_SITES(
	"day_total", "d") " AND d.day BETWEEN $1 AND $2"
			  " AND d.figure = 'promise'"
			  " AND d.part IN ('kept', 'missed')"
			  " GROUP BY d.day";
/* What is not due yet takes no part in the share. */
static const char SQL_MISSED_OPEN[] =
    "SELECT p.due_on, COUNT(*), 0"
    " FROM site s CROSS JOIN promise p CROSS JOIN request r"
    " WHERE s.site_id = p.site_id AND " IS_SITE
    " AND r.request_id = p.request_id AND p.due_on BETWEEN $1 AND $2"
    " AND p.due_at <= $6 AND p.state = 'open' AND p.settled_at IS NULL"
    " AND NOT " PROMISE_IS_VOIDED " AND " REQUEST_STANDS " GROUP BY p.due_on";

bool behind_each_wait(struct db *db, const struct summary_range *range,
		      behind_wait_fn *each, void *state, struct error *err)
{
	int64_t last_id = 0;
	struct query q;

	summary_begin_about(&q, db, SQL_WAITS, range);
	while (query_row(&q)) {
		struct local local;

		zone_local(row_text(&q, 3), row_int(&q, 2), &local);
		each(local.hour, row_int(&q, 1), row_int(&q, 0) != last_id,
		     row_int(&q, 4), state);
		last_id = row_int(&q, 0);
	}
	return query_end(&q, err);
}

bool behind_each_promise(struct db *db, const struct summary_range *range,
			 behind_promise_fn *each, void *state,
			 struct error *err)
{
	static const char *const questions[] = {SQL_SETTLED, SQL_MISSED_OPEN};
	struct query q;

	for (int i = 0; i < 2; i++) {
		summary_begin(&q, db, questions[i], range);
		if (questions[i] == SQL_MISSED_OPEN)
			query_int(&q, 6, range->now_at);
		while (query_row(&q)) {
			struct day day = {""};

			strncpy(day.text, row_text(&q, 0),
				sizeof(day.text) - 1);
			each(day, row_int(&q, 1), row_int(&q, 2), state);
		}
		if (!query_end(&q, err))
			return false;
	}
	return true;
}
