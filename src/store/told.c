/*
 * told.c - a result that somebody owes the resident, until it is told
 */
#include "frontdesk/store/told.h"

static const char SQL_OWE[] =
    "INSERT INTO told (request_id, owed_at, staff_id, note)"
    " VALUES ($1, $2, $3, $4) RETURNING told_id";

static const char SQL_SETTLE[] =
    "UPDATE told SET told_at = $2, told_by = $3,"
    " note = CASE WHEN note = '' OR $4 = '' THEN note || $4"
    "  ELSE note || ' – ' || $4 END"
    " WHERE told_id = $1 AND told_at IS NULL RETURNING request_id";

static const char SQL_ACKNOWLEDGED[] =
    "SELECT CASE WHEN first_acknowledged_at IS NULL THEN 0 ELSE 1 END"
    " FROM request WHERE request_id = $1";

bool told_owe(struct db *db, int64_t request_id, int64_t staff_id,
	      const char *note, int64_t at, int64_t *told_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OWE);
	query_int(&q, 1, request_id);
	query_int(&q, 2, at);
	query_int(&q, 3, staff_id);
	query_text(&q, 4, note != NULL ? note : "");
	return query_one(&q, told_id, err);
}

bool told_settle(struct db *db, int64_t told_id, int64_t staff_id,
		 const char *how, int64_t at, int64_t *request_id,
		 bool *was_acknowledged, struct error *err)
{
	struct query q;
	int64_t truth;

	query_begin(&q, db, SQL_SETTLE);
	query_int(&q, 1, told_id);
	query_int(&q, 2, at);
	query_int(&q, 3, staff_id);
	query_text(&q, 4, how != NULL ? how : "");
	if (!query_one(&q, request_id, err))
		return false;
	query_begin(&q, db, SQL_ACKNOWLEDGED);
	query_int(&q, 1, *request_id);
	if (!query_one(&q, &truth, err))
		return false;
	*was_acknowledged = truth == 1;
	return true;
}
