/* The bench runs: nothing here is held to a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "place.h"
#include "run.h"

static const char *const operations[] = {
    "start to first screen",
    "a key on the terminal",
    "keystroke, 1 letter",
    "keystroke, 8 letters",
    "keystroke, two prefixes",
    "keystroke, two whole words",
    "keystroke, two common whole words",
    "keystroke, numbers, streets, topics",
    "commit: begin a visit",
    "commit: save what is typed",
    "commit: finish a visit",
    "commit: hand off",
    "commit: log a topic",
    "commit: one more in line",
    "commit: call next",
    "reading a history",
    "the same, of 500 visits",
    "opening a history, recorded",
    "the line and the counts",
    "the day",
    "the day after a commit",
    "a week",
    "sixteen writers",
    "refused ",
    "memory:",
};

static void run_well(const char *const argv[], struct run *run)
{
	run_program(argv, NULL, run);
	if (run->status != 0)
		fail_msg("%s ended with %d: %s", argv[0], run->status,
			 str_text(&run->complaints));
}

static void the_bench_runs_and_prints_every_operation(void **state)
{
	struct place place;
	struct run run;
	char store[128];

	(void)state;
	place_open(&place);
	place_path(&place, "store.db", store, sizeof(store));
	const char *const generate[] = {
	    BENCH_GENERATE, store,	 "--residents", "500", "--visits",
	    "1500",	    "--audited", "20",		NULL};
	const char *const bench[] = {BENCH,   store, "--program", FRONTDESK,
				     "--few", "1",   NULL};
	const char *const check[] = {FRONTDESK, "--store", store, "check",
				     NULL};

	run_well(generate, &run);
	run_release(&run);
	run_well(bench, &run);
	for (size_t i = 0; i < sizeof(operations) / sizeof(*operations); i++)
		if (strstr(str_text(&run.out), operations[i]) == NULL)
			fail_msg("“%s” was not measured:\n%s", operations[i],
				 str_text(&run.out));
	run_release(&run);
	/* What was measured was a real store, and still is one. */
	run_well(check, &run);
	run_release(&run);
	place_close(&place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_bench_runs_and_prints_every_operation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
