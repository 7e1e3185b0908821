/*
 * staff.c - who works here, and the languages they speak
 */
#include "frontdesk/store/staff.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/id.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

#define STAFF_COLUMNS                                                          \
	"s.staff_id, s.login, s.name, s.formal_name, s.role, "                 \
	"s.department_id, d.name, s.telephone, s.in_until_minute, "            \
	"s.pin_hash IS NOT NULL, s.is_active, l.language "
#define STAFF_TABLES                                                           \
	"FROM staff s LEFT JOIN department d "                                 \
	"ON d.department_id = s.department_id "                                \
	"LEFT JOIN staff_language l ON l.staff_id = s.staff_id "

/* One row for each language, so that a person's rows stand together. */
static const char SQL_GET[] = "SELECT " STAFF_COLUMNS STAFF_TABLES
			      "WHERE s.staff_id = $1 ORDER BY l.language";
static const char SQL_LIST[] =
    "SELECT " STAFF_COLUMNS STAFF_TABLES
    "WHERE s.is_active = 1 ORDER BY s.name, s.staff_id, l.language";
static const char SQL_LIST_ALL[] = "SELECT " STAFF_COLUMNS STAFF_TABLES
				   "ORDER BY s.name, s.staff_id, l.language";
static const char SQL_BY_LOGIN[] =
    "SELECT staff_id FROM staff WHERE login = $1";
static const char SQL_BY_NAME[] = "SELECT staff_id FROM staff "
				  "WHERE name = $1 AND is_active = 1 "
				  "ORDER BY staff_id LIMIT 1";
static const char SQL_FIRST_CLERK[] =
    "SELECT staff_id FROM staff WHERE role = 'clerk' AND is_active = 1 "
    "ORDER BY staff_id LIMIT 1";
static const char SQL_INSERT[] =
    "INSERT INTO staff (uuid, login, name, formal_name, role, department_id, "
    "telephone, in_until_minute, pin_hash, is_active) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
    "ON CONFLICT (login) DO NOTHING RETURNING staff_id";
static const char SQL_UPDATE[] =
    "UPDATE staff SET login = $2, name = $3, formal_name = $4, role = $5, "
    "department_id = $6, telephone = $7, in_until_minute = $8, "
    "pin_hash = coalesce(CAST($9 AS TEXT), pin_hash), is_active = $10 "
    "WHERE staff_id = $1 RETURNING staff_id";
static const char SQL_FORGET_LANGUAGES[] =
    "DELETE FROM staff_language WHERE staff_id = $1";
static const char SQL_LANGUAGE[] =
    "INSERT INTO staff_language (staff_id, language) VALUES ($1, $2) "
    "ON CONFLICT DO NOTHING";

static bool read_staff(const struct query *q, struct staff *out,
		       struct error *err)
{
	out->staff_id = row_int(q, 0);
	out->login = row_copy(q, 1);
	out->name = row_copy(q, 2);
	out->formal_name = row_copy(q, 3);
	out->department_id = row_int(q, 5);
	out->department = row_copy(q, 6);
	out->telephone = row_copy(q, 7);
	out->in_until_minute = row_is_null(q, 8) ? -1 : (int)row_int(q, 8);
	out->has_pin = row_int(q, 9) == 1;
	out->is_active = row_int(q, 10) == 1;
	return role_parse(row_text(q, 4), &out->role, err);
}

static void add_language(struct staff *staff, const char *language)
{
	struct str languages = STR_INIT;

	if (language == NULL)
		return;
	str_add(&languages, staff->languages);
	str_addf(&languages, "%s%s", languages.len > 0 ? " " : "", language);
	free(staff->languages);
	staff->languages = str_take(&languages);
}

static bool read_list(struct query *q, struct staff_list *out,
		      struct error *err)
{
	bool is_read = true;

	*out = (struct staff_list){0};
	while (is_read && query_row(q)) {
		if (out->count == 0 ||
		    out->items[out->count - 1].staff_id != row_int(q, 0)) {
			out->items = mem_resize(out->items, out->count + 1,
						sizeof(*out->items));
			out->items[out->count] = (struct staff){0};
			is_read = read_staff(q, &out->items[out->count++], err);
		}
		add_language(&out->items[out->count - 1], row_text(q, 11));
	}
	if (query_end(q, err) && is_read)
		return true;
	staff_list_release(out);
	return false;
}

