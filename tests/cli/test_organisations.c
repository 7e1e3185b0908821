/*
 * test_organisations.c - organisations in and out on the command line;
 * everybody in it is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "new_store.h"
#include "run.h"

static struct place place;

static int make(void **state)
{
	(void)state;
	new_store_make(&place, FRONTDESK_FIXED);
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
