/* ^Y: how somebody wishes to be addressed, noted at once; SAY follows. */
#include "desk_terminal.h"

#include <stdio.h>
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
	terminal_wait_text(terminal, "Noted: the first name may be used. ^Z "
				     "takes it back.");
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
	terminal_wait_text(terminal, "Noted: called “doña Elena”.");
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
	terminal_wait_text(terminal, "Noted: Dr. ^Z takes it back.");
	terminal_wait_row(terminal, 2, "Dr. Dlamini");
	terminal_wait_row(terminal, 0, "Dr. Thandiwe Dlamini");
}

static void as_it_stands_is_an_answer_and_nobody_asks_again(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "dlamini");
	terminal_wait_row(terminal, 3, "address you?");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "SO FAR");
	terminal_wait_row(terminal, 3, "address you?");
	/* One key, and one letter. */
	terminal_count_keys(terminal);
	terminal_keys(terminal, "<C-y>s");
	terminal_wait_text(terminal, "Noted: as it stands");
	assert_int_equal(terminal_count_keys(terminal), 2);
	terminal_wait_row(terminal, 3, "Is it about the code complaint?");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<C-u>dlamini");
	terminal_wait_row(terminal, 2, "Thandiwe Dlamini");
	assert_null(strstr(terminal_row(terminal, 3), "address you?"));
}

static void
a_permission_is_taken_back_and_the_history_says_by_whom(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "abernathy<Enter>");
	terminal_wait_text(terminal, "The whole record");
	terminal_wait_row(terminal, 2, "Mrs. Abernathy");
	terminal_keys(terminal, "<C-y>y");
	terminal_wait_row(terminal, 2, "Good afternoon, Ruth.");
	/* Said by somebody else later: title and surname again, at once. */
	desk_terminal_pass(*state, INT64_C(60000));
	terminal_keys(terminal, "<C-y>n");
	terminal_wait_row(terminal, 2, "Good afternoon, Mrs. Abernathy.");
	terminal_keys(terminal, "<C-e>");
	terminal_wait_text(terminal, "All cues");
	terminal_wait_text(terminal,
			   "SAID  Nov 23, 2:15 pm · first name no · A. Ruiz");
	terminal_wait_text(terminal,
			   "Nov 23, 2:14 pm · first name yes · A. Ruiz");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "All cues");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Taken back: how to address");
	terminal_wait_row(terminal, 2, "Good afternoon, Ruth.");
	terminal_keys(terminal, "<C-y>a");
	terminal_wait_row(terminal, 2, "Good afternoon, Mrs. Abernathy.");
}

/* The record of whoever is open in a visit. */
static void open_record(struct terminal *terminal)
{
	for (int i = 0; i < 6; i++)
		terminal_keys(terminal, "<Down>");
	terminal_keys(terminal, "<End><Enter>");
	terminal_wait_text(terminal, "REQUESTS");
}

static void a_refused_title_is_never_said_and_comes_back_only_by_them(void **s)
{
	struct terminal *terminal = desk_terminal_open(*s);

	terminal_keys(terminal, "abernathy<Enter>");
	terminal_wait_text(terminal, "The whole record");
	/* The record's own title is the first of the list. */
	terminal_keys(terminal, "<C-y>");
	terminal_wait_text(terminal, "Not this title");
	terminal_keys(terminal, "r");
	terminal_wait_text(terminal, "Which title do they not want?");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 2, "Good afternoon, Ruth Abernathy.");
	open_record(terminal);
	terminal_wait_text(terminal, "not Mrs. · Nov 23, A. Ruiz");
	/* In the form it is said beside the row, and not kept. */
	terminal_keys(terminal, "<Up><Enter>");
	terminal_wait_text(terminal, "Change Ruth Abernathy");
	terminal_wait_row(terminal, 3, "not Mrs.");
	terminal_keys(terminal, "Mrs.<F9>");
	terminal_wait_text(terminal, "they asked not to be called so");
	terminal_wait_row(terminal, 2, "Good afternoon, Ruth Abernathy.");
	/* Given by them after all. */
	terminal_keys(terminal, "<C-y>tmrs<Enter>");
	terminal_wait_row(terminal, 2, "Good afternoon, Mrs. Abernathy.");
	terminal_wait_gone(terminal, "not Mrs. ·");
}

