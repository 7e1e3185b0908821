/* What they take home: Ctrl+P, and what stands on the paper. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk_terminal.h"
#include "frontdesk/base/clock.h"
#include "stub.h"

#define SLIPS                                                                  \
	"SELECT count(*) FROM acknowledgement WHERE how = 'slip' AND "         \
	"taken_back_at IS NULL"
#define TO_ACKNOWLEDGE                                                         \
	"SELECT count(*) FROM request WHERE first_acknowledged_at IS NULL "    \
	"AND state <> 'draft'"

static struct terminal *open_with_printer(struct desk_terminal *desk)
{
	stub_put(desk, "lp", "cat >paper\necho 'request id is slip-1 (1)'");
	return stub_open(desk);
}

/* Ms. Alvarez comes about a dog; nothing is logged yet. */
static void begin(struct terminal *terminal)
{
	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
}

static void expect_not(const struct desk_terminal *desk, const char *part)
{
	static char text[16384];
	char path[160];
	FILE *file =
	    fopen(place_path(&desk->place, "paper", path, sizeof(path)), "r");

	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	if (strstr(text, part))
		fail_msg("\"%s\" is on the paper:\n%s", part, text);
}

static void the_slip_is_taken_home_and_the_request_is_acknowledged(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_with_printer(desk);
	int64_t before = desk_terminal_number(desk, SLIPS);

	begin(terminal);
	terminal_keys(terminal, "<F9>o");
	terminal_wait_text(terminal, "Enter notes that you did");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "printed: slip-1. Acknowledged by it.");
	/* Nothing is left to read out; taken back, it is again. */
	terminal_wait_text(terminal, "Enter logs the visit.");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Enter notes that you did");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Enter logs the visit.");
	terminal_count_keys(terminal);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(terminal_count_keys(terminal), 1);
	assert_int_equal(desk_terminal_number(desk, SLIPS), before + 1);
	stub_expect(desk, "paper", "YOUR REQUEST\n\n");
	stub_expect(desk, "paper", "About: Dog licence\n");
	stub_expect(desk, "paper", "Received: Monday, November 23, 2026\n");
	stub_expect(desk, "paper", "HOW TO ASK ABOUT IT\n");
	expect_not(desk, "Alvarez");
	expect_not(desk, "Elena");
}

static void paper_that_did_not_come_acknowledges_nothing(void **state)
{
	struct desk_terminal *desk = *state;
	int64_t before = desk_terminal_number(desk, SLIPS);
	struct terminal *terminal;

	stub_put(desk, "lp", "cat >paper\necho 'lp: jam' >&2\nexit 1");
	terminal = stub_open(desk);
	begin(terminal);
	terminal_keys(terminal, "<F9>o");
	terminal_wait_text(terminal, "Enter notes that you did");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "administrator: lp: jam");
	terminal_wait_text(terminal, "Enter notes that you did");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_wait_text(terminal, "^P slip  ^Z takes it back");
	assert_int_equal(desk_terminal_number(desk, SLIPS), before);
}

static void at_the_end_the_slip_stands_before_the_card(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_with_printer(desk);
	int64_t waiting = desk_terminal_number(desk, TO_ACKNOWLEDGE);
	int slip, card, col;

	begin(terminal);
	terminal_keys(terminal, "<F9>o");
	terminal_wait_text(terminal, "Enter notes that you did");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "^P slip  ^Z takes it back");
	assert_int_equal(desk_terminal_number(desk, TO_ACKNOWLEDGE),
			 waiting + 1);
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "On paper: R-");
	slip = terminal_find(terminal, "s  Slip with the reference", &col);
	card = terminal_find(terminal, "c  Comment card", &col);
	assert_true(slip >= 0 && slip < card);
	terminal_wait_text(terminal, "acknowledges it");
	terminal_keys(terminal, "s");
	terminal_wait_text(terminal, "Acknowledged by it.  ^Z takes it back");
	assert_int_equal(desk_terminal_number(desk, TO_ACKNOWLEDGE), waiting);
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "the request is to be acknowledged");
	assert_int_equal(desk_terminal_number(desk, TO_ACKNOWLEDGE),
			 waiting + 1);
}

