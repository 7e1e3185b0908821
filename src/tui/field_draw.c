#include "canvas.h"
#include "field.h"

void field_draw(const struct field *field, struct canvas *canvas, int row,
		int col, int cols, bool is_focused)
{
	struct field shown = *field;
	int cursor_col;
	size_t start;

	if (cols <= 0)
		return;
	shown.text = (struct str)STR_INIT;
	field_shown(field, &shown.text);
	if (field->is_secret) /* one byte a cluster: the cursor is at its end */
		shown.cursor = shown.text.len;
	if (!is_focused)
		shown.cursor = 0;
	field_view(&shown, cols, &start, &cursor_col);
	canvas_put(canvas, row, col, cols, field_text(&shown) + start,
		   STYLE_TEXT);
	if (is_focused)
		canvas_cursor(canvas, row, col + cursor_col);
	str_release(&shown.text);
}
