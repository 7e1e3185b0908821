/*
 * table.h - a file of data/ that a city edits, whole in memory
 *
 * A record a line, its columns parted by tabs, '#' before a comment, "-" for
 * nothing. The last comment with tabs before the records names the columns (of
 * a single column the last comment does); a reader asks for them by name, so
 * that a file may gain columns.
 */
#ifndef FRONTDESK_BASE_TABLE_H
#define FRONTDESK_BASE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

struct table {
	char *path;
	char *text; /* of the whole file; columns and fields point into it */
	char **columns;
	size_t column_count;
	char **fields; /* count rows of column_count each */
	size_t *lines; /* where each row stands; 1 is the first */
	size_t count, size;
};

/*
 * data_dir/name. Blank lines are passed over; CR before a line's end and a
 * byte order mark are not text. ERROR_INVALID where the file cannot be read,
 * and with path:line where a row has not as many columns as are named, or one
 * is empty, longer than 1000 code points or not fit to be shown.
 */
bool table_load(const char *data_dir, const char *name, struct table *out,
		struct error *err);

/* The same, but of the rows only those whose first column is the word: the
 * others are neither kept nor looked at. */
bool table_load_of(const char *data_dir, const char *name, const char *word,
		   struct table *out, struct error *err);

/* The same, but a row that is wrong is left out, and what is wrong with it is a
 * line of faults: false only where the file cannot be read. word NULL: of every
 * word. */
bool table_load_rows(const char *data_dir, const char *name, const char *word,
		     struct table *out, struct str *faults, struct error *err);
/* A row that a reader of the table leaves out: err becomes a line of faults. */
void table_pass_over(struct str *faults, struct error *err);

/* The same, but *out is the rows that are right also where the file is not
 * there or does not name its columns. Where part is not NULL only rows that
 * have it somewhere: the others are not looked at. */
void table_load_right(const char *data_dir, const char *name, const char *part,
		      struct table *out, struct str *faults);
void table_release(struct table *table);

/* The field, borrowed; NULL for "-", and for a column that is not there. */
const char *table_text(const struct table *table, size_t row,
		       const char *column);

/* The same as a number within a million, otherwise where there is none. */
int table_int(const struct table *table, size_t row, const char *column,
	      int otherwise);

/* Sets ERROR_INVALID with path:line before what is wrong, which may be the
 * text that err has; returns false. */
bool table_wrong(const struct table *table, size_t row, struct error *err,
		 const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
