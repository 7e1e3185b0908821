/*
 * test_text_fold.c - one form for what sounds the same to whoever searches
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

struct folded {
	const char *text, *expected;
};

static void check(const struct folded *cases, size_t count)
{
	struct str out = STR_INIT;
	size_t i;

	for (i = 0; i < count; i++) {
		str_clear(&out);
		text_fold(cases[i].text, &out);
		assert_string_equal(str_text(&out), cases[i].expected);
	}
	str_release(&out);
}

static void accents_and_case_do_not_matter(void **state)
{
	static const struct folded cases[] = {
	    {"Jos\u00e9 de la Cruz", "jose de la cruz"},
	    {"Jose\u0301", "jose"},
	    {"Nguy\u1ec5n Th\u1ecb B\u00edch", "nguyen thi bich"},
	    {"\u0110\u1eb7ng", "dang"},
	    {"\u0141ukasz", "lukasz"},
	    {"\u00d8re \u00c6sop \u0152uvre \u00de\u00f3r",
	     "ore aesop oeuvre thor"},
	    {"Stra\u00dfe STRASSE", "strasse strasse"},
	    {"I\u015f\u0131k \u0130zmir", "isik izmir"},
	    {"\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3",
	     "\u03bf\u03b4\u03c5\u03c3\u03c3\u03b5\u03c5\u03c3"},
	    {"\u0401\u043b\u043a\u0430", "\u0435\u043b\u043a\u0430"},
	};

	(void)state;
	check(cases, MEM_COUNT(cases));
}

static void apostrophes_vanish_and_hyphens_part_words(void **state)
{
	static const struct folded cases[] = {
	    {"O'Brien", "obrien"},
	    {"O\u2019Brien", "obrien"},
	    {"Sa\u02bbilemanu", "sailemanu"},
	    {"Mary-Kate", "mary kate"},
	    {"J.R. Smith, Jr.", "j r smith jr"},
	    {"  a   b  ", "a b"},
	    {"a\u00a0b", "a b"},
	    {"--", ""},
	    {"", ""},
	    {NULL, ""},
	};

	(void)state;
	check(cases, MEM_COUNT(cases));
}

static void wide_and_joined_forms_are_taken_apart(void **state)
{
	static const struct folded cases[] = {
	    {"\ufb01", "fi"},
	    {"\uff2a\uff4f\uff48\uff4e", "john"},
	    {"\u212a", "k"},
	    {"\u0663\u0664 \u096b", "34 5"},
	};

	(void)state;
	check(cases, MEM_COUNT(cases));
}

static void arabic_is_one_with_and_without_its_points(void **state)
{
	static const struct folded cases[] = {
	    {"\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f",
	     "\u0645\u062d\u0645\u062f"},
	    {"\u0623\u062d\u0645\u062f", "\u0627\u062d\u0645\u062f"},
	    {"\u0625\u0622\u0671\u0627", "\u0627\u0627\u0627\u0627"},
	    {"\u0639\u0640\u0640\u0644\u0649", "\u0639\u0644\u064a"},
	};

	(void)state;
	check(cases, MEM_COUNT(cases));
}

static void scripts_whose_marks_are_letters_keep_them(void **state)
{
	static const struct folded cases[] = {
	    {"\uae40\ubbfc\uc218", "\uae40\ubbfc\uc218"},
	    /* the same name as single jamo */
	    {"\u1100\u1175\u11b7", "\uae40"},
	    {"\u738b\u5c0f\u660e", "\u738b\u5c0f\u660e"},
	    {"\u304c \u304b\u3099", "\u304c \u304c"},
	    {"\u092e\u093e\u0930\u093f", "\u092e\u093e\u0930\u093f"},
	    {"\u0e44\u0e0a\u0e22\u0e31", "\u0e44\u0e0a\u0e22\u0e31"},
	};

	(void)state;
	check(cases, MEM_COUNT(cases));
}

static void a_prefix_by_syllables_stays_a_prefix(void **state)
{
	struct str whole = STR_INIT, part = STR_INIT;

	(void)state;
	text_fold("\uae40\ubbfc\uc218", &whole);
	text_fold("\uae40\ubbfc", &part);
	assert_memory_equal(whole.text, part.text, part.len);
	str_release(&whole);
	str_release(&part);
}

/* UTF-8 of a code point that is no surrogate. */
static void add_point(struct str *out, unsigned int point)
{
	if (point < 0x80) {
		str_add_char(out, (char)point);
		return;
	}
	if (point < 0x800) {
		str_add_char(out, (char)(0xc0 | point >> 6));
	} else if (point < 0x10000) {
		str_add_char(out, (char)(0xe0 | point >> 12));
		str_add_char(out, (char)(0x80 | (point >> 6 & 0x3f)));
	} else {
		str_add_char(out, (char)(0xf0 | point >> 18));
		str_add_char(out, (char)(0x80 | (point >> 12 & 0x3f)));
		str_add_char(out, (char)(0x80 | (point >> 6 & 0x3f)));
	}
	str_add_char(out, (char)(0x80 | (point & 0x3f)));
}

static void folding_twice_is_folding_once(void **state)
{
	struct str text = STR_INIT, once = STR_INIT, twice = STR_INIT;
	unsigned int point, tried = 0;

	(void)state;
	for (point = 1; point < 0x30000; point++) {
		if (point >= 0xd800 && point < 0xe000)
			continue;
		str_clear(&text);
		str_clear(&once);
		str_clear(&twice);
		add_point(&text, point);
		str_add_char(&text, 'a');
		add_point(&text, point);
		text_fold(text.text, &once);
		text_fold(str_text(&once), &twice);
		assert_string_equal(str_text(&once), str_text(&twice));
		assert_true(once.len == 0 || once.text[once.len - 1] != ' ');
		tried++;
	}
	assert_true(tried > 190000);
	str_release(&text);
	str_release(&once);
	str_release(&twice);
}

static void folding_adds_to_what_was_there(void **state)
{
	struct str out = STR_INIT;

	(void)state;
	str_add(&out, "key:");
	text_fold("-A B", &out);
	assert_string_equal(out.text, "key:a b");
	str_release(&out);
}

static void bytes_that_are_no_text_part_words(void **state)
{
	static const struct folded cases[] = {{"a\xff"
					       "b",
					       "a b"},
					      {"\xe2\x82", ""}};

	(void)state;
	check(cases, MEM_COUNT(cases));
}

static void digits_are_found_forwards_and_backwards(void **state)
{
	struct str out = STR_INIT;

	(void)state;
	text_digits("+1 (559) 555-0123", &out);
	assert_string_equal(out.text, "15595550123");
	str_clear(&out);
	text_digits_reversed("555-0123", &out);
	assert_string_equal(out.text, "3210555");
	str_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(accents_and_case_do_not_matter),
	    cmocka_unit_test(apostrophes_vanish_and_hyphens_part_words),
	    cmocka_unit_test(wide_and_joined_forms_are_taken_apart),
	    cmocka_unit_test(arabic_is_one_with_and_without_its_points),
	    cmocka_unit_test(scripts_whose_marks_are_letters_keep_them),
	    cmocka_unit_test(a_prefix_by_syllables_stays_a_prefix),
	    cmocka_unit_test(folding_twice_is_folding_once),
	    cmocka_unit_test(folding_adds_to_what_was_there),
	    cmocka_unit_test(bytes_that_are_no_text_part_words),
	    cmocka_unit_test(digits_are_found_forwards_and_backwards),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
