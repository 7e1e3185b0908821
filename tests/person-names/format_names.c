/*
 * format_names.c - writes the names that are asked for, one a line
 *
 *     format-names < REQUESTS          requests as in tests/support/name_case.h
 *     format-names --score FOLDER      CLDR's test files, and what was right
 *     format-names --cases FOLDER      the same as requests with their answers
 *     format-names --time < REQUESTS   how long the names take to be written
 *
 * --derive-order leaves the order to the formatter where it follows from the
 * name's locale, --wrong prints each name that was wrong.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "name_case.h"
#include "score.h"

static int write_names(void)
{
	struct str name = STR_INIT;
	char *line = NULL;
	size_t size = 0;
	int number = 0, status = 0;

	while (status == 0 && getline(&line, &size, stdin) > 0) {
		struct name_case wanted;

		number++;
		str_clear(&name);
		if (name_case_read(line, &wanted)) {
			name_format(&wanted.fields, &wanted.style, &name);
			puts(str_text(&name));
		} else {
			fprintf(stderr, "format-names: line %d: %s\n", number,
				"not 16 columns, or not CLDR's words");
			status = 1;
		}
	}
	free(line);
	str_release(&name);
	return status;
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Reads all requests first, so that nothing but the formatter is timed. */
static int time_names(void)
{
	enum { MAX = 100000, ROUNDS = 20 };
	struct name_case *wanted = mem_new(MAX, sizeof(*wanted));
	char **lines = mem_new(MAX, sizeof(*lines));
	struct str name = STR_INIT;
	size_t count = 0, size = 0;
	double begin;

	while (count < MAX && getline(&lines[count], &size, stdin) > 0) {
		size = 0;
		count += name_case_read(lines[count], &wanted[count]);
	}
	begin = seconds();
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < count; i++) {
			str_clear(&name);
			name_format(&wanted[i].fields, &wanted[i].style, &name);
		}
	}
	if (count > 0)
		printf("%zu names, %d times: %.3f microseconds each\n", count,
		       ROUNDS,
		       (seconds() - begin) * 1e6 / ROUNDS / (double)count);
	for (size_t i = 0; i < MAX; i++)
		free(lines[i]);
	free(lines);
	free(wanted);
	str_release(&name);
	return count > 0 ? 0 : 1;
}

static int usage(void)
{
	fputs("usage: format-names [--time] < REQUESTS\n"
	      "       format-names [--derive-order] [--wrong] --score FOLDER\n"
	      "       format-names [--derive-order] --cases FOLDER\n",
	      stderr);
	return 2;
}

int main(int argc, char **argv)
{
	struct score_wish wish = {0};
	int at = 1;

	text_locale_init();
	if (argc == 1)
		return write_names();
	if (argc == 2 && !strcmp(argv[1], "--time"))
		return time_names();
	for (; at < argc - 2; at++) {
		if (!strcmp(argv[at], "--derive-order"))
			wish.derives_order = true;
		else if (!strcmp(argv[at], "--wrong"))
			wish.shows_wrong = true;
		else
			return usage();
	}
	if (at != argc - 2)
		return usage();
	wish.folder = argv[at + 1];
	if (!strcmp(argv[at], "--score"))
		return score(&wish, stdout) ? 0 : 1;
	if (!strcmp(argv[at], "--cases"))
		return score_cases(&wish, stdout) ? 0 : 1;
	return usage();
}
