/* The live board: who waits, who is at which window, what is due. */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/board.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

/* M. Hale looks, at no window; A. Ruiz and B. Chen sit at theirs. */
static struct desk *overseer(struct fixture *fixture)
{
	struct error err = {0};
	struct desk *desk;

	fixture_ok(
	    desk_open(fixture->path, NULL, &fixture->clock.clock, &desk, &err));
	fixture_ok(desk_sign_in(desk, "mhale", FIXTURE_PIN, 0, &err));
	return desk;
}

static int64_t join(struct fixture *fixture, int64_t resident_id,
		    const char *label)
{
	struct error err = {0};
	int64_t visit_id;

	fixture_ok(desk_join_line(fixture->desk, resident_id, 0, 0, label,
				  &visit_id, &err));
	return visit_id;
}

static void look(struct desk *desk, struct board *board)
{
	struct error err = {0};

	fixture_ok(desk_read_board(desk, board, &err));
}

static void a_clerk_has_no_board(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct board board;

	fixture_refused(desk_read_board(fixture->desk, &board, &err),
			ERROR_DENIED);
	assert_int_equal(board.windows.count, 0);
}

static void windows_stand_in_their_order_with_whom_they_serve(void **state)
{
	struct fixture *fixture = *state;
	struct desk *desk = overseer(fixture);
	int64_t person = fixture_resident(fixture, "Mr.", "Jan", "Kowalski");
	int64_t called;
	struct error err = {0};
	struct board board;

	fixture_desk2(fixture);
	look(desk, &board);
	assert_int_equal(board.windows.count, 2);
	assert_string_equal(board.windows.items[0].window, "Window 1");
	assert_string_equal(board.windows.items[0].staff, "A. Ruiz");
	assert_null(board.windows.items[0].who);
	board_release(&board);
	join(fixture, person, NULL);
	fixture_ok(desk_call(fixture->desk2, 0, &called, &err));
	fixture_pass(fixture, 2 * CLOCK_MINUTE);
	look(desk, &board);
	assert_int_equal(board.windows.count, 2);
	assert_null(board.windows.items[0].who);
	assert_string_equal(board.windows.items[1].window, "Window 2");
	assert_string_equal(board.windows.items[1].staff, "B. Chen");
	assert_string_equal(board.windows.items[1].who, "Mr. Kowalski");
	assert_int_equal(board.windows.items[1].state, VISIT_CALLED);
	assert_int_equal(desk_now(desk) - board.windows.items[1].since_at,
			 2 * CLOCK_MINUTE);
	board_release(&board);
	desk_close(desk);
}

static void who_waits_stands_with_how_long(void **state)
{
	struct fixture *fixture = *state;
	struct desk *desk = overseer(fixture);
	struct board board;

	join(fixture, 0, "dog");
	fixture_pass(fixture, 11 * CLOCK_MINUTE);
	join(fixture, 0, "fence");
	look(desk, &board);
	assert_int_equal(board.line.waiting_count, 2);
	assert_int_equal(board.line.longest, 11 * CLOCK_MINUTE);
	assert_string_equal(board.line.rows[0].name, "dog");
	board_release(&board);
	desk_close(desk);
}

static void a_hold_stands_with_its_reason_and_length(void **state)
{
	struct fixture *fixture = *state;
	struct desk *desk = overseer(fixture);
	int64_t person = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	struct error err = {0};
	struct visit visit;
	struct board board;

	matter_begin(fixture, fixture->desk, person, FIXTURE_FENCE, "Fence",
		     &visit);
	fixture_ok(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err));
	fixture_pass(fixture, 6 * CLOCK_MINUTE);
	look(desk, &board);
	assert_int_equal(board.holds.count, 1);
	assert_string_equal(board.holds.items[0].who, "Ms. Alvarez");
	assert_string_equal(board.holds.items[0].reason, "copies");
	assert_string_equal(board.holds.items[0].topic, "Fence permit");
	assert_int_equal(desk_now(desk) - board.holds.items[0].since_at,
			 6 * CLOCK_MINUTE);
	/* Meanwhile the window is there for somebody else. */
	assert_int_equal(board.windows.count, 1);
	assert_null(board.windows.items[0].who);
	board_release(&board);
	visit_release(&visit);
	desk_close(desk);
}

static void what_is_put_aside_stands_with_who_has_it(void **state)
{
	struct fixture *fixture = *state;
	struct desk *desk = overseer(fixture);
	int64_t person = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	struct error err = {0};
	struct visit visit;
	struct board board;

	matter_begin(fixture, fixture->desk, person, FIXTURE_FENCE, "Fence",
		     &visit);
	fixture_ok(desk_put_aside(fixture->desk, &visit, NULL, &err));
	fixture_ok(desk_post_notice(fixture->desk, "Fire drill", "3pm", &err));
	fixture_pass(fixture, 6 * CLOCK_MINUTE);
	look(desk, &board);
	assert_int_equal(board.holds.count, 0);
	assert_int_equal(board.asides.count, 1);
	assert_string_equal(board.asides.items[0].who, "Ms. Alvarez");
	assert_string_equal(board.asides.items[0].staff, "A. Ruiz");
	assert_int_equal(desk_now(desk) - board.asides.items[0].since_at,
			 6 * CLOCK_MINUTE);
	assert_int_equal(board.notices.count, 1);
	board_release(&board);
	visit_release(&visit);
	desk_close(desk);
}

static void what_is_due_within_the_hour_stands_and_stays_when_late(void **state)
{
	struct fixture *fixture = *state;
	struct desk *desk = overseer(fixture);
	int64_t person = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	int64_t request = matter_open(fixture, person, "Fence"), promise;
	struct error err = {0};
	struct board board;

	fixture_ok(desk_make_promise(fixture->desk, request, "Call back",
				     "4 pm", 0, &promise, &err));
	look(desk, &board);
	assert_int_equal(board.due_count, 0);
	board_release(&board);
	fixture_pass(fixture, CLOCK_HOUR);
	look(desk, &board);
	assert_int_equal(board.due_count, 1);
	assert_string_equal(board.due[0].what, "Call back");
	assert_string_equal(board.due[0].owner, "A. Ruiz");
	assert_int_equal(board.due[0].request_id, request);
	assert_false(board.due[0].is_late);
	board_release(&board);
	fixture_pass(fixture, CLOCK_HOUR);
	look(desk, &board);
	assert_int_equal(board.due_count, 1);
	assert_true(board.due[0].is_late);
	board_release(&board);
	fixture_ok(desk_keep_promise(fixture->desk, promise, "", &err));
	look(desk, &board);
	assert_int_equal(board.due_count, 0);
	board_release(&board);
	desk_close(desk);
}

#define BOARD_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    BOARD_TEST(a_clerk_has_no_board),
	    BOARD_TEST(windows_stand_in_their_order_with_whom_they_serve),
	    BOARD_TEST(who_waits_stands_with_how_long),
	    BOARD_TEST(a_hold_stands_with_its_reason_and_length),
	    BOARD_TEST(what_is_put_aside_stands_with_who_has_it),
	    BOARD_TEST(what_is_due_within_the_hour_stands_and_stays_when_late),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
