/*
 * What is made of texts that are put: no curses.
 */
#include <stdarg.h>

#include "canvas.h"

#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include <string.h>

int canvas_putf(struct canvas *canvas, int row, int col, int cols,
		enum style style, const char *format, ...)
{
	struct str text = STR_INIT;
	va_list args;
	int width;

	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	width = canvas_put(canvas, row, col, cols, str_text(&text), style);
	str_release(&text);
	return width;
}

/* What did not fit in its line, or that other lines follow. */
static void add_rest(struct str *line, const char *rest)
{
	size_t len = strcspn(rest, "\n");

	str_add_n(line, rest, len);
	if (rest[len] == '\n')
		str_add(line, " …");
}

int canvas_put_wrapped(struct canvas *canvas, int row, int col, int cols,
		       int rows, const char *text, enum style style)
{
	size_t at = 0;
	int used = 0;

	while (text && text[at] && used < rows && cols > 0) {
		size_t len, next = text_wrap(text, at, cols, &len);
		struct str line = STR_INIT;

		str_add_n(&line, text + at, len);
		/* The last row shows by its cut that there is more. */
		if (used == rows - 1 && text[next])
			add_rest(&line, text + at + len);
		canvas_put(canvas, row + used, col, cols, str_text(&line),
			   style);
		str_release(&line);
		used++;
		if (next <= at)
			break;
		at = next;
	}
	return used;
}

void canvas_rule(struct canvas *canvas, int row, int col, int cols,
		 const char *label, const char *right)
{
	const char *dash = canvas_mark(canvas, MARK_LINE);
	struct str line = STR_INIT;
	int used, room = cols;

	for (int i = 0; i < cols; i++)
		str_add(&line, dash);
	canvas_put(canvas, row, col, cols, str_text(&line), STYLE_RULE);
	str_release(&line);
	if (right && cols > 8) {
		used = text_width(right) + 2;
		room = cols - used - 2;
		if (room > cols / 3)
			canvas_putf(canvas, row, col + room, used, STYLE_RULE,
				    " %s ", right);
		else
			room = cols;
	}
	if (label && room > 6)
		canvas_putf(canvas, row, col + 2, room - (room < cols ? 3 : 4),
			    STYLE_RULE, " %s ", label);
}

void canvas_bar(struct canvas *canvas, int row, int col, int eighths,
		enum style style)
{
	static const char *const parts[] = {"",	 "▏", "▎", "▍",
					    "▌", "▋", "▊", "▉"};
	const char *block = canvas_mark(canvas, MARK_BAR);
	struct str bar = STR_INIT;

	for (int i = 0; i < eighths / 8; i++)
		str_add(&bar, block);
	if (eighths % 8 > 0)
		str_add(&bar, block[0] == '#' ? block : parts[eighths % 8]);
	canvas_put(canvas, row, col, canvas_area(canvas).cols, str_text(&bar),
		   style);
	str_release(&bar);
}

void canvas_level(struct canvas *canvas, int row, int col, int cols,
		  int eighths, enum style style)
{
	static const char *const levels[2][8] = {
	    {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	    {"_", ".", ".", "-", "-", "=", "=", "#"}};
	bool is_ascii = canvas_mark(canvas, MARK_BAR)[0] == '#';
	int level = eighths < 1 ? 0 : eighths > 8 ? 7 : eighths - 1;
	struct str bar = STR_INIT;

	for (int i = 0; i < cols; i++)
		str_add(&bar, levels[is_ascii][level]);
	canvas_put(canvas, row, col, cols, str_text(&bar), style);
	str_release(&bar);
}
