#include "stale.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

#define LABEL_COLS 14
#define CELL_ROWS 4

enum side { NEITHER, MINE, THEIRS };

struct stale_row {
	char *id, *label, *mine, *now;
	enum side chosen;
};

struct stale {
	struct stale_case which;
	char *title;
	struct stale_row *rows;
	size_t count, focus;
};

/* A choice is shown in its words. */
static char *shown(const struct form *form, const char *id)
{
	const struct form_row *row = form_find(form, id);

	if (row && row->kind == FORM_CHOICE && row->chosen >= 0)
		return mem_copy(_(row->choices[row->chosen].label));
	return mem_copy(form_value(form, id));
}

static enum side usual(const struct stale_case *which, const char *id)
{
	const char *mine = form_value(which->mine, id);
	const char *now = form_value(which->now, id);

	if (which->was)
		return str_same(form_value(which->was, id), mine) ? THEIRS
								  : NEITHER;
	if (str_is_blank(mine))
		return THEIRS;
	return str_is_blank(now) ? MINE : NEITHER;
}

/* A row that they left alone is the clerk's own and not asked about. */
static bool differs(const struct stale_case *which, const struct form_row *row)
{
	const char *now = form_value(which->now, row->id);

	if ((row->kind != FORM_TEXT && row->kind != FORM_CHOICE) ||
	    !form_find(which->now, row->id))
		return false;
	return !str_same(form_value(which->mine, row->id), now) &&
	       (!which->was || !str_same(form_value(which->was, row->id), now));
}

static void add_rows(struct stale *stale)
{
	const struct stale_case *which = &stale->which;

	stale->rows = mem_new(which->mine->count + 1, sizeof(*stale->rows));
	for (size_t i = 0; i < which->mine->count; i++) {
		const struct form_row *row = which->mine->rows[i];

		if (!differs(which, row))
			continue;
		stale->rows[stale->count++] = (struct stale_row){
		    .id = mem_copy(row->id),
		    .label = mem_copy(row->label),
		    .mine = shown(which->mine, row->id),
		    .now = shown(which->now, row->id),
		    .chosen = usual(which, row->id),
		};
	}
}

static void stale_free_state(struct stale *stale)
{
	for (size_t i = 0; i < stale->count; i++) {
		free(stale->rows[i].id);
		free(stale->rows[i].label);
		free(stale->rows[i].mine);
		free(stale->rows[i].now);
	}
	free(stale->rows);
	free(stale->title);
	form_release(stale->which.now);
	free(stale->which.now);
	free(stale);
}

static void save(struct app *app, struct screen *screen)
{
	struct stale *stale = screen->state;
	void (*done)(struct app * app, void *state) = stale->which.save;
	void *state = stale->which.state;

	for (size_t i = 0; i < stale->count; i++)
		if (stale->rows[i].chosen == NEITHER) {
			stale->focus = i;
			app_news(app, _("Both changed this: Left keeps yours, "
					"Right what stands now."));
			return;
		}
	for (size_t i = 0; i < stale->count; i++)
		if (stale->rows[i].chosen == THEIRS)
			form_set(
			    stale->which.mine, stale->rows[i].id,
			    form_value(stale->which.now, stale->rows[i].id));
	stale->which.leave = NULL;
	app_pop(app);
	done(app, state);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
	app_news(app, _("Nothing is saved: what you typed stands here."));
}

static void move(struct stale *stale, int by)
{
	if (by > 0 ? stale->focus + 1 < stale->count : stale->focus > 0)
		stale->focus += by > 0 ? 1 : (size_t)-1;
}

/* Enter takes the other side, and goes on. */
static void enter(struct app *app, struct screen *screen)
{
	struct stale *stale = screen->state;
	struct stale_row *row = &stale->rows[stale->focus];

	(void)app;
	if (row->chosen == NEITHER)
		row->chosen = MINE;
	else if (stale->focus + 1 == stale->count)
		row->chosen = row->chosen == MINE ? THEIRS : MINE;
	move(stale, 1);
}

