/*
 * resident_note.c - what they said about how to be addressed
 *
 * Each answer is noted with who and when, also one that was given before. ^Z
 * takes it back, which is noted too.
 */
#include <stdlib.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/store/resident.h"

struct note {
	int64_t resident_id;
	const char *kind; /* of the permission */
	enum permission first_name_ok;
	bool as_it_stands;
	const char *words; /* a title, or how they wish to be addressed */
	struct resident was, now; /* before and after it */
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
		resident->as_it_stands = note->as_it_stands;
		return note->as_it_stands ? "yes" : "no";
	}
	if (str_same(note->kind, "refused_title")) {
		title_list_add(&resident->refused_titles, words);
		free(resident_drop_refused(resident));
		return words;
	}
	/* Whoever gives a title that they refused once wants it again. */
	if (!str_same(note->kind, "address_as"))
		title_list_remove(&resident->refused_titles, words);
	if (str_same(note->kind, "allowed_title"))
		return words;
	if (str_same(note->kind, "title"))
		mem_replace(&resident->name.title, words);
	else
		mem_replace(&resident->name.address_as, words);
	return words != NULL ? words : "";
}

static bool is_same(const struct resident *a, const struct resident *b)
{
	struct str refused = STR_INIT, other = STR_INIT;
	bool is_same_refused;

	title_list_format(&a->refused_titles, TITLE_LIST_MARK, &refused);
	title_list_format(&b->refused_titles, TITLE_LIST_MARK, &other);
	is_same_refused = str_same(str_text(&refused), str_text(&other));
	str_release(&refused);
	str_release(&other);
	return is_same_refused && a->first_name_ok == b->first_name_ok &&
	       a->as_it_stands == b->as_it_stands &&
	       str_same(a->name.title, b->name.title) &&
	       str_same(a->name.address_as, b->name.address_as);
}

static void note_release(struct note *note)
{
	resident_release(&note->was);
	resident_release(&note->now);
}

static bool keep_note(struct db *db, void *state, struct error *err)
{
	struct note *note = state;
	const char *value;

	note_release(note);
	if (!resident_get(db, note->resident_id, &note->was, err))
		return false;
	resident_copy(&note->now, &note->was);
	value = apply(note, &note->now);
	/* A change brings its own entry in the history. */
	return resident_check(&note->now, err) &&
	       (is_same(&note->was, &note->now)
		    ? permission_insert(db, note->was.resident_id, note->kind,
					value, err)
		    : resident_update(db, &note->now, err));
}

static struct resident *keep(struct resident *resident)
{
	struct resident *kept = mem_new(1, sizeof(*kept));

	*kept = *resident;
	*resident = (struct resident){0};
	return kept;
}

static bool note_down(struct desk *desk, struct note note, struct error *err)
{
	struct act act = {.kind = ACT_NOTED, .at = desk_now(desk)};
	bool is_noted = desk_need_session(desk, err) &&
			db_transaction(desk->db, keep_note, &note, err);

	if (is_noted) {
		act.id = note.was.resident_id;
		act.was = keep(&note.was);
		act.noted = keep(&note.now);
		act_remember(desk, &act);
	}
	note_release(&note);
	return is_noted;
}

/* What was noted, as it was before; whatever else was changed since stays. */
static void restore(const struct resident *was, struct resident *resident)
{
	resident->first_name_ok = was->first_name_ok;
	resident->as_it_stands = was->as_it_stands;
	mem_replace(&resident->name.title, was->name.title);
	mem_replace(&resident->name.address_as, was->name.address_as);
	title_list_release(&resident->refused_titles);
	title_list_copy(&resident->refused_titles, &was->refused_titles);
}

bool take_back_noted(struct db *db, struct taking_back *work, struct error *err)
{
	struct resident resident;
	struct str name = STR_INIT;
	int64_t last;
	bool is_done;

	if (!resident_get(db, work->act->id, &resident, err))
		return false;
	is_done = is_same(&resident, work->act->noted) ||
		  error_set(err, ERROR_CONFLICT, "",
			    _("How to address them was changed meanwhile: read "
			      "the record anew."));
	restore(work->act->was, &resident);
	is_done =
	    is_done && permission_last(db, resident.resident_id, &last, err) &&
	    resident_update(db, &resident, err) &&
	    permission_mark_taken_back(db, resident.resident_id, last, err);
	person_name_add_full(&resident.name, &name);
	str_addf(&work->said,
		 _("Taken back: how to address %s is as it was before."),
		 str_text(&name));
	str_release(&name);
	resident_release(&resident);
	return is_done;
}

bool desk_note_permission(struct desk *desk, int64_t resident_id,
			  enum permission first_name_ok, struct error *err)
{
	struct note note = {.resident_id = resident_id,
			    .kind = "first_name",
			    .first_name_ok = first_name_ok};

	return note_down(desk, note, err);
}

bool desk_note_title(struct desk *desk, int64_t resident_id, const char *title,
		     struct error *err)
{
	struct note note = {
	    .resident_id = resident_id, .kind = "title", .words = title};

	return note_down(desk, note, err);
}

bool desk_note_address_as(struct desk *desk, int64_t resident_id,
			  const char *address_as, struct error *err)
{
	struct note note = {.resident_id = resident_id,
			    .kind = "address_as",
			    .words = address_as};

	return note_down(desk, note, err);
}

bool desk_note_as_it_stands(struct desk *desk, int64_t resident_id,
			    bool as_it_stands, struct error *err)
{
	struct note note = {.resident_id = resident_id,
			    .kind = "as_it_stands",
			    .as_it_stands = as_it_stands};

	return note_down(desk, note, err);
}

bool desk_refuse_title(struct desk *desk, int64_t resident_id,
		       const char *title, struct error *err)
{
	struct note note = {.resident_id = resident_id,
			    .kind = "refused_title",
			    .words = title};

	return title_list_check(title, err) && note_down(desk, note, err);
}

bool desk_allow_title(struct desk *desk, int64_t resident_id, const char *title,
		      struct error *err)
{
	struct note note = {.resident_id = resident_id,
			    .kind = "allowed_title",
			    .words = title};

	return title_list_check(title, err) && note_down(desk, note, err);
}
