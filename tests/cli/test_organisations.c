/*
 * test_organisations.c - organisations in and out on the command line;
 * everybody in it is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pwd.h>
#include <unistd.h>

#include "place.h"
#include "run.h"

#define NOW 1795472040000 /* Monday, November 23, 2026, 2:14 pm */

static struct place place;

static int make(void **state)
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
	return 0;
}

static int remove_all(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static void they_come_in_are_found_and_go_out(void **state)
{
	struct run run;

	(void)state;
	RUN_WITH(&run, "name,telephone\nGarden Club,951-555-0141\n", "import",
		 "organisations", "-", "--dry-run");
	run_expect(&run, 0, "It would add 1 and change 0", "");
	RUN_WITH(&run, "name,telephone\nGarden Club,951-555-0141\n", "import",
		 "organisations", "-");
	run_expect(&run, 0, "Added 1, changed 0", "");
	RUN(&run, "find", "garden");
	run_expect(&run, 0, "Garden Club", "");
	RUN(&run, "export", "organisations");
	run_expect(&run, 0, "Garden Club,951-555-0141,,,,", "");
}

static void a_row_that_names_nobody_is_said_with_its_line(void **state)
{
	struct run run;

	(void)state;
	RUN_WITH(&run, "name,people\nMesa Roofing,P-000-0000 owner\n", "import",
		 "organisations", "-");
	run_expect(&run, 1, "", "line 2, people: \"P-000-0000\"");
	RUN(&run, "find", "roofing");
	run_expect(&run, 1, "", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(they_come_in_are_found_and_go_out),
	    cmocka_unit_test(a_row_that_names_nobody_is_said_with_its_line),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
