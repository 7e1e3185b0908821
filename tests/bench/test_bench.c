/* The bench runs: nothing here is held to a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

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
    "keystroke, a slip in a surname",
    "keystroke, common names as they sound",
    "who is like a new resident",
    "commit: a new resident",
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
    "figures: a month, all sites",
    "figures: a year, one topic",
    "pages read, ",
    "summary --month: text",
    "summary --month: csv",
    "summary --month: json",
    "summary --month: pdf, names",
    "the month before, on the screen",
    "sixteen writers",
    "refused ",
    "memory:",
    "a cue, of 21 people",
    "allocations of 21 cues after the first of each: 0",
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

/* All but the instants, which count back from now. */
static const char *const contents[] = {
    "SELECT resident_id, reference, language, first_name_ok FROM %s.resident",
    "SELECT resident_id, title, given, given2, surname_prefix, surname, "
    "surname2, name_locale FROM %s.resident_name",
    "SELECT reach_id, kind, value, search_key FROM %s.reach",
    "SELECT organisation_id, name FROM %s.organisation",
    "SELECT recency, resident_id, folded FROM %s.search_name",
    "SELECT visit_id, reference, site_id, channel, state, topic_id, staff_id "
    "FROM %s.visit",
    "SELECT visit_id, resident_id, organisation_id FROM %s.visit_person",
    "SELECT request_id, reference, topic_id, place FROM %s.request",
    "SELECT contact_id, request_id, words, result FROM %s.contact",
    "SELECT request_number_id, value FROM %s.request_number",
    "SELECT handoff_id, request_id, to_staff_id FROM %s.handoff",
};

static void assert_same_contents(sqlite3 *both, const char *content)
{
	char first[256], second[256], sql[2048];
	sqlite3_stmt *row;

	snprintf(first, sizeof(first), content, "main");
	snprintf(second, sizeof(second), content, "other");
	snprintf(sql, sizeof(sql),
		 "SELECT (SELECT count(*) FROM (%s)), "
		 "(SELECT count(*) FROM (%s)), "
		 "(SELECT count(*) FROM (%s EXCEPT %s))",
		 first, second, first, second);
	assert_int_equal(sqlite3_prepare_v2(both, sql, -1, &row, NULL),
			 SQLITE_OK);
	assert_int_equal(sqlite3_step(row), SQLITE_ROW);
	if (sqlite3_column_int(row, 0) == 0 ||
	    sqlite3_column_int(row, 0) != sqlite3_column_int(row, 1) ||
	    sqlite3_column_int(row, 2) != 0)
		fail_msg("%s: %d and %d rows, %d of them differ", first,
			 sqlite3_column_int(row, 0), sqlite3_column_int(row, 1),
			 sqlite3_column_int(row, 2));
	sqlite3_finalize(row);
}

static void the_same_seed_gives_the_same_city(void **state)
{
	char stores[2][128], attach[256];
	struct place place;
	struct run run;
	sqlite3 *both;

	(void)state;
	place_open(&place);
	for (int i = 0; i < 2; i++) {
		place_path(&place, i == 0 ? "one.db" : "two.db", stores[i],
			   sizeof(stores[i]));
		const char *const generate[] = {
		    BENCH_GENERATE, stores[i], "--residents", "300",
		    "--visits",	    "900",     "--audited",   "20",
		    "--seed",	    "7",       NULL};

		run_well(generate, &run);
		run_release(&run);
	}
	assert_int_equal(sqlite3_open(stores[0], &both), SQLITE_OK);
	snprintf(attach, sizeof(attach), "ATTACH '%s' AS other", stores[1]);
	assert_int_equal(sqlite3_exec(both, attach, NULL, NULL, NULL),
			 SQLITE_OK);
	for (size_t i = 0; i < sizeof(contents) / sizeof(*contents); i++)
		assert_same_contents(both, contents[i]);
	sqlite3_close(both);
	place_close(&place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_bench_runs_and_prints_every_operation),
	    cmocka_unit_test(the_same_seed_gives_the_same_city),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
