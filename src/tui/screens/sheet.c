#include "sheet.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

#define PAGE 10

void sheet_begin(struct sheet *sheet, struct canvas *canvas,
		 const struct area *area, int label_cols,
		 struct sheet_view *view)
{
	sheet->canvas = canvas;
	sheet->area = *area;
	sheet->label_cols = label_cols;
	sheet->row = area->row - (view ? view->top : 0);
	sheet->view = view;
}

/* One row of the sheet, where it shows. */
static void put(struct sheet *sheet, const char *label, const char *line,
		size_t len, enum style style)
{
	const struct area *area = &sheet->area;
	int row = sheet->row++;
	char *text;

	if (row < area->row || row >= area->row + area->rows)
		return;
	text = mem_copy_n(line, len);
	canvas_put(sheet->canvas, row, area->col, sheet->label_cols - 1, label,
		   STYLE_LABEL);
	canvas_put(sheet->canvas, row, area->col + sheet->label_cols,
		   area->cols - sheet->label_cols - 2, text, style);
	free(text);
}

void sheet_add(struct sheet *sheet, const char *label, const char *text,
	       enum style style)
{
	/* The last two columns are the marks'. */
	int cols = sheet->area.cols - sheet->label_cols - 2;
	size_t at = 0;

	if (str_is_blank(text))
		return;
	if (cols < 1)
		cols = 1;
	while (text[at]) {
		size_t len, next = text_wrap(text, at, cols, &len);

		put(sheet, at ? "" : label, text + at, len, style);
		if (next <= at)
			break;
		at = next;
	}
}

void sheet_end(const struct sheet *sheet)
{
	const struct area *area = &sheet->area;
	struct sheet_view *view = sheet->view;
	int below = sheet->row - (area->row + area->rows);

	if (!view)
		return;
	view->most = view->top + below > 0 ? view->top + below : 0;
	if (view->top > 0)
		canvas_put_right(sheet->canvas, area->row, area->col,
				 area->cols, "^", STYLE_DIM);
	if (below > 0)
		canvas_put_right(sheet->canvas, area->row + area->rows - 1,
				 area->col, area->cols, "v", STYLE_DIM);
}

bool sheet_handle(struct sheet_view *view, const struct key *key)
{
	int top = view->top;

	if (key_is(key, ACTION_DOWN))
		top++;
	else if (key_is(key, ACTION_UP))
		top--;
	else if (key_is(key, ACTION_PAGE_DOWN))
		top += PAGE;
	else if (key_is(key, ACTION_PAGE_UP))
		top -= PAGE;
	else if (key_is(key, ACTION_HOME))
		top = 0;
	else if (key_is(key, ACTION_END))
		top = view->most;
	else
		return false;
	if (top > view->most)
		top = view->most;
	view->top = top > 0 ? top : 0;
	return true;
}
