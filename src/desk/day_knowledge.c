/*
 * day_knowledge.c - cards, and questions that nobody could answer
 */
#include <stdio.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

struct reading {
	struct summary *out;
	bool with_names;
};

/* What they asked may hold a name: it stands where names do. */
static void add(const char *topic, const char *department,
		const char *reference, const char *words, const char *asked_on,
		void *state)
{
	struct reading *reading = state;
	struct listed_list *list = &reading->out->unanswered;
	struct listed *item;

	list->items =
	    mem_grow(list->items, list->count, sizeof(list->items[0]));
	item = &list->items[list->count++];
	*item = (struct listed){
	    .topic = mem_copy(topic != NULL ? topic : _("no topic noted")),
	    .department = mem_copy(department != NULL ? department : ""),
	    .reference = mem_copy(reference != NULL ? reference : ""),
	    .who = reading->with_names ? mem_copy(words) : NULL,
	};
	snprintf(item->acknowledged_on.text, sizeof(item->acknowledged_on.text),
		 "%s", asked_on);
	reading->out->unanswered_open++;
}

bool day_read_knowledge(struct db *db, const struct summary_range *range,
			bool with_names, struct summary *out, struct error *err)
{
	struct reading reading = {out, with_names};

	return summary_cards(db, range, &out->topic_cards, &out->stale_cards,
			     err) &&
	       summary_unanswered(db, range, &out->unanswered_noted,
				  &out->unanswered_answered, err) &&
	       summary_each_unanswered(db, range, add, &reading, err);
}
