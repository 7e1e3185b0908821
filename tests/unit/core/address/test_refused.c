/*
 * test_refused.c - what never enters a cue: a refused title, a legal name that
 * is not in use, marks that hide; every name here is invented
 */
#define _GNU_SOURCE /* strcasestr */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "said_case.h"

static void expect_without(const struct person_name *name, const char *refused,
			   const char *called, bool asks)
{
	const char *const titles[] = {"Sir", refused};
	const struct address *said = said_to(
	    &(const struct address_request){.name = name,
					    .refused_titles = titles,
					    .refused_count = MEM_COUNT(titles),
					    .language = "en",
					    .hour = 9});

	assert_string_equal(str_text(&said->address), called);
	assert_int_equal(said->ask.len > 0, asks);
}

static void a_refused_title_is_never_said(void **state)
{
	const struct person_name *mrs =
	    NAME(.title = "Mrs.", .given = "Ana", .surname = "Lee");
	static char *const words[][2] = {
	    {"Mr.", "Mister"},	  {"Dr.", "Doctor"},   {"Sr.", "Señor"},
	    {"Sra.", "Señora"},	  {"M.", "Monsieur"},  {"G.", "Ginoo"},
	    {"G.", "Ginoong"},	  {"Gng.", "Ginang"},  {"Bb.", "Binibini"},
	    {"Mme", "Madame"},	  {"Dra.", "Doctora"}, {"د.", "الدكتور"},
	    {"Mtra.", "Maestra"}, {"Hr.", "Herr"},
	};

	(void)state;
	expect_without(mrs, "Mrs.", "Ana Lee", true);
	expect_without(mrs, "mrs", "Ana Lee", true);
	expect_without(mrs, "Missus", "Ana Lee", true);
	expect_without(mrs, "Ms.", "Mrs. Lee", false);
	/* One word, however it is written. */
	for (size_t i = 0; i < MEM_COUNT(words); i++) {
		struct person_name name = {
		    .title = words[i][0], .given = "Ana", .surname = "Lee"};

		expect_without(&name, words[i][1], "Ana Lee", true);
		name.title = words[i][1];
		expect_without(&name, words[i][0], "Ana Lee", true);
	}
	expect_without(
	    NAME(.title = "Mr. Dr.", .given = "Ana", .surname = "Lee"),
	    "Doctor", "Mr. Lee", false);
	expect_without(NAME(.title = "Doña", .given = "Ana", .surname = "Lee"),
		       "dna", "Ana Lee", true);
	expect_without(NAME(.title = "Hakim", .given = "Ana", .surname = "Lee"),
		       "HAKIM", "Ana Lee", true);
	expect_without(NAME(.title = "Mrs.", .surname = "Lee"), "Mrs", "",
		       true);
}

