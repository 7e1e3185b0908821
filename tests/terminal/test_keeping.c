/* Nothing typed is lost, and nothing that is typed can garble the screen. */
#include "desk_terminal.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct terminal *type_a_visit(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Tab><Tab>The gate was open");
	terminal_wait_text(terminal, "The gate was open");
	return terminal;
}

static void what_was_typed_is_back_after_a_kill(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = type_a_visit(desk);

	desk_terminal_wait_draft(desk, terminal, NULL);
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_start(
	    desk,
	    (const char *const[]){desk->program, "--demo", "--store",
				  desk->store, NULL},
	    NULL, 80, 24);
	terminal_wait_text(terminal, "this is what was");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_text(terminal, "The gate was open");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
}

static struct terminal *start_again(struct desk_terminal *desk,
				    struct terminal *terminal)
{
	const char *const argv[] = {desk->program, "--demo", "--store",
				    desk->store, NULL};

	desk_terminal_wait_draft(desk, terminal, NULL);
	desk_terminal_end(desk, terminal);
	return desk_terminal_start(desk, argv, NULL, 80, 24);
}

static void a_kill_does_not_forget_which_request_it_is_about(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>fe<Enter>");
	terminal_wait_text(terminal, "4th contact");
	terminal = start_again(desk, terminal);
	terminal_wait_text(terminal, "this is what was");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM request WHERE "
				       "received_at = 1795472040000"),
	    0);
}

static void a_kill_loses_none_of_two_requests(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = type_a_visit(desk);

	terminal_keys(terminal, "<F1>another");
	terminal_wait_text(terminal, "Another request");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "request 2 of 2");
	terminal_keys(terminal, "graff<Enter>");
	terminal_wait_text(terminal, "Graffiti removal");
	terminal = start_again(desk, terminal);
	terminal_wait_text(terminal, "request 2 of 2");
	terminal_wait_text(terminal, "Graffiti removal");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM contact WHERE "
				       "words = 'The gate was open'"),
	    1);
}

static void the_last_thing_is_taken_back_and_nothing_else(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "gar<F9>");
	terminal_wait_text(terminal, "Logged: Garage");
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "IN LINE 4");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "IN LINE 3");
	terminal_keys(terminal, "<Enter>gar<Enter>");
	terminal_wait_text(terminal, "Garage sale permit");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Put aside with everything typed");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	terminal_wait_text(terminal, "Garage sale permit");
}

/* Killed at once behind the key: what was resumed is in no draft yet. */
static void a_visit_resumed_at_the_last_moment_is_there_again(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "<Enter>gar<Enter>");
	terminal_wait_text(terminal, "Garage sale permit");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Put aside with everything typed");
	terminal_keys(terminal, "<F3>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "This visit was still open.");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	terminal_wait_text(terminal, "Garage sale permit");
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "Put aside with everything");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open(desk);
	assert_false(terminal_has(terminal, "still open"));
}

static void a_search_that_is_back_is_as_if_it_was_typed(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva");
	terminal_wait_text(terminal, "Good afternoon, Ms. Alvarez");
	desk_terminal_wait_draft(desk, terminal, "alva");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "Good afternoon, Ms. Alvarez");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
}

static void nothing_is_passed_on_about_nothing(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	static const char *const keys[] = {"<F5>", "<F7>", "<F8>", "<F9>"};

	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "not begun");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		terminal_keys(terminal, keys[i]);
		terminal_wait_text(terminal, "Say first what it is about.");
		terminal_keys(terminal, "<Down>");
		terminal_wait_gone(terminal, "Say first what it is about.");
	}
	terminal_wait_row(terminal, 0, "not begun");
}

static void what_was_typed_is_back_after_a_dropped_line(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = type_a_visit(desk);

	terminal_hang_up(terminal);
	terminal_wait_exit(terminal);
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_start(
	    desk,
	    (const char *const[]){desk->program, "--demo", "--store",
				  desk->store, NULL},
	    NULL, 80, 24);
	terminal_wait_text(terminal, "The gate was open");
}

static void behind_a_form_that_came_back_the_desk_is_whole(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "zita quill<Enter>");
	terminal_wait_text(terminal, "New resident");
	terminal_keys(terminal, "Zita");
	desk_terminal_wait_draft(desk, terminal, NULL);
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "this is what was typed");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "IN LINE 3");
	terminal_wait_text(terminal, "Put aside 1");
}

static void what_one_person_typed_is_for_that_person_alone(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = type_a_visit(desk);

	desk_terminal_sign_in(terminal, "B. Chen");
	assert_false(terminal_has(terminal, "this is what was"));
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "IN LINE 4");
	assert_false(terminal_has(terminal, "gate"));
	/* Whoever typed it has it at another window. */
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "this is what was");
	terminal_wait_text(terminal, "The gate was open");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
}