static void a_hand_off_has_a_slip_for_each_side(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_with_printer(desk);

	begin(terminal);
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_keys(terminal, "osei<Enter>Mind the temper<F9>");
	terminal_wait_text(terminal, "^P slip");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "h  Slip of the hand-off");
	terminal_wait_text(terminal, "to Mr. Osei, Planning");
	terminal_keys(terminal, "h");
	terminal_wait_text(terminal, "printed: slip-1");
	stub_expect(desk, "paper", "YOUR REQUEST IS PASSED ON\n");
	stub_expect(desk, "paper", "We passed it on to Mr. Osei, Planning on");
	expect_not(desk, "temper");
	expect_not(desk, "Alvarez");
	/* The receiver's has all of it. */
	terminal_keys(terminal, "<C-p>r");
	terminal_wait_text(terminal, "Printed: slip-1");
	stub_expect(desk, "paper", "ASKED\n  Mind the temper\n");
	stub_expect(desk, "paper", "Who: Ms. Elena Alvarez\n");
}

static void a_promise_is_taken_home_in_its_own_words(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_with_printer(desk);

	begin(terminal);
	terminal_keys(terminal, "<F8>Call about the dog<Enter>fri");
	terminal_wait_text(terminal, "Friday, November 27, 5:00 pm");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "^P slip  ^Z takes it back");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "by Fri Nov 27, 5:00 pm");
	terminal_keys(terminal, "p");
	terminal_wait_text(terminal, "Acknowledged by it.");
	stub_expect(desk, "paper", "WHAT WE PROMISED YOU\n");
	stub_expect(desk, "paper",
		    "What: Call about the dog\n"
		    "By when: Friday, November 27, 2026, 5:00 pm\n");
	/* Nothing is left to read out. */
	terminal_wait_gone(terminal, "read it out to them");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
}

static void what_waits_to_be_acknowledged_is_printed_from_its_list(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_with_printer(desk);
	int64_t waiting = desk_terminal_number(desk, TO_ACKNOWLEDGE);

	terminal_keys(terminal, "<F1>end of the day<Enter>");
	terminal_wait_text(terminal, "to acknowledge");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "p  Print the slip");
	terminal_keys(terminal, "p");
	terminal_wait_text(terminal, "Acknowledged by it.  ^Z takes it back");
	assert_int_equal(desk_terminal_number(desk, TO_ACKNOWLEDGE),
			 waiting - 1);
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "the request is to be acknowledged");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<F10><S-Tab>");
	terminal_wait_text(terminal, "Lists");
	for (int i = 0; i < 12 && !terminal_has(terminal, "Enter Acknowledge");
	     i++) {
		terminal_keys(terminal, "<Tab>");
		terminal_wait_text(terminal, "^P Slip");
	}
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Acknowledged by it.");
	assert_int_equal(desk_terminal_number(desk, TO_ACKNOWLEDGE),
			 waiting - 1);
}

static void each_request_of_a_visit_has_its_slip(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_with_printer(desk);

	begin(terminal);
	terminal_keys(terminal, "<F1>another request<Enter>");
	terminal_wait_text(terminal, "Request 2 of this visit.");
	terminal_keys(terminal, "gar<Enter>");
	terminal_wait_row(terminal, 5, "Garage sale");
	terminal_keys(terminal, "<F9>o");
	terminal_wait_text(terminal, "Enter notes that you did");
	terminal_keys(terminal, "<Enter>o");
	terminal_wait_text(terminal, "Enter notes that you did");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "^P slip  ^Z takes it back");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "On paper: visit V-");
	terminal_wait_text(terminal, "s  Slip with the reference");
	terminal_wait_text(terminal, "t  Slip with the reference");
	terminal_keys(terminal, "t");
	terminal_wait_text(terminal, "printed for the visitor: slip-1");
	stub_expect(desk, "paper", "About: Garage sale permit\n");
}

