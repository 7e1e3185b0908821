/* What several people have in common within a week. */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/pattern.h"
#include "frontdesk/desk/unanswered.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static const char *const surnames[] = {"Alvarez", "Kowalski", "Nguyen",
				       "Okafor", "Reyes"};

/* A visit about a place that stays open; returns the request. */
static int64_t report(struct fixture *fixture, int64_t resident_id,
		      enum fixture_topic topic, const char *place)
{
	struct visit visit;
	struct error err = {0};
	int64_t request_id;

	matter_begin(fixture, fixture->desk, resident_id, topic, "It is back",
		     &visit);
	mem_replace(&visit.contacts[0].place, place);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	request_id = visit.contacts[0].request_id;
	matter_finish(fixture->desk, &visit, RESULT_OPENED);
	visit_release(&visit);
	return request_id;
}

static int64_t person(struct fixture *fixture, size_t index)
{
	return fixture_resident(fixture, "Ms.", "Ada", surnames[index]);
}

static void list(struct fixture *fixture, struct pattern_list *out)
{
	struct error err = {0};

	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_list_patterns(fixture->desk, out, &err));
	fixture_sign_in(fixture, FIXTURE_RUIZ);
}

static const struct pattern *pattern_of(const struct pattern_list *list,
					enum pattern_kind kind)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == kind)
			return &list->items[i];
	return NULL;
}

static void three_people_about_one_place_are_a_pattern(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	const struct pattern *found;
	struct pattern_list patterns;
	struct list_page page;
	int64_t last = 0;

	report(fixture, person(fixture, 0), FIXTURE_DOG, "Heacock St");
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	report(fixture, person(fixture, 1), FIXTURE_FENCE, "HEACOCK st");
	list(fixture, &patterns);
	assert_null(pattern_of(&patterns, PATTERN_PLACE));
	pattern_list_release(&patterns);
	last =
	    report(fixture, person(fixture, 2), FIXTURE_GARBAGE, "heacock st");
	list(fixture, &patterns);
	found = pattern_of(&patterns, PATTERN_PLACE);
	assert_non_null(found);
	assert_int_equal(found->people, 3);
	assert_string_equal(found->note, "3 people, 3 requests, open 3");
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(
	    desk_list_pattern_requests(fixture->desk, found, &page, &err));
	assert_int_equal(page.count, 3);
	assert_int_equal(page.rows[0].id, last);
	assert_string_equal(page.rows[0].who, "Ms. Ada Nguyen");
	list_page_release(&page);
	pattern_list_release(&patterns);
}

static void a_month_that_is_not_over_has_the_patterns_of_today(void **state)
{
	static const struct day begin = {"2026-11-01"}, end = {"2026-11-30"};
	struct fixture *fixture = *state;
	struct error err = {0};
	struct summary month;

	for (size_t i = 0; i < 3; i++)
		report(fixture, person(fixture, i), FIXTURE_DOG, "Heacock St");
	fixture_ok(fixture_sum_up_whole(fixture, begin, end, &month, &err));
	assert_non_null(pattern_of(&month.patterns, PATTERN_PLACE));
	summary_release(&month);
	/* Of one that is over, the last seven days. */
	fixture_pass(fixture, 20 * 24 * CLOCK_HOUR);
	fixture_ok(fixture_sum_up_whole(fixture, begin, end, &month, &err));
	assert_int_equal(month.patterns.count, 0);
	summary_release(&month);
}

static void one_person_three_times_is_no_pattern_of_people(void **state)
{
	struct fixture *fixture = *state;
	int64_t same = person(fixture, 0);
	struct pattern_list patterns;

	for (int i = 0; i < 3; i++)
		report(fixture, same, FIXTURE_FENCE, "Heacock St");
	list(fixture, &patterns);
	assert_null(pattern_of(&patterns, PATTERN_PLACE));
	assert_null(pattern_of(&patterns, PATTERN_TOPIC));
	pattern_list_release(&patterns);
}

