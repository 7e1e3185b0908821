/*
 * test_finish_request.c - what becomes of the requests of a visit that is over
 */
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/away.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static void two_requests_in_one_visit_have_each_their_result(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, NULL, &visit);
	visit.contacts[0].result = RESULT_ANSWERED;
	visit_add_contact(&visit)->topic_id = fixture->topics[FIXTURE_DOG];
	fixture_refused(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "result");
	visit.contacts[1].result = RESULT_OPENED;
	visit_add_contact(&visit); /* begun and never typed */
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request"), 2);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM contact"), 2);
	visit_release(&visit);
}

static void an_offer_nobody_decided_keeps_its_request_open(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct visit visit;
	int64_t handoff_id;

	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, NULL, &visit);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_prepare_handoff(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &draft, &err));
	fixture_ok(desk_offer_handoff(fixture->desk, &draft, &draft.targets[0],
				      "Please check the plan", &handoff_id,
				      &err));
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request WHERE state ="
				    " 'open' AND result = 'handed_off'"),
	    1);
	handoff_draft_release(&draft);
	visit_release(&visit);
}

static void a_handed_off_request_needs_no_result(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct visit visit;
	enum result result;
	int64_t handoff_id;

	matter_begin(fixture, fixture->desk,
		     fixture_resident(fixture, "Ms.", "Ana", "Lopez"),
		     FIXTURE_FENCE, NULL, &visit);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_result_of_facts(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &result, &err));
	assert_int_equal(result, RESULT_NONE);
	fixture_ok(desk_prepare_handoff(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &draft, &err));
	fixture_ok(desk_offer_handoff(fixture->desk, &draft, &draft.targets[0],
				      "Please check the plan", &handoff_id,
				      &err));
	fixture_ok(desk_result_of_facts(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &result, &err));
	assert_int_equal(result, RESULT_HANDED_OFF);
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	assert_int_equal(visit.contacts[0].result, RESULT_HANDED_OFF);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE state = 'open'"),
			 1);
	handoff_draft_release(&draft);
	visit_release(&visit);
}

static void a_promise_leaves_its_request_open(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, second;
	int64_t promise_id, ana = fixture_resident(fixture, "Ms.", "Ana", "Lo");

	matter_begin(fixture, fixture->desk, ana, FIXTURE_FENCE, NULL, &visit);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_make_promise(fixture->desk,
				     visit.contacts[0].request_id, "Plan check",
				     "fri", 0, &promise_id, &err));
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	assert_int_equal(visit.contacts[0].result, RESULT_OPENED);
	/* An answer at the counter does not keep the promise. */
	fixture_pass(fixture, CLOCK_HOUR);
	second = (struct visit){0};
	visit_add_person(&second, ana, 0, PART_THEMSELVES, NULL);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &second, fixture->clock.now, &err));
	visit_add_contact(&second)->request_id = visit.contacts[0].request_id;
	second.contacts[0].topic_id = visit.contacts[0].topic_id;
	matter_finish(fixture->desk, &second, RESULT_ANSWERED);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE state = 'open' AND"
						 " result = 'opened'"),
			 1);
	visit_release(&visit);
	visit_release(&second);
}

static void a_missed_promise_is_the_first_thing_said(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, second = {0};
	struct visit_cue cue;
	int64_t promise_id, ana = fixture_resident(fixture, "Ms.", "Ana", "Lo");

	matter_begin(fixture, fixture->desk, ana, FIXTURE_FENCE, NULL, &visit);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_make_promise(fixture->desk,
				     visit.contacts[0].request_id, "Plan check",
				     "wed", 0, &promise_id, &err));
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	fixture_pass(fixture, 4 * 24 * CLOCK_HOUR); /* Friday, Nov 27 */
	visit_add_person(&second, ana, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_cue_visit(fixture->desk, &second, &cue, &err));
	assert_string_equal(
	    cue.cue.say,
	    "We promised you Wednesday and missed it. I am sorry.");
	assert_string_equal(cue.cue.ask, "Is it about the fence permit?");
	assert_string_equal(cue.know[0],
			    "Fence permit: Plan check promised Wed Nov 25:"
			    " LATE");
	visit_cue_release(&cue);
	visit_add_contact(&second)->request_id = visit.contacts[0].request_id;
	fixture_ok(desk_cue_visit(fixture->desk, &second, &cue, &err));
	assert_string_equal(
	    cue.know[0], "2nd contact. Plan check promised Wed Nov 25: LATE");
	visit_cue_release(&cue);
	visit_release(&visit);
	visit_release(&second);
}

