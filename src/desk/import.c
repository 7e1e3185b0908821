/*
 * import.c - a CSV file, every row checked, kept whole or not at all
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/csv.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "import_private.h"

enum { COMPLAINTS_KEPT = 100 };

void import_report_release(struct import_report *report)
{
	for (size_t i = 0; i < report->complaint_kept; i++) {
		free(report->complaints[i].field);
		free(report->complaints[i].text);
	}
	free(report->complaints);
	*report = (struct import_report){0};
}

/* A complaint names the column as it stands in the file. */
static const char *column_name(const struct import *import, const char *field)
{
	const struct import_alias *alias = import->rules->aliases;

	for (; alias != NULL && alias->field != NULL; alias++)
		if (str_same(alias->field, field))
			return alias->column;
	return field;
}

static void complain(struct import *import, size_t line,
		     const struct error *err)
{
	struct import_report *report = import->report;

	report->complaint_count++;
	if (report->complaint_kept == COMPLAINTS_KEPT)
		return;
	if (report->complaints == NULL)
		report->complaints =
		    mem_new(COMPLAINTS_KEPT, sizeof(*report->complaints));
	report->complaints[report->complaint_kept++] =
	    (struct import_complaint){line,
				      mem_copy(column_name(import, err->field)),
				      mem_copy(err->text)};
}

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
static bool keep_row(const struct csv_row *row, void *state, struct error *err)
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

/* What is wrong with a row, not with the store. */
static bool is_of_the_row(const struct error *err)
{
	return err->code == ERROR_INVALID || err->code == ERROR_NOT_FOUND ||
	       err->code == ERROR_CONFLICT;
}

static bool check_row(const struct import *import, size_t row,
		      struct error *err)
{
	const struct import_row *checked = &import->rows[row];

	if (checked->count != import->field_count)
		return error_set(err, ERROR_INVALID, "",
				 _("this row has %zu fields and the first line "
				   "names %zu"),
				 checked->count, import->field_count);
	for (size_t i = 0; i < checked->count; i++)
		if (!text_is_utf8(checked->fields[i],
				  strlen(checked->fields[i])))
			return error_set(err, ERROR_INVALID, "",
					 _("field %zu is not UTF-8: save the "
					   "file as CSV in UTF-8"),
					 i + 1);
	for (size_t i = 0; i < import->rules->column_count; i++) {
		const struct import_column *column = &import->rules->columns[i];

		if (column->is_required &&
		    import_text(import, row, column->name) == NULL &&
		    (import->rules->goes_on == NULL ||
		     !import->rules->goes_on(import, row)))
			return error_set(err, ERROR_INVALID, column->name,
					 _("this is needed"));
	}
	return true;
}

/* One group of rows; false only where the store failed. */
static bool take_group(struct import *import, struct db *db, size_t row,
		       size_t count, struct error *err)
{
	bool is_good = true;

	for (size_t i = row; i < row + count; i++)
		if (!check_row(import, i, err)) {
			complain(import, import->rows[i].line, err);
			error_clear(err);
			is_good = false;
		}
	if (!is_good)
		return true;
	import->bad_row = row;
	if (import->rules->take(import, db, row, count, err))
		return true;
	if (!is_of_the_row(err))
		return false;
	complain(import, import->rows[import->bad_row].line, err);
	error_clear(err);
	return true;
}

struct importing {
	struct import *import;
	bool is_dry_run;
	bool is_taken_back; /* as it should be: not a failure of the store */
};

static bool import_work(struct db *db, void *state, struct error *err)
{
	struct importing *importing = state;
	struct import *import = importing->import;
	size_t row = 0, count;

	import_report_release(import->report);
	importing->is_taken_back = false;
	while (row < import->row_count) {
		for (count = 1; row + count < import->row_count; count++)
			if (import->rules->goes_on == NULL ||
			    !import->rules->goes_on(import, row + count))
				break;
		if (!take_group(import, db, row, count, err))
			return false;
		row += count;
	}
	import->report->row_count = import->row_count;
	importing->is_taken_back =
	    importing->is_dry_run || import->report->complaint_count > 0;
	return !importing->is_taken_back ||
	       error_set(err, ERROR_INVALID, "", _("nothing was kept"));
}

static void release(struct import *import)
{
	for (size_t i = 0; i < import->row_count; i++) {
		for (size_t j = 0; j < import->rows[i].count; j++)
			free(import->rows[i].fields[j]);
		free(import->rows[i].fields);
	}
	free(import->rows);
	free(import->places);
}

static bool import_rows(struct import *import, bool is_dry_run,
			struct error *err)
{
	struct importing importing = {import, is_dry_run, false};

	if (import->places == NULL)
		return error_set(err, ERROR_INVALID, "",
				 _("the file is empty: its first line names "
				   "the columns"));
	if (db_transaction(import->desk->db, import_work, &importing, err))
		return true;
	if (!importing.is_taken_back) {
		import_report_release(import->report);
		return false;
	}
	error_clear(err);
	return true;
}

bool desk_import(struct desk *desk, enum import_kind kind, FILE *in,
		 bool is_dry_run, struct import_report *out, struct error *err)
{
	static const struct import_rules *const rules[] = {
	    [IMPORT_RESIDENTS] = &import_residents,
	    [IMPORT_VISITS] = &import_visits,
	    [IMPORT_TOPICS] = &import_topics,
	};
	struct import import = {
	    .desk = desk, .rules = rules[kind], .report = out};
	bool is_done;

	*out = (struct import_report){0};
	is_done = desk_may(desk, DUTY_IMPORT, err) &&
		  csv_read(in, keep_row, &import, err) &&
		  import_rows(&import, is_dry_run, err);
	release(&import);
	return is_done;
}
