/*
 * summary_request.c - the requests of a range of days, and what came of them
 */
#include "frontdesk/store/summary.h"

#include <string.h>

#include "summary_private.h"

static const char SQL_ACKNOWLEDGED[] =
    "SELECT CASE WHEN r.channel = 'message' THEN 1 ELSE 0 END, COUNT(*),"
    " SUM(CASE WHEN r.first_acknowledged_on = r.received_on"
    " THEN 1 ELSE 0 END)"
    " FROM request r"
    " WHERE r.received_on BETWEEN $1 AND $2 AND r.site_id = $3"
    " AND r.state <> 'draft' AND " SUMMARY_REQUEST_STANDS
    " GROUP BY CASE WHEN r.channel = 'message' THEN 1 ELSE 0 END";

static const char SQL_FIRST_CONTACT[] =
    "SELECT COUNT(*), COALESCE(SUM("
    "CASE WHEN c.result IN ('answered', 'given', 'not_ours')"
    " AND NOT EXISTS (SELECT 1 FROM handoff h"
    " WHERE h.request_id = r.request_id AND h.offered_at <= v.ended_at)"
    " AND NOT EXISTS (SELECT 1 FROM promise p"
    " WHERE p.request_id = r.request_id AND p.made_at <= v.ended_at)"
    " THEN 1 ELSE 0 END), 0)"
    " FROM visit v JOIN contact c ON c.visit_id = v.visit_id"
    " JOIN request r ON r.request_id = c.request_id"
    " AND r.first_visit_id = v.visit_id"
    " WHERE v.ended_on BETWEEN $1 AND $2 AND v.site_id = $3"
    " AND v.voided_at IS NULL AND r.state <> 'draft'";

/*
 * Grouped, so that the engine counts a request once and not for each sum. The
 * days stand apart, or it reads every request there ever was to group them.
 */
static const char SQL_CONTACTS[] =
    "WITH closed AS (SELECT r.request_id AS request_id,"
    " COUNT(v.visit_id) AS contacts,"
    " (SELECT COUNT(*) FROM touch t WHERE t.request_id = r.request_id)"
    " AS touches FROM request r"
    " LEFT JOIN contact c ON c.request_id = r.request_id"
    " LEFT JOIN visit v ON v.visit_id = c.visit_id AND v.voided_at IS NULL"
    " WHERE r.request_id IN (SELECT d.request_id FROM request d"
    " WHERE d.resolved_on BETWEEN $1 AND $2 AND d.site_id = $3)"
    " AND r.state = 'resolved' AND " SUMMARY_REQUEST_STANDS
    " GROUP BY r.request_id)"
    " SELECT COALESCE(SUM(CASE WHEN contacts = 1 THEN 1 ELSE 0 END), 0),"
    " COALESCE(SUM(CASE WHEN contacts = 2 THEN 1 ELSE 0 END), 0),"
    " COALESCE(SUM(CASE WHEN contacts = 3 THEN 1 ELSE 0 END), 0),"
    " COALESCE(SUM(CASE WHEN contacts > 3 THEN 1 ELSE 0 END), 0),"
    " COALESCE(SUM(CASE WHEN touches = 1 THEN 1 ELSE 0 END), 0),"
    " COALESCE(SUM(CASE WHEN touches = 2 THEN 1 ELSE 0 END), 0),"
    " COALESCE(SUM(CASE WHEN touches = 3 THEN 1 ELSE 0 END), 0),"
    " COALESCE(SUM(CASE WHEN touches > 3 THEN 1 ELSE 0 END), 0)"
    " FROM closed";

static const char SQL_RESULTS[] =
    "SELECT c.result, COUNT(*) FROM visit v"
    " JOIN contact c ON c.visit_id = v.visit_id"
    " WHERE v.ended_on BETWEEN $1 AND $2 AND v.site_id = $3"
    " AND v.voided_at IS NULL AND c.result IS NOT NULL"
    " GROUP BY c.result";

