/*
 * test_cues.c - frontdesk check names what is wrong with a city's cues
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <pwd.h>
#include <unistd.h>

#include "place.h"
#include "run.h"

#define NOW 1795472040000 /* Monday, November 23, 2026, 2:14 pm */

static struct place place;
static char data[128];

/* The shipped folder, with its cues as files that may be added to. */
static void copy_data(void)
{
	char command[600];

	place_path(&place, "own", data, sizeof(data));
	snprintf(command, sizeof(command),
		 "mkdir -p '%s' && cp -r '%s/data/.' '%s/'", data, SOURCE_DIR,
		 data);
	assert_int_equal(system(command), 0);
	setenv("FRONTDESK_DATA_DIR", data, 1);
}

static int make(void **state)
{
	char path[128];
	struct run run;

	(void)state;
	place_open(&place);
	copy_data();
	run_set_clock(place_path(&place, "clock", path, sizeof(path)), NOW);
	RUN_WITH(&run, "2468\n", "init", "--city", "Mesa Alta", "--zone",
		 "America/Los_Angeles", "--site", "City Hall", "--window",
		 "Window 1", "--supervisor", "M. Hale", "--login",
		 getpwuid(getuid())->pw_name, "--pin-file", "-");
	run_expect(&run, 0, "The store lies in", "");
	return 0;
}

static int remove_all(void **state)
{
	(void)state;
	unsetenv("FRONTDESK_DATA_DIR");
	place_close(&place);
	return 0;
}

static void write_own(const char *row)
{
	char path[160];
	FILE *out;

	snprintf(path, sizeof(path), "%s/cues/city.tsv", data);
	out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out,
		"# cue\tstandard\tmoment\tcondition\tlanguage\tkind\t"
		"urgency\ttext\n%s\n",
		row);
	fclose(out);
}

static void a_row_that_is_wrong_is_named_and_a_right_one_is_not(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "check");
	run_expect(&run, 0, "The store is whole", "");
	write_own("waited\t3\twaited\tsunshine\ten\tSAY\t60\tThank you.");
	RUN(&run, "check");
	run_expect(&run, 1, "The store is whole",
		   "cues/city.tsv:2: no condition is called \"sunshine\"");
	write_own("waited\t3\twaited\t-\ten\tSAY\t60\tThank you {sir}.");
	RUN(&run, "check");
	run_expect(&run, 1, "", "cues/city.tsv:2: no place is called {sir}");
	write_own("waited\t3\twaited\t-\ten\tSAY\t60\tThank you.");
	RUN(&run, "check");
	run_expect(&run, 0, "The store is whole", "");
}

static void append(const char *name, const char *row)
{
	char path[160];
	FILE *out;

	snprintf(path, sizeof(path), "%s/%s", data, name);
	out = fopen(path, "a");
	assert_non_null(out);
	fprintf(out, "%s\n", row);
	fclose(out);
}

static void a_wrong_line_of_the_words_is_named_and_people_are_greeted(void **s)
{
	struct run run;

	(void)s;
	copy_data();
	append("cues/greetings.tsv", "es\tgreet\tnoon\talone\tHola.\t-");
	RUN(&run, "check");
	run_expect(&run, 1, "The store is whole",
		   "greetings.tsv:267: the hours must be like 12-18, or -");
	RUN_WITH(&run,
		 "{\"at\":\"2026-03-10T09:05\",\"lang\":\"es\",\"resident\":"
		 "{\"title\":\"Sra.\",\"surname\":\"Paz\"}}\n",
		 "cue");
	run_expect(&run, 0, "Buenos días, Sra. Paz.", "greetings.tsv:267: ");
	copy_data();
	append("cues/languages.tsv", "xx\t-\t-");
	append("titles/titles.tsv", "en\tMx.");
	RUN(&run, "check");
	run_expect(&run, 1, "The store is whole", "languages.tsv:34: ");
	RUN(&run, "check");
	run_expect(&run, 1, "The store is whole", "titles.tsv:");
	copy_data();
	RUN(&run, "check");
	run_expect(&run, 0, "The store is whole", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_row_that_is_wrong_is_named_and_a_right_one_is_not),
	    cmocka_unit_test(
		a_wrong_line_of_the_words_is_named_and_people_are_greeted),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
