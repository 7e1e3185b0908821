/*
 * test_topic.c - who may change a card, and what becomes of the one before
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/topic.h"
#include "matter.h"

static void read_fence(struct fixture *fixture, struct topic *out)
{
	struct error err = {0};

	fixture_ok(desk_get_topic(fixture->desk, fixture->topics[FIXTURE_FENCE],
				  out, &err));
}

static int64_t fence_versions(struct fixture *fixture)
{
	return fixture_number(fixture,
			      "SELECT count(*) FROM topic_version v JOIN topic "
			      "t ON t.topic_id = v.topic_id WHERE t.code = "
			      "'fence-permit'");
}

static void only_who_keeps_a_card_changes_it(void **state)
{
	struct fixture *fixture = *state;
	struct topic topic;
	struct error err = {0};

	read_fence(fixture, &topic);
	mem_replace(&topic.bring, "two site plans");
	fixture_refused(desk_save_topic(fixture->desk, &topic, false, &err),
			ERROR_DENIED);
	matter_has(err.text, "kept by Planning");
	fixture_sign_in(fixture, FIXTURE_OSEI); /* of Planning */
	fixture_ok(desk_save_topic(fixture->desk, &topic, false, &err));
	fixture_sign_in(fixture, FIXTURE_HALE); /* a supervisor */
	mem_replace(&topic.bring, "three site plans");
	fixture_ok(desk_save_topic(fixture->desk, &topic, false, &err));
	topic_release(&topic);
	read_fence(fixture, &topic);
	assert_string_equal(topic.bring, "three site plans");
	topic_release(&topic);
	assert_int_equal(fence_versions(fixture), 3);
}

static void what_was_read_before_another_change_is_a_conflict(void **state)
{
	struct fixture *fixture = *state;
	struct topic one, other;
	struct error err = {0};

	fixture_sign_in(fixture, FIXTURE_OSEI);
	read_fence(fixture, &one);
	read_fence(fixture, &other);
	mem_replace(&one.fee, "$120");
	mem_replace(&other.fee, "$130");
	fixture_ok(desk_save_topic(fixture->desk, &one, false, &err));
	fixture_refused(desk_save_topic(fixture->desk, &other, false, &err),
			ERROR_CONFLICT);
	topic_release(&one);
	topic_release(&other);
	read_fence(fixture, &one);
	assert_string_equal(one.fee, "$120");
	topic_release(&one);
}

static void where_nothing_differs_there_is_no_new_version(void **state)
{
	struct fixture *fixture = *state;
	struct topic topic;
	struct error err = {0};

	fixture_sign_in(fixture, FIXTURE_OSEI);
	read_fence(fixture, &topic);
	fixture_ok(desk_save_topic(fixture->desk, &topic, false, &err));
	topic_release(&topic);
	assert_int_equal(fence_versions(fixture), 1);
}

static void
verified_says_the_day_and_by_whom_and_a_change_keeps_both(void **state)
{
	struct fixture *fixture = *state;
	struct topic topic;
	struct error err = {0};

	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_verify_topic(fixture->desk,
				     fixture->topics[FIXTURE_FENCE], &err));
	fixture_sign_in(fixture, FIXTURE_HALE);
	read_fence(fixture, &topic);
	mem_replace(&topic.fee, "$120");
	fixture_ok(desk_save_topic(fixture->desk, &topic, false, &err));
	topic_release(&topic);
	read_fence(fixture, &topic);
	assert_string_equal(topic.verified_on.text, "2026-11-23");
	assert_string_equal(topic.verifier, "K. Osei");
	topic_release(&topic);
}

static void
each_version_stays_to_be_read_and_the_last_is_taken_back(void **state)
{
	struct fixture *fixture = *state;
	struct topic_version_list list;
	struct topic topic;
	struct error err = {0};
	char *said;

	fixture_sign_in(fixture, FIXTURE_OSEI);
	read_fence(fixture, &topic);
	mem_replace(&topic.name, "Fence and wall permit");
	fixture_ok(desk_save_topic(fixture->desk, &topic, false, &err));
	topic_release(&topic);
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	matter_has(said, "the card is as it was");
	free(said);
	read_fence(fixture, &topic);
	assert_string_equal(topic.name, "Fence permit");
	topic_release(&topic);
	fixture_ok(desk_list_topic_versions(
	    fixture->desk, fixture->topics[FIXTURE_FENCE], &list, &err));
	assert_int_equal(list.count, 2);
	assert_true(list.items[0].is_taken_back);
	assert_string_equal(list.items[0].made_by, "K. Osei");
	assert_true(list.items[1].is_in_use);
	fixture_ok(desk_get_topic_version(
	    fixture->desk, list.items[0].topic_version_id, &topic, &err));
	assert_string_equal(topic.name, "Fence and wall permit");
	topic_release(&topic);
	topic_version_list_release(&list);
}