static void the_question_put_away_does_not_come_back_in_this_visit(void **s)
{
	struct terminal *terminal = desk_terminal_open(*s);

	terminal_keys(terminal, "dlamini<Enter>");
	terminal_wait_row(terminal, 3, "address you?");
	terminal_keys(terminal, "no");
	terminal_wait_text(terminal, "together");
	terminal_wait_row(terminal, 3, "address you?");
	/* On to the next row: the clerk had it before their eyes. */
	terminal_keys(terminal, "<Enter>");
	terminal_wait_gone(terminal, "address you?");
	terminal_keys(terminal, "<Down><Down>They are loud<F3>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "They are loud");
	terminal_wait_row(terminal, 2, "Thandiwe Dlamini");
	assert_null(strstr(terminal_row(terminal, 3), "address you?"));
	assert_int_equal(
	    desk_terminal_number(*s, "SELECT count(*) FROM visit WHERE "
				     "asked_address_at IS NOT NULL"),
	    1);
}

static void the_language_turns_with_one_key_wherever_a_greeting_stands(void **s)
{
	struct terminal *terminal = desk_terminal_open(*s);

	terminal_keys(terminal, "raul garcia");
	terminal_wait_row(terminal, 2, "SAY  “Buenas tardes, Sr. García.”");
	terminal_wait_row(terminal, 2, "“Good afternoon, Sr. García.”");
	terminal_keys(terminal, "<C-t>");
	terminal_wait_row(terminal, 2, "SAY  “Good afternoon, Sr. García.”");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 2, "SAY  “Buenas tardes, Sr. García.”");
	terminal_keys(terminal, "<C-t>");
	terminal_wait_row(terminal, 2, "SAY  “Good afternoon, Sr. García.”");
	open_record(terminal);
	terminal_wait_row(terminal, 2, "SAY  “Buenas tardes, Sr. García.”");
	terminal_keys(terminal, "<C-t>");
	terminal_wait_row(terminal, 2, "SAY  “Good afternoon, Sr. García.”");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "not begun");
	terminal_keys(terminal, "<Tab><Esc>");
	terminal_wait_text(terminal, "Who or what?");
	/* A call is answered in the city's other language too. */
	terminal_keys(terminal, "<F1>telephone<Enter>");
	terminal_wait_text(terminal, "Unnamed caller");
	terminal_keys(terminal, "<C-t>");
	terminal_wait_row(terminal, 2, "ventanilla");
}

/* A bare Enter guesses nothing, and twice takes nothing back. */
static void no_title_is_chosen_before_a_letter_or_an_arrow(void **state)
{
	int64_t before = desk_terminal_number(*state, NOTED);
	struct terminal *terminal = open_dlamini(*state);

	terminal_keys(terminal, "t<Enter>");
	terminal_wait_text(terminal, "Nothing is chosen");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "Which title did they give?");
	terminal_keys(terminal, "<C-y>r<Enter>");
	terminal_wait_text(terminal, "Nothing is chosen");
	assert_int_equal(desk_terminal_number(*state, NOTED), before);
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "Noted: not Ms. ^Z takes it back.");
	terminal_keys(terminal, "<C-y>rms<Enter>");
	terminal_wait_text(terminal, "Nothing is chosen");
	terminal_wait_row(terminal, 7, "Msgr.");
	terminal_wait_row(terminal, 8, "refused: allow it");
	terminal_keys(terminal, "<Down><Down><Enter>");
	terminal_wait_text(terminal, "Noted: may be called Ms. ^Z");
}

/* How often the screen has the text. */
static size_t times(struct terminal *terminal, const char *text)
{
	size_t count = 0;

	for (int row = 0; row < 24; row++)
		count += strstr(terminal_row(terminal, row), text) != NULL;
	return count;
}

static void a_title_that_is_refused_is_marked_and_stands_once(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "abernathy<Enter>");
	terminal_wait_text(terminal, "The whole record");
	terminal_keys(terminal, "<C-y>r");
	terminal_wait_text(terminal, "in the record");
	terminal_keys(terminal, "mrs");
	terminal_wait_text(terminal, "mrs");
	assert_int_equal(times(terminal, "Mrs.  "), 1);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Noted: not Mrs. ^Z takes it back.");
	/* The first line too, at once. */
	terminal_wait_row(terminal, 0, " Ruth Abernathy");
	assert_null(strstr(terminal_row(terminal, 0), "Mrs."));
	terminal_keys(terminal, "<C-y>");
	terminal_wait_text(terminal, "now: not Mrs.");
	terminal_keys(terminal, "tmrs");
	terminal_wait_row(terminal, 7, "refused");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, " Mrs. Ruth Abernathy");
	open_record(terminal);
	/* The refusal said it: nobody said that there is no title. */
	terminal_wait_text(terminal, "not to be called Mrs. · A. Ruiz");
	assert_int_equal(times(terminal, "title none"), 0);
	assert_int_equal(times(terminal, "may be called"), 0);
}

static void what_was_taken_back_is_not_shown_as_said(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "abernathy<Enter>");
	terminal_wait_text(terminal, "The whole record");
	open_record(terminal);
	terminal_keys(terminal, "<C-y>n");
	terminal_wait_text(terminal, "Noted: not the first name.");
	desk_terminal_pass(*state, INT64_C(60000));
	terminal_keys(terminal, "<C-y>y");
	terminal_wait_text(terminal, "first name yes · A. Ruiz");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal,
			   "taken back, so again: first name no · A. Ruiz");
}

