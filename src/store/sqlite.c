/*
 * sqlite.c - opening and making a store, and what may be relied on afterwards
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/secret.h"
#include "frontdesk/base/str.h"
#include "sqlite_engine.h"

int64_t sqlite_monotonic(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/*
 * Short random sleeps: SQLite's own timeout backs off further and further,
 * and so serves the last in line worst.
 */
static int wait_for_turn(void *state, int count)
{
	struct db *db = state;
	struct timespec nap = {0};

	if (db->is_idling)
		return 0;
	if (count == 0)
		db->waiting_since = sqlite_monotonic();
	else if (sqlite_monotonic() - db->waiting_since > SQLITE_PATIENCE)
		return 0;
	db->random ^= db->random << 13;
	db->random ^= db->random >> 7;
	db->random ^= db->random << 17;
	nap.tv_nsec = 1000000 + (long)(db->random % 7000000);
	nanosleep(&nap, NULL);
	return 1;
}

bool sqlite_run(struct db *db, const char *sql, struct error *err)
{
	int code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);

	return code == SQLITE_OK || sqlite_refuse(db->handle, code, err);
}

bool sqlite_word(struct db *db, const char *pragma, char *out, size_t size,
		 struct error *err)
{
	sqlite3_stmt *row = NULL;
	int code = sqlite3_prepare_v2(db->handle, pragma, -1, &row, NULL);

	out[0] = '\0';
	if (code == SQLITE_OK)
		code = sqlite3_step(row);
	if (code == SQLITE_ROW && sqlite3_column_type(row, 0) != SQLITE_NULL)
		snprintf(out, size, "%s",
			 (const char *)sqlite3_column_text(row, 0));
	sqlite3_finalize(row);
	return code == SQLITE_ROW || code == SQLITE_DONE ||
	       sqlite_refuse(db->handle, code, err);
}

bool sqlite_number(struct db *db, const char *pragma, int64_t *out,
		   struct error *err)
{
	char word[32];

	*out = 0;
	if (!sqlite_word(db, pragma, word, sizeof(word), err))
		return false;
	sscanf(word, "%" SCNd64, out);
	return true;
}

/* One thread, and nobody asks how much memory SQLite has: no locks for each
 * piece of it. Before SQLite's first use; later it is refused, which does no
 * harm. */
static void configure(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static bool open_file(struct db *db, const char *path, struct error *err)
{
	int code;

	configure();
	code = sqlite3_open_v2(path, &db->handle,
			       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
				   SQLITE_OPEN_EXRESCODE,
			       NULL);
	return code == SQLITE_OK || sqlite_refuse(db->handle, code, err);
}

static bool set_up(struct db *db, struct error *err)
{
	static const int settings[][2] = {
	    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
	    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
	    {SQLITE_DBCONFIG_DEFENSIVE, 1},
	    {SQLITE_DBCONFIG_DQS_DML, 0},
	    {SQLITE_DBCONFIG_DQS_DDL, 0},
	    /* Else a statement whose parameter is compared with what a partial
	     * index says is prepared anew each time it is bound. */
	    {SQLITE_DBCONFIG_ENABLE_QPSG, 1},
	};

	secret_random(&db->random, sizeof(db->random));
	db->random |= 1;
	sqlite3_busy_handler(db->handle, wait_for_turn, db);
	for (size_t i = 0; i < MEM_COUNT(settings); i++)
		sqlite3_db_config(db->handle, settings[i][0], settings[i][1],
				  NULL);
	sqlite_watch_wal(db);
	return sqlite_run(db,
			  "PRAGMA cell_size_check = ON;"
			  "PRAGMA cache_size = -16384;"
			  "PRAGMA temp_store = MEMORY",
			  err) &&
	       sqlite_add_audit(db, err) && sqlite_add_totals(db, err);
}

static bool refuse_file(const char *path, struct error *err)
{
	return error_set(err, ERROR_DAMAGED, "store",
			 _("“%s” is not a Frontdesk store: name another "
			   "file, or put back the last backup."),
			 path);
}

static bool has_wal(const char *path)
{
	struct str wal_path = STR_INIT;
	struct stat wal;
	bool is_there;

	str_addf(&wal_path, "%s-wal", path);
	is_there = stat(wal_path.text, &wal) == 0 && wal.st_size > 0;
	str_release(&wal_path);
	return is_there;
}

/*
 * A page missing at the end is the sign of a copy that was cut short. With a
 * WAL beside it the pages may be there. Read through SQLite's own file: to
 * close another one of the same store would give up the locks of each
 * connection that this program has to it, and others could take its WAL away.
 */
static bool length_check(struct db *db, const char *path, struct error *err)
{
	unsigned char head[32] = {0};
	sqlite3_file *file = NULL;
	sqlite3_int64 size = 0;
	int64_t page, pages;

	if (sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_FILE_POINTER,
				 &file) != SQLITE_OK ||
	    file == NULL || file->pMethods == NULL ||
	    file->pMethods->xFileSize(file, &size) != SQLITE_OK ||
	    size < (sqlite3_int64)sizeof(head) ||
	    file->pMethods->xRead(file, head, sizeof(head), 0) != SQLITE_OK)
		return refuse_file(path, err);
	page = head[16] << 8 | head[17];
	if (page == 1)
		page = 65536;
	pages =
	    (int64_t)head[28] << 24 | head[29] << 16 | head[30] << 8 | head[31];
	if (memcmp(head, "SQLite format 3", 16) == 0 && size < page * pages &&
	    !has_wal(path))
		return error_set(err, ERROR_DAMAGED, "store",
				 _("The store “%s” is damaged: its end is "
				   "missing. Put back the last backup."),
				 path);
	return true;
}

