/*
 * slip_lines.h - the parts of a slip, whatever it is of
 *
 * A slip is made of these and of nothing else, so that it is said once, and
 * what it says and what it looks like stand apart. Every text is cleaned, so
 * that nobody's words can break out of their line; a text that may be of
 * several lines says so.
 */
#ifndef SLIP_LINES_H
#define SLIP_LINES_H

#include "frontdesk/base/str.h"

struct slip_page;

/* Lines of text, or a page of a document. */
struct slip {
	struct str *out;
	int columns;
	struct slip_page *page; /* NULL: text */
};

/* What means danger, a line or several: before all else. */
void slip_add_warning(const struct slip *slip, const char *text);
/* Whose the slip is, before the first line of its title. */
void slip_add_above(const struct slip *slip, const char *text);
/* What the slip is, and of whom: its first lines. */
void slip_add_title(const struct slip *slip, const char *text);
/* What stands above a part of it. */
void slip_add_heading(const struct slip *slip, const char *text);
/* What stands above a few lines. */
void slip_add_label(const struct slip *slip, const char *text);
/* The one thing that it is about. */
void slip_add_lead(const struct slip *slip, const char *text);
/* A short text that is read from afar and letter by letter: a reference. */
void slip_add_large(const struct slip *slip, const char *text);
/* One line of text, wrapped; what follows the first row is indented. */
void slip_add_wrapped(const struct slip *slip, const char *text, int first,
		      int hanging);
/* Lines of text, each wrapped and indented; what is blank has none. */
void slip_add_lines(const struct slip *slip, const char *text, int first,
		    int hanging);
/* "From: A. Ruiz"; what is blank has no line. */
void slip_add_labelled(const struct slip *slip, const char *label,
		       const char *text);
/* Lines of them, as a context has them. */
void slip_add_facts(const struct slip *slip, const char *text);
/* A sentence with numbers to circle, from top down to 1: beside it where there
 * is room, below it on a narrow slip. */
void slip_add_scale(const struct slip *slip, int number, const char *sentence,
		    int top);
void slip_add_rule(const struct slip *slip);
void slip_add_gap(const struct slip *slip);
/* Room to write behind a label; and lines to write on. */
void slip_add_blank(const struct slip *slip, const char *label);
void slip_add_room(const struct slip *slip, int lines);

#endif
