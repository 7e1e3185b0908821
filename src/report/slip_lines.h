/*
 * slip_lines.h - the lines of a slip, whatever it is of
 *
 * Every text is cleaned, so that nobody's words can break out of their line.
 */
#ifndef SLIP_LINES_H
#define SLIP_LINES_H

#include "frontdesk/base/str.h"

struct slip {
	struct str *out;
	int columns;
};

/* One line of text, wrapped; what follows the first row is indented. */
void slip_add_wrapped(const struct slip *slip, const char *text, int first,
		      int hanging);
void slip_add_rule(const struct slip *slip);
/* "From: A. Ruiz"; what is blank has no line. */
void slip_add_labelled(const struct slip *slip, const char *label,
		       const char *text);

#endif