/* Read back, never assumed: the promise to keep what was said rests on it. */
static bool durability_check(struct db *db, struct error *err)
{
	char mode[16];
	int64_t sync;
	bool is_wal;

	if (!sqlite_word(db, "PRAGMA journal_mode", mode, sizeof(mode), err))
		return false;
	is_wal = strcmp(mode, "wal") == 0;
	if (!is_wal && strcmp(mode, "delete") != 0)
		return error_set(err, ERROR_UNFIT, "store",
				 _("The store's journal is set to “%s”, which "
				   "could lose a visit. Put back the last "
				   "backup."),
				 mode);
	if (!sqlite_run(db,
			is_wal ? "PRAGMA synchronous = FULL"
			       : "PRAGMA synchronous = EXTRA",
			err) ||
	    !sqlite_number(db, "PRAGMA synchronous", &sync, err))
		return false;
	if (sync < (is_wal ? 2 : 3))
		return error_set(err, ERROR_UNFIT, "store",
				 _("The store does not wait for the disk, "
				   "which could lose a visit."));
	return true;
}

/* What cannot be looked at may well be there: nobody is to make another. */
static bool refuse_path(const char *path, int reason, struct error *err)
{
	if (reason == ENOENT || reason == ENOTDIR)
		return error_set(err, ERROR_NOT_FOUND, "store",
				 _("There is no store at “%s”: run “frontdesk "
				   "init” to make one."),
				 path);
	return error_set(err, ERROR_SYSTEM, "store",
			 _("Cannot look at the store “%s” (%s): ask for the "
			   "right to its folder, or name another place."),
			 path, strerror(reason));
}

static bool open_existing(struct db *db, const char *path, struct error *err)
{
	struct stat file;
	int64_t application, version;

	if (stat(path, &file) != 0)
		return refuse_path(path, errno, err);
	if (!S_ISREG(file.st_mode))
		return refuse_file(path, err);
	if (!sqlite_place_check(path, err) || !open_file(db, path, err) ||
	    !length_check(db, path, err) || !set_up(db, err) ||
	    !sqlite_number(db, "PRAGMA application_id", &application, err) ||
	    !sqlite_number(db, "PRAGMA user_version", &version, err))
		return false;
	if (application != SQLITE_APPLICATION)
		return refuse_file(path, err);
	if (version > migrate_newest())
		return error_set(err, ERROR_NEWER, "store",
				 _("The store “%s” belongs to a newer "
				   "Frontdesk: update this program."),
				 path);
	return durability_check(db, err) &&
	       (version == migrate_newest() || migrate(db, version, err));
}

static bool make_new(struct db *db, const char *path, struct error *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	char mode[16];
	char name[64];

	if (fd < 0 && errno == EEXIST)
		return error_set(err, ERROR_CONFLICT, "store",
				 _("There is already something at “%s”: "
				   "choose another path."),
				 path);
	if (fd < 0) {
		enum error_code code = ERROR_SYSTEM;
		int reason = errno;

		if (reason == EACCES || reason == EROFS)
			code = ERROR_READ_ONLY;
		else if (reason == ENOSPC)
			code = ERROR_FULL;
		return error_set(err, code, "store",
				 _("Cannot make a store at “%s” (%s): name a "
				   "place in a folder that is there and may "
				   "be written."),
				 path, strerror(reason));
	}
	close(fd);
	snprintf(name, sizeof(name), "PRAGMA application_id = %d",
		 SQLITE_APPLICATION);
	return sqlite_place_check(path, err) && open_file(db, path, err) &&
	       set_up(db, err) &&
	       sqlite_word(db, "PRAGMA journal_mode = WAL", mode, sizeof(mode),
			   err) &&
	       durability_check(db, err) && sqlite_run(db, name, err) &&
	       migrate(db, 0, err);
}

void db_remove(const char *url)
{
	static const char *const tails[] = {"", "-wal", "-shm", "-journal",
					    "-gate"};
	struct str file = STR_INIT;

	for (size_t i = 0; i < MEM_COUNT(tails); i++) {
		str_clear(&file);
		str_addf(&file, "%s%s", url, tails[i]);
		unlink(file.text);
	}
	str_release(&file);
}

bool db_open(const char *url, enum db_open how, const struct clock *clock,
	     struct db **out, struct error *err)
{
	struct db *db;
	bool is_done;

	*out = NULL;
	if (strncmp(url, "postgresql://", 13) == 0 ||
	    strncmp(url, "postgres://", 11) == 0)
		return error_set(err, ERROR_INVALID, "store",
				 _("This version keeps its store in a file: "
				   "give a path, not a PostgreSQL address."));
	db = mem_new(1, sizeof(*db));
	db->clock = clock;
	db->gate_patience = SQLITE_GATE_PATIENCE;
	is_done = how == DB_CREATE ? make_new(db, url, err)
				   : open_existing(db, url, err);
	if (is_done) {
		*out = db;
		return true;
	}
	db_close(db);
	if (how == DB_CREATE && err->code != ERROR_CONFLICT)
		db_remove(url);
	return false;
}

void db_close(struct db *db)
{
	if (db == NULL)
		return;
	assert(!db->in_transaction);
	statements_release(db);
	totals_release(db);
	gate_release(db);
	sqlite3_close(db->handle);
	audit_release(db);
	free(db);
}
