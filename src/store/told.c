/*
 * told.c - a result that somebody owes the resident, until it is told
 */
#include "frontdesk/store/told.h"

static const char SQL_OWE[] =
    "INSERT INTO told (request_id, owed_at, staff_id, note)"
    " VALUES ($1, $2, $3, $4)";

static const char SQL_SETTLE[] =
    "UPDATE told SET told_at = $2, told_by = $3"
    " WHERE told_id = $1 AND told_at IS NULL RETURNING request_id";

static const char SQL_OWED[] =
    "SELECT request_id FROM told WHERE told_id = $1 AND told_at IS NULL";

static const char SQL_EVENT[] =
    "INSERT INTO told_event (told_id, kind, at, staff_id, visit_id, note)"
    " VALUES ($1, $2, $3, $4, $5, $6)";

static const char SQL_EVENTS_OF_REQUEST[] =
    "INSERT INTO told_event (told_id, kind, at, staff_id, visit_id)"
    " SELECT o.told_id, 'told', CAST($2 AS INTEGER), CAST($3 AS INTEGER),"
    " CAST($4 AS INTEGER) FROM told o"
    " WHERE o.request_id = $1 AND o.told_at IS NULL AND o.owed_at <= $2";

static const char SQL_SETTLE_REQUEST[] =
    "UPDATE told SET told_at = $2, told_by = $3"
    " WHERE request_id = $1 AND told_at IS NULL AND owed_at <= $2";

static const char SQL_TAKE_BACK[] =
    "UPDATE told_event SET taken_back_at = $4 WHERE told_event_id ="
    " (SELECT MAX(e.told_event_id) FROM told_event e WHERE e.told_id = $1"
    " AND e.staff_id = $2 AND e.at = $3 AND e.taken_back_at IS NULL)";

static const char SQL_OWED_AGAIN[] =
    "UPDATE told SET told_at = NULL, told_by = NULL"
    " WHERE told_id = $1 AND taken_back_at IS NULL RETURNING request_id";

/* Owed again first: the events say which. */
static const char SQL_VISIT_OWED_AGAIN[] =
    "UPDATE told SET told_at = NULL, told_by = NULL"
    " WHERE request_id = $1 AND taken_back_at IS NULL AND told_id IN"
    " (SELECT e.told_id FROM told_event e JOIN told o"
    " ON o.told_id = e.told_id WHERE o.request_id = $1 AND e.visit_id = $2"
    " AND e.at = $3 AND e.kind = 'told' AND e.taken_back_at IS NULL)";

static const char SQL_VISIT_TAKE_BACK[] =
    "UPDATE told_event SET taken_back_at = $4 WHERE visit_id = $2"
    " AND at = $3 AND kind = 'told' AND taken_back_at IS NULL"
    " AND told_id IN (SELECT o.told_id FROM told o WHERE o.request_id = $1)";

/* The events first: they say what is told. What somebody told meanwhile stays
 * theirs. */
static const char SQL_VISIT_GIVE_BACK[] =
    "UPDATE told_event SET taken_back_at = NULL WHERE visit_id = $2"
    " AND at = $3 AND kind = 'told' AND taken_back_at = $4"
    " AND told_id IN (SELECT o.told_id FROM told o WHERE o.request_id = $1"
    " AND o.told_at IS NULL)";

static const char SQL_VISIT_TOLD_AGAIN[] =
    "UPDATE told SET told_at = $3, told_by = (SELECT MAX(e.staff_id)"
    " FROM told_event e WHERE e.told_id = told.told_id AND e.visit_id = $2"
    " AND e.at = $3 AND e.kind = 'told' AND e.taken_back_at IS NULL)"
    " WHERE request_id = $1 AND told_at IS NULL AND EXISTS"
    " (SELECT 1 FROM told_event e WHERE e.told_id = told.told_id"
    " AND e.visit_id = $2 AND e.at = $3 AND e.kind = 'told'"
    " AND e.taken_back_at IS NULL)";

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
	return query_insert(&q, told_id, err);
}

