/* The other record of this person: who is alike is offered first. */
#include <stdio.h>
#include <stdlib.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/alike.h"
#include "frontdesk/desk/find.h"
#include "merge.h"

#define LIMIT 15

struct merge_picking {
	struct resident resident;
};

static void add_row(int64_t resident_id, const char *title,
		    const char *reference, const char *street,
		    struct pick_rows *out)
{
	struct str note = STR_INIT;
	char id[24];

	snprintf(id, sizeof(id), "%lld", (long long)resident_id);
	str_add(&note, reference ? reference : "");
	if (!str_is_blank(street))
		str_addf(&note, "  %s", street);
	pick_add(out, id, title, str_text(&note));
	str_release(&note);
}

/* By telephone, by name, by how it sounds. */
static bool offer_alike(struct app *app, const struct resident *resident,
			struct pick_rows *out, struct error *err)
{
	struct alike alike;

	if (!desk_list_alike(app_desk(app), resident, LIMIT, &alike, err))
		return false;
	for (size_t i = 0; i < alike.count; i++)
		add_row(alike.rows[i].resident_id, alike.rows[i].title,
			alike.rows[i].reference, alike.rows[i].street, out);
	alike_release(&alike);
	return true;
}

static bool find(struct app *app, void *state, const char *typed,
		 struct pick_rows *out, struct error *err)
{
	const struct merge_picking *picking = state;
	struct find found;

	if (str_is_blank(typed))
		return offer_alike(app, &picking->resident, out, err);
	if (!desk_find(app_desk(app), typed, LIMIT, &found, err))
		return false;
	for (size_t i = 0; i < found.people_count; i++) {
		const struct find_row *row = &found.rows[i];

		if (row->kind == FIND_RESIDENT &&
		    row->id != picking->resident.resident_id)
			add_row(row->id, row->title, row->reference,
				row->detail, out);
	}
	find_release(&found);
	return true;
}

static void picking_free(struct merge_picking *picking)
{
	resident_release(&picking->resident);
	free(picking);
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct merge_picking *picking = state;

	(void)typed;
	(void)err;
	merge_open(app, picking->resident.resident_id, strtoll(id, NULL, 10));
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
	const struct pick pick = {
	    .title = _("Which is the other record of this person?"),
	    .label = _("Who?"),
	    .find = find,
	    .picked = picked,
	    .cancelled = cancelled,
	    .state = picking,
	};

	resident_copy(&picking->resident, resident);
	pick_open(app, &pick);
}
