/*
 * interpreter.c - who works here and interprets in a visit
 */
#include "frontdesk/store/interpreter.h"

static const char SQL_INSERT[] =
    "INSERT INTO visit_interpreter (visit_id, staff_id, at, noted_by)"
    " SELECT v.visit_id, CAST($2 AS INTEGER), CAST($3 AS INTEGER),"
    " CAST($4 AS INTEGER) FROM visit v WHERE v.visit_id = $1"
    " AND NOT EXISTS (SELECT 1 FROM visit_interpreter i"
    " WHERE i.visit_id = $1 AND i.staff_id = $2"
    " AND i.taken_back_at IS NULL)";

static const char SQL_TAKE_BACK[] =
    "UPDATE visit_interpreter SET taken_back_at = $3"
    " WHERE visit_id = $1 AND staff_id = $2 AND taken_back_at IS NULL";

static const char SQL_LIST[] =
    "SELECT i.staff_id, s.formal_name FROM visit_interpreter i"
    " JOIN staff s ON s.staff_id = i.staff_id"
    " WHERE i.visit_id = $1 AND i.taken_back_at IS NULL"
    " ORDER BY i.visit_interpreter_id";

bool interpreter_insert(struct db *db, int64_t visit_id, int64_t staff_id,
			int64_t at, int64_t noted_by, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_INSERT);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, staff_id);
	query_int(&q, 3, at);
	query_int(&q, 4, noted_by);
	return query_run(&q, err);
}

bool interpreter_take_back(struct db *db, int64_t visit_id, int64_t staff_id,
			   int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TAKE_BACK);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, staff_id);
	query_int(&q, 3, at);
	return query_change(&q, err);
}

bool interpreter_list(struct db *db, struct visit *visit, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_LIST);
	query_int(&q, 1, visit->visit_id);
	while (query_row(&q))
		visit_add_interpreter(visit, row_int(&q, 0), row_text(&q, 1));
	return query_end(&q, err);
}
