/*
 * db.h - the small engine interface that every record's SQL goes through
 *
 * Statements are string constants in the subset that SQLite and PostgreSQL
 * share, prepared once and found again by their address. Parameters are $1,
 * $2, … Columns count from 0. An engine is one file: sqlite.c.
 *
 *	struct query q;
 *	query_begin(&q, db, SQL_VISIT_STATE);
 *	query_int(&q, 1, visit_id);
 *	while (query_row(&q))
 *		... row_text(&q, 0) ...
 *	return query_end(&q, err);
 */
#ifndef FRONTDESK_STORE_DB_H
#define FRONTDESK_STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/error.h"

struct db;

enum db_open {
	DB_OPEN,   /* a store that is there; migrated when it is older */
	DB_CREATE, /* a new one; ERROR_CONFLICT where something is there */
};

/*
 * url is a path (or postgresql://…, refused in words by this version). The
 * clock outlives the db. Errors: NOT_FOUND (no store there), NEWER, DAMAGED,
 * READ_ONLY, UNFIT (a network file system), FULL, BUSY, SYSTEM.
 */
bool db_open(const char *url, enum db_open how, const struct clock *clock,
	     struct db **out, struct error *err);
void db_close(struct db *db);

/* Takes a store that was not made whole away; it is closed, or never was
 * open. */
void db_remove(const char *url);

const struct clock *db_clock(const struct db *db);
int64_t db_now(const struct db *db); /* UTC milliseconds */

/* Who acts, for the audit; 0 is the system. */
void db_set_actor(struct db *db, int64_t staff_id);
int64_t db_actor(const struct db *db);

/*
 * One unit of work: everything that work does, or nothing. Begun IMMEDIATE:
 * two counters writing at once wait here, not at the commit; run anew where
 * the engine asks for it, so work must set what it returns each time. A false
 * from work rolls back. Not nested.
 */
typedef bool db_work_fn(struct db *db, void *state, struct error *err);
bool db_transaction(struct db *db, db_work_fn *work, void *state,
		    struct error *err);

/* The same for reading: every statement in work sees one moment. */
bool db_snapshot(struct db *db, db_work_fn *work, void *state,
		 struct error *err);

/*
 * While statements of a snapshot run, goes_on is asked some hundred times a
 * second; once it says no, they end with ERROR_STOPPED. It must not use the
 * store. NULL: nobody is asked.
 */
void db_watch(struct db *db, bool (*goes_on)(void *state), void *state);

/* A number that is another one after anybody's commit, this program's own
 * included; cheap enough for four times a second. */
int64_t db_changed(struct db *db);

/* Small steps of upkeep while nobody types: merges, checkpoint. */
void db_idle(struct db *db);

/* A complete copy into a new file, while others work. */
bool db_backup(struct db *db, const char *path, struct error *err);

/* The engine's own check, the audit chain's, that of the papers of closed days,
 * and whether each day's totals are what the records give; ERROR_DAMAGED says
 * where. */
bool db_check(struct db *db, struct error *err);

/* Counts the totals of all days anew, from the records. */
bool db_recount(struct db *db, struct error *err);

struct query {
	struct db *db;
	struct db_statement *statement;
	bool has_failed;
};

/* Until query_end the statement is busy: no query inside its own loop. */
void query_begin(struct query *query, struct db *db, const char *sql);
void query_int(struct query *query, int parameter, int64_t value);
void query_key(struct query *query, int parameter, int64_t id); /* 0: NULL */
void query_text(struct query *query, int parameter, const char *text);
void query_blob(struct query *query, int parameter, const void *bytes,
		size_t size);
void query_null(struct query *query, int parameter);

bool query_row(struct query *query); /* steps; true while there is a row */
int64_t row_int(const struct query *query, int column); /* NULL is 0 */
bool row_is_null(const struct query *query, int column);
const char *row_text(const struct query *query, int column); /* borrowed */
char *row_copy(const struct query *query, int column);	     /* caller frees */
const void *row_blob(const struct query *query, int column,
		     size_t *size); /* borrowed; NULL is of size 0 */

/* Ends a query whatever happened; false with err where a step failed. */
bool query_end(struct query *query, struct error *err);
/* The same behind rows that were handed on: where one of them was not taken
 * (is_going is false), what err says of that stays, and it is false. */
bool query_end_each(struct query *query, bool is_going, struct error *err);

/* Steps to the end and ends: for statements without rows. */
bool query_run(struct query *query, struct error *err);

/* Runs an INSERT of one row into a table with an id of its own (one INTEGER
 * PRIMARY KEY, no DO UPDATE); *id is 0 where ON CONFLICT … DO NOTHING left the
 * row out. */
bool query_insert(struct query *query, int64_t *id, struct error *err);

/* Runs what changes a row if it still is as it is asked to be;
 * ERROR_NOT_FOUND, without a text, where none was. */
bool query_change(struct query *query, struct error *err);

/* For counts and RETURNING: the first column of the one row.
 * ERROR_NOT_FOUND, without a text, where there is none. */
bool query_one(struct query *query, int64_t *out, struct error *err);

#endif
