/*
 * pdf_draw.h - a strip on its page, and what stands around it
 */
#ifndef PDF_DRAW_H
#define PDF_DRAW_H

#include "pdf_page.h"

struct page {
	const struct strips *strips;
	const struct paper_size *size;
	const char *running;
	cairo_surface_t *surface;
	cairo_t *cr; /* NULL while pages are only counted */
	int number, count;
	double first, bottom; /* of the first page, and of every one */
	double y;	      /* of the next strip */
	const char *open;     /* the tag that is open, or NULL */
	bool is_empty;
};

void page_draw_box(cairo_t *cr, double x, double y, double width, double height,
		   enum ink ink);
/* A line in small letters, from side to side. */
void page_draw_small(const struct page *page, const char *text, bool is_right,
		     double y);
/* Where the page's y is. */
void page_draw_strip(struct page *page, const struct strip *strip);

/* What whoever has it read hears that it is: one at a time. */
void page_open_tag(struct page *page, const char *tag);
void page_close_tag(struct page *page);

#endif
