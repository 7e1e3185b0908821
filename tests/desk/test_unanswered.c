/*
 * test_unanswered.c - what nobody knew: whose work it is, and its answer
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/topic.h"
#include "frontdesk/desk/unanswered.h"
#include "matter.h"

static int to_answer(struct fixture *fixture)
{
	struct error err = {0};
	struct yours yours;
	struct list_page page;

	fixture_ok(desk_yours(fixture->desk, &yours, &err));
	fixture_ok(
	    desk_read_list(fixture->desk, LIST_UNANSWERED, 50, &page, &err));
	assert_int_equal(yours.unanswered, page.count);
	list_page_release(&page);
	return yours.unanswered;
}

static int64_t note(struct fixture *fixture, int64_t topic_id,
		    int64_t request_id)
{
	struct error err = {0};
	char *owner;

	fixture_ok(desk_note_unanswered(fixture->desk, topic_id, request_id,
					"May it be of straw?", &owner, &err));
	free(owner);
	return fixture_number(fixture,
			      "SELECT max(unanswered_id) FROM unanswered");
}

static void it_is_the_work_of_whoever_keeps_the_topic(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	bool is_to_tell;
	int64_t id = note(fixture, fixture->topics[FIXTURE_FENCE], 0);

	assert_int_equal(to_answer(fixture), 0);
	fixture_refused(desk_answer_unanswered(fixture->desk, id, "No.", NULL,
					       &is_to_tell, &err),
			ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_OSEI);
	assert_int_equal(to_answer(fixture), 1);
	fixture_ok(desk_answer_unanswered(fixture->desk, id, "No, it burns.",
					  NULL, &is_to_tell, &err));
	assert_false(is_to_tell);
	assert_int_equal(to_answer(fixture), 0);
	fixture_refused(desk_answer_unanswered(fixture->desk, id, "Yes.", NULL,
					       &is_to_tell, &err),
			ERROR_CONFLICT);
}

static void without_a_topic_or_a_department_it_is_a_supervisors(void **state)
{
	struct fixture *fixture = *state;

	note(fixture, 0, 0);
	assert_int_equal(to_answer(fixture), 0);
	fixture_sign_in(fixture, FIXTURE_HALE);
	assert_int_equal(to_answer(fixture), 1);
}

static void
on_the_card_it_stands_in_a_new_version_and_is_taken_back(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct topic topic;
	bool is_to_tell;
	char *said;
	int64_t id = note(fixture, fixture->topics[FIXTURE_FENCE], 0);

	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_answer_unanswered(fixture->desk, id, "No, it burns.",
					  "May it be of straw?", &is_to_tell,
					  &err));
	fixture_ok(desk_get_topic(fixture->desk, fixture->topics[FIXTURE_FENCE],
				  &topic, &err));
	assert_string_equal(topic.also_asked,
			    "May it be of straw?\n– No, it burns.");
	topic_release(&topic);
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	free(said);
	assert_int_equal(to_answer(fixture), 1);
	fixture_ok(desk_get_topic(fixture->desk, fixture->topics[FIXTURE_FENCE],
				  &topic, &err));
	assert_string_equal(topic.also_asked, "");
	topic_release(&topic);
}

static void
whoever_noted_it_has_the_answer_to_tell_and_told_it_stays(void **state)
{
	struct fixture *fixture = *state;
	int64_t resident = fixture_resident(fixture, "Ms.", "Ada", "Moss");
	int64_t request = matter_open(fixture, resident, "A fence of straw?");
	int64_t id = note(fixture, fixture->topics[FIXTURE_FENCE], request);
	struct error err = {0};
	struct yours yours;
	bool is_to_tell;
	char *said;

	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_answer_unanswered(fixture->desk, id, "No, it burns.",
					  NULL, &is_to_tell, &err));
	assert_true(is_to_tell);
	fixture_ok(desk_yours(fixture_desk2(fixture), &yours, &err));
	assert_int_equal(yours.to_tell, 0);
	fixture_ok(desk_tell(
	    fixture->desk,
	    fixture_number(fixture, "SELECT max(told_id) FROM told WHERE "
				    "note LIKE '%straw%burns%'"),
	    "", &err));
	desk_forget_acts(fixture->desk);
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM told o JOIN staff s "
				    "ON s.staff_id = o.staff_id WHERE s.login "
				    "= 'aruiz' AND o.told_at IS NOT NULL"),
	    1);
	fixture_refused(desk_take_back(fixture->desk, &said, &err),
			ERROR_NOT_FOUND);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void the_day_counts_cards_and_questions(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct day today = desk_today(fixture->desk);
	struct summary summary;
	struct visit visit;
	bool is_to_tell;
	int64_t id = note(fixture, fixture->topics[FIXTURE_FENCE], 0);

	note(fixture, fixture->topics[FIXTURE_DOG], 0);
	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, "How high?",
		     &visit);
	contact_set_answer(&visit.contacts[0], fixture->fence_height, NULL,
			   false);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	visit_release(&visit);
	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, "And how far?",
		     &visit);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	visit_release(&visit);
	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_answer_unanswered(fixture->desk, id, "No.", NULL,
					  &is_to_tell, &err));
	fixture_ok(desk_verify_topic(fixture->desk,
				     fixture->topics[FIXTURE_FENCE], &err));
	fixture_ok(desk_sum_up(fixture->desk, today, today, &summary, &err));
	assert_int_equal(summary.required_n, 2);
	assert_int_equal(summary.required_asked, 1);
	assert_int_equal(summary.topic_cards, FIXTURE_TOPIC_COUNT);
	assert_int_equal(summary.stale_cards, FIXTURE_TOPIC_COUNT - 1);
	assert_int_equal(summary.unanswered_noted, 2);
	assert_int_equal(summary.unanswered_answered, 1);
	assert_int_equal(summary.unanswered_open, 1);
	assert_string_equal(summary.unanswered.items[0].topic, "Dog licence");
	assert_null(summary.unanswered.items[0].who); /* no supervisor */
	summary_release(&summary);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void a_question_has_words(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char *owner;

	fixture_refused(
	    desk_note_unanswered(fixture->desk, 0, 0, " ", &owner, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "words");
}

static void an_open_question_goes_where_its_topic_goes(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct topic topic;

	note(fixture, fixture->topics[FIXTURE_FENCE], 0);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_get_topic(fixture->desk, fixture->topics[FIXTURE_FENCE],
				  &topic, &err));
	topic.staff_id = 0;
	topic.department_id = fixture->departments[FIXTURE_ANIMALS];
	fixture_ok(desk_save_topic(fixture->desk, &topic, false, &err));
	topic_release(&topic);
	fixture_sign_in(fixture, FIXTURE_OSEI);
	assert_int_equal(to_answer(fixture), 0);
	assert_int_equal(
	    fixture_number(fixture,
			   "SELECT owner_department_id FROM unanswered"),
	    fixture->departments[FIXTURE_ANIMALS]);
}

