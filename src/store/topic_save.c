/*
 * topic_save.c - a new topic, or a new version of one
 *
 * A version is never changed: a request keeps the questions it was asked.
 */
#include "frontdesk/base/id.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/topic.h"
#include "frontdesk/store/unanswered.h"

static const char SQL_INSERT[] =
    "INSERT INTO topic (uuid, code) VALUES ($1, $2) RETURNING topic_id";
static const char SQL_INSERT_VERSION[] =
    "INSERT INTO topic_version (topic_id, name, words, folded, department_id, "
    "staff_id, quick_result, quick_words, bring, fee, steps, other_ways, "
    "not_ours_where, alternative, appeal, contact, verified_on, verified_by, "
    "review_days, made_at, made_by, also_asked, folded_card) VALUES ($1, $2, "
    "$3, $4, $5, $6, "
    "$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, "
    "$22, $23) "
    "RETURNING topic_version_id";
static const char SQL_INSERT_QUESTION[] =
    "INSERT INTO question (topic_version_id, position, label, ask, kind, "
    "choices, is_required, danger, notice, first_id) VALUES ($1, $2, $3, $4, "
    "$5, $6, $7, $8, $9, COALESCE("
    "(SELECT COALESCE(g.first_id, g.question_id) FROM question g "
    "JOIN topic_version w ON w.topic_version_id = g.topic_version_id "
    "WHERE g.question_id = $10 AND w.topic_id = $11), "
    "(SELECT COALESCE(p.first_id, p.question_id) FROM topic t "
    "JOIN question p ON p.topic_version_id = t.topic_version_id "
    "WHERE t.topic_id = $11 AND p.label = $3 AND $10 = 0 "
    "ORDER BY p.position LIMIT 1)))";
static const char SQL_USE[] =
    "UPDATE topic SET topic_version_id = $2 WHERE topic_id = $1";
static const char SQL_RETIRE[] =
    "UPDATE topic SET is_active = $2, retired_at = $3 "
    "WHERE topic_id = $1 AND is_active <> $2";

static const char *or_empty(const char *text)
{
	return text != NULL ? text : "";
}

/* What a card says, and what it asks: the topic is found by any of it. */
static void add_card(const struct topic *topic, struct str *out)
{
	const char *texts[] = {topic->bring,	      topic->fee,
			       topic->steps,	      topic->other_ways,
			       topic->not_ours_where, topic->alternative,
			       topic->appeal,	      topic->contact,
			       topic->also_asked,     topic->quick_words};

	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		text_fold(or_empty(texts[i]), out);
		str_add_char(out, ' ');
	}
	for (size_t i = 0; i < topic->question_count; i++) {
		const struct question *question = &topic->questions[i];
		const char *asked[] = {question->label, question->ask,
				       question->choices, question->notice};

		for (size_t j = 0; j < MEM_COUNT(asked); j++) {
			text_fold(or_empty(asked[j]), out);
			str_add_char(out, ' ');
		}
	}
}

static bool insert_version(struct db *db, int64_t topic_id,
			   const struct topic *topic, int64_t *version_id,
			   struct error *err)
{
	const char *texts[] = {
	    topic->quick_words, topic->bring,	   topic->fee,
	    topic->steps,	topic->other_ways, topic->not_ours_where,
	    topic->alternative, topic->appeal,	   topic->contact};
	bool is_verified = topic->verified_on.text[0] != '\0';
	struct str folded = STR_INIT, card = STR_INIT;
	struct query q;

	text_fold(topic->name, &folded);
	str_add_char(&folded, ' ');
	text_fold(or_empty(topic->words), &folded);
	query_begin(&q, db, SQL_INSERT_VERSION);
	query_int(&q, 1, topic_id);
	query_text(&q, 2, topic->name);
	query_text(&q, 3, or_empty(topic->words));
	query_text(&q, 4, folded.text);
	query_int(&q, 5, topic->department_id);
	query_key(&q, 6, topic->staff_id);
	query_text(&q, 7,
		   topic->quick_result == RESULT_NONE
		       ? result_name(RESULT_ANSWERED)
		       : result_name(topic->quick_result));
	for (size_t i = 0; i < MEM_COUNT(texts); i++)
		query_text(&q, 8 + (int)i, or_empty(texts[i]));
	query_text(&q, 17, is_verified ? topic->verified_on.text : NULL);
	query_key(&q, 18,
		  !is_verified		    ? 0
		  : topic->verified_by != 0 ? topic->verified_by
					    : db_actor(db));
	query_int(&q, 19, topic->review_days > 0 ? topic->review_days : 180);
	query_int(&q, 20, db_now(db));
	query_key(&q, 21, db_actor(db));
	query_text(&q, 22, or_empty(topic->also_asked));
	add_card(topic, &card);
	query_text(&q, 23, str_text(&card));
	str_release(&card);
	str_release(&folded);
	return query_one(&q, version_id, err);
}

/* A question keeps its identity, so that what was answered stays answered. */
static bool insert_questions(struct db *db, int64_t topic_id,
			     int64_t version_id, const struct topic *topic,
			     struct error *err)
{
	for (size_t i = 0; i < topic->question_count; i++) {
		const struct question *question = &topic->questions[i];
		struct query q;

		query_begin(&q, db, SQL_INSERT_QUESTION);
		query_int(&q, 1, version_id);
		query_int(&q, 2, (int64_t)i + 1);
		query_text(&q, 3, question->label);
		query_text(&q, 4, question->ask);
		query_text(&q, 5, question_kind_name(question->kind));
		query_text(&q, 6, or_empty(question->choices));
		query_int(&q, 7, question->is_required);
		query_text(&q, 8, or_empty(question->danger));
		query_text(&q, 9, or_empty(question->notice));
		query_int(&q, 10, question->question_id);
		query_int(&q, 11, topic_id);
		if (!query_run(&q, err))
			return false;
	}
	return true;
}

bool topic_save(struct db *db, const struct topic *topic, int64_t *topic_id,
		bool *is_new, struct error *err)
{
	struct query q;
	int64_t version_id;
	struct id id;

	if (!topic_find_code(db, topic->code, topic_id, err))
		return false;
	if (is_new != NULL)
		*is_new = *topic_id == 0;
	if (*topic_id == 0) {
		id_new(db_clock(db), &id);
		query_begin(&q, db, SQL_INSERT);
		query_text(&q, 1, id.text);
		query_text(&q, 2, topic->code);
		if (!query_one(&q, topic_id, err))
			return false;
	}
	if (!insert_version(db, *topic_id, topic, &version_id, err) ||
	    !insert_questions(db, *topic_id, version_id, topic, err))
		return false;
	query_begin(&q, db, SQL_USE);
	query_int(&q, 1, *topic_id);
	query_int(&q, 2, version_id);
	return query_run(&q, err) && unanswered_follow(db, *topic_id, err);
}

bool topic_retire(struct db *db, int64_t topic_id, bool is_retired,
		  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_RETIRE);
	query_int(&q, 1, topic_id);
	query_int(&q, 2, is_retired ? 0 : 1);
	query_key(&q, 3, is_retired ? db_now(db) : 0);
	return query_change(&q, err);
}