static void one_topic_from_three_people_is_a_pattern(void **state)
{
	struct fixture *fixture = *state;
	const struct pattern *found;
	struct pattern_list patterns;

	for (size_t i = 0; i < 4; i++)
		report(fixture, person(fixture, i), FIXTURE_GARBAGE, "");
	list(fixture, &patterns);
	found = pattern_of(&patterns, PATTERN_TOPIC);
	assert_non_null(found);
	assert_string_equal(found->title, "Garbage bins");
	assert_int_equal(found->people, 4);
	assert_null(pattern_of(&patterns, PATTERN_PLACE));
	pattern_list_release(&patterns);
}

static void after_a_week_it_is_none(void **state)
{
	struct fixture *fixture = *state;
	struct pattern_list patterns;

	for (size_t i = 0; i < 3; i++)
		report(fixture, person(fixture, i), FIXTURE_DOG, "Heacock St");
	fixture_pass(fixture, 6 * 24 * CLOCK_HOUR);
	list(fixture, &patterns);
	assert_non_null(pattern_of(&patterns, PATTERN_PLACE));
	pattern_list_release(&patterns);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	list(fixture, &patterns);
	assert_int_equal(patterns.count, 0);
	pattern_list_release(&patterns);
}

static void two_people_who_were_merged_are_one(void **state)
{
	struct fixture *fixture = *state;
	struct pattern_list patterns;
	int64_t people[3];

	for (size_t i = 0; i < 3; i++) {
		people[i] = person(fixture, i);
		report(fixture, people[i], FIXTURE_DOG, "Heacock St");
	}
	fixture_write(fixture, "UPDATE resident SET survivor_id ="
			       " (SELECT MIN(resident_id) FROM resident)"
			       " WHERE resident_id ="
			       " (SELECT MAX(resident_id) FROM resident)");
	list(fixture, &patterns);
	assert_null(pattern_of(&patterns, PATTERN_PLACE));
	pattern_list_release(&patterns);
}

static void come_back(struct fixture *fixture, int64_t resident_id,
		      int64_t request_id)
{
	struct visit visit;
	struct error err = {0};

	memset(&visit, 0, sizeof(visit));
	visit_add_person(&visit, resident_id, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_begin_visit(fixture->desk, &visit,
				    desk_now(fixture->desk), &err));
	visit_add_contact(&visit)->request_id = request_id;
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	matter_finish(fixture->desk, &visit, RESULT_OPENED);
	visit_release(&visit);
}

static void the_third_contact_of_a_request_is_a_pattern(void **state)
{
	struct fixture *fixture = *state;
	int64_t who = person(fixture, 0);
	int64_t request = report(fixture, who, FIXTURE_FENCE, "");
	const struct pattern *found;
	struct pattern_list patterns;

	come_back(fixture, who, request);
	list(fixture, &patterns);
	assert_null(pattern_of(&patterns, PATTERN_RETURN));
	pattern_list_release(&patterns);
	come_back(fixture, who, request);
	list(fixture, &patterns);
	found = pattern_of(&patterns, PATTERN_RETURN);
	assert_non_null(found);
	assert_int_equal(found->request_id, request);
	assert_string_equal(found->note, "3 contacts, open");
	pattern_list_release(&patterns);
}

static void questions_that_stay_unanswered_are_a_pattern(void **state)
{
	struct fixture *fixture = *state;
	const struct pattern *found;
	struct pattern_list patterns;

	for (size_t i = 0; i < 3; i++)
		report(fixture, person(fixture, i), FIXTURE_FENCE, "");
	fixture_write(fixture, "INSERT INTO answer (contact_id, question_id)"
			       " SELECT c.contact_id, (SELECT MIN(question_id)"
			       " FROM question) FROM contact c");
	list(fixture, &patterns);
	found = pattern_of(&patterns, PATTERN_UNKNOWN);
	assert_non_null(found);
	assert_string_equal(found->title, "Fence permit");
	assert_int_equal(found->requests, 3);
	assert_string_equal(found->note, "3 open requests");
	pattern_list_release(&patterns);
	/* What is settled is no trouble any more. */
	fixture_write(fixture, "UPDATE request SET state = 'resolved',"
			       " resolved_on = received_on");
	list(fixture, &patterns);
	assert_null(pattern_of(&patterns, PATTERN_UNKNOWN));
	pattern_list_release(&patterns);
}

