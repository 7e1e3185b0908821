/*
 * test_scope.c - figures of all sites, of a department and of a topic; the
 * examples of docs/figures.md among them. Everybody in them is invented.
 */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/report/summary.h"
#include "matter.h"
#include "paper.h"

static const struct day monday = {"2026-11-23"};

static struct summary_scope of_monday(void)
{
	return (struct summary_scope){.from = monday, .to = monday};
}

static void sum_up(struct fixture *f, const struct summary_scope *scope,
		   struct summary *out)
{
	struct error err = {0};

	fixture_ok(desk_sum_up_scope(f->desk, scope, out, &err));
}

/* One visit about a fence and a dog, at nine. */
static void two_questions(struct fixture *f)
{
	struct visit visit = {.state = VISIT_SERVED};
	const struct visit_times times = {.arrived_at = paper_at(9, 0),
					  .called_at = paper_at(9, 5),
					  .begun_at = paper_at(9, 5),
					  .ended_at = paper_at(9, 15)};
	struct error err = {0};

	visit_add_contact(&visit)->result = RESULT_ANSWERED;
	visit.contacts[0].topic_id = f->topics[FIXTURE_FENCE];
	visit_add_contact(&visit)->result = RESULT_ANSWERED;
	visit.contacts[1].topic_id = f->topics[FIXTURE_DOG];
	fixture_ok(desk_enter_visit(f->desk, &visit, &times, &err));
	visit_release(&visit);
}

static void two_questions_are_in_both_topics_and_once_in_all(void **state)
{
	static const enum fixture_topic topics[] = {FIXTURE_FENCE, FIXTURE_DOG};
	struct fixture *f = *state;
	struct summary_scope scope = of_monday();
	struct summary day;

	two_questions(f);
	for (size_t i = 0; i < MEM_COUNT(topics); i++) {
		scope.topic_id = f->topics[topics[i]];
		sum_up(f, &scope, &day);
		assert_int_equal(day.visits.arrived, 1);
		assert_int_equal(day.wait.median, MINUTES(5));
		assert_int_equal(day.acknowledged_counter.received, 1);
		assert_int_equal(day.topics.count, 1);
		assert_int_equal(day.results[RESULT_ANSWERED], 1);
		summary_release(&day);
	}
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.arrived, 1);
	assert_int_equal(day.acknowledged_counter.received, 2);
	summary_release(&day);
}

static void who_left_the_line_counts_by_what_was_said(void **state)
{
	struct fixture *f = *state;
	struct summary_scope scope = of_monday();
	struct error err = {0};
	struct summary day;
	int64_t visit_id;

	fixture_ok(desk_join_line(f->desk, 0, 0, f->topics[FIXTURE_DOG],
				  "Dog licence", &visit_id, &err));
	fixture_ok(desk_left(f->desk, visit_id, &err));
	scope.topic_id = f->topics[FIXTURE_DOG];
	sum_up(f, &scope, &day);
	assert_int_equal(day.visits.arrived, 1);
	assert_int_equal(day.visits.left_waiting, 1);
	summary_release(&day);
	scope.topic_id = f->topics[FIXTURE_FENCE];
	sum_up(f, &scope, &day);
	assert_int_equal(day.visits.arrived, 0);
	summary_release(&day);
}

