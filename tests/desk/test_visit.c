/*
 * test_visit.c - beginning, holding, putting aside, saving, entering
 */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/visit.h"

static void begin(struct fixture *fixture, struct visit *visit)
{
	struct error err = {0};

	*visit = (struct visit){0};
	fixture_ok(
	    desk_begin_visit(fixture->desk, visit, fixture->clock.now, &err));
}

static void a_visit_begun_outside_the_line_is_not_timed(void **state)
{
	struct fixture *fixture = *state;
	struct visit visit;

	begin(fixture, &visit);
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

	begin(fixture, &first);
	fixture_pass(fixture, CLOCK_MINUTE);
	begin(fixture, &second);
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

	begin(fixture, &mine);
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

	begin(fixture, &visit);
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

static void what_was_typed_is_read_back(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, read;
	struct contact *contact;
	int64_t elena = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	int64_t luis = fixture_resident(fixture, "Mr.", "Luis", "Alvarez");

	begin(fixture, &visit);
	visit_add_person(&visit, luis, 0, PART_SPEAKS_FOR, NULL);
	visit_note_person(&visit.people[0], "the fence");
	visit_add_person(&visit, elena, 0, PART_THEMSELVES, NULL);
	contact = visit_add_contact(&visit);
	contact->topic_id = fixture->topics[FIXTURE_FENCE];
	contact->place = mem_copy("Ironwood Ave");
	contact->words = mem_copy("Where is the plan check?");
	contact->concern = mem_copy("Took a day off work to come");
	contact_add_number(contact, NUMBER_PERMIT, "BLD-26-0412");
	contact_set_answer(contact, fixture->fence_height, "6", true);
	contact_set_answer(contact, fixture->fence_side, NULL, false);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	assert_true(visit.contacts[0].request_id > 0);
	assert_int_equal(visit.contacts[0].reference[0], 'R');
	fixture_ok(desk_get_visit(fixture->desk, visit.visit_id, &read, &err));
	assert_int_equal(read.person_count, 2);
	assert_string_equal(read.people[0].name, "Ms. Elena Alvarez");
	assert_int_equal(read.people[1].part, PART_SPEAKS_FOR);
	assert_int_equal(read.contact_count, 1);
	contact = &read.contacts[0];
	assert_string_equal(contact->reference, visit.contacts[0].reference);
	assert_string_equal(contact->place, "Ironwood Ave");
	assert_string_equal(contact->words, "Where is the plan check?");
	assert_string_equal(contact->concern, "Took a day off work to come");
	assert_int_equal(contact->number_count, 1);
	assert_string_equal(contact->numbers[0].value, "BLD-26-0412");
	assert_int_equal(contact->answer_count, 2);
	assert_int_equal(read.edition, visit.edition);
	assert_int_equal(contact->result, RESULT_NONE);
	visit_release(&read);
	visit_release(&visit);
}

static void a_second_save_replaces_what_changed(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, read;
	struct contact *contact;
	int64_t ana = fixture_resident(fixture, "Ms.", "Ana", "Lopez");
	int64_t bo = fixture_resident(fixture, "Mr.", "Bo", "Lund");

	begin(fixture, &visit);
	visit_add_person(&visit, ana, 0, PART_THEMSELVES, NULL);
	contact = visit_add_contact(&visit);
	contact->topic_id = fixture->topics[FIXTURE_FENCE];
	contact_set_answer(contact, fixture->fence_height, "6", true);
	contact_add_number(contact, NUMBER_ACCOUNT, "1-22");
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	visit.people[0].resident_id = bo;
	contact = &visit.contacts[0];
	contact_set_answer(contact, fixture->fence_height, "", true);
	mem_replace(&contact->numbers[0].value, "1-23");
	mem_replace(&contact->done, "Looked it up");
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_get_visit(fixture->desk, visit.visit_id, &read, &err));
	assert_int_equal(read.person_count, 1);
	assert_int_equal(read.people[0].resident_id, bo);
	assert_int_equal(read.contacts[0].answer_count, 0);
	assert_int_equal(read.contacts[0].number_count, 1);
	assert_string_equal(read.contacts[0].numbers[0].value, "1-23");
	assert_string_equal(read.contacts[0].done, "Looked it up");
	/* Parties follow the visit's people until F9. */
	assert_int_equal(
	    fixture_number(fixture, "SELECT resident_id FROM request_party"),
	    bo);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request"), 1);
	visit_release(&read);
	visit_release(&visit);
}

