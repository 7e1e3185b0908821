/*
 * test_hostile.c - texts that nobody should type, on every way in and out of
 * the command line; everybody in it is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "new_store.h"
#include "run.h"

static struct place place;

/* Refused as input, and never printed as they are. */
static const char *const refused[] = {
    "\x1b[2J\x1b[H",	    /* clears a screen */
    "\x1b]52;c;cHduZWQ=\a", /* writes the clipboard */
    "real\rFAKE NAME",	    /* overwrites its own line */
    "a\bb",		    /* steps back */
    "\xc2\x9b"
    "31mred", /* C1, as UTF-8 */
    "\x9b"
    "31mred",		       /* C1, raw: not UTF-8 */
    "M\xfcller",	       /* Latin-1 */
    "\xc0\x80",		       /* overlong */
    "\xed\xa0\x80",	       /* half a surrogate pair */
    "user\xe2\x80\xaetxt.exe", /* right-to-left override */
    "\xe2\x81\xa7"
    "A\xe2\x81\xa9",	/* an isolate */
    "\xe2\x80\xa8line", /* a line separator */
    "Jo\xe2\x81\xa0hn", /* a word joiner */
    "\xef\xbf\xbf",	/* no character */
    "\xf3\xa0\x81\x81", /* a tag */
};

/* Names and words that people have: kept and shown as they are. */
static const char *const kept[] = {
    "O'Brien",
    "Nguy\xe1\xbb\x85n Th\xe1\xbb\x8b B\xc3\xad"
    "ch H\xe1\xba\xb1ng",
    "\xd9\x85\xd8\xad\xd9\x85\xd8\xaf \xd8\xb9\xd8\xa8\xd8\xaf",
    "\xea\xb9\x80\xeb\xaf\xbc\xec\x88\x98",
    "e\xcc\x81",
    "null",
    "0",
    "-",
    "%s%n%x",
    "\\",
    "Robert'); DROP TABLE visit;--",
    "</script><b>",
    "\"quoted\", with a comma",
    "=1+1",
    "+1+1",
    "@SUM(1)",
    "`id`; |id",
};

static bool has_at(const char *text, const char *const *parts)
{
	for (; *parts != NULL; parts++)
		if (strncmp(text, *parts, strlen(*parts)) == 0)
			return true;
	return false;
}

/* Nothing that is printed may move a cursor, hide, or reorder a line. */
static void expect_harmless(const struct str *printed)
{
	static const char *const orders[] = {"\xe2\x80\x8e",
					     "\xe2\x80\x8f",
					     "\xe2\x80\xa8",
					     "\xe2\x80\xa9",
					     "\xe2\x80\xaa",
					     "\xe2\x80\xab",
					     "\xe2\x80\xac",
					     "\xe2\x80\xad",
					     "\xe2\x80\xae",
					     "\xe2\x81\xa0",
					     "\xe2\x81\xa6",
					     "\xe2\x81\xa7",
					     "\xe2\x81\xa8",
					     "\xe2\x81\xa9",
					     "\xef\xbf\xbf",
					     "\xf3\xa0\x81",
					     NULL};
	const char *text = str_text(printed);

	assert_true(text_is_utf8(text, printed->len));
	assert_int_equal(strlen(text), printed->len);
	for (const char *c = text; *c != '\0'; c++) {
		unsigned char byte = (unsigned char)*c;
		bool is_end = *c == '\n' || (*c == '\r' && c[1] == '\n');

		if ((byte < 0x20 && !is_end) || byte == 0x7f ||
		    (byte == 0xc2 && (unsigned char)c[1] < 0xa0) ||
		    has_at(c, orders))
			fail_msg("byte %02x is printed in: %s", byte, text);
	}
}

/* Whatever is run here, what it prints is looked at. */
static void run_harmless(struct run *run, const char *input,
			 const char *const *words)
{
	run_words(FRONTDESK_FIXED, input, words, run);
	expect_harmless(&run->out);
	expect_harmless(&run->complaints);
}

#undef RUN_WITH
#define RUN_WITH(run, input, ...)                                              \
	run_harmless(run, input, (const char *[]){__VA_ARGS__, NULL})

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

/* Everything that the store gave out again, in one text. */
static void read_out(struct str *out)
{
	static const char *const ways[][5] = {
	    {"export", "all"},
	    {"export", "residents"},
	    {"summary", "--names"},
	    {"summary", "--names", "--format", "csv"},
	    {"summary", "--names", "--format", "json"},
	    {"staff"},
	};
	struct run run;

	for (size_t i = 0; i < MEM_COUNT(ways); i++) {
		run_harmless(&run, NULL, ways[i]);
		assert_int_equal(run.status, 0);
		str_add_n(out, run.out.text, run.out.len);
		run_release(&run);
	}
}

static void what_is_refused_leaves_one_sentence_and_nothing(void **state)
{
	struct str before = STR_INIT, after = STR_INIT, file = STR_INIT;
	struct run run;

	(void)state;
	RUN(&run, "export", "residents");
	str_add(&before, str_text(&run.out));
	run_release(&run);
	for (size_t i = 0; i < MEM_COUNT(refused); i++) {
		const char *text = refused[i];

		RUN(&run, "log", "--topic", "garage-sale", "--words", text);
		run_expect_refused(&run, 2);
		if (i % 3 == 0) {
			RUN(&run, "log", "--topic", text);
			run_expect_refused(&run, 2);
			RUN(&run, "staff", "window", text);
			run_expect_refused(&run, 2);
		}
		str_clear(&file);
		str_addf(&file, "surname\n\"%s\"\n", text);
		RUN_WITH(&run, str_text(&file), "import", "residents", "-");
		run_expect(&run, 1, "", "frontdesk: line 2");
	}
	RUN(&run, "export", "residents");
	str_add(&after, str_text(&run.out));
	run_release(&run);
	assert_string_equal(str_text(&before), str_text(&after));
	RUN(&run, "summary", "--format", "csv");
	run_expect(&run, 0, "visits,arrived,0", "");
	str_release(&before);
	str_release(&after);
	str_release(&file);
}

