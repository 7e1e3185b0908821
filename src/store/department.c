/*
 * department.c - the departments that work for the city
 */
#include <stdlib.h>

#include "frontdesk/base/id.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/city.h"

static const char SQL_INSERT[] =
    "INSERT INTO department (uuid, name, telephone, place) "
    "VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING "
    "RETURNING department_id";
static const char SQL_FIND[] =
    "SELECT department_id FROM department WHERE name = $1";
static const char SQL_LIST[] =
    "SELECT department_id, name, telephone, place FROM department "
    "ORDER BY name";

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

bool department_list(struct db *db, struct department_list *out,
		     struct error *err)
{
	struct query q;

	*out = (struct department_list){0};
	query_begin(&q, db, SQL_LIST);
	while (query_row(&q)) {
		struct department *item;

		out->items =
		    mem_resize(out->items, out->count + 1, sizeof(*out->items));
		item = &out->items[out->count++];
		item->department_id = row_int(&q, 0);
		item->name = row_copy(&q, 1);
		item->telephone = row_copy(&q, 2);
		item->place = row_copy(&q, 3);
	}
	if (query_end(&q, err))
		return true;
	department_list_release(out);
	return false;
}
