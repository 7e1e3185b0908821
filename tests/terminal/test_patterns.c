/* The patterns of the week on the supervisor's screens. */
#include "desk_terminal.h"

#define SUPERVISOR "S. Johnson"

static struct terminal *open_patterns(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	desk_terminal_sign_in(terminal, SUPERVISOR);
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "patterns<Enter>");
	terminal_wait_row(terminal, 0, "Patterns · ");
	return terminal;
}

static void a_place_opens_its_requests_and_each_of_them(void **state)
{
	struct terminal *terminal = open_patterns(*state);

	terminal_wait_row(terminal, 2, "One place");
	terminal_wait_row(terminal, 2, "12021 Heacock St");
	terminal_wait_row(terminal, 2, "3 people");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "One place · 12021 Heacock St");
	terminal_wait_text(terminal, "Yolanda Ramos");
	terminal_wait_text(terminal, "Tiffany Brooks");
	terminal_wait_text(terminal, "Maria Garcia");
	terminal_keys(terminal, "<End><Enter>");
	terminal_wait_text(terminal, "The lamp at the bus");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "One place · 12021 Heacock St");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "Patterns · ");
}

static void a_third_contact_opens_the_request_itself(void **state)
{
	struct terminal *terminal = open_patterns(*state);

	terminal_wait_row(terminal, 3, "Third contact");
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "Elena Alvarez");
	terminal_wait_text(terminal, "Where is the plan check?");
}

static void f4_leads_there_from_the_lists(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	desk_terminal_sign_in(terminal, SUPERVISOR);
	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 0, "Lists");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "What would you like to see?");
	terminal_keys(terminal, "p");
	terminal_wait_row(terminal, 0, "Patterns · ");
}

static void a_clerk_is_not_offered_them(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "patterns");
	terminal_wait_text(terminal, "no command of that name");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_place_opens_its_requests_and_each_of_them),
	    DESK_TEST(a_third_contact_opens_the_request_itself),
	    DESK_TEST(f4_leads_there_from_the_lists),
	    DESK_TEST(a_clerk_is_not_offered_them),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
