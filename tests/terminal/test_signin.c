/* A real city's store: name, PIN, window, and nothing before that. */
#include "desk_terminal.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A store of its own with one supervisor, M. Hale, whose PIN is 4711. */
static struct terminal *open_city(struct desk_terminal *desk)
{
	char pin[128];
	const char *const words[] = {"init",
				     "--city",
				     "Mesa Prueba",
				     "--zone",
				     "America/Los_Angeles",
				     "--site",
				     "City Hall",
				     "--window",
				     "Window 1",
				     "--window",
				     "Window 2",
				     "--supervisor",
				     "M. Hale",
				     "--login",
				     "mhale",
				     "--pin-file",
				     pin,
				     NULL};
	const char *const argv[] = {desk->program, "--store", desk->store,
				    NULL};
	FILE *file;

	place_path(&desk->place, "pin", pin, sizeof(pin));
	file = fopen(pin, "w");
	assert_non_null(file);
	fputs("4711\n", file);
	fclose(file);
	unlink(desk->store);
	assert_int_equal(desk_terminal_run(desk, words), 0);
	return desk_terminal_start(desk, argv, NULL, 80, 24);
}

static void a_name_a_pin_and_a_window_open_the_desk(void **state)
{
	struct terminal *terminal = open_city(*state);

	terminal_wait_text(terminal, "Sign in · Mesa Prueba");
	terminal_keys(terminal, "hale<Enter>4711<Tab>2<Enter>");
	terminal_wait_row(terminal, 0, "Window 2 · M. Hale");
	terminal_wait_text(terminal, "Who or what?");
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
	terminal_wait_text(terminal, "Who or what?");
}

static void the_lock_asks_the_pin_again(void **state)
{
	struct terminal *terminal = open_city(*state);

	terminal_wait_text(terminal, "Sign in");
	terminal_keys(terminal, "hale<Enter>4711<F9>");
	terminal_wait_text(terminal, "Who or what?");
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
	terminal_wait_row(terminal, 0, "S. Johnson");
	terminal_wait_text(terminal, "Who or what?");
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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_name_a_pin_and_a_window_open_the_desk),
	    DESK_TEST(a_wrong_pin_is_refused_and_never_shown),
	    DESK_TEST(the_lock_asks_the_pin_again),
	    DESK_TEST(the_supervisor_of_the_demo_is_one_name_away),
	    DESK_TEST(a_name_that_is_nobodys_is_refused_at_the_name),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
