/* ^Y: how somebody wishes to be addressed, noted at once; SAY follows. */
#include "desk_terminal.h"

#include <string.h>

#define NOTED "SELECT count(*) FROM permission"

/* Ms. Elena Alvarez, who said that the first name is not to be used. */
static struct terminal *open_alvarez(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "Ms. Alvarez");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "SO FAR");
	terminal_keys(terminal, "<C-y>");
	terminal_wait_text(terminal, "How would you like me to address you?");
	return terminal;
}

/* Somebody without a title, whom the desk asks. */
static struct terminal *open_dlamini(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "dlamini");
	terminal_wait_row(terminal, 2, "Thandiwe Dlamini");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "SO FAR");
	terminal_keys(terminal, "<C-y>");
	terminal_wait_text(terminal, "A title");
	return terminal;
}

static void the_first_name_is_said_once_they_allow_it(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "y");
	terminal_wait_text(terminal, "Noted, with who heard it and when.");
	assert_int_equal(
	    desk_terminal_number(*state,
				 "SELECT count(*) FROM permission WHERE kind = "
				 "'first_name' AND value = 'yes' AND noted_at "
				 "= 1795472040000"),
	    1);
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<C-u>alva");
	terminal_wait_row(terminal, 2, "Good afternoon, Elena.");
}

static void what_they_wish_to_be_called_is_said_verbatim(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "c");
	terminal_wait_text(terminal, "it is said just so");
	terminal_keys(terminal, "doña Elena<Enter>");
	terminal_wait_text(terminal, "Noted, with who heard it");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<C-u>alva");
	terminal_wait_row(terminal, 2, "doña Elena");
}

static void a_title_is_taken_from_the_list_or_as_it_is_typed(void **state)
{
	struct terminal *terminal = open_dlamini(*state);

	terminal_keys(terminal, "t");
	terminal_wait_text(terminal, "Which title did they give?");
	terminal_keys(terminal, "prof");
	terminal_wait_text(terminal, "as it is typed");
	terminal_keys(terminal, "<C-u>Dr");
	terminal_wait_text(terminal, "Dr.");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Noted, with who heard it");
	terminal_wait_row(terminal, 2, "Dr. Dlamini");
}

static void as_it_stands_is_an_answer_and_nobody_asks_again(void **state)
{
	struct terminal *terminal = open_dlamini(*state);

	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 3, "address you?");
	terminal_keys(terminal, "<C-y>s");
	terminal_wait_text(terminal, "Noted, with who heard it");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<C-u>dlamini");
	terminal_wait_row(terminal, 2, "Thandiwe Dlamini");
	assert_null(strstr(terminal_row(terminal, 3), "address you?"));
}

static void leaving_the_question_notes_nothing(void **state)
{
	int64_t before = desk_terminal_number(*state, NOTED);
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "t<Esc>");
	terminal_wait_gone(terminal, "Which title did they give?");
	terminal_wait_row(terminal, 2, "SAY");
	assert_int_equal(desk_terminal_number(*state, NOTED), before);
}

static void an_answer_that_is_blank_is_refused(void **state)
{
	int64_t before = desk_terminal_number(*state, NOTED);
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "c");
	terminal_wait_text(terminal, "it is said just so");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "is missing: type it");
	assert_int_equal(desk_terminal_number(*state, NOTED), before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(the_first_name_is_said_once_they_allow_it),
	    DESK_TEST(what_they_wish_to_be_called_is_said_verbatim),
	    DESK_TEST(a_title_is_taken_from_the_list_or_as_it_is_typed),
	    DESK_TEST(as_it_stands_is_an_answer_and_nobody_asks_again),
	    DESK_TEST(leaving_the_question_notes_nothing),
	    DESK_TEST(an_answer_that_is_blank_is_refused),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
