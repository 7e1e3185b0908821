/*
 * day_said.c - what visitors said, and what colleagues did: as tables
 */
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"

#define MARK_COLUMNS 6

/* How often each answer was given to one sentence, and who left it blank. */
static void add_distribution(const struct day_table *table,
			     enum card_question question)
{
	const struct summary *summary = table->summary;
	const int64_t *marks = summary->marks[question];
	int64_t blank = summary->cards;
	struct str value = STR_INIT, label = STR_INIT;

	for (int mark = CARD_MARK_MAX; mark > 0; mark--) {
		str_addf(&value, "%*lld", MARK_COLUMNS,
			 (long long)marks[mark - 1]);
		blank -= marks[mark - 1];
	}
	str_addf(&value, "%*lld", MARK_COLUMNS, (long long)blank);
	str_addf(&label, "  %s", card_question_words(question));
	day_table_row(table, str_text(&label), str_text(&value));
	str_release(&label);
	str_release(&value);
}

static void add_distributions(const struct day_table *table)
{
	struct str head = STR_INIT;

	for (int mark = CARD_MARK_MAX; mark > 0; mark--)
		str_addf(&head, "%*d", MARK_COLUMNS, mark);
	str_addf(&head, " %s", _("blank"));
	day_table_row(table, _("  5: agree strongly, 1: disagree strongly"),
		      str_text(&head));
	str_release(&head);
	for (int i = 0; i < CARD_QUESTIONS; i++)
		add_distribution(table, (enum card_question)i);
}

void day_table_said(const struct day_table *table)
{
	const struct summary *summary = table->summary;

	day_table_heading(table, "%s", _("WHAT WAS SAID OF US"));
	day_table_number(table, _("Comment cards that came back"),
			 summary->cards);
	if (summary->cards > 0)
		add_distributions(table);
	day_table_number(table, _("Comments, on cards and aloud"),
			 (int64_t)summary->comments.count);
	day_table_number(table, _("  said aloud"), summary->said);
	day_table_number(table, _("Ideas, new"), summary->ideas_new);
	day_table_number(table, _("Ideas, decided"), summary->ideas_decided);
	for (int i = IDEA_TAKEN_UP; i < IDEA_STATES; i++) {
		struct str label = STR_INIT;

		str_addf(&label, "  %s", idea_state_words((enum idea_state)i));
		day_table_number(table, str_text(&label),
				 summary->ideas_by_decision[i]);
		str_release(&label);
	}
	day_table_number(table, _("Ideas, answer read by the author"),
			 summary->ideas_answered);
	day_table_number(table, _("Thanks to colleagues"), summary->thanks);
	day_table_number(table, _("  from visitors"),
			 summary->thanks_of_visitors);
}

void day_table_comments(const struct day_table *table)
{
	const struct listed_list *comments = &table->summary->comments;

	day_table_heading(table, "%s (%zu)", _("COMMENTS"), comments->count);
	if (comments->count == 0)
		day_lines_add(table->lines, DAY_LINE_ROW, table->width,
			      _("  None."));
	for (size_t i = 0; i < comments->count; i++) {
		const struct listed *item = &comments->items[i];
		struct str text = STR_INIT;

		str_addf(&text, "  %s  %s, %s", item->reference, item->topic,
			 item->department);
		/* Words of a visitor may hold a name. */
		if (table->with_names)
			str_addf(&text, ": %s", item->detail);
		day_lines_wrap(table->lines, DAY_LINE_ROW, table->width, 6,
			       str_text(&text));
		str_release(&text);
	}
}
