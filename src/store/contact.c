/*
 * contact.c - what was said, done, and came of it
 */
#include "frontdesk/store/contact.h"

#include "frontdesk/base/id.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/topic.h"

static const char SQL_FIND[] = "SELECT contact_id FROM contact"
			       " WHERE visit_id = $1 AND request_id = $2";

static const char SQL_INSERT[] =
    "INSERT INTO contact (uuid, visit_id, request_id, at, staff_id, words,"
    " concern, done, result_text, tried, alternative, appeal, result)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

static const char SQL_UPDATE[] =
    "UPDATE contact SET words = $2, concern = $3, done = $4,"
    " result_text = $5, tried = $6, alternative = $7, appeal = $8"
    " WHERE contact_id = $1 AND (words <> $2 OR concern <> $3 OR done <> $4"
    " OR result_text <> $5 OR tried <> $6 OR alternative <> $7"
    " OR appeal <> $8)";

static const char SQL_UPDATE_RESULT[] =
    "UPDATE contact SET words = $2, concern = $3, done = $4,"
    " result_text = $5, tried = $6, alternative = $7, appeal = $8,"
    " result = $9, staff_id = $10"
    " WHERE contact_id = $1 AND (words <> $2 OR concern <> $3 OR done <> $4"
    " OR result_text <> $5 OR tried <> $6 OR alternative <> $7"
    " OR appeal <> $8 OR COALESCE(result, '') <> $9"
    " OR COALESCE(staff_id, 0) <> $10)";

/* Of a request that was there before: until F9 it stays with the visit. */
static const char SQL_KEEP_PLACE[] =
    "UPDATE contact SET new_place = CASE WHEN (SELECT r.place FROM request r"
    " WHERE r.request_id = $2) = $3 THEN NULL ELSE CAST($3 AS TEXT) END"
    " WHERE visit_id = $1 AND request_id = $2"
    " AND COALESCE(new_place, (SELECT r.place FROM request r"
    " WHERE r.request_id = $2)) <> $3";

static const char SQL_DROP_PLACE[] =
    "UPDATE contact SET new_place = NULL WHERE visit_id = $1"
    " AND request_id = $2 AND new_place IS NOT NULL";

static const char SQL_CLEAR[] =
    "UPDATE contact SET result = NULL WHERE visit_id = $1";

static const char SQL_ANSWER_PUT[] =
    "INSERT INTO answer (contact_id, question_id, value) VALUES ($1, $2, $3)"
    " ON CONFLICT (contact_id, question_id) DO UPDATE SET"
    " value = excluded.value"
    " WHERE COALESCE(answer.value, '') <> COALESCE(excluded.value, '')";

static const char SQL_ANSWER_LIST[] =
    "SELECT question_id FROM answer WHERE contact_id = $1";

static const char SQL_ANSWER_DELETE[] =
    "DELETE FROM answer WHERE contact_id = $1 AND question_id = $2";

/* Of the first visit about the request, where its topic requires anything. */
static const char SQL_COUNT_REQUIRED[] =
    "UPDATE contact SET required_count = (SELECT COUNT(*) FROM request r"
    " JOIN question q ON q.topic_version_id = r.topic_version_id"
    " WHERE r.request_id = $2 AND q.is_required = 1),"
    " asked_count = (SELECT COUNT(*) FROM request r"
    " JOIN question q ON q.topic_version_id = r.topic_version_id"
    " JOIN answer a ON a.contact_id = contact.contact_id"
    " AND a.question_id = COALESCE(q.first_id, q.question_id)"
    " WHERE r.request_id = $2 AND q.is_required = 1"
    " AND COALESCE(a.value, '?') <> '')"
    " WHERE contact_id = $1 AND EXISTS (SELECT 1 FROM request r"
    " JOIN question q ON q.topic_version_id = r.topic_version_id"
    " WHERE r.request_id = $2 AND r.first_visit_id = contact.visit_id"
    " AND q.is_required = 1)";

