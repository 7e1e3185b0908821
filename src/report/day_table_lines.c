/*
 * day_table_lines.c - the tables of the day as lines of text
 */
#include <stdio.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"

#define LABEL_COLUMNS 42
#define NUMBER_COLUMNS 6
#define HOUR_BAR_COL 20
#define TOPIC_LABEL 34
#define TOPIC_BAR_COL 44

struct form {
	struct day_lines *lines;
	int width;
	struct day_columns columns; /* without its words */
};

static void add_line(const struct form *form, enum day_line_kind kind,
		     const struct str *text)
{
	day_lines_add(form->lines, kind, form->width, str_text(text));
}

static void add_right(struct str *out, const char *text, int columns)
{
	int width = text_width(text);

	str_addf(out, "%*s%s", width < columns ? columns - width : 0, "", text);
}

static void add_heading(void *state, const char *text)
{
	struct form *form = state;

	if (form->lines->count > 0)
		day_lines_add(form->lines, DAY_LINE_BLANK, form->width, "");
	day_lines_add(form->lines, DAY_LINE_HEADING, form->width, text);
}

static void add_cells(void *state, const char *label,
		      const char *const values[])
{
	const struct form *form = state;
	struct str text = STR_INIT;

	str_add(&text, "  ");
	text_add_padded(&text, label, form->columns.label);
	for (size_t i = 0; i < form->columns.count; i++)
		add_right(&text, values[i],
			  i == 0 ? form->columns.first : form->columns.other);
	add_line(form, DAY_LINE_ROW, &text);
	str_release(&text);
}

static void add_columns(void *state, const struct day_columns *columns)
{
	struct form *form = state;

	form->columns = *columns;
	add_cells(form, columns->label_words, columns->words);
	form->columns.words = NULL;
}

static void add_row(void *state, const char *label, const char *number,
		    const char *rest)
{
	struct str text = STR_INIT;

	str_add(&text, "  ");
	text_add_padded(&text, label, LABEL_COLUMNS);
	add_right(&text, number, NUMBER_COLUMNS);
	str_add(&text, rest);
	add_line(state, DAY_LINE_ROW, &text);
	str_release(&text);
}

static void add_part(void *state, const char *label, int64_t count,
		     int64_t whole)
{
	char number[24];

	(void)whole; /* a text shows the count alone */
	snprintf(number, sizeof(number), "%lld", (long long)count);
	add_row(state, label, number, "");
}

/* A bar as long as its count's part of the most, and never quite nothing. */
static void add_bar(void *state, enum day_bar kind, const char *label,
		    int64_t count, int64_t most)
{
	const struct form *form = state;
	struct str text = STR_INIT;
	struct day_line *line;

	str_add(&text, "  ");
	if (kind == DAY_BAR_HOUR) {
		add_right(&text, label, 5);
		str_addf(&text, "  %8lld", (long long)count);
	} else {
		text_add_padded(&text, label, TOPIC_LABEL);
		str_addf(&text, "%*lld", NUMBER_COLUMNS, (long long)count);
	}
	add_line(form, DAY_LINE_BAR, &text);
	str_release(&text);
	line = &form->lines->items[form->lines->count - 1];
	line->bar_col = kind == DAY_BAR_HOUR ? HOUR_BAR_COL : TOPIC_BAR_COL;
	if (most > 0)
		line->bar_eighths =
		    (int)(count * (form->width - line->bar_col) * 8 / most);
	if (count > 0 && line->bar_eighths < 8)
		line->bar_eighths = 8;
}

static void add_wrapped(const struct form *form, int indent, struct str *text)
{
	day_lines_wrap(form->lines, DAY_LINE_ROW, form->width, indent,
		       str_text(text));
	str_release(text);
}

static void add_entry(void *state, const char *name, const char *text)
{
	struct str line = STR_INIT;

	str_addf(&line, "  %s%s%s", name != NULL ? name : "",
		 name != NULL ? "  " : "", text);
	add_wrapped(state, 6, &line);
	day_lines_count_entry(((const struct form *)state)->lines);
}

static void add_detail(void *state, const char *label, const char *text)
{
	struct str line = STR_INIT;

	str_addf(&line, "      %s: %s", label, text);
	add_wrapped(state, 8, &line);
}

static void add_none(void *state)
{
	const struct form *form = state;

	day_lines_add(form->lines, DAY_LINE_ROW, form->width, _("  None."));
}

static void add_last(void *state, const char *name, const char *text)
{
	add_heading(state, name);
	add_entry(state, NULL, text);
}

void day_lines_tables(const struct summary *summary, int width, bool with_names,
		      struct day_lines *out)
{
	static const struct day_sink sink = {
	    .heading = add_heading,
	    .columns = add_columns,
	    .cells = add_cells,
	    .row = add_row,
	    .part = add_part,
	    .bar = add_bar,
	    .entry = add_entry,
	    .detail = add_detail,
	    .none = add_none,
	    .last = add_last,
	};
	struct form form = {.lines = out, .width = width};
	struct day_table table = {summary, &sink, &form, with_names};

	day_table_hours(&table);
	day_tables_walk(&table);
}
