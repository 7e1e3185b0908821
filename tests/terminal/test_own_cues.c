/* A city's own words on the desk: changed, silenced, and with a wrong line. */
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
	    DESK_TEST(a_wrong_line_of_the_greetings_leaves_say_where_it_is),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