static const char SQL_LIST[] =
    "SELECT c.request_id, r.reference, r.topic_id,"
    " COALESCE(c.new_place, r.place), r.contact_text, c.words, c.concern, "
    "c.done, c.result, c.result_text, c.tried,"
    " c.alternative, c.appeal FROM contact c"
    " JOIN request r ON r.request_id = c.request_id"
    " WHERE c.visit_id = $1 ORDER BY c.contact_id";

static const char SQL_LIST_NUMBERS[] =
    "SELECT n.request_id, n.kind, n.value FROM contact c"
    " JOIN request_number n ON n.request_id = c.request_id"
    " WHERE c.visit_id = $1 ORDER BY n.request_number_id";

static const char SQL_LIST_ANSWERS[] =
    "SELECT c.request_id, COALESCE(u.first_id, u.question_id), a.value"
    " FROM contact c JOIN answer a ON a.contact_id = c.contact_id"
    " JOIN question u ON u.question_id = a.question_id"
    " WHERE c.visit_id = $1";

static const char *text_or_empty(const char *text)
{
	return text != NULL ? text : "";
}

static void bind_texts(struct query *q, int first,
		       const struct contact *contact)
{
	query_text(q, first, text_or_empty(contact->words));
	query_text(q, first + 1, text_or_empty(contact->concern));
	query_text(q, first + 2, text_or_empty(contact->done));
	query_text(q, first + 3, text_or_empty(contact->result_text));
	query_text(q, first + 4, text_or_empty(contact->tried));
	query_text(q, first + 5, text_or_empty(contact->alternative));
	query_text(q, first + 6, text_or_empty(contact->appeal));
}

static bool contact_insert(struct db *db, int64_t visit_id, int64_t staff_id,
			   int64_t at, const struct contact *contact,
			   bool has_result, int64_t *contact_id,
			   struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_int(&q, 2, visit_id);
	query_int(&q, 3, contact->request_id);
	query_int(&q, 4, at);
	query_key(&q, 5, staff_id);
	bind_texts(&q, 6, contact);
	query_text(&q, 13,
		   has_result && contact->result != RESULT_NONE
		       ? result_name(contact->result)
		       : NULL);
	return query_insert(&q, contact_id, err);
}

static bool contact_update(struct db *db, int64_t contact_id, int64_t staff_id,
			   const struct contact *contact, bool has_result,
			   struct error *err)
{
	struct query q;

	query_begin(&q, db, has_result ? SQL_UPDATE_RESULT : SQL_UPDATE);
	query_int(&q, 1, contact_id);
	bind_texts(&q, 2, contact);
	if (has_result) {
		query_text(&q, 9, result_name(contact->result));
		query_int(&q, 10, staff_id);
	}
	return query_run(&q, err);
}

static bool answer_put(struct db *db, int64_t contact_id,
		       const struct answer *answer, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_ANSWER_PUT);
	query_int(&q, 1, contact_id);
	query_int(&q, 2, answer->question_id);
	query_text(&q, 3, answer->is_known ? answer->value : NULL);
	return query_run(&q, err);
}

static bool count_required(struct db *db, int64_t contact_id,
			   const struct contact *contact, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_COUNT_REQUIRED);
	query_int(&q, 1, contact_id);
	query_int(&q, 2, contact->request_id);
	return query_run(&q, err);
}

static bool is_answered(const struct contact *contact, int64_t question_id)
{
	for (size_t i = 0; i < contact->answer_count; i++)
		if (contact->answers[i].question_id == question_id)
			return true;
	return false;
}

