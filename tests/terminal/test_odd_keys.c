/* Nothing that is typed or pasted can garble the screen, or stop the desk. */
#include "desk_terminal.h"

#include <signal.h>
#include <stdlib.h>

static void what_was_typed_stands_through_every_size(void **state)
{
	struct terminal *terminal = desk_terminal_type_visit(*state);
	static const int sizes[][2] = {{60, 15}, {200, 60}, {20, 5}, {80, 24}};

	for (size_t i = 0; i < 4; i++) {
		terminal_resize(terminal, sizes[i][0], sizes[i][1]);
		if (sizes[i][0] >= 60)
			terminal_wait_text(terminal, "The gate was open");
	}
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
}

static void a_pasted_line_end_is_text_and_not_a_key(void **state)
{
	struct terminal *terminal = desk_terminal_type_visit(*state);

	terminal_paste(terminal, "\nand the dog\nran");
	terminal_wait_text(terminal, "ran");
	terminal_wait_text(terminal, "The gate was open");
	terminal_wait_row(terminal, 0, "together");
}

static void what_is_hidden_in_a_paste_is_left_out(void **state)
{
	struct terminal *terminal = desk_terminal_type_visit(*state);

	terminal_paste(terminal, "\x1b[2J\x1b]0;title\x07");
	terminal_wait_text(terminal, "The gate was open");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_paste(terminal, "a\xe2\x80\xaetxt");
	terminal_wait_text(terminal, "Hidden characters were left out of what");
	terminal_wait_text(terminal, "The gate was open[2J]0;titleatxt");
}

/* Each is pasted into a field of a visit, and the desk is as it was. */
static void hostile_pastes_neither_garble_nor_act(void **state)
{
	static const char *const texts[] = {
	    "\x1b[2J\x1b[H",
	    "\x1b]0;pwned\x07",
	    "\x1b]52;c;cHduZWQ=\x07",
	    "\x1bP$q\"p\x1b\\",
	    "\x1b[c",
	    "\x1b"
	    "c",
	    "\x1b[?1049h",
	    "\x1b[4i",
	    "\x1b[9999999b",
	    "real\rFAKE NAME",
	    "\x0e\x0f",
	    "\x1b]0;unterminated",
	    "\xc2\x9b"
	    "31mred",
	    "\x9b"
	    "31mred",
	    "user\xe2\x80\xaetxt.exe",
	    "\xe2\x81\xa7"
	    "A\xe2\x81\xa9",
	    "\xff\xfe\xc0\x80",
	    "\r\n\r\n\t\t\x0b\x0c",
	};
	struct terminal *terminal = desk_terminal_type_visit(*state);

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		terminal_paste(terminal, texts[i]);
		terminal_keys(terminal, "<C-u>The gate was open, z");
		terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
		terminal_wait_row(terminal, 0, "together");
		terminal_wait_row(terminal, 5, "Dog licence");
	}
	assert_true(terminal_has(terminal, "The gate was open"));
	assert_true(terminal_has(terminal, "z"));
	/* The palette's box, and the desk's, as well. */
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "Put aside with everything");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		terminal_paste(terminal, texts[i]);
		terminal_keys(terminal, "<C-u>");
		terminal_wait_row(terminal, 1, "Who or what?");
		terminal_wait_row(terminal, 0, "Window 2");
	}
}

static void a_megabyte_gives_its_beginning_and_hangs_nothing(void **state)
{
	size_t len = 1024 * 1024;
	char *text = malloc(len + 1);
	struct terminal *terminal = desk_terminal_type_visit(*state);

	assert_non_null(text);
	for (size_t i = 0; i < len; i++)
		text[i] = i % 61 == 60 ? '\n' : (char)('a' + i % 26);
	text[len] = '\0';
	terminal_paste(terminal, text);
	free(text);
	terminal_wait_text(terminal, "Only the beginning was taken");
	terminal_keys(terminal, "<Tab>Worried");
	terminal_wait_text(terminal, "Worried");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
}

static void bytes_that_are_no_text_never_stop_the_desk(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	static const char junk[] =
	    "\xff\xfe\xc3\x28\x9b\x33m\x1b[9999;9999H\x1bOZ\x1b[200z";

	terminal_send(terminal, junk, sizeof(junk) - 1);
	terminal_keys(terminal, "<Esc><C-u>alva");
	terminal_wait_row(terminal, 2, "Ms. Alvarez");
	terminal_wait_row(terminal, 1, "Who or what?");
}

static void wide_and_combining_names_push_no_column(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int open_col, col, row;

	terminal_keys(terminal, "nguyen");
	terminal_wait_text(terminal, "Nguyễn");
	row = terminal_find(terminal, "Nguyễn", &col);
	assert_int_equal(col, 3);
	terminal_keys(terminal, "<C-u>김");
	terminal_wait_text(terminal, "+ new resident “김”");
	row = terminal_find(terminal, "+ new resident", &open_col);
	assert_true(row > 4);
	assert_int_equal(open_col, 3);
}

/* Every key on every screen that can be reached by it. */
static void every_key_everywhere_leaves_the_desk_standing(void **state)
{
	static const char *const keys[] = {
	    "<F1>",   "<F2>",	 "<F3>",    "<F4>",   "<F5>",	 "<F6>",
	    "<F7>",   "<F8>",	 "<F9>",    "<F10>",  "<F11>",	 "<F12>",
	    "<C-p>",  "<C-k>",	 "<C-z>",   "<C-e>",  "<C-t>",	 "<C-y>",
	    "<C-n>",  "<C-w>",	 "<C-g>",   "<Tab>",  "<S-Tab>", "<Up>",
	    "<Down>", "<Left>",	 "<Right>", "<Home>", "<End>",	 "<PgUp>",
	    "<PgDn>", "<Enter>", "x"};
	struct terminal *terminal = desk_terminal_open(*state);

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		for (size_t j = 0; j < sizeof(keys) / sizeof(keys[0]); j += 3) {
			terminal_keys(terminal, keys[i]);
			terminal_keys(terminal,
				      keys[(i * 7 + j) %
					   (sizeof(keys) / sizeof(keys[0]))]);
		}
		terminal_keys(terminal, "<Esc><Esc><Esc><Esc>");
	}
	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	terminal_kill(terminal, SIGTERM);
	assert_int_equal(terminal_wait_exit(terminal), 0);
	assert_true(terminal_is_restored(terminal));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(hostile_pastes_neither_garble_nor_act),
	    DESK_TEST(a_megabyte_gives_its_beginning_and_hangs_nothing),
	    DESK_TEST(what_was_typed_stands_through_every_size),
	    DESK_TEST(a_pasted_line_end_is_text_and_not_a_key),
	    DESK_TEST(what_is_hidden_in_a_paste_is_left_out),
	    DESK_TEST(bytes_that_are_no_text_never_stop_the_desk),
	    DESK_TEST(wide_and_combining_names_push_no_column),
	    DESK_TEST(every_key_everywhere_leaves_the_desk_standing),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
