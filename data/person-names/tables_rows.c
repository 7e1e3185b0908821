/*
 * tables_rows.c - reads the files of person names row by row
 */
#include "tables.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *file_name;
static int line_number;

void fail(const char *format, ...)
{
	va_list args;

	fprintf(stderr,
		"person-name-tables: %s:%d: ", file_name ? file_name : "?",
		line_number);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

static size_t split(char *line, char **columns)
{
	size_t count = 0;

	for (char *at = line; at != NULL; count++) {
		if (count == TABLES_COLUMNS)
			fail("more than %d columns", TABLES_COLUMNS);
		columns[count] = at;
		at = strchr(at, '\t');
		if (at != NULL)
			*at++ = '\0';
	}
	for (size_t i = count; i < TABLES_COLUMNS; i++)
		columns[i] = "";
	return count;
}

void each_row(const char *folder, const char *name, row_fn *use)
{
	static char line[4096], path[4096];
	char *columns[TABLES_COLUMNS];
	size_t count;
	FILE *file;

	file_name = name;
	line_number = 0;
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "r");
	if (file == NULL)
		fail("cannot be opened");
	while (fgets(line, sizeof(line), file) != NULL) {
		line_number++;
		if (line[0] == '#')
			continue;
		line[strcspn(line, "\n")] = '\0';
		count = split(line, columns);
		use(columns, count);
	}
	fclose(file);
}

void copy_text(char *out, size_t size, const char *text, size_t len)
{
	if (len >= size)
		fail("\"%s\" is longer than %zu bytes", text, size - 1);
	memcpy(out, text, len);
	out[len] = '\0';
}
