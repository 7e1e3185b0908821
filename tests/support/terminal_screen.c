/* What stands on the screen, and how it looks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "terminal_private.h"

/* Adds a row's text, blanks at its end left out. */
static char *add_row(struct terminal *terminal, int row, char *out)
{
	char *end;
	VTermRect rect = {.start_row = row,
			  .end_row = row + 1,
			  .start_col = 0,
			  .end_col = terminal->cols};
	size_t len = vterm_screen_get_text(
	    terminal->screen, out, (size_t)terminal->cols * CELL_BYTES, rect);

	end = out + len;
	while (end > out && end[-1] == ' ')
		end--;
	*end = '\0';
	return end;
}

const char *terminal_row(struct terminal *terminal, int row)
{
	free(terminal->line);
	terminal->line = calloc((size_t)terminal->cols + 1, CELL_BYTES);
	assert_non_null(terminal->line);
	assert_in_range(row, 0, terminal->rows - 1);
	add_row(terminal, row, terminal->line);
	return terminal->line;
}

const char *terminal_screen(struct terminal *terminal)
{
	char *end;

	free(terminal->dump);
	terminal->dump = calloc((size_t)terminal->rows,
				(size_t)(terminal->cols + 2) * CELL_BYTES);
	assert_non_null(terminal->dump);
	end = terminal->dump;
	for (int row = 0; row < terminal->rows; row++) {
		end = add_row(terminal, row, end);
		*end++ = '\n';
	}
	*end = '\0';
	return terminal->dump;
}

bool terminal_has(struct terminal *terminal, const char *text)
{
	return strstr(terminal_screen(terminal), text) != NULL;
}

int terminal_find(struct terminal *terminal, const char *text, int *col)
{
	for (int row = 0; row < terminal->rows; row++) {
		VTermRect rect = {row, row + 1, 0, 0};

		if (!strstr(terminal_row(terminal, row), text))
			continue;
		/* The column: where the text is no longer in what follows. */
		for (int at = 0; col && at < terminal->cols; at++) {
			char cells[4096] = "";

			rect.start_col = at;
			rect.end_col = terminal->cols;
			vterm_screen_get_text(terminal->screen, cells,
					      sizeof(cells) - 1, rect);
			if (strstr(cells, text))
				*col = at;
			else
				break;
		}
		return row;
	}
	if (col)
		*col = -1;
	return -1;
}

void terminal_cursor(struct terminal *terminal, int *row, int *col)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &at);
	*row = at.row;
	*col = at.col;
}

static VTermScreenCell cell_at(struct terminal *terminal, int row, int col)
{
	VTermPos at = {.row = row, .col = col};
	VTermScreenCell cell = {0};

	vterm_screen_get_cell(terminal->screen, at, &cell);
	return cell;
}

bool terminal_is_reverse(struct terminal *terminal, int row, int col)
{
	return cell_at(terminal, row, col).attrs.reverse;
}

bool terminal_is_bold(struct terminal *terminal, int row, int col)
{
	return cell_at(terminal, row, col).attrs.bold;
}

bool terminal_is_coloured(struct terminal *terminal, int row, int col)
{
	VTermScreenCell cell = cell_at(terminal, row, col);

	return !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ||
	       !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
}
