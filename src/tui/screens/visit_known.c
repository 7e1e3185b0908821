/* What the city knows, below the form: KNOW, then the requests so far. */
#include "../field.h"
#include "frontdesk/desk/cue.h"
#include "visit.h"

#define RESULT_COL 25
#define RESULT_COLS 10 /* "item given" */
#define RESULT_WIDE 14 /* "request opened" */
#define WIDE 100       /* columns */

static void draw_request(const struct visit_screen *state,
			 struct canvas *canvas, struct area at,
			 const struct timeline_request *request, bool is_on)
{
	enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
	const char *dot = canvas_mark(canvas, MARK_DOT);
	int result = at.cols > WIDE ? RESULT_WIDE : RESULT_COLS;
	int topic = RESULT_COL + result + 1;
	struct local when;
	char day[24];
	struct str text = STR_INIT;

	desk_local(state->desk, request->received_at, &when);
	local_format_day(&when, day);
	canvas_put(canvas, at.row, at.col, 12, request->reference, style);
	canvas_put(canvas, at.row, at.col + 13, 10, day,
		   is_on ? style : STYLE_DIM);
	canvas_put(canvas, at.row, at.col + RESULT_COL, result,
		   request->is_open ? _("open") : result_words(request->result),
		   is_on	      ? style
		   : request->is_open ? STYLE_OPEN
				      : STYLE_DIM);
	str_add(&text, request->topic ? request->topic : _("no topic"));
	if (!str_is_blank(request->whose))
		str_addf(&text, " %s %s", dot, request->whose);
	if (!str_is_blank(request->place))
		str_addf(&text, " %s %s", dot, request->place);
	if (request->is_open && !str_is_blank(request->owner))
		str_addf(&text, " %s %s", dot, request->owner);
	canvas_put(canvas, at.row, at.col + topic, at.cols - topic,
		   str_text(&text), style);
	str_release(&text);
}

/* "Tell them   Sidewalk repair: to tell: edge ground down" */
static void draw_owed(const struct visit_screen *state, struct canvas *canvas,
		      struct area at, size_t index, bool is_on)
{
	const struct timeline_request *request = NULL;
	const struct timeline_entry *entry = visit_owed(state, index, &request);
	enum style style = is_on ? STYLE_SELECTED : STYLE_OPEN;

	canvas_put(canvas, at.row, at.col, 12, request->reference, style);
	canvas_putf(canvas, at.row, at.col + 13, at.cols - 13, style,
		    "%s %s %s", request->topic ? request->topic : _("no topic"),
		    canvas_mark(canvas, MARK_DOT), entry->text);
}

static void draw_history_row(const struct visit_screen *state,
			     struct canvas *canvas, struct area at,
			     size_t index)
{
	const struct timeline *timeline = visit_timeline(state);
	size_t owed = visit_owed_count(state);
	bool is_on = state->is_in_history && index == state->history.selected;

	if (is_on) {
		canvas_blank(canvas, at, STYLE_SELECTED);
		canvas_put(canvas, at.row, 1, 1,
			   canvas_mark(canvas, MARK_SELECTED), STYLE_SELECTED);
		canvas_cursor(canvas, at.row, 1);
	}
	at.col = 3;
	at.cols -= 4;
	if (index < owed)
		draw_owed(state, canvas, at, index, is_on);
	else if (index - owed < timeline->count)
		draw_request(state, canvas, at,
			     &timeline->requests[index - owed], is_on);
	else
		canvas_put(canvas, at.row, at.col, at.cols,
			   timeline->has_more
			       ? _("The whole record, and what is older …")
			       : _("The whole record …"),
			   is_on ? STYLE_SELECTED : STYLE_DIM);
}

/* One line of what happened with a request, newest first. */
static void draw_entry(const struct visit_screen *state, struct canvas *canvas,
		       struct area area, const struct timeline_entry *entry)
{
	struct local when;
	char day[24];

	desk_local(state->desk, entry->at, &when);
	local_format_day(&when, day);
	canvas_put(canvas, area.row, 16, 10, day, STYLE_DIM);
	canvas_put(canvas, area.row, 28, area.cols - 29,
		   entry->text ? entry->text : "",
		   entry->is_late ? STYLE_LATE : STYLE_DIM);
}

