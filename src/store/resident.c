/*
 * resident.c - residents as they are kept
 */
#include "frontdesk/store/resident.h"

#include "frontdesk/base/id.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/organisation.h"
#include "resident_name.h"

/* A merged record points at its survivor, who is read in its place. */
static const char SQL_GET[] =
    "SELECT " RESIDENT_COLUMNS " FROM resident m "
    "JOIN resident r ON r.resident_id = coalesce(m.survivor_id, m.resident_id) "
    "LEFT JOIN resident_name n "
    "ON n.resident_id = r.resident_id AND n.kind = 'in_use' "
    "WHERE m.resident_id = $1";
static const char SQL_FIND_REFERENCE[] =
    "SELECT coalesce(r.survivor_id, r.resident_id) FROM resident r WHERE "
    "r.reference = $1";
static const char SQL_INSERT[] =
    "INSERT INTO resident (uuid, reference, language, needs_interpreter, "
    "first_name_ok, as_it_stands, note, refused_titles, made_at, made_by) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
    "ON CONFLICT (reference) DO NOTHING";
static const char SQL_UPDATE[] =
    "UPDATE resident SET language = $3, needs_interpreter = $4, "
    "first_name_ok = $5, as_it_stands = $6, note = $7, refused_titles = $8, "
    "edition = edition + 1 "
    "WHERE resident_id = $1 AND edition = $2 RETURNING edition";

static const char *or_empty(const char *text)
{
	return text != NULL ? text : "";
}

static const char *or_null(const char *text)
{
	return str_is_blank(text) ? NULL : text;
}

bool row_resident(const struct query *q, struct resident *out,
		  struct error *err)
{
	out->resident_id = row_int(q, 0);
	out->reference = row_copy(q, 1);
	out->language = row_copy(q, 2);
	out->needs_interpreter = row_int(q, 3) == 1;
	out->as_it_stands = row_int(q, 5) == 1;
	out->note = row_copy(q, 6);
	out->edition = row_int(q, 7);
	title_list_parse(row_text(q, 8), &out->refused_titles);
	row_name(q, 9, &out->name);
	return permission_parse(row_text(q, 4), &out->first_name_ok, err);
}

bool resident_get_name(struct db *db, int64_t resident_id, struct resident *out,
		       struct error *err)
{
	struct query q;
	bool has_row, is_read = true;

	*out = (struct resident){0};
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, resident_id);
	has_row = query_row(&q);
	if (has_row)
		is_read = row_resident(&q, out, err);
	is_read = query_end(&q, err) && is_read;
	if (is_read && has_row)
		return true;
	resident_release(out);
	return is_read ? error_set(err, ERROR_NOT_FOUND, "resident",
				   _("There is no such resident."))
		       : false;
}

bool resident_get(struct db *db, int64_t resident_id, struct resident *out,
		  struct error *err)
{
	if (!resident_get_name(db, resident_id, out, err))
		return false;
	if (reach_list(db, out->resident_id, 0, &out->reaches,
		       &out->reach_count, err))
		return true;
	resident_release(out);
	return false;
}

bool resident_find_reference(struct db *db, const char *reference,
			     int64_t *resident_id, struct error *err)
{
	struct query q;

	*resident_id = 0;
	query_begin(&q, db, SQL_FIND_REFERENCE);
	query_text(&q, 1, reference);
	if (query_row(&q))
		*resident_id = row_int(&q, 0);
	return query_end(&q, err);
}

static void bind_resident(struct query *q, const struct resident *resident)
{
	struct str refused = STR_INIT;

	query_text(q, 3, or_null(resident->language));
	query_int(q, 4, resident->needs_interpreter);
	query_text(q, 5, permission_name(resident->first_name_ok));
	query_int(q, 6, resident->as_it_stands);
	query_text(q, 7, or_empty(resident->note));
	title_list_format(&resident->refused_titles, TITLE_LIST_MARK, &refused);
	query_text(q, 8, str_text(&refused));
	str_release(&refused);
}

