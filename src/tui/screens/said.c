/* What a visitor said about us, noted in one line; and what was noted so. */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/feedback.h"
#include "screens.h"
#include "voices.h"

struct saying {
	int64_t id; /* of the visit, or of what was noted */
	int64_t request_id;
};

static void cancelled(struct app *app, void *state)
{
	(void)app;
	free(state);
}

static bool note(struct app *app, void *state, const char *text,
		 struct error *err)
{
	struct saying *saying = state;

	if (!desk_note_said(app_desk(app), saying->id, text, err))
		return false;
	app_news(app, _("Noted, as they said it.  ^Z takes it back"));
	app_reload(app);
	free(saying);
	return true;
}

void said_ask(struct app *app, int64_t visit_id)
{
	struct saying *saying;
	struct card_visit visit;
	struct error err = {0};
	struct str title = STR_INIT;
	struct dialog_question question = {
	    .kind = "said",
	    .about = visit_id,
	    .label = _("They said"),
	    .hint = _("In their words, praise or not; they may read this."),
	    .limit = {.field = "comment",
		      .label = _("what they said"),
		      .max = CARD_COMMENT_MAX,
		      .is_required = true},
	};

	if (!desk_card_visit(app_desk(app), visit_id, &visit, &err)) {
		app_problem(app, &err);
		return;
	}
	saying = mem_new(1, sizeof(*saying));
	saying->id = visit_id;
	str_addf(&title, _("What they said about us · %s"), visit.reference);
	question.title = str_text(&title);
	dialog_ask(app, &question, note, cancelled, saying);
	card_visit_release(&visit);
	str_release(&title);
}

void said_ask_here(struct app *app, struct screen *screen)
{
	int64_t visit_id = voice_visit(app);

	(void)screen;
	if (visit_id)
		said_ask(app, visit_id);
}

static void take_back(struct app *app, int64_t feedback_id)
{
	struct error err = {0};

	if (desk_take_back_feedback(app_desk(app), feedback_id, &err))
		app_news(app, _("Taken back: it counts nowhere, and stays on "
				"record."));
	else
		app_problem(app, &err);
	app_reload(app);
}

static void chosen(struct app *app, void *state, size_t index)
{
	struct saying *saying = state;

	if (index == 0)
		take_back(app, saying->id);
	else
		request_open(app, saying->request_id);
	free(saying);
}

void settle_feedback(struct app *app, int64_t feedback_id, int64_t request_id,
		     const char *title)
{
	struct saying *saying = mem_new(1, sizeof(*saying));
	const struct dialog_choice choices[] = {
	    {'t', _("Take it back"), _("it was noted by mistake")},
	    {'r', _("Read the request"), NULL},
	};

	saying->id = feedback_id;
	saying->request_id = request_id;
	dialog_choose(app, title, choices, request_id ? 2 : 1, chosen,
		      cancelled, saying);
}