static void whoever_changes_the_window_takes_the_visit_along(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = type_a_visit(desk);

	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "<Tab><C-u>Window 1<F9>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_text(terminal, "The gate was open");
	assert_false(terminal_has(terminal, "has this visit"));
	assert_int_equal(
	    desk_terminal_number(
		desk, "SELECT count(*) FROM visit v JOIN counter_window w ON "
		      "w.counter_window_id = v.counter_window_id WHERE "
		      "v.state = 'serving' AND w.label = 'Window 1' AND "
		      "v.arrived_at = 1795472040000"),
	    1);
}

static void a_second_window_takes_nothing_from_the_first(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *first = type_a_visit(desk), *second;

	desk_terminal_wait_draft(desk, first, NULL);
	second = desk_terminal_open(desk);
	assert_false(terminal_has(second, "this is what was"));
	terminal_keys(second, "quarz");
	terminal_wait_text(second, "+ new resident");
	desk_terminal_end(desk, second);
	terminal_wait_text(first, "The gate was open");
	desk_terminal_end(desk, first);
	/* Both were killed: whoever comes next has both. */
	second = desk_terminal_open_again(desk);
	terminal_wait_text(second, "The gate was open");
}

static void what_was_finished_is_not_brought_back(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = type_a_visit(desk);

	desk_terminal_wait_draft(desk, terminal, NULL);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_false(desk_terminal_has_draft(desk, NULL));
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open(desk);
	assert_false(terminal_has(terminal, "this is what was"));
}

static void a_question_left_with_esc_keeps_its_words(void **state)
{
	struct terminal *terminal = type_a_visit(*state);

	terminal_keys(terminal, "<F5>o");
	terminal_wait_text(terminal, "Reason");
	terminal_keys(terminal, "looking for the map<Esc>");
	terminal_wait_gone(terminal, "Reason");
	terminal_keys(terminal, "<F5>o");
	terminal_wait_text(terminal, "^Z brings back");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "looking for the map");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "ON HOLD");
}

static void words_about_one_visit_are_not_offered_for_another(void **state)
{
	struct terminal *terminal = type_a_visit(*state);

	terminal_keys(terminal, "<F5>o");
	terminal_wait_text(terminal, "Reason");
	terminal_keys(terminal, "looking for the map<Esc>");
	terminal_wait_gone(terminal, "Reason");
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "Put aside with everything");
	terminal_keys(terminal, "abern<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F5>o");
	terminal_wait_text(terminal, "Reason");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "There is nothing to bring back.");
	assert_false(terminal_has(terminal, "the map"));
}

static struct terminal *start_again_with(struct desk_terminal *desk,
					 struct terminal *terminal,
					 const char *text)
{
	desk_terminal_wait_draft(desk, terminal, text);
	desk_terminal_end(desk, terminal);
	return desk_terminal_open_again(desk);
}

static void a_promise_that_is_back_has_its_owner_and_telephone(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F8>Call about the dog<Enter>fri<F4>osei");
	terminal_wait_text(terminal, "K. Osei");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "By whom     K. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Ask for a telephone number first");
	terminal_keys(terminal, "951-555-0147");
	terminal = start_again_with(desk, terminal, "951-555-0147");
	terminal_wait_text(terminal, "Call about the dog");
	terminal_wait_text(terminal, "951-555-0147");
	terminal_wait_text(terminal, "By whom     K. Osei");
	/* A search begins with every name. */
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "Who will do it?");
	terminal_wait_text(terminal, "B. Chen");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "B. Chen");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Promised, and on the desk");
	assert_int_equal(
	    desk_terminal_number(
		desk, "SELECT count(*) FROM promise p JOIN staff s ON "
		      "s.staff_id = p.owner_staff_id JOIN request r USING "
		      "(request_id) WHERE p.what = 'Call about the dog' AND "
		      "s.name = 'K. Osei' AND r.contact_text = "
		      "'951-555-0147'"),
	    1);
}

static void a_visit_that_cannot_be_read_is_kept_for_the_next_start(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = type_a_visit(desk);

	desk_terminal_wait_draft(desk, terminal, "The gate was open");
	desk_terminal_end(desk, terminal);
	desk_terminal_number(desk, "ALTER TABLE visit_person RENAME COLUMN "
				   "part_note TO part_noted");
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "Who or what?");
	desk_terminal_end(desk, terminal);
	desk_terminal_number(desk, "ALTER TABLE visit_person RENAME COLUMN "
				   "part_noted TO part_note");
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "The gate was open");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
}

