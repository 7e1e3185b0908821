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
#include "schema.h"
#include "sqlite_engine.h"

/* Not audited: what is no record, and what audits. */
static const char *const unaudited[] = {"session", "draft", "search_%",
					"audit%", "sqlite_%"};

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
	struct str row;	   /* 'a', @.a, 'b', @.b: @ becomes OLD or NEW */
	struct str change; /* 'a', OLD.a, NEW.a, … */
	struct str differ; /* OLD.a IS NOT NEW.a OR … */
	char key[64];
};

static void add_column(struct columns *columns, const char *table,
		       const char *column)
{
	if (is_quiet(table, column))
		return;
	if (columns->row.len > 0) {
		str_add(&columns->row, ", ");
		str_add(&columns->change, ", ");
		str_add(&columns->differ, " OR ");
	}
	str_addf(&columns->differ, "OLD.%s IS NOT NEW.%s", column, column);
	if (is_masked(table, column)) {
		str_addf(&columns->row,
			 "'%s', CASE WHEN @.%s IS NOT NULL THEN 'set' END",
			 column, column);
		str_addf(&columns->change,
			 "'%s', 'before', CASE WHEN OLD.%s IS NEW.%s "
			 "THEN 'before' ELSE 'changed' END",
			 column, column, column);
		return;
	}
	str_addf(&columns->row, "'%s', @.%s", column, column);
	str_addf(&columns->change, "'%s', OLD.%s, NEW.%s", column, column,
		 column);
}

static void add_row(struct str *out, const char *row, const char *side)
{
	for (const char *c = row; *c != '\0'; c++)
		if (*c == '@')
			str_add(out, side);
		else
			str_add_char(out, *c);
}

static void add_head(struct str *sql, const char *table, const char *event)
{
	str_addf(sql,
		 "DROP TRIGGER IF EXISTS %s_audit_%s;\n"
		 "CREATE TRIGGER %s_audit_%s AFTER %s ON %s\n",
		 table, event, table, event, event, table);
}

static void add_body(struct str *sql, const char *table, const char *action,
		     const char *side, const char *key)
{
	str_addf(sql,
		 "BEGIN INSERT INTO audit_entry "
		 "(action, subject, subject_id, before, after) "
		 "VALUES ('%s', '%s', %s.%s, ",
		 action, table, side, key);
}

static void add_triggers(struct str *sql, const char *table,
			 const struct columns *columns)
{
	add_head(sql, table, "INSERT");
	add_body(sql, table, "insert", "NEW", columns->key);
	str_add(sql, "NULL, row_image(");
	add_row(sql, columns->row.text, "NEW");
	str_add(sql, ")); END;\n");

	add_head(sql, table, "UPDATE");
	str_addf(sql, "WHEN %s\n", columns->differ.text);
	add_body(sql, table, "update", "NEW", columns->key);
	str_addf(sql, "row_change(0, %s), row_change(1, %s)); END;\n",
		 columns->change.text, columns->change.text);

	add_head(sql, table, "DELETE");
	add_body(sql, table, "delete", "OLD", columns->key);
	str_add(sql, "row_image(");
	add_row(sql, columns->row.text, "OLD");
	str_add(sql, "), NULL); END;\n");
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
	if (table[0] != '\0' && columns->row.len > 0)
		add_triggers(sql, table, columns);
	str_clear(&columns->row);
	str_clear(&columns->change);
	str_clear(&columns->differ);
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
	str_release(&columns.row);
	str_release(&columns.change);
	str_release(&columns.differ);
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
