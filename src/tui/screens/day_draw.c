/* The day on the screen: its title, the figures, and bars beside them. */
#include <stdio.h>

#include "closing.h"
#include "day_sheet.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/summary.h"

#define FIGURES_COLS 46
#define PRINTER_COLS 24	   /* of its name, at most */
#define ROOM_FOR_CHOICE 44 /* columns */
#define RULE_COLS 9	   /* of the lines and blanks around two labels */
#define BARS_MAX 88	   /* longer ones say no more */
#define WIDE 76		   /* columns: bars beside the figures, else below */

/* "The day · Mon Nov 23 · City Hall · Fence permit"; other days as on paper:
 * "November 2026 · City Hall" */
static void add_title(const struct day_screen *state, struct canvas *canvas,
		      struct str *out)
{
	const struct summary *day = &state->summary;
	const char *dot = canvas_mark(canvas, MARK_DOT);
	const char *about = day->topic ? day->topic : day->department;
	char from[24];

	if (state->period == DAY_PERIOD_DAY) {
		day_format(state->scope.from, from);
		str_addf(out, _("The day %s %s"), dot, from);
	} else {
		report_add_days(state->scope.from, state->scope.to, out);
	}
	str_addf(out, " %s %s", dot, day->site ? day->site : "");
	if (about)
		str_addf(out, " %s %s", dot, about);
}

static void draw_title(const struct day_screen *state, struct canvas *canvas,
		       struct area area)
{
	const char *so_far = state->changed.closing.closing_id != 0
				 ? _("closed")
			     : state->summary.is_over ? _("over")
						      : _("so far");
	struct str title = STR_INIT;

	add_title(state, canvas, &title);
	canvas_put(canvas, area.row, 1, area.cols - 10, str_text(&title),
		   STYLE_TITLE);
	canvas_put_right(canvas, area.row, area.cols - 9, 8, so_far, STYLE_DIM);
	str_release(&title);
}

/* The usual printer of the machine is not asked for: it may not answer. */
static void draw_question(const struct day_screen *state, const char *printer,
			  struct canvas *canvas, struct area area)
{
	bool is_day = state->period == DAY_PERIOD_DAY;
	struct str text = STR_INIT, name = STR_INIT;

	text_add_cut(&name, printer != NULL ? printer : "", PRINTER_COLS);
	if (name.len == 0)
		str_add(&text, is_day ? _("Enter prints this day.")
				      : _("Enter prints this."));
	else
		str_addf(&text,
			 is_day ? _("Enter prints this day on %s.")
				: _("Enter prints this on %s."),
			 str_text(&name));
	str_addf(&text, " %s",
		 text_width(str_text(&text)) + ROOM_FOR_CHOICE <= area.cols
		     ? _("F4: printer, copies, pages. Esc returns.")
		     : _("F4: another. Esc returns."));
	canvas_put(canvas, area.row + 1, 1, area.cols - 2, str_text(&text),
		   STYLE_NEWS);
	str_release(&text);
	str_release(&name);
}

/* The chosen number in reverse, and a mark in its line's margin. */
static void draw_number(const struct day_sheet_line *line,
			const struct day_number *number, struct canvas *canvas,
			struct area at)
{
	int col = DAY_VALUE_COL + number->col, cols = number->cols;
	char text[24];

	canvas_put(canvas, at.row, at.col, 1,
		   canvas_mark(canvas, MARK_SELECTED), STYLE_SELECTED);
	if (number->behind.figure == DAY_NOTHING) {
		canvas_cursor(canvas, at.row, at.col);
		return;
	}
	if (line->kind == DAY_LINE_BAR) {
		day_bar_number(line, at.cols, &col, &cols);
		snprintf(text, sizeof(text), "%*lld", cols, (long long)line->n);
	} else {
		size_t from = text_fit(line->value, number->col);

		snprintf(text, sizeof(text), "%.*s", cols, line->value + from);
	}
	canvas_put(canvas, at.row, at.col + col, cols, text, STYLE_SELECTED);
	canvas_cursor(canvas, at.row, at.col + col + cols - 1);
}

/* What stands beside the bars, in full where there is room. */
static const char *words_of_wait(const struct day_sheet_line *line, int cols)
{
	const char *words = _("median wait");
	int taken = text_width(line->label) + text_width(words) + RULE_COLS;

	return taken <= cols ? words : _("median");
}

static void draw_line(const struct day_screen *state,
		      const struct day_sheet_line *line, struct canvas *canvas,
		      struct area at)
{
	int value = at.col + DAY_VALUE_COL;

