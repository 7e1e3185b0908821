/*
 * frontdesk day and what summary says of a closed day, run as a program.
 * Everybody in the store is invented.
 */
#include "closed_day.h"

#include <stdio.h>
#include <string.h>

#include "frontdesk/base/json.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/visit.h"
#include "paper.h"
#include "place.h"
#include "run.h"

static struct place place;

#define DAY(run, fixture, ...)                                                 \
	do {                                                                   \
		set_clock(fixture);                                            \
		RUN(run, "--store", (fixture)->path, __VA_ARGS__);             \
	} while (0)

static void set_clock(const struct fixture *fixture)
{
	char path[128];

	run_set_clock(place_path(&place, "clock", path, sizeof(path)),
		      fixture->clock.now);
}

/* It is evening. */
static void become(struct fixture *fixture, enum role role)
{
	fixture_account(fixture, role);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_pass(fixture, 3 * CLOCK_HOUR);
}

static int64_t log_one(struct fixture *fixture)
{
	const struct paper paper = paper_served(RESULT_ANSWERED);

	return paper_enter(fixture, &paper, NULL);
}

static void
a_closed_day_is_printed_as_it_was_and_says_what_changed(void **state)
{
	static const char *const forms[] = {"text", "csv", "json"};
	struct fixture *fixture = *state;
	struct error err = {0};
	struct run first[3], run;
	int64_t visit_id;

	become(fixture, ROLE_SUPERVISOR);
	log_one(fixture);
	visit_id = log_one(fixture);
	DAY(&run, fixture, "day", "close", "today", "--remark",
	    "Permit system down 10 to 11:30", "--remark", "Two windows");
	run_expect(&run, 0,
		   "2026-11-23 is closed with 2 visits: from now on it is "
		   "given out as it is.\n",
		   "");
	for (size_t i = 0; i < 3; i++) {
		DAY(&first[i], fixture, "summary", "--format", forms[i]);
		assert_string_equal(str_text(&first[i].complaints), "");
	}
	assert_non_null(strstr(str_text(&first[0].out),
			       "Remark: Permit system down 10 to 11:30"));
	assert_null(strchr(str_text(&first[0].out), '\f'));
	DAY(&run, fixture, "summary", "--form-feeds");
	assert_non_null(strchr(str_text(&run.out), '\f'));
	run_release(&run);
	fixture_ok(desk_void_visit(fixture->desk, visit_id, "mistake", &err));
	for (size_t i = 0; i < 3; i++) {
		DAY(&run, fixture, "summary", "--format", forms[i]);
		assert_string_equal(str_text(&run.out),
				    str_text(&first[i].out));
		assert_non_null(
		    strstr(str_text(&run.complaints),
			   "this is 2026-11-23 as it was closed; "));
		assert_non_null(strstr(str_text(&run.complaints),
				       " corrected: frontdesk summary "));
		assert_int_equal(run.status, 0);
		run_release(&run);
		run_release(&first[i]);
	}
	/* Of many days it is what the records say. */
	DAY(&run, fixture, "summary", "--week", "today", "--format", "csv");
	run_expect(&run, 0, "visits,served,1\r\n", "");
}

static void corrections_are_said_in_each_form(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct json *json, *items;
	struct run run;

	become(fixture, ROLE_SUPERVISOR);
	log_one(fixture);
	DAY(&run, fixture, "summary", "--corrections");
	run_expect(&run, 0, "No day from 2026-11-17 to 2026-11-23 is closed.",
		   "");
	DAY(&run, fixture, "summary", "--corrections", "--from=2026-11-20",
	    "--to=2026-11-19");
	run_expect(&run, 2, "",
		   "the last day, 2026-11-19, lies before the first one, "
		   "2026-11-20: put them the other way round");
	DAY(&run, fixture, "day", "close");
	run_expect(&run, 0, "is closed", "");
	DAY(&run, fixture, "summary", "--corrections");
	run_expect(&run, 0, "Nothing has changed since.", "");
	log_one(fixture);
	DAY(&run, fixture, "day", "remark", "today", "One came after five");
	run_expect(&run, 0, "The remark stands beside", "");
	DAY(&run, fixture, "summary", "--corrections", "--day=today");
	assert_non_null(strstr(str_text(&run.out), "pm by T. Tester: One"));
	run_expect(&run, 0, "    Served: 1, now 2\n", "");
	DAY(&run, fixture, "summary", "--corrections", "--format=csv");
	assert_int_equal(
	    strncmp(str_text(&run.out), "day,kind,figure,part,was,is\r\n", 29),
	    0);
	assert_non_null(
	    strstr(str_text(&run.out),
		   "2026-11-23,remark,,T. Tester,,One came after five\r\n"));
	run_expect(&run, 0, "2026-11-23,corrected,visits,served,1,2\r\n", "");
	DAY(&run, fixture, "summary", "--corrections", "--format=json");
	assert_true(json_parse(str_text(&run.out), run.out.len, &json, &err));
	assert_int_equal(json_count(json), 1);
	items = json_get(json_at(json, 0), "corrections");
	assert_string_equal(json_get_text(json_at(items, 0), "figure"),
			    "visits");
	assert_string_equal(json_get_text(json_at(items, 0), "was"), "1");
	assert_string_equal(json_get_text(json_at(items, 0), "is"), "2");
	json_free(json);
	run_release(&run);
}