static bool answers_take_away(struct db *db, int64_t contact_id,
			      const struct contact *contact, struct error *err)
{
	int64_t gone[64];
	size_t count = 0;
	struct query q;

	query_begin(&q, db, SQL_ANSWER_LIST);
	query_int(&q, 1, contact_id);
	while (query_row(&q))
		if (!is_answered(contact, row_int(&q, 0)) &&
		    count < MEM_COUNT(gone))
			gone[count++] = row_int(&q, 0);
	if (!query_end(&q, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		query_begin(&q, db, SQL_ANSWER_DELETE);
		query_int(&q, 1, contact_id);
		query_int(&q, 2, gone[i]);
		if (!query_run(&q, err))
			return false;
	}
	return true;
}

bool contact_save(struct db *db, int64_t visit_id, int64_t staff_id, int64_t at,
		  const struct contact *contact, bool has_result,
		  struct error *err)
{
	int64_t contact_id;
	struct query q;
	bool is_there, is_done;

	query_begin(&q, db, SQL_FIND);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, contact->request_id);
	is_there = query_row(&q);
	contact_id = is_there ? row_int(&q, 0) : 0;
	if (!query_end(&q, err))
		return false;
	if (is_there)
		is_done = contact_update(db, contact_id, staff_id, contact,
					 has_result, err) &&
			  answers_take_away(db, contact_id, contact, err);
	else
		is_done = contact_insert(db, visit_id, staff_id, at, contact,
					 has_result, &contact_id, err);
	for (size_t i = 0; is_done && i < contact->answer_count; i++)
		is_done = answer_put(db, contact_id, &contact->answers[i], err);
	return is_done &&
	       (!has_result || contact->topic_id == 0 ||
		(count_required(db, contact_id, contact, err) &&
		 topic_hear(db, contact->topic_id, contact->request_id,
			    contact->words, err)));
}

static void read_contact(const struct query *q, struct contact *out)
{
	struct error unused = {0};

	out->request_id = row_int(q, 0);
	out->reference = row_copy(q, 1);
	out->topic_id = row_int(q, 2);
	out->place = row_copy(q, 3);
	out->contact_text = row_copy(q, 4);
	out->words = row_copy(q, 5);
	out->concern = row_copy(q, 6);
	out->done = row_copy(q, 7);
	if (!row_is_null(q, 8))
		result_parse(row_text(q, 8), &out->result, &unused);
	out->result_text = row_copy(q, 9);
	out->tried = row_copy(q, 10);
	out->alternative = row_copy(q, 11);
	out->appeal = row_copy(q, 12);
}

static struct contact *find_contact(struct visit *visit, int64_t request_id)
{
	for (size_t i = 0; i < visit->contact_count; i++)
		if (visit->contacts[i].request_id == request_id)
			return &visit->contacts[i];
	return NULL;
}

bool contact_list(struct db *db, struct visit *visit, struct error *err)
{
	struct query q;
	struct contact *contact;

	query_begin(&q, db, SQL_LIST);
	query_int(&q, 1, visit->visit_id);
	while (query_row(&q))
		read_contact(&q, visit_add_contact(visit));
	if (!query_end(&q, err))
		return false;
	query_begin(&q, db, SQL_LIST_NUMBERS);
	query_int(&q, 1, visit->visit_id);
	while (query_row(&q)) {
		contact = find_contact(visit, row_int(&q, 0));
		if (contact != NULL)
			contact_add_number(contact,
					   number_kind_of(row_text(&q, 1)),
					   row_text(&q, 2));
	}
	if (!query_end(&q, err))
		return false;
	query_begin(&q, db, SQL_LIST_ANSWERS);
	query_int(&q, 1, visit->visit_id);
	while (query_row(&q)) {
		contact = find_contact(visit, row_int(&q, 0));
		if (contact != NULL)
			contact_set_answer(contact, row_int(&q, 1),
					   row_text(&q, 2),
					   !row_is_null(&q, 2));
	}
	return query_end(&q, err);
}

bool contact_keep_place(struct db *db, int64_t visit_id,
			const struct contact *contact, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_KEEP_PLACE);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, contact->request_id);
	query_text(&q, 3, text_or_empty(contact->place));
	return query_run(&q, err);
}

bool contact_drop_place(struct db *db, int64_t visit_id, int64_t request_id,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DROP_PLACE);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, request_id);
	return query_run(&q, err);
}

bool contact_clear_results(struct db *db, int64_t visit_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_CLEAR);
	query_int(&q, 1, visit_id);
	return query_run(&q, err);
}
