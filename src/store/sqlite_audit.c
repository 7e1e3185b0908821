/*
 * sqlite_audit.c - the functions that the audit's triggers call
 *
 * They are of the program's own and marked innocuous, because a schema that
 * is not trusted may call no others; SQLite's JSON functions are refused
 * there.
 */
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/secret.h"
#include "frontdesk/base/str.h"
#include "sqlite_engine.h"

/* The entry's own instant: SQLite may call this for the column and again for
 * the hash, with a tick of the clock in between. */
static void audit_now(sqlite3_context *context, int count, sqlite3_value **args)
{
	struct db *db = sqlite3_user_data(context);

	(void)count;
	(void)args;
	sqlite3_result_int64(context, db->audit_at);
}

static void audit_actor(sqlite3_context *context, int count,
			sqlite3_value **args)
{
	struct db *db = sqlite3_user_data(context);

	(void)count;
	(void)args;
	if (db->actor_id != 0)
		sqlite3_result_int64(context, db->actor_id);
	else
		sqlite3_result_null(context);
}

static void audit_salt(sqlite3_context *context, int count,
		       sqlite3_value **args)
{
	struct db *db = sqlite3_user_data(context);

	(void)count;
	(void)args;
	db->audit_at = db_now(db); /* called once, first, for each entry */
	secret_random(db->audit_salt, sizeof(db->audit_salt));
	sqlite3_result_blob(context, db->audit_salt, sizeof(db->audit_salt),
			    SQLITE_TRANSIENT);
}

/* Each value goes in with its type and its length, so that no two lists of
 * values are the same bytes. */
static void add_bytes(struct str *bytes, char type, const void *data, int len)
{
	str_addf(bytes, "%c%d:", type, len);
	if (len > 0)
		str_add_n(bytes, data, (size_t)len);
}

static void add_values(struct str *bytes, int count, sqlite3_value **args)
{
	for (int i = 0; i < count; i++) {
		int type = sqlite3_value_type(args[i]);

		if (type == SQLITE_NULL) {
			str_add_char(bytes, 'n');
		} else if (type == SQLITE_INTEGER) {
			str_addf(bytes, "i%lld;",
				 (long long)sqlite3_value_int64(args[i]));
		} else {
			const void *data = sqlite3_value_blob(args[i]);

			add_bytes(bytes, type == SQLITE_BLOB ? 'b' : 't', data,
				  sqlite3_value_bytes(args[i]));
		}
	}
}

static void result_digest(sqlite3_context *context, struct str *bytes)
{
	unsigned char digest[SECRET_DIGEST_LEN];

	secret_digest(str_text(bytes), bytes->len, digest);
	str_release(bytes);
	sqlite3_result_blob(context, digest, sizeof(digest), SQLITE_TRANSIENT);
}

static void audit_hash(sqlite3_context *context, int count,
		       sqlite3_value **args)
{
	struct str bytes = STR_INIT;

	add_values(&bytes, count, args);
	result_digest(context, &bytes);
}

/* audit_detail_hash(before, after): audit_hash of this entry's salt and both.
 */
static void audit_detail_hash(sqlite3_context *context, int count,
			      sqlite3_value **args)
{
	struct db *db = sqlite3_user_data(context);
	struct str bytes = STR_INIT;

	add_bytes(&bytes, 'b', db->audit_salt, sizeof(db->audit_salt));
	add_values(&bytes, count, args);
	result_digest(context, &bytes);
}

static void add_quoted(struct str *out, const char *text)
{
	str_add_char(out, '"');
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\') {
			str_add_char(out, '\\');
			str_add_char(out, *text);
		} else if (c < 0x20) {
			str_addf(out, "\\u%04x", c);
		} else {
			str_add_char(out, *text);
		}
	}
	str_add_char(out, '"');
}

static void add_member(struct str *out, const char *key, size_t key_len,
		       sqlite3_value *value)
{
	str_add(out, out->len == 0 ? "{\"" : ",\"");
	str_add_n(out, key, key_len);
	str_add(out, "\":");
	switch (sqlite3_value_type(value)) {
	case SQLITE_NULL:
		str_add(out, "null");
		break;
	case SQLITE_INTEGER:
		str_addf(out, "%lld", (long long)sqlite3_value_int64(value));
		break;
	default:
		add_quoted(out, (const char *)sqlite3_value_text(value));
	}
}

/* row_image('column column …', value, value, …): JSON of what is not NULL.
 * The names come as one text: the schema is parsed at each start. */
static void row_image(sqlite3_context *context, int count, sqlite3_value **args)
{
	const char *name = (const char *)sqlite3_value_text(args[0]);
	struct str image = STR_INIT;

	for (int i = 1; i < count; i++) {
		size_t len = strcspn(name, " ");

		if (sqlite3_value_type(args[i]) != SQLITE_NULL)
			add_member(&image, name, len, args[i]);
		name += len + (name[len] == ' ');
	}
	str_add(&image, image.len == 0 ? "{}" : "}");
	sqlite3_result_text(context, image.text, (int)image.len,
			    SQLITE_TRANSIENT);
	str_release(&image);
}

