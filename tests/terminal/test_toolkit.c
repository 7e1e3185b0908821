/*
 * The toolkit on a real terminal, with a small screen of its own: this
 * program, started once more with the word "demo".
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "place.h"
#include "terminal.h"
#include "toolkit_demo.h"

static struct place place;
static struct terminal *terminal;
static const char *program;

static void start_with(const char *const env[], int cols, int rows)
{
	const char *const argv[] = {program, "demo", NULL};

	terminal = terminal_open(argv, env, cols, rows);
	if (rows >= 10 && cols >= 40)
		terminal_wait_text(terminal, "demo ");
}

static int open_terminal(void **state)
{
	(void)state;
	place_open(&place);
	start_with(NULL, 80, 24);
	return 0;
}

static int close_terminal(void **state)
{
	(void)state;
	terminal_close(terminal);
	place_close(&place);
	return 0;
}

static void restart(const char *const env[], int cols, int rows)
{
	terminal_close(terminal);
	start_with(env, cols, rows);
}

static void keys_become_text_in_the_field(void **state)
{
	(void)state;
	terminal_keys(terminal, "fenc\xc3\xa9");
	terminal_wait_row(terminal, 2, "About      fencé");
	terminal_wait_cursor(terminal, 2, 12 + 5);
	assert_int_equal(terminal_count_keys(terminal), 5);
}

static void the_footer_is_drawn_as_on_paper(void **state)
{
	(void)state;
	terminal_wait_row(terminal, 23,
			  " F1 Help  F4 Choose  F6 +1 in line  F7 Hand off  "
			  "F9 Finish  ^K Cover  Esc");
	terminal_resize(terminal, 60, 20);
	terminal_wait_row(terminal, 19, " F1 Help");
	terminal_wait_text(terminal, "demo 60x18");
	assert_non_null(strstr(terminal_row(terminal, 19), "Esc"));
}

static void alt_and_a_digit_is_the_f_key(void **state)
{
	(void)state;
	terminal_keys(terminal, "<M-9>");
	terminal_wait_text(terminal, "g  Item given");
	terminal_keys(terminal, "g");
	terminal_wait_text(terminal, "chose 1");
}

static void a_letter_that_is_no_choice_chooses_nothing(void **state)
{
	(void)state;
	terminal_keys(terminal, "<F9>x");
	terminal_wait_text(terminal, "One of the letters");
	terminal_keys(terminal, "<Enter>a");
	terminal_wait_text(terminal, "chose 0");
}

static void escape_acts_at_once_and_alone(void **state)
{
	(void)state;
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Item given");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "Item given");
	terminal_keys(terminal, "<Esc>");
	assert_int_equal(terminal_wait_exit(terminal), 0);
	assert_true(terminal_is_restored(terminal));
}

static void what_was_refused_stays_to_be_put_right(void **state)
{
	(void)state;
	terminal_keys(terminal, "<F7><Enter>");
	terminal_wait_text(terminal, "the one thing asked is missing");
	terminal_keys(terminal, "no<Enter>");
	terminal_wait_text(terminal, "say more than no");
	terminal_wait_text(terminal, "Please  no");
	terminal_keys(terminal, "w<F9>");
	terminal_wait_text(terminal, "answered now");
}

static void keys_typed_ahead_choose_in_the_list_they_open(void **state)
{
	(void)state;
	terminal_keys(terminal, "<F4>gar<Enter>");
	terminal_wait_text(terminal, "picked Garage sale for gar");
	terminal_wait_row(terminal, 2, "Garage sale");
}

static void a_long_burst_loses_no_key(void **state)
{
	char keys[1001];

	(void)state;
	memset(keys, 'x', sizeof(keys) - 1);
	keys[1000] = '\0';
	terminal_keys(terminal, keys);
	terminal_keys(terminal, "<Tab>y<Tab>end");
	terminal_wait_text(terminal, "Done       end");
	terminal_keys(terminal, "<Up><Up><Home>");
	for (int i = 0; i < 1000; i++)
		terminal_keys(terminal, "<Delete>");
	terminal_keys(terminal, "z");
	terminal_wait_row(terminal, 2, "About      z");
	terminal_wait_row(terminal, 3, "Yes");
}

static void a_pasted_newline_is_text(void **state)
{
	(void)state;
	terminal_keys(terminal, "<Tab><Tab>");
	terminal_paste(terminal, "one\ntwo");
	terminal_wait_text(terminal, "Done       one");
	terminal_wait_text(terminal, "           two");
	terminal_wait_cursor(terminal, 5, 12 + 3);
}

static void a_paste_that_would_move_the_cursor_moves_nothing(void **state)
{
	(void)state;
	terminal_paste(terminal, "a\033[2Jb");
	terminal_keys(terminal, "c");
	terminal_wait_row(terminal, 2, "About      a[2Jbc");
}

static void no_name_pushes_the_next_column(void **state)
{
	int col, first = -1;

	(void)state;
	terminal_wait_text(terminal, "|column");
	for (int row = 11; row < 19; row++) {
		const char *text = terminal_row(terminal, row);

		assert_non_null(strstr(text, "|column"));
	}
	assert_int_equal(terminal_find(terminal, "|column", &first), 11);
	assert_int_equal(first, 21);
	assert_int_equal(terminal_find(terminal, "陳美玲", &col), 12);
	assert_int_equal(col, 3);
	/* A mark without a letter joins no other column's cell. */
	assert_true(terminal_has(terminal, "\xef\xbf\xbdmark"));
}

