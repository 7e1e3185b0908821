/*
 * The lines for cron in docs/administrator.md, run as cron runs them: with a
 * home, a path, and nothing else. Everybody in the store is invented.
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

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "new_store.h"
#include "pages.h"
#include "run.h"

static struct place place;

static int set_up(void **state)
{
	char path[128];
	FILE *file;

	(void)state;
	new_store_make(&place, FRONTDESK_FIXED);
	file = fopen(place_path(&place, "lp", path, sizeof(path)), "w");
	assert_non_null(file);
	fprintf(file,
		"#!/bin/sh\ncat >'%s/paper'\n"
		"echo 'request id is counter-7 (1 file(s))'\n",
		place.path);
	fclose(file);
	chmod(path, 0700);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

/* Each part of a line that stands there, by what is there in a test. */
static void replace(struct str *line, const char *part, const char *with)
{
	struct str out = STR_INIT;
	const char *at = str_text(line), *found;

	while ((found = strstr(at, part)) != NULL) {
		str_add_n(&out, at, (size_t)(found - at));
		str_add(&out, with);
		at = found + strlen(part);
	}
	str_add(&out, at);
	str_clear(line);
	str_add(line, str_text(&out));
	str_release(&out);
}

/* What cron makes of "30 18 * * 1-5  COMMAND". */
static void take_command(const char *line, struct str *out)
{
	for (int i = 0; i < 5; i++) {
		line += strcspn(line, " ");
		line += strspn(line, " ");
	}
	str_clear(out);
	str_add_n(out, line, strcspn(line, "\n"));
	replace(out, "/usr/local/bin/frontdesk", FRONTDESK_FIXED);
	replace(out, "/srv/backup", place.path);
	replace(out, "/srv/reports", place.path);
	replace(out, "\\%", "%");
}

static void set(char *variable, size_t size, const char *name)
{
	snprintf(variable, size, "%s=%s", name, getenv(name));
}

/* Without a word, as a line that goes well must be. */
static void run_line(const char *command)
{
	char data[192], clock[192], home[192], path[192];
	const char *const argv[] = {
	    "/usr/bin/env", "-i",      data, clock,   home, path,
	    "LC_ALL=C",	    "/bin/sh", "-c", command, NULL};
	struct run run;

	/* The test's store, its clock and its printer. */
	set(data, sizeof(data), "XDG_DATA_HOME");
	set(clock, sizeof(clock), "FRONTDESK_TEST_CLOCK");
	snprintf(home, sizeof(home), "HOME=%s", place.path);
	snprintf(path, sizeof(path), "PATH=%s:/usr/bin:/bin", place.path);
	run_program(argv, NULL, &run);
	assert_string_equal(str_text(&run.complaints), "");
	assert_string_equal(str_text(&run.out), "");
	assert_int_equal(run.status, 0);
	run_release(&run);
}

static void each_line_of_the_guide_does_what_it_says(void **state)
{
	struct str guide = STR_INIT, command = STR_INIT, paper = STR_INIT;
	const char *const list[] = {
	    "/bin/sh", "-c", "ls \"$0\"/frontdesk-20*.db", place.path, NULL};
	const char *line;
	struct run run;
	char path[128];
	int count = 0;

	(void)state;
	pages_read(SOURCE_DIR "/docs/administrator.md", &guide);
	for (line = str_text(&guide); line != NULL;
	     line = strchr(line, '\n'), line += line != NULL) {
		if (strspn(line, "0123456789") != 2 ||
		    strstr(line, " * *") == NULL)
			continue;
		take_command(line, &command);
		run_line(str_text(&command));
		count++;
	}
	assert_int_equal(count, 4);
	pages_read(place_path(&place, "paper", path, sizeof(path)), &paper);
	assert_int_equal(strncmp(str_text(&paper), "Mesa Alta", 9), 0);
	run_program(list, NULL, &run);
	run_expect(&run, 0, "/frontdesk-20", "");
	str_release(&guide);
	str_release(&command);
	str_release(&paper);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		each_line_of_the_guide_does_what_it_says, set_up, tear_down),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
