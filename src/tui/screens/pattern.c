/* What a pattern is made of: its requests, the newest first, and questions. */
#include "frontdesk/desk/pattern.h"

#include <stdio.h>
#include <stdlib.h>

#include "../list.h"
#include "frontdesk/base/mem.h"
#include "moment.h"
#include "screens.h"
#include "settle.h"

#define WHEN_COLS 10
#define NOTE_FROM 76 /* columns */

struct pattern_screen {
	struct desk *desk;
	struct pattern pattern; /* texts owned */
	struct list_page page;
	struct list list;
};

static const char *row_id(const void *rows, size_t index)
{
	static char id[24];
	const struct pattern_screen *state = rows;

	/* Requests and questions stand in one list. */
	snprintf(id, sizeof(id), "%c%lld",
		 state->page.rows[index].request_id ? 'r' : 'q',
		 (long long)state->page.rows[index].id);
	return id;
}

static bool pattern_load(struct screen *screen, struct error *err)
{
	struct pattern_screen *state = screen->state;
	struct list_page fresh;

	if (!desk_list_pattern_requests(state->desk, &state->pattern, &fresh,
					err))
		return false;
	list_page_release(&state->page);
	state->page = fresh;
	list_set(&state->list, fresh.count, row_id, state);
	if (fresh.count && state->list.selected == LIST_NONE)
		list_select(&state->list, 0, row_id, state);
	return true;
}

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_on)
{
	const struct pattern_screen *state = rows;
	const struct list_row *row = &state->page.rows[index];
	enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
	int who = at.cols * 30 / 100;
	int note = at.cols >= NOTE_FROM ? at.cols * 30 / 100 : 0;
	int what = at.cols - WHEN_COLS - who - note - 2;
	struct str when = STR_INIT;

	moment_add_short(state->desk, row->at, &when);
	if (is_on)
		canvas_put(canvas, at.row, at.col, 1,
			   canvas_mark(canvas, MARK_SELECTED), style);
	canvas_put(canvas, at.row, at.col + 2, WHEN_COLS - 1, str_text(&when),
		   is_on ? style : STYLE_DIM);
	canvas_put(canvas, at.row, at.col + 2 + WHEN_COLS, who - 1, row->who,
		   style);
	canvas_put(canvas, at.row, at.col + 2 + WHEN_COLS + who, what - 1,
		   row->what, style);
	if (note)
		canvas_put(canvas, at.row, at.col + at.cols - note, note,
			   row->note, is_on ? style : STYLE_DIM);
	str_release(&when);
}

static void pattern_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct pattern_screen *state = screen->state;
	struct area area = canvas_area(canvas), rows = area;
	const char *dot = canvas_mark(canvas, MARK_DOT);

	canvas_putf(canvas, area.row, 1, area.cols - 2, STYLE_TITLE,
		    "%s %s %s %s %s", pattern_kind_words(state->pattern.kind),
		    dot, state->pattern.title, dot, state->pattern.note);
	canvas_rule(canvas, area.row + 1, 1, area.cols - 2, NULL, NULL);
	rows.row += 2;
	rows.rows -= 2;
	rows.col = 1;
	rows.cols -= 2;
	list_draw(&state->list, canvas, &rows, draw_row, state);
}

static bool pattern_handle(struct screen *screen, const struct key *key)
{
	struct pattern_screen *state = screen->state;

	return list_handle(&state->list, key, true, row_id, state);
}

static void enter(struct app *app, struct screen *screen)
{
	const struct pattern_screen *state = screen->state;

	const struct list_row *row;

	if (state->list.selected >= state->page.count)
		return;
	row = &state->page.rows[state->list.selected];
	if (row->request_id)
		request_open(app, row->request_id);
	else
		settle_unanswered(app, row->id);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static void pattern_free(struct screen *screen)
{
	struct pattern_screen *state = screen->state;

	free(state->pattern.place_key);
	free(state->pattern.title);
	free(state->pattern.note);
	list_page_release(&state->page);
	list_release(&state->list);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, N_("Open the request"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class pattern_class = {
    .title = N_("A pattern"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = pattern_load,
    .draw = pattern_draw,
    .handle = pattern_handle,
    .free = pattern_free,
};

void pattern_open(struct app *app, const struct pattern *pattern)
{
	struct pattern_screen *state = mem_new(1, sizeof(*state));

	state->desk = app_desk(app);
	state->pattern = *pattern;
	state->pattern.place_key = mem_copy(pattern->place_key);
	state->pattern.title = mem_copy(pattern->title);
	state->pattern.note = mem_copy(pattern->note);
	list_init(&state->list);
	app_push(app, &pattern_class, state);
}
