#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "tui/decode.h"

static struct decode decode;

static int open_decode(void **state)
{
	(void)state;
	decode_init(&decode, NULL, 0);
	return 0;
}

static int close_decode(void **state)
{
	(void)state;
	decode_release(&decode);
	return 0;
}

static void feed(const char *bytes)
{
	decode_feed(&decode, bytes, strlen(bytes));
}

static void expect_action(enum action action)
{
	struct key key;

	assert_true(decode_next(&decode, false, &key));
	assert_int_equal(key.kind, KEY_KIND_ACTION);
	assert_int_equal(key.action, action);
}

static void expect_text(const char *text)
{
	struct key key;

	assert_true(decode_next(&decode, false, &key));
	assert_int_equal(key.kind, KEY_KIND_TEXT);
	assert_string_equal(key.text, text);
}

static void expect_nothing(void)
{
	struct key key;

	assert_false(decode_next(&decode, false, &key));
}

static void letters_come_one_cluster_at_a_time(void **state)
{
	(void)state;
	feed("aé\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80z");
	expect_text("a");
	expect_text("é");
	expect_text("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80");
	expect_text("z");
	expect_nothing();
}

static void a_character_that_arrives_in_halves_is_whole(void **state)
{
	(void)state;
	feed("\xc3");
	expect_nothing();
	assert_true(decode_is_waiting(&decode));
	feed("\xa9");
	expect_text("é");
}

static void bytes_that_are_not_utf8_are_said_to_be_broken(void **state)
{
	struct key key;

	(void)state;
	feed("\xff"
	     "a");
	assert_true(decode_next(&decode, false, &key));
	assert_int_equal(key.kind, KEY_KIND_BROKEN);
	expect_text("a");
	feed("\xed\xa0\x80"); /* a surrogate */
	assert_true(decode_next(&decode, false, &key));
	assert_int_equal(key.kind, KEY_KIND_BROKEN);
}

static void f_keys_arrive_in_every_dialect(void **state)
{
	(void)state;
	feed("\033OP\033[11~\033[[A"); /* xterm, vt220, linux */
	for (int i = 0; i < 3; i++)
		expect_action(ACTION_HELP);
	feed("\033[20~\033[21~\0339\0330");
	expect_action(ACTION_FINISH);
	expect_action(ACTION_LISTS);
	expect_action(ACTION_FINISH);
	expect_action(ACTION_LISTS);
	expect_nothing();
}

static void alt_and_each_digit_is_an_f_key(void **state)
{
	static const enum action actions[] = {
	    ACTION_LISTS,   ACTION_HELP,  ACTION_NEXT, ACTION_BACK,
	    ACTION_CHOOSE,  ACTION_HOLD,  ACTION_JOIN, ACTION_HAND_OFF,
	    ACTION_PROMISE, ACTION_FINISH};

	(void)state;
	for (int digit = 0; digit < 10; digit++) {
		char bytes[] = {'\033', (char)('0' + digit), '\0'};

		feed(bytes);
		expect_action(actions[digit]);
	}
}

static void a_lone_escape_waits_for_quiet(void **state)
{
	struct key key;

	(void)state;
	feed("\033");
	expect_nothing();
	assert_true(decode_next(&decode, true, &key));
	assert_true(key_is(&key, ACTION_ESCAPE));
	assert_false(decode_is_waiting(&decode));
}

static void text_typed_ahead_of_an_escape_is_kept(void **state)
{
	(void)state;
	feed("\033gar");
	expect_action(ACTION_ESCAPE);
	expect_text("g");
	expect_text("a");
	expect_text("r");
}

static void an_escape_at_the_end_is_taken_away_with_its_kin(void **state)
{
	(void)state;
	feed("ab\033\033");
	assert_true(decode_ends_in_escape(&decode));
	assert_true(decode_take_escape(&decode));
	assert_false(decode_take_escape(&decode));
	expect_text("a");
	expect_text("b");
	expect_nothing();
	feed("\033[A");
	assert_false(decode_take_escape(&decode));
	expect_action(ACTION_UP);
}

static void an_unknown_sequence_never_becomes_text(void **state)
{
	(void)state;
	feed("\033[?62;9c\033[1;2P\033[<0;3;4M\033[99~x");
	expect_action(ACTION_ENTER); /* ESC [ ... M, as the keypad's Enter */
	expect_text("x");
	expect_nothing();
}

static void a_sequence_in_pieces_is_one_key(void **state)
{
	(void)state;
	feed("\033");
	expect_nothing();
	feed("[1");
	expect_nothing();
	feed(";5D");
	expect_action(ACTION_WORD_LEFT);
}

static void a_pasted_newline_is_text(void **state)
{
	struct key key;

	(void)state;
	feed("\033[200~one\r\ntwo\rthree\033[2");
	expect_nothing();
	feed("01~x");
	assert_true(decode_next(&decode, false, &key));
	assert_int_equal(key.kind, KEY_KIND_PASTE);
	assert_string_equal(key.text, "one\ntwo\nthree");
	expect_text("x");
}

static void a_paste_whose_end_is_lost_is_no_command(void **state)
{
	struct key key;

	(void)state;
	feed("\033[200~one\rtwo");
	expect_nothing();
	decode_end_paste(&decode);
	assert_true(decode_next(&decode, false, &key));
	assert_int_equal(key.kind, KEY_KIND_PASTE);
	assert_string_equal(key.text, "one\ntwo");
	feed("\r");
	expect_action(ACTION_ENTER);
}

static void what_terminfo_says_goes_first(void **state)
{
	static const struct decode_sequence extra[] = {
	    {"\033[A", ACTION_LISTS}};

	(void)state;
	decode_init(&decode, extra, 1);
	feed("\033[A\033[B");
	expect_action(ACTION_LISTS);
	expect_action(ACTION_DOWN);
}

static void a_long_burst_is_read_to_its_last_key(void **state)
{
	int count = 0;
	struct key key;

	(void)state;
	for (int i = 0; i < 5000; i++)
		feed("ab\r");
	while (decode_next(&decode, false, &key))
		count++;
	assert_int_equal(count, 15000);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, open_decode, close_decode)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(letters_come_one_cluster_at_a_time),
	    TEST(a_character_that_arrives_in_halves_is_whole),
	    TEST(bytes_that_are_not_utf8_are_said_to_be_broken),
	    TEST(f_keys_arrive_in_every_dialect),
	    TEST(alt_and_each_digit_is_an_f_key),
	    TEST(a_lone_escape_waits_for_quiet),
	    TEST(text_typed_ahead_of_an_escape_is_kept),
	    TEST(an_escape_at_the_end_is_taken_away_with_its_kin),
	    TEST(an_unknown_sequence_never_becomes_text),
	    TEST(a_sequence_in_pieces_is_one_key),
	    TEST(a_pasted_newline_is_text),
	    TEST(a_paste_whose_end_is_lost_is_no_command),
	    TEST(what_terminfo_says_goes_first),
	    TEST(a_long_burst_is_read_to_its_last_key),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
