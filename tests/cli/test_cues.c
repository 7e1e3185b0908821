/*
 * test_cues.c - frontdesk check names what is wrong with a city's cues
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "new_store.h"
#include "own_words.h"
#include "run.h"

static struct place place;

static int make(void **state)
{
	(void)state;
	new_store_make(&place, FRONTDESK_FIXED);
	own_words_copy(&place);
	return 0;
}

static int remove_all(void **state)
{
	(void)state;
	own_words_forget();
	place_close(&place);
	return 0;
}

static void a_row_that_is_wrong_is_named_and_a_right_one_is_not(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "check");
	run_expect(&run, 0, "The store is whole", "");
	own_words_cues(
	    "waited\t3\twaited\tsunshine\ten\tSAY\t60\tThank you.\n");
	RUN(&run, "check");
	run_expect(&run, 1, "The store is whole",
		   "cues/city.tsv:2: no condition is called \"sunshine\"");
	own_words_cues("waited\t3\twaited\t-\ten\tSAY\t60\tThank you {sir}.\n");
	RUN(&run, "check");
	run_expect(&run, 1, "", "cues/city.tsv:2: no place is called {sir}");
	own_words_cues("waited\t3\twaited\t-\txx\tSAY\t60\tThank you.\n");
	RUN(&run, "check");
	run_expect(&run, 1, "",
		   "cues/city.tsv:2: no language is called \"xx\"");
	own_words_cues("waited\t3\twaited\t-\ten\tSAY\t60\tThank you.\n");
	RUN(&run, "check");
	run_expect(&run, 0, "The store is whole", "");
}

static void a_wrong_line_of_the_words_is_named_and_people_are_greeted(void **s)
{
	struct run run;

	(void)s;
	own_words_copy(&place);
	own_words_append("cues/greetings.tsv",
			 "es\tgreet\tnoon\talone\tHola.\t-\n");
	RUN(&run, "check");
	run_expect(&run, 1, "The store is whole",
		   "greetings.tsv:267: the hours must be like 12-18, or -");
	RUN_WITH(&run,
		 "{\"at\":\"2026-03-10T09:05\",\"lang\":\"es\",\"resident\":"
		 "{\"title\":\"Sra.\",\"surname\":\"Paz\"}}\n",
		 "cue");
	run_expect(&run, 0, "Buenos días, Sra. Paz.", "greetings.tsv:267: ");
	own_words_copy(&place);
	own_words_append("cues/languages.tsv", "xx\t-\t-\n");
	own_words_append("titles/titles.tsv", "en\tMx.\n");
	RUN(&run, "check");
	run_expect(&run, 1, "The store is whole", "languages.tsv:34: ");
	RUN(&run, "check");
	run_expect(&run, 1, "The store is whole", "titles.tsv:");
	own_words_copy(&place);
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
