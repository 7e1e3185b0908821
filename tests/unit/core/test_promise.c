/*
 * test_promise.c - kept by its hour, late after it
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/core/promise.h"

static void done_at_its_very_hour_is_kept(void **state)
{
	const struct promise promise = {.due_at = 1000};

	(void)state;
	assert_int_equal(promise_done(&promise, 1000), PROMISE_KEPT);
	assert_int_equal(promise_done(&promise, 1001), PROMISE_MISSED);
}

static void only_what_nobody_settled_becomes_late(void **state)
{
	(void)state;
	assert_false(promise_is_late(PROMISE_OPEN, 1000, 1000));
	assert_true(promise_is_late(PROMISE_OPEN, 1000, 1001));
	assert_false(promise_is_late(PROMISE_KEPT, 1000, 5000));
	assert_false(promise_is_late(PROMISE_WITHDRAWN, 1000, 5000));
	assert_false(promise_is_late(PROMISE_RENEWED, 1000, 5000));
	assert_true(promise_is_late(PROMISE_MISSED, 1000, 500));
}

static void every_state_has_its_name_back(void **state)
{
	enum promise_state parsed;

	(void)state;
	for (int i = PROMISE_OPEN; i <= PROMISE_RENEWED; i++) {
		assert_true(promise_state_parse(
		    promise_state_name((enum promise_state)i), &parsed));
		assert_int_equal(parsed, i);
	}
	assert_false(promise_state_parse("forgotten", &parsed));
}

static void what_is_promised_has_words_and_a_limit(void **state)
{
	struct promise promise = {.what = " "};
	struct error err = {0};
	char text[202];

	(void)state;
	assert_false(promise_check(&promise, &err));
	assert_string_equal(err.field, "what");
	for (int i = 0; i < 201; i++)
		text[i] = 'x';
	text[201] = '\0';
	promise.what = text;
	assert_false(promise_check(&promise, &err));
	text[200] = '\0';
	assert_true(promise_check(&promise, &err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(done_at_its_very_hour_is_kept),
	    cmocka_unit_test(only_what_nobody_settled_becomes_late),
	    cmocka_unit_test(every_state_has_its_name_back),
	    cmocka_unit_test(what_is_promised_has_words_and_a_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
