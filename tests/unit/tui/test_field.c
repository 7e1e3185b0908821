#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tui/field.h"

static struct field field;

static const struct text_limit one_line = {
    .field = "said", .label = "what they said", .max = 20};
static const struct text_limit more_lines = {
    .field = "said", .label = "what they said", .max = 200, .many_lines = true};

static int open_field(void **state)
{
	(void)state;
	field_init(&field, &one_line);
	return 0;
}

static int close_field(void **state)
{
	(void)state;
	field_release(&field);
	return 0;
}

static enum field_result press(enum action action)
{
	struct key key = {.kind = KEY_KIND_ACTION, .action = action};
	struct error err = {0};

	return field_handle(&field, &key, &err);
}

static enum field_result type(const char *text, struct error *err)
{
	struct key key = {.kind = KEY_KIND_TEXT, .text = text};

	return field_handle(&field, &key, err);
}

static void typed(const char *text)
{
	struct error err = {0};

	assert_int_equal(type(text, &err), FIELD_CHANGED);
}

static void backspace_takes_a_whole_cluster(void **state)
{
	(void)state;
	typed("a");
	typed("e\xcc\x81"); /* e and its accent, decomposed */
	typed("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80");
	press(ACTION_BACKSPACE);
	assert_string_equal(field_text(&field), "ae\xcc\x81");
	press(ACTION_BACKSPACE);
	assert_string_equal(field_text(&field), "a");
}

static void a_mark_typed_by_itself_joins_the_letter(void **state)
{
	(void)state;
	typed("e");
	typed("\xcc\x81");
	press(ACTION_LEFTWARD);
	assert_int_equal(field.cursor, 0);
	press(ACTION_DELETE);
	assert_string_equal(field_text(&field), "");
}

static void a_joiner_typed_by_itself_is_text(void **state)
{
	(void)state;
	typed("\xf0\x9f\x91\xa9");
	typed("\xe2\x80\x8d");
	typed("\xf0\x9f\x9a\x80");
	press(ACTION_BACKSPACE);
	assert_string_equal(field_text(&field), "");
}

static void what_would_reorder_the_line_is_refused(void **state)
{
	struct error err = {0};

	(void)state;
	typed("ab");
	assert_int_equal(type("x\xe2\x80\xae"
			      "y",
			      &err),
			 FIELD_REFUSED);
	assert_int_equal(err.code, ERROR_INVALID);
	assert_string_equal(err.field, "said");
	assert_true(err.text[0] != '\0');
	assert_string_equal(field_text(&field), "ab");
}

static void a_control_character_is_refused(void **state)
{
	struct error err = {0};

	(void)state;
	assert_int_equal(type("a\033[2J", &err), FIELD_REFUSED);
	assert_int_equal(type("\xc2\x9b", &err), FIELD_REFUSED);
	assert_string_equal(field_text(&field), "");
}

static void the_limit_says_how_much_it_is(void **state)
{
	struct error err = {0};

	(void)state;
	typed("01234567890123456789");
	assert_int_equal(type("x", &err), FIELD_REFUSED);
	assert_non_null(strstr(err.text, "20"));
	press(ACTION_BACKSPACE);
	typed("x");
}

static void a_pasted_newline_is_a_blank_in_one_line(void **state)
{
	(void)state;
	typed("one\ntwo\n");
	assert_string_equal(field_text(&field), "one two");
}

static void a_pasted_newline_is_kept_where_lines_are(void **state)
{
	int row, col;

	(void)state;
	field_init(&field, &more_lines);
	typed("one\ntwo");
	assert_string_equal(field_text(&field), "one\ntwo");
	assert_int_equal(field_rows(&field, 20, &row, &col), 2);
	assert_int_equal(row, 1);
	assert_int_equal(col, 3);
}

static void text_goes_in_where_the_cursor_is(void **state)
{
	(void)state;
	typed("Garcia Lopez");
	press(ACTION_WORD_LEFT);
	typed("y ");
	assert_string_equal(field_text(&field), "Garcia y Lopez");
	press(ACTION_HOME);
	typed("x");
	press(ACTION_END);
	typed("z");
	assert_string_equal(field_text(&field), "xGarcia y Lopezz");
	press(ACTION_HOME);
	press(ACTION_WORD_RIGHT);
	press(ACTION_DELETE);
	assert_string_equal(field_text(&field), "xGarcia  Lopezz");
}

static void a_long_text_scrolls_so_that_the_cursor_shows(void **state)
{
	size_t start;
	int col;

	(void)state;
	typed("0123456789");
	field_view(&field, 5, &start, &col);
	assert_int_equal(start, 6);
	assert_int_equal(col, 4);
	press(ACTION_HOME);
	field_view(&field, 5, &start, &col);
	assert_int_equal(start, 0);
	assert_int_equal(col, 0);
}

static void wide_letters_scroll_by_their_width(void **state)
{
	size_t start;
	int col;

	(void)state;
	typed("陳美玲陳美玲");
	field_view(&field, 6, &start, &col);
	assert_int_equal(start % 3, 0);
	assert_int_equal(col, 4);
	assert_string_equal(field_text(&field) + start, "美玲");
}

static void a_wrapped_text_knows_its_rows(void **state)
{
	int row, col;

	(void)state;
	field_init(&field, &more_lines);
	typed("the fence stands on the line between the two gardens");
	assert_true(field_rows(&field, 20, &row, &col) >= 3);
	assert_true(row >= 2 && col > 0 && col < 20);
	press(ACTION_HOME);
	field_rows(&field, 20, &row, &col);
	assert_int_equal(row, 0);
	assert_int_equal(col, 0);
}

static void a_secret_shows_one_star_a_letter(void **state)
{
	struct str shown = STR_INIT;

	(void)state;
	field.is_secret = true;
	typed("né12");
	field_shown(&field, &shown);
	assert_string_equal(str_text(&shown), "****");
	str_release(&shown);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, open_field, close_field)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(backspace_takes_a_whole_cluster),
	    TEST(a_mark_typed_by_itself_joins_the_letter),
	    TEST(a_joiner_typed_by_itself_is_text),
	    TEST(what_would_reorder_the_line_is_refused),
	    TEST(a_control_character_is_refused),
	    TEST(the_limit_says_how_much_it_is),
	    TEST(a_pasted_newline_is_a_blank_in_one_line),
	    TEST(a_pasted_newline_is_kept_where_lines_are),
	    TEST(text_goes_in_where_the_cursor_is),
	    TEST(a_long_text_scrolls_so_that_the_cursor_shows),
	    TEST(wide_letters_scroll_by_their_width),
	    TEST(a_wrapped_text_knows_its_rows),
	    TEST(a_secret_shows_one_star_a_letter),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
