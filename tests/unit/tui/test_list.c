#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/list.h"

struct rows {
	const char *ids[40];
};

static struct list list;

static int open_list(void **state)
{
	(void)state;
	list_init(&list);
	return 0;
}

static int close_list(void **state)
{
	(void)state;
	list_release(&list);
	return 0;
}

static const char *id_of(const void *rows, size_t index)
{
	return ((const struct rows *)rows)->ids[index];
}

static bool press(const struct rows *rows, enum action action)
{
	struct key key = {.kind = KEY_KIND_ACTION, .action = action};

	return list_handle(&list, &key, true, id_of, rows);
}

static void arriving_rows_never_move_the_selection(void **state)
{
	struct rows before = {{"a", "b", "c"}};
	struct rows after = {{"x", "y", "a", "b", "c"}};

	(void)state;
	list_set(&list, 3, id_of, &before);
	list_select(&list, 1, id_of, &before);
	list_set(&list, 5, id_of, &after);
	assert_int_equal(list.selected, 3);
	press(&after, ACTION_DOWN);
	assert_string_equal(str_text(&list.id), "c");
}

static void where_the_row_went_its_place_is_selected(void **state)
{
	struct rows before = {{"a", "b", "c"}}, after = {{"a", "c"}};
	struct rows last = {{"a"}};

	(void)state;
	list_set(&list, 3, id_of, &before);
	list_select(&list, 1, id_of, &before);
	list_set(&list, 2, id_of, &after);
	assert_int_equal(list.selected, 1);
	assert_string_equal(str_text(&list.id), "c");
	list_set(&list, 1, id_of, &last);
	assert_int_equal(list.selected, 0);
	list_set(&list, 0, id_of, &last);
	assert_true(list.selected == LIST_NONE);
}

static void nothing_is_selected_until_something_is(void **state)
{
	struct rows rows = {{"a", "b"}};

	(void)state;
	list_set(&list, 2, id_of, &rows);
	assert_true(list.selected == LIST_NONE);
	press(&rows, ACTION_DOWN);
	assert_int_equal(list.selected, 0);
	press(&rows, ACTION_UP);
	assert_int_equal(list.selected, 0);
	list.may_be_none = true;
	press(&rows, ACTION_UP);
	assert_true(list.selected == LIST_NONE);
}

static void an_empty_list_takes_its_keys_and_does_nothing(void **state)
{
	struct rows rows = {{0}};

	(void)state;
	list_set(&list, 0, id_of, &rows);
	assert_true(press(&rows, ACTION_DOWN));
	assert_true(press(&rows, ACTION_END));
	assert_true(list.selected == LIST_NONE);
	assert_int_equal(list_top(&list, 5), 0);
	assert_false(press(&rows, ACTION_ENTER));
}

static void the_selected_row_always_shows(void **state)
{
	struct rows rows;
	static char ids[40][4];

	(void)state;
	for (int i = 0; i < 40; i++) {
		ids[i][0] = (char)('a' + i / 10);
		ids[i][1] = (char)('0' + i % 10);
		rows.ids[i] = ids[i];
	}
	list_set(&list, 40, id_of, &rows);
	list_select(&list, 0, id_of, &rows);
	assert_int_equal(list_top(&list, 10), 0);
	press(&rows, ACTION_PAGE_DOWN);
	assert_int_equal(list.selected, 9);
	press(&rows, ACTION_DOWN);
	assert_int_equal(list_top(&list, 10), 1);
	press(&rows, ACTION_UP); /* does not scroll: it shows already */
	assert_int_equal(list_top(&list, 10), 1);
	press(&rows, ACTION_END);
	assert_int_equal(list_top(&list, 10), 30);
	assert_int_equal(list_top(&list, 3), 37);
	press(&rows, ACTION_HOME);
	assert_int_equal(list_top(&list, 3), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_list, close_list)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(arriving_rows_never_move_the_selection),
	    TEST(where_the_row_went_its_place_is_selected),
	    TEST(nothing_is_selected_until_something_is),
	    TEST(an_empty_list_takes_its_keys_and_does_nothing),
	    TEST(the_selected_row_always_shows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
