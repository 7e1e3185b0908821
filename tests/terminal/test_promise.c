/* Our word at the counter: promises, what is told, and what F9 makes of it. */
#include "desk_terminal.h"

#define TO_ACKNOWLEDGE                                                         \
	"SELECT count(*) FROM request WHERE first_acknowledged_at IS NULL "    \
	"AND state <> 'draft'"

static void the_result_is_told_at_the_counter(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "abern<Enter>");
	terminal_wait_text(terminal, "I have news for you.");
	terminal_wait_text(terminal, "TO TELL: Sidewalk repair · Edge ground");
	terminal_wait_text(terminal, "Sidewalk repair · to tell: Edge ground");
	terminal_keys(terminal, "<Up><Tab><Tab><Tab><Tab><Tab><Tab><Tab>");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "that they were told.");
	terminal_keys(terminal, "glad<Enter>");
	terminal_wait_text(terminal, "Told, and noted.");
	terminal_wait_gone(terminal, "TO TELL");
	terminal_wait_gone(terminal, "I have news for you.");
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM told_event e "
					 "JOIN visit v USING (visit_id) WHERE "
					 "e.note = 'glad'"),
	    1);
	terminal_keys(terminal, "<F9>a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
}

static void a_promise_in_a_visit_acknowledges_with_its_reference(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int64_t before = desk_terminal_number(
	    *state, "SELECT count(*) FROM acknowledgement WHERE how = "
		    "'reference_read'");

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F8>Call about the dog<Enter>fri");
	terminal_wait_text(terminal, "Friday, November 27, 5:00 pm");
	terminal_keys(terminal, "<F9>");
	terminal_wait_row(terminal, 1, "read it out to them");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM acknowledgement "
					 "WHERE how = 'reference_read'"),
	    before + 1);
}

static void what_was_opened_may_be_logged_unread(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int64_t count = desk_terminal_number(*state, TO_ACKNOWLEDGE);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F9>o");
	terminal_wait_text(terminal, "Read out R-");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(desk_terminal_number(*state, TO_ACKNOWLEDGE),
			 count + 1);
}

static void an_unnamed_visitor_is_asked_for_a_telephone(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F8>Call<Enter>fri<F9>");
	terminal_wait_text(terminal, "Ask for a telephone number first");
	terminal_keys(terminal, "abc<F9>");
	terminal_wait_text(terminal, "A telephone number has 4 to 15 digits");
	terminal_keys(terminal, "<C-u>951-555-0147<F9>");
	terminal_wait_text(terminal, "Promised, and on the desk");
	terminal_wait_text(terminal, "951-555-0147");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM request WHERE "
					 "contact_text = '951-555-0147'"),
	    1);
}

static void a_promise_outside_a_visit_is_somebody_elses_to_keep(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F10>");
	terminal_wait_text(terminal, "── Handed to you ──");
	terminal_keys(terminal, "<S-Tab><S-Tab><S-Tab>");
	terminal_keys(terminal, "<S-Tab><S-Tab><S-Tab>");
	terminal_wait_text(terminal, "── Open requests ──");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "F8 Promise");
	terminal_keys(terminal, "<F8>Look at it<Enter>tomorrow 3pm");
	terminal_wait_text(terminal, "Tuesday, November 24, 3:00 pm");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "Who will do it?");
	terminal_keys(terminal, "planning");
	terminal_wait_text(terminal, "K. Osei");
	terminal_keys(terminal, "osei");
	for (int i = 0; i < 12; i++)
		terminal_keys(terminal, "<Backspace>");
	terminal_keys(terminal, "osei<Enter>");
	terminal_wait_text(terminal, "By whom     K. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Look at it, by Tue Nov 24");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(the_result_is_told_at_the_counter),
	    DESK_TEST(a_promise_in_a_visit_acknowledges_with_its_reference),
	    DESK_TEST(what_was_opened_may_be_logged_unread),
	    DESK_TEST(an_unnamed_visitor_is_asked_for_a_telephone),
	    DESK_TEST(a_promise_outside_a_visit_is_somebody_elses_to_keep),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