/* Every request keeps its row; what is left over shows what happened. */
static void draw_history(const struct visit_screen *state,
			 struct canvas *canvas, struct area area)
{
	const struct timeline *timeline = visit_timeline(state);
	size_t owed = visit_owed_count(state);
	size_t count = visit_history_count(state), top = 0;
	size_t room = area.rows > 0 ? (size_t)area.rows : 0;
	size_t spare = room > count ? room - count : 0;

	if (state->is_in_history && state->history.selected >= room)
		top = state->history.selected - room + 1;
	for (size_t i = top; i < count && area.rows > 0; i++) {
		struct area at = {area.row, 0, 1, area.cols};

		draw_history_row(state, canvas, at, i);
		area.row++;
		area.rows--;
		if (i < owed)
			continue;
		for (size_t e = 0; i - owed < timeline->count && spare &&
				   e < timeline->requests[i - owed].entry_count;
		     e++, spare--, area.row++, area.rows--)
			draw_entry(state, canvas, area,
				   &timeline->requests[i - owed].entries[e]);
	}
}

/* What is known, from the first line on: the namesake is one of them. */
static const char *known_line(const struct visit_screen *state, size_t index)
{
	if (!state->namesake)
		return state->cue.know[index];
	return index ? state->cue.know[index - 1] : state->namesake;
}

static size_t known_count(const struct visit_screen *state)
{
	return state->cue.know_count + (state->namesake ? 1 : 0);
}

int visit_known_rows(const struct visit_screen *state)
{
	size_t count = known_count(state);

	return count > CUE_KNOW_SHOWN ? CUE_KNOW_SHOWN : (int)count;
}

/* At most two rows a line. */
static int rows_of(const char *text, int cols)
{
	return text_width(text) > cols ? 2 : 1;
}

/* How many lines the rows have room for; at least one is shown. */
static size_t fitting(const struct visit_screen *state, int cols, int rows)
{
	size_t count = known_count(state), fit = 0;
	int used = 0;

	while (fit < count && fit < CUE_KNOW_SHOWN) {
		used += rows_of(known_line(state, fit), cols);
		if (used > rows && fit > 0)
			break;
		fit++;
	}
	return fit;
}

/* The lines that matter most come first; ^E shows all of them, and the rule
 * says so where some are hidden. */
static int draw_know(const struct visit_screen *state, struct canvas *canvas,
		     struct area area)
{
	size_t count = known_count(state);
	size_t fit = fitting(state, area.cols - 4, area.rows - 1);
	int row = area.row, end = area.row + area.rows;
	struct str more = STR_INIT;

	if (!count)
		return 0;
	if (fit < count)
		str_addf(&more, _("^E %zu more"), count - fit);
	canvas_rule(canvas, row++, 1, area.cols - 2, _("KNOW"),
		    more.len ? str_text(&more) : NULL);
	for (size_t i = 0; i < fit && row < end; i++)
		row += canvas_put_wrapped(canvas, row, 3, area.cols - 4,
					  end - row < 2 ? end - row : 2,
					  known_line(state, i), STYLE_KNOW);
	str_release(&more);
	return row - area.row;
}

void visit_draw_know_over(const struct visit_screen *state,
			  struct canvas *canvas, struct area area, int bottom)
{
	int rows = 1, room = bottom - area.row;

	for (int i = 0; i < visit_known_rows(state); i++)
		rows += rows_of(known_line(state, (size_t)i), area.cols - 4);
	if (rows > room)
		rows = room;
	if (rows < 2)
		return;
	area.row = bottom - rows;
	area.rows = rows;
	canvas_blank(canvas, area, STYLE_TEXT);
	draw_know(state, canvas, area);
}

void visit_draw_known(const struct visit_screen *state, struct canvas *canvas,
		      struct area area)
{
	size_t history = visit_history_count(state);
	int kept = 0, used;
	struct area know = area;

	if (area.rows < 2)
		return;
	/* Whatever is known, the newest request stays to be seen; while the
	 * clerk walks through them, a few. */
	if (history)
		kept = 1 + (state->is_in_history && history > 2 ? 3 : 1);
	if (known_count(state) && know.rows - kept >= 2)
		know.rows -= kept;
	used = draw_know(state, canvas, know);
	area.row += used;
	area.rows -= used;
	if (!history || area.rows < 2)
		return;
	canvas_rule(canvas, area.row++, 1, area.cols - 2, _("SO FAR"), NULL);
	area.rows--;
	draw_history(state, canvas, area);
}
