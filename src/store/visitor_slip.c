/*
 * visitor_slip.c - what a visitor may take home about a request
 */
#include "frontdesk/store/visitor_slip.h"

#include "frontdesk/base/mem.h"
#include "who.h"

/* Who has it, as a visitor is told: staff s, of department d. */
#define PARTY_COLUMNS "s.formal_name, d.name, d.telephone, d.place"

static const char SQL_REQUEST[] =
    "SELECT r.reference, tv.name, tv.contact, tv.other_ways, r.received_on,"
    " r.state, r.result, r.first_acknowledged_at, " PARTY_COLUMNS ","
    " td.name, td.telephone, td.place FROM request r" TOPIC_OF_REQUEST
    " LEFT JOIN staff s ON s.staff_id = r.owner_staff_id"
    " LEFT JOIN department d ON d.department_id ="
    " coalesce(s.department_id, r.owner_department_id)"
    " LEFT JOIN department td ON td.department_id = tv.department_id"
    " WHERE r.request_id = $1";

/* What they were told the last time, in a visit that counts. */
static const char SQL_TOLD[] =
    "SELECT c.result, c.result_text, c.alternative, c.appeal FROM contact c"
    " JOIN visit v ON v.visit_id = c.visit_id"
    " WHERE c.request_id = $1 AND v.voided_at IS NULL"
    " ORDER BY c.contact_id DESC LIMIT 1";

static const char SQL_PASSED[] =
    "SELECT h.handoff_id, h.state, coalesce(h.decided_at, h.offered_at),"
    " " PARTY_COLUMNS " FROM handoff h"
    " LEFT JOIN staff s ON s.staff_id = h.to_staff_id"
    " LEFT JOIN department d ON d.department_id ="
    " coalesce(h.to_department_id, s.department_id)"
    " WHERE h.request_id = $1 ORDER BY h.handoff_id DESC LIMIT 1";

static const char SQL_PROMISES[] =
    "SELECT p.promise_id, p.what, p.due_at, " PARTY_COLUMNS
    " FROM promise p JOIN staff s ON s.staff_id = p.owner_staff_id"
    " LEFT JOIN department d ON d.department_id = s.department_id"
    " WHERE p.request_id = $1 AND p.state = 'open'"
    " AND p.taken_back_at IS NULL ORDER BY p.due_at, p.promise_id";

static void read_party(const struct query *q, int column,
		       struct slip_party *out)
{
	*out = (struct slip_party){
	    .person = row_copy(q, column),
	    .department = row_copy(q, column + 1),
	    .telephone = row_copy(q, column + 2),
	    .place = row_copy(q, column + 3),
	};
}

/* A CHECK of the schema keeps the word one of them, or none. */
static enum result read_result(const struct query *q, int column)
{
	const char *name = row_text(q, column);
	enum result result = RESULT_NONE;
	struct error ignored;

	if (name != NULL && name[0] != '\0')
		result_parse(name, &result, &ignored);
	return result;
}

static void read_request(const struct query *q, struct visitor_slip *out)
{
	struct error ignored;

	out->reference = row_copy(q, 0);
	out->topic = row_copy(q, 1);
	out->contact = row_copy(q, 2);
	out->other_ways = row_copy(q, 3);
	day_parse(row_text(q, 4), "received_on", &out->received_on, &ignored);
	out->state = request_state_of(row_text(q, 5));
	out->result = read_result(q, 6);
	out->is_acknowledged = row_int(q, 7) != 0;
	read_party(q, 8, &out->owner);
	out->handler = (struct slip_party){
	    .department = row_copy(q, 12),
	    .telephone = row_copy(q, 13),
	    .place = row_copy(q, 14),
	};
}

static bool get_request(struct db *db, int64_t request_id,
			struct visitor_slip *out, struct error *err)
{
	struct query q;
	bool is_there;

	query_begin(&q, db, SQL_REQUEST);
	query_int(&q, 1, request_id);
	is_there = query_row(&q);
	if (is_there)
		read_request(&q, out);
	return query_end(&q, err) &&
	       (is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", ""));
}

static bool get_told(struct db *db, int64_t request_id,
		     struct visitor_slip *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TOLD);
	query_int(&q, 1, request_id);
	if (query_row(&q)) {
		out->told = read_result(&q, 0);
		out->result_text = row_copy(&q, 1);
		out->alternative = row_copy(&q, 2);
		out->appeal = row_copy(&q, 3);
	}
	return query_end(&q, err);
}

/* What was returned is not with them. */
static bool get_passed(struct db *db, int64_t request_id,
		       struct slip_passing *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PASSED);
	query_int(&q, 1, request_id);
	if (query_row(&q) &&
	    handoff_state_parse(row_text(&q, 1), &out->state) &&
	    out->state != HANDOFF_RETURNED) {
		out->handoff_id = row_int(&q, 0);
		out->at = row_int(&q, 2);
		read_party(&q, 3, &out->to);
	}
	return query_end(&q, err);
}

static bool get_promises(struct db *db, int64_t request_id,
			 struct visitor_slip *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PROMISES);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		struct slip_promise *promise;

		out->promises =
		    mem_resize(out->promises, out->promise_count + 1,
			       sizeof(*out->promises));
		promise = &out->promises[out->promise_count++];
		promise->promise_id = row_int(&q, 0);
		promise->what = row_copy(&q, 1);
		promise->due_at = row_int(&q, 2);
		read_party(&q, 3, &promise->by);
	}
	return query_end(&q, err);
}

bool visitor_slip_get(struct db *db, int64_t request_id,
		      struct visitor_slip *out, struct error *err)
{
	*out = (struct visitor_slip){.request_id = request_id};
	if (get_request(db, request_id, out, err) &&
	    get_told(db, request_id, out, err) &&
	    get_passed(db, request_id, &out->passed, err) &&
	    get_promises(db, request_id, out, err))
		return true;
	visitor_slip_release(out);
	return false;
}
