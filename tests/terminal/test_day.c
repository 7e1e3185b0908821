/* The day on the terminal: another period, site, department or topic. */
#include "desk_terminal.h"

#include <ctype.h>
#include <string.h>

static struct terminal *open_day(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "the day<Enter>");
	terminal_wait_text(terminal, "ARRIVALS BY HOUR");
	return terminal;
}

static void f4_shows_the_week_and_the_month(void **state)
{
	struct terminal *terminal = open_day(*state);

	terminal_wait_row(terminal, 0, "The day · Mon Nov 23 · City Hall");
	terminal_keys(terminal, "<F4>w");
	terminal_wait_row(terminal, 0,
			  "Week of November 23 to 29, 2026 · City Hall");
	terminal_keys(terminal, "<Left>");
	terminal_wait_row(terminal, 0,
			  "Week of November 16 to 22, 2026 · City Hall");
	terminal_keys(terminal, "<F4>m");
	terminal_wait_row(terminal, 0, "November 2026 · City Hall");
	terminal_keys(terminal, "<Left>");
	terminal_wait_row(terminal, 0, "October 2026 · City Hall");
	terminal_keys(terminal, "<Right><Right>");
	terminal_wait_text(terminal, "Those days have not begun yet.");
	terminal_keys(terminal, "<F4>d");
	terminal_wait_row(terminal, 0, "The day · Mon Nov 23 · City Hall");
}

static void f4_shows_a_topic_and_the_whole_again(void **state)
{
	struct terminal *terminal = open_day(*state);

	terminal_keys(terminal, "<F4>m");
	terminal_wait_row(terminal, 0, "November 2026 ·");
	terminal_keys(terminal, "<F4>s");
	terminal_wait_text(terminal, "Whose figures?");
	terminal_keys(terminal, "fence<Enter>");
	terminal_wait_row(terminal, 0, "City Hall · Fence permit");
	terminal_wait_text(terminal, "Fence permit");
	terminal_keys(terminal, "<F4>s");
	terminal_wait_text(terminal, "Whose figures?");
	terminal_keys(terminal, "planning<Enter>");
	terminal_wait_row(terminal, 0, "City Hall · Planning");
	terminal_keys(terminal, "<F4>s");
	terminal_wait_text(terminal, "Whose figures?");
	terminal_keys(terminal, "all sites<Enter>");
	terminal_wait_row(terminal, 0, "all sites · Planning");
	terminal_keys(terminal, "<F4>s");
	terminal_wait_text(terminal, "Whose figures?");
	terminal_keys(terminal, "everything<Enter>");
	terminal_wait_row(terminal, 0, "November 2026 · City Hall  ");
}

/* "10 am 119": the name, a blank, the number. */
static void an_hour_of_a_hundred_stands_apart_from_its_name(void **state)
{
	struct terminal *terminal = open_day(*state);
	int row, col;

	terminal_keys(terminal, "<F4>m");
	terminal_wait_row(terminal, 0, "November 2026 ·");
	row = terminal_find(terminal, "10 am 1", &col);
	if (row < 0)
		fail_msg("%s", terminal_screen(terminal));
	assert_true(isdigit(
	    (unsigned char)strstr(terminal_row(terminal, row), "10 am 1")[8]));
}

static void the_footer_tells_the_way_to_other_periods(void **state)
{
	struct terminal *terminal = open_day(*state);

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "the day<Enter>");
	terminal_wait_row(terminal, 23, "F4 Period ");
	terminal_wait_row(terminal, 23, "F9 Close day ");
	terminal_wait_row(terminal, 23, "Tab Next ");
	/* Nothing leads to a day that has not begun. */
	assert_null(strstr(terminal_row(terminal, 23), "Right"));
	terminal_keys(terminal, "<Left>");
	terminal_wait_row(terminal, 0, "The day · Sun Nov 22");
	terminal_wait_row(terminal, 23, "F4 Period ");
	terminal_wait_row(terminal, 23, "Right After");
	terminal_resize(terminal, 60, 15);
	terminal_wait_row(terminal, 14, "F4 Period ");
}

static void what_goes_on_below_is_said(void **state)
{
	struct terminal *terminal = open_day(*state);

	terminal_wait_row(terminal, 21, "more below");
	terminal_keys(terminal, "<S-Tab>");
	terminal_wait_row(terminal, 21, "more above");
	terminal_keys(terminal, "<Home>");
	terminal_wait_gone(terminal, "more above");
	terminal_resize(terminal, 120, 130);
	terminal_wait_gone(terminal, "more below");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(f4_shows_the_week_and_the_month),
	    DESK_TEST(f4_shows_a_topic_and_the_whole_again),
	    DESK_TEST(an_hour_of_a_hundred_stands_apart_from_its_name),
	    DESK_TEST(the_footer_tells_the_way_to_other_periods),
	    DESK_TEST(what_goes_on_below_is_said),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
