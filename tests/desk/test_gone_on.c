/*
 * What went on of a day after it was closed, and what was put right of it: two
 * things, told apart by the instants of the records. Everybody here is
 * invented.
 */
#include <string.h>

#include "closed_day.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/notice.h"
#include "frontdesk/desk/round.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/report/corrections.h"
#include "matter.h"
#include "paper.h"
#include "sample_day.h"

/* Of the closed day: "! " before what was put right, "~ " before what went on;
 * the caller releases it. */
static struct str changes(struct fixture *fixture)
{
	struct corrections found;
	struct str words = STR_INIT;
	struct error err = {0};

	fixture_ok(corrections_find(fixture->desk, closed_day, &found, &err));
	for (size_t i = 0; i < found.count; i++) {
		if (!found.items[i].is_read)
			continue;
		str_add(&words, found.items[i].went_on ? "~ " : "! ");
		correction_add_words(&found.items[i], &words);
		str_add(&words, "\n");
	}
	corrections_release(&found);
	return words;
}

static void expect_nothing(struct fixture *fixture)
{
	struct str words = changes(fixture);

	assert_string_equal(str_text(&words), "");
	str_release(&words);
}

/* Nothing of them was put right, and the lines are among them. */
static void expect_gone_on(struct fixture *fixture, const char *const lines[],
			   size_t count)
{
	struct str words = changes(fixture);

	if (strchr(str_text(&words), '!') != NULL)
		fail_msg("put right:\n%s", str_text(&words));
	for (size_t i = 0; i < count; i++)
		sample_contains(str_text(&words), lines[i]);
	str_release(&words);
}

static void close_it(struct fixture *fixture)
{
	struct closing_order order = {.day = closed_day, .with_open = true};
	struct error err = {0};

	fixture_ok(day_form_close(fixture->desk, &order, &err));
	fixture_pass(fixture, 5 * CLOCK_MINUTE);
}

static void evening(struct fixture *fixture)
{
	int64_t visits[2];

	closed_day_log(fixture, visits);
	closed_day_begin(fixture);
}

static void a_notice_that_stands_is_no_correction(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct notice_list notices;

	fixture_ok(
	    desk_post_notice(fixture->desk, "Elevator is out", NULL, &err));
	evening(fixture);
	close_it(fixture);
	expect_nothing(fixture);
	fixture_ok(desk_list_notices(fixture->desk, &notices, &err));
	fixture_ok(
	    desk_end_notice(fixture->desk, notices.items[0].notice_id, &err));
	notice_list_release(&notices);
	expect_nothing(fixture);
}

static void what_is_called_otherwise_since_is_no_correction(void **state)
{
	struct fixture *fixture = *state;

	evening(fixture);
	close_it(fixture);
	fixture_write(fixture, "UPDATE city SET name = 'New Testville'");
	fixture_write(fixture, "UPDATE site SET name = 'The hall',"
			       " wait_target = 60000");
	fixture_write(fixture,
		      "INSERT INTO topic_version (topic_id, name, folded,"
		      " department_id, made_at) SELECT topic_id,"
		      " 'Fence and wall permit', folded, department_id,"
		      " (SELECT closed_at + 60000 FROM day_closing)"
		      " FROM topic_version WHERE name = 'Fence permit'");
	fixture_write(fixture,
		      "UPDATE topic SET topic_version_id = (SELECT MAX("
		      "topic_version_id) FROM topic_version) WHERE topic_id ="
		      " (SELECT topic_id FROM topic_version WHERE name ="
		      " 'Fence and wall permit')");
	fixture_write(fixture, "UPDATE department SET name = 'Construction'"
			       " WHERE name = 'Building'");
	expect_nothing(fixture);
}

/* docs/figures.md */
static void somebody_came_after_the_closing(void **state)
{
	static const char *const lines[] = {
	    "~ Arrived: 2, now 3\n",
	    "~ Served: 2, now 3\n",
	    "~ Results, could not: 1, now 2\n",
	    "~ Received at the counter",
	    "~ Could not, R-",
	    "~ Requests by topic, Dog licence: not listed, now 1\n"};
	struct fixture *fixture = *state;
	struct visit visit;

	evening(fixture);
	close_it(fixture);
	matter_begin(fixture, fixture->desk, 0, FIXTURE_DOG, "A dog", &visit);
	fixture_pass(fixture, CLOCK_MINUTE);
	visit.contacts[0].result_text = mem_copy("No shots");
	visit.contacts[0].alternative = mem_copy("The clinic on Friday");
	matter_finish(fixture->desk, &visit, RESULT_COULD_NOT);
	visit_release(&visit);
	expect_gone_on(fixture, lines, MEM_COUNT(lines));
}

static void somebody_waited_at_the_closing(void **state)
{
	static const char *const lines[] = {
	    "~ Still open: 2, now 0\n", "~ Left: 0, now 1\n",
	    "~ Waits counted: 2, now 3\n", "~ Served: 2, now 3\n"};
	struct fixture *fixture = *state;
	struct visit visit;
	struct error err = {0};
	int64_t waiting, called;

	evening(fixture);
	fixture_ok(
	    desk_join_line(fixture->desk, 0, 0, 0, NULL, &waiting, &err));
	matter_begin(fixture, fixture->desk, 0, FIXTURE_DOG, "A dog", &visit);
	close_it(fixture);
	expect_nothing(fixture);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	visit_release(&visit);
	fixture_ok(desk_call(fixture->desk, waiting, &called, &err));
	fixture_ok(desk_left(fixture->desk, waiting, &err));
	expect_gone_on(fixture, lines, MEM_COUNT(lines));
}

