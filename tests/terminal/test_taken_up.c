/* A visit that was put aside and is taken up again is as it was left. */
#include "desk_terminal.h"

/* Ms. Alvarez is back about her fence, the cursor in "place". */
static struct terminal *about_the_fence(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>fe<Enter>");
	terminal_wait_text(terminal, "told us Wed Nov 18");
	return terminal;
}

/* Aside and back with F3, everything typed in it. */
static void away_and_back(struct terminal *terminal)
{
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "Put aside with everything typed");
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "About      Fence permit");
}

static void what_they_told_before_stands_there_again(void **state)
{
	struct terminal *terminal = about_the_fence(*state);

	away_and_back(terminal);
	terminal_wait_text(terminal, "told us Wed Nov 18");
	assert_false(terminal_has(terminal, "Nov 18:"));
}

static void todays_answer_stands_beside_the_earlier_one(void **state)
{
	struct terminal *terminal = about_the_fence(*state);
	int row = terminal_find(terminal, "Height ", NULL);

	terminal_keys(terminal, "<Tab><Tab><Tab><Tab>"
				"<Backspace><Backspace><Backspace><Backspace>"
				"7 ft");
	terminal_wait_row(terminal, row, "told us Wed Nov 18: 6 ft");
	away_and_back(terminal);
	row = terminal_find(terminal, "Height ", NULL);
	terminal_wait_row(terminal, row, "told us Wed Nov 18: 6 ft");
	terminal_wait_row(terminal, row, "7 ft ");
}

static void another_request_of_the_visit_keeps_what_was_told(void **state)
{
	struct terminal *terminal = about_the_fence(*state);

	terminal_keys(terminal, "<F1>another");
	terminal_wait_gone(terminal, "Put the visit on hold");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 1, "request 2 of 2");
	assert_false(terminal_has(terminal, "told us"));
	terminal_keys(terminal, "<F1>return to an");
	terminal_wait_gone(terminal, "Put the visit on hold");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Which request?");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 1, "request 1 of 2");
	terminal_wait_text(terminal, "told us Wed Nov 18");
}

static void a_new_place_is_the_requests_after_f9_and_not_before(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = about_the_fence(desk);
	const char *sql = "SELECT count(*) FROM request r JOIN request_number"
			  " n ON n.request_id = r.request_id WHERE n.value ="
			  " 'BLD-26-0412' AND r.place LIKE '%rear gate'";

	terminal_keys(terminal, ", rear gate");
	terminal_wait_text(terminal, "Ironwood Ave, rear gate");
	away_and_back(terminal);
	terminal_wait_text(terminal, "Ironwood Ave, rear gate");
	assert_int_equal(desk_terminal_number(desk, sql), 0);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(desk_terminal_number(desk, sql), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(what_they_told_before_stands_there_again),
	    DESK_TEST(todays_answer_stands_beside_the_earlier_one),
	    DESK_TEST(another_request_of_the_visit_keeps_what_was_told),
	    DESK_TEST(a_new_place_is_the_requests_after_f9_and_not_before),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
