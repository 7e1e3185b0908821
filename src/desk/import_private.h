/*
 * import_private.h - a CSV file in memory, its columns found by name
 */
#ifndef FRONTDESK_DESK_IMPORT_PRIVATE_H
#define FRONTDESK_DESK_IMPORT_PRIVATE_H

#include "desk_private.h"
#include "frontdesk/desk/import.h"

#define IMPORT_PARTS_MARK "|" /* between several values in one field */

struct import_column {
	const char *name;
	bool is_required;
};

struct import_row {
	size_t line;
	size_t count;
	char **fields;
};

/* Somebody new, and the line they came from: who is like them may come below.
 */
struct import_made {
	int64_t resident_id;
	size_t line;
};

/* Rows that belong together are taken together: a topic and its questions. */
struct import {
	struct desk *desk;
	const struct import_rules *rules;
	struct import_row *rows; /* without the header */
	size_t row_count, row_size;
	size_t *places; /* of each column of the rules; SIZE_MAX: not there */
	size_t field_count; /* of the header */
	struct import_report *report;
	size_t bad_row;	     /* which a failing take() means */
	int64_t last_before; /* the last visit before this import */
	int64_t *known;	     /* visits that rows of this file say again */
	size_t known_count;
	bool is_dry_run;
	struct import_made *made; /* of a dry run */
	size_t made_count, made_size;
};

/* A record's field that another name stands for in the file. */
struct import_alias {
	const char *field, *column;
};

struct import_rules {
	const struct import_column *columns;
	size_t column_count;
	/* Whether this row goes with the one above it; NULL: none does. */
	bool (*goes_on)(const struct import *import, size_t row);
	/* Adds or changes one record, within the transaction; counts it. */
	bool (*take)(struct import *import, struct db *db, size_t row,
		     size_t count, struct error *err);
	const struct import_alias *aliases; /* ended by NULL; may be NULL */
};

extern const struct import_rules import_residents, import_organisations,
    import_visits, import_topics, import_feedback;

/* A csv_row_fn: the header, then each row. A wrong header is ERROR_INVALID. */
struct csv_row;
bool import_keep_row(const struct csv_row *row, void *import,
		     struct error *err);
void import_release(struct import *import);

bool import_has(const struct import *import, const char *column);

/* Borrowed; NULL where the field is blank or the column is not there. */
const char *import_text(const struct import *import, size_t row,
			const char *column);

/* The row is taken, and not quite as it stands: field is its column. */
void import_remark(struct import *import, size_t row, const char *field,
		   const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* yes, no, or blank: as *out stands. */
bool import_yes(const struct import *import, size_t row, const char *column,
		bool *out, struct error *err);

/* In a dry run: who is like somebody new, before they are added and, with
 * import_note_made, for those below. */
struct resident;
bool import_list_alike(struct import *import, size_t row,
		       const struct resident *resident, struct error *err);
void import_note_made(struct import *import, size_t row,
		      const struct resident *resident);

/* telephone, email and address of the row, where the file has the column. */
void import_fill_reaches(const struct import *import, size_t row,
			 struct resident *resident);

#endif
