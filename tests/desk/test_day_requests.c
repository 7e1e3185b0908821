/*
 * The figures of the day: requests, and what became of them. Everybody in it
 * is invented.
 */
#include "fixture.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/lists.h"
#include "paper.h"

static const struct day today = {"2026-11-23"};
static const struct day tomorrow = {"2026-11-24"};

static void what_is_opened_waits_to_be_acknowledged(void **state)
{
	struct fixture *fixture = *state;
	struct paper answered = paper_served(RESULT_ANSWERED);
	struct paper opened = paper_served(RESULT_OPENED);
	/* Whoever sent it has been told nothing yet. */
	struct paper message = paper_served(RESULT_ANSWERED);
	struct error err = {0};
	struct summary summary;
	int64_t request_id;

	message.channel = CHANNEL_MESSAGE;
	paper_enter(fixture, &answered, NULL);
	paper_enter(fixture, &opened, &request_id);
	paper_enter(fixture, &message, NULL);
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.acknowledged_counter.received, 2);
	assert_int_equal(summary.acknowledged_counter.same_day, 1);
	assert_int_equal(summary.acknowledged_message.received, 1);
	assert_int_equal(summary.acknowledged_message.same_day, 0);
	assert_int_equal(summary.not_acknowledged.count, 2);
	assert_int_equal(summary.not_acknowledged.items[0].id, request_id);
	assert_string_equal(summary.not_acknowledged.items[0].topic,
			    "Fence permit");
	assert_string_equal(summary.not_acknowledged.items[0].detail,
			    "not yet");
	summary_release(&summary);

	/* On the next day it is acknowledged, and not on the same one. */
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_ok(desk_acknowledge(fixture->desk, request_id, "reference_read",
				    &err));
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.acknowledged_counter.same_day, 1);
	assert_string_equal(
	    summary.not_acknowledged.items[0].acknowledged_on.text,
	    tomorrow.text);
	summary_release(&summary);
}

static void a_promise_is_no_first_contact_resolution(void **state)
{
	struct fixture *fixture = *state;
	int64_t resident_id =
	    fixture_resident(fixture, "Mr.", "Tomas", "Ortiz");
	struct paper answered = paper_served(RESULT_ANSWERED);
	struct paper given = paper_served(RESULT_GIVEN);
	struct paper opened = paper_served(RESULT_OPENED);
	struct error err = {0};
	struct summary summary;
	int64_t request_id, promise_id;

	opened.resident_id = resident_id;
	paper_enter(fixture, &answered, NULL);
	paper_enter(fixture, &given, NULL);
	paper_enter(fixture, &opened, &request_id);
	fixture_ok(desk_make_promise(fixture->desk, request_id,
				     "call about the plan", "today 4pm", 0,
				     &promise_id, &err));
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.first_contact_n, 3);
	assert_int_equal(summary.first_contact_resolved, 2);
	assert_int_equal(summary.promises_due, 1);
	assert_int_equal(summary.promises_kept, 0);
	assert_int_equal(summary.promises_missed, 0);
	summary_release(&summary);

	fixture_ok(
	    desk_keep_promise(fixture->desk, promise_id, "called", &err));
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.promises_kept, 1);
	summary_release(&summary);
}

static void a_promise_done_too_late_is_missed(void **state)
{
	struct fixture *fixture = *state;
	int64_t resident_id =
	    fixture_resident(fixture, "Mr.", "Tomas", "Ortiz");
	struct paper opened = paper_served(RESULT_OPENED);
	struct error err = {0};
	struct summary summary;
	int64_t request_id, promise_id;

	opened.resident_id = resident_id;
	paper_enter(fixture, &opened, &request_id);
	fixture_ok(desk_make_promise(fixture->desk, request_id, "call",
				     "today 4pm", 0, &promise_id, &err));
	fixture_pass(fixture, 2 * CLOCK_HOUR);
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.promises_missed, 1);
	summary_release(&summary);
	fixture_ok(
	    desk_keep_promise(fixture->desk, promise_id, "called", &err));
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.promises_due, 1);
	assert_int_equal(summary.promises_missed, 1);
	assert_int_equal(summary.promises_kept, 0);
	summary_release(&summary);
}

static void every_could_not_is_listed_with_what_else_there_is(void **state)
{
	struct fixture *fixture = *state;
	struct paper refused = paper_served(RESULT_COULD_NOT);
	struct summary summary;

	refused.resident_id =
	    fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	paper_enter(fixture, &refused, NULL);
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.results[RESULT_COULD_NOT], 1);
	assert_int_equal(summary.concerns_recorded, 1);
	assert_int_equal(summary.could_not.count, 1);
	assert_string_equal(summary.could_not.items[0].detail,
			    "over the height");
	assert_string_equal(summary.could_not.items[0].alternative, "a hedge");
	assert_string_equal(summary.could_not.items[0].appeal,
			    "the zoning board");
	/* A clerk's summary has no names, a supervisor's has. */
	assert_null(summary.could_not.items[0].who);
	summary_release(&summary);

	fixture_sign_in(fixture, FIXTURE_HALE);
	paper_sum_up(fixture, today, today, &summary);
	assert_string_equal(summary.could_not.items[0].who,
			    "Ms. Elena Alvarez");
	summary_release(&summary);
}

