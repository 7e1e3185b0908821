/*
 * Where the usual printer does not do, another is chosen from what lpstat
 * knows: at the counter, and for the day. All printers are invented.
 */
#include "desk_terminal.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/clock.h"
#include "stub.h"

/* The yard's printer is stopped; the counter's is ready. None is usual. */
#define PRINTERS                                                               \
	"echo 'no system default destination'\n"                               \
	"echo 'counter accepting requests since now'\n"                        \
	"echo 'yard accepting requests since now'\n"                           \
	"echo 'printer counter is idle.  enabled since now'\n"                 \
	"printf '\\tDescription: Front counter\\n'\n"                          \
	"echo 'printer yard disabled since now -'\n"                           \
	"printf '\\tno toner\\n'\n"

/* Prints where it is told to, and knows no usual printer. */
#define LP                                                                     \
	"cat >paper\n"                                                         \
	"echo \"$@\" >arguments\n"                                             \
	"case $1 in\n"                                                         \
	"-d) echo \"request id is $2-7 (0 file(s))\" ;;\n"                     \
	"*) echo 'lp: Error - No default destination.' >&2; exit 1 ;;\n"       \
	"esac\n"

static struct terminal *open_desk(struct desk_terminal *desk)
{
	char settings[160];

	place_path(&desk->place, "config/frontdesk/frontdesk.conf", settings,
		   sizeof(settings));
	unlink(settings);
	stub_put(desk, "lpstat", PRINTERS);
	stub_put(desk, "lp", LP);
	return stub_open(desk);
}

static void open_card(struct terminal *terminal)
{
	terminal_keys(terminal, "<C-o>fence<Enter>");
	terminal_wait_row(terminal, 0, "Fence permit");
}

static void a_printer_is_chosen_where_none_is_usual(void **state)
{
	struct terminal *terminal = open_desk(*state);

	open_card(terminal);
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "not printed: no printer is chosen");
	terminal_wait_text(terminal, "counter  Front counter");
	terminal_wait_text(terminal, "stopped: no toner");
	terminal_keys(terminal, "front<Enter>");
	terminal_wait_text(terminal, "Print on counter");
	terminal_keys(terminal, "n");
	terminal_wait_text(terminal, "Printed for the visitor: counter-7");
	/* It stays the usual one until the desk is left. */
	terminal_keys(terminal, "<Down>");
	terminal_wait_gone(terminal, "Printed for the visitor");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Printed for the visitor: counter-7");
	stub_expect(*state, "arguments", "-d counter -n 1 -t Fence permit");
	assert_false(terminal_has(terminal, "Print on another printer"));
}

static void a_choice_can_be_kept(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_desk(desk);

	open_card(terminal);
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Print on another printer");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Print on counter");
	terminal_keys(terminal, "a");
	terminal_wait_text(terminal, "Printed for the visitor: counter-7");
	stub_expect(desk, "config/frontdesk/frontdesk.conf",
		    "[print]\nprinter = counter\n");
	desk_terminal_end(desk, terminal);
	terminal = stub_open(desk);
	open_card(terminal);
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Printed for the visitor: counter-7");
}

static void esc_prints_nothing(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_desk(desk);
	char path[160];

	open_card(terminal);
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Print on another printer");
	place_path(&desk->place, "paper", path, sizeof(path));
	unlink(path);
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "Print on another printer");
	assert_int_equal(access(path, F_OK), -1);
}

/* The stopped one is not chosen by itself, and says why it does not print. */
static void a_stopped_printer_is_said_and_the_list_comes_back(void **state)
{
	struct terminal *terminal = open_desk(*state);

	open_card(terminal);
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Print on another printer");
	terminal_keys(terminal, "yard<Enter>");
	terminal_wait_text(terminal, "Nothing is chosen");
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "Print on yard");
	terminal_keys(terminal, "n");
	terminal_wait_text(terminal, "yard is stopped: no toner");
	terminal_wait_text(terminal, "Print on another printer");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Print on counter");
	terminal_keys(terminal, "n");
	terminal_wait_text(terminal, "Printed for the visitor: counter-7");
}

