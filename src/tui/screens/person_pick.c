/* Type to find somebody: attaching a person, whoever speaks, whoever waits. */
#include <stdio.h>
#include <stdlib.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "resident_edit.h"

#define LIMIT 15

struct person_pick {
	person_picked_fn *done;
	void *state;
};

static bool find(struct app *app, void *state, const char *typed,
		 struct pick_rows *out, struct error *err)
{
	struct find found = {0};
	struct str note = STR_INIT;
	char id[48];

	(void)state;
	if (!desk_find(app_desk(app), typed, LIMIT, &found, err))
		return false;
	for (size_t i = 0; i < found.people_count; i++) {
		const struct find_row *row = &found.rows[i];

		if (row->kind != FIND_RESIDENT &&
		    row->kind != FIND_ORGANISATION)
			continue;
		snprintf(id, sizeof(id), "%d %lld", (int)row->kind,
			 (long long)row->id);
		pick_add(out, id, row->title, row->detail);
	}
	if (!str_is_blank(typed)) {
		str_addf(&note, _("+ new resident “%s”"), typed);
		pick_add(out, "new", str_text(&note), NULL);
	}
	str_release(&note);
	find_release(&found);
	return true;
}

static void give(struct app *app, struct person_pick *picking,
		 const struct find_row *row)
{
	picking->done(app, picking->state, row);
	free(picking);
}

static void saved(struct app *app, void *state, int64_t resident_id)
{
	const struct find_row row = {.kind = FIND_RESIDENT, .id = resident_id};

	give(app, state, &row);
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	free(state);
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct find_row row = {0};
	char *rest;

	(void)err;
	if (str_same(id, "new")) {
		resident_edit_ask(app, 0, typed, saved, cancelled, state);
		return true;
	}
	row.kind = (enum find_kind)strtol(id, &rest, 10);
	row.id = strtoll(rest, NULL, 10);
	give(app, state, &row);
	return true;
}

void person_pick(struct app *app, const char *title, person_picked_fn *done,
		 void *state)
{
	struct person_pick *picking = mem_new(1, sizeof(*picking));
	struct pick pick = {
	    .title = title,
	    .label = _("Who?"),
	    .find = find,
	    .picked = picked,
	    .cancelled = cancelled,
	    .state = picking,
	};

	picking->done = done;
	picking->state = state;
	pick_open(app, &pick);
}
