/*
 * pdf_page.h - pages filled with strips, and what stands on each of them
 */
#ifndef PDF_PAGE_H
#define PDF_PAGE_H

#include "pdf_strip.h"

struct paper_size {
	double width, height; /* points */
};

#define PAGE_SIDE 68   /* margins */
#define PAGE_TOP 72    /* with the running head in it */
#define PAGE_BOTTOM 60 /* with the number in it */

/* A slip is better on one page: its first has no head, and takes more room. */
#define SLIP_TOP 32
#define SLIP_BOTTOM 54

/* How many pages they fill, and how much of the last one, 0 to 1. */
int pages_count(const struct strips *strips, const struct paper_size *size,
		double scale, double *last);

/* Two passes over the same strips: one counts the pages, one draws them, all
 * of it scale times as large. */
void pages_draw(const struct strips *strips, const struct paper_size *size,
		const char *running, double scale, cairo_surface_t *surface);

#endif
