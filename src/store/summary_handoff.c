/*
 * summary_handoff.c - hand-offs, promises and what is still to be told
 */
#include "frontdesk/store/summary.h"

#include <string.h>

#include "summary_private.h"

static const char SQL_HANDOFFS[] =
    "SELECT h.state, h.decided_at - h.offered_at FROM handoff h"
    " LEFT JOIN visit v ON v.visit_id = h.visit_id"
    " WHERE h.offered_on BETWEEN $1 AND $2 AND h.site_id = $3"
    " AND v.voided_at IS NULL";

/*
 * Whatever was not kept by its hour is missed, however it was settled after
 * that; given up or promised anew in time, it is counted apart. $4 is now.
 */
static const char SQL_PROMISES[] =
    "WITH fate AS (SELECT CASE"
    " WHEN p.settled_at <= p.due_at AND p.state <> 'missed' THEN p.state"
    " WHEN p.settled_at IS NULL AND p.due_at > $4 AND p.state = 'open'"
    " THEN 'open'"
    " ELSE 'missed' END AS word FROM promise p"
    " JOIN request r ON r.request_id = p.request_id"
    " WHERE p.due_on BETWEEN $1 AND $2 AND p.site_id = $3"
    " AND " SUMMARY_REQUEST_STANDS ") SELECT word, COUNT(*) FROM fate"
    " GROUP BY word";

static const char SQL_TO_TELL[] =
    "SELECT COUNT(*) FROM told o JOIN request r"
    " ON r.request_id = o.request_id"
    " WHERE o.told_at IS NULL AND o.owed_at < $1 AND r.site_id = $2"
    " AND " SUMMARY_REQUEST_STANDS;

bool summary_each_handoff(struct db *db, const struct summary_range *range,
			  summary_handoff_fn *each, void *state,
			  struct error *err)
{
	struct query q;

	summary_begin(&q, db, SQL_HANDOFFS, range);
	while (query_row(&q)) {
		const char *word = row_text(&q, 0);

		if (strcmp(word, "accepted") == 0)
			each(SUMMARY_ACCEPTED,
			     row_is_null(&q, 1) ? -1 : row_int(&q, 1), state);
		else if (strcmp(word, "returned") == 0)
			each(SUMMARY_RETURNED, -1, state);
		else
			each(SUMMARY_PENDING, -1, state);
	}
	return query_end(&q, err);
}

bool summary_promises(struct db *db, const struct summary_range *range,
		      struct summary_promises *out, struct error *err)
{
	struct query q;

	memset(out, 0, sizeof(*out));
	summary_begin(&q, db, SQL_PROMISES, range);
	query_int(&q, 4, range->now_at);
	while (query_row(&q)) {
		const char *word = row_text(&q, 0);
		int64_t count = row_int(&q, 1);

		if (strcmp(word, "renewed") == 0) {
			out->renewed = count;
			continue;
		}
		if (strcmp(word, "withdrawn") == 0) {
			out->withdrawn = count;
			continue;
		}
		out->due += count;
		if (strcmp(word, "kept") == 0)
			out->kept = count;
		else if (strcmp(word, "missed") == 0)
			out->missed = count;
	}
	return query_end(&q, err);
}

bool summary_to_tell(struct db *db, const struct summary_range *range,
		     int64_t *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TO_TELL);
	query_int(&q, 1, range->ends_at);
	query_int(&q, 2, range->site_id);
	return query_one(&q, out, err);
}
