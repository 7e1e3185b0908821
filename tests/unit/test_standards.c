/*
 * test_standards.c - docs/standards.md has a row for every standard, nothing in
 * it is left empty, and the tests that it names exist
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "named_tests.h"

#define STANDARDS 16
#define ROOM 32 /* rows too many are counted, not overwritten */

enum column { NUMBER, STANDARD, SEEN, KEPT, REPORTED, PROVED_BY, COLUMNS };

struct cell {
	const char *text;
	size_t len;
};

struct row {
	struct cell cells[COLUMNS];
	size_t cell_count; /* also those that have no column */
};

static struct str page;
static struct row rows[ROOM];
static size_t row_count;

/* What stands between two bars, without the blanks around it; *at goes on to
 * the next bar. False where there is none on this line. */
static bool next_cell(const char **at, struct cell *out)
{
	const char *text = *at + 1, *end = text + strcspn(text, "|\n");

	if (*end != '|')
		return false;
	*at = end;
	while (text < end && *text == ' ')
		text++;
	while (end > text && end[-1] == ' ')
		end--;
	*out = (struct cell){text, (size_t)(end - text)};
	return true;
}

static void read_row(const char *bar)
{
	struct row *row;
	struct cell cell;

	assert_true(row_count < ROOM);
	row = &rows[row_count++];
	for (; next_cell(&bar, &cell); row->cell_count++)
		if (row->cell_count < COLUMNS)
			row->cells[row->cell_count] = cell;
}

/* The rows of the table: lines that begin with a number between bars. */
static int read_page(void **state)
{
	const char *line;

	(void)state;
	named_tests_add_file(SOURCE_DIR "/docs/standards.md", &page);
	for (line = str_text(&page); line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (line[0] == '|' && line[1] == ' ' && line[2] >= '0' &&
		    line[2] <= '9')
			read_row(line);
	}
	named_tests_open(SOURCE_DIR "/tests");
	return 0;
}

static int release_page(void **state)
{
	(void)state;
	str_release(&page);
	named_tests_close();
	return 0;
}

static void the_sixteen_are_numbered_in_their_order(void **state)
{
	(void)state;
	assert_int_equal(row_count, STANDARDS);
	for (size_t i = 0; i < row_count; i++) {
		assert_true(rows[i].cell_count > 0);
		assert_int_equal(strtol(rows[i].cells[NUMBER].text, NULL, 10),
				 i + 1);
	}
}

static void nothing_is_left_empty(void **state)
{
	(void)state;
	for (size_t i = 0; i < row_count; i++) {
		if (rows[i].cell_count != COLUMNS)
			fail_msg("row %zu has %zu cells", i + 1,
				 rows[i].cell_count);
		for (size_t column = 0; column < COLUMNS; column++)
			if (rows[i].cells[column].len == 0)
				fail_msg("row %zu: cell %zu is empty", i + 1,
					 column + 1);
	}
}

static void each_row_names_tests_that_exist(void **state)
{
	struct str missing = STR_INIT;
	size_t all = 0;

	(void)state;
	for (size_t i = 0; i < row_count; i++) {
		const struct cell *cell = &rows[i].cells[PROVED_BY];
		size_t count =
		    cell->len
			? named_tests_count(cell->text, cell->text + cell->len,
					    &missing)
			: 0;

		if (count == 0)
			str_addf(&missing, "row %zu names no test\n", i + 1);
		all += count;
	}
	if (missing.len)
		fail_msg("docs/standards.md names what is no test:\n%s",
			 str_text(&missing));
	assert_true(all >= STANDARDS);
	str_release(&missing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_sixteen_are_numbered_in_their_order),
	    cmocka_unit_test(nothing_is_left_empty),
	    cmocka_unit_test(each_row_names_tests_that_exist),
	};

	return cmocka_run_group_tests(tests, read_page, release_page);
}
