/*
 * sqlite_audited.h - which tables the audit follows, and which columns
 *
 * Read from the schema when a table is first changed: a new column is never
 * forgotten.
 */
#ifndef FRONTDESK_STORE_SQLITE_AUDITED_H
#define FRONTDESK_STORE_SQLITE_AUDITED_H

#include "sqlite_engine.h"

struct audited_column {
	char *name;
	char *value_before; /* of rows older than the column; NULL: NULL */
	bool is_quiet;	    /* its changes are not kept */
	bool is_masked;	    /* that it changed is kept, what it was is not */
	bool is_number;
};

struct audited_table {
	char *name;
	struct audited_column *columns;
	size_t count;
	int key; /* the column that names the row; -1: its rowid */
};

/* What no record is: sessions, drafts, totals, search, the audit itself. */
bool is_audited(const char *table);

/* Reads the columns; NULL where the schema cannot be read. */
struct audited_table *audited_table_new(struct db *db, const char *name);
void audited_table_free(struct audited_table *table);

/* sqlite_image.c: within the preupdate hook alone; value_of is
 * sqlite3_preupdate_old or _new. JSON of what is not NULL. */
typedef int image_value_fn(sqlite3 *handle, int column, sqlite3_value **value);
void image_row(sqlite3 *handle, const struct audited_table *table,
	       image_value_fn *value_of, struct str *out);

/* What changed alone, as it was and as it is, both empty where nothing did: the
 * rest of the row is in the entries before, and fewer pages get dirty. */
void image_change(sqlite3 *handle, const struct audited_table *table,
		  struct str *was, struct str *is);

#endif
