/*
 * document.c - a document before it is set, as lines of fields
 */
#include "frontdesk/report/document.h"

#include <stdarg.h>
#include <stdio.h>

#include "document_words.h"
#include "frontdesk/base/text.h"

void document_release(struct document *document)
{
	str_release(&document->lines);
}

/* A tab is no text; where a line ended the words go on. */
static void add_text(struct str *out, const char *text)
{
	size_t begin = out->len;

	text_clean(text, true, out);
	for (size_t i = begin; i < out->len; i++) {
		if (out->text[i] == '\n')
			out->text[i] = ' ';
	}
}

static void add_fields(struct document *document, const char *word,
		       const char *const fields[], size_t count)
{
	str_add(&document->lines, word);
	for (size_t i = 0; i < count; i++) {
		str_add_char(&document->lines, '\t');
		if (fields[i] != NULL)
			add_text(&document->lines, fields[i]);
	}
	str_add_char(&document->lines, '\n');
}

static void add_one(struct document *document, const char *word,
		    const char *text)
{
	add_fields(document, word, &text, 1);
}

static void add_two(struct document *document, const char *word,
		    const char *first, const char *second)
{
	const char *const fields[] = {first, second};

	add_fields(document, word, fields, 2);
}

void document_begin(struct document *document,
		    const struct document_about *about)
{
	add_one(document, DOCUMENT_FORM, DOCUMENT_VERSION);
	add_two(document, DOCUMENT_ABOUT, "title", about->title);
	add_two(document, DOCUMENT_ABOUT, "author", about->author);
	add_two(document, DOCUMENT_ABOUT, "subject", about->subject);
	add_two(document, DOCUMENT_ABOUT, "keywords", about->keywords);
	add_two(document, DOCUMENT_ABOUT, "running", about->running);
	add_two(document, DOCUMENT_ABOUT, "day", about->day.text);
	add_two(document, DOCUMENT_ABOUT, "large",
		about->is_large ? "yes" : "");
}

void document_title(struct document *document, const char *above,
		    const char *title, const char *below)
{
	const char *const fields[] = {above, title, below};

	add_fields(document, DOCUMENT_TITLE, fields, 3);
}

void document_warning(struct document *document, const char *text)
{
	add_one(document, DOCUMENT_WARNING, text);
}

void document_lead(struct document *document, const char *text)
{
	add_one(document, DOCUMENT_LEAD, text);
}

void document_paragraph(struct document *document, const char *text)
{
	add_one(document, DOCUMENT_PARAGRAPH, text);
}

void document_note(struct document *document, const char *text)
{
	add_one(document, DOCUMENT_NOTE, text);
}

void document_heading(struct document *document, const char *text)
{
	add_one(document, DOCUMENT_HEADING, text);
}

void document_label(struct document *document, const char *text)
{
	add_one(document, DOCUMENT_LABEL, text);
}

void document_rule(struct document *document)
{
	add_fields(document, DOCUMENT_RULE, NULL, 0);
}

void document_page(struct document *document)
{
	add_fields(document, DOCUMENT_PAGE, NULL, 0);
}

void document_field(struct document *document, const char *label,
		    const char *text)
{
	if (!str_is_blank(text))
		add_two(document, DOCUMENT_FIELD, label, text);
}

void document_reference(struct document *document, const char *text)
{
	add_one(document, DOCUMENT_REFERENCE, text);
}

void document_gap(struct document *document)
{
	add_fields(document, DOCUMENT_GAP, NULL, 0);
}

void document_blank(struct document *document, const char *label)
{
	add_one(document, DOCUMENT_BLANK, label);
}

void document_room(struct document *document, int lines)
{
	char count[12];

	snprintf(count, sizeof(count), "%d", lines);
	add_one(document, DOCUMENT_ROOM, count);
}

void document_item(struct document *document, const char *name,
		   const char *text)
{
	add_two(document, DOCUMENT_ITEM, name, text);
}

void document_detail(struct document *document, const char *label,
		     const char *text)
{
	add_two(document, DOCUMENT_DETAIL, label, text);
}

void document_table(struct document *document, const char *columns)
{
	add_one(document, DOCUMENT_TABLE, columns);
}

void document_head(struct document *document, const char *const cells[],
		   size_t count)
{
	add_fields(document, DOCUMENT_HEAD, cells, count);
}

void document_row(struct document *document, const char *const cells[],
		  size_t count)
{
	add_fields(document, DOCUMENT_ROW, cells, count);
}

void document_chart(struct document *document)
{
	add_fields(document, DOCUMENT_CHART, NULL, 0);
}

void document_bar(struct document *document, const char *label, int64_t count)
{
	char number[24];

	snprintf(number, sizeof(number), "%lld", (long long)count);
	add_two(document, DOCUMENT_BAR, label, number);
}

void document_end(struct document *document)
{
	add_fields(document, DOCUMENT_END, NULL, 0);
}