static void a_new_topic_is_a_supervisors_and_has_a_code_of_its_own(void **state)
{
	struct fixture *fixture = *state;
	struct topic topic = {
	    .code = "bee-hive",
	    .name = "Bee hive",
	    .quick_result = RESULT_ANSWERED,
	    .department_id = fixture->departments[FIXTURE_ANIMALS],
	    .review_days = 90,
	};
	struct error err = {0};
	struct find found;

	fixture_refused(desk_save_topic(fixture->desk, &topic, false, &err),
			ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_save_topic(fixture->desk, &topic, true, &err));
	assert_true(topic.topic_id != 0);
	fixture_ok(desk_find_topics(fixture->desk, "bee", 5, &found, &err));
	assert_int_equal(found.count, 1);
	assert_int_equal(found.rows[0].id, topic.topic_id);
	find_release(&found);
	topic.topic_id = 0;
	fixture_refused(desk_save_topic(fixture->desk, &topic, false, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "code");
}

static size_t found(struct fixture *fixture, const char *text, bool *is_best)
{
	struct error err = {0};
	struct find find;
	size_t count;

	fixture_ok(desk_find_topics(fixture->desk, text, 5, &find, &err));
	count = find.count;
	*is_best = find.best_topic != NULL;
	find_release(&find);
	return count;
}

static void a_topic_is_found_by_its_card_and_never_logged_by_it(void **state)
{
	struct fixture *fixture = *state;
	struct topic topic;
	struct error err = {0};
	bool is_best;

	assert_int_equal(found(fixture, "surveyor", &is_best), 0);
	fixture_sign_in(fixture, FIXTURE_OSEI);
	read_fence(fixture, &topic);
	mem_replace(&topic.steps, "Ask a surveyor first.");
	fixture_ok(desk_save_topic(fixture->desk, &topic, false, &err));
	topic_release(&topic);
	assert_int_equal(found(fixture, "surve", &is_best), 1);
	assert_false(is_best);
	assert_int_equal(found(fixture, "fence surve", &is_best), 1);
	assert_int_equal(found(fixture, "sur", &is_best), 0);
	assert_int_equal(found(fixture, "fence", &is_best), 1);
	assert_true(is_best);
}

static void a_topic_is_found_by_what_two_requests_said(void **state)
{
	struct fixture *fixture = *state;
	int64_t resident = fixture_resident(fixture, "Ms.", "Ada", "Moss");
	bool is_best;

	matter_open(fixture, resident, "The hedge of Mr. Quill, 24872");
	assert_int_equal(found(fixture, "hedge", &is_best), 0);
	matter_open(fixture, resident, "A HEDGE instead, hedge!");
	assert_int_equal(found(fixture, "hedg", &is_best), 1);
	assert_false(is_best);
	assert_int_equal(found(fixture, "quill", &is_best), 0);
	matter_open(fixture, resident, "A hedge, of 24872");
	assert_int_equal(found(fixture, "24872", &is_best), 0);
}

static void a_topic_is_found_by_what_its_questions_say(void **state)
{
	struct fixture *fixture = *state;
	struct topic topic;
	struct error err = {0};
	bool is_best;

	fixture_sign_in(fixture, FIXTURE_OSEI);
	read_fence(fixture, &topic);
	mem_replace(&topic.bring, "site plan, ID");
	mem_replace(&topic.questions[0].ask, "Do you smell gas?");
	mem_replace(&topic.questions[0].danger, "*");
	mem_replace(&topic.questions[0].notice, "Touch no wires.");
	fixture_ok(desk_save_topic(fixture->desk, &topic, false, &err));
	topic_release(&topic);
	assert_int_equal(found(fixture, "gas", &is_best), 1);
	assert_false(is_best);
	assert_int_equal(found(fixture, "smell of gas", &is_best), 1);
	assert_int_equal(found(fixture, "do you smell", &is_best), 1);
	assert_int_equal(found(fixture, "wires", &is_best), 1);
	assert_true(found(fixture, "id", &is_best) > 0);
	assert_int_equal(found(fixture, "how you", &is_best), 0);
	fixture_write(fixture, "UPDATE topic_version SET folded_card = NULL");
	assert_int_equal(found(fixture, "fence", &is_best), 1);
	fixture_write(fixture, "UPDATE topic SET times_used = 9");
	assert_int_equal(found(fixture, "gas", &is_best), 1);
}

static void a_single_letter_logs_nothing(void **state)
{
	bool is_best;

	assert_true(found(*state, "f", &is_best) > 0);
	assert_false(is_best);
	assert_true(found(*state, "ga", &is_best) > 1);
	assert_false(is_best);
	assert_true(found(*state, "gar", &is_best) > 1);
	assert_true(is_best);
	assert_int_equal(found(*state, "fe", &is_best), 1);
	assert_true(is_best);
}

static void retired_it_is_offered_no_more_and_used_again(void **state)
{
	struct fixture *fixture = *state;
	int64_t id = fixture->topics[FIXTURE_FENCE];
	struct error err = {0};
	struct find find;
	bool is_best;
	char *said;

	fixture_refused(desk_retire_topic(fixture->desk, id, true, &err),
			ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_retire_topic(fixture->desk, id, true, &err));
	assert_int_equal(found(fixture, "fence", &is_best), 0);
	fixture_ok(
	    desk_find_all_topics(fixture->desk, "fence", 5, &find, &err));
	assert_int_equal(find.count, 1);
	assert_string_equal(find.rows[0].detail, "retired");
	find_release(&find);
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	free(said);
	assert_int_equal(found(fixture, "fence", &is_best), 1);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_topic_is_found_by_what_its_questions_say),
	    TEST(a_single_letter_logs_nothing),
	    TEST(retired_it_is_offered_no_more_and_used_again),
	    TEST(only_who_keeps_a_card_changes_it),
	    TEST(what_was_read_before_another_change_is_a_conflict),
	    TEST(where_nothing_differs_there_is_no_new_version),
	    TEST(verified_says_the_day_and_by_whom_and_a_change_keeps_both),
	    TEST(each_version_stays_to_be_read_and_the_last_is_taken_back),
	    TEST(a_topic_is_found_by_its_card_and_never_logged_by_it),
	    TEST(a_topic_is_found_by_what_two_requests_said),
	    TEST(a_new_topic_is_a_supervisors_and_has_a_code_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
