/* The line at two windows, and another clerk's changes without a key. */
#include "desk_terminal.h"

#include <string.h>
#include <time.h>

#define SHOWS_WITHIN 2000 /* milliseconds, without a key */

static struct terminal *open_second(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	desk_terminal_sign_in(terminal, "D. Pham");
	return terminal;
}

static void two_windows_never_call_the_same_person(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *here = desk_terminal_open(desk);
	struct terminal *there = open_second(desk);

	terminal_keys(here, "<F2>");
	terminal_keys(there, "<F2>");
	terminal_wait_row(here, 0, "called");
	terminal_wait_row(there, 0, "called");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM visit WHERE state "
				       "= 'called'"),
	    2);
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(DISTINCT staff_id) FROM "
				       "visit WHERE state = 'called'"),
	    2);
}

static void who_joins_at_one_window_shows_at_the_other(void **state)
{
	struct desk_terminal *desk = *state;
	struct timespec before, after;
	struct terminal *here = desk_terminal_open(desk);
	struct terminal *there = open_second(desk);

	terminal_wait_text(there, "IN LINE 3");
	terminal_keys(here, "<F6>");
	terminal_wait_text(here, "IN LINE 4");
	clock_gettime(CLOCK_MONOTONIC, &before);
	terminal_wait_text(there, "IN LINE 4");
	clock_gettime(CLOCK_MONOTONIC, &after);
	assert_true((after.tv_sec - before.tv_sec) * 1000 +
			(after.tv_nsec - before.tv_nsec) / 1000000 <=
		    SHOWS_WITHIN);
}

static bool is_selected(struct terminal *terminal, const void *text)
{
	int col, row = terminal_find(terminal, text, &col);

	return row >= 0 && terminal_is_reverse(terminal, row, col);
}

static void arriving_rows_do_not_move_the_selection(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *here = desk_terminal_open(desk);
	struct terminal *there = open_second(desk);

	terminal_keys(here, "<Down><Down>");
	terminal_wait(here, "the second highlighted", is_selected, "unnamed");
	terminal_keys(there, "<F2>");
	terminal_wait_row(there, 0, "called");
	terminal_wait_text(here, "IN LINE 2");
	assert_true(is_selected(here, "unnamed"));
}

static void who_is_highlighted_is_called_out_of_turn(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "<Down><Down><Down><F2>");
	terminal_wait_row(terminal, 0, "Kowalski");
	terminal_wait_row(terminal, 0, "called");
}

static void called_then_put_back_waits_again(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F2>");
	terminal_wait_row(terminal, 0, "called");
	terminal_keys(terminal, "<F1>put back");
	terminal_wait_text(terminal, "Put back in line");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Back in line, with the arrival it had.");
	terminal_wait_text(terminal, "IN LINE 3");
}

static void who_left_is_noted_from_the_line(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "Left without being served");
	terminal_keys(terminal, "l");
	terminal_wait_text(terminal, "Noted: left without being served.");
	terminal_wait_text(terminal, "IN LINE 2");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM visit WHERE "
				       "left_when = 'waiting' AND ended_at = "
				       "1795472040000"),
	    1);
}

static void a_hand_off_is_read_and_accepted_by_its_receiver(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>fe<Enter><F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_keys(terminal, "osei<Enter>when will it be checked?<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_keys(terminal, "<F10>");
	terminal_wait_text(terminal, "when will it be checked?");
	terminal_keys(terminal, "<End><Enter>");
	terminal_wait_text(terminal, "CAME ALONG");
	terminal_wait_text(terminal, "Address as: Ms. Alvarez");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "will be done");
	terminal_keys(terminal, "<C-u>Check the plan<Enter>wed<Enter>");
	terminal_wait_text(terminal, "Accepted: the request");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM handoff_event "
				       "WHERE kind = 'accepted' AND note = "
				       "'Check the plan, by Wednesday, "
				       "November 25, 5:00 pm'"),
	    1);
}

/* The number counts those who still wait, as the line's title does. */
static void who_is_called_has_no_number_in_line(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);
	int row, col;

	terminal_keys(terminal, "<F2>");
	terminal_wait_row(terminal, 1, "Walk-in");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "IN LINE 2");
	terminal_wait_text(terminal, "called to");
	row = terminal_find(terminal, "called to", &col);
	assert_memory_equal(terminal_row(terminal, row), "       ", 7);
	for (row = 0; row < 24; row++) {
		const char *text = terminal_row(terminal, row);

		assert_true(strncmp(text, "   3 ", 5) != 0);
	}
	terminal_wait_text(terminal, "   2   ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(two_windows_never_call_the_same_person),
	    DESK_TEST(who_joins_at_one_window_shows_at_the_other),
	    DESK_TEST(arriving_rows_do_not_move_the_selection),
	    DESK_TEST(who_is_highlighted_is_called_out_of_turn),
	    DESK_TEST(called_then_put_back_waits_again),
	    DESK_TEST(who_left_is_noted_from_the_line),
	    DESK_TEST(a_hand_off_is_read_and_accepted_by_its_receiver),
	    DESK_TEST(who_is_called_has_no_number_in_line),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
