/* How to address them: ^Y, and asked once a visit. */
#include "visit.h"

void visit_pass_over(struct app *app, struct visit_screen *state)
{
	struct error err = {0};

	if (!state->cue.cue.asks_address || state->gone)
		return;
	/* Where it cannot be noted now, it is asked once more. */
	if (desk_note_asked(state->desk, &state->visit, &err))
		app_reload(app);
}

/* Answered, or put away: the answer may be that there is none. */
static void answered(struct app *app, void *screen)
{
	visit_pass_over(app, ((struct screen *)screen)->state);
	app_reload(app);
}

void visit_address(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	int64_t resident = state->cue.cue.resident_id;

	if (resident)
		address_ask(app, resident, answered, screen);
	else
		app_news(app, _("Say who it is first: F1, Attach a person."));
}
