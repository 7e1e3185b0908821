/*
 * test_id.c - UUIDs of version 7, ascending
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "frontdesk/base/id.h"

static int64_t now_at;

static int64_t now(void *state)
{
	(void)state;
	return now_at;
}

static const struct clock still = {.now = now};

static void an_id_has_version_variant_and_time(void **state)
{
	struct id id;

	(void)state;
	now_at = INT64_C(0x0123456789ab);
	id_new(&still, &id);
	assert_int_equal(strlen(id.text), 36);
	assert_memory_equal(id.text, "01234567-89ab-7", 15);
	assert_non_null(strchr("89ab", id.text[19]));
}

static void ids_ascend_within_a_millisecond_and_beyond(void **state)
{
	struct id before, after;
	int i;

	(void)state;
	now_at += 5;
	id_new(&still, &before);
	/* more than the counter holds: the time runs ahead instead */
	for (i = 0; i < 20000; i++) {
		id_new(&still, &after);
		assert_true(strcmp(before.text, after.text) < 0);
		before = after;
	}
}

static void a_clock_that_steps_back_does_not_take_ids_with_it(void **state)
{
	struct id before, after;

	(void)state;
	now_at += CLOCK_HOUR;
	id_new(&still, &before);
	now_at -= CLOCK_MINUTE;
	id_new(&still, &after);
	assert_true(strcmp(before.text, after.text) < 0);
	assert_memory_equal(before.text, after.text, 13);
}

static void two_ids_differ_in_their_random_part(void **state)
{
	struct id one, two;

	(void)state;
	id_new(&still, &one);
	id_new(&still, &two);
	assert_string_not_equal(one.text + 20, two.text + 20);
}

static void any_uuid_is_read_and_nothing_else(void **state)
{
	static const char *const wrong[] = {
	    "",
	    "R-1234",
	    "0192f0e0-1234-7abc-8def-0123456789a",
	    "0192f0e0-1234-7abc-8def-0123456789ag",
	    "0192f0e012347abc8def0123456789ab",
	    "0192f0e0-1234-7abc-8def-0123456789ab0",
	    NULL};
	struct error err;
	struct id id;
	size_t i;

	(void)state;
	assert_true(
	    id_parse("0192F0E0-1234-7ABC-8DEF-0123456789AB", &id, &err));
	assert_string_equal(id.text, "0192f0e0-1234-7abc-8def-0123456789ab");
	for (i = 0; wrong[i] != NULL; i++) {
		assert_false(id_parse(wrong[i], &id, &err));
		assert_int_equal(err.code, ERROR_INVALID);
		assert_string_equal(id.text, "");
	}
	assert_false(id_parse(NULL, &id, &err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_id_has_version_variant_and_time),
	    cmocka_unit_test(ids_ascend_within_a_millisecond_and_beyond),
	    cmocka_unit_test(a_clock_that_steps_back_does_not_take_ids_with_it),
	    cmocka_unit_test(two_ids_differ_in_their_random_part),
	    cmocka_unit_test(any_uuid_is_read_and_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
