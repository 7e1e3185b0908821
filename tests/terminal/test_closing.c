/* The supervisor closes the day: remarks, what is open, and the day after. */
#include "desk_terminal.h"

#include <stdio.h>

#include "frontdesk/base/clock.h"
#include "stub.h"

#define SUPERVISOR "S. Johnson"

static void run_command(struct terminal *terminal, const char *words)
{
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, words);
	terminal_keys(terminal, "<Enter>");
}

static void open_form(struct terminal *terminal)
{
	run_command(terminal, "close the day");
	terminal_wait_text(terminal, "STILL OPEN");
}

/* A quarter past five, when the counter is closed. */
static struct terminal *open_evening(struct desk_terminal *desk)
{
	struct terminal *terminal;

	desk_terminal_pass(desk, 3 * CLOCK_HOUR);
	terminal = desk_terminal_open(desk);
	desk_terminal_sign_in(terminal, SUPERVISOR);
	return terminal;
}

static void sign_in_again(struct terminal *terminal)
{
	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "<C-u>" SUPERVISOR "<Enter>");
}

/* F9 asks; only Enter closes. */
static void close_it(struct terminal *terminal)
{
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Enter closes it, Esc goes back.");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "The day is closed.");
}

/* Of today: the days before are closed as the demo city has them. */
static int64_t closings(struct desk_terminal *desk)
{
	return desk_terminal_number(desk, "SELECT count(*) FROM day_closing "
					  "WHERE day_on = '2026-11-23'");
}

static int64_t remarks(struct desk_terminal *desk, const char *day_on)
{
	char sql[200];

	snprintf(sql, sizeof(sql),
		 "SELECT count(*) FROM day_remark JOIN day_closing USING "
		 "(day_closing_id) WHERE day_on = '%s'",
		 day_on);
	return desk_terminal_number(desk, sql);
}

static void f9_however_often_closes_nothing(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	run_command(terminal, "day");
	terminal_wait_text(terminal, "VISITS");
	terminal_keys(terminal, "<F9><F9><F9><F9>");
	terminal_wait_text(terminal,
			   "Monday, November 23, 2026 stays as it is now");
	terminal_wait_text(terminal, "visits are still open, and are counted");
	terminal_wait_text(terminal, "Enter: Close the day. Esc: go back.");
	assert_int_equal(closings(desk), 0);
	terminal_keys(terminal, "<Esc>Two windows");
	terminal_wait_text(terminal, "Two windows");
	assert_false(terminal_has(terminal, "for good"));
	close_it(terminal);
	assert_int_equal(closings(desk), 1);
	assert_int_equal(remarks(desk, "2026-11-23"), 1);
}

static void the_day_is_closed_by_f9_and_enter(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	run_command(terminal, "close the day");
	terminal_wait_row(terminal, 0, "Close the day · Mon Nov 23");
	terminal_wait_text(terminal, "STILL OPEN");
	terminal_wait_text(terminal, "put aside");
	terminal_wait_text(terminal, "To acknowledge");
	terminal_keys(terminal, "Permit system down<Enter>Two windows<Enter>");
	terminal_keys(terminal, "<Enter><Enter>");
	terminal_wait_text(terminal,
			   "F9 asks, and then closes the day. Esc returns.");
	assert_int_equal(closings(desk), 0);
	close_it(terminal);
	terminal_wait_row(terminal, 1,
			  "Closed Mon Nov 23, 5:14 pm by S. Johnson.");
	terminal_wait_row(terminal, 2, "Permit system down");
	terminal_wait_row(terminal, 3, "Two windows");
	assert_int_equal(closings(desk), 1);
	terminal_keys(terminal, "<F9>");
	terminal_wait_row(terminal, 0, "A remark to a closed day");
	terminal_wait_text(terminal, "REMARKED SO FAR");
	terminal_wait_text(terminal, "Permit system down");
	terminal_keys(terminal, "Until noon<Enter><Enter><Enter>");
	terminal_wait_text(terminal,
			   "The remark stands beside what was closed");
	terminal_wait_text(terminal, "by S. Johnson: Until noon");
}

