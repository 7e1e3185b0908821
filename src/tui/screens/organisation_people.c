/* The people of an organisation: added, what they are there, taken away. */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "organisation_edit.h"
#include "screens.h"

struct placing {
	int64_t organisation_id, resident_id;
	char *part; /* as it was */
};

static void forget(struct placing *placing)
{
	free(placing->part);
	free(placing);
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	forget(state);
}

static bool part_given(struct app *app, void *state, const char *text,
		       struct error *err)
{
	struct placing *placing = state;

	if (!desk_put_organisation_person(app_desk(app),
					  placing->organisation_id,
					  placing->resident_id, text, err))
		return false;
	app_news(app, _("Noted."));
	app_reload(app);
	forget(placing);
	return true;
}

static void ask_part(struct app *app, struct placing *placing)
{
	struct str kind = STR_INIT;
	struct dialog_question question = {
	    .about = placing->organisation_id,
	    .title = _("What are they there?"),
	    .label = _("Part"),
	    .text = placing->part,
	    .hint = _("For example: owner, foreman, treasurer; Enter alone "
		      "where it is not known."),
	    .limit = {.field = "part",
		      .label = _("what they are there"),
		      .max = 60},
	};

	str_addf(&kind, "part of %lld", (long long)placing->resident_id);
	question.kind = str_text(&kind);
	dialog_ask(app, &question, part_given, cancelled, placing);
	str_release(&kind);
}

static void person_given(struct app *app, void *state,
			 const struct find_row *row)
{
	struct placing *placing = state;

	placing->resident_id = row->id;
	ask_part(app, placing);
}

void organisation_add_person_to(struct app *app, int64_t organisation_id)
{
	struct placing *placing = mem_new(1, sizeof(*placing));

	placing->organisation_id = organisation_id;
	resident_pick(app, _("Who is one of its people?"), person_given,
		      cancelled, placing);
}

enum { PART, VISIT, AWAY };

static void deed_chosen(struct app *app, void *state, size_t index)
{
	struct placing *placing = state;
	struct error err = {0};

	if (index == PART) {
		ask_part(app, placing);
		return;
	}
	if (index == VISIT)
		visit_open_new(app, CHANNEL_WALK_IN, placing->resident_id,
			       placing->organisation_id, 0);
	else if (desk_remove_organisation_person(app_desk(app),
						 placing->organisation_id,
						 placing->resident_id, &err))
		app_news(app, _("No longer one of its people. What they asked "
				"for it stays."));
	else
		app_problem(app, &err);
	app_reload(app);
	forget(placing);
}

void organisation_change_person(struct app *app, int64_t organisation_id,
				int64_t resident_id, const char *title,
				const char *part)
{
	const struct dialog_choice choices[] = {
	    [PART] = {'w', _("What they are there"), NULL},
	    [VISIT] = {'v', _("Begin a visit: they are here for it"), NULL},
	    [AWAY] = {'x', _("No longer one of its people"), NULL},
	};
	struct placing *placing = mem_new(1, sizeof(*placing));

	placing->organisation_id = organisation_id;
	placing->resident_id = resident_id;
	placing->part = mem_copy(part);
	dialog_choose(app, title, choices, MEM_COUNT(choices), deed_chosen,
		      cancelled, placing);
}
