/* The live board on the screen: one column, or two where there is room. */
#include <stdio.h>

#include "board.h"
#include "clock_draw.h"

#define TWO_COLUMNS 100 /* columns */
#define LINE_LEAST 2	/* rows of those who wait, where others want room */
#define PLACE_COLS 12

static void length_since(const struct board_screen *state, int64_t at,
			 char out[24])
{
	clock_format_length(desk_now(state->desk) - at, out);
}

static void draw_waiting(const struct board_screen *state,
			 struct canvas *canvas, const struct line_row *row,
			 struct area at)
{
	char length[24];
	int note = at.cols > 64 ? 24 : 19;

	length_since(state, row->arrived_at, length);
	canvas_put(canvas, at.row, at.col + 2, at.cols - note - 15, row->name,
		   STYLE_TEXT);
	canvas_put_right(canvas, at.row, at.col + at.cols - note - 12, 11,
			 length, STYLE_TEXT);
	if (row->state == VISIT_CALLED)
		canvas_putf(canvas, at.row, at.col + at.cols - note + 1,
			    note - 1, STYLE_TEXT,
			    row->counter_window ? _("called to %s")
						: _("called%.0s"),
			    row->counter_window ? row->counter_window : "");
	else if (row->priority > 0)
		canvas_put(canvas, at.row, at.col + at.cols - note + 1,
			   note - 1, _("first"), STYLE_TEXT);
}

/* The first of them; the last row says how many more there are. */
static int draw_line(const struct board_screen *state, struct canvas *canvas,
		     struct area area)
{
	const struct line *line = &state->board.line;
	char label[48], longest[48], length[24];
	int row = area.row, rows = area.rows - 1;

	if (area.rows < 1)
		return 0;
	snprintf(label, sizeof(label), _("IN LINE %zu"), line->waiting_count);
	clock_format_length(line->longest, length);
	snprintf(longest, sizeof(longest), _("longest %s"), length);
	canvas_rule(canvas, row++, area.col, area.cols, label,
		    line->waiting_count ? longest : NULL);
	if (!line->count && rows > 0)
		canvas_put(canvas, row++, area.col + 2, area.cols - 2,
			   _("Nobody waits."), STYLE_DIM);
	for (size_t i = 0; i < line->count && rows > 0; i++, rows--) {
		struct area at = {row++, area.col, 1, area.cols};

		if (rows == 1 && i + 1 < line->count)
			canvas_putf(canvas, at.row, at.col + 2, at.cols - 2,
				    STYLE_DIM, _("and %zu more"),
				    line->count - i);
		else
			draw_waiting(state, canvas, &line->rows[i], at);
	}
	return row - area.row;
}

/* "Window 2    Ms. Elena Alvarez · Fence permit        A. Ruiz" */
static void draw_visit(const struct board_screen *state, struct canvas *canvas,
		       const struct board_row *row, struct area at)
{
	struct str text = STR_INIT;
	char length[24];
	int staff = at.cols > 64 ? 18 : 14;
	int room = at.cols - 2 - PLACE_COLS - staff;

	if (row->who) {
		str_add(&text, row->who);
		if (row->topic)
			str_addf(&text, " %s %s", canvas_mark(canvas, MARK_DOT),
				 row->topic);
	} else {
		str_add(&text, _("nobody now"));
	}
	length_since(state, row->since_at, length);
	if (row->who && row->state == VISIT_CALLED)
		str_addf(&text, _(", called %s ago"), length);
	canvas_put(canvas, at.row, at.col + 2, PLACE_COLS - 1,
		   row->window ? row->window : _("no window"), STYLE_TEXT);
	canvas_put(canvas, at.row, at.col + 2 + PLACE_COLS, room - 1,
		   str_text(&text), row->who ? STYLE_TEXT : STYLE_DIM);
	canvas_put(canvas, at.row, at.col + at.cols - staff, staff,
		   row->staff ? row->staff : "", STYLE_DIM);
	str_release(&text);
}

/* "Window 2    Mr. Kowalski, 6 min: copies             A. Ruiz"; what is put
 * aside is at no window. */
