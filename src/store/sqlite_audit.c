/*
 * sqlite_audit.c - every change of a record is noted, and written with it
 *
 * SQLite tells each row that this connection is about to change, with its
 * values before and after (its preupdate hook). No trigger does it, because
 * those of all tables were half of what a start had to read. What was noted
 * is chained and written before the commit; a commit that would leave a change
 * without its entry is turned into a rollback.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/audit.h"
#include "sqlite_audited.h"

#define NO_TEXT SIZE_MAX

struct noted {
	const char *action, *subject; /* of this file, or of a table */
	int64_t subject_id;	      /* 0: none */
	int64_t at, actor_id;
	size_t before, after; /* of audit.texts; NO_TEXT: none */
};

struct audit {
	struct audited_table **tables;
	size_t table_count;
	struct noted *noted;
	size_t count, size;
	struct str texts;
	struct str before, after; /* the row being noted */
	struct audit_chain chain;
	unsigned char salts[NOTED_MANY][AUDIT_SALT_LEN];
	bool is_settling, has_failed;
};

static const char SQL_HEAD[] =
    "SELECT number, chain_hash FROM audit"
    " WHERE number = (SELECT MAX(number) FROM audit)";
static const char SQL_DETAIL[] =
    "INSERT INTO audit_detail (number, salt, before, after)"
    " VALUES ($1, $2, $3, $4)";
static const char SQL_LINK[] =
    "INSERT INTO audit (number, at, actor_id, action, subject, subject_id,"
    " detail_hash, chain_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

static const struct audited_table *table_of(struct db *db, const char *name)
{
	struct audit *audit = db->audit;
	struct audited_table *table;

	for (size_t i = 0; i < audit->table_count; i++)
		if (strcmp(audit->tables[i]->name, name) == 0)
			return audit->tables[i];
	table = audited_table_new(db, name);
	if (table == NULL)
		return NULL;
	audit->tables = mem_resize(audit->tables, audit->table_count + 1,
				   sizeof(*audit->tables));
	return audit->tables[audit->table_count++] = table;
}

static size_t keep(struct audit *audit, const struct str *text)
{
	size_t at = audit->texts.len;

	if (text->len == 0)
		return NO_TEXT;
	str_add_n(&audit->texts, text->text, text->len + 1);
	return at;
}

static void add(struct db *db, const char *action, const char *subject,
		int64_t subject_id)
{
	struct audit *audit = db->audit;

	if (audit->count == audit->size) {
		audit->size = audit->size == 0 ? 32 : audit->size * 2;
		audit->noted = mem_resize(audit->noted, audit->size,
					  sizeof(*audit->noted));
	}
	audit->noted[audit->count++] = (struct noted){
	    .action = action,
	    .subject = subject,
	    .subject_id = subject_id,
	    .at = db_now(db),
	    .actor_id = db->actor_id,
	    .before = keep(audit, &audit->before),
	    .after = keep(audit, &audit->after),
	};
}

static int64_t key_of(sqlite3 *handle, const struct audited_table *table,
		      int op, int64_t rowid)
{
	sqlite3_value *value = NULL;
	int code;

	if (table->key < 0)
		return rowid;
	code = op == SQLITE_DELETE
		   ? sqlite3_preupdate_old(handle, table->key, &value)
		   : sqlite3_preupdate_new(handle, table->key, &value);
	return code == SQLITE_OK ? sqlite3_value_int64(value) : rowid;
}

static void note_row(struct db *db, const struct audited_table *table, int op,
		     int64_t rowid)
{
	struct audit *audit = db->audit;
	const char *action = "update";

	str_clear(&audit->before);
	str_clear(&audit->after);
	if (op == SQLITE_INSERT) {
		action = "insert";
		image_row(db->handle, table, sqlite3_preupdate_new,
			  &audit->after);
	} else if (op == SQLITE_DELETE) {
		action = "delete";
		image_row(db->handle, table, sqlite3_preupdate_old,
			  &audit->before);
	} else {
		image_change(db->handle, table, &audit->before, &audit->after);
		if (audit->before.len == 0)
			return;
	}
	add(db, action, table->name, key_of(db->handle, table, op, rowid));
}

static void on_change(void *state, sqlite3 *handle, int op, const char *schema,
		      const char *name, sqlite3_int64 before,
		      sqlite3_int64 after)
{
	struct db *db = state;
	const struct audited_table *table;

	(void)handle;
	if (db->is_migrating || strcmp(schema, "main") != 0 ||
	    !is_audited(name))
		return;
	table = table_of(db, name);
	if (table == NULL)
		db->audit->has_failed = true;
	else
		note_row(db, table, op, op == SQLITE_DELETE ? before : after);
}

