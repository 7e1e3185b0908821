/*
 * demo_pick.c - who comes to the counter, by which way, and what for
 */
#include <string.h>

#include "demo_history.h"

enum {
	REGULARS = 120,
	FIRST_RESIDENT = 7, /* those before have stories of their own */
	LAST_RESIDENTS = 2, /* and so have the last of the list */
};

enum channel demo_pick_channel(struct demo_history *history)
{
	int roll = demo_between(&history->random, 1, 100);

	if (roll <= 70)
		return CHANNEL_WALK_IN;
	if (roll <= 86)
		return CHANNEL_TELEPHONE;
	return roll <= 93 ? CHANNEL_APPOINTMENT : CHANNEL_MESSAGE;
}

bool demo_is_lasting(const struct demo_history *history, size_t said)
{
	return table_text(&history->demo->said, said, "promise") != NULL;
}

size_t demo_pick_said(struct demo_history *history)
{
	const struct table *said = &history->demo->said;
	int roll = demo_between(&history->random, 1, history->said_weight);
	size_t row = 0;

	while (row + 1 < said->count &&
	       roll > table_int(said, row, "weight", 1))
		roll -= table_int(said, row++, "weight", 1);
	return row;
}

static size_t pick_resident(struct demo_history *history)
{
	size_t count =
	    history->demo->resident_count - FIRST_RESIDENT - LAST_RESIDENTS;

	if (count > REGULARS && demo_chance(&history->random, 45))
		count = REGULARS;
	return FIRST_RESIDENT + demo_index(&history->random, count);
}

static size_t index_of(const struct demo *demo, int64_t resident_id)
{
	for (size_t i = 0; i < demo->resident_count; i++)
		if (demo->residents[i].resident_id == resident_id)
			return i;
	return 0;
}

static bool may_organise(const struct demo_history *history, size_t said)
{
	const char *code = table_text(&history->demo->said, said, "topic");

	return strstr(code, "business") != NULL ||
	       strstr(code, "vendor") != NULL ||
	       strstr(code, "permit") != NULL || strcmp(code, "solar") == 0 ||
	       strcmp(code, "special-event") == 0;
}

void demo_pick_people(struct demo_history *history, struct demo_visit *visit)
{
	const struct demo *demo = history->demo;

	visit->is_named = visit->channel == CHANNEL_MESSAGE ||
			  visit->channel == CHANNEL_APPOINTMENT ||
			  demo_chance(&history->random, 70);
	visit->resident = pick_resident(history);
	if (!visit->is_named)
		return;
	if (may_organise(history, visit->said) &&
	    demo_chance(&history->random, 35)) {
		/* The first one, Kowalski Builders, has a story of its own. */
		visit->organisation =
		    1 +
		    demo_index(&history->random, demo->organisation_count - 1);
		visit->resident = index_of(
		    demo, demo->organisations[visit->organisation].resident_id);
		visit->is_for_organisation = true;
	} else if (visit->channel == CHANNEL_WALK_IN &&
		   demo_chance(&history->random, 6)) {
		visit->beside = pick_resident(history);
		visit->has_beside = visit->beside != visit->resident;
	}
}
