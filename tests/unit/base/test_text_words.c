/*
 * test_text_words.c - code points, and the words that initials are made of
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"

/* The words of text are those of expected, which are parted by "|". */
static void expect_words(const char *text, const char *expected)
{
	struct str words = STR_INIT;
	struct text_word word = {0};

	while (text_next_word(text, strlen(text), word.end, &word)) {
		if (words.len > 0)
			str_add_char(&words, '|');
		str_add_n(&words, text + word.begin, word.end - word.begin);
	}
	assert_string_equal(str_text(&words), expected);
	str_release(&words);
}

static void blanks_and_hyphens_part_words(void **state)
{
	(void)state;
	expect_words("Mary Beth", "Mary|Beth");
	expect_words("  Jean-Luc\u3000Picard ", "Jean|Luc|Picard");
	expect_words("«Ana» (Ann)", "Ana|Ann");
	expect_words("", "");
	expect_words(" - ", "");
}

static void what_stands_between_letters_parts_nothing(void **state)
{
	(void)state;
	expect_words("O'Brien d’Arc", "O'Brien|d’Arc");
	expect_words("J.R. Col·lell", "J.R|Col·lell");
	expect_words("e\u0301lise", "e\u0301lise");
	expect_words("'Ana'", "Ana");
}

static void a_word_begins_with_a_letter(void **state)
{
	(void)state;
	expect_words("Luis 2nd", "Luis");
	expect_words("Luis2 B", "Luis2|B");
	expect_words("3.b", "");
}

static void scripts_without_spaces_have_a_word_in_each_cluster(void **state)
{
	(void)state;
	expect_words("小明", "小|明");
	expect_words("さくら", "さ|く|ら");
	expect_words("アルベルト", "アルベルト");
	expect_words("A小明B", "A|小|明|B");
	expect_words("ស្តូបើ", "ស្តូ|បើ");
}

static void a_burmese_consonant_closes_the_syllable_before_it(void **state)
{
	(void)state;
	expect_words("ကက်သီ", "ကက်|သီ");
	expect_words("အိုင်ရင်း", "အိုင်|ရင်း");
	/* of a foreign name, where there is no such syllable */
	expect_words("ဝဲလ်", "ဝဲ|လ်");
	expect_words("မစ်ရှ်", "မ|စ်|ရှ်");
}

static void code_points_are_read_one_by_one(void **state)
{
	static const char text[] = "aé\xff王";
	static const int32_t points[] = {'a', 0xe9, -1, 0x738b, 0};
	size_t at = 0, len = strlen(text);

	(void)state;
	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++)
		assert_int_equal(text_point(text, len, at, &at), points[i]);
	assert_int_equal(at, len);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(blanks_and_hyphens_part_words),
	    cmocka_unit_test(what_stands_between_letters_parts_nothing),
	    cmocka_unit_test(a_word_begins_with_a_letter),
	    cmocka_unit_test(
		scripts_without_spaces_have_a_word_in_each_cluster),
	    cmocka_unit_test(a_burmese_consonant_closes_the_syllable_before_it),
	    cmocka_unit_test(code_points_are_read_one_by_one),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
