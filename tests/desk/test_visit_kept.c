/*
 * test_visit_kept.c - what was typed into a visit: saved, put aside, read back
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static void what_was_typed_is_read_back(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, read;
	struct contact *contact;
	int64_t elena = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	int64_t luis = fixture_resident(fixture, "Mr.", "Luis", "Alvarez");

	matter_come(fixture->desk, &visit);
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

	matter_come(fixture->desk, &visit);
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

	matter_come(fixture->desk, &mine);
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

	matter_come(fixture->desk, &visit);
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

	matter_come(fixture->desk, &visit);
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
	matter_come(fixture->desk, &visit);
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

	matter_come(fixture->desk, &visit);
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

	matter_come(fixture->desk, &first);
	fixture_ok(desk_put_aside(fixture->desk, &first, "1", &err));
	fixture_pass(fixture, 1000);
	matter_come(fixture->desk, &second);
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

	matter_come(fixture->desk, &visit);
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

	matter_come(f->desk, &first);
	visit_add_contact(&first)->topic_id = f->topics[FIXTURE_FENCE];
	first.contacts[0].result = RESULT_OPENED;
	contact_set_answer(&first.contacts[0], f->fence_height, "6", true);
	fixture_ok(desk_finish_visit(f->desk, &first, f->clock.now, &err));
	fixture_pass(f, 24 * CLOCK_HOUR);
	for (size_t i = 0; i < 2; i++) {
		matter_come(f->desk, &second);
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

#define VISIT_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
