/*
 * test_alike.c - what is not spelled so, on the command line; everybody is
 * invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <pwd.h>
#include <unistd.h>

#include "place.h"
#include "run.h"

#define NOW 1795472040000 /* Monday, November 23, 2026, 2:14 pm */

static struct place place;

static int setup(void **state)
{
	char path[128];
	struct run run;

	(void)state;
	place_open(&place);
	run_set_clock(place_path(&place, "clock", path, sizeof(path)), NOW);
	RUN_WITH(&run, "2468\n", "init", "--city", "Mesa Alta", "--zone",
		 "America/Los_Angeles", "--site", "City Hall", "--window",
		 "Window 1", "--supervisor", "M. Hale", "--login",
		 getpwuid(getuid())->pw_name, "--pin-file", "-");
	run_expect(&run, 0, "The store lies in", "");
	RUN_WITH(&run,
		 "title,given,surname\nMs.,Elena,Alvarez\nMr.,John,Smith\n",
		 "import", "residents", "-");
	run_expect(&run, 0, "Added 2", "");
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static void a_typo_finds_and_says_that_it_is_similar(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "find", "alvarex");
	run_expect(&run, 0, "Alvarez, Ms. Elena  · similar\n", "");
	RUN(&run, "find", "jon", "smyth");
	run_expect(&run, 0, "Smith, Mr. John  · similar\n", "");
	RUN(&run, "find", "alvarex", "--format", "json");
	run_expect(&run, 0, "\"similar\":true}", "");
	RUN(&run, "find", "alvarez", "--format", "json");
	run_expect(&run, 0, "\"similar\":false}", "");
	RUN(&run, "find", "qqqq");
	run_expect(&run, 1, "", "nothing matches");
}

/* Whoever writes a record names one, and nobody who is like it. */
static void a_visit_is_never_logged_for_somebody_similar(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "log", "--resident", "alvarex", "--topic", "x");
	assert_int_not_equal(run.status, 0);
	assert_null(strstr(str_text(&run.out), "V-"));
	run_release(&run);
}

static void a_dry_run_lists_who_may_be_known(void **state)
{
	static const char csv[] = "given,surname\nJon,Smith\nJon,Smith\n"
				  "Carl,Weber\n";
	struct run run;

	(void)state;
	RUN_WITH(&run, csv, "import", "residents", "-", "--dry-run");
	assert_int_equal(run.status, 0);
	assert_non_null(strstr(str_text(&run.out), "It would add 3"));
	assert_non_null(
	    strstr(str_text(&run.out), "Perhaps known already: 2.\n"));
	assert_non_null(strstr(str_text(&run.out), "line 2 is like P-"));
	assert_non_null(
	    strstr(str_text(&run.out), ": Smith, Mr. John · similar\n"));
	assert_non_null(
	    strstr(str_text(&run.out), "line 3 is like line 2: Smith, Jon\n"));
	run_release(&run);
	RUN_WITH(&run, csv, "import", "residents", "-");
	run_expect(&run, 0, "Added 3", "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_typo_finds_and_says_that_it_is_similar),
	    TEST(a_visit_is_never_logged_for_somebody_similar),
	    TEST(a_dry_run_lists_who_may_be_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
