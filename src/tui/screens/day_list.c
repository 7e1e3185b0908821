/* The records that a number of the day counts; Enter opens one of them. */
#include <stdio.h>
#include <stdlib.h>

#include "../list.h"
#include "../wait.h"
#include "day.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/summary.h"

#define PAGE 200
#define REFERENCE_COLS 13 /* "R-4K7-2M9X" */
#define LENGTH_COLS 13	  /* "12 min 30 s" */
#define NARROW 70

struct day_list {
	struct desk *desk;
	struct summary_scope scope;
	struct day_behind behind;
	char *words;	    /* what it counts, */
	int64_t n;	    /* how many of them when it was opened, */
	char *site, *about; /* and of what; about "": of all */
	struct day_rows rows;
	struct list list;
	int when_cols;	 /* the widest one's */
	bool is_long;	 /* it takes too long to follow every commit */
	int64_t read_at; /* 0: never */
};

static const char *row_id(const void *rows, size_t index)
{
	return ((const struct day_rows *)rows)->items[index].id;
}

static void show(struct day_list *state)
{
	state->when_cols = 0;
	for (size_t i = 0; i < state->rows.count; i++) {
		int cols = text_width(state->rows.items[i].when);

		if (cols > state->when_cols)
			state->when_cols = cols;
	}
	list_set(&state->list, state->rows.count, row_id, &state->rows);
	if (state->rows.count > 0 && state->list.selected == LIST_NONE)
		list_select(&state->list, 0, row_id, &state->rows);
}

/* Of many days it does not follow every commit. */
static bool is_recent(const struct day_list *state)
{
	bool is_long = state->is_long ||
		       day_compare(state->scope.from, state->scope.to) != 0;

	return is_long && state->read_at != 0 &&
	       desk_now(state->desk) - state->read_at < CLOCK_MINUTE;
}

/* Where it was stopped, what was read before stays. */
static bool read_on(struct screen *screen, size_t limit, bool gives_way,
		    struct day_rows *rows, bool *is_stopped, struct error *err)
{
	struct day_list *state = screen->state;
	struct summary_scope scope = state->scope;
	bool is_read;

	scope.progress = wait_tell;
	scope.progress_state = screen->app;
	wait_begin(screen->app, _("Reading the list"), gives_way);
	is_read = desk_list_behind(state->desk, &scope, &state->behind, limit,
				   rows, err);
	*is_stopped = wait_end(screen->app) && !is_read;
	return is_read;
}

/* As far as it was read before. */
static bool list_load(struct screen *screen, struct error *err)
{
	struct day_list *state = screen->state;
	size_t limit = state->rows.count > PAGE ? state->rows.count : PAGE;
	bool was_asked = state->read_at == 0, is_stopped;
	struct day_rows fresh = {0};

	if (is_recent(state))
		return true;
	if (read_on(screen, limit, !was_asked, &fresh, &is_stopped, err)) {
		day_rows_release(&state->rows);
		state->rows = fresh;
		state->read_at = desk_now(state->desk);
		show(state);
		return true;
	}
	day_rows_release(&fresh);
	if (is_stopped && was_asked) {
		app_news(screen->app, _("Stopped."));
		app_pop(screen->app);
	} else if (is_stopped) {
		state->read_at = desk_now(state->desk);
		state->is_long = true;
	}
	return is_stopped;
}

/* Moving on at the last row reads the next ones. */
static bool list_key(struct screen *screen, const struct key *key)
{
	struct day_list *state = screen->state;
	struct error err = {0};
	bool is_stopped;

	if (!list_handle(&state->list, key, true, row_id, &state->rows))
		return false;
	if (state->list.selected + 1 == state->rows.count &&
	    state->rows.has_more) {
		if (!read_on(screen, PAGE, false, &state->rows, &is_stopped,
			     &err) &&
		    !is_stopped)
			app_problem(screen->app, &err);
		show(state);
	}
	return true;
}

static void add_what(const struct day_row *row, const char *dot,
		     struct str *out)
{
	str_add(out, row->topic);
	if (row->words[0])
		str_addf(out, "%s%s%s%s", out->len > 0 ? " " : "",
			 out->len > 0 ? dot : "", out->len > 0 ? " " : "",
			 row->words);
}

static void draw_length(const struct day_row *row, struct canvas *canvas,
			struct area at, enum style style)
{
	struct str text = STR_INIT;

