/*
 * Closing the day: once, by a supervisor, and given out the same forever.
 * Everybody here is invented.
 */
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/report/corrections.h"
#include "frontdesk/report/day_form.h"
#include "paper.h"
#include "sample_day.h"
#include "store/sqlite_engine.h"

static const struct day today = {"2026-11-23"};

/* In the evening, as M. Hale. */
static void be_the_supervisor(struct fixture *fixture)
{
	fixture_pass(fixture, 3 * CLOCK_HOUR);
	fixture_sign_in(fixture, FIXTURE_HALE);
}

static void log_two(struct fixture *fixture, int64_t visits[2])
{
	struct paper paper = paper_served(RESULT_ANSWERED);

	visits[0] = paper_enter(fixture, &paper, NULL);
	paper = paper_served(RESULT_COULD_NOT);
	paper.resident_id =
	    fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	visits[1] = paper_enter(fixture, &paper, NULL);
}

static void close_today(struct fixture *fixture)
{
	struct closing_order order = {
	    .day = today,
	    .remarks = {"Permit system down 10 to 11:30", NULL,
			"=Two windows alone"},
	};
	struct error err = {0};

	fixture_ok(day_form_close(fixture->desk, &order, &err));
}

static struct str paper_of(struct fixture *fixture, const char *form,
			   bool with_names)
{
	struct str out = STR_INIT;
	struct error err = {0};
	bool is_closed;

	fixture_ok(day_form_make(fixture->desk, today, form, with_names, &out,
				 &is_closed, &err));
	assert_true(is_closed);
	return out;
}

static void remarks_stand_on_top_of_every_form(void **state)
{
	struct fixture *fixture = *state;
	int64_t visits[2];
	struct str out;

	log_two(fixture, visits);
	be_the_supervisor(fixture);
	close_today(fixture);
	out = paper_of(fixture, "text", false);
	sample_contains(str_text(&out),
			"--\n\nRemark: Permit system down 10 to 11:30\n\n"
			"Remark: =Two windows alone\n\n2 people came");
	sample_contains(str_text(&out),
			"Closed on Monday, November 23, 2026, 5:14 pm by M. "
			"Hale.");
	assert_null(strstr(str_text(&out), "may still change"));
	str_release(&out);
	out = paper_of(fixture, "csv", false);
	sample_contains(str_text(&out), "closing,at,2026-11-23T17:14\r\n"
					"closing,by,M. Hale\r\n"
					"closing,remarks.1.text,Permit system "
					"down 10 to 11:30\r\n"
					"closing,remarks.2.text,'=Two windows");
	str_release(&out);
	out = paper_of(fixture, "json", false);
	sample_contains(str_text(&out), "\"text\": \"=Two windows alone\"");
	str_release(&out);
}

static void every_form_ends_with_the_audit_at_the_closing(void **state)
{
	struct fixture *fixture = *state;
	struct str out, words = STR_INIT;
	struct summary now;
	struct error err = {0};

	be_the_supervisor(fixture);
	fixture_ok(desk_sum_up(fixture->desk, today, today, &now, &err));
	assert_int_equal(strlen(now.audit.head), 64);
	assert_int_equal(now.audit.entries,
			 fixture_number(fixture, "SELECT MAX(number) FROM "
						 "audit"));
	close_today(fixture);
	assert_true(fixture_number(fixture, "SELECT MAX(number) FROM audit") >
		    now.audit.entries);
	str_addf(&words, "AUDIT (entries: %lld)\n  Head %s\n",
		 (long long)now.audit.entries, now.audit.head);
	out = paper_of(fixture, "text", false);
	assert_string_equal(str_text(&out) + out.len - words.len,
			    str_text(&words));
	str_release(&out);
	str_clear(&words);
	str_addf(&words, "audit,entries,%lld\r\naudit,head,%s\r\n",
		 (long long)now.audit.entries, now.audit.head);
	out = paper_of(fixture, "csv", false);
	assert_string_equal(str_text(&out) + out.len - words.len,
			    str_text(&words));
	str_release(&out);
	str_release(&words);
	summary_release(&now);
}

