/*
 * import_row.c - the rows of a CSV file, kept with their columns' names
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/csv.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "import_private.h"

static size_t find_column(const struct import *import, const char *name)
{
	for (size_t i = 0; i < import->rules->column_count; i++)
		if (str_same(import->rules->columns[i].name, name))
			return i;
	return SIZE_MAX;
}

static const char *field(const struct import *import, size_t row,
			 const char *column)
{
	size_t at = import->places[find_column(import, column)];

	return at < import->rows[row].count ? import->rows[row].fields[at]
					    : NULL;
}

bool import_has(const struct import *import, const char *column)
{
	return import->places[find_column(import, column)] != SIZE_MAX;
}

const char *import_text(const struct import *import, size_t row,
			const char *column)
{
	const char *text = field(import, row, column);

	return str_is_blank(text) ? NULL : text;
}

bool import_yes(const struct import *import, size_t row, const char *column,
		bool *out, struct error *err)
{
	const char *text = import_text(import, row, column);

	if (text == NULL)
		return true;
	*out = strcmp(text, "yes") == 0;
	return *out || strcmp(text, "no") == 0 ||
	       error_set(err, ERROR_INVALID, column,
			 _("this is yes, no or blank"));
}

/* The apostrophe that an export puts before = + - @ is taken away again, and
 * so are blanks at both ends. */
static char *copy_field(const char *text)
{
	size_t len;

	if (text[0] == '\'' && text[1] != '\0' && strchr("=+-@\t\r", text[1]))
		text++;
	text += strspn(text, " \t");
	len = strlen(text);
	while (len > 0 && strchr(" \t\r\n", text[len - 1]) != NULL)
		len--;
	return mem_copy_n(text, len);
}

static bool read_header(struct import *import, const struct csv_row *row,
			struct error *err)
{
	size_t columns = import->rules->column_count;

	import->field_count = row->count;
	import->places = mem_new(columns, sizeof(*import->places));
	memset(import->places, 0xff, columns * sizeof(*import->places));
	for (size_t i = 0; i < row->count; i++) {
		char *name = copy_field(row->fields[i]);
		size_t at = find_column(import, name);
		bool is_wrong = at == SIZE_MAX || import->places[at] < i;

		if (at == SIZE_MAX)
			error_set(err, ERROR_INVALID, "",
				  _("line %zu: there is no column \"%.60s\": "
				    "docs/interchange.md lists them"),
				  row->line, name);
		else if (is_wrong)
			error_set(err, ERROR_INVALID, "",
				  _("line %zu: the column \"%s\" stands there "
				    "twice"),
				  row->line, name);
		else
			import->places[at] = i;
		free(name);
		if (is_wrong)
			return false;
	}
	for (size_t i = 0; i < columns; i++)
		if (import->rules->columns[i].is_required &&
		    import->places[i] == SIZE_MAX)
			return error_set(err, ERROR_INVALID, "",
					 _("line %zu: the column \"%s\" is "
					   "missing: the first line names the "
					   "columns"),
					 row->line,
					 import->rules->columns[i].name);
	return true;
}

/* A file may be a pipe, and the work may be run twice: it is read once. */
bool import_keep_row(const struct csv_row *row, void *state, struct error *err)
{
	struct import *import = state;
	struct import_row *kept;

	if (import->places == NULL)
		return read_header(import, row, err);
	if (import->row_count == import->row_size) {
		import->row_size =
		    import->row_size > 0 ? import->row_size * 2 : 64;
		import->rows = mem_resize(import->rows, import->row_size,
					  sizeof(*import->rows));
	}
	kept = &import->rows[import->row_count++];
	kept->line = row->line;
	kept->count = row->count;
	kept->fields = mem_new(row->count + 1, sizeof(*kept->fields));
	for (size_t i = 0; i < row->count; i++)
		kept->fields[i] = copy_field(row->fields[i]);
	return true;
}

void import_release(struct import *import)
{
	for (size_t i = 0; i < import->row_count; i++) {
		for (size_t j = 0; j < import->rows[i].count; j++)
			free(import->rows[i].fields[j]);
		free(import->rows[i].fields);
	}
	free(import->rows);
	free(import->places);
	free(import->known);
	free(import->made);
}