static void a_later_visit_resolves_an_open_request(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, second = {0};

	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, NULL, &visit);
	matter_finish(fixture->desk, &visit, RESULT_OPENED);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &second, fixture->clock.now, &err));
	visit_add_contact(&second)->request_id = visit.contacts[0].request_id;
	matter_finish(fixture->desk, &second, RESULT_ANSWERED);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE state = 'resolved'"
						 " AND resolved_on ="
						 " '2026-11-24'"),
			 1);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM contact"), 2);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM touch"),
			 1);
	visit_release(&visit);
	visit_release(&second);
}

static void work_accepted_elsewhere_is_not_closed_at_the_counter(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct visit visit, second = {0};
	struct visit_cue cue;
	int64_t handoff_id, ana = fixture_resident(fixture, "Ms.", "Ana", "Lo");

	matter_begin(fixture, fixture->desk, ana, FIXTURE_FENCE, NULL, &visit);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_prepare_handoff(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &draft, &err));
	assert_string_equal(draft.targets[0].name, "Planning");
	fixture_ok(desk_offer_handoff(fixture->desk, &draft, &draft.targets[0],
				      "Please check the plan", &handoff_id,
				      &err));
	handoff_draft_release(&draft);
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_accept_handoff(fixture->desk, handoff_id, "Plan check",
				       "fri", &err));
	fixture_sign_in(fixture, FIXTURE_RUIZ);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	visit_add_person(&second, ana, 0, PART_THEMSELVES, NULL);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &second, fixture->clock.now, &err));
	visit_add_contact(&second)->request_id = visit.contacts[0].request_id;
	fixture_ok(desk_cue_visit(fixture->desk, &second, &cue, &err));
	assert_string_equal(cue.know[0],
			    "2nd contact. Plan check promised Fri Nov 27");
	assert_string_equal(
	    cue.know[1], "With Planning since Nov 23 · Mr. Osei in until 4 pm");
	visit_cue_release(&cue);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_set_away(fixture->desk, fixture->staff[FIXTURE_OSEI],
				 NULL, "dec 2", &err));
	fixture_sign_in(fixture, FIXTURE_RUIZ);
	fixture_ok(desk_cue_visit(fixture->desk, &second, &cue, &err));
	assert_string_equal(
	    cue.know[1],
	    "With Planning since Nov 23 · Mr. Osei out until Dec 2");
	visit_cue_release(&cue);
	matter_finish(fixture->desk, &second, RESULT_ANSWERED);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE state = 'open'"),
			 1);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM contact"
						 " WHERE result = 'answered'"),
			 1);
	visit_release(&visit);
	visit_release(&second);
}

#define FINISH_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    FINISH_TEST(two_requests_in_one_visit_have_each_their_result),
	    FINISH_TEST(an_offer_nobody_decided_keeps_its_request_open),
	    FINISH_TEST(a_handed_off_request_needs_no_result),
	    FINISH_TEST(a_promise_leaves_its_request_open),
	    FINISH_TEST(a_missed_promise_is_the_first_thing_said),
	    FINISH_TEST(a_later_visit_resolves_an_open_request),
	    FINISH_TEST(work_accepted_elsewhere_is_not_closed_at_the_counter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
