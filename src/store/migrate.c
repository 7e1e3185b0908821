/*
 * migrate.c - brings a store to the newest version, one transaction each
 *
 * The audit follows records, not the schema: a migration is none of its
 * entries.
 */
#include <stdio.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/search.h"
#include "migrate_checks.h"
#include "recount.h"
#include "schema.h"
#include "sqlite_engine.h"

/* Here each CHECK that was a list is written out. */
#define MIGRATION_LEAN 12
/* Here the words of all names are read, for what is nearly spelled so. */
#define MIGRATION_SOUNDS 17
/* Here the totals are counted, once, as a store may come from before there
 * were any, or some of them, or were counted by another rule. It comes behind
 * every migration that makes a table or a column that given_row.h reads:
 * counted at an earlier one, a store would be asked for tables that it does not
 * have yet. */
#define MIGRATION_COUNTED 28

/* Stores of earlier versions have triggers that write their audit; they call
 * what this program has no more. */
static const char SQL_TRIGGERS[] =
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    " AND name GLOB '*_audit_*'";

int migrate_newest(void)
{
	int newest = 0;

	for (const struct migration *m = schema_migrations; m->number != 0; m++)
		newest = m->number;
	return newest;
}

int migrate_counted(void)
{
	return MIGRATION_COUNTED;
}

static bool drop_triggers(struct db *db, struct error *err)
{
	struct str sql = STR_INIT;
	struct query q;
	bool is_done;

	query_begin(&q, db, SQL_TRIGGERS);
	while (query_row(&q))
		str_addf(&sql, "DROP TRIGGER \"%s\";", row_text(&q, 0));
	is_done = query_end(&q, err) && sqlite_run(db, str_text(&sql), err);
	str_release(&sql);
	return is_done;
}

static bool migrate_one(struct db *db, void *state, struct error *err)
{
	const struct migration *migration = state;
	char version[48];
	int64_t now;

	/* Another program may have been first. */
	if (!sqlite_number(db, "PRAGMA user_version", &now, err))
		return false;
	if (now >= migration->number)
		return true;
	snprintf(version, sizeof(version), "PRAGMA user_version = %d",
		 migration->number);
	return drop_triggers(db, err) && sqlite_run(db, migration->sql, err) &&
	       (migration->number != MIGRATION_LEAN ||
		migrate_checks(db, err)) &&
	       (migration->number != MIGRATION_SOUNDS ||
		search_words_make(db, err)) &&
	       (migration->number != MIGRATION_COUNTED ||
		recount_all(db, err)) &&
	       sqlite_run(db, version, err);
}

bool migrate(struct db *db, int64_t from, struct error *err)
{
	bool is_done = true;

	db->is_migrating = true;
	for (const struct migration *m = schema_migrations;
	     is_done && m->number != 0; m++)
		is_done = m->number <= from ||
			  db_transaction(db, migrate_one, (void *)m, err);
	db->is_migrating = false;
	return is_done;
}