static int64_t hand_off(struct fixture *fixture, int64_t request_id,
			int64_t staff_id, int64_t department_id)
{
	struct handoff_target target = {.staff_id = staff_id,
					.department_id = department_id};
	struct handoff_draft draft;
	struct error err = {0};
	int64_t handoff_id;

	fixture_ok(
	    desk_prepare_handoff(fixture->desk, request_id, 0, &draft, &err));
	fixture_ok(desk_offer_handoff(fixture->desk, &draft, &target,
				      "check the plan", &handoff_id, &err));
	handoff_draft_release(&draft);
	return handoff_id;
}

static void hand_offs_count_by_what_became_of_them(void **state)
{
	struct fixture *fixture = *state;
	struct paper opened = paper_served(RESULT_OPENED);
	struct error err = {0};
	struct summary summary;
	int64_t request_id, handoff_id;

	paper_enter(fixture, &opened, &request_id);
	handoff_id = hand_off(fixture, request_id, fixture->staff[FIXTURE_OSEI],
			      fixture->departments[FIXTURE_PLANNING]);
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.handoffs_pending, 1);
	assert_int_equal(summary.first_contact_resolved, 0);
	assert_int_equal(summary.two_hops.count, 0);
	summary_release(&summary);

	fixture_pass(fixture, MINUTES(40));
	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_accept_handoff(fixture->desk, handoff_id, "Check it",
				       "fri", &err));
	hand_off(fixture, request_id, 0,
		 fixture->departments[FIXTURE_BUILDING]);
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.handoffs_offered, 2);
	assert_int_equal(summary.handoffs_accepted, 1);
	assert_int_equal(summary.handoffs_pending, 1);
	assert_int_equal(summary.handoff_accept.n, 1);
	assert_int_equal(summary.handoff_accept.median, MINUTES(40));
	assert_int_equal(summary.two_hops.count, 1);
	assert_int_equal(summary.two_hops.items[0].hops, 2);
	summary_release(&summary);
}

static void what_is_closed_tells_its_contacts_and_who_acted(void **state)
{
	struct fixture *fixture = *state;
	struct paper opened = paper_served(RESULT_OPENED);
	struct error err = {0};
	struct summary summary;
	int64_t request_id, handoff_id;

	opened.resident_id = fixture_resident(fixture, "Mr.", "Tomas", "Ortiz");
	paper_enter(fixture, &opened, &request_id);
	handoff_id = hand_off(fixture, request_id, fixture->staff[FIXTURE_OSEI],
			      fixture->departments[FIXTURE_PLANNING]);
	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_accept_handoff(fixture->desk, handoff_id, "Check it",
				       "fri", &err));
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.contacts_n, 0);
	summary_release(&summary);
	fixture_ok(desk_resolve_request(fixture->desk, request_id,
					"The plan is checked", &err));
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.contacts_n, 1);
	assert_int_equal(summary.contacts[0], 1);
	assert_int_equal(summary.touches_n, 1);
	assert_int_equal(summary.touches[1], 1);
	assert_int_equal(summary.to_tell, 1);
	summary_release(&summary);
}

static void what_was_voided_leaves_every_figure(void **state)
{
	struct fixture *fixture = *state;
	struct paper refused = paper_served(RESULT_COULD_NOT);
	struct paper opened = paper_served(RESULT_OPENED);
	struct error err = {0};
	struct summary summary;
	int64_t visits[2];

	visits[0] = paper_enter(fixture, &refused, NULL);
	visits[1] = paper_enter(fixture, &opened, NULL);
	for (int i = 0; i < 2; i++)
		fixture_ok(desk_void_visit(fixture->desk, visits[i],
					   "written down twice", &err));
	paper_sum_up(fixture, today, today, &summary);
	assert_int_equal(summary.visits.arrived, 0);
	assert_int_equal(summary.wait.n, 0);
	assert_int_equal(summary.acknowledged_counter.received, 0);
	assert_int_equal(summary.not_acknowledged.count, 0);
	assert_int_equal(summary.first_contact_n, 0);
	assert_int_equal(summary.contacts_n, 0);
	assert_int_equal(summary.results[RESULT_COULD_NOT], 0);
	assert_int_equal(summary.could_not.count, 0);
	assert_int_equal(summary.concerns_recorded, 0);
	assert_int_equal(summary.topics.count, 0);
	assert_int_equal(summary.hours[9], 0);
	summary_release(&summary);
}

#define DAY_TEST(name)                                                         \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DAY_TEST(what_is_opened_waits_to_be_acknowledged),
	    DAY_TEST(a_promise_is_no_first_contact_resolution),
	    DAY_TEST(a_promise_done_too_late_is_missed),
	    DAY_TEST(every_could_not_is_listed_with_what_else_there_is),
	    DAY_TEST(hand_offs_count_by_what_became_of_them),
	    DAY_TEST(what_is_closed_tells_its_contacts_and_who_acted),
	    DAY_TEST(what_was_voided_leaves_every_figure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
