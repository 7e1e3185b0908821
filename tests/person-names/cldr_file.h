/*
 * cldr_file.h - CLDR's test files for person names, read case by case
 */
#ifndef CLDR_FILE_H
#define CLDR_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "name_case.h"

/* What a case is in CLDR's own words, as the file has them. */
struct cldr_case {
	struct name_case name;
	const char *words[4]; /* order, length, usage, formality */
	int line;
};

typedef void cldr_case_fn(const struct cldr_case *test, void *user);

/* Calls fn for each case of the file of one locale; its text lives as long as
 * the call. False, with a message on standard error, for what is no such file.
 */
bool cldr_file_read(const char *folder, const char *locale, cldr_case_fn *fn,
		    void *user);

/* The locales that a folder has files for, sorted; free with cldr_release. */
struct cldr_locales {
	char **locales;
	size_t count;
};
bool cldr_locales_read(const char *folder, struct cldr_locales *out);
void cldr_locales_release(struct cldr_locales *locales);

#endif