static void the_selected_row_is_in_reverse(void **state)
{
	(void)state;
	terminal_wait_text(terminal, "›");
	assert_true(terminal_is_reverse(terminal, 11, 3));
	assert_false(terminal_is_reverse(terminal, 12, 3));
	assert_true(terminal_is_bold(terminal, 1, 6));
	assert_true(terminal_is_coloured(terminal, 1, 1));
}

static void without_colour_the_words_remain(void **state)
{
	static const char *const env[] = {"NO_COLOR=1", NULL};

	(void)state;
	restart(env, 80, 24);
	terminal_wait_text(terminal, "SAY");
	assert_false(terminal_is_coloured(terminal, 1, 1));
	assert_true(terminal_is_bold(terminal, 1, 1));
}

static void lines_can_be_ascii(void **state)
{
	static const char *const env[] = {"DEMO_ASCII=1", NULL};

	(void)state;
	terminal_wait_row(terminal, 10, " ── LIST 8 ──");
	terminal_wait_row(terminal, 10, "─ right ──");
	restart(env, 80, 24);
	terminal_wait_row(terminal, 10, " -- LIST 8 --");
	terminal_wait_row(terminal, 11, ">");
}

static void resizing_is_drawing_again(void **state)
{
	(void)state;
	terminal_keys(terminal, "kept");
	terminal_wait_text(terminal, "kept");
	terminal_resize(terminal, 100, 30);
	terminal_wait_text(terminal, "demo 100x28");
	terminal_wait_row(terminal, 29, " F1 Help");
	terminal_resize(terminal, 30, 8);
	terminal_wait_text(terminal, "too small");
	terminal_keys(terminal, "!");
	terminal_resize(terminal, 80, 24);
	terminal_wait_row(terminal, 2, "About      kept!");
}

static void the_cover_leaves_what_is_said(void **state)
{
	(void)state;
	terminal_keys(terminal, "secret");
	terminal_wait_text(terminal, "secret");
	terminal_keys(terminal, "<C-k>");
	terminal_wait_gone(terminal, "secret");
	assert_true(terminal_has(terminal, "“Good morning.”"));
	assert_false(terminal_has(terminal, "LIST"));
	terminal_keys(terminal, "x");
	terminal_wait_row(terminal, 2, "secret");
	assert_false(terminal_has(terminal, "secretx"));
}

static void help_finds_a_command_and_runs_it(void **state)
{
	(void)state;
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "transfer");
	terminal_wait_row(terminal, 2, "F7");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Please");
	terminal_wait_text(terminal, "SAY");
}

static void ctrl_g_is_help_too(void **state)
{
	(void)state;
	terminal_keys(terminal, "<C-g>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "What would you like to do?");
}

static void one_more_in_line_from_any_screen(void **state)
{
	(void)state;
	terminal_keys(terminal, "<F9><F6>");
	terminal_wait_text(terminal, "one more in line");
	assert_true(terminal_has(terminal, "Item given"));
}

static void a_key_that_does_nothing_here_says_so(void **state)
{
	(void)state;
	terminal_keys(terminal, "<F8>");
	terminal_wait_text(terminal, "not on this screen");
}

static void an_idle_desk_locks_itself(void **state)
{
	char path[128], env[160];
	const char *const added[] = {env, NULL};
	FILE *file;

	(void)state;
	place_path(&place, "later", path, sizeof(path));
	snprintf(env, sizeof(env), "DEMO_LATER=%s", path);
	restart(added, 80, 24);
	terminal_keys(terminal, "private");
	terminal_wait_text(terminal, "private");
	file = fopen(path, "w");
	assert_non_null(file);
	fclose(file);
	terminal_wait_text(terminal, "locked");
	assert_false(terminal_has(terminal, "private"));
	terminal_keys(terminal, "<F6><C-k><Enter>");
	terminal_wait_row(terminal, 2, "private");
}

static void lock_is_one_key(void **state)
{
	(void)state;
	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "locked");
}

static void expect_draft(const char *path, const char *text)
{
	char line[80] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	assert_non_null(fgets(line, sizeof(line), file));
	fclose(file);
	assert_string_equal(line, text);
}