static void a_department_has_the_topics_that_it_handles(void **state)
{
	struct fixture *f = *state;
	struct summary_scope scope = of_monday();
	struct paper paper = paper_served(RESULT_COULD_NOT);
	struct error err = {0};
	struct summary day;

	two_questions(f);
	paper.topic = FIXTURE_FENCE;
	paper_enter(f, &paper, NULL);
	scope.department_id = fixture_number(
	    f, "SELECT v.department_id FROM topic t JOIN topic_version v"
	       " ON v.topic_version_id = t.topic_version_id"
	       " WHERE v.name = 'Fence permit'");
	sum_up(f, &scope, &day);
	assert_int_equal(day.visits.arrived, 2);
	assert_int_equal(day.acknowledged_counter.received, 2);
	assert_int_equal(day.could_not.count, 1);
	assert_int_equal(day.topics.count, 1);
	assert_string_equal(day.topics.items[0].name, "Fence permit");
	summary_release(&day);
	scope.department_id = f->departments[FIXTURE_ANIMALS];
	sum_up(f, &scope, &day);
	assert_string_equal(day.department, "Animal Services");
	assert_int_equal(day.visits.arrived, 1);
	assert_int_equal(day.could_not.count, 0);
	summary_release(&day);
	scope.department_id = 4711;
	fixture_refused(desk_sum_up_scope(f->desk, &scope, &day, &err),
			ERROR_NOT_FOUND);
}

/* Neither a visit of that day nor anything to tell leads there. */
static void a_request_closed_on_a_later_day_counts_there(void **state)
{
	const struct day tuesday = {"2026-11-24"};
	struct fixture *f = *state;
	int64_t request_id = matter_open(f, 0, "A fence");
	struct summary_scope scope = {.from = tuesday,
				      .to = tuesday,
				      .topic_id = f->topics[FIXTURE_FENCE]};
	struct error err = {0};
	struct summary day;

	fixture_pass(f, 24 * CLOCK_HOUR);
	fixture_ok(desk_resolve_request(f->desk, request_id, "Done.", &err));
	fixture_write(f, "UPDATE told SET told_at = owed_at");
	sum_up(f, &scope, &day);
	assert_int_equal(day.visits.arrived, 0);
	assert_int_equal(day.contacts_n, 1);
	assert_int_equal(day.to_tell, 0);
	summary_release(&day);
}

/* It reached the city outside a visit. */
static void a_request_without_a_visit_counts_when_it_was_received(void **state)
{
	struct fixture *f = *state;
	struct summary_scope scope = of_monday();
	struct summary day;

	matter_open(f, 0, "A fence");
	fixture_write(f, "DELETE FROM contact");
	fixture_write(f, "UPDATE request SET first_visit_id = NULL");
	scope.topic_id = f->topics[FIXTURE_FENCE];
	sum_up(f, &scope, &day);
	assert_int_equal(day.visits.arrived, 0);
	assert_int_equal(day.acknowledged_counter.received, 1);
	summary_release(&day);
}

/* Another site that aims at two minutes, with a visit of Monday's moved there.
 */
static int64_t other_site(struct fixture *f)
{
	fixture_write(f, "INSERT INTO site (uuid, name, time_zone, wait_target)"
			 " VALUES ('s', 'Library', 'America/New_York',"
			 " 120000)");
	fixture_write(f, "UPDATE visit SET site_id = (SELECT site_id FROM site"
			 " WHERE name = 'Library') WHERE visit_id ="
			 " (SELECT MAX(visit_id) FROM visit)");
	return fixture_number(f, "SELECT site_id FROM site"
				 " WHERE name = 'Library'");
}

static void all_sites_are_every_sites_days_together(void **state)
{
	const struct paper paper = paper_served(RESULT_ANSWERED);
	struct fixture *f = *state;
	struct summary_scope scope = of_monday();
	struct summary day;
	struct str csv = STR_INIT;

	paper_enter(f, &paper, NULL);
	paper_enter(f, &paper, NULL);
	scope.site_id = other_site(f);
	sum_up(f, &scope, &day);
	assert_string_equal(day.site, "Library");
	assert_int_equal(day.visits.arrived, 1);
	assert_int_equal(day.wait_within_target, 0);
	summary_release(&day);
	scope.is_all_sites = true;
	sum_up(f, &scope, &day);
	assert_string_equal(day.site, "all sites");
	assert_int_equal(day.visits.arrived, 2);
	assert_int_equal(day.wait.n, 2);
	/* Each wait of five minutes by what its own site aims at. */
	assert_int_equal(day.wait_target, 0);
	assert_int_equal(day.wait_within_target, 1);
	summary_add_csv(&day, false, &csv);
	matter_has(str_text(&csv), "wait,target_ms,n/a\r\n");
	matter_has(str_text(&csv), "scope,all_sites,yes\r\n");
	str_clear(&csv);
	summary_add_text(&day, NULL, &csv);
	matter_has(str_text(&csv), "Called within what each site aims at");
	str_release(&csv);
	summary_release(&day);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.arrived, 1);
	summary_release(&day);
}

