/*
 * pdf_strip.h - a document as strips, one below the other, that pages are
 * filled with
 */
#ifndef PDF_STRIP_H
#define PDF_STRIP_H

#include <stdbool.h>

#include "pdf_face.h"
#include "pdf_source.h"

struct cell { /* of a table, or a text beside a bar */
	PangoLayout *layout;
	double x, y; /* of its top left corner in the strip */
	double bar;  /* its length in points; 0: none */
};

struct strip {
	double before, height; /* points; before is dropped on top of a page */
	bool keeps;	       /* not parted from the next one */
	bool breaks;	 /* begins a page, where one is not hardly begun */
	bool is_again;	 /* stands only where a page goes on with a section */
	size_t head;	 /* 1 + the strip repeated above it, or 0 */
	const char *tag; /* what it is of, for whoever has it read: "P" */
	bool opens, closes;  /* it is the first one of that, and the last */
	const char *outline; /* a reader's program lists it, or NULL */
	double rule;	     /* thickness of a line along its foot, or 0 */
	double rule_x, rule_width;
	enum ink rule_ink, ink;

	PangoLayout *layout; /* a line of it, or NULL; owned by the strips */
	int line;
	double x, baseline;
	PangoLayout *mark; /* stands before the line, or NULL */

	struct cell *cells; /* owned */
	size_t cell_count;
	const char *cell_tag;
	bool is_chart; /* bars stand instead of lying */
};

struct strips {
	PangoContext *context;
	double width;
	double above_heading; /* points */
	struct strip *items;
	size_t count;
	GPtrArray *layouts; /* all of them */
};

/* What a document becomes on paper of this width. */
void strips_make(const struct source *source, PangoContext *context,
		 double width, struct strips *out);
void strips_release(struct strips *strips);

/* For the files that make them. */
struct strip *strips_add(struct strips *strips);
PangoLayout *strips_own(struct strips *strips, PangoLayout *layout);
/* The strips from first on are of one heading, paragraph or table. */
void strips_tag(struct strips *strips, size_t first, const char *tag);
struct cell *strip_add_cell(struct strip *strip);

#define STRIP_INDENT 12 /* of a paragraph that belongs to the one above */

/* A strip for each line; the first two and the last two stay together. Both
 * return where the first one stands; before is the room above it. */
size_t strips_add_lines(struct strips *strips, PangoLayout *layout, double x,
			double before, enum ink ink);
size_t strips_add_text(struct strips *strips, enum face face, const char *text,
		       double before, enum ink ink);
void strips_add_rule(struct strips *strips, double before, double width,
		     double thickness, enum ink ink);
/* Those from first on are not parted from what follows. */
void strips_keep(struct strips *strips, size_t first);

/* Each takes what begins at operation *at, and moves it on. */
void strips_add_table(struct strips *strips, const struct source *source,
		      size_t *at);
void strips_add_chart(struct strips *strips, const struct source *source,
		      size_t *at);

#endif
