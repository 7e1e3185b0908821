/* Several visits open and one served; at another window; the telephone. */
#include "desk_terminal.h"

#define HOLDS(reason)                                                          \
	"SELECT count(*) FROM period WHERE kind = 'hold' AND reason = "        \
	"'" reason "' AND began_at >= 1795472040000"

static void palette(struct terminal *terminal, const char *words)
{
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "Enter");
	terminal_keys(terminal, words);
	terminal_wait_text(terminal, words);
	terminal_keys(terminal, "<Enter>");
}

/* Ms. Alvarez about her dog, something noted. */
static struct terminal *serve(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Tab><Tab>The gate was open");
	terminal_wait_text(terminal, "The gate was open");
	return terminal;
}

static void serving_another_holds_the_first_with_what_is_typed(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = serve(desk);

	terminal_keys(terminal, "<F2>");
	terminal_wait_row(terminal, 0, "called");
	/* Who is only called interrupts nobody yet. */
	assert_int_equal(desk_terminal_number(desk, HOLDS("another visitor")),
			 0);
	terminal_keys(terminal, "<Tab>x");
	terminal_wait_row(terminal, 0, "together");
	assert_int_equal(desk_terminal_number(desk, HOLDS("another visitor")),
			 1);
	terminal_wait_text(terminal, "On hold: Ms. Elena Alvarez, 0 min");
	desk_terminal_pass(desk, 60000);
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "Put aside 3");
	/* The other is the last; then the one before comes. */
	terminal_keys(terminal, "<F3>");
	terminal_wait_row(terminal, 0, "together");
	terminal_wait_text(terminal, "On hold: Ms. Elena Alvarez");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_wait_text(terminal, "On hold: Ms. Elena Alvarez, 1 min");
	terminal_keys(terminal, "<F3>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_text(terminal, "The gate was open");
	terminal_wait_row(terminal, 0, "together");
}

static void a_hold_has_its_reason_or_own_words(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = serve(desk);

	terminal_keys(terminal, "<F5>");
	terminal_wait_text(terminal, "On hold, because of:");
	terminal_keys(terminal, "c");
	terminal_wait_row(terminal, 0, "ON HOLD");
	desk_terminal_pass(desk, 7 * INT64_C(60000));
	terminal_keys(terminal, "<F5>");
	terminal_wait_row(terminal, 0, "together 0 min");
	terminal_keys(terminal, "<F5>o");
	terminal_wait_text(terminal, "Reason");
	terminal_keys(terminal, "looking for the map<Enter>");
	terminal_wait_row(terminal, 0, "ON HOLD");
	assert_int_equal(
	    desk_terminal_number(desk, HOLDS("looking for the map")), 1);
	terminal_keys(terminal, "<F5>");
	terminal_wait_row(terminal, 0, "together");
	terminal_wait_text(terminal, "The gate was open");
}

static void a_call_has_its_own_opening_and_gives_the_visit_back(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = serve(desk);

	palette(terminal, "telephone");
	terminal_wait_row(terminal, 1, "Telephone");
	terminal_wait_row(terminal, 2,
			  "front counter, this is A. Ruiz. How may"
			  " I help you?");
	terminal_wait_text(terminal, "On hold: Ms. Elena Alvarez");
	assert_int_equal(desk_terminal_number(desk, HOLDS("telephone")), 1);
	/* The caller says who it is: greeted by name from here on. */
	palette(terminal, "attach");
	terminal_wait_text(terminal, "Who is here?");
	terminal_keys(terminal, "v");
	terminal_wait_text(terminal, "Who is it?");
	terminal_keys(terminal, "adam kow");
	terminal_wait_text(terminal, "Kowalski, Mr. Adam");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 2, "Good afternoon, Mr. Kowalski");
	terminal_keys(terminal, "garb<Enter>");
	terminal_wait_text(terminal, "Garbage");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_row(terminal, 0, "together");
	terminal_wait_text(terminal, "The gate was open");
	assert_int_equal(
	    desk_terminal_number(desk,
				 "SELECT count(*) FROM visit WHERE channel = "
				 "'telephone' AND state = 'served' AND "
				 "is_timed = 0 AND arrived_at = 1795472040000"),
	    1);
}

