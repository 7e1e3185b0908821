/* The keys that each thing costs, counted by the harness: not one more. */
#include "desk_terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define VISITS "SELECT count(*) FROM visit WHERE state = 'served'"

static void a_topic_is_logged_as_an_unnamed_visit_with_4_keys(void **state)
{
	struct desk_terminal *desk = *state;
	int64_t before = desk_terminal_number(desk, VISITS);
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "gar");
	terminal_wait_text(terminal, "F9 Log Garage sale permit");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged: Garage sale permit");
	assert_int_equal(terminal_count_keys(terminal), 4);
	terminal_wait_cursor(terminal, 1, 15);
	assert_int_equal(desk_terminal_number(desk, VISITS), before + 1);
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM visit_person p "
				       "WHERE p.visit_id = (SELECT "
				       "max(visit_id) FROM visit)"),
	    0);
}

static void the_four_keys_work_in_one_burst(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "gar<F9>gar<F9>gar<F9>");
	terminal_wait_row(terminal, 1, "Who or what?");
	terminal_wait_text(terminal, "Logged: Garage sale permit");
	terminal_wait_gone(terminal, "new resident");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM visit v WHERE "
				       "v.state = 'served' AND v.ended_at = "
				       "1795472040000"),
	    3);
}

static void a_known_residents_visit_takes_11_keys(void **state)
{
	struct desk_terminal *desk = *state;
	int64_t before = desk_terminal_number(desk, VISITS);
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "Ms. Alvarez");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_keys(terminal, "do");
	terminal_wait_text(terminal, "Dog licence");
	terminal_keys(terminal, "<Enter><F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(terminal_count_keys(terminal), 11);
	assert_int_equal(desk_terminal_number(desk, VISITS), before + 1);
}

static void eleven_keys_typed_ahead_are_not_lost(void **state)
{
	struct desk_terminal *desk = *state;
	int64_t before = desk_terminal_number(desk, VISITS);
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter><F9>a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(desk_terminal_number(desk, VISITS), before + 1);
}

static void the_history_stands_after_5_keys(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "alva<Enter>");
	terminal_wait_text(terminal, "SO FAR");
	terminal_wait_text(terminal, "Where is the plan check?");
	assert_int_equal(terminal_count_keys(terminal), 5);
}

static void the_next_in_line_is_one_key(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_wait_text(terminal, "IN LINE 3");
	terminal_keys(terminal, "<F2>");
	terminal_wait_row(terminal, 0, "called");
	terminal_wait_text(terminal, "About      Dog licence");
	assert_int_equal(terminal_count_keys(terminal), 1);
}

static void one_more_in_line_is_one_key_on_every_screen(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_wait_text(terminal, "IN LINE 3");
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "IN LINE 4");
	assert_int_equal(terminal_count_keys(terminal), 1);
	terminal_keys(terminal, "alva<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "In line 5");
	terminal_keys(terminal, "<Esc><F10>");
	terminal_wait_gone(terminal, "Who or what?");
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "In line, from now");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "IN LINE 6");
}

static void a_hand_off_is_4_keys_and_the_one_thing_asked(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_count_keys(terminal);
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "F9 Send");
	assert_int_equal(terminal_count_keys(terminal), 2);
	terminal_keys(terminal, "call");
	assert_int_equal(terminal_count_keys(terminal), 4);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Offered to");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(terminal_count_keys(terminal), 2);
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM handoff WHERE "
				       "asked = 'call' AND state = 'offered'"),
	    1);
}

/* A printer that keeps what it was given, first in the PATH. */
static void make_printer(const struct desk_terminal *desk, char *out,
			 size_t size)
{
	char path[160], folder[128];
	FILE *script;

	place_path(&desk->place, "bin", folder, sizeof(folder));
	mkdir(folder, 0700);
	snprintf(path, sizeof(path), "%s/lp", folder);
	script = fopen(path, "w");
	assert_non_null(script);
	fprintf(script, "#!/bin/sh\ncat >\"%s/paper\"\n", desk->place.path);
	fclose(script);
	assert_int_equal(chmod(path, 0700), 0);
	snprintf(out, size, "PATH=%s:%s", folder, getenv("PATH"));
}

static bool is_printed(struct terminal *terminal, const void *path)
{
	struct stat status;

	(void)terminal;
	return stat(path, &status) == 0 && status.st_size > 1000;
}

static void the_day_is_printed_with_2_keys(void **state)
{
	struct desk_terminal *desk = *state;
	char path[4096], paper[128];
	const char *const env[] = {path, NULL};
	const char *const argv[] = {desk->program, "--demo", "--store",
				    desk->store, NULL};
	struct terminal *terminal;

	make_printer(desk, path, sizeof(path));
	place_path(&desk->place, "paper", paper, sizeof(paper));
	terminal = desk_terminal_start(desk, argv, env, 80, 24);
	terminal_wait_text(terminal, "Who or what?");
	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<C-p><Enter>");
	terminal_wait(terminal, "the paper", is_printed, paper);
	assert_int_equal(terminal_count_keys(terminal), 2);
}

static void the_lock_is_one_key_and_so_is_the_cover(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<C-k>");
	terminal_wait_gone(terminal, "Who or what?");
	assert_int_equal(terminal_count_keys(terminal), 1);
	terminal_keys(terminal, "<C-k>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_count_keys(terminal);
	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	assert_int_equal(terminal_count_keys(terminal), 1);
}

static void alt_and_a_digit_is_the_f_key(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "gar");
	terminal_wait_text(terminal, "F9 Log Garage sale permit");
	terminal_keys(terminal, "<M-9>");
	terminal_wait_text(terminal, "Logged: Garage sale permit");
	terminal_keys(terminal, "<M-6>");
	terminal_wait_text(terminal, "IN LINE 4");
	terminal_keys(terminal, "<M-1>");
	terminal_wait_gone(terminal, "IN LINE");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_topic_is_logged_as_an_unnamed_visit_with_4_keys),
	    DESK_TEST(the_four_keys_work_in_one_burst),
	    DESK_TEST(a_known_residents_visit_takes_11_keys),
	    DESK_TEST(eleven_keys_typed_ahead_are_not_lost),
	    DESK_TEST(the_history_stands_after_5_keys),
	    DESK_TEST(the_next_in_line_is_one_key),
	    DESK_TEST(one_more_in_line_is_one_key_on_every_screen),
	    DESK_TEST(a_hand_off_is_4_keys_and_the_one_thing_asked),
	    DESK_TEST(the_day_is_printed_with_2_keys),
	    DESK_TEST(the_lock_is_one_key_and_so_is_the_cover),
	    DESK_TEST(alt_and_a_digit_is_the_f_key),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