static void a_title_behind_the_first_name_is_said_to_be_so(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "abernathy<Enter>");
	terminal_wait_text(terminal, "The whole record");
	terminal_keys(terminal, "<C-y>y");
	terminal_wait_row(terminal, 2, "Ruth.");
	terminal_keys(terminal, "<C-y>");
	terminal_wait_text(terminal, "The first name may be used        now");
	terminal_wait_text(terminal, "now: Mrs.");
	terminal_keys(terminal, "tdr.<Enter>");
	terminal_wait_text(terminal, "The first name still comes first; ^Y n");
	terminal_wait_row(terminal, 0, "Dr. Ruth Abernathy");
	terminal_wait_row(terminal, 2, "Ruth.");
}

static void as_it_stands_is_taken_back_by_the_same_letter(void **state)
{
	struct terminal *terminal = open_dlamini(*state);

	terminal_keys(terminal, "s");
	terminal_wait_text(terminal, "Noted: as it stands, nobody asks again.");
	terminal_keys(terminal, "<C-y>");
	terminal_wait_text(terminal, "now: nobody asks");
	terminal_keys(terminal, "s");
	terminal_wait_text(terminal, "Noted: as it stands no more");
	open_record(terminal);
	terminal_wait_text(terminal, "as it stands no more · A. Ruiz");
	terminal_wait_text(terminal, "as it stands · A. Ruiz");
}

static void the_footer_has_what_answers_the_question(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "dlamini<Enter>");
	terminal_wait_row(terminal, 3, "address you?");
	terminal_wait_row(terminal, 23, "^Y Address");
	terminal_wait_row(terminal, 23, "F1");
	terminal_wait_row(terminal, 23, "Esc");
	terminal_keys(terminal, "<C-y>s");
	terminal_wait_row(terminal, 3, "Is it about");
	assert_null(strstr(terminal_row(terminal, 23), "^Y"));
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<C-u>raul garcia<Enter>");
	terminal_wait_text(terminal, "The whole record");
	terminal_wait_row(terminal, 23, "^T Lang");
	/* What they are greeted in comes first. */
	terminal_keys(terminal, "<C-y>t");
	terminal_wait_row(terminal, 7, "Sr.");
	terminal_wait_row(terminal, 8, "Sra.");
}

static void no_question_is_no_row_of_asking(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "abernathy<Enter>");
	terminal_wait_text(terminal, "The whole record");
	open_record(terminal);
	assert_int_equal(times(terminal, " ASK"), 0);
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

/* Of the demo, an invented one: no title, and Spanish. */
static void a_question_in_two_languages_is_read_to_its_end(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "gustavo herrera");
	terminal_wait_row(terminal, 3, "¿Cómo prefiere que me dirija a usted?");
	terminal_wait_row(terminal, 4,
			  "How would you like me to address you?”");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "How would you like me to address you?”");
}

/* Of the visits of the demo's day that are over and have a name. */
static void the_day_says_in_how_many_it_was_known(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);
	int64_t known = desk_terminal_number(
		    desk, "SELECT count(*) FROM visit WHERE arrived_on = "
			  "'2026-11-23' AND address_known = 1"),
		n = desk_terminal_number(
		    desk, "SELECT count(*) FROM visit WHERE arrived_on = "
			  "'2026-11-23' AND address_known IS NOT NULL");
	char row[64];

	assert_true(known > 0 && n > known);
	terminal_keys(terminal, "dlamini<Enter>");
	terminal_wait_text(terminal, "SO FAR");
	terminal_keys(terminal, "dog lic<Enter><C-y>s");
	terminal_wait_text(terminal, "Noted");
	terminal_keys(terminal, "<F9>g");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "the day<Enter>");
	snprintf(row, sizeof(row), "Address known  %d of %d, ", (int)known + 1,
		 (int)n + 1);
	terminal_wait_text(terminal, row);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(the_first_name_is_said_once_they_allow_it),
	    DESK_TEST(what_they_wish_to_be_called_is_said_verbatim),
	    DESK_TEST(a_title_is_taken_from_the_list_or_as_it_is_typed),
	    DESK_TEST(as_it_stands_is_an_answer_and_nobody_asks_again),
	    DESK_TEST(a_permission_is_taken_back_and_the_history_says_by_whom),
	    DESK_TEST(
		a_refused_title_is_never_said_and_comes_back_only_by_them),
	    DESK_TEST(the_question_put_away_does_not_come_back_in_this_visit),
	    DESK_TEST(
		the_language_turns_with_one_key_wherever_a_greeting_stands),
	    DESK_TEST(no_title_is_chosen_before_a_letter_or_an_arrow),
	    DESK_TEST(a_title_that_is_refused_is_marked_and_stands_once),
	    DESK_TEST(what_was_taken_back_is_not_shown_as_said),
	    DESK_TEST(a_title_behind_the_first_name_is_said_to_be_so),
	    DESK_TEST(as_it_stands_is_taken_back_by_the_same_letter),
	    DESK_TEST(the_footer_has_what_answers_the_question),
	    DESK_TEST(no_question_is_no_row_of_asking),
	    DESK_TEST(leaving_the_question_notes_nothing),
	    DESK_TEST(an_answer_that_is_blank_is_refused),
	    DESK_TEST(the_day_says_in_how_many_it_was_known),
	    DESK_TEST(a_question_in_two_languages_is_read_to_its_end),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
