/*
 * sqlite_chain.c - the links of the audit: how they are hashed, and the check
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "sqlite_engine.h"

/* Each value goes in with its type and its length, so that no two lists of
 * values are the same bytes. */
static void add_bytes(struct str *bytes, char type, const void *data,
		      size_t len)
{
	str_add_char(bytes, type);
	str_add_int(bytes, (int64_t)len);
	str_add_char(bytes, ':');
	if (len > 0)
		str_add_n(bytes, data, len);
}

static void add_null(struct str *bytes)
{
	str_add_char(bytes, 'n');
}

static void add_int(struct str *bytes, int64_t value)
{
	str_add_char(bytes, 'i');
	str_add_int(bytes, value);
	str_add_char(bytes, ';');
}

static void add_id(struct str *bytes, int64_t id)
{
	if (id == 0)
		add_null(bytes);
	else
		add_int(bytes, id);
}

static void add_text(struct str *bytes, const char *text)
{
	if (text == NULL)
		add_null(bytes);
	else
		add_bytes(bytes, 't', text, strlen(text));
}

void audit_chain_add(struct audit_chain *chain, struct audit_link *link)
{
	struct str *bytes = &chain->bytes;

	str_clear(bytes);
	add_bytes(bytes, 'b', link->salt, sizeof(link->salt));
	add_text(bytes, link->before);
	add_text(bytes, link->after);
	secret_digest(bytes->text, bytes->len, link->detail_hash);

	str_clear(bytes);
	if (chain->len == 0)
		add_null(bytes);
	else
		add_bytes(bytes, 'b', chain->hash, chain->len);
	add_int(bytes, link->number);
	add_int(bytes, link->at);
	add_id(bytes, link->actor_id);
	add_text(bytes, link->action);
	add_text(bytes, link->subject);
	add_id(bytes, link->subject_id);
	add_bytes(bytes, 'b', link->detail_hash, sizeof(link->detail_hash));
	secret_digest(bytes->text, bytes->len, chain->hash);
	chain->len = sizeof(chain->hash);
}

/* audit_hash(value, …): the digest of the values, in the same bytes. */
static void audit_hash(sqlite3_context *context, int count,
		       sqlite3_value **args)
{
	unsigned char digest[SECRET_DIGEST_LEN];
	struct str bytes = STR_INIT;

	for (int i = 0; i < count; i++) {
		int type = sqlite3_value_type(args[i]);

		if (type == SQLITE_NULL) {
			add_null(&bytes);
		} else if (type == SQLITE_INTEGER) {
			add_int(&bytes, sqlite3_value_int64(args[i]));
		} else {
			const void *data = sqlite3_value_blob(args[i]);

			add_bytes(&bytes, type == SQLITE_BLOB ? 'b' : 't', data,
				  (size_t)sqlite3_value_bytes(args[i]));
		}
	}
	secret_digest(str_text(&bytes), bytes.len, digest);
	str_release(&bytes);
	sqlite3_result_blob(context, digest, sizeof(digest), SQLITE_TRANSIENT);
}

bool sqlite_add_chain(struct db *db, struct error *err)
{
	int code = sqlite3_create_function_v2(
	    db->handle, "audit_hash", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
	    NULL, audit_hash, NULL, NULL, NULL);

	return code == SQLITE_OK || sqlite_refuse(db->handle, code, err);
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
