/* Passing on, from the form to its answer, on a real terminal. */
#include "desk_terminal.h"
#include "stub.h"

#include <sys/stat.h>

static void set_department(struct desk_terminal *desk, const char *name,
			   const char *delivery, const char *to)
{
	const char *const words[] = {
	    "--demo",	  "--as",   "rdelgado", "department", "set", name,
	    "--delivery", delivery, "--to",	to,	      NULL};

	assert_int_equal(desk_terminal_run(desk, words), 0);
}

/* A new matter, which nobody has had yet; F7. */
static void begin(struct terminal *terminal)
{
	terminal_keys(terminal, "abernathy<Enter>noise<Enter><F7>");
	terminal_wait_text(terminal, "GOES ALONG");
}

static void how_soon_and_in_front_of_the_visitor_go_along(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	begin(terminal);
	terminal_keys(terminal, "osei<Enter>Come and look<Enter>");
	terminal_wait_text(terminal, "n now: urgent");
	terminal_keys(terminal, "n<Tab>");
	terminal_wait_text(terminal, "f in front of the visitor");
	terminal_keys(terminal, "f<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_wait_row(terminal, 2, "“You will hear from us.”");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 5, "NOW");
	terminal_wait_text(terminal, "in front of the visitor");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 4, "now: urgent");
	terminal_wait_text(terminal, "How soon: now: urgent");
}

static void a_second_hop_shows_the_chain_and_whose_topic_it_is(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "alva<Enter>fe<Enter><F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_wait_row(terminal, 2, "KNOW");
	terminal_wait_row(
	    terminal, 2,
	    "This is hop 2. Fence permit belongs to Mr. Osei, Planning.");
	terminal_wait_row(terminal, 3, "A. Ruiz to Mr. Osei – accepted");
	terminal_wait_text(terminal, "handles it · has it now");
}

static void the_acceptance_is_the_promise_and_says_so(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	begin(terminal);
	terminal_keys(terminal, "osei<Enter>Measure the noise<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_keys(terminal, "<F10><Enter>");
	terminal_wait_text(terminal, "CAME ALONG");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "your promise to Mrs. Ruth Abernathy");
	terminal_wait_text(terminal, "Measure the noise");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "by when");
	terminal_keys(terminal, "<Tab>fri");
	terminal_wait_text(terminal, "Friday, November 27, 5:00 pm");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Accepted: the request");
	terminal_wait_text(terminal, "Measure the noise, by Fri Nov 27");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM promise WHERE "
				       "what = 'Measure the noise' AND due_on "
				       "= '2026-11-27'"),
	    1);
}

static void
what_is_typed_at_an_acceptance_stands_in_place_of_the_ask(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	begin(terminal);
	terminal_keys(terminal, "osei<Enter>Measure the noise<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_keys(terminal, "<F10><Enter>");
	terminal_wait_text(terminal, "CAME ALONG");
	terminal_keys(terminal, "<F9>");
	/* What was asked is read while other words are typed. */
	terminal_wait_text(terminal, "Asked       Measure the noise");
	terminal_wait_text(terminal, "empty: what was asked");
	terminal_keys(terminal, "Call them first<Tab>fri");
	terminal_wait_text(terminal, "Friday, November 27, 5:00 pm");
	terminal_wait_gone(terminal, "empty: what was asked");
	terminal_wait_text(terminal, "Asked       Measure the noise");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Accepted: the request");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM promise WHERE "
				       "what = 'Call them first' AND due_on "
				       "= '2026-11-27'"),
	    1);
}

static void a_returned_one_is_offered_to_somebody_else(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	begin(terminal);
	terminal_keys(terminal, "osei<Enter>Measure the noise<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_keys(terminal, "<F10><Enter>");
	terminal_wait_text(terminal, "CAME ALONG");
	terminal_keys(terminal, "<F4>r");
	terminal_wait_text(terminal, "Return: why");
	terminal_keys(terminal, "We only plan<Enter>");
	terminal_wait_text(terminal, "Returned to A. Ruiz");
	desk_terminal_sign_in(terminal, "A. Ruiz");
	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 5, "RETURNED");
	terminal_wait_text(terminal, "returned by K. Osei: We only plan");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "F9 Take back");
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "Measure the noise");
	terminal_wait_text(
	    terminal, "A. Ruiz to Mr. Osei – returned Mon Nov 23: We only");
	terminal_keys(terminal, "hernandez<Enter><F9>");
	terminal_wait_text(terminal, "Offered to Ms. Hernández");
	terminal_wait_gone(terminal, "RETURNED");
	assert_int_equal(desk_terminal_number(
			     desk, "SELECT count(*) FROM handoff WHERE hop = 2 "
				   "AND asked = 'Measure the noise'"),
			 1);
}

