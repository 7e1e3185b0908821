/*
 * tsv.h - the files of data/ that a city edits: a record a line, its columns
 * parted by tabs, '#' before a comment
 */
#ifndef TSV_H
#define TSV_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/error.h"

struct tsv_row {
	const char *path;
	size_t line;	     /* 1 is the first */
	char *const *fields; /* as many as were asked for; borrowed */
};

typedef bool tsv_row_fn(const struct tsv_row *row, void *state,
			struct error *err);

/*
 * Calls each for every record; a false from it ends the reading. Blank lines
 * and comments are passed over, CR before the line's end and a byte order
 * mark are not text. ERROR_INVALID with path:line where the columns are not
 * as many as columns, one is empty, or the text is not fit to be shown.
 */
bool tsv_read(const char *path, size_t columns, tsv_row_fn *each, void *state,
	      struct error *err);

/* Sets ERROR_INVALID with path:line before what is wrong; returns false. */
bool tsv_wrong(const struct tsv_row *row, struct error *err, const char *format,
	       ...) __attribute__((format(printf, 3, 4)));

#endif
