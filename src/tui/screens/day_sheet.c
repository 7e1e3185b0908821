/* The figures of the day as lines, some of whose numbers can be opened. */
#include "day_sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/summary.h"

void day_sheet_release(struct day_sheet *sheet)
{
	for (size_t i = 0; i < sheet->line_count; i++) {
		free(sheet->lines[i].label);
		free(sheet->lines[i].value);
	}
	free(sheet->lines);
	free(sheet->numbers);
	*sheet = (struct day_sheet){0};
}

struct day_sheet_line *day_sheet_add(struct day_sheet *sheet,
				     enum day_line_kind kind, const char *label,
				     const char *value)
{
	struct day_sheet_line *line;

	sheet->lines =
	    mem_grow(sheet->lines, sheet->line_count, sizeof(sheet->lines[0]));
	line = &sheet->lines[sheet->line_count++];
	*line = (struct day_sheet_line){
	    .kind = kind, .label = mem_copy(label), .value = mem_copy(value)};
	return line;
}

struct day_number *day_sheet_add_number(struct day_sheet *sheet,
					const struct day_behind *behind,
					int64_t n, int col)
{
	struct day_number *number;

	sheet->numbers = mem_grow(sheet->numbers, sheet->number_count,
				  sizeof(sheet->numbers[0]));
	number = &sheet->numbers[sheet->number_count++];
	*number = (struct day_number){
	    .behind = *behind,
	    .n = n,
	    .line = sheet->line_count - 1,
	    .col = col,
	    .cols = snprintf(NULL, 0, "%lld", (long long)n),
	};
	return number;
}

/* Its number is added to the line that is added last. */
static void add_given(struct day_sheet *sheet, const struct day_given *given,
		      struct str *value, size_t words)
{
	struct day_behind behind = {given->figure, given->part, ""};
	int col = text_width(str_text(value));
	struct day_number *number;

	str_addf(value, "%lld", (long long)given->n);
	if (given->n == 0 || given->figure == DAY_NOTHING)
		return;
	if (given->name != NULL)
		snprintf(behind.topic, sizeof(behind.topic), "%s", given->name);
	number = day_sheet_add_number(sheet, &behind, given->n, col);
	number->words = given->words;
	number->words_at = words;
}

void day_sheet_put(struct day_sheet *sheet, const char *label,
		   const char *template, const struct day_given *given,
		   size_t count)
{
	struct day_sheet_line *line =
	    day_sheet_add(sheet, DAY_LINE_FIGURE, label, "");
	struct str value = STR_INIT;
	size_t next = 0, words = 0;

	for (const char *at = template; *at; at++) {
		if (*at != '#' || next == count) {
			str_add_n(&value, at, 1);
			continue;
		}
		add_given(sheet, &given[next++], &value, words);
		words = value.len;
	}
	free(line->value);
	line->value = str_take(&value);
}

void day_sheet_rule(struct day_sheet *sheet, const char *label)
{
	day_sheet_add(sheet, DAY_LINE_RULE, label, "");
}

void day_sheet_put_share(struct day_sheet *sheet, const char *label,
			 struct day_given count, struct day_given of)
{
	struct day_given both[2] = {count, of};
	char first[24], second[24];
	struct str ratio = STR_INIT, template = STR_INIT;
	const char *rest;

	report_add_ratio(count.n, of.n, &ratio);
	snprintf(first, sizeof(first), "%lld", (long long)count.n);
	snprintf(second, sizeof(second), "%lld", (long long)of.n);
	rest = str_text(&ratio);
	if (of.n == 0 || strncmp(rest, first, strlen(first)) != 0 ||
	    strstr(rest + strlen(first), second) == NULL) {
		day_sheet_put(sheet, label, rest, NULL, 0);
	} else {
		const char *of_at = strstr(rest + strlen(first), second);

		str_add(&template, "#");
		str_add_n(&template, rest + strlen(first),
			  (size_t)(of_at - rest) - strlen(first));
		str_addf(&template, "#%s", of_at + strlen(second));
		day_sheet_put(sheet, label, str_text(&template), both, 2);
	}
	str_release(&ratio);
	str_release(&template);
}

void day_sheets_make(const struct day_screen *state, struct day_sheets *out)
{
	*out = (struct day_sheets){0};
	/* Nothing was read yet, or it could not be. */
	if (!state->summary.site)
		return;
	day_add_figures(state, &out->figures);
	day_add_bars(state, &out->bars);
}

void day_sheets_release(struct day_sheets *sheets)
{
	day_sheet_release(&sheets->figures);
	day_sheet_release(&sheets->bars);
}

size_t day_numbers(const struct day_sheets *sheets)
{
	return sheets->figures.number_count + sheets->bars.number_count;
}

const struct day_number *day_number_at(const struct day_sheets *sheets,
				       size_t index)
{
	size_t figures = sheets->figures.number_count;

	if (index < figures)
		return &sheets->figures.numbers[index];
	return index < day_numbers(sheets)
		   ? &sheets->bars.numbers[index - figures]
		   : NULL;
}

static const struct day_sheet *sheet_of(const struct day_sheets *sheets,
					const struct day_number *number)
{
	const struct day_sheet *figures = &sheets->figures;

	for (size_t i = 0; i < figures->number_count; i++)
		if (&figures->numbers[i] == number)
			return figures;
	return &sheets->bars;
}

int day_block(const struct day_sheets *sheets, size_t index)
{
	const struct day_number *number = day_number_at(sheets, index);
	const struct day_sheet *sheet = sheet_of(sheets, number);
	int block = sheet == &sheets->figures ? 0 : 1000;

	for (size_t i = 0; i < number->line; i++)
		block += sheet->lines[i].kind == DAY_LINE_RULE ? 1 : 0;
	return block;
}

/* A line without a label goes on with the one above it. */
static const char *label_of(const struct day_sheet *sheet, size_t line)
{
	while (line > 0 && sheet->lines[line].label[0] == '\0')
		line--;
	return sheet->lines[line].label;
}

/* "carried in", of "2, carried in 1"; "of", of "31 of 35" and "(of 35)". */
static void add_part(const char *value, size_t from, size_t at, struct str *out)
{
	for (size_t i = from; i < at; i++)
		if (value[i] == ',' || value[i] == '(')
			from = i + 1;
	while (from < at && value[from] == ' ')
		from++;
	while (at > from && value[at - 1] == ' ')
		at--;
	if (at == from)
		return;
	/* "Contacts, 1:" has a colon of its own. */
	str_add(out, value[at - 1] == ':' ? ", " : ": ");
	str_add_n(out, value + from, at - from);
}

void day_add_words(const struct day_sheets *sheets,
		   const struct day_number *number, struct str *out)
{
	const struct day_sheet *sheet = sheet_of(sheets, number);
	const struct day_sheet_line *line = &sheet->lines[number->line];
	const char *label = label_of(sheet, number->line);

	while (*label == ' ')
		label++;
	if (number->behind.figure == DAY_HOLD_REASON)
		str_addf(out, _("On hold: %s,"), label);
	else if (number->behind.figure == DAY_HOUR)
		str_addf(out, _("Arrived from %s:"), label);
	else
		str_add(out, label);
	if (number->words != NULL && number->words[0] != '\0')
		str_addf(out, ": %s", number->words);
	else if (number->words == NULL && line->kind != DAY_LINE_BAR)
		add_part(line->value, number->words_at,
			 text_fit(line->value, number->col), out);
}
