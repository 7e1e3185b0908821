/*
 * What stands around a screen: the message line, the footer; and the cover.
 */
#include "footer.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "stack.h"

#define LEAST_ROWS 10
#define LEAST_COLS 40

static int priority_of(const struct screen *screen,
		       const struct binding *binding)
{
	int priority = screen->class->priority
			   ? screen->class->priority(screen, binding->action)
			   : 0;

	return priority ? priority : binding->priority;
}

static void add_item(const struct app *app, struct footer *footer,
		     enum action action)
{
	const struct screen *top = app_top(app);
	const struct binding *binding = app_binding(app, top, action);
	const struct action_info *info = action_info(action);
	struct str label = STR_INIT, usual = STR_INIT;
	const char *brief;
	int priority;

	if (!binding)
		return;
	priority = priority_of(top, binding);
	if (priority <= 0 && !binding->is_exit)
		return;
	app_label(app, top, action, &label);
	str_add(&usual, _(info->name));
	if (action == ACTION_ESCAPE && !label.len)
		str_add(&label, str_text(&usual));
	/* A label of the screen's own has no brief form; what Esc does goes
	 * without saying where the line is crowded. */
	brief = action == ACTION_ESCAPE			       ? ""
		: str_same(str_text(&label), str_text(&usual)) ? _(info->brief)
							       : NULL;
	footer_add(footer, info->key, str_text(&label), brief, priority,
		   binding->is_exit);
	str_release(&label);
	str_release(&usual);
}

static void draw_footer(const struct app *app, int row, int cols)
{
	struct footer footer = {0};
	int col = 1;

	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		if (action_info((enum action)action)->key[0])
			add_item(app, &footer, (enum action)action);
	footer_fit(&footer, cols - 2);
	for (size_t i = 0; i < footer.count; i++) {
		const struct footer_item *item = &footer.items[i];
		const char *label = footer_label(&footer, item);

		if (!item->is_shown)
			continue;
		col += canvas_put(app->canvas, row, col, cols - col, item->key,
				  STYLE_KEY);
		if (label[0])
			col +=
			    1 + canvas_put(app->canvas, row, col + 1,
					   cols - col - 1, label, STYLE_TEXT);
		col += footer.gap;
	}
	footer_release(&footer);
}

/* The message takes the place of the line above the footer, and one row more of
 * the screen where it is longer than that: its end says what to do. */
static int message_rows(const struct app *app, int cols)
{
	return text_width(str_text(&app->message)) > cols - 2 ? 2 : 1;
}

static void draw_message(const struct app *app, int row, int cols)
{
	int rows = message_rows(app, cols);

	if (app->message.len == 0) {
		canvas_rule(app->canvas, row, 1, cols - 2, NULL, NULL);
		return;
	}
	canvas_put_wrapped(app->canvas, row + 1 - rows, 1, cols - 2, rows,
			   str_text(&app->message), app->message_style);
}

static void draw_cover(const struct app *app, int rows, int cols)
{
	struct str say = STR_INIT;

	for (size_t i = app->count; i > 0 && say.len == 0; i--) {
		const struct screen *screen = app->screens[i - 1];

		if (screen->class->say)
			screen->class->say(screen, &say);
	}
	if (say.len > 0) {
		canvas_put(app->canvas, 2, 1, 5, _("SAY"), STYLE_CUE);
		canvas_put_wrapped(app->canvas, 2, 6, cols - 7, rows - 4,
				   str_text(&say), STYLE_SAY);
	}
	canvas_put(app->canvas, rows - 1, 1, cols - 2,
		   _("Covered. Any key shows the screen again."), STYLE_DIM);
	str_release(&say);
}

static void draw_screens(const struct app *app, int rows, int cols)
{
	canvas_keep(app->canvas, message_rows(app, cols) + 1 /* the footer */);
	for (size_t i = stack_first_seen(app); i < app->count; i++)
		if (app->screens[i]->class->draw)
			app->screens[i]->class->draw(app->screens[i],
						     app->canvas);
	canvas_keep(app->canvas, 0);
	draw_message(app, rows - 2, cols);
	draw_footer(app, rows - 1, cols);
}

void frame_draw(struct app *app)
{
	int rows, cols;

	canvas_size(app->canvas, &rows, &cols);
	canvas_begin(app->canvas);
	if (rows < LEAST_ROWS || cols < LEAST_COLS)
		canvas_put_wrapped(app->canvas, 0, 0, cols, rows,
				   _("This window is too small for the desk: "
				     "80 by 24 is best. Nothing is lost."),
				   STYLE_TEXT);
	else if (app->is_covered)
		draw_cover(app, rows, cols);
	else
		draw_screens(app, rows, cols);
	canvas_end(app->canvas);
}

void frame_draw_line(struct app *app, const char *text)
{
	int rows, cols;

	canvas_size(app->canvas, &rows, &cols);
	if (rows < LEAST_ROWS || cols < LEAST_COLS || app->is_covered)
		return;
	canvas_blank(app->canvas, (struct area){rows - 2, 0, 1, cols},
		     STYLE_TEXT);
	canvas_put(app->canvas, rows - 2, 1, cols - 2, text, STYLE_NEWS);
	canvas_end(app->canvas);
}
