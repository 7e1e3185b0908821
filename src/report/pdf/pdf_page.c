/*
 * pdf_page.c - pages filled with strips, and what stands on each of them
 */
#include "pdf_page.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "pdf_draw.h"

/* The first page says at large what the others have at their head. */
static void draw_frame(const struct page *page)
{
	struct str text = STR_INIT;

	if (page->number > 1) {
		page_draw_small(page, page->running, false, PAGE_TOP - 36);
		page_draw_box(page->cr, PAGE_SIDE, PAGE_TOP - 21,
			      page->strips->width, 0.3, INK_LINE);
	}
	str_addf(&text, _("page %d of %d"), page->number, page->count);
	page_draw_small(page, str_text(&text), true, page->size->height - 44);
	str_release(&text);
}

static void begin_page(struct page *page)
{
	if (page->number > 0 && page->cr != NULL)
		cairo_show_page(page->cr);
	page->number++;
	page->y = page->number == 1 ? page->first : PAGE_TOP;
	page->is_empty = true;
	if (page->cr != NULL)
		draw_frame(page);
}

static void put_strip(struct page *page, const struct strip *strip)
{
	if (!page->is_empty)
		page->y += strip->before;
	page->is_empty = false;
	if (page->cr != NULL)
		page_draw_strip(page, strip);
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
	double bottom = page->bottom;
	double chain = chain_height(page->strips, at);

	if (page->is_empty)
		return false;
	if (strip->breaks && page->y > (PAGE_TOP + bottom) / 2)
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
		page_close_tag(page);
	begin_page(page);
	if (strip->outline != NULL || strip->breaks)
		return;
	for (; section < strips->count && strips->items[section].is_again;
	     section++)
		put_strip(page, &strips->items[section]);
	if (strip->head > 0)
		put_strip(page, &strips->items[strip->head - 1]);
	else if (page->cr != NULL && strip->tag != NULL && !strip->opens)
		page_open_tag(page, strip->tag);
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

static struct page page_of(const struct strips *strips,
			   const struct paper_size *size, double scale)
{
	bool is_slip = scale > 1;

	return (struct page){
	    .strips = strips,
	    .size = size,
	    .first = is_slip ? SLIP_TOP : PAGE_TOP,
	    .bottom = size->height - (is_slip ? SLIP_BOTTOM : PAGE_BOTTOM),
	};
}

int pages_count(const struct strips *strips, const struct paper_size *size,
		double scale, double *last)
{
	struct page page = page_of(strips, size, scale);

	fill(&page);
	*last = (page.y - PAGE_TOP) / (page.bottom - PAGE_TOP);
	return page.number;
}

void pages_draw(const struct strips *strips, const struct paper_size *size,
		const char *running, double scale, cairo_surface_t *surface)
{
	struct page page = page_of(strips, size, scale);
	double last;

	page.count = pages_count(strips, size, scale, &last);
	page.running = running;
	page.surface = surface;
	page.cr = cairo_create(surface);
	cairo_scale(page.cr, scale, scale);
	cairo_tag_begin(page.cr, "Document", NULL);
	fill(&page);
	cairo_tag_end(page.cr, "Document");
	cairo_show_page(page.cr);
	cairo_destroy(page.cr);
}
