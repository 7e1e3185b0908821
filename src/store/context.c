/*
 * context.c - what goes along with a hand-off, gathered from the records
 */
#include "frontdesk/store/context.h"
#include "frontdesk/store/interpreter.h"

#include <stdlib.h>
#include <string.h>

#include "cluster.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/topic.h"
#include "frontdesk/store/present.h"
#include "who.h"

/* Where this visit says nothing, what was said before still stands. */
static const char SQL_HEAD[] =
    "SELECT r.reference, tv.name, CASE WHEN c.visit_id = $2"
    " THEN COALESCE(c.new_place, r.place) ELSE r.place END, r.contact_text,"
    " w.language, w.needs_interpreter, w.first_name_ok, w.as_it_stands,"
    " (SELECT z.value FROM reach z"
    "  WHERE z.resident_id IN " CLUSTER_OF_N
    "  AND z.is_current = 1 ORDER BY CASE z.kind WHEN 'telephone' THEN 0"
    "  WHEN 'email' THEN 1 ELSE 2 END, z.reach_id DESC LIMIT 1),"
    " c.contact_id, c.visit_id, c.words, c.done,"
    " CASE WHEN c.concern <> '' THEN c.concern ELSE"
    "  (SELECT k.concern FROM contact k JOIN visit kv"
    "   ON kv.visit_id = k.visit_id WHERE k.request_id = r.request_id"
    "   AND k.concern <> '' AND kv.voided_at IS NULL"
    "   ORDER BY k.contact_id DESC LIMIT 1) END, w.refused_titles, " WHO_COLUMNS
    " FROM request r" TOPIC_OF_REQUEST WHO_OF_REQUEST
    " LEFT JOIN resident w ON w.resident_id = n.resident_id"
    " LEFT JOIN contact c ON c.contact_id = (SELECT k.contact_id"
    "  FROM contact k JOIN visit kv ON kv.visit_id = k.visit_id"
    "  WHERE k.request_id = r.request_id AND kv.voided_at IS NULL"
    "  ORDER BY CASE WHEN k.visit_id = $2 THEN 0 ELSE 1 END,"
    "  k.contact_id DESC LIMIT 1)"
    " WHERE r.request_id = $1";
#define HEAD_WHO 15

static const char SQL_PEOPLE[] =
    "SELECT x.part, x.part_note, x.is_absent, x.noted_at, s.name, " WHO_COLUMNS
    " FROM visit_person x"
    " LEFT JOIN staff s ON s.staff_id = x.noted_by"
    " LEFT JOIN resident y ON y.resident_id = x.resident_id"
    " LEFT JOIN resident_name n ON n.kind = 'in_use'"
    "  AND n.resident_id = coalesce(y.survivor_id, y.resident_id)"
    " LEFT JOIN organisation o ON o.organisation_id = x.organisation_id"
    " WHERE x.visit_id = $1 ORDER BY x.visit_person_id";

#define PEOPLE_WHO 5

static const char SQL_NUMBERS[] =
    "SELECT kind, value FROM request_number WHERE request_id = $1"
    " ORDER BY request_number_id";

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

/* What the later questions ask for. */
struct head {
	int64_t contact_id, visit_id, resident_id;
};

static void read_resident(const struct query *q, struct handoff_context *out)
{
	struct error ignored;

	out->is_named = who_resident(q, HEAD_WHO) != 0;
	if (!out->is_named)
		return;
	row_name(q, HEAD_WHO, &out->name);
	out->language = row_copy(q, 4);
	out->needs_interpreter = row_int(q, 5) == 1;
	/* A CHECK of the schema keeps the word one of the three. */
	permission_parse(row_text(q, 6), &out->first_name_ok, &ignored);
	out->as_it_stands = row_int(q, 7) == 1;
	title_list_parse(row_text(q, 14), &out->refused_titles);
}

static bool read_head(struct db *db, int64_t request_id, int64_t visit_id,
		      struct handoff_context *out, struct head *head,
		      struct error *err)
{
	struct query q;
	bool is_there;

	query_begin(&q, db, SQL_HEAD);
	query_int(&q, 1, request_id);
	query_int(&q, 2, visit_id);
	is_there = query_row(&q);
	if (is_there) {
		out->reference = row_copy(&q, 0);
		out->topic = row_copy(&q, 1);
		out->place = row_copy(&q, 2);
		out->reach =
		    row_copy(&q, str_is_blank(row_text(&q, 3)) ? 8 : 3);
		head->contact_id = row_int(&q, 9);
		head->visit_id = row_int(&q, 10);
		out->words = row_copy(&q, 11);
		out->done = row_copy(&q, 12);
		out->concern = row_copy(&q, 13);
		head->resident_id = who_resident(&q, HEAD_WHO);
		out->organisation = mem_copy(who_organisation(&q, HEAD_WHO));
		read_resident(&q, out);
	}
	return query_end(&q, err) &&
	       (is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", ""));
}

/* Whoever speaks for them can be reached too. */
static bool read_reach(struct db *db, int64_t request_id,
		       struct handoff_context *out, struct error *err)
{
	char *reach;