static void a_call_without_a_word_counts_nowhere(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = serve(desk);

	palette(terminal, "telephone");
	terminal_wait_row(terminal, 2, "How may I help you?");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_text(terminal, "The gate was open");
	assert_int_equal(
	    desk_terminal_number(
		desk, "SELECT count(*) FROM visit WHERE channel = 'telephone' "
		      "AND arrived_at = 1795472040000 AND voided_at IS NULL"),
	    0);
}

static void what_is_put_aside_is_taken_up_at_another_window(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *here = serve(desk);
	struct terminal *there = desk_terminal_open(desk);

	desk_terminal_sign_in(there, "B. Chen");
	terminal_keys(here, "<F3>");
	terminal_wait_text(here, "Put aside 2");
	terminal_keys(there, "<F10>");
	terminal_wait_text(there, "── Promises"); /* of B. Chen's own */
	terminal_keys(there, "<S-Tab>");
	terminal_wait_text(there, "Ms. Elena Alvarez");
	terminal_keys(there, "<Enter>");
	terminal_wait_row(there, 0, "Ms. Elena Alvarez");
	terminal_wait_text(there, "The gate was open");
	/* By itself, and no key is pressed there. */
	terminal_wait_text(here, "Put aside 1");
	assert_int_equal(
	    desk_terminal_number(
		desk, "SELECT count(*) FROM visit v JOIN staff s ON s.staff_id "
		      "= v.staff_id WHERE v.state = 'serving' AND s.name = "
		      "'B. Chen' AND v.voided_at IS NULL AND v.arrived_at = "
		      "1795472040000"),
	    1);
}

static void a_visit_that_another_took_says_so_and_is_left_alone(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *here = serve(desk);
	struct terminal *there = desk_terminal_open(desk);

	desk_terminal_sign_in(there, "B. Chen");
	terminal_keys(here, "<F5>c");
	terminal_wait_row(here, 0, "ON HOLD");
	terminal_keys(there, "<F10><S-Tab><S-Tab><S-Tab>");
	terminal_wait_text(there, "Ms. Elena Alvarez");
	terminal_keys(there, "<Enter>");
	terminal_wait_text(there, "Take it up");
	terminal_keys(there, "t");
	terminal_wait_text(there, "The gate was open");
	terminal_wait_row(here, 1, "B. Chen has this visit now");
	terminal_keys(here, "<F9>");
	terminal_wait_text(here, "Esc leaves it.");
	terminal_keys(here, "<Esc>");
	terminal_wait_text(here, "Who or what?");
	assert_int_equal(desk_terminal_number(
			     desk, "SELECT count(*) FROM visit WHERE state = "
				   "'serving' AND voided_at IS NULL "
				   "AND arrived_at = 1795472040000"),
			 1);
}

static void a_stale_visit_is_shown_side_by_side(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *here = serve(desk);
	struct terminal *there;

	terminal_keys(here, "<F5>c");
	terminal_wait_row(here, 0, "ON HOLD");
	terminal_keys(here, "<F5>");
	terminal_wait_row(here, 0, "together");
	/* The same person at another terminal of the same window. */
	there = desk_terminal_open(desk);
	terminal_keys(there, "<F10><S-Tab>");
	terminal_wait_text(there, "Ms. Elena Alvarez");
	terminal_keys(there, "<Enter>");
	terminal_wait_text(there, "Take it up");
	terminal_keys(there, "t");
	terminal_wait_text(there, "The gate was open");
	terminal_keys(there, "<Tab><Tab> at the back<F5>f");
	terminal_wait_row(there, 0, "ON HOLD");
	terminal_wait_row(here, 0, "ON HOLD");
	terminal_keys(here, " since Monday<F5>");
	terminal_wait_row(here, 0, "This visit was changed at another window");
	terminal_wait_row(here, 5, "The gate was open since");
	terminal_wait_row(here, 5, "The gate was open at the");
	terminal_keys(here, "<Right><F9>");
	terminal_wait_row(here, 0, "Ms. Elena Alvarez");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM contact WHERE "
				       "words LIKE '%at the back%' AND words "
				       "NOT LIKE '%Monday%'"),
	    1);
}