static void what_changes_afterwards_is_shown_and_not_printed(void **state)
{
	const char *const close_words[] = {
	    "--as",	"sjohnson",    "day",	      "close",
	    "--remark", "Printer out", "--with-open", NULL};
	const char *const post_words[] = {"--as", "sjohnson",	     "notice",
					  "post", "Elevator is out", NULL};
	const char *const log_words[] = {"log", "--topic", "Dog licence", NULL};
	struct desk_terminal *desk = *state;
	struct terminal *terminal;

	stub_put(desk, "lp", "cat >paper\necho 'request id is day-1 (1)'");
	desk_terminal_pass(desk, 3 * CLOCK_HOUR);
	assert_int_equal(desk_terminal_run(desk, post_words), 0);
	assert_int_equal(desk_terminal_run(desk, close_words), 0);
	desk_terminal_pass(desk, 3 * CLOCK_HOUR + CLOCK_MINUTE);
	assert_int_equal(desk_terminal_run(desk, log_words), 0);
	terminal = stub_open(desk);
	desk_terminal_sign_in(terminal, SUPERVISOR);
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "CHANGED SINCE IT WAS CLOSED");
	terminal_wait_text(terminal, "gone on since");
	terminal_keys(terminal, "<Esc><Home><Enter>");
	terminal_wait_row(terminal, 0, "Changed since it was closed");
	terminal_wait_text(terminal, "GONE ON SINCE");
	terminal_wait_text(terminal, "Arrived: 51, now 52");
	assert_false(terminal_has(terminal, "CORRECTED"));
	terminal_keys(terminal, "<Esc><C-p>");
	terminal_wait_text(terminal, "Enter prints this day.");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Printed as it was closed: day-1.");
	stub_expect(desk, "paper", "Remark: Printer out");
	stub_expect(desk, "paper", "Arrived                 51");
}

static void remarks_outlive_esc_and_a_kill(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	open_form(terminal);
	terminal_keys(terminal, "Permit system down<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	open_form(terminal);
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Permit system down");
	terminal_keys(terminal, "<Enter>Two windows");
	terminal_wait_text(terminal, "Two windows");
	desk_terminal_wait_draft(desk, terminal, "Two windows");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open(desk);
	sign_in_again(terminal);
	terminal_wait_row(terminal, 0, "Close the day · Mon Nov 23");
	terminal_wait_row(terminal, 1, "This came back: it was typed here");
	terminal_wait_text(terminal, "Permit system down");
	terminal_wait_text(terminal, "Two windows");
}

/* The key that ends a briefing means the desk, and ends nothing else. */
static void behind_a_briefing_a_form_that_came_back_says_so(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	run_command(terminal, "close the day");
	terminal_wait_text(terminal, "STILL OPEN");
	terminal_keys(terminal, "Permit system down");
	desk_terminal_wait_draft(desk, terminal, "Permit system down");
	desk_terminal_end(desk, terminal);
	desk_terminal_pass(desk, 16 * CLOCK_HOUR);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "A. Ruiz");
	terminal_keys(terminal, "<Esc>");
	sign_in_again(terminal);
	terminal_wait_row(terminal, 0, "Briefing · S. Johnson");
	terminal_wait_text(terminal, "F9 To Close the day");
	terminal_keys(terminal, "<F9>");
	terminal_wait_row(terminal, 0, "Close the day · Mon Nov 23");
	terminal_wait_row(terminal, 1, "This came back: it was typed here");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Enter closes it, Esc goes back.");
	assert_int_equal(closings(desk), 0);
}

static void what_is_open_is_a_key_away_and_the_remarks_stay(void **state)
{
	struct terminal *terminal = open_evening(*state);

	run_command(terminal, "close the day");
	terminal_wait_text(terminal, "STILL OPEN");
	terminal_keys(terminal, "Permit system down<F4>");
	terminal_wait_row(terminal, 0, "Still open");
	terminal_wait_text(terminal, "Dog licence");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "Close the day");
	terminal_wait_text(terminal, "Permit system down");
}

static void asked_again_it_is_the_form_that_is_open(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	open_form(terminal);
	terminal_keys(terminal, "Permit system down");
	run_command(terminal, "close the day");
	terminal_wait_row(terminal, 0, "Close the day · Mon Nov 23");
	terminal_wait_text(terminal, "Permit system down");
	close_it(terminal);
	assert_int_equal(remarks(desk, "2026-11-23"), 1);
}

static void after_a_kill_remarks_go_to_what_another_closed(void **state)
{
	const char *const close_words[] = {
	    "--as",	"pmartinez",   "day",	      "close",
	    "--remark", "Printer out", "--with-open", NULL};
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	open_form(terminal);
	terminal_keys(terminal, "Permit system down<Enter>Two windows");
	desk_terminal_wait_draft(desk, terminal, "Two windows");
	desk_terminal_end(desk, terminal);
	assert_int_equal(desk_terminal_run(desk, close_words), 0);
	terminal = desk_terminal_open(desk);
	sign_in_again(terminal);
	terminal_wait_row(terminal, 0, "A remark to a closed day");
	terminal_wait_text(terminal, "Permit system down");
	terminal_wait_text(terminal, "Two windows");
	terminal_wait_text(terminal, "Printer out");
	/* And once more, in the midst of what is now a further remark. */
	terminal_keys(terminal, " alone");
	desk_terminal_wait_draft(desk, terminal, "Two windows alone");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open(desk);
	sign_in_again(terminal);
	terminal_wait_text(terminal, "Two windows alone");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "by S. Johnson: Two windows alone");
	assert_int_equal(remarks(desk, "2026-11-23"), 3);
	assert_int_equal(closings(desk), 1);
}