static void ask_in_vain(struct fixture *fixture, const char *words)
{
	struct error err = {0};
	char *owner;

	fixture_ok(desk_note_unanswered(fixture->desk,
					fixture->topics[FIXTURE_FENCE], 0,
					words, &owner, &err));
	free(owner);
}

static void what_nobody_could_answer_is_in_it_until_it_is(void **state)
{
	struct fixture *fixture = *state;
	const struct pattern *found;
	struct pattern_list patterns;
	struct list_page page;
	struct error err = {0};

	report(fixture, person(fixture, 0), FIXTURE_FENCE, "");
	fixture_write(fixture, "INSERT INTO answer (contact_id, question_id)"
			       " SELECT c.contact_id, (SELECT MIN(question_id)"
			       " FROM question) FROM contact c");
	ask_in_vain(fixture, "May it be of straw?");
	list(fixture, &patterns);
	assert_null(pattern_of(&patterns, PATTERN_UNKNOWN));
	pattern_list_release(&patterns);
	fixture_sign_in(fixture, FIXTURE_RUIZ);
	ask_in_vain(fixture, "May it be painted?");
	list(fixture, &patterns);
	found = pattern_of(&patterns, PATTERN_UNKNOWN);
	assert_non_null(found);
	assert_int_equal(found->questions, 2);
	assert_string_equal(found->note,
			    "1 open request, 2 questions that nobody could "
			    "answer");
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(
	    desk_list_pattern_requests(fixture->desk, found, &page, &err));
	assert_int_equal(page.count, 3);
	assert_int_not_equal(page.rows[0].request_id, 0);
	assert_string_equal(page.rows[1].what, "May it be painted?");
	assert_int_equal(page.rows[1].request_id, 0);
	list_page_release(&page);
	pattern_list_release(&patterns);
	fixture_write(fixture, "UPDATE unanswered SET answered_at = 1,"
			       " answered_on = asked_on, answered_by = 1"
			       " WHERE unanswered_id = 1");
	list(fixture, &patterns);
	assert_null(pattern_of(&patterns, PATTERN_UNKNOWN));
	pattern_list_release(&patterns);
}

static void a_voided_visit_is_in_none(void **state)
{
	struct fixture *fixture = *state;
	struct pattern_list patterns;

	for (size_t i = 0; i < 3; i++)
		report(fixture, person(fixture, i), FIXTURE_DOG, "Heacock St");
	fixture_write(fixture, "UPDATE visit SET voided_at = 1, voided_by = 1"
			       " WHERE visit_id ="
			       " (SELECT MAX(visit_id) FROM visit)");
	list(fixture, &patterns);
	assert_null(pattern_of(&patterns, PATTERN_PLACE));
	pattern_list_release(&patterns);
}

static void a_clerk_has_no_list_of_them(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct pattern_list patterns;

	fixture_refused(desk_list_patterns(fixture->desk, &patterns, &err),
			ERROR_DENIED);
}

static void the_third_at_the_counter_is_told_that_it_is_known(void **state)
{
	struct fixture *fixture = *state;
	struct pattern_found found;
	struct error err = {0};
	int64_t request, promise;

	report(fixture, person(fixture, 0), FIXTURE_DOG, "Heacock St");
	fixture_ok(desk_find_pattern(fixture->desk, 0, "heacock st", 0, 0,
				     &found, &err));
	assert_false(found.is_found);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	request =
	    report(fixture, person(fixture, 1), FIXTURE_FENCE, "Heacock St");
	fixture_ok(desk_make_promise(fixture->desk, request,
				     "call Ms. Kowalski", "fri", 0, &promise,
				     &err));
	fixture_write(fixture, "UPDATE request SET owner_staff_id = NULL,"
			       " owner_department_id = (SELECT department_id"
			       " FROM department WHERE name = 'Planning')"
			       " WHERE owner_staff_id IS NOT NULL");
	fixture_ok(desk_find_pattern(fixture->desk, 0, "heacock st", 0, 0,
				     &found, &err));
	assert_true(found.is_found);
	assert_int_equal(found.kind, PATTERN_PLACE);
	assert_int_equal(found.people, 2);
	assert_int_equal(found.request_id, request);
	assert_string_equal(found.since_on.text, "2026-11-23");
	assert_string_equal(found.department, "Planning");
	assert_true(found.due_at != 0 && found.is_open);
	pattern_found_release(&found);
	/* The visit's own request is none of the others. */
	fixture_ok(desk_find_pattern(fixture->desk, 0, "heacock st", 0, request,
				     &found, &err));
	assert_false(found.is_found);
}

