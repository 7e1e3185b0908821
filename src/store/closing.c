/*
 * closing.c - days that a supervisor closed, and what was given out of them
 */
#include "frontdesk/store/closing.h"

#include <stdio.h>

#include "frontdesk/base/id.h"
#include "frontdesk/base/str.h"

static const char SQL_FIND[] = "SELECT day_closing_id FROM day_closing"
			       " WHERE site_id = $1 AND day_on = $2";

static const char SQL_DAYS[] =
    "SELECT day_on FROM day_closing WHERE site_id = $1"
    " AND day_on BETWEEN $2 AND $3 ORDER BY day_on";

static const char SQL_FIRST[] = "SELECT (SELECT MIN(arrived_on) FROM visit),"
				" (SELECT at FROM audit WHERE number = 1)";

static const char SQL_GET[] =
    "SELECT c.closed_at, s.name FROM day_closing c"
    " JOIN staff s ON s.staff_id = c.closed_by WHERE c.day_closing_id = $1";

static const char SQL_INSERT[] =
    "INSERT INTO day_closing (uuid, site_id, day_on, closed_at, closed_by,"
    " audit_count, audit_head) VALUES ($1, $2, $3, $4, $5, $6, $7)"
    " ON CONFLICT (site_id, day_on) DO NOTHING";

static const char SQL_REMARKS[] =
    "SELECT r.text, s.name, r.noted_at, r.is_later FROM day_remark r"
    " JOIN staff s ON s.staff_id = r.noted_by WHERE r.day_closing_id = $1"
    " ORDER BY r.day_remark_id";

static const char SQL_ADD_REMARK[] =
    "INSERT INTO day_remark (day_closing_id, is_later, text, noted_at,"
    " noted_by) VALUES ($1, $2, $3, $4, $5)";

static const char SQL_KEEP[] =
    "INSERT INTO day_paper (day_closing_id, form, with_names, made_at,"
    " made_by, digest, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7)"
    " ON CONFLICT (day_closing_id, form, with_names) DO NOTHING";

static const char SQL_PAPER[] =
    "SELECT bytes FROM day_paper"
    " WHERE day_closing_id = $1 AND form = $2 AND with_names = $3";

#define OPEN_VISITS(came)                                                      \
	"SELECT v.visit_id, v.arrived_at, v.reference, v.state, tv.name"       \
	" FROM visit v LEFT JOIN topic t ON t.topic_id = v.topic_id"           \
	" LEFT JOIN topic_version tv"                                          \
	" ON tv.topic_version_id = t.topic_version_id"                         \
	" WHERE v.site_id = $1 AND v.ended_at IS NULL AND v.arrived_on " came  \
	" AND v.voided_at IS NULL ORDER BY v.arrived_at, v.visit_id"
static const char SQL_OPEN_VISITS[] = OPEN_VISITS("= $2");
static const char SQL_CARRIED_VISITS[] = OPEN_VISITS("< $2");

bool closing_find(struct db *db, int64_t site_id, struct day day,
		  int64_t *closing_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FIND);
	query_int(&q, 1, site_id);
	query_text(&q, 2, day.text);
	return query_one(&q, closing_id, err);
}

bool closing_each_day(struct db *db, int64_t site_id, struct day from,
		      struct day to, closing_day_fn *each, void *state,
		      struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DAYS);
	query_int(&q, 1, site_id);
	query_text(&q, 2, from.text);
	query_text(&q, 3, to.text);
	while (query_row(&q)) {
		struct day day;

		snprintf(day.text, sizeof(day.text), "%s", row_text(&q, 0));
		each(day, state);
	}
	return query_end(&q, err);
}

bool closing_read_first(struct db *db, struct day *visit_on, int64_t *entry_at,
			struct error *err)
{
	struct query q;

	*visit_on = (struct day){""};
	*entry_at = 0;
	query_begin(&q, db, SQL_FIRST);
	if (query_row(&q)) {
		if (!row_is_null(&q, 0))
			snprintf(visit_on->text, sizeof(visit_on->text), "%s",
				 row_text(&q, 0));
		*entry_at = row_int(&q, 1);
	}
	return query_end(&q, err);
}