static void copies_and_pages_of_the_day_are_chosen(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_desk(desk);

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "F4: printer, copies, pages");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "F4 chooses; empty: the usual one");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "On which printer?");
	terminal_keys(terminal, "counter<Enter><Tab>0<Tab>2-1<F9>");
	/* What cannot be stands in its row. */
	terminal_wait_text(terminal, "print 1 to 99 copies");
	terminal_keys(terminal, "<C-u>1000<F9>");
	terminal_wait_text(terminal, "1000");
	terminal_wait_text(terminal, "print 1 to 99 copies");
	terminal_keys(terminal, "<C-u>2<F9>");
	terminal_wait_text(terminal, "pages are given as 1-2");
	terminal_keys(terminal, "<C-u>99<F9>");
	terminal_wait_text(terminal, "there is no such page: it has");
	terminal_keys(terminal, "<C-u>1<Tab>y<F9>");
	terminal_wait_text(terminal, "Printed: counter-7");
	stub_expect(desk, "arguments",
		    "-d counter -n 2 -t Frontdesk Monday, November 23, 2026"
		    " -P 1 -o document-format=text/plain");
	stub_expect(desk, "config/frontdesk/frontdesk.conf",
		    "printer = counter\n");
	terminal_wait_row(terminal, 0, "The day");
}

static void put_settings(struct desk_terminal *desk, const char *text)
{
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
	fputs(text, file);
	fclose(file);
}

/* With [print] summary = pdf the day is printed as pages, by both ways. */
static void as_the_settings_say_the_day_is_a_pdf(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_desk(desk);

	desk_terminal_end(desk, terminal);
	put_settings(desk, "[print]\nprinter = counter\nsummary = pdf\n"
			   "paper = a4\n");
	terminal = stub_open(desk);
	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Enter prints this day on counter. F4:");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Printed: counter-7");
	stub_expect(desk, "arguments",
		    "-d counter -n 1 -t Frontdesk Monday, November 23, 2026"
		    " -o document-format=application/pdf -o media=A4");
	stub_expect(desk, "paper", "%PDF");
	terminal_keys(terminal, "<C-p><F4>");
	terminal_wait_text(terminal, "F4 chooses; empty: the usual one");
	terminal_keys(terminal, "<Tab>2<F9>");
	terminal_wait_text(terminal, "Printed: counter-7");
	stub_expect(desk, "arguments",
		    "-d counter -n 2 -t Frontdesk Monday, November 23, 2026"
		    " -o document-format=application/pdf -o media=A4");
}

/* A remark in Tangsa, which Unicode has since 2021. */
static void letters_without_a_font_are_said_with_the_print(void **state)
{
	const char *const close_words[] = {
	    "--as",	   "sjohnson", "day",
	    "close",	   "--remark", "Says \U00016A70\U00016A71",
	    "--with-open", NULL};
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_desk(desk);

	desk_terminal_end(desk, terminal);
	put_settings(desk, "[print]\nprinter = counter\nsummary = pdf\n");
	desk_terminal_pass(desk, 3 * CLOCK_HOUR);
	assert_int_equal(desk_terminal_run(desk, close_words), 0);
	terminal = stub_open(desk);
	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<C-p><Enter>");
	terminal_wait_text(terminal, "Printed, but 2 letters have no font");
	terminal_wait_text(terminal, "(fonts-noto)");
}

static void an_unusual_printer_that_fails_is_said_in_its_row(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_desk(desk);

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<C-p><F4>yard<F9>");
	terminal_wait_text(terminal, "yard is stopped: no toner");
	terminal_wait_row(terminal, 0, "Print");
}

/* The card asks for its language again: it is printed once, after all. */
static void a_comment_card_is_printed_on_the_chosen_printer(void **state)
{
	struct terminal *terminal = open_desk(*state);

	terminal_keys(terminal, "gar<F9>");
	terminal_wait_text(terminal, "Logged: Garage sale permit");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "On paper:");
	terminal_keys(terminal, "c");
	terminal_wait_text(terminal, "Print on another printer");
	terminal_keys(terminal, "<Enter>n");
	terminal_wait_text(terminal, "Comment card for V-");
	terminal_keys(terminal, "c");
	terminal_wait_text(terminal, "printed: counter-7");
}

/* A queue that asks for a password must not ask over the screen. */
static void lp_has_no_terminal_to_ask_on(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_desk(desk);

	stub_put(desk, "lp",
		 "cat >paper\n"
		 "if (: </dev/tty) 2>/dev/null; then echo asks-1; "
		 "else echo silent-1; fi");
	open_card(terminal);
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Printed for the visitor: silent-1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_printer_is_chosen_where_none_is_usual),
	    DESK_TEST(a_choice_can_be_kept),
	    DESK_TEST(esc_prints_nothing),
	    DESK_TEST(a_stopped_printer_is_said_and_the_list_comes_back),
	    DESK_TEST(copies_and_pages_of_the_day_are_chosen),
	    DESK_TEST(as_the_settings_say_the_day_is_a_pdf),
	    DESK_TEST(letters_without_a_font_are_said_with_the_print),
	    DESK_TEST(an_unusual_printer_that_fails_is_said_in_its_row),
	    DESK_TEST(a_comment_card_is_printed_on_the_chosen_printer),
	    DESK_TEST(lp_has_no_terminal_to_ask_on),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
