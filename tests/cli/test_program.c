/*
 * test_program.c - the command line, run as a program on a store of its own;
 * everybody in it is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sys/stat.h>
#include <unistd.h>

#include "new_store.h"
#include "run.h"

static struct place place;

static int setup(void **state)
{
	(void)state;
	new_store_make(&place, FRONTDESK_FIXED);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

/* The reference at the begin of the first line that find prints. */
static void find_reference(const char *text, char out[16])
{
	struct run run;

	RUN(&run, "find", text);
	assert_int_equal(run.status, 0);
	assert_int_equal(sscanf(str_text(&run.out), "%15s", out), 1);
	run_release(&run);
}

static void add_elena(char reference[16])
{
	struct run run;

	RUN_WITH(&run, "title,given,surname\nMs.,Elena,Alvarez\n", "import",
		 "residents", "-");
	run_expect(&run, 0, "Added 1", "");
	find_reference("alvarez", reference);
}

static void the_help_names_every_command(void **state)
{
	static const char *const commands[] = {
	    "init",    "find",	     "show",   "log",	 "cue",
	    "summary", "import",     "export", "backup", "check",
	    "staff",   "department", "site",   "help"};
	struct run run;

	(void)state;
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		RUN(&run, "help", commands[i]);
		run_expect(&run, 0, commands[i], "");
	}
}

static void a_danger_is_said_when_it_is_logged_and_when_it_is_read(void **state)
{
	char visit[16], request[16];
	struct run run;

	(void)state;
	RUN(&run, "log", "--topic", "water-heater", "--answer", "Gas=yes");
	assert_int_equal(run.status, 0);
	assert_int_equal(
	    sscanf(str_text(&run.out), "%15s %15s", visit, request), 2);
	run_release(&run);
	RUN(&run, "log", "--topic", "water-heater", "--answer", "Gas=yes");
	run_expect(&run, 0, "R-", "DANGER: Leave the building");
	RUN(&run, "show", request);
	run_expect(&run, 0, "Do you smell gas? yes", "");
	RUN(&run, "show", visit);
	run_expect(&run, 0, "Water heater permit", "");
	RUN(&run, "show", visit);
	run_expect(&run, 0, "DANGER", "");
}

static void wrong_usage_ends_with_two(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "serve");
	run_expect(&run, 2, "", "frontdesk: there is no command \"serve\"");
	RUN(&run, "--colour", "find", "x");
	run_expect(&run, 2, "", "there is no option --colour");
	RUN(&run, "find");
	run_expect(&run, 2, "", "use it as: frontdesk find TEXT");
	RUN(&run, "find", "x", "--format");
	run_expect(&run, 2, "", "--format needs something after it");
	RUN(&run, "log", "--topic", "a", "--topic", "b");
	run_expect(&run, 2, "", "--topic is given twice");
	RUN(&run, "show", "alvarez");
	run_expect(&run, 2, "", "\"alvarez\" is no reference");
}

static void a_store_that_is_missing_says_how_to_make_one(void **state)
{
	char path[128];
	struct run run;

	(void)state;
	RUN(&run, "--store", place_path(&place, "no.db", path, sizeof(path)),
	    "find", "x");
	run_expect(&run, 1, "", "frontdesk init");
	RUN(&run, "--store", "postgresql://db/frontdesk", "find", "x");
	run_expect(&run, 1, "", "PostgreSQL");
}

static void a_store_is_not_made_twice(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "init", "--city", "Other");
	run_expect(&run, 1, "", "there is a store already");
}

static void init_without_a_terminal_names_what_is_missing(void **state)
{
	char path[128];
	struct run run;

	(void)state;
	RUN(&run, "--store", place_path(&place, "new.db", path, sizeof(path)),
	    "init", "--city", "Other", "--zone", "America/Los_Angeles");
	run_expect(&run, 2, "", "--site is missing");
	assert_int_equal(access(path, F_OK), -1);
	RUN_WITH(&run, "2468\n", "--store", path, "init", "--city", "Other",
		 "--zone", "Mars/Olympus", "--site", "A", "--window", "B",
		 "--supervisor", "C", "--login", "d", "--pin-file", "-");
	run_expect(&run, 2, "", "Mars/Olympus");
	assert_int_equal(access(path, F_OK), -1);
}

static void only_the_owner_can_read_the_store(void **state)
{
	char path[160];
	struct stat status;

	(void)state;
	place_path(&place, "data/frontdesk/frontdesk.db", path, sizeof(path));
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
}

