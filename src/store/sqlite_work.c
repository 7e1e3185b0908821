/*
 * sqlite_work.c - units of work, upkeep, copies and checks
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/closing.h"
#include "recount.h"
#include "search_words.h"
#include "sqlite_engine.h"

/* IMMEDIATE: two counters writing at once wait here, not at COMMIT. */
static const char SQL_BEGIN[] = "BEGIN IMMEDIATE";
static const char SQL_BEGIN_READING[] = "BEGIN";
static const char SQL_COMMIT[] = "COMMIT";
static const char SQL_ROLLBACK[] = "ROLLBACK";
static const char SQL_VERSION[] = "PRAGMA data_version";
static const char SQL_USER_VERSION[] = "PRAGMA user_version";
static const char SQL_MERGE[] = "INSERT INTO search_name_fts "
				"(search_name_fts, rank) VALUES ('merge', 16)";
static const char SQL_INTEGRITY[] = "PRAGMA integrity_check(1)";
static const char SQL_FOREIGN[] = "PRAGMA foreign_key_check";
static const char SQL_SEARCH_CHECK[] =
    "INSERT INTO search_name_fts (search_name_fts, rank) "
    "VALUES ('integrity-check', 1)";

const struct clock *db_clock(const struct db *db)
{
	return db->clock;
}

int64_t db_now(const struct db *db)
{
	return clock_now(db->clock);
}

void db_set_actor(struct db *db, int64_t staff_id)
{
	db->actor_id = staff_id;
}

int64_t db_actor(const struct db *db)
{
	return db->actor_id;
}

/* Of the engine's own steps: a fraction of a millisecond's work. */
#define ASK_EVERY 5000

/* What ends a transaction is not asked about. */
static int is_stopped(void *state)
{
	struct db *db = state;

	if (!db->is_reading)
		return 0;
	db->is_asking = true;
	db->is_reading = db->goes_on(db->watch_state);
	db->is_asking = false;
	return !db->is_reading;
}

void db_watch(struct db *db, bool (*goes_on)(void *state), void *state)
{
	db->goes_on = goes_on;
	db->watch_state = state;
	sqlite3_progress_handler(db->handle, ASK_EVERY,
				 goes_on != NULL ? is_stopped : NULL, db);
}

static bool command(struct db *db, const char *sql, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	return query_run(&q, err);
}

static void roll_back(struct db *db)
{
	struct error ignored = {0};

	/* A full disk has rolled back already. */
	if (!sqlite3_get_autocommit(db->handle))
		command(db, SQL_ROLLBACK, &ignored);
	totals_drop(db);
	audit_drop(db);
	db->in_transaction = false;
}

/* A newer program may have changed the schema while this one ran. */
static bool version_check(struct db *db, struct error *err)
{
	struct query q;
	int64_t version;

	if (db->is_migrating)
		return true;
	query_begin(&q, db, SQL_USER_VERSION);
	if (!query_one(&q, &version, err))
		return false;
	return version <= migrate_newest() ||
	       error_set(err, ERROR_NEWER, "store", "%s",
			 _("A newer Frontdesk has changed the store meanwhile: "
			   "end this program and start the new one. What you "
			   "typed is kept."));
}

static bool run_work(struct db *db, const char *begin, db_work_fn *work,
		     void *state, struct error *err)
{
	int64_t since = sqlite_monotonic();

	assert(!db->in_transaction);
	for (;;) {
		error_clear(err);
		if (command(db, begin, err)) {
			db->in_transaction = true;
			if (version_check(db, err) && work(db, state, err) &&
			    audit_settle(db, err) && totals_settle(db, err) &&
			    command(db, SQL_COMMIT, err)) {
				db->in_transaction = false;
				return true;
			}
			roll_back(db);
		}
		if (err->code != ERROR_BUSY ||
		    sqlite_monotonic() - since > SQLITE_PATIENCE)
			return false;
	}
}

bool db_transaction(struct db *db, db_work_fn *work, void *state,
		    struct error *err)
{
	bool is_done;

	gate_enter(db);
	is_done = run_work(db, SQL_BEGIN, work, state, err);
	gate_leave(db);
	return is_done;
}

struct reading {
	db_work_fn *work;
	void *state;
};

static bool read_on(struct db *db, void *state, struct error *err)
{
	const struct reading *reading = state;
	bool is_done;

	db->is_reading = true;
	is_done = reading->work(db, reading->state, err);
	db->is_reading = false;
	return is_done;
}

bool db_snapshot(struct db *db, db_work_fn *work, void *state,
		 struct error *err)
{
	struct reading reading = {work, state};

	return run_work(db, SQL_BEGIN_READING, read_on, &reading, err);
}

