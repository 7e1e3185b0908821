/*
 * given_voice.c - what feedback, ideas and thanks give to the totals of their
 * days
 *
 * What a card says is counted sentence by sentence and answer by answer, so
 * that its distribution is the days' sum. Nothing is counted by who served.
 */
#include "given.h"

#include <stdio.h>

static void count(const struct given_feedback *feedback, const char *figure,
		  const char *part, given_fn *give, void *state)
{
	const struct fact fact = {.site_id = feedback->site_id,
				  .length = FACT_COUNT,
				  .n = 1,
				  .record_id = feedback->feedback_id,
				  .day = feedback->noted_on.text,
				  .figure = figure,
				  .part = part};

	give(state, &fact);
}

void given_by_feedback(const struct given_feedback *feedback, given_fn *give,
		       void *state)
{
	char part[24];

	count(feedback, "feedback", feedback->is_card ? "card" : "said", give,
	      state);
	for (int i = 0; i < CARD_QUESTIONS; i++) {
		if (feedback->marks[i] == 0)
			continue;
		snprintf(part, sizeof(part), "%d.%d", i + 1,
			 feedback->marks[i]);
		count(feedback, "mark", part, give, state);
	}
	if (!feedback->has_comment)
		return;
	snprintf(part, sizeof(part), "%lld", (long long)feedback->feedback_id);
	count(feedback, "comment", part, give, state);
}

void given_once(const struct given_once *once, given_fn *give, void *state)
{
	const struct fact fact = {.site_id = once->site_id,
				  .length = FACT_COUNT,
				  .n = 1,
				  .day = once->on.text,
				  .figure = once->figure,
				  .part = once->part};

	give(state, &fact);
}
