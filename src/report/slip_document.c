/*
 * slip_document.c - the parts of a slip as parts of a document
 */
#include "slip_document.h"

#include <stdio.h>

#define MARKS 9	     /* of a scale, at the most */
#define MARK_WIDTH 7 /* hundredths of the page */

void slip_page_begin(struct slip_page *page, struct document *document,
		     const struct slip_about *about)
{
	*page = (struct slip_page){.document = document};
	document_begin(document, &(struct document_about){
				     .title = about->title,
				     .author = about->city,
				     .running = about->title,
				     .day = about->day,
				     .is_large = !about->is_for_staff,
				 });
}

/* The title, once it is over: it has a line of its own below it. */
static void end_title(struct slip_page *page)
{
	if (page->title.len == 0)
		return;
	document_title(page->document, str_text(&page->above),
		       str_text(&page->title), str_text(&page->below));
	str_clear(&page->above);
	str_clear(&page->title);
	str_clear(&page->below);
	page->has_rule = page->has_gap = false;
}

static void end_scale(struct slip_page *page)
{
	if (page->is_in_scale)
		document_end(page->document);
	page->is_in_scale = false;
}

/* What was held back stands before what follows it. */
static struct document *next(struct slip_page *page)
{
	end_title(page);
	end_scale(page);
	if (page->has_rule)
		document_rule(page->document);
	else if (page->has_gap)
		document_gap(page->document);
	page->has_rule = page->has_gap = page->is_below_label = false;
	return page->document;
}

void slip_page_end(struct slip_page *page)
{
	page->has_rule = page->has_gap = false;
	next(page);
	str_release(&page->above);
	str_release(&page->title);
	str_release(&page->below);
}

/* Several lines of a title stand on one. */
static void add_line(struct str *line, const char *text)
{
	if (str_is_blank(text))
		return;
	str_addf(line, "%s%s", line->len > 0 ? " · " : "", text);
}

void slip_page_above(struct slip_page *page, const char *text)
{
	add_line(&page->above, text);
}

void slip_page_title(struct slip_page *page, const char *text)
{
	add_line(page->title.len == 0 ? &page->title : &page->below, text);
}

/* It has a rule and room of its own. */
void slip_page_heading(struct slip_page *page, const char *text)
{
	page->has_rule = page->has_gap = false;
	document_heading(next(page), text);
}

void slip_page_label(struct slip_page *page, const char *text)
{
	page->has_gap = false;
	document_label(next(page), text);
	page->is_below_label = true;
}

void slip_page_lead(struct slip_page *page, const char *text)
{
	document_lead(next(page), text);
}

void slip_page_large(struct slip_page *page, const char *text)
{
	document_reference(next(page), text);
}

void slip_page_wrapped(struct slip_page *page, const char *text, int first,
		       int hanging)
{
	struct str line = STR_INIT;

	(void)hanging; /* a text in proportional letters has no columns */
	if (str_is_blank(text))
		return;
	str_addf(&line, "%s%s", first > 0 ? "  " : "", text);
	document_paragraph(next(page), str_text(&line));
	str_release(&line);
}

void slip_page_warning(struct slip_page *page, const char *text)
{
	if (!str_is_blank(text))
		document_warning(next(page), text);
}

void slip_page_labelled(struct slip_page *page, const char *label,
			const char *text)
{
	if (!str_is_blank(text))
		document_field(next(page), label, text);
}

/* The scales of a slip are one table, whatever gaps are between them. */
static void begin_scale(struct slip_page *page, int count)
{
	struct str columns = STR_INIT;

	if (page->is_in_scale)
		return;
	str_addf(&columns, "l%d", 100 - MARK_WIDTH * count);
	for (int i = 0; i < count; i++)
		str_addf(&columns, " c%d", MARK_WIDTH);
	document_table(next(page), str_text(&columns));
	page->is_in_scale = true;
	str_release(&columns);
}

void slip_page_scale(struct slip_page *page, int number, const char *sentence,
		     int top)
{
	struct str line = STR_INIT;
	char marks[MARKS][12];
	const char *cells[MARKS + 1];
	int count = top < MARKS ? top : MARKS;

	begin_scale(page, count);
	str_addf(&line, "%d. %s", number, sentence);
	cells[0] = str_text(&line);
	for (int i = 0; i < count; i++) {
		snprintf(marks[i], sizeof(marks[i]), "%d", top - i);
		cells[i + 1] = marks[i];
	}
	document_row(page->document, cells, (size_t)count + 1);
	page->has_gap = false;
	str_release(&line);
}

void slip_page_rule(struct slip_page *page)
{
	page->has_rule = true;
}

void slip_page_gap(struct slip_page *page)
{
	page->has_gap = !page->is_below_label;
}

void slip_page_blank(struct slip_page *page, const char *label)
{
	page->has_gap = false;
	document_blank(next(page), label);
}

void slip_page_room(struct slip_page *page, int lines)
{
	document_room(next(page), lines);
	page->has_gap = true;
}