static bool insert_event(struct db *db, int64_t told_id, const char *kind,
			 int64_t staff_id, int64_t visit_id, const char *note,
			 int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_EVENT);
	query_int(&q, 1, told_id);
	query_text(&q, 2, kind);
	query_int(&q, 3, at);
	query_int(&q, 4, staff_id);
	query_key(&q, 5, visit_id);
	query_text(&q, 6, note != NULL ? note : "");
	return query_run(&q, err);
}

bool told_settle(struct db *db, int64_t told_id, int64_t staff_id,
		 int64_t visit_id, const char *how, int64_t at,
		 int64_t *request_id, bool *was_acknowledged, struct error *err)
{
	struct query q;
	int64_t truth;

	query_begin(&q, db, SQL_SETTLE);
	query_int(&q, 1, told_id);
	query_int(&q, 2, at);
	query_int(&q, 3, staff_id);
	if (!query_one(&q, request_id, err) ||
	    !insert_event(db, told_id, "told", staff_id, visit_id, how, at,
			  err))
		return false;
	query_begin(&q, db, SQL_ACKNOWLEDGED);
	query_int(&q, 1, *request_id);
	if (!query_one(&q, &truth, err))
		return false;
	*was_acknowledged = truth == 1;
	return true;
}

bool told_settle_request(struct db *db, int64_t request_id, int64_t visit_id,
			 int64_t staff_id, int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_EVENTS_OF_REQUEST);
	query_int(&q, 1, request_id);
	query_int(&q, 2, at);
	query_int(&q, 3, staff_id);
	query_int(&q, 4, visit_id);
	if (!query_run(&q, err))
		return false;
	query_begin(&q, db, SQL_SETTLE_REQUEST);
	query_int(&q, 1, request_id);
	query_int(&q, 2, at);
	query_int(&q, 3, staff_id);
	return query_run(&q, err);
}

bool told_not_reached(struct db *db, int64_t told_id, int64_t staff_id,
		      const char *note, int64_t at, int64_t *request_id,
		      struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OWED);
	query_int(&q, 1, told_id);
	return query_one(&q, request_id, err) &&
	       insert_event(db, told_id, "not_reached", staff_id, 0, note, at,
			    err);
}

bool told_take_back(struct db *db, int64_t told_id, int64_t staff_id,
		    int64_t noted_at, int64_t at, int64_t *request_id,
		    struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TAKE_BACK);
	query_int(&q, 1, told_id);
	query_int(&q, 2, staff_id);
	query_int(&q, 3, noted_at);
	query_int(&q, 4, at);
	if (!query_change(&q, err))
		return false;
	query_begin(&q, db, SQL_OWED_AGAIN);
	query_int(&q, 1, told_id);
	return query_one(&q, request_id, err);
}

bool told_take_back_visit(struct db *db, int64_t request_id, int64_t visit_id,
			  int64_t noted_at, int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_VISIT_OWED_AGAIN);
	query_int(&q, 1, request_id);
	query_int(&q, 2, visit_id);
	query_int(&q, 3, noted_at);
	if (!query_run(&q, err))
		return false;
	query_begin(&q, db, SQL_VISIT_TAKE_BACK);
	query_int(&q, 1, request_id);
	query_int(&q, 2, visit_id);
	query_int(&q, 3, noted_at);
	query_int(&q, 4, at);
	return query_run(&q, err);
}

bool told_give_back_visit(struct db *db, int64_t request_id, int64_t visit_id,
			  int64_t noted_at, int64_t taken_back_at,
			  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_VISIT_GIVE_BACK);
	query_int(&q, 1, request_id);
	query_int(&q, 2, visit_id);
	query_int(&q, 3, noted_at);
	query_int(&q, 4, taken_back_at);
	if (!query_run(&q, err))
		return false;
	query_begin(&q, db, SQL_VISIT_TOLD_AGAIN);
	query_int(&q, 1, request_id);
	query_int(&q, 2, visit_id);
	query_int(&q, 3, noted_at);
	return query_run(&q, err);
}
