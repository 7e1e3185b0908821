/*
 * day_lines.c - lines that fit a width, and the sentences as lines
 */
#include <stdlib.h>

#include "day_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

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
	    mem_grow(lines->items, lines->count, sizeof(lines->items[0]));
	line = &lines->items[lines->count++];
	*line =
	    (struct day_line){.kind = kind, .text = mem_copy(str_text(&cut))};
	str_release(&clean);
	str_release(&cut);
}

void day_lines_count_entry(struct day_lines *lines)
{
	lines->entries++;
	if (lines->each_entry != NULL)
		lines->each_entry(lines->state, lines->entries);
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
