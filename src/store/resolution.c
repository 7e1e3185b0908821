/*
 * resolution.c - a request that was resolved outside a visit
 */
#include "frontdesk/store/resolution.h"

#include "frontdesk/store/standing.h"

static const char SQL_INSERT[] =
    "INSERT INTO resolution (request_id, at, staff_id, done, result_before,"
    " told_id) SELECT r.request_id, CAST($2 AS INTEGER),"
    " CAST($3 AS INTEGER), $4, r.result, CAST($5 AS INTEGER)"
    " FROM request r WHERE r.request_id = $1";

static const char SQL_TAKE_BACK[] =
    "UPDATE resolution SET taken_back_at = $4 WHERE resolution_id ="
    " (SELECT MAX(s.resolution_id) FROM resolution s"
    " WHERE s.request_id = $1 AND s.staff_id = $2 AND s.at = $3"
    " AND s.taken_back_at IS NULL) RETURNING resolution_id, told_id";

static const char SQL_OWE_NO_MORE[] =
    "UPDATE told SET told_at = $2, taken_back_at = $2"
    " WHERE told_id = $1 AND told_at IS NULL RETURNING told_id";

static const char SQL_OPEN_AGAIN[] =
    "UPDATE request SET state = 'open', resolved_at = NULL,"
    " resolved_on = NULL, edition = edition + 1,"
    " result = (SELECT s.result_before FROM resolution s"
    "  WHERE s.resolution_id = $2)"
    " WHERE request_id = $1 AND state = 'resolved' AND resolved_at = $3"
    " RETURNING request_id";

bool resolution_insert(struct db *db, const struct resolution *resolution,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_INSERT);
	query_int(&q, 1, resolution->request_id);
	query_int(&q, 2, resolution->at);
	query_int(&q, 3, resolution->staff_id);
	query_text(&q, 4, resolution->done);
	query_key(&q, 5, resolution->told_id);
	return query_run(&q, err) &&
	       standing_resolve(db, resolution->request_id, resolution->at,
				resolution->on, err);
}

static bool owe_no_more(struct db *db, int64_t told_id, int64_t at,
			struct error *err)
{
	struct query q;
	int64_t id;

	if (told_id == 0)
		return true;
	query_begin(&q, db, SQL_OWE_NO_MORE);
	query_int(&q, 1, told_id);
	query_int(&q, 2, at);
	return query_one(&q, &id, err);
}

bool resolution_take_back(struct db *db, int64_t request_id, int64_t staff_id,
			  int64_t resolved_at, int64_t at, struct error *err)
{
	struct query q;
	int64_t resolution_id = 0, told_id = 0, id;

	query_begin(&q, db, SQL_TAKE_BACK);
	query_int(&q, 1, request_id);
	query_int(&q, 2, staff_id);
	query_int(&q, 3, resolved_at);
	query_int(&q, 4, at);
	while (query_row(&q)) {
		resolution_id = row_int(&q, 0);
		told_id = row_int(&q, 1);
	}
	if (!query_end(&q, err) || !owe_no_more(db, told_id, at, err))
		return false;
	query_begin(&q, db, SQL_OPEN_AGAIN);
	query_int(&q, 1, request_id);
	query_int(&q, 2, resolution_id);
	query_int(&q, 3, resolved_at);
	return query_one(&q, &id, err);
}
