/*
 * pdf_strip.c - what strips are made of: lines of text, rules
 */
#include "pdf_strip.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"

#define LEAD_WIDTH 430 /* some seventy letters: a line that is read at ease */

struct strip *strips_add(struct strips *strips)
{
	struct strip *strip;

	strips->items =
	    mem_grow(strips->items, strips->count, sizeof(strips->items[0]));
	strip = &strips->items[strips->count++];
	*strip = (struct strip){0};
	return strip;
}

PangoLayout *strips_own(struct strips *strips, PangoLayout *layout)
{
	g_ptr_array_add(strips->layouts, layout);
	return layout;
}

struct cell *strip_add_cell(struct strip *strip)
{
	struct cell *cell;

	strip->cells =
	    mem_grow(strip->cells, strip->cell_count, sizeof(strip->cells[0]));
	cell = &strip->cells[strip->cell_count++];
	*cell = (struct cell){0};
	return cell;
}

void strips_tag(struct strips *strips, size_t first, const char *tag)
{
	if (first == strips->count)
		return;
	for (size_t i = first; i < strips->count; i++)
		strips->items[i].tag = tag;
	strips->items[first].opens = true;
	strips->items[strips->count - 1].closes = true;
}

void strips_release(struct strips *strips)
{
	for (size_t i = 0; i < strips->count; i++)
		free(strips->items[i].cells);
	free(strips->items);
	if (strips->layouts != NULL)
		g_ptr_array_unref(strips->layouts);
	*strips = (struct strips){0};
}

size_t strips_add_lines(struct strips *strips, PangoLayout *layout, double x,
			double before, enum ink ink)
{
	PangoLayoutIter *iter = pango_layout_get_iter(layout);
	size_t first = strips->count;
	int count = pango_layout_get_line_count(layout);

	strips_own(strips, layout);
	for (int i = 0; i < count; i++, pango_layout_iter_next_line(iter)) {
		struct strip *strip = strips_add(strips);
		PangoRectangle logical;
		int top, bottom;

		pango_layout_iter_get_line_yrange(iter, &top, &bottom);
		pango_layout_iter_get_line_extents(iter, NULL, &logical);
		strip->layout = layout;
		strip->line = i;
		strip->ink = ink;
		strip->x = x + face_points(logical.x);
		strip->before = i == 0 ? before : 0;
		strip->height = face_points(bottom - top);
		strip->baseline =
		    face_points(pango_layout_iter_get_baseline(iter) - top);
		strip->keeps = count > 1 && (i == 0 || i == count - 2);
	}
	pango_layout_iter_free(iter);
	strips_tag(strips, first, "P");
	return first;
}

size_t strips_add_text(struct strips *strips, enum face face, const char *text,
		       double before, enum ink ink)
{
	double x = strncmp(text, "  ", 2) == 0 ? STRIP_INDENT : 0;
	double width = strips->width - x;

	text += strspn(text, " ");
	if (face == FACE_LEAD && width > LEAD_WIDTH)
		width = LEAD_WIDTH;
	return strips_add_lines(strips,
				face_layout(strips->context, face, text, width),
				x, before, ink);
}

void strips_keep(struct strips *strips, size_t first)
{
	for (size_t i = first; i < strips->count; i++)
		strips->items[i].keeps = true;
}

void strips_add_rule(struct strips *strips, double before, double width,
		     double thickness, enum ink ink)
{
	struct strip *strip = strips_add(strips);

	strip->before = before;
	strip->height = thickness;
	strip->rule = thickness;
	strip->rule_width = width;
	strip->rule_ink = ink;
}
