/*
 * A printer that hangs: whoever stands at the desk goes on, and what comes of
 * it is said when it comes. Everybody named is invented.
 */
#include "desk_terminal.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stub.h"

/* Each waits at its gate until the test lets it go on. */
#define SLOW_LP                                                                \
	"cat >paper\n"                                                         \
	"read answer <lp-gate\n"                                               \
	"[ \"$answer\" = yes ] && echo 'request id is slow-1 (1)' && exit\n"   \
	"echo 'lp: jam' >&2\nexit 1\n"
#define SLOW_LPSTAT                                                            \
	"read answer <lpstat-gate\n"                                           \
	"echo 'counter accepting requests since now'\n"                        \
	"echo 'printer counter is idle.  enabled since now'\n"
#define LPSTAT                                                                 \
	"echo 'counter accepting requests since now'\n"                        \
	"echo 'printer counter is idle.  enabled since now'\n"

#define SLIPS                                                                  \
	"SELECT count(*) FROM acknowledgement WHERE how = 'slip' AND "         \
	"taken_back_at IS NULL"
#define DELIVERED "SELECT count(*) FROM handoff_event WHERE kind = 'delivered'"

static void put_gate(const struct desk_terminal *desk, const char *name)
{
	char path[160];

	place_path(&desk->place, name, path, sizeof(path));
	unlink(path);
	assert_int_equal(mkfifo(path, 0600), 0);
}

/* Returns once somebody waits there. */
static void let_go(const struct desk_terminal *desk, const char *name,
		   const char *answer)
{
	char path[160];
	int gate = open(place_path(&desk->place, name, path, sizeof(path)),
			O_WRONLY | O_CLOEXEC);

	assert_true(gate >= 0);
	assert_int_equal(write(gate, answer, strlen(answer)),
			 (ssize_t)strlen(answer));
	close(gate);
}

static struct terminal *open_slow(struct desk_terminal *desk)
{
	put_gate(desk, "lp-gate");
	stub_put(desk, "lp", SLOW_LP);
	stub_put(desk, "lpstat", LPSTAT);
	return stub_open(desk);
}

static void print_card(struct terminal *terminal)
{
	terminal_keys(terminal, "<C-o>fence<Enter>");
	terminal_wait_row(terminal, 0, "Fence permit");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "The printer takes its time: go on");
}

static void leave_card(struct terminal *terminal)
{
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "Topics");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Garage sale permit");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
}

/* Back on the desk, and typing. */
static void type_on(struct terminal *terminal)
{
	leave_card(terminal);
	terminal_keys(terminal, "alva");
	terminal_wait_text(terminal, "Alvarez");
}

static void whoever_types_is_not_held_up(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);

	print_card(terminal);
	type_on(terminal);
	let_go(desk, "lp-gate", "yes\n");
	terminal_wait_text(terminal, "Printed for the visitor: slow-1");
	assert_true(terminal_has(terminal, "Who or what?  alva"));
	/* The next letter does not take it away before it is read. */
	terminal_keys(terminal, "r");
	terminal_wait_text(terminal, "Who or what?  alvar");
	assert_true(terminal_has(terminal, "Printed for the visitor: slow-1"));
}

static void what_fails_meanwhile_is_said_and_nothing_is_opened(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);

	print_card(terminal);
	type_on(terminal);
	let_go(desk, "lp-gate", "no\n");
	terminal_wait_text(terminal, "administrator: lp: jam");
	terminal_keys(terminal, "r");
	terminal_wait_text(terminal, "Who or what?  alvar");
	assert_true(terminal_has(terminal, "administrator: lp: jam"));
	assert_false(terminal_has(terminal, "Print on another printer"));
}

