/* Each standard of customer care at its moment, as the screen has it. */
#include <string.h>

#include "desk_terminal.h"
#include "frontdesk/base/mem.h"

#define MINUTE INT64_C(60000)

static void begin_alvarez(struct terminal *terminal)
{
	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "Ms. Alvarez");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
}

/* Standard 1. */
static void what_is_to_acknowledge_is_known_before_closing(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_wait_text(terminal, "To acknowledge 4");
	desk_terminal_pass(*state, 150 * MINUTE);
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "<C-u>A. Ruiz<Enter>");
	terminal_wait_text(terminal, "YOURS: 4 to acknowledge before we");
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "briefing<Enter>");
	terminal_wait_row(terminal, 1, "4 to acknowledge today");
}

/* Standard 2. */
static void whoever_joins_the_line_is_told_right_with_you(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "Say: “I’ll be right with you.”");
}

/* Standard 3. */
static void whoever_waited_long_is_thanked_for_waiting(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	desk_terminal_pass(*state, 90 * MINUTE);
	terminal_keys(terminal, "<F2>");
	terminal_wait_row(terminal, 2, "Thank you for waiting.");
}

/* Standard 3. */
static void a_no_is_put_a_better_way(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>dog lic<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F9>n");
	terminal_wait_row(terminal, 2, "This is done elsewhere.");
	terminal_wait_row(terminal, 3, "Shall I write the address down");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 2, "Good afternoon.");
}

/* Standard 4. */
static void what_was_asked_is_made_sure_before_acting(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>noise c<Enter>");
	terminal_wait_row(terminal, 3, "Where does it come from?");
	terminal_keys(terminal,
		      "<Tab><Tab><Tab><Tab>a bar<Enter>at night<Enter>");
	terminal_wait_row(terminal, 3, "“Let me make sure I have it right.");
}

/* Standard 5. */
static void the_name_is_in_the_greeting_at_once(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "aber");
	terminal_wait_row(terminal, 2, "“Good afternoon, ");
}

/* Standard 6. */
static void a_missed_promise_is_apologized_for_before_they_speak(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	begin_alvarez(terminal);
	terminal_wait_row(terminal, 2, "and missed it. I am sorry.");
	terminal_wait_row(terminal, 3, "Is it about the fence permit?");
}

/* Standard 7. */
static void the_other_ways_to_get_it_done_are_known(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>dog lic<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_wait_text(terminal, "Other ways: Online at pets");
}

/* Standard 8. */
static void a_no_has_its_alternative_and_its_appeal_prefilled(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>noise c<Enter>");
	terminal_wait_text(terminal, "Where");
	terminal_keys(terminal, "<Tab><Tab><Tab><Tab><Tab><Tab>Called both");
	terminal_keys(terminal, "<F9>c");
	terminal_wait_row(terminal, 2, "There is another way: Mediation");
	terminal_wait_text(terminal, "What was tried  Called both");
	terminal_wait_text(terminal, "how it can be looked at again? ");
	/* What the clerk knows is not below the form. */
	terminal_wait_text(terminal, "Note what was tried: whoever looks");
	terminal_wait_text(terminal, "Mediation between neighbours, free, ");
	terminal_wait_text(terminal, "How to appeal");
	terminal_keys(terminal, "<C-e>");
	terminal_wait_text(terminal, "KNOW  Note what was tried");
}

/* Standard 9. */
static void the_card_says_since_when_it_is_right(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	begin_alvarez(terminal);
	terminal_keys(terminal, "fe<Enter>");
	terminal_wait_text(terminal, "Mr. Osei in until");
	terminal_wait_text(terminal, "Bring site plan, ID");
	terminal_wait_text(terminal, "verified ");
}

/* Standard 10. */
static void the_time_together_is_shown_calmly(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	static const char *const lengths[] = {
	    "together 14 min", "together 28 min",     "together 42 min",
	    "together 56 min", "together 1 h 10 min",
	};
	bool was_coloured;
	int col = 0;

	begin_alvarez(terminal);
	terminal_keys(terminal, "f");
	terminal_wait_row(terminal, 0, "together");
	terminal_find(terminal, "together", &col);
	was_coloured = terminal_is_coloured(terminal, 0, col);
	/* Never long enough without a key for the lock. */
	for (size_t i = 0; i < MEM_COUNT(lengths); i++) {
		desk_terminal_pass(*state, 14 * MINUTE);
		terminal_wait_row(terminal, 0, lengths[i]);
		terminal_keys(terminal, "o");
	}
	/* The same as at first: no alarm, and nothing that hurries is said. */
	assert_non_null(strstr(terminal_row(terminal, 1), "Walk-in"));
	terminal_find(terminal, "together", &col);
	assert_int_equal(terminal_is_coloured(terminal, 0, col), was_coloured);
	terminal_wait_row(terminal, 2, "and missed it. I am sorry.");
	terminal_wait_row(terminal, 3, "Is it about the fence permit?");
}

