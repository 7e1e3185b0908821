/*
 * notice.c - what everybody at a site must know for now
 */
#include "frontdesk/store/notice.h"

#include "frontdesk/base/id.h"

static const char SQL_EACH[] =
    "SELECT n.notice_id, n.words, s.name, n.from_at, n.until_at FROM notice n"
    " JOIN staff s ON s.staff_id = n.made_by"
    " WHERE n.site_id = $1 AND n.ended_at IS NULL AND n.from_at <= $2"
    " AND (n.until_at IS NULL OR n.until_at > $2)"
    " ORDER BY n.from_at, n.notice_id LIMIT $3";

static const char SQL_OF_DAYS[] =
    "SELECT n.notice_id, n.words, s.name, n.from_at,"
    " CASE WHEN n.ended_at IS NULL OR n.until_at < n.ended_at"
    " THEN n.until_at ELSE n.ended_at END FROM notice n"
    " JOIN staff s ON s.staff_id = n.made_by"
    " WHERE n.site_id = $1 AND n.from_at < $3"
    " AND (n.until_at IS NULL OR n.until_at > $2)"
    " AND (n.ended_at IS NULL OR n.ended_at > $2)"
    " ORDER BY n.from_at, n.notice_id";

static const char SQL_INSERT[] =
    "INSERT INTO notice (uuid, site_id, words, from_at, until_at, made_by)"
    " VALUES ($1, $2, $3, $4, $5, $6)";

static const char SQL_END[] = "UPDATE notice SET ended_at = $2, ended_by = $3"
			      " WHERE notice_id = $1 AND ended_at IS NULL";

static bool each_row(struct query *q, notice_fn *each, void *state,
		     struct error *err)
{
	while (query_row(q)) {
		const struct notice_row notice = {
		    .notice_id = row_int(q, 0),
		    .words = row_text(q, 1),
		    .staff = row_text(q, 2),
		    .from_at = row_int(q, 3),
		    .until_at = row_int(q, 4),
		};

		each(&notice, state);
	}
	return query_end(q, err);
}

bool notice_each(struct db *db, int64_t site_id, int64_t at, size_t limit,
		 notice_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_EACH);
	query_int(&q, 1, site_id);
	query_int(&q, 2, at);
	query_int(&q, 3, (int64_t)limit);
	return each_row(&q, each, state, err);
}

bool notice_each_between(struct db *db, int64_t site_id, int64_t from_at,
			 int64_t until_at, notice_fn *each, void *state,
			 struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OF_DAYS);
	query_int(&q, 1, site_id);
	query_int(&q, 2, from_at);
	query_int(&q, 3, until_at);
	return each_row(&q, each, state, err);
}

bool notice_insert(struct db *db, int64_t site_id, const char *words,
		   int64_t from_at, int64_t until_at, int64_t *notice_id,
		   struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_int(&q, 2, site_id);
	query_text(&q, 3, words);
	query_int(&q, 4, from_at);
	query_key(&q, 5, until_at);
	query_int(&q, 6, db_actor(db));
	return query_insert(&q, notice_id, err);
}

bool notice_end(struct db *db, int64_t notice_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_END);
	query_int(&q, 1, notice_id);
	query_int(&q, 2, db_now(db));
	query_key(&q, 3, db_actor(db));
	return query_change(&q, err);
}
