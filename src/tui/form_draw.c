
#include "canvas.h"
#include "form.h"
#include "frontdesk/base/intl.h"

#define LEAST_VALUE_COLS 12
#define WIDE 100     /* columns: there a note stands near what it is of */
#define NEAR_COLS 44 /* behind the label */
#define NOTE_GAP 3

/* The columns of a value in its row, beside the label and the note. */
static int value_cols(const struct form *form, const struct form_row *row,
		      int cols)
{
	int value = cols - form->label_cols;

	if (row->note && value - text_width(row->note) - 2 >= LEAST_VALUE_COLS)
		value -= text_width(row->note) + 2;
	return value > 1 ? value : 1;
}

/* What a choice shows: all of its letters in focus, else what is chosen. */
static void choice_text(const struct form_row *row, bool is_focused,
			struct str *out)
{
	if (!is_focused) {
		if (row->chosen >= 0)
			str_add(out, _(row->choices[row->chosen].label));
		return;
	}
	for (size_t i = 0; i < row->choice_count; i++)
		str_addf(out, row->chosen == (int)i ? "%s[%c] %s" : "%s%c %s",
			 i > 0 ? "   " : "", row->choices[i].letter,
			 _(row->choices[i].label));
}

static int wrapped_rows(const char *text, int cols)
{
	size_t at = 0;
	int rows = 0;

	while (text[at]) {
		size_t len, next = text_wrap(text, at, cols, &len);

		rows++;
		if (next <= at)
			break;
		at = next;
	}
	return rows > 0 ? rows : 1;
}

static int value_rows(const struct form *form, const struct form_row *row,
		      int cols)
{
	int value = value_cols(form, row, cols), ignored, rows;
	struct str text = STR_INIT;

	if (row->kind == FORM_RULE)
		return 1;
	if (row->kind == FORM_TEXT)
		return field_rows(&row->field, value, &ignored, &ignored);
	if (row->kind == FORM_CHOICE)
		choice_text(row, row == form_focused(form), &text);
	else
		str_add(&text, field_text(&row->field));
	rows = wrapped_rows(str_text(&text), value);
	str_release(&text);
	return rows;
}

int form_row_height(const struct form *form, const struct form_row *row,
		    int cols)
{
	int error = 0;

	if (row->is_hidden)
		return 0;
	if (row->error)
		error = wrapped_rows(row->error, cols - form->label_cols > 1
						     ? cols - form->label_cols
						     : 1);
	return value_rows(form, row, cols) + error;
}

/* The value of a text field, with the cursor where it is typed into. */
static void draw_text(const struct form_row *row, struct canvas *canvas,
		      struct area at, bool is_focused)
{
	struct str shown = STR_INIT;
	int cursor_row, cursor_col;

	field_shown(&row->field, &shown);
	field_rows(&row->field, at.cols, &cursor_row, &cursor_col);
	canvas_put_wrapped(canvas, at.row, at.col,
			   at.cols > 2 ? at.cols - 1 : 1, at.rows,
			   str_text(&shown), STYLE_TEXT);
	if (is_focused)
		canvas_cursor(canvas, at.row + cursor_row, at.col + cursor_col);
	str_release(&shown);
}

static void draw_value(const struct form *form, const struct form_row *row,
		       struct canvas *canvas, struct area at, bool is_focused)
{
	struct str text = STR_INIT;

	if (row->kind == FORM_TEXT) {
		draw_text(row, canvas, at, is_focused);
		return;
	}
	if (row->kind == FORM_CHOICE)
		choice_text(row, row == form_focused(form), &text);
	else
		str_add(&text, field_text(&row->field));
	canvas_put_wrapped(
	    canvas, at.row, at.col, at.cols, at.rows, str_text(&text),
	    row->kind == FORM_SHOWN ? (enum style)row->style : STYLE_TEXT);
	if (is_focused)
		canvas_cursor(canvas, at.row, at.col);
	str_release(&text);
}

/* At the right edge, or behind the value where that is far. */
static void draw_note(const struct form *form, const struct form_row *row,
		      struct canvas *canvas, struct area at, bool is_focused)
{
	int width = text_width(row->note), col = at.col + at.cols - width;
	int near = at.col + form->label_cols + NEAR_COLS, end;
	struct str text = STR_INIT;

	if (row->kind == FORM_CHOICE)
		choice_text(row, is_focused, &text);
	else
		field_shown(&row->field, &text);
	end =
	    at.col + form->label_cols + text_width(str_text(&text)) + NOTE_GAP;
	near = near > end ? near : end;
	str_release(&text);
	if (at.cols > WIDE && near < col)
		col = near;
	if (col < at.col + form->label_cols)
		col = at.col + form->label_cols;
	canvas_put(canvas, at.row, col, at.col + at.cols - col, row->note,
		   STYLE_DIM);
}

static void draw_row(const struct form *form, const struct form_row *row,
		     struct canvas *canvas, struct area at, bool is_focused)
{
	int rows = value_rows(form, row, at.cols);
	struct area value = {at.row, at.col + form->label_cols, rows,
			     value_cols(form, row, at.cols)};

	if (row->kind == FORM_RULE) {
		canvas_rule(canvas, at.row, at.col, at.cols, row->label, NULL);
		return;
	}
	canvas_put(canvas, at.row, at.col, form->label_cols - 1, row->label,
		   is_focused ? STYLE_TITLE : STYLE_LABEL);
	if (row->note)
		draw_note(form, row, canvas, at, is_focused);
	if (row->error)
		canvas_put_wrapped(canvas, at.row + rows, value.col,
				   at.cols - form->label_cols, at.rows - rows,
				   row->error, STYLE_ERROR);
	draw_value(form, row, canvas, value, is_focused);
}

/* The first row to draw, so that the focused one shows to its end. */
static size_t first_row(const struct form *form, const struct area *area)
{
	size_t first = 0;
	int rows = 0;

	for (size_t i = 0; i < form->count && i <= form->focus; i++)
		rows += form_row_height(form, form->rows[i], area->cols);
	while (rows > area->rows && first < form->focus) {
		rows -= form_row_height(form, form->rows[first], area->cols);
		first++;
	}
	return first;
}

int form_draw(const struct form *form, struct canvas *canvas,
	      const struct area *area, bool is_focused)
{
	const struct form_row *focused = form_focused(form);
	int used = 0;

	for (size_t i = first_row(form, area); i < form->count; i++) {
		const struct form_row *row = form->rows[i];
		int rows = form_row_height(form, row, area->cols);
		struct area at = {area->row + used, area->col, rows,
				  area->cols};

		if (rows == 0)
			continue;
		/* A row is drawn whole or not at all, but for the first. */
		if (used + rows > area->rows && used > 0)
			break;
		draw_row(form, row, canvas, at, is_focused && row == focused);
		used += rows;
	}
	return used < area->rows ? used : area->rows;
}

struct area form_draw_head(struct canvas *canvas, const char *title,
			   const char *about)
{
	struct area area = canvas_area(canvas);

	canvas_put(canvas, area.row, 1, area.cols - 2, title, STYLE_TITLE);
	canvas_put(canvas, area.row + 1, 1, area.cols - 2, about, STYLE_DIM);
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	area.row += 3;
	area.rows -= 3;
	area.col = 1;
	area.cols -= 2;
	return area;
}
