/*
 * test_visit.c - beginning, holding, what is said then, entering from paper
 */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static void a_visit_begun_outside_the_line_is_not_timed(void **state)
{
	struct fixture *fixture = *state;
	struct visit visit;

	matter_come(fixture->desk, &visit);
	assert_true(visit.visit_id > 0);
	assert_int_equal(visit.state, VISIT_SERVING);
	assert_int_equal(visit.reference[0], 'V');
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM visit WHERE"
					" is_timed = 0 AND wait_length IS NULL"
					" AND arrived_at = begun_at"),
			 1);
	visit_release(&visit);
}

static void a_visit_begins_when_enter_was_pressed(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit = {0};
	int64_t entered_at = fixture->clock.now;

	fixture_pass(fixture, 20 * CLOCK_SECOND);
	fixture_ok(desk_begin_visit(fixture->desk, &visit, entered_at, &err));
	assert_int_equal(visit.begun_at, entered_at);
	visit_release(&visit);
}

static void whoever_was_called_goes_on_with_what_the_line_knew(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit = {0};
	int64_t person = fixture_resident(fixture, "Ms.", "Ana", "Lopez");
	int64_t called;

	fixture_ok(desk_join_line(fixture->desk, person, 0,
				  fixture->topics[FIXTURE_DOG], "a dog",
				  &visit.visit_id, &err));
	fixture_pass(fixture, 3 * CLOCK_MINUTE);
	fixture_ok(desk_call(fixture->desk, 0, &called, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &visit, fixture->clock.now, &err));
	assert_int_equal(visit.person_count, 1);
	assert_int_equal(visit.people[0].resident_id, person);
	assert_string_equal(visit.label, "a dog");
	assert_int_equal(visit.topic_id, fixture->topics[FIXTURE_DOG]);
	assert_true(visit.is_timed);
	assert_int_equal(
	    fixture_number(fixture, "SELECT wait_length FROM visit"),
	    3 * CLOCK_MINUTE);
	visit_release(&visit);
}

static void somebody_who_waits_may_be_served_without_a_call(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit = {0};

	fixture_ok(
	    desk_join_line(fixture->desk, 0, 0, 0, "a", &visit.visit_id, &err));
	fixture_pass(fixture, 2 * CLOCK_MINUTE);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &visit, fixture->clock.now, &err));
	assert_int_equal(fixture_number(fixture, "SELECT wait_length FROM visit"
						 " WHERE state = 'serving'"),
			 2 * CLOCK_MINUTE);
	visit_release(&visit);
}

static void another_windows_visitor_is_not_taken(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit = {0};
	int64_t called;

	fixture_ok(
	    desk_join_line(fixture->desk, 0, 0, 0, "a", &visit.visit_id, &err));
	fixture_ok(desk_call(fixture_desk2(fixture), 0, &called, &err));
	fixture_refused(
	    desk_begin_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_CONFLICT);
	visit_release(&visit);
}

static void serving_one_visit_holds_the_other(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit first, second, read;

	matter_come(fixture->desk, &first);
	fixture_pass(fixture, CLOCK_MINUTE);
	matter_come(fixture->desk, &second);
	fixture_ok(desk_get_visit(fixture->desk, first.visit_id, &read, &err));
	assert_int_equal(read.state, VISIT_HOLD);
	visit_release(&read);
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM period"
					" WHERE kind = 'hold'"
					" AND reason = 'another visitor'"),
			 1);
	fixture_pass(fixture, 2 * CLOCK_MINUTE);
	fixture_ok(desk_resume_visit(fixture->desk, first.visit_id, &err));
	fixture_ok(desk_get_visit(fixture->desk, second.visit_id, &read, &err));
	assert_int_equal(read.state, VISIT_HOLD);
	visit_release(&read);
	fixture_ok(desk_get_visit(fixture->desk, first.visit_id, &read, &err));
	assert_int_equal(read.state, VISIT_SERVING);
	assert_int_equal(read.held_length, 2 * CLOCK_MINUTE);
	/* What was typed meanwhile can still be saved. */
	fixture_ok(desk_save_visit(fixture->desk, &first, &err));
	visit_release(&read);
	visit_release(&first);
	visit_release(&second);
}

