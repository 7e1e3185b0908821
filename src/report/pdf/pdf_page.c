/*
 * pdf_page.c - pages filled with strips, and what stands on each of them
 */
#include "pdf_page.h"

#include <cairo-pdf.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "pdf_clusters.h"

struct page {
	const struct strips *strips;
	const struct paper_size *size;
	const char *running;
	cairo_surface_t *surface;
	cairo_t *cr; /* NULL while pages are only counted */
	int number, count;
	double y;	  /* of the next strip */
	const char *open; /* the tag that is open, or NULL */
	bool is_empty;
};

static void draw_layout(cairo_t *cr, PangoLayout *layout, double x, double y)
{
	clusters_settle(layout);
	cairo_move_to(cr, x, y);
	pango_cairo_show_layout(cr, layout);
}

static void draw_box(cairo_t *cr, double x, double y, double width,
		     double height, enum ink ink)
{
	ink_use(cr, ink);
	cairo_rectangle(cr, x, y, width, height);
	cairo_fill(cr);
}

static void draw_small(const struct page *page, const char *text, bool is_right,
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

/* The first page says at large what the others have at their head. */
static void draw_frame(const struct page *page)
{
	struct str text = STR_INIT;

	if (page->number > 1) {
		draw_small(page, page->running, false, PAGE_TOP - 40);
		draw_box(page->cr, PAGE_SIDE, PAGE_TOP - 25,
			 page->strips->width, 0.3, INK_LINE);
	}
	str_addf(&text, _("page %d of %d"), page->number, page->count);
	draw_small(page, str_text(&text), true, page->size->height - 46);
	str_release(&text);
}

static void open_tag(struct page *page, const char *tag)
{
	cairo_tag_begin(page->cr, tag, NULL);
	page->open = tag;
}

static void close_tag(struct page *page)
{
	if (page->open != NULL)
		cairo_tag_end(page->cr, page->open);
	page->open = NULL;
}

static void begin_page(struct page *page)
{
	if (page->number > 0 && page->cr != NULL)
		cairo_show_page(page->cr);
	page->number++;
	page->y = PAGE_TOP;
	page->is_empty = true;
	if (page->cr != NULL)
		draw_frame(page);
}

static void draw_line(cairo_t *cr, PangoLayout *layout, int line, double x,
		      double base)
{
	clusters_settle(layout);
	cairo_move_to(cr, x, base);
	pango_cairo_show_layout_line(
	    cr, pango_layout_get_line_readonly(layout, line));
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
			draw_box(cr, PAGE_SIDE + cell->x,
				 page->y + strip->baseline - 7, cell->bar, 7,
				 INK_ACCENT);
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
			draw_box(page->cr, left, base - strip->cells[i].bar,
				 wide, strip->cells[i].bar, INK_ACCENT);
	}
	draw_box(page->cr, PAGE_SIDE, base, strip->rule_width, 0.5, INK_SOFT);
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

static void draw_strip(struct page *page, const struct strip *strip)
{
	if (strip->outline != NULL)
		add_outline(page, strip->outline);
	if (strip->mark != NULL)
		draw_mark(page, strip);
	if (strip->opens)
		open_tag(page, strip->tag);
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
		draw_box(page->cr, PAGE_SIDE + strip->rule_x,
			 page->y + strip->height - strip->rule,
			 strip->rule_width, strip->rule, strip->rule_ink);
	if (strip->closes)
		close_tag(page);
}

static void put_strip(struct page *page, const struct strip *strip)
{
	if (!page->is_empty)
		page->y += strip->before;
	page->is_empty = false;
	if (page->cr != NULL)
		draw_strip(page, strip);
	page->y += strip->height;
}

/* The height of what is not parted, from a strip on. */
static double chain_height(const struct strips *strips, size_t at)
{
	double height = strips->items[at].height;
	bool keeps = strips->items[at].keeps;

	while (keeps && ++at < strips->count) {
		const struct strip *strip = &strips->items[at];

		if (strip->is_again)
			continue;
		height += strip->before + strip->height;
		keeps = strip->keeps;
	}
	return height;
}

/* Whether a page must begin before the strip. What is longer than a page is
 * parted where it is full. */
static bool is_full(const struct page *page, size_t at, bool is_chained)
{
	const struct strip *strip = &page->strips->items[at];
	double bottom = page->size->height - PAGE_BOTTOM;
	double chain = chain_height(page->strips, at);

	if (page->is_empty)
		return false;
	if (strip->breaks)
		return true;
	if (page->y + strip->before + strip->height > bottom)
		return true;
	return !is_chained && chain <= bottom - PAGE_TOP &&
	       page->y + strip->before + chain > bottom;
}

/*
 * A page that goes on with a section and a table says so. What repeats on each
 * page is of no heading, paragraph or table: the one that is open ends before
 * it, and goes on as another one behind it.
 */
static void go_on(struct page *page, size_t section, const struct strip *strip)
{
	const struct strips *strips = page->strips;

	if (page->cr != NULL)
		close_tag(page);
	begin_page(page);
	if (strip->outline != NULL || strip->breaks)
		return;
	for (; section < strips->count && strips->items[section].is_again;
	     section++)
		put_strip(page, &strips->items[section]);
	if (strip->head > 0)
		put_strip(page, &strips->items[strip->head - 1]);
	else if (page->cr != NULL && strip->tag != NULL && !strip->opens)
		open_tag(page, strip->tag);
}

static void fill(struct page *page)
{
	const struct strips *strips = page->strips;
	size_t section = strips->count; /* what says that it goes on */
	bool is_chained = false;

	begin_page(page);
	for (size_t at = 0; at < strips->count; at++) {
		const struct strip *strip = &strips->items[at];

		if (strip->is_again) {
			if (!strip[-1].is_again)
				section = at;
			continue;
		}
		if (is_full(page, at, is_chained))
			go_on(page, section, strip);
		put_strip(page, strip);
		is_chained = strip->keeps;
	}
}

void pages_draw(const struct strips *strips, const struct paper_size *size,
		const char *running, double scale, cairo_surface_t *surface)
{
	struct page page = {.strips = strips, .size = size};

	fill(&page);
	page = (struct page){.strips = strips,
			     .size = size,
			     .running = running,
			     .surface = surface,
			     .cr = cairo_create(surface),
			     .count = page.number};
	cairo_scale(page.cr, scale, scale);
	cairo_tag_begin(page.cr, "Document", NULL);
	fill(&page);
	cairo_tag_end(page.cr, "Document");
	cairo_show_page(page.cr);
	cairo_destroy(page.cr);
}
