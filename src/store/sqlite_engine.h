/*
 * sqlite_engine.h - what the files of the SQLite engine share
 */
#ifndef FRONTDESK_STORE_SQLITE_ENGINE_H
#define FRONTDESK_STORE_SQLITE_ENGINE_H

#include <sqlite3.h>

#include "frontdesk/base/str.h"
#include "frontdesk/store/db.h"

#define SQLITE_APPLICATION 0x46444553  /* "FDES" */
#define SQLITE_PATIENCE INT64_C(10000) /* ms that a writer waits in line */
#define STATEMENT_PARAMETERS 48

struct db_statement {
	const char *sql; /* its address is the key */
	sqlite3_stmt *handle;
	/* SQLite numbers $1, $2, … by appearance: the index of each. */
	signed char parameters[STATEMENT_PARAMETERS + 1];
	bool is_busy;
	int failure; /* the engine's code, 0 while all is well */
	char detail[160];
};

struct db {
	sqlite3 *handle;
	const struct clock *clock;
	int64_t actor_id;
	int64_t audit_at; /* of the entry being written */
	unsigned char audit_salt[16];
	struct str change_before, change_after;
	struct db_statement **slots; /* open addressing, a power of two */
	size_t slot_count, statement_count;
	bool in_transaction;
	int64_t waiting_since; /* of the busy handler, monotonic ms */
	bool is_idling;	       /* upkeep never waits for a turn */
	uint64_t random;
	int64_t data_version, total_changes, changed; /* db_changed */
	int64_t idle_changes;			      /* db_idle */
	struct totals *totals;			      /* sqlite_totals.c */
};

/* The engine's code in the clerk's words; always false. */
bool sqlite_refuse(sqlite3 *handle, int code, struct error *err);

/* Runs one or more statements that give no rows. */
bool sqlite_run(struct db *db, const char *sql, struct error *err);

/* The first column of a pragma's one row, as a number or as text. */
bool sqlite_number(struct db *db, const char *pragma, int64_t *out,
		   struct error *err);
bool sqlite_word(struct db *db, const char *pragma, char *out, size_t size,
		 struct error *err);

int64_t sqlite_monotonic(void); /* ms */

/* Whether a store may lie there: not a network file system, writable. */
bool sqlite_place_check(const char *path, struct error *err);

/* The functions that the audit's triggers call. */
bool sqlite_add_functions(struct db *db, struct error *err);

/* Brings a store of version `from` to the newest; the audit's triggers too. */
bool migrate(struct db *db, int64_t from, struct error *err);
int migrate_newest(void);

/* The chain from its first link to its last. */
bool audit_chain_check(struct db *db, struct error *err);

/* The functions that the triggers of the totals call. */
bool sqlite_add_totals(struct db *db, struct error *err);

/*
 * What changed since the transaction began goes into the totals of its days:
 * before each commit, and in between where it becomes much. Dropped with a
 * transaction that is rolled back.
 */
bool totals_settle(struct db *db, struct error *err);
bool totals_keep_few(struct db *db, struct error *err);
void totals_drop(struct db *db);
void totals_release(struct db *db);

void statements_release(struct db *db);

#endif
