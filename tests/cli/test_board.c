/*
 * test_board.c - frontdesk board, run as a program in the invented demo city
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/json.h"
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
	RUN(&run, "--demo", "--as", "sjohnson", "staff");
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

static void it_shows_line_windows_holds_and_promises(void **state)
{
	static const char *const wanted[] = {
	    "City Hall · Mon Nov 23  2:14 pm\n", "In line 3\n",
	    "At the windows ", "On hold ", "Promises due within the hour "};
	struct run run;

	(void)state;
	RUN(&run, "--demo", "--as", "sjohnson", "board");
	assert_int_equal(run.status, 0);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (strstr(str_text(&run.out), wanted[i]) == NULL)
			fail_msg("no \"%s\" in\n%s", wanted[i],
				 str_text(&run.out));
	run_release(&run);
}

static void a_program_reads_the_same_and_times_nobody_who_serves(void **state)
{
	struct json *all, *windows;
	struct error err = {0};
	struct run run;

	(void)state;
	RUN(&run, "--demo", "--as", "sjohnson", "board", "--format", "json");
	assert_int_equal(run.status, 0);
	assert_true(json_parse(str_text(&run.out), run.out.len, &all, &err));
	assert_int_equal(json_get_int(all, "waiting", -1), 3);
	assert_int_equal(json_count(json_get(all, "line")), 3);
	windows = json_get(all, "windows");
	assert_true(json_count(windows) > 0);
	for (size_t i = 0; i < json_count(windows); i++) {
		const struct json *one = json_at(windows, i);
		const char *stands = json_get_text(one, "state");

		if (stands != NULL && strcmp(stands, "serving") == 0)
			assert_null(json_get(one, "since_ms"));
	}
	json_free(all);
	run_release(&run);
}

static void a_clerk_is_refused(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "--demo", "board");
	run_expect(&run, 1, "", "only a supervisor may do this");
}

static void another_form_is_wrong_usage(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "--demo", "board", "--format", "csv");
	run_expect(&run, 2, "", "use it as: frontdesk board");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_shows_line_windows_holds_and_promises),
	    cmocka_unit_test(
		a_program_reads_the_same_and_times_nobody_who_serves),
	    cmocka_unit_test(a_clerk_is_refused),
	    cmocka_unit_test(another_form_is_wrong_usage),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
