#include "canvas.h"

#include <curses.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

struct canvas {
	SCREEN *terminal;
	int rows, cols;
	int kept_rows;
	bool ascii_lines;
	int cursor_row, cursor_col; /* -1: nowhere */
};

/*
 * What brings the terminal back, gathered while all is well: a handler of a
 * signal may only call write() and tcsetattr().
 */
static struct {
	volatile bool is_open;
	struct termios modes;
	char bytes[256];
	size_t len;
} original;

static void remember(const char *capability)
{
	char *bytes = tigetstr((char *)capability);
	size_t len;

	if (!bytes || bytes == (char *)-1)
		return;
	len = strlen(bytes);
	if (original.len + len > sizeof(original.bytes))
		return;
	memcpy(original.bytes + original.len, bytes, len);
	original.len += len;
}

static void send(const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t done = write(STDOUT_FILENO, bytes, len);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return; /* the terminal is gone: nothing to restore */
		bytes += done;
		len -= (size_t)done;
	}
}

void canvas_restore(void)
{
	if (!original.is_open)
		return;
	original.is_open = false;
	send(PASTE_OFF, strlen(PASTE_OFF));
	send(original.bytes, original.len);
	tcsetattr(STDIN_FILENO, TCSADRAIN, &original.modes);
}

/* A terminal that only prints on ("dumb") can show no screen. */
static bool can_move(void)
{
	char *bytes = tigetstr((char *)"cup");

	return bytes && bytes != (char *)-1;
}

static bool begin_curses(struct canvas *canvas, struct error *err)
{
	const char *type = getenv("TERM");

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
	    tcgetattr(STDIN_FILENO, &original.modes) < 0)
		return error_set(err, ERROR_SYSTEM, "",
				 _("the screens need a terminal; for scripts "
				   "there are the commands of frontdesk "
				   "--help"));
	canvas->terminal = newterm(NULL, stdout, stdin);
	if (canvas->terminal && !can_move()) {
		endwin();
		delscreen(canvas->terminal);
		canvas->terminal = NULL;
	}
	if (!canvas->terminal)
		return error_set(err, ERROR_SYSTEM, "",
				 _("the terminal \"%s\" is not known here, or "
				   "cannot show a screen: set TERM to its "
				   "kind, for example TERM=xterm-256color"),
				 type ? type : "");
	return true;
}

struct canvas *canvas_open(bool ascii_lines, bool no_colour, struct error *err)
{
	struct canvas *canvas = mem_new(1, sizeof(*canvas));

	if (!begin_curses(canvas, err)) {
		free(canvas);
		return NULL;
	}
	canvas->ascii_lines = ascii_lines;
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	typeahead(-1); /* the loop decides when to draw */
	theme_open(no_colour);
	original.len = 0;
	remember("sgr0");
	remember("cnorm");
	remember("rmkx");
	remember("rmcup");
	original.is_open = true;
	/* An uncaught end comes before the first drawing, too. */
	refresh();
	send(PASTE_ON, strlen(PASTE_ON));
	getmaxyx(stdscr, canvas->rows, canvas->cols);
	return canvas;
}

void canvas_close(struct canvas *canvas)
{
	if (original.is_open) {
		send(PASTE_OFF, strlen(PASTE_OFF));
		endwin();
		original.is_open = false;
	}
	delscreen(canvas->terminal);
	free(canvas);
}

void canvas_begin(struct canvas *canvas)
{
	canvas->kept_rows = 0;
	canvas->cursor_row = -1;
	canvas->cursor_col = -1;
	erase();
}

void canvas_keep(struct canvas *canvas, int rows)
{
	canvas->kept_rows = rows;
}

void canvas_end(struct canvas *canvas)
{
	bool has_focus = canvas->cursor_row >= 0;

	curs_set(has_focus ? 1 : 0);
	move(has_focus ? canvas->cursor_row : canvas->rows - 1,
	     has_focus ? canvas->cursor_col : 0);
	refresh();
}

void canvas_redraw(struct canvas *canvas)
{
	(void)canvas;
	clearok(curscr, TRUE);
}

void canvas_resize(struct canvas *canvas)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0)
		resizeterm(size.ws_row, size.ws_col);
	getmaxyx(stdscr, canvas->rows, canvas->cols);
	clearok(curscr, TRUE);
}

void canvas_size(const struct canvas *canvas, int *rows, int *cols)
{
	*rows = canvas->rows;
	*cols = canvas->cols;
}

struct area canvas_area(const struct canvas *canvas)
{
	struct area area = {.rows = canvas->rows - canvas->kept_rows,
			    .cols = canvas->cols};

