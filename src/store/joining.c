/*
 * joining.c - a colleague who came to the window in front of the visitor
 */
#include "frontdesk/store/joining.h"

static const char SQL_INSERT[] =
    "INSERT INTO joining (request_id, visit_id, staff_id, at, noted_by)"
    " VALUES ($1, $2, $3, $4, $5)";

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
