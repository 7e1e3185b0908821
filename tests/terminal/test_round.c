/* The briefing at the first sign-in of a day, notices, who is out, and the
 * end of the day. */
#include "desk_terminal.h"
#include "own_city.h"

#include "frontdesk/base/clock.h"

static void run_command(struct terminal *terminal, const char *typed)
{
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, typed);
	terminal_keys(terminal, "<Enter>");
}

static void change_to(struct terminal *terminal, const char *name)
{
	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "<C-u>");
	terminal_keys(terminal, name);
	terminal_keys(terminal, "<Enter>");
}

static void
the_first_sign_in_of_a_day_is_briefed_and_the_second_not(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	change_to(terminal, "S. Johnson");
	terminal_wait_row(terminal, 0, "Briefing · S. Johnson");
	terminal_wait_text(terminal, "Closed");
	terminal_wait_text(terminal, "Thu Nov 26");
	assert_int_equal(desk_terminal_number(desk,
					      "SELECT COUNT(*) FROM briefing"
					      " WHERE seen_at IS NOT NULL"),
			 0);
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	assert_int_equal(desk_terminal_number(desk,
					      "SELECT COUNT(*) FROM briefing"
					      " WHERE seen_at IS NOT NULL"),
			 1);
	change_to(terminal, "A. Ruiz");
	terminal_wait_row(terminal, 0, "Briefing · A. Ruiz");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Who or what?");
	change_to(terminal, "S. Johnson");
	terminal_wait_text(terminal, "Who or what?");
	terminal_wait_row(terminal, 0, "S. Johnson");
	run_command(terminal, "briefing");
	terminal_wait_row(terminal, 0, "Briefing · S. Johnson");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT COUNT(*) FROM briefing"), 2);
}

static void the_next_day_is_briefed_again(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	change_to(terminal, "S. Johnson");
	terminal_wait_row(terminal, 0, "Briefing · S. Johnson");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	desk_terminal_pass(desk, 24 * CLOCK_HOUR);
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "<C-u>A. Ruiz<Enter>");
	terminal_wait_row(terminal, 0, "Briefing · A. Ruiz");
	terminal_wait_row(terminal, 0, "Tue Nov 24");
}

static void letters_go_on_at_the_desk(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	change_to(terminal, "S. Johnson");
	terminal_wait_row(terminal, 0, "Briefing · S. Johnson");
	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 1, "Who or what?  alva");
	terminal_wait_text(terminal, "Alvarez, Ms. Elena");
}

static void its_rows_open_their_work(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	run_command(terminal, "briefing");
	terminal_wait_row(terminal, 0, "Briefing · A. Ruiz");
	terminal_wait_text(terminal, "To acknowledge");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Reference read aloud");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "Briefing · A. Ruiz");
	terminal_keys(terminal, "<End><Enter>");
	terminal_wait_text(terminal, "NOT AS USUAL");
}

static void a_notice_stands_on_every_desk_until_it_is_ended(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *other = desk_terminal_open(desk);
	struct terminal *terminal = desk_terminal_open(desk);

	run_command(terminal, "notice");
	terminal_wait_text(terminal, "What must everybody here know");
	terminal_keys(terminal, "Card machine is out<Enter>");
	terminal_wait_text(terminal, "blank: until somebody ends it");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "It stands on every desk here");
	terminal_wait_text(other,
			   "2 NOTICES: Card machine is out · The permit");
	assert_int_equal(terminal_count_keys(other), 0);
	run_command(terminal, "briefing");
	terminal_wait_text(terminal, "Card machine is out");
	for (int i = 0; i < 12; i++) {
		if (terminal_find(terminal, "Card machine is out", NULL) ==
		    terminal_find(terminal, "›", NULL))
			break;
		terminal_keys(terminal, "<Down>");
		terminal_wait_text(terminal, "›");
	}
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "End it");
	terminal_keys(terminal, "e");
	terminal_wait_text(terminal, "The notice is ended");
	terminal_wait_gone(other, "Card machine is out");
}