static void the_visitor_is_none_of_the_others(void **state)
{
	struct fixture *fixture = *state;
	int64_t alvarez = person(fixture, 0), kowalski = person(fixture, 1);
	struct pattern_found found;
	struct error err = {0};
	struct visit visit;

	report(fixture, alvarez, FIXTURE_DOG, "Heacock St");
	report(fixture, alvarez, FIXTURE_FENCE, "Heacock St");
	report(fixture, kowalski, FIXTURE_FENCE, "Heacock St");
	matter_begin(fixture, fixture->desk, alvarez, FIXTURE_DOG, "Again",
		     &visit);
	fixture_ok(desk_find_pattern(fixture->desk, 0, "heacock st",
				     visit.visit_id, 0, &found, &err));
	assert_false(found.is_found);
	report(fixture, person(fixture, 2), FIXTURE_FENCE, "Heacock St");
	fixture_ok(desk_find_pattern(fixture->desk, 0, "heacock st",
				     visit.visit_id, 0, &found, &err));
	assert_true(found.is_found);
	assert_int_equal(found.people, 2);
	pattern_found_release(&found);
	visit_release(&visit);
}

static void with_a_place_given_only_that_place_counts(void **state)
{
	struct fixture *fixture = *state;
	struct pattern_found found;
	struct error err = {0};

	report(fixture, person(fixture, 0), FIXTURE_GARBAGE, "Heacock St");
	report(fixture, person(fixture, 1), FIXTURE_GARBAGE, "Ironwood Ave");
	fixture_ok(desk_find_pattern(fixture->desk,
				     fixture->topics[FIXTURE_GARBAGE],
				     "Nowhere Rd", 0, 0, &found, &err));
	assert_false(found.is_found);
}

static void each_unnamed_visit_is_somebody(void **state)
{
	struct fixture *fixture = *state;
	const struct pattern *of_place;
	struct pattern_list patterns;
	struct pattern_found found;
	struct error err = {0};

	report(fixture, 0, FIXTURE_DOG, "Heacock St");
	report(fixture, 0, FIXTURE_FENCE, "Heacock St");
	list(fixture, &patterns);
	assert_null(pattern_of(&patterns, PATTERN_PLACE));
	pattern_list_release(&patterns);
	fixture_ok(desk_find_pattern(fixture->desk, 0, "heacock st", 0, 0,
				     &found, &err));
	assert_true(found.is_found);
	assert_int_equal(found.people, 2);
	pattern_found_release(&found);
	report(fixture, person(fixture, 0), FIXTURE_DOG, "Heacock St");
	list(fixture, &patterns);
	of_place = pattern_of(&patterns, PATTERN_PLACE);
	assert_non_null(of_place);
	assert_int_equal(of_place->people, 3);
	assert_int_equal(of_place->unnamed, 2);
	assert_string_equal(of_place->note,
			    "3 people (2 unnamed), 3 requests, open 3");
	assert_int_equal(strlen(of_place->references), 3 * 10 + 2);
	pattern_list_release(&patterns);
}

