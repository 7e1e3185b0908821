/*
 * pdf_face.h - how text looks: a few faces, and the fonts behind them
 */
#ifndef PDF_FACE_H
#define PDF_FACE_H

#include <pango/pangocairo.h>
#include <stdbool.h>

#include "frontdesk/base/error.h"

enum face {
	FACE_TITLE,
	FACE_ABOVE, /* the line above the title */
	FACE_WARNING,
	FACE_LEAD,
	FACE_TEXT,
	FACE_STRONG, /* the head of a column, the name of an entry */
	FACE_NOTE,   /* remarks, and what stands around a chart */
	FACE_HEADING,
	FACE_REFERENCE,
	FACE_MARK, /* a number to be circled */
	FACE_COUNT,
};

enum ink {
	INK_TEXT,
	INK_SOFT, /* labels, and what repeats on each page */
	INK_ACCENT,
	INK_LINE, /* hairlines */
};

/* Glyphs as they are in the font, the same wherever pages are set. */
PangoContext *face_context_new(void);

/* ERROR_SYSTEM with what to install where there is no font at all. */
bool face_check(PangoContext *context, struct error *err);

/* Text set to a width in points, 0 for one line as long as it is. */
PangoLayout *face_layout(PangoContext *context, enum face face,
			 const char *text, double width);

/* "label text", the label soft. */
PangoLayout *face_labelled(PangoContext *context, enum face face,
			   const char *label, const char *text, double width);

void ink_use(cairo_t *cr, enum ink ink);

/* In points. */
double face_points(int units);

#endif