static void a_returned_one_is_taken_back(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	begin(terminal);
	terminal_keys(terminal, "osei<Enter>Measure the noise<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_keys(terminal, "<F10><Enter>");
	terminal_wait_text(terminal, "CAME ALONG");
	terminal_keys(terminal, "<F4>r");
	terminal_wait_text(terminal, "Return: why");
	terminal_keys(terminal, "We only plan<Enter>");
	terminal_wait_text(terminal, "Returned to A. Ruiz");
	desk_terminal_sign_in(terminal, "A. Ruiz");
	terminal_keys(terminal, "<F10><Enter>");
	terminal_wait_text(terminal, "F9 Take back");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Taken back: the request is yours again");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Lists");
	terminal_wait_gone(terminal, "RETURNED");
}

static void what_a_planner_says_aloud_is_noted(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	begin(terminal);
	terminal_keys(terminal, "planning<Enter>Look at it<F9>");
	terminal_wait_text(terminal, "Offered to Planning");
	terminal_wait_row(terminal, 2, "“You will hear from us.”");
	terminal_keys(terminal, "<F1>aloud<Enter>");
	terminal_wait_text(terminal, "Who said it?");
	terminal_keys(terminal, "weber<Enter>");
	terminal_wait_text(terminal, "Accepted aloud: what will be done");
	terminal_wait_text(terminal, "Ms. Weber");
	terminal_keys(terminal, "<Tab>wed<F9>");
	terminal_wait_text(terminal, "Noted: Ms. Weber accepted it");
	terminal_wait_gone(terminal, "You will hear from us.");
	assert_int_equal(desk_terminal_number(
			     desk,
			     "SELECT count(*) FROM handoff_event e "
			     "JOIN staff s ON s.staff_id = e.staff_id "
			     "JOIN staff n ON n.staff_id = e.noted_by "
			     "WHERE s.login = 'lweber' AND n.login = 'aruiz' "
			     "AND e.kind = 'accepted'"),
			 1);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
}

static void an_acceptance_that_is_back_knows_who_said_it(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	begin(terminal);
	terminal_keys(terminal, "planning<Enter>Look at it<F9>");
	terminal_wait_text(terminal, "Offered to Planning");
	terminal_keys(terminal, "<F1>aloud<Enter>");
	terminal_wait_text(terminal, "Who said it?");
	terminal_keys(terminal, "weber<Enter>");
	terminal_wait_text(terminal, "Ms. Weber");
	terminal_keys(terminal, "<Tab>wed");
	terminal_wait_text(terminal, "Wednesday, November 25");
	/* A line that is cut keeps everything that stands there. */
	terminal_hang_up(terminal);
	terminal_wait_exit(terminal);
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "Accepted aloud: what will be done");
	terminal_wait_text(terminal, "Ms. Weber");
	terminal_wait_text(terminal, "Wednesday, November 25");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Noted: Ms. Weber accepted it");
}

static void
a_colleague_who_joins_is_noted_and_nothing_is_handed_off(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);
	int64_t handoffs =
	    desk_terminal_number(desk, "SELECT count(*) FROM handoff");

	terminal_keys(terminal, "alva<Enter>fe<Enter>");
	terminal_wait_row(terminal, 1, "R-");
	terminal_keys(terminal, "<F1>colleague<Enter>");
	terminal_wait_text(terminal, "Which colleague has come");
	terminal_keys(terminal, "weber<Enter>");
	terminal_wait_text(terminal, "Ms. Weber is noted as here");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM handoff"),
	    handoffs);
	assert_int_equal(desk_terminal_number(
			     desk, "SELECT count(*) FROM touch t JOIN staff "
				   "s ON s.staff_id = t.staff_id "
				   "WHERE s.login = 'lweber' AND "
				   "t.first_at = 1795472040000"),
			 1);
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "bld260412");
	terminal_wait_text(terminal, "Ms. Elena Alv");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Ms. Weber came to the window");
}

