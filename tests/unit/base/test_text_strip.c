/*
 * test_text_strip.c - text on its way into a sentence: nothing that hides, and
 * every letter
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

#define RLO "\xe2\x80\xae"
#define ZWJ "\xe2\x80\x8d"
#define ACUTE "\xcc\x81"

static void expect(const char *text, const char *stripped)
{
	struct str out = STR_INIT;

	str_add(&out, "<");
	text_strip(text, &out);
	assert_string_equal(str_text(&out) + 1, stripped);
	assert_int_equal(text_is_stripped(text), !strcmp(text, stripped));
	assert_true(text_is_stripped(str_text(&out) + 1));
	str_release(&out);
}

static void letters_of_every_script_are_kept(void **state)
{
	static const char *const texts[] = {
	    "",	      "O’Brien-Łuć", "Nguyễn",	    "김민수",
	    "佐藤様", "ليلى",	     "می‌نا", "ਗੁਰਪ੍ਰੀਤ",
	    "ក្រុម",    "e" ACUTE,     "👩" ZWJ "🚒",   "{address} %s",
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(texts); i++)
		expect(texts[i], texts[i]);
}

static void what_hides_is_left_out(void **state)
{
	(void)state;
	expect("Ele" RLO "na", "Elena");
	expect("\033[2JEl\aena\x7f\xc2\x9b", "[2JElena");
	expect("E\xe2\x80\x8blena\xef\xbb\xbf", "Elena");
	expect("E" ZWJ "lena", "Elena");
	expect(ACUTE "Elena", "Elena");
	expect(RLO, "");
	expect("\xf3\xa0\x81\x81", "");
}

/* The mark stood on the letter before what hides. */
static void an_accent_finds_its_letter_again(void **state)
{
	(void)state;
	expect("e" RLO ACUTE, "e" ACUTE);
	expect("👩" RLO ZWJ "🚒", "👩" ZWJ "🚒");
}

static void too_many_marks_on_one_letter_are_cut(void **state)
{
	struct str text = STR_INIT, out = STR_INIT;

	(void)state;
	str_add(&text, "e");
	for (int i = 0; i < 40; i++)
		str_add(&text, ACUTE);
	str_add(&text, "l");
	text_strip(str_text(&text), &out);
	assert_int_equal(text_clusters(str_text(&out)), 2);
	assert_true(text_is_stripped(str_text(&out)));
	str_release(&text);
	str_release(&out);
}

static void a_line_end_is_a_blank_and_none_is_at_an_end(void **state)
{
	(void)state;
	expect("Ana\tElena", "Ana Elena");
	expect("  Ana\n", "Ana");
	expect("\r\n", "");
	expect("Ana\xe2\x80\xa8Rey", "Ana Rey");
}

static void what_cannot_be_a_letter_is_seen(void **state)
{
	(void)state;
	expect("Ele\xffna", "Ele\xef\xbf\xbdna");
	expect("\xee\x80\x80", "\xef\xbf\xbd");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(letters_of_every_script_are_kept),
	    cmocka_unit_test(what_hides_is_left_out),
	    cmocka_unit_test(an_accent_finds_its_letter_again),
	    cmocka_unit_test(too_many_marks_on_one_letter_are_cut),
	    cmocka_unit_test(a_line_end_is_a_blank_and_none_is_at_an_end),
	    cmocka_unit_test(what_cannot_be_a_letter_is_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