static void of_a_topic_only_what_is_open_counts(void **state)
{
	struct fixture *fixture = *state;
	struct pattern_found found;
	struct error err = {0};

	report(fixture, person(fixture, 0), FIXTURE_GARBAGE, "");
	report(fixture, person(fixture, 1), FIXTURE_GARBAGE, "");
	fixture_ok(desk_find_pattern(fixture->desk,
				     fixture->topics[FIXTURE_GARBAGE], "", 0, 0,
				     &found, &err));
	assert_true(found.is_found);
	assert_int_equal(found.kind, PATTERN_TOPIC);
	assert_int_equal(found.people, 2);
	pattern_found_release(&found);
	fixture_write(fixture, "UPDATE request SET state = 'resolved'");
	fixture_ok(desk_find_pattern(fixture->desk,
				     fixture->topics[FIXTURE_GARBAGE], "", 0, 0,
				     &found, &err));
	assert_false(found.is_found);
}

static void the_day_has_the_patterns_of_its_week(void **state)
{
	struct fixture *fixture = *state;
	struct day today = desk_today(fixture->desk);
	struct error err = {0};
	struct summary summary;

	for (size_t i = 0; i < 3; i++)
		report(fixture, person(fixture, i), FIXTURE_DOG, "Heacock St");
	fixture_ok(fixture_sum_up_whole(fixture, today, today, &summary, &err));
	assert_int_equal(summary.patterns.count, 2);
	assert_int_equal(summary.patterns.items[0].kind, PATTERN_PLACE);
	assert_int_equal(summary.patterns.items[1].kind, PATTERN_TOPIC);
	summary_release(&summary);
}

/* Printed the day after, a day has what it had. */
static void a_past_day_keeps_its_patterns(void **state)
{
	struct fixture *fixture = *state;
	struct day day = desk_today(fixture->desk);
	struct error err = {0};
	struct summary summary;

	for (size_t i = 0; i < 3; i++)
		report(fixture, person(fixture, i), FIXTURE_DOG, "Heacock St");
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_write(fixture, "UPDATE request SET state = 'resolved',"
			       " resolved_on = '2026-11-24'");
	fixture_ok(fixture_sum_up_whole(fixture, day, day, &summary, &err));
	assert_int_equal(summary.patterns.count, 2);
	assert_int_equal(summary.patterns.items[0].open_count, 3);
	assert_int_equal(summary.patterns.items[1].kind, PATTERN_TOPIC);
	summary_release(&summary);
	day = desk_today(fixture->desk);
	fixture_ok(fixture_sum_up_whole(fixture, day, day, &summary, &err));
	assert_int_equal(summary.patterns.count, 1);
	assert_int_equal(summary.patterns.items[0].open_count, 0);
	summary_release(&summary);
}

#define PATTERN_TEST(name)                                                     \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    PATTERN_TEST(three_people_about_one_place_are_a_pattern),
	    PATTERN_TEST(a_month_that_is_not_over_has_the_patterns_of_today),
	    PATTERN_TEST(one_person_three_times_is_no_pattern_of_people),
	    PATTERN_TEST(one_topic_from_three_people_is_a_pattern),
	    PATTERN_TEST(after_a_week_it_is_none),
	    PATTERN_TEST(two_people_who_were_merged_are_one),
	    PATTERN_TEST(the_third_contact_of_a_request_is_a_pattern),
	    PATTERN_TEST(questions_that_stay_unanswered_are_a_pattern),
	    PATTERN_TEST(what_nobody_could_answer_is_in_it_until_it_is),
	    PATTERN_TEST(a_voided_visit_is_in_none),
	    PATTERN_TEST(a_clerk_has_no_list_of_them),
	    PATTERN_TEST(the_third_at_the_counter_is_told_that_it_is_known),
	    PATTERN_TEST(the_visitor_is_none_of_the_others),
	    PATTERN_TEST(with_a_place_given_only_that_place_counts),
	    PATTERN_TEST(each_unnamed_visit_is_somebody),
	    PATTERN_TEST(of_a_topic_only_what_is_open_counts),
	    PATTERN_TEST(a_past_day_keeps_its_patterns),
	    PATTERN_TEST(the_day_has_the_patterns_of_its_week),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
