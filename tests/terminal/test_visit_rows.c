/* The rows of a visit and of its result: nothing typed is lost, and what does
 * not suit is said. */
#include "desk_terminal.h"

#include <string.h>

static struct terminal *open_unnamed(struct desk_terminal *desk,
				     const char *topic, const char *row)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	terminal_keys(terminal, topic);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, row);
	return terminal;
}

static void behind_the_last_answer_it_is_made_sure(void **state)
{
	struct terminal *terminal = open_unnamed(*state, "do", "Neutered");

	terminal_keys(terminal, "<Enter><Enter><Enter><Enter>Fifi<Enter>");
	terminal_wait_row(terminal, 3, "Is the dog spayed or neutered?");
	terminal_keys(terminal, "y<Enter>6/1/2027<Enter>");
	terminal_wait_row(terminal, 3, "“Let me make sure I have it right.");
	/* Whoever goes back is asked that row's question, then again. */
	terminal_keys(terminal, "<Up><Backspace><Backspace><Down>");
	terminal_wait_row(terminal, 3, "Until when is the rabies shot good?");
}

static void an_answer_that_does_not_suit_is_not_an_answer(void **state)
{
	struct terminal *terminal = open_unnamed(*state, "do", "Neutered");

	terminal_keys(terminal, "<Enter><Enter><Enter><Enter>Fifi<Enter>"
				"maybe<Enter>6/1/2027<Enter>");
	terminal_wait_row(terminal, 3, "Is the dog spayed or neutered?");
}

static void what_is_refused_is_said_where_the_clerk_is(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int row;

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Enter><Enter><Enter><Enter><Enter>maybe"
				"<PgDn>");
	terminal_wait_text(terminal, "› R-");
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "Neutered: The answer is yes or no.");
	row = terminal_find(terminal, "Neutered ", NULL);
	terminal_wait_cursor(terminal, row, 17);
	assert_false(terminal_has(terminal, "› R-"));
	terminal_keys(terminal, "<C-u>yes<F7>");
	terminal_wait_text(terminal, "Hand off R-");
}

static void f4_in_a_row_of_free_words_changes_nothing(void **state)
{
	struct terminal *terminal = open_unnamed(*state, "pot", "Where");

	terminal_keys(terminal, "<Tab><Tab>hello<F4>");
	terminal_wait_text(terminal, "nothing to choose here");
	terminal_keys(terminal, " there<Enter>");
	terminal_wait_text(terminal, "hello there");
	terminal_wait_text(terminal, "About      Pothole");
}

static void another_topic_says_that_the_answers_are_kept(void **state)
{
	struct terminal *terminal = open_unnamed(*state, "do", "Neutered");

	terminal_keys(terminal, "<Enter><Enter><Enter><Enter>Fifi<Up><Up><Up>"
				"<Up><Up><F4>");
	terminal_wait_text(terminal, "What is it about?");
	terminal_keys(terminal, "pothole<Enter>");
	terminal_wait_text(terminal, "The answers about Dog licence are kept");
	terminal_keys(terminal, "<Up><F4>");
	terminal_wait_text(terminal, "What is it about?");
	terminal_keys(terminal, "dog lic<Enter>");
	terminal_wait_text(terminal, "Fifi");
}

/* One visit that could not be helped, taken back: its result is asked. */
static struct terminal *reopen(struct desk_terminal *desk)
{
	struct terminal *terminal = open_unnamed(desk, "do", "Neutered");

	terminal_keys(terminal, "<F9>c");
	terminal_wait_text(terminal, "Reason");
	terminal_keys(terminal, "it is past 21 days<F9>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	return terminal;
}

static void another_result_takes_no_words_of_the_one_before(void **state)
{
	struct terminal *terminal = reopen(*state);

	terminal_wait_text(terminal, "Taken back: the visit goes on");
	terminal_keys(terminal, "<F9>b");
	terminal_wait_text(terminal, "Come back with  rabies certificate");
	assert_false(terminal_has(terminal, "past 21 days"));
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "Come back with");
	terminal_keys(terminal, "<F9>c");
	terminal_wait_text(terminal, "it is past 21 days");
}

