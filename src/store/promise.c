/*
 * promise.c - promises and what became of them
 */
#include "frontdesk/store/promise.h"

#include <string.h>

#include "frontdesk/base/id.h"

static const char SQL_INSERT[] =
    "INSERT INTO promise (uuid, request_id, what, due_at, due_on, site_id,"
    " owner_staff_id, state, made_at, made_by, renews_id)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10)";

static const char SQL_GET[] =
    "SELECT request_id, what, due_at, due_on, site_id, owner_staff_id, state,"
    " renews_id, edition FROM promise WHERE promise_id = $1";

static const char SQL_SETTLE[] =
    "UPDATE promise SET state = $2, settled_at = $3, edition = edition + 1"
    " WHERE promise_id = $1 AND state = 'open'";

static const char SQL_EVENT[] =
    "INSERT INTO promise_event (promise_id, kind, at, staff_id, note)"
    " VALUES ($1, $2, $3, $4, $5)";

static const char SQL_NOTE_PASSED_ON[] =
    "INSERT INTO promise_event (promise_id, kind, at, staff_id, note)"
    " SELECT p.promise_id, 'passed_on', CAST($4 AS INTEGER),"
    " CAST($5 AS INTEGER), '' FROM promise p"
    " WHERE p.request_id = $1 AND p.state = 'open'"
    " AND p.owner_staff_id IN ($2, $3) AND p.owner_staff_id <> $5";

static const char SQL_PASS_ON[] =
    "UPDATE promise SET owner_staff_id = $4, edition = edition + 1"
    " WHERE request_id = $1 AND state = 'open'"
    " AND owner_staff_id IN ($2, $3) AND owner_staff_id <> $4";

static const char SQL_TAKE_BACK_EVENT[] =
    "UPDATE promise_event SET taken_back_at = $4 WHERE promise_event_id ="
    " (SELECT MAX(e.promise_event_id) FROM promise_event e"
    " WHERE e.promise_id = $1 AND e.staff_id = $2 AND e.at = $3"
    " AND e.kind IN ('kept', 'withdrawn', 'renewed')"
    " AND e.taken_back_at IS NULL)";

static const char SQL_OPEN_AGAIN[] =
    "UPDATE promise SET state = 'open', settled_at = NULL,"
    " edition = edition + 1 WHERE promise_id = $1 AND state <> 'open'"
    " AND taken_back_at IS NULL";

static const char SQL_UNMAKE[] =
    "UPDATE promise SET state = 'withdrawn', settled_at = $3,"
    " taken_back_at = $3, edition = edition + 1"
    " WHERE request_id = $1 AND renews_id = $2 AND state = 'open'"
    " AND owner_staff_id = $4";

/* As it was made: neither settled nor passed on since. */
static const char SQL_UNMAKE_FIRST[] =
    "UPDATE promise SET state = 'withdrawn', settled_at = $4,"
    " taken_back_at = $4, edition = edition + 1"
    " WHERE promise_id = $1 AND made_by = $2 AND made_at = $3"
    " AND state = 'open' AND NOT EXISTS (SELECT 1 FROM promise_event e"
    " WHERE e.promise_id = $1 AND e.kind = 'passed_on')";

bool promise_event_insert(struct db *db, int64_t promise_id, const char *kind,
			  int64_t at, int64_t staff_id, const char *note,
			  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_EVENT);
	query_int(&q, 1, promise_id);
	query_text(&q, 2, kind);
	query_int(&q, 3, at);
	query_int(&q, 4, staff_id);
	query_text(&q, 5, note != NULL ? note : "");
	return query_run(&q, err);
}

bool promise_insert(struct db *db, const struct promise *promise,
		    int64_t made_at, int64_t made_by, int64_t *promise_id,
		    struct error *err)
{
	struct query q;
	struct id uuid;

