/*
 * department.c - the departments that work for the city
 */
#include "frontdesk/base/id.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/city.h"

static const char SQL_INSERT[] =
    "INSERT INTO department (uuid, name, telephone, place) "
    "VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING "
    "RETURNING department_id";
static const char SQL_UPDATE[] =
    "UPDATE department SET telephone = $2, place = $3, delivery = $4,"
    " delivery_to = $5, deputy_id = $6, deputy_staff_id = $7"
    " WHERE department_id = $1 RETURNING department_id";
static const char SQL_FIND[] =
    "SELECT department_id FROM department WHERE name = $1";

#define DEPARTMENT_COLUMNS                                                     \
	"SELECT d.department_id, d.name, d.telephone, d.place, d.delivery,"    \
	" d.delivery_to, d.deputy_id, d.deputy_staff_id,"                      \
	" coalesce(k.name, s.formal_name) FROM department d"                   \
	" LEFT JOIN department k ON k.department_id = d.deputy_id"             \
	" LEFT JOIN staff s ON s.staff_id = d.deputy_staff_id"

static const char SQL_LIST[] = DEPARTMENT_COLUMNS " ORDER BY d.name";
static const char SQL_GET[] = DEPARTMENT_COLUMNS " WHERE d.department_id = $1";

bool department_find(struct db *db, const char *name, int64_t *department_id,
		     struct error *err)
{
	struct query q;

	*department_id = 0;
	query_begin(&q, db, SQL_FIND);
	query_text(&q, 1, name);
	if (query_row(&q))
		*department_id = row_int(&q, 0);
	return query_end(&q, err);
}

bool department_insert(struct db *db, const struct department *department,
		       int64_t *department_id, struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_text(&q, 2, department->name);
	query_text(&q, 3, department->telephone);
	query_text(&q, 4, department->place);
	if (query_one(&q, department_id, err))
		return true;
	return err->code == ERROR_NOT_FOUND &&
	       department_find(db, department->name, department_id, err);
}

bool department_update(struct db *db, const struct department *department,
		       struct error *err)
{
	struct query q;
	int64_t id;

	query_begin(&q, db, SQL_UPDATE);
	query_int(&q, 1, department->department_id);
	query_text(&q, 2, department->telephone);
	query_text(&q, 3, department->place);
	query_text(&q, 4, delivery_name(department->delivery));
	query_text(&q, 5, department->delivery_to);
	query_key(&q, 6, department->deputy_id);
	query_key(&q, 7, department->deputy_staff_id);
	return query_one(&q, &id, err);
}

static void read_row(const struct query *q, struct department *out)
{
	struct error ignored;

	*out = (struct department){
	    .department_id = row_int(q, 0),
	    .name = row_copy(q, 1),
	    .telephone = row_copy(q, 2),
	    .place = row_copy(q, 3),
	    .delivery_to = row_copy(q, 5),
	    .deputy_id = row_int(q, 6),
	    .deputy_staff_id = row_int(q, 7),
	    .deputy = row_copy(q, 8),
	};
	/* A CHECK of the schema keeps the word one of the three. */
	delivery_parse(row_text(q, 4), &out->delivery, &ignored);
}

bool department_get(struct db *db, int64_t department_id,
		    struct department *out, struct error *err)
{
	struct query q;
	bool is_there;

	*out = (struct department){0};
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, department_id);
	is_there = query_row(&q);
	if (is_there)
		read_row(&q, out);
	if (!query_end(&q, err)) {
		department_release(out);
		return false;
	}
	return is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", "");
}

bool department_list(struct db *db, struct department_list *out,
		     struct error *err)
{
	struct query q;

	*out = (struct department_list){0};
	query_begin(&q, db, SQL_LIST);
	while (query_row(&q)) {
		out->items =
		    mem_resize(out->items, out->count + 1, sizeof(*out->items));
		read_row(&q, &out->items[out->count++]);
	}
	if (query_end(&q, err))
		return true;
	department_list_release(out);
	return false;
}