int64_t db_changed(struct db *db)
{
	struct error ignored = {0};
	struct query q;
	int64_t version, total = sqlite3_total_changes64(db->handle);

	query_begin(&q, db, SQL_VERSION);
	if (!query_one(&q, &version, &ignored))
		version = db->data_version; /* the next use will say it */
	if (version != db->data_version || total != db->total_changes) {
		db->data_version = version;
		db->total_changes = total;
		db->changed++;
	}
	return db->changed;
}

/* Frames of the WAL, 4 KB each: what is written back while nobody types, and
 * what is not waited with any longer. */
#define WAL_MUCH 1000
#define WAL_TOO_MUCH 8000

static void write_back(struct db *db)
{
	int left = 0, back = 0;

	if (sqlite3_wal_checkpoint_v2(db->handle, NULL,
				      SQLITE_CHECKPOINT_PASSIVE, &left,
				      &back) == SQLITE_OK)
		db->wal_frames = left - back;
}

static int on_wal(void *state, sqlite3 *handle, const char *name, int frames)
{
	struct db *db = state;

	(void)handle;
	(void)name;
	db->wal_frames = frames;
	if (frames >= WAL_TOO_MUCH)
		write_back(db);
	return SQLITE_OK;
}

void sqlite_watch_wal(struct db *db)
{
	sqlite3_wal_hook(db->handle, on_wal, db);
}

/*
 * Merging holds the write lock, so it goes in small steps, only after work of
 * this connection's own, and never waits for a turn. Each step that found
 * something to do asks for another one, next time. The WAL is written back
 * when it is long, not after each commit: the first commit into a WAL that
 * begins anew waits for the disk twice.
 */
void db_idle(struct db *db)
{
	struct error ignored = {0};
	int64_t before = sqlite3_total_changes64(db->handle);

	if (db->in_transaction || before == db->idle_changes)
		return;
	db->is_idling = true;
	command(db, SQL_MERGE, &ignored);
	if (sqlite3_total_changes64(db->handle) - before < 2)
		db->idle_changes = sqlite3_total_changes64(db->handle);
	if (db->wal_frames >= WAL_MUCH)
		write_back(db);
	db->is_idling = false;
}

static bool refuse_copy(const char *path, int reason, struct error *err)
{
	if (reason == EEXIST)
		return error_set(err, ERROR_CONFLICT, "file",
				 _("Cannot write the backup to “%s”: choose a "
				   "path where nothing is yet."),
				 path);
	return error_set(err, ERROR_SYSTEM, "file",
			 _("Cannot write the backup to “%s” (%s): choose a "
			   "folder that is there and may be written."),
			 path, strerror(reason));
}

bool db_backup(struct db *db, const char *path, struct error *err)
{
	sqlite3 *copy = NULL;
	sqlite3_backup *backup;
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	int code;

	if (fd < 0)
		return refuse_copy(path, errno, err);
	close(fd);
	code = sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE, NULL);
	backup = code == SQLITE_OK
		     ? sqlite3_backup_init(copy, "main", db->handle, "main")
		     : NULL;
	if (backup != NULL) {
		/* In one step: others go on writing to the WAL meanwhile. */
		sqlite3_backup_step(backup, -1);
		code = sqlite3_backup_finish(backup);
	} else {
		code = sqlite3_errcode(copy);
	}
	if (code != SQLITE_OK)
		sqlite_refuse(copy, code, err);
	sqlite3_close(copy);
	if (code == SQLITE_OK)
		return true;
	unlink(path);
	return false;
}

static bool engine_check(struct db *db, struct error *err)
{
	struct query q;
	bool is_whole, has_orphan;

	query_begin(&q, db, SQL_INTEGRITY);
	is_whole = query_row(&q) && str_same(row_text(&q, 0), "ok");
	if (!is_whole && !q.has_failed) {
		error_set(err, ERROR_DAMAGED, "",
			  _("The store is damaged: stop here, and put back "
			    "the last backup."));
		error_detail(err, "integrity_check: %s", row_text(&q, 0));
	}
	if (!query_end(&q, err) || !is_whole)
		return false;
	query_begin(&q, db, SQL_FOREIGN);
	has_orphan = query_row(&q);
	if (has_orphan)
		error_set(err, ERROR_DAMAGED, "",
			  _("The store is damaged: a row of “%s” points at "
			    "nothing. Put back the last backup."),
			  row_text(&q, 0));
	return query_end(&q, err) && !has_orphan;
}

bool db_check(struct db *db, struct error *err)
{
	if (!engine_check(db, err))
		return false;
	if (!command(db, SQL_SEARCH_CHECK, err))
		return error_set(err, ERROR_DAMAGED, "",
				 _("The search index does not agree with the "
				   "names: put back the last backup."));
	return search_words_check(db, err) && audit_chain_check(db, err) &&
	       closing_check(db, err) && gone_check(db, err) &&
	       recount_check(db, err);
}
