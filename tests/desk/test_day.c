/*
 * The figures of the day: visits, waits and services, made through the desk.
 */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "paper.h"

static const struct day today = {"2026-11-23"};
static const struct day tomorrow = {"2026-11-24"};

/* Served from nine o'clock after a wait of so many minutes. */
static int64_t enter_wait(struct fixture *fixture, int minutes,
			  int64_t resident_id)
{
	const struct paper paper = {
	    .arrived_at = paper_at(9, 0),
	    .called_at = paper_at(9, minutes),
	    .begun_at = paper_at(9, minutes),
	    .ended_at = paper_at(9, minutes + 4),
	    .resident_id = resident_id,
	};

	return paper_enter(fixture, &paper, NULL);
}

static void a_paper_log_becomes_a_day(void **state)
{
	static const int waits[] = {12, 0, 8, 2, 23, 3, 6, 4, 5};
	struct fixture *fixture = *state;
	int64_t resident_id =
	    fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	const struct paper left = {.arrived_at = paper_at(11, 0),
				   .ended_at = paper_at(11, 30),
				   .has_left = true,
				   .resident_id = resident_id};
	struct summary summary;
	struct error err = {0};
	int64_t visit_id;

	for (size_t i = 0; i < MEM_COUNT(waits); i++)
		enter_wait(fixture, waits[i], i == 0 ? 0 : resident_id);
	paper_enter(fixture, &left, NULL);
	paper_enter(fixture, &left, NULL);
	fixture_ok(desk_join_line(fixture->desk, 0, 0, 0, "dog licence",
				  &visit_id, &err));

	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.visits.arrived, 12);
	assert_int_equal(summary.visits.unnamed, 2);
	assert_int_equal(summary.visits.served, 9);
	assert_int_equal(summary.visits.left, 2);
	assert_int_equal(summary.visits.left_waiting, 2);
	assert_int_equal(summary.visits.open, 1);
	assert_int_equal(summary.visits.entered_later, 11);
	assert_int_equal(summary.wait.n, 9);
	assert_int_equal(summary.wait.mean, MINUTES(7));
	assert_int_equal(summary.wait.median, MINUTES(5));
	assert_int_equal(summary.wait.max, MINUTES(23));
	assert_int_equal(summary.wait_buckets[0], 4);
	assert_int_equal(summary.wait_buckets[1], 4);
	assert_int_equal(summary.wait_buckets[2], 1);
	assert_int_equal(summary.wait_buckets[3], 0);
	assert_int_equal(summary.wait_within_target, 7);
	assert_int_equal(summary.wait_not_timed, 0);
	assert_int_equal(summary.service.n, 9);
	assert_int_equal(summary.service.median, MINUTES(4));
	assert_int_equal(summary.results[RESULT_ANSWERED], 9);
	assert_int_equal(summary.topics.count, 1);
	assert_string_equal(summary.topics.items[0].name, "Fence permit");
	assert_int_equal(summary.topics.items[0].count, 9);
	assert_int_equal(summary.hours[9], 9);
	assert_int_equal(summary.hours[11], 2);
	assert_int_equal(summary.hours[14], 1);
	assert_false(summary.is_over);
	assert_string_equal(summary.city, "Mesa Alta");
	assert_string_equal(summary.site, "City Hall");
	summary_release(&summary);
}

static struct {
	int calls, last;
	bool has_gone_back;
} told;

static void note_progress(void *state, const char *what, int percent)
{
	(void)state;
	(void)what;
	told.has_gone_back = told.has_gone_back || percent <= told.last;
	told.last = percent;
	told.calls++;
}