static void what_follows_changes_no_byte_and_is_a_correction(void **state)
{
	static const char *const forms[] = {"text", "csv", "json"};
	struct fixture *fixture = *state;
	struct paper late = paper_served(RESULT_GIVEN);
	struct str first[3], named = STR_INIT, words = STR_INIT;
	struct corrections found;
	struct error err = {0};
	int64_t visits[2];

	log_two(fixture, visits);
	be_the_supervisor(fixture);
	close_today(fixture);
	for (size_t i = 0; i < 3; i++)
		first[i] = paper_of(fixture, forms[i], false);
	fixture_ok(corrections_find(fixture->desk, today, &found, &err));
	assert_int_equal(found.count, 0);
	corrections_release(&found);

	fixture_ok(
	    desk_void_visit(fixture->desk, visits[1], "by mistake", &err));
	paper_enter(fixture, &late, NULL);
	paper_enter(fixture, &late, NULL);
	named = paper_of(fixture, "text", true);
	for (size_t i = 0; i < 3; i++) {
		struct str again = paper_of(fixture, forms[i], false);

		assert_string_equal(str_text(&again), str_text(&first[i]));
		str_release(&again);
		str_release(&first[i]);
	}
	/* Asked for afterwards: made of what was kept, names too. */
	sample_contains(str_text(&named), "2 people came");
	sample_contains(str_text(&named), "Ms. Elena Alvarez");
	str_release(&named);

	fixture_ok(corrections_find(fixture->desk, today, &found, &err));
	for (size_t i = 0; i < found.count; i++) {
		correction_add_words(&found.items[i], &words);
		str_add(&words, "\n");
	}
	sample_contains(str_text(&words), "Visits, served: 2, now 3\n");
	sample_contains(str_text(&words), "Results, given: 0, now 2\n");
	sample_contains(str_text(&words), "Results, could not: 1, now 0\n");
	sample_contains(str_text(&words), "Topics, Fence permit, requests: 2, "
					  "now 3\n");
	sample_contains(str_text(&words), ": listed, now not listed\n");
	assert_null(strstr(str_text(&words), "udit"));
	str_release(&words);
	corrections_release(&found);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

/* docs/figures.md */
static void the_example_of_the_figures(void **state)
{
	static const char *const expected[] = {"Visits, arrived: 12, now 11\n",
					       "Visits, served: 9, now 8\n",
					       "Results, answered: 9, now 8\n"};
	const struct paper served = paper_served(RESULT_ANSWERED);
	const struct paper left = {.arrived_at = paper_at(11, 0),
				   .ended_at = paper_at(11, 30),
				   .has_left = true};
	struct fixture *fixture = *state;
	struct closing_order order = {.day = today, .with_open = true};
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
	be_the_supervisor(fixture);
	fixture_ok(day_form_close(fixture->desk, &order, &err));
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_ok(desk_void_visit(fixture->desk, visit_id, "mistake", &err));
	out = paper_of(fixture, "csv", false);
	sample_contains(str_text(&out), "visits,served,9\r\n");
	str_release(&out);
	fixture_ok(corrections_find(fixture->desk, today, &found, &err));
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

	log_two(fixture, visits);
	be_the_supervisor(fixture);
	close_today(fixture);
	fixture_ok(desk_reopen_visit(fixture->desk, visits[1], &err));
	fixture_ok(corrections_find(fixture->desk, today, &found, &err));
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
	struct closing_order order = {.day = day_plus(today, -1)};
	struct paper late = paper_served(RESULT_ANSWERED);
	struct str words = STR_INIT;
	struct error err = {0};

	be_the_supervisor(fixture);
	fixture_ok(day_form_close(fixture->desk, &order, &err));
	order.day = day_plus(today, -3);
	fixture_ok(day_form_close(fixture->desk, &order, &err));
	fixture_ok(corrections_add_week(fixture->desk, today, &words, &err));
	assert_string_equal(str_text(&words), "");
	late.arrived_at -= 24 * CLOCK_HOUR;
	late.called_at -= 24 * CLOCK_HOUR;
	late.begun_at -= 24 * CLOCK_HOUR;
	late.ended_at -= 24 * CLOCK_HOUR;
	paper_enter(fixture, &late, NULL);
	fixture_ok(corrections_add_week(fixture->desk, today, &words, &err));
	assert_int_equal(strncmp(str_text(&words), "Sun Nov 22 (", 12), 0);
	assert_null(strstr(str_text(&words), "Fri"));
	str_clear(&words);
	fixture_ok(
	    corrections_add_week(fixture->desk, order.day, &words, &err));
	assert_string_equal(str_text(&words), "");
	str_release(&words);
}

static void a_day_is_closed_once_and_by_a_supervisor(void **state)
{
	struct fixture *fixture = *state;
	struct closing_order order = {.day = today};
	struct error err = {0};

	fixture_pass(fixture, 3 * CLOCK_HOUR);
	fixture_refused(day_form_close(fixture->desk, &order, &err),
			ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_HALE);
	close_today(fixture);
	fixture_refused(day_form_close(fixture->desk, &order, &err),
			ERROR_CONFLICT);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM day_closing"), 1);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM audit WHERE subject"
				    " = 'day_closing' AND action = 'insert'"),
	    1);
}