static void a_stale_save_is_a_conflict_and_changes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit mine, theirs;

	begin(fixture, &mine);
	fixture_ok(desk_get_visit(fixture_desk2(fixture), mine.visit_id,
				  &theirs, &err));
	visit_add_contact(&theirs)->words = mem_copy("theirs");
	fixture_ok(desk_save_visit(fixture_desk2(fixture), &theirs, &err));
	visit_add_contact(&mine)->words = mem_copy("mine");
	fixture_refused(desk_save_visit(fixture->desk, &mine, &err),
			ERROR_CONFLICT);
	assert_int_equal(mine.contacts[0].request_id, 0);
	assert_null(mine.contacts[0].reference);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM contact"
						 " WHERE words = 'mine'"),
			 0);
	visit_release(&mine);
	visit_release(&theirs);
}

static void an_untouched_contact_makes_no_request(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit);
	visit_add_contact(&visit);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request"), 0);
	visit_release(&visit);
}

static void what_is_put_aside_comes_back_at_another_window(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, taken;
	int64_t last;
	char *form;

	begin(fixture, &visit);
	visit_add_contact(&visit)->words = mem_copy("half a sent");
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_put_aside(fixture->desk, &visit, "{\"words\":\"half\"}",
				  &err));
	assert_int_equal(visit.state, VISIT_ASIDE);
	fixture_ok(desk_last_aside(fixture->desk, &last, &err));
	assert_int_equal(last, visit.visit_id);
	fixture_ok(desk_last_aside(fixture_desk2(fixture), &last, &err));
	assert_int_equal(last, 0);
	fixture_pass(fixture, 4 * CLOCK_MINUTE);
	fixture_ok(desk_take_up(fixture_desk2(fixture), visit.visit_id, &taken,
				&form, &err));
	assert_string_equal(form, "{\"words\":\"half\"}");
	assert_int_equal(taken.state, VISIT_SERVING);
	assert_int_equal(taken.counter_window_id, fixture->windows[1]);
	assert_string_equal(taken.contacts[0].words, "half a sent");
	assert_int_equal(taken.held_length, 4 * CLOCK_MINUTE);
	fixture_ok(desk_last_aside(fixture->desk, &last, &err));
	assert_int_equal(last, 0);
	free(form);
	visit_release(&taken);
	visit_release(&visit);
}

static void what_is_served_is_found_at_its_window_alone(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;
	int64_t served;

	fixture_ok(desk_find_served(fixture->desk, &served, &err));
	assert_int_equal(served, 0);
	begin(fixture, &visit);
	fixture_ok(desk_find_served(fixture->desk, &served, &err));
	assert_int_equal(served, visit.visit_id);
	fixture_ok(desk_find_served(fixture_desk2(fixture), &served, &err));
	assert_int_equal(served, 0);
	fixture_ok(desk_put_aside(fixture->desk, &visit, "", &err));
	fixture_ok(desk_find_served(fixture->desk, &served, &err));
	assert_int_equal(served, 0);
	visit_release(&visit);
}

static void a_form_that_is_not_fit_yet_is_put_aside_all_the_same(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, taken;
	char *form;

	begin(fixture, &visit);
	visit_add_contact(&visit)->result = RESULT_COULD_NOT;
	fixture_ok(desk_put_aside(fixture->desk, &visit, "typed", &err));
	fixture_ok(
	    desk_take_up(fixture->desk, visit.visit_id, &taken, &form, &err));
	assert_string_equal(form, "typed");
	free(form);
	visit_release(&taken);
	visit_release(&visit);
}

static void the_one_put_aside_last_comes_back_first(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit first, second;
	int64_t last;

	begin(fixture, &first);
	fixture_ok(desk_put_aside(fixture->desk, &first, "1", &err));
	fixture_pass(fixture, 1000);
	begin(fixture, &second);
	fixture_ok(desk_put_aside(fixture->desk, &second, "2", &err));
	fixture_ok(desk_last_aside(fixture->desk, &last, &err));
	assert_int_equal(last, second.visit_id);
	visit_release(&first);
	visit_release(&second);
}