/* Not 0: SQLite rolls back in place of committing. */
static int on_commit(void *state)
{
	const struct db *db = state;

	return db->audit->count > 0 || db->audit->has_failed;
}

bool sqlite_add_audit(struct db *db, struct error *err)
{
	db->audit = mem_new(1, sizeof(*db->audit));
	sqlite3_preupdate_hook(db->handle, on_change, db);
	sqlite3_commit_hook(db->handle, on_commit, db);
	return sqlite_add_chain(db, err);
}

bool audit_note(struct db *db, const char *action, const char *subject,
		int64_t subject_id, struct error *err)
{
	assert(db->in_transaction);
	str_clear(&db->audit->before);
	str_clear(&db->audit->after);
	add(db, action, subject, subject_id);
	return audit_keep_few(db, err);
}

static bool read_head(struct db *db, int64_t *number, struct error *err)
{
	struct audit_chain *chain = &db->audit->chain;
	struct query q;

	*number = 0;
	chain->len = 0;
	query_begin(&q, db, SQL_HEAD);
	if (query_row(&q)) {
		const void *hash = row_blob(&q, 1, &chain->len);

		*number = row_int(&q, 0);
		if (chain->len > sizeof(chain->hash))
			chain->len = sizeof(chain->hash);
		if (chain->len > 0)
			memcpy(chain->hash, hash, chain->len);
	}
	return query_end(&q, err);
}

static bool write_link(struct db *db, const struct audit_link *link,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DETAIL);
	query_int(&q, 1, link->number);
	query_blob(&q, 2, link->salt, sizeof(link->salt));
	query_text(&q, 3, link->before);
	query_text(&q, 4, link->after);
	if (!query_run(&q, err))
		return false;
	query_begin(&q, db, SQL_LINK);
	query_int(&q, 1, link->number);
	query_int(&q, 2, link->at);
	query_key(&q, 3, link->actor_id);
	query_text(&q, 4, link->action);
	query_text(&q, 5, link->subject);
	query_key(&q, 6, link->subject_id);
	query_blob(&q, 7, link->detail_hash, sizeof(link->detail_hash));
	query_blob(&q, 8, db->audit->chain.hash, db->audit->chain.len);
	return query_run(&q, err);
}

static const char *text_at(const struct audit *audit, size_t at)
{
	return at == NO_TEXT ? NULL : audit->texts.text + at;
}

static bool write_noted(struct db *db, struct error *err)
{
	struct audit *audit = db->audit;
	int64_t number;
	bool is_done = read_head(db, &number, err);

	for (size_t i = 0; is_done && i < audit->count; i++) {
		const struct noted *noted = &audit->noted[i];
		struct audit_link link = {
		    .number = ++number,
		    .at = noted->at,
		    .actor_id = noted->actor_id,
		    .subject_id = noted->subject_id,
		    .action = noted->action,
		    .subject = noted->subject,
		    .before = text_at(audit, noted->before),
		    .after = text_at(audit, noted->after),
		};

		if (i % NOTED_MANY == 0)
			secret_random(audit->salts, sizeof(audit->salts));
		memcpy(link.salt, audit->salts[i % NOTED_MANY],
		       sizeof(link.salt));
		audit_chain_add(&audit->chain, &link);
		is_done = write_link(db, &link, err);
	}
	return is_done;
}

bool audit_settle(struct db *db, struct error *err)
{
	struct audit *audit = db->audit;
	bool is_done = true;

	if (audit->count == 0 && !audit->has_failed)
		return true;
	audit->is_settling = true;
	is_done = audit->has_failed
		      ? error_set(err, ERROR_SYSTEM, "store", "%s",
				  _("Cannot write down who changed what: "
				    "nothing was saved."))
		      : write_noted(db, err);
	audit->is_settling = false;
	if (is_done)
		audit_drop(db);
	return is_done;
}

bool audit_keep_few(struct db *db, struct error *err)
{
	return db->audit->is_settling || db->audit->count < NOTED_MANY ||
	       audit_settle(db, err);
}

size_t audit_mark(const struct db *db)
{
	return db->audit->count;
}

void audit_return(struct db *db, size_t mark)
{
	if (mark < db->audit->count)
		db->audit->count = mark;
}

void audit_drop(struct db *db)
{
	db->audit->count = 0;
	db->audit->has_failed = false;
	str_clear(&db->audit->texts);
}

void audit_release(struct db *db)
{
	struct audit *audit = db->audit;

	if (audit == NULL)
		return;
	for (size_t i = 0; i < audit->table_count; i++)
		audited_table_free(audit->tables[i]);
	free(audit->tables);
	free(audit->noted);
	str_release(&audit->texts);
	str_release(&audit->before);
	str_release(&audit->after);
	str_release(&audit->chain.bytes);
	free(audit);
	db->audit = NULL;
}