/* It changes hands twice, is promised, acknowledged and settled. */
static void a_request_went_its_way(void **state)
{
	static const char *const lines[] = {
	    "~ Hand-offs accepted: 0, now 1\n",
	    "~ Hand-offs not yet answered: 1, now 0\n",
	    "~ Promises due: 1, now 0\n", "~ Promises not due yet: 1, now 0\n"};
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t request_id, handoff_id, promise_id;

	request_id = matter_open(
	    fixture, fixture_resident(fixture, "Mr.", "Luis", "Alvarez"),
	    "A taller fence");
	fixture_ok(desk_make_promise(fixture->desk, request_id, "Call", "8 pm",
				     0, &promise_id, &err));
	handoff_id = matter_offer(fixture->desk, request_id, 0, 0,
				  fixture->departments[FIXTURE_PLANNING],
				  "Check the plan");
	evening(fixture);
	close_it(fixture);
	expect_nothing(fixture);
	fixture_ok(
	    desk_withdraw_promise(fixture->desk, promise_id, "no need", &err));
	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_accept_handoff(fixture->desk, handoff_id, "Check it",
				       "wed", &err));
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	matter_offer(fixture->desk, request_id, 0, 0,
		     fixture->departments[FIXTURE_ANIMALS], "A dog, too");
	fixture_sign_in(fixture, FIXTURE_HALE);
	expect_gone_on(fixture, lines, MEM_COUNT(lines));
}

static void a_window_was_opened_after_the_closing(void **state)
{
	static const char *const lines[] = {
	    "~ Windows opened: 0, now 1\n",
	    "~ Windows opened with the briefing: 0, now 1\n"};
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t briefing_id;

	evening(fixture);
	close_it(fixture);
	fixture_sign_in(fixture, FIXTURE_RUIZ);
	fixture_ok(desk_begin_briefing(fixture->desk, &briefing_id, &err));
	fixture_ok(desk_end_briefing(fixture->desk, briefing_id, &err));
	fixture_sign_in(fixture, FIXTURE_HALE);
	expect_gone_on(fixture, lines, MEM_COUNT(lines));
}

/* docs/figures.md: one more came at 6 pm, one of the two is voided, and one of
 * nine in the morning is found on paper. */
static void each_of_three_changes_is_of_its_kind(void **state)
{
	struct fixture *fixture = *state;
	struct paper late = paper_served(RESULT_GIVEN);
	struct visit visit;
	struct error err = {0};
	struct str words;
	int64_t visits[2];

	closed_day_log(fixture, visits);
	closed_day_begin(fixture);
	close_it(fixture);
	matter_begin(fixture, fixture->desk, 0, FIXTURE_DOG, "A dog", &visit);
	fixture_pass(fixture, CLOCK_MINUTE);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	visit_release(&visit);
	fixture_ok(
	    desk_void_visit(fixture->desk, visits[1], "by mistake", &err));
	paper_enter(fixture, &late, NULL);
	paper_enter(fixture, &late, NULL);
	words = changes(fixture);
	sample_contains(str_text(&words), "! Served: 2, now 3\n"
					  "~ Served: 3, now 4\n");
	sample_contains(str_text(&words), "! Entered later: 2, now 3\n");
	sample_contains(str_text(&words), "! Results, could not: 1, now 0\n");
	sample_contains(str_text(&words), "! Results, item given: 0, now 2\n");
	sample_contains(str_text(&words), "~ Results, answered: 1, now 2\n");
	str_release(&words);
}

/* Another day's visits are that day's: it says so itself. */
static void a_late_visit_of_another_week_is_no_change(void **state)
{
	struct fixture *fixture = *state;
	struct paper late = paper_served(RESULT_ANSWERED);

	evening(fixture);
	close_it(fixture);
	late.arrived_at -= 7 * 24 * CLOCK_HOUR;
	late.called_at -= 7 * 24 * CLOCK_HOUR;
	late.begun_at -= 7 * 24 * CLOCK_HOUR;
	late.ended_at -= 7 * 24 * CLOCK_HOUR;
	paper_enter(fixture, &late, NULL);
	expect_nothing(fixture);
}

#define GONE_ON_TEST(name)                                                     \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    GONE_ON_TEST(a_notice_that_stands_is_no_correction),
	    GONE_ON_TEST(what_is_called_otherwise_since_is_no_correction),
	    GONE_ON_TEST(somebody_came_after_the_closing),
	    GONE_ON_TEST(somebody_waited_at_the_closing),
	    GONE_ON_TEST(a_request_went_its_way),
	    GONE_ON_TEST(a_window_was_opened_after_the_closing),
	    GONE_ON_TEST(each_of_three_changes_is_of_its_kind),
	    GONE_ON_TEST(a_late_visit_of_another_week_is_no_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
