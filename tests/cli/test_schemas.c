/*
 * Whatever the command line prints as JSON is as its schema of data/schemas has
 * it, to the last key; docs/interchange.md names the schema. In the demo city:
 * everybody in it is invented.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "demo_city.h"
#include "frontdesk/base/mem.h"
#include "named_tests.h"
#include "run.h"
#include "schema.h"

#define JSON "--format", "json"

enum { WORDS_MAX = 8 };

static struct place place;

/* Objects on a line each, or one document. */
static const struct {
	const char *schema, *login, *words[WORDS_MAX];
	bool is_one;
} commands[] = {
    {"find", "aruiz", {"find", "gar", JSON}, false},
    {"find", "aruiz", {"find", "permit", JSON}, false},
    {"acknowledge", "aruiz", {"acknowledge", JSON}, false},
    {"promise", "aruiz", {"promise", JSON}, false},
    {"handoff", "aruiz", {"handoff", JSON}, false},
    {"tell", "aruiz", {"tell", JSON}, false},
    {"question", "kosei", {"question", JSON}, false},
    {"notice", "sjohnson", {"notice", JSON}, false},
    {"round", "aruiz", {"round", "briefing", JSON}, false},
    {"round", "sjohnson", {"round", "evening", JSON}, false},
    {"patterns", "sjohnson", {"patterns", JSON}, false},
    {"topic", "aruiz", {"topic", "find", "garage", JSON}, false},
    {"feedback", "sjohnson", {"feedback", JSON}, false},
    {"idea", "sjohnson", {"idea", JSON}, false},
    {"thanks", "dpham", {"thanks", JSON}, false},
    {"staff", "aruiz", {"staff", JSON}, false},
    {"printers", "aruiz", {"printers", JSON}, false},
    {"cue", "aruiz", {"cue"}, false},
    {"export-feedback", "sjohnson", {"export", "feedback"}, false},
    {"export-ideas", "sjohnson", {"export", "ideas"}, false},
    {"export-thanks", "sjohnson", {"export", "thanks"}, false},
    {"board", "sjohnson", {"board", JSON}, true},
    {"calendar", "sjohnson", {"calendar", JSON}, true},
    {"summary", "sjohnson", {"summary", JSON}, true},
    {"summary",
     "sjohnson",
     {"summary", "--day", "2026-11-11", "--names", JSON},
     true},
    {"summary", "sjohnson", {"summary", "--month", "2026-11", JSON}, true},
    {"corrections", "sjohnson", {"summary", "--corrections", JSON}, true},
};

/* What cue reads. */
static const char visitor[] =
    "{\"at\":\"2026-11-23T09:05\",\"lang\":\"en\",\"resident\":{\"title\":"
    "\"Ms.\",\"given\":\"Elena\",\"surname\":\"Alvarez\"}}\n";

static void put_lpstat(void)
{
	char path[128], search[4096];
	FILE *file =
	    fopen(place_path(&place, "lpstat", path, sizeof(path)), "w");

	assert_non_null(file);
	fputs("#!/bin/sh\n"
	      "echo 'printer attic disabled since now -'\n"
	      "echo '\tPaused'\n"
	      "echo 'printer counter is idle.  enabled since now'\n"
	      "echo '\tDescription: By the window'\n"
	      "echo 'system default destination: counter'\n",
	      file);
	fclose(file);
	assert_int_equal(chmod(path, 0700), 0);
	snprintf(search, sizeof(search), "%s:%s", place.path, getenv("PATH"));
	setenv("PATH", search, 1);
}

static int setup(void **state)
{
	struct run run;

	(void)state;
	demo_city_open(&place, FRONTDESK_FIXED);
	put_lpstat();
	RUN(&run, "--demo", "--as", "aruiz", "question", "note",
	    "Is a fence of hay a fence?", "--topic", "fence-permit");
	run_expect(&run, 0, "", "");
	RUN(&run, "--demo", "--as", "sjohnson", "calendar", "close",
	    "2026-12-04", "--reason", "The floor is laid anew");
	run_expect(&run, 0, "", "");
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static void ask(size_t which, struct run *run)
{
	const char *words[WORDS_MAX + 4] = {"--demo", "--as",
					    commands[which].login};

	memcpy(&words[3], commands[which].words, sizeof(commands[which].words));
	run_words(FRONTDESK_FIXED, visitor, words, run);
	if (run->status != 0)
		fail_msg("%s: %s", commands[which].schema,
			 str_text(&run->complaints));
}

static void what_is_printed_is_as_its_schema_has_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < MEM_COUNT(commands); i++) {
		struct run run;

		ask(i, &run);
		if (commands[i].is_one)
			schema_accepts(commands[i].schema, str_text(&run.out));
		else
			schema_accepts_lines(commands[i].schema,
					     str_text(&run.out));
		run_release(&run);
	}
}

/* The first document with a key that nobody told the schema of. */
static void a_key_that_the_schema_does_not_name_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < MEM_COUNT(commands); i++) {
		struct str more = STR_INIT;
		const char *first;
		struct run run;
		size_t len;

		ask(i, &run);
		first = strchr(str_text(&run.out), '{');
		assert_non_null(first);
		len = commands[i].is_one ? strlen(first) : strcspn(first, "\n");
		str_add_n(&more, str_text(&run.out),
			  (size_t)(first - str_text(&run.out)) + 1);
		str_add(&more, "\"surplus\": 1, ");
		str_add_n(&more, first + 1, len - 1);
		schema_refuses(commands[i].schema, str_text(&more), "surplus");
		str_release(&more);
		run_release(&run);
	}
}

static bool is_asked(const char *schema)
{
	/* Held against the store itself: tests/desk/test_export_schema.c */
	if (strcmp(schema, "export") == 0)
		return true;
	for (size_t i = 0; i < MEM_COUNT(commands); i++)
		if (strcmp(commands[i].schema, schema) == 0)
			return true;
	return false;
}

static void each_schema_is_named_on_the_page_and_asked_for(void **state)
{
	static const char end[] = ".schema.json";
	DIR *folder = opendir(SOURCE_DIR "/data/schemas");
	struct str page = STR_INIT;
	struct dirent *entry;
	size_t count = 0;

	(void)state;
	assert_non_null(folder);
	named_tests_add_file(SOURCE_DIR "/docs/interchange.md", &page);
	while ((entry = readdir(folder)) != NULL) {
		char name[64], link[96];
		const char *tail = strstr(entry->d_name, end);

		if (tail == NULL)
			continue;
		count++;
		snprintf(name, sizeof(name), "%.*s",
			 (int)(tail - entry->d_name), entry->d_name);
		if (!is_asked(name))
			fail_msg("nothing is held against %s", name);
		snprintf(link, sizeof(link), "../data/schemas/%s%s", name, end);
		if (strstr(str_text(&page), link) == NULL)
			fail_msg("docs/interchange.md does not name %s", link);
	}
	closedir(folder);
	assert_true(count >= 20);
	str_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_printed_is_as_its_schema_has_it),
	    cmocka_unit_test(a_key_that_the_schema_does_not_name_is_refused),
	    cmocka_unit_test(each_schema_is_named_on_the_page_and_asked_for),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
