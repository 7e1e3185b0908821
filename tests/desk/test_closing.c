/*
 * Closing the day: once, by a supervisor, and given out the same forever.
 * Everybody here is invented.
 */
#include <string.h>

#include "closed_day.h"
#include "desk/desk_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/report/day_form.h"
#include "sample_day.h"

static void remarks_stand_on_top_of_every_form(void **state)
{
	struct fixture *fixture = *state;
	int64_t visits[2];
	struct str out;

	closed_day_log(fixture, visits);
	closed_day_begin(fixture);
	closed_day_close(fixture);
	out = closed_day_paper(fixture, "text", false);
	sample_contains(str_text(&out),
			"--\n\nRemark: Permit system down 10 to 11:30\n\n"
			"Remark: =Two windows alone\n\n2 people came");
	sample_contains(str_text(&out),
			"Closed on Monday, November 23, 2026, 5:14 pm by M. "
			"Hale.");
	assert_null(strstr(str_text(&out), "may still change"));
	str_release(&out);
	out = closed_day_paper(fixture, "csv", false);
	sample_contains(str_text(&out), "closing,at,2026-11-23T17:14\r\n"
					"closing,by,M. Hale\r\n"
					"closing,remarks.1.text,Permit system "
					"down 10 to 11:30\r\n"
					"closing,remarks.2.text,'=Two windows");
	str_release(&out);
	out = closed_day_paper(fixture, "json", false);
	sample_contains(str_text(&out), "\"text\": \"=Two windows alone\"");
	str_release(&out);
}

static void every_form_ends_with_the_audit_at_the_closing(void **state)
{
	struct fixture *fixture = *state;
	struct str out, words = STR_INIT;
	struct summary now;
	struct error err = {0};

	closed_day_begin(fixture);
	fixture_ok(
	    desk_sum_up(fixture->desk, closed_day, closed_day, &now, &err));
	assert_int_equal(strlen(now.audit.head), 64);
	assert_int_equal(now.audit.entries,
			 fixture_number(fixture, "SELECT MAX(number) FROM "
						 "audit"));
	closed_day_close(fixture);
	assert_true(fixture_number(fixture, "SELECT MAX(number) FROM audit") >
		    now.audit.entries);
	str_addf(&words, "AUDIT (entries: %lld)\n  Head %s\n",
		 (long long)now.audit.entries, now.audit.head);
	out = closed_day_paper(fixture, "text", false);
	assert_string_equal(str_text(&out) + out.len - words.len,
			    str_text(&words));
	str_release(&out);
	str_clear(&words);
	str_addf(&words, "audit,entries,%lld\r\naudit,head,%s\r\n",
		 (long long)now.audit.entries, now.audit.head);
	out = closed_day_paper(fixture, "csv", false);
	assert_string_equal(str_text(&out) + out.len - words.len,
			    str_text(&words));
	str_release(&out);
	str_release(&words);
	summary_release(&now);
}

static void a_day_is_closed_once_and_by_a_supervisor(void **state)
{
	struct fixture *fixture = *state;
	struct closing_order order = {.day = closed_day};
	struct error err = {0};

	fixture_pass(fixture, 3 * CLOCK_HOUR);
	fixture_refused(day_form_close(fixture->desk, &order, &err),
			ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_HALE);
	closed_day_close(fixture);
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

	closed_day_begin_before(fixture, 1);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_refused(day_form_close(fixture->desk, &order, &err),
			ERROR_INVALID);
	order.day = closed_day;
	fixture_refused(day_form_close(fixture->desk, &order, &err),
			ERROR_INVALID);
	sample_contains(err.text, "4:30 pm");
	order.day = day_plus(closed_day, -1);
	fixture_ok(day_form_close(fixture->desk, &order, &err));
	/* Half an hour before the counter closes, 16 minutes past two. */
	fixture_pass(fixture, 2 * CLOCK_HOUR + 16 * CLOCK_MINUTE);
	order.day = closed_day;
	fixture_ok(day_form_close(fixture->desk, &order, &err));
}

