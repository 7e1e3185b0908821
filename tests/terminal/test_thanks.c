/* Thanks passed on: from a visitor's mouth to the colleague's desk. */
#include "desk_terminal.h"

#define WORDS "Explained the plan so that anybody understands it"

static void passed_on_and_read_by_the_colleague(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F1>thank a colleague<Enter>");
	terminal_wait_text(terminal, "Who is to be thanked?");
	terminal_keys(terminal, "weber<Enter>");
	terminal_wait_text(terminal, "A visitor said so");
	terminal_keys(terminal, "v");
	terminal_wait_text(terminal, "A visitor thanks Ms. Weber");
	terminal_keys(terminal, WORDS "<Enter>");
	terminal_wait_text(terminal, "Ms. Weber reads it on the desk.");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM thanks WHERE"
				       " text = '" WORDS "'"
				       " AND visit_id IS NOT NULL"),
	    1);
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "Who or what?");

	desk_terminal_sign_in(terminal, "L. Weber");
	terminal_wait_text(terminal, "Thanks 1");
	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 0, "Lists");
	/* What is mine comes first, before what others put aside. */
	terminal_wait_text(terminal, "── Promises ──");
	terminal_keys(terminal, "<Tab><Tab><Tab><Tab><Tab><Tab><Tab>");
	terminal_wait_text(terminal, "── Thanks ──");
	terminal_wait_row(terminal, 5, "TO READ · A visitor said");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "── Thank you ──");
	terminal_wait_text(terminal, "A. Ruiz: A visitor said: Explained");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "TO READ");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_wait_gone(terminal, "Thanks 1");
}

static void from_oneself_and_taken_back(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "<F1>thank a colleague<Enter>");
	terminal_wait_text(terminal, "Who is to be thanked?");
	terminal_keys(terminal, "osei<Enter>");
	terminal_wait_text(terminal, "From me");
	terminal_keys(terminal, "m");
	terminal_wait_text(terminal, "Thanks to Mr. Osei");
	terminal_keys(terminal, WORDS "<Enter>");
	terminal_wait_text(terminal, "^Z takes it back");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "nobody reads these thanks.");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM thanks WHERE"
				       " text = '" WORDS "'"
				       " AND taken_back_at IS NOT NULL"),
	    1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(passed_on_and_read_by_the_colleague),
	    DESK_TEST(from_oneself_and_taken_back),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
