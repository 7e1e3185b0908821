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
    " AND j.staff_id = $3)";

bool joining_insert(struct db *db, const struct joining *joining,
		    struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_INSERT);
	query_int(&q, 1, joining->request_id);
	query_int(&q, 2, joining->visit_id);
	query_int(&q, 3, joining->staff_id);
	query_int(&q, 4, joining->at);
	query_int(&q, 5, joining->noted_by);
	return query_run(&q, err);
}
