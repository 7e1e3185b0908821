/* The comment card: offered at the end, printed, entered when it comes back. */
#include <stdio.h>
#include <string.h>

#include "desk_terminal.h"
#include "frontdesk/base/clock.h"
#include "stub.h"

#define CARDS "SELECT count(*) FROM feedback WHERE kind = 'card'"
#define NEWEST                                                                 \
	"SELECT %s FROM feedback WHERE feedback_id ="                          \
	" (SELECT max(feedback_id) FROM feedback)"

static int64_t newest(const struct desk_terminal *desk, const char *column)
{
	char sql[160];

	snprintf(sql, sizeof(sql), NEWEST, column);
	return desk_terminal_number(desk, sql);
}

/* Ms. Alvarez takes the form for a dog; the reference of the visit. */
static void serve(struct terminal *terminal, char reference[16])
{
	int row, col;

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "g<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	row = terminal_find(terminal, "Logged V-", &col);
	snprintf(reference, 16, "%.10s",
		 terminal_row(terminal, row) + col + strlen("Logged "));
}

static void type(struct terminal *terminal, const char *keys,
		 const char *reference)
{
	char typed[160];

	snprintf(typed, sizeof(typed), keys, reference);
	terminal_keys(terminal, typed);
}

static void a_card_is_printed_at_the_end_and_entered_on_its_return(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal;
	int64_t before = desk_terminal_number(desk, CARDS);
	char reference[16];

	stub_put(desk, "lp", "cat >paper\necho 'request id is card-1 (1)'");
	terminal = stub_open(desk);
	serve(terminal, reference);
	terminal_wait_text(terminal, "^P card  ^Z takes it back");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "c  Comment card");
	terminal_keys(terminal, "c");
	terminal_wait_text(terminal, "printed: card-1");
	stub_expect(desk, "paper", reference);
	stub_expect(desk, "paper", "5   4   3   2   1");
	/* Some day it lies in the box. */
	desk_terminal_pass(desk, 48 * CLOCK_HOUR);
	terminal_keys(terminal, "<F1>comment cards<Enter>");
	terminal_wait_text(terminal, "A comment card came back");
	terminal_count_keys(terminal);
	type(terminal, "%s<Enter>", reference);
	terminal_wait_text(terminal, "Dog licence, Mon Nov 23");
	terminal_keys(terminal, "5543-15<F9>");
	terminal_wait_text(terminal, "The card is entered.");
	assert_int_equal(terminal_count_keys(terminal), 10 + 1 + 7 + 1);
	assert_int_equal(desk_terminal_number(desk, CARDS), before + 1);
	assert_int_equal(newest(desk, "satisfaction"), 5);
	assert_int_equal(newest(desk, "speed IS NULL"), 1);
	/* The same card once more. */
	type(terminal, "%s<Enter>", reference);
	terminal_wait_text(terminal, "This card was entered on Wed Nov 25");
	terminal_keys(terminal, "1111111<F9>");
	terminal_wait_text(terminal, "5543-15");
	assert_int_equal(desk_terminal_number(desk, CARDS), before + 1);
}

static void a_misread_reference_keeps_the_cursor_there(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F1>comment cards<Enter>");
	terminal_wait_text(terminal, "A comment card came back");
	terminal_keys(terminal, "V-0000001<Enter>");
	terminal_wait_text(terminal, "Misheard?");
	terminal_wait_text(terminal, "1 Satisfaction");
}

static void a_card_entered_by_mistake_is_taken_back(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);
	char reference[16];

	serve(terminal, reference);
	terminal_keys(terminal, "<F1>comment cards<Enter>");
	terminal_wait_text(terminal, "A comment card came back");
	type(terminal, "%s<Enter>1111111<Enter>Too slow<Enter>", reference);
	terminal_wait_text(terminal, "The card is entered.");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Its card can be entered again.");
	assert_int_equal(newest(desk, "taken_back_at IS NOT NULL"), 1);
	type(terminal, "%s<Enter>5555555<F9>", reference);
	terminal_wait_text(terminal, "The next one, or Esc.");
	assert_int_equal(newest(desk, "satisfaction"), 5);
}

static void what_is_typed_off_a_card_survives_a_kill(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);
	char reference[16];

	serve(terminal, reference);
	terminal_keys(terminal, "<F1>comment cards<Enter>");
	terminal_wait_text(terminal, "A comment card came back");
	type(terminal, "%s<Enter>5432154<Enter>More chairs", reference);
	desk_terminal_wait_draft(desk, terminal, "More chairs");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "A comment card came back");
	terminal_wait_text(terminal, "More chairs");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "The card is entered.");
	assert_int_equal(newest(desk, "trust"), 4);
}

static void what_they_say_at_the_window_is_noted_in_one_line(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F1>said about us<Enter>");
	terminal_wait_text(terminal, "What they said about us · V-");
	terminal_wait_text(terminal, "they may read this");
	terminal_keys(terminal, "Nobody sent us away this time<Enter>");
	terminal_wait_text(terminal, "Noted, as they said it.");
	assert_int_equal(newest(desk, "kind = 'said'"), 1);
	/* The visit goes on as it stood. */
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 0, "Lists");
	terminal_keys(terminal, "<S-Tab><S-Tab><S-Tab><S-Tab>");
	terminal_wait_text(terminal, "said aloud · Nobody sent us away");
}

static void todays_visits_offer_the_card_and_the_line(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "<F10><S-Tab>");
	terminal_wait_text(terminal, "── Today's visits ──");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Print the comment card");
	terminal_keys(terminal, "nGood that you called back<Enter>");
	terminal_wait_text(terminal, "Noted, as they said it.");
	assert_int_equal(newest(desk, "comment = 'Good that you called back'"),
			 1);
}

static void without_a_visit_the_card_says_where_there_are_some(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F1>comment card: print<Enter>");
	terminal_wait_text(terminal, "F10, Today's visits.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_card_is_printed_at_the_end_and_entered_on_its_return),
	    DESK_TEST(a_misread_reference_keeps_the_cursor_there),
	    DESK_TEST(a_card_entered_by_mistake_is_taken_back),
	    DESK_TEST(what_is_typed_off_a_card_survives_a_kill),
	    DESK_TEST(what_they_say_at_the_window_is_noted_in_one_line),
	    DESK_TEST(todays_visits_offer_the_card_and_the_line),
	    DESK_TEST(without_a_visit_the_card_says_where_there_are_some),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