static void a_department_gets_its_mail(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal;

	set_department(desk, "Planning", "mail", "planning@city.example");
	stub_put(desk, "sendmail", "cat >message\necho \"$@\" >arguments");
	terminal = stub_open(desk);
	begin(terminal);
	terminal_keys(terminal, "planning<Enter>Look at it<F9>");
	terminal_wait_text(terminal, "mailed to planning@city.example");
	stub_expect(desk, "arguments", "-t -i");
	stub_expect(desk, "message", "To: planning@city.example\n");
	stub_expect(desk, "message", "Subject: Hand-off R-");
	stub_expect(desk, "message", "Look at it");
	stub_expect(desk, "message", "Address as: Mrs. Abernathy");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM handoff_event "
				       "WHERE kind = 'delivered' AND note = "
				       "'mailed to planning@city.example'"),
	    1);
}

static void what_was_not_delivered_is_delivered_again(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal;

	set_department(desk, "Planning", "printer", "planning-2");
	stub_put(desk, "lp",
		 "cat >paper\necho 'lp: no such printer' >&2\nexit 1");
	terminal = stub_open(desk);
	begin(terminal);
	terminal_keys(terminal, "planning<Enter>Look at it<F9>");
	terminal_wait_text(terminal, "Offered, but not delivered");
	terminal_wait_text(terminal, "administrator: lp: no such");
	stub_put(desk, "lp",
		 "cat >paper\necho \"$@\" >arguments\n"
		 "echo 'request id is planning-2-7 (1 file)'");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 2, "“You will hear from us.”");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "L. Weber");
	terminal_keys(terminal, "<F10><Enter>");
	terminal_wait_text(terminal, "NOT SENT");
	terminal_keys(terminal, "<F4>d");
	terminal_wait_text(terminal, "printed for Planning (planning-2-7)");
	terminal_wait_text(terminal, "Delivered");
	stub_expect(desk, "arguments", "-d planning-2");
	stub_expect(desk, "paper", "ASKED\n  Look at it\n");
}

static void the_slip_is_printed_on_asking(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal;

	stub_put(desk, "lp",
		 "cat >paper\necho 'lp: Unable to print' >&2\nexit 1");
	terminal = stub_open(desk);
	begin(terminal);
	terminal_keys(terminal, "osei<Enter>Look at it<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_keys(terminal, "<C-p>r");
	/* What to do is read whole, what the printer says as far as it goes. */
	terminal_wait_text(terminal, "administrator: lp: ");
	stub_put(desk, "lp", "cat >paper\necho 'request id is x-3 (1)'");
	terminal_keys(terminal, "<C-p>r");
	terminal_wait_text(terminal, "Printed: x-3");
	stub_expect(desk, "paper", "To: K. Osei\n");
	stub_expect(desk, "paper", "Who: Mrs. Ruth Abernathy\n");
}

static void after_its_time_it_shows_to_the_supervisor(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	begin(terminal);
	terminal_keys(terminal, "osei<Enter>Measure the noise<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_pass(desk, 125 * 60000);
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "<C-u>S. Johnson<Enter>");
	desk_terminal_to_desk(terminal);
	terminal_wait_text(terminal, "Offers late ");
	terminal_keys(terminal, "<F10><S-Tab><S-Tab>");
	terminal_wait_text(terminal, "── Offers late ──");
	terminal_keys(terminal, "<End>");
	terminal_wait_text(terminal, "Mr. Osei, for 2 h 5 min");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Measure the noise");
}

static void handed_off_as_a_result_asks_to_whom(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F9>h");
	terminal_wait_row(terminal, 0, "Hand off R-");
	terminal_keys(terminal, "<Enter>Please issue it<F9>");
	terminal_wait_row(terminal, 2, "You will hear from us.");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(handed_off_as_a_result_asks_to_whom),
	    DESK_TEST(how_soon_and_in_front_of_the_visitor_go_along),
	    DESK_TEST(a_second_hop_shows_the_chain_and_whose_topic_it_is),
	    DESK_TEST(the_acceptance_is_the_promise_and_says_so),
	    DESK_TEST(
		what_is_typed_at_an_acceptance_stands_in_place_of_the_ask),
	    DESK_TEST(a_returned_one_is_offered_to_somebody_else),
	    DESK_TEST(a_returned_one_is_taken_back),
	    DESK_TEST(what_a_planner_says_aloud_is_noted),
	    DESK_TEST(an_acceptance_that_is_back_knows_who_said_it),
	    DESK_TEST(a_colleague_who_joins_is_noted_and_nothing_is_handed_off),
	    DESK_TEST(a_department_gets_its_mail),
	    DESK_TEST(what_was_not_delivered_is_delivered_again),
	    DESK_TEST(the_slip_is_printed_on_asking),
	    DESK_TEST(after_its_time_it_shows_to_the_supervisor),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