bool closing_get(struct db *db, int64_t closing_id, int64_t *closed_at,
		 char **closed_by, struct error *err)
{
	struct query q;

	*closed_at = 0;
	*closed_by = NULL;
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, closing_id);
	if (query_row(&q)) {
		*closed_at = row_int(&q, 0);
		*closed_by = row_copy(&q, 1);
	}
	return query_end(&q, err);
}

bool closing_insert(struct db *db, int64_t site_id, struct day day,
		    const struct audit_head *head, int64_t *closing_id,
		    struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_int(&q, 2, site_id);
	query_text(&q, 3, day.text);
	query_int(&q, 4, db_now(db));
	query_int(&q, 5, db_actor(db));
	query_int(&q, 6, head->count);
	query_text(&q, 7, head->hash);
	return query_insert(&q, closing_id, err);
}

bool closing_each_remark(struct db *db, int64_t closing_id,
			 closing_remark_fn *each, void *state,
			 struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_REMARKS);
	query_int(&q, 1, closing_id);
	while (query_row(&q)) {
		const struct closing_remark remark = {
		    .text = row_text(&q, 0),
		    .staff = row_text(&q, 1),
		    .noted_at = row_int(&q, 2),
		    .is_later = row_int(&q, 3) != 0,
		};

		each(&remark, state);
	}
	return query_end(&q, err);
}

bool closing_add_remark(struct db *db, int64_t closing_id, const char *text,
			bool is_later, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_ADD_REMARK);
	query_int(&q, 1, closing_id);
	query_int(&q, 2, is_later);
	query_text(&q, 3, text);
	query_int(&q, 4, db_now(db));
	query_int(&q, 5, db_actor(db));
	return query_run(&q, err);
}

static void begin_paper(struct query *q, struct db *db, const char *sql,
			const struct closing_paper *paper)
{
	query_begin(q, db, sql);
	query_int(q, 1, paper->closing_id);
	query_text(q, 2, paper->form);
	query_int(q, 3, paper->with_names);
}

bool closing_keep_paper(struct db *db, const struct closing_paper *paper,
			const struct str *bytes, struct error *err)
{
	unsigned char digest[SECRET_DIGEST_LEN];
	char hex[2 * SECRET_DIGEST_LEN + 1];
	struct query q;

	secret_digest(str_text(bytes), bytes->len, digest);
	secret_hex(digest, sizeof(digest), hex);
	begin_paper(&q, db, SQL_KEEP, paper);
	query_int(&q, 4, db_now(db));
	query_int(&q, 5, db_actor(db));
	query_text(&q, 6, hex);
	query_blob(&q, 7, str_text(bytes), bytes->len);
	return query_run(&q, err);
}

bool closing_read_paper(struct db *db, const struct closing_paper *paper,
			struct str *out, struct error *err)
{
	struct query q;
	bool is_there;

	str_clear(out);
	begin_paper(&q, db, SQL_PAPER, paper);
	is_there = query_row(&q);
	if (is_there) {
		size_t len;
		const void *bytes = row_blob(&q, 0, &len);

		if (len > 0)
			str_add_n(out, bytes, len);
	}
	if (!query_end(&q, err))
		return false;
	return is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", "");
}

static bool each_visit(struct db *db, const char *sql, int64_t site_id,
		       struct day day, closing_visit_fn *each, void *state,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	query_int(&q, 1, site_id);
	query_text(&q, 2, day.text);
	while (query_row(&q)) {
		const struct closing_visit visit = {
		    .visit_id = row_int(&q, 0),
		    .arrived_at = row_int(&q, 1),
		    .reference = row_text(&q, 2),
		    .state = row_text(&q, 3),
		    .topic = row_text(&q, 4),
		};

		each(&visit, state);
	}
	return query_end(&q, err);
}

bool closing_each_open_visit(struct db *db, int64_t site_id, struct day day,
			     closing_visit_fn *each, void *state,
			     struct error *err)
{
	return each_visit(db, SQL_OPEN_VISITS, site_id, day, each, state, err);
}

bool closing_each_carried_visit(struct db *db, int64_t site_id, struct day day,
				closing_visit_fn *each, void *state,
				struct error *err)
{
	return each_visit(db, SQL_CARRIED_VISITS, site_id, day, each, state,
			  err);
}
