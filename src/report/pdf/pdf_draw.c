/*
 * pdf_draw.c - a strip on its page, and what stands around it
 */
#include "pdf_draw.h"

#include <cairo-pdf.h>

#include "frontdesk/base/str.h"
#include "pdf_clusters.h"

static void draw_layout(cairo_t *cr, PangoLayout *layout, double x, double y)
{
	clusters_settle(layout);
	cairo_move_to(cr, x, y);
	pango_cairo_show_layout(cr, layout);
}

static void draw_line(cairo_t *cr, PangoLayout *layout, int line, double x,
		      double base)
{
	clusters_settle(layout);
	cairo_move_to(cr, x, base);
	pango_cairo_show_layout_line(
	    cr, pango_layout_get_line_readonly(layout, line));
}

void page_draw_box(cairo_t *cr, double x, double y, double width, double height,
		   enum ink ink)
{
	ink_use(cr, ink);
	cairo_rectangle(cr, x, y, width, height);
	cairo_fill(cr);
}

void page_draw_small(const struct page *page, const char *text, bool is_right,
		     double y)
{
	PangoLayout *layout = face_layout(page->strips->context, FACE_NOTE,
					  text, page->strips->width);

	if (is_right)
		pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
	ink_use(page->cr, INK_SOFT);
	draw_layout(page->cr, layout, PAGE_SIDE, y);
	g_object_unref(layout);
}

void page_open_tag(struct page *page, const char *tag)
{
	cairo_tag_begin(page->cr, tag, NULL);
	page->open = tag;
}

void page_close_tag(struct page *page)
{
	if (page->open != NULL)
		cairo_tag_end(page->cr, page->open);
	page->open = NULL;
}

/* What an entry is known by stands before its words. */
static void draw_mark(const struct page *page, const struct strip *strip)
{
	cairo_tag_begin(page->cr, "P", NULL);
	ink_use(page->cr, INK_TEXT);
	draw_line(page->cr, strip->mark, 0, PAGE_SIDE,
		  page->y + strip->baseline);
	cairo_tag_end(page->cr, "P");
}

static void draw_cell(const struct page *page, const struct cell *cell,
		      const char *tag)
{
	cairo_tag_begin(page->cr, tag, NULL);
	draw_layout(page->cr, cell->layout, PAGE_SIDE + cell->x,
		    page->y + cell->y);
	cairo_tag_end(page->cr, tag);
}

static void draw_cells(const struct page *page, const struct strip *strip)
{
	cairo_t *cr = page->cr;

	if (strip->cell_count == 0)
		return;
	cairo_tag_begin(cr, "TR", NULL);
	for (size_t i = 0; i < strip->cell_count; i++) {
		const struct cell *cell = &strip->cells[i];

		ink_use(cr, strip->ink);
		if (cell->layout != NULL)
			draw_cell(page, cell, strip->cell_tag);
		else if (cell->bar > 0)
			page_draw_box(cr, PAGE_SIDE + cell->x,
				      page->y + strip->baseline - 7, cell->bar,
				      7, INK_ACCENT);
	}
	cairo_tag_end(cr, "TR");
}

static void draw_chart(const struct page *page, const struct strip *strip)
{
	double wide = strip->x * 0.62 < 34 ? strip->x * 0.62 : 34;
	double base = page->y + strip->baseline;

	for (size_t i = 0; i < strip->cell_count; i++) {
		size_t bar = i / 2; /* a label and a count each */
		double left =
		    PAGE_SIDE + strip->x * ((double)bar + 0.5) - wide / 2;

		if (strip->cells[i].bar > 0)
			page_draw_box(page->cr, left,
				      base - strip->cells[i].bar, wide,
				      strip->cells[i].bar, INK_ACCENT);
	}
	page_draw_box(page->cr, PAGE_SIDE, base, strip->rule_width, 0.5,
		      INK_SOFT);
	/* To whoever has it read it is a table of two columns. */
	cairo_tag_begin(page->cr, "Table", NULL);
	for (size_t i = 0; i < strip->cell_count; i++) {
		const struct cell *cell = &strip->cells[i];
		bool is_label = i % 2 == 0;

		if (is_label)
			cairo_tag_begin(page->cr, "TR", NULL);
		ink_use(page->cr, is_label ? INK_SOFT : INK_TEXT);
		draw_cell(page, cell, is_label ? "TH" : "TD");
		if (!is_label)
			cairo_tag_end(page->cr, "TR");
	}
	cairo_tag_end(page->cr, "Table");
}

static void add_outline(const struct page *page, const char *text)
{
	struct str place = STR_INIT;

	str_addf(&place, "page=%d pos=[%d %d]", page->number, PAGE_SIDE,
		 (int)page->y);
	cairo_pdf_surface_add_outline(page->surface, CAIRO_PDF_OUTLINE_ROOT,
				      text, str_text(&place), 0);
	str_release(&place);
}

void page_draw_strip(struct page *page, const struct strip *strip)
{
	if (strip->outline != NULL)
		add_outline(page, strip->outline);
	if (strip->mark != NULL)
		draw_mark(page, strip);
	if (strip->opens)
		page_open_tag(page, strip->tag);
	if (strip->layout != NULL) {
		ink_use(page->cr, strip->ink);
		draw_line(page->cr, strip->layout, strip->line,
			  PAGE_SIDE + strip->x, page->y + strip->baseline);
	}
	if (strip->is_chart)
		draw_chart(page, strip);
	else
		draw_cells(page, strip);
	if (strip->rule > 0)
		page_draw_box(page->cr, PAGE_SIDE + strip->rule_x,
			      page->y + strip->height - strip->rule,
			      strip->rule_width, strip->rule, strip->rule_ink);
	if (strip->closes)
		page_close_tag(page);
}
