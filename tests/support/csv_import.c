/*
 * csv_import.c - a CSV file read in by a supervisor, for tests of what follows
 */
#include "csv_import.h"

#include <stdio.h>
#include <string.h>

int csv_import_setup(void **state)
{
	if (fixture_setup(state) != 0)
		return -1;
	fixture_sign_in(*state, FIXTURE_HALE);
	return 0;
}

bool csv_import_as(struct fixture *fixture, enum import_kind kind,
		   const char *text, bool is_dry_run, struct import_report *out,
		   struct error *err)
{
	FILE *file = tmpfile();
	bool is_done;

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	rewind(file);
	is_done = desk_import(fixture->desk, kind, file, is_dry_run, out, err);
	fclose(file);
	return is_done;
}

bool csv_import(struct fixture *fixture, enum import_kind kind,
		const char *text, struct import_report *out, struct error *err)
{
	return csv_import_as(fixture, kind, text, false, out, err);
}

void csv_import_complains(struct fixture *fixture, enum import_kind kind,
			  const char *csv, size_t line, const char *field,
			  const char *piece)
{
	struct import_report report;
	struct error err = {0};

	fixture_ok(csv_import(fixture, kind, csv, &report, &err));
	if (report.complaint_count != 1)
		fail_msg("%zu complaints of %s", report.complaint_count, csv);
	assert_int_equal(report.complaints[0].line, line);
	assert_string_equal(report.complaints[0].field, field);
	if (strstr(report.complaints[0].text, piece) == NULL)
		fail_msg("\"%s\" is not in: %s", piece,
			 report.complaints[0].text);
	import_report_release(&report);
}
