/* The day on the terminal: another period, site, department or topic. */
#include "desk_terminal.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(f4_shows_the_week_and_the_month),
	    DESK_TEST(f4_shows_a_topic_and_the_whole_again),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
