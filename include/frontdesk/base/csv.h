/*
 * csv.h - comma-separated values (RFC 4180): reading with libcsv, writing
 */
#ifndef FRONTDESK_BASE_CSV_H
#define FRONTDESK_BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

/* One row: the line it begins on (1 is the first), its fields, borrowed. */
struct csv_row {
	size_t line;
	size_t count;
	char **fields;
};

/* Return false (with err set) to stop reading. */
typedef bool csv_row_fn(const struct csv_row *row, void *state,
			struct error *err);

/*
 * Reads a whole stream, the header row included; a byte order mark is
 * skipped, line ends may be LF or CRLF, blank lines are passed over.
 * ERROR_INVALID with the line where the quoting is broken or a field is
 * larger than 64 KiB; ERROR_SYSTEM where the stream cannot be read.
 */
bool csv_read(FILE *in, csv_row_fn *each, void *state, struct error *err);

/*
 * Adds one field, quoted where RFC 4180 asks for it, people's text cleaned,
 * a leading = + - @ tab or CR defused with an apostrophe (not before a plain
 * number). is_first says whether a comma goes before it.
 */
void csv_add(struct str *out, const char *field, bool is_first);
/* A field that was read, without the apostrophe that defused it; borrowed. */
const char *csv_undefused(const char *field);
void csv_end_row(struct str *out); /* CRLF */

#endif
