/*
 * test_slip.c - what a visitor takes home, without the screens
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>
#include <pwd.h>
#include <unistd.h>

#include "frontdesk/base/text.h"
#include "pages.h"
#include "place.h"
#include "run.h"

#define NOW 1795472040000 /* Monday, November 23, 2026, 2:14 pm */

static struct place place;
static char reference[16];

static void put_lp(const char *body)
{
	char path[128], list[512];
	FILE *file;

	file = fopen(place_path(&place, "lp", path, sizeof(path)), "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\ncd '%s'\n%s\n", place.path, body);
	fclose(file);
	assert_int_equal(chmod(path, 0700), 0);
	snprintf(list, sizeof(list), "%s:/usr/bin:/bin", place.path);
	assert_int_equal(setenv("PATH", list, 1), 0);
}

static int setup(void **state)
{
	char path[128];
	struct run run;
	const char *found;

	(void)state;
	place_open(&place);
	run_set_clock(place_path(&place, "clock", path, sizeof(path)), NOW);
	RUN_WITH(&run, "2468\n", "init", "--city", "Mesa Alta", "--zone",
		 "America/Los_Angeles", "--site", "City Hall", "--window",
		 "Window 1", "--supervisor", "M. Hale", "--login",
		 getpwuid(getuid())->pw_name, "--pin-file", "-");
	run_expect(&run, 0, "The store lies in", "");
	RUN(&run, "log", "--topic", "fence permit", "--channel", "message",
	    "--result", "opened");
	run_expect(&run, 0, "V-", "");
	RUN(&run, "export", "all");
	found = strstr(str_text(&run.out), "\"R-");
	assert_non_null(found);
	snprintf(reference, sizeof(reference), "%.10s", found + 1);
	run_release(&run);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

/* Of the one message of the day. */
static void expect_acknowledged(int count)
{
	char part[80];
	struct run run;

	snprintf(part, sizeof(part),
		 "\"message\": {\n      \"n\": 1,\n      \"count\": %d", count);
	RUN(&run, "summary", "--format", "json");
	run_expect(&run, 0, part, "");
}

static void
its_text_goes_to_standard_output_and_acknowledges_nothing(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "slip", reference);
	run_expect(&run, 0, "Mesa Alta\nCity Hall\n---", "");
	RUN(&run, "slip", reference, "--width", "42");
	run_expect(&run, 0,
		   "\n------------------------------------------\n"
		   "YOUR REQUEST\n",
		   "");
	RUN(&run, "slip", reference);
	run_expect(&run, 0, "Received: Monday, November 23, 2026\n", "");
	expect_acknowledged(0);
}

static void what_there_is_no_slip_of_is_refused_in_words(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "slip", reference, "--of", "promise");
	run_expect(&run, 1, "", "no promise of R-");
	RUN(&run, "slip", reference, "--of", "hand-off");
	run_expect(&run, 1, "", "is handed off to nobody");
	RUN(&run, "slip", reference, "--of", "permit");
	run_expect(&run, 2, "", "there is no slip of \"permit\"");
	RUN(&run, "slip", reference, "--width", "9");
	run_expect(&run, 2, "", "--width is a number from 32 to 120");
	RUN(&run, "slip", reference, "--width", "42x");
	run_expect(&run, 2, "", "--width is a number");
	RUN(&run, "slip", "fence");
	run_expect(&run, 2, "", "is no reference of a request");
	RUN(&run, "slip");
	run_expect(&run, 2, "", "use it as: frontdesk slip REFERENCE");
}

static void printed_it_acknowledges_once(void **state)
{
	struct run run;
	char path[160];

	(void)state;
	put_lp("cat >paper\nexit 1");
	RUN(&run, "slip", reference, "--print");
	run_expect(&run, 1, "", "not printed; see to the printer");
	expect_acknowledged(0);
	put_lp("cat >paper\necho \"$@\" >arguments\n"
	       "echo 'request id is front-3 (1 file)'");
	RUN(&run, "slip", reference, "--print=front", "--width=42");
	run_expect(&run, 0, "Printed: front-3\nR-", "");
	RUN(&run, "slip", reference, "--print");
	assert_null(strstr(str_text(&run.out), "acknowledged"));
	run_expect(&run, 0, "Printed: front-3\n", "");
	assert_int_equal(
	    access(place_path(&place, "paper", path, sizeof(path)), R_OK), 0);
	expect_acknowledged(1);
	RUN(&run, "check");
	run_expect(&run, 0, "", "");
}

/* As a summary is: --print and --output do not exclude each other. */
static void printed_it_may_go_into_a_file_as_well(void **state)
{
	struct str file = STR_INIT, paper = STR_INIT;
	char path[160];
	struct run run;

	(void)state;
	put_lp("cat >paper\necho 'request id is front-3 (1 file)'");
	RUN(&run, "slip", reference, "--print", "--output",
	    place_path(&place, "slip.txt", path, sizeof(path)));
	run_expect(&run, 0, "Printed: front-3\n", "");
	pages_read(path, &file);
	pages_read(place_path(&place, "paper", path, sizeof(path)), &paper);
	pages_contain(str_text(&file), reference);
	assert_string_equal(str_text(&file), str_text(&paper));
	str_release(&file);
	str_release(&paper);
}