static void a_refused_title_is_refused_in_any_greeting(void **state)
{
	static const struct {
		const char *language, *title, *refused;
	} cases[] = {
	    {"pt", "Sr.", "Señor"},
	    {"fil", "Dr.", "Doctor"},
	    {"es", "Mr.", "Mister"},
	    {"de", "M.", "Monsieur"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		const struct address *said =
		    said_to(&(const struct address_request){
			.name = NAME(.title = (char *)cases[i].title,
				     .given = "Ana", .surname = "Lee"),
			.refused_titles = &cases[i].refused,
			.refused_count = 1,
			.language = cases[i].language,
			.hour = 9});

		assert_string_equal(str_text(&said->address), "Ana Lee");
	}
}

static void what_comes_after_a_refused_rank_is_said(void **state)
{
	const struct person_name *colonel =
	    NAME(.rank = "LTC", .service = "USA", .title = "Dr.",
		 .given = "Ana", .surname = "Lee");

	(void)state;
	expect_without(colonel, "Colonel", "Dr. Lee", false);
	expect_without(colonel, "Lt. Col.", "Dr. Lee", false);
	expect_without(colonel, "Dr.", "Colonel Lee", false);
	expect_without(NAME(.office = "Mayor", .rank = "LTC", .surname = "Lee"),
		       "Mayor", "Colonel Lee", false);
}

/* Whatever else is recorded, and in every text that is said. */
static void expect_no_robert(const struct person_name *name)
{
	static const enum permission permissions[] = {
	    PERMISSION_UNKNOWN, PERMISSION_YES, PERMISSION_NO};
	static const char *const languages[] = {"en", "es", "vi", "ja", "ar"};

	for (size_t i = 0; i < MEM_COUNT(permissions) * MEM_COUNT(languages);
	     i++) {
		const struct address *said =
		    said_to(&(const struct address_request){
			.name = name,
			.first_name_ok = permissions[i % 3],
			.language = languages[i / 3],
			.hour = 9});
		const struct str *texts[] = {&said->greet, &said->close,
					     &said->address, &said->english,
					     &said->sounded};

		for (size_t t = 0; t < MEM_COUNT(texts); t++) {
			assert_null(strcasestr(str_text(texts[t]), "robert"));
			assert_null(strstr(str_text(texts[t]), "Róbert"));
		}
	}
}

static void the_legal_name_never_enters_a_cue(void **state)
{
	static const char *const legal[] = {"Robert", "ROBERT", "Róbert",
					    "Robert James"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(legal); i++) {
		char *robert = (char *)legal[i];

		expect_no_robert(NAME(.given = "Rachel", .surname = "Levin",
				      .legal_given = robert));
		expect_no_robert(NAME(.given = "Rachel", .surname = "Levin",
				      .given2 = i < 3 ? "robert" : "Robert",
				      .name_locale = "vi",
				      .legal_given = robert));
		expect_no_robert(NAME(.surname = "Levin", .title = "Ms.",
				      .legal_given = robert));
		expect_no_robert(NAME(.surname = "Levin", .known_as = "Rachel",
				      .legal_given = robert));
	}
	expect_no_robert(NAME(.given = "Robert", .known_as = "Rachel",
			      .surname = "Levin", .legal_given = "ROBERT"));
	expect_no_robert(NAME(.given = "Rachel", .known_as = "robert",
			      .surname = "Levin", .legal_given = "Robert"));
	expect_no_robert(NAME(.known_as = "Robert", .title = "Ms.",
			      .legal_given = "Robert"));
}

/* A word more or less in one of the two is no other name. */
static void a_part_of_the_legal_name_never_enters_a_cue(void **state)
{
	static const struct {
		char *given, *legal;
	} cases[] = {
	    {"Robert", "Robert James"},	  {"Robert J.", "Robert"},
	    {"ROBERT J", "Robert James"}, {"James Robert", "Robert"},
	    {"Jean-Robert", "Robert"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		expect_no_robert(NAME(.given = cases[i].given,
				      .known_as = "Rachel", .surname = "Levin",
				      .legal_given = cases[i].legal));
		expect_no_robert(NAME(.title = "Doña", .given = cases[i].given,
				      .given2 = "Robert", .known_as = "Rachel",
				      .surname = "Levin", .name_locale = "vi",
				      .legal_given = cases[i].legal));
	}
	expect_no_robert(NAME(.given = "Rachel", .known_as = "Robert",
			      .surname = "Levin",
			      .legal_given = "Robert James"));
	/* Who goes by the second of two goes by it, and an initial that two
	 * names have makes them no one name. */
	expect_called(NAME(.given = "William Henry", .known_as = "Henry",
			   .legal_given = "William Henry", .surname = "Ames"),
		      PERMISSION_NO, "en", "Henry Ames", true);
	expect_called(NAME(.given = "Rosa J.", .known_as = "Rosie",
			   .legal_given = "Robert J.", .surname = "Ames"),
		      PERMISSION_NO, "en", "Rosa J. Ames", true);
}

static void a_lived_name_needs_no_permission(void **state)
{
	const struct person_name *lived =
	    NAME(.given = "Robert", .legal_given = "Robert",
		 .known_as = "Rachel", .surname = "Levin");

	(void)state;
	expect_called(lived, PERMISSION_NO, "en", "Rachel Levin", true);
	expect_called(lived, PERMISSION_YES, "en", "Rachel", false);
	/* No other name is known: it is in use. */
	expect_called(NAME(.given = "Robert", .legal_given = "Robert",
			   .surname = "Levin"),
		      PERMISSION_NO, "en", "Robert Levin", true);
}

static void hostile_text_is_cleaned_and_every_letter_kept(void **state)
{
	static const struct {
		const char *given, *called;
	} cases[] = {
	    {"Ele\xe2\x80\xaena", "Elena Rey"},
	    {"\xe2\x81\xa6"
	     "Elena\xe2\x81\xa9",
	     "Elena Rey"},
	    {"Elena\033[2J", "Elena[2J Rey"},
	    {"El\aena\x7f", "Elena Rey"},
	    {"Ana\tElena\n", "Ana Elena Rey"},
	    {"  Elena ", "Elena Rey"},
	    {"E\xe2\x80\x8blena", "Elena Rey"},
	    {"Jose\xe2\x80\xae\xcc\x81", "Jose\xcc\x81 Rey"},
	    {"می‌نا", "می‌نا Rey"},
	    {"👩‍🚒", "👩‍🚒 Rey"},
	    {"Ele\xffna", "Ele\xef\xbf\xbdna Rey"},
	    {"D’Angelo-Ó", "D’Angelo-Ó Rey"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++)
		expect_called(
		    NAME(.given = (char *)cases[i].given, .surname = "Rey"),
		    PERMISSION_NO, "en", cases[i].called, true);
	/* Nothing is left of it: as if there were none. */
	expect_called(NAME(.address_as = "\xe2\x80\xae", .given = "Ana",
			   .surname = "\xe2\x80\x8f"),
		      PERMISSION_NO, "en", "Ana", true);
	/* Nobody speaks a template. */
	expect_called(NAME(.address_as = "{address} %s {city}"), PERMISSION_NO,
		      "en", "{address} %s {city}", false);
}

static void hints_are_cleaned_and_stay_beside_the_cue(void **state)
{
	const struct address *said = said_to(&(const struct address_request){
	    .name = NAME(.given = "Inés", .surname = "Rey",
			 .say_as = "ee-\xe2\x80\xaeNESS", .pronouns = "\tella"),
	    .language = "es",
	    .hour = 9});

	(void)state;
	assert_string_equal(str_text(&said->hint), "ee-NESS");
	assert_string_equal(str_text(&said->reference), "ella");
	assert_string_equal(str_text(&said->address), "Inés Rey");
	assert_null(strstr(str_text(&said->greet), "NESS"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_refused_title_is_never_said),
	    cmocka_unit_test(a_refused_title_is_refused_in_any_greeting),
	    cmocka_unit_test(what_comes_after_a_refused_rank_is_said),
	    cmocka_unit_test(the_legal_name_never_enters_a_cue),
	    cmocka_unit_test(a_part_of_the_legal_name_never_enters_a_cue),
	    cmocka_unit_test(a_lived_name_needs_no_permission),
	    cmocka_unit_test(hostile_text_is_cleaned_and_every_letter_kept),
	    cmocka_unit_test(hints_are_cleaned_and_stay_beside_the_cue),
	};

	return cmocka_run_group_tests(tests, said_setup, said_teardown);
}