static void what_cannot_be_closed_is_said_in_one_line(void **state)
{
	struct fixture *fixture = *state;
	struct run run;

	closed_day_begin_before(fixture, 3);
	become(fixture, ROLE_SUPERVISOR);
	DAY(&run, fixture, "day", "close", "2026-11-24");
	run_expect_refused(&run, 2);
	DAY(&run, fixture, "day", "close", "1990-01-01");
	run_expect(&run, 2, "",
		   "1990-01-01 lies before the first record, of 2026-11-20: "
		   "there is nothing to close. Is the year right?\n");
	DAY(&run, fixture, "day", "remark", "today", "Too early");
	run_expect_refused(&run, 1);
	DAY(&run, fixture, "day", "close", "--remark", "1", "--remark", "2",
	    "--remark", "3", "--remark", "4");
	run_expect(&run, 2, "", "--remark: three at most");
	DAY(&run, fixture, "day");
	run_expect(&run, 2, "", "use it as");
	DAY(&run, fixture, "day", "close", "yesterday");
	run_expect(&run, 0, "2026-11-22 is closed", "");
	DAY(&run, fixture, "day", "close", "yesterday");
	run_expect_refused(&run, 1);
}

/* The closing is moved to a site of which nothing else is known. */
static void close_library(struct fixture *fixture)
{
	struct run run;

	become(fixture, ROLE_SUPERVISOR);
	log_one(fixture);
	DAY(&run, fixture, "day", "close", "--remark", "Printer out");
	run_expect(&run, 0, "is closed", "");
	fixture_write(fixture, "INSERT INTO site (uuid, name, time_zone)"
			       " VALUES ('library', 'Library',"
			       " 'America/Los_Angeles')");
	fixture_write(fixture, "UPDATE day_closing SET site_id = (SELECT"
			       " site_id FROM site WHERE name = 'Library')");
}

static void another_sites_closed_day_is_given_out_as_it_was_closed(void **state)
{
	static const char *const forms[] = {"text", "csv", "json"};
	struct fixture *fixture = *state;
	struct run run;

	close_library(fixture);
	for (size_t i = 0; i < 3; i++) {
		DAY(&run, fixture, "summary", "--site", "library", "--day",
		    "today", "--format", forms[i]);
		run_expect(&run, 0, "Printer out",
			   "frontdesk summary --site \"library\" --day "
			   "2026-11-23 --corrections");
	}
	DAY(&run, fixture, "summary", "--site=library", "--format=csv",
	    "--output", place.path);
	run_expect(&run, 0, "", "this is 2026-11-23 as it was closed");
	DAY(&run, fixture, "summary");
	assert_null(strstr(str_text(&run.out), "Printer out"));
	run_expect(&run, 0, "may still change", "");
	DAY(&run, fixture, "summary", "--corrections", "--site", "library");
	run_expect(&run, 0, "Closed on Monday", "");
	DAY(&run, fixture, "summary", "--corrections");
	run_expect(&run, 0, "No day from", "");
}

static void corrections_refuse_what_they_would_pass_over(void **state)
{
	static const char *const refused[] = {
	    "--all-sites", "--department=planning", "--topic=fence", "--names",
	    "--form-feeds"};
	struct fixture *fixture = *state;
	struct run run;

	become(fixture, ROLE_SUPERVISOR);
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		DAY(&run, fixture, "summary", "--corrections", refused[i]);
		run_expect(&run, 2, "",
			   "--corrections are of one site's closed days, "
			   "without names: leave --");
	}
}

