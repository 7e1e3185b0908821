/*
 * demo_voice.c - what invented visitors said of how they were served
 *
 * Its chance is its own: the days of the history fall as they would without.
 */
#include "demo_history.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/feedback.h"

enum {
	CARDS = 14,	   /* of a hundred who could take one along */
	SAID = 3,	   /* of a hundred: said at the counter */
	AT_ONCE = 60,	   /* of a hundred cards: put into the box at once */
	WITH_COMMENT = 45, /* of a hundred cards */
	BLANK = 6,	   /* of a hundred answers */
	CONTENT = 3,	   /* from this mark on the comment is a kind one */
	FIRST_MINUTE = 8 * 60 + 20,
	LAST_MINUTE = 16 * 60 + 30,
};

/* Into the box at once, or brought back some day. */
static int64_t comes_back_at(struct demo_history *history, int64_t ended_at)
{
	const struct demo *demo = history->demo;
	struct demo_random *random = &history->voices_random;
	int days = demo_between(random, 1, 4);
	int minute = demo_between(random, FIRST_MINUTE, LAST_MINUTE);

	if (demo_chance(random, AT_ONCE))
		return ended_at + 3 * CLOCK_MINUTE;
	return demo_instant(
	    demo, demo_business_day(zone_day(demo->zone, ended_at), days),
	    minute);
}

void demo_plan_voice(struct demo_history *history,
		     const struct demo_visit *visit, int64_t visit_id)
{
	struct demo_random *random = &history->voices_random;
	bool is_card = demo_chance(random, CARDS);
	struct demo_voice *voice;

	if (visit->is_left || visit->channel == CHANNEL_TELEPHONE ||
	    visit->channel == CHANNEL_MESSAGE ||
	    (!is_card && !demo_chance(random, SAID)))
		return;
	history->voices = mem_resize(history->voices, history->voice_count + 1,
				     sizeof(*history->voices));
	voice = &history->voices[history->voice_count];
	*voice = (struct demo_voice){visit_id, visit->clerk->staff_id, is_card};
	demo_plan_event(history,
			is_card ? comes_back_at(history, visit->ended_at)
				: visit->ended_at,
			DEMO_VOICE, history->voice_count++);
}

/* Around what the visit was to them as a whole. */
static int mark_around(struct demo_random *random, int whole)
{
	int mark = whole + demo_between(random, -1, 1);

	if (demo_chance(random, BLANK))
		return 0;
	return mark < 1 ? 1 : mark > CARD_MARK_MAX ? CARD_MARK_MAX : mark;
}

static int mark_of_the_whole(struct demo_random *random)
{
	int chance = demo_between(random, 1, 100);

	return chance <= 55   ? 5
	       : chance <= 82 ? 4
	       : chance <= 91 ? 3
	       : chance <= 96 ? 2
			      : 1;
}

bool demo_hear(struct demo_history *history, size_t index, int64_t at,
	       struct error *err)
{
	const struct demo_voice *voice = &history->voices[index];
	struct demo_random *random = &history->voices_random;
	int whole = mark_of_the_whole(random);
	struct feedback feedback = {
	    .visit_id = voice->visit_id,
	    .is_card = voice->is_card,
	    .site_id = history->demo->desk->site.site_id,
	    .at = at,
	    .noted_on = zone_day(history->demo->zone, at),
	    .noted_by = voice->noted_by,
	};

	for (int i = 0; voice->is_card && i < CARD_QUESTIONS; i++)
		feedback.marks[i] = i == 0 ? whole : mark_around(random, whole);
	if (!voice->is_card || demo_chance(random, WITH_COMMENT))
		feedback.comment = (char *)demo_note_by(
		    history, random,
		    whole >= CONTENT ? "comment" : "comment_poor");
	db_set_actor(history->db, voice->noted_by);
	return feedback_insert(history->db, &feedback, &feedback.feedback_id,
			       err);
}