static void a_day_before_the_first_record_is_not_closed(void **state)
{
	static const struct day days[] = {
	    {"0001-01-01"}, {"1990-01-01"}, {"2026-11-19"}};
	struct fixture *fixture = *state;
	struct closing_order order = {0};
	struct error err = {0};

	closed_day_begin_before(fixture, 3);
	closed_day_begin(fixture);
	for (size_t i = 0; i < MEM_COUNT(days); i++) {
		order.day = days[i];
		fixture_refused(day_form_close(fixture->desk, &order, &err),
				ERROR_INVALID);
		sample_contains(err.text, "the first record, of 2026-11-20");
	}
	order.day = day_plus(closed_day, -3);
	fixture_ok(day_form_close(fixture->desk, &order, &err));
}

static void closed(struct fixture *fixture, struct day day)
{
	struct closing_order order = {.day = day};
	struct error err = {0};

	fixture_ok(day_form_close(fixture->desk, &order, &err));
}

/* Who closes Friday late on Saturday must not close Saturday instead. */
static void a_day_without_hours_is_not_closed_from_midnight_on(void **state)
{
	const struct day friday = day_plus(closed_day, 4),
			 saturday = day_plus(closed_day, 5);
	struct fixture *fixture = *state;
	struct closing_order order = {.day = saturday};
	struct closing_time time;
	struct error err = {0};

	/* Saturday, 0:05 am, from Monday, 2:14 pm. */
	fixture_pass(fixture,
		     4 * 24 * CLOCK_HOUR + 9 * CLOCK_HOUR + 51 * CLOCK_MINUTE);
	fixture_sign_in(fixture, FIXTURE_HALE);
	assert_string_equal(desk_today(fixture->desk).text, saturday.text);
	fixture_refused(day_form_close(fixture->desk, &order, &err),
			ERROR_INVALID);
	sample_contains(err.text, "from 4:30 pm on");
	sample_contains(err.text, "Fri Nov 27 is not closed yet.");
	fixture_ok(
	    desk_read_closing_time(fixture->desk, saturday, &time, &err));
	assert_true(time.is_early);
	assert_string_equal(time.before.text, friday.text);
	closed(fixture, friday);
	fixture_ok(
	    desk_read_closing_time(fixture->desk, saturday, &time, &err));
	assert_string_equal(time.before.text, "");
	fixture_refused(day_form_close(fixture->desk, &order, &err),
			ERROR_INVALID);
	assert_null(strstr(err.text, "Fri"));
	fixture_pass(fixture, 16 * CLOCK_HOUR + 25 * CLOCK_MINUTE);
	closed(fixture, saturday);
}

static void open_visits_are_named_and_stand_in_nobodys_way(void **state)
{
	struct fixture *fixture = *state;
	struct closing_order order = {.day = closed_day};
	struct closing_left left;
	struct error err = {0};
	int64_t visit_id;
	struct str out;

	fixture_ok(desk_join_line(fixture->desk, 0, 0,
				  fixture->topics[FIXTURE_DOG], NULL, &visit_id,
				  &err));
	closed_day_begin(fixture);
	fixture_ok(desk_read_left(fixture->desk, closed_day, &left, &err));
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
	out = closed_day_paper(fixture, "text", false);
	sample_contains(str_text(&out), "1 still open");
	str_release(&out);
}

