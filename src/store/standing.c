/*
 * standing.c - how a request stands
 */
#include "frontdesk/store/standing.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/str.h"

/* Before F9 the people may stand with the visit alone. */
static const char SQL_GET[] =
    "SELECT r.reference, r.state, r.owner_staff_id, r.owner_department_id,"
    " CASE WHEN EXISTS (SELECT 1 FROM request_party p"
    "  WHERE p.request_id = r.request_id AND p.part <> 'interpreter')"
    " OR EXISTS (SELECT 1 FROM contact c"
    "  JOIN visit_person w ON w.visit_id = c.visit_id"
    "  WHERE c.request_id = r.request_id AND r.state = 'draft'"
    "  AND w.part <> 'interpreter')"
    " THEN 1 ELSE 0 END, r.contact_text"
    " FROM request r WHERE r.request_id = $1";

static const char SQL_OPEN[] =
    "UPDATE request SET state = 'open', resolved_at = NULL,"
    " resolved_on = NULL,"
    " owner_staff_id = CASE WHEN owner_staff_id IS NULL"
    "  AND owner_department_id IS NULL THEN CAST($2 AS INTEGER)"
    "  ELSE owner_staff_id END,"
    " owner_department_id = CASE WHEN owner_staff_id IS NULL"
    "  AND owner_department_id IS NULL THEN CAST($3 AS INTEGER)"
    "  ELSE owner_department_id END,"
    " edition = edition + 1"
    " WHERE request_id = $1 AND (state <> 'open'"
    " OR (owner_staff_id IS NULL AND owner_department_id IS NULL))";

static const char SQL_OWN[] =
    "UPDATE request SET owner_staff_id = CAST($2 AS INTEGER),"
    " owner_department_id = CAST($3 AS INTEGER), edition = edition + 1"
    " WHERE request_id = $1";

static const char SQL_RESOLVE[] =
    "UPDATE request SET state = 'resolved', result = 'answered',"
    " resolved_at = $2, resolved_on = $3, edition = edition + 1"
    " WHERE request_id = $1 AND state = 'open'";

static const char SQL_TOUCH[] =
    "INSERT INTO touch (request_id, staff_id, first_at) VALUES ($1, $2, $3)"
    " ON CONFLICT (request_id, staff_id) DO NOTHING";

/* Nothing else that counts says that this person acted. */
static const char SQL_UNTOUCH[] =
    "DELETE FROM touch WHERE request_id = $1 AND staff_id = $2"
    " AND first_at = $3"
    " AND NOT EXISTS (SELECT 1 FROM contact c"
    "  WHERE c.request_id = $1 AND c.staff_id = $2)"
    " AND NOT EXISTS (SELECT 1 FROM handoff h JOIN handoff_event e"
    "  ON e.handoff_id = h.handoff_id"
    "  WHERE h.request_id = $1 AND e.staff_id = $2)"
    " AND NOT EXISTS (SELECT 1 FROM promise p JOIN promise_event e"
    "  ON e.promise_id = p.promise_id WHERE p.request_id = $1"
    "  AND e.staff_id = $2 AND p.taken_back_at IS NULL"
    "  AND e.taken_back_at IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM acknowledgement a"
    "  WHERE a.request_id = $1 AND a.staff_id = $2"
    "  AND a.taken_back_at IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM told o JOIN told_event e"
    "  ON e.told_id = o.told_id WHERE o.request_id = $1"
    "  AND e.staff_id = $2 AND e.taken_back_at IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM resolution x"
    "  WHERE x.request_id = $1 AND x.staff_id = $2"
    "  AND x.taken_back_at IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM joining j WHERE j.request_id = $1"
    "  AND j.staff_id = $2 AND j.taken_back_at IS NULL)";

static const char SQL_HAND_OFF[] = "UPDATE contact SET result = 'handed_off'"
				   " WHERE visit_id = $1 AND request_id = $2";

static const char SQL_SET_CONTACT[] =
    "UPDATE request SET contact_text = $2, edition = edition + 1"
    " WHERE request_id = $1";

void standing_release(struct standing *standing)
{
	free(standing->reference);
	free(standing->contact_text);
	memset(standing, 0, sizeof(*standing));
}

bool standing_get(struct db *db, int64_t request_id, struct standing *out,
		  struct error *err)
{
	struct query q;
	bool is_there;

	memset(out, 0, sizeof(*out));
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, request_id);
	is_there = query_row(&q);
	if (is_there) {
		out->request_id = request_id;
		out->reference = row_copy(&q, 0);
		out->state = request_state_of(row_text(&q, 1));
		out->owner_staff_id = row_int(&q, 2);
		out->owner_department_id = row_int(&q, 3);
		out->is_named = row_int(&q, 4) == 1;
		out->contact_text = row_copy(&q, 5);
		out->is_reachable =
		    out->is_named || !str_is_blank(out->contact_text);
	}
	if (!query_end(&q, err)) {
		standing_release(out);
		return false;
	}
	return is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", "");
}

bool standing_open(struct db *db, int64_t request_id, int64_t staff_id,
		   int64_t department_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OPEN);
	query_int(&q, 1, request_id);
	query_key(&q, 2, staff_id);
	query_key(&q, 3, department_id);
	return query_run(&q, err);
}

bool standing_own(struct db *db, int64_t request_id, int64_t staff_id,
		  int64_t department_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OWN);
	query_int(&q, 1, request_id);
	query_key(&q, 2, staff_id);
	query_key(&q, 3, department_id);
	return query_run(&q, err);
}

bool standing_resolve(struct db *db, int64_t request_id, int64_t at,
		      struct day on, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_RESOLVE);
	query_int(&q, 1, request_id);
	query_int(&q, 2, at);
	query_text(&q, 3, on.text);
	return query_change(&q, err);
}

bool standing_set_contact(struct db *db, int64_t request_id,
			  const char *contact_text, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SET_CONTACT);
	query_int(&q, 1, request_id);
	query_text(&q, 2, contact_text);
	return query_change(&q, err);
}

bool standing_touch(struct db *db, int64_t request_id, int64_t staff_id,
		    int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TOUCH);
	query_int(&q, 1, request_id);
	query_int(&q, 2, staff_id);
	query_int(&q, 3, at);
	return query_run(&q, err);
}

bool standing_untouch(struct db *db, int64_t request_id, int64_t staff_id,
		      int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_UNTOUCH);
	query_int(&q, 1, request_id);
	query_int(&q, 2, staff_id);
	query_int(&q, 3, at);
	return query_run(&q, err);
}

bool standing_hand_off(struct db *db, int64_t request_id, int64_t visit_id,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_HAND_OFF);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, request_id);
	return query_run(&q, err);
}
