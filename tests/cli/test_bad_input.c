/*
 * test_bad_input.c - what is too long, cut short, not there or no such thing:
 * one sentence each, and nothing kept halfway; everybody in it is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "new_store.h"
#include "run.h"

static struct place place;

static int make(void **state)
{
	(void)state;
	new_store_make(&place, FRONTDESK_FIXED);
	new_store_keep(&place);
	return 0;
}

static int remove_all(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static int setup(void **state)
{
	(void)state;
	new_store_renew(&place);
	return 0;
}

static void a_field_over_its_limit_says_the_limit(void **state)
{
	char words[2002];
	struct run run;

	(void)state;
	memset(words, 'a', sizeof(words));
	words[2001] = '\0';
	RUN(&run, "log", "--topic", "garage-sale", "--words", words);
	run_expect(&run, 2, "", "too long: 2001 characters, at most 2000");
	words[2000] = '\0';
	RUN(&run, "log", "--topic", "garage-sale", "--words", words);
	run_expect(&run, 0, "R-", "");
}

static void what_does_not_exist_is_said_in_words(void **state)
{
	char visit[16], request[16];
	struct run run;

	(void)state;
	RUN(&run, "summary", "--day", "2026-02-30");
	run_expect(&run, 2, "", "the day 2026-02-30 does not exist");
	RUN(&run, "log", "--topic", "no-such-topic");
	run_expect(&run, 2, "", "there is no topic \"no-such-topic\"");
	RUN(&run, "log", "--topic", "garage-sale");
	assert_int_equal(
	    sscanf(str_text(&run.out), "%15s %15s", visit, request), 2);
	run_release(&run);
	request[9] = request[9] == '7' ? '8' : '7';
	RUN(&run, "show", request);
	run_expect(&run, 2, "", "no reference is written like this");
}

static void what_is_no_text_or_has_no_kind_is_refused_at_input(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "find", "\xff\xfe");
	run_expect_refused(&run, 2);
	RUN(&run, "log", "--topic", "fence-permit", "--number", "BLD-26-0412");
	run_expect(&run, 2, "", "write permit:, account:, licence: or other:");
	RUN(&run, "log", "--topic", "fence-permit", "--number", "licens:7");
	run_expect_refused(&run, 2);
	RUN(&run, "--demo", "--as", "mtaylor");
	run_expect(&run, 2, "", "--as goes with a command");
}

static void every_bad_row_is_named_and_nothing_is_imported(void **state)
{
	struct run run;

	(void)state;
	RUN_WITH(&run,
		 "date,begin,end,topic,result\n"
		 "2026-11-20,9:00,9:10,garage-sale,answered\n"
		 "2026-02-30,9:00,9:10,garage-sale,answered\n"
		 "2026-11-20,9:00\n"
		 "2026-11-20,9:00,9:10,nonsense,answered\n"
		 "2026-11-20,9:10,9:00,garage-sale,answered\n",
		 "import", "visits", "-");
	assert_non_null(strstr(str_text(&run.complaints),
			       "line 3, date: the day 2026-02-30 does not"));
	assert_non_null(
	    strstr(str_text(&run.complaints), "line 4: this row has 2 fields"));
	assert_non_null(strstr(str_text(&run.complaints),
			       "line 5, topic: there is no topic"));
	assert_non_null(
	    strstr(str_text(&run.complaints), "line 6, end: The end must"));
	run_expect(&run, 1, "", "nothing was imported");
	RUN(&run, "summary", "--day", "2026-11-20", "--format", "csv");
	run_expect(&run, 0, "visits,arrived,0", "");
	RUN_WITH(&run, "begin,end\n9:00,9:10\n", "import", "visits", "-");
	run_expect(&run, 1, "", "the column \"date\" is missing");
}

static void a_file_that_is_no_csv_is_refused(void **state)
{
	struct str file = STR_INIT;
	char path[128];
	FILE *out;
	struct run run;

	(void)state;
	RUN_WITH(&run, "", "import", "residents", "-");
	run_expect(&run, 1, "", "the file is empty");
	RUN(&run, "import", "residents", place.path);
	run_expect(&run, 1, "", "Is a directory");
	RUN(&run, "import", "residents", FRONTDESK_FIXED);
	run_expect_refused(&run, 1);
	RUN_WITH(&run, "surname\n\"never closed\n", "import", "residents", "-");
	run_expect(&run, 1, "", "line 2: the quotation marks");
	str_add(&file, "surname\n");
	for (size_t i = 0; i < 1024 * 1024; i++)
		str_add(&file, "aaaaaaaaaaaaaaaaaaaa");
	place_path(&place, "long.csv", path, sizeof(path));
	out = fopen(path, "w");
	assert_non_null(out);
	assert_int_equal(fwrite(file.text, 1, file.len, out), file.len);
	fclose(out);
	RUN(&run, "import", "residents", path);
	run_expect(&run, 1, "", "line 2: a field is larger than 64 KiB");
	str_release(&file);
}

static void settings_that_mean_nothing_name_their_line(void **state)
{
	char path[160];
	struct run run;
	FILE *file;

	(void)state;
	place_path(&place, "config/frontdesk", path, sizeof(path));
	assert_int_equal(mkdir(path, 0700), 0);
	place_path(&place, "config/frontdesk/frontdesk.conf", path,
		   sizeof(path));
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("[desk]\nlock\x1b[2J = 3\n", file);
	fclose(file);
	RUN(&run, "staff");
	unlink(path);
	run_expect(&run, 2, "", "frontdesk.conf, line 2: there is no setting");
}

/* A script must not take what was cut off for the whole. */
static void an_output_that_is_full_is_no_success(void **state)
{
	static const char *const commands[] = {"help", "staff", "find garage",
					       "export all", "summary"};
	char line[256];

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(commands); i++) {
		const char *argv[] = {"/bin/sh", "-c", line, NULL};
		struct run run;

		snprintf(line, sizeof(line), "'%s' %s >/dev/full",
			 FRONTDESK_FIXED, commands[i]);
		run_program(argv, NULL, &run);
		run_expect(&run, 1, "", "cannot write");
	}
}

