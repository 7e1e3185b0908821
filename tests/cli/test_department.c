/*
 * test_department.c - how hand-offs reach a department, set by an
 * administrator on the command line
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "new_store.h"
#include "run.h"

static struct place place;

static int setup(void **state)
{
	(void)state;
	new_store_make(&place, FRONTDESK_FIXED);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static void a_delivery_and_a_deputy_are_set_and_listed(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "department", "set", "Planning", "--delivery", "mail", "--to",
	    "planning@city.example", "--deputy", "Building and Safety",
	    "--telephone", "555-0150", "--place", "Window 4");
	run_expect(&run, 0, "", "");
	RUN(&run, "department");
	run_expect(&run, 0,
		   "mail to planning@city.example, deputy Building and Safety, "
		   "Window 4, 555-0150\n",
		   "");
	/* Only what is said changes; somebody of the staff may stand in. */
	RUN(&run, "department", "set", "Planning", "--deputy", "M. Hale");
	run_expect(&run, 0, "", "");
	RUN(&run, "department", "list");
	run_expect(&run, 0, "planning@city.example, deputy M. Hale, Window 4",
		   "");
	RUN(&run, "department", "set", "Planning", "--deputy", "", "--place",
	    "");
	run_expect(&run, 0, "", "");
	RUN(&run, "department");
	run_expect(&run, 0, "planning@city.example, 555-0150\n", "");
}

static void another_way_forgets_the_address_of_the_last(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "department", "set", "Planning", "--delivery", "mail", "--to",
	    "planning@city.example");
	run_expect(&run, 0, "", "");
	RUN(&run, "department", "set", "Planning", "--delivery", "printer");
	run_expect(&run, 0, "", "");
	RUN(&run, "department");
	run_expect(&run, 0, "printer, ", "");
	RUN(&run, "department", "set", "Planning", "--delivery", "mail");
	run_expect(&run, 2, "", "one e-mail address");
}

static void what_cannot_be_is_refused_in_words(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "department", "set", "Plumbing", "--place", "x");
	run_expect(&run, 1, "", "there is no department \"Plumbing\"");
	RUN(&run, "department", "set", "Planning", "--delivery", "pigeon");
	run_expect(&run, 2, "", "screen, printer and mail");
	RUN(&run, "department", "set", "Planning", "--delivery", "mail", "--to",
	    "a@b.example\nBcc: c@d.example");
	run_expect(&run, 2, "", "one e-mail address");
	RUN(&run, "department", "set", "Planning", "--delivery", "printer",
	    "--to", "-o raw");
	run_expect(&run, 2, "", "does not begin with a dash");
	RUN(&run, "department", "set", "Planning", "--deputy", "Planning");
	run_expect(&run, 2, "", "does not stand in for itself");
	RUN(&run, "department", "set", "Planning", "--deputy", "Nobody");
	run_expect(&run, 2, "", "nobody active is called \"Nobody\"");
	RUN(&run, "department", "rename", "Planning");
	run_expect(&run, 2, "", "use it as: frontdesk department");
}

static void the_sites_time_is_set_and_shown(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "site");
	run_expect(&run, 0, "after 120 minutes", "");
	RUN(&run, "site", "set", "--handoff-minutes", "45");
	run_expect(&run, 0, "", "");
	RUN(&run, "site");
	run_expect(&run, 0, "after 45 minutes", "");
	RUN(&run, "site", "set", "--handoff-minutes", "soon");
	run_expect(&run, 2, "", "a number from 1 to 10080");
	RUN(&run, "site", "set");
	run_expect(&run, 2, "", "use it as: frontdesk site");
}

static void only_an_administrator_changes_it(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "--demo", "department", "set", "Planning", "--place", "x");
	run_expect(&run, 1, "", "only an administrator");
	RUN(&run, "--demo", "site", "set", "--handoff-minutes", "5");
	run_expect(&run, 1, "", "only an administrator");
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_delivery_and_a_deputy_are_set_and_listed),
	    T(another_way_forgets_the_address_of_the_last),
	    T(what_cannot_be_is_refused_in_words),
	    T(the_sites_time_is_set_and_shown),
	    T(only_an_administrator_changes_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
