/*
 * migrate_checks.c - "a IN ('b', 'c', 'd')" in a CHECK becomes alternatives
 *
 * For a list of three and more SQLite makes a table of its own each time that
 * a row is checked, which cost a commit more than all else that it checks. The
 * text of the schema is changed, which is what SQLite's page on ALTER TABLE
 * gives for a CHECK that stays what it was to every row.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "migrate_checks.h"

static const char LIST[] = " IN ('";
static const char SQL_WRITE_OUT[] =
    "UPDATE sqlite_schema SET sql = written_out(sql)"
    " WHERE type = 'table' AND instr(sql, ' IN (''') > 0";

/* The alternatives of the list at in, of what is named there; returns its
 * closing bracket, which is theirs. */
static const char *add_alternatives(const char *in, const char *name,
				    size_t name_len, struct str *out)
{
	const char *at = in + sizeof(LIST) - 2;

	str_add_char(out, '(');
	while (*at == '\'') {
		const char *end = strchr(at + 1, '\'');

		if (end == NULL)
			break;
		str_add_n(out, name, name_len);
		str_add(out, " = ");
		str_add_n(out, at, (size_t)(end + 1 - at));
		at = end + 1;
		at += strspn(at, ", \t\n");
		if (*at == '\'')
			str_add(out, " OR ");
	}
	return at;
}

void checks_write_out(const char *sql, struct str *out)
{
	const char *in;

	while ((in = strstr(sql, LIST)) != NULL) {
		const char *name = in;

		while (name > sql &&
		       (isalnum((unsigned char)name[-1]) || name[-1] == '_'))
			name--;
		str_add_n(out, sql, (size_t)(name - sql));
		sql = add_alternatives(in, name, (size_t)(in - name), out);
	}
	str_add(out, sql);
}

static void written_out(sqlite3_context *context, int count,
			sqlite3_value **args)
{
	struct str out = STR_INIT;

	(void)count;
	checks_write_out((const char *)sqlite3_value_text(args[0]), &out);
	sqlite3_result_text(context, out.text, (int)out.len, SQLITE_TRANSIENT);
	str_release(&out);
}

static bool write_out(struct db *db, struct error *err)
{
	char version[48];
	int64_t before;

	if (!sqlite_number(db, "PRAGMA schema_version", &before, err))
		return false;
	snprintf(version, sizeof(version), "PRAGMA schema_version = %lld",
		 (long long)before + 1);
	/* Whoever has the store open reads the schema anew, and so do we. */
	return sqlite_run(db, SQL_WRITE_OUT, err) &&
	       sqlite_run(db, version, err) &&
	       sqlite_run(db, "PRAGMA writable_schema = RESET", err);
}

bool migrate_checks(struct db *db, struct error *err)
{
	struct error later = {0};
	bool is_done;
	int code = sqlite3_create_function_v2(db->handle, "written_out", 1,
					      SQLITE_UTF8, NULL, written_out,
					      NULL, NULL, NULL);

	if (code != SQLITE_OK)
		return sqlite_refuse(db->handle, code, err);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	is_done = sqlite_run(db, "PRAGMA writable_schema = ON", err) &&
		  write_out(db, err);
	sqlite_run(db, "PRAGMA writable_schema = OFF", &later);
	sqlite3_create_function_v2(db->handle, "written_out", 1, SQLITE_UTF8,
				   NULL, NULL, NULL, NULL, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	return is_done;
}
