/*
 * closing_check.c - whether closed days are what they were when they were
 * closed
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/closing.h"

static const char SQL_PAPERS[] =
    "SELECT c.day_on, p.form, p.digest, p.bytes FROM day_paper p"
    " JOIN day_closing c ON c.day_closing_id = p.day_closing_id"
    " ORDER BY p.day_paper_id";

/* What the audit kept of a paper names its digest; a detail that was purged is
 * no break. */
static const char SQL_KEPT[] =
    "SELECT c.day_on, p.form, p.digest, d.after FROM audit a"
    " JOIN day_paper p ON p.day_paper_id = a.subject_id"
    " JOIN day_closing c ON c.day_closing_id = p.day_closing_id"
    " LEFT JOIN audit_detail d ON d.number = a.number"
    " WHERE a.subject = 'day_paper'";

static const char SQL_HEADS[] =
    "SELECT c.day_on, c.audit_head, a.chain_hash FROM day_closing c"
    " LEFT JOIN audit a ON a.number = c.audit_count"
    " ORDER BY c.day_closing_id";

static bool has_digest(const struct query *q)
{
	unsigned char digest[SECRET_DIGEST_LEN];
	char hex[2 * SECRET_DIGEST_LEN + 1];
	size_t len;
	const void *bytes = row_blob(q, 3, &len);

	secret_digest(bytes != NULL ? bytes : "", len, digest);
	secret_hex(digest, sizeof(digest), hex);
	return str_same(hex, row_text(q, 2));
}

static bool is_as_audited(const struct query *q)
{
	return row_is_null(q, 3) ||
	       strstr(row_text(q, 3), row_text(q, 2)) != NULL;
}

static bool check_papers(struct db *db, const char *sql,
			 bool (*is_right)(const struct query *q),
			 int64_t *count, struct error *err)
{
	struct query q;
	bool is_whole = true;

	*count = 0;
	query_begin(&q, db, sql);
	while (is_whole && query_row(&q)) {
		++*count;
		is_whole = is_right(&q);
		if (!is_whole)
			error_set(err, ERROR_DAMAGED, "",
				  _("What is kept of closed day %s (%s) is not "
				    "what was given out: keep this store as it "
				    "is, tell whoever looks after it."),
				  row_text(&q, 0), row_text(&q, 1));
	}
	return query_end(&q, err) && is_whole;
}

static bool is_in_chain(const struct query *q)
{
	char hex[2 * SECRET_DIGEST_LEN + 1];
	size_t len;
	const void *hash = row_blob(q, 2, &len);

	secret_hex(hash, len < SECRET_DIGEST_LEN ? len : SECRET_DIGEST_LEN,
		   hex);
	return str_same(hex, row_text(q, 1));
}

static bool check_heads(struct db *db, struct error *err)
{
	struct query q;
	bool is_whole = true;

	query_begin(&q, db, SQL_HEADS);
	while (is_whole && query_row(&q)) {
		is_whole = is_in_chain(&q);
		if (!is_whole)
			error_set(err, ERROR_DAMAGED, "",
				  _("The audit is not the one under which %s "
				    "was closed: keep this store as it is, and "
				    "tell whoever looks after it."),
				  row_text(&q, 0));
	}
	return query_end(&q, err) && is_whole;
}

bool closing_check(struct db *db, struct error *err)
{
	int64_t papers, entries;

	if (!check_papers(db, SQL_PAPERS, has_digest, &papers, err) ||
	    !check_papers(db, SQL_KEPT, is_as_audited, &entries, err))
		return false;
	if (papers != entries)
		return error_set(err, ERROR_DAMAGED, "", "%s",
				 _("A paper of a closed day was added or taken "
				   "away without the audit: keep this store as "
				   "it is, and tell whoever looks after it."));
	return check_heads(db, err);
}