static void a_logged_visit_is_found_and_shown(void **state)
{
	char elena[16], visit[16], request[16];
	struct run run;

	(void)state;
	add_elena(elena);
	RUN(&run, "log", "--topic", "fence-permit", "--resident", elena,
	    "--result", "answered", "--words", "Where is the plan check?",
	    "--number", "permit:BLD-26-0412", "--answer", "Height=6");
	assert_int_equal(run.status, 0);
	assert_int_equal(
	    sscanf(str_text(&run.out), "%15s %15s", visit, request), 2);
	run_release(&run);
	RUN(&run, "show", elena);
	run_expect(&run, 0, "Where is the plan check?", "");
	RUN(&run, "show", request);
	run_expect(&run, 0, "Fence permit", "");
	RUN(&run, "show", visit);
	run_expect(&run, 0, "permit             BLD-26-0412", "");
	RUN(&run, "find", "bld260412");
	run_expect(&run, 0, request, "");
	RUN(&run, "summary", "--format", "csv");
	run_expect(&run, 0, "visits,served,1", "");
	RUN(&run, "summary", "--format", "csv");
	run_expect(&run, 0, "visits,entered_later,0", "");
}

static void a_log_that_cannot_be_leaves_nothing(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "log", "--topic", "no-such-topic");
	run_expect(&run, 2, "", "there is no topic \"no-such-topic\"");
	RUN(&run, "log", "--topic", "fence-permit", "--result", "could_not");
	run_expect(&run, 2, "", "frontdesk: ");
	RUN(&run, "log", "--topic", "fence-permit", "--result", "handed_off");
	run_expect(&run, 2, "", "a hand-off needs somebody who receives it");
	RUN(&run, "log", "--topic", "fence-permit", "--answer", "Colour=red");
	run_expect(&run, 2, "", "answers none of the topic's questions");
	RUN(&run, "summary", "--format", "csv");
	run_expect(&run, 0, "visits,arrived,0", "");
}

static void nothing_found_ends_with_one(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "find", "zzyzx");
	run_expect(&run, 1, "", "nothing matches");
	RUN(&run, "find", "zzyzx", "--format", "json");
	assert_int_equal(run.out.len, 0);
	run_expect(&run, 1, "", "");
	RUN(&run, "show", "P-000-0000");
	run_expect(&run, 1, "", "there is no record P-000-0000");
}

static void find_as_json_is_a_line_a_row(void **state)
{
	char elena[16], expected[64];
	struct run run;

	(void)state;
	add_elena(elena);
	snprintf(expected, sizeof(expected),
		 "{\"kind\":\"resident\",\"reference\":\"%s\"", elena);
	RUN(&run, "find", "alv", "--format=json");
	run_expect(&run, 0, expected, "");
}

static void staff_are_added_and_taken_away(void **state)
{
	struct run run;

	(void)state;
	RUN_WITH(&run, "1357\n", "staff", "add", "--login", "kosei", "--name",
		 "K. Osei", "--role", "staff", "--department", "Planning",
		 "--pin-file", "-");
	run_expect(&run, 0, "", "");
	RUN(&run, "staff");
	run_expect(&run, 0, "K. Osei", "");
	RUN_WITH(&run, "12\n", "staff", "pin", "kosei", "--pin-file", "-");
	run_expect(&run, 2, "", "PIN");
	RUN(&run, "staff", "deactivate", "kosei");
	run_expect(&run, 0, "", "");
	RUN(&run, "staff", "deactivate", "kosei");
	run_expect(&run, 1, "", "nobody active has the login \"kosei\"");
	RUN(&run, "staff", "add", "--login", "x", "--name", "X", "--role",
	    "king");
	run_expect(&run, 2, "", "supervisor");
	RUN(&run, "staff", "window", "Window 1");
	run_expect(&run, 1, "", "there is a window of that name");
}

static void an_account_that_is_nobodys_may_do_nothing(void **state)
{
	char path[128];
	struct run run;

	(void)state;
	place_path(&place, "other.db", path, sizeof(path));
	RUN_WITH(&run, "2468\n", "--store", path, "init", "--city", "Other",
		 "--zone", "America/Los_Angeles", "--site", "A", "--window",
		 "B", "--supervisor", "C. Lee", "--login", "nobody-here",
		 "--pin-file", "-");
	run_expect(&run, 0, "", "");
	RUN(&run, "--store", path, "find", "x");
	run_expect(&run, 1, "", "frontdesk: ");
	RUN(&run, "--store", path, "--as", "nobody-here", "find", "x");
	run_expect(&run, 1, "", "--as is for a demo store");
	RUN_WITH(&run, "{\"at\":\"2026-03-10T09:05\",\"resident\":{}}\n",
		 "--store", path, "cue");
	run_expect(&run, 0, "Good morning.", "");
}

