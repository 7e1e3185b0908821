/*
 * test_table.c - the files of data/ that a city edits
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/table.h"
#include "frontdesk/base/text.h"

static char dir[] = "/tmp/frontdesk-table-XXXXXX";

static bool load_n(const char *text, size_t len, struct table *out,
		   struct error *err)
{
	char path[64];
	FILE *file;

	snprintf(path, sizeof(path), "%s/some.tsv", dir);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
	return table_load(dir, "some.tsv", out, err);
}

static bool load(const char *text, struct table *out, struct error *err)
{
	return load_n(text, strlen(text), out, err);
}

static void columns_are_asked_for_by_name(void **state)
{
	struct error err = {0};
	struct table table;

	(void)state;
	assert_true(load("\xef\xbb\xbf# What it is about.\r\n#\n"
			 "# code\tfee\tdays\n# The first of them.\n"
			 "a\t$5\t12\r\n\n \n# between\tthem\nb\t-\t-",
			 &table, &err));
	assert_int_equal(table.count, 2);
	assert_string_equal(table_text(&table, 0, "code"), "a");
	assert_string_equal(table_text(&table, 0, "fee"), "$5");
	assert_int_equal(table_int(&table, 0, "days", 7), 12);
	assert_null(table_text(&table, 1, "fee"));
	assert_int_equal(table_int(&table, 1, "days", 7), 7);
	assert_int_equal(table_int(&table, 0, "fee", 7), 7);
	assert_null(table_text(&table, 0, "colour"));
	table_release(&table);
}

static void a_single_column_has_its_name_from_the_last_comment(void **state)
{
	struct error err = {0};
	struct table table;

	(void)state;
	assert_true(load("# Streets.\n#\n# street\nAlder Way\n", &table, &err));
	assert_string_equal(table_text(&table, 0, "street"), "Alder Way");
	table_release(&table);
}

/* The others are not looked at, wrong as they may be. */
static void only_the_rows_of_a_word_are_read(void **state)
{
	struct error err = {0};
	struct table table;

	(void)state;
	assert_true(
	    load("# a\tb\nen\t1\nes\t2\nenx\t3\nen\t4\n", &table, &err));
	table_release(&table);
	assert_true(table_load_of(dir, "some.tsv", "en", &table, &err));
	assert_int_equal(table.count, 2);
	assert_int_equal(table_int(&table, 0, "b", 0), 1);
	assert_int_equal(table_int(&table, 1, "b", 0), 4);
	assert_int_equal(table.lines[1], 5);
	table_release(&table);
	assert_false(load("# a\tb\nes\ten\t\t\nen\t4\n", &table, &err));
	assert_true(table_load_of(dir, "some.tsv", "en", &table, &err));
	assert_int_equal(table.count, 1);
	table_release(&table);
}

static void many_rows_are_kept_apart(void **state)
{
	struct str text = STR_INIT;
	struct error err = {0};
	struct table table;

	(void)state;
	str_add(&text, "# a\tb\n");
	for (int i = 0; i < 1000; i++)
		str_addf(&text, "%d\t%d\n", i, 2 * i);
	assert_true(load(str_text(&text), &table, &err));
	assert_int_equal(table.count, 1000);
	for (int i = 0; i < 1000; i++) {
		assert_int_equal(table_int(&table, (size_t)i, "a", -1), i);
		assert_int_equal(table_int(&table, (size_t)i, "b", -1), 2 * i);
	}
	table_release(&table);
	str_release(&text);
}

static void a_file_without_a_record_is_empty(void **state)
{
	static const char *const texts[] = {"", "\n", "# a\tb\n"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		struct error err = {0};
		struct table table;

		assert_true(load(texts[i], &table, &err));
		assert_int_equal(table.count, 0);
		table_release(&table);
	}
}

static void a_wrong_line_is_named(void **state)
{
	static const struct {
		const char *text;
		size_t len;
	} files[] = {
#define FILE_OF(text) {text, sizeof(text) - 1}
	    FILE_OF("# a\tb\n1\t2\n3\n"),
	    FILE_OF("# a\tb\n1\t2\n3\t4\t5\n"),
	    FILE_OF("# a\tb\n1\t2\n3\t\n"),
	    FILE_OF("# a\tb\n1\t2\n3\t\033[2J\n"),
	    FILE_OF("# a\tb\n1\t2\n3\t4\r5\n"),
	    FILE_OF("# a\tb\n1\t2\n3\t\xff\n"),
	    FILE_OF("# a\tb\n1\t2\n3\t4\0\n"),
	    FILE_OF("\n\n1\n"),
#undef FILE_OF
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(files); i++) {
		struct error err = {0};
		struct table table;

		assert_false(load_n(files[i].text, files[i].len, &table, &err));
		assert_int_equal(err.code, ERROR_INVALID);
		if (!strstr(err.text, "some.tsv:3: "))
			fail_msg("file %zu: \"%s\"", i, err.text);
	}
}

static void what_is_wrong_may_quote_the_error_itself(void **state)
{
	struct error err = {0};
	struct table table;

	(void)state;
	assert_true(load("# a\n1\n", &table, &err));
	error_set(&err, ERROR_CONFLICT, "a", "no such thing");
	assert_false(table_wrong(&table, 0, &err, "so: %s", err.text));
	assert_int_equal(err.code, ERROR_INVALID);
	assert_non_null(strstr(err.text, "some.tsv:2: so: no such thing"));
	table_release(&table);
}

static void a_file_that_is_missing_is_named(void **state)
{
	struct error err = {0};
	struct table table;

	(void)state;
	assert_false(table_load(dir, "none.tsv", &table, &err));
	assert_int_equal(err.code, ERROR_INVALID);
	assert_non_null(strstr(err.text, "none.tsv"));
}

static int make_dir(void **state)
{
	(void)state;
	return mkdtemp(dir) ? 0 : -1;
}

static int remove_dir(void **state)
{
	char path[64];

	(void)state;
	snprintf(path, sizeof(path), "%s/some.tsv", dir);
	unlink(path);
	return rmdir(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(columns_are_asked_for_by_name),
	    cmocka_unit_test(
		a_single_column_has_its_name_from_the_last_comment),
	    cmocka_unit_test(only_the_rows_of_a_word_are_read),
	    cmocka_unit_test(many_rows_are_kept_apart),
	    cmocka_unit_test(a_file_without_a_record_is_empty),
	    cmocka_unit_test(a_wrong_line_is_named),
	    cmocka_unit_test(what_is_wrong_may_quote_the_error_itself),
	    cmocka_unit_test(a_file_that_is_missing_is_named),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, make_dir, remove_dir);
}
