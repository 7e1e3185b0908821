/*
 * resident_note.c - what they said about how to be addressed
 *
 * Each answer is noted with who and when, also one that was given before.
 */
#include <stdlib.h>

#include "desk_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/store/resident.h"

struct note {
	int64_t resident_id;
	const char *kind; /* of the permission */
	enum permission first_name_ok;
	const char *words; /* a title, or how they wish to be addressed */
};

/* Makes resident what was said; the value to keep is returned, borrowed. */
static const char *apply(const struct note *note, struct resident *resident)
{
	const char *words = str_is_blank(note->words) ? NULL : note->words;

	if (str_same(note->kind, "first_name")) {
		resident->first_name_ok = note->first_name_ok;
		return permission_name(note->first_name_ok);
	}
	if (str_same(note->kind, "as_it_stands")) {
		resident->as_it_stands = true;
		return "yes";
	}
	if (str_same(note->kind, "title"))
		mem_replace(&resident->name.title, words);
	else
		mem_replace(&resident->name.address_as, words);
	return words != NULL ? words : "";
}

static bool is_same(const struct resident *a, const struct resident *b)
{
	return a->first_name_ok == b->first_name_ok &&
	       a->as_it_stands == b->as_it_stands &&
	       str_same(a->name.title, b->name.title) &&
	       str_same(a->name.address_as, b->name.address_as);
}

static bool keep_note(struct db *db, void *state, struct error *err)
{
	const struct note *note = state;
	struct resident before, resident;
	const char *value;
	bool is_kept;

	if (!resident_get(db, note->resident_id, &before, err))
		return false;
	resident_copy(&resident, &before);
	value = apply(note, &resident);
	/* A change brings its own entry in the history. */
	is_kept = resident_check(&resident, err) &&
		  (is_same(&before, &resident)
		       ? permission_insert(db, before.resident_id, note->kind,
					   value, err)
		       : resident_update(db, &resident, err));
	resident_release(&before);
	resident_release(&resident);
	return is_kept;
}

static bool note_down(struct desk *desk, struct note note, struct error *err)
{
	return desk_need_session(desk, err) &&
	       db_transaction(desk->db, keep_note, &note, err);
}

bool desk_note_permission(struct desk *desk, int64_t resident_id,
			  enum permission first_name_ok, struct error *err)
{
	struct note note = {resident_id, "first_name", first_name_ok, NULL};

	return note_down(desk, note, err);
}

bool desk_note_title(struct desk *desk, int64_t resident_id, const char *title,
		     struct error *err)
{
	struct note note = {resident_id, "title", PERMISSION_UNKNOWN, title};

	return note_down(desk, note, err);
}

bool desk_note_address_as(struct desk *desk, int64_t resident_id,
			  const char *address_as, struct error *err)
{
	struct note note = {resident_id, "address_as", PERMISSION_UNKNOWN,
			    address_as};

	return note_down(desk, note, err);
}

bool desk_note_as_it_stands(struct desk *desk, int64_t resident_id,
			    struct error *err)
{
	struct note note = {resident_id, "as_it_stands", PERMISSION_UNKNOWN,
			    NULL};

	return note_down(desk, note, err);
}
