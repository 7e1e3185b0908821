#include "dialog.h"

#include <ctype.h>
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "stack.h"

#define LETTER_COL 3
#define LABEL_COL 6
#define HINT_COL 40

struct choose {
	char *title;
	struct dialog_choice *choices; /* with texts of their own */
	size_t count;
	dialog_chosen_fn *chosen;
	dialog_cancelled_fn *cancelled;
	void *state;
};

/* The bottom rows of the screen's area, made blank, under a rule. */
static struct area panel(struct canvas *canvas, int rows, const char *title)
{
	struct area area = canvas_area(canvas);

	if (rows + 1 > area.rows)
		rows = area.rows - 1;
	area.row += area.rows - rows - 1;
	area.rows = rows + 1;
	canvas_blank(canvas, area, STYLE_TEXT);
	canvas_rule(canvas, area.row, 1, area.cols - 2, title, NULL);
	area.row++;
	area.rows--;
	return area;
}

static void choose_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct choose *choose = screen->state;
	struct area area = panel(canvas, (int)choose->count + 1, choose->title);

	for (size_t i = 0; i < choose->count; i++) {
		const struct dialog_choice *choice = &choose->choices[i];
		char letter[2] = {choice->letter, '\0'};
		int row = area.row + (int)i;
		int end = choice->hint ? HINT_COL : area.cols;

		canvas_put(canvas, row, LETTER_COL, 1, letter, STYLE_KEY);
		canvas_put(canvas, row, LABEL_COL, end - LABEL_COL - 1,
			   choice->label, STYLE_TEXT);
		if (choice->hint)
			canvas_put(canvas, row, HINT_COL,
				   area.cols - HINT_COL - 1, choice->hint,
				   STYLE_DIM);
	}
	canvas_cursor(canvas, area.row, LETTER_COL);
}

/* Nothing is preselected: what to press is said. */
static void choose_nothing(struct app *app, struct screen *screen)
{
	(void)screen;
	app_news(app, _("One of the letters chooses; Esc returns."));
}

static void choose_letter(struct screen *screen, const char *text)
{
	const struct choose *choose = screen->state;
	struct app *app = screen->app;

	for (size_t i = 0; i < choose->count; i++) {
		if (tolower((unsigned char)text[0]) !=
			choose->choices[i].letter ||
		    text[1] != '\0')
			continue;
		app_pop(app);
		choose->chosen(app, choose->state, i);
		return;
	}
	choose_nothing(app, screen);
}

static bool choose_handle(struct screen *screen, const struct key *key)
{
	if (key->kind != KEY_KIND_TEXT)
		return false;
	choose_letter(screen, key->text);
	return true;
}

static void choose_free(struct screen *screen)
{
	struct choose *choose = screen->state;

	for (size_t i = 0; i < choose->count; i++) {
		free((char *)choose->choices[i].label);
		free((char *)choose->choices[i].hint);
	}
	free(choose->choices);
	free(choose->title);
	free(choose);
}

static void choose_cancel(struct app *app, struct screen *screen)
{
	const struct choose *choose = screen->state;

	app_pop(app);
	if (choose->cancelled)
		choose->cancelled(app, choose->state);
}

static const struct binding choose_bindings[] = {
    {ACTION_ENTER, choose_nothing, 0, NULL, false},
    {ACTION_ESCAPE, choose_cancel, 90, NULL, true},
};

static const struct screen_class choose_class = {
    .title = N_("Choose"),
    .bindings = choose_bindings,
    .binding_count = MEM_COUNT(choose_bindings),
    .draw = choose_draw,
    .handle = choose_handle,
    .free = choose_free,
    .is_overlay = true,
};

void dialog_choose(struct app *app, const char *title,
		   const struct dialog_choice *choices, size_t count,
		   dialog_chosen_fn *chosen, dialog_cancelled_fn *cancelled,
		   void *state)
{
	struct choose *choose = mem_new(1, sizeof(*choose));

	choose->title = mem_copy(title);
	choose->choices = mem_new(count, sizeof(*choices));
	choose->count = count;
	for (size_t i = 0; i < count; i++) {
		choose->choices[i].letter = choices[i].letter;
		choose->choices[i].label = mem_copy(choices[i].label);
		choose->choices[i].hint = mem_copy(choices[i].hint);
	}
	choose->chosen = chosen;
	choose->cancelled = cancelled;
	choose->state = state;
	app_push(app, &choose_class, choose);
}

/* Lines to read. */

struct show_view {
	int cols, rows; /* as it was drawn last */
};

struct show {
	char *title, *text;
	int top;
	struct show_view *view;
};

static int show_rows(const struct show *show, int cols)
{
	size_t at = 0;
	int rows = 0;

	while (show->text[at]) {
		size_t len, next = text_wrap(show->text, at, cols, &len);

		rows++;
		if (next <= at)
			break;
		at = next;
	}
	return rows;
}

/* No further than that the last line stands in the last row. */
static int show_last(const struct show *show)
{
	int rows = show_rows(show, show->view->cols) - show->view->rows;

	return rows > 0 ? rows : 0;
}

static int show_top(const struct show *show)
{
	int last = show_last(show);

	return show->top < last ? show->top : last;
}

static void show_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct show *show = screen->state;
	struct area area = canvas_area(canvas);
	int cols = area.cols - 4, rows = show_rows(show, cols);
	size_t at = 0, len;

	if (rows > area.rows - 6)
		rows = area.rows > 8 ? area.rows - 6 : 2;
	area = panel(canvas, rows, show->title);
	*show->view = (struct show_view){cols, area.rows};
	for (int i = 0; i < show_top(show) && show->text[at]; i++)
		at = text_wrap(show->text, at, cols, &len);
	canvas_put_wrapped(canvas, area.row, 2, cols, area.rows,
			   show->text + at, STYLE_TEXT);
	canvas_cursor(canvas, area.row, 2);
}

static bool show_handle(struct screen *screen, const struct key *key)
{
	struct show *show = screen->state;
	int last = show_last(show), top = show_top(show);
	int page = show->view->rows > 1 ? show->view->rows - 1 : 1;

	if (key_is(key, ACTION_DOWN))
		top++;
	else if (key_is(key, ACTION_UP))
		top--;
	else if (key_is(key, ACTION_PAGE_DOWN))
		top += page;
	else if (key_is(key, ACTION_PAGE_UP))
		top -= page;
	else if (key_is(key, ACTION_HOME))
		top = 0;
	else if (key_is(key, ACTION_END))
		top = last;
	else
		return false;
	show->top = top < 0 ? 0 : top > last ? last : top;
	return true;
}

static void show_free(struct screen *screen)
{
	struct show *show = screen->state;

	free(show->title);
	free(show->text);
	free(show->view);
	free(show);
}

static void show_end(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static const struct binding show_bindings[] = {
    {ACTION_ENTER, show_end, 0, NULL, false},
    {ACTION_ESCAPE, show_end, 90, NULL, true},
};

static const struct screen_class show_class = {
    .title = N_("To read"),
    .bindings = show_bindings,
    .binding_count = MEM_COUNT(show_bindings),
    .draw = show_draw,
    .handle = show_handle,
    .free = show_free,
    .is_overlay = true,
};

void dialog_show(struct app *app, const char *title, const char *text)
{
	struct show *show = mem_new(1, sizeof(*show));

	show->title = mem_copy(title);
	show->text = mem_copy(text ? text : "");
	show->view = mem_new(1, sizeof(*show->view));
	*show->view = (struct show_view){76, 16};
	app_push(app, &show_class, show);
}
