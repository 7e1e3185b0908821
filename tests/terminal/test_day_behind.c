/* What stands behind the numbers of the day: moved to, opened, left again. */
#include "desk_terminal.h"

#include <stdio.h>
#include <string.h>

/* Friday, November 20, of the demo city: everybody in it is invented. */
static struct terminal *open_friday(struct desk_terminal *desk, int cols,
				    int rows)
{
	struct terminal *terminal = desk_terminal_open_sized(desk, cols, rows);

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "the day<Enter>");
	terminal_wait_row(terminal, 0, "The day · Mon Nov 23");
	terminal_keys(terminal, "<Left><Left><Left>");
	terminal_wait_row(terminal, 0, "The day · Fri Nov 20");
	return terminal;
}

/* Of the first row that has the words, their first cell. */
static bool is_chosen(struct terminal *terminal, const char *words, int skip)
{
	int col, row = terminal_find(terminal, words, &col);

	return row >= 0 && terminal_is_reverse(terminal, row, col + skip);
}

static bool is_on_served(struct terminal *terminal, const void *unused)
{
	(void)unused;
	return is_chosen(terminal, "Served ", 15);
}

static bool is_on_arrived(struct terminal *terminal, const void *unused)
{
	(void)unused;
	return is_chosen(terminal, "Arrived ", 15);
}

struct cursor {
	int row, col;
};

static bool is_elsewhere(struct terminal *terminal, const void *state)
{
	const struct cursor *before = state;
	struct cursor now;

	terminal_cursor(terminal, &now.row, &now.col);
	return now.row != before->row || now.col != before->col;
}

static void go_down(struct terminal *terminal)
{
	struct cursor before;

	terminal_cursor(terminal, &before.row, &before.col);
	terminal_keys(terminal, "<Down>");
	terminal_wait(terminal, "the next number", is_elsewhere, &before);
}

static int records(struct terminal *terminal)
{
	int count = 0;

	for (int row = 2; row < 22; row++)
		count += strstr(terminal_row(terminal, row), "  V-") != NULL ||
			 strstr(terminal_row(terminal, row), "› V-") != NULL;
	return count;
}

static void enter_opens_as_many_visits_as_the_number_says(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_friday(desk, 80, 24);
	int64_t unnamed = desk_terminal_number(
	    desk, "SELECT SUM(n) FROM day_total WHERE day = '2026-11-20'"
		  " AND figure = 'unnamed' AND site_id = 1");

	terminal_wait(terminal, "the first number", is_on_arrived, NULL);
	go_down(terminal);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Arrived: unnamed ");
	terminal_wait_row(terminal, 2, " am ");
	assert_true(unnamed > 1 && unnamed < 20);
	assert_int_equal(records(terminal), unnamed);
}

static void a_record_is_opened_and_what_was_chosen_stays(void **state)
{
	struct terminal *terminal = open_friday(*state, 80, 24);
	char chosen[64];

	terminal_wait(terminal, "the first number", is_on_arrived, NULL);
	for (int i = 0; i < 12 && !is_on_served(terminal, NULL); i++)
		go_down(terminal);
	terminal_wait(terminal, "the served", is_on_served, NULL);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Served ");
	terminal_keys(terminal, "<Down><Down>");
	terminal_wait_row(terminal, 4, "› V-");
	snprintf(chosen, sizeof(chosen), "%.15s", terminal_row(terminal, 4));
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "R-");
	terminal_wait_gone(terminal, "Served ");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "Served ");
	terminal_wait_row(terminal, 4, chosen);
	terminal_keys(terminal, "<Esc>");
	terminal_wait(terminal, "the served again", is_on_served, NULL);
}

static void tab_goes_from_block_to_block_and_round(void **state)
{
	static const char *const headings[] = {"WAIT AND SERVICE",
					       "MEDIANS BY CHANNEL", "REQUESTS",
					       "HAND-OFFS AND PROMISES"};
	struct terminal *terminal = open_friday(*state, 80, 24);

	for (size_t i = 0; i < 4; i++) {
		terminal_keys(terminal, "<Tab>");
		terminal_wait_text(terminal, headings[i]);
	}
	terminal_wait_text(terminal, "PROMISES KEPT, WEEK BY WEEK");
	/* Shift+Tab from the first of them is the last: the topics. */
	terminal_keys(terminal, "<Home>");
	terminal_wait(terminal, "the first number", is_on_arrived, NULL);
	terminal_keys(terminal, "<S-Tab><Enter>");
	terminal_wait_text(terminal, "R-");
	terminal_wait_gone(terminal, "TOPICS");
}

static void weeks_have_their_share_beside_a_small_bar(void **state)
{
	struct terminal *terminal = open_friday(*state, 120, 100);
	int row, col;

	terminal_wait_text(terminal, "PROMISES KEPT, WEEK BY WEEK");
	row = terminal_find(terminal, "PROMISES KEPT, WEEK BY WEEK", &col);
	terminal_wait_row(terminal, row + 1, "▇▇▇");
	terminal_wait_row(terminal, row + 2, "%");
	terminal_wait_row(terminal, row + 3, "11/2      11/16");
	terminal_wait_text(terminal, "median wait");
	terminal_resize(terminal, 60, 15);
	terminal_wait_gone(terminal, "median wait");
	terminal_wait_row(terminal, 0, "The day · Fri Nov 20");
	terminal_wait(terminal, "the first number", is_on_arrived, NULL);
	terminal_keys(terminal, "<S-Tab>");
	terminal_wait_text(terminal, "TOPICS");
}

static void enter_prints_only_where_it_was_asked_to(void **state)
{
	struct terminal *terminal = open_friday(*state, 80, 24);

	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Enter prints this day.");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "Enter prints this day.");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Arrived ");
}

/* For screen readers. */
static void the_cursor_stands_on_the_row_that_is_selected(void **state)
{
	struct terminal *terminal = open_friday(*state, 80, 24);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Arrived 50 · City Hall · Fri Nov 20");
	terminal_wait_cursor(terminal, 2, 1);
	terminal_keys(terminal, "<Down>");
	terminal_wait_cursor(terminal, 3, 1);
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "The day ·");
	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 0, "Lists");
	terminal_wait_text(terminal, "› ");
	terminal_wait_cursor(terminal, terminal_find(terminal, "› ", NULL), 1);
}

static void a_list_says_of_what_it_is(void **state)
{
	struct terminal *terminal = open_friday(*state, 80, 24);

	terminal_keys(terminal, "<F4>s");
	terminal_wait_text(terminal, "Whose figures?");
	terminal_keys(terminal, "planning<Enter>");
	terminal_wait_row(terminal, 0, "City Hall · Planning");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, " · Planning · City Hall · Fri Nov 20");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(enter_opens_as_many_visits_as_the_number_says),
	    DESK_TEST(a_record_is_opened_and_what_was_chosen_stays),
	    DESK_TEST(tab_goes_from_block_to_block_and_round),
	    DESK_TEST(weeks_have_their_share_beside_a_small_bar),
	    DESK_TEST(enter_prints_only_where_it_was_asked_to),
	    DESK_TEST(the_cursor_stands_on_the_row_that_is_selected),
	    DESK_TEST(a_list_says_of_what_it_is),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
