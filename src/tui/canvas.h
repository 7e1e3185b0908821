/*
 * canvas.h - the terminal as a screen draws on it
 *
 * Rows and columns begin at 0. Every text is put at an absolute column, is
 * cleaned (text_clean), cut at clusters with an ellipsis to the columns it is
 * given, and can neither reach outside them nor move the cursor. What lies
 * outside the canvas is not drawn: a screen need not check.
 */
#ifndef FRONTDESK_TUI_CANVAS_H
#define FRONTDESK_TUI_CANVAS_H

#include <stdbool.h>

#include "frontdesk/base/error.h"
#include "theme.h"

struct canvas;

struct area {
	int row, col, rows, cols;
};

/* The part of the terminal that is the screen's: all but the footer. */
struct area canvas_area(const struct canvas *canvas);

/* Puts text into cols columns; returns the columns it took. */
int canvas_put(struct canvas *canvas, int row, int col, int cols,
	       const char *text, enum style style);

/* The same, ending at the last of cols columns. */
void canvas_put_right(struct canvas *canvas, int row, int col, int cols,
		      const char *text, enum style style);

int canvas_putf(struct canvas *canvas, int row, int col, int cols,
		enum style style, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/*
 * Puts text wrapped at cols into at most rows rows, the last one cut;
 * returns the rows it took.
 */
int canvas_put_wrapped(struct canvas *canvas, int row, int col, int cols,
		       int rows, const char *text, enum style style);

/* Makes the rest of a row, or an area, blank in a style. */
void canvas_blank(struct canvas *canvas, struct area area, enum style style);

/* "── IN LINE 3 ────── longest 11 min ──"; either label may be NULL. */
void canvas_rule(struct canvas *canvas, int row, int col, int cols,
		 const char *label, const char *right);

/* A bar of length eighths of a column, for charts; # in ASCII. */
void canvas_bar(struct canvas *canvas, int row, int col, int eighths,
		enum style style);

/* A small bar that stands, cols wide and of eighths of a row, at least one;
 * of other letters in ASCII. */
void canvas_level(struct canvas *canvas, int row, int col, int cols,
		  int eighths, enum style style);

/* Where the focus is; applied last, for screen readers. */
void canvas_cursor(struct canvas *canvas, int row, int col);
/* The same of a row that is selected, unless a field has it. */
void canvas_rest(struct canvas *canvas, int row, int col);

/* The marks that lists and texts use: "›" or ">", "·" or "-", "▏" ... */
enum mark {
	MARK_SELECTED,
	MARK_DOT,
	MARK_MORE,
	MARK_DONE,
	MARK_SECRET,
	MARK_LINE,
	MARK_BAR
};
const char *canvas_mark(const struct canvas *canvas, enum mark mark);

/* For app alone. */
struct canvas *canvas_open(bool ascii_lines, bool no_colour, struct error *err);
void canvas_close(struct canvas *canvas);
void canvas_restore(void); /* the terminal as it was; safe in any state */
void canvas_begin(struct canvas *canvas);
void canvas_keep(struct canvas *canvas, int rows); /* the last ones */
void canvas_end(struct canvas *canvas);
void canvas_redraw(struct canvas *canvas); /* all of it, at the next end */
void canvas_resize(struct canvas *canvas); /* reads the terminal's size */
void canvas_size(const struct canvas *canvas, int *rows, int *cols);

#endif