static void thanks_and_card_are_for_a_visit_that_ended(void **state)
{
	struct terminal *terminal = reopen(*state);

	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_wait_row(terminal, 2, "Good afternoon.");
	assert_false(terminal_has(terminal, "Would you like a card"));
}

static void what_a_result_requires_is_marked(void **state)
{
	struct terminal *terminal = open_unnamed(*state, "do", "Neutered");
	int row;

	terminal_keys(terminal, "<F9>c");
	terminal_wait_text(terminal, "How to appeal");
	row = terminal_find(terminal, "Reason ", NULL);
	terminal_wait_row(terminal, row, "required");
}

static void a_result_that_was_being_typed_is_back_after_a_kill(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_unnamed(desk, "do", "Neutered");

	terminal_keys(terminal, "<F9>c");
	terminal_wait_text(terminal, "How to appeal");
	terminal_keys(terminal, "it is past 21 days");
	desk_terminal_wait_draft(desk, terminal, "past 21 days");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "How to appeal");
	terminal_wait_text(terminal, "it is past 21 days");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM contact WHERE "
				       "result_text = 'it is past 21 days'"),
	    1);
}

static void a_receiver_without_a_desk_is_said_after_a_kill_too(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_unnamed(desk, "do", "Neutered");

	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "Hand off R-");
	terminal_keys(terminal, "<Enter>check the tag");
	terminal_wait_text(terminal, "no desk runs there now");
	desk_terminal_wait_draft(desk, terminal, "check the tag");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "check the tag");
	terminal_wait_text(terminal, "no desk runs there now");
}

static void on_a_small_screen_nothing_of_a_danger_is_cut(void **state)
{
	struct terminal *terminal = desk_terminal_open_sized(*state, 60, 15);

	terminal_keys(terminal, "<Enter>water heat<Enter>");
	terminal_wait_text(terminal, "Place");
	terminal_keys(terminal, "<Tab><Tab><Tab><Tab>tank<Enter>y");
	terminal_wait_text(terminal, "DANGER");
	terminal_keys(terminal, "<F7>");
	terminal_wait_row(terminal, 2, "ask for it again.”");
	terminal_wait_text(terminal, "DANGER: Do you smell gas?");
	terminal_wait_text(terminal, "company: 951-555-0199.");
}

/* Standard 11, and 6: KNOW keeps its first line on a small screen. */
static void on_a_small_screen_the_first_line_is_known(void **state)
{
	struct terminal *terminal = desk_terminal_open_sized(*state, 60, 15);

	terminal_keys(terminal, "alva<Enter>fe<Enter>");
	terminal_wait_text(terminal, "Could this be simpler?");
	terminal_wait_text(terminal, "^E 3 more");
}

static void every_question_stands_once_among_all_cues(void **state)
{
	struct terminal *terminal = open_unnamed(*state, "noise c", "Where");
	const char *screen, *first;

	terminal_wait_row(terminal, 3, "Where does it come from?");
	terminal_keys(terminal, "<C-e>");
	terminal_wait_text(terminal, "All cues");
	screen = terminal_screen(terminal);
	screen = strstr(screen, "All cues");
	first = strstr(screen, "Where does it come from?");
	assert_non_null(first);
	assert_null(strstr(first + 1, "Where does it come from?"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(behind_the_last_answer_it_is_made_sure),
	    DESK_TEST(an_answer_that_does_not_suit_is_not_an_answer),
	    DESK_TEST(what_is_refused_is_said_where_the_clerk_is),
	    DESK_TEST(f4_in_a_row_of_free_words_changes_nothing),
	    DESK_TEST(another_topic_says_that_the_answers_are_kept),
	    DESK_TEST(another_result_takes_no_words_of_the_one_before),
	    DESK_TEST(thanks_and_card_are_for_a_visit_that_ended),
	    DESK_TEST(what_a_result_requires_is_marked),
	    DESK_TEST(a_result_that_was_being_typed_is_back_after_a_kill),
	    DESK_TEST(a_receiver_without_a_desk_is_said_after_a_kill_too),
	    DESK_TEST(on_a_small_screen_nothing_of_a_danger_is_cut),
	    DESK_TEST(on_a_small_screen_the_first_line_is_known),
	    DESK_TEST(every_question_stands_once_among_all_cues),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