bool staff_get(struct db *db, int64_t staff_id, struct staff *out,
	       struct error *err)
{
	struct staff_list list;
	struct query q;

	*out = (struct staff){0};
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, staff_id);
	if (!read_list(&q, &list, err))
		return false;
	if (list.count == 0)
		return error_set(err, ERROR_NOT_FOUND, "staff",
				 _("Nobody of the staff is kept under this "
				   "number."));
	*out = list.items[0];
	free(list.items);
	return true;
}

bool staff_find(struct db *db, const char *login, struct staff *out,
		struct error *err)
{
	static const char *const ways[] = {SQL_BY_LOGIN, SQL_BY_NAME};

	*out = (struct staff){0};
	for (size_t i = 0; i < MEM_COUNT(ways); i++) {
		struct query q;
		int64_t staff_id;

		query_begin(&q, db, ways[i]);
		query_text(&q, 1, login);
		if (query_one(&q, &staff_id, err))
			return staff_get(db, staff_id, out, err);
		if (err->code != ERROR_NOT_FOUND)
			return false;
	}
	return false;
}

bool staff_first_clerk(struct db *db, int64_t *staff_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FIRST_CLERK);
	return query_one(&q, staff_id, err);
}

bool staff_list(struct db *db, bool with_inactive, struct staff_list *out,
		struct error *err)
{
	struct query q;

	query_begin(&q, db, with_inactive ? SQL_LIST_ALL : SQL_LIST);
	return read_list(&q, out, err);
}

static bool save_languages(struct db *db, int64_t staff_id,
			   const char *languages, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FORGET_LANGUAGES);
	query_int(&q, 1, staff_id);
	if (!query_run(&q, err))
		return false;
	while (languages != NULL && *languages != '\0') {
		size_t len = strcspn(languages, " ");
		char *language = mem_copy_n(languages, len);

		languages += len + strspn(languages + len, " ");
		query_begin(&q, db, SQL_LANGUAGE);
		query_int(&q, 1, staff_id);
		query_text(&q, 2, language);
		free(language);
		if (!query_run(&q, err))
			return false;
	}
	return true;
}

static void bind_staff(struct query *q, const struct staff *staff,
		       const char *pin_hash)
{
	query_text(q, 2, staff->login);
	query_text(q, 3, staff->name);
	query_text(q, 4, staff->formal_name);
	query_text(q, 5, role_name(staff->role));
	query_key(q, 6, staff->department_id);
	query_text(q, 7, staff->telephone);
	if (staff->in_until_minute < 0)
		query_null(q, 8);
	else
		query_int(q, 8, staff->in_until_minute);
	query_text(q, 9, pin_hash);
	query_int(q, 10, staff->is_active);
}

static bool login_taken(const struct staff *staff, struct error *err)
{
	return error_set(err, ERROR_CONFLICT, "login",
			 _("The login “%s” is another person's: choose another "
			   "one."),
			 staff->login);
}

bool staff_insert(struct db *db, const struct staff *staff,
		  const char *pin_hash, int64_t *staff_id, struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	bind_staff(&q, staff, pin_hash);
	if (!query_one(&q, staff_id, err))
		return err->code == ERROR_NOT_FOUND ? login_taken(staff, err)
						    : false;
	return save_languages(db, *staff_id, staff->languages, err);
}

bool staff_update(struct db *db, const struct staff *staff,
		  const char *pin_hash, struct error *err)
{
	struct query q;
	int64_t staff_id;

	query_begin(&q, db, SQL_BY_LOGIN);
	query_text(&q, 1, staff->login);
	if (query_one(&q, &staff_id, err)) {
		if (staff_id != staff->staff_id)
			return login_taken(staff, err);
	} else if (err->code != ERROR_NOT_FOUND) {
		return false;
	}
	query_begin(&q, db, SQL_UPDATE);
	query_int(&q, 1, staff->staff_id);
	bind_staff(&q, staff, pin_hash);
	if (!query_one(&q, &staff_id, err))
		return err->code == ERROR_NOT_FOUND
			   ? error_set(err, ERROR_NOT_FOUND, "staff",
				       _("Nobody of the staff is kept under "
					 "this number."))
			   : false;
	return save_languages(db, staff->staff_id, staff->languages, err);
}