/* On the next day they are neither today's nor gone. */
static void what_is_open_since_earlier_days_is_named_today(void **state)
{
	struct fixture *fixture = *state;
	struct day next = day_plus(closed_day, 1);
	struct closing_left left;
	struct error err = {0};
	int64_t visit_id;

	fixture_ok(desk_join_line(fixture->desk, 0, 0,
				  fixture->topics[FIXTURE_DOG], NULL, &visit_id,
				  &err));
	closed_day_begin(fixture);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_ok(desk_read_left(fixture->desk, next, &left, &err));
	assert_int_equal(left.count, 0);
	assert_int_equal(left.carried_count, 1);
	assert_string_equal(left.carried[0].words,
			    "waits in line, Dog licence, came Mon Nov 23");
	closing_left_release(&left);
	fixture_ok(desk_read_left(fixture->desk, closed_day, &left, &err));
	assert_int_equal(left.count, 1);
	assert_int_equal(left.carried_count, 0);
	closing_left_release(&left);
}

static void a_further_remark_stands_beside_what_was_closed(void **state)
{
	struct fixture *fixture = *state;
	struct closing closing;
	struct str first, again;
	struct error err = {0};

	closed_day_begin(fixture);
	fixture_refused(desk_add_day_remarks(fixture->desk, closed_day,
					     (const char *[3]){"Too early"},
					     &err),
			ERROR_NOT_FOUND);
	closed_day_close(fixture);
	first = closed_day_paper(fixture, "text", false);
	fixture_ok(desk_add_day_remarks(
	    fixture->desk, closed_day,
	    (const char *[3]){NULL, "It was down until noon"}, &err));
	fixture_refused(desk_add_day_remarks(fixture->desk, closed_day,
					     (const char *[3]){" "}, &err),
			ERROR_INVALID);
	again = closed_day_paper(fixture, "text", false);
	assert_string_equal(str_text(&first), str_text(&again));
	fixture_ok(
	    desk_read_closing(fixture->desk, closed_day, &closing, &err));
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
	const struct summary_scope scope = {.from = closed_day,
					    .to = closed_day};
	struct str out = STR_INIT;
	struct error err = {0};
	int64_t visits[2];
	struct day_note note;

	closed_day_log(fixture, visits);
	closed_day_begin(fixture);
	closed_day_close(fixture);
	fixture_sign_in(fixture, FIXTURE_RUIZ);
	fixture_refused(day_form_make(fixture->desk, &scope, "text", true, &out,
				      &note, &err),
			ERROR_DENIED);
	assert_int_equal(out.len, 0);
	fixture_ok(day_form_make(fixture->desk, &scope, "text", false, &out,
				 &note, &err));
	assert_null(strstr(str_text(&out), "Alvarez"));
	str_release(&out);
}

/* A form of a later version: it is rendered once, and never again. */
static int rendered;
static bool render_later(const struct summary *summary, const char *form,
			 bool with_names, struct str *out, struct str *words,
			 struct error *err)
{
	(void)words;
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
	const struct day_asked asked = {0,     closed_day,   "pdf-a4",
					false, render_later, NULL};
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t visits[2];
	bool is_closed;

