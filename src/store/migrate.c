/*
 * migrate.c - brings a store to the newest version, one transaction each
 *
 * The audit's triggers are made anew after each migration from the columns
 * that the tables have then: no column is ever forgotten there.
 */
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "recount.h"
#include "schema.h"
#include "sqlite_engine.h"

/* Not audited: what is no record, and what audits. */
static const char *const unaudited[] = {"session",    "draft",	  "day_total",
					"day_length", "search_%", "audit%",
					"sqlite_%"};

/* After this one the totals of what is there already are counted. */
#define MIGRATION_TOTALS 5

/* Columns that are counted up and say nothing about a person. */
static const char *const quiet[][2] = {
    {"staff", "failed_pins"},
    {"staff", "blocked_until_at"},
    {"topic", "times_used"},
};

/* That it changed is kept, what it was is not. */
static const char *const masked[][2] = {{"staff", "pin_hash"}};

int migrate_newest(void)
{
	int newest = 0;

	for (const struct migration *m = schema_migrations; m->number != 0; m++)
		newest = m->number;
	return newest;
}

static bool is_unaudited(const char *table)
{
	for (size_t i = 0; i < MEM_COUNT(unaudited); i++) {
		size_t len = strcspn(unaudited[i], "%");

		if (strncmp(table, unaudited[i], len) == 0 &&
		    (unaudited[i][len] == '%' || table[len] == '\0'))
			return true;
	}
	return false;
}

static bool is_quiet(const char *table, const char *column)
{
	if (strcmp(column, "edition") == 0)
		return true;
	for (size_t i = 0; i < MEM_COUNT(quiet); i++)
		if (strcmp(table, quiet[i][0]) == 0 &&
		    strcmp(column, quiet[i][1]) == 0)
			return true;
	return false;
}

static bool is_masked(const char *table, const char *column)
{
	for (size_t i = 0; i < MEM_COUNT(masked); i++)
		if (strcmp(table, masked[i][0]) == 0 &&
		    strcmp(column, masked[i][1]) == 0)
			return true;
	return false;
}

/* What the triggers of one table are written from. */
struct columns {
	struct str names;  /* a b … */
	struct str before; /* OLD.a, OLD.b, … */
	struct str after;  /* NEW.a, NEW.b, … */
	struct str both;   /* OLD.a, NEW.a, OLD.b, NEW.b, … */
	char key[64];
};

static void add_column(struct columns *columns, const char *table,
		       const char *column)
{
	if (is_quiet(table, column))
		return;
	str_addf(&columns->names, "%s%s", columns->names.len > 0 ? " " : "",
		 column);
	if (is_masked(table, column)) {
		str_addf(&columns->before, ", OLD.%s IS NOT NULL", column);
		str_addf(&columns->after, ", NEW.%s IS NOT NULL", column);
		str_addf(&columns->both, ", 0, OLD.%s IS NOT NEW.%s", column,
			 column);
		return;
	}
	str_addf(&columns->before, ", OLD.%s", column);
	str_addf(&columns->after, ", NEW.%s", column);
	str_addf(&columns->both, ", OLD.%s, NEW.%s", column, column);
}

static void columns_release(struct columns *columns)
{
	str_release(&columns->names);
	str_release(&columns->before);
	str_release(&columns->after);
	str_release(&columns->both);
}

static const char ENTRY[] = "BEGIN INSERT INTO audit_entry "
			    "(action, subject, subject_id, before, after) ";

/* Parsed at each start, so they are as short as can be. */
static void add_triggers(struct str *sql, const char *table,
			 const struct columns *columns)
{
	static const char *const events[] = {"insert", "update", "delete"};

	for (size_t i = 0; i < MEM_COUNT(events); i++)
		str_addf(sql, "DROP TRIGGER IF EXISTS %s_audit_%s;\n", table,
			 events[i]);
	str_addf(sql,
		 "CREATE TRIGGER %s_audit_insert AFTER INSERT ON %s\n"
		 "%sVALUES ('insert', '%s', NEW.%s, NULL, "
		 "row_image('%s'%s)); END;\n",
		 table, table, ENTRY, table, columns->key, columns->names.text,
		 columns->after.text);
	str_addf(sql,
		 "CREATE TRIGGER %s_audit_update AFTER UPDATE ON %s\n"
		 "WHEN row_change('%s'%s) "
		 "%sVALUES ('update', '%s', NEW.%s, change_before(), "
		 "change_after()); END;\n",
		 table, table, columns->names.text, columns->both.text, ENTRY,
		 table, columns->key);
	str_addf(sql,
		 "CREATE TRIGGER %s_audit_delete AFTER DELETE ON %s\n"
		 "%sVALUES ('delete', '%s', OLD.%s, row_image('%s'%s), NULL); "
		 "END;\n",
		 table, table, ENTRY, table, columns->key, columns->names.text,
		 columns->before.text);
}

/* One pass over all tables and their columns, in their order. */
static const char SQL_COLUMNS[] =
    "SELECT t.name, c.name, c.pk, upper(c.type) "
    "FROM sqlite_schema t, pragma_table_info(t.name) c "
    "WHERE t.type = 'table' "
    "AND EXISTS (SELECT 1 FROM sqlite_schema "
    "WHERE name = 'audit_entry') "
    "ORDER BY t.name, c.cid";

static void end_table(struct str *sql, const char *table,
		      struct columns *columns)
{
	if (columns->names.len > 0)
		add_triggers(sql, table, columns);
	str_clear(&columns->names);
	str_clear(&columns->before);
	str_clear(&columns->after);
	str_clear(&columns->both);
	snprintf(columns->key, sizeof(columns->key), "rowid");
}

static bool make_triggers(struct db *db, struct error *err)
{
	struct columns columns = {0};
	struct str sql = STR_INIT;
	char table[64] = "";
	sqlite3_stmt *rows = NULL;
	int code = sqlite3_prepare_v2(db->handle, SQL_COLUMNS, -1, &rows, NULL);

	while (code == SQLITE_OK || code == SQLITE_ROW) {
		const char *name, *column;

		code = sqlite3_step(rows);
		if (code != SQLITE_ROW)
			break;
		name = (const char *)sqlite3_column_text(rows, 0);
		column = (const char *)sqlite3_column_text(rows, 1);
		if (strcmp(name, table) != 0) {
			end_table(&sql, table, &columns);
			snprintf(table, sizeof(table), "%s", name);
		}
		if (is_unaudited(name))
			continue;
		if (sqlite3_column_int(rows, 2) == 1)
			snprintf(columns.key, sizeof(columns.key), "%s",
				 column);
		add_column(&columns, name, column);
	}
	end_table(&sql, table, &columns);
	sqlite3_finalize(rows);
	columns_release(&columns);
	if (code != SQLITE_DONE)
		sqlite_refuse(db->handle, code, err);
	else if (!sqlite_run(db, str_text(&sql), err))
		code = SQLITE_ERROR;
	str_release(&sql);
	return code == SQLITE_DONE;
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
	return sqlite_run(db, migration->sql, err) && make_triggers(db, err) &&
	       (migration->number != MIGRATION_TOTALS ||
		recount_all(db, err)) &&
	       sqlite_run(db, version, err);
}

bool migrate(struct db *db, int64_t from, struct error *err)
{
	for (const struct migration *m = schema_migrations; m->number != 0; m++)
		if (m->number > from &&
		    !db_transaction(db, migrate_one, (void *)m, err))
			return false;
	return true;
}
