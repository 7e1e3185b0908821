/*
 * slip_lines.c - the parts of a slip as text
 */
#include "slip_lines.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "slip_document.h"

#define MARKS_COLUMNS 19  /* "5   4   3   2   1" and the room before it */
#define MARKS_BESIDE 60	  /* columns; with less they stand below */
#define SENTENCE_INDENT 3 /* "1. " */
#define LABEL_MAX 40	  /* bytes; a sentence with a colon is no label */
#define SHORT_WORD 3	  /* letters of "am", which stays with its number */

static void blanks(struct str *out, int count)
{
	for (int i = 0; i < count; i++)
		str_add_char(out, ' ');
}

/* Whether what ends before the blanks and what begins behind them belong
 * together, as in "Windows 1 to 6" or "8 am". */
static bool holds_together(const char *line, size_t end, size_t next)
{
	unsigned char last = (unsigned char)line[end - 1];

	if (isdigit((unsigned char)line[next]))
		return isalnum(last);
	return isdigit(last) && isalpha((unsigned char)line[next]) &&
	       strcspn(line + next, " ") <= SHORT_WORD;
}

/* Of the row [at, at + *len) that next follows: parted before what belongs
 * together, where half of it stays. */
static size_t part_before(const char *line, size_t at, size_t *len, size_t next)
{
	size_t end = at + *len, begin = next;

	if (line[next] == '\0' || end == at)
		return next;
	while (holds_together(line, end, begin)) {
		begin = end;
		while (begin > at && line[begin - 1] != ' ')
			begin--;
		end = begin;
		while (end > at && line[end - 1] == ' ')
			end--;
		if (end - at < *len / 2 || end == at)
			return next;
	}
	*len = end - at;
	return begin;
}

/* Within width; each row but the last is ended, whose columns are returned. */
static int add_rows(struct str *out, const char *text, int width, int first,
		    int hanging)
{
	struct str clean = STR_INIT;
	const char *line;
	int columns = 0;
	size_t at = 0;

	text_clean(text, false, &clean);
	line = str_text(&clean);
	while (line[at] != '\0') {
		int indent = at == 0 ? first : hanging;
		size_t len, next = text_wrap(line, at, width - indent, &len);

		if (next <= at)
			break;
		next = part_before(line, at, &len, next);
		if (at > 0)
			str_add_char(out, '\n');
		blanks(out, indent);
		str_add_n(out, line + at, len);
		columns = indent + text_width_n(line + at, len);
		at = next;
	}
	str_release(&clean);
	return columns;
}

void slip_add_wrapped(const struct slip *slip, const char *text, int first,
		      int hanging)
{
	if (slip->page != NULL) {
		slip_page_wrapped(slip->page, text, first, hanging);
		return;
	}
	if (add_rows(slip->out, text, slip->columns, first, hanging) > 0)
		str_add_char(slip->out, '\n');
}

/* The next of several lines, which the caller frees; NULL: there is none. */
static char *take_line(const char **text)
{
	size_t len;
	char *line;

	if (*text == NULL || **text == '\0')
		return NULL;
	len = strcspn(*text, "\n");
	line = mem_copy_n(*text, len);
	*text += len + ((*text)[len] == '\n');
	return line;
}

void slip_add_lines(const struct slip *slip, const char *text, int first,
		    int hanging)
{
	char *line;

	while ((line = take_line(&text)) != NULL) {
		slip_add_wrapped(slip, line, first, hanging);
		free(line);
	}
}

void slip_add_facts(const struct slip *slip, const char *text)
{
	char *line;

	while ((line = take_line(&text)) != NULL) {
		char *colon = strstr(line, ": ");

		if (colon != NULL && colon - line <= LABEL_MAX &&
		    !str_is_blank(colon + 2)) {
			*colon = '\0';
			slip_add_labelled(slip, line, colon + 2);
		} else {
			slip_add_wrapped(slip, line, 0, 4);
		}
		free(line);
	}
}

void slip_add_warning(const struct slip *slip, const char *text)
{
	char *line;

	while ((line = take_line(&text)) != NULL) {
		if (slip->page != NULL)
			slip_page_warning(slip->page, line);
		else
			slip_add_wrapped(slip, line, 0, 4);
		free(line);
	}
}

