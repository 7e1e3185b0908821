#include "canvas.h"
#include "list.h"

void list_draw(const struct list *list, struct canvas *canvas,
	       const struct area *area, list_draw_fn *each, const void *rows)
{
	size_t top, shown;

	if (area->rows <= 0)
		return;
	top = list_top(list, area->rows);
	shown = list->count - top;
	if (shown > (size_t)area->rows)
		shown = (size_t)area->rows;
	for (size_t i = 0; i < shown; i++) {
		bool is_selected = top + i == list->selected;
		struct area at = {area->row + (int)i, area->col, 1, area->cols};

		if (is_selected) {
			canvas_blank(canvas, at, STYLE_SELECTED);
			canvas_put(canvas, at.row, at.col, 1,
				   canvas_mark(canvas, MARK_SELECTED),
				   STYLE_SELECTED);
			canvas_rest(canvas, at.row, at.col);
		}
		each(canvas, rows, top + i, at, is_selected);
	}
	if (top > 0)
		canvas_put_right(canvas, area->row, area->col, area->cols, "^",
				 STYLE_DIM);
	if (top + shown < list->count)
		canvas_put_right(canvas, area->row + area->rows - 1, area->col,
				 area->cols, "v", STYLE_DIM);
}
