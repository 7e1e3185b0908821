/*
 * test_slip.c - what a visitor takes home, without the screens
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>
#include <pwd.h>
#include <unistd.h>

#include "place.h"
#include "run.h"

#define NOW 1795472040000 /* Monday, November 23, 2026, 2:14 pm */

static struct place place;
static char reference[16];

static void put_lp(const char *body)
{
	char path[128], list[512];
	FILE *file;

	file = fopen(place_path(&place, "lp", path, sizeof(path)), "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\ncd '%s'\n%s\n", place.path, body);
	fclose(file);
	assert_int_equal(chmod(path, 0700), 0);
	snprintf(list, sizeof(list), "%s:/usr/bin:/bin", place.path);
	assert_int_equal(setenv("PATH", list, 1), 0);
}

static int setup(void **state)
{
	char path[128];
	struct run run;
	const char *found;

	(void)state;
	place_open(&place);
	run_set_clock(place_path(&place, "clock", path, sizeof(path)), NOW);
	RUN_WITH(&run, "2468\n", "init", "--city", "Mesa Alta", "--zone",
		 "America/Los_Angeles", "--site", "City Hall", "--window",
		 "Window 1", "--supervisor", "M. Hale", "--login",
		 getpwuid(getuid())->pw_name, "--pin-file", "-");
	run_expect(&run, 0, "The store lies in", "");
	RUN(&run, "log", "--topic", "fence permit", "--channel", "message",
	    "--result", "opened");
	run_expect(&run, 0, "V-", "");
	RUN(&run, "export", "all");
	found = strstr(str_text(&run.out), "\"R-");
	assert_non_null(found);
	snprintf(reference, sizeof(reference), "%.10s", found + 1);
	run_release(&run);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

/* Of the one message of the day. */
static void expect_acknowledged(int count)
{
	char part[80];
	struct run run;

	snprintf(part, sizeof(part),
		 "\"message\": {\n      \"n\": 1,\n      \"count\": %d", count);
	RUN(&run, "summary", "--format", "json");
	run_expect(&run, 0, part, "");
}

static void
its_text_goes_to_standard_output_and_acknowledges_nothing(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "slip", reference);
	run_expect(&run, 0, "Mesa Alta\nCity Hall\n---", "");
	RUN(&run, "slip", reference, "--width", "42");
	run_expect(&run, 0,
		   "\n------------------------------------------\n"
		   "YOUR REQUEST\n",
		   "");
	RUN(&run, "slip", reference);
	run_expect(&run, 0, "Received: Monday, November 23, 2026\n", "");
	expect_acknowledged(0);
}

static void what_there_is_no_slip_of_is_refused_in_words(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "slip", reference, "--of", "promise");
	run_expect(&run, 1, "", "no promise of R-");
	RUN(&run, "slip", reference, "--of", "hand-off");
	run_expect(&run, 1, "", "is handed off to nobody");
	RUN(&run, "slip", reference, "--of", "permit");
	run_expect(&run, 2, "", "there is no slip of \"permit\"");
	RUN(&run, "slip", reference, "--width", "9");
	run_expect(&run, 2, "", "--width is a number from 32 to 120");
	RUN(&run, "slip", reference, "--width", "42x");
	run_expect(&run, 2, "", "--width is a number");
	RUN(&run, "slip", "fence");
	run_expect(&run, 2, "", "is no reference of a request");
	RUN(&run, "slip");
	run_expect(&run, 2, "", "use it as: frontdesk slip REFERENCE");
}

static void printed_it_acknowledges_once(void **state)
{
	struct run run;
	char path[160];

	(void)state;
	put_lp("cat >paper\nexit 1");
	RUN(&run, "slip", reference, "--print");
	run_expect(&run, 1, "", "not printed; see to the printer");
	expect_acknowledged(0);
	put_lp("cat >paper\necho \"$@\" >arguments\n"
	       "echo 'request id is front-3 (1 file)'");
	RUN(&run, "slip", reference, "--print=front", "--width=42");
	run_expect(&run, 0, "Printed: front-3\nR-", "");
	RUN(&run, "slip", reference, "--print");
	assert_null(strstr(str_text(&run.out), "acknowledged"));
	run_expect(&run, 0, "Printed: front-3\n", "");
	assert_int_equal(
	    access(place_path(&place, "paper", path, sizeof(path)), R_OK), 0);
	expect_acknowledged(1);
	RUN(&run, "check");
	run_expect(&run, 0, "", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		its_text_goes_to_standard_output_and_acknowledges_nothing,
		setup, teardown),
	    cmocka_unit_test_setup_teardown(
		what_there_is_no_slip_of_is_refused_in_words, setup, teardown),
	    cmocka_unit_test_setup_teardown(printed_it_acknowledges_once, setup,
					    teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
