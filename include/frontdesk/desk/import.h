/*
 * import.h - residents, organisations, visits, topics and comment cards from
 * CSV (docs/interchange.md)
 *
 * All or nothing: every row is checked, every bad one reported with its line,
 * and only when none is bad is anything kept. A dry run keeps nothing.
 */
#ifndef FRONTDESK_DESK_IMPORT_H
#define FRONTDESK_DESK_IMPORT_H

#include <stdio.h>

#include "frontdesk/desk/desk.h"

enum import_kind {
	IMPORT_RESIDENTS,
	IMPORT_ORGANISATIONS,
	IMPORT_VISITS,
	IMPORT_TOPICS,
	IMPORT_FEEDBACK
};

struct import_complaint {
	size_t line;
	char *field; /* the column, or "" */
	char *text;
};
/* A new resident who may be known already: P-… "Smith, Mr. John · same
 * telephone", or somebody new of an earlier line. */
struct import_alike {
	size_t line;
	size_t line_before; /* 0: of the store */
	char *reference;    /* NULL where line_before says who */
	char *words;
};
struct import_report {
	size_t row_count; /* rows read */
	size_t new_count, changed_count;
	size_t unchanged_count; /* topics that say what they said */
	size_t known_count; /* visits and cards entered already: passed over */
	struct import_complaint *complaints; /* the first 100 */
	size_t complaint_count;		     /* how many there were */
	size_t complaint_kept;		     /* how many are in the array */
	/* Of rows that were taken, and not quite as they stand: as above. */
	struct import_complaint *remarks;
	size_t remark_count, remark_kept;
	struct import_alike *alike; /* of a dry run: the first 100 */
	size_t alike_count, alike_kept;
};
void import_report_release(struct import_report *report);

/*
 * True with complaint_count > 0 means: rows were bad, nothing was kept.
 * False: the file could not be read, a column is missing, or the store failed.
 */
bool desk_import(struct desk *desk, enum import_kind kind, FILE *in,
		 bool is_dry_run, struct import_report *out, struct error *err);

/* EXPORT_ALL and what people said as JSON lines, the others as the CSV that is
 * imported. */
enum export_kind {
	EXPORT_ALL,
	EXPORT_RESIDENTS,
	EXPORT_ORGANISATIONS,
	EXPORT_TOPICS,
	EXPORT_FEEDBACK,
	EXPORT_IDEAS,
	EXPORT_THANKS
};

/* Whole lines out with their ends, one call each; text borrowed. All of one
 * moment. What is exported holds names: ERROR_DENIED below a supervisor. */
typedef bool desk_export_fn(const char *line, void *state, struct error *err);
bool desk_export(struct desk *desk, enum export_kind kind, desk_export_fn *each,
		 void *state, struct error *err);

/* A whole copy in a new file; whether the store, its audit and the figures of
 * its days are whole; those figures counted anew from the records. */
bool desk_backup(struct desk *desk, const char *path, struct error *err);
bool desk_check(struct desk *desk, struct error *err);
bool desk_recount(struct desk *desk, struct error *err);

#endif
