/* What a screen says is what its keys do; what was typed stays; what matters
 * is not cut. Everybody in these is invented. */
#include "desk_terminal.h"

#include <string.h>

/* In the row of the rabies shot of somebody's dog. */
static struct terminal *open_date(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Rabies");
	terminal_keys(terminal, "<Tab><Tab><Tab><Tab>Fifi<Tab>y<Tab>");
	terminal_wait_row(terminal, 3, "Until when is the rabies shot good?");
	return terminal;
}

static void a_day_in_words_answers_a_question_for_a_day(void **state)
{
	struct terminal *terminal = open_date(*state);

	terminal_keys(terminal, "june 1<Tab>");
	terminal_wait_text(terminal, "Rabies     2027-06-01");
	terminal_keys(terminal, "<S-Tab><C-u>tomorrow<F9>");
	terminal_wait_text(terminal, "Rabies     2026-11-24");
}

static void what_is_no_day_says_what_is_understood(void **state)
{
	struct terminal *terminal = open_date(*state);

	terminal_keys(terminal, "some day<Tab>");
	terminal_wait_text(terminal, "The answer is a day: june 1, tomorrow");
	terminal_wait_text(terminal, "some day");
}

static void an_errand_that_is_logged_at_once_offers_the_card(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "gar<F9>");
	terminal_wait_text(terminal, "^P card  ^Z takes it back");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Comment card");
	/* Enter alone chooses nothing, and says so. */
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal,
			   "One of the letters chooses; Esc returns.");
}

static void a_card_that_is_saved_without_a_change_says_so(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<C-o>dog li");
	terminal_wait_text(terminal, "Dog licence");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "change the card");
	terminal_keys(terminal, "<Down><Down><Enter>");
	terminal_wait_text(terminal, "F9 Save");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Nothing was changed: the card stays");
}

static void one_bad_byte_takes_nothing_else_along(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Tab><Tab>");
	terminal_paste(terminal, "the gate\xff was open");
	terminal_wait_text(terminal, "What is not UTF-8 was left out");
	terminal_wait_text(terminal, "They said  the gate was open");
}

static void the_beginning_of_a_long_paste_is_kept_and_said(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	char text[2100];

	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	memcpy(text, "the gate", 8);
	terminal_keys(terminal, "<F1>note an idea<Enter>");
	terminal_wait_text(terminal, "What could be better");
	terminal_paste(terminal, text);
	terminal_wait_text(terminal, "Only the beginning was taken");
	terminal_keys(terminal, "<Home>");
	terminal_wait_text(terminal, "aaaaaa");
	assert_false(terminal_has(terminal, "Hidden characters"));
}

static void who_could_receive_it_shows_their_hour_and_their_reason(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "abernathy<Enter>water heater<Enter>");
	terminal_wait_text(terminal, "Gas");
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_wait_text(terminal, "handles Water heater permit");
	terminal_wait_text(terminal, " in until ");
}

static void what_became_of_a_request_is_not_cut(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "guzm");
	terminal_wait_text(terminal, "Guzmán Arias");
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "SO FAR");
	terminal_wait_text(terminal, "item given");
}

static void on_a_wide_screen_a_note_stands_by_its_field(void **state)
{
	struct terminal *terminal = desk_terminal_open_sized(*state, 200, 40);
	int row, col;

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "required");
	row = terminal_find(terminal, "required", &col);
	assert_true(row > 0 && col < 80);
}

static void of_a_short_name_only_the_nearest_are_similar(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "jon");
	terminal_wait_text(terminal, "similar");
	assert_false(terminal_has(terminal, "Hui-Chun"));
	assert_false(terminal_has(terminal, "Jae-Won"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_day_in_words_answers_a_question_for_a_day),
	    DESK_TEST(what_is_no_day_says_what_is_understood),
	    DESK_TEST(an_errand_that_is_logged_at_once_offers_the_card),
	    DESK_TEST(a_card_that_is_saved_without_a_change_says_so),
	    DESK_TEST(one_bad_byte_takes_nothing_else_along),
	    DESK_TEST(the_beginning_of_a_long_paste_is_kept_and_said),
	    DESK_TEST(who_could_receive_it_shows_their_hour_and_their_reason),
	    DESK_TEST(what_became_of_a_request_is_not_cut),
	    DESK_TEST(on_a_wide_screen_a_note_stands_by_its_field),
	    DESK_TEST(of_a_short_name_only_the_nearest_are_similar),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
