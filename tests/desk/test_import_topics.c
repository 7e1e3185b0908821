/*
 * test_import_topics.c - topics with their questions and cards from CSV
 */
#include <stdio.h>
#include <string.h>

#include "csv_import.h"
#include "frontdesk/desk/import.h"
#include "frontdesk/desk/topic.h"
#include "matter.h"

static void a_topic_comes_with_its_questions(void **state)
{
	struct fixture *fixture = *state;
	struct import_report report;
	struct error err = {0};

	fixture_ok(csv_import(
	    fixture, IMPORT_TOPICS,
	    "code,name,department,question,ask,kind,choices,required\n"
	    "bee-hive,Bee hive,Bees,Count,How many hives?,number,,yes\n"
	    "bee-hive,,,Where,Front or back?,choice,front|back,\n"
	    "fence-permit,Fence permit,Planning,,,,,\n",
	    &report, &err));
	assert_int_equal(report.complaint_count, 0);
	assert_int_equal(report.new_count, 1);
	assert_int_equal(report.changed_count, 1);
	import_report_release(&report);
	assert_int_equal(
	    fixture_number(fixture,
			   "SELECT count(*) FROM question q JOIN topic t ON "
			   "t.topic_version_id = q.topic_version_id "
			   "WHERE t.code = 'bee-hive'"),
	    2);
	csv_import_complains(fixture, IMPORT_TOPICS,
			     "code,name,department,question,kind\n"
			     "a,A,Bees,Q,text\na,,,R,poem\n",
			     3, "kind", "choice");
}

static bool add_text(const char *line, void *state, struct error *err)
{
	(void)err;
	str_add(state, line);
	return true;
}

static void a_topic_goes_out_and_comes_in_with_everything(void **state)
{
	static const char whole[] =
	    "code,name,words,department,handler,quick_result,quick_words,bring,"
	    "fee,steps,other_ways,not_ours_where,alternative,appeal,contact,"
	    "verified_on,verified_by,review_days,also_asked,question,ask,kind,"
	    "choices,required,danger,notice,retired\r\n"
	    "bee-hive,Bee hive,honey wasp,Animal Services,kosei,not_ours,Gave "
	    "the number,a veil,$5,\"First, call.\nThen wait.\",By mail,The "
	    "county,A beekeeper,In writing,555-0199,2026-08-12,mhale,90,"
	    "\"Wasps too?\n– No.\",Count,How many hives?,number,,yes,,,\r\n"
	    "bee-hive,,,,,,,,,,,,,,,,,,,Where,Front or "
	    "back?,choice,front|back,,front|?,Keep away from the door.,\r\n";
	struct fixture *fixture = *state;
	struct import_report report;
	struct error err = {0};
	struct str first = STR_INIT, second = STR_INIT;

	fixture_ok(csv_import(fixture, IMPORT_TOPICS, whole, &report, &err));
	assert_int_equal(report.complaint_count, 0);
	import_report_release(&report);
	fixture_ok(
	    desk_export(fixture->desk, EXPORT_TOPICS, add_text, &first, &err));
	matter_has(str_text(&first), strchr(whole, '\n') + 1);
	fixture_ok(csv_import(fixture, IMPORT_TOPICS, str_text(&first), &report,
			      &err));
	assert_int_equal(report.complaint_count, 0);
	assert_int_equal(report.new_count, 0);
	import_report_release(&report);
	fixture_ok(
	    desk_export(fixture->desk, EXPORT_TOPICS, add_text, &second, &err));
	assert_string_equal(str_text(&first), str_text(&second));
	csv_import_complains(fixture, IMPORT_TOPICS,
			     "code,name,department,question,ask,kind,danger\n"
			     "a,A,Bees,Gas,Smell it?,yes_no,yes\n",
			     2, "notice", "what is to be done");
	str_release(&first);
	str_release(&second);
}

static void import_fence(struct fixture *fixture, const char *text,
			 size_t changed, size_t unchanged)
{
	struct import_report report;
	struct error err = {0};

	fixture_ok(csv_import(fixture, IMPORT_TOPICS, text, &report, &err));
	assert_int_equal(report.complaint_count, 0);
	assert_int_equal(report.changed_count, changed);
	assert_int_equal(report.unchanged_count, unchanged);
	import_report_release(&report);
}

/* Literals: a statement is known by its address. */
#define FENCE_NUMBER(what)                                                     \
	"SELECT " what " FROM topic t JOIN topic_version v ON "                \
	"v.topic_id = t.topic_id WHERE t.code = 'fence-permit'"

static void a_column_that_is_not_there_keeps_what_stands(void **state)
{
	static const char fee[] = "code,name,department,fee\n"
				  "fence-permit,Fence permit,Planning,$7\n";
	struct fixture *fixture = *state;
	struct error err = {0};
	struct topic was, now;
	int64_t id = fixture->topics[FIXTURE_FENCE];

	fixture_ok(desk_get_topic(fixture->desk, id, &was, &err));
	import_fence(fixture, fee, 1, 0);
	fixture_ok(desk_get_topic(fixture->desk, id, &now, &err));
	assert_string_equal(now.fee, "$7");
	assert_string_equal(now.bring, was.bring);
	assert_int_equal(now.staff_id, was.staff_id);
	assert_true(now.question_count > 0);
	assert_int_equal(now.question_count, was.question_count);
	topic_release(&was);
	topic_release(&now);
	assert_int_equal(fixture_number(fixture, FENCE_NUMBER("count(*)")), 2);
	import_fence(fixture, fee, 0, 1);
	assert_int_equal(fixture_number(fixture, FENCE_NUMBER("count(*)")), 2);
}

static void a_card_is_not_verified_on_a_day_to_come(void **state)
{
	csv_import_complains(*state, IMPORT_TOPICS,
			     "code,name,department,verified_on\n"
			     "fence-permit,Fence permit,Planning,2099-01-01\n",
			     2, "verified_on", "still to come");
}

static void a_topic_is_retired_by_its_column_and_used_again(void **state)
{
	struct fixture *fixture = *state;

	import_fence(fixture,
		     "code,name,department,retired\n"
		     "fence-permit,Fence permit,Planning,yes\n",
		     1, 0);
	assert_int_equal(
	    fixture_number(fixture, FENCE_NUMBER("min(t.is_active)")), 0);
	assert_int_equal(fixture_number(fixture, FENCE_NUMBER("count(*)")), 1);
	/* Without the column it stays so. */
	import_fence(fixture,
		     "code,name,department,fee\n"
		     "fence-permit,Fence permit,Planning,$7\n",
		     1, 0);
	assert_int_equal(
	    fixture_number(fixture, FENCE_NUMBER("min(t.is_active)")), 0);
	import_fence(fixture,
		     "code,name,department,retired\n"
		     "fence-permit,Fence permit,Planning,\n",
		     1, 0);
	assert_int_equal(
	    fixture_number(fixture, FENCE_NUMBER("min(t.is_active)")), 1);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, csv_import_setup,                \
					fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_topic_comes_with_its_questions),
	    TEST(a_topic_goes_out_and_comes_in_with_everything),
	    TEST(a_column_that_is_not_there_keeps_what_stands),
	    TEST(a_card_is_not_verified_on_a_day_to_come),
	    TEST(a_topic_is_retired_by_its_column_and_used_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
