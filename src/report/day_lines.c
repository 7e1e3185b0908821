/*
 * day_lines.c - lines that fit a width, and what tables are made of
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "day_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/summary.h"

#define LABEL_COLUMNS 42

void day_lines_release(struct day_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->items[i].text);
	free(lines->items);
	*lines = (struct day_lines){0};
}

void day_lines_add(struct day_lines *lines, enum day_line_kind kind, int width,
		   const char *text)
{
	struct str clean = STR_INIT, cut = STR_INIT;
	struct day_line *line;

	text_clean(text, false, &clean);
	text_add_cut(&cut, str_text(&clean), width);
	while (cut.len > 0 && cut.text[cut.len - 1] == ' ')
		str_cut(&cut, cut.len - 1);
	lines->items =
	    mem_resize(lines->items, lines->count + 1, sizeof(lines->items[0]));
	line = &lines->items[lines->count++];
	*line =
	    (struct day_line){.kind = kind, .text = mem_copy(str_text(&cut))};
	str_release(&clean);
	str_release(&cut);
}

void day_lines_wrap(struct day_lines *lines, enum day_line_kind kind, int width,
		    int indent, const char *text)
{
	struct str clean = STR_INIT, line = STR_INIT;
	int moved = 0;
	size_t at = 0;

	text_clean(text, true, &clean);
	for (size_t i = 0; i < clean.len; i++) {
		if (clean.text[i] == '\n')
			clean.text[i] = ' ';
	}
	while (str_text(&clean)[at] != '\0') {
		size_t len;
		size_t next =
		    text_wrap(str_text(&clean), at, width - moved, &len);

		if (next == at)
			break;
		str_clear(&line);
		str_addf(&line, "%*s", moved, "");
		str_add_n(&line, str_text(&clean) + at, len);
		day_lines_add(lines, kind, width, str_text(&line));
		moved = indent;
		at = next;
	}
	str_release(&clean);
	str_release(&line);
}

void day_lines_sentences(const struct summary *summary, int width,
			 struct day_lines *out)
{
	struct str all = STR_INIT;
	char *rest, *paragraph;

	summary_sentences(summary, &all);
	rest = all.text;
	while ((paragraph = rest) != NULL) {
		char *end = paragraph;

		while (*end != '\0' && *end != '\n')
			end++;
		rest = *end == '\0' ? NULL : end + 1;
		*end = '\0';
		if (out->count > 0)
			day_lines_add(out, DAY_LINE_BLANK, width, "");
		day_lines_wrap(out, DAY_LINE_TEXT, width, 0, paragraph);
	}
	str_release(&all);
}

void day_table_heading(const struct day_table *table, const char *format, ...)
{
	struct str text = STR_INIT;
	va_list args;

	if (table->lines->count > 0)
		day_lines_add(table->lines, DAY_LINE_BLANK, table->width, "");
	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	day_lines_add(table->lines, DAY_LINE_HEADING, table->width,
		      str_text(&text));
	str_release(&text);
}

void day_table_row(const struct day_table *table, const char *label,
		   const char *value)
{
	struct str text = STR_INIT;

	str_add(&text, "  ");
	text_add_padded(&text, label, LABEL_COLUMNS);
	str_add(&text, value);
	day_lines_add(table->lines, DAY_LINE_ROW, table->width,
		      str_text(&text));
	str_release(&text);
}

void day_table_number(const struct day_table *table, const char *label,
		      int64_t value)
{
	char text[24];

	snprintf(text, sizeof(text), "%6lld", (long long)value);
	day_table_row(table, label, text);
}

void day_table_ratio(const struct day_table *table, const char *label,
		     int64_t count, int64_t n)
{
	struct str ratio = STR_INIT, value = STR_INIT;

	report_add_ratio(count, n, &ratio);
	/* The first number stands under the others. */
	if (n > 0)
		str_addf(&value, "%6lld%s", (long long)count,
			 str_text(&ratio) +
			     snprintf(NULL, 0, "%lld", (long long)count));
	else
		str_addf(&value, "%6s", str_text(&ratio));
	day_table_row(table, label, str_text(&value));
	str_release(&ratio);
	str_release(&value);
}

void day_lines_tables(const struct summary *summary, int width, bool with_names,
		      struct day_lines *out)
{
	struct day_table table = {summary, out, width, with_names};

	day_table_visits(&table);
	day_table_lengths(&table);
	day_table_requests(&table);
	day_table_said(&table);
	day_table_hours(&table);
	day_table_topics(&table);
	day_table_lists(&table);
	day_table_comments(&table);
	day_table_patterns(&table);
	day_table_notices(&table);
	day_table_audit(&table);
}