static void draw_hold(const struct board_screen *state, struct canvas *canvas,
		      const struct board_row *row, struct area at)
{
	struct str text = STR_INIT;
	char length[24];
	int staff = at.cols > 64 ? 18 : 14;

	length_since(state, row->since_at, length);
	str_addf(&text, "%s, %s", row->who, length);
	if (row->reason)
		str_addf(&text, ": %s", row->reason);
	canvas_put(canvas, at.row, at.col + 2, PLACE_COLS - 1,
		   row->state == VISIT_ASIDE ? ""
		   : row->window	     ? row->window
					     : _("no window"),
		   STYLE_TEXT);
	canvas_put(canvas, at.row, at.col + 2 + PLACE_COLS,
		   at.cols - 3 - PLACE_COLS - staff, str_text(&text),
		   STYLE_TEXT);
	canvas_put(canvas, at.row, at.col + at.cols - staff, staff,
		   row->staff ? row->staff : "", STYLE_DIM);
	str_release(&text);
}

typedef void row_fn(const struct board_screen *state, struct canvas *canvas,
		    const struct board_row *row, struct area at);

static int draw_rows(const struct board_screen *state, struct canvas *canvas,
		     struct area area, const char *label, const char *none,
		     const struct board_rows *rows, row_fn *each)
{
	int row = area.row, end = area.row + area.rows;

	if (area.rows < 1)
		return 0;
	canvas_rule(canvas, row++, area.col, area.cols, label,
		    rows->count ? NULL : none);
	for (size_t i = 0; i < rows->count && row < end; i++) {
		struct area at = {row++, area.col, 1, area.cols};

		if (row == end && i + 1 < rows->count)
			canvas_putf(canvas, at.row, at.col + 2, at.cols - 2,
				    STYLE_DIM, _("and %zu more"),
				    rows->count - i);
		else
			each(state, canvas, &rows->items[i], at);
	}
	return row - area.row;
}

static void draw_promise(struct canvas *canvas, const void *rows, size_t index,
			 struct area at, bool is_on)
{
	const struct board_screen *state = rows;
	const struct board_due *due = &state->board.due[index];
	enum style style = is_on ? STYLE_SELECTED : STYLE_TEXT;
	struct str text = STR_INIT;
	struct local local;
	char minute[12];
	int staff = at.cols > 64 ? 18 : 14;

	desk_local(state->desk, due->due_at, &local);
	local_format_minute(&local, minute);
	str_addf(&text, "%s: %s", due->who, due->what);
	if (due->is_late)
		str_add(&text, _(" (was due)"));
	if (is_on)
		canvas_put(canvas, at.row, at.col, 1,
			   canvas_mark(canvas, MARK_SELECTED), style);
	canvas_put_right(canvas, at.row, at.col + 2, 8, minute, style);
	canvas_put(canvas, at.row, at.col + 2 + PLACE_COLS,
		   at.cols - 3 - PLACE_COLS - staff, str_text(&text), style);
	canvas_put(canvas, at.row, at.col + at.cols - staff, staff, due->owner,
		   is_on ? style : STYLE_DIM);
	str_release(&text);
}

static void draw_due(const struct board_screen *state, struct canvas *canvas,
		     struct area area)
{
	const struct board *board = &state->board;
	struct area rows = {area.row + 1, area.col, area.rows - 1, area.cols};

	if (area.rows < 1)
		return;
	canvas_rule(canvas, area.row, area.col, area.cols,
		    _("PROMISES DUE WITHIN THE HOUR"),
		    board->has_more_due ? _("more below: these come first")
					: NULL);
	if (!board->due_count && rows.rows > 0)
		canvas_put(canvas, rows.row, rows.col + 2, rows.cols - 2,
			   _("None."), STYLE_DIM);
	if (rows.rows > 0)
		list_draw(&state->list, canvas, &rows, draw_promise, state);
}

/* Newest first: what stands longest is known best. */
static void notices_add(const struct notice_list *notices, const char *dot,
			struct str *out)
{
	str_addf(out,
		 ngettext("%zu NOTICE  ", "%zu NOTICES  ",
			  (unsigned long)notices->count),
		 notices->count);
	for (size_t i = notices->count; i > 0; i--)
		str_addf(out, "%s%s%s%s", i < notices->count ? " " : "",
			 i < notices->count ? dot : "",
			 i < notices->count ? " " : "",
			 notices->items[i - 1].words);
}