static void a_closed_output_does_not_print_into_a_file(void **state)
{
	const char *const argv[] = {
	    "/bin/sh", "-c", "exec '" FRONTDESK_FIXED "' staff >&- 2>&-", NULL};
	char path[160], line[512];
	struct run run;
	FILE *log;

	(void)state;
	run_program(argv, NULL, &run);
	assert_int_equal(run.status, 0);
	run_release(&run);
	place_path(&place, "state/frontdesk/log", path, sizeof(path));
	log = fopen(path, "r");
	while (log != NULL && fgets(line, sizeof(line), log) != NULL)
		assert_null(strstr(line, "M. Hale"));
	if (log != NULL)
		fclose(log);
	RUN(&run, "check");
	run_expect(&run, 0, "whole", "");
}

static void without_a_home_there_are_words_and_work(void **state)
{
	char *data = mem_copy(getenv("XDG_DATA_HOME"));
	char *log = mem_copy(getenv("XDG_STATE_HOME"));
	struct run work, nowhere, elsewhere, desk;
	char store[128];

	(void)state;
	place_path(&place, "data/frontdesk/frontdesk.db", store, sizeof(store));
	setenv("XDG_STATE_HOME", "/proc/nowhere", 1);
	RUN(&work, "staff");
	/* What is typed would not be safe: the screens stay away. */
	RUN(&desk, "--store", store);
	setenv("XDG_DATA_HOME", "/proc/nowhere", 1);
	RUN(&nowhere, "staff");
	RUN(&elsewhere, "--store", store, "staff");
	setenv("XDG_DATA_HOME", data, 1);
	setenv("XDG_STATE_HOME", log, 1);
	free(data);
	free(log);
	run_expect(&work, 0, "M. Hale", "");
	run_expect(&desk, 1, "", "set XDG_STATE_HOME to a folder");
	run_expect(&nowhere, 1, "", "make the folder /proc/nowhere/frontdesk");
	run_expect(&elsewhere, 0, "M. Hale", "");
}

static void without_a_terminal_the_desk_says_so(void **state)
{
	struct run run;

	(void)state;
	RUN_WITH(&run, "alva\n", "--demo");
	run_expect_refused(&run, 1);
}

#define TEST(name) cmocka_unit_test_setup(name, setup)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_field_over_its_limit_says_the_limit),
	    TEST(what_does_not_exist_is_said_in_words),
	    TEST(what_is_no_text_or_has_no_kind_is_refused_at_input),
	    TEST(every_bad_row_is_named_and_nothing_is_imported),
	    TEST(a_file_that_is_no_csv_is_refused),
	    TEST(settings_that_mean_nothing_name_their_line),
	    TEST(an_output_that_is_full_is_no_success),
	    TEST(a_closed_output_does_not_print_into_a_file),
	    TEST(without_a_home_there_are_words_and_work),
	    TEST(without_a_terminal_the_desk_says_so),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