static void open_with_draft(char *path, size_t size)
{
	char env[160];
	const char *const added[] = {env, NULL};

	place_path(&place, "draft", path, size);
	snprintf(env, sizeof(env), "DEMO_DRAFT=%s", path);
	restart(added, 80, 24);
}

static void a_lost_terminal_loses_no_text(void **state)
{
	char path[128];

	(void)state;
	open_with_draft(path, sizeof(path));
	terminal_keys(terminal, "the fence");
	terminal_wait_text(terminal, "the fence");
	terminal_hang_up(terminal);
	assert_int_equal(terminal_wait_exit(terminal), 0);
	expect_draft(path, "the fence");
}

static void asked_to_end_it_keeps_the_text_and_the_terminal(void **state)
{
	char path[128];

	(void)state;
	open_with_draft(path, sizeof(path));
	terminal_keys(terminal, "the gate");
	terminal_wait_text(terminal, "the gate");
	terminal_kill(terminal, SIGTERM);
	assert_int_equal(terminal_wait_exit(terminal), 0);
	assert_true(terminal_is_restored(terminal));
	expect_draft(path, "the gate");
}

static bool is_drafted(struct terminal *unused, const void *path)
{
	char line[80] = "";
	FILE *file = fopen(path, "r");

	(void)unused;
	if (!file)
		return false;
	if (!fgets(line, sizeof(line), file))
		line[0] = '\0';
	fclose(file);
	return strcmp(line, "the hedge") == 0;
}

static void a_draft_is_written_while_typing_goes_on(void **state)
{
	char path[128];

	(void)state;
	open_with_draft(path, sizeof(path));
	terminal_keys(terminal, "the hedge");
	terminal_wait(terminal, "the draft", is_drafted, path);
	terminal_kill(terminal, SIGKILL);
	assert_int_equal(terminal_wait_exit(terminal), 128 + SIGKILL);
	expect_draft(path, "the hedge");
}

static void a_bug_leaves_the_terminal_as_it_was(void **state)
{
	(void)state;
	terminal_keys(terminal, "<F1>void<Enter>");
	assert_int_equal(terminal_wait_exit(terminal), 128 + SIGABRT);
	assert_true(terminal_is_restored(terminal));
}

static void an_unknown_terminal_is_named(void **state)
{
	static const char *const env[] = {"TERM=nothing-like-it", NULL};
	const char *const argv[] = {program, "demo", NULL};

	(void)state;
	terminal_close(terminal);
	terminal = terminal_open(argv, env, 80, 24);
	assert_int_equal(terminal_wait_exit(terminal), 1);
	assert_true(terminal_has(terminal, "\"nothing-like-it\""));
}

static void a_terminal_that_only_prints_is_named_too(void **state)
{
	static const char *const env[] = {"TERM=dumb", NULL};
	const char *const argv[] = {program, "demo", NULL};

	(void)state;
	terminal_close(terminal);
	terminal = terminal_open(argv, env, 80, 24);
	assert_int_equal(terminal_wait_exit(terminal), 1);
	assert_true(terminal_has(terminal, "\"dumb\""));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, open_terminal, close_terminal)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    TEST(keys_become_text_in_the_field),
	    TEST(the_footer_is_drawn_as_on_paper),
	    TEST(alt_and_a_digit_is_the_f_key),
	    TEST(a_letter_that_is_no_choice_chooses_nothing),
	    TEST(escape_acts_at_once_and_alone),
	    TEST(what_was_refused_stays_to_be_put_right),
	    TEST(keys_typed_ahead_choose_in_the_list_they_open),
	    TEST(a_long_burst_loses_no_key),
	    TEST(a_pasted_newline_is_text),
	    TEST(a_paste_that_would_move_the_cursor_moves_nothing),
	    TEST(no_name_pushes_the_next_column),
	    TEST(the_selected_row_is_in_reverse),
	    TEST(without_colour_the_words_remain),
	    TEST(lines_can_be_ascii),
	    TEST(resizing_is_drawing_again),
	    TEST(the_cover_leaves_what_is_said),
	    TEST(help_finds_a_command_and_runs_it),
	    TEST(ctrl_g_is_help_too),
	    TEST(one_more_in_line_from_any_screen),
	    TEST(a_key_that_does_nothing_here_says_so),
	    TEST(an_idle_desk_locks_itself),
	    TEST(lock_is_one_key),
	    TEST(a_lost_terminal_loses_no_text),
	    TEST(asked_to_end_it_keeps_the_text_and_the_terminal),
	    TEST(a_draft_is_written_while_typing_goes_on),
	    TEST(a_bug_leaves_the_terminal_as_it_was),
	    TEST(an_unknown_terminal_is_named),
	    TEST(a_terminal_that_only_prints_is_named_too),
	};

	if (argc > 1 && strcmp(argv[1], "demo") == 0)
		return toolkit_demo();
	program = argv[0];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
