/*
 * test_line.c - joining, calling, putting back, leaving
 */
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/visit.h"

static int64_t join(struct fixture *fixture, const char *label)
{
	struct error err = {0};
	int64_t visit_id;

	fixture_ok(
	    desk_join_line(fixture->desk, 0, 0, 0, label, &visit_id, &err));
	return visit_id;
}

static int64_t call(struct fixture *fixture, struct desk *desk, int64_t which)
{
	struct error err = {0};
	int64_t called;

	(void)fixture;
	fixture_ok(desk_call(desk, which, &called, &err));
	return called;
}

static void a_line_shows_who_waits_by_arrival(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct line line;
	int64_t person, visit_id;

	person = fixture_resident(fixture, "Mr.", "Jan", "Kowalski");
	fixture_ok(desk_join_line(fixture->desk, 0, 0,
				  fixture->topics[FIXTURE_DOG], NULL, &visit_id,
				  &err));
	fixture_pass(fixture, 5 * CLOCK_MINUTE);
	join(fixture, NULL);
	fixture_pass(fixture, 4 * CLOCK_MINUTE);
	fixture_ok(
	    desk_join_line(fixture->desk, person, 0, 0, NULL, &visit_id, &err));
	fixture_pass(fixture, 2 * CLOCK_MINUTE);
	fixture_ok(desk_line(fixture->desk, &line, &err));
	assert_int_equal(line.count, 3);
	assert_int_equal(line.waiting_count, 3);
	assert_string_equal(line.rows[0].name, "Dog licence");
	assert_string_equal(line.rows[1].name, "unnamed");
	assert_string_equal(line.rows[2].name, "Mr. Kowalski");
	assert_int_equal(line.longest, 11 * CLOCK_MINUTE);
	line_release(&line);
}

static void an_empty_line_calls_nobody(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t called;

	fixture_refused(desk_call(fixture->desk, 0, &called, &err),
			ERROR_NOT_FOUND);
	assert_int_equal(called, 0);
}

static void the_first_arrival_is_called_first(void **state)
{
	struct fixture *fixture = *state;
	int64_t first = join(fixture, "first");
	int64_t second;

	fixture_pass(fixture, 1000);
	second = join(fixture, "second");
	assert_int_equal(call(fixture, fixture->desk, 0), first);
	assert_int_equal(call(fixture, fixture->desk, 0), second);
}

static void priority_comes_before_arrival(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t first = join(fixture, "first"), urgent;

	fixture_pass(fixture, 1000);
	urgent = join(fixture, "urgent");
	fixture_ok(desk_set_priority(fixture->desk, urgent, 5, &err));
	assert_int_equal(call(fixture, fixture->desk, 0), urgent);
	assert_int_equal(call(fixture, fixture->desk, 0), first);
	fixture_refused(desk_set_priority(fixture->desk, first, 10, &err),
			ERROR_INVALID);
}

static void the_chosen_one_is_called_out_of_turn(void **state)
{
	struct fixture *fixture = *state;
	int64_t first = join(fixture, "first"), chosen;

	fixture_pass(fixture, 1000);
	chosen = join(fixture, "chosen");
	assert_int_equal(call(fixture, fixture->desk, chosen), chosen);
	assert_int_equal(call(fixture, fixture->desk, 0), first);
}

static void two_windows_never_call_the_same(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t visit_id = join(fixture, "one"), called;

	assert_int_equal(call(fixture, fixture->desk, visit_id), visit_id);
	fixture_refused(
	    desk_call(fixture_desk2(fixture), visit_id, &called, &err),
	    ERROR_CONFLICT);
	assert_int_equal(called, 0);
	fixture_refused(desk_call(fixture_desk2(fixture), 0, &called, &err),
			ERROR_NOT_FOUND);
}

/* Calls until the line is empty; the exit code is how many it got. */
static void call_all(struct fixture *fixture, int index)
{
	struct error err = {0};
	struct desk *desk;
	int64_t called;
	int count = 0;

	if (!desk_open(fixture->path, NULL, &fixture->clock.clock, &desk,
		       &err) ||
	    !desk_sign_in(desk, index % 2 == 0 ? "aruiz" : "bchen", FIXTURE_PIN,
			  fixture->windows[index % 2], &err))
		_exit(200);
	while (desk_call(desk, 0, &called, &err))
		count++;
	_exit(err.code == ERROR_NOT_FOUND ? count : 201);
}

static void eight_windows_at_once_get_each_visit_once(void **state)
{
	enum { WINDOWS = 8, VISITS = 40 };
	struct fixture *fixture = *state;
	int called = 0;

	for (int i = 0; i < VISITS; i++)
		join(fixture, "in line");
	for (int i = 0; i < WINDOWS; i++) {
		pid_t child = fork();

		assert_true(child >= 0);
		if (child == 0)
			call_all(fixture, i);
	}
	for (int i = 0; i < WINDOWS; i++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status));
		assert_true(WEXITSTATUS(status) <= VISITS);
		called += WEXITSTATUS(status);
	}
	assert_int_equal(called, VISITS);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM period"
						 " WHERE kind = 'called'"),
			 VISITS);
}

