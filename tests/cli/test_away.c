/*
 * test_away.c - frontdesk staff away and back, run as a program; everybody in
 * it is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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
	RUN(&run, "--demo", "staff");
	assert_int_equal(run.status, 0);
	run_release(&run);
	return 0;
}

static int remove_all(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static void somebody_is_away_and_back_again(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "--demo", "staff", "away", "aruiz", "--from", "tomorrow",
	    "--to", "dec 2");
	run_expect(&run, 0, "A. Ruiz: out Tue Nov 24 to Wed Dec 2\n", "");
	RUN(&run, "--demo", "staff");
	run_expect(&run, 0, "out Tue Nov 24 to Wed Dec 2", "");
	RUN(&run, "--demo", "staff", "back", "aruiz");
	run_expect(&run, 0, "A. Ruiz: in until 5 pm\n", "");
	RUN(&run, "--demo", "staff", "back", "aruiz");
	run_expect(&run, 1, "", "no absence of \"aruiz\" is noted");
}

static void another_is_a_supervisors_to_note(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "--demo", "staff", "away", "kosei");
	run_expect(&run, 1, "", "they note it themselves, or a supervisor");
	RUN(&run, "--demo", "--as", "sjohnson", "staff", "away", "kosei");
	run_expect(&run, 0, "K. Osei: out until Mon Nov 23", "");
}

static void a_day_that_cannot_be_is_wrong_usage(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "--demo", "staff", "away", "aruiz", "--from", "dec 4", "--to",
	    "dec 2");
	run_expect(&run, 2, "", "the last day lies before the first one.");
	RUN(&run, "--demo", "staff", "away", "nobody");
	run_expect(&run, 1, "", "nobody active has the login");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(somebody_is_away_and_back_again),
	    cmocka_unit_test(another_is_a_supervisors_to_note),
	    cmocka_unit_test(a_day_that_cannot_be_is_wrong_usage),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
