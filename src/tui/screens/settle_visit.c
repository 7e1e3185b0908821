/* A visit of today: taken up, read, reopened, voided. */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"
#include "screens.h"
#include "settle.h"
#include "slips.h"
#include "voices.h"

struct choosing {
	int64_t visit_id, request_id;
	struct dialog_choice choices[6];
	size_t count;
};

static void cancelled(struct app *app, void *state)
{
	(void)app;
	free(state);
}

static void reopen(struct app *app, int64_t visit_id)
{
	struct error err = {0};

	if (desk_reopen_visit(app_desk(app), visit_id, &err))
		visit_open(app, visit_id);
	else
		app_problem(app, &err);
}

static bool make_void(struct app *app, void *state, const char *text,
		      struct error *err)
{
	struct choosing *choosing = state;

	if (!desk_void_visit(app_desk(app), choosing->visit_id, text, err))
		return false;
	app_news(app, _("Voided: it counts nowhere, and stays on record.  ^Z "
			"takes it back"));
	app_reload(app);
	free(choosing);
	return true;
}

static void ask_why(struct app *app, struct choosing *choosing)
{
	const struct dialog_question question = {
	    .kind = "visit void",
	    .about = choosing->visit_id,
	    .title = _("Why is the visit voided?"),
	    .label = _("Reason"),
	    .hint = _("It leaves every figure; who did it and why stays."),
	    .limit = {.field = "reason",
		      .label = _("the reason"),
		      .max = 300,
		      .is_required = true},
	};

	dialog_ask(app, &question, make_void, cancelled, choosing);
}

static void chosen(struct app *app, void *state, size_t index)
{
	struct choosing *choosing = state;

	switch (choosing->choices[index].letter) {
	case 'v':
		ask_why(app, choosing);
		return;
	case 'b':
		reopen(app, choosing->visit_id);
		break;
	case 's':
		slips_ask_visit(app, choosing->visit_id);
		break;
	case 'c':
		card_print(app, choosing->visit_id);
		break;
	case 'n':
		said_ask(app, choosing->visit_id);
		break;
	case 't':
		visit_open(app, choosing->visit_id);
		break;
	default:
		request_open(app, choosing->request_id);
		break;
	}
	free(choosing);
}

static void add(struct choosing *choosing, char letter, const char *label,
		const char *hint)
{
	choosing->choices[choosing->count++] =
	    (struct dialog_choice){letter, label, hint};
}

void settle_visit(struct app *app, int64_t visit_id, int64_t request_id,
		  const char *title)
{
	struct choosing *choosing;
	struct visit visit = {0};
	struct error err = {0};

	if (!desk_get_visit(app_desk(app), visit_id, &visit, &err)) {
		app_problem(app, &err);
		return;
	}
	choosing = mem_new(1, sizeof(*choosing));
	choosing->visit_id = visit_id;
	choosing->request_id = request_id;
	if (visit_state_is_open(visit.state))
		add(choosing, 't', _("Take it up"), NULL);
	else
		add(choosing, 'b', _("Bring it back"),
		    _("it was not finished after all"));
	if (request_id)
		add(choosing, 'r', _("Read the request"), NULL);
	add(choosing, 'n', _("Note what they said about us"), _("in one line"));
	if (request_id)
		add(choosing, 's', _("Print a slip"), _("to take home"));
	add(choosing, 'c', _("Print the comment card"), NULL);
	add(choosing, 'v', _("Void it"), _("it was a mistake; why"));
	visit_release(&visit);
	dialog_choose(app, title, choosing->choices, choosing->count, chosen,
		      cancelled, choosing);
}
