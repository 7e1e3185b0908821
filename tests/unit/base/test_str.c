/*
 * test_str.c - a string that grows, and the errors and memory below it
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

static void an_empty_string_reads_as_no_text(void **state)
{
	struct str str = STR_INIT;

	(void)state;
	assert_string_equal(str_text(&str), "");
	str_clear(&str);
	str_cut(&str, 5);
	str_remove(&str, 0, 0);
	str_add(&str, NULL);
	assert_string_equal(str_text(&str), "");
	str_release(&str);
}

static void what_is_added_stands_in_its_order(void **state)
{
	struct str str = STR_INIT;
	int i;

	(void)state;
	for (i = 0; i < 200; i++)
		str_addf(&str, "%d,", i);
	assert_int_equal(str.len, strlen(str.text));
	assert_memory_equal(str.text, "0,1,2,3,", 8);
	assert_string_equal(str.text + str.len - 8, "198,199,");
	str_release(&str);
}

static void text_is_put_in_and_taken_out_anywhere(void **state)
{
	struct str str = STR_INIT;

	(void)state;
	str_insert(&str, 0, "ac", 2);
	str_insert(&str, 1, "b", 1);
	str_insert(&str, 3, "d", 1);
	assert_string_equal(str.text, "abcd");
	str_remove(&str, 1, 2);
	assert_string_equal(str.text, "ad");
	str_remove(&str, 1, 1);
	assert_string_equal(str.text, "a");
	str_release(&str);
}

static void a_taken_text_belongs_to_the_caller(void **state)
{
	struct str str = STR_INIT;
	char *text;

	(void)state;
	str_add(&str, "kept");
	text = str_take(&str);
	assert_string_equal(text, "kept");
	assert_string_equal(str_text(&str), "");
	free(text);
	text = str_take(&str);
	assert_string_equal(text, "");
	free(text);
}

static void blanks_of_every_script_are_blank(void **state)
{
	(void)state;
	assert_true(str_is_blank(NULL));
	assert_true(str_is_blank(" \t\n"));
	assert_true(str_is_blank("\u00a0\u2003\u3000"));
	assert_false(str_is_blank(" 0 "));
	assert_false(str_is_blank("\u00e0"));
}

static void capitals_of_ascii_alone_become_small(void **state)
{
	(void)state;
	assert_int_equal(str_lower('A'), 'a');
	assert_int_equal(str_lower('Z'), 'z');
	assert_int_equal(str_lower('@'), '@');
	assert_int_equal(str_lower('['), '[');
	assert_int_equal(str_lower('z'), 'z');
	assert_int_equal(str_lower('\xc9'), '\xc9');
}

static void no_text_and_empty_text_are_the_same(void **state)
{
	(void)state;
	assert_true(str_same(NULL, ""));
	assert_true(str_same("a", "a"));
	assert_false(str_same(NULL, "a"));
}

static void a_text_may_be_replaced_by_a_part_of_itself(void **state)
{
	char *text = mem_copy("Window 2");

	(void)state;
	mem_replace(&text, text + 7);
	assert_string_equal(text, "2");
	mem_replace(&text, NULL);
	assert_null(text);
}

static void say_it_was_restored(void)
{
	if (write(STDOUT_FILENO, "restored", 8) != 8)
		abort();
}

/* The product wraps around to four bytes, which would be there. */
static void ask_for_too_much(int out)
{
	dup2(out, STDOUT_FILENO);
	dup2(out, STDERR_FILENO);
	mem_on_exhausted(say_it_was_restored);
	free(mem_resize(NULL, SIZE_MAX / 4 + 2, 4));
	_exit(0);
}

static void without_memory_the_screen_is_restored_and_it_ends(void **state)
{
	char said[200] = "";
	int ends[2], status;
	ssize_t len = 0, more;
	pid_t child;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0)
		ask_for_too_much(ends[1]);
	close(ends[1]);
	while ((more = read(ends[0], said + len,
			    sizeof(said) - 1 - (size_t)len)) > 0)
		len += more;
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 1);
	assert_memory_equal(said, "restoredfrontdesk: ", 19);
}

static void an_error_says_code_field_and_text(void **state)
{
	struct error err;

	(void)state;
	assert_false(error_set(&err, ERROR_FULL, "topic", "the disk %s", "is"));
	assert_false(error_detail(&err, "errno %d", 28));
	assert_int_equal(err.code, ERROR_FULL);
	assert_string_equal(err.field, "topic");
	assert_string_equal(err.text, "the disk is");
	assert_string_equal(err.detail, "errno 28");
	error_clear(&err);
	assert_int_equal(err.code, ERROR_NONE);
	assert_string_equal(err.text, "");
}

static void an_error_too_long_is_cut_between_letters(void **state)
{
	struct str text = STR_INIT;
	struct error err;
	size_t len;
	int i;

	(void)state;
	for (i = 0; i < 300; i++)
		str_add(&text, "\u1ea1");
	error_set(&err, ERROR_INVALID, NULL, "a%s", text.text);
	len = strlen(err.text);
	assert_in_range(len, sizeof(err.text) - 4, sizeof(err.text) - 1);
	assert_int_equal(len % 3, 1);
	str_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_empty_string_reads_as_no_text),
	    cmocka_unit_test(what_is_added_stands_in_its_order),
	    cmocka_unit_test(text_is_put_in_and_taken_out_anywhere),
	    cmocka_unit_test(a_taken_text_belongs_to_the_caller),
	    cmocka_unit_test(blanks_of_every_script_are_blank),
	    cmocka_unit_test(capitals_of_ascii_alone_become_small),
	    cmocka_unit_test(no_text_and_empty_text_are_the_same),
	    cmocka_unit_test(a_text_may_be_replaced_by_a_part_of_itself),
	    cmocka_unit_test(without_memory_the_screen_is_restored_and_it_ends),
	    cmocka_unit_test(an_error_says_code_field_and_text),
	    cmocka_unit_test(an_error_too_long_is_cut_between_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
