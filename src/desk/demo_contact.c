/*
 * demo_contact.c - what somebody said, and what they answered
 */
#include <stdlib.h>
#include <string.h>

#include "demo_history.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

enum {
	TELEPHONES = 100, /* 555-0100 to 555-0199 */
	HOUSES = 2600,
};

/* One of the parts of text between bars; the caller frees it. */
static char *pick_part(struct demo_history *history, const char *text)
{
	size_t count = 1, which;

	for (const char *at = text; *at != '\0'; at++)
		count += *at == '|';
	which = demo_index(&history->random, count);
	while (which-- > 0)
		text = strchr(text, '|') + 1;
	return mem_copy_n(text, strcspn(text, "|"));
}

static char *new_place(struct demo_history *history)
{
	const struct table *streets = &history->demo->streets;
	struct str place = STR_INIT;

	str_addf(&place, "%d %s",
		 11000 + demo_between(&history->random, 0, HOUSES) * 5,
		 table_text(streets,
			    demo_index(&history->random, streets->count),
			    "street"));
	return str_take(&place);
}

/* From answers.tsv; "{street}" is the place that the request concerns. */
static char *known_answer(struct demo_history *history, const char *code,
			  const char *label, struct contact *contact)
{
	const struct table *answers = &history->demo->answers;

	for (size_t i = 0; i < answers->count; i++) {
		if (!str_same(table_text(answers, i, "topic"), code) ||
		    !str_same(table_text(answers, i, "label"), label))
			continue;
		if (strcmp(table_text(answers, i, "values"), "{street}") != 0)
			return pick_part(history,
					 table_text(answers, i, "values"));
		if (contact->place == NULL)
			contact->place = new_place(history);
		return mem_copy(contact->place);
	}
	return NULL;
}

static char *any_answer(struct demo_history *history, const char *code,
			const struct question *question,
			struct contact *contact)
{
	switch (question->kind) {
	case QUESTION_CHOICE:
		return pick_part(history, question->choices);
	case QUESTION_YES_NO:
		return mem_copy(demo_chance(&history->random, 60) ? "yes"
								  : "no");
	case QUESTION_DATE:
		return mem_copy(day_plus(history->day,
					 demo_between(&history->random, 2, 40))
				    .text);
	default:
		return known_answer(history, code, question->label, contact);
	}
}

/* Numbers from elsewhere are found again, so they stand beside the answers. */
static void keep_number(struct contact *contact, const char *label,
			const char *value)
{
	static const struct {
		const char *label;
		enum number_kind kind;
	} numbers[] = {
	    {"Permit", NUMBER_PERMIT},
	    {"Account", NUMBER_ACCOUNT},
	    {"Licence", NUMBER_LICENCE},
	    {"Ticket", NUMBER_OTHER},
	};

	for (size_t i = 0; i < MEM_COUNT(numbers); i++)
		if (strcmp(numbers[i].label, label) == 0)
			contact_add_number(contact, numbers[i].kind, value);
}

static void answer(struct demo_history *history, const struct topic *topic,
		   const struct question *question, struct contact *contact)
{
	int roll = demo_between(&history->random, 1, 100);
	char *value;

	if (roll > (question->is_required ? 93 : 70))
		return; /* not asked, in the rush */
	value = any_answer(history, topic->code, question, contact);
	if (value == NULL || roll <= 4) {
		contact_set_answer(contact, question->question_id, NULL, false);
	} else {
		contact_set_answer(contact, question->question_id, value, true);
		keep_number(contact, question->label, value);
	}
	free(value);
}

static char *text_of(const struct table *said, size_t row, const char *column)
{
	const char *text = table_text(said, row, column);

	return mem_copy(text != NULL ? text : "");
}

void demo_fill_contact(struct demo_history *history, size_t said,
		       struct contact *contact)
{
	const struct table *table = &history->demo->said;
	const struct topic *topic =
	    &history->demo->topics[history->topic_of_said[said]];
	struct error unused = {0};

	contact->topic_id = topic->topic_id;
	contact->words = text_of(table, said, "words");
	contact->concern = text_of(table, said, "concern");
	contact->done = text_of(table, said, "done");
	contact->result_text = text_of(table, said, "result_text");
	result_parse(table_text(table, said, "result"), &contact->result,
		     &unused);
	if (contact->result == RESULT_COULD_NOT) {
		contact->tried = text_of(table, said, "tried");
		contact->alternative = mem_copy(topic->alternative);
		contact->appeal = mem_copy(topic->appeal);
	}
	for (size_t i = 0; i < topic->question_count; i++)
		answer(history, topic, &topic->questions[i], contact);
	if (contact->place == NULL)
		contact->place = mem_copy("");
}
