/*
 * frontdesk summary --format pdf, run as a program on the demo city: the same
 * figures as the text. Everybody in it is invented.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <pty.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "new_store.h"
#include "pages.h"
#include "place.h"
#include "run.h"
#include "sample_day.h"

#define NOW 1795472040000 /* Monday, November 23, 2026, 2:14 pm */
#define SUMMARY(run, ...)                                                      \
	RUN(run, "--demo", "--as", "pmartinez", "summary", __VA_ARGS__)

static struct place place;

static int setup(void **state)
{
	char path[128];
	struct run run;

	(void)state;
	place_open(&place);
	run_set_clock(place_path(&place, "clock", path, sizeof(path)), NOW);
	RUN(&run, "--demo", "find", "zzz"); /* makes the demo city */
	run_release(&run);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

/* Signing in is an entry of the audit: what is no closed day ends otherwise
 * each time. */
static void drop_audit(struct str *text)
{
	const char *audit = strstr(str_text(text), "AUDIT (entries");

	assert_non_null(audit);
	str_cut(text, (size_t)(audit - str_text(text)));
}

/* What is asked, NULL-ended, with a form behind it. */
static void ask(const char *const options[], const char *format,
		struct run *run)
{
	const char *words[16] = {"--demo", "--as", "pmartinez", "summary"};
	size_t n = 4;

	while (*options != NULL)
		words[n++] = *options++;
	words[n++] = "--format";
	words[n++] = format;
	run_words(FRONTDESK_FIXED, NULL, words, run);
	assert_string_equal(str_text(&run->complaints), "");
	assert_int_equal(run->status, 0);
}

/* Its heads, and then line by line. */
static size_t compare(const char *const options[])
{
	struct str form = STR_INIT, pages = STR_INIT;
	struct run text, pdf;
	size_t count;

	ask(options, "text", &text);
	ask(options, "pdf", &pdf);
	assert_true(pages_heads_agree(str_text(&text.out), &pdf.out) > 1);
	pages_drop_heads(&text.out, &form);
	pages_text(&pdf.out, PAGES_DRAWN, &pages);
	drop_audit(&form);
	drop_audit(&pages);
	count = pages_agree(str_text(&form), str_text(&pages));
	str_release(&form);
	str_release(&pages);
	run_release(&text);
	run_release(&pdf);
	return count;
}

static void text_and_pdf_agree_to_the_last_figure(void **state)
{
	static const struct {
		const char *options[6];
		size_t least; /* lines */
	} cases[] = {
	    {{"--day", "today", "--names"}, 100},
	    {{"--week", "2026-11-16", "--names"}, 150},
	    {{"--month", "2026-11", "--names"}, 300},
	    {{"--month", "2026-11", "--all-sites"}, 300},
	    {{"--week", "2026-11-16", "--topic", "pothole"}, 90},
	    {{"--from", "2026-11-02", "--to", "2026-11-20", "--department",
	      "planning"},
	     90},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		const char *options[7] = {NULL};

		memcpy(options, cases[i].options, sizeof(cases[i].options));
		if (compare(options) <= cases[i].least)
			fail_msg("too little of %s", cases[i].options[1]);
	}
}

/* To the last figure, and to the audit that it was closed under. */
static void text_and_pdf_of_a_closed_day_agree_whole(void **state)
{
	struct str form = STR_INIT, pages = STR_INIT;
	struct run text, pdf;

	(void)state;
	SUMMARY(&text, "--day", "2026-11-11");
	SUMMARY(&pdf, "--day", "2026-11-11", "--format", "pdf");
	assert_true(pages_heads_agree(str_text(&text.out), &pdf.out) > 1);
	pages_drop_heads(&text.out, &form);
	pages_text(&pdf.out, PAGES_DRAWN, &pages);
	sample_contains(str_text(&form), "Remark: Permit system down");
	assert_true(pages_agree(str_text(&form), str_text(&pages)) > 100);
	str_release(&form);
	str_release(&pages);
	run_release(&text);
	run_release(&pdf);
}

/* Down to the audit: with the computer's own account nobody signs in between,
 * which would be an entry. */
static void text_and_pdf_of_an_open_day_agree_whole(void **state)
{
	struct str form = STR_INIT, pages = STR_INIT;
	struct run run, text, pdf;

	(void)state;
	RUN(&run, "log", "--topic", "garage-sale");
	run_expect(&run, 0, "V-", "");
	RUN(&text, "summary", "--day", "today");
	RUN(&pdf, "summary", "--day", "today", "--format", "pdf");
	assert_string_equal(str_text(&pdf.complaints), "");
	assert_true(pages_heads_agree(str_text(&text.out), &pdf.out) > 1);
	pages_drop_heads(&text.out, &form);
	pages_text(&pdf.out, PAGES_DRAWN, &pages);
	sample_contains(str_text(&form), "AUDIT (entries: ");
	assert_true(pages_agree(str_text(&form), str_text(&pages)) > 80);
	str_release(&form);
	str_release(&pages);
	run_release(&text);
	run_release(&pdf);
}

static int set_up_own(void **state)
{
	(void)state;
	place_close(&place);
	new_store_make(&place, FRONTDESK_FIXED);
	return 0;
}

static void the_same_day_is_the_same_file(void **state)
{
	struct str one = STR_INIT, other = STR_INIT;
	char path[128], again[128];
	struct run run;

	(void)state;
	RUN(&run, "--demo", "--as", "pmartinez", "day", "close", "2026-11-20");
	run_expect(&run, 0, "is closed", "");
	place_path(&place, "day.pdf", path, sizeof(path));
	place_path(&place, "again.pdf", again, sizeof(again));
	SUMMARY(&run, "--day", "2026-11-20", "--format=pdf", "--output", path);
	run_expect(&run, 0, "", "");
	/* Printed a day later. */
	run_set_clock(place_path(&place, "clock", again, sizeof(again)),
		      NOW + INT64_C(86400000));
	place_path(&place, "again.pdf", again, sizeof(again));
	SUMMARY(&run, "--day", "2026-11-20", "--format=pdf", "--output", again);
	run_expect(&run, 0, "", "");
	pages_read(path, &one);
	pages_read(again, &other);
	assert_true(one.len > 10000);
	assert_int_equal(one.len, other.len);
	assert_memory_equal(one.text, other.text, one.len);
	str_release(&one);
	str_release(&other);
}

static void the_paper_is_chosen_or_set(void **state)
{
	struct str text = STR_INIT;
	char path[128];
	struct run run;
	FILE *file;

	(void)state;
	SUMMARY(&run, "--format=pdf");
	pages_ask(&run.out, "pdfinfo", NULL, &text);
	sample_contains(str_text(&text), "(letter)");
	run_release(&run);
	str_clear(&text);
	SUMMARY(&run, "--format=pdf", "--paper=a4");
	pages_ask(&run.out, "pdfinfo", NULL, &text);
	sample_contains(str_text(&text), "(A4)");
	run_release(&run);
	str_clear(&text);
	snprintf(path, sizeof(path), "%s/frontdesk", getenv("XDG_CONFIG_HOME"));
	mkdir(getenv("XDG_CONFIG_HOME"), 0700);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/frontdesk/frontdesk.conf",
		 getenv("XDG_CONFIG_HOME"));
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "[print]\npaper = a4\n");
	fclose(file);
	SUMMARY(&run, "--format=pdf");
	pages_ask(&run.out, "pdfinfo", NULL, &text);
	sample_contains(str_text(&text), "(A4)");
	run_release(&run);
	str_release(&text);
}