static bool same_value(sqlite3_value *a, sqlite3_value *b)
{
	int len;

	if (sqlite3_value_type(a) != sqlite3_value_type(b))
		return false;
	if (sqlite3_value_type(a) == SQLITE_INTEGER)
		return sqlite3_value_int64(a) == sqlite3_value_int64(b);
	len = sqlite3_value_bytes(a);
	return len == sqlite3_value_bytes(b) &&
	       (len == 0 || memcmp(sqlite3_value_text(a), sqlite3_value_text(b),
				   (size_t)len) == 0);
}

/*
 * row_change('column column …', old, new, old, new, …): whether a column
 * changed; what changed, as it was and as it is, is kept for the entry that
 * follows. The rest of the row is in the images before: fewer pages get dirty.
 */
static void row_change(sqlite3_context *context, int count,
		       sqlite3_value **args)
{
	struct db *db = sqlite3_user_data(context);
	const char *name = (const char *)sqlite3_value_text(args[0]);

	str_clear(&db->change_before);
	str_clear(&db->change_after);
	for (int i = 1; i + 1 < count; i += 2) {
		size_t len = strcspn(name, " ");

		if (!same_value(args[i], args[i + 1])) {
			add_member(&db->change_before, name, len, args[i]);
			add_member(&db->change_after, name, len, args[i + 1]);
		}
		name += len + (name[len] == ' ');
	}
	if (db->change_before.len > 0) {
		str_add_char(&db->change_before, '}');
		str_add_char(&db->change_after, '}');
	}
	sqlite3_result_int(context, db->change_before.len > 0);
}

static void result_str(sqlite3_context *context, const struct str *text)
{
	sqlite3_result_text(context, str_text(text), (int)text->len,
			    SQLITE_TRANSIENT);
}

static void change_before(sqlite3_context *context, int count,
			  sqlite3_value **args)
{
	struct db *db = sqlite3_user_data(context);

	(void)count;
	(void)args;
	result_str(context, &db->change_before);
}

static void change_after(sqlite3_context *context, int count,
			 sqlite3_value **args)
{
	struct db *db = sqlite3_user_data(context);

	(void)count;
	(void)args;
	result_str(context, &db->change_after);
}

bool sqlite_add_functions(struct db *db, struct error *err)
{
	static const struct {
		const char *name;
		int count;
		int flags;
		void (*run)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
	    {"audit_now", 0, 0, audit_now},
	    {"audit_actor", 0, 0, audit_actor},
	    {"audit_salt", 0, 0, audit_salt},
	    {"audit_hash", -1, SQLITE_DETERMINISTIC, audit_hash},
	    {"audit_detail_hash", 2, 0, audit_detail_hash},
	    {"row_image", -1, SQLITE_DETERMINISTIC, row_image},
	    {"row_change", -1, 0, row_change},
	    {"change_before", 0, 0, change_before},
	    {"change_after", 0, 0, change_after},
	};

	for (size_t i = 0; i < MEM_COUNT(functions); i++) {
		int code = sqlite3_create_function_v2(
		    db->handle, functions[i].name, functions[i].count,
		    SQLITE_UTF8 | SQLITE_INNOCUOUS | functions[i].flags, db,
		    functions[i].run, NULL, NULL, NULL);

		if (code != SQLITE_OK)
			return sqlite_refuse(db->handle, code, err);
	}
	return true;
}

/* Every link computed anew; a detail that was purged is no break. */
static const char SQL_CHAIN[] =
    "SELECT a.number, "
    "a.chain_hash = audit_hash(lag(a.chain_hash) OVER (ORDER BY a.number), "
    "a.number, a.at, a.actor_id, a.action, a.subject, a.subject_id, "
    "a.detail_hash), "
    "d.number IS NULL OR "
    "a.detail_hash = audit_hash(d.salt, d.before, d.after) "
    "FROM audit a LEFT JOIN audit_detail d ON d.number = a.number "
    "ORDER BY a.number";

bool audit_chain_check(struct db *db, struct error *err)
{
	struct query q;
	int64_t expected = 1;
	bool is_whole = true;

	query_begin(&q, db, SQL_CHAIN);
	while (is_whole && query_row(&q)) {
		is_whole = row_int(&q, 0) == expected && row_int(&q, 1) == 1 &&
			   row_int(&q, 2) == 1;
		if (!is_whole)
			error_set(err, ERROR_DAMAGED, "",
				  _("The audit was altered at entry %lld: keep "
				    "this store as it is, and tell whoever "
				    "looks after it."),
				  (long long)expected);
		expected++;
	}
	return query_end(&q, err) && is_whole;
}
