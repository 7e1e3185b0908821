/*
 * demo_plan.c - a day at the counter: who comes when, waits and is served
 *
 * One clerk is there all day, a second in the busy hours; calls and messages
 * are taken in between by whoever is not at the windows. The waits follow from
 * that, as they do in life.
 */
#include "demo_history.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"

enum {
	OPENS = 8 * 60,
	LAST_ARRIVAL = 16 * 60 + 40,
	LAST_READ = 17 * 60 + 10, /* messages, before everybody goes */
	PATIENCE = 21,		  /* minutes; some leave after that */
	QUIET_DAYS = 9, /* before today: the first clerk promises nothing */
};

/* How many of a hundred come in each hour from eight. */
static const int busy_hours[] = {9, 13, 15, 13, 9, 12, 12, 10, 7};

static int64_t seconds(struct demo_history *history, int from, int to)
{
	return demo_between(&history->random, from, to) * CLOCK_SECOND;
}

static int arrival_minute(struct demo_history *history)
{
	int roll = demo_between(&history->random, 1, 100);
	int hour = 0;

	while (hour < 8 && roll > busy_hours[hour])
		roll -= busy_hours[hour++];
	return OPENS + hour * 60 + demo_between(&history->random, 0, 59);
}

static struct demo_visit *add_visit(struct demo_history *history)
{
	struct demo_visit *visit;

	history->visits = mem_resize(history->visits, history->visit_count + 1,
				     sizeof(*history->visits));
	visit = &history->visits[history->visit_count++];
	memset(visit, 0, sizeof(*visit));
	return visit;
}

static void plan_arrivals(struct demo_history *history)
{
	int count = demo_between(&history->random, 35, 54) +
		    (day_weekday(history->day) == 1 ? 6 : 0);

	for (int i = 0; i < count; i++) {
		struct demo_visit *visit = add_visit(history);
		int minute = arrival_minute(history);

		if (minute > LAST_ARRIVAL)
			minute = LAST_ARRIVAL;
		visit->arrived_at =
		    demo_instant(history->demo, history->day, minute) +
		    seconds(history, 0, 59);
		visit->channel = demo_pick_channel(history);
		visit->said = demo_pick_said(history);
		visit->is_return = visit->channel != CHANNEL_APPOINTMENT &&
				   demo_chance(&history->random, 12);
		demo_pick_people(history, visit);
	}
}

static int by_arrival(const void *a, const void *b)
{
	const struct demo_visit *one = a, *other = b;

	return one->arrived_at < other->arrived_at   ? -1
	       : one->arrived_at > other->arrived_at ? 1
						     : 0;
}

/* How long it takes, by what comes of it. */
static int64_t service_length(struct demo_history *history,
			      const struct demo_visit *visit)
{
	const char *result =
	    table_text(&history->demo->said, visit->said, "result");

	if (strcmp(result, "given") == 0 || strcmp(result, "not_ours") == 0)
		return seconds(history, 60, 240);
	if (strcmp(result, "answered") == 0)
		return seconds(history, 90, 420);
	return seconds(history, 240, 780);
}

static void plan_hold(struct demo_history *history, struct demo_visit *visit,
		      int64_t length)
{
	if (length < 3 * CLOCK_MINUTE || !demo_chance(&history->random, 14))
		return;
	visit->hold_began_at = visit->begun_at + length / 2;
	visit->hold_ended_at = visit->hold_began_at + seconds(history, 40, 240);
	visit->hold_reason = demo_note(history, "hold");
	visit->ended_at += visit->hold_ended_at - visit->hold_began_at;
}

/* Begun outside the line: taken as soon as it is there. */
static void plan_outside(struct demo_history *history, struct demo_visit *visit,
			 const struct demo_person *clerk)
{
	int64_t length = service_length(history, visit);
	int64_t last = demo_instant(history->demo, history->day, LAST_READ);

	visit->clerk = clerk;
	visit->begun_at = visit->arrived_at;
	if (visit->channel == CHANNEL_MESSAGE)
		visit->begun_at +=
		    demo_between(&history->random, 5, 90) * CLOCK_MINUTE;
	if (visit->begun_at > last)
		visit->begun_at = last;
	visit->ended_at = visit->begun_at + length;
}

