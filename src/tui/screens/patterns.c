/* The patterns of the week: what several people have in common, each opening
 * the requests that it is made of. */
#include "frontdesk/desk/pattern.h"

#include <stdio.h>
#include <stdlib.h>

#include "../list.h"
#include "frontdesk/base/mem.h"
#include "screens.h"

#define KIND_COLS 18
#define NOTE_COLS 33
#define NARROW 70

struct patterns_screen {
	struct desk *desk;
	struct pattern_list patterns;
	struct list list;
};

static const char *row_id(const void *rows, size_t index)
{
	static char id[120];
	const struct pattern *pattern =
	    &((const struct pattern_list *)rows)->items[index];

	snprintf(id, sizeof(id), "%d %lld %lld %.80s", (int)pattern->kind,
		 (long long)pattern->topic_id, (long long)pattern->request_id,
		 pattern->place_key ? pattern->place_key : "");
	return id;
}

static bool patterns_load(struct screen *screen, struct error *err)
{
	struct patterns_screen *state = screen->state;
	struct pattern_list fresh;

	if (!desk_list_patterns(state->desk, &fresh, err))
		return false;
	pattern_list_release(&state->patterns);
	state->patterns = fresh;
	list_set(&state->list, fresh.count, row_id, &state->patterns);
	if (fresh.count && state->list.selected == LIST_NONE)
		list_select(&state->list, 0, row_id, &state->patterns);
	return true;
}

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_on)
{
	const struct pattern *items =
	    ((const struct pattern_list *)rows)->items;
	const struct pattern *pattern = &items[index];
	bool is_first = index == 0 || items[index - 1].kind != pattern->kind;
	enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
	int note = at.cols < NARROW ? NOTE_COLS - 9 : NOTE_COLS;
	int kind = at.cols < NARROW ? KIND_COLS - 4 : KIND_COLS;

	if (is_on)
		canvas_put(canvas, at.row, at.col, 1,
			   canvas_mark(canvas, MARK_SELECTED), style);
	if (is_first)
		canvas_put(canvas, at.row, at.col + 2, kind - 1,
			   pattern_kind_words(pattern->kind),
			   is_on ? style : STYLE_LABEL);
	canvas_put(canvas, at.row, at.col + 2 + kind, at.cols - 3 - kind - note,
		   pattern->title, style);
	canvas_put(canvas, at.row, at.col + at.cols - note, note, pattern->note,
		   is_on ? style : STYLE_DIM);
}

static void patterns_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct patterns_screen *state = screen->state;
	struct area area = canvas_area(canvas), rows = area;
	char from[24], to[24];

	day_format(day_plus(desk_today(state->desk), 1 - PATTERN_DAYS), from);
	day_format(desk_today(state->desk), to);
	canvas_putf(canvas, area.row, 1, area.cols - 2, STYLE_TITLE,
		    _("Patterns %s %s to %s"), canvas_mark(canvas, MARK_DOT),
		    from, to);
	canvas_rule(canvas, area.row + 1, 1, area.cols - 2, NULL, NULL);
	rows.row += 2;
	rows.rows -= 2;
	rows.col = 1;
	rows.cols -= 2;
	list_draw(&state->list, canvas, &rows, draw_row, &state->patterns);
	if (!state->patterns.count)
		canvas_put(canvas, rows.row, 3, rows.cols - 3,
			   _("Nothing came from several people this week."),
			   STYLE_DIM);
}

static bool patterns_handle(struct screen *screen, const struct key *key)
{
	struct patterns_screen *state = screen->state;

	return list_handle(&state->list, key, true, row_id, &state->patterns);
}

static const struct pattern *selected(const struct patterns_screen *state)
{
	size_t at = state->list.selected;

	return at < state->patterns.count ? &state->patterns.items[at] : NULL;
}

static void enter(struct app *app, struct screen *screen)
{
	const struct pattern *pattern = selected(screen->state);

	if (!pattern)
		return;
	if (pattern->kind == PATTERN_RETURN)
		request_open(app, pattern->request_id);
	else
		pattern_open(app, pattern);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool patterns_can(const struct screen *screen, enum action action)
{
	return action != ACTION_ENTER || selected(screen->state);
}

static void patterns_free(struct screen *screen)
{
	struct patterns_screen *state = screen->state;

	pattern_list_release(&state->patterns);
	list_release(&state->list);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, N_("Its requests"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class patterns_class = {
    .title = N_("Patterns"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = patterns_load,
    .draw = patterns_draw,
    .handle = patterns_handle,
    .can = patterns_can,
    .free = patterns_free,
};

void patterns_open(struct app *app)
{
	struct patterns_screen *state;
	struct error err = {0};

	if (!desk_may(app_desk(app), DUTY_OVERSEE, &err)) {
		app_problem(app, &err);
		return;
	}
	state = mem_new(1, sizeof(*state));
	state->desk = app_desk(app);
	list_init(&state->list);
	app_push(app, &patterns_class, state);
}
