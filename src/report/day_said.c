/*
 * day_said.c - what visitors said, and what colleagues did: as tables
 */
#include <stdio.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"

#define COLUMNS (CARD_MARK_MAX + 1) /* the marks from 5 to 1, and blank */

/* How often each answer was given to one sentence, and who left it blank. */
static void add_distribution(const struct day_table *table,
			     enum card_question question)
{
	const struct summary *summary = table->summary;
	const int64_t *marks = summary->marks[question];
	int64_t count, blank = summary->cards;
	char numbers[COLUMNS][24];
	const char *values[COLUMNS];
	struct str label = STR_INIT;

	for (int i = 0; i < COLUMNS; i++) {
		count =
		    i < CARD_MARK_MAX ? marks[CARD_MARK_MAX - 1 - i] : blank;
		blank -= count;
		snprintf(numbers[i], sizeof(numbers[i]), "%lld",
			 (long long)count);
		values[i] = numbers[i];
	}
	str_addf(&label, "  %s", card_question_words(question));
	day_table_cells(table, str_text(&label), values);
	str_release(&label);
}

static void add_distributions(const struct day_table *table)
{
	static const char *const marks[CARD_MARK_MAX] = {"5", "4", "3", "2",
							 "1"};
	const char *words[COLUMNS];

	for (int i = 0; i < CARD_MARK_MAX; i++)
		words[i] = marks[i];
	words[CARD_MARK_MAX] = _("blank");
	day_table_columns(
	    table, &(struct day_columns){
		       42, 6, 6, _("  5: agree strongly, 1: disagree strongly"),
		       words, COLUMNS});
	for (int i = 0; i < CARD_QUESTIONS; i++)
		add_distribution(table, (enum card_question)i);
}

static void add_ideas(const struct day_table *table)
{
	const struct summary *summary = table->summary;

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
	if (!summary_is_part(summary))
		add_ideas(table);
}

void day_table_comments(const struct day_table *table)
{
	const struct listed_list *comments = &table->summary->comments;

	day_table_heading(table, "%s (%zu)", _("COMMENTS"), comments->count);
	if (comments->count == 0)
		day_table_none(table);
	for (size_t i = 0; i < comments->count; i++) {
		const struct listed *item = &comments->items[i];
		struct str text = STR_INIT;

		str_addf(&text, "%s, %s", item->topic, item->department);
		/* Words of a visitor may hold a name. */
		if (table->with_names)
			str_addf(&text, ": %s", item->detail);
		day_table_entry(table, item->reference, str_text(&text));
		str_release(&text);
	}
}