static void a_refusal_names_the_place(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "log", "--topic", "garage-sale", "--words", "six\x1bteen");
	run_expect(&run, 2, "",
		   "what they said holds a control character (character 4)");
	RUN(&run, "log", "--topic", "garage-sale", "--place", "M\xfcll");
	run_expect(&run, 2, "", "the place is not valid UTF-8 at character 2");
}

/* What repeats a word that was typed repeats it harmlessly. */
static void a_complaint_never_repeats_what_would_do_harm(void **state)
{
	struct run run;

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(refused); i++) {
		const char *text = refused[i];

		RUN(&run, "show", text);
		run_expect_refused(&run, 2);
		RUN(&run, "--store", text, "find", "x");
		run_expect_refused(&run, 1);
		if (i % 3 == 0) {
			RUN(&run, text);
			run_expect_refused(&run, 2);
			RUN(&run, "import", "residents", text);
			run_expect_refused(&run, 1);
			RUN(&run, "summary", "--day", text);
			run_expect_refused(&run, 2);
			RUN_WITH(&run, text, "import", "topics", "-");
			assert_int_equal(run.status, 1);
			run_release(&run);
		}
		RUN_WITH(&run, text, "cue");
		assert_int_equal(run.status, 1);
		run_release(&run);
	}
}

static void what_people_are_called_comes_out_unchanged(void **state)
{
	struct str all = STR_INIT, file = STR_INIT, row = STR_INIT;
	char visit[16], request[16];
	struct run run;

	(void)state;
	str_add(&file, "surname,note\n");
	for (size_t i = 0; i < MEM_COUNT(kept); i++) {
		str_add(&file, "\"");
		for (const char *c = kept[i]; *c != '\0'; c++)
			str_addf(&file, *c == '"' ? "\"\"" : "%c", *c);
		str_addf(&file, "\",\"note %zu\"\n", i);
		RUN(&run, "log", "--topic", "garage-sale", "--words", kept[i]);
		assert_int_equal(run.status, 0);
		assert_int_equal(
		    sscanf(str_text(&run.out), "%15s %15s", visit, request), 2);
		run_release(&run);
		RUN(&run, "show", visit);
		str_clear(&row);
		str_addf(&row, "They said          %s\n", kept[i]);
		run_expect(&run, 0, str_text(&row), "");
		if (i % 4 == 0) {
			RUN(&run, "show", request);
			run_expect(&run, 0, kept[i], "");
		}
	}
	RUN_WITH(&run, str_text(&file), "import", "residents", "-");
	run_expect(&run, 0, "Added 17", "");
	read_out(&all);
	for (size_t i = 0; i < MEM_COUNT(kept); i++)
		if (strpbrk(kept[i], "\"\\") == NULL)
			assert_non_null(strstr(str_text(&all), kept[i]));
	str_release(&all);
	str_release(&file);
	str_release(&row);
}

static void a_formula_is_defused_in_csv_and_comes_in_as_it_was(void **state)
{
	struct run run, again;

	(void)state;
	RUN_WITH(&run, "surname\n=1+1\n@SUM(1)\n", "import", "residents", "-");
	run_expect(&run, 0, "Added 2", "");
	RUN(&run, "export", "residents");
	assert_non_null(strstr(str_text(&run.out), ",'=1+1,"));
	assert_non_null(strstr(str_text(&run.out), ",'@SUM(1),"));
	assert_null(strstr(str_text(&run.out), ",=1+1"));
	RUN_WITH(&again, str_text(&run.out), "import", "residents", "-");
	run_expect(&again, 0, "changed 2", "");
	RUN(&again, "export", "residents");
	assert_string_equal(str_text(&run.out), str_text(&again.out));
	run_release(&run);
	run_release(&again);
}

static void the_log_has_no_word_that_a_resident_said(void **state)
{
	char path[160], line[512];
	size_t lines = 0;
	struct run run;
	FILE *log;

	(void)state;
	RUN(&run, "log", "--topic", "garage-sale", "--words", "Zebra\x1b");
	run_expect(&run, 2, "", "control character");
	RUN(&run, "find", "Zebra\x1b[2J");
	run_release(&run);
	RUN_WITH(&run, "surname\nZebra\x1b\n", "import", "residents", "-");
	run_expect(&run, 1, "", "line 2");
	log = fopen(
	    place_path(&place, "state/frontdesk/log", path, sizeof(path)), "r");
	assert_non_null(log);
	for (; fgets(line, sizeof(line), log) != NULL; lines++) {
		assert_null(strstr(line, "Zebra"));
		assert_null(strchr(line, '\x1b'));
	}
	fclose(log);
	assert_true(lines > 0);
}

#define TEST(name) cmocka_unit_test_setup(name, setup)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(what_is_refused_leaves_one_sentence_and_nothing),
	    TEST(a_refusal_names_the_place),
	    TEST(a_complaint_never_repeats_what_would_do_harm),
	    TEST(what_people_are_called_comes_out_unchanged),
	    TEST(a_formula_is_defused_in_csv_and_comes_in_as_it_was),
	    TEST(the_log_has_no_word_that_a_resident_said),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