	closed_day_log(fixture, visits);
	closed_day_begin(fixture);
	closed_day_close(fixture);
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

/* As a machine does that lacks the fonts of some names. */
static bool render_boxes(const struct summary *summary, const char *form,
			 bool with_names, struct str *out, struct str *words,
			 struct error *err)
{
	str_add(words, "3 letters have no font");
	return render_later(summary, form, with_names, out, NULL, err);
}

static void what_lacks_letters_is_given_out_and_not_kept(void **state)
{
	struct str out = STR_INIT, words = STR_INIT;
	struct day_asked asked = {0,	 closed_day,   "pdf-a4",
				  false, render_boxes, &words};
	struct fixture *fixture = *state;
	struct error err = {0};
	bool is_closed;

	closed_day_begin(fixture);
	closed_day_close(fixture);
	rendered = 0;
	for (int i = 1; i <= 3; i++) {
		if (i == 3) /* the fonts are installed */
			asked.render = render_later;
		str_clear(&out);
		str_clear(&words);
		fixture_ok(desk_closed_paper(fixture->desk, &asked, &out,
					     &is_closed, &err));
		assert_true(is_closed);
		assert_int_equal(rendered, i);
		assert_true(out.len > 5);
		assert_string_equal(str_text(&words),
				    i == 3 ? "" : "3 letters have no font");
		assert_int_equal(fixture_number(fixture,
						"SELECT COUNT(*) FROM day_paper"
						" WHERE form = 'pdf-a4'"),
				 i == 3);
	}
	str_release(&out);
	str_release(&words);
}

static void may_only_read(const struct fixture *fixture, const char *pragma)
{
	struct error err = {0};
	struct query q;

	query_begin(&q, fixture->desk->db, pragma);
	fixture_ok(query_run(&q, &err));
}

/* A full disk, a store that may only be read: the paper is for somebody who
 * waits for it. */
static void where_nothing_can_be_kept_it_is_given_out_all_the_same(void **state)
{
	const struct day_asked asked = {0,     closed_day,   "pdf-a4",
					false, render_later, NULL};
	struct fixture *fixture = *state;
	struct str out = STR_INIT;
	struct error err = {0};
	bool is_closed;

	closed_day_begin(fixture);
	closed_day_close(fixture);
	rendered = 0;
	may_only_read(fixture, "PRAGMA query_only = 1");
	fixture_ok(
	    desk_closed_paper(fixture->desk, &asked, &out, &is_closed, &err));
	may_only_read(fixture, "PRAGMA query_only = 0");
	assert_true(is_closed);
	assert_memory_equal(out.text, "%P\0DF 1, served 0", out.len);
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM day_paper WHERE"
					" form = 'pdf-a4'"),
			 0);
	str_release(&out);
}

static bool render_nothing(const struct summary *summary, const char *form,
			   bool with_names, struct str *out, struct str *words,
			   struct error *err)
{
	(void)words;
	(void)summary;
	(void)with_names;
	(void)out;
	return !str_same(form, "json") ||
	       error_set(err, ERROR_SYSTEM, "", "it cannot be");
}

static void where_a_form_fails_nothing_is_closed(void **state)
{
	const struct closing_order order = {.day = closed_day,
					    .remarks = {"a", "b", "c"},
					    .render = render_nothing};
	struct fixture *fixture = *state;
	struct error err = {0};

	closed_day_begin(fixture);
	fixture_refused(desk_close_day(fixture->desk, &order, &err),
			ERROR_SYSTEM);
	assert_int_equal(
	    fixture_number(fixture, "SELECT (SELECT COUNT(*) FROM day_closing)"
				    " + (SELECT COUNT(*) FROM day_remark)"
				    " + (SELECT COUNT(*) FROM day_paper)"),
	    0);
}

#define CLOSING_TEST(name)                                                     \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CLOSING_TEST(remarks_stand_on_top_of_every_form),
	    CLOSING_TEST(every_form_ends_with_the_audit_at_the_closing),
	    CLOSING_TEST(a_day_is_closed_once_and_by_a_supervisor),
	    CLOSING_TEST(a_day_of_the_future_or_in_its_morning_is_not_closed),
	    CLOSING_TEST(a_day_before_the_first_record_is_not_closed),
	    CLOSING_TEST(a_day_without_hours_is_not_closed_from_midnight_on),
	    CLOSING_TEST(open_visits_are_named_and_stand_in_nobodys_way),
	    CLOSING_TEST(what_is_open_since_earlier_days_is_named_today),
	    CLOSING_TEST(a_further_remark_stands_beside_what_was_closed),
	    CLOSING_TEST(names_of_a_closed_day_are_for_supervisors),
	    CLOSING_TEST(a_form_that_comes_later_is_kept_from_then_on),
	    CLOSING_TEST(what_lacks_letters_is_given_out_and_not_kept),
	    CLOSING_TEST(
		where_nothing_can_be_kept_it_is_given_out_all_the_same),
	    CLOSING_TEST(where_a_form_fails_nothing_is_closed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