static void the_wait_is_the_sum_over_requeues(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t visit_id = join(fixture, "dog");

	fixture_pass(fixture, 4 * CLOCK_MINUTE);
	call(fixture, fixture->desk, 0);
	assert_int_equal(
	    fixture_number(fixture, "SELECT wait_length FROM visit"),
	    4 * CLOCK_MINUTE);
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_put_back(fixture->desk, visit_id, &err));
	fixture_pass(fixture, 7 * CLOCK_MINUTE);
	call(fixture, fixture_desk2(fixture), 0);
	assert_int_equal(
	    fixture_number(fixture, "SELECT wait_length FROM visit"),
	    11 * CLOCK_MINUTE);
	assert_int_equal(fixture_number(fixture,
					"SELECT first_called_at - arrived_at"
					" FROM visit"),
			 4 * CLOCK_MINUTE);
}

static void whoever_is_put_back_keeps_the_arrival(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t first = join(fixture, "first");
	struct line line;

	fixture_pass(fixture, 1000);
	join(fixture, "second");
	call(fixture, fixture->desk, first);
	fixture_ok(desk_put_back(fixture->desk, first, &err));
	fixture_ok(desk_line(fixture->desk, &line, &err));
	assert_int_equal(line.rows[0].visit_id, first);
	assert_null(line.rows[0].counter_window);
	line_release(&line);
	assert_int_equal(call(fixture, fixture_desk2(fixture), 0), first);
}

static void a_called_one_stands_in_the_line_with_the_window(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct line line;

	join(fixture, "first");
	call(fixture, fixture->desk, 0);
	fixture_ok(desk_line(fixture->desk, &line, &err));
	assert_int_equal(line.count, 1);
	assert_int_equal(line.waiting_count, 0);
	assert_int_equal(line.longest, 0);
	assert_int_equal(line.rows[0].state, VISIT_CALLED);
	assert_string_equal(line.rows[0].counter_window, "Window 1");
	line_release(&line);
}

static void only_the_window_that_called_calls_again(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t visit_id = join(fixture, "one");

	fixture_refused(desk_recall(fixture->desk, visit_id, &err),
			ERROR_CONFLICT);
	call(fixture, fixture->desk, 0);
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_recall(fixture->desk, visit_id, &err));
	fixture_refused(desk_recall(fixture_desk2(fixture), visit_id, &err),
			ERROR_CONFLICT);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM period"
						 " WHERE kind = 'called'"),
			 2);
	assert_int_equal(
	    fixture_number(fixture, "SELECT wait_length FROM visit"), 0);
}

static void whoever_left_is_in_no_line(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t waiting = join(fixture, "a"), called = join(fixture, "b");
	struct line line;

	fixture_ok(desk_left(fixture->desk, waiting, &err));
	call(fixture, fixture->desk, called);
	fixture_ok(desk_left(fixture->desk, called, &err));
	fixture_ok(desk_line(fixture->desk, &line, &err));
	assert_int_equal(line.count, 0);
	line_release(&line);
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM visit WHERE"
					" left_when IN ('waiting', 'called')"
					" AND ended_on = '2026-11-23'"
					" AND service_length IS NULL"),
			 2);
	fixture_refused(desk_left(fixture->desk, waiting, &err),
			ERROR_CONFLICT);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM period"
						 " WHERE ended_at IS NULL"),
			 0);
}

static void a_join_that_was_a_mistake_is_voided(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t visit_id = join(fixture, "a"), called;

	fixture_ok(
	    desk_void_visit(fixture->desk, visit_id, "a slip of a key", &err));
	fixture_refused(desk_call(fixture->desk, 0, &called, &err),
			ERROR_NOT_FOUND);
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM visit"
					" WHERE voided_at IS NOT NULL"),
			 1);
}

static void an_errand_over_its_limit_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char label[90];
	int64_t visit_id;

	memset(label, 'x', 81);
	label[81] = '\0';
	fixture_refused(
	    desk_join_line(fixture->desk, 0, 0, 0, label, &visit_id, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "label");
}

static void nobody_joins_before_somebody_signs_in(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t visit_id;

	desk_sign_out(fixture->desk);
	fixture_refused(
	    desk_join_line(fixture->desk, 0, 0, 0, "a", &visit_id, &err),
	    ERROR_DENIED);
	fixture_refused(desk_call(fixture->desk, 0, &visit_id, &err),
			ERROR_DENIED);
}

#define LINE_TEST(name)                                                        \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    LINE_TEST(a_line_shows_who_waits_by_arrival),
	    LINE_TEST(an_empty_line_calls_nobody),
	    LINE_TEST(the_first_arrival_is_called_first),
	    LINE_TEST(priority_comes_before_arrival),
	    LINE_TEST(the_chosen_one_is_called_out_of_turn),
	    LINE_TEST(two_windows_never_call_the_same),
	    LINE_TEST(eight_windows_at_once_get_each_visit_once),
	    LINE_TEST(the_wait_is_the_sum_over_requeues),
	    LINE_TEST(whoever_is_put_back_keeps_the_arrival),
	    LINE_TEST(a_called_one_stands_in_the_line_with_the_window),
	    LINE_TEST(only_the_window_that_called_calls_again),
	    LINE_TEST(whoever_left_is_in_no_line),
	    LINE_TEST(a_join_that_was_a_mistake_is_voided),
	    LINE_TEST(an_errand_over_its_limit_is_refused),
	    LINE_TEST(nobody_joins_before_somebody_signs_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
