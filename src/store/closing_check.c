/*
 * closing_check.c - whether closed days are what they were when they were
 * closed
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/closing.h"

static const char SQL_PAPERS[] =
    "SELECT c.day_on, p.form, p.digest, p.bytes FROM day_paper p"
    " JOIN day_closing c ON c.day_closing_id = p.day_closing_id"
    " ORDER BY p.day_paper_id";

/*
 * What the audit noted when a row was written, the day and the form that it is
 * of, then the row itself: from KEY on in the order of its columns, NULL where
 * it is gone. A detail that was purged is no break.
 */
enum { AFTER, DAY, FORM, KEY };

static const char SQL_NOTED_CLOSINGS[] =
    "SELECT d.after, c.day_on, '', c.day_closing_id, c.uuid, c.site_id,"
    " c.day_on, c.closed_at, c.closed_by, c.audit_count, c.audit_head"
    " FROM audit a LEFT JOIN audit_detail d ON d.number = a.number"
    " LEFT JOIN day_closing c ON c.day_closing_id = a.subject_id"
    " WHERE a.subject = 'day_closing' AND a.action = 'insert'";

static const char SQL_NOTED_REMARKS[] =
    "SELECT d.after, c.day_on, '', r.day_remark_id, r.day_closing_id,"
    " r.is_later, r.text, r.noted_at, r.noted_by"
    " FROM audit a LEFT JOIN audit_detail d ON d.number = a.number"
    " LEFT JOIN day_remark r ON r.day_remark_id = a.subject_id"
    " LEFT JOIN day_closing c ON c.day_closing_id = r.day_closing_id"
    " WHERE a.subject = 'day_remark' AND a.action = 'insert'";

static const char SQL_NOTED_PAPERS[] =
    "SELECT d.after, c.day_on, p.form, p.day_paper_id, p.day_closing_id,"
    " p.form, p.with_names, p.made_at, p.made_by, p.digest"
    " FROM audit a LEFT JOIN audit_detail d ON d.number = a.number"
    " LEFT JOIN day_paper p ON p.day_paper_id = a.subject_id"
    " LEFT JOIN day_closing c ON c.day_closing_id = p.day_closing_id"
    " WHERE a.subject = 'day_paper' AND a.action = 'insert'";

#define COLUMNS_MOST 8

static const struct followed {
	const char *noted, *count;
	const char *columns[COLUMNS_MOST]; /* from KEY on */
	const char *changed, *counted;
} all_followed[] = {
    {SQL_NOTED_CLOSINGS,
     "SELECT COUNT(*) FROM day_closing",
     {"day_closing_id", "uuid", "site_id", "day_on", "closed_at", "closed_by",
      "audit_count", "audit_head"},
     N_("Who closed %s, or when, is not what the audit noted: keep this store "
	"as it is, and tell whoever looks after it."),
     N_("A closing of a day was added or taken away without the audit: keep "
	"this store as it is, and tell whoever looks after it.")},
    {SQL_NOTED_REMARKS,
     "SELECT COUNT(*) FROM day_remark",
     {"day_remark_id", "day_closing_id", "is_later", "text", "noted_at",
      "noted_by"},
     N_("A remark of closed day %s is not what was written: keep this store "
	"as it is, and tell whoever looks after it."),
     N_("A remark of a closed day was added or taken away without the audit: "
	"keep this store as it is, and tell whoever looks after it.")},
    {SQL_NOTED_PAPERS,
     "SELECT COUNT(*) FROM day_paper",
     {"day_paper_id", "day_closing_id", "form", "with_names", "made_at",
      "made_by", "digest"},
     N_("What is kept of closed day %s (%s) is not what was given out: keep "
	"this store as it is, tell whoever looks after it."),
     N_("A paper of a closed day was added or taken away without the audit: "
	"keep this store as it is, and tell whoever looks after it.")},
};

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

static bool check_digests(struct db *db, struct error *err)
{
	struct query q;
	bool is_whole = true;

	query_begin(&q, db, SQL_PAPERS);
	while (is_whole && query_row(&q)) {
		is_whole = has_digest(&q);
		if (!is_whole)
			error_set(err, ERROR_DAMAGED, "",
				  _("What is kept of closed day %s (%s) is not "
				    "what was given out: keep this store as it "
				    "is, tell whoever looks after it."),
				  row_text(&q, 0), row_text(&q, 1));
	}
	return query_end(&q, err) && is_whole;
}

static bool is_same(const struct json *noted, const char *name,
		    const struct query *q, int column)
{
	const struct json *value = json_get(noted, name);

	if (value == NULL)
		return false;
	if (json_kind(value) == JSON_KIND_TEXT)
		return str_same(json_text(value), row_text(q, column));
	return json_int(value) == row_int(q, column);
}

static bool is_as_noted(const struct followed *followed, const struct query *q)
{
	struct error unused = {0};
	struct json *noted;
	bool is_right = true;

	if (row_is_null(q, AFTER))
		return true;
	if (!json_parse(row_text(q, AFTER), strlen(row_text(q, AFTER)), &noted,
			&unused))
		return false;
	for (int i = 0;
	     is_right && i < COLUMNS_MOST && followed->columns[i] != NULL; i++)
		is_right = is_same(noted, followed->columns[i], q, KEY + i);
	json_free(noted);
	return is_right;
}

/* Each that the audit noted is there and as it was noted, and no other. */
static bool check_followed(struct db *db, const struct followed *followed,
			   struct error *err)
{
	int64_t noted = 0, found = 0, there;
	struct query q;
	bool is_whole = true;

	query_begin(&q, db, followed->noted);
	while (is_whole && query_row(&q)) {
		noted++;
		if (row_is_null(&q, KEY))
			continue;
		found++;
		is_whole = is_as_noted(followed, &q);
		if (!is_whole)
			error_set(err, ERROR_DAMAGED, "", _(followed->changed),
				  row_text(&q, DAY), row_text(&q, FORM));
	}
	if (!query_end(&q, err) || !is_whole)
		return false;
	query_begin(&q, db, followed->count);
	if (!query_one(&q, &there, err))
		return false;
	return (found == noted && there == noted) ||
	       error_set(err, ERROR_DAMAGED, "", "%s", _(followed->counted));
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
	if (!check_digests(db, err) || !check_heads(db, err))
		return false;
	for (size_t i = 0; i < MEM_COUNT(all_followed); i++)
		if (!check_followed(db, &all_followed[i], err))
			return false;
	return true;
}
