/*
 * unanswered.c - questions that nobody at the counter could answer
 */
#include "frontdesk/store/unanswered.h"

#include <stdlib.h>

#include "frontdesk/base/id.h"
#include "frontdesk/base/mem.h"
#include "unanswered_of.h"

static const char SQL_GET[] =
    "SELECT u.topic_id, u.request_id, u.words, v.name, u.asked_at, u.asked_by,"
    " s.name, u.owner_staff_id, u.owner_department_id,"
    " CASE WHEN u.answered_at IS NULL AND u.taken_back_at IS NULL THEN 1"
    " ELSE 0 END, u.passed_at FROM unanswered u"
    " JOIN staff s ON s.staff_id = u.asked_by"
    " LEFT JOIN topic t ON t.topic_id = u.topic_id"
    " LEFT JOIN topic_version v ON v.topic_version_id = t.topic_version_id"
    " WHERE u.unanswered_id = $1";
static const char SQL_INSERT[] =
    "INSERT INTO unanswered (uuid, site_id, topic_id, request_id, words,"
    " asked_at, asked_on, asked_by, owner_staff_id, owner_department_id)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
static const char SQL_ANSWER[] =
    "UPDATE unanswered SET answer = $2, answered_at = $3, answered_on = $4,"
    " answered_by = $5, topic_version_id = $6, told_id = $7"
    " WHERE unanswered_id = $1" UNANSWERED_IS_OPEN;
/* What is owed of it first: once told, an answer stays. */
static const char SQL_OWE_NO_MORE[] =
    "UPDATE told SET told_at = $3, taken_back_at = $3 WHERE told_at IS NULL"
    " AND told_id = (SELECT u.told_id FROM unanswered u"
    " WHERE u.unanswered_id = $1 AND u.answered_at = $2)";
static const char SQL_REOPEN[] =
    "UPDATE unanswered SET answer = '', answered_at = NULL,"
    " answered_on = NULL, answered_by = NULL, topic_version_id = NULL,"
    " told_id = NULL WHERE unanswered_id = $1 AND answered_at = $2"
    " AND (told_id IS NULL OR EXISTS (SELECT 1 FROM told o"
    " WHERE o.told_id = unanswered.told_id AND o.taken_back_at IS NOT NULL))";
static const char SQL_TAKE_BACK[] =
    "UPDATE unanswered SET taken_back_at = $2"
    " WHERE unanswered_id = $1" UNANSWERED_IS_OPEN;
/* Those that nobody passed on by hand. */
static const char SQL_FOLLOW[] =
    "UPDATE unanswered SET owner_staff_id = (SELECT v.staff_id FROM topic t"
    " JOIN topic_version v ON v.topic_version_id = t.topic_version_id"
    " WHERE t.topic_id = $1), owner_department_id = (SELECT v.department_id"
    " FROM topic t JOIN topic_version v"
    " ON v.topic_version_id = t.topic_version_id WHERE t.topic_id = $1)"
    " WHERE topic_id = $1 AND passed_at IS NULL" UNANSWERED_IS_OPEN;
static const char SQL_PASS[] =
    "UPDATE unanswered SET topic_id = $2, owner_staff_id = $3,"
    " owner_department_id = $4, passed_at = $5"
    " WHERE unanswered_id = $1 AND COALESCE(topic_id, 0) = $6"
    " AND COALESCE(owner_staff_id, 0) = $7"
    " AND COALESCE(owner_department_id, 0) = $8" UNANSWERED_IS_OPEN;
static const char SQL_LIST[] =
    "WITH mine AS (SELECT u.unanswered_id AS unanswered_id, 0 AS turn,"
    " u.asked_at AS asked_at" UNANSWERED_MINE
    " UNION ALL SELECT u.unanswered_id, 1, u.asked_at" UNANSWERED_OF_DEPARTMENT
    " UNION ALL SELECT u.unanswered_id, 2, u.asked_at" UNANSWERED_OF_NOBODY(
	"$3") "),"
	      " top AS (SELECT unanswered_id, turn FROM mine"
	      " ORDER BY turn, asked_at, unanswered_id LIMIT $4)"
	      " SELECT u.unanswered_id, u.request_id, u.asked_at, v.name,"
	      " u.words, r.reference, s.name, m.turn"
	      " FROM top m JOIN unanswered u"
	      " ON u.unanswered_id = m.unanswered_id"
	      " JOIN staff s ON s.staff_id = u.asked_by"
	      " LEFT JOIN request r ON r.request_id = u.request_id"
	      " LEFT JOIN topic t ON t.topic_id = u.topic_id"
	      " LEFT JOIN topic_version v"
	      " ON v.topic_version_id = t.topic_version_id"
	      " ORDER BY m.turn, u.asked_at, u.unanswered_id";

