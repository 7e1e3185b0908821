/* The calendar of the site on the screens: F8 says when it is closed, and a
 * supervisor closes a day. */
#include "desk_terminal.h"

#include "frontdesk/base/clock.h"

static struct terminal *open_promise(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>");
	terminal_wait_text(terminal, "Alvarez");
	terminal_keys(terminal, "do<Enter><F8>");
	terminal_wait_text(terminal, "By when");
	terminal_keys(terminal, "call back<Tab>");
	return terminal;
}

static void a_promise_for_a_closed_day_says_so_and_is_made(void **state)
{
	struct terminal *terminal = open_promise(*state);

	terminal_keys(terminal, "fri");
	terminal_wait_text(terminal, "Friday, November 27, 5:00 pm");
	/* Below the field, wrapped at a word. */
	terminal_wait_row(terminal, 7,
			  "closed then (Day after Thanksgiving); next open "
			  "Monday, November");
	terminal_wait_row(terminal, 8, "30");
	terminal_keys(terminal, "<C-u>tomorrow");
	terminal_wait_text(terminal, "Tuesday, November 24, 5:00 pm");
	terminal_wait_gone(terminal, "closed then");
	terminal_keys(terminal, "<C-u>tomorrow 7pm");
	terminal_wait_text(terminal,
			   "outside hours that day: 8:00 am to 5:00 pm");
	terminal_keys(terminal, "<C-u>fri<F9>");
	terminal_wait_text(terminal, "Promised");
}

static void business_days_pass_over_thanksgiving(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_promise(desk);

	terminal_keys(terminal, "2 business days");
	terminal_wait_text(terminal, "Wednesday, November 25, 5:00 pm");
	terminal_keys(terminal, "<C-u>3 business days");
	terminal_wait_text(terminal, "Monday, November 30, 5:00 pm");
	/* Two days on it is Wednesday, the 25th. */
	desk_terminal_pass(desk, 2 * 24 * CLOCK_HOUR);
	terminal_keys(terminal, "<C-u>2 business day");
	terminal_keys(terminal, "s");
	terminal_wait_text(terminal, "Tuesday, December 1, 5:00 pm");
}

static struct terminal *open_calendar(struct desk_terminal *desk,
				      const char *who)
{
	struct terminal *terminal = desk_terminal_open(desk);

	if (who != NULL)
		desk_terminal_sign_in(terminal, who);
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "holidays");
	terminal_wait_text(terminal, "Calendar");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "NOT AS USUAL");
	return terminal;
}

static void a_supervisor_closes_a_day_and_takes_it_back(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_calendar(desk, "S. Johnson");

	terminal_wait_text(terminal, "Monday to Friday");
	terminal_wait_text(terminal, "Thu Nov 26 2026");
	terminal_wait_text(terminal, "Day after Thanksgiving");
	terminal_wait_text(terminal, "+ close a day");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Which day is closed?");
	terminal_keys(terminal, "soonish<Enter>");
	terminal_wait_text(terminal, "Give a day alone");
	terminal_wait_text(terminal, "soonish");
	terminal_keys(terminal, "<C-u>tomorrow<Enter>");
	terminal_wait_text(terminal, "Why is Tue Nov 24 2026 closed?");
	terminal_keys(terminal, "Staff training<Enter>");
	terminal_wait_text(terminal, "Tue Nov 24 2026 is closed");
	terminal_wait_row(terminal, 5, "Staff training");
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "Take it back");
	terminal_keys(terminal, "t");
	terminal_wait_text(terminal, "is as its weekday is again");
	terminal_wait_gone(terminal, "Staff training");
	assert_int_equal(desk_terminal_number(desk,
					      "SELECT count(*) FROM site_day "
					      "WHERE withdrawn_by IS NOT NULL"),
			 1);
}

static void a_clerk_reads_the_calendar_alone(void **state)
{
	struct terminal *terminal = open_calendar(*state, NULL);

	terminal_wait_text(terminal, "Christmas Day");
	assert_false(terminal_has(terminal, "+ close a day"));
	assert_false(terminal_has(terminal, "Enter Change"));
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_promise_for_a_closed_day_says_so_and_is_made),
	    DESK_TEST(business_days_pass_over_thanksgiving),
	    DESK_TEST(a_supervisor_closes_a_day_and_takes_it_back),
	    DESK_TEST(a_clerk_reads_the_calendar_alone),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
