/*
 * sqlite_engine.h - what the files of the SQLite engine share
 */
#ifndef FRONTDESK_STORE_SQLITE_ENGINE_H
#define FRONTDESK_STORE_SQLITE_ENGINE_H

/* SQLite's own name for what the audit rides on (sqlite_audit.c). */
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include "frontdesk/base/secret.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/db.h"

#define SQLITE_APPLICATION 0x46444553  /* "FDES" */
#define SQLITE_PATIENCE INT64_C(10000) /* ms that a writer waits in line */
#define SQLITE_GATE_PATIENCE 1000      /* ms; sixteen take a tenth of it */
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
	struct db_statement **slots; /* open addressing, a power of two */
	size_t slot_count, statement_count;
	bool in_transaction;
	bool (*goes_on)(void *state); /* db_watch; NULL: nobody is asked */
	void *watch_state;
	bool is_reading;       /* within a snapshot: it may be stopped */
	bool is_asking;	       /* goes_on is at work */
	int64_t waiting_since; /* of the busy handler, monotonic ms */
	bool is_idling;	       /* upkeep never waits for a turn */
	bool is_migrating;     /* the schema changes, and no record does */
	int stepping;	       /* a statement is in the middle of its step */
	int gate;	       /* sqlite_gate.c; 0: not opened yet */
	bool is_at_gate;
	int64_t gate_shunned_until;
	int64_t gate_patience; /* ms that a writer stands at it */
	uint64_t random;
	int64_t data_version, total_changes, changed; /* db_changed */
	int64_t idle_changes;			      /* db_idle */
	int wal_frames;	       /* since it was written back */
	struct audit *audit;   /* sqlite_audit.c */
	struct totals *totals; /* sqlite_totals.c */
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

/*
 * The line of the writers, before the engine's own lock and never in its
 * place: who waited there too long, or has no gate, goes on without.
 */
void gate_enter(struct db *db);
void gate_leave(struct db *db);
void gate_release(struct db *db);

/* Has the WAL written back when it is long, and not at each commit. */
void sqlite_watch_wal(struct db *db);

/* Whether a store may lie there: not a network file system, writable. */
bool sqlite_place_check(const char *path, struct error *err);

/*
 * The audit: every change that this connection makes to a record is noted as
 * it happens, and written before the commit. audit_mark and audit_return
 * forget what was noted since, where the engine has undone a statement.
 */
bool sqlite_add_audit(struct db *db, struct error *err);
bool audit_settle(struct db *db, struct error *err);
bool audit_keep_few(struct db *db, struct error *err);
size_t audit_mark(const struct db *db);
void audit_return(struct db *db, size_t mark);
void audit_drop(struct db *db);
void audit_release(struct db *db);

/* Brings a store of version `from` to the newest. */
bool migrate(struct db *db, int64_t from, struct error *err);
int migrate_newest(void);
/* The version from which on a store has all its totals. */
int migrate_counted(void);

/* Beyond this, what the audit and the totals noted is written early: an import
 * is one transaction. */
#define NOTED_MANY 128

/* The links of the audit (sqlite_chain.c). */
#define AUDIT_SALT_LEN 16

struct audit_link {
	int64_t number, at;
	int64_t actor_id, subject_id; /* 0: none */
	const char *action, *subject;
	unsigned char salt[AUDIT_SALT_LEN];
	const char *before, *after; /* NULL: none */
	unsigned char detail_hash[SECRET_DIGEST_LEN];
};

/* Gives the link its detail's hash; chain_hash is the one before's, and of
 * length 0 before the first; it becomes this one's. */
struct audit_chain {
	unsigned char hash[SECRET_DIGEST_LEN];
	size_t len;
	struct str bytes; /* of one link */
};
void audit_chain_add(struct audit_chain *chain, struct audit_link *link);

/* The chain from its first link to its last, and its function for SQL. */
bool sqlite_add_chain(struct db *db, struct error *err);
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