static void what_only_a_site_has_is_absent_in_a_topic(void **state)
{
	struct fixture *f = *state;
	struct summary_scope scope = of_monday();
	struct str text = STR_INIT;
	struct summary day;

	two_questions(f);
	scope.topic_id = f->topics[FIXTURE_DOG];
	sum_up(f, &scope, &day);
	summary_add_csv(&day, false, &text);
	matter_has(str_text(&text), "scope,topic,Dog licence\r\n");
	matter_has(str_text(&text), "windows,,n/a\r\n");
	matter_has(str_text(&text), "ideas,,n/a\r\n");
	matter_has(str_text(&text), "thanks,,n/a\r\n");
	matter_has(str_text(&text), "patterns,,n/a\r\n");
	str_clear(&text);
	summary_add_json(&day, false, &text);
	matter_has(str_text(&text), "\"topic\": \"Dog licence\"");
	matter_has(str_text(&text), "\"windows\": null");
	str_clear(&text);
	summary_add_text(&day, NULL, &text);
	matter_has(str_text(&text), "Mesa Alta, City Hall: Dog licence");
	matter_has(str_text(&text),
		   "Only what is about \"Dog licence\" is counted here.");
	matter_has_not(str_text(&text), "Ideas");
	matter_has_not(str_text(&text), "PATTERNS");
	str_release(&text);
	summary_release(&day);
}

static void a_scope_is_found_by_what_begins_its_words(void **state)
{
	static const struct {
		const char *typed, *words;
	} wrong[] = {{"nonsense", "no topic is called \"nonsense\""},
		     {"p", "may be several topics: Fence permit, "
			   "Garage sale permit, Passport"},
		     {"", "no topic is called \"\""}};
	struct fixture *f = *state;
	struct summary_scope scope = {0};
	struct error err = {0};

	fixture_ok(
	    desk_find_scope(f->desk, "CITY hall", NULL, NULL, &scope, &err));
	assert_int_equal(scope.site_id, f->site_id);
	assert_int_equal(scope.topic_id, 0);
	fixture_ok(desk_find_scope(f->desk, NULL, "plan", NULL, &scope, &err));
	assert_int_equal(scope.department_id, f->departments[FIXTURE_PLANNING]);
	fixture_ok(desk_find_scope(f->desk, NULL, NULL, "dog", &scope, &err));
	assert_int_equal(scope.topic_id, f->topics[FIXTURE_DOG]);
	for (size_t i = 0; i < MEM_COUNT(wrong); i++) {
		fixture_refused(desk_find_scope(f->desk, NULL, NULL,
						wrong[i].typed, &scope, &err),
				ERROR_INVALID);
		assert_string_equal(err.field, "topic");
		matter_has(err.text, wrong[i].words);
	}
}

#define SCOPE_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SCOPE_TEST(two_questions_are_in_both_topics_and_once_in_all),
	    SCOPE_TEST(who_left_the_line_counts_by_what_was_said),
	    SCOPE_TEST(a_department_has_the_topics_that_it_handles),
	    SCOPE_TEST(a_request_closed_on_a_later_day_counts_there),
	    SCOPE_TEST(a_request_without_a_visit_counts_when_it_was_received),
	    SCOPE_TEST(all_sites_are_every_sites_days_together),
	    SCOPE_TEST(what_only_a_site_has_is_absent_in_a_topic),
	    SCOPE_TEST(a_scope_is_found_by_what_begins_its_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
