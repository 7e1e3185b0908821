/*
 * What changes of a day that is closed: no byte of what was given out, and
 * never silently. Everybody here is invented.
 */
#include <string.h>

#include "closed_day.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/report/corrections.h"
#include "paper.h"
#include "sample_day.h"
#include "store/sqlite_engine.h"

static void what_follows_changes_no_byte_and_is_a_correction(void **state)
{
	static const char *const forms[] = {"text", "csv", "json"};
	struct fixture *fixture = *state;
	struct paper late = paper_served(RESULT_GIVEN);
	struct str first[3], named = STR_INIT, words = STR_INIT;
	struct corrections found;
	struct error err = {0};
	int64_t visits[2];

	closed_day_log(fixture, visits);
	closed_day_begin(fixture);
	closed_day_close(fixture);
	for (size_t i = 0; i < 3; i++)
		first[i] = closed_day_paper(fixture, forms[i], false);
	fixture_ok(corrections_find(fixture->desk, closed_day, &found, &err));
	assert_int_equal(found.count, 0);
	corrections_release(&found);

	fixture_ok(
	    desk_void_visit(fixture->desk, visits[1], "by mistake", &err));
	paper_enter(fixture, &late, NULL);
	paper_enter(fixture, &late, NULL);
	named = closed_day_paper(fixture, "text", true);
	for (size_t i = 0; i < 3; i++) {
		struct str again = closed_day_paper(fixture, forms[i], false);

		assert_string_equal(str_text(&again), str_text(&first[i]));
		str_release(&again);
		str_release(&first[i]);
	}
	/* Asked for afterwards: made of what was kept, names too. */
	sample_contains(str_text(&named), "2 people came");
	sample_contains(str_text(&named), "Ms. Elena Alvarez");
	str_release(&named);

	fixture_ok(corrections_find(fixture->desk, closed_day, &found, &err));
	for (size_t i = 0; i < found.count; i++) {
		correction_add_words(&found.items[i], &words);
		str_add(&words, "\n");
	}
	sample_contains(str_text(&words), "Served: 2, now 3\n");
	sample_contains(str_text(&words), "Results, item given: 0, now 2\n");
	sample_contains(str_text(&words), "Results, could not: 1, now 0\n");
	sample_contains(str_text(&words), "Requests by topic, Fence permit: "
					  "2, now 3\n");
	sample_contains(str_text(&words), ": listed, now not listed\n");
	assert_null(strstr(str_text(&words), "udit"));
	str_release(&words);
	corrections_release(&found);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

/* docs/figures.md */
static void the_example_of_the_figures(void **state)
{
	static const char *const expected[] = {"Arrived: 12, now 11\n",
					       "Served: 9, now 8\n",
					       "Results, answered: 9, now 8\n"};
	const struct paper served = paper_served(RESULT_ANSWERED);
	const struct paper left = {.arrived_at = paper_at(11, 0),
				   .ended_at = paper_at(11, 30),
				   .has_left = true};
	struct fixture *fixture = *state;
	struct closing_order order = {.day = closed_day, .with_open = true};
	struct corrections found;
	struct str words = STR_INIT, out;
	struct error err = {0};
	int64_t visit_id = 0, waiting;

	for (int i = 0; i < 9; i++)
		visit_id = paper_enter(fixture, &served, NULL);
	paper_enter(fixture, &left, NULL);
	paper_enter(fixture, &left, NULL);
	fixture_ok(desk_join_line(fixture->desk, 0, 0, 0, "dog licence",
				  &waiting, &err));
	closed_day_begin(fixture);
	fixture_ok(day_form_close(fixture->desk, &order, &err));
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_ok(desk_void_visit(fixture->desk, visit_id, "mistake", &err));
	out = closed_day_paper(fixture, "csv", false);
	sample_contains(str_text(&out), "visits,served,9\r\n");
	str_release(&out);
	fixture_ok(corrections_find(fixture->desk, closed_day, &found, &err));
	for (size_t i = 0; i < found.count; i++) {
		correction_add_words(&found.items[i], &words);
		str_add(&words, "\n");
	}
	for (size_t i = 0; i < MEM_COUNT(expected); i++)
		sample_contains(str_text(&words), expected[i]);
	corrections_release(&found);
	str_release(&words);
}

static void a_reopened_visit_is_a_correction(void **state)
{
	struct fixture *fixture = *state;
	struct corrections found;
	struct error err = {0};
	int64_t visits[2];
	bool is_there = false;

	closed_day_log(fixture, visits);
	closed_day_begin(fixture);
	closed_day_close(fixture);
	fixture_ok(desk_reopen_visit(fixture->desk, visits[1], &err));
	fixture_ok(corrections_find(fixture->desk, closed_day, &found, &err));
	for (size_t i = 0; i < found.count; i++) {
		const struct correction *item = &found.items[i];

		if (str_same(item->figure, "visits") &&
		    str_same(item->part, "open"))
			is_there = !item->went_on && str_same(item->is, "1");
	}
	assert_true(is_there);
	corrections_release(&found);
}

static void days_of_the_week_that_were_put_right_are_told(void **state)
{
	struct fixture *fixture = *state;
	struct closing_order order = {.day = day_plus(closed_day, -1)};
	struct paper late = paper_served(RESULT_ANSWERED);
	struct str words = STR_INIT;
	struct error err = {0};

	closed_day_begin_before(fixture, 3);
	closed_day_begin(fixture);
	fixture_ok(day_form_close(fixture->desk, &order, &err));
	order.day = day_plus(closed_day, -3);
	fixture_ok(day_form_close(fixture->desk, &order, &err));
	fixture_ok(
	    corrections_add_week(fixture->desk, closed_day, &words, &err));
	assert_string_equal(str_text(&words), "");
	late.arrived_at -= 24 * CLOCK_HOUR;
	late.called_at -= 24 * CLOCK_HOUR;
	late.begun_at -= 24 * CLOCK_HOUR;
	late.ended_at -= 24 * CLOCK_HOUR;
	paper_enter(fixture, &late, NULL);
	fixture_ok(
	    corrections_add_week(fixture->desk, closed_day, &words, &err));
	assert_int_equal(strncmp(str_text(&words), "Sun Nov 22 (", 12), 0);
	assert_null(strstr(str_text(&words), "Fri"));
	str_clear(&words);
	fixture_ok(
	    corrections_add_week(fixture->desk, order.day, &words, &err));
	assert_string_equal(str_text(&words), "");
	str_release(&words);
}

/* As somebody with the file in another program's hands. */
static void change_behind_its_back(const struct fixture *fixture,
				   const char *sql)
{
	sqlite3 *handle;

	assert_int_equal(sqlite3_open(fixture->path, &handle), SQLITE_OK);
	assert_int_equal(sqlite3_exec(handle, sql, NULL, NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(handle);
}

static void a_check_finds_what_was_changed_of_a_closing(void **state)
{
	static const struct {
		const char *change, *back, *words;
	} cases[] = {
	    {"UPDATE day_paper SET digest = 'x' WHERE form = 'json'",
	     "UPDATE day_paper SET digest = (SELECT substr(d.after, instr("
	     "d.after, 'digest') + 9, 64) FROM audit a JOIN audit_detail d ON "
	     "d.number = a.number WHERE a.subject = 'day_paper' AND "
	     "a.subject_id = day_paper_id) WHERE form = 'json'",
	     "(json)"},
	    {"UPDATE day_closing SET audit_head = 'aa'",
	     "UPDATE day_closing SET audit_head = (SELECT lower(hex("
	     "chain_hash)) FROM audit WHERE number = audit_count)",
	     "not the one under which 2026-11-23"},
	    {"INSERT INTO day_paper SELECT 99, day_closing_id, 'more', 0, "
	     "made_at, made_by, digest, bytes FROM day_paper WHERE form = "
	     "'csv'",
	     "DELETE FROM day_paper WHERE day_paper_id = 99",
	     "without the audit"},
	    {"CREATE TABLE gone AS SELECT * FROM day_paper WHERE form = 'text';"
	     "DELETE FROM day_paper WHERE form = 'text'",
	     "INSERT INTO day_paper SELECT * FROM gone; DROP TABLE gone",
	     "A paper of a closed day was added or taken away"},
	    {"CREATE TABLE gone AS SELECT * FROM day_remark LIMIT 1;"
	     "DELETE FROM day_remark WHERE day_remark_id IN (SELECT"
	     " day_remark_id FROM gone)",
	     "INSERT INTO day_remark SELECT * FROM gone; DROP TABLE gone",
	     "A remark of a closed day was added or taken away"},
	    {"UPDATE day_paper SET with_names = 1 WHERE form = 'csv'",
	     "UPDATE day_paper SET with_names = 0 WHERE form = 'csv'", "(csv)"},
	    {"UPDATE day_remark SET text = text || '.'",
	     "UPDATE day_remark SET text = rtrim(text, '.')",
	     "A remark of closed day 2026-11-23"},
	    {"UPDATE day_remark SET is_later = 1 - is_later",
	     "UPDATE day_remark SET is_later = 1 - is_later",
	     "A remark of closed day 2026-11-23"},
	    {"UPDATE day_closing SET closed_by = closed_by + 1",
	     "UPDATE day_closing SET closed_by = closed_by - 1",
	     "Who closed 2026-11-23"},
	    {"UPDATE day_closing SET closed_at = closed_at - 60000",
	     "UPDATE day_closing SET closed_at = closed_at + 60000",
	     "Who closed 2026-11-23"},
	};
	struct fixture *fixture = *state;
	struct error err = {0};

	closed_day_begin(fixture);
	closed_day_close(fixture);
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		change_behind_its_back(fixture, cases[i].change);
		fixture_refused(db_check(fixture_db(fixture), &err),
				ERROR_DAMAGED);
		sample_contains(err.text, cases[i].words);
		change_behind_its_back(fixture, cases[i].back);
		fixture_ok(db_check(fixture_db(fixture), &err));
	}
}

static void a_check_finds_a_paper_that_was_changed(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	closed_day_begin(fixture);
	closed_day_close(fixture);
	fixture_ok(db_check(fixture_db(fixture), &err));
	/* The audit has its digest, and none of what is in it. */
	assert_int_equal(
	    fixture_number(fixture, "SELECT MAX(LENGTH(d.after)) < 300 FROM "
				    "audit a JOIN audit_detail d ON d.number ="
				    " a.number WHERE a.subject = 'day_paper'"),
	    1);
	change_behind_its_back(fixture, "UPDATE day_paper SET bytes = x'00'"
					" WHERE form = 'csv'");
	fixture_refused(db_check(fixture_db(fixture), &err), ERROR_DAMAGED);
	sample_contains(err.text, "2026-11-23 (csv)");
}

#define CORRECTIONS_TEST(name)                                                 \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CORRECTIONS_TEST(what_follows_changes_no_byte_and_is_a_correction),
	    CORRECTIONS_TEST(the_example_of_the_figures),
	    CORRECTIONS_TEST(a_reopened_visit_is_a_correction),
	    CORRECTIONS_TEST(days_of_the_week_that_were_put_right_are_told),
	    CORRECTIONS_TEST(a_check_finds_a_paper_that_was_changed),
	    CORRECTIONS_TEST(a_check_finds_what_was_changed_of_a_closing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
