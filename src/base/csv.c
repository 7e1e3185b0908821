/*
 * csv.c - comma-separated values (RFC 4180), read by libcsv
 */
#include "frontdesk/base/csv.h"

#include <csv.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"

#define FIELD_MAX ((size_t)64 * 1024)
#define BLOCK_SIZE ((size_t)4096)

struct reader {
	struct csv_parser parser;
	csv_row_fn *each;
	void *state;
	struct error *err;
	bool has_failed; /* what libcsv still reports is passed over */
	bool is_in_row;
	size_t line;	 /* being read */
	size_t row_line; /* where the row began */
	size_t unended;	 /* bytes read since a field ended */
	struct str text; /* the row's fields, each ended by NUL */
	size_t *starts;
	char **fields;
	size_t count, size;
};

static void fail(struct reader *reader, const char *format, size_t line)
{
	if (!reader->has_failed)
		error_set(reader->err, ERROR_INVALID, "", format, line);
	reader->has_failed = true;
}

static void take_field(void *bytes, size_t len, void *state)
{
	struct reader *reader = state;

	reader->unended = 0;
	if (reader->has_failed)
		return;
	if (!reader->is_in_row)
		reader->row_line = reader->line;
	reader->is_in_row = true;
	if (len > FIELD_MAX) {
		fail(reader,
		     _("line %zu: a field is larger than 64 KiB: is a "
		       "quotation mark missing?"),
		     reader->row_line);
		return;
	}
	if (len > 0 && memchr(bytes, '\0', len) != NULL) {
		fail(reader,
		     _("line %zu: a zero byte: save the file as CSV in "
		       "UTF-8"),
		     reader->row_line);
		return;
	}
	if (reader->count == reader->size) {
		reader->size = reader->size > 0 ? reader->size * 2 : 16;
		reader->starts = mem_resize(reader->starts, reader->size,
					    sizeof(*reader->starts));
		reader->fields = mem_resize(reader->fields, reader->size,
					    sizeof(*reader->fields));
	}
	reader->starts[reader->count++] = reader->text.len;
	str_add_n(&reader->text, bytes, len);
	str_add_char(&reader->text, '\0');
}

static void take_row(int end, void *state)
{
	struct reader *reader = state;
	struct csv_row row;
	size_t i;

	(void)end;
	reader->is_in_row = false;
	if (reader->has_failed)
		return;
	/* Pointers only now: the text may have moved while it grew. */
	for (i = 0; i < reader->count; i++)
		reader->fields[i] = reader->text.text + reader->starts[i];
	row.line = reader->row_line;
	row.count = reader->count;
	row.fields = reader->fields;
	if (!reader->each(&row, reader->state, reader->err))
		reader->has_failed = true;
	reader->count = 0;
	str_clear(&reader->text);
}

/* One piece: at most a line, so that every field knows where it stands. */
static bool feed(struct reader *reader, const char *piece, size_t len)
{
	bool ends_line = len > 0 && piece[len - 1] == '\n';

	if (!reader->is_in_row) {
		reader->row_line = reader->line;
		reader->is_in_row = piece[0] != '\n' && piece[0] != '\r';
	}
	reader->unended += len;
	if (csv_parse(&reader->parser, piece, len, take_field, take_row,
		      reader) != len)
		fail(reader,
		     _("line %zu: a quotation mark stands where none "
		       "may: write it twice within a quoted field"),
		     reader->line);
	if (reader->unended > FIELD_MAX + BLOCK_SIZE)
		fail(reader,
		     _("line %zu: a field is larger than 64 KiB: is a "
		       "quotation mark missing?"),
		     reader->row_line);
	if (ends_line)
		reader->line++;
	return !reader->has_failed;
}

/* Feeds a block line by line. */
static bool feed_block(struct reader *reader, const char *block, size_t len)
{
	const char *end = block + len, *newline;
	size_t piece;

	for (; block < end; block += piece) {
		newline = memchr(block, '\n', (size_t)(end - block));
		piece = (size_t)((newline != NULL ? newline + 1 : end) - block);
		if (!feed(reader, block, piece))
			return false;
	}
	return true;
}

static bool feed_stream(struct reader *reader, FILE *in)
{
	char block[BLOCK_SIZE];
	size_t len, skipped = 0;
	bool is_first = true;

	for (; (len = fread(block, 1, sizeof(block), in)) > 0;
	     is_first = false, skipped = 0) {
		if (is_first && len >= 3 &&
		    memcmp(block, "\xef\xbb\xbf", 3) == 0)
			skipped = 3;
		if (!feed_block(reader, block + skipped, len - skipped))
			return false;
	}
	return true;
}

static int is_no_space(unsigned char c)
{
	(void)c;
	return 0; /* blanks within fields are the file's own */
}

static void *resize(void *block, size_t size)
{
	return mem_resize(block, size, 1);
}

bool csv_read(FILE *in, csv_row_fn *each, void *state, struct error *err)
{
	struct reader reader = {
	    .each = each, .state = state, .err = err, .line = 1};

	csv_init(&reader.parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_space_func(&reader.parser, is_no_space);
	csv_set_realloc_func(&reader.parser, resize);
	if (feed_stream(&reader, in) && ferror(in)) {
		error_set(err, ERROR_SYSTEM, "", _("cannot read the file: %s"),
			  strerror(errno));
		reader.has_failed = true;
	}
	if (!reader.has_failed &&
	    csv_fini(&reader.parser, take_field, take_row, &reader) != 0)
		fail(&reader,
		     _("line %zu: the quotation marks of this row are "
		       "never closed: close them"),
		     reader.row_line);
	csv_free(&reader.parser);
	str_release(&reader.text);
	free(reader.starts);
	free(reader.fields);
	return !reader.has_failed;
}