static void whoever_is_absent_stays_so_beside_what_another_wrote(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *here = serve(desk);
	struct terminal *there;

	terminal_keys(here, "<F5>c");
	terminal_wait_row(here, 0, "ON HOLD");
	terminal_keys(here, "<F5>");
	terminal_wait_row(here, 0, "together");
	there = desk_terminal_open(desk);
	terminal_keys(there, "<F10><S-Tab>");
	terminal_wait_text(there, "Ms. Elena Alvarez");
	terminal_keys(there, "<Enter>");
	terminal_wait_text(there, "Take it up");
	terminal_keys(there, "t");
	terminal_wait_text(there, "The gate was open");
	terminal_keys(there, "<Tab><Tab> at the back<F5>");
	terminal_wait_text(there, "On hold, because of:");
	/* Whose matter it is is noted here, before that was read. */
	palette(here, "attach");
	terminal_wait_text(here, "Who is here?");
	terminal_keys(here, "p");
	terminal_wait_text(here, "Who is it?");
	terminal_keys(here, "adam kow");
	terminal_wait_text(here, "Kowalski, Mr. Adam");
	terminal_keys(here, "<Enter>");
	terminal_wait_text(here, "What for");
	terminal_keys(here, "the licence<Enter>");
	terminal_wait_row(here, 0, "This visit was changed at another window");
	terminal_keys(here, "<Right><F9>");
	terminal_wait_text(here, "Saved as chosen");
	assert_int_equal(
	    desk_terminal_number(
		desk, "SELECT count(*) FROM visit_person p JOIN visit_person "
		      "a USING (visit_id) JOIN contact c USING (visit_id) "
		      "WHERE p.part = 'speaks_for' AND p.part_note = 'the "
		      "licence' AND p.is_absent = 0 AND a.part = 'themselves' "
		      "AND a.is_absent = 1 AND c.words = 'The gate was open "
		      "at the back'"),
	    1);
}

static void a_visit_from_paper_is_entered_with_its_true_times(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	palette(terminal, "enter a visit");
	terminal_wait_row(terminal, 0, "Enter a visit later");
	terminal_keys(terminal, "yesterday 9:40<Tab>9:52<Tab>9:55<Tab>9:50");
	terminal_wait_text(terminal, "Sun Nov 22  9:40 am");
	terminal_wait_text(terminal, "Sun Nov 22  9:55 am");
	terminal_keys(terminal, "<Tab><Tab><Tab>garbage<F9>");
	terminal_wait_text(terminal, "Choose what came of it.");
	terminal_keys(terminal, "a<F9>");
	terminal_wait_text(terminal, "The end must not lie before the begin.");
	terminal_keys(terminal, "<C-u>10:05<F9>");
	terminal_wait_text(terminal, "Entered later: V-");
	assert_int_equal(
	    desk_terminal_number(
		desk, "SELECT count(*) FROM visit WHERE entered_at = "
		      "1795472040000 AND arrived_on = '2026-11-22' AND "
		      "wait_length = 720000 AND service_length = 600000"),
	    1);
	palette(terminal, "enter a visit");
	terminal_wait_row(terminal, 0, "Enter a visit later");
	terminal_keys(terminal, "4:30pm<Esc>");
	terminal_wait_text(terminal, "Not entered.");
	palette(terminal, "enter a visit");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "4:30pm");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "That is yet to come");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(serving_another_holds_the_first_with_what_is_typed),
	    DESK_TEST(a_hold_has_its_reason_or_own_words),
	    DESK_TEST(a_call_has_its_own_opening_and_gives_the_visit_back),
	    DESK_TEST(a_call_without_a_word_counts_nowhere),
	    DESK_TEST(what_is_put_aside_is_taken_up_at_another_window),
	    DESK_TEST(a_visit_that_another_took_says_so_and_is_left_alone),
	    DESK_TEST(a_stale_visit_is_shown_side_by_side),
	    DESK_TEST(whoever_is_absent_stays_so_beside_what_another_wrote),
	    DESK_TEST(a_visit_from_paper_is_entered_with_its_true_times),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