static void whoever_waits_chooses_another_printer(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);

	print_card(terminal);
	let_go(desk, "lp-gate", "no\n");
	terminal_wait_text(terminal, "administrator: lp: jam");
	terminal_wait_text(terminal, "Print on another printer");
	stub_put(desk, "lp", "cat >paper\necho 'request id is other-2 (1)'");
	terminal_keys(terminal, "<Enter>n");
	terminal_wait_text(terminal, "Printed for the visitor: other-2");
}

static void an_lpstat_that_hangs_holds_up_nobody(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal;

	put_gate(desk, "lpstat-gate");
	terminal = open_slow(desk);
	stub_put(desk, "lpstat", SLOW_LPSTAT);
	print_card(terminal);
	type_on(terminal);
	let_go(desk, "lpstat-gate", "now\n");
	let_go(desk, "lp-gate", "yes\n");
	terminal_wait_text(terminal, "Printed for the visitor: slow-1");
}

/* What became of it is told, too. */
static void of_a_list_of_printers_that_never_comes_it_is_told(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "F4: printer, copies, pages");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "F4 chooses; empty: the usual one");
	put_gate(desk, "lpstat-gate");
	stub_put(desk, "lpstat", SLOW_LPSTAT);
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "The machine takes its time to say");
	terminal_wait_text(terminal, "answer within 5 seconds");
	terminal_wait_text(terminal, "ask the administrator");
}

static void begin(struct terminal *terminal)
{
	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
}

/* A slip of what was opened, while lp takes its time. */
static void print_slip(struct terminal *terminal)
{
	begin(terminal);
	terminal_keys(terminal, "<F9>o");
	terminal_wait_text(terminal, "Enter notes that you did");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "The printer takes its time: go on");
}

static void a_slip_acknowledges_once_lp_has_taken_it(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);
	int64_t before = desk_terminal_number(desk, SLIPS);

	print_slip(terminal);
	assert_int_equal(desk_terminal_number(desk, SLIPS), before);
	assert_true(terminal_has(terminal, "Enter notes that you did"));
	let_go(desk, "lp-gate", "yes\n");
	terminal_wait_text(terminal, "printed: slow-1. Acknowledged by it.");
	terminal_wait_text(terminal, "Enter logs the visit.");
	assert_int_equal(desk_terminal_number(desk, SLIPS), before + 1);
}

static void a_slip_that_fails_late_acknowledges_nothing(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);
	int64_t before = desk_terminal_number(desk, SLIPS);

	print_slip(terminal);
	let_go(desk, "lp-gate", "no\n");
	terminal_wait_text(terminal, "administrator: lp: jam");
	assert_int_equal(desk_terminal_number(desk, SLIPS), before);
}

/* Whoever signed in meanwhile did not acknowledge anything. */
static void nothing_is_acknowledged_by_somebody_else(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);
	int64_t before = desk_terminal_number(desk, SLIPS);

	print_slip(terminal);
	desk_terminal_sign_in(terminal, "D. Pham");
	let_go(desk, "lp-gate", "yes\n");
	stub_put(desk, "lp", "cat >paper\necho 'request id is other-2 (1)'");
	terminal_keys(terminal, "<C-o>fence<Enter>");
	terminal_wait_row(terminal, 0, "Fence permit");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Printed for the visitor: other-2");
	leave_card(terminal);
	assert_int_equal(desk_terminal_number(desk, SLIPS), before);
}

/* Over the lock nothing is said and nothing is done; behind it, both. */
static void it_waits_behind_the_lock(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);
	int64_t before = desk_terminal_number(desk, SLIPS);

	print_slip(terminal);
	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	let_go(desk, "lp-gate", "yes\n");
	terminal_keys(terminal, "<C-u>ruiz");
	terminal_wait_text(terminal, "ruiz");
	assert_false(terminal_has(terminal, "slow-1"));
	assert_int_equal(desk_terminal_number(desk, SLIPS), before);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "printed: slow-1. Acknowledged by it.");
	assert_int_equal(desk_terminal_number(desk, SLIPS), before + 1);
}

