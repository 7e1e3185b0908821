/*
 * test_csv.c - comma-separated values, read and written
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/csv.h"

/* Adds "line:field|field|" of each row; stops where a field says stop. */
static bool note_row(const struct csv_row *row, void *state, struct error *err)
{
	size_t i;

	if (row->count > 0 && strcmp(row->fields[0], "stop") == 0)
		return error_set(err, ERROR_CONFLICT, "", "stopped");
	str_addf(state, "%zu:", row->line);
	for (i = 0; i < row->count; i++)
		str_addf(state, "%s|", row->fields[i]);
	str_add_char(state, ' ');
	return true;
}

static bool read_text(const char *text, size_t len, struct str *out,
		      struct error *err)
{
	FILE *in = tmpfile();
	bool is_read;

	assert_non_null(in);
	assert_int_equal(fwrite(text, 1, len, in), len);
	rewind(in);
	error_clear(err);
	is_read = csv_read(in, note_row, out, err);
	fclose(in);
	return is_read;
}

static void check_rows(const char *text, const char *expected)
{
	struct str out = STR_INIT;
	struct error err;

	assert_true(read_text(text, strlen(text), &out, &err));
	assert_string_equal(str_text(&out), expected);
	str_release(&out);
}

static void rows_know_the_line_they_begin_on(void **state)
{
	(void)state;
	check_rows("a,b\n1,2\n", "1:a|b| 2:1|2| ");
	check_rows("a,b\r\n1,2", "1:a|b| 2:1|2| ");
	check_rows("a\n\n\r\nb\n", "1:a| 4:b| ");
	check_rows("\"x\ny\",1\nb,2\n", "1:x\ny|1| 3:b|2| ");
	check_rows("\"x\n\n\ny\"\nb\n", "1:x\n\n\ny| 5:b| ");
	check_rows("", "");
}

static void fields_are_taken_as_they_stand(void **state)
{
	(void)state;
	check_rows("\xef\xbb\xbf"
		   "a,,b\n",
		   "1:a||b| ");
	check_rows(" a , b\n", "1: a | b| ");
	check_rows("\"say \"\"hi\"\"\",\"a,b\"\n", "1:say \"hi\"|a,b| ");
	check_rows(",\n", "1:|| ");
	check_rows("Nguy\u1ec5n\n", "1:Nguy\u1ec5n| ");
}

static void check_refused(const char *text, size_t len, const char *words)
{
	struct str out = STR_INIT;
	struct error err;

	assert_false(read_text(text, len, &out, &err));
	assert_int_equal(err.code, ERROR_INVALID);
	if (strstr(err.text, words) == NULL)
		assert_string_equal(err.text, words);
	str_release(&out);
}

static void broken_quoting_is_refused_with_its_line(void **state)
{
	(void)state;
	check_refused("a\nb\"c\n", 6, "line 2");
	check_refused("a\n\"b\"c\n", 7, "line 2");
	check_refused("a\nb\n\"c\nd\ne", 10, "line 3");
	check_refused("a\nb\0c\nd\n", 8, "line 2: a zero byte");
}

static void a_field_without_an_end_is_refused(void **state)
{
	size_t len = 300000;
	char *text = malloc(len);

	(void)state;
	assert_non_null(text);
	memset(text, 'x', len);
	memcpy(text, "a\n\"", 3);
	check_refused(text, len, "line 2: a field is larger");
	text[2] = 'x';
	check_refused(text, len, "line 2: a field is larger");
	text[len - 1] = '\n';
	text[2] = text[len - 2] = '"';
	check_refused(text, len, "line 2: a field is larger");
	/* and so is one that is closed, but only just too large */
	text[65536 + 4] = '"';
	text[65536 + 5] = '\n';
	check_refused(text, 65536 + 6, "line 2: a field is larger");
	free(text);
}

static void reading_stops_where_the_caller_says_so(void **state)
{
	struct str out = STR_INIT;
	struct error err;

	(void)state;
	assert_false(read_text("a\nstop\nb\n", 9, &out, &err));
	assert_int_equal(err.code, ERROR_CONFLICT);
	assert_string_equal(out.text, "1:a| ");
	str_release(&out);
}

static void a_stream_that_cannot_be_read_is_an_error(void **state)
{
	struct str out = STR_INIT;
	struct error err;
	FILE *in = fopen("/", "r");

	(void)state;
	assert_non_null(in);
	assert_false(csv_read(in, note_row, &out, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	fclose(in);
	str_release(&out);
}

static void check_field(const char *field, const char *expected)
{
	struct str out = STR_INIT;

	csv_add(&out, field, true);
	assert_string_equal(str_text(&out), expected);
	str_release(&out);
}

static void fields_are_quoted_only_where_they_must_be(void **state)
{
	struct str out = STR_INIT;

	(void)state;
	csv_add(&out, "a", true);
	csv_add(&out, NULL, false);
	csv_add(&out, "b c", false);
	csv_end_row(&out);
	assert_string_equal(out.text, "a,,b c\r\n");
	str_release(&out);
	check_field("a,b", "\"a,b\"");
	check_field("a \"b\"", "\"a \"\"b\"\"\"");
	check_field("a\nb", "\"a\nb\"");
}

static void no_field_is_a_formula(void **state)
{
	(void)state;
	check_field("=1+1", "'=1+1");
	check_field("+1 (559) 555-0123", "'+1 (559) 555-0123");
	check_field("-rf", "'-rf");
	check_field("@SUM(1)", "'@SUM(1)");
	check_field("\t=1", "'\ufffd=1");
	check_field("\r=1", "'\ufffd=1");
	check_field("\uff1d1+1", "'\uff1d1+1");
	check_field("-", "'-");
	check_field("-12.5", "-12.5");
	check_field("+3", "+3");
	check_field("1-2", "1-2");
}

static void what_hides_does_not_reach_the_file(void **state)
{
	(void)state;
	check_field("a\033[2J", "a\ufffd[2J");
	check_field("a\u202e", "a\ufffd");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_know_the_line_they_begin_on),
	    cmocka_unit_test(fields_are_taken_as_they_stand),
	    cmocka_unit_test(broken_quoting_is_refused_with_its_line),
	    cmocka_unit_test(a_field_without_an_end_is_refused),
	    cmocka_unit_test(reading_stops_where_the_caller_says_so),
	    cmocka_unit_test(a_stream_that_cannot_be_read_is_an_error),
	    cmocka_unit_test(fields_are_quoted_only_where_they_must_be),
	    cmocka_unit_test(no_field_is_a_formula),
	    cmocka_unit_test(what_hides_does_not_reach_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
