/* docs/architecture.md has a line for every file of the program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <ftw.h>

#include "frontdesk/base/str.h"

static struct str page, missing;
static size_t file_count;

static void read_page(void)
{
	FILE *file = fopen(SOURCE_DIR "/docs/architecture.md", "r");
	char part[4096];
	size_t len;

	assert_non_null(file);
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		str_add_n(&page, part, len);
	fclose(file);
}

/* `name.c`, `name.h` or `name.{c,h}` at the head of a row. */
static bool has_row(const char *name, const char *ending)
{
	int len = (int)(ending - name);
	struct str one = STR_INIT, both = STR_INIT;
	bool is_there;

	str_addf(&one, "| `%s` |", name);
	str_addf(&both, "| `%.*s.{c,h}` |", len, name);
	is_there = strstr(str_text(&page), str_text(&one)) ||
		   strstr(str_text(&page), str_text(&both));
	str_release(&one);
	str_release(&both);
	return is_there;
}

static int look(const char *path, const struct stat *status, int kind,
		struct FTW *walk)
{
	const char *ending = strrchr(path, '.');

	(void)status;
	if (kind != FTW_F || !ending ||
	    (strcmp(ending, ".c") != 0 && strcmp(ending, ".h") != 0))
		return 0;
	file_count++;
	if (!has_row(path + walk->base, ending))
		str_addf(&missing, "%s\n", path + strlen(SOURCE_DIR) + 1);
	return 0;
}

static void every_file_has_its_line(void **state)
{
	(void)state;
	read_page();
	assert_int_equal(nftw(SOURCE_DIR "/src", look, 16, FTW_PHYS), 0);
	assert_int_equal(nftw(SOURCE_DIR "/include", look, 16, FTW_PHYS), 0);
	if (missing.len)
		fail_msg("docs/architecture.md has no line for:\n%s",
			 str_text(&missing));
	assert_true(file_count > 200);
	str_release(&page);
	str_release(&missing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_file_has_its_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