	id_new(db_clock(db), &uuid);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, uuid.text);
	query_int(&q, 2, promise->request_id);
	query_text(&q, 3, promise->what);
	query_int(&q, 4, promise->due_at);
	query_text(&q, 5, promise->due_on.text);
	query_int(&q, 6, promise->site_id);
	query_int(&q, 7, promise->owner_staff_id);
	query_int(&q, 8, made_at);
	query_int(&q, 9, made_by);
	query_key(&q, 10, promise->renews_id);
	return query_insert(&q, promise_id, err) &&
	       promise_event_insert(db, *promise_id, "made", made_at, made_by,
				    "", err);
}

bool promise_get(struct db *db, int64_t promise_id, struct promise *out,
		 struct error *err)
{
	struct query q;
	bool is_there;

	memset(out, 0, sizeof(*out));
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, promise_id);
	is_there = query_row(&q);
	if (is_there) {
		out->promise_id = promise_id;
		out->request_id = row_int(&q, 0);
		out->what = row_copy(&q, 1);
		out->due_at = row_int(&q, 2);
		strncpy(out->due_on.text, row_text(&q, 3),
			sizeof(out->due_on.text) - 1);
		out->site_id = row_int(&q, 4);
		out->owner_staff_id = row_int(&q, 5);
		promise_state_parse(row_text(&q, 6), &out->state);
		out->renews_id = row_int(&q, 7);
		out->edition = row_int(&q, 8);
	}
	if (!query_end(&q, err)) {
		promise_release(out);
		return false;
	}
	return is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", "");
}

bool promise_settle(struct db *db, int64_t promise_id, enum promise_state state,
		    int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SETTLE);
	query_int(&q, 1, promise_id);
	query_text(&q, 2, promise_state_name(state));
	query_int(&q, 3, at);
	return query_change(&q, err);
}

static bool unmake(struct db *db, const struct promise *old, int64_t at,
		   struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_UNMAKE);
	query_int(&q, 1, old->request_id);
	query_int(&q, 2, old->promise_id);
	query_int(&q, 3, at);
	query_int(&q, 4, old->owner_staff_id);
	return query_change(&q, err);
}

bool promise_take_back(struct db *db, int64_t promise_id, int64_t staff_id,
		       int64_t settled_at, int64_t at, enum promise_state *was,
		       struct error *err)
{
	struct promise promise;
	struct query q;
	bool done;

	if (!promise_get(db, promise_id, &promise, err))
		return false;
	*was = promise.state;
	done = *was != PROMISE_RENEWED || unmake(db, &promise, at, err);
	promise_release(&promise);
	if (!done)
		return false;
	query_begin(&q, db, SQL_TAKE_BACK_EVENT);
	query_int(&q, 1, promise_id);
	query_int(&q, 2, staff_id);
	query_int(&q, 3, settled_at);
	query_int(&q, 4, at);
	if (!query_change(&q, err))
		return false;
	query_begin(&q, db, SQL_OPEN_AGAIN);
	query_int(&q, 1, promise_id);
	return query_change(&q, err);
}

bool promise_unmake(struct db *db, int64_t promise_id, int64_t made_by,
		    int64_t made_at, int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_UNMAKE_FIRST);
	query_int(&q, 1, promise_id);
	query_int(&q, 2, made_by);
	query_int(&q, 3, made_at);
	query_int(&q, 4, at);
	return query_change(&q, err);
}

static void bind_pass_on(struct query *q, int64_t request_id, int64_t from1,
			 int64_t from2)
{
	query_int(q, 1, request_id);
	query_int(q, 2, from1);
	query_int(q, 3, from2);
}

bool promise_pass_on(struct db *db, int64_t request_id, int64_t from1,
		     int64_t from2, int64_t to, int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_NOTE_PASSED_ON);
	bind_pass_on(&q, request_id, from1, from2);
	query_int(&q, 4, at);
	query_int(&q, 5, to);
	if (!query_run(&q, err))
		return false;
	query_begin(&q, db, SQL_PASS_ON);
	bind_pass_on(&q, request_id, from1, from2);
	query_int(&q, 4, to);
	return query_run(&q, err);
}