static void an_open_request_is_taken_up_with_what_they_told(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;
	struct contact contact = {0};
	struct earlier_answer_list earlier;
	int64_t ana = fixture_resident(fixture, "Ms.", "Ana", "Lopez");

	begin(fixture, &visit);
	visit_add_person(&visit, ana, 0, PART_THEMSELVES, NULL);
	visit_add_contact(&visit)->topic_id = fixture->topics[FIXTURE_FENCE];
	visit.contacts[0].place = mem_copy("Fir Ave");
	visit.contacts[0].result = RESULT_OPENED;
	contact_set_answer(&visit.contacts[0], fixture->fence_height, "6",
			   true);
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_ok(desk_take_up_request(fixture->desk,
					visit.contacts[0].request_id, &contact,
					&earlier, &err));
	assert_string_equal(contact.place, "Fir Ave");
	assert_int_equal(contact.topic_id, fixture->topics[FIXTURE_FENCE]);
	assert_int_equal(earlier.count, 1);
	assert_string_equal(earlier.items[0].value, "6");
	assert_string_equal(earlier.items[0].told_on.text, "2026-11-23");
	earlier_answer_list_release(&earlier);
	contact_release(&contact);
	visit_release(&visit);
}

static void what_is_kept_again_keeps_the_day_it_was_told(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit first, second;
	struct contact unused = {0};
	struct earlier_answer_list earlier;
	const char *const values[] = {"6", "7"};
	const char *const days[] = {"2026-11-23", "2026-11-24"};

	begin(f, &first);
	visit_add_contact(&first)->topic_id = f->topics[FIXTURE_FENCE];
	first.contacts[0].result = RESULT_OPENED;
	contact_set_answer(&first.contacts[0], f->fence_height, "6", true);
	fixture_ok(desk_finish_visit(f->desk, &first, f->clock.now, &err));
	fixture_pass(f, 24 * CLOCK_HOUR);
	for (size_t i = 0; i < 2; i++) {
		begin(f, &second);
		visit_add_contact(&second)->request_id =
		    first.contacts[0].request_id;
		second.contacts[0].topic_id = f->topics[FIXTURE_FENCE];
		second.contacts[0].result = RESULT_OPENED;
		contact_set_answer(&second.contacts[0], f->fence_height,
				   values[i], true);
		fixture_ok(
		    desk_finish_visit(f->desk, &second, f->clock.now, &err));
		visit_release(&second);
		fixture_ok(desk_take_up_request(f->desk,
						first.contacts[0].request_id,
						&unused, &earlier, &err));
		assert_int_equal(earlier.count, 1);
		assert_string_equal(earlier.items[0].value, values[i]);
		assert_string_equal(earlier.items[0].told_on.text, days[i]);
		earlier_answer_list_release(&earlier);
		contact_release(&unused);
		unused = (struct contact){0};
	}
	visit_release(&first);
}

static void a_request_that_is_not_there_is_not_taken_up(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct contact contact = {0};
	struct earlier_answer_list earlier;

	fixture_refused(
	    desk_take_up_request(fixture->desk, 99, &contact, &earlier, &err),
	    ERROR_NOT_FOUND);
}

static void the_cue_greets_everyone_the_resident_first(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit_cue cue;
	struct visit visit;
	int64_t luis = fixture_resident(fixture, "Mr.", "Luis", "Alvarez");
	int64_t elena = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");

	begin(fixture, &visit);
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

	begin(fixture, &visit);
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
	    VISIT_TEST(what_was_typed_is_read_back),
	    VISIT_TEST(a_second_save_replaces_what_changed),
	    VISIT_TEST(a_stale_save_is_a_conflict_and_changes_nothing),
	    VISIT_TEST(an_untouched_contact_makes_no_request),
	    VISIT_TEST(what_is_put_aside_comes_back_at_another_window),
	    VISIT_TEST(what_is_served_is_found_at_its_window_alone),
	    VISIT_TEST(a_form_that_is_not_fit_yet_is_put_aside_all_the_same),
	    VISIT_TEST(the_one_put_aside_last_comes_back_first),
	    VISIT_TEST(an_open_request_is_taken_up_with_what_they_told),
	    VISIT_TEST(what_is_kept_again_keeps_the_day_it_was_told),
	    VISIT_TEST(a_request_that_is_not_there_is_not_taken_up),
	    VISIT_TEST(the_cue_greets_everyone_the_resident_first),
	    VISIT_TEST(the_cue_asks_the_next_question_and_knows_the_card),
	    VISIT_TEST(a_wrong_time_on_paper_is_refused),
	    VISIT_TEST(a_visit_from_paper_has_its_true_times),
	    VISIT_TEST(paper_without_a_call_is_not_timed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
