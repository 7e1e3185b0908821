/* The rows of the morning and of the evening, each with what it is. */
#include "clock_draw.h"
#include "cue_view.h"
#include "round.h"

#define KIND_COLS 16
#define NOTE_COLS 23
#define NARROW 70

static void draw_row(struct canvas *canvas, const void *rows, size_t index,
		     struct area at, bool is_on)
{
	const struct round_screen *state = rows;
	bool is_left = index >= state->round.count;
	const struct round_row *row =
	    is_left ? NULL : &state->round.rows[index];
	bool is_first = is_left || index == 0 ||
			state->round.rows[index - 1].kind != row->kind;
	enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
	int note = is_left	      ? 0
		   : at.cols < NARROW ? NOTE_COLS - 3
		   : at.cols > 100    ? NOTE_COLS + 14
				      : NOTE_COLS;
	struct str text = STR_INIT;

	if (is_on)
		canvas_put(canvas, at.row, at.col, 1,
			   canvas_mark(canvas, MARK_SELECTED), style);
	if (is_first)
		canvas_put(canvas, at.row, at.col + 2, KIND_COLS - 1,
			   is_left ? _("Not saved") : round_words(row->kind),
			   is_on ? style : STYLE_LABEL);
	if (is_left)
		str_add(&text,
			_("what was typed before: Enter brings it back"));
	else if (row->who)
		str_addf(&text, "%s: %s", row->who, row->what);
	else
		str_add(&text, row->what);
	canvas_put(canvas, at.row, at.col + 2 + KIND_COLS,
		   at.cols - 3 - KIND_COLS - note, str_text(&text), style);
	if (row && row->note)
		canvas_put(canvas, at.row, at.col + at.cols - note, note,
			   row->note, is_on ? style : STYLE_DIM);
	str_release(&text);
}

static void draw_title(const struct round_screen *state, struct canvas *canvas,
		       struct area area)
{
	const struct desk_session *session = desk_session(state->desk);

	canvas_putf(canvas, area.row, 1, area.cols - CLOCK_DRAW_COLS,
		    STYLE_TITLE, "%s %s %s",
		    state->is_evening ? _("The end of the day") : _("Briefing"),
		    canvas_mark(canvas, MARK_DOT),
		    session->staff_name ? session->staff_name : "");
	clock_draw(state->desk, canvas, area);
}

/* The selected row in full, where its columns may have cut it. */
static void draw_detail(const struct round_screen *state, struct canvas *canvas,
			struct area at)
{
	const struct round_row *row;
	struct str text = STR_INIT;

	canvas_rule(canvas, at.row, 1, at.cols - 2, NULL, NULL);
	if (state->list.selected >= state->round.count)
		return;
	row = &state->round.rows[state->list.selected];
	if (row->who)
		str_addf(&text, "%s: ", row->who);
	str_add(&text, row->what);
	if (row->note)
		str_addf(&text, " %s %s", canvas_mark(canvas, MARK_DOT),
			 row->note);
	if (row->more)
		str_addf(&text, " %s %s", canvas_mark(canvas, MARK_DOT),
			 row->more);
	canvas_put_wrapped(canvas, at.row + 1, 3, at.cols - 4, at.rows - 1,
			   str_text(&text), STYLE_TEXT);
	str_release(&text);
}

/* The first to know stands in the rule above, everything else below it;
 * returns how many rows that took. */
static int draw_cue(const struct round_screen *state, struct canvas *canvas,
		    struct area at)
{
	struct moment_cue rest = state->cue;
	int rows;

	for (size_t i = 1; i < rest.know_count; i++)
		rest.know[i - 1] = rest.know[i];
	rest.know_count -= rest.know_count > 0;
	rows = cue_view_draw_moment(&rest, canvas, at);
	if (rows > 0)
		canvas_rule(canvas, at.row + rows++, 1, at.cols - 2, NULL,
			    NULL);
	return rows;
}

void round_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct round_screen *state = screen->state;
	struct area area = canvas_area(canvas), rows = area, detail = area;
	size_t count = round_row_count(state);
	int taken;

	draw_title(state, canvas, area);
	canvas_rule(canvas, area.row + 1, 1, area.cols - 2,
		    state->cue.know_count ? state->cue.know[0] : NULL, NULL);
	detail.rows = area.rows >= 18 ? 4 : 3;
	detail.row = area.row + area.rows - detail.rows;
	rows.row += 2;
	taken = draw_cue(state, canvas, rows);
	rows.row += taken;
	rows.rows -= 2 + taken + detail.rows;
	rows.col = 1;
	rows.cols -= 2;
	list_draw(&state->list, canvas, &rows, draw_row, state);
	if (count == 0)
		canvas_put(canvas, rows.row, 3, rows.cols - 3,
			   state->is_evening
			       ? _("Nothing is left for today.")
			       : _("Nothing that you must know today."),
			   STYLE_DIM);
	draw_detail(state, canvas, detail);
}
