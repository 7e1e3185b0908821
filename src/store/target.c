/*
 * target.c - who could receive a request
 */
#include "frontdesk/store/target.h"

static const char SQL_DEPARTMENTS[] =
    "SELECT d.department_id, d.name, d.telephone, d.place, tv.name"
    " FROM department d LEFT JOIN request r ON r.request_id = $1"
    " LEFT JOIN topic tt ON tt.topic_id = r.topic_id"
    " LEFT JOIN topic_version tv ON tv.department_id = d.department_id"
    " AND tv.topic_version_id ="
    "  coalesce(tt.topic_version_id, r.topic_version_id)"
    " ORDER BY d.name";

static const char SQL_STAFF[] =
    "SELECT s.staff_id, s.department_id, s.formal_name, d.name, s.telephone,"
    " s.in_until_minute, tv.name, x.staff_id"
    " FROM staff s LEFT JOIN department d ON d.department_id = s.department_id"
    " LEFT JOIN request r ON r.request_id = $1"
    " LEFT JOIN topic tt ON tt.topic_id = r.topic_id"
    " LEFT JOIN topic_version tv ON tv.staff_id = s.staff_id"
    " AND tv.topic_version_id ="
    "  coalesce(tt.topic_version_id, r.topic_version_id)"
    " LEFT JOIN touch x ON x.request_id = $1 AND x.staff_id = s.staff_id"
    " WHERE s.is_active = 1 AND s.staff_id <> $2 ORDER BY s.name, s.staff_id";

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
		};

		each(&target, state);
	}
	return query_end(&q, err);
}

static bool list_staff(struct db *db, int64_t request_id, int64_t but_staff_id,
		       target_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_STAFF);
	query_int(&q, 1, request_id);
	query_int(&q, 2, but_staff_id);
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
		    .had_it = !row_is_null(&q, 7),
		};

		each(&target, state);
	}
	return query_end(&q, err);
}

bool target_list(struct db *db, int64_t request_id, int64_t but_staff_id,
		 target_fn *each, void *state, struct error *err)
{
	return list_departments(db, request_id, each, state, err) &&
	       list_staff(db, request_id, but_staff_id, each, state, err);
}