static void how_far_a_summary_is_is_told_and_only_goes_on(void **state)
{
	struct fixture *fixture = *state;
	const struct summary_scope scopes[] = {
	    {.from = today, .to = today, .progress = note_progress},
	    {.from = today,
	     .to = today,
	     .is_all_sites = true,
	     .is_whole = true,
	     .progress = note_progress},
	};
	struct error err = {0};

	for (size_t i = 0; i < 2; i++) {
		struct summary summary;

		memset(&told, 0, sizeof(told));
		fixture_ok(desk_sum_up_scope(fixture->desk, &scopes[i],
					     &summary, &err));
		summary_release(&summary);
		assert_true(told.calls >= 6);
		assert_false(told.has_gone_back);
		assert_true(told.last > 90 && told.last <= 100);
	}
}

static bool count_down(void *state)
{
	int *left = state;

	return --*left > 0;
}

/* The engine asks after so much work, and a day of few has little. */
static void a_reading_that_is_stopped_leaves_nothing_behind(void **state)
{
	struct fixture *fixture = *state;
	const struct summary_scope scope = {.from = today, .to = today};
	struct summary summary;
	struct error err = {0};
	bool is_read = true;
	int left = 3;

	desk_watch(fixture->desk, count_down, &left);
	for (int i = 0; i < 10000 && is_read; i++) {
		is_read =
		    desk_sum_up_scope(fixture->desk, &scope, &summary, &err);
		summary_release(&summary);
	}
	assert_false(is_read);
	assert_int_equal(left, 0);
	assert_int_equal(err.code, ERROR_STOPPED);
	desk_watch(fixture->desk, NULL, NULL);
	error_clear(&err);
	fixture_ok(desk_sum_up_scope(fixture->desk, &scope, &summary, &err));
	assert_string_equal(summary.site, "City Hall");
	summary_release(&summary);
}

static void an_empty_day_is_all_zero(void **state)
{
	const struct day sunday = {"2026-11-22"};
	struct summary summary;

	paper_sum_up(*state, sunday, sunday, &summary);
	assert_int_equal(summary.visits.arrived, 0);
	assert_int_equal(summary.wait.n, 0);
	assert_int_equal(summary.topics.count, 0);
	assert_int_equal(summary.compared.days, 0);
	assert_true(summary.is_over);
	summary_release(&summary);
}

static void the_median_of_two_lies_between_them(void **state)
{
	struct summary summary;

	enter_wait(*state, 5, 0);
	enter_wait(*state, 6, 0);
	paper_sum_up(*state, today, today, &summary);
	assert_int_equal(summary.wait.median, MINUTES(5) + 30 * CLOCK_SECOND);
	summary_release(&summary);
}

static void who_left_after_the_call_has_waited(void **state)
{
	const struct paper left = {.arrived_at = paper_at(9, 0),
				   .called_at = paper_at(9, 20),
				   .ended_at = paper_at(9, 25),
				   .has_left = true};
	struct summary summary;

	paper_enter(*state, &left, NULL);
	paper_sum_up(*state, today, today, &summary);
	assert_int_equal(summary.visits.left_called, 1);
	assert_int_equal(summary.wait.n, 1);
	assert_int_equal(summary.wait.max, MINUTES(20));
	assert_int_equal(summary.wait_buckets[2], 1);
	assert_int_equal(summary.service.n, 0);
	summary_release(&summary);
}

static void what_began_outside_the_line_is_not_timed(void **state)
{
	const struct paper call = {.channel = CHANNEL_TELEPHONE,
				   .begun_at = paper_at(9, 0),
				   .ended_at = paper_at(9, 6)};
	struct summary summary;

	paper_enter(*state, &call, NULL);
	enter_wait(*state, 3, 0);
	paper_sum_up(*state, today, today, &summary);
	assert_int_equal(summary.wait.n, 1);
	assert_int_equal(summary.wait_not_timed, 1);
	assert_int_equal(summary.by_channel[CHANNEL_TELEPHONE].served, 1);
	assert_int_equal(summary.by_channel[CHANNEL_WALK_IN].served, 1);
	assert_int_equal(summary.service_by_channel[CHANNEL_TELEPHONE].max,
			 MINUTES(6));
	assert_int_equal(summary.wait_by_channel[CHANNEL_TELEPHONE].n, 0);
	summary_release(&summary);
}