static void what_cannot_be_is_said(void **state)
{
	struct run run;

	(void)state;
	SUMMARY(&run, "--format=pdf", "--paper=a5");
	run_expect(&run, 2, "", "use letter or a4");
	SUMMARY(&run, "--paper=a4");
	run_expect(&run, 2, "", "--format pdf");
}

static void a_terminal_is_given_words(void **state)
{
	struct str said = STR_INIT;
	char block[512];
	int terminal, status;
	ssize_t n;
	pid_t child;

	(void)state;
	child = forkpty(&terminal, NULL, NULL, NULL);
	assert_true(child >= 0);
	if (child == 0) {
		execl(FRONTDESK_FIXED, "frontdesk", "--demo", "--as",
		      "pmartinez", "summary", "--format", "pdf", (char *)NULL);
		_exit(127);
	}
	while ((n = read(terminal, block, sizeof(block))) > 0)
		str_add_n(&said, block, (size_t)n);
	close(terminal);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(WEXITSTATUS(status), 2);
	sample_contains(str_text(&said), "add --output day.pdf");
	assert_null(strstr(str_text(&said), "%PDF"));
	str_release(&said);
}

/* An lp of the test's own, first on PATH; returns the PATH from before. */
static char *put_lp(void)
{
	char *before = mem_copy(getenv("PATH"));
	struct str search = STR_INIT;
	char path[128];
	FILE *file;

	file = fopen(place_path(&place, "lp", path, sizeof(path)), "w");
	fprintf(file,
		"#!/bin/sh\ncat >'%s/paper'\necho \"$@\" >'%s/arguments'\n"
		"echo 'request id is front-7 (1 file(s))'\n",
		place.path, place.path);
	fclose(file);
	chmod(path, 0700);
	str_addf(&search, "%s:%s", place.path, before);
	setenv("PATH", str_text(&search), 1);
	str_release(&search);
	return before;
}

