/*
 * frontdesk summary --format csv into a folder, run as a program on the demo
 * city: a file a table, whole or not at all. Everybody in it is invented.
 */
#include <stdio.h>
#include <string.h>

#include <dirent.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/aside.h"
#include "cli/output.h"
#include "demo_city.h"
#include "named_tests.h"
#include "printed.h"
#include "run.h"

#define FRIDAY "2026-11-20"
#define TABLES 25
#define SUMMARY(run, ...)                                                      \
	RUN(run, "--demo", "--as", "sjohnson", "summary", "--day", FRIDAY,     \
	    "--format", "csv", __VA_ARGS__)

static struct place place;

static int setup(void **state)
{
	(void)state;
	demo_city_open(&place, FRONTDESK_FIXED);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

/* Hidden ones too. */
static size_t count_files(const char *folder)
{
	DIR *entries = opendir(folder);
	const struct dirent *entry;
	size_t count = 0;

	assert_non_null(entries);
	while ((entry = readdir(entries)) != NULL)
		count += strcmp(entry->d_name, ".") != 0 &&
			 strcmp(entry->d_name, "..") != 0;
	closedir(entries);
	return count;
}

static void read_in(const char *folder, const char *name, struct str *out)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	str_clear(out);
	named_tests_add_file(path, out);
}

static void each_table_is_a_file_of_its_own(void **state)
{
	struct str file = STR_INIT;
	struct run run, one;
	char folder[128], slashed[136];

	(void)state;
	place_path(&place, "day", folder, sizeof(folder));
	snprintf(slashed, sizeof(slashed), "%s/", folder);
	SUMMARY(&run, "--output", slashed); /* it makes the folder */
	str_addf(&file, "%d tables in %s\n", TABLES, slashed);
	assert_string_equal(str_text(&run.out), str_text(&file));
	str_clear(&file);
	run_expect(&run, 0, "", "");
	assert_int_equal(count_files(folder), TABLES);
	RUN(&one, "--demo", "summary", "--day", FRIDAY, "--format", "csv");
	read_in(folder, "figures.csv", &file);
	assert_string_equal(str_text(&file), str_text(&one.out));
	run_release(&one);
	read_in(folder, "visits.csv", &file);
	assert_ptr_equal(strstr(str_text(&file), "site,from,to,channel,arrived,"
						 "served,left,open,"),
			 str_text(&file));
	printed_has(&file, "\r\nCity Hall," FRIDAY "," FRIDAY ",walk_in,");
	read_in(folder, "hours.csv", &file);
	printed_has(&file, "," FRIDAY ",23,0\r\n");
	read_in(folder, "not_acknowledged.csv", &file);
	printed_has_not(&file, "who");
	str_release(&file);
}

static void a_folder_that_is_there_gets_them_anew(void **state)
{
	struct str file = STR_INIT;
	struct run run;
	char folder[128];

	(void)state;
	place_path(&place, "again", folder, sizeof(folder));
	assert_int_equal(mkdir(folder, 0700), 0);
	for (int i = 0; i < 2; i++) {
		SUMMARY(&run, "--names", "--output", folder);
		run_expect(&run, 0, "", "");
		assert_int_equal(count_files(folder), TABLES);
	}
	read_in(folder, "not_acknowledged.csv", &file);
	printed_has(&file, ",acknowledged_on,who\r\n");
	str_release(&file);
}

static void corrections_are_one_table(void **state)
{
	struct str file = STR_INIT;
	struct run run;
	char folder[128];

	(void)state;
	place_path(&place, "corrections", folder, sizeof(folder));
	assert_int_equal(mkdir(folder, 0700), 0);
	SUMMARY(&run, "--corrections", "--output", folder);
	run_expect(&run, 0, "1 table in ", "");
	assert_int_equal(count_files(folder), 1);
	read_in(folder, "corrections.csv", &file);
	assert_string_equal(str_text(&file), "day,kind,figure,part,was,is\r\n");
	str_release(&file);
}

/* The place of the last but one is taken by a folder: nothing is put there. */
static void a_folder_stays_as_it_was_where_one_cannot_be_written(void **state)
{
	char folder[128], taken[160];
	struct run run;

	(void)state;
	place_path(&place, "taken", folder, sizeof(folder));
	snprintf(taken, sizeof(taken), "%s/compared.csv", folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	assert_int_equal(mkdir(taken, 0700), 0);
	SUMMARY(&run, "--output", folder);
	printed_has(&run.complaints, "compared.csv: Is a directory; choose");
	run_expect_refused(&run, 1);
	assert_int_equal(count_files(folder), 1);
}

/* Another run, as far as it came when it is killed; it ends with the test. */
static pid_t begin_aside(const char *folder, int ends[2])
{
	pid_t other = fork();
	struct error err = {0};
	struct aside aside;
	char path[256], byte;

	assert_true(other >= 0);
	if (other != 0)
		return other;
	close(ends[0]);
	if (!aside_open(folder, &aside, &err))
		_exit(1);
	snprintf(path, sizeof(path), "%s/visits.csv", str_text(&aside.path));
	if (!output_write_file(path, &aside.path, &err) ||
	    write(ends[1], "", 1) != 1)
		_exit(1);
	_exit(read(ends[1], &byte, 1) == 0 ? 0 : 1);
}

static void what_a_killed_run_left_is_taken_away_by_the_next(void **state)
{
	char folder[128], mine[160], left[192], byte;
	struct run run;
	pid_t other;
	int ends[2];

	(void)state;
	place_path(&place, "killed", folder, sizeof(folder));
	snprintf(mine, sizeof(mine), "%s/.frontdesk-notes", folder);
	snprintf(left, sizeof(left), "%s/.frontdesk-AbCdEf", folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	assert_int_equal(mkdir(mine, 0700), 0);
	assert_int_equal(mkdir(left, 0700), 0);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	other = begin_aside(folder, ends);
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1), 1);
	/* The empty one was nobody's; the new one is of one who lives. */
	assert_int_equal(count_files(folder), 2);
	SUMMARY(&run, "--output", folder);
	run_expect(&run, 0, "", "");
	assert_int_equal(count_files(folder), TABLES + 2);
	assert_int_equal(kill(other, SIGKILL), 0);
	assert_int_equal(waitpid(other, NULL, 0), other);
	close(ends[0]);
	assert_int_equal(count_files(folder), TABLES + 2);
	SUMMARY(&run, "--output", folder);
	run_expect(&run, 0, "", "");
	assert_int_equal(count_files(folder), TABLES + 1);
	assert_int_equal(access(mine, F_OK), 0);
}

static void a_folder_that_cannot_be_written_is_named(void **state)
{
	struct run run;

	(void)state;
	SUMMARY(&run, "--output", "/proc/");
	printed_has(&run.complaints, "cannot write /proc/: ");
	run_expect_refused(&run, 1);
	SUMMARY(&run, "--output", "/nowhere/at/all/");
	printed_has(&run.complaints, "cannot write /nowhere/at/all/: No such");
	run_expect_refused(&run, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_table_is_a_file_of_its_own),
	    cmocka_unit_test(a_folder_that_is_there_gets_them_anew),
	    cmocka_unit_test(corrections_are_one_table),
	    cmocka_unit_test(
		a_folder_stays_as_it_was_where_one_cannot_be_written),
	    cmocka_unit_test(what_a_killed_run_left_is_taken_away_by_the_next),
	    cmocka_unit_test(a_folder_that_cannot_be_written_is_named),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
