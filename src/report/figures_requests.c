/*
 * figures_requests.c - the walk over a summary: requests and what came of them
 */
#include "figures.h"

#include <stddef.h>

static void walk_listed(const struct figures *figures,
			const struct listed *item)
{
	figures_text(figures, "reference", item->reference);
	figures_text(figures, "topic", item->topic);
	figures_text(figures, "department", item->department);
	if (figures->with_names && item->who != NULL)
		figures_text(figures, "who", item->who);
}

static void walk_not_acknowledged(const struct figures *figures,
				  const struct listed_list *list)
{
	figures_open_list(figures, "not_acknowledged");
	for (size_t i = 0; i < list->count; i++) {
		const struct listed *item = &list->items[i];

		figures_open(figures, NULL);
		walk_listed(figures, item);
		if (item->acknowledged_on.text[0] == '\0')
			figures->sink->none(figures->state, "acknowledged_on");
		else
			figures_text(figures, "acknowledged_on",
				     item->acknowledged_on.text);
		figures_close(figures);
	}
	figures_close(figures);
}

static void walk_two_hops(const struct figures *figures,
			  const struct listed_list *list)
{
	figures_open_list(figures, "two_hops");
	for (size_t i = 0; i < list->count; i++) {
		figures_open(figures, NULL);
		walk_listed(figures, &list->items[i]);
		figures_number(figures, "hops", list->items[i].hops);
		figures_close(figures);
	}
	figures_close(figures);
}

static void walk_could_not(const struct figures *figures,
			   const struct listed_list *list)
{
	figures_open_list(figures, "listed");
	for (size_t i = 0; i < list->count; i++) {
		const struct listed *item = &list->items[i];

		figures_open(figures, NULL);
		walk_listed(figures, item);
		figures_text(figures, "reason", item->detail);
		figures_text(figures, "tried", item->tried);
		figures_text(figures, "alternative", item->alternative);
		figures_text(figures, "appeal", item->appeal);
		figures_close(figures);
	}
	figures_close(figures);
}

static void walk_acknowledged(const struct figures *figures,
			      const struct summary *summary)
{
	figures_open(figures, "acknowledged");
	figures_ratio(figures, "counter",
		      summary->acknowledged_counter.same_day,
		      summary->acknowledged_counter.received);
	figures_ratio(figures, "message",
		      summary->acknowledged_message.same_day,
		      summary->acknowledged_message.received);
	walk_not_acknowledged(figures, &summary->not_acknowledged);
	figures_close(figures);

	figures_ratio(figures, "first_contact", summary->first_contact_resolved,
		      summary->first_contact_n);
}

static void walk_four(const struct figures *figures, int64_t n,
		      const int64_t counts[4])
{
	figures_number(figures, "n", n);
	figures_number(figures, "1", counts[0]);
	figures_number(figures, "2", counts[1]);
	figures_number(figures, "3", counts[2]);
	figures_number(figures, "4_and_more", counts[3]);
}

static void walk_contacts(const struct figures *figures,
			  const struct summary *summary)
{
	figures_open(figures, "contacts");
	walk_four(figures, summary->contacts_n, summary->contacts);
	figures_close(figures);

	figures_open(figures, "touches");
	walk_four(figures, summary->touches_n, summary->touches);
	walk_two_hops(figures, &summary->two_hops);
	figures_close(figures);
}

static void walk_handoffs(const struct figures *figures,
			  const struct summary *summary)
{
	figures_open(figures, "handoffs");
	figures_number(figures, "offered", summary->handoffs_offered);
	figures_number(figures, "accepted", summary->handoffs_accepted);
	figures_number(figures, "returned", summary->handoffs_returned);
	figures_number(figures, "pending", summary->handoffs_pending);
	figures_open(figures, "accept");
	figures_lengths(figures, &summary->handoff_accept);
	figures_close(figures);
	figures_close(figures);

	figures_open(figures, "promises");
	figures_number(figures, "due", summary->promises_due);
	figures_ratio(figures, "kept", summary->promises_kept,
		      summary_promises_fallen_due(summary));
	figures_number(figures, "missed", summary->promises_missed);
	figures_number(figures, "not_due_yet",
		       summary->promises_due -
			   summary_promises_fallen_due(summary));
	figures_number(figures, "renewed", summary->promises_renewed);
	figures_number(figures, "withdrawn", summary->promises_withdrawn);
	figures_close(figures);
}

static void walk_results(const struct figures *figures,
			 const struct summary *summary)
{
	figures_open(figures, "results");
	for (int i = RESULT_NONE + 1; i < RESULT_COUNT; i++)
		figures_number(figures, result_name((enum result)i),
			       summary->results[i]);
	figures_close(figures);

	figures_open(figures, "could_not");
	figures_number(figures, "n", summary->results[RESULT_COULD_NOT]);
	walk_could_not(figures, &summary->could_not);
	figures_close(figures);

	figures_open(figures, "concerns");
	figures_number(figures, "recorded", summary->concerns_recorded);
	figures_number(figures, "open", summary->concerns_open);
	figures_number(figures, "to_tell", summary->to_tell);
	figures_close(figures);
}

static void walk_unanswered(const struct figures *figures,
			    const struct listed_list *list)
{
	figures_open_list(figures, "listed");
	for (size_t i = 0; i < list->count; i++) {
		const struct listed *item = &list->items[i];

		figures_open(figures, NULL);
		figures_text(figures, "topic", item->topic);
		figures_text(figures, "department", item->department);
		figures_text(figures, "reference", item->reference);
		figures_text(figures, "asked_on", item->acknowledged_on.text);
		if (figures->with_names && item->who != NULL)
			figures_text(figures, "question", item->who);
		figures_close(figures);
	}
	figures_close(figures);
}

static void walk_knowledge(const struct figures *figures,
			   const struct summary *summary)
{
	figures_open(figures, "knowledge");
	figures_number(figures, "cards", summary->topic_cards);
	figures_number(figures, "stale_cards", summary->stale_cards);
	figures_ratio(figures, "required_asked", summary->required_asked,
		      summary->required_n);
	figures_open(figures, "unanswered");
	figures_number(figures, "noted", summary->unanswered_noted);
	figures_number(figures, "answered", summary->unanswered_answered);
	figures_number(figures, "open", summary->unanswered_open);
	walk_unanswered(figures, &summary->unanswered);
	figures_close(figures);
	figures_close(figures);
}

static void walk_windows(const struct figures *figures,
			 const struct summary *summary)
{
	if (summary_is_part(summary)) {
		figures->sink->none(figures->state, "windows");
		return;
	}
	figures_open(figures, "windows");
	figures_ratio(figures, "opened_with_briefing", summary->with_briefing,
		      summary->windows_opened);
	figures_close(figures);
}

static void walk_topics(const struct figures *figures,
			const struct summary *summary)
{
	figures_open_list(figures, "topics");
	for (size_t i = 0; i < summary->topics.count; i++) {
		figures_open(figures, NULL);
		figures_text(figures, "topic", summary->topics.items[i].name);
		figures_number(figures, "requests",
			       summary->topics.items[i].count);
		figures_close(figures);
	}
	figures_close(figures);
}

void figures_walk_requests(const struct figures *figures,
			   const struct summary *summary)
{
	walk_acknowledged(figures, summary);
	walk_contacts(figures, summary);
	walk_handoffs(figures, summary);
	walk_results(figures, summary);
	walk_windows(figures, summary);
	figures_walk_patterns(figures, summary);
	figures_walk_notices(figures, summary);
	figures_walk_voices(figures, summary);
	walk_knowledge(figures, summary);
	walk_topics(figures, summary);
}
