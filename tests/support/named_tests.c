/*
 * named_tests.c - whether the tests that a document names are there
 */
#include "named_tests.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <ftw.h>

static struct str sources;

void named_tests_add_file(const char *path, struct str *out)
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
	const char *name = path + walk->base;
	size_t len = strlen(name);

	(void)status;
	if (kind == FTW_F && len > 2 && strncmp(name, "test_", 5) == 0 &&
	    strcmp(name + len - 2, ".c") == 0)
		named_tests_add_file(path, &sources);
	return 0;
}

void named_tests_open(const char *folder)
{
	assert_int_equal(nftw(folder, add_source, 16, FTW_PHYS), 0);
}

void named_tests_close(void)
{
	str_release(&sources);
}

bool named_tests_has(const char *name, size_t len)
{
	struct str head = STR_INIT, call = STR_INIT;
	const char *at;
	bool is_run = false;

	str_addf(&head, "\nstatic void %.*s(void **", (int)len, name);
	str_add_n(&call, name, len);
	at = strstr(str_text(&sources), str_text(&head));
	if (at != NULL)
		is_run = strstr(at + head.len, str_text(&call)) != NULL;
	str_release(&head);
	str_release(&call);
	return is_run;
}

size_t named_tests_count(const char *at, const char *end, struct str *missing)
{
	size_t count = 0;

	while ((at = memchr(at, '`', (size_t)(end - at))) != NULL) {
		const char *name = at + 1;
		const char *last = memchr(name, '`', (size_t)(end - name));

		if (!last) {
			fail_msg("a name has no second quote: %.40s", at);
			return count;
		}
		if (named_tests_has(name, (size_t)(last - name)))
			count++;
		else
			str_addf(missing, "%.*s\n", (int)(last - name), name);
		at = last + 1;
	}
	return count;
}
