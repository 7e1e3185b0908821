/*
 * context_before.c - what was answered, promised and done before a hand-off
 */
#include "context_private.h"
#include "frontdesk/core/topic.h"

/* Of each question the latest answer, and what the card in use says of it. */
static const char SQL_ANSWERS[] =
    "SELECT COALESCE(n.label, u.label), a.value, c.at,"
    " COALESCE(n.ask, u.ask), COALESCE(n.kind, u.kind),"
    " COALESCE(n.danger, u.danger), COALESCE(n.notice, u.notice)"
    " FROM contact c"
    " JOIN visit v ON v.visit_id = c.visit_id"
    " JOIN answer a ON a.contact_id = c.contact_id"
    " JOIN question u ON u.question_id = a.question_id"
    " JOIN topic_version uv ON uv.topic_version_id = u.topic_version_id"
    " JOIN topic t ON t.topic_id = uv.topic_id"
    " LEFT JOIN question n ON n.topic_version_id = t.topic_version_id"
    " AND COALESCE(n.first_id, n.question_id) ="
    " COALESCE(u.first_id, u.question_id)"
    " WHERE c.request_id = $1 AND v.voided_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM contact l JOIN answer b"
    "  ON b.contact_id = l.contact_id AND b.question_id = a.question_id"
    "  JOIN visit lv ON lv.visit_id = l.visit_id"
    "  WHERE l.request_id = $1 AND l.contact_id > c.contact_id"
    "  AND lv.voided_at IS NULL)"
    " ORDER BY u.position, u.question_id";

static const char SQL_PROMISES[] =
    "SELECT p.what, s.name, p.due_at, p.state FROM promise p"
    " JOIN staff s ON s.staff_id = p.owner_staff_id"
    " WHERE p.request_id = $1 AND p.state IN ('open', 'kept', 'missed')"
    " ORDER BY p.due_at, p.promise_id";

static const char SQL_CONTACTS[] =
    "SELECT c.at, v.channel, s.name, c.words, c.done, c.result FROM contact c"
    " JOIN visit v ON v.visit_id = c.visit_id"
    " LEFT JOIN staff s ON s.staff_id = c.staff_id"
    " WHERE c.request_id = $1 AND c.contact_id <> $2"
    " AND v.voided_at IS NULL ORDER BY c.contact_id DESC LIMIT 20";

static const char SQL_HOPS[] =
    "SELECT h.offered_at, f.name, coalesce(t.formal_name, d.name), h.asked,"
    " h.state, (SELECT e.note FROM handoff_event e"
    "  WHERE e.handoff_id = h.handoff_id"
    "  AND e.kind IN ('accepted', 'returned')"
    "  ORDER BY e.handoff_event_id DESC LIMIT 1), h.decided_at"
    " FROM handoff h JOIN staff f ON f.staff_id = h.from_staff_id"
    " LEFT JOIN staff t ON t.staff_id = h.to_staff_id"
    " LEFT JOIN department d ON d.department_id = h.to_department_id"
    " WHERE h.request_id = $1 ORDER BY h.handoff_id";

/* Each once, in the order in which they came first. */
static const char SQL_JOINED[] =
    "SELECT s.formal_name, min(j.joining_id) AS first_id FROM joining j"
    " JOIN staff s ON s.staff_id = j.staff_id WHERE j.request_id = $1"
    " AND j.taken_back_at IS NULL GROUP BY s.staff_id, s.formal_name ORDER BY "
    "first_id";

/* Of an answer that means danger, else NULL. */
static char *notice_of(const struct query *q)
{
	struct question question = {
	    .danger = (char *)row_text(q, 5),
	};
	struct error ignored;

	question_kind_parse(row_text(q, 4), &question.kind, &ignored);
	return question_is_danger(&question, row_text(q, 1)) ? row_copy(q, 6)
							     : NULL;
}

bool context_read_answers(struct db *db, int64_t request_id,
			  struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_ANSWERS);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct context_answer *answer;

		out->answers = context_grow(out->answers, &out->answer_count,
					    sizeof(*out->answers));
		answer = &out->answers[out->answer_count - 1];
		answer->label = row_copy(&q, 0);
		answer->value = row_copy(&q, 1);
		answer->at = row_int(&q, 2);
		answer->ask = row_copy(&q, 3);
		answer->notice = notice_of(&q);
	}
	return query_end(&q, err);
}

bool context_read_promises(struct db *db, int64_t request_id,
			   struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PROMISES);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct context_promise *promise;

		out->promises = context_grow(out->promises, &out->promise_count,
					     sizeof(*out->promises));
		promise = &out->promises[out->promise_count - 1];
		promise->what = row_copy(&q, 0);
		promise->by = row_copy(&q, 1);
		promise->due_at = row_int(&q, 2);
		promise_state_parse(row_text(&q, 3), &promise->state);
	}
	return query_end(&q, err);
}

bool context_read_contacts(struct db *db, int64_t request_id,
			   const struct context_head *head,
			   struct handoff_context *out, struct error *err)
{
	struct error ignored;
	struct query q;

	query_begin(&q, db, SQL_CONTACTS);
	query_int(&q, 1, request_id);
	query_int(&q, 2, head->contact_id);
	while (query_row(&q)) {
		struct context_contact *contact;

		out->contacts = context_grow(out->contacts, &out->contact_count,
					     sizeof(*out->contacts));
		contact = &out->contacts[out->contact_count - 1];
		contact->at = row_int(&q, 0);
		channel_parse(row_text(&q, 1), &contact->channel, &ignored);
		contact->staff = row_copy(&q, 2);
		contact->words = row_copy(&q, 3);
		contact->done = row_copy(&q, 4);
		if (!row_is_null(&q, 5))
			result_parse(row_text(&q, 5), &contact->result,
				     &ignored);
	}
	return query_end(&q, err);
}

bool context_read_hops(struct db *db, int64_t request_id,
		       struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_HOPS);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct context_hop *hop;

		out->hops = context_grow(out->hops, &out->hop_count,
					 sizeof(*out->hops));
		hop = &out->hops[out->hop_count - 1];
		hop->at = row_int(&q, 0);
		hop->from = row_copy(&q, 1);
		hop->to = row_copy(&q, 2);
		hop->asked = row_copy(&q, 3);
		handoff_state_parse(row_text(&q, 4), &hop->state);
		hop->note = row_copy(&q, 5);
		hop->decided_at = row_int(&q, 6);
	}
	return query_end(&q, err);
}

bool context_read_joined(struct db *db, int64_t request_id,
			 struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_JOINED);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		out->joined = context_grow(out->joined, &out->joined_count,
					   sizeof(*out->joined));
		out->joined[out->joined_count - 1] = row_copy(&q, 0);
	}
	return query_end(&q, err);
}
