/*
 * test_language.c - the languages people speak, by their tags
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/core/language.h"

static void a_language_is_named_as_its_speakers_name_it(void **state)
{
	(void)state;
	assert_string_equal(language_name("vi"), "Tiếng Việt");
	assert_string_equal(language_name("es-MX"), "español");
	assert_string_equal(language_name("zh_TW"), "Chinese (中文)");
}

static void whoever_reads_other_letters_finds_them(void **state)
{
	(void)state;
	assert_string_equal(language_name("zh-Hant"),
			    "Traditional Chinese (繁體中文)");
	assert_string_equal(language_name("zh-Hans"), "Chinese (中文)");
	assert_string_equal(language_name("fil"), "Filipino");
	assert_string_equal(language_name("tl-PH"), "Tagalog");
}

static void a_language_nobody_named_keeps_its_tag(void **state)
{
	(void)state;
	assert_string_equal(language_name("tlh"), "tlh");
	assert_string_equal(language_name("e"), "e");
	assert_string_equal(language_name(""), "");
	assert_null(language_name(NULL));
}

static void a_region_does_not_make_another_language(void **state)
{
	(void)state;
	assert_true(language_is("es-MX", "es"));
	assert_true(language_is("es", "es-419"));
	assert_true(language_is("tl", "fil"));
	assert_true(language_is("fil-PH", "tl"));
	assert_false(language_is("tlh", "fil"));
	assert_false(language_is("fi", "fil"));
	assert_false(language_is("fil", "fi"));
	assert_false(language_is(NULL, "en"));
	assert_false(language_is("en", NULL));
	assert_false(language_is("", ""));
}

static void the_clerks_languages_are_parted_by_blanks(void **state)
{
	(void)state;
	assert_true(language_is_among("es", "en es"));
	assert_true(language_is_among("en-GB", "en es"));
	assert_true(language_is_among("fil", "en tl"));
	assert_true(language_is_among("zh-Hant", "en zh"));
	assert_false(language_is_among("e", "en es"));
	assert_false(language_is_among("vi", "en  es "));
	assert_false(language_is_among(NULL, "en"));
	assert_false(language_is_among("en", NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_language_is_named_as_its_speakers_name_it),
	    cmocka_unit_test(whoever_reads_other_letters_finds_them),
	    cmocka_unit_test(a_language_nobody_named_keeps_its_tag),
	    cmocka_unit_test(a_region_does_not_make_another_language),
	    cmocka_unit_test(the_clerks_languages_are_parted_by_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
