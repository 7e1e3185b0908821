/*
 * test_finish.c - F9: the result, and the time that counts
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/away.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/visit.h"

/* A visit about a fence, not finished yet. */
static void begin(struct fixture *fixture, struct visit *visit,
		  int64_t resident_id)
{
	struct error err = {0};

	*visit = (struct visit){0};
	if (resident_id != 0)
		visit_add_person(visit, resident_id, 0, PART_THEMSELVES, NULL);
	fixture_ok(
	    desk_begin_visit(fixture->desk, visit, fixture->clock.now, &err));
	visit_add_contact(visit)->topic_id = fixture->topics[FIXTURE_FENCE];
}

static void finish(struct fixture *fixture, struct visit *visit,
		   enum result result)
{
	struct error err = {0};

	visit->contacts[0].result = result;
	if (result == RESULT_COME_BACK || result == RESULT_NOT_OURS ||
	    result == RESULT_COULD_NOT)
		mem_replace(&visit->contacts[0].result_text, "the site plan");
	fixture_ok(
	    desk_finish_visit(fixture->desk, visit, fixture->clock.now, &err));
}

static void f9_without_a_result_asks_for_it(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	fixture_refused(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "result");
	assert_int_equal(visit.state, VISIT_SERVING);
	assert_int_equal(visit.contacts[0].request_id, 0);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request"), 0);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM visit"
						 " WHERE state = 'serving'"),
			 1);
	visit_release(&visit);
}

static void a_visit_about_nothing_is_not_finished(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit = {0};

	fixture_ok(
	    desk_begin_visit(fixture->desk, &visit, fixture->clock.now, &err));
	fixture_refused(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "topic");
	visit_release(&visit);
}

static void what_a_result_demands_is_asked_for(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	visit.contacts[0].result = RESULT_COULD_NOT;
	fixture_refused(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "result_text");
	visit_release(&visit);
}

static void each_result_leaves_its_request_as_it_should(void **state)
{
	static const struct {
		enum result result;
		const char *found;
	} results[] = {
	    {RESULT_ANSWERED, "SELECT COUNT(*) FROM request WHERE state ="
			      " 'resolved' AND result = 'answered' AND"
			      " first_acknowledged_on = '2026-11-23' AND"
			      " resolved_on = '2026-11-23'"},
	    {RESULT_GIVEN, "SELECT COUNT(*) FROM request WHERE state ="
			   " 'resolved' AND result = 'given' AND"
			   " first_acknowledged_on = '2026-11-23'"},
	    {RESULT_NOT_OURS, "SELECT COUNT(*) FROM request WHERE state ="
			      " 'resolved' AND result = 'not_ours' AND"
			      " first_acknowledged_on = '2026-11-23'"},
	    {RESULT_COME_BACK, "SELECT COUNT(*) FROM request WHERE state ="
			       " 'resolved' AND result = 'come_back' AND"
			       " first_acknowledged_at IS NULL"},
	    {RESULT_COULD_NOT, "SELECT COUNT(*) FROM request WHERE state ="
			       " 'resolved' AND result = 'could_not' AND"
			       " first_acknowledged_at IS NULL"},
	    {RESULT_OPENED, "SELECT COUNT(*) FROM request WHERE state ="
			    " 'open' AND result = 'opened' AND"
			    " first_acknowledged_at IS NULL AND"
			    " resolved_at IS NULL"},
	    {RESULT_HANDED_OFF, "SELECT COUNT(*) FROM request WHERE state ="
				" 'open' AND result = 'handed_off' AND"
				" first_acknowledged_at IS NULL"},
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < MEM_COUNT(results); i++) {
		struct visit visit;

		begin(fixture, &visit, 0);
		finish(fixture, &visit, results[i].result);
		assert_int_equal(fixture_number(fixture, results[i].found), 1);
		visit_release(&visit);
	}
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM"
						 " acknowledgement"
						 " WHERE how = 'counter'"),
			 3);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM visit"
						 " WHERE state = 'served'"),
			 7);
}

static void the_service_leaves_out_holds_and_the_time_aside(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, taken;
	char *form;

	begin(fixture, &visit, 0);
	fixture_pass(fixture, 3 * CLOCK_MINUTE);
	fixture_ok(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err));
	fixture_pass(fixture, 2 * CLOCK_MINUTE);
	fixture_ok(desk_resume_visit(fixture->desk, visit.visit_id, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_put_aside(fixture->desk, &visit, "", &err));
	fixture_pass(fixture, 10 * CLOCK_MINUTE);
	fixture_ok(
	    desk_take_up(fixture->desk, visit.visit_id, &taken, &form, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	finish(fixture, &taken, RESULT_ANSWERED);
	assert_int_equal(
	    fixture_number(fixture, "SELECT service_length FROM visit"),
	    5 * CLOCK_MINUTE);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM draft"),
			 0);
	free(form);
	visit_release(&taken);
	visit_release(&visit);
}

static void a_visit_finished_on_hold_ends_its_hold(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	fixture_pass(fixture, 3 * CLOCK_MINUTE);
	fixture_ok(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err));
	fixture_pass(fixture, 2 * CLOCK_MINUTE);
	finish(fixture, &visit, RESULT_ANSWERED);
	assert_int_equal(
	    fixture_number(fixture, "SELECT service_length FROM visit"),
	    3 * CLOCK_MINUTE);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM period"
						 " WHERE ended_at IS NULL"),
			 0);
	visit_release(&visit);
}

