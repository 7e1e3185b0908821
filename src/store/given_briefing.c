/*
 * given_briefing.c - what a briefing gives to the totals of its day
 */
#include "given.h"

void given_by_briefing(const struct given_briefing *briefing, given_fn *give,
		       void *state)
{
	const struct fact fact = {.site_id = briefing->site_id,
				  .length = FACT_COUNT,
				  .n = 1,
				  .day = briefing->shown_on.text,
				  .figure = "briefing",
				  .part =
				      briefing->is_seen ? "seen" : "not_seen"};

	give(state, &fact);
}