static void put_back(char *before)
{
	setenv("PATH", before, 1);
	free(before);
}

static void printed(struct str *out)
{
	char path[128];

	str_clear(out);
	pages_read(place_path(&place, "paper", path, sizeof(path)), out);
}

static void print_hands_the_pdf_to_lp(void **state)
{
	struct str paper = STR_INIT, text = STR_INIT;
	char *before = put_lp();
	struct run run;

	(void)state;
	SUMMARY(&run, "--format=pdf", "--print=front");
	put_back(before);
	run_expect(&run, 0, "Printed: front-7\n", "");
	printed(&paper);
	pages_text(&paper, PAGES_READ, &text);
	sample_contains(str_text(&text), "REQUESTS BY TOPIC");
	str_release(&paper);
	str_release(&text);
}

static void write_settings(const char *text)
{
	struct str path = STR_INIT;
	FILE *file;

	str_addf(&path, "%s/frontdesk", getenv("XDG_CONFIG_HOME"));
	mkdir(getenv("XDG_CONFIG_HOME"), 0700);
	mkdir(str_text(&path), 0700);
	str_add(&path, "/frontdesk.conf");
	file = fopen(str_text(&path), "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	str_release(&path);
}

/* Where nothing else is said: paper alone, and never a file or the screen. */
static void the_settings_choose_the_form_of_what_is_printed(void **state)
{
	struct str paper = STR_INIT;
	char *before = put_lp();
	char path[128];
	struct run run;

	(void)state;
	write_settings("[print]\nsummary = pdf\npaper = a4\n");
	SUMMARY(&run, "--print");
	run_expect(&run, 0, "Printed: front-7\n", "");
	printed(&paper);
	assert_int_equal(strncmp(str_text(&paper), "%PDF", 4), 0);
	str_clear(&paper);
	pages_read(place_path(&place, "arguments", path, sizeof(path)), &paper);
	sample_contains(str_text(&paper), "application/pdf -o media=A4");
	SUMMARY(&run, "--print", "--paper", "letter");
	run_expect(&run, 0, "Printed: front-7\n", "");
	str_clear(&paper);
	pages_read(place_path(&place, "arguments", path, sizeof(path)), &paper);
	sample_contains(str_text(&paper), "application/pdf -o media=Letter");
	SUMMARY(&run, "--print", "--format", "text");
	run_expect(&run, 0, "Printed: front-7\n", "");
	printed(&paper);
	assert_int_equal(strncmp(str_text(&paper), "Valle Alto", 10), 0);
	SUMMARY(&run, "--day", "today");
	run_expect(&run, 0, "Valle Alto, City Hall", "");
	place_path(&place, "day.txt", path, sizeof(path));
	SUMMARY(&run, "--print", "--output", path);
	run_expect(&run, 0, "Printed: front-7\n", "");
	printed(&paper);
	assert_int_equal(strncmp(str_text(&paper), "Valle Alto", 10), 0);
	write_settings("");
	put_back(before);
	str_release(&paper);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_and_pdf_agree_to_the_last_figure),
	    cmocka_unit_test(text_and_pdf_of_a_closed_day_agree_whole),
	    cmocka_unit_test(the_same_day_is_the_same_file),
	    cmocka_unit_test(what_cannot_be_is_said),
	    cmocka_unit_test(a_terminal_is_given_words),
	    cmocka_unit_test(print_hands_the_pdf_to_lp),
	    cmocka_unit_test(the_settings_choose_the_form_of_what_is_printed),
	    cmocka_unit_test(the_paper_is_chosen_or_set),
	    /* The last one: the demo city is gone. */
	    cmocka_unit_test_setup(text_and_pdf_of_an_open_day_agree_whole,
				   set_up_own),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, setup, teardown);
}