static void a_day_of_the_future_or_in_its_morning_is_not_closed(void **state)
{
	struct fixture *fixture = *state;
	struct closing_order order = {.day = {"2026-11-24"}};
	struct error err = {0};

	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_refused(day_form_close(fixture->desk, &order, &err),
			ERROR_INVALID);
	order.day = today;
	fixture_refused(day_form_close(fixture->desk, &order, &err),
			ERROR_INVALID);
	sample_contains(err.text, "4:30 pm");
	order.day = day_plus(today, -1);
	fixture_ok(day_form_close(fixture->desk, &order, &err));
	/* Half an hour before the counter closes, 16 minutes past two. */
	fixture_pass(fixture, 2 * CLOCK_HOUR + 16 * CLOCK_MINUTE);
	order.day = today;
	fixture_ok(day_form_close(fixture->desk, &order, &err));
}

static void open_visits_are_named_and_stand_in_nobodys_way(void **state)
{
	struct fixture *fixture = *state;
	struct closing_order order = {.day = today};
	struct closing_left left;
	struct error err = {0};
	int64_t visit_id;
	struct str out;

	fixture_ok(desk_join_line(fixture->desk, 0, 0,
				  fixture->topics[FIXTURE_DOG], NULL, &visit_id,
				  &err));
	be_the_supervisor(fixture);
	fixture_ok(desk_read_left(fixture->desk, today, &left, &err));
	assert_int_equal(left.count, 1);
	assert_string_equal(left.visits[0].words,
			    "waits in line, Dog licence, came 2:14 pm");
	fixture_refused(day_form_close(fixture->desk, &order, &err),
			ERROR_CONFLICT);
	assert_string_equal(err.field, "open");
	sample_contains(err.text, left.visits[0].reference);
	closing_left_release(&left);
	order.with_open = true;
	fixture_ok(day_form_close(fixture->desk, &order, &err));
	out = paper_of(fixture, "text", false);
	sample_contains(str_text(&out), "1 still open");
	str_release(&out);
}

static void a_further_remark_stands_beside_what_was_closed(void **state)
{
	struct fixture *fixture = *state;
	struct closing closing;
	struct str first, again;
	struct error err = {0};

	be_the_supervisor(fixture);
	fixture_refused(desk_add_day_remarks(fixture->desk, today,
					     (const char *[3]){"Too early"},
					     &err),
			ERROR_NOT_FOUND);
	close_today(fixture);
	first = paper_of(fixture, "text", false);
	fixture_ok(desk_add_day_remarks(
	    fixture->desk, today,
	    (const char *[3]){NULL, "It was down until noon"}, &err));
	fixture_refused(desk_add_day_remarks(fixture->desk, today,
					     (const char *[3]){" "}, &err),
			ERROR_INVALID);
	again = paper_of(fixture, "text", false);
	assert_string_equal(str_text(&first), str_text(&again));
	fixture_ok(desk_read_closing(fixture->desk, today, &closing, &err));
	assert_int_equal(closing.count, 3);
	assert_false(closing.remarks[1].is_later);
	assert_true(closing.remarks[2].is_later);
	assert_string_equal(closing.remarks[2].text, "It was down until noon");
	assert_string_equal(closing.closed_by, "M. Hale");
	closing_release(&closing);
	str_release(&first);
	str_release(&again);
}

