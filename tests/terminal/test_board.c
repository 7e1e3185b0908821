/* The live board on a terminal of its own, while windows work. */
#include "desk_terminal.h"

#include <string.h>

#include "frontdesk/base/clock.h"

#define SUPERVISOR "S. Johnson"

static struct terminal *open_board(struct desk_terminal *desk, int cols,
				   int rows)
{
	struct terminal *terminal = desk_terminal_open_sized(desk, cols, rows);

	desk_terminal_sign_in(terminal, SUPERVISOR);
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "live board<Enter>");
	terminal_wait_row(terminal, 0, "Live board · City Hall");
	terminal_count_keys(terminal);
	return terminal;
}

/* Two terminals: no key is pressed at the board while a window works. */
static void it_follows_a_window_by_itself(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *board = open_board(desk, 80, 24);
	struct terminal *window = desk_terminal_open(desk);

	terminal_wait_text(board, "AT THE WINDOWS");
	terminal_keys(window, "<F6>");
	terminal_wait_text(board, "IN LINE 4");
	terminal_keys(window, "<F2>");
	terminal_wait_row(window, 0, "called");
	terminal_wait_text(board, "called to Window 2");
	terminal_wait_text(board, "unnamed · Dog licence, called 0 min ago");
	terminal_wait_text(board, "IN LINE 3");
	assert_int_equal(terminal_count_keys(board), 0);
}

static void a_hold_shows_with_its_reason_and_grows_by_the_clock(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *board = open_board(desk, 80, 24);
	struct terminal *window = desk_terminal_open(desk);

	terminal_keys(window, "alva<Enter>do<Enter>");
	terminal_wait_text(window, "Alvarez");
	terminal_keys(window, "<F5>");
	terminal_wait_text(window, "On hold, because of");
	terminal_keys(window, "c");
	terminal_wait_text(board, "Ms. Alvarez, 0 min: copies");
	desk_terminal_pass(desk, 4 * CLOCK_MINUTE);
	terminal_wait_text(board, "Ms. Alvarez, 4 min: copies");
	assert_int_equal(terminal_count_keys(board), 0);
}

static void two_at_one_window_are_named_both(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *board = open_board(desk, 80, 24);
	struct terminal *window = desk_terminal_open(desk);
	int row, col;

	terminal_keys(window, "<C-q>");
	terminal_wait_text(window, "Locked");
	terminal_keys(window, "<C-u>D. Pham<Enter>");
	terminal_wait_text(window,
			   "S. Johnson is signed in at Window 2 too. ^Q");
	terminal_wait_text(board, "D. Pham");
	row = terminal_find(board, "D. Pham", &col);
	assert_non_null(strstr(terminal_row(board, row), "Window 2"));
	terminal_wait_row(board, row + 1, "Window 2");
	terminal_wait_row(board, row + 1, "S. Johnson");
}

static void post(struct terminal *terminal, const char *words)
{
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "notice<Enter>");
	terminal_wait_text(terminal, "What must everybody here know");
	terminal_keys(terminal, words);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "It stands on every desk here");
}

static void put_aside_and_every_notice_stand_on_it(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *board = open_board(desk, 80, 24);
	struct terminal *window = desk_terminal_open(desk);

	terminal_keys(window, "alva<Enter>do<Enter>");
	terminal_wait_text(window, "Alvarez");
	terminal_keys(window, "<F3>");
	terminal_wait_text(board, "PUT ASIDE");
	terminal_wait_text(board, "Ms. Alvarez, 0 min");
	post(window, "Elevator down");
	post(window, "Permits slow");
	terminal_wait_text(window, "3 NOTICES: Permits slow · Elevator down");
	terminal_wait_row(board, 1, "3 NOTICES  Permits slow · Elevator down");
	assert_int_equal(terminal_count_keys(board), 0);
}

static void every_part_is_there_at_every_size(void **state)
{
	static const int sizes[][2] = {{80, 24}, {120, 40}, {60, 15}};
	struct desk_terminal *desk = *state;

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct terminal *board =
		    open_board(desk, sizes[i][0], sizes[i][1]);

		terminal_wait_text(board, "IN LINE");
		terminal_wait_text(board, "AT THE WINDOWS");
		/* A heading alone says of nobody what it says. */
		terminal_wait_text(board, "Dog licence");
		terminal_wait_text(board, "ON HOLD");
		terminal_wait_text(board, "PROMISES DUE WITHIN THE HOUR");
		desk_terminal_end(desk, board);
	}
}

static void a_night_in_line_is_said_in_full(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *board, *terminal;

	desk_terminal_pass(desk, 16 * CLOCK_HOUR + 20 * CLOCK_MINUTE);
	board = open_board(desk, 60, 15);
	terminal_wait_text(board, "Dog licence");
	terminal_wait_text(board, "longest 16 h 31 min");
	desk_terminal_end(desk, board);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, " 16 h 26 min");
}

static void f1_finds_how_a_visit_is_brought_back(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "reop");
	terminal_wait_text(terminal, "Reopen a visit");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Enter on a visit, then b");
	terminal_keys(terminal, "<Down><Down><Down><Down><Down><Down><Down>"
				"<Down><Enter>");
	terminal_wait_text(terminal, "Bring it back");
}

static void a_clerk_is_not_offered_it(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "live board");
	terminal_wait_text(terminal, "no command of that name");
}

static void f4_leads_there_from_the_lists_and_from_the_day(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	desk_terminal_sign_in(terminal, SUPERVISOR);
	terminal_keys(terminal, "<F10>");
	terminal_wait_text(terminal, "F4 ");
	terminal_keys(terminal, "<F4>b");
	terminal_wait_row(terminal, 0, "Live board · City Hall");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "Lists");
	terminal_keys(terminal, "<Esc><F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "the day<Enter>");
	terminal_wait_text(terminal, "ARRIVALS BY HOUR");
	terminal_keys(terminal, "<F4>b");
	terminal_wait_row(terminal, 0, "Live board · City Hall");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(it_follows_a_window_by_itself),
	    DESK_TEST(a_hold_shows_with_its_reason_and_grows_by_the_clock),
	    DESK_TEST(two_at_one_window_are_named_both),
	    DESK_TEST(put_aside_and_every_notice_stand_on_it),
	    DESK_TEST(every_part_is_there_at_every_size),
	    DESK_TEST(a_night_in_line_is_said_in_full),
	    DESK_TEST(f1_finds_how_a_visit_is_brought_back),
	    DESK_TEST(a_clerk_is_not_offered_it),
	    DESK_TEST(f4_leads_there_from_the_lists_and_from_the_day),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
