/*
 * Printing through lp: an lp of the test's own writes down what it was given,
 * and an lpstat of its own knows the printers.
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

static void put_program(const struct shop *shop, const char *name,
			const char *body)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", shop->dir, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\nhere='%s'\n%s\n", shop->dir, body);
	fclose(file);
	assert_int_equal(chmod(path, 0700), 0);
}

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
	/* This machine's own printers are not for tests. */
	setenv("CUPS_SERVER", "/nowhere/cups.sock", 1);
	put_program(shop, "lpstat", "exit 1");
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
	remove_in(shop, "lpstat");
	remove_in(shop, "arguments");
	remove_in(shop, "paper");
	rmdir(shop->dir);
	free(shop->path);
	free(shop);
	return 0;
}

static void put_lp(const struct shop *shop, const char *body)
{
	put_program(shop, "lp", body);
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

#define TEXT "-o\ndocument-format=text/plain;charset=utf-8\n"

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
				  "Frontdesk 2026-11-23\n" TEXT "-\n");
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
	assert_string_equal(seen, "-n\n1\n-t\ntitle\n" TEXT "-\n");
	free(seen);
}

static void what_lp_complains_of_is_said(void **state)
{
	char job[PRINT_JOB_SIZE];
	struct error err = {0};

	put_lp(*state, "cat >/dev/null\n"
		       "printf 'lp: The \\033[7mtray is empty.\\n' >&2\n"
		       "exit 1");
	assert_false(print_text("text", "nowhere", 1, "title", job, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "tray is empty"));
	assert_null(strchr(err.text, '\033'));
	/* A screen's row shows what to do, however long the complaint is. */
	assert_non_null(strstr(err.text, "see to the printer"));
	assert_non_null(strstr(err.text, "administrator"));
	assert_true(strstr(err.text, "administrator") < err.text + 62);
	/* The log has how it ended, and all of its words. */
	assert_non_null(strstr(err.detail, "lp ended with status 1: "));
	put_lp(*state, "cat >/dev/null\n"
		       "printf 'lp: %0250d the end' 0 >&2\nkill -9 $$");
	assert_false(print_text("text", "nowhere", 1, "title", job, &err));
	assert_non_null(strstr(err.text, "0 the end"));
	assert_non_null(strstr(err.detail, "lp was ended by signal 9: "));
	assert_non_null(strstr(err.detail, "0 the end"));
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

static void a_document_goes_byte_by_byte(void **state)
{
	static const char document[] = "%PDF-1.7\n\0\1\xff\n%%EOF";
	struct print_options options = {.kind = PRINT_PDF,
					.printer = "desk",
					.copies = 3,
					.pages = "1,3-4",
					.media = "A4"};
	char job[PRINT_JOB_SIZE], *seen;
	struct error err = {0};

	put_lp(*state, LP_NOTES);
	assert_true(
	    print_bytes(document, sizeof(document), &options, job, &err));
	seen = read_in(*state, "arguments");
	assert_string_equal(seen, "-d\ndesk\n-n\n3\n-P\n1,3-4\n-o\n"
				  "document-format=application/pdf\n-o\n"
				  "media=A4\n-\n");
	free(seen);
	seen = read_in(*state, "paper");
	assert_memory_equal(seen, document, sizeof(document));
	free(seen);
}

static void text_of_80_columns_fits_on_a4(void **state)
{
	char job[PRINT_JOB_SIZE], *seen, text[160];
	struct error err = {0};

	memset(text, '-', 80);
	strcpy(text + 80, "\n");
	put_lp(*state, LP_NOTES);
	assert_true(print_text(text, "", 1, "title", job, &err));
	seen = read_in(*state, "arguments");
	assert_non_null(strstr(seen, "-o\ncpi=12\n"));
	free(seen);
	/* Letters count, not bytes. */
	for (int i = 0; i < 70; i++)
		strcpy(text + i * 2, "é");
	assert_true(print_text(text, "", 1, "title", job, &err));
	seen = read_in(*state, "arguments");
	assert_null(strstr(seen, "cpi"));
	free(seen);
}

static void expect_refused(const char *printer, const char *words)
{
	char job[PRINT_JOB_SIZE];
	struct error err = {0};

	assert_false(print_text("text", printer, 1, "title", job, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	if (strstr(err.text, words) == NULL)
		fail_msg("\"%s\" is not in: %s", words, err.text);
	assert_string_equal(err.field, "printer");
}

static void a_printer_that_is_stopped_gets_nothing(void **state)
{
	const struct shop *shop = *state;
	char path[128];

	put_lp(shop, LP_NOTES);
	put_program(shop, "lpstat",
		    "echo 'desk accepting requests since now'\n"
		    "echo 'printer desk disabled since now -'\n"
		    "printf '\\tout of paper\\n'");
	expect_refused("desk", "desk is stopped: out of paper; print on ");
	put_program(shop, "lpstat",
		    "echo 'system default destination: desk'\n"
		    "echo 'desk not accepting requests since now -'\n"
		    "printf '\\treason unknown\\n'\n"
		    "echo 'printer desk is idle.  enabled since now'");
	expect_refused("", "desk takes no jobs; print on another");
	snprintf(path, sizeof(path), "%s/paper", shop->dir);
	assert_int_equal(access(path, F_OK), -1);
}

static void what_lp_says_in_its_own_words_is_said_in_ours(void **state)
{
	put_lp(*state, "cat >/dev/null\necho 'lp: Error - The printer or "
		       "class does not exist.' >&2\nexit 1");
	expect_refused("attic", "knows no printer attic; choose another");
	put_program(*state, "lpstat",
		    "echo 'lpstat: Scheduler is not running.' >&2\nexit 1");
	expect_refused("attic", "the printing system of this machine");
	put_program(*state, "lpstat", "exit 1");
	put_lp(*state, "cat >/dev/null\necho 'lp: Error - No default "
		       "destination.' >&2\nexit 1");
	expect_refused(NULL, "no printer is chosen; choose one");
	put_lp(*state, "cat >/dev/null\necho 'lp: Destination \"attic\" is "
		       "not accepting jobs.' >&2\nexit 1");
	expect_refused("attic", "attic takes no jobs; print on another");
}

static void lp_and_lpstat_speak_the_c_locale(void **state)
{
	char job[PRINT_JOB_SIZE], *seen;
	struct error err = {0};

	setenv("LC_ALL", "de_DE.UTF-8", 1);
	put_lp(*state, "cat >/dev/null\necho \"$LC_ALL\" >\"$here/paper\"");
	put_program(*state, "lpstat", "echo \"$LC_ALL\" >\"$here/arguments\"");
	assert_true(print_text("text", "", 1, "title", job, &err));
	seen = read_in(*state, "paper");
	assert_string_equal(seen, "C\n");
	free(seen);
	seen = read_in(*state, "arguments");
	assert_string_equal(seen, "C\n");
	free(seen);
	setenv("LC_ALL", "C.UTF-8", 1);
}

static void pages_and_copies_that_cannot_be_are_refused(void **state)
{
	static const char *const right[] = {"1",     "1-2", "2-2",
					    "1,3-4", "",    "9999"};
	static const char *const wrong[] = {"0",  "2-1", "1,",	",1", "1-",
					    "-1", "a",	 "1 2", "1;", "99999"};
	struct error err = {0};
	int copies;

	(void)state;
	for (size_t i = 0; i < sizeof(right) / sizeof(right[0]); i++)
		if (!print_pages_check(right[i], &err))
			fail_msg("%s: %s", right[i], err.text);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (print_pages_check(wrong[i], &err))
			fail_msg("%s was taken", wrong[i]);
	assert_true(print_copies_parse("99", &copies, &err));
	assert_int_equal(copies, 99);
	assert_true(print_copies_parse("", &copies, &err));
	assert_int_equal(copies, 1);
	assert_false(print_copies_parse("100", &copies, &err));
	assert_false(print_copies_parse("2x", &copies, &err));
	assert_string_equal(err.field, "copies");
}

static void pages_beyond_the_last_one_are_refused(void **state)
{
	static const char text[] = "one\ftwo\fthree\f";
	static const char pdf[] = "<< /Type /Pages >> << /Type /Page >>";
	char job[PRINT_JOB_SIZE];
	struct print_options how = {.pages = "4"};
	struct error err = {0};

	put_lp(*state, "cat >/dev/null\necho 'request id is a-1 (1)'");
	assert_false(print_bytes(text, sizeof(text) - 1, &how, job, &err));
	assert_string_equal(err.field, "pages");
	assert_string_equal(err.text, "there is no such page: it has 3 pages");
	how.pages = "1-3";
	assert_true(print_bytes(text, sizeof(text) - 1, &how, job, &err));
	how.pages = "1,2-4";
	assert_false(print_bytes(text, sizeof(text) - 1, &how, job, &err));
	how.pages = "9"; /* of one without form feeds only lp knows */
	assert_true(print_bytes("one", 3, &how, job, &err));
	how.kind = PRINT_PDF;
	assert_false(print_bytes(pdf, sizeof(pdf) - 1, &how, job, &err));
	assert_string_equal(err.text, "there is no such page: it has 1 page");
}

#define PRINT_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    PRINT_TEST(lp_gets_the_text_and_its_arguments_one_by_one),
	    PRINT_TEST(pages_beyond_the_last_one_are_refused),
	    PRINT_TEST(without_a_printer_lp_chooses),
	    PRINT_TEST(what_lp_complains_of_is_said),
	    PRINT_TEST(an_lp_that_reads_nothing_does_not_end_the_program),
	    PRINT_TEST(where_there_is_no_lp_it_says_what_to_install),
	    PRINT_TEST(no_copies_is_refused),
	    PRINT_TEST(signals_are_as_they_were),
	    PRINT_TEST(a_document_goes_byte_by_byte),
	    PRINT_TEST(text_of_80_columns_fits_on_a4),
	    PRINT_TEST(a_printer_that_is_stopped_gets_nothing),
	    PRINT_TEST(what_lp_says_in_its_own_words_is_said_in_ours),
	    PRINT_TEST(lp_and_lpstat_speak_the_c_locale),
	    PRINT_TEST(pages_and_copies_that_cannot_be_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
