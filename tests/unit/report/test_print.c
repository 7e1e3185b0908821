/*
 * Printing through lp: an lp of the test's own writes down what it was given.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/str.h"
#include "frontdesk/report/print.h"

struct shop {
	char dir[64];
	char *path; /* PATH as it was */
};

static int set_up(void **state)
{
	struct shop *shop = calloc(1, sizeof(*shop));
	struct str path = STR_INIT;

	strcpy(shop->dir, "/tmp/frontdesk-print-XXXXXX");
	assert_non_null(mkdtemp(shop->dir));
	shop->path = strdup(getenv("PATH"));
	str_addf(&path, "%s:%s", shop->dir, shop->path);
	setenv("PATH", str_text(&path), 1);
	str_release(&path);
	*state = shop;
	return 0;
}

static void remove_in(const struct shop *shop, const char *name)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", shop->dir, name);
	unlink(path);
}

static int tear_down(void **state)
{
	struct shop *shop = *state;

	setenv("PATH", shop->path, 1);
	remove_in(shop, "lp");
	remove_in(shop, "arguments");
	remove_in(shop, "paper");
	rmdir(shop->dir);
	free(shop->path);
	free(shop);
	return 0;
}

static void put_lp(const struct shop *shop, const char *body)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof(path), "%s/lp", shop->dir);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\nhere='%s'\n%s\n", shop->dir, body);
	fclose(file);
	assert_int_equal(chmod(path, 0700), 0);
}

static char *read_in(const struct shop *shop, const char *name)
{
	char path[128], buffer[4096];
	struct str text = STR_INIT;
	size_t n;
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", shop->dir, name);
	file = fopen(path, "r");
	assert_non_null(file);
	while ((n = fread(buffer, 1, sizeof(buffer), file)) > 0)
		str_add_n(&text, buffer, n);
	fclose(file);
	return str_take(&text);
}

#define LP_NOTES                                                               \
	"printf '%s\\n' \"$@\" >\"$here/arguments\"\n"                         \
	"cat >\"$here/paper\"\n"

static void lp_gets_the_text_and_its_arguments_one_by_one(void **state)
{
	char job[PRINT_JOB_SIZE], *seen;
	struct error err = {0};

	put_lp(*state, LP_NOTES "echo 'request id is desk-12 (1 file(s))'");
	assert_true(print_text("two\fpages\n", "front; rm -rf desk", 2,
			       "Frontdesk 2026-11-23", job, &err));
	assert_string_equal(job, "desk-12");
	seen = read_in(*state, "arguments");
	assert_string_equal(seen, "-d\nfront; rm -rf desk\n-n\n2\n-t\n"
				  "Frontdesk 2026-11-23\n-\n");
	free(seen);
	seen = read_in(*state, "paper");
	assert_string_equal(seen, "two\fpages\n");
	free(seen);
}

static void without_a_printer_lp_chooses(void **state)
{
	char job[PRINT_JOB_SIZE], *seen;
	struct error err = {0};

	put_lp(*state, LP_NOTES);
	assert_true(print_text("text", "", 1, "title", job, &err));
	assert_string_equal(job, "");
	seen = read_in(*state, "arguments");
	assert_string_equal(seen, "-n\n1\n-t\ntitle\n-\n");
	free(seen);
}

static void what_lp_complains_of_is_said(void **state)
{
	char job[PRINT_JOB_SIZE];
	struct error err = {0};

	put_lp(*state, "cat >/dev/null\n"
		       "echo 'lp: The printer or class does not exist.' >&2\n"
		       "exit 1");
	assert_false(print_text("text", "nowhere", 1, "title", job, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "does not exist"));
	/* A screen's row shows what to do, however long the complaint is. */
	assert_non_null(strstr(err.text, "lpstat"));
	assert_non_null(strstr(err.text, "then print again"));
	assert_true(strstr(err.text, "then print again") < err.text + 62);
}

static void an_lp_that_reads_nothing_does_not_end_the_program(void **state)
{
	char job[PRINT_JOB_SIZE];
	char *much = malloc(1 << 20);
	struct error err = {0};

	memset(much, 'x', (1 << 20) - 1);
	much[(1 << 20) - 1] = '\0';
	put_lp(*state, "exec <&-\nexit 1");
	assert_false(print_text(much, NULL, 1, "title", job, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	free(much);
}

static void where_there_is_no_lp_it_says_what_to_install(void **state)
{
	const struct shop *shop = *state;
	char job[PRINT_JOB_SIZE];
	struct error err = {0};

	setenv("PATH", shop->dir, 1);
	assert_false(print_text("text", NULL, 1, "title", job, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "cups-client"));
}

static void no_copies_is_refused(void **state)
{
	char job[PRINT_JOB_SIZE];
	struct error err = {0};

	put_lp(*state, LP_NOTES);
	assert_false(print_text("text", NULL, 0, "title", job, &err));
	assert_int_equal(err.code, ERROR_INVALID);
}

static void signals_are_as_they_were(void **state)
{
	struct sigaction now;
	char job[PRINT_JOB_SIZE];
	struct error err = {0};

	put_lp(*state, LP_NOTES);
	assert_true(print_text("text", NULL, 1, "title", job, &err));
	sigaction(SIGPIPE, NULL, &now);
	assert_true(now.sa_handler == SIG_DFL);
}

#define PRINT_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    PRINT_TEST(lp_gets_the_text_and_its_arguments_one_by_one),
	    PRINT_TEST(without_a_printer_lp_chooses),
	    PRINT_TEST(what_lp_complains_of_is_said),
	    PRINT_TEST(an_lp_that_reads_nothing_does_not_end_the_program),
	    PRINT_TEST(where_there_is_no_lp_it_says_what_to_install),
	    PRINT_TEST(no_copies_is_refused),
	    PRINT_TEST(signals_are_as_they_were),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
