/*
 * slip_document.c - the parts of a slip as parts of a document
 */
#include "slip_document.h"

#include <stdio.h>
#include <string.h>

#define MARKS 9 /* of a scale, at the most */

void slip_page_begin(struct slip_page *page, struct document *document,
		     const char *city, const char *title, struct day day)
{
	*page = (struct slip_page){.document = document};
	document_begin(document, &(struct document_about){.title = title,
							  .author = city,
							  .running = title,
							  .day = day,
							  .is_large = true});
}

/* What was held back stands before what follows it. */
static struct document *next(struct slip_page *page)
{
	if (page->title.len > 0)
		document_title(page->document, "", str_text(&page->title),
			       str_text(&page->below));
	str_clear(&page->title);
	str_clear(&page->below);
	if (page->has_rule)
		document_rule(page->document);
	page->has_rule = false;
	return page->document;
}

void slip_page_end(struct slip_page *page)
{
	page->has_rule = false;
	next(page);
	str_release(&page->title);
	str_release(&page->below);
}

void slip_page_title(struct slip_page *page, const char *text)
{
	if (str_is_blank(text))
		return;
	if (page->title.len == 0) {
		str_add(&page->title, text);
		return;
	}
	if (page->below.len > 0)
		str_add(&page->below, " · ");
	str_add(&page->below, text);
}

/* It has a rule of its own. */
void slip_page_heading(struct slip_page *page, const char *text)
{
	page->has_rule = false;
	document_heading(next(page), text);
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

void slip_page_labelled(struct slip_page *page, const char *label,
			const char *text)
{
	if (!str_is_blank(text))
		document_field(next(page), label, text);
}

void slip_page_scale(struct slip_page *page, int number, const char *sentence,
		     int top)
{
	struct str columns = STR_INIT, line = STR_INIT;
	char marks[MARKS][12];
	const char *cells[MARKS + 1];
	int count = top < MARKS ? top : MARKS;

	str_addf(&columns, "l%d", 100 - 6 * count);
	str_addf(&line, "%d. %s", number, sentence);
	cells[0] = str_text(&line);
	for (int i = 0; i < count; i++) {
		str_add(&columns, " r6");
		snprintf(marks[i], sizeof(marks[i]), "%d", top - i);
		cells[i + 1] = marks[i];
	}
	document_table(next(page), str_text(&columns));
	document_row(page->document, cells, (size_t)count + 1);
	document_end(page->document);
	str_release(&columns);
	str_release(&line);
}

void slip_page_rule(struct slip_page *page)
{
	next(page);
	page->has_rule = true;
}

void slip_page_gap(struct slip_page *page)
{
	document_gap(next(page));
}

void slip_page_blank(struct slip_page *page, const char *label)
{
	document_blank(next(page), label);
}

void slip_page_room(struct slip_page *page, int lines)
{
	document_room(next(page), lines);
}