	report_add_length(row->length, &text);
	canvas_put_right(canvas, at.row, at.col + at.cols - LENGTH_COLS - 2,
			 LENGTH_COLS, str_text(&text), style);
	str_release(&text);
}

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_on)
{
	const struct day_list *state = rows;
	const struct day_row *row = &state->rows.items[index];
	enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
	enum style note = is_on ? STYLE_SELECTED : STYLE_DIM;
	bool has_when = state->when_cols > 0 &&
			(at.cols >= NARROW || state->when_cols < 10);
	int when = has_when ? state->when_cols + 2 : 0;
	int reference = row->reference[0] ? REFERENCE_COLS : 0;
	int length = row->length >= 0 ? LENGTH_COLS + 1 : 0;
	int rest = at.cols - 4 - when - reference - length;
	int who = row->who[0] ? rest * 45 / 100 : 0;
	int col = at.col + 2;
	struct str what = STR_INIT;

	add_what(row, canvas_mark(canvas, MARK_DOT), &what);
	canvas_put(canvas, at.row, col, reference - 1, row->reference, style);
	canvas_put(canvas, at.row, col + reference, when - 2, row->when, note);
	col += reference + when;
	canvas_put(canvas, at.row, col, who - 1, row->who, style);
	canvas_put(canvas, at.row, col + who, rest - who, str_text(&what),
		   who ? note : style);
	if (length)
		draw_length(row, canvas, at, style);
	str_release(&what);
}

/* "Arrived 51 · Water bill · City Hall · Mon Nov 23" */
static void add_title(const struct day_list *state, const char *dot,
		      struct str *out)
{
	int64_t count = (int64_t)state->rows.count;
	char day[24];

	/* As many as are read; of those that go on, as the figure said. */
	if (state->rows.has_more && state->n > count)
		count = state->n;
	str_addf(out, "%s %lld", state->words, (long long)count);
	if (state->about[0] != '\0')
		str_addf(out, " %s %s", dot, state->about);
	str_addf(out, " %s %s %s ", dot, state->site, dot);
	day_format(state->scope.from, day);
	if (day_compare(state->scope.from, state->scope.to) == 0)
		str_add(out, day);
	else
		report_add_days(state->scope.from, state->scope.to, out);
}

static void list_screen_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct day_list *state = screen->state;
	struct area area = canvas_area(canvas), rows = area;
	struct str title = STR_INIT;

	add_title(state, canvas_mark(canvas, MARK_DOT), &title);
	canvas_put(canvas, area.row, 1, area.cols - 2, str_text(&title),
		   STYLE_TITLE);
	canvas_rule(canvas, area.row + 1, 1, area.cols - 2, NULL,
		    state->rows.has_more ? _("more below") : NULL);
	rows.row += 2;
	rows.rows -= 2;
	rows.col = 1;
	rows.cols -= 2;
	list_draw(&state->list, canvas, &rows, draw_row, state);
	if (state->rows.count == 0)
		canvas_put(canvas, rows.row, 3, rows.cols - 3,
			   _("Nothing is counted here any more."), STYLE_DIM);
	str_release(&title);
}

static const struct day_row *selected(const struct day_list *state)
{
	size_t at = state->list.selected;

	return at < state->rows.count ? &state->rows.items[at] : NULL;
}

static bool leads_on(const struct day_row *row)
{
	return row != NULL && (row->request_id != 0 || row->resident_id != 0 ||
			       row->organisation_id != 0 || row->topic_id != 0);
}

/* The request first; a visit without one is whoever came. */
static void enter(struct app *app, struct screen *screen)
{
	const struct day_row *row = selected(screen->state);

	if (!leads_on(row))
		return;
	if (row->request_id != 0)
		request_open(app, row->request_id);
	else if (row->resident_id != 0)
		resident_open(app, row->resident_id);
	else if (row->organisation_id != 0)
		organisation_open(app, row->organisation_id);
	else
		topic_open(app, row->topic_id);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool list_can(const struct screen *screen, enum action action)
{
	return action != ACTION_ENTER || leads_on(selected(screen->state));
}

static void list_free(struct screen *screen)
{
	struct day_list *state = screen->state;

	day_rows_release(&state->rows);
	list_release(&state->list);
	free(state->words);
	free(state->site);
	free(state->about);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class list_class = {
    .title = N_("Behind the figure"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = list_load,
    .draw = list_screen_draw,
    .handle = list_key,
    .can = list_can,
    .free = list_free,
};

void day_list_open(struct app *app, const struct summary_scope *scope,
		   const struct summary *summary,
		   const struct day_behind *behind, const char *words,
		   int64_t n)
{
	const char *about =
	    summary->topic ? summary->topic : summary->department;
	struct day_list *state = mem_new(1, sizeof(*state));

	state->desk = app_desk(app);
	state->scope = *scope;
	state->behind = *behind;
	state->words = mem_copy(words);
	state->n = n;
	state->site = mem_copy(summary->site);
	state->about = mem_copy(about ? about : "");
	list_init(&state->list);
	app_push(app, &list_class, state);
}
