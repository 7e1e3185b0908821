#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "tui/footer.h"

static struct footer footer;

static int open_footer(void **state)
{
	(void)state;
	memset(&footer, 0, sizeof(footer));
	footer_add(&footer, "F1", "Help", "Help", 100, true);
	footer_add(&footer, "F2", "Next", "Next", 30, false);
	footer_add(&footer, "F6", "+1 in line", "+1", 40, false);
	footer_add(&footer, "F9", "Log Garage sale", NULL, 80, false);
	footer_add(&footer, "F10", "Lists", "Lists", 20, false);
	footer_add(&footer, "^K", "Cover", "Cover", 5, false);
	footer_add(&footer, "Esc", "", NULL, 90, true);
	return 0;
}

static int close_footer(void **state)
{
	(void)state;
	footer_release(&footer);
	return 0;
}

static int shown(void)
{
	int count = 0;

	for (size_t i = 0; i < footer.count; i++)
		count += footer.items[i].is_shown;
	return count;
}

static void all_is_shown_with_room_where_there_is_room(void **state)
{
	(void)state;
	footer_fit(&footer, 78);
	assert_int_equal(shown(), 7);
	assert_int_equal(footer.gap, 2);
	assert_false(footer.is_brief);
}

static void what_is_crowded_moves_closer_and_then_is_brief(void **state)
{
	(void)state;
	footer_fit(&footer, 72);
	assert_int_equal(shown(), 7);
	assert_int_equal(footer.gap, 1);
	footer_fit(&footer, 64);
	assert_int_equal(shown(), 7);
	assert_true(footer.is_brief);
	assert_string_equal(footer_label(&footer, &footer.items[2]), "+1");
	assert_string_equal(footer_label(&footer, &footer.items[3]),
			    "Log Garage sale");
	assert_string_equal(footer_label(&footer, &footer.items[6]), "");
}

static void the_least_important_goes_first(void **state)
{
	(void)state;
	footer_fit(&footer, 52);
	assert_false(footer.items[5].is_shown);
	assert_true(footer.items[3].is_shown);
	footer_fit(&footer, 34);
	assert_false(footer.items[1].is_shown);
	assert_true(footer.items[3].is_shown);
}

static void help_and_the_way_out_stay_whatever_the_width(void **state)
{
	(void)state;
	footer_fit(&footer, 4);
	assert_int_equal(shown(), 2);
	assert_true(footer.items[0].is_shown);
	assert_true(footer.items[6].is_shown);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, open_footer, close_footer)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(all_is_shown_with_room_where_there_is_room),
	    TEST(what_is_crowded_moves_closer_and_then_is_brief),
	    TEST(the_least_important_goes_first),
	    TEST(help_and_the_way_out_stay_whatever_the_width),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
