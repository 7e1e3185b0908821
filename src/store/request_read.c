/*
 * request_read.c - how a request stands, and what a new visit takes from it
 */
#include <stdio.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/request.h"

#include "cluster.h"

static const char SQL_FACTS[] =
    "SELECT r.state, r.result, r.owner_staff_id, r.first_visit_id,"
    " CASE WHEN r.first_acknowledged_at IS NULL THEN 0 ELSE 1 END,"
    " r.resolved_at, r.resolved_on,"
    " CASE WHEN EXISTS (SELECT 1 FROM handoff h WHERE h.request_id ="
    " r.request_id AND h.state = 'offered') THEN 1 ELSE 0 END,"
    " CASE WHEN EXISTS (SELECT 1 FROM promise p WHERE p.request_id ="
    " r.request_id AND p.state = 'open') THEN 1 ELSE 0 END,"
    " CASE WHEN EXISTS (SELECT 1 FROM handoff h WHERE h.request_id ="
    " r.request_id AND h.visit_id = $2) THEN 1 ELSE 0 END,"
    " CASE WHEN EXISTS (SELECT 1 FROM promise p JOIN visit v"
    " ON v.visit_id = $2 WHERE p.request_id = r.request_id"
    " AND p.made_at >= v.begun_at AND p.state <> 'withdrawn')"
    " THEN 1 ELSE 0 END,"
    " CASE WHEN EXISTS (SELECT 1 FROM handoff h WHERE h.request_id ="
    " r.request_id) THEN 1 ELSE 0 END,"
    " CASE WHEN EXISTS (SELECT 1 FROM promise p WHERE p.request_id ="
    " r.request_id AND p.taken_back_at IS NULL) THEN 1 ELSE 0 END,"
    " (SELECT c.result FROM contact c JOIN visit v ON v.visit_id ="
    " c.visit_id WHERE c.request_id = r.request_id AND c.visit_id <> $2"
    " AND c.result IS NOT NULL AND v.voided_at IS NULL"
    " ORDER BY c.contact_id DESC LIMIT 1)"
    " FROM request r WHERE r.request_id = $1";

static const char SQL_CONTACT[] =
    "SELECT reference, topic_id, place, contact_text FROM request"
    " WHERE request_id = $1";

static const char SQL_NUMBERS[] =
    "SELECT kind, value FROM request_number WHERE request_id = $1"
    " ORDER BY request_number_id";

/* A question is the same one through the versions of its topic. */
static const char SQL_ANSWERS[] =
    "SELECT COALESCE(q.first_id, q.question_id), a.value, c.at"
    " FROM contact c JOIN visit v ON v.visit_id = c.visit_id"
    " JOIN answer a ON a.contact_id = c.contact_id"
    " JOIN question q ON q.question_id = a.question_id"
    " WHERE c.request_id = $1 AND c.visit_id <> $2 AND v.voided_at IS NULL"
    " AND a.value IS NOT NULL AND a.value <> ''"
    " ORDER BY c.contact_id, q.position";

/* Of other requests of the same person, the newest thirty: the same question,
 * or one of another topic that is asked in the same words. */
static const char SQL_TOLD_BEFORE[] =
    "WITH mine AS (SELECT p.request_id AS request_id FROM request_party p"
    " WHERE p.resident_id IN " CLUSTER_OF_1
    " ORDER BY p.is_open DESC, p.received_at DESC,"
    " p.request_id DESC LIMIT 30)"
    " SELECT COALESCE(n.first_id, n.question_id), a.value, c.at FROM mine m"
    " JOIN contact c ON c.request_id = m.request_id"
    " JOIN visit v ON v.visit_id = c.visit_id"
    " JOIN answer a ON a.contact_id = c.contact_id"
    " JOIN question q ON q.question_id = a.question_id"
    " JOIN topic t ON t.topic_id = $2"
    " JOIN question n ON n.topic_version_id = t.topic_version_id"
    " AND (COALESCE(n.first_id, n.question_id) ="
    " COALESCE(q.first_id, q.question_id)"
    " OR (n.ask = q.ask AND n.kind = q.kind))"
    " WHERE m.request_id <> $3 AND v.voided_at IS NULL"
    " AND a.value IS NOT NULL AND a.value <> '' ORDER BY c.contact_id";

static enum result read_result(const struct query *q, int column)
{
	struct error unused = {0};
	enum result result = RESULT_NONE;

