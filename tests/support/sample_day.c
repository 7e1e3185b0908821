/*
 * sample_day.c - a day that was put together by hand
 */
#include "sample_day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define MINUTES(n) ((n)*CLOCK_MINUTE)

/* Strings of the hand-made day live as long as the program. */
struct listed sample_refused[1] = {
    {.id = 7,
     .reference = "R-4K7-2M9X",
     .topic = "Fence permit",
     .department = "Planning",
     .detail = "over the height\nthat the zone allows",
     .alternative = "a hedge",
     .appeal = "",
     .who = "Ms. Elena Alvarez"},
};
static struct listed late[] = {
    {.id = 8,
     .reference = "R-0AB-C123",
     .topic = "Dog licence",
     .department = "Animal Services",
     .detail = "not yet",
     .alternative = "",
     .appeal = "",
     .who = "unnamed"},
};
static struct named_count topics[] = {{"Fence permit", 8, 0},
				      {"=Dog licence", 3, 0}};
static struct named_count holds[] = {{"copies", 2, MINUTES(3)}};

struct summary sample_day(void)
{
	struct summary summary = {
	    .from = {"2026-11-23"},
	    .to = {"2026-11-23"},
	    .site = "City Hall",
	    .city = "Mesa Alta",
	    .wait_target = MINUTES(10),
	    .visits = {.arrived = 12,
		       .served = 9,
		       .left = 2,
		       .open = 1,
		       .left_waiting = 1,
		       .left_called = 1,
		       .unnamed = 2,
		       .address_known = 7,
		       .address_unknown = 2},
	    .wait = {9, MINUTES(5), MINUTES(7), MINUTES(23)},
	    .wait_buckets = {4, 4, 1, 0},
	    .wait_within_target = 7,
	    .service = {9, 330000, 330500, MINUTES(65)},
	    .hold = {2, 90000, 90000, 120000},
	    .holds = {holds, 1},
	    .acknowledged_counter = {11, 10},
	    .not_acknowledged = {late, 1},
	    .first_contact_n = 11,
	    .first_contact_resolved = 8,
	    .could_not = {sample_refused, 1},
	    .topics = {topics, 2},
	};

	summary.by_channel[CHANNEL_WALK_IN] = summary.visits;
	summary.wait_by_channel[CHANNEL_WALK_IN] = summary.wait;
	summary.results[RESULT_ANSWERED] = 10;
	summary.results[RESULT_COULD_NOT] = 1;
	summary.hours[9] = 8;
	summary.hours[19] = 4;
	return summary;
}

void sample_contains(const char *text, const char *words)
{
	if (strstr(text, words) == NULL)
		fail_msg("\"%s\" is missing from:\n%s", words, text);
}