static void a_colleagues_visit_is_not_held(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit mine, theirs = {0};

	matter_come(fixture->desk, &mine);
	fixture_ok(desk_begin_visit(fixture_desk2(fixture), &theirs,
				    fixture->clock.now, &err));
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM visit"
						 " WHERE state = 'serving'"),
			 2);
	visit_release(&mine);
	visit_release(&theirs);
}

static void a_hold_wants_its_reason(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	matter_come(fixture->desk, &visit);
	fixture_refused(
	    desk_hold_visit(fixture->desk, visit.visit_id, " ", &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "reason");
	fixture_ok(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err));
	fixture_refused(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err),
	    ERROR_CONFLICT);
	visit_release(&visit);
}

static void the_cue_greets_everyone_the_resident_first(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit_cue cue;
	struct visit visit;
	int64_t luis = fixture_resident(fixture, "Mr.", "Luis", "Alvarez");
	int64_t elena = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");

	matter_come(fixture->desk, &visit);
	visit_add_person(&visit, luis, 0, PART_SPEAKS_FOR, NULL);
	visit_note_person(&visit.people[0], "the fence");
	visit_add_person(&visit, elena, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_cue_visit(fixture->desk, &visit, &cue, &err));
	assert_non_null(strstr(cue.cue.say, "Ms. Alvarez"));
	assert_non_null(strstr(cue.cue.say, "Mr. Alvarez"));
	assert_true(strstr(cue.cue.say, "Ms. Alvarez") <
		    strstr(cue.cue.say, "Mr. Alvarez"));
	assert_string_equal(cue.close, "Thank you, Ms. Alvarez.");
	assert_string_equal(cue.cue.ask, "What can I do for you?");
	assert_int_equal(cue.know_count, 1);
	assert_string_equal(
	    cue.know[0],
	    "No earlier visit is on record: say what happens next");
	visit_cue_release(&cue);
	visit_release(&visit);
}

static void the_cue_asks_the_next_question_and_knows_the_card(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit_cue cue;
	struct visit visit;
	struct contact *contact;

	matter_come(fixture->desk, &visit);
	contact = visit_add_contact(&visit);
	contact->topic_id = fixture->topics[FIXTURE_FENCE];
	fixture_ok(desk_cue_visit(fixture->desk, &visit, &cue, &err));
	assert_string_equal(cue.cue.ask, "How high is the fence?");
	assert_int_equal(cue.know_count, 1);
	assert_string_equal(
	    cue.know[0], "Bring site plan, ID · $112 · never verified: STALE");
	visit_cue_release(&cue);
	contact_set_answer(contact, fixture->fence_height, NULL, false);
	fixture_ok(desk_cue_visit(fixture->desk, &visit, &cue, &err));
	assert_string_equal(cue.cue.ask, "On which side is the fence?");
	visit_cue_release(&cue);
	contact_set_answer(contact, fixture->fence_side, "rear", true);
	fixture_ok(desk_cue_visit(fixture->desk, &visit, &cue, &err));
	assert_string_equal(
	    cue.cue.ask,
	    "Let me make sure I have it right. Is anything missing?");
	visit_cue_release(&cue);
	visit_release(&visit);
}