static void a_hold_is_no_service(void **state)
{
	struct fixture *fixture = *state;
	struct visit visit = {.channel = CHANNEL_WALK_IN};
	struct error err = {0};
	struct summary summary;

	fixture_ok(
	    desk_begin_visit(fixture->desk, &visit, fixture->clock.now, &err));
	fixture_pass(fixture, MINUTES(4));
	fixture_ok(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err));
	fixture_pass(fixture, MINUTES(2));
	fixture_ok(desk_resume_visit(fixture->desk, visit.visit_id, &err));
	fixture_pass(fixture, MINUTES(4));
	visit_release(&visit);
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.visits.open, 1);
	assert_int_equal(summary.hold.n, 1);
	assert_int_equal(summary.hold.max, MINUTES(2));
	assert_int_equal(summary.holds.count, 1);
	assert_string_equal(summary.holds.items[0].name, "copies");
	summary_release(&summary);
}

static void service_counts_from_begin_to_end_without_the_holds(void **state)
{
	struct fixture *fixture = *state;
	struct visit visit = {.state = VISIT_SERVED};
	struct visit_times times = {.arrived_at = paper_at(9, 0),
				    .called_at = paper_at(9, 1),
				    .begun_at = paper_at(9, 2),
				    .ended_at = paper_at(9, 20)};
	struct summary summary;
	struct error err = {0};

	times.holds = mem_new(1, sizeof(times.holds[0]));
	times.hold_count = 1;
	times.holds[0].began_at = paper_at(9, 5);
	times.holds[0].ended_at = paper_at(9, 12);
	times.holds[0].reason = "telephone";
	visit_add_contact(&visit)->result = RESULT_ANSWERED;
	visit.contacts[0].topic_id = fixture->topics[FIXTURE_DOG];
	fixture_ok(desk_enter_visit(fixture->desk, &visit, &times, &err));
	visit_release(&visit);
	free(times.holds);
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.service.median, MINUTES(11));
	assert_int_equal(summary.hold.max, MINUTES(7));
	assert_int_equal(summary.holds.items[0].length, MINUTES(7));
	summary_release(&summary);
}

static void what_outlasts_midnight_is_carried_in(void **state)
{
	const struct day later = {"2026-11-25"};
	struct fixture *fixture = *state;
	struct error err = {0};
	struct summary summary;
	int64_t visit_id;

	fixture_ok(
	    desk_join_line(fixture->desk, 0, 0, 0, NULL, &visit_id, &err));
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	paper_sum_up(fixture, tomorrow, tomorrow, &summary);
	assert_int_equal(summary.carried_in, 1);
	assert_int_equal(summary.visits.arrived, 0);
	summary_release(&summary);

	fixture_ok(desk_left(fixture->desk, visit_id, &err));
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.carried_in, 0);
	assert_int_equal(summary.visits.left, 1);
	assert_true(summary.is_over);
	summary_release(&summary);
	paper_sum_up(fixture, tomorrow, tomorrow, &summary);
	assert_int_equal(summary.carried_in, 1);
	summary_release(&summary);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	paper_sum_up(fixture, later, later, &summary);
	assert_int_equal(summary.carried_in, 0);
	summary_release(&summary);
}