	switch (line->kind) {
	case DAY_LINE_RULE:
		canvas_rule(canvas, at.row, at.col, at.cols, line->label,
			    line->has_wait ? words_of_wait(line, at.cols)
					   : NULL);
		break;
	case DAY_LINE_WORDS:
		canvas_put(canvas, at.row, at.col + DAY_LABEL_COL,
			   at.cols - DAY_LABEL_COL, line->value, STYLE_TEXT);
		break;
	case DAY_LINE_FIGURE:
		canvas_put(canvas, at.row, at.col + DAY_LABEL_COL,
			   DAY_VALUE_COL - DAY_LABEL_COL - 1, line->label,
			   STYLE_LABEL);
		canvas_put(canvas, at.row, value, at.cols - DAY_VALUE_COL,
			   line->value, STYLE_TEXT);
		break;
	case DAY_LINE_BAR:
	case DAY_LINE_WEEKS:
		day_draw_bars(state, line, canvas, at);
		break;
	}
}

/* So that what is chosen stands in the middle, where there is more. */
static int top_line(const struct day_sheet *sheet,
		    const struct day_number *chosen, int rows)
{
	int count = (int)sheet->line_count;
	int top = chosen ? (int)chosen->line - rows / 2 : 0;

	if (top > count - rows)
		top = count - rows;
	return top > 0 ? top : 0;
}

static bool is_of(const struct day_sheet *sheet,
		  const struct day_number *number)
{
	for (size_t i = 0; i < sheet->number_count; i++)
		if (&sheet->numbers[i] == number)
			return true;
	return false;
}

/* That what is shown is not all. */
static void draw_rest(bool is_above, bool is_below, struct canvas *canvas,
		      struct area at)
{
	const char *words = is_above && is_below ? _("more above and below")
			    : is_above		 ? _("more above")
						 : _("more below");

	canvas_put_right(canvas, at.row, at.col, at.cols, words, STYLE_DIM);
}

static void draw_sheet(const struct day_screen *state,
		       const struct day_sheet *sheet,
		       const struct day_number *chosen, struct canvas *canvas,
		       struct area area)
{
	bool is_long = (int)sheet->line_count > area.rows;
	int top;

	if (chosen && !is_of(sheet, chosen))
		chosen = NULL;
	if (is_long)
		area.rows--;
	top = top_line(sheet, chosen, area.rows);
	for (int i = 0; i < area.rows && top + i < (int)sheet->line_count;
	     i++) {
		size_t line = (size_t)top + (size_t)i;
		struct area at = {area.row + i, area.col, 1, area.cols};

		draw_line(state, &sheet->lines[line], canvas, at);
		if (chosen && chosen->line == line)
			draw_number(&sheet->lines[line], chosen, canvas, at);
	}
	if (is_long)
		draw_rest(top > 0, top + area.rows < (int)sheet->line_count,
			  canvas,
			  (struct area){area.row + area.rows, area.col, 1,
					area.cols});
}

/* One of them alone, the one in which something is chosen. */
static void draw_either(const struct day_screen *state,
			const struct day_sheets *sheets,
			const struct day_number *chosen, struct canvas *canvas,
			struct area area)
{
	bool is_bar = chosen && is_of(&sheets->bars, chosen);

	draw_sheet(state, is_bar ? &sheets->bars : &sheets->figures, chosen,
		   canvas, area);
}

static void draw_sheets(const struct day_screen *state, struct canvas *canvas,
			struct area area)
{
	struct day_sheets sheets;
	const struct day_number *chosen;
	struct area left = {area.row, 1, area.rows, FIGURES_COLS};
	struct area right = {area.row, FIGURES_COLS + 2, area.rows,
			     area.cols - FIGURES_COLS - 3};

	if (area.cols >= 100) {
		left.cols += 2;
		right.col += 4;
		right.cols = area.cols - right.col - 1;
		if (right.cols > BARS_MAX)
			right.cols = BARS_MAX;
	}
	day_sheets_make(state, &sheets);
	chosen = day_number_at(&sheets, day_chosen(&sheets, &state->chosen));
	if (area.cols >= WIDE) {
		draw_sheet(state, &sheets.figures, chosen, canvas, left);
		draw_sheet(state, &sheets.bars, chosen, canvas, right);
	} else {
		left.cols = area.cols - 2;
		draw_either(state, &sheets, chosen, canvas, left);
	}
	day_sheets_release(&sheets);
}

void day_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct day_screen *state = screen->state;
	struct area area = canvas_area(canvas);
	int remarks;

	draw_title(state, canvas, area);
	if (state->asks_print)
		draw_question(state, app_settings(screen->app)->printer, canvas,
			      area);
	area.row += 2;
	area.rows -= 2;
	remarks = closing_draw(state->desk, &state->changed, canvas, area,
			       !state->asks_print);
	area.row += remarks;
	area.rows -= remarks;
	draw_sheets(state, canvas, area);
}
