/*
 * test_text_case.c - capitals, as the language of the text has them
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"

typedef void add_fn(struct str *out, const char *text, size_t len,
		    enum text_case_rule rule);

static void expect(add_fn *add, enum text_case_rule rule, const char *text,
		   const char *expected)
{
	struct str out = STR_INIT;

	add(&out, text, strlen(text), rule);
	assert_string_equal(str_text(&out), expected);
	str_release(&out);
}

static void each_letter_becomes_a_capital(void **state)
{
	(void)state;
	expect(text_add_upper, TEXT_CASE_PLAIN, "van den 1-é", "VAN DEN 1-É");
	expect(text_add_upper, TEXT_CASE_PLAIN, "жук", "ЖУК");
	expect(text_add_upper, TEXT_CASE_PLAIN, "groß ﬁ", "GROSS FI");
	expect(text_add_upper, TEXT_CASE_PLAIN, "小\xff", "小\xff");
	expect(text_add_upper, TEXT_CASE_PLAIN, "", "");
}

static void languages_have_capitals_of_their_own(void **state)
{
	(void)state;
	expect(text_add_upper, TEXT_CASE_TURKIC, "ipek ışık", "İPEK IŞIK");
	expect(text_add_upper, TEXT_CASE_GREEK, "ά ΐ ϊ", "Α Ϊ Ϊ");
	expect(text_add_upper, TEXT_CASE_PLAIN, "ά", "Ά");
	expect(text_add_upper, TEXT_CASE_ARMENIAN, "և", "ԵՎ");
	expect(text_add_upper, TEXT_CASE_PLAIN, "և", "ԵՒ");
}

static void only_the_first_letter_is_capitalised(void **state)
{
	(void)state;
	expect(text_add_capitalised, TEXT_CASE_PLAIN, "van den", "Van den");
	expect(text_add_capitalised, TEXT_CASE_PLAIN, "ßa", "Ssa");
	expect(text_add_capitalised, TEXT_CASE_PLAIN, "ǆa", "ǅa");
	expect(text_add_capitalised, TEXT_CASE_DUTCH, "ijssel", "IJssel");
	expect(text_add_capitalised, TEXT_CASE_PLAIN, "ijssel", "Ijssel");
	expect(text_add_capitalised, TEXT_CASE_PLAIN, "", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_letter_becomes_a_capital),
	    cmocka_unit_test(languages_have_capitals_of_their_own),
	    cmocka_unit_test(only_the_first_letter_is_capitalised),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