/* Tangsa, which Unicode has since 2021. */
static void letters_without_a_font_are_said_each_time(void **state)
{
	struct fixture *fixture = *state;
	char path[128];
	struct run run;

	become(fixture, ROLE_SUPERVISOR);
	DAY(&run, fixture, "day", "close", "--remark",
	    "Sign says \U00016A70\U00016A71");
	run_expect(&run, 0, "is closed", "");
	place_path(&place, "day.pdf", path, sizeof(path));
	for (int i = 0; i < 2; i++) {
		DAY(&run, fixture, "summary", "--format=pdf", "--output", path);
		run_expect(&run, 0, "",
			   "2 letters have no font on this machine and are "
			   "boxes in the PDF; install the fonts");
	}
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM day_paper WHERE"
					" form LIKE 'pdf%'"),
			 0);
}

/* At 2:14 pm, who forgot it on Friday. */
static void where_today_cannot_be_closed_the_day_before_is_named(void **state)
{
	struct fixture *fixture = *state;
	struct run run;

	closed_day_begin_before(fixture, 3);
	fixture_account(fixture, ROLE_SUPERVISOR);
	DAY(&run, fixture, "day", "close");
	run_expect(&run, 2, "",
		   "today can be closed from 4:30 pm on. Fri Nov 20 is not "
		   "closed yet. \"frontdesk day close 2026-11-20\" closes "
		   "that.\n");
	DAY(&run, fixture, "day", "close", "2026-11-20");
	run_expect(&run, 0, "2026-11-20 is closed", "");
	DAY(&run, fixture, "day", "close");
	run_expect(&run, 2, "",
		   "today can be closed from 4:30 pm on: it cannot be "
		   "undone.\n");
}

static void
open_visits_are_named_until_it_is_said_that_they_may_stay(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t visit_id;
	struct run run;

	become(fixture, ROLE_SUPERVISOR);
	for (int i = 0; i < 5; i++)
		fixture_ok(desk_join_line(fixture->desk, 0, 0,
					  fixture->topics[FIXTURE_DOG], NULL,
					  &visit_id, &err));
	DAY(&run, fixture, "day", "close");
	assert_non_null(strstr(str_text(&run.complaints),
			       "  waits in line, Dog licence, came 5:14 pm\n"));
	run_expect(&run, 1, "",
		   "5 visits of 2026-11-23 are open: finish them first, or "
		   "close the day with them (--with-open)\n");
	DAY(&run, fixture, "day", "close", "--with-open");
	run_expect(&run, 0, "2026-11-23 is closed with 5 visits", "");
}

/* What docs/administrator.md tells an auditor to do. */
static void the_head_on_the_paper_is_the_one_of_its_entry(void **state)
{
	struct fixture *fixture = *state;
	struct run paper, run;
	char number[24] = "";
	const char *at;

	become(fixture, ROLE_SUPERVISOR);
	log_one(fixture);
	DAY(&run, fixture, "day", "close");
	run_release(&run);
	log_one(fixture);
	DAY(&paper, fixture, "summary");
	at = strstr(str_text(&paper.out), "AUDIT (entries: ");
	assert_non_null(at);
	assert_int_equal(sscanf(at, "AUDIT (entries: %20[0-9])", number), 1);
	at = strstr(at, "  Head ");
	DAY(&run, fixture, "check", "--entry", number);
	run_expect(&run, 0, at, "");
	DAY(&run, fixture, "check");
	assert_null(strstr(str_text(&run.out), at));
	run_expect(&run, 0, "Audit, entries: ", "");
	run_release(&paper);
	DAY(&run, fixture, "check", "--entry", "99999999");
	run_expect_refused(&run, 1);
	DAY(&run, fixture, "check", "--entry", "last");
	run_expect_refused(&run, 2);
}

static void a_clerk_closes_no_day(void **state)
{
	struct run run;

	become(*state, ROLE_CLERK);
	DAY(&run, (struct fixture *)*state, "day", "close");
	run_expect_refused(&run, 1);
}

static int set_up(void **state)
{
	place_open(&place);
	return fixture_setup(state);
}

static int tear_down(void **state)
{
	place_close(&place);
	return fixture_teardown(state);
}

#define DAY_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DAY_TEST(a_closed_day_is_printed_as_it_was_and_says_what_changed),
	    DAY_TEST(corrections_are_said_in_each_form),
	    DAY_TEST(what_cannot_be_closed_is_said_in_one_line),
	    DAY_TEST(letters_without_a_font_are_said_each_time),
	    DAY_TEST(another_sites_closed_day_is_given_out_as_it_was_closed),
	    DAY_TEST(corrections_refuse_what_they_would_pass_over),
	    DAY_TEST(where_today_cannot_be_closed_the_day_before_is_named),
	    DAY_TEST(open_visits_are_named_until_it_is_said_that_they_may_stay),
	    DAY_TEST(the_head_on_the_paper_is_the_one_of_its_entry),
	    DAY_TEST(a_clerk_closes_no_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
