/*
 * A question with one line to type for an answer.
 */
#include <stdlib.h>

#include "dialog.h"
#include "field.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "stack.h"
#include "typed.h"

#define PANEL_ROWS 4

struct ask {
	char *title, *label, *hint;
	struct field field;
	struct str error;
	dialog_answer_fn *answer;
	dialog_cancelled_fn *cancelled;
	void (*choose)(struct app *app, void *state);
	const char *choose_label;
	void *state;
};

static void ask_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct ask *ask = screen->state;
	struct area area = canvas_area(canvas);
	int row = area.row + area.rows - PANEL_ROWS, col = 1;
	struct area blank = {row, 0, PANEL_ROWS, area.cols};

	canvas_blank(canvas, blank, STYLE_TEXT);
	canvas_rule(canvas, row, 1, area.cols - 2, ask->title, NULL);
	if (ask->label[0])
		col += 2 + canvas_put(canvas, row + 1, col, area.cols / 2,
				      ask->label, STYLE_LABEL);
	if (ask->error.len > 0)
		canvas_put_wrapped(canvas, row + 2, 1, area.cols - 2, 2,
				   str_text(&ask->error), STYLE_ERROR);
	else if (ask->hint)
		canvas_put_wrapped(canvas, row + 2, 1, area.cols - 2, 2,
				   ask->hint, STYLE_DIM);
	field_draw(&ask->field, canvas, row + 1, col, area.cols - col - 1,
		   true);
}

static void show_error(struct ask *ask, const struct error *err)
{
	str_clear(&ask->error);
	str_add(&ask->error, err->text);
}

static bool ask_handle(struct screen *screen, const struct key *key)
{
	struct ask *ask = screen->state;
	struct error err = {0};

	switch (field_handle(&ask->field, key, &err)) {
	case FIELD_CHANGED:
		str_clear(&ask->error);
		return true;
	case FIELD_MOVED:
		return true;
	case FIELD_REFUSED:
		show_error(ask, &err);
		return true;
	case FIELD_IGNORED:
		break;
	}
	return false;
}

static void ask_answer(struct app *app, struct screen *screen)
{
	struct ask *ask = screen->state;
	struct error err = {0};

	if (!text_check(field_text(&ask->field), &ask->field.limit, &err)) {
		show_error(ask, &err);
		return;
	}
	stack_detach(app, screen);
	if (ask->answer(app, ask->state, field_text(&ask->field), &err)) {
		if (screen->kind)
			typed_done(app, screen->kind, screen->about);
		stack_discard(app, screen);
		return;
	}
	show_error(ask, &err);
	stack_attach(app, screen);
}

static void ask_cancel(struct app *app, struct screen *screen)
{
	struct ask *ask = screen->state;

	app_pop(app);
	if (ask->cancelled)
		ask->cancelled(app, ask->state);
}

static void ask_choose(struct app *app, struct screen *screen)
{
	struct ask *ask = screen->state;

	ask->choose(app, ask->state);
}

static bool ask_can(const struct screen *screen, enum action action)
{
	const struct ask *ask = screen->state;

	return action != ACTION_CHOOSE || ask->choose;
}

static bool ask_label(const struct screen *screen, enum action action,
		      struct str *out)
{
	const struct ask *ask = screen->state;

	if (action != ACTION_CHOOSE || !ask->choose_label)
		return false;
	str_add(out, _(ask->choose_label));
	return true;
}

static void ask_free(struct screen *screen)
{
	struct ask *ask = screen->state;

	field_release(&ask->field);
	str_release(&ask->error);
	free(ask->title);
	free(ask->label);
	free(ask->hint);
	free(ask);
}

static const struct binding ask_bindings[] = {
    {ACTION_FINISH, ask_answer, 80, N_("Answer"), false},
    {ACTION_ENTER, ask_answer, 80, N_("Answer"), false},
    {ACTION_CHOOSE, ask_choose, 85, NULL, false},
    {ACTION_ESCAPE, ask_cancel, 90, NULL, true},
};

static const struct screen_class ask_class = {
    .title = N_("Question"),
    .bindings = ask_bindings,
    .binding_count = MEM_COUNT(ask_bindings),
    .draw = ask_draw,
    .handle = ask_handle,
    .free = ask_free,
    .can = ask_can,
    .label = ask_label,
    .is_overlay = true,
};

void dialog_set_hint(struct app *app, const char *hint)
{
	struct screen *screen = app_top(app);
	struct ask *ask;

	if (!screen || screen->class != &ask_class)
		return;
	ask = screen->state;
	mem_replace(&ask->hint, hint);
	app_draw(app);
}

void dialog_ask(struct app *app, const struct dialog_question *question,
		dialog_answer_fn *answer, dialog_cancelled_fn *cancelled,
		void *state)
{
	struct ask *ask = mem_new(1, sizeof(*ask));

	ask->title = mem_copy(question->title);
	ask->label = mem_copy(question->label ? question->label : "");
	ask->hint = mem_copy(question->hint);
	field_init(&ask->field, &question->limit);
	field_set(&ask->field, question->text);
	ask->field.is_secret = question->is_secret;
	ask->answer = answer;
	ask->cancelled = cancelled;
	ask->choose = question->choose;
	ask->choose_label = question->choose_label;
	ask->state = state;
	app_push(app, &ask_class, ask);
	if (question->kind && !question->is_secret)
		typed_field(app, question->kind, question->about, &ask->field);
}