static void the_form_stays_until_it_is_printed(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<C-p><F4>");
	terminal_wait_text(terminal, "F4 chooses; empty: the usual one");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "The printer takes its time: go on");
	terminal_wait_row(terminal, 0, "Print");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "It is being printed.");
	let_go(desk, "lp-gate", "yes\n");
	terminal_wait_text(terminal, "Printed: slow-1");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "The day");
}

static void a_form_that_was_left_is_not_missed(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<C-p><F4>");
	terminal_wait_text(terminal, "F4 chooses; empty: the usual one");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "The printer takes its time: go on");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "The day");
	let_go(desk, "lp-gate", "no\n");
	terminal_wait_text(terminal, "administrator: lp: jam");
	terminal_wait_row(terminal, 0, "The day");
}

static void set_planning(struct desk_terminal *desk, const char *delivery,
			 const char *to)
{
	const char *const words[] = {
	    "--demo",	  "--as",   "rdelgado", "department", "set", "Planning",
	    "--delivery", delivery, "--to",	to,	      NULL};

	assert_int_equal(desk_terminal_run(desk, words), 0);
}

/* Handed off to Planning: what is said meanwhile, and once it is let go on. */
static void expect_delivered(struct desk_terminal *desk,
			     struct terminal *terminal, const char *meanwhile,
			     const char *gate, const char *at_last)
{
	int64_t before = desk_terminal_number(desk, DELIVERED);

	begin(terminal);
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_keys(terminal, "planning<Enter>Look at it<F9>");
	terminal_wait_text(terminal, meanwhile);
	assert_int_equal(desk_terminal_number(desk, DELIVERED), before);
	let_go(desk, gate, "yes\n");
	terminal_wait_text(terminal, at_last);
	assert_int_equal(desk_terminal_number(desk, DELIVERED), before + 1);
}

static void a_hand_off_is_noted_once_its_paper_is_out(void **state)
{
	struct desk_terminal *desk = *state;

	set_planning(desk, "printer", "planning-2");
	expect_delivered(desk, open_slow(desk),
			 "Offered to Planning, being printed", "lp-gate",
			 "Printed for Planning (slow-1)");
}

static void a_mail_that_hangs_holds_up_nobody(void **state)
{
	struct desk_terminal *desk = *state;

	set_planning(desk, "mail", "planning@city.example");
	put_gate(desk, "mail-gate");
	stub_put(desk, "sendmail", "cat >message\nread answer <mail-gate");
	expect_delivered(desk, stub_open(desk),
			 "Offered to Planning, being mailed", "mail-gate",
			 "Mailed to planning@city.example");
}

/* What is given up at the end of the day leaves no program behind. */
static void a_desk_that_is_left_gives_it_up(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_slow(desk);

	print_card(terminal);
	terminal_keys(terminal, "<F1>leave<Enter>");
	assert_int_equal(terminal_wait_exit(terminal), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(whoever_types_is_not_held_up),
	    DESK_TEST(what_fails_meanwhile_is_said_and_nothing_is_opened),
	    DESK_TEST(whoever_waits_chooses_another_printer),
	    DESK_TEST(an_lpstat_that_hangs_holds_up_nobody),
	    DESK_TEST(of_a_list_of_printers_that_never_comes_it_is_told),
	    DESK_TEST(a_slip_acknowledges_once_lp_has_taken_it),
	    DESK_TEST(a_slip_that_fails_late_acknowledges_nothing),
	    DESK_TEST(nothing_is_acknowledged_by_somebody_else),
	    DESK_TEST(it_waits_behind_the_lock),
	    DESK_TEST(the_form_stays_until_it_is_printed),
	    DESK_TEST(a_form_that_was_left_is_not_missed),
	    DESK_TEST(a_hand_off_is_noted_once_its_paper_is_out),
	    DESK_TEST(a_mail_that_hangs_holds_up_nobody),
	    DESK_TEST(a_desk_that_is_left_gives_it_up),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
