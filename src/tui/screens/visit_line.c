/* Back from the visit into the line, or out of the door. */
#include "visit.h"

void visit_leaves(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct error err = {0};

	if (!state->visit.visit_id) {
		app_pop(app);
	} else if (desk_left(state->desk, state->visit.visit_id, &err)) {
		visit_close(app, state, HOME_LAST_LEFT);
		app_news(app, _("Noted: left.  ^Z takes it back"));
	} else {
		app_problem(app, &err);
	}
}

void visit_take_back_call(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct error err = {0};

	if (!desk_void_visit(state->desk, state->visit.visit_id,
			     _("a call without a word"), &err)) {
		app_problem(app, &err);
		return;
	}
	visit_close(app, state, HOME_LAST_NONE);
	app_news(app, _("The call is taken back: it counts nowhere."));
}

void visit_put_back(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct error err = {0};

	if (desk_put_back(state->desk, state->visit.visit_id, &err)) {
		visit_close(app, state, HOME_LAST_NONE);
		app_news(app, _("Back in line, with the arrival it had."));
	} else {
		app_problem(app, &err);
	}
}

void visit_recall(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct error err = {0};

	if (desk_recall(state->desk, state->visit.visit_id, &err))
		app_news(app, _("Called again."));
	else
		app_problem(app, &err);
}