	return area;
}

void canvas_cursor(struct canvas *canvas, int row, int col)
{
	if (row < 0 || row >= canvas->rows || col < 0)
		return;
	canvas->cursor_row = row;
	canvas->cursor_col = col < canvas->cols ? col : canvas->cols - 1;
}

void canvas_rest(struct canvas *canvas, int row, int col)
{
	if (canvas->cursor_row < 0)
		canvas_cursor(canvas, row, col);
}

const char *canvas_mark(const struct canvas *canvas, enum mark mark)
{
	static const char *const marks[][2] = {
	    [MARK_SELECTED] = {"›", ">"}, [MARK_DOT] = {"·", "-"},
	    [MARK_MORE] = {"…", "~"},	  [MARK_DONE] = {"✓", "x"},
	    [MARK_SECRET] = {"•", "*"},	  [MARK_LINE] = {"─", "-"},
	    [MARK_BAR] = {"█", "#"},
	};

	return marks[mark][canvas->ascii_lines];
}

/*
 * Text as cells can hold it: clean, beginning with a character that has a
 * cell (a mark alone would join the cell to its left, which is another
 * column's), and with nothing that wcwidth does not know, which curses would
 * write in several cells.
 */
static void add_cells(struct str *out, const char *text)
{
	struct str clean = STR_INIT;
	const char *at;
	mbstate_t state = {0};

	text_clean(text, false, &clean);
	at = str_text(&clean);
	while (*at) {
		wchar_t wide;
		size_t len = mbrtowc(&wide, at, strlen(at), &state);

		if (len == (size_t)-1 || len == (size_t)-2) {
			memset(&state, 0, sizeof(state));
			len = 1;
			str_add(out, "\uFFFD");
		} else if (wcwidth(wide) < 0) {
			str_add(out, "\uFFFD");
		} else {
			if (out->len == 0 && wcwidth(wide) == 0)
				str_add(out, "\u25CC");
			str_add_n(out, at, len);
		}
		at += len;
	}
	str_release(&clean);
}

/* Writes len bytes that fit, at a place that is on the canvas. */
static void write_cells(int row, int col, const char *text, size_t len,
			enum style style)
{
	wchar_t *wide = mem_new(len + 1, sizeof(*wide));
	char *copy = mem_copy_n(text, len);
	size_t count = mbstowcs(wide, copy, len + 1);

	if (count != (size_t)-1) {
		attrset(theme_attributes(style));
		mvaddnwstr(row, col, wide, (int)count);
	}
	free(copy);
	free(wide);
}

/* Trims the columns to the canvas; false: nothing is left. */
static bool clip(const struct canvas *canvas, int row, int *col, int *cols)
{
	if (row < 0 || row >= canvas->rows - canvas->kept_rows)
		return false;
	if (*col < 0) {
		*cols += *col;
		*col = 0;
	}
	if (*cols > canvas->cols - *col)
		*cols = canvas->cols - *col;
	return *cols > 0;
}

int canvas_put(struct canvas *canvas, int row, int col, int cols,
	       const char *text, enum style style)
{
	struct str cells = STR_INIT;
	int width;

	if (!text || !clip(canvas, row, &col, &cols))
		return 0;
	add_cells(&cells, text);
	width = text_width(str_text(&cells));
	if (width > cols) {
		str_cut(&cells, text_fit(str_text(&cells), cols - 1));
		while (cells.len > 0 && cells.text[cells.len - 1] == ' ')
			str_cut(&cells, cells.len - 1);
		str_add(&cells, canvas_mark(canvas, MARK_MORE));
		width = text_width(str_text(&cells));
	}
	write_cells(row, col, str_text(&cells), cells.len, style);
	str_release(&cells);
	return width;
}

void canvas_put_right(struct canvas *canvas, int row, int col, int cols,
		      const char *text, enum style style)
{
	struct str cells = STR_INIT;
	int width;

	if (!text)
		return;
	add_cells(&cells, text);
	width = text_width(str_text(&cells));
	str_release(&cells);
	if (width < cols) {
		col += cols - width;
		cols = width;
	}
	canvas_put(canvas, row, col, cols, text, style);
}

void canvas_blank(struct canvas *canvas, struct area area, enum style style)
{
	attrset(theme_attributes(style));
	for (int row = area.row; row < area.row + area.rows; row++) {
		int col = area.col, cols = area.cols;

		if (!clip(canvas, row, &col, &cols))
			continue;
		for (int i = 0; i < cols; i++)
			mvaddch(row, col + i, ' ');
	}
}