/* F9 was pressed a moment before the hold ended: one instant for all. */
static void an_end_that_is_moved_to_the_hold_is_undone_whole(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;
	int64_t pressed_at;

	begin(fixture, &visit, 0);
	fixture_pass(fixture, 3 * CLOCK_MINUTE);
	pressed_at = fixture->clock.now;
	fixture_pass(fixture, 5);
	fixture_ok(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err));
	visit.contacts[0].result = RESULT_ANSWERED;
	fixture_ok(desk_finish_visit(fixture->desk, &visit, pressed_at, &err));
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM request r"
					" JOIN visit v ON v.visit_id ="
					" r.first_visit_id WHERE v.ended_at ="
					" r.resolved_at AND v.ended_at ="
					" r.first_acknowledged_at"),
			 1);
	fixture_ok(desk_reopen_visit(fixture->desk, visit.visit_id, &err));
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM request WHERE"
					" state = 'draft' AND"
					" first_acknowledged_at IS NULL"),
			 1);
	visit_release(&visit);
}

static void the_same_visit_is_finished_once(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	finish(fixture, &visit, RESULT_ANSWERED);
	fixture_refused(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_CONFLICT);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM acknowledgement"), 1);
	visit_release(&visit);
}

static void a_topic_is_logged_in_one_stroke(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char *reference;
	int64_t visit_id;

	fixture_ok(desk_log_topic(fixture->desk,
				  fixture->topics[FIXTURE_GARAGE], &reference,
				  &visit_id, &err));
	assert_int_equal(reference[0], 'R');
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM visit v"
				    " JOIN contact c ON c.visit_id = v.visit_id"
				    " JOIN request r"
				    " ON r.request_id = c.request_id"
				    " JOIN touch t"
				    " ON t.request_id = r.request_id"
				    " JOIN acknowledgement a"
				    " ON a.request_id = r.request_id"
				    " WHERE v.state = 'served' AND is_timed = 0"
				    " AND service_length IS NULL"
				    " AND c.result = 'given'"
				    " AND c.done = 'Gave the form'"
				    " AND r.state = 'resolved'"
				    " AND a.at = r.first_acknowledged_at"),
	    1);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM topic"
						 " WHERE times_used = 1"),
			 1);
	free(reference);
}

static void a_topic_of_somebody_elses_says_where(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char *reference;
	int64_t visit_id;

	fixture_ok(desk_log_topic(fixture->desk,
				  fixture->topics[FIXTURE_PASSPORT], &reference,
				  &visit_id, &err));
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM contact"
					" WHERE result = 'not_ours' AND"
					" result_text ="
					" 'the county''s passport office'"),
			 1);
	free(reference);
	fixture_refused(
	    desk_log_topic(fixture->desk, 999, &reference, &visit_id, &err),
	    ERROR_NOT_FOUND);
	assert_null(reference);
}

static void a_visitor_comes_to_the_top_of_the_search(void **state)
{
	struct fixture *fixture = *state;
	struct visit visit;
	int64_t ana = fixture_resident(fixture, "Ms.", "Ana", "Lopez");

	fixture_resident(fixture, "Ms.", "Bea", "Lopez");
	begin(fixture, &visit, ana);
	finish(fixture, &visit, RESULT_ANSWERED);
	assert_int_equal(fixture_number(fixture,
					"SELECT resident_id FROM search_name"
					" ORDER BY recency DESC LIMIT 1"),
			 ana);
	assert_int_equal(
	    fixture_number(fixture, "SELECT resident_id FROM request_party"),
	    ana);
	visit_release(&visit);
}

#define FINISH_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    FINISH_TEST(f9_without_a_result_asks_for_it),
	    FINISH_TEST(a_visit_about_nothing_is_not_finished),
	    FINISH_TEST(what_a_result_demands_is_asked_for),
	    FINISH_TEST(each_result_leaves_its_request_as_it_should),
	    FINISH_TEST(the_service_leaves_out_holds_and_the_time_aside),
	    FINISH_TEST(a_visit_finished_on_hold_ends_its_hold),
	    FINISH_TEST(an_end_that_is_moved_to_the_hold_is_undone_whole),
	    FINISH_TEST(the_same_visit_is_finished_once),
	    FINISH_TEST(a_topic_is_logged_in_one_stroke),
	    FINISH_TEST(a_topic_of_somebody_elses_says_where),
	    FINISH_TEST(a_visitor_comes_to_the_top_of_the_search),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
