/*
 * test_topic.c - a topic changes, and requests keep what they were asked
 */
#include "fixture.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/topic.h"

struct saving {
	const struct topic *topic;
	int64_t topic_id;
	bool is_new;
};

static bool save(struct db *db, void *state, struct error *err)
{
	struct saving *saving = state;

	return topic_save(db, saving->topic, &saving->topic_id, &saving->is_new,
			  err);
}

static void a_changed_topic_is_a_new_version_and_the_old_one_stays(void **state)
{
	struct fixture *fixture = *state;
	struct question question = {.label = "Length",
				    .ask = "How long is the fence?",
				    .kind = QUESTION_NUMBER,
				    .choices = ""};
	struct topic topic = {.code = "fence-permit",
			      .name = "Fence and wall permit",
			      .department_id =
				  fixture->departments[FIXTURE_BUILDING],
			      .quick_result = RESULT_ANSWERED,
			      .verified_on = {"2026-11-01"},
			      .review_days = 90,
			      .questions = &question,
			      .question_count = 1};
	struct saving saving = {.topic = &topic};
	struct topic before, now, then;
	struct db *db = fixture_db(fixture);
	struct error err = {0};

	fixture_ok(
	    topic_get(db, fixture->topics[FIXTURE_FENCE], &before, &err));
	fixture_ok(db_transaction(db, save, &saving, &err));
	assert_false(saving.is_new);
	assert_int_equal(saving.topic_id, before.topic_id);
	fixture_ok(topic_get(db, before.topic_id, &now, &err));
	assert_string_equal(now.name, "Fence and wall permit");
	assert_string_equal(now.department, "Building");
	assert_string_equal(now.verified_on.text, "2026-11-01");
	assert_int_equal(now.review_days, 90);
	assert_int_equal(now.question_count, 1);
	assert_string_equal(now.questions[0].ask, "How long is the fence?");
	fixture_ok(topic_get_version(db, before.topic_version_id, &then, &err));
	assert_string_equal(then.name, "Fence permit");
	assert_int_equal(then.question_count, 2);
	assert_string_equal(then.questions[0].label, "Height");
	assert_true(then.questions[0].is_required);
	topic_release(&before);
	topic_release(&now);
	topic_release(&then);
}

static void a_question_keeps_its_identity_through_versions(void **state)
{
	struct fixture *fixture = *state;
	struct db *db = fixture_db(fixture);
	struct topic before, now;
	struct question moved[2];
	struct saving saving = {0};
	struct error err = {0};

	fixture_ok(
	    topic_get(db, fixture->topics[FIXTURE_FENCE], &before, &err));
	moved[0] = before.questions[1];
	moved[1] = before.questions[0];
	moved[1].label = "How high";
	moved[0].question_id = 0; /* as an import has it: of that label */
	struct topic changed = before;
	changed.questions = moved;
	saving.topic = &changed;
	fixture_ok(db_transaction(db, save, &saving, &err));
	fixture_ok(topic_get(db, before.topic_id, &now, &err));
	assert_int_equal(now.questions[0].question_id, fixture->fence_side);
	assert_int_equal(now.questions[1].question_id, fixture->fence_height);
	assert_string_equal(now.questions[1].label, "How high");
	topic_release(&before);
	topic_release(&now);
}

static void a_topic_that_is_not_there_is_said_so(void **state)
{
	struct fixture *fixture = *state;
	struct topic topic;
	struct error err = {0};
	int64_t id = 7;

	fixture_refused(topic_get(fixture_db(fixture), 999, &topic, &err),
			ERROR_NOT_FOUND);
	assert_true(err.text[0] != '\0');
	fixture_ok(topic_find_code(fixture_db(fixture), "moon", &id, &err));
	assert_int_equal(id, 0);
}

static void uses_are_counted(void **state)
{
	struct fixture *fixture = *state;
	struct topic_brief_list list;
	struct error err = {0};
	bool is_counted = false;

	fixture_ok(topic_count_use(fixture_db(fixture),
				   fixture->topics[FIXTURE_DOG], &err));
	fixture_ok(topic_list(fixture_db(fixture), &list, &err));
	assert_int_equal(list.count, FIXTURE_TOPIC_COUNT);
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].times_used == 1) {
			assert_string_equal(list.items[i].folded_name,
					    "dog licence");
			is_counted = true;
		}
	assert_true(is_counted);
	topic_brief_list_release(&list);
}

static void a_department_is_added_once(void **state)
{
	struct fixture *fixture = *state;
	const struct department again = {.name = "Planning"};
	struct department_list list;
	struct error err = {0};
	int64_t id;

	fixture_ok(department_insert(fixture_db(fixture), &again, &id, &err));
	assert_int_equal(id, fixture->departments[FIXTURE_PLANNING]);
	fixture_ok(department_list(fixture_db(fixture), &list, &err));
	assert_int_equal(list.count, FIXTURE_DEPARTMENT_COUNT);
	assert_string_equal(list.items[0].name, "Animal Services");
	department_list_release(&list);
}

static bool use_fence(struct db *db, void *state, struct error *err)
{
	const struct fixture *fixture = state;

	return topic_count_use(db, fixture->topics[FIXTURE_FENCE], err);
}

static uint64_t stamp_of(struct fixture *fixture)
{
	struct error err = {0};
	uint64_t stamp;

	fixture_ok(topic_list_stamp(fixture_db(fixture), &stamp, &err));
	return stamp;
}

static void
the_stamp_changes_with_the_topics_and_with_nothing_else(void **state)
{
	struct fixture *fixture = *state;
	struct topic topic = {.code = "fence-permit",
			      .name = "Fence and wall permit",
			      .department_id =
				  fixture->departments[FIXTURE_BUILDING],
			      .quick_result = RESULT_ANSWERED,
			      .verified_on = {"2026-11-01"},
			      .review_days = 90};
	struct saving saving = {.topic = &topic};
	uint64_t first = stamp_of(fixture), changed;
	struct error err = {0};

	fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	assert_true(stamp_of(fixture) == first);
	fixture_ok(db_transaction(fixture_db(fixture), save, &saving, &err));
	changed = stamp_of(fixture);
	assert_true(changed != first);
	fixture_ok(
	    db_transaction(fixture_db(fixture), use_fence, fixture, &err));
	assert_true(stamp_of(fixture) != changed);
}

#define TOPIC_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TOPIC_TEST(a_changed_topic_is_a_new_version_and_the_old_one_stays),
	    TOPIC_TEST(a_question_keeps_its_identity_through_versions),
	    TOPIC_TEST(a_topic_that_is_not_there_is_said_so),
	    TOPIC_TEST(uses_are_counted),
	    TOPIC_TEST(a_department_is_added_once),
	    TOPIC_TEST(the_stamp_changes_with_the_topics_and_with_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
