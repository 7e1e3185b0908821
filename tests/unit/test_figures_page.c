/*
 * test_figures_page.c - each section of docs/figures.md has an example, and
 * each example names tests that exist
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <ftw.h>

#include "frontdesk/base/str.h"

#define EXAMPLE "*Example* ("

static struct str page, sources;

static void add_file(const char *path, struct str *out)
{
	FILE *file = fopen(path, "r");
	char part[4096];
	size_t len;

	assert_non_null(file);
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		str_add_n(out, part, len);
	fclose(file);
}

static int add_source(const char *path, const struct stat *status, int kind,
		      struct FTW *walk)
{
	(void)status;
	if (kind == FTW_F && strncmp(path + walk->base, "test_", 5) == 0)
		add_file(path, &sources);
	return 0;
}

static int read_page(void **state)
{
	(void)state;
	add_file(SOURCE_DIR "/docs/figures.md", &page);
	return nftw(SOURCE_DIR "/tests/desk", add_source, 16, FTW_PHYS);
}

static int release_page(void **state)
{
	(void)state;
	str_release(&page);
	str_release(&sources);
	return 0;
}

/* A test that is run, too: its name stands once more in its file. */
static bool is_test(const char *name, size_t len)
{
	struct str head = STR_INIT, call = STR_INIT;
	const char *at;
	bool is_run = false;

	str_addf(&head, "\nstatic void %.*s(void **", (int)len, name);
	at = strstr(str_text(&sources), str_text(&head));
	str_addf(&call, "%.*s", (int)len, name);
	if (at != NULL)
		is_run = strstr(at + head.len, str_text(&call)) != NULL;
	str_release(&head);
	str_release(&call);
	return is_run;
}

/* The names between back quotes up to the closing bracket. */
static size_t count_tests(const char *at, struct str *missing)
{
	const char *end = strchr(at, ')');
	size_t count = 0;

	assert_non_null(end);
	while ((at = memchr(at, '`', (size_t)(end - at))) != NULL) {
		const char *name = at + 1, *last = strchr(name, '`');

		assert_non_null(last);
		if (is_test(name, (size_t)(last - name)))
			count++;
		else
			str_addf(missing, "%.*s\n", (int)(last - name), name);
		at = last + 1;
	}
	return count;
}

static void each_example_names_tests_that_exist(void **state)
{
	const char *text = str_text(&page), *at = text;
	struct str missing = STR_INIT;
	size_t examples = 0;

	(void)state;
	while ((at = strstr(at, "*Example*")) != NULL) {
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
