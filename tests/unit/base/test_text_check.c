/*
 * test_text_check.c - what may come in as text, and how it goes out
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

static const struct text_limit name = {
    .field = "surname", .label = "the surname", .max = 20, .is_required = true};
static const struct text_limit note = {
    .field = "said", .label = "the note", .max = 200, .many_lines = true};

static bool passes(const char *text)
{
	struct error err;

	return text_check(text, &name, &err);
}

static void real_names_pass_unchanged(void **state)
{
	static const char *const names[] = {
	    "O'Brien",
	    "O\u2019Brien",
	    "Mary-Kate Smith Jr.",
	    "Nguy\u1ec5n Th\u1ecb B\u00edch",
	    "Jose\u0301 Nu\u0301n\u0303ez",
	    "Zo\u00eb M\u00fcller",
	    "\u0645\u062d\u0645\u062f \u0639\u0628\u062f",
	    "\u0e20\u0e32\u0e2a\u0e01\u0e23 \u0e27\u0e31\u0e12\u0e19\u0e4c",
	    "\uae40\ubbfc\uc218",
	    "\u845b\U000e0100\u57ce",	      /* a variant of the ideograph */
	    "\u0645\u06cc\u200c\u062e\u0648", /* Persian, a non-joiner */
	    "\u0d30\u0d3e\u0d1c\u0d28\u0d4d\u200d", /* Malayalam, old chillu */
	    "\U0001f3f3\ufe0f\u200d\U0001f308",	    /* a flag of joined emoji */
	    "\uff4a\uff4f\uff48\uff4e",
	    "=1+1",
	    "%",
	};
	struct str clean = STR_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < MEM_COUNT(names); i++) {
		assert_true(passes(names[i]));
		str_clear(&clean);
		text_clean(names[i], false, &clean);
		assert_string_equal(clean.text, names[i]);
	}
	str_release(&clean);
}

static void what_hides_or_commands_is_refused_and_cleaned(void **state)
{
	static const char *const texts[] = {
	    "a\033[2Jb",
	    "a\tb",
	    "a\nb",
	    "a\rb",
	    "a\177b",
	    "a\xc2\x9b"
	    "31m", /* C1 in UTF-8 */
	    "a\x9b"
	    "31m",		     /* C1 raw */
	    "user\u202etxt.exe",     /* override */
	    "\u2067A\u2069",	     /* isolate */
	    "\u200fA",		     /* direction mark */
	    "Jo\u200chn",	     /* a non-joiner in Latin */
	    "Jo\u200d",		     /* a joiner that joins nothing */
	    "Jo\u2060hn",	     /* word joiner */
	    "Jo\u00adhn",	     /* soft hyphen */
	    "A\u200bB",		     /* zero width */
	    "A\U000e0041\U000e007f", /* tags */
	    "A\u3164",		     /* filler */
	    "a\u2028line",
	    "a\u2029line",
	    "\ufeffname",
	    "a\uffff",
	    "a\ufdd0",
	    "a\U000f0000",
	    "\u0301a",	     /* an accent on no letter */
	    "A\ufe0f\ufe0f", /* selectors in a row */
	};
	struct str clean = STR_INIT;
	struct error err;
	size_t i;

	(void)state;
	for (i = 0; i < MEM_COUNT(texts); i++) {
		assert_false(text_check(texts[i], &name, &err));
		assert_int_equal(err.code, ERROR_INVALID);
		assert_string_equal(err.field, "surname");
		str_clear(&clean);
		text_clean(texts[i], false, &clean);
		assert_non_null(strstr(clean.text, "\ufffd"));
		assert_true(passes(clean.text));
	}
	str_release(&clean);
}

static void the_place_of_what_is_wrong_is_named(void **state)
{
	struct error err;

	(void)state;
	assert_false(text_check("Nguy\u1ec5n\033", &name, &err));
	assert_non_null(strstr(err.text, "the surname"));
	assert_non_null(strstr(err.text, "character 7"));
}

static void forms_that_are_not_utf8_are_refused(void **state)
{
	static const char *const texts[] = {
	    "\xfe\xff",	 "\xc0\x80", "\xf0\x80\x80\xaf",
	    "\xe2\x82",	 "\x80",     "\xed\xa0\x80",
	    "M\xfcller", "ok\xc3(",  "\xf5\x80\x80\x80",
	};
	struct str clean = STR_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < MEM_COUNT(texts); i++) {
		assert_false(text_is_utf8(texts[i], strlen(texts[i])));
		assert_false(passes(texts[i]));
		str_clear(&clean);
		text_clean(texts[i], true, &clean);
		assert_true(text_is_utf8(clean.text, clean.len));
	}
	assert_true(text_is_utf8("\u20ac\U0001f308", 7));
	assert_false(text_is_utf8("\u20ac\U0001f308", 6));
	str_release(&clean);
}

static void too_many_accents_on_one_letter_are_refused(void **state)
{
	struct str text = STR_INIT, clean = STR_INIT;
	struct error err;
	int i;

	(void)state;
	str_add(&text, "Z");
	for (i = 0; i < 12; i++)
		str_add(&text, "\u0335");
	assert_true(text_check(text.text, &note, &err));
	str_add(&text, "\u0489");
	assert_false(text_check(text.text, &note, &err));
	text_clean(text.text, false, &clean);
	assert_true(text_check(clean.text, &note, &err));
	str_release(&text);
	str_release(&clean);
}

static void a_limit_counts_letters_not_bytes(void **state)
{
	struct text_limit three = {"f", "the name", 3, false, false};
	struct error err;

	(void)state;
	assert_true(text_check("\u1ec5\u1ec5\u1ec5", &three, &err));
	assert_false(text_check("abcd", &three, &err));
	assert_non_null(strstr(err.text, "4 characters, at most 3"));
}

static void a_required_text_must_be_seen(void **state)
{
	struct text_limit optional = name;
	struct error err;

	(void)state;
	optional.is_required = false;
	assert_false(passes(NULL));
	assert_false(passes(""));
	assert_false(passes(" \u3000 "));
	assert_true(text_check(NULL, &optional, &err));
	assert_true(text_check(" \u3000", &optional, &err));
	/* Neither blank nor seen: an empty braille cell. */
	assert_false(text_check("\u2800", &optional, &err));
}

static void lines_are_text_only_where_they_may_be(void **state)
{
	struct str clean = STR_INIT;
	struct error err;

	(void)state;
	assert_true(text_check("one\ntwo", &note, &err));
	assert_false(text_check("one\n\u0301two", &note, &err));
	text_clean("one\ntwo", true, &clean);
	assert_string_equal(clean.text, "one\ntwo");
	str_release(&clean);
}

static void a_zero_byte_is_refused(void **state)
{
	struct error err;

	(void)state;
	assert_false(text_check_n("a\0b", 3, &name, &err));
	assert_non_null(strstr(err.text, "character 2"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(real_names_pass_unchanged),
	    cmocka_unit_test(what_hides_or_commands_is_refused_and_cleaned),
	    cmocka_unit_test(the_place_of_what_is_wrong_is_named),
	    cmocka_unit_test(forms_that_are_not_utf8_are_refused),
	    cmocka_unit_test(too_many_accents_on_one_letter_are_refused),
	    cmocka_unit_test(a_limit_counts_letters_not_bytes),
	    cmocka_unit_test(a_required_text_must_be_seen),
	    cmocka_unit_test(lines_are_text_only_where_they_may_be),
	    cmocka_unit_test(a_zero_byte_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