/* A window: who sits there, and from when they are free again. */
struct seat {
	const struct demo_person *clerk;
	int64_t free_at;
};

/* The second one is there in the busy hours alone. */
static int64_t seat_free(const struct demo_history *history,
			 const struct seat *seats, size_t which, int64_t at)
{
	static const int there[][2] = {{10 * 60, 11 * 60 + 45},
				       {12 * 60 + 30, 14 * 60 + 30}};
	int64_t free_at = seats[which].free_at > at ? seats[which].free_at : at;

	if (which == 0)
		return free_at;
	for (size_t i = 0; i < MEM_COUNT(there); i++) {
		int64_t from =
		    demo_instant(history->demo, history->day, there[i][0]);
		int64_t to =
		    demo_instant(history->demo, history->day, there[i][1]);

		if (free_at < to)
			return free_at > from ? free_at : from;
	}
	return INT64_MAX;
}

static void plan_in_line(struct demo_history *history, struct demo_visit *visit,
			 struct seat *seats)
{
	int64_t at = visit->arrived_at + seconds(history, 15, 150);
	int64_t first = seat_free(history, seats, 0, at);
	int64_t second = seat_free(history, seats, 1, at);
	struct seat *seat = second < first ? &seats[1] : &seats[0];
	int64_t length = service_length(history, visit);

	visit->called_at = second < first ? second : first;
	visit->clerk = seat->clerk;
	if (visit->called_at - visit->arrived_at > PATIENCE * CLOCK_MINUTE &&
	    demo_chance(&history->random, 60)) {
		visit->is_left = true;
		visit->called_at = 0;
		visit->ended_at = visit->arrived_at +
				  seconds(history, 15 * 60, PATIENCE * 60);
		return;
	}
	visit->begun_at = visit->called_at + seconds(history, 8, 45);
	if (demo_chance(&history->random, 1)) { /* called, and gone already */
		visit->is_left = true;
		visit->ended_at = visit->begun_at + CLOCK_MINUTE;
		visit->begun_at = 0;
		return;
	}
	visit->ended_at = visit->begun_at + length;
	plan_hold(history, visit, length);
	seat->free_at = visit->ended_at + seconds(history, 60, 390);
}

/* What the first clerk promised lately is told in their own story. */
static void keep_quiet(struct demo_history *history, struct demo_visit *visit)
{
	const struct demo *demo = history->demo;

	if (visit->clerk != &demo->staff[0] ||
	    day_distance(history->day, demo->today) > QUIET_DAYS)
		return;
	visit->is_return = false;
	while (demo_is_lasting(history, visit->said))
		visit->said = demo_pick_said(history);
}

void demo_plan_day(struct demo_history *history)
{
	const struct demo *demo = history->demo;
	size_t turn = (size_t)day_distance(day_make(2000, 1, 1), history->day);
	struct seat seats[2] = {
	    {.clerk = &demo->staff[turn % demo->clerk_count]},
	    {.clerk = &demo->staff[(turn + 1) % demo->clerk_count]},
	};
	const struct demo_person *other =
	    &demo->staff[(turn + 2) % demo->clerk_count];

	history->visit_count = 0;
	plan_arrivals(history);
	qsort(history->visits, history->visit_count, sizeof(*history->visits),
	      by_arrival);
	for (size_t i = 0; i < history->visit_count; i++) {
		struct demo_visit *visit = &history->visits[i];

		if (visit->channel == CHANNEL_TELEPHONE ||
		    visit->channel == CHANNEL_MESSAGE)
			plan_outside(history, visit, other);
		else
			plan_in_line(history, visit, seats);
		keep_quiet(history, visit);
	}
}