	if (!request_get_reach(db, request_id, &reach, err))
		return false;
	if (reach != NULL)
		mem_replace(&out->reach, reach);
	free(reach);
	return true;
}

static void *grow(void *items, size_t *count, size_t size)
{
	char *grown = mem_resize(items, *count + 1, size);

	memset(grown + *count * size, 0, size);
	++*count;
	return grown;
}

static void add_person(const struct query *q, struct handoff_context *out)
{
	struct context_person *person;
	struct error ignored;

	out->people =
	    grow(out->people, &out->person_count, sizeof(*out->people));
	person = &out->people[out->person_count - 1];
	visit_part_parse(row_text(q, 0), &person->part, &ignored);
	person->part_note = row_copy(q, 1);
	person->is_absent = row_int(q, 2) == 1;
	person->noted_at = row_int(q, 3);
	person->noted_by = row_copy(q, 4);
	if (who_resident(q, PEOPLE_WHO) == 0)
		person->whole_name = mem_copy(who_organisation(q, PEOPLE_WHO));
	else
		row_name(q, PEOPLE_WHO, &person->name);
}

/* Everybody present but who the request is about: they stand above. */
static bool read_people(struct db *db, const struct head *head,
			struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PEOPLE);
	query_int(&q, 1, head->visit_id);
	while (query_row(&q)) {
		int64_t id = who_resident(&q, PEOPLE_WHO);
		bool is_organisation = id == 0;

		if (is_organisation
			? str_same(out->organisation,
				   who_organisation(&q, PEOPLE_WHO))
			: id == head->resident_id && row_int(&q, 2) == 0)
			continue;
		add_person(&q, out);
	}
	return query_end(&q, err);
}

/* Who works here has no name in parts: as they are said to visitors. */
static bool read_interpreters(struct db *db, const struct head *head,
			      struct handoff_context *out, struct error *err)
{
	struct visit visit = {.visit_id = head->visit_id};
	bool is_read = interpreter_list(db, &visit, err);

	for (size_t i = 0; is_read && i < visit.interpreter_count; i++) {
		struct context_person *person;

		out->people =
		    grow(out->people, &out->person_count, sizeof(*out->people));
		person = &out->people[out->person_count - 1];
		person->part = PART_INTERPRETER;
		person->whole_name = mem_copy(visit.interpreters[i].name);
	}
	visit_release(&visit);
	return is_read;
}

static bool read_numbers(struct db *db, int64_t request_id,
			 struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_NUMBERS);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct str text = STR_INIT;

		str_addf(&text, "%s %s", row_text(&q, 0), row_text(&q, 1));
		out->numbers = grow(out->numbers, &out->number_count,
				    sizeof(*out->numbers));
		out->numbers[out->number_count - 1] = str_take(&text);
	}
	return query_end(&q, err);
}

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

static bool read_answers(struct db *db, int64_t request_id,
			 struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_ANSWERS);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct context_answer *answer;

		out->answers = grow(out->answers, &out->answer_count,
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

static bool read_promises(struct db *db, int64_t request_id,
			  struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PROMISES);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct context_promise *promise;

		out->promises = grow(out->promises, &out->promise_count,
				     sizeof(*out->promises));
		promise = &out->promises[out->promise_count - 1];
		promise->what = row_copy(&q, 0);
		promise->by = row_copy(&q, 1);
		promise->due_at = row_int(&q, 2);
		promise_state_parse(row_text(&q, 3), &promise->state);
	}
	return query_end(&q, err);
}

static bool read_contacts(struct db *db, int64_t request_id,
			  const struct head *head, struct handoff_context *out,
			  struct error *err)
{
	struct error ignored;
	struct query q;

	query_begin(&q, db, SQL_CONTACTS);
	query_int(&q, 1, request_id);
	query_int(&q, 2, head->contact_id);
	while (query_row(&q)) {
		struct context_contact *contact;

		out->contacts = grow(out->contacts, &out->contact_count,
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

static bool read_hops(struct db *db, int64_t request_id,
		      struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_HOPS);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct context_hop *hop;

		out->hops =
		    grow(out->hops, &out->hop_count, sizeof(*out->hops));
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

static bool read_joined(struct db *db, int64_t request_id,
			struct handoff_context *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_JOINED);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		out->joined =
		    grow(out->joined, &out->joined_count, sizeof(*out->joined));
		out->joined[out->joined_count - 1] = row_copy(&q, 0);
	}
	return query_end(&q, err);
}

bool context_read(struct db *db, int64_t request_id, int64_t visit_id,
		  struct handoff_context *out, struct error *err)
{
	struct head head = {0};

	memset(out, 0, sizeof(*out));
	if (read_head(db, request_id, visit_id, out, &head, err) &&
	    read_reach(db, request_id, out, err) &&
	    read_people(db, &head, out, err) &&
	    read_interpreters(db, &head, out, err) &&
	    read_numbers(db, request_id, out, err) &&
	    read_answers(db, request_id, out, err) &&
	    read_promises(db, request_id, out, err) &&
	    read_contacts(db, request_id, &head, out, err) &&
	    read_hops(db, request_id, out, err) &&
	    read_joined(db, request_id, out, err))
		return true;
	handoff_context_release(out);
	return false;
}