/* The receiver reads it: their own first, the visitor's beside it. */
static void a_row_prints_the_slip_that_belongs_there(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_with_printer(desk);
	int receivers, visitors, col;

	begin(terminal);
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_keys(terminal, "osei<Enter>Call back<F9>");
	terminal_wait_text(terminal, "^P slip");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_keys(terminal, "<F10>");
	terminal_wait_text(terminal, "Handed to you");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "On paper: R-");
	receivers = terminal_find(terminal, "r  Slip for the receiver", &col);
	visitors = terminal_find(terminal, "h  Slip of the hand-off", &col);
	assert_true(receivers >= 0 && receivers < visitors);
	terminal_keys(terminal, "<Esc><Enter>");
	terminal_wait_text(terminal, "CAME ALONG");
	terminal_keys(terminal, "<C-p>h");
	terminal_wait_text(terminal, "printed for the visitor: slip-1");
	stub_expect(desk, "paper", "YOUR REQUEST IS PASSED ON\n");
}

static void a_record_prints_what_is_highlighted(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_with_printer(desk);

	terminal_keys(terminal, "alva");
	terminal_wait_text(terminal, "Alvarez");
	terminal_keys(terminal, "<F1>open the record<Enter>");
	terminal_wait_text(terminal, "LATE");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "p  Slip of the promise");
	terminal_keys(terminal, "p");
	terminal_wait_text(terminal, "printed for the visitor: slip-1");
	stub_expect(desk, "paper", "About: Fence permit\n");
	stub_expect(desk, "paper", "This hour has passed. We are sorry");
	expect_not(desk, "Ironwood");
	expect_not(desk, "Alvarez");
	/* On what may be done there is none. */
	terminal_keys(terminal, "<Home><C-p>");
	terminal_wait_text(terminal, "Go to a request first");
}

static void whoever_prints_the_day_finds_the_slip_in_f1(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_with_printer(desk);

	desk_terminal_sign_in(terminal, "L. Weber");
	begin(terminal);
	terminal_keys(terminal, "<F9>o");
	terminal_wait_text(terminal, "Enter notes that you did");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_keys(terminal, "<F1>slip<Enter>");
	terminal_wait_text(terminal, "s  Slip with the reference");
	terminal_keys(terminal, "s");
	terminal_wait_text(terminal, "printed for the visitor: slip-1");
	stub_expect(desk, "paper", "About: Dog licence\n");
}

/* With [print] slips = pdf what lp is given is a PDF, and said to be one. */
static void as_the_settings_say_it_is_a_pdf(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal;
	char path[160];
	FILE *file;

	place_path(&desk->place, "config", path, sizeof(path));
	mkdir(path, 0700);
	place_path(&desk->place, "config/frontdesk", path, sizeof(path));
	mkdir(path, 0700);
	place_path(&desk->place, "config/frontdesk/frontdesk.conf", path,
		   sizeof(path));
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("[print]\nslips = pdf\npaper = a4\n", file);
	fclose(file);
	stub_put(desk, "lp",
		 "echo \"$@\" >arguments\ncat >paper\n"
		 "echo 'request id is slip-1 (1)'");
	terminal = stub_open(desk);
	begin(terminal);
	terminal_keys(terminal, "<F9>o");
	terminal_wait_text(terminal, "Enter notes that you did");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "printed: slip-1. Acknowledged by it.");
	stub_expect(desk, "paper", "%PDF");
	stub_expect(desk, "arguments", "application/pdf -o media=A4");
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(the_slip_is_taken_home_and_the_request_is_acknowledged),
	    DESK_TEST(paper_that_did_not_come_acknowledges_nothing),
	    DESK_TEST(at_the_end_the_slip_stands_before_the_card),
	    DESK_TEST(a_hand_off_has_a_slip_for_each_side),
	    DESK_TEST(a_promise_is_taken_home_in_its_own_words),
	    DESK_TEST(what_waits_to_be_acknowledged_is_printed_from_its_list),
	    DESK_TEST(each_request_of_a_visit_has_its_slip),
	    DESK_TEST(a_row_prints_the_slip_that_belongs_there),
	    DESK_TEST(a_record_prints_what_is_highlighted),
	    DESK_TEST(as_the_settings_say_it_is_a_pdf),
	    DESK_TEST(whoever_prints_the_day_finds_the_slip_in_f1),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
