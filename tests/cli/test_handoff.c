/*
 * test_handoff.c - a request handed on, accepted and returned without the
 * screens, by several people of the demo city
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "place.h"
#include "run.h"

#define NOW 1795472040000 /* Monday, November 23, 2026, 2:14 pm */

static struct place place;
static char reference[16];

static int make(void **state)
{
	char path[128];
	struct run run;
	const char *found;

	(void)state;
	place_open(&place);
	run_set_clock(place_path(&place, "clock", path, sizeof(path)), NOW);
	RUN(&run, "--demo", "log", "--topic", "fence-permit", "--telephone",
	    "951-555-0142", "--result", "opened");
	assert_int_equal(run.status, 0);
	found = strstr(str_text(&run.out), " R-");
	assert_non_null(found);
	snprintf(reference, sizeof(reference), "%.10s", found + 1);
	run_release(&run);
	return 0;
}

static int remove_all(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

/* Offers it; its number. */
static void offer(const char *to, const char *asked, char number[24])
{
	struct run run;

	RUN(&run, "--demo", "handoff", "offer", reference, to, asked,
	    "--urgency", "today");
	assert_int_equal(run.status, 0);
	snprintf(number, 24, "%lld", strtoll(str_text(&run.out), NULL, 10));
	run_release(&run);
}

static void it_is_returned_and_taken_back(void **state)
{
	char number[24];
	struct run run;

	(void)state;
	offer("lweber", "Check the plan.", number);
	RUN(&run, "--demo", "--as", "lweber", "handoff", "show", number);
	run_expect(&run, 0, "L. Weber: Check the plan.\n\n", "");
	RUN(&run, "--demo", "--as", "lweber", "handoff", "return", number, "");
	run_expect(&run, 2, "", "");
	RUN(&run, "--demo", "--as", "lweber", "handoff", "return", number,
	    "There is no plan yet.");
	run_expect(&run, 0, "", "");
	RUN(&run, "--demo", "handoff");
	run_expect(&run, 0, "There is no plan yet.", "");
	RUN(&run, "--demo", "handoff", "take-back", number);
	run_expect(&run, 0, "", "");
}

static void it_is_accepted_with_what_and_by_when(void **state)
{
	char number[24];
	struct run run;

	(void)state;
	offer("Planning", "Measure the corner.", number);
	RUN(&run, "--demo", "--as", "kosei", "handoff", "--format", "json");
	run_expect(&run, 0, "TODAY · Fence permit · Measure the corner.", "");
	RUN(&run, "--demo", "--as", "kosei", "handoff", "accept", number,
	    "Measure it", "");
	run_expect(&run, 2, "", "");
	RUN(&run, "--demo", "--as", "kosei", "handoff", "accept", number,
	    "Measure it", "wed");
	run_expect(&run, 0, "", "");
	RUN(&run, "--demo", "--as", "kosei", "promise");
	run_expect(&run, 0, "Measure it", "");
	RUN(&run, "--demo", "--as", "kosei", "handoff", "accept", number,
	    "Measure it", "wed");
	run_expect(&run, 1, "", "");
}

static void what_cannot_be_is_refused_in_words(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "--demo", "handoff", "offer", reference, "Plumbing", "Look.");
	run_expect(&run, 2, "", "a login or a department's name");
	RUN(&run, "--demo", "handoff", "offer", reference, "kosei", "");
	run_expect(&run, 2, "", "");
	RUN(&run, "--demo", "handoff", "offer", reference, "kosei", "Look.",
	    "--urgency", "never");
	run_expect(&run, 2, "", "");
	RUN(&run, "--demo", "handoff", "show", "first");
	run_expect(&run, 2, "", "\"frontdesk handoff\" shows them");
	RUN(&run, "--demo", "--as", "nobody", "handoff");
	run_expect(&run, 1, "", "nobody in this demo has the login \"nobody\"");
	RUN(&run, "--demo", "patterns");
	run_expect(&run, 1, "", "supervisor");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_is_returned_and_taken_back),
	    cmocka_unit_test(it_is_accepted_with_what_and_by_when),
	    cmocka_unit_test(what_cannot_be_is_refused_in_words),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
