/*
 * test_migrate_checks.c - lists in a CHECK become alternatives
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/migrate_checks.h"

static void becomes(const char *sql, const char *expected)
{
	struct str out = STR_INIT;

	checks_write_out(sql, &out);
	assert_string_equal(out.text, expected);
	str_release(&out);
}

static void a_list_of_words_is_written_out(void **state)
{
	(void)state;
	becomes("kind TEXT CHECK (kind IN ('a', 'b', 'c')),",
		"kind TEXT CHECK ((kind = 'a' OR kind = 'b' OR kind = 'c')),");
}

static void a_list_over_several_lines_is_one_list(void **state)
{
	(void)state;
	becomes("CHECK (part_of IN ('a',\n\t\t'b')),",
		"CHECK ((part_of = 'a' OR part_of = 'b')),");
}

static void each_list_of_a_table_is_written_out(void **state)
{
	(void)state;
	becomes("a CHECK (a IN ('x')), b CHECK (b IN ('y', 'z')))",
		"a CHECK ((a = 'x')), b CHECK ((b = 'y' OR b = 'z')))");
}

static void numbers_and_all_else_stay_as_they_are(void **state)
{
	static const char sql[] = "a CHECK (a IN (0, 1)), -- IN a note\n"
				  "b TEXT DEFAULT 'IN' CHECK (b IN (c, 'd'))";

	(void)state;
	becomes(sql, sql);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_list_of_words_is_written_out),
	    cmocka_unit_test(a_list_over_several_lines_is_one_list),
	    cmocka_unit_test(each_list_of_a_table_is_written_out),
	    cmocka_unit_test(numbers_and_all_else_stay_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