void unanswered_release(struct unanswered *unanswered)
{
	free(unanswered->words);
	free(unanswered->topic);
	free(unanswered->asker);
	*unanswered = (struct unanswered){0};
}

bool unanswered_get(struct db *db, int64_t unanswered_id,
		    struct unanswered *out, struct error *err)
{
	struct query q;
	bool is_there;

	*out = (struct unanswered){.unanswered_id = unanswered_id};
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, unanswered_id);
	is_there = query_row(&q);
	if (is_there) {
		out->topic_id = row_int(&q, 0);
		out->request_id = row_int(&q, 1);
		out->words = row_copy(&q, 2);
		out->topic = row_copy(&q, 3);
		out->asked_at = row_int(&q, 4);
		out->asked_by = row_int(&q, 5);
		out->asker = row_copy(&q, 6);
		out->owner_staff_id = row_int(&q, 7);
		out->owner_department_id = row_int(&q, 8);
		out->is_open = row_int(&q, 9) == 1;
		out->passed_at = row_int(&q, 10);
	}
	if (query_end(&q, err) && is_there)
		return true;
	unanswered_release(out);
	return is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", "");
}

bool unanswered_insert(struct db *db, const struct unanswered *unanswered,
		       int64_t site_id, struct day on, int64_t *id,
		       struct error *err)
{
	struct query q;
	struct id uuid;

	id_new(db_clock(db), &uuid);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, uuid.text);
	query_int(&q, 2, site_id);
	query_key(&q, 3, unanswered->topic_id);
	query_key(&q, 4, unanswered->request_id);
	query_text(&q, 5, unanswered->words);
	query_int(&q, 6, unanswered->asked_at);
	query_text(&q, 7, on.text);
	query_int(&q, 8, unanswered->asked_by);
	query_key(&q, 9, unanswered->owner_staff_id);
	query_key(&q, 10, unanswered->owner_department_id);
	return query_insert(&q, id, err);
}

bool unanswered_answer(struct db *db, const struct unanswered_answer *answer,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_ANSWER);
	query_int(&q, 1, answer->unanswered_id);
	query_text(&q, 2, answer->text);
	query_int(&q, 3, answer->at);
	query_text(&q, 4, answer->on.text);
	query_int(&q, 5, answer->staff_id);
	query_key(&q, 6, answer->topic_version_id);
	query_key(&q, 7, answer->told_id);
	return query_change(&q, err);
}

bool unanswered_reopen(struct db *db, int64_t unanswered_id,
		       int64_t answered_at, int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OWE_NO_MORE);
	query_int(&q, 1, unanswered_id);
	query_int(&q, 2, answered_at);
	query_int(&q, 3, at);
	if (!query_run(&q, err))
		return false;
	query_begin(&q, db, SQL_REOPEN);
	query_int(&q, 1, unanswered_id);
	query_int(&q, 2, answered_at);
	return query_change(&q, err);
}

bool unanswered_take_back(struct db *db, int64_t unanswered_id, int64_t at,
			  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TAKE_BACK);
	query_int(&q, 1, unanswered_id);
	query_int(&q, 2, at);
	return query_change(&q, err);
}

bool unanswered_follow(struct db *db, int64_t topic_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FOLLOW);
	query_int(&q, 1, topic_id);
	return query_run(&q, err);
}

bool unanswered_pass(struct db *db, int64_t unanswered_id,
		     const struct unanswered_place *from,
		     const struct unanswered_place *to, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PASS);
	query_int(&q, 1, unanswered_id);
	query_key(&q, 2, to->topic_id);
	query_key(&q, 3, to->staff_id);
	query_key(&q, 4, to->department_id);
	query_key(&q, 5, to->passed_at);
	query_int(&q, 6, from->topic_id);
	query_int(&q, 7, from->staff_id);
	query_int(&q, 8, from->department_id);
	return query_change(&q, err);
}

bool list_unanswered(struct db *db, const struct list_query *query,
		     list_entry_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_LIST);
	query_int(&q, 1, query->staff_id);
	query_int(&q, 2, query->department_id);
	query_int(&q, 3, query->sees_unowned);
	query_int(&q, 4, (int64_t)query->limit);
	while (query_row(&q)) {
		const struct list_entry entry = {
		    .id = row_int(&q, 0),
		    .request_id = row_int(&q, 1),
		    .at = row_int(&q, 2),
		    .topic = row_text(&q, 3),
		    .text = row_text(&q, 4),
		    .reference = row_text(&q, 5),
		    .staff = row_text(&q, 6),
		    .is_mine = row_int(&q, 7) == 0,
		};

		each(&entry, state);
	}
	return query_end(&q, err);
}
