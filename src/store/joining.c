/*
 * joining.c - a colleague who came to the window in front of the visitor
 */
#include "frontdesk/store/joining.h"

static const char SQL_INSERT[] =
    "INSERT INTO joining (request_id, visit_id, staff_id, at, noted_by)"
    " SELECT r.request_id, CAST($2 AS INTEGER), CAST($3 AS INTEGER),"
    " CAST($4 AS INTEGER), CAST($5 AS INTEGER)"
    " FROM request r WHERE r.request_id = $1 AND NOT EXISTS"
    " (SELECT 1 FROM joining j WHERE j.request_id = $1 AND j.visit_id = $2"
    " AND j.staff_id = $3 AND j.taken_back_at IS NULL)";

static const char SQL_GET[] =
    "SELECT request_id, visit_id, staff_id, at, noted_by FROM joining"
    " WHERE joining_id = $1";

static const char SQL_TAKE_BACK[] =
    "UPDATE joining SET taken_back_at = $2"
    " WHERE joining_id = $1 AND taken_back_at IS NULL";

bool joining_insert(struct db *db, const struct joining *joining,
		    int64_t *joining_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_INSERT);
	query_int(&q, 1, joining->request_id);
	query_int(&q, 2, joining->visit_id);
	query_int(&q, 3, joining->staff_id);
	query_int(&q, 4, joining->at);
	query_int(&q, 5, joining->noted_by);
	return query_insert(&q, joining_id, err);
}

bool joining_get(struct db *db, int64_t joining_id, struct joining *out,
		 struct error *err)
{
	struct query q;
	bool is_there;

	*out = (struct joining){0};
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, joining_id);
	is_there = query_row(&q);
	if (is_there) {
		out->request_id = row_int(&q, 0);
		out->visit_id = row_int(&q, 1);
		out->staff_id = row_int(&q, 2);
		out->at = row_int(&q, 3);
		out->noted_by = row_int(&q, 4);
	}
	return query_end(&q, err) &&
	       (is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", ""));
}

bool joining_take_back(struct db *db, int64_t joining_id, int64_t at,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TAKE_BACK);
	query_int(&q, 1, joining_id);
	query_int(&q, 2, at);
	return query_change(&q, err);
}
