/*
 * pdf_chart.c - a chart of standing bars as one strip
 */
#include <stdlib.h>

#include "../document_words.h"
#include "pdf_strip.h"

#define HEIGHT 66 /* of the longest bar */
#define TEXT 12	  /* above the bars */

static size_t count_bars(const struct source *source, size_t at, double *most)
{
	size_t count = 0;

	*most = 0;
	for (; at < source->count &&
	       operation_is(&source->items[at], DOCUMENT_BAR);
	     at++, count++) {
		double value = strtod(source->items[at].fields[1], NULL);

		*most = value > *most ? value : *most;
	}
	return count;
}

/* Where there are many, "12 pm" stands on two lines; the height of the text. */
static double add_centred(struct strips *strips, struct strip *strip,
			  const char *text, double left, double y,
			  double length)
{
	struct cell *cell = strip_add_cell(strip);
	int height;

	cell->layout = strips_own(
	    strips, face_layout(strips->context, FACE_NOTE, text, strip->x));
	pango_layout_set_alignment(cell->layout, PANGO_ALIGN_CENTER);
	pango_layout_get_size(cell->layout, NULL, &height);
	cell->x = left;
	cell->y = y;
	cell->bar = length;
	return face_points(height);
}

void strips_add_chart(struct strips *strips, const struct source *source,
		      size_t *at)
{
	double most, below = 0;
	size_t count = count_bars(source, *at + 1, &most);
	struct strip *strip = strips_add(strips);

	strip->is_chart = true;
	strip->before = 8;
	strip->x = count > 0 ? strips->width / (double)count : 0;
	strip->baseline = TEXT + (most > 0 ? HEIGHT : 0);
	strip->rule_width = strips->width;
	/* Label and count one after the other: so they are read, too. */
	for (size_t i = 0; i < count; i++) {
		const struct operation *bar = &source->items[++*at];
		double value = strtod(bar->fields[1], NULL);
		double length = most > 0 ? HEIGHT * value / most : 0;
		double left = strip->x * (double)i, height;

		height = add_centred(strips, strip, bar->fields[0], left,
				     strip->baseline + 3, 0);
		below = height > below ? height : below;
		add_centred(strips, strip, bar->fields[1], left,
			    strip->baseline - length - TEXT, length);
	}
	strip->height = strip->baseline + 3 + below;
	if (*at + 1 < source->count &&
	    operation_is(&source->items[*at + 1], DOCUMENT_END))
		++*at;
}
