/* F5: on hold with its reason, and served again. */
#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "visit.h"

static void read_standing(struct app *app, struct visit_screen *state)
{
	struct error err = {0};

	if (!visit_read_standing(state, &err))
		app_problem(app, &err);
}

static void resume(struct app *app, struct visit_screen *state)
{
	struct error err = {0};

	if (desk_resume_visit(state->desk, state->visit.visit_id, &err))
		app_news(app, _("Served again."));
	else
		app_problem(app, &err);
	read_standing(app, state);
	app_reload(app);
}

static const struct {
	char letter;
	const char *words, *kept;
} holds[] = {
    {'f', N_("Fetching a colleague"), "fetching a colleague"},
    {'t', N_("Telephone"), "telephone"},
    {'c', N_("Copies"), "copies"},
    {'o', N_("Something else, in your words"), NULL},
};

static bool put_on_hold(struct app *app, void *state, const char *reason,
			struct error *err)
{
	struct visit_screen *visit = ((struct screen *)state)->state;

	if (!desk_hold_visit(visit->desk, visit->visit.visit_id, reason, err))
		return false;
	read_standing(app, visit);
	app_news(app, _("On hold: %s. F5 resumes."), reason);
	app_reload(app);
	return true;
}

static void hold_chosen(struct app *app, void *state, size_t index)
{
	const struct visit_screen *visit = ((struct screen *)state)->state;
	const struct dialog_question question = {
	    .kind = "hold",
	    .finish_label = N_("Hold"),
	    .about = visit->visit.visit_id,
	    .title = _("On hold, because of:"),
	    .label = _("Reason"),
	    .limit = {.field = "reason",
		      .label = _("the reason of the hold"),
		      .max = 80,
		      .is_required = true},
	};
	struct error err = {0};

	if (!holds[index].kept)
		dialog_ask(app, &question, put_on_hold, NULL, state);
	else if (!put_on_hold(app, state, holds[index].kept, &err))
		app_problem(app, &err);
}

void visit_hold(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct dialog_choice choices[MEM_COUNT(holds)];

	if (state->visit.state == VISIT_HOLD && state->visit.visit_id) {
		resume(app, state);
		return;
	}
	if (!visit_has_begun(app, state) || !visit_save(app, state))
		return;
	for (size_t i = 0; i < MEM_COUNT(holds); i++)
		choices[i] = (struct dialog_choice){holds[i].letter,
						    _(holds[i].words), NULL};
	dialog_choose(app, _("On hold, because of:"), choices, MEM_COUNT(holds),
		      hold_chosen, NULL, screen);
}
