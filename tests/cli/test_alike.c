/* What is not spelled so, on the command line; everybody is invented. */
#include <stdlib.h>
#include <string.h>

#include "own_city.h"
#include "run.h"

static const char people[] = "title,given,surname\n"
			     "Ms.,Elena,Alvarez\n"
			     "Mr.,John,Smith\n";

static int setup(void **state)
{
	if (desk_terminal_setup(state) != 0)
		return -1;
	own_city_make(*state, false);
	own_city_import(*state, "residents", people);
	return 0;
}

/* What frontdesk WORDS says holds the text. */
#define says(desk, text, ...)                                                  \
	expect_said(desk, text, (const char *[]){__VA_ARGS__, NULL})

static void expect_said(struct desk_terminal *desk, const char *text,
			const char *const words[])
{
	char *said = own_city_ask(desk, words);

	if (strstr(said, text) == NULL)
		fail_msg("“%s” is not in: %s", text, said);
	free(said);
}

static void a_typo_finds_and_says_that_it_is_similar(void **state)
{
	struct desk_terminal *desk = *state;

	says(desk, "Alvarez, Ms. Elena · similar\n", "find", "alvarex");
	says(desk, "Smith, Mr. John · similar\n", "find", "jon", "smyth");
	says(desk, "Alvarez, Ms. Elena\n", "find", "alvarez");
	says(desk, "\"similar\":true,", "find", "alvarex", "--format", "json");
	says(desk, "\"similar\":false,", "find", "alvarez", "--format", "json");
}

static void what_is_like_nobody_ends_with_one(void **state)
{
	assert_int_equal(
	    desk_terminal_run(*state, (const char *[]){"find", "qqqq", NULL}),
	    1);
}

/* Whoever writes a record names one, and nobody who is like it. */
static void a_visit_is_never_logged_for_somebody_similar(void **state)
{
	assert_int_not_equal(
	    desk_terminal_run(*state,
			      (const char *[]){"log", "--resident", "alvarex",
					       "--topic", "x", NULL}),
	    0);
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM visit"), 0);
}

static void a_dry_run_lists_who_may_be_known(void **state)
{
	static const char csv[] = "given,surname\nJon,Smith\nJon,Smith\n"
				  "Carl,Weber\n";
	struct desk_terminal *desk = *state;
	struct run run;

	RUN_WITH(&run, csv, "--store", desk->store, "import", "residents", "-",
		 "--dry-run");
	assert_int_equal(run.status, 0);
	assert_non_null(strstr(str_text(&run.out), "It would add 3"));
	assert_non_null(
	    strstr(str_text(&run.out), "Perhaps known already: 2.\n"));
	assert_non_null(strstr(str_text(&run.out), "line 2 is like P-"));
	assert_non_null(
	    strstr(str_text(&run.out), ": Smith, Mr. John · similar\n"));
	assert_non_null(
	    strstr(str_text(&run.out), "line 3 is like line 2: Smith, Jon\n"));
	run_release(&run);
	own_city_import(desk, "residents", csv);
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM resident"), 5);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, setup, desk_terminal_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_typo_finds_and_says_that_it_is_similar),
	    TEST(what_is_like_nobody_ends_with_one),
	    TEST(a_visit_is_never_logged_for_somebody_similar),
	    TEST(a_dry_run_lists_who_may_be_known),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