/* Somebody else was quicker while it was typed: nothing of it is lost. */
static void a_form_over_a_day_that_another_closes_adds_to_it(void **state)
{
	const char *const close_words[] = {"--as",  "pmartinez",   "day",
					   "close", "--with-open", NULL};
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	open_form(terminal);
	terminal_keys(terminal, "Permit system down");
	assert_int_equal(desk_terminal_run(desk, close_words), 0);
	terminal_wait_row(terminal, 0, "A remark to a closed day");
	terminal_wait_text(terminal, "Permit system down");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "The remark stands beside");
	assert_int_equal(remarks(desk, "2026-11-23"), 1);
}

static void f9_reads_what_esc_left_before_it_closes(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	open_form(terminal);
	terminal_keys(terminal, "Permit system down<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	open_form(terminal);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "This was typed here before");
	terminal_wait_text(terminal, "Permit system down");
	assert_int_equal(closings(desk), 0);
	close_it(terminal);
	assert_int_equal(remarks(desk, "2026-11-23"), 1);
}

static void behind_another_day_that_one_is_meant(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	run_command(terminal, "the day");
	terminal_wait_text(terminal, "Mon Nov 23");
	terminal_keys(terminal, "<Left><Left><Left>");
	terminal_wait_row(terminal, 0, "Fri Nov 20");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Arrived 50 ·");
	run_command(terminal, "close the day");
	terminal_wait_row(terminal, 0, "Fri Nov 20");
	terminal_wait_row(terminal, 0, "Close the day");
}

/* Wherever the closing then is: nothing of it, or all. */
static void a_kill_at_enter_leaves_a_day_closed_or_not(void **state)
{
	const char *const check[] = {"check", NULL};
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	open_form(terminal);
	terminal_keys(terminal, "Permit system down<F9>");
	terminal_wait_text(terminal, "Enter closes it, Esc goes back.");
	terminal_keys(terminal, "<Enter>");
	desk_terminal_end(desk, terminal);
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM day_paper JOIN "
				       "day_closing USING (day_closing_id) "
				       "WHERE day_on = '2026-11-23'"),
	    4 * closings(desk));
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM day_remark JOIN "
				       "day_closing USING (day_closing_id) "
				       "WHERE day_on = '2026-11-23'"),
	    closings(desk));
	assert_int_equal(desk_terminal_run(desk, check), 0);
}

static void the_evening_ends_with_it_for_a_supervisor(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_evening(desk);

	run_command(terminal, "end of the day");
	terminal_wait_row(terminal, 0, "The end of the day");
	terminal_keys(terminal, "<End>");
	terminal_wait_text(terminal, "its figures are kept as they stand");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Close the day · Mon Nov 23");
}

static void in_the_morning_and_to_a_clerk_it_is_told_why_not(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	run_command(terminal, "close the day");
	terminal_wait_text(terminal, "Only a supervisor may do this");
	desk_terminal_sign_in(terminal, SUPERVISOR);
	open_form(terminal);
	terminal_wait_row(terminal, 1, "Today can be closed from 4:30 pm on.");
	terminal_wait_row(terminal, 1, "Fri Nov 20 is not closed yet.");
	terminal_keys(terminal, "Printer out<F9>");
	terminal_wait_text(terminal, "Today can be closed from 4:30 pm on. Fri "
				     "Nov 20 is not closed yet.");
	assert_int_equal(closings(desk), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(f9_however_often_closes_nothing),
	    DESK_TEST(the_day_is_closed_by_f9_and_enter),
	    DESK_TEST(what_changes_afterwards_is_shown_and_not_printed),
	    DESK_TEST(remarks_outlive_esc_and_a_kill),
	    DESK_TEST(behind_a_briefing_a_form_that_came_back_says_so),
	    DESK_TEST(what_is_open_is_a_key_away_and_the_remarks_stay),
	    DESK_TEST(asked_again_it_is_the_form_that_is_open),
	    DESK_TEST(after_a_kill_remarks_go_to_what_another_closed),
	    DESK_TEST(a_form_over_a_day_that_another_closes_adds_to_it),
	    DESK_TEST(f9_reads_what_esc_left_before_it_closes),
	    DESK_TEST(behind_another_day_that_one_is_meant),
	    DESK_TEST(a_kill_at_enter_leaves_a_day_closed_or_not),
	    DESK_TEST(the_evening_ends_with_it_for_a_supervisor),
	    DESK_TEST(in_the_morning_and_to_a_clerk_it_is_told_why_not),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
