/* Type to find somebody: attaching a person, whoever speaks, whoever waits. */
#include <stdio.h>
#include <stdlib.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "resident_edit.h"

#define LIMIT 15

struct person_pick {
	bool has_residents, has_organisations;
	/* Its people come first; organisation_id 0: of none. */
	struct organisation_page of;
	person_picked_fn *done;
	void (*cancelled)(struct app *app, void *state);
	void *state;
};

static bool is_wanted(const struct person_pick *picking, enum find_kind kind)
{
	return (kind == FIND_RESIDENT && picking->has_residents) ||
	       (kind == FIND_ORGANISATION && picking->has_organisations);
}

static bool is_of_them(const struct person_pick *picking, int64_t resident_id)
{
	for (size_t i = 0; i < picking->of.people_count; i++)
		if (picking->of.people[i].id == resident_id)
			return true;
	return false;
}

/* The organisation's own people, with what they are there. */
static void add_its_people(const struct person_pick *picking, const char *typed,
			   struct pick_rows *out)
{
	char id[48];

	for (size_t i = 0; i < picking->of.people_count; i++) {
		const struct find_row *row = &picking->of.people[i];
		const char *part = picking->of.parts[i];

		if (!pick_meets(typed, row->title))
			continue;
		snprintf(id, sizeof(id), "%d %lld", (int)FIND_RESIDENT,
			 (long long)row->id);
		pick_add(out, id, row->title,
			 str_is_blank(part) ? picking->of.organisation.name
					    : part);
	}
}

static void add_new(const char *id, const char *format, const char *typed,
		    struct pick_rows *out)
{
	struct str text = STR_INIT;

	str_addf(&text, format, typed);
	pick_add(out, id, str_text(&text), NULL);
	str_release(&text);
}

static bool is_shown(const struct person_pick *picking,
		     const struct find_row *row)
{
	return is_wanted(picking, row->kind) &&
	       (row->kind != FIND_RESIDENT || !is_of_them(picking, row->id));
}

/* Whether Enter would take somebody who is only similar. */
static bool leads_to_similar(const struct person_pick *picking,
			     const struct find *found)
{
	for (size_t i = 0; i < found->people_count; i++)
		if (is_shown(picking, &found->rows[i]))
			return found->rows[i].is_similar;
	return false;
}

/* Whoever is found; what is only similar says so. */
static void add_found(const struct person_pick *picking,
		      const struct find *found, struct pick_rows *out)
{
	struct str note = STR_INIT;
	char id[48];

	for (size_t i = 0; i < found->people_count; i++) {
		const struct find_row *row = &found->rows[i];

		if (!is_shown(picking, row))
			continue;
		snprintf(id, sizeof(id), "%d %lld", (int)row->kind,
			 (long long)row->id);
		str_clear(&note);
		if (row->is_similar)
			str_addf(&note, "%s%s", _("similar"),
				 str_is_blank(row->detail) ? "" : " · ");
		str_add(&note, row->detail);
		pick_add(out, id, row->title, str_text(&note));
	}
	str_release(&note);
}

static void add_new_ones(const struct person_pick *picking, const char *typed,
			 struct pick_rows *out)
{
	if (!str_is_blank(typed) && picking->has_residents)
		add_new("resident", _("+ new resident “%s”"), typed, out);
	if (!str_is_blank(typed) && picking->has_organisations)
		add_new("organisation", _("+ new organisation “%s”"), typed,
			out);
}

static bool find(struct app *app, void *state, const char *typed,
		 struct pick_rows *out, struct error *err)
{
	const struct person_pick *picking = state;
	struct find found = {0};
	bool is_similar;

	if (!desk_find_nearly(app_desk(app), typed, LIMIT, &found, err))
		return false;
	is_similar = leads_to_similar(picking, &found);
	add_its_people(picking, typed, out);
	if (is_similar)
		add_new_ones(picking, typed, out);
	add_found(picking, &found, out);
	if (!is_similar)
		add_new_ones(picking, typed, out);
	find_release(&found);
	return true;
}

static void picking_free(struct person_pick *picking)
{
	organisation_page_release(&picking->of);
	free(picking);
}

static void give(struct app *app, struct person_pick *picking,
		 enum find_kind kind, int64_t id)
{
	const struct find_row row = {.kind = kind, .id = id};

	picking->done(app, picking->state, &row);
	picking_free(picking);
}

static void resident_saved(struct app *app, void *state, int64_t resident_id)
{
	give(app, state, FIND_RESIDENT, resident_id);
}

static void organisation_saved(struct app *app, void *state,
			       int64_t organisation_id)
{
	give(app, state, FIND_ORGANISATION, organisation_id);
}

static void cancelled(struct app *app, void *state)
{
	struct person_pick *picking = state;

	if (picking->cancelled)
		picking->cancelled(app, picking->state);
	picking_free(picking);
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	long long number;
	char *rest;
	long kind;

	(void)err;
	if (str_same(id, "resident")) {
		resident_edit_ask(app, 0, typed, resident_saved, cancelled,
				  state);
		return true;
	}
	if (str_same(id, "organisation")) {
		organisation_edit_open(app, 0, typed, organisation_saved,
				       cancelled, state);
		return true;
	}
	kind = strtol(id, &rest, 10);
	number = strtoll(rest, NULL, 10);
	give(app, state, (enum find_kind)kind, number);
	return true;
}

static void open_pick(struct app *app, const char *title, bool has_residents,
		      bool has_organisations, int64_t organisation_id,
		      person_picked_fn *done,
		      void (*gone)(struct app *app, void *state), void *state)
{
	struct person_pick *picking = mem_new(1, sizeof(*picking));
	struct error err = {0};
	struct pick pick = {
	    .title = title,
	    .label = has_residents ? _("Who?") : _("Which?"),
	    .find = find,
	    .picked = picked,
	    .cancelled = cancelled,
	    .state = picking,
	};

	picking->has_residents = has_residents;
	picking->has_organisations = has_organisations;
	picking->done = done;
	picking->cancelled = gone;
	picking->state = state;
	/* Without its people it finds everybody all the same. */
	if (organisation_id &&
	    !desk_read_organisation(app_desk(app), organisation_id, 1,
				    &picking->of, &err))
		app_problem(app, &err);
	pick_open(app, &pick);
}

void person_pick(struct app *app, const char *title, person_picked_fn *done,
		 void (*gone)(struct app *app, void *state), void *state)
{
	open_pick(app, title, true, true, 0, done, gone, state);
}

void person_pick_of(struct app *app, const char *title, int64_t organisation_id,
		    person_picked_fn *done,
		    void (*gone)(struct app *app, void *state), void *state)
{
	open_pick(app, title, true, true, organisation_id, done, gone, state);
}

void resident_pick(struct app *app, const char *title, person_picked_fn *done,
		   void (*gone)(struct app *app, void *state), void *state)
{
	open_pick(app, title, true, false, 0, done, gone, state);
}

void organisation_pick(struct app *app, const char *title,
		       person_picked_fn *done,
		       void (*gone)(struct app *app, void *state), void *state)
{
	open_pick(app, title, false, true, 0, done, gone, state);
}
