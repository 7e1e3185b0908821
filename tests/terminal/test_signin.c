/* A real city's store: name, PIN, window, nothing before that; and the lock. */
#include "own_city.h"

static struct terminal *open_city(struct desk_terminal *desk)
{
	own_city_make(desk, true);
	return own_city_start(desk);
}

static void a_name_a_pin_and_a_window_open_the_desk(void **state)
{
	struct terminal *terminal = open_city(*state);

	terminal_wait_text(terminal, "Sign in · Mesa Prueba");
	terminal_keys(terminal, "hale<Enter>4711<Tab>2<Enter>");
	desk_terminal_to_desk(terminal);
	terminal_wait_row(terminal, 0, "Window 2 · M. Hale");
}

static void a_wrong_pin_is_refused_and_never_shown(void **state)
{
	struct terminal *terminal = open_city(*state);

	terminal_wait_text(terminal, "Sign in");
	terminal_keys(terminal, "hale<Enter>1234");
	terminal_wait_text(terminal, "Name      M. Hale");
	assert_false(terminal_has(terminal, "1234"));
	terminal_keys(terminal, "<F9>");
	terminal_wait_gone(terminal, "Who or what?");
	terminal_wait_text(terminal, "do not go together");
	terminal_keys(terminal, "4711<F9>");
	desk_terminal_to_desk(terminal);
}

static void the_lock_asks_the_pin_again(void **state)
{
	struct terminal *terminal = open_city(*state);

	terminal_wait_text(terminal, "Sign in");
	terminal_keys(terminal, "hale<Enter>4711<F9>");
	desk_terminal_to_desk(terminal);
	terminal_keys(terminal, "gar");
	terminal_wait_text(terminal, "Garage sale permit");
	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	assert_false(terminal_has(terminal, "Garage"));
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "4711<Enter>");
	terminal_wait_row(terminal, 1, "gar");
}

static void the_supervisor_of_the_demo_is_one_name_away(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "The supervisor is S. Johnson.");
	terminal_keys(terminal, "johnson<Enter>");
	desk_terminal_to_desk(terminal);
	terminal_wait_row(terminal, 0, "S. Johnson");
}

static void a_name_that_is_nobodys_is_refused_at_the_name(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "qqq<Enter>");
	terminal_wait_text(terminal, "is nobody here");
	terminal_wait_cursor(terminal, 3, 14);
}

static void the_lock_hides_everything_and_keeps_what_is_below(void **state)
{
	struct terminal *terminal = desk_terminal_type_visit(*state);

	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	assert_false(terminal_has(terminal, "Alvarez"));
	assert_false(terminal_has(terminal, "gate"));
	terminal_keys(terminal, "<F9>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_text(terminal, "The gate was open");
}

static void the_desk_locks_by_itself(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	desk_terminal_pass(desk, 4 * INT64_C(60000));
	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "Ms. Alvarez");
	desk_terminal_pass(desk, 5 * INT64_C(60000) + 1);
	terminal_wait_text(terminal, "Locked");
	assert_false(terminal_has(terminal, "Alvarez"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_name_a_pin_and_a_window_open_the_desk),
	    DESK_TEST(a_wrong_pin_is_refused_and_never_shown),
	    DESK_TEST(the_lock_asks_the_pin_again),
	    DESK_TEST(the_supervisor_of_the_demo_is_one_name_away),
	    DESK_TEST(a_name_that_is_nobodys_is_refused_at_the_name),
	    DESK_TEST(the_lock_hides_everything_and_keeps_what_is_below),
	    DESK_TEST(the_desk_locks_by_itself),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