static void a_notice_that_was_interrupted_is_not_lost(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	run_command(terminal, "notice");
	terminal_wait_text(terminal, "What must everybody here know");
	terminal_keys(terminal, "Card machine is out<Enter>4p");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "What must everybody here know");
	run_command(terminal, "notice");
	terminal_wait_text(terminal, "What must everybody here know");
	assert_false(terminal_has(terminal, "Card machine"));
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Card machine is out");
	terminal_keys(terminal, "m");
	desk_terminal_wait_draft(desk, terminal, "4pm");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "What must everybody here know");
	terminal_wait_text(terminal, "Card machine is out");
	terminal_wait_text(terminal, "Monday, November 23, 4:00 pm");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "It stands on every desk here");
	terminal_wait_text(terminal, "2 NOTICES: Card machine is out");
}

static void who_is_out_is_noted_and_taken_back(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	run_command(terminal, "who is out");
	terminal_wait_row(terminal, 0, "Who is in, who is out");
	terminal_wait_text(terminal, "A. Ruiz");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "a day, or several");
	terminal_keys(terminal, "a");
	terminal_wait_row(terminal, 0, "Away: A. Ruiz");
	terminal_keys(terminal, "<Enter>dec 2");
	terminal_wait_text(terminal, "Wed Dec 2");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "out until Wed Dec 2");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "noted by mistake");
	terminal_keys(terminal, "b");
	terminal_wait_text(terminal, "Taken back.");
	terminal_wait_gone(terminal, "out until Wed Dec 2");
}

static void before_closing_the_desk_says_how_to_see_what_is_left(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	assert_false(terminal_has(terminal, "end of the day"));
	desk_terminal_pass(desk, 2 * CLOCK_HOUR + 16 * CLOCK_MINUTE);
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "closes 5:00 pm: F1, the end of the day");
	run_command(terminal, "end of the day");
	terminal_wait_row(terminal, 0, "The end of the day · A. Ruiz");
	terminal_wait_row(terminal, 2, "To acknowledge");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Reference read aloud");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "The end of the day · A. Ruiz");
	terminal_wait_text(terminal, "Put aside");
}

/* Of whatever age: what a clerk offered and nobody answered. */
static void what_a_clerk_offered_is_left_in_their_evening(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_keys(terminal, "osei<Enter>Come and look<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	run_command(terminal, "end of the day");
	terminal_wait_row(terminal, 0, "The end of the day · A. Ruiz");
	terminal_wait_text(terminal,
			   "Not accepted    Ms. Elena Alvarez: Mr. Osei");
}

static void what_was_not_saved_is_told_and_comes_back(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Tab><Tab>The gate was open");
	desk_terminal_wait_draft(desk, terminal, "The gate was open");
	desk_terminal_end(desk, terminal);
	/* Nothing of the visit can be read when the program starts again. */
	desk_terminal_number(desk, "ALTER TABLE visit_person RENAME COLUMN "
				   "part_note TO part_noted");
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "Who or what?");
	desk_terminal_number(desk, "ALTER TABLE visit_person RENAME COLUMN "
				   "part_noted TO part_note");
	run_command(terminal, "end of the day");
	terminal_wait_text(
	    terminal,
	    "Not saved       what was typed before: Enter brings it back");
	terminal_keys(terminal, "<End>");
	terminal_wait_text(terminal, " › Not saved");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_text(terminal, "The gate was open");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(the_first_sign_in_of_a_day_is_briefed_and_the_second_not),
	    DESK_TEST(the_next_day_is_briefed_again),
	    DESK_TEST(letters_go_on_at_the_desk),
	    DESK_TEST(its_rows_open_their_work),
	    DESK_TEST(a_notice_stands_on_every_desk_until_it_is_ended),
	    DESK_TEST(a_notice_that_was_interrupted_is_not_lost),
	    DESK_TEST(who_is_out_is_noted_and_taken_back),
	    DESK_TEST(before_closing_the_desk_says_how_to_see_what_is_left),
	    DESK_TEST(what_a_clerk_offered_is_left_in_their_evening),
	    DESK_TEST(what_was_not_saved_is_told_and_comes_back),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
