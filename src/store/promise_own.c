/*
 * promise_own.c - what becomes of promises when their request is resolved
 */
#include "frontdesk/base/mem.h"
#include "frontdesk/store/promise.h"

static const char SQL_NOTE_KEPT[] =
    "INSERT INTO promise_event (promise_id, kind, at, staff_id, note)"
    " SELECT p.promise_id, 'kept', CAST($3 AS INTEGER),"
    " CAST($2 AS INTEGER), '' FROM promise p WHERE p.request_id = $1"
    " AND p.state = 'open' AND p.owner_staff_id = $2";

/* As promise_done has it. */
static const char SQL_KEEP[] =
    "UPDATE promise SET settled_at = $3, edition = edition + 1,"
    " state = CASE WHEN due_at >= $3 THEN 'kept' ELSE 'missed' END"
    " WHERE request_id = $1 AND state = 'open' AND owner_staff_id = $2";

static const char SQL_OPEN[] =
    "UPDATE promise SET state = 'open', settled_at = NULL,"
    " edition = edition + 1 WHERE request_id = $1 AND settled_at = $3"
    " AND state IN ('kept', 'missed') AND promise_id IN"
    " (SELECT e.promise_id FROM promise p JOIN promise_event e"
    " ON e.promise_id = p.promise_id WHERE p.request_id = $1"
    " AND e.kind = 'kept' AND e.staff_id = $2 AND e.at = $3"
    " AND e.taken_back_at IS NULL)";

static const char SQL_TAKE_BACK_KEPT[] =
    "UPDATE promise_event SET taken_back_at = $4 WHERE kind = 'kept'"
    " AND staff_id = $2 AND at = $3 AND taken_back_at IS NULL"
    " AND promise_id IN (SELECT p.promise_id FROM promise p"
    " WHERE p.request_id = $1)";

static const char SQL_OF_OTHERS[] =
    "SELECT p.what, s.name FROM promise p"
    " JOIN staff s ON s.staff_id = p.owner_staff_id"
    " WHERE p.request_id = $1 AND p.state = 'open'"
    " AND p.owner_staff_id <> $2 ORDER BY p.due_at, p.promise_id LIMIT 1";

static bool run(struct db *db, const char *sql, const int64_t *keys,
		size_t count, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	for (size_t i = 0; i < count; i++)
		query_int(&q, (int)i + 1, keys[i]);
	return query_run(&q, err);
}

bool promise_keep_own(struct db *db, int64_t request_id, int64_t staff_id,
		      int64_t at, struct error *err)
{
	const int64_t keys[] = {request_id, staff_id, at};

	return run(db, SQL_NOTE_KEPT, keys, MEM_COUNT(keys), err) &&
	       run(db, SQL_KEEP, keys, MEM_COUNT(keys), err);
}

bool promise_open_own(struct db *db, int64_t request_id, int64_t staff_id,
		      int64_t kept_at, int64_t at, struct error *err)
{
	const int64_t keys[] = {request_id, staff_id, kept_at, at};

	/* The event tells which; it is taken back after them. */
	return run(db, SQL_OPEN, keys, 3, err) &&
	       run(db, SQL_TAKE_BACK_KEPT, keys, 4, err);
}

bool promise_of_others(struct db *db, int64_t request_id, int64_t staff_id,
		       struct str *what, struct str *who, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OF_OTHERS);
	query_int(&q, 1, request_id);
	query_int(&q, 2, staff_id);
	while (query_row(&q)) {
		str_add(what, row_text(&q, 0));
		str_add(who, row_text(&q, 1));
	}
	return query_end(&q, err);
}
