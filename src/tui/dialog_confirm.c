/*
 * A question that Enter alone answers: what cannot be undone is never on the
 * key that led to it.
 */
#include <stdlib.h>

#include "dialog.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"

#define TEXT_ROWS 4

struct confirm {
	char *title, *text;
	const char *label;
	dialog_confirmed_fn *confirmed;
	void *state;
};

static void confirm_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct confirm *confirm = screen->state;
	struct area area = canvas_area(canvas);

	area.row += area.rows - TEXT_ROWS - 1;
	area.rows = TEXT_ROWS + 1;
	canvas_blank(canvas, area, STYLE_TEXT);
	canvas_rule(canvas, area.row, 1, area.cols - 2, confirm->title, NULL);
	canvas_put_wrapped(canvas, area.row + 1, 3, area.cols - 4, TEXT_ROWS,
			   confirm->text, STYLE_TEXT);
	canvas_cursor(canvas, area.row + 1, 3);
}

static void accept(struct app *app, struct screen *screen)
{
	const struct confirm *confirm = screen->state;
	dialog_confirmed_fn *confirmed = confirm->confirmed;
	void *state = confirm->state;

	app_pop(app);
	confirmed(app, state);
}

/* The same key again, pressed without reading, does nothing. */
static void say_how(struct app *app, struct screen *screen)
{
	const struct confirm *confirm = screen->state;

	app_news(app, _("Enter: %s. Esc: go back."), _(confirm->label));
}

static bool confirm_handle(struct screen *screen, const struct key *key)
{
	if (key->kind != KEY_KIND_TEXT)
		return false;
	say_how(screen->app, screen);
	return true;
}

static void cancel(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool confirm_label(const struct screen *screen, enum action action,
			  struct str *out)
{
	const struct confirm *confirm = screen->state;

	if (action != ACTION_ENTER)
		return false;
	str_add(out, _(confirm->label));
	return true;
}

static void confirm_free(struct screen *screen)
{
	struct confirm *confirm = screen->state;

	free(confirm->title);
	free(confirm->text);
	free(confirm);
}

static const struct binding confirm_bindings[] = {
    {ACTION_ENTER, accept, 90, NULL, false},
    {ACTION_FINISH, say_how, 0, NULL, false},
    {ACTION_ESCAPE, cancel, 80, N_("Go back"), true},
};

static const struct screen_class confirm_class = {
    .title = N_("Are you sure?"),
    .bindings = confirm_bindings,
    .binding_count = MEM_COUNT(confirm_bindings),
    .draw = confirm_draw,
    .handle = confirm_handle,
    .label = confirm_label,
    .free = confirm_free,
    .is_overlay = true,
};

void dialog_confirm(struct app *app, const char *title, const char *text,
		    const char *label, dialog_confirmed_fn *confirmed,
		    void *state)
{
	struct confirm *confirm = mem_new(1, sizeof(*confirm));

	confirm->title = mem_copy(title);
	confirm->text = mem_copy(text);
	confirm->label = label;
	confirm->confirmed = confirmed;
	confirm->state = state;
	app_push(app, &confirm_class, confirm);
}
