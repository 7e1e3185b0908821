/*
 * sqlite_query.c - statements, prepared once and found again by their address
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "sqlite_engine.h"

static size_t slot_of(const struct db *db, const char *sql)
{
	size_t slot = ((uintptr_t)sql * UINT64_C(0x9e3779b97f4a7c15)) >> 32;

	for (slot &= db->slot_count - 1; db->slots[slot] != NULL;
	     slot = (slot + 1) & (db->slot_count - 1))
		if (db->slots[slot]->sql == sql)
			break;
	return slot;
}

static void grow(struct db *db)
{
	struct db_statement **old = db->slots;
	size_t old_count = db->slot_count;

	db->slot_count = old_count == 0 ? 256 : old_count * 2;
	db->slots = mem_new(db->slot_count, sizeof(struct db_statement *));
	for (size_t i = 0; i < old_count; i++)
		if (old[i] != NULL)
			db->slots[slot_of(db, old[i]->sql)] = old[i];
	free(old);
}

static struct db_statement *statement_get(struct db *db, const char *sql)
{
	struct db_statement *statement;
	char name[16];
	size_t slot;

	if (db->statement_count * 2 >= db->slot_count)
		grow(db);
	slot = slot_of(db, sql);
	if (db->slots[slot] != NULL)
		return db->slots[slot];
	statement = mem_new(1, sizeof(*statement));
	statement->sql = sql;
	statement->failure =
	    sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
			       &statement->handle, NULL);
	if (statement->failure != SQLITE_OK) {
		snprintf(statement->detail, sizeof(statement->detail), "%s",
			 sqlite3_errmsg(db->handle));
		return statement; /* not kept: query_end frees it */
	}
	for (int i = 1; i <= STATEMENT_PARAMETERS; i++) {
		snprintf(name, sizeof(name), "$%d", i);
		statement->parameters[i] =
		    (signed char)sqlite3_bind_parameter_index(statement->handle,
							      name);
	}
	db->slots[slot] = statement;
	db->statement_count++;
	return statement;
}

void statements_release(struct db *db)
{
	for (size_t i = 0; i < db->slot_count; i++) {
		if (db->slots[i] == NULL)
			continue;
		sqlite3_finalize(db->slots[i]->handle);
		free(db->slots[i]);
	}
	free(db->slots);
	db->slots = NULL;
	db->slot_count = db->statement_count = 0;
}

static void note_failure(struct query *query, int code)
{
	struct db_statement *statement = query->statement;

	query->has_failed = true;
	if (statement->failure != SQLITE_OK)
		return;
	statement->failure = code;
	snprintf(statement->detail, sizeof(statement->detail), "%s",
		 sqlite3_errmsg(query->db->handle));
}

void query_begin(struct query *query, struct db *db, const char *sql)
{
	assert(!db->is_asking);
	query->db = db;
	query->statement = statement_get(db, sql);
	query->has_failed = query->statement->failure != SQLITE_OK;
	assert(!query->statement->is_busy);
	query->statement->is_busy = true;
}

/* 0 where a failure came before; an unknown parameter is a bug. */
static int index_of(struct query *query, int parameter)
{
	assert(parameter >= 1 && parameter <= STATEMENT_PARAMETERS);
	if (query->statement->handle == NULL)
		return 0;
	assert(query->statement->parameters[parameter] > 0);
	return query->statement->parameters[parameter];
}

static void bound(struct query *query, int code)
{
	if (code != SQLITE_OK && !query->has_failed)
		note_failure(query, code);
}

void query_int(struct query *query, int parameter, int64_t value)
{
	int index = index_of(query, parameter);

	bound(query,
	      sqlite3_bind_int64(query->statement->handle, index, value));
}

void query_key(struct query *query, int parameter, int64_t id)
{
	if (id == 0)
		query_null(query, parameter);
	else
		query_int(query, parameter, id);
}