/* Each title of one that the other has not. */
static bool note_titles(struct db *db, int64_t resident_id, const char *kind,
			const struct title_list *titles,
			const struct title_list *other, struct error *err)
{
	for (size_t i = 0; i < titles->count; i++)
		if (!title_list_has(other, titles->items[i]) &&
		    !permission_insert(db, resident_id, kind, titles->items[i],
				       err))
			return false;
	return true;
}

/* What was said about being addressed, where it is said for the first time or
 * differs from before. */
static bool note_permissions(struct db *db, const struct resident *before,
			     const struct resident *now, struct error *err)
{
	int64_t id = now->resident_id;

	if (now->first_name_ok != before->first_name_ok &&
	    !permission_insert(db, id, "first_name",
			       permission_name(now->first_name_ok), err))
		return false;
	if (!str_same(now->name.title, before->name.title) &&
	    !permission_insert(db, id, "title", or_empty(now->name.title), err))
		return false;
	if (!str_same(now->name.address_as, before->name.address_as) &&
	    !permission_insert(db, id, "address_as",
			       or_empty(now->name.address_as), err))
		return false;
	if (now->as_it_stands != before->as_it_stands &&
	    !permission_insert(db, id, "as_it_stands",
			       now->as_it_stands ? "yes" : "no", err))
		return false;
	return note_titles(db, id, "refused_title", &now->refused_titles,
			   &before->refused_titles, err) &&
	       note_titles(db, id, "allowed_title", &before->refused_titles,
			   &now->refused_titles, err);
}

bool resident_insert(struct db *db, struct resident *resident, bool *is_taken,
		     struct error *err)
{
	static const struct resident nobody;
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_text(&q, 2, resident->reference);
	bind_resident(&q, resident);
	query_int(&q, 9, db_now(db));
	query_key(&q, 10, db_actor(db));
	if (!query_insert(&q, &resident->resident_id, err))
		return false;
	*is_taken = resident->resident_id == 0;
	if (*is_taken)
		return true;
	resident->edition = 1;
	return name_insert(db, resident->resident_id, "in_use", &resident->name,
			   err) &&
	       name_index(db, resident->resident_id, &resident->name, err) &&
	       note_permissions(db, &nobody, resident, err) &&
	       reach_save_all(db, resident->resident_id, 0, resident->reaches,
			      resident->reach_count, err);
}

typedef bool name_fn(struct db *db, int64_t resident_id,
		     const struct person_name *before,
		     const struct person_name *now, struct error *err);

static bool save_changes(struct db *db, const struct resident *before,
			 struct resident *resident, name_fn *name,
			 struct error *err)
{
	return name(db, resident->resident_id, &before->name, &resident->name,
		    err) &&
	       note_permissions(db, before, resident, err) &&
	       reach_save_all(db, resident->resident_id, 0, resident->reaches,
			      resident->reach_count, err);
}

static bool update(struct db *db, struct resident *resident, name_fn *name,
		   struct error *err)
{
	struct resident before;
	struct query q;
	int64_t edition;
	bool is_saved;

	if (!resident_get_name(db, resident->resident_id, &before, err))
		return false;
	query_begin(&q, db, SQL_UPDATE);
	query_int(&q, 1, resident->resident_id);
	query_int(&q, 2, resident->edition);
	bind_resident(&q, resident);
	is_saved = query_one(&q, &edition, err);
	if (!is_saved && err->code == ERROR_NOT_FOUND)
		error_set(err, ERROR_CONFLICT, "",
			  _("Somebody else changed this record meanwhile: read "
			    "it anew and change it then."));
	is_saved = is_saved && save_changes(db, &before, resident, name, err);
	if (is_saved)
		resident->edition = edition;
	resident_release(&before);
	return is_saved;
}

bool resident_update(struct db *db, struct resident *resident,
		     struct error *err)
{
	return update(db, resident, name_change, err);
}

bool resident_put_back(struct db *db, struct resident *resident,
		       struct error *err)
{
	return update(db, resident, name_put_back, err);
}
