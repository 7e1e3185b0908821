/* Topics at the counter: what they ask, what their card says, who keeps it. */
#include "desk_terminal.h"

#include <stdio.h>

#define NOTICE "DANGER  Leave the building, touch no switch, and call 911"

/* A water heater of somebody who is known, in the row of the gas. */
static struct terminal *open_water_heater(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "abernathy<Enter>water heater<Enter>");
	terminal_wait_text(terminal, "Gas");
	terminal_keys(terminal, "<Tab><Tab><Tab><Tab>tank<Tab>");
	terminal_wait_row(terminal, 3, "Do you smell gas?");
	return terminal;
}

static void a_danger_is_said_at_once_and_stands_on_top_of_what_goes_along(
    void **state)
{
	struct terminal *terminal = open_water_heater(*state);

	assert_false(terminal_has(terminal, "DANGER"));
	terminal_keys(terminal, "y");
	terminal_wait_row(terminal, 5, NOTICE);
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_wait_text(terminal, "DANGER: Do you smell gas? yes");
	terminal_keys(terminal, "osei<Enter>Come and look<Enter>n<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_keys(terminal, "<F10><Enter>");
	terminal_wait_row(terminal, 2, "DANGER: Do you smell gas? yes");
	terminal_wait_text(terminal, "Come and look");
}

static void an_answer_that_does_not_suit_stays_typed_and_is_said(void **state)
{
	struct terminal *terminal = open_water_heater(*state);

	terminal_keys(terminal, "perhaps<Tab>");
	terminal_wait_text(terminal, "The answer is yes or no.");
	terminal_wait_text(terminal, "perhaps");
	terminal_keys(terminal, "<S-Tab><C-u>n<Tab>");
	terminal_wait_gone(terminal, "The answer is yes or no.");
	terminal_wait_text(terminal, "Gas        no");
	assert_false(terminal_has(terminal, "DANGER"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(
		a_danger_is_said_at_once_and_stands_on_top_of_what_goes_along),
	    DESK_TEST(an_answer_that_does_not_suit_stays_typed_and_is_said),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
