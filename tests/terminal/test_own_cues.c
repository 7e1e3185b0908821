/* A city's own words on the desk: changed, silenced, and with a wrong line. */
#include <string.h>

#include "desk_terminal.h"
#include "own_words.h"

static int make(void **state)
{
	struct desk_terminal *desk;

	if (desk_terminal_make(state) != 0)
		return -1;
	desk = *state;
	own_words_copy(&desk->place);
	return 0;
}

static int remove_all(void **state)
{
	own_words_forget();
	return desk_terminal_remove(state);
}

static void a_city_asks_in_its_own_words_before_a_visit(void **state)
{
	struct terminal *terminal;

	own_words_cues(
	    "help\t6\tfinding\t!named\ten\tASK\t10\tWhat brings you to "
	    "City Hall?\n"
	    "spelling\t5\tfinding\tsimilar\ten\tASK\t80\t-\n");
	terminal = desk_terminal_open(*state);
	terminal_wait_row(terminal, 3, "“What brings you to City Hall?”");
	terminal_keys(terminal, "alvarz");
	terminal_wait_text(terminal, "similar");
	terminal_wait_row(terminal, 3, "“What brings you to City Hall?”");
}

static void a_hand_off_that_was_sent_is_said_in_them_too(void **state)
{
	struct terminal *terminal;

	own_words_cues(
	    "handed-off\t13\thanded-off\t-\ten\tSAY\t50\tPlanning will "
	    "write to you.\n");
	terminal = desk_terminal_open(*state);
	terminal_keys(terminal, "abernathy<Enter>noise<Enter><F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_keys(terminal, "hernandez<Enter>Measure it<F9>");
	terminal_wait_text(terminal, "Offered to Ms. Hernández");
	terminal_wait_text(terminal, "Say: “Planning will write to you.”");
}

static void what_is_silenced_at_the_end_leaves_no_greeting(void **state)
{
	struct terminal *terminal;

	own_words_cues("thanks\t16\tclosing\t-\ten\t-\t50\t-\n");
	terminal = desk_terminal_open(*state);
	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F9>");
	terminal_wait_row(terminal, 3, "Is there anything else I can do");
	assert_null(strstr(terminal_row(terminal, 2), "Good afternoon"));
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_wait_row(terminal, 3, "Would you like a card");
	assert_null(strstr(terminal_row(terminal, 2), "Good afternoon"));
}

static void what_a_city_adds_to_the_round_of_the_day_is_shown(void **state)
{
	struct terminal *terminal;

	own_words_cues(
	    "hello\t2\topening\t-\ten\tSAY\t50\tGood morning, team.\n"
	    "ready\t2\topening\t-\ten\tASK\t50\tIs the printer on?\n"
	    "flag\t2\topening\t-\ten\tKNOW\t50\tThe flag is out.\n"
	    "water\t2\tjoining\t-\ten\tKNOW\t50\tThere is water.\n"
	    "wait\t2\tjoining\t-\ten\tASK\t50\tMay I ask what for?\n");
	terminal = desk_terminal_open(*state);
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "Say: “I’ll be right with you.” Ask: "
				     "“May I ask what for?”");
	terminal_wait_text(terminal, "There is water.");
	terminal_keys(terminal, "<C-e>");
	terminal_wait_text(terminal, "SAY   “Good afternoon.”");
	terminal_keys(terminal, "<Esc><F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "briefing<Enter>");
	terminal_wait_row(terminal, 1, "4 to acknowledge today");
	terminal_wait_row(terminal, 2, "“Good morning, team.”");
	terminal_wait_row(terminal, 3, "“Is the printer on?”");
	terminal_wait_row(terminal, 4, "The flag is out.");
	terminal_keys(terminal, "<C-e>");
	terminal_wait_text(terminal, "KNOW  The flag is out.");
}

static void a_line_that_is_wrong_is_told_to_a_supervisor(void **state)
{
	struct terminal *terminal;

	own_words_cues("late\t3\twaited\thappy\ten\tSAY\t60\tThanks.\n");
	terminal = desk_terminal_open(*state);
	assert_false(terminal_has(terminal, "city.tsv"));
	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "<C-u>P. Martinez<Enter>");
	terminal_wait_text(terminal, "Briefing");
	terminal_keys(terminal, "<End>");
	terminal_wait_text(terminal, "cues/city.tsv:2: no condition is called");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "\"happy\"");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Words left out");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Left out: cues/city.tsv:2: ");
}

/* Standard 5: whoever has read the words is greeted with all the others. */
static void a_wrong_line_of_the_greetings_leaves_say_where_it_is(void **state)
{
	struct terminal *terminal;

	own_words_cues("");
	own_words_append("cues/greetings.tsv",
			 "fr\tgreet\tnoon\talone\tBonjour.\t-\n"
			 "en\tgreet\t-\n");
	terminal = desk_terminal_open(*state);
	terminal_wait_row(terminal, 2, "“Good afternoon.”");
	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "“Good afternoon, Ms. Alvarez.”");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_city_asks_in_its_own_words_before_a_visit),
	    DESK_TEST(a_hand_off_that_was_sent_is_said_in_them_too),
	    DESK_TEST(what_is_silenced_at_the_end_leaves_no_greeting),
	    DESK_TEST(what_a_city_adds_to_the_round_of_the_day_is_shown),
	    DESK_TEST(a_line_that_is_wrong_is_told_to_a_supervisor),
	    DESK_TEST(a_wrong_line_of_the_greetings_leaves_say_where_it_is),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
