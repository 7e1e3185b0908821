/*
 * table.h - a tab-separated file of data/, whole in memory
 *
 * A record a line, '#' before a comment, "-" for nothing. The last comment
 * line names the columns; a reader asks for them by name, so that a file may
 * gain columns.
 */
#ifndef FRONTDESK_DESK_TABLE_H
#define FRONTDESK_DESK_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/error.h"

struct table {
	char *path;
	char *text; /* of the whole file; fields point into it */
	char **columns;
	size_t column_count;
	char **fields; /* count rows of column_count each */
	size_t *lines; /* where each row stands; 1 is the first */
	size_t count;
};

/*
 * data_dir/name. ERROR_INVALID with file:line where a row has not as many
 * columns as are named or a text is not fit to be shown; ERROR_NOT_FOUND where
 * there is no such file.
 */
bool table_load(const char *data_dir, const char *name, struct table *out,
		struct error *err);
void table_release(struct table *table);

/* The field, borrowed; NULL for "-", and for a column that is not there. */
const char *table_text(const struct table *table, size_t row,
		       const char *column);

/* The same as a number, otherwise where there is none. */
int table_int(const struct table *table, size_t row, const char *column,
	      int otherwise);

/* Sets ERROR_INVALID with file:line before what is wrong; returns false. */
bool table_wrong(const struct table *table, size_t row, struct error *err,
		 const char *what);

#endif
