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
#include "frontdesk/store/visit.h"
#include "import_private.h"

enum { COMPLAINTS_KEPT = 100 };

static void release(struct import_complaint *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(items[i].field);
		free(items[i].text);
	}
	free(items);
}

void import_report_release(struct import_report *report)
{
	release(report->complaints, report->complaint_kept);
	release(report->remarks, report->remark_kept);
	for (size_t i = 0; i < report->alike_kept; i++) {
		free(report->alike[i].reference);
		free(report->alike[i].words);
	}
	free(report->alike);
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

/* The first of them. */
static void keep(struct import_complaint **items, size_t *kept, size_t line,
		 const char *field, const char *text)
{
	if (*kept == COMPLAINTS_KEPT)
		return;
	if (*items == NULL)
		*items = mem_new(COMPLAINTS_KEPT, sizeof(**items));
	(*items)[(*kept)++] =
	    (struct import_complaint){line, mem_copy(field), mem_copy(text)};
}

static void complain(struct import *import, size_t line,
		     const struct error *err)
{
	struct import_report *report = import->report;

	report->complaint_count++;
	keep(&report->complaints, &report->complaint_kept, line,
	     column_name(import, err->field), err->text);
}

void import_remark(struct import *import, size_t row, const char *field,
		   const char *format, ...)
{
	struct import_report *report = import->report;
	struct str text = STR_INIT;
	va_list args;

	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	report->remark_count++;
	keep(&report->remarks, &report->remark_kept, import->rows[row].line,
	     column_name(import, field), str_text(&text));
	str_release(&text);
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
	import->known_count = 0;
	import->made_count = 0;
	if (!visit_last(db, &import->last_before, err))
		return false;
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

static bool import_rows(struct import *import, bool is_dry_run,
			struct error *err)
{
	struct importing importing = {import, is_dry_run, false};

	import->is_dry_run = is_dry_run;
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
	    [IMPORT_ORGANISATIONS] = &import_organisations,
	    [IMPORT_VISITS] = &import_visits,
	    [IMPORT_TOPICS] = &import_topics,
	    [IMPORT_FEEDBACK] = &import_feedback,
	};
	struct import import = {
	    .desk = desk, .rules = rules[kind], .report = out};
	bool is_done;

	*out = (struct import_report){0};
	is_done = desk_may(desk, DUTY_IMPORT, err) &&
		  csv_read(in, import_keep_row, &import, err) &&
		  import_rows(&import, is_dry_run, err);
	import_release(&import);
	return is_done;
}