static void drafts_of_long_ago_do_not_pile_up(void **state)
{
	struct desk_terminal *desk = *state;
	char old[200], young[200];
	const struct timespec times[2] = {{.tv_sec = time(NULL) - 15 * 86400},
					  {.tv_sec = time(NULL) - 15 * 86400}};

	desk_terminal_end(desk, desk_terminal_open(desk));
	place_path(&desk->place, "state/frontdesk/drafts/store-1-0.json", old,
		   sizeof(old));
	place_path(&desk->place, "state/frontdesk/drafts/store-1-1.json", young,
		   sizeof(young));
	fclose(fopen(old, "w"));
	fclose(fopen(young, "w"));
	assert_int_equal(utimensat(AT_FDCWD, old, times, 0), 0);
	desk_terminal_end(desk, desk_terminal_open(desk));
	assert_int_not_equal(access(old, F_OK), 0);
	assert_int_equal(access(young, F_OK), 0);
	unlink(young);
}

static void what_was_typed_stands_through_every_size(void **state)
{
	struct terminal *terminal = type_a_visit(*state);
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
	struct terminal *terminal = type_a_visit(*state);

	terminal_paste(terminal, "\nand the dog\nran");
	terminal_wait_text(terminal, "ran");
	terminal_wait_text(terminal, "The gate was open");
	terminal_wait_row(terminal, 0, "together");
}

static void what_is_hidden_in_a_paste_is_left_out(void **state)
{
	struct terminal *terminal = type_a_visit(*state);

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
	struct terminal *terminal = type_a_visit(*state);

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
	struct terminal *terminal = type_a_visit(*state);

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

static void the_lock_hides_everything_and_keeps_what_is_below(void **state)
{
	struct terminal *terminal = type_a_visit(*state);

	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	assert_false(terminal_has(terminal, "Alvarez"));
	assert_false(terminal_has(terminal, "gate"));
	terminal_keys(terminal, "<F9>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_text(terminal, "The gate was open");
}

static void the_desk_locks_by_itself(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	desk_terminal_pass(desk, 4 * INT64_C(60000));
	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "Ms. Alvarez");
	desk_terminal_pass(desk, 5 * INT64_C(60000) + 1);
	terminal_wait_text(terminal, "Locked");
	assert_false(terminal_has(terminal, "Alvarez"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(what_was_typed_is_back_after_a_kill),
	    DESK_TEST(a_kill_does_not_forget_which_request_it_is_about),
	    DESK_TEST(a_kill_loses_none_of_two_requests),
	    DESK_TEST(the_last_thing_is_taken_back_and_nothing_else),
	    DESK_TEST(a_visit_resumed_at_the_last_moment_is_there_again),
	    DESK_TEST(a_search_that_is_back_is_as_if_it_was_typed),
	    DESK_TEST(nothing_is_passed_on_about_nothing),
	    DESK_TEST(what_was_typed_is_back_after_a_dropped_line),
	    DESK_TEST(behind_a_form_that_came_back_the_desk_is_whole),
	    DESK_TEST(what_one_person_typed_is_for_that_person_alone),
	    DESK_TEST(whoever_changes_the_window_takes_the_visit_along),
	    DESK_TEST(a_second_window_takes_nothing_from_the_first),
	    DESK_TEST(what_was_finished_is_not_brought_back),
	    DESK_TEST(a_question_left_with_esc_keeps_its_words),
	    DESK_TEST(words_about_one_visit_are_not_offered_for_another),
	    DESK_TEST(a_promise_that_is_back_has_its_owner_and_telephone),
	    DESK_TEST(a_visit_that_cannot_be_read_is_kept_for_the_next_start),
	    DESK_TEST(drafts_of_long_ago_do_not_pile_up),
	    DESK_TEST(hostile_pastes_neither_garble_nor_act),
	    DESK_TEST(a_megabyte_gives_its_beginning_and_hangs_nothing),
	    DESK_TEST(what_was_typed_stands_through_every_size),
	    DESK_TEST(a_pasted_line_end_is_text_and_not_a_key),
	    DESK_TEST(what_is_hidden_in_a_paste_is_left_out),
	    DESK_TEST(bytes_that_are_no_text_never_stop_the_desk),
	    DESK_TEST(wide_and_combining_names_push_no_column),
	    DESK_TEST(every_key_everywhere_leaves_the_desk_standing),
	    DESK_TEST(the_lock_hides_everything_and_keeps_what_is_below),
	    DESK_TEST(the_desk_locks_by_itself),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