static const char SQL_CONCERNS[] =
    "SELECT COUNT(*), COALESCE(SUM(CASE WHEN r.state = 'open'"
    " THEN 1 ELSE 0 END), 0) FROM visit v"
    " JOIN contact c ON c.visit_id = v.visit_id"
    " JOIN request r ON r.request_id = c.request_id"
    " WHERE v.ended_on BETWEEN $1 AND $2 AND v.site_id = $3"
    " AND v.voided_at IS NULL AND c.concern <> ''";

static const char SQL_TOPICS[] =
    "SELECT COALESCE(tv.name, ''), COUNT(*) FROM request r"
    " LEFT JOIN topic t ON t.topic_id = r.topic_id"
    " LEFT JOIN topic_version tv ON tv.topic_version_id = t.topic_version_id"
    " WHERE r.received_on BETWEEN $1 AND $2 AND r.site_id = $3"
    " AND r.state <> 'draft' AND " SUMMARY_REQUEST_STANDS
    " GROUP BY r.topic_id, COALESCE(tv.name, '')"
    " ORDER BY COUNT(*) DESC, COALESCE(tv.name, '')";

bool summary_acknowledged(struct db *db, const struct summary_range *range,
			  struct summary_acknowledged *out, struct error *err)
{
	struct query q;

	memset(out, 0, sizeof(*out));
	summary_begin(&q, db, SQL_ACKNOWLEDGED, range);
	while (query_row(&q)) {
		if (row_int(&q, 0) == 1) {
			out->message = row_int(&q, 1);
			out->message_same_day = row_int(&q, 2);
		} else {
			out->counter = row_int(&q, 1);
			out->counter_same_day = row_int(&q, 2);
		}
	}
	return query_end(&q, err);
}

/* The one row of a question that answers with two counts. */
static bool read_two(struct query *q, int64_t *first, int64_t *second,
		     struct error *err)
{
	*first = *second = 0;
	if (query_row(q)) {
		*first = row_int(q, 0);
		*second = row_int(q, 1);
	}
	return query_end(q, err);
}

bool summary_first_contact(struct db *db, const struct summary_range *range,
			   int64_t *n, int64_t *resolved, struct error *err)
{
	struct query q;

	summary_begin(&q, db, SQL_FIRST_CONTACT, range);
	return read_two(&q, n, resolved, err);
}

bool summary_contacts(struct db *db, const struct summary_range *range,
		      int64_t contacts[4], int64_t touches[4],
		      struct error *err)
{
	struct query q;
	bool has_row;

	summary_begin(&q, db, SQL_CONTACTS, range);
	has_row = query_row(&q);
	for (int i = 0; i < 4; i++) {
		contacts[i] = has_row ? row_int(&q, i) : 0;
		touches[i] = has_row ? row_int(&q, 4 + i) : 0;
	}
	return query_end(&q, err);
}

bool summary_results(struct db *db, const struct summary_range *range,
		     int64_t results[RESULT_COUNT], struct error *err)
{
	struct query q;
	bool is_good = true;

	memset(results, 0, RESULT_COUNT * sizeof(results[0]));
	summary_begin(&q, db, SQL_RESULTS, range);
	while (is_good && query_row(&q)) {
		enum result result;

		is_good = result_parse(row_text(&q, 0), &result, err);
		if (is_good)
			results[result] = row_int(&q, 1);
	}
	if (!is_good) {
		struct error later;

		query_end(&q, &later);
		return false;
	}
	return query_end(&q, err);
}

bool summary_concerns(struct db *db, const struct summary_range *range,
		      int64_t *recorded, int64_t *open, struct error *err)
{
	struct query q;

	summary_begin(&q, db, SQL_CONCERNS, range);
	return read_two(&q, recorded, open, err);
}

bool summary_each_topic(struct db *db, const struct summary_range *range,
			summary_topic_fn *each, void *state, struct error *err)
{
	struct query q;

	summary_begin(&q, db, SQL_TOPICS, range);
	while (query_row(&q))
		each(row_text(&q, 0), row_int(&q, 1), state);
	return query_end(&q, err);
}
