/* A visit from the name to the end, and everything that may come between. */
#include "desk_terminal.h"

#define OPENINGS                                                               \
	"SELECT count(*) FROM audit WHERE action = 'open' AND subject = "      \
	"'resident'"
#define VISITS "SELECT count(*) FROM visit"

static struct terminal *open_alvarez(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "Ms. Alvarez");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	return terminal;
}

static void enter_records_the_opening_and_nothing_else(void **state)
{
	struct desk_terminal *desk = *state;
	int64_t openings = desk_terminal_number(desk, OPENINGS);
	int64_t visits = desk_terminal_number(desk, VISITS);
	struct terminal *terminal = open_alvarez(desk);

	terminal_wait_row(terminal, 0, "not begun");
	assert_int_equal(desk_terminal_number(desk, OPENINGS), openings + 1);
	assert_int_equal(desk_terminal_number(desk, VISITS), visits);
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	assert_int_equal(desk_terminal_number(desk, VISITS), visits);
}

static void the_first_letter_begins_the_visit_timed_from_enter(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_alvarez(desk);

	desk_terminal_pass(desk, 3 * INT64_C(60000));
	terminal_keys(terminal, "f");
	terminal_wait_row(terminal, 0, "together 3 min");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT begun_at FROM visit ORDER BY "
				       "visit_id DESC"),
	    DESK_TERMINAL_START);
}

static void the_home_screen_shows_no_number_and_no_telephone(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "alva");
	terminal_wait_text(terminal, "Ironwood Ave");
	assert_false(terminal_has(terminal, "24872"));
	assert_false(terminal_has(terminal, "951-555"));
}

static void an_open_request_is_offered_first_with_what_was_told(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "fe");
	terminal_wait_text(terminal, "open since");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "24872 Ironwood Ave");
	terminal_wait_text(terminal, "BLD-26-0412");
	terminal_wait_text(terminal, "told us");
	terminal_wait_text(terminal, "4th contact");
	terminal_wait_row(terminal, 2, "We promised you Friday and missed it");
}

static void put_aside_and_taken_up_everything_typed_stands(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Tab><Tab>Lost the tag, “again”<F3>");
	terminal_wait_text(terminal, "Put aside with everything typed");
	terminal_keys(terminal, "<F3>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_text(terminal, "Lost the tag, “again”");
	terminal_wait_text(terminal, "Neutered");
}

static void held_and_resumed_with_its_reason(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_alvarez(desk);

	terminal_keys(terminal, "do<Enter><F5>");
	terminal_wait_text(terminal, "On hold, because of:");
	terminal_keys(terminal, "c");
	terminal_wait_row(terminal, 0, "ON HOLD");
	desk_terminal_pass(desk, 2 * INT64_C(60000));
	terminal_keys(terminal, "<F5>");
	terminal_wait_row(terminal, 0, "together");
	assert_int_equal(
	    desk_terminal_number(desk,
				 "SELECT ended_at - began_at FROM period WHERE "
				 "reason = 'copies' ORDER BY period_id DESC"),
	    2 * INT64_C(60000));
}

static void a_person_is_attached_and_what_was_typed_stays(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Tab><Tab>The gate was open<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "attach");
	terminal_wait_text(terminal, "Attach a person");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Who is here?");
	terminal_keys(terminal, "v");
	terminal_wait_text(terminal, "Who is it?");
	terminal_keys(terminal, "alva");
	terminal_wait_text(terminal, "Alvarez, Ms. Elena");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_text(terminal, "The gate was open");
	terminal_wait_text(terminal, "Neutered");
}

static void one_visit_may_have_two_requests(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_alvarez(desk);

	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F1>another");
	terminal_wait_text(terminal, "Another request");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "request 2 of 2");
	terminal_keys(terminal, "garage<Enter><F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "g<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM contact WHERE "
				       "visit_id = (SELECT max(visit_id) FROM "
				       "visit)"),
	    2);
}

static void what_was_missing_comes_from_the_topic(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_alvarez(desk);

	terminal_keys(terminal, "do<Enter><F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "b");
	terminal_wait_text(terminal, "Come back with");
	terminal_wait_text(terminal, "rabies certificate");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM contact WHERE "
				       "result = 'come_back' AND result_text "
				       "<> '' AND visit_id = (SELECT "
				       "max(visit_id) FROM visit)"),
	    1);
}

static void could_not_wants_its_reason(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "do<Enter><F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "c");
	terminal_wait_text(terminal, "What was tried");
	terminal_keys(terminal, "<F9>");
	terminal_wait_gone(terminal, "Logged V-");
	terminal_wait_text(terminal, "What was tried");
	terminal_keys(terminal, "The record is sealed<F9>");
	terminal_wait_text(terminal, "Logged V-");
}

static void a_finished_visit_is_taken_back(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_alvarez(desk);

	terminal_keys(terminal, "do<Enter><F9>a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_text(terminal, "Dog licence");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM visit WHERE state "
				       "= 'served' AND visit_id = (SELECT "
				       "max(visit_id) FROM visit)"),
	    0);
}

static void a_promise_is_shown_back_in_full_and_kept_on_the_desk(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "do<Enter><F8>");
	terminal_wait_text(terminal, "By when");
	terminal_keys(terminal, "call back<Tab>fri");
	terminal_wait_text(terminal, "Friday, November 27");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Promised");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_wait_text(terminal, "Promises 3, late 1");
}

static void
a_promise_whose_day_is_not_understood_keeps_what_was_typed(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "do<Enter><F8>");
	terminal_wait_text(terminal, "By when");
	terminal_keys(terminal, "call back<Tab>feb 30<F9>");
	terminal_wait_text(terminal, "call back");
	terminal_wait_text(terminal, "feb 30");
	terminal_wait_gone(terminal, "Promised");
	terminal_keys(terminal, "<C-u>nov 27<F9>");
	terminal_wait_text(terminal, "Promised");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(enter_records_the_opening_and_nothing_else),
	    DESK_TEST(the_first_letter_begins_the_visit_timed_from_enter),
	    DESK_TEST(the_home_screen_shows_no_number_and_no_telephone),
	    DESK_TEST(an_open_request_is_offered_first_with_what_was_told),
	    DESK_TEST(put_aside_and_taken_up_everything_typed_stands),
	    DESK_TEST(held_and_resumed_with_its_reason),
	    DESK_TEST(a_person_is_attached_and_what_was_typed_stays),
	    DESK_TEST(one_visit_may_have_two_requests),
	    DESK_TEST(what_was_missing_comes_from_the_topic),
	    DESK_TEST(could_not_wants_its_reason),
	    DESK_TEST(a_finished_visit_is_taken_back),
	    DESK_TEST(a_promise_is_shown_back_in_full_and_kept_on_the_desk),
	    DESK_TEST(
		a_promise_whose_day_is_not_understood_keeps_what_was_typed),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