void slip_add_above(const struct slip *slip, const char *text)
{
	if (slip->page != NULL)
		slip_page_above(slip->page, text);
	else
		slip_add_wrapped(slip, text != NULL ? text : "", 0, 2);
}

void slip_add_title(const struct slip *slip, const char *text)
{
	if (slip->page != NULL) {
		slip_page_title(slip->page, text);
		return;
	}
	slip_add_wrapped(slip, text != NULL ? text : "", 0, 2);
}

void slip_add_heading(const struct slip *slip, const char *text)
{
	if (slip->page != NULL) {
		slip_page_heading(slip->page, text);
		return;
	}
	slip_add_wrapped(slip, text, 0, 2);
}

void slip_add_label(const struct slip *slip, const char *text)
{
	if (slip->page != NULL)
		slip_page_label(slip->page, text);
	else
		slip_add_wrapped(slip, text, 0, 2);
}

void slip_add_lead(const struct slip *slip, const char *text)
{
	if (slip->page != NULL)
		slip_page_lead(slip->page, text);
	else
		slip_add_wrapped(slip, text, 2, 2);
}

/* One size of letters is all that there is. It stands alone, and as it is
 * written: blanks between its letters would look like a part of it. */
void slip_add_large(const struct slip *slip, const char *text)
{
	struct str clean = STR_INIT;

	if (slip->page != NULL) {
		slip_page_large(slip->page, text);
		return;
	}
	text_clean(text, false, &clean);
	str_add_char(slip->out, '\n');
	blanks(slip->out, (slip->columns - text_width(str_text(&clean))) / 2);
	str_addf(slip->out, "%s\n\n", str_text(&clean));
	str_release(&clean);
}

void slip_add_labelled(const struct slip *slip, const char *label,
		       const char *text)
{
	struct str line = STR_INIT;

	if (slip->page != NULL) {
		slip_page_labelled(slip->page, label, text);
		return;
	}
	if (str_is_blank(text))
		return;
	str_addf(&line, "%s: %s", label, text);
	slip_add_wrapped(slip, str_text(&line), 0, 4);
	str_release(&line);
}

void slip_add_scale(const struct slip *slip, int number, const char *sentence,
		    int top)
{
	bool is_beside = slip->columns >= MARKS_BESIDE;
	int width = is_beside ? slip->columns - MARKS_COLUMNS : slip->columns;
	struct str line = STR_INIT;
	int used;

	if (slip->page != NULL) {
		slip_page_scale(slip->page, number, sentence, top);
		return;
	}
	str_addf(&line, "%d. %s", number, sentence);
	used = add_rows(slip->out, str_text(&line), width, 0, SENTENCE_INDENT);
	if (is_beside) {
		blanks(slip->out, width + 2 - used);
	} else {
		str_add_char(slip->out, '\n');
		blanks(slip->out, SENTENCE_INDENT);
	}
	for (int mark = top; mark > 0; mark--)
		str_addf(slip->out, mark > 1 ? "%d   " : "%d\n", mark);
	str_release(&line);
}

void slip_add_rule(const struct slip *slip)
{
	if (slip->page != NULL) {
		slip_page_rule(slip->page);
		return;
	}
	for (int i = 0; i < slip->columns; i++)
		str_add_char(slip->out, '-');
	str_add_char(slip->out, '\n');
}

void slip_add_gap(const struct slip *slip)
{
	if (slip->page != NULL) {
		slip_page_gap(slip->page);
		return;
	}
	str_add_char(slip->out, '\n');
}

void slip_add_blank(const struct slip *slip, const char *label)
{
	if (slip->page != NULL) {
		slip_page_blank(slip->page, label);
		return;
	}
	slip_add_wrapped(slip, label, 0, 0);
	slip_add_gap(slip);
}

void slip_add_room(const struct slip *slip, int lines)
{
	if (slip->page != NULL) {
		slip_page_room(slip->page, lines);
		return;
	}
	for (int i = 0; i < lines; i++) {
		for (int column = 0; column < slip->columns; column++)
			str_add_char(slip->out, '_');
		str_add(slip->out, "\n\n");
	}
}