static void it_is_passed_on_and_that_is_taken_back(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char *owner, *said;
	int64_t id = note(fixture, fixture->topics[FIXTURE_FENCE], 0);
	int64_t animals = fixture->departments[FIXTURE_ANIMALS];

	fixture_refused(
	    desk_pass_unanswered(fixture->desk, id, 0, animals, &owner, &err),
	    ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(
	    desk_pass_unanswered(fixture->desk, id, 0, animals, &owner, &err));
	assert_string_equal(owner, "Animal Services");
	free(owner);
	assert_int_equal(to_answer(fixture), 0);
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	free(said);
	assert_int_equal(to_answer(fixture), 1);
}

static void on_the_card_it_stands_as_its_owner_words_it(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct topic topic;
	bool is_to_tell;
	int64_t id = note(fixture, fixture->topics[FIXTURE_FENCE], 0);

	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_refused(desk_answer_unanswered(fixture->desk, id, "No.", " ",
					       &is_to_tell, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "question");
	fixture_ok(desk_answer_unanswered(fixture->desk, id, "No.",
					  "Straw allowed?", &is_to_tell, &err));
	fixture_ok(desk_get_topic(fixture->desk, fixture->topics[FIXTURE_FENCE],
				  &topic, &err));
	assert_string_equal(topic.also_asked, "Straw allowed?\n– No.");
	topic_release(&topic);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(an_open_question_goes_where_its_topic_goes),
	    TEST(it_is_passed_on_and_that_is_taken_back),
	    TEST(on_the_card_it_stands_as_its_owner_words_it),
	    TEST(it_is_the_work_of_whoever_keeps_the_topic),
	    TEST(without_a_topic_or_a_department_it_is_a_supervisors),
	    TEST(on_the_card_it_stands_in_a_new_version_and_is_taken_back),
	    TEST(whoever_noted_it_has_the_answer_to_tell_and_told_it_stays),
	    TEST(the_day_counts_cards_and_questions),
	    TEST(a_question_has_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
