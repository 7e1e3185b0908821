/*
 * test_json.c - JSON written, read, and harmless to a terminal
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "frontdesk/base/json.h"

static struct json *sample(void)
{
	struct json *object = json_new_object(), *list = json_new_array();

	json_put_int(object, "b", 1);
	json_put_text(object, "a", NULL);
	json_put_real(object, "share", 2.0 / 3);
	json_put_bool(object, "kept", true);
	json_push_text(list, "fence \"permit\"");
	json_push(list, json_new_object());
	json_put(object, "list", list);
	json_put_null(object, "none");
	return object;
}

static void keys_are_written_in_the_order_they_were_put(void **state)
{
	struct json *object = sample();
	struct str out = STR_INIT;

	(void)state;
	json_write(object, false, &out);
	assert_string_equal(out.text,
			    "{\"b\":1,\"a\":null,\"share\":0.666667,"
			    "\"kept\":true,\"list\":[\"fence \\\"permit\\\"\","
			    "{}],\"none\":null}");
	json_free(object);
	str_release(&out);
}

static void for_people_it_is_indented_by_two(void **state)
{
	struct json *object = json_new_object();
	struct str out = STR_INIT;

	(void)state;
	json_put_int(object, "n", 3);
	json_write(object, true, &out);
	assert_string_equal(out.text, "{\n  \"n\": 3\n}");
	json_free(object);
	str_release(&out);
}

static void a_number_that_is_none_becomes_null(void **state)
{
	struct json *object = json_new_object();

	(void)state;
	json_put_real(object, "nan", NAN);
	json_put_real(object, "inf", INFINITY);
	assert_int_equal(json_kind(json_get(object, "nan")), JSON_KIND_NULL);
	assert_int_equal(json_kind(json_get(object, "inf")), JSON_KIND_NULL);
	json_free(object);
}

static void what_is_written_is_read_again(void **state)
{
	static const char text[] =
	    "{\"name\":\"Nguy\u1ec5n\",\"n\":-7,\"r\":0.5,\"t\":true,"
	    "\"z\":null,\"l\":[1,2]}";
	struct json *value = NULL;
	struct str out = STR_INIT;
	struct error err;

	(void)state;
	assert_true(json_parse(text, sizeof(text) - 1, &value, &err));
	assert_string_equal(json_get_text(value, "name"), "Nguy\u1ec5n");
	assert_null(json_get_text(value, "n"));
	assert_null(json_get_text(value, "missing"));
	assert_int_equal(json_get_int(value, "n", 0), -7);
	assert_int_equal(json_get_int(value, "name", 9), 9);
	assert_true(json_get_bool(value, "t", false));
	assert_true(json_get_bool(value, "missing", true));
	assert_int_equal(json_kind(json_get(value, "r")), JSON_KIND_REAL);
	assert_int_equal(json_kind(json_get(value, "z")), JSON_KIND_NULL);
	assert_int_equal(json_count(value), 6);
	assert_int_equal(json_count(json_get(value, "l")), 2);
	assert_int_equal(json_int(json_at(json_get(value, "l"), 1)), 2);
	assert_null(json_at(json_get(value, "l"), 2));
	json_write(value, false, &out);
	assert_string_equal(out.text, text);
	json_free(value);
	str_release(&out);
}

static void check_refused(const char *text, const char *words)
{
	struct json *value = (struct json *)(uintptr_t)1;
	struct error err;

	assert_false(json_parse(text, strlen(text), &value, &err));
	assert_null(value);
	assert_int_equal(err.code, ERROR_INVALID);
	if (strstr(err.text, words) == NULL)
		assert_string_equal(err.text, words);
}

static void what_is_not_json_is_refused_with_its_place(void **state)
{
	(void)state;
	check_refused("{\"a\":1,\n\"a\":2}", "line 2");
	check_refused("{\"a\":1,\"a\":2}", "twice");
	check_refused("{\"a\":\"M\xfcller\"}", "UTF-8");
	check_refused("{\"a\":", "too early");
	check_refused("{} {}", "follows");
	check_refused("", "line");
	check_refused("{\"a\":\"\\u0000\"}", "zero");
	/* and never with what was read, which may be a resident's */
	check_refused("{\"a\":Elena}", "line 1, column 10: this is not JSON");
}

static void what_would_reach_the_terminal_is_escaped(void **state)
{
	static const char text[] = "a\033[2J\xc2\x9b\u202e\U000e0041\u00e9";
	struct json *value = json_new_array(), *again;
	struct str out = STR_INIT;
	struct error err;

	(void)state;
	json_push_text(value, text);
	json_write(value, false, &out);
	assert_string_equal(out.text, "[\"a\\u001B[2J\\u009B\\u202E"
				      "\\uDB40\\uDC41\u00e9\"]");
	assert_true(json_parse(out.text, out.len, &again, &err));
	assert_string_equal(json_text(json_at(again, 0)), text);
	json_free(again);
	json_free(value);
	str_release(&out);
}

static void text_that_is_not_utf8_is_cleaned_not_lost(void **state)
{
	struct json *value = json_new_array();

	(void)state;
	json_push_text(value, "M\xfcller");
	assert_string_equal(json_text(json_at(value, 0)), "M\ufffdller");
	json_free(value);
}

static void note_key(const char *key, struct json *value, void *state)
{
	assert_non_null(value);
	str_add(state, key);
	str_add_char(state, ' ');
}

static void every_key_is_visited_in_order(void **state)
{
	struct json *object = sample();
	struct str keys = STR_INIT;

	(void)state;
	json_each(object, note_key, &keys);
	assert_string_equal(keys.text, "b a share kept list none ");
	json_free(object);
	str_release(&keys);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_are_written_in_the_order_they_were_put),
	    cmocka_unit_test(for_people_it_is_indented_by_two),
	    cmocka_unit_test(a_number_that_is_none_becomes_null),
	    cmocka_unit_test(what_is_written_is_read_again),
	    cmocka_unit_test(what_is_not_json_is_refused_with_its_place),
	    cmocka_unit_test(what_would_reach_the_terminal_is_escaped),
	    cmocka_unit_test(text_that_is_not_utf8_is_cleaned_not_lost),
	    cmocka_unit_test(every_key_is_visited_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
