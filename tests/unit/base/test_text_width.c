/*
 * test_text_width.c - clusters, columns, cutting and wrapping
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

/* Family: four people, three joiners; one cluster of eight columns. */
#define FAMILY "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"

static int in_utf8(void **state)
{
	(void)state;
	setenv("LC_ALL", "C", 1);
	text_locale_init();
	return 0;
}

static void without_a_utf8_locale_text_still_has_its_width(void **state)
{
	(void)state;
	/* in_utf8 began with LC_ALL=C */
	assert_int_equal(text_width("\u738b"), 2);
}

static void width_is_the_sum_of_what_curses_advances(void **state)
{
	(void)state;
	assert_int_equal(text_width("Garcia"), 6);
	assert_int_equal(text_width("Nguye\u0302\u0303n"), 6);
	assert_int_equal(text_width("\uae40\ubbfc\uc218"), 6);
	assert_int_equal(text_width(FAMILY), 8);
	assert_int_equal(text_width(NULL), 0);
	assert_int_equal(text_width_n("abc", 2), 2);
	/* no width of its own: one replacement character */
	assert_int_equal(text_width("a\033b"), 3);
	assert_int_equal(text_width("\xff"), 1);
}

static void clusters_are_what_people_call_letters(void **state)
{
	(void)state;
	assert_int_equal(text_clusters("e\u0301a"), 2);
	assert_int_equal(text_count("e\u0301a"), 3);
	assert_int_equal(text_clusters(FAMILY), 1);
	assert_int_equal(text_clusters("\U0001f1fa\U0001f1f8\U0001f1f2"
				       "\U0001f1fd"),
			 2);
	assert_int_equal(text_clusters("\u1100\u1175\u11b7"), 1);
	/* a conjunct of consonants that a virama joins, in India and Khmer */
	assert_int_equal(text_clusters("\u0915\u094d\u0937\u092e"), 2);
	assert_int_equal(text_clusters("\u0938\u094d\u200d\u0924"), 1);
	assert_int_equal(text_clusters("\u0915\u094d\u200c\u0937"), 2);
	assert_int_equal(text_clusters("\u179f\u17d2\u178f\u17bc"), 1);
	assert_int_equal(text_clusters(""), 0);
}

static void the_cursor_walks_the_same_way_back(void **state)
{
	static const char text[] = "ab " FAMILY "x\u0301\U0001f1fa\U0001f1f8"
				   "\U0001f1f2\U0001f1fd\uae40 z\xff!";
	size_t stops[40], count = 0, at = 0;

	(void)state;
	while (at < sizeof(text) - 1) {
		stops[count++] = at;
		at = text_next(text, at);
	}
	assert_int_equal(at, sizeof(text) - 1);
	assert_int_equal(text_next(text, at), at);
	assert_int_equal(count, 12);
	while (count > 0) {
		at = text_previous(text, at);
		assert_int_equal(at, stops[--count]);
	}
	assert_int_equal(text_previous(text, 0), 0);
}

static void only_whole_clusters_fit(void **state)
{
	(void)state;
	assert_int_equal(text_fit("abc", 2), 2);
	assert_int_equal(text_fit("abc", 9), 3);
	assert_int_equal(text_fit("abc", 0), 0);
	assert_int_equal(text_fit("\u738b\u738b", 3), 3);
	assert_int_equal(text_fit("ae\u0301", 1), 1);
	assert_int_equal(text_fit("e\u0301a", 1), 3);
	assert_int_equal(text_fit(FAMILY "a", 7), 0);
}

static void what_is_cut_says_so_and_stays_in_its_columns(void **state)
{
	static const char *const texts[] = {
	    "Garcia",	   "\uae40\ubbfc\uc218",
	    FAMILY FAMILY, "",
	    NULL,	   "Nguye\u0302\u0303n Thi Bich Hanh"};
	struct str out = STR_INIT;
	int columns;
	size_t i;

	(void)state;
	for (i = 0; i < MEM_COUNT(texts); i++) {
		for (columns = 0; columns < 20; columns++) {
			str_clear(&out);
			text_add_padded(&out, texts[i], columns);
			assert_int_equal(text_width(str_text(&out)), columns);
		}
	}
	str_clear(&out);
	text_add_cut(&out, "Garcia", 6);
	text_add_cut(&out, "Garcia", 5);
	assert_string_equal(out.text, "GarciaGarc\u2026");
	str_release(&out);
}

static void check_wrap(const char *text, int columns, const char *expected)
{
	struct str out = STR_INIT;
	size_t at = 0, next, len;

	for (;; at = next) {
		next = text_wrap(text, at, columns, &len);
		if (next == at)
			break;
		assert_true(text_width_n(text + at, len) <= columns ||
			    text_next(text, at) == at + len);
		str_add_n(&out, text + at, len);
		str_add_char(&out, '|');
	}
	assert_int_equal(len, 0);
	assert_string_equal(str_text(&out), expected);
	str_release(&out);
}

static void lines_break_at_blanks_or_else_between_clusters(void **state)
{
	(void)state;
	check_wrap("", 10, "");
	check_wrap("the fence permit", 80, "the fence permit|");
	check_wrap("the fence permit", 9, "the fence|permit|");
	check_wrap("the fence permit", 10, "the fence|permit|");
	check_wrap("the   fence", 5, "the|fence|");
	check_wrap("fence  \npermit", 6, "fence|permit|");
	check_wrap("one\n\ntwo\n", 10, "one||two|");
	check_wrap("abcdefgh", 3, "abc|def|gh|");
	check_wrap("to abcdefgh", 4, "to|abcd|efgh|");
	check_wrap("\u738b\u5c0f\u660e", 4, "\u738b\u5c0f|\u660e|");
	/* narrower than a letter: one letter a line, and an end */
	check_wrap("\u738b\u5c0f", 1, "\u738b|\u5c0f|");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(without_a_utf8_locale_text_still_has_its_width),
	    cmocka_unit_test(width_is_the_sum_of_what_curses_advances),
	    cmocka_unit_test(clusters_are_what_people_call_letters),
	    cmocka_unit_test(the_cursor_walks_the_same_way_back),
	    cmocka_unit_test(only_whole_clusters_fit),
	    cmocka_unit_test(what_is_cut_says_so_and_stays_in_its_columns),
	    cmocka_unit_test(lines_break_at_blanks_or_else_between_clusters),
	};

	return cmocka_run_group_tests(tests, in_utf8, NULL);
}
