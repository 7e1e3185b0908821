/*
 * test_scope.c - figures of a week or a month, of all sites, of a department
 * and of a topic; the examples of docs/figures.md among them. Everybody in
 * them is invented.
 */
#include <stdlib.h>
#include <string.h>

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

/* So many served visits, so many days before Monday. */
static void served_before(struct fixture *f, int days, int count)
{
	struct paper paper = paper_served(RESULT_ANSWERED);
	int64_t back = days * 24 * CLOCK_HOUR;

	paper.arrived_at -= back;
	paper.called_at -= back;
	paper.begun_at -= back;
	paper.ended_at -= back;
	for (int i = 0; i < count; i++)
		paper_enter(f, &paper, NULL);
}

static void compared(struct fixture *f, const char *from, const char *to,
		     struct summary *out)
{
	struct summary_scope scope = {0};
	struct error err = {0};

	fixture_ok(day_parse(from, "from", &scope.from, &err));
	fixture_ok(day_parse(to, "to", &scope.to, &err));
	sum_up(f, &scope, out);
}

static void a_week_is_compared_with_the_week_before(void **state)
{
	struct summary week;

	served_before(*state, 0, 1);
	served_before(*state, 7, 2); /* Monday, November 16 */
	served_before(*state, 3, 1); /* Friday, November 20 */
	served_before(*state, 8, 4); /* Sunday, November 15 */
	compared(*state, "2026-11-23", "2026-11-29", &week);
	assert_int_equal(week.compared.with, COMPARED_WEEK);
	assert_string_equal(week.compared.from.text, "2026-11-16");
	assert_string_equal(week.compared.to.text, "2026-11-22");
	assert_int_equal(week.visits.arrived, 1);
	assert_int_equal(week.compared.days, 2);
	assert_int_equal(week.compared.arrived, 3);
	assert_int_equal(week.compared.wait.n, 3);
	assert_int_equal(week.compared.wait.median, MINUTES(5));
	summary_release(&week);
}

static void a_month_is_compared_with_the_month_before(void **state)
{
	struct summary month;

	served_before(*state, 23, 2); /* October 31 */
	served_before(*state, 53, 1); /* October 1 */
	served_before(*state, 54, 4); /* September 30 */
	compared(*state, "2026-11-01", "2026-11-30", &month);
	assert_int_equal(month.compared.with, COMPARED_MONTH);
	assert_string_equal(month.compared.from.text, "2026-10-01");
	assert_string_equal(month.compared.to.text, "2026-10-31");
	assert_int_equal(month.compared.arrived, 3);
	assert_int_equal(month.compared.days, 2);
	summary_release(&month);
	compared(*state, "2026-03-01", "2026-03-31", &month);
	assert_string_equal(month.compared.from.text, "2026-02-01");
	assert_string_equal(month.compared.to.text, "2026-02-28");
	summary_release(&month);
}

static void other_days_are_compared_with_as_many_before(void **state)
{
	struct summary days;

	served_before(*state, 3, 2); /* Friday, November 20 */
	served_before(*state, 6, 1); /* Tuesday, November 17 */
	compared(*state, "2026-11-21", "2026-11-23", &days);
	assert_int_equal(days.compared.with, COMPARED_DAYS);
	assert_string_equal(days.compared.from.text, "2026-11-18");
	assert_string_equal(days.compared.to.text, "2026-11-20");
	assert_int_equal(days.compared.arrived, 2);
	summary_release(&days);
	/* Seven days that are no week from Monday. */
	compared(*state, "2026-11-17", "2026-11-23", &days);
	assert_int_equal(days.compared.with, COMPARED_DAYS);
	summary_release(&days);
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

static int told[128];
static size_t told_count;

static void note_progress(const char *what, int percent)
{
	assert_string_equal(what, "the figures");
	if (told_count < MEM_COUNT(told))
		told[told_count++] = percent;
}

static void how_far_it_is_only_grows(void **state)
{
	struct fixture *f = *state;
	struct summary_scope scopes[2] = {0};
	struct summary days;

	for (int i = 0; i < 20; i++)
		served_before(f, i, 1);
	for (size_t i = 0; i < MEM_COUNT(scopes); i++) {
		struct summary_scope *scope = &scopes[i];

		scope->from = day_plus(monday, -20);
		scope->to = monday;
		scope->is_all_sites = i == 0;
		scope->topic_id = i == 0 ? 0 : f->topics[FIXTURE_FENCE];
		scope->progress = note_progress;
		told_count = 0;
		sum_up(f, scope, &days);
		summary_release(&days);
		assert_true(told_count >= 10);
		for (size_t at = 0; at < told_count; at++) {
			assert_true(told[at] > (at == 0 ? 0 : told[at - 1]));
			assert_true(told[at] <= 100);
		}
	}
}

#define SCOPE_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SCOPE_TEST(a_week_is_compared_with_the_week_before),
	    SCOPE_TEST(a_month_is_compared_with_the_month_before),
	    SCOPE_TEST(other_days_are_compared_with_as_many_before),
	    SCOPE_TEST(two_questions_are_in_both_topics_and_once_in_all),
	    SCOPE_TEST(who_left_the_line_counts_by_what_was_said),
	    SCOPE_TEST(a_department_has_the_topics_that_it_handles),
	    SCOPE_TEST(a_request_closed_on_a_later_day_counts_there),
	    SCOPE_TEST(a_request_without_a_visit_counts_when_it_was_received),
	    SCOPE_TEST(all_sites_are_every_sites_days_together),
	    SCOPE_TEST(what_only_a_site_has_is_absent_in_a_topic),
	    SCOPE_TEST(a_scope_is_found_by_what_begins_its_words),
	    SCOPE_TEST(how_far_it_is_only_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
