/* Ctrl+Z reaches what was done in a visit: a promise, a colleague, voiding. */
#include "desk_terminal.h"

#define OPEN_PROMISES                                                          \
	"SELECT count(*) FROM promise WHERE state = 'open'"                    \
	" AND what = 'Call about the dog'"
#define VOIDED "SELECT count(*) FROM visit WHERE voided_at IS NOT NULL"

/* Ms. Alvarez and a dog licence; a call was promised. */
static struct terminal *promise(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F8>Call about the dog<Enter>fri");
	terminal_wait_text(terminal, "Friday, November 27, 5:00 pm");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "^Z takes it back");
	assert_int_equal(desk_terminal_number(desk, OPEN_PROMISES), 1);
	return terminal;
}

static void a_promise_made_by_mistake_is_taken_back_in_its_visit(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = promise(desk);

	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "“Call about the dog” is not promised");
	assert_int_equal(desk_terminal_number(desk, OPEN_PROMISES), 0);
	/* Nothing follows from it any more: F9 asks what came of it. */
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "g<Enter>");
	terminal_wait_text(terminal, "Logged V-");
}

static void behind_f9_the_visit_comes_back_first_then_the_promise(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = promise(desk);

	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	assert_int_equal(desk_terminal_number(desk, OPEN_PROMISES), 1);
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "“Call about the dog” is not promised");
	assert_int_equal(desk_terminal_number(desk, OPEN_PROMISES), 0);
}

static void the_next_visit_takes_back_nothing_of_the_one_before(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = promise(desk);

	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	terminal_keys(terminal, "<C-z>");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "There is nothing to take back here.");
	assert_int_equal(desk_terminal_number(desk, OPEN_PROMISES), 1);
}

static void a_colleague_noted_by_mistake_did_not_join(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F1>colleague<Enter>");
	terminal_wait_text(terminal, "Which colleague has come");
	terminal_keys(terminal, "weber<Enter>");
	terminal_wait_text(terminal, "Ms. Weber is noted as here");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Taken back: Ms. Weber did not join.");
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM touch t JOIN"
					 " staff s ON s.staff_id = t.staff_id"
					 " WHERE s.login = 'lweber' AND"
					 " t.first_at = 1795472040000"),
	    0);
}

static void a_voided_visit_counts_again(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);
	int64_t voided = desk_terminal_number(desk, VOIDED);

	terminal_keys(terminal, "gar");
	terminal_wait_text(terminal, "F9 Log Garage sale permit");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged: Garage sale permit");
	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 0, "Lists");
	terminal_keys(terminal, "<S-Tab>");
	terminal_wait_text(terminal, "── Today's visits ──");
	terminal_wait_row(terminal, 5, "Garage sale permit");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Void it");
	terminal_keys(terminal, "vpressed by mistake<Enter>");
	terminal_wait_text(terminal, "stays on record.  ^Z takes it back");
	assert_int_equal(desk_terminal_number(desk, VOIDED), voided + 1);
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "counts again.");
	assert_int_equal(desk_terminal_number(desk, VOIDED), voided);
	terminal_wait_row(terminal, 5, "Garage sale permit");
}

static void whoever_left_by_mistake_is_in_line_again(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_wait_text(terminal, "IN LINE 3");
	terminal_keys(terminal, "<F2>");
	terminal_wait_row(terminal, 0, "called");
	terminal_keys(terminal, "<F1>left<Enter>");
	terminal_wait_text(terminal, "Noted: left.  ^Z takes it back");
	terminal_wait_text(terminal, "IN LINE 2");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "is in line again.");
	terminal_wait_text(terminal, "IN LINE 3");
	/* In the line's own list as well. */
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "Left without being served");
	terminal_keys(terminal, "l");
	terminal_wait_text(terminal, "IN LINE 2");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "IN LINE 3");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_promise_made_by_mistake_is_taken_back_in_its_visit),
	    DESK_TEST(behind_f9_the_visit_comes_back_first_then_the_promise),
	    DESK_TEST(the_next_visit_takes_back_nothing_of_the_one_before),
	    DESK_TEST(a_colleague_noted_by_mistake_did_not_join),
	    DESK_TEST(a_voided_visit_counts_again),
	    DESK_TEST(whoever_left_by_mistake_is_in_line_again),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