/* The same words on letter and A4, and the same file when asked again. */
static void as_a_pdf_it_says_the_same(void **state)
{
	struct str text = STR_INIT, words = STR_INIT;
	struct run run, again;
	char path[128];

	(void)state;
	RUN(&run, "slip", reference, "--format", "pdf");
	assert_int_equal(run.status, 0);
	RUN(&again, "slip", reference, "--format", "pdf", "--output",
	    place_path(&place, "slip.pdf", path, sizeof(path)));
	assert_int_equal(again.out.len, 0);
	run_release(&again);
	pages_read(path, &text);
	assert_int_equal(text.len, run.out.len);
	assert_memory_equal(text.text, run.out.text, text.len);
	pages_text(&run.out, PAGES_DRAWN, &words);
	pages_contain(str_text(&words), reference);
	pages_contain(str_text(&words), "Received: Monday, November 23, 2026");
	run_release(&run);
	RUN(&run, "slip", reference, "--format=pdf", "--paper=a4");
	str_clear(&text);
	pages_ask(&run.out, "pdfinfo", NULL, &text);
	assert_non_null(strstr(str_text(&text), "(A4)"));
	run_release(&run);
	expect_acknowledged(0);
	str_release(&text);
	str_release(&words);
}

static void what_a_pdf_cannot_have_is_said(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "slip", reference, "--format", "html");
	run_expect(&run, 2, "", "there is no format \"html\": use text or pdf");
	RUN(&run, "slip", reference, "--format", "pdf", "--paper", "a5");
	run_expect(&run, 2, "", "use letter or a4");
	RUN(&run, "slip", reference, "--paper", "a4");
	run_expect(&run, 2, "", "--paper goes with --format pdf");
	RUN(&run, "slip", reference, "--format", "pdf", "--width", "42");
	run_expect(&run, 2, "", "--width goes with text");
	RUN(&run, "slip", reference, "--format", "pdf", "--output",
	    "/nowhere/slip.pdf");
	run_expect(&run, 1, "", "cannot write /nowhere/slip.pdf");
}

static void write_settings(const char *text)
{
	char path[160];
	FILE *file;

	snprintf(path, sizeof(path), "%s/frontdesk", getenv("XDG_CONFIG_HOME"));
	mkdir(getenv("XDG_CONFIG_HOME"), 0700);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/frontdesk/frontdesk.conf",
		 getenv("XDG_CONFIG_HOME"));
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

/* What stands on paper; standard output stays text. */
static void the_settings_choose_what_is_printed(void **state)
{
	struct str paper = STR_INIT, words = STR_INIT;
	struct run run;
	char path[160];

	(void)state;
	write_settings("[print]\nslips = pdf\npaper = a4\n");
	put_lp("cat >paper\necho \"$@\" >arguments\n"
	       "echo 'request id is front-3 (1 file)'");
	RUN(&run, "slip", reference);
	run_expect(&run, 0, "Mesa Alta\nCity Hall\n---", "");
	RUN(&run, "slip", reference, "--print");
	run_expect(&run, 0, "Printed: front-3\nR-", "");
	pages_read(place_path(&place, "paper", path, sizeof(path)), &paper);
	pages_text(&paper, PAGES_DRAWN, &words);
	pages_contain(str_text(&words), reference);
	str_clear(&paper);
	pages_read(place_path(&place, "arguments", path, sizeof(path)), &paper);
	assert_non_null(strstr(str_text(&paper),
			       "document-format=application/pdf -o media=A4"));
	/* A receipt all the same. */
	RUN(&run, "slip", reference, "--print", "--width", "42");
	run_expect(&run, 0, "Printed: front-3\n", "");
	str_clear(&paper);
	pages_read(place_path(&place, "paper", path, sizeof(path)), &paper);
	assert_int_equal(strncmp(str_text(&paper), "Mesa Alta\n", 10), 0);
	str_release(&paper);
	str_release(&words);
}

/* The card of the visit, what to bring, and what the receiver is given. */
static void every_other_slip_has_a_pdf_too(void **state)
{
	struct str words = STR_INIT;
	struct run run;
	char visit[16];

	(void)state;
	RUN(&run, "log", "--topic", "fence permit", "--result", "answered");
	snprintf(visit, sizeof(visit), "%.10s", str_text(&run.out));
	run_release(&run);
	RUN(&run, "feedback", "card", visit, "--format", "pdf");
	assert_int_equal(run.status, 0);
	pages_text(&run.out, PAGES_DRAWN, &words);
	pages_contain(str_text(&words), "How did we do?");
	pages_contain(str_text(&words), visit);
	run_release(&run);
	str_clear(&words);
	RUN(&run, "topic", "fence-permit", "--format", "pdf");
	assert_int_equal(run.status, 0);
	pages_text(&run.out, PAGES_DRAWN, &words);
	pages_contain(str_text(&words), "What to bring");
	run_release(&run);
	RUN(&run, "topic", "fence-permit", "--width", "42");
	run_expect(&run, 0, "\n------------------------------------------\n",
		   "");
	RUN(&run, "feedback", "card", visit, "--format", "pdf", "--width",
	    "42");
	run_expect(&run, 2, "", "--width goes with text");
	RUN(&run, "topic", "find", "fence", "--format", "pdf");
	run_expect(&run, 2, "", "");
	str_release(&words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		its_text_goes_to_standard_output_and_acknowledges_nothing,
		setup, teardown),
	    cmocka_unit_test_setup_teardown(
		what_there_is_no_slip_of_is_refused_in_words, setup, teardown),
	    cmocka_unit_test_setup_teardown(as_a_pdf_it_says_the_same, setup,
					    teardown),
	    cmocka_unit_test_setup_teardown(what_a_pdf_cannot_have_is_said,
					    setup, teardown),
	    cmocka_unit_test_setup_teardown(the_settings_choose_what_is_printed,
					    setup, teardown),
	    cmocka_unit_test_setup_teardown(every_other_slip_has_a_pdf_too,
					    setup, teardown),
	    cmocka_unit_test_setup_teardown(printed_it_acknowledges_once, setup,
					    teardown),
	    cmocka_unit_test_setup_teardown(
		printed_it_may_go_into_a_file_as_well, setup, teardown),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