static void a_day_ends_at_its_own_midnight(void **state)
{
	const struct day sunday = {"2026-11-22"};
	struct paper late = paper_served(RESULT_ANSWERED);
	struct summary summary;

	/* A minute before and a minute after midnight in Los Angeles. */
	late.arrived_at = late.called_at = late.begun_at = late.ended_at =
	    paper_at(0, -1);
	paper_enter(*state, &late, NULL);
	late.arrived_at = late.called_at = late.begun_at = late.ended_at =
	    paper_at(0, 1);
	paper_enter(*state, &late, NULL);
	paper_sum_up(*state, sunday, sunday, &summary);
	assert_int_equal(summary.visits.arrived, 1);
	assert_int_equal(summary.hours[23], 1);
	summary_release(&summary);
	paper_sum_up(*state, today, today, &summary);
	assert_int_equal(summary.visits.arrived, 1);
	assert_int_equal(summary.hours[0], 1);
	summary_release(&summary);
	paper_sum_up(*state, sunday, today, &summary);
	assert_int_equal(summary.visits.arrived, 2);
	summary_release(&summary);
}

static void the_hour_that_comes_twice_has_both_arrivals(void **state)
{
	/* November 1, 2026, 8:30 and 9:30 UTC: 1:30 am, twice. */
	const int64_t first = INT64_C(1793521800000);
	const struct day autumn = {"2026-11-01"};
	struct paper paper = paper_served(RESULT_ANSWERED);
	struct summary summary;

	for (int i = 0; i < 2; i++) {
		paper.arrived_at = paper.called_at = paper.begun_at =
		    paper.ended_at = first + i * CLOCK_HOUR;
		paper_enter(*state, &paper, NULL);
	}
	paper_sum_up(*state, autumn, autumn, &summary);
	assert_int_equal(summary.hours[1], 2);
	summary_release(&summary);
}

static void a_monday_is_compared_with_mondays(void **state)
{
	struct paper paper = paper_served(RESULT_ANSWERED);
	struct summary summary;

	/* Last Monday two, the Monday before one, and a Friday that is none
	 * of them. */
	for (int i = 0; i < 4; i++) {
		static const int days[4] = {7, 7, 14, 3};
		struct paper earlier = paper;

		earlier.arrived_at -= days[i] * 24 * CLOCK_HOUR;
		earlier.called_at -= days[i] * 24 * CLOCK_HOUR;
		earlier.begun_at -= days[i] * 24 * CLOCK_HOUR;
		earlier.ended_at -= days[i] * 24 * CLOCK_HOUR;
		paper_enter(*state, &earlier, NULL);
	}
	paper_sum_up(*state, today, today, &summary);
	assert_int_equal(summary.compared.days, 2);
	assert_int_equal(summary.compared.arrived, 3);
	assert_int_equal(summary.compared.wait.median, MINUTES(5));
	summary_release(&summary);
}

static void a_range_that_runs_backwards_is_refused_in_words(void **state)
{
	struct fixture *fixture = *state;
	struct summary summary;
	struct error err = {0};

	fixture_refused(
	    desk_sum_up(fixture->desk, tomorrow, today, &summary, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "to");
	fixture_refused(desk_sum_up(fixture->desk, (struct day){"2001-01-01"},
				    today, &summary, &err),
			ERROR_INVALID);
}

#define DAY_TEST(name)                                                         \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DAY_TEST(a_paper_log_becomes_a_day),
	    DAY_TEST(how_far_a_summary_is_is_told_and_only_goes_on),
	    DAY_TEST(a_reading_that_is_stopped_leaves_nothing_behind),
	    DAY_TEST(an_empty_day_is_all_zero),
	    DAY_TEST(the_median_of_two_lies_between_them),
	    DAY_TEST(who_left_after_the_call_has_waited),
	    DAY_TEST(what_began_outside_the_line_is_not_timed),
	    DAY_TEST(a_hold_is_no_service),
	    DAY_TEST(service_counts_from_begin_to_end_without_the_holds),
	    DAY_TEST(what_outlasts_midnight_is_carried_in),
	    DAY_TEST(a_day_ends_at_its_own_midnight),
	    DAY_TEST(the_hour_that_comes_twice_has_both_arrivals),
	    DAY_TEST(a_monday_is_compared_with_mondays),
	    DAY_TEST(a_range_that_runs_backwards_is_refused_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
