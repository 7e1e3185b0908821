/*
 * test_log.c - what the program did, without what people said
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/log.h"
#include "frontdesk/base/str.h"

struct place {
	char dir[40];
	char path[60];
	char moved[60];
};

static int set_up(void **state)
{
	static struct place place;

	strcpy(place.dir, "/tmp/frontdesk-log-XXXXXX");
	if (mkdtemp(place.dir) == NULL)
		return -1;
	snprintf(place.path, sizeof(place.path), "%s/log", place.dir);
	snprintf(place.moved, sizeof(place.moved), "%s/log.1", place.dir);
	*state = &place;
	return 0;
}

static int tear_down(void **state)
{
	struct place *place = *state;

	log_close();
	unlink(place->path);
	unlink(place->moved);
	return rmdir(place->dir);
}

static void read_log(const struct place *place, char *out, size_t size)
{
	FILE *file = fopen(place->path, "r");

	assert_non_null(file);
	out[fread(out, 1, size - 1, file)] = '\0';
	fclose(file);
}

static void a_line_has_its_time_level_and_text(void **state)
{
	struct place *place = *state;
	char text[200];
	struct stat there;

	log_info("before it is open: nowhere");
	log_open(place->path);
	log_info("store opened, version %d", 4);
	read_log(place, text, sizeof(text));
	assert_int_equal(text[10], 'T');
	assert_string_equal(text + 19, "Z info store opened, version 4\n");
	assert_int_equal(stat(place->path, &there), 0);
	assert_int_equal(there.st_mode & 0777, 0600);
}

static void a_problem_gives_its_detail_and_not_its_words(void **state)
{
	struct place *place = *state;
	struct error err;
	char text[400];

	log_open(place->path);
	error_set(&err, ERROR_FULL, "surname", "cannot save Alvarez");
	error_detail(&err, "SQLITE_FULL (13)");
	log_problem(&err);
	read_log(place, text, sizeof(text));
	assert_string_equal(text + 20,
			    " problem full field=surname: SQLITE_FULL (13)\n");
}

static void no_text_begins_a_line_or_moves_the_cursor(void **state)
{
	struct place *place = *state;
	char text[200];

	log_open(place->path);
	log_info("one\ntwo\033[2J");
	read_log(place, text, sizeof(text));
	assert_string_equal(text + 20, " info one\ufffdtwo\ufffd[2J\n");
}

static void a_full_log_moves_aside(void **state)
{
	struct place *place = *state;
	struct stat there;
	char text[200];
	int i;

	log_open(place->path);
	for (i = 0; i < 1100; i++)
		log_info("%01000d", i);
	log_info("after");
	assert_int_equal(stat(place->moved, &there), 0);
	assert_true(there.st_size >= 1024 * 1024);
	assert_int_equal(stat(place->path, &there), 0);
	assert_true(there.st_size < 200000);
	log_close();
	log_info("after it is closed: nowhere");
	read_log(place, text, sizeof(text));
	assert_null(strstr(text, "nowhere"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(a_line_has_its_time_level_and_text,
					    set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		a_problem_gives_its_detail_and_not_its_words, set_up,
		tear_down),
	    cmocka_unit_test_setup_teardown(
		no_text_begins_a_line_or_moves_the_cursor, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(a_full_log_moves_aside, set_up,
					    tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
