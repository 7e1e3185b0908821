/* The other record of this person: those of the same name are offered first. */
#include <stdio.h>
#include <stdlib.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "merge.h"

#define LIMIT 15

struct merge_picking {
	int64_t resident_id;
	char *name;
};

static void add_row(const struct find_row *row, struct pick_rows *out)
{
	struct str note = STR_INIT;
	char id[24];

	snprintf(id, sizeof(id), "%lld", (long long)row->id);
	str_add(&note, row->reference ? row->reference : "");
	if (!str_is_blank(row->detail))
		str_addf(&note, "  %s", row->detail);
	pick_add(out, id, row->title, str_text(&note));
	str_release(&note);
}

static bool find(struct app *app, void *state, const char *typed,
		 struct pick_rows *out, struct error *err)
{
	const struct merge_picking *picking = state;
	struct find found;

	if (!desk_find(app_desk(app),
		       str_is_blank(typed) ? picking->name : typed, LIMIT,
		       &found, err))
		return false;
	for (size_t i = 0; i < found.people_count; i++)
		if (found.rows[i].kind == FIND_RESIDENT &&
		    found.rows[i].id != picking->resident_id)
			add_row(&found.rows[i], out);
	find_release(&found);
	return true;
}

static void picking_free(struct merge_picking *picking)
{
	free(picking->name);
	free(picking);
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct merge_picking *picking = state;

	(void)typed;
	(void)err;
	merge_open(app, picking->resident_id, strtoll(id, NULL, 10));
	picking_free(picking);
	return true;
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	picking_free(state);
}

void merge_pick(struct app *app, const struct resident *resident)
{
	struct merge_picking *picking = mem_new(1, sizeof(*picking));
	struct str name = STR_INIT;
	const struct pick pick = {
	    .title = _("Which is the other record of this person?"),
	    .label = _("Who?"),
	    .find = find,
	    .picked = picked,
	    .cancelled = cancelled,
	    .state = picking,
	};

	person_name_add_plain(&resident->name, &name);
	picking->resident_id = resident->resident_id;
	picking->name = str_take(&name);
	pick_open(app, &pick);
}
