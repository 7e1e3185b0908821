/*
 * comment_card.c - the comment card on paper, offered at the end of a visit
 */
#include "frontdesk/report/comment_card.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"

#define MARKS_COLUMNS 19  /* "5   4   3   2   1" and the room before it */
#define MARKS_BESIDE 60	  /* columns; with less they stand below */
#define SENTENCE_INDENT 3 /* "1. " */
#define LINES_TO_WRITE 4

static void blanks(struct str *out, int count)
{
	for (int i = 0; i < count; i++)
		str_add_char(out, ' ');
}

/* Wrapped to width, each row after the first moved in; without the end of the
 * last one, whose columns are returned. */
static int add_wrapped(struct str *out, const char *text, int width, int moved)
{
	struct str clean = STR_INIT;
	int columns = 0;
	size_t at = 0;

	text_clean(text, false, &clean);
	while (str_text(&clean)[at] != '\0') {
		int indent = at == 0 ? 0 : moved;
		size_t len, next = text_wrap(str_text(&clean), at,
					     width - indent, &len);

		if (next <= at)
			break;
		if (at > 0)
			str_add_char(out, '\n');
		blanks(out, indent);
		str_add_n(out, str_text(&clean) + at, len);
		columns = indent + text_width_n(str_text(&clean) + at, len);
		at = next;
	}
	str_release(&clean);
	return columns;
}

static void add_text(struct str *out, const char *text, int columns)
{
	add_wrapped(out, text, columns, 0);
	str_add(out, "\n\n");
}

static void add_marks(struct str *out)
{
	for (int mark = CARD_MARK_MAX; mark > 0; mark--)
		str_addf(out, mark > 1 ? "%d   " : "%d\n", mark);
}

static void add_sentence(struct str *out, int number, const char *words,
			 int columns)
{
	bool is_beside = columns >= MARKS_BESIDE;
	int width = is_beside ? columns - MARKS_COLUMNS : columns;
	struct str line = STR_INIT;
	int used;

	str_addf(&line, "%d. %s", number, words);
	used = add_wrapped(out, str_text(&line), width, SENTENCE_INDENT);
	if (is_beside) {
		blanks(out, columns - MARKS_COLUMNS + 2 - used);
	} else {
		str_add_char(out, '\n');
		blanks(out, SENTENCE_INDENT);
	}
	add_marks(out);
	str_add_char(out, '\n');
	str_release(&line);
}

void comment_card_format(const struct card_text *text, const char *city,
			 const char *reference, int columns, struct str *out)
{
	struct str line = STR_INIT;

	str_addf(&line, "%s · %s", city != NULL ? city : "", reference);
	add_text(out, str_text(&line), columns);
	add_text(out, text->parts[CARD_TITLE], columns);
	add_text(out, text->parts[CARD_INTRO], columns);
	add_text(out, text->parts[CARD_SCALE], columns);
	for (int i = 0; i < CARD_QUESTIONS; i++)
		add_sentence(out, i + 1, text->parts[i], columns);
	add_text(out, text->parts[CARD_COMMENT], columns);
	for (int i = 0; i < LINES_TO_WRITE; i++) {
		for (int column = 0; column < columns; column++)
			str_add_char(out, '_');
		str_add(out, "\n\n");
	}
	add_wrapped(out, text->parts[CARD_BACK], columns, 0);
	str_add_char(out, '\n');
	str_release(&line);
}
