/* An organisation at the keyboard: made, changed, and its people. */
#include "desk_terminal.h"

static struct terminal *make_club(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "Garden Club");
	terminal_wait_text(terminal, "+ new organisation “Garden Club”");
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "New organisation");
	terminal_wait_text(terminal, "Garden Club");
	terminal_keys(terminal, "<Tab>951-555-0141<F9>");
	terminal_wait_text(terminal, "PEOPLE 0, REQUESTS 0");
	terminal_wait_text(terminal, "951-555-0141");
	return terminal;
}

static void add_rosa(struct terminal *terminal)
{
	terminal_keys(terminal, "<Home><Down><Down><Enter>");
	terminal_wait_text(terminal, "Who is one of its people?");
	terminal_keys(terminal, "rosa mend");
	terminal_wait_text(terminal, "Mendez, Ms. Rosa");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "What are they there?");
	terminal_keys(terminal, "treasurer<Enter>");
	terminal_wait_text(terminal, "PEOPLE 1, REQUESTS 0");
	terminal_wait_text(terminal, "Mendez, Ms. Rosa   treasurer");
}

static void it_is_made_from_the_box_and_gets_its_people(void **state)
{
	struct terminal *terminal = make_club(*state);

	add_rosa(terminal);
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "+ change the record");
	terminal_wait_text(terminal, "Garden Club (treasurer)");
}

static void one_of_its_people_is_changed_and_taken_away(void **state)
{
	struct terminal *terminal = make_club(*state);

	add_rosa(terminal);
	terminal_keys(terminal, "<Down><F4>");
	terminal_wait_text(terminal, "What they are there");
	terminal_keys(terminal, "w");
	terminal_wait_text(terminal, "What are they there?");
	terminal_keys(terminal, "<C-u>president<Enter>");
	terminal_wait_text(terminal, "Mendez, Ms. Rosa   president");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "No longer one of its people");
	terminal_keys(terminal, "x");
	terminal_wait_text(terminal, "PEOPLE 0, REQUESTS 0");
}

static void one_of_its_people_begins_a_visit_for_it(void **state)
{
	struct terminal *terminal = make_club(*state);

	add_rosa(terminal);
	terminal_keys(terminal, "<Down><F4>");
	terminal_wait_text(terminal, "Begin a visit");
	terminal_keys(terminal, "v");
	terminal_wait_row(terminal, 0, "Ms. Rosa Mendez · Garden Club");
	terminal_wait_row(terminal, 2, "“Good afternoon, Ms. Mendez.”");
}

static void changed_by_two_what_is_typed_stays_beside_what_stands(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *one = make_club(desk), *other;

	terminal_keys(one, "<Home><Down><Enter>");
	terminal_wait_text(one, "Change Garden Club");
	terminal_keys(one, " North");
	other = desk_terminal_open(desk);
	terminal_keys(other, "garden club");
	terminal_wait_text(other, "› Garden Club");
	terminal_keys(other, "<Enter>");
	terminal_wait_row(other, 0, "Garden Club");
	terminal_keys(other, "<Down><Down><Down><Down><Down><Down><Enter>");
	terminal_wait_text(other, "+ add one of its people");
	terminal_keys(other, "<Home><Down><Enter>");
	terminal_wait_text(other, "Change Garden Club");
	terminal_keys(other, " South<F9>");
	terminal_wait_text(other, "The record is changed");
	terminal_keys(one, "<F9>");
	terminal_wait_text(one, "was changed by somebody else");
	terminal_wait_text(one, "Garden Club North");
	terminal_wait_text(one, "Garden Club South");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM organisation "
				       "WHERE name = 'Garden Club South'"),
	    1);
	terminal_keys(one, "<Left><F9>");
	terminal_wait_text(one, "The record is changed");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM organisation "
				       "WHERE name = 'Garden Club North'"),
	    1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(it_is_made_from_the_box_and_gets_its_people),
	    DESK_TEST(one_of_its_people_is_changed_and_taken_away),
	    DESK_TEST(one_of_its_people_begins_a_visit_for_it),
	    DESK_TEST(changed_by_two_what_is_typed_stays_beside_what_stands),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
