/*
 * target.c - who could receive a request
 */
#include "frontdesk/store/target.h"

static const char SQL_DEPARTMENTS[] =
    "SELECT d.department_id, d.name, d.telephone, d.place, tv.name,"
    " CASE WHEN EXISTS (SELECT 1 FROM handoff h WHERE h.request_id = $1"
    "  AND h.to_department_id = d.department_id AND h.to_staff_id IS NULL)"
    "  THEN 1 ELSE 0 END,"
    " CASE WHEN EXISTS (SELECT 1 FROM handoff h WHERE h.request_id = $1"
    "  AND h.to_department_id = d.department_id AND h.to_staff_id IS NULL"
    "  AND h.state = 'returned') THEN 1 ELSE 0 END,"
    " d.deputy_id, d.deputy_staff_id"
    " FROM department d LEFT JOIN request r ON r.request_id = $1"
    " LEFT JOIN topic tt ON tt.topic_id = r.topic_id"
    " LEFT JOIN topic_version tv ON tv.department_id = d.department_id"
    " AND tv.topic_version_id ="
    "  coalesce(tt.topic_version_id, r.topic_version_id)"
    " ORDER BY d.name";

#define AT_DESK(since)                                                         \
	" CASE WHEN EXISTS (SELECT 1 FROM session z"                           \
	"  WHERE z.staff_id = s.staff_id AND z.ended_at IS NULL"               \
	"  AND z.began_at >= " since ") THEN 1 ELSE 0 END"

static const char SQL_STAFF[] =
    "SELECT s.staff_id, s.department_id, s.formal_name, d.name, s.telephone,"
    " s.in_until_minute, tv.name,"
    " CASE WHEN x.staff_id IS NOT NULL OR EXISTS (SELECT 1 FROM handoff h"
    "  WHERE h.request_id = $1 AND (h.from_staff_id = s.staff_id"
    "  OR h.to_staff_id = s.staff_id)) THEN 1 ELSE 0 END,"
    " CASE WHEN EXISTS (SELECT 1 FROM handoff h JOIN handoff_event e"
    "  ON e.handoff_id = h.handoff_id AND e.kind = 'returned'"
    "  WHERE h.request_id = $1 AND e.staff_id = s.staff_id)"
    "  THEN 1 ELSE 0 END,"
    " CASE WHEN r.owner_staff_id = s.staff_id THEN 1 ELSE 0 END," AT_DESK(
	"$3") " FROM staff s"
	      " LEFT JOIN department d ON d.department_id = s.department_id"
	      " LEFT JOIN request r ON r.request_id = $1"
	      " LEFT JOIN topic tt ON tt.topic_id = r.topic_id"
	      " LEFT JOIN topic_version tv ON tv.staff_id = s.staff_id"
	      " AND tv.topic_version_id ="
	      "  coalesce(tt.topic_version_id, r.topic_version_id)"
	      " LEFT JOIN touch x ON x.request_id = $1"
	      "  AND x.staff_id = s.staff_id"
	      " WHERE s.is_active = 1 AND s.staff_id <> $2"
	      " ORDER BY s.name, s.staff_id";

static const char SQL_RECEIVERS[] =
    "SELECT s.staff_id, s.department_id, s.formal_name, d.name," AT_DESK(
	"$3") " FROM staff s"
	      " LEFT JOIN department d ON d.department_id = s.department_id"
	      " LEFT JOIN department w ON w.department_id = $2"
	      " WHERE s.is_active = 1 AND CASE WHEN $1 <> 0"
	      "  THEN CASE WHEN s.staff_id = $1 THEN 1 ELSE 0 END"
	      "  WHEN s.department_id = $2 OR s.department_id = w.deputy_id"
	      "  OR s.staff_id = w.deputy_staff_id THEN 1 ELSE 0 END = 1"
	      " ORDER BY CASE WHEN s.department_id = $2 THEN 0 ELSE 1 END,"
	      " s.name, s.staff_id";

static bool list_departments(struct db *db, int64_t request_id, target_fn *each,
			     void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DEPARTMENTS);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct target target = {
		    .department_id = row_int(&q, 0),
		    .name = row_text(&q, 1),
		    .telephone = row_text(&q, 2),
		    .place = row_text(&q, 3),
		    .in_until_minute = -1,
		    .topic = row_text(&q, 4),
		    .is_handler = !row_is_null(&q, 4),
		    .had_it = row_int(&q, 5) == 1,
		    .returned_it = row_int(&q, 6) == 1,
		    .deputy_id = row_int(&q, 7),
		    .deputy_staff_id = row_int(&q, 8),
		};

		each(&target, state);
	}
	return query_end(&q, err);
}

static bool list_staff(struct db *db, const struct target_query *query,
		       target_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_STAFF);
	query_int(&q, 1, query->request_id);
	query_int(&q, 2, query->but_staff_id);
	query_int(&q, 3, query->since_at);
	while (query_row(&q)) {
		struct target target = {
		    .staff_id = row_int(&q, 0),
		    .department_id = row_int(&q, 1),
		    .name = row_text(&q, 2),
		    .department = row_text(&q, 3),
		    .telephone = row_text(&q, 4),
		    .in_until_minute =
			row_is_null(&q, 5) ? -1 : (int)row_int(&q, 5),
		    .topic = row_text(&q, 6),
		    .is_handler = !row_is_null(&q, 6),
		    .had_it = row_int(&q, 7) == 1,
		    .returned_it = row_int(&q, 8) == 1,
		    .owns_it = row_int(&q, 9) == 1,
		    .is_at_desk = row_int(&q, 10) == 1,
		};

		each(&target, state);
	}
	return query_end(&q, err);
}

bool target_list(struct db *db, const struct target_query *query,
		 target_fn *each, void *state, struct error *err)
{
	return list_departments(db, query->request_id, each, state, err) &&
	       list_staff(db, query, each, state, err);
}

bool target_list_receivers(struct db *db, int64_t staff_id,
			   int64_t department_id, int64_t since_at,
			   target_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_RECEIVERS);
	query_int(&q, 1, staff_id);
	query_int(&q, 2, department_id);
	query_int(&q, 3, since_at);
	while (query_row(&q)) {
		struct target target = {
		    .staff_id = row_int(&q, 0),
		    .department_id = row_int(&q, 1),
		    .name = row_text(&q, 2),
		    .department = row_text(&q, 3),
		    .in_until_minute = -1,
		    .is_at_desk = row_int(&q, 4) == 1,
		};

		each(&target, state);
	}
	return query_end(&q, err);
}
