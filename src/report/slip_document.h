/*
 * slip_document.h - the parts of a slip as parts of a document
 *
 * Each has the name and the arguments of its part in slip_lines.h, so that a
 * slip is said once, for lines of text and for a PDF.
 */
#ifndef SLIP_DOCUMENT_H
#define SLIP_DOCUMENT_H

#include <stdbool.h>

#include "frontdesk/report/document.h"

struct slip_page {
	struct document *document;
	struct str above, title, below; /* of the title, until it is over */
	bool has_rule, has_gap;		/* due, unless a heading follows */
	bool is_below_label, is_in_scale;
};

/* What a reader's program shows about it. */
struct slip_about {
	const char *city; /* NULL: not known */
	const char *title;
	struct day day;	   /* of what it says, never "now" */
	bool is_for_staff; /* else in larger letters */
};

void slip_page_begin(struct slip_page *page, struct document *document,
		     const struct slip_about *about);
void slip_page_end(struct slip_page *page); /* and releases what it has */

void slip_page_above(struct slip_page *page, const char *text);
void slip_page_title(struct slip_page *page, const char *text);
void slip_page_heading(struct slip_page *page, const char *text);
void slip_page_label(struct slip_page *page, const char *text);
void slip_page_lead(struct slip_page *page, const char *text);
void slip_page_large(struct slip_page *page, const char *text);
void slip_page_wrapped(struct slip_page *page, const char *text, int first,
		       int hanging);
void slip_page_warning(struct slip_page *page, const char *text);
void slip_page_labelled(struct slip_page *page, const char *label,
			const char *text);
void slip_page_scale(struct slip_page *page, int number, const char *sentence,
		     int top);
void slip_page_rule(struct slip_page *page);
void slip_page_gap(struct slip_page *page);
void slip_page_blank(struct slip_page *page, const char *label);
void slip_page_room(struct slip_page *page, int lines);

#endif
