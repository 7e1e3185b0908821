/*
 * csv_import.h - a CSV file read in by a supervisor, for tests of what follows
 */
#ifndef FRONTDESK_TESTS_CSV_IMPORT_H
#define FRONTDESK_TESTS_CSV_IMPORT_H

#include "fixture.h"
#include "frontdesk/desk/import.h"

/* Of each test: the fixture with its supervisor signed in. */
int csv_import_setup(void **state);

/* The text as a file; *out is released by the caller. */
bool csv_import_as(struct fixture *fixture, enum import_kind kind,
		   const char *text, bool is_dry_run, struct import_report *out,
		   struct error *err);
bool csv_import(struct fixture *fixture, enum import_kind kind,
		const char *text, struct import_report *out, struct error *err);

/* Fails unless it has one complaint: its line, its column and a piece of its
 * text. */
void csv_import_complains(struct fixture *fixture, enum import_kind kind,
			  const char *csv, size_t line, const char *field,
			  const char *piece);

#endif