static void a_copy_is_a_whole_store(void **state)
{
	char path[128], elena[16];
	struct run run;

	(void)state;
	add_elena(elena);
	place_path(&place, "copy.db", path, sizeof(path));
	RUN(&run, "backup", path);
	run_expect(&run, 0, "copied into", "");
	RUN(&run, "--store", path, "find", "alvarez");
	run_expect(&run, 0, elena, "");
	RUN(&run, "--store", path, "check");
	run_expect(&run, 0, "whole", "");
	RUN(&run, "backup", path);
	run_expect(&run, 1, "", "frontdesk: ");
}

static void an_export_holds_everything_but_the_pins(void **state)
{
	char elena[16];
	struct run run;

	(void)state;
	add_elena(elena);
	RUN(&run, "export", "all");
	assert_null(strstr(str_text(&run.out), "argon2"));
	assert_non_null(strstr(str_text(&run.out), "\"record\":\"topic\""));
	run_expect(&run, 0, "\"surname\":\"Alvarez\"", "");
	RUN(&run, "export", "shoes");
	run_expect(&run, 2, "", "use it as");
}

static void residents_go_out_and_come_in_the_same(void **state)
{
	char elena[16];
	struct run first, second, run;

	(void)state;
	add_elena(elena);
	RUN(&first, "export", "residents");
	RUN_WITH(&run, str_text(&first.out), "import", "residents", "-");
	run_expect(&run, 0, "Added 0, changed 1", "");
	RUN(&second, "export", "residents");
	assert_string_equal(str_text(&first.out), str_text(&second.out));
	run_release(&first);
	run_release(&second);
}

static void topics_go_out_and_come_in_the_same(void **state)
{
	struct run first, second, run;

	(void)state;
	RUN(&first, "export", "topics");
	assert_non_null(strstr(str_text(&first.out), "fence-permit"));
	RUN_WITH(&run, str_text(&first.out), "import", "topics", "-");
	run_expect(&run, 0, "Added 0, changed", "");
	RUN(&second, "export", "topics");
	assert_string_equal(str_text(&first.out), str_text(&second.out));
	run_release(&first);
	run_release(&second);
}

static void the_demo_city_lies_in_a_file_of_its_own(void **state)
{
	char path[160];
	struct run run;

	(void)state;
	RUN(&run, "init", "--demo");
	run_expect(&run, 0, "/frontdesk/demo.db", "");
	assert_int_equal(access(place_path(&place, "data/frontdesk/demo.db",
					   path, sizeof(path)),
				F_OK),
			 0);
	RUN(&run, "init", "--demo");
	run_expect(&run, 1, "", "the demo city is there already");
	RUN(&run, "--demo", "find", "garcia");
	run_expect(&run, 0, "Garcia, Ms. Maria", "");
	RUN(&run, "find", "garcia");
	run_expect(&run, 1, "", "nothing matches");
	/* Its clerk may not import, and asking for another needs no PIN. */
	RUN_WITH(&run, "surname\nEk\n", "--demo", "import", "residents", "-");
	run_expect(&run, 1, "", "supervisor");
	RUN(&run, "--demo", "--as", "nobody-here", "find", "garcia");
	run_expect(&run, 1, "", "frontdesk: ");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_help_names_every_command),
	    TEST(a_danger_is_said_when_it_is_logged_and_when_it_is_read),
	    TEST(wrong_usage_ends_with_two),
	    TEST(a_store_that_is_missing_says_how_to_make_one),
	    TEST(a_store_is_not_made_twice),
	    TEST(init_without_a_terminal_names_what_is_missing),
	    TEST(only_the_owner_can_read_the_store),
	    TEST(a_logged_visit_is_found_and_shown),
	    TEST(a_log_that_cannot_be_leaves_nothing),
	    TEST(nothing_found_ends_with_one),
	    TEST(find_as_json_is_a_line_a_row),
	    TEST(staff_are_added_and_taken_away),
	    TEST(an_account_that_is_nobodys_may_do_nothing),
	    TEST(a_copy_is_a_whole_store),
	    TEST(an_export_holds_everything_but_the_pins),
	    TEST(residents_go_out_and_come_in_the_same),
	    TEST(topics_go_out_and_come_in_the_same),
	    TEST(the_demo_city_lies_in_a_file_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
