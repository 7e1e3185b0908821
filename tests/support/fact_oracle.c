/*
 * fact_oracle.c - the kept totals held to a second telling of the rule
 */
#include "fact_oracle.h"

#include <stdio.h>
#include <stdlib.h>

#include <sqlite3.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "store/length_pack.h"

struct fact_oracle {
	sqlite3 *handle;
	sqlite3_stmt *difference;
};

static void oracle_day(sqlite3_context *context, int count,
		       sqlite3_value **args)
{
	const char *zone = (const char *)sqlite3_value_text(args[1]);
	struct day day = zone_day(zone, sqlite3_value_int64(args[0]));

	(void)count;
	sqlite3_result_text(context, day.text, -1, SQLITE_TRANSIENT);
}

static void oracle_hour(sqlite3_context *context, int count,
			sqlite3_value **args)
{
	const char *zone = (const char *)sqlite3_value_text(args[1]);
	struct local local;
	char hour[16];

	(void)count;
	zone_local(zone, sqlite3_value_int64(args[0]), &local);
	snprintf(hour, sizeof(hour), "%02d", local.hour);
	sqlite3_result_text(context, hour, -1, SQLITE_TRANSIENT);
}

static void oracle_length(sqlite3_context *context, int count,
			  sqlite3_value **args)
{
	size_t index = (size_t)sqlite3_value_int64(args[1]);

	(void)count;
	sqlite3_result_int64(
	    context, length_pack_get(sqlite3_value_blob(args[0]), index));
}

static void oracle_length_count(sqlite3_context *context, int count,
				sqlite3_value **args)
{
	size_t size = (size_t)sqlite3_value_bytes(args[0]);

	(void)count;
	sqlite3_result_int64(context, (sqlite3_int64)length_pack_count(
					  sqlite3_value_blob(args[0]), size));
}

static void add(struct fact_oracle *oracle, const char *name, int arguments,
		void (*run)(sqlite3_context *, int, sqlite3_value **))
{
	assert_int_equal(
	    sqlite3_create_function_v2(oracle->handle, name, arguments,
				       SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
				       run, NULL, NULL, NULL),
	    SQLITE_OK);
}

static void read_views(const char *path, struct str *out)
{
	FILE *file = fopen(path, "r");
	char part[4096];
	size_t len;

	if (file == NULL)
		fail_msg("cannot read %s", path);
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		str_add_n(out, part, len);
	fclose(file);
}

struct fact_oracle *fact_oracle_open(const char *store, const char *sql)
{
	struct fact_oracle *oracle = mem_new(1, sizeof(*oracle));
	struct str views = {0};

	read_views(sql, &views);
	assert_int_equal(sqlite3_open(store, &oracle->handle), SQLITE_OK);
	add(oracle, "oracle_day", 2, oracle_day);
	add(oracle, "oracle_hour", 2, oracle_hour);
	add(oracle, "oracle_length", 2, oracle_length);
	add(oracle, "oracle_length_count", 1, oracle_length_count);
	if (sqlite3_exec(oracle->handle, str_text(&views), NULL, NULL, NULL) ||
	    sqlite3_prepare_v2(oracle->handle,
			       "SELECT figure, part, day, COALESCE(length, ''),"
			       " n FROM oracle_difference",
			       -1, &oracle->difference, NULL))
		fail_msg("%s: %s", sql, sqlite3_errmsg(oracle->handle));
	str_release(&views);
	return oracle;
}

void fact_oracle_close(struct fact_oracle *oracle)
{
	sqlite3_finalize(oracle->difference);
	sqlite3_close(oracle->handle);
	free(oracle);
}

bool fact_oracle_agrees(struct fact_oracle *oracle, char *why, size_t size)
{
	sqlite3_stmt *row = oracle->difference;
	int code = sqlite3_step(row);

	if (code == SQLITE_ROW)
		snprintf(why, size,
			 "the oracle differs: %s “%s” of %s %s by %d",
			 (const char *)sqlite3_column_text(row, 0),
			 (const char *)sqlite3_column_text(row, 1),
			 (const char *)sqlite3_column_text(row, 2),
			 (const char *)sqlite3_column_text(row, 3),
			 sqlite3_column_int(row, 4));
	else if (code != SQLITE_DONE)
		snprintf(why, size, "%s", sqlite3_errmsg(oracle->handle));
	sqlite3_reset(row);
	return code == SQLITE_DONE;
}
