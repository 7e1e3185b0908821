/* A question's answer for the card: both as everybody may read them. */
#include "nobody.h"

#include <stdlib.h>

#include "../form.h"
#include "../typed.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/unanswered.h"

#define KIND "card answer"
#define LABEL_COLS 12

struct answering {
	int64_t unanswered_id;
	char *topic; /* its name, or NULL */
	struct form form;
};

static void finish(struct app *app, struct screen *screen)
{
	struct answering *answering = screen->state;
	struct error err = {0};
	bool is_to_tell;

	form_clear_errors(&answering->form);
	if (!desk_answer_unanswered(app_desk(app), answering->unanswered_id,
				    form_value(&answering->form, "answer"),
				    form_value(&answering->form, "question"),
				    &is_to_tell, &err)) {
		if (!form_error(&answering->form, &err))
			app_problem(app, &err);
		return;
	}
	typed_done(app, KIND, answering->unanswered_id);
	app_pop(app);
	app_news(app, is_to_tell
			  ? _("The card says it, and whoever noted it has it "
			      "to tell.  ^Z takes it back")
			  : _("Answered: the card says it now.  ^Z takes it "
			      "back"));
	app_reload(app);
}

static void enter(struct app *app, struct screen *screen)
{
	struct answering *answering = screen->state;

	if (!form_move(&answering->form, 1))
		finish(app, screen);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool answering_handle(struct screen *screen, const struct key *key)
{
	struct answering *answering = screen->state;

	return form_handle(&answering->form, key) != FORM_IGNORED;
}

static void answering_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct answering *answering = screen->state;
	struct str title = STR_INIT;
	struct area form;

	str_addf(&title, _("On the card: %s"),
		 answering->topic ? answering->topic : _("no topic"));
	form = form_draw_head(canvas, str_text(&title),
			      _("Everybody may read this: word the question "
				"without names and what is private."));
	form_draw(&answering->form, canvas, &form, true);
	str_release(&title);
}

static void answering_free(struct screen *screen)
{
	struct answering *answering = screen->state;

	form_release(&answering->form);
	free(answering->topic);
	free(answering);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_FINISH, finish, 90, N_("Answered"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class answering_class = {
    .title = N_("Answered on the card"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = answering_draw,
    .handle = answering_handle,
    .free = answering_free,
};

void nobody_answer_open(struct app *app, int64_t unanswered_id)
{
	struct answering *answering;
	struct unanswered_question question;
	struct error err = {0};

	if (!desk_get_unanswered(app_desk(app), unanswered_id, &question,
				 &err)) {
		app_problem(app, &err);
		app_reload(app);
		return;
	}
	answering = mem_new(1, sizeof(*answering));
	answering->unanswered_id = unanswered_id;
	answering->topic = mem_copy(question.topic);
	form_init(&answering->form, LABEL_COLS);
	form_add_text(&answering->form, "question", _("Question"), 300, true);
	form_set(&answering->form, "question", question.words);
	form_add_text(&answering->form, "answer", _("Answer"), 500, true);
	form_focus(&answering->form, "question");
	answering->form.is_touched = false;
	unanswered_question_release(&question);
	app_push(app, &answering_class, answering);
	typed_form(app, KIND, unanswered_id, &answering->form);
}
