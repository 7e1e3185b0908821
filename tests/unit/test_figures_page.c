/*
 * test_figures_page.c - each section of docs/figures.md has an example, and
 * each example names tests that exist
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "named_tests.h"

#define EXAMPLE "*Example* ("

static struct str page;

static int read_page(void **state)
{
	(void)state;
	named_tests_add_file(SOURCE_DIR "/docs/figures.md", &page);
	named_tests_open(SOURCE_DIR "/tests/desk");
	return 0;
}

static int release_page(void **state)
{
	(void)state;
	str_release(&page);
	named_tests_close();
	return 0;
}

/* Of an example, up to the closing bracket. */
static size_t count_tests(const char *example, struct str *missing)
{
	const char *end = strchr(example, ')');

	assert_non_null(end);
	return named_tests_count(example, end, missing);
}

static void each_example_names_tests_that_exist(void **state)
{
	const char *text = str_text(&page), *at = text;
	struct str missing = STR_INIT;
	size_t examples = 0;

	(void)state;
	while ((at = strstr(at, "*Example")) != NULL) {
		if (strncmp(at, EXAMPLE, strlen(EXAMPLE)) != 0 ||
		    count_tests(at, &missing) == 0)
			str_addf(&missing, "%.60s: no test\n", at);
		examples++;
		at++;
	}
	if (missing.len > 0)
		fail_msg("docs/figures.md names what is no test:\n%s",
			 str_text(&missing));
	assert_true(examples >= 30);
	str_release(&missing);
}

static void each_section_has_an_example(void **state)
{
	const char *at = str_text(&page);
	size_t sections = 0;

	(void)state;
	while ((at = strstr(at, "\n## ")) != NULL) {
		const char *end = strstr(at + 1, "\n## ");
		const char *example = strstr(at, EXAMPLE);

		if (example == NULL || (end != NULL && example > end))
			fail_msg("no example in:%.60s", at);
		sections++;
		at++;
	}
	assert_true(sections >= 18);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_example_names_tests_that_exist),
	    cmocka_unit_test(each_section_has_an_example),
	};

	return cmocka_run_group_tests(tests, read_page, release_page);
}
