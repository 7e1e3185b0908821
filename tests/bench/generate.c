/*
 * generate.c - a store as large as a city's, filled in minutes
 */
#include "generate.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/reference.h"
#include "row.h"
#include "store/sqlite_engine.h"

/* Indexes and triggers that are set aside while the masses go in. */
struct aside {
	char **drops, **makes; /* kept while the store is open: see db.h */
	size_t count;
};

static void put_hex(char *out, uint64_t value, int digits)
{
	while (digits-- > 0) {
		out[digits] = "0123456789abcdef"[value & 15];
		value >>= 4;
	}
}

/* As printf's %08x-%04x-7%03x-%04x-%012x, of which there are so many. */
const char *filling_uuid(struct filling *filling, int64_t at)
{
	uint64_t a = chance_next(&filling->chance);
	uint64_t b = chance_next(&filling->chance);
	char *out =
	    memcpy(filling->uuid, "00000000-0000-7000-0000-000000000000",
		   sizeof(filling->uuid));

	put_hex(out, (uint64_t)at >> 16, 8);
	put_hex(out + 9, (uint64_t)at, 4);
	put_hex(out + 15, a, 3);
	put_hex(out + 19, 0x8000 | (a >> 12 & 0x3fff), 4);
	put_hex(out + 24, b, 12);
	return out;
}

/* Each number has a block of its own in a permutation of all there are. */
void filling_reference(const struct filling *filling, char kind, int64_t number,
		       char out[13])
{
	struct reference reference;
	int64_t candidate = number * 32;

	(void)filling;
	while (!reference_is_issued(candidate * INT64_C(0x2545f491) &
				    REFERENCE_MAX))
		candidate++;
	reference_format((enum reference_kind)kind,
			 candidate * INT64_C(0x2545f491) & REFERENCE_MAX,
			 &reference);
	snprintf(out, 13, "%s", reference.text);
}

static bool run_all(struct db *db, const char *const *statements,
		    struct error *err)
{
	for (size_t i = 0; statements[i] != NULL; i++)
		if (!row_run(db, statements[i], err))
			return false;
	return true;
}

static bool read_aside(struct db *db, struct aside *aside, struct error *err)
{
	/* Indexes before triggers, each in the order it was made. */
	static const char SQL[] =
	    "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
	    "AND type IN ('index', 'trigger') ORDER BY type, rowid";
	struct query q;

	query_begin(&q, db, SQL);
	while (query_row(&q)) {
		struct str drop = STR_INIT;

		aside->drops = mem_resize(aside->drops, aside->count + 2,
					  sizeof(*aside->drops));
		aside->makes = mem_resize(aside->makes, aside->count + 2,
					  sizeof(*aside->makes));
		str_addf(&drop, "DROP %s %s", row_text(&q, 0), row_text(&q, 1));
		aside->drops[aside->count] = str_take(&drop);
		aside->makes[aside->count++] = row_copy(&q, 2);
		aside->drops[aside->count] = aside->makes[aside->count] = NULL;
	}
	return query_end(&q, err);
}

static void aside_release(struct aside *aside)
{
	for (size_t i = 0; i < aside->count; i++) {
		free(aside->drops[i]);
		free(aside->makes[i]);
	}
	free(aside->drops);
	free(aside->makes);
}

static bool fill_masses(struct filling *filling, struct history *history,
			int64_t count, void (*progress)(const char *),
			struct error *err)
{
	static const char *const hurry[] = {
	    "PRAGMA locking_mode = EXCLUSIVE",
	    "PRAGMA journal_mode = OFF",
	    "PRAGMA synchronous = OFF",
	    "PRAGMA foreign_keys = OFF",
	    "PRAGMA cache_size = -2000000",
	    "PRAGMA ignore_check_constraints = ON",
	    NULL};
	/* Runs that stay in the processor's cache sort twice as fast as one
	 * of half a gigabyte. */
	static const char *const sorting[] = {"PRAGMA cache_size = -16000",
					      "PRAGMA temp_store = FILE", NULL};
	static const char *const calm[] = {
	    "PRAGMA cache_size = -2000000", "PRAGMA temp_store = MEMORY",
	    "PRAGMA journal_mode = WAL", "PRAGMA locking_mode = NORMAL", NULL};
	struct aside aside = {0};
	struct db *db = filling->db;
	bool is_done;

	/* Only the last visits have their audit. */
	sqlite3_preupdate_hook(db->handle, NULL, NULL);
	/* A journal that is off is the only one that costs nothing. */
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	is_done = run_all(db, hurry, err) && read_aside(db, &aside, err) &&
		  run_all(db, (const char *const *)aside.drops, err);
	progress("the people");
	is_done = is_done && crowd_make(filling, err);
	progress("the visits");
	is_done = is_done && history_add(history, 1, count, err);
	progress("the indexes");
	is_done = is_done && crowd_index(filling, err) &&
		  run_all(db, sorting, err) &&
		  run_all(db, (const char *const *)aside.makes, err) &&
		  run_all(db, calm, err);
	progress("the days");
	is_done = is_done && db_recount(db, err);
	db_close(db);
	filling->db = NULL;
	aside_release(&aside);
	return is_done;
}

/* The disk has it all before anything is measured on it. */
static void settle(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static bool fill(struct filling *filling, const char *path,
		 const char *data_dir, const struct clock *clock,
		 void (*progress)(const char *), struct error *err)
{
	static const char *const hurry[] = {"PRAGMA synchronous = OFF", NULL};
	int64_t visits = filling->size->visits;
	int64_t audited =
	    filling->size->audited < visits ? filling->size->audited : visits;
	struct history *history = NULL;
	bool is_done =
	    town_make(filling, data_dir, err) &&
	    history_open(filling, data_dir, &history, err) &&
	    fill_masses(filling, history, visits - audited, progress, err);

	progress("the last visits");
	filling->is_live = true;
	is_done = is_done && db_open(path, DB_OPEN, clock, &filling->db, err) &&
		  run_all(filling->db, hurry, err) &&
		  history_add(history, visits - audited + 1, visits, err) &&
		  history_add_line(history, err);
	if (filling->db != NULL)
		db_close(filling->db);
	if (history != NULL)
		history_close(history);
	settle(path);
	return is_done;
}

static void say_nothing(const char *what)
{
	(void)what;
}

bool generate(const char *path, const char *data_dir, const struct clock *clock,
	      const struct size *size, void (*progress)(const char *what),
	      struct error *err)
{
	struct filling filling = {
	    .size = size,
	    .chance = {size->seed},
	    .now = clock_now(clock),
	};
	bool is_made;

	if (!db_open(path, DB_CREATE, clock, &filling.db, err))
		return false;
	is_made = fill(&filling, path, data_dir, clock,
		       progress != NULL ? progress : say_nothing, err);
	for (int64_t i = 0; filling.folded != NULL && i <= size->residents; i++)
		free(filling.folded[i]);
	free(filling.folded);
	free(filling.recency);
	free(filling.is_known);
	town_release(&filling);
	if (!is_made)
		db_remove(path);
	return is_made;
}
