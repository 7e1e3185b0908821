/*
 * test_address.c - English beside a greeting, languages that are refused, all
 * who stand here; every name here is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "said_case.h"

static void the_clerk_reads_english_beside_another_language(void **state)
{
	struct address_request request = {
	    .name = NAME(.title = "Sra.", .given = "Inés", .surname = "Rey",
			 .say_as = "ee-NESS", .pronouns = "ella"),
	    .language = "es",
	    .hour = 19};
	const struct address *said = said_to(&request);

	(void)state;
	assert_string_equal(said->language, "es");
	assert_string_equal(str_text(&said->english),
			    "Good evening, Sra. Rey.");
	assert_string_equal(str_text(&said->close), "Gracias, Sra. Rey.");
	assert_string_equal(str_text(&said->hint), "ee-NESS");
	assert_string_equal(str_text(&said->reference), "ella");
	request.language = "en";
	said = said_to(&request);
	assert_int_equal(said->english.len, 0);
}

static void a_language_without_greetings_is_refused(void **state)
{
	static const char *const languages[] = {"xx", "", "e", "english", NULL};
	struct error err = {0};
	struct address address = {0};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(languages); i++) {
		const struct address_request request = {
		    .language = languages[i], .hour = 9};

		assert_false(
		    address_compose(said_phrases(), &request, &address, &err));
		assert_int_equal(err.code, ERROR_INVALID);
		assert_string_equal(err.field, "language");
		assert_int_equal(address.greet.len, 0);
	}
}

static void everyone_who_stands_here_is_greeted(void **state)
{
	const struct address_request requests[] = {
	    {.name = NAME(.title = "Ms.", .surname = "Alvarez"),
	     .language = "en",
	     .hour = 14},
	    {.name = NAME(.surname = "Nobody"), .language = "en"},
	    {.name = NAME(.title = "Mr.", .surname = "Alvarez"),
	     .language = "en"},
	};
	struct error err = {0};
	struct str out = STR_INIT;

	(void)state;
	assert_true(address_greet_all(said_phrases(), requests, 3, &out, &err));
	assert_string_equal(str_text(&out),
			    "Good afternoon, Ms. Alvarez, Mr. Alvarez.");
	str_clear(&out);
	assert_true(
	    address_greet_all(said_phrases(), &requests[1], 1, &out, &err));
	assert_string_equal(str_text(&out), "Good morning.");
	str_release(&out);
}

static void permission_has_three_words(void **state)
{
	enum permission out = PERMISSION_UNKNOWN;
	struct error err = {0};

	(void)state;
	assert_true(permission_parse("no", &out, &err));
	assert_int_equal(out, PERMISSION_NO);
	assert_true(
	    permission_parse(permission_name(PERMISSION_YES), &out, &err));
	assert_int_equal(out, PERMISSION_YES);
	assert_false(permission_parse("maybe", &out, &err));
	assert_false(permission_parse(NULL, &out, &err));
	assert_string_equal(err.field, "first_name_ok");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_clerk_reads_english_beside_another_language),
	    cmocka_unit_test(a_language_without_greetings_is_refused),
	    cmocka_unit_test(everyone_who_stands_here_is_greeted),
	    cmocka_unit_test(permission_has_three_words),
	};

	return cmocka_run_group_tests(tests, said_setup, said_teardown);
}