/* Standard 11. */
static void a_third_contact_asks_whether_it_could_be_simpler(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	begin_alvarez(terminal);
	terminal_keys(terminal, "fe<Enter>");
	terminal_wait_text(terminal, "th contact. Could this be simpler? Plan");
	/* What has no room is one key away. */
	terminal_wait_text(terminal, "^E 1 more");
	terminal_keys(terminal, "<C-e>");
	terminal_wait_text(terminal, "Other ways: ");
	/* What is less urgent may be said all the same. */
	terminal_wait_text(terminal, "SAY   “Good afternoon, Ms. Alvarez.”");
}

/* Standard 12. */
static void a_promise_asks_whether_it_is_reasonable(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F8>");
	terminal_wait_text(terminal, "By when do you need it?");
	/* No figure of whoever keeps it, on a screen that visitors see. */
	assert_false(terminal_has(terminal, " late"));
	terminal_keys(terminal, "Call about the dog<Enter>tomorrow 3pm");
	terminal_wait_row(terminal, 1, "“You have our word: ");
	assert_false(terminal_has(terminal, "ASK"));
	terminal_keys(terminal, "<C-u>sunday");
	terminal_wait_text(terminal, "We are not open then. Would another");
	assert_false(terminal_has(terminal, "SAY"));
	terminal_keys(terminal, "<C-e>");
	terminal_wait_text(terminal, "All cues");
	terminal_wait_text(terminal, "ASK   “We are not open then.");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "All cues");
	/* It asks, and never refuses. */
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Promised, and on the desk");
}

/* Standard 13. */
static void before_a_second_hop_stand_the_chain_and_its_owner(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "alva<Enter>fe<Enter><F7>");
	terminal_wait_row(terminal, 1, "“Everything that you told me goes");
	terminal_wait_row(terminal, 2, "This is hop 2. Fence permit belongs");
	terminal_wait_row(terminal, 3, "A. Ruiz to Mr. Osei");
}

/* Standard 14. */
static void trouble_that_others_reported_is_known(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>street li<Enter>");
	terminal_wait_text(terminal, "Place");
	terminal_keys(terminal, "12021 Heacock St<Enter>");
	terminal_wait_text(terminal, "3 others since");
	terminal_wait_text(terminal, "about this place");
}

/* Whoever is one of them is not among the others. */
static void who_reported_it_too_is_not_among_the_others(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "yolanda ramos<Enter>");
	terminal_wait_text(terminal, "Ramos");
	terminal_keys(terminal, "street li<Enter>");
	terminal_wait_text(terminal, "Place");
	terminal_keys(terminal, "<C-u>12021 Heacock St<Enter>");
	terminal_wait_text(terminal, "2 others since");
}

/* Standard 15. */
static void a_comment_card_is_offered_at_the_end_and_never_pressed(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	begin_alvarez(terminal);
	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F9>a<Enter>");
	terminal_wait_text(terminal, "^P card");
	terminal_wait_row(terminal, 3, "Would you like a card, to tell us");
	terminal_keys(terminal, "x<Esc>");
	terminal_wait_gone(terminal, "Would you like a card");
}

/* Standard 16. */
static void at_the_end_they_are_thanked_by_name(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	begin_alvarez(terminal);
	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F9>");
	terminal_wait_row(terminal, 2, "“Thank you, Ms. Alvarez.”");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_wait_row(terminal, 2, "“Thank you, Ms. Alvarez.”");
	/* Until the next key. */
	terminal_keys(terminal, "x");
	terminal_wait_row(terminal, 2, "“Good afternoon");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(what_is_to_acknowledge_is_known_before_closing),
	    DESK_TEST(whoever_joins_the_line_is_told_right_with_you),
	    DESK_TEST(whoever_waited_long_is_thanked_for_waiting),
	    DESK_TEST(a_no_is_put_a_better_way),
	    DESK_TEST(what_was_asked_is_made_sure_before_acting),
	    DESK_TEST(the_name_is_in_the_greeting_at_once),
	    DESK_TEST(a_missed_promise_is_apologized_for_before_they_speak),
	    DESK_TEST(the_other_ways_to_get_it_done_are_known),
	    DESK_TEST(a_no_has_its_alternative_and_its_appeal_prefilled),
	    DESK_TEST(the_card_says_since_when_it_is_right),
	    DESK_TEST(the_time_together_is_shown_calmly),
	    DESK_TEST(a_third_contact_asks_whether_it_could_be_simpler),
	    DESK_TEST(a_promise_asks_whether_it_is_reasonable),
	    DESK_TEST(before_a_second_hop_stand_the_chain_and_its_owner),
	    DESK_TEST(trouble_that_others_reported_is_known),
	    DESK_TEST(who_reported_it_too_is_not_among_the_others),
	    DESK_TEST(a_comment_card_is_offered_at_the_end_and_never_pressed),
	    DESK_TEST(at_the_end_they_are_thanked_by_name),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
