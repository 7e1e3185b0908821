/*
 * test_finish_undone.c - an F9 that is taken back, and a visit that is voided
 */
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/away.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static void undoing_a_later_f9_leaves_the_request_as_it_was(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, second = {0};

	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, NULL, &visit);
	matter_finish(fixture->desk, &visit, RESULT_OPENED);
	fixture_pass(fixture, CLOCK_HOUR);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &second, fixture->clock.now, &err));
	visit_add_contact(&second)->request_id = visit.contacts[0].request_id;
	matter_finish(fixture->desk, &second, RESULT_ANSWERED);
	fixture_ok(desk_void_visit(fixture->desk, second.visit_id,
				   "another request", &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request WHERE"
				    " state = 'open' AND result = 'opened' AND"
				    " resolved_at IS NULL AND"
				    " first_acknowledged_at IS NULL"),
	    1);
	visit_release(&visit);
	visit_release(&second);
}

static void an_undone_f9_was_never_counted(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, read;

	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, NULL, &visit);
	fixture_pass(fixture, 2 * CLOCK_MINUTE);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_reopen_visit(fixture->desk, visit.visit_id, &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request WHERE"
				    " state = 'draft' AND result IS NULL AND"
				    " resolved_at IS NULL AND"
				    " first_acknowledged_at IS NULL"),
	    1);
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM acknowledgement"
					" WHERE taken_back_at IS NULL"),
			 0);
	fixture_ok(desk_get_visit(fixture->desk, visit.visit_id, &read, &err));
	assert_int_equal(read.state, VISIT_SERVING);
	assert_int_equal(read.ended_at, 0);
	assert_int_equal(read.contacts[0].result, RESULT_NONE);
	/* And is finished again; the minute between is no service. */
	fixture_pass(fixture, CLOCK_MINUTE);
	matter_finish(fixture->desk, &read, RESULT_GIVEN);
	assert_int_equal(
	    fixture_number(fixture, "SELECT service_length FROM visit"),
	    3 * CLOCK_MINUTE);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE result = 'given'"),
			 1);
	visit_release(&read);
	visit_release(&visit);
}

static void yesterdays_f9_stands(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, NULL, &visit);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_refused(desk_reopen_visit(fixture->desk, visit.visit_id, &err),
			ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_refused(desk_reopen_visit(fixture->desk, visit.visit_id, &err),
			ERROR_DENIED);
	visit_release(&visit);
}

static void who_left_by_mistake_stands_in_line_again(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t visit_id, called;

	fixture_ok(
	    desk_join_line(fixture->desk, 0, 0, 0, "a", &visit_id, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_left(fixture->desk, visit_id, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_reopen_visit(fixture->desk, visit_id, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_call(fixture->desk, 0, &called, &err));
	assert_int_equal(called, visit_id);
	visit_id = fixture_number(fixture, "SELECT wait_length FROM visit");
	assert_int_equal(visit_id, 2 * CLOCK_MINUTE);
}

static void a_void_visit_leaves_every_figure_and_stays_kept(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, NULL, &visit);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	fixture_refused(
	    desk_void_visit(fixture->desk, visit.visit_id, "", &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "reason");
	fixture_ok(desk_void_visit(fixture->desk, visit.visit_id,
				   "the wrong person", &err));
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM visit WHERE"
					" voided_at IS NOT NULL AND state ="
					" 'served' AND void_reason ="
					" 'the wrong person'"),
			 1);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE state <> 'draft'"),
			 0);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM contact"
						 " WHERE result = 'answered'"),
			 1);
	fixture_refused(
	    desk_void_visit(fixture->desk, visit.visit_id, "again", &err),
	    ERROR_CONFLICT);
	visit_release(&visit);
}

static void only_a_supervisor_voids_anothers_visit(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, NULL, &visit);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	fixture_refused(desk_void_visit(fixture_desk2(fixture), visit.visit_id,
					"not mine", &err),
			ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(
	    desk_void_visit(fixture->desk, visit.visit_id, "a test", &err));
	visit_release(&visit);
}

/* Resolved at the counter, and a slip sent as well: the slip stands. */
static void an_undone_f9_leaves_what_else_was_acknowledged(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;
	int64_t slip_at;

	matter_begin(fixture, fixture->desk,
		     fixture_resident(fixture, "Ms.", "Ana", "Reyes"),
		     FIXTURE_FENCE, NULL, &visit);
	fixture_pass(fixture, CLOCK_MINUTE);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	fixture_pass(fixture, CLOCK_MINUTE);
	slip_at = fixture->clock.now;
	fixture_ok(desk_acknowledge(fixture->desk, visit.contacts[0].request_id,
				    "slip", &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_reopen_visit(fixture->desk, visit.visit_id, &err));
	assert_int_equal(fixture_number(fixture, "SELECT first_acknowledged_at"
						 " FROM request"),
			 slip_at);
	/* The one at the counter is read, and does not count. */
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM acknowledgement"
					" WHERE how = 'counter'"
					" AND taken_back_at IS NOT NULL"),
			 1);
	visit_release(&visit);
}

#define FINISH_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    FINISH_TEST(undoing_a_later_f9_leaves_the_request_as_it_was),
	    FINISH_TEST(an_undone_f9_was_never_counted),
	    FINISH_TEST(yesterdays_f9_stands),
	    FINISH_TEST(who_left_by_mistake_stands_in_line_again),
	    FINISH_TEST(a_void_visit_leaves_every_figure_and_stays_kept),
	    FINISH_TEST(only_a_supervisor_voids_anothers_visit),
	    FINISH_TEST(an_undone_f9_leaves_what_else_was_acknowledged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