static void a_wrong_time_on_paper_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit = {0};
	struct visit_times times = {.arrived_at = FIXTURE_START - 5000,
				    .begun_at = FIXTURE_START - 6000,
				    .ended_at = FIXTURE_START - 1000};

	visit_add_contact(&visit)->result = RESULT_ANSWERED;
	fixture_refused(desk_enter_visit(fixture->desk, &visit, &times, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "begun_at");
	times.begun_at = 0;
	times.ended_at = FIXTURE_START + 1000;
	fixture_refused(desk_enter_visit(fixture->desk, &visit, &times, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "ended_at");
	visit_release(&visit);
}

static void a_visit_from_paper_has_its_true_times(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit = {0};
	struct visit_times times = {
	    .arrived_at = FIXTURE_START - 60 * CLOCK_MINUTE,
	    .called_at = FIXTURE_START - 50 * CLOCK_MINUTE,
	    .begun_at = FIXTURE_START - 49 * CLOCK_MINUTE,
	    .ended_at = FIXTURE_START - 40 * CLOCK_MINUTE,
	    .hold_count = 1,
	};

	times.holds = mem_new(1, sizeof(*times.holds));
	times.holds[0].began_at = FIXTURE_START - 45 * CLOCK_MINUTE;
	times.holds[0].ended_at = FIXTURE_START - 43 * CLOCK_MINUTE;
	times.holds[0].reason = mem_copy("copies");
	visit_add_contact(&visit)->topic_id = fixture->topics[FIXTURE_DOG];
	visit.contacts[0].result = RESULT_GIVEN;
	fixture_ok(desk_enter_visit(fixture->desk, &visit, &times, &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM visit"
				    " WHERE state = 'served' AND is_timed = 1"
				    " AND wait_length = 600000"
				    " AND service_length = 420000"
				    " AND entered_at IS NOT NULL"),
	    1);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM period"
						 " WHERE ended_at IS NOT NULL"),
			 5);
	assert_int_equal(fixture_number(fixture,
					"SELECT SUM(ended_at - began_at)"
					" FROM period"),
			 20 * CLOCK_MINUTE);
	assert_int_equal(
	    fixture_number(fixture,
			   "SELECT COUNT(*) FROM request"
			   " WHERE state = 'resolved' AND resolved_on ="
			   " '2026-11-23' AND received_on = '2026-11-23'"
			   " AND first_acknowledged_on = '2026-11-23'"),
	    1);
	free(times.holds[0].reason);
	free(times.holds);
	visit_release(&visit);
}

static void paper_without_a_call_is_not_timed(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit = {0}, left = {.state = VISIT_LEFT};
	const struct visit_times times = {.begun_at = FIXTURE_START - 9000,
					  .ended_at = FIXTURE_START - 1000};
	const struct visit_times waited = {.arrived_at = FIXTURE_START - 9000,
					   .ended_at = FIXTURE_START - 1000};

	visit_add_contact(&visit)->result = RESULT_ANSWERED;
	fixture_ok(desk_enter_visit(fixture->desk, &visit, &times, &err));
	fixture_ok(desk_enter_visit(fixture->desk, &left, &waited, &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM visit WHERE state ="
				    " 'served' AND is_timed = 0"
				    " AND wait_length IS NULL"
				    " AND service_length = 8000"),
	    1);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM visit WHERE state ="
				    " 'left' AND left_when = 'waiting'"
				    " AND wait_length IS NULL"),
	    1);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM period"
						 " WHERE kind = 'waiting'"),
			 1);
	visit_release(&visit);
	visit_release(&left);
}

#define VISIT_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    VISIT_TEST(a_visit_begun_outside_the_line_is_not_timed),
	    VISIT_TEST(a_visit_begins_when_enter_was_pressed),
	    VISIT_TEST(whoever_was_called_goes_on_with_what_the_line_knew),
	    VISIT_TEST(somebody_who_waits_may_be_served_without_a_call),
	    VISIT_TEST(another_windows_visitor_is_not_taken),
	    VISIT_TEST(serving_one_visit_holds_the_other),
	    VISIT_TEST(a_colleagues_visit_is_not_held),
	    VISIT_TEST(a_hold_wants_its_reason),
	    VISIT_TEST(the_cue_greets_everyone_the_resident_first),
	    VISIT_TEST(the_cue_asks_the_next_question_and_knows_the_card),
	    VISIT_TEST(a_wrong_time_on_paper_is_refused),
	    VISIT_TEST(a_visit_from_paper_has_its_true_times),
	    VISIT_TEST(paper_without_a_call_is_not_timed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
