/*
 * tables.h - what the files share that make the tables of person names
 */
#ifndef TABLES_H
#define TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name_format_tables.h"
#include "name_format_tag.h"

enum { TABLES_COLUMNS = 8, TABLES_LOCALES = 1000, TABLES_TAG = 24 };

/* tables_rows.c: files of cells that are parted by tabs; '#' is a comment. */

/* Ends the program with a message that names the file and the line. */
__attribute__((noreturn, format(printf, 1, 2))) void fail(const char *format,
							  ...);

/* Cells that a row does not have are "". */
typedef void row_fn(char *const *columns, size_t count);
void each_row(const char *folder, const char *name, row_fn *use);

/* Copies len bytes and a NUL; fails where there is no room. */
void copy_text(char *out, size_t size, const char *text, size_t len);

/* tables_pattern.c: patterns as the formatter reads them. */

/* Where the pattern, with the other one, stands among all the codes. */
uint16_t pattern_code(char *pattern, char *other);
const uint8_t *pattern_codes(size_t *len);

/* tables_locale.c: locales, each with all that it inherits. */

struct locale {
	char tag[TABLES_TAG], parent[TABLES_TAG];
	struct name_data data;
	bool has_pattern[NAME_SLOTS];
	bool has_given, has_surname, has_native, has_foreign, has_initial,
	    has_between, is_resolved;
	size_t index; /* of its data among those that differ */
};

/* Reads the three files of locales and follows the parents. */
void locales_read(const char *folder);
struct locale *locale_find(const char *tag);
const struct locale *locales_all(size_t *count);
const struct name_data *locales_data(size_t *count);
const uint64_t *locales_orders(size_t *len);

#endif
