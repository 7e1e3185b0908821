/*
 * The files of data/ that a city edits.
 */
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#include "desk/table.h"

static bool load(struct fixture *fixture, const char *text, struct table *out,
		 struct error *err)
{
	char path[160];
	FILE *file;

	snprintf(path, sizeof(path), "%s/some.tsv", fixture->dir);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	return table_load(fixture->dir, "some.tsv", out, err);
}

static void columns_are_asked_for_by_name(void **state)
{
	struct error err = {0};
	struct table table;

	fixture_ok(load(*state,
			"# What it is about.\n#\n# code\tfee\tdays\n"
			"a\t$5\t12\r\n\n# between\nb\t-\t-\n",
			&table, &err));
	assert_int_equal(table.count, 2);
	assert_string_equal(table_text(&table, 0, "fee"), "$5");
	assert_int_equal(table_int(&table, 0, "days", 7), 12);
	assert_null(table_text(&table, 1, "fee"));
	assert_int_equal(table_int(&table, 1, "days", 7), 7);
	assert_null(table_text(&table, 0, "colour"));
	table_release(&table);
}

static void a_line_with_a_column_too_few_is_named(void **state)
{
	struct error err = {0};
	struct table table;

	fixture_refused(load(*state, "# a\tb\n1\t2\n3\n", &table, &err),
			ERROR_INVALID);
	assert_non_null(strstr(err.text, "some.tsv:3:"));
}

static void text_that_moves_the_cursor_is_refused(void **state)
{
	struct error err = {0};
	struct table table;

	fixture_refused(load(*state, "# a\n\x1b[2J\n", &table, &err),
			ERROR_INVALID);
	assert_non_null(strstr(err.text, "some.tsv:2:"));
}

static void a_file_that_is_missing_is_named(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct table table;

	fixture_refused(table_load(fixture->dir, "none.tsv", &table, &err),
			ERROR_NOT_FOUND);
	assert_non_null(strstr(err.text, "none.tsv"));
}

#define TABLE_TEST(test)                                                       \
	cmocka_unit_test_setup_teardown(test, fixture_setup_bare,              \
					fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TABLE_TEST(columns_are_asked_for_by_name),
	    TABLE_TEST(a_line_with_a_column_too_few_is_named),
	    TABLE_TEST(text_that_moves_the_cursor_is_refused),
	    TABLE_TEST(a_file_that_is_missing_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