	if (!row_is_null(q, column))
		result_parse(row_text(q, column), &result, &unused);
	return result;
}

static void read_day(const struct query *q, int column, struct day *out)
{
	*out = (struct day){""};
	if (!row_is_null(q, column))
		snprintf(out->text, sizeof(out->text), "%s",
			 row_text(q, column));
}

bool request_get_facts(struct db *db, int64_t request_id, int64_t visit_id,
		       struct request_facts *out, struct error *err)
{
	struct query q;
	bool is_there;

	*out = (struct request_facts){0};
	query_begin(&q, db, SQL_FACTS);
	query_int(&q, 1, request_id);
	query_int(&q, 2, visit_id);
	is_there = query_row(&q);
	if (is_there) {
		out->state = request_state_of(row_text(&q, 0));
		out->result = read_result(&q, 1);
		out->owner_staff_id = row_int(&q, 2);
		out->first_visit_id = row_int(&q, 3);
		out->is_acknowledged = row_int(&q, 4) == 1;
		out->resolved_at = row_int(&q, 5);
		read_day(&q, 6, &out->resolved_on);
		out->has_offer = row_int(&q, 7) == 1;
		out->has_promise = row_int(&q, 8) == 1;
		out->was_handed_off = row_int(&q, 9) == 1;
		out->was_promised = row_int(&q, 10) == 1;
		out->had_handoff = row_int(&q, 11) == 1;
		out->had_promise = row_int(&q, 12) == 1;
		out->result_before = read_result(&q, 13);
	}
	if (!query_end(&q, err))
		return false;
	return is_there || error_set(err, ERROR_NOT_FOUND, "", "%s",
				     _("There is no such request."));
}

bool request_fill_contact(struct db *db, int64_t request_id,
			  struct contact *contact, struct error *err)
{
	struct query q;
	bool is_there;

	query_begin(&q, db, SQL_CONTACT);
	query_int(&q, 1, request_id);
	is_there = query_row(&q);
	if (is_there) {
		contact->request_id = request_id;
		mem_replace(&contact->reference, row_text(&q, 0));
		contact->topic_id = row_int(&q, 1);
		mem_replace(&contact->place, row_text(&q, 2));
		mem_replace(&contact->contact_text, row_text(&q, 3));
	}
	if (!query_end(&q, err))
		return false;
	if (!is_there)
		return error_set(err, ERROR_NOT_FOUND, "", "%s",
				 _("There is no such request."));
	query_begin(&q, db, SQL_NUMBERS);
	query_int(&q, 1, request_id);
	while (query_row(&q))
		contact_add_number(contact, number_kind_of(row_text(&q, 0)),
				   row_text(&q, 1));
	return query_end(&q, err);
}

static struct request_answer *find_answer(struct request_answer *answers,
					  size_t count, int64_t question_id)
{
	for (size_t i = 0; i < count; i++)
		if (answers[i].question_id == question_id)
			return &answers[i];
	return NULL;
}

/* Oldest first: the latest word stays, with the day on which it was said, and
 * not those on which it was kept again. */
static bool read_answers(struct query *q, struct request_answer **out,
			 size_t *count, struct error *err)
{
	*out = NULL;
	*count = 0;
	while (query_row(q)) {
		struct request_answer *answer =
		    find_answer(*out, *count, row_int(q, 0));

		if (answer == NULL) {
			*out = mem_resize(*out, *count + 1, sizeof(**out));
			answer = &(*out)[(*count)++];
			*answer = (struct request_answer){.question_id =
							      row_int(q, 0)};
		}
		if (str_same(answer->value, row_text(q, 1)))
			continue;
		mem_replace(&answer->value, row_text(q, 1));
		answer->told_at = row_int(q, 2);
	}
	return query_end(q, err);
}

bool request_list_answers(struct db *db, int64_t request_id, int64_t visit_id,
			  struct request_answer **out, size_t *count,
			  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_ANSWERS);
	query_int(&q, 1, request_id);
	query_int(&q, 2, visit_id);
	return read_answers(&q, out, count, err);
}

bool request_list_told_before(struct db *db, int64_t resident_id,
			      int64_t topic_id, int64_t request_id,
			      struct request_answer **out, size_t *count,
			      struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TOLD_BEFORE);
	query_int(&q, 1, resident_id);
	query_int(&q, 2, topic_id);
	query_int(&q, 3, request_id);
	return read_answers(&q, out, count, err);
}