static bool stale_handle(struct screen *screen, const struct key *key)
{
	struct stale *stale = screen->state;
	struct stale_row *row = &stale->rows[stale->focus];

	if (key_is(key, ACTION_UP) || key_is(key, ACTION_BACK_TAB))
		move(stale, -1);
	else if (key_is(key, ACTION_DOWN) || key_is(key, ACTION_TAB))
		move(stale, 1);
	else if (key_is(key, ACTION_LEFTWARD))
		row->chosen = MINE;
	else if (key_is(key, ACTION_RIGHTWARD))
		row->chosen = THEIRS;
	else
		return false;
	return true;
}

static int height(const char *text, int cols)
{
	int rows = text_width(text) / (cols > 1 ? cols - 1 : 1) + 1;

	return rows < CELL_ROWS ? rows : CELL_ROWS;
}

static int row_height(const struct stale_row *row, int cols)
{
	int mine = height(row->mine, cols), now = height(row->now, cols);

	return mine > now ? mine : now;
}

static void draw_cell(struct canvas *canvas, int row, int col, int cols,
		      const char *text, bool is_chosen)
{
	canvas_put(canvas, row, col, 1,
		   is_chosen ? canvas_mark(canvas, MARK_SELECTED) : " ",
		   STYLE_SAY);
	canvas_put_wrapped(canvas, row, col + 2, cols - 2, CELL_ROWS,
			   str_is_blank(text) ? _("(empty)") : text,
			   is_chosen ? STYLE_SAY : STYLE_DIM);
}

/* From the first row on with which the one in focus still fits. */
static size_t first_row(const struct stale *stale, int cols, int rows)
{
	size_t first = stale->focus;
	int used = row_height(&stale->rows[first], cols);

	while (first > 0) {
		used += row_height(&stale->rows[first - 1], cols);
		if (used > rows)
			break;
		first--;
	}
	return first;
}

static void stale_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct stale *stale = screen->state;
	struct area area = canvas_area(canvas);
	int cell = (area.cols - LABEL_COLS - 3) / 2;
	int mine = LABEL_COLS + 1, now = mine + cell, row = area.row + 5;

	canvas_put(canvas, area.row, 1, area.cols - 2, stale->title,
		   STYLE_TITLE);
	canvas_put(canvas, area.row + 1, 1, area.cols - 2,
		   _("For each row, Left or Right chooses what stays; F9 saves "
		     "it."),
		   STYLE_DIM);
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	canvas_put(canvas, area.row + 3, mine + 2, cell - 2, _("Typed here"),
		   STYLE_LABEL);
	canvas_put(canvas, area.row + 3, now + 2, cell - 2, _("Stands now"),
		   STYLE_LABEL);
	for (size_t i = first_row(stale, cell - 2, area.rows - 5);
	     i < stale->count && row < area.row + area.rows; i++) {
		const struct stale_row *item = &stale->rows[i];
		bool is_on = i == stale->focus;

		canvas_put(canvas, row, 1, LABEL_COLS - 1, item->label,
			   is_on ? STYLE_SELECTED : STYLE_LABEL);
		draw_cell(canvas, row, mine, cell - 1, item->mine,
			  item->chosen == MINE);
		draw_cell(canvas, row, now, cell - 1, item->now,
			  item->chosen == THEIRS);
		if (is_on)
			canvas_cursor(canvas, row, 1);
		row += row_height(item, cell - 2);
	}
}

static void stale_free(struct screen *screen)
{
	struct stale *stale = screen->state;

	if (stale->which.leave)
		stale->which.leave(screen->app, stale->which.state);
	stale_free_state(stale);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 40, N_("Next"), false},
    {ACTION_LEFTWARD, NULL, 60, N_("Yours"), false},
    {ACTION_RIGHTWARD, NULL, 60, N_("What stands"), false},
    {ACTION_FINISH, save, 90, N_("Save"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class stale_class = {
    .title = N_("Changed meanwhile"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = stale_draw,
    .handle = stale_handle,
    .free = stale_free,
};

void stale_open(struct app *app, struct stale_case *which)
{
	struct stale *stale = mem_new(1, sizeof(*stale));

	stale->which = *which;
	stale->which.now = mem_new(1, sizeof(struct form));
	*stale->which.now = *which->now;
	memset(which->now, 0, sizeof(*which->now));
	stale->title = mem_copy(which->title);
	add_rows(stale);
	if (which->was)
		form_release(which->was);
	stale->which.was = NULL;
	if (!stale->count) {
		stale_free_state(stale);
		which->save(app, which->state);
		return;
	}
	app_push(app, &stale_class, stale);
}
