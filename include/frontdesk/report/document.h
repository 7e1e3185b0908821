/*
 * document.h - a document before it is set: what it says, not how it looks
 *
 * Operations one after the other, each a line of text whose fields are parted
 * by tabs; pdf.h makes pages of it. Every text is cleaned on its way in, so
 * that nobody's words can end a field or reorder what stands around it.
 */
#ifndef FRONTDESK_REPORT_DOCUMENT_H
#define FRONTDESK_REPORT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/str.h"

struct document {
	struct str lines;
};
void document_release(struct document *document);

/* What a reader's program shows about it, and what stands on each page. */
struct document_about {
	const char *title, *author, *subject, *keywords;
	const char *running; /* at the head of every page but the first */
	struct day day;	     /* its date: what it is about, never "now" */
	bool is_large;	     /* for a visitor, who may not see well */
};
/* The first operation. */
void document_begin(struct document *document,
		    const struct document_about *about);

/* Large, once: a line above it and one below it, which may be "". */
void document_title(struct document *document, const char *above,
		    const char *title, const char *below);
/* What means danger: before anything else, and not to be overlooked. */
void document_warning(struct document *document, const char *text);
/* A sentence to be read first, a paragraph, and a remark in small letters. Two
 * blanks before a paragraph move it in. */
void document_lead(struct document *document, const char *text);
void document_paragraph(struct document *document, const char *text);
void document_note(struct document *document, const char *text);
/* Of what follows, and never parted from it. */
void document_heading(struct document *document, const char *text);
/* Of a short part, within a section. */
void document_label(struct document *document, const char *text);
void document_rule(struct document *document);
/* What follows begins a page, unless less than half of one is filled. */
void document_page(struct document *document);
/* "From: A. Ruiz", the label apart; what is blank has no line. */
void document_field(struct document *document, const char *label,
		    const char *text);
/* A reference that is read aloud, or typed from the paper: large. */
void document_reference(struct document *document, const char *text);

void document_gap(struct document *document);
/* A label with a line behind it to write on; and lines alone. */
void document_blank(struct document *document, const char *label);
void document_room(struct document *document, int lines);

/* An entry of a list: what it is known by, then its words; what belongs to it
 * follows as details. */
void document_item(struct document *document, const char *name,
		   const char *text);
void document_detail(struct document *document, const char *label,
		     const char *text);

/*
 * A table, until document_end(). columns has a letter for each column, l for
 * text, r for numbers, c for a number to be circled with a pen, b for a bar (a
 * cell "3/12" is a quarter of the longest one), and its share of the width in
 * hundredths: "l50 r10 b40". Its head is repeated on each page. A cell takes
 * the room of the empty ones behind it; two blanks before the text of the first
 * move it in.
 */
void document_table(struct document *document, const char *columns);
void document_head(struct document *document, const char *const cells[],
		   size_t count);
void document_row(struct document *document, const char *const cells[],
		  size_t count);

/* A chart of standing bars, until document_end(). */
void document_chart(struct document *document);
void document_bar(struct document *document, const char *label, int64_t count);
void document_end(struct document *document);

#endif
