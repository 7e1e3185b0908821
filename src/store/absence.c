/*
 * absence.c - who is away, and on which days
 */
#include "frontdesk/store/absence.h"

#include <stdio.h>

#include "frontdesk/base/id.h"

static const char SQL_EACH[] =
    "SELECT a.absence_id, a.staff_id, a.from_on, a.to_on, s.name,"
    " s.formal_name, d.name, coalesce(ds.formal_name, dd.name)"
    " FROM absence a JOIN staff s ON s.staff_id = a.staff_id"
    " LEFT JOIN department d ON d.department_id = s.department_id"
    " LEFT JOIN department dd ON dd.department_id = d.deputy_id"
    " LEFT JOIN staff ds ON ds.staff_id = d.deputy_staff_id"
    " WHERE a.withdrawn_at IS NULL AND a.to_on >= $1 AND a.from_on <= $2"
    " AND s.is_active = 1 ORDER BY a.from_on, s.name, a.absence_id";

static const char SQL_INSERT[] =
    "INSERT INTO absence (uuid, staff_id, from_on, to_on, made_at, made_by)"
    " VALUES ($1, $2, $3, $4, $5, $6)";

static const char SQL_STAFF[] = "SELECT staff_id FROM absence"
				" WHERE absence_id = $1"
				" AND withdrawn_at IS NULL";

static const char SQL_END[] =
    "UPDATE absence SET withdrawn_at = $2, withdrawn_by = $3"
    " WHERE absence_id = $1 AND withdrawn_at IS NULL";

static const char SQL_END_DAY[] =
    "UPDATE absence SET withdrawn_at = $3, withdrawn_by = $4"
    " WHERE withdrawn_at IS NULL AND to_on >= $2 AND from_on <= $2"
    " AND staff_id = (SELECT k.staff_id FROM absence k"
    "  WHERE k.absence_id = $1 AND k.to_on >= $2 AND k.from_on <= $2)";

static void read_day(const struct query *q, int column, struct day *out)
{
	const char *text = row_text(q, column);

	snprintf(out->text, sizeof(out->text), "%s", text != NULL ? text : "");
}

bool absence_each(struct db *db, struct day ends_from, struct day begins_by,
		  absence_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_EACH);
	query_text(&q, 1, ends_from.text);
	query_text(&q, 2, begins_by.text);
	while (query_row(&q)) {
		struct absence absence = {
		    .absence_id = row_int(&q, 0),
		    .staff_id = row_int(&q, 1),
		    .name = row_text(&q, 4),
		    .formal_name = row_text(&q, 5),
		    .department = row_text(&q, 6),
		    .deputy = row_text(&q, 7),
		};

		read_day(&q, 2, &absence.from);
		read_day(&q, 3, &absence.to);
		each(&absence, state);
	}
	return query_end(&q, err);
}

bool absence_insert(struct db *db, int64_t staff_id, struct day from,
		    struct day to, int64_t *absence_id, struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_int(&q, 2, staff_id);
	query_text(&q, 3, from.text);
	query_text(&q, 4, to.text);
	query_int(&q, 5, db_now(db));
	query_int(&q, 6, db_actor(db));
	return query_insert(&q, absence_id, err);
}

bool absence_staff(struct db *db, int64_t absence_id, int64_t *staff_id,
		   struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_STAFF);
	query_int(&q, 1, absence_id);
	return query_one(&q, staff_id, err);
}

bool absence_end(struct db *db, int64_t absence_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_END);
	query_int(&q, 1, absence_id);
	query_int(&q, 2, db_now(db));
	query_key(&q, 3, db_actor(db));
	return query_change(&q, err);
}

bool absence_end_day(struct db *db, int64_t absence_id, struct day day,
		     struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_END_DAY);
	query_int(&q, 1, absence_id);
	query_text(&q, 2, day.text);
	query_int(&q, 3, db_now(db));
	query_int(&q, 4, db_actor(db));
	return query_run(&q, err);
}