static int draw_notices(const struct board_screen *state, struct canvas *canvas,
			struct area at)
{
	const struct notice_list *notices = &state->board.notices;
	struct str text = STR_INIT;

	if (!notices->count)
		return 0;
	notices_add(notices, canvas_mark(canvas, MARK_DOT), &text);
	canvas_put(canvas, at.row, at.col, at.cols, str_text(&text),
		   STYLE_KNOW);
	str_release(&text);
	return 1;
}

static int rows_wanted(size_t count)
{
	return 1 + (count ? (int)count : 1);
}

/* Of none it is said beside the heading: the line needs the row. */
static int rows_of(const struct board_rows *rows)
{
	return 1 + (int)rows->count;
}

static int rows_of_few(const struct board_rows *rows)
{
	return rows->count > 3 ? 4 : rows_of(rows);
}

/* Behind the used rows, before those that are kept for what follows. */
static int draw_few(const struct board_screen *state, struct canvas *canvas,
		    struct area area, int used, int kept, const char *label,
		    const struct board_rows *rows)
{
	struct area part = area;

	part.row += used;
	part.rows = area.rows - used - kept;
	if (part.rows > rows_of(rows))
		part.rows = rows_of(rows);
	return draw_rows(state, canvas, part, label, _("Nobody is on hold."),
			 rows, draw_hold);
}

/* The windows, what is on hold, and what is due. Holds and promises keep a row
 * each where the windows are many. */
static void draw_work(const struct board_screen *state, struct canvas *canvas,
		      struct area area)
{
	const struct board *board = &state->board;
	int due = rows_wanted(board->due_count > 3 ? 3 : board->due_count);
	int holds = rows_of_few(&board->holds);
	int asides = board->asides.count ? rows_of_few(&board->asides) : 0;
	struct area part = area;
	int used;

	part.rows = area.rows - due - holds - asides;
	if (part.rows < 2)
		part.rows = area.rows < 2 ? area.rows : 2;
	used = draw_rows(state, canvas, part, _("AT THE WINDOWS"),
			 _("Nobody sits at a window."), &board->windows,
			 draw_visit);
	used += draw_few(state, canvas, area, used, due + asides, _("ON HOLD"),
			 &board->holds);
	if (board->asides.count)
		used += draw_few(state, canvas, area, used, due, _("PUT ASIDE"),
				 &board->asides);
	part.row = area.row + used;
	part.rows = area.rows - used;
	draw_due(state, canvas, part);
}

static void draw_title(const struct board_screen *state, struct canvas *canvas,
		       struct area area)
{

	canvas_putf(canvas, area.row, 1, area.cols - CLOCK_DRAW_COLS,
		    STYLE_TITLE, "%s %s %s", _("Live board"),
		    canvas_mark(canvas, MARK_DOT),
		    desk_site(state->desk)->name);
	clock_draw(state->desk, canvas, area);
}

void board_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct board_screen *state = screen->state;
	const struct board *board = &state->board;
	struct area area = canvas_area(canvas), left, right;
	int others = rows_of(&board->windows) + rows_of(&board->holds) +
		     rows_wanted(board->due_count) +
		     (board->asides.count ? rows_of(&board->asides) : 0);
	int wanted = rows_wanted(board->line.count), least, notices;

	draw_title(state, canvas, area);
	left = (struct area){area.row + 1, 1, area.rows - 1, area.cols - 2};
	notices = draw_notices(state, canvas, left);
	left.row += notices;
	left.rows -= notices;
	right = left;
	if (area.cols >= TWO_COLUMNS) {
		left.cols = area.cols * 45 / 100;
		right.col = left.col + left.cols + 2;
		right.cols = area.cols - right.col - 1;
		draw_line(state, canvas, left);
		draw_work(state, canvas, right);
		return;
	}
	if (left.rows - others < wanted)
		wanted = left.rows - others;
	least = board->line.count > 1 ? LINE_LEAST + 1 : LINE_LEAST;
	if (wanted < least)
		wanted = least;
	left.rows = wanted;
	left.rows = draw_line(state, canvas, left);
	right.row += left.rows;
	right.rows -= left.rows;
	draw_work(state, canvas, right);
}
