/*
 * demo_history.c - two months of days, one event after another up to now
 */
#include "demo_history.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"

enum {
	DAYS = 61, /* two months */
	NOTES_MAX = 32,
};

/* Whether a happens before b. */
static bool is_before(const struct demo_event *a, const struct demo_event *b)
{
	return a->at != b->at ? a->at < b->at : a->order < b->order;
}

static void swap(struct demo_event *a, struct demo_event *b)
{
	struct demo_event kept = *a;

	*a = *b;
	*b = kept;
}

void demo_plan_event(struct demo_history *history, int64_t at,
		     enum demo_event_kind kind, size_t index)
{
	size_t child = history->event_count++;
	struct demo_event *events;

	history->events = mem_resize(history->events, history->event_count,
				     sizeof(*history->events));
	events = history->events;
	events[child] = (struct demo_event){
	    .at = at, .order = history->order++, .kind = kind, .index = index};
	while (child > 0 &&
	       is_before(&events[child], &events[(child - 1) / 2])) {
		swap(&events[child], &events[(child - 1) / 2]);
		child = (child - 1) / 2;
	}
}

static struct demo_event take_event(struct demo_history *history)
{
	struct demo_event *events = history->events;
	struct demo_event first = events[0];
	size_t parent = 0, count = --history->event_count;

	events[0] = events[count];
	for (;;) {
		size_t child = 2 * parent + 1;

		if (child + 1 < count &&
		    is_before(&events[child + 1], &events[child]))
			child++;
		if (child >= count ||
		    !is_before(&events[child], &events[parent]))
			return first;
		swap(&events[child], &events[parent]);
		parent = child;
	}
}

const char *demo_note_by(const struct demo_history *history,
			 struct demo_random *random, const char *kind)
{
	const struct table *notes = &history->demo->notes;
	const char *found[NOTES_MAX];
	size_t count = 0;

	for (size_t i = 0; i < notes->count && count < NOTES_MAX; i++)
		if (strcmp(table_text(notes, i, "kind"), kind) == 0)
			found[count++] = table_text(notes, i, "text");
	return count > 0 ? found[demo_index(random, count)] : "";
}

const char *demo_note(struct demo_history *history, const char *kind)
{
	return demo_note_by(history, &history->random, kind);
}

static void plan_day(struct demo_history *history)
{
	demo_random_begin(&history->random, history->day);
	if (!demo_is_business_day(history->day))
		return;
	demo_plan_day(history);
	for (size_t i = 0; i < history->visit_count; i++)
		demo_plan_event(history, history->visits[i].ended_at,
				DEMO_VISIT, i);
}

/* Whether the day after the one that is planned begins before anything else
 * happens. */
static bool is_day_next(const struct demo_history *history, int64_t until)
{
	const struct demo *demo = history->demo;
	struct day next = day_plus(history->day, 1);
	int64_t at = zone_day_start(demo->zone, next);

	return at < until &&
	       (history->event_count == 0 || at <= history->events[0].at);
}

static void tell_progress(const struct demo_history *history)
{
	const struct demo *demo = history->demo;
	int left = day_distance(history->day, demo->today);

	if (demo->progress != NULL)
		demo->progress(_("two months of visits"),
			       10 + (DAYS - left) * 85 / DAYS);
}

static bool run(struct db *db, void *state, struct error *err)
{
	struct demo_history *history = state;

	history->db = db;
	for (;;) {
		struct demo_event event;

		if (is_day_next(history, history->until)) {
			history->day = day_plus(history->day, 1);
			plan_day(history);
			tell_progress(history);
			continue;
		}
		if (history->event_count == 0 ||
		    history->events[0].at >= history->until)
			return true;
		event = take_event(history);
		demo_move(history->demo, event.at);
		if (!demo_happen(history, &event, err))
			return false;
	}
}

/* Nobody else has this store yet, so the work is never run anew. */
bool demo_history_run(struct demo_history *history, int64_t until,
		      struct error *err)
{
	history->until = until;
	return db_transaction(history->demo->desk->db, run, history, err);
}

bool demo_history_begin(struct demo *demo, struct demo_history **out,
			struct error *err)
{
	struct demo_history *history = mem_new(1, sizeof(*history));
	const struct table *said = &demo->said;

	*out = history;
	history->demo = demo;
	history->day = day_plus(demo->today, -DAYS);
	demo_random_begin(&history->voices_random, history->day);
	history->topic_of_said =
	    mem_new(said->count, sizeof(*history->topic_of_said));
	for (size_t i = 0; i < said->count; i++) {
		size_t topic = demo_topic(demo, table_text(said, i, "topic"));

		if (topic == SIZE_MAX)
			return table_wrong(said, i, err,
					   _("there is no such topic"));
		history->topic_of_said[i] = topic;
		history->said_weight += table_int(said, i, "weight", 1);
	}
	return true;
}

void demo_history_free(struct demo_history *history)
{
	if (history == NULL)
		return;
	for (size_t i = 0; i < history->case_count; i++)
		free(history->cases[i].place);
	free(history->visits);
	free(history->voices);
	free(history->cases);
	free(history->events);
	free(history->topic_of_said);
	free(history);
}
