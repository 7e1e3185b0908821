/*
 * topic_version.c - how a card was, and one that is put back into use
 */
#include "frontdesk/store/topic.h"
#include "frontdesk/store/unanswered.h"

static const char SQL_EACH[] =
    "SELECT v.topic_version_id, v.made_at, s.name,"
    " CASE WHEN t.topic_version_id = v.topic_version_id THEN 1 ELSE 0 END,"
    " CASE WHEN v.taken_back_at IS NULL THEN 0 ELSE 1 END"
    " FROM topic_version v JOIN topic t ON t.topic_id = v.topic_id"
    " LEFT JOIN staff s ON s.staff_id = v.made_by"
    " WHERE v.topic_id = $1 ORDER BY v.topic_version_id DESC";
static const char SQL_USE_AGAIN[] =
    "UPDATE topic SET topic_version_id = $3"
    " WHERE topic_id = $1 AND topic_version_id = $2";
static const char SQL_TAKE_BACK[] =
    "UPDATE topic_version SET taken_back_at = $2"
    " WHERE topic_version_id = $1 AND taken_back_at IS NULL";

bool topic_each_version(struct db *db, int64_t topic_id, topic_version_fn *each,
			void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_EACH);
	query_int(&q, 1, topic_id);
	while (query_row(&q))
		each(row_int(&q, 0), row_int(&q, 1), row_text(&q, 2),
		     row_int(&q, 3) == 1, row_int(&q, 4) == 1, state);
	return query_end(&q, err);
}

bool topic_take_back(struct db *db, int64_t topic_id, int64_t version_id,
		     int64_t earlier_id, int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_USE_AGAIN);
	query_int(&q, 1, topic_id);
	query_int(&q, 2, version_id);
	query_int(&q, 3, earlier_id);
	if (!query_change(&q, err))
		return false;
	query_begin(&q, db, SQL_TAKE_BACK);
	query_int(&q, 1, version_id);
	query_int(&q, 2, at);
	return query_change(&q, err) && unanswered_follow(db, topic_id, err);
}