static void names_of_a_closed_day_are_for_supervisors(void **state)
{
	struct fixture *fixture = *state;
	struct str out = STR_INIT;
	struct error err = {0};
	int64_t visits[2];
	bool is_closed;

	log_two(fixture, visits);
	be_the_supervisor(fixture);
	close_today(fixture);
	fixture_sign_in(fixture, FIXTURE_RUIZ);
	fixture_refused(day_form_make(fixture->desk, today, "text", true, &out,
				      &is_closed, &err),
			ERROR_DENIED);
	assert_int_equal(out.len, 0);
	fixture_ok(day_form_make(fixture->desk, today, "text", false, &out,
				 &is_closed, &err));
	assert_null(strstr(str_text(&out), "Alvarez"));
	str_release(&out);
}

/* A form of a later version: it is rendered once, and never again. */
static int rendered;
static bool render_later(const struct summary *summary, const char *form,
			 bool with_names, struct str *out, struct error *err)
{
	(void)form;
	(void)with_names;
	(void)err;
	str_add_n(out, "%P\0DF", 5);
	str_addf(out, " %d, served %lld", ++rendered,
		 (long long)summary->visits.served);
	return true;
}

static void a_form_that_comes_later_is_kept_from_then_on(void **state)
{
	const struct day_asked asked = {today, "pdf-a4", false, render_later};
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t visits[2];
	bool is_closed;

	log_two(fixture, visits);
	be_the_supervisor(fixture);
	close_today(fixture);
	fixture_ok(
	    desk_void_visit(fixture->desk, visits[0], "by mistake", &err));
	for (int i = 0; i < 2; i++) {
		struct str out = STR_INIT;

		fixture_ok(desk_closed_paper(fixture->desk, &asked, &out,
					     &is_closed, &err));
		assert_int_equal(out.len, 5 + strlen(" 1, served 2"));
		assert_memory_equal(out.text, "%P\0DF 1, served 2", out.len);
		str_release(&out);
	}
}

static bool render_nothing(const struct summary *summary, const char *form,
			   bool with_names, struct str *out, struct error *err)
{
	(void)summary;
	(void)with_names;
	(void)out;
	return !str_same(form, "json") ||
	       error_set(err, ERROR_SYSTEM, "", "it cannot be");
}

static void where_a_form_fails_nothing_is_closed(void **state)
{
	const struct closing_order order = {
	    .day = today, .remarks = {"a", "b", "c"}, .render = render_nothing};
	struct fixture *fixture = *state;
	struct error err = {0};

	be_the_supervisor(fixture);
	fixture_refused(desk_close_day(fixture->desk, &order, &err),
			ERROR_SYSTEM);
	assert_int_equal(
	    fixture_number(fixture, "SELECT (SELECT COUNT(*) FROM day_closing)"
				    " + (SELECT COUNT(*) FROM day_remark)"
				    " + (SELECT COUNT(*) FROM day_paper)"),
	    0);
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
	};
	struct fixture *fixture = *state;
	struct error err = {0};

	be_the_supervisor(fixture);
	close_today(fixture);
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

	be_the_supervisor(fixture);
	close_today(fixture);
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

#define CLOSING_TEST(name)                                                     \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CLOSING_TEST(remarks_stand_on_top_of_every_form),
	    CLOSING_TEST(every_form_ends_with_the_audit_at_the_closing),
	    CLOSING_TEST(what_follows_changes_no_byte_and_is_a_correction),
	    CLOSING_TEST(the_example_of_the_figures),
	    CLOSING_TEST(a_reopened_visit_is_a_correction),
	    CLOSING_TEST(days_of_the_week_that_were_put_right_are_told),
	    CLOSING_TEST(a_day_is_closed_once_and_by_a_supervisor),
	    CLOSING_TEST(a_day_of_the_future_or_in_its_morning_is_not_closed),
	    CLOSING_TEST(open_visits_are_named_and_stand_in_nobodys_way),
	    CLOSING_TEST(a_further_remark_stands_beside_what_was_closed),
	    CLOSING_TEST(names_of_a_closed_day_are_for_supervisors),
	    CLOSING_TEST(a_form_that_comes_later_is_kept_from_then_on),
	    CLOSING_TEST(where_a_form_fails_nothing_is_closed),
	    CLOSING_TEST(a_check_finds_a_paper_that_was_changed),
	    CLOSING_TEST(a_check_finds_what_was_changed_of_a_closing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
