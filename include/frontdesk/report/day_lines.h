/*
 * day_lines.h - the figures of the day as lines, for the screen and for paper
 */
#ifndef FRONTDESK_REPORT_DAY_LINES_H
#define FRONTDESK_REPORT_DAY_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/str.h"
#include "frontdesk/desk/day.h"

/* A line of text; none is wider than was asked for. */
enum day_line_kind {
	DAY_LINE_BLANK,
	DAY_LINE_HEADING, /* of what follows */
	DAY_LINE_TEXT,	  /* a part of a sentence */
	DAY_LINE_ROW,	  /* of a table */
	DAY_LINE_BAR,	  /* a row, and a bar behind it */
};

struct day_line {
	enum day_line_kind kind;
	char *text;	 /* cleaned; "" for a blank one */
	int bar_col;	 /* where the bar begins */
	int bar_eighths; /* its length, in eighths of a column */
};

struct day_lines {
	struct day_line *items;
	size_t count;
	size_t entries; /* of the lists among them */
	/* Told of each, how many there are by now; or NULL. */
	void (*each_entry)(void *state, size_t entries);
	void *state;
};
void day_lines_release(struct day_lines *lines);

/* The sentences, wrapped at width columns. */
void day_lines_sentences(const struct summary *summary, int width,
			 struct day_lines *out);

/* The tables, bars and lists; width is 72 at least. */
void day_lines_tables(const struct summary *summary, int width, bool with_names,
		      struct day_lines *out);

/*
 * What a city manager can read in a minute: a few sentences, parted by a line
 * feed where another matter begins. Adds to out.
 */
void summary_sentences(const struct summary *summary, struct str *out);

#endif