void query_text(struct query *query, int parameter, const char *text)
{
	int index = index_of(query, parameter);

	bound(query, sqlite3_bind_text(query->statement->handle, index, text,
				       -1, SQLITE_TRANSIENT));
}

void query_blob(struct query *query, int parameter, const void *bytes,
		size_t size)
{
	int index = index_of(query, parameter);

	bound(query, sqlite3_bind_blob(query->statement->handle, index, bytes,
				       (int)size, SQLITE_TRANSIENT));
}

void query_null(struct query *query, int parameter)
{
	int index = index_of(query, parameter);

	bound(query, sqlite3_bind_null(query->statement->handle, index));
}

bool query_row(struct query *query)
{
	struct db *db = query->db;
	size_t mark;
	int code;

	if (query->has_failed)
		return false;
	mark = audit_mark(db);
	db->stepping++;
	code = sqlite3_step(query->statement->handle);
	db->stepping--;
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE) {
		note_failure(query, code);
		audit_return(db, mark); /* SQLite took back what it did */
	}
	return false;
}

int64_t row_int(const struct query *query, int column)
{
	return sqlite3_column_int64(query->statement->handle, column);
}

bool row_is_null(const struct query *query, int column)
{
	return sqlite3_column_type(query->statement->handle, column) ==
	       SQLITE_NULL;
}

const char *row_text(const struct query *query, int column)
{
	return (const char *)sqlite3_column_text(query->statement->handle,
						 column);
}

char *row_copy(const struct query *query, int column)
{
	return mem_copy(row_text(query, column));
}

const void *row_blob(const struct query *query, int column, size_t *size)
{
	sqlite3_stmt *row = query->statement->handle;
	const void *bytes = sqlite3_column_blob(row, column);

	*size = (size_t)sqlite3_column_bytes(row, column);
	return bytes;
}

bool query_end(struct query *query, struct error *err)
{
	struct db_statement *statement = query->statement;
	int failure = statement->failure;

	if (failure != SQLITE_OK) {
		sqlite_refuse(query->db->handle, failure, err);
		error_detail(err, "sqlite %d: %s", failure, statement->detail);
	}
	query->statement = NULL;
	if (statement->handle == NULL) {
		free(statement);
		return false;
	}
	sqlite3_reset(statement->handle);
	sqlite3_clear_bindings(statement->handle);
	statement->is_busy = false;
	statement->failure = SQLITE_OK;
	if (failure != SQLITE_OK)
		return false;
	/* In the middle of another one's step nothing may be written. */
	return query->db->stepping > 0 || (audit_keep_few(query->db, err) &&
					   totals_keep_few(query->db, err));
}

bool query_end_each(struct query *query, bool is_going, struct error *err)
{
	struct error unused = {0};

	return query_end(query, is_going ? err : &unused) && is_going;
}

bool query_run(struct query *query, struct error *err)
{
	while (query_row(query))
		;
	return query_end(query, err);
}

/* SQLite's RETURNING makes a table of its own for each statement. */
bool query_insert(struct query *query, int64_t *id, struct error *err)
{
	sqlite3 *handle = query->db->handle;

	*id = 0;
	while (query_row(query))
		;
	if (!query->has_failed && sqlite3_changes(handle) > 0)
		*id = sqlite3_last_insert_rowid(handle);
	return query_end(query, err);
}

bool query_change(struct query *query, struct error *err)
{
	bool is_there;

	while (query_row(query))
		;
	is_there = !query->has_failed && sqlite3_changes(query->db->handle) > 0;
	if (!query_end(query, err))
		return false;
	return is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", "");
}

bool query_one(struct query *query, int64_t *out, struct error *err)
{
	bool has_row = query_row(query);

	*out = has_row ? row_int(query, 0) : 0;
	/* To the end: RETURNING's statement is done only after its last row. */
	while (has_row && query_row(query))
		;
	if (!query_end(query, err))
		return false;
	return has_row || error_set(err, ERROR_NOT_FOUND, "", "%s", "");
}
