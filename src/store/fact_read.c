/*
 * fact_read.c - what one record gives now, read before and after each change
 *
 * A commit does this for each record that it touches: narrow statements, each
 * of which reads a few rows beside each other, and none that has nothing to
 * add. Every text is copied and every statement ended before the next.
 */
#include "fact_store.h"
#include "given_row.h"
#include "given_then.h"

static const char SQL_VISIT[] = GIVEN_VISIT " AND v.visit_id = $1";
static const char SQL_HOLD[] = GIVEN_HOLD " AND p.visit_id = $1";
static const char SQL_NAMED[] = GIVEN_NAMED " AND p.visit_id = $1 LIMIT 1";
static const char SQL_REQUEST[] = GIVEN_REQUEST " WHERE r.request_id = $1";
static const char SQL_CONTACT[] = GIVEN_CONTACT " AND c.request_id = $1";
static const char SQL_HANDOFF[] = GIVEN_HANDOFF " WHERE h.request_id = $1";
static const char SQL_PROMISE[] = GIVEN_PROMISE " WHERE p.request_id = $1";
static const char SQL_OWED[] = GIVEN_OWED " AND o.request_id = $1";
static const char SQL_TOUCH[] = GIVEN_TOUCH " WHERE t.request_id = $1";
static const char SQL_HOLD_THEN[] =
    GIVEN_HOLD " AND p.visit_id = $1 AND p.ended_at <= $2";
/* Until a call: one that ended as they left is part of no wait. */
static const char SQL_WAITED_SINCE[] =
    "SELECT COALESCE(SUM(p.ended_at - p.began_at), 0) FROM period p"
    " CROSS JOIN visit v WHERE p.visit_id = $1 AND p.kind = 'waiting'"
    " AND p.ended_at > $2 AND v.visit_id = p.visit_id"
    " AND (v.left_when IS NULL OR v.left_when <> 'waiting'"
    " OR p.ended_at <> v.ended_at)";
static const char SQL_SETTLED_THEN[] =
    "SELECT n.at, s.time_zone FROM resolution n CROSS JOIN request r"
    " CROSS JOIN site s WHERE n.request_id = $1 AND n.at <= $2"
    " AND n.taken_back_at IS NULL AND r.request_id = n.request_id"
    " AND s.site_id = r.site_id ORDER BY n.resolution_id DESC LIMIT 1";
static const char SQL_TOUCH_THEN[] =
    GIVEN_TOUCH " WHERE t.request_id = $1 AND t.first_at <= $2";
static const char SQL_FEEDBACK[] = GIVEN_FEEDBACK " AND f.visit_id = $1";
static const char SQL_IDEA[] = GIVEN_IDEA " AND e.idea_id = $1";
static const char SQL_THANKS[] = GIVEN_THANKS " AND t.thanks_id = $1";
static const char SQL_BRIEFING[] = GIVEN_BRIEFING " AND b.briefing_id = $1";

struct reading {
	given_fn *give;
	void *state;
	int64_t then_at; /* 0: as it stands now */
};

static bool read_holds(struct db *db, const struct given_visit *visit,
		       struct reading *reading, struct error *err)
{
	struct query q;

	query_begin(&q, db, reading->then_at != 0 ? SQL_HOLD_THEN : SQL_HOLD);
	query_int(&q, 1, visit->visit_id);
	if (reading->then_at != 0)
		query_int(&q, 2, reading->then_at);
	while (query_row(&q))
		given_by_hold(visit, row_text(&q, 1), row_int(&q, 2),
			      reading->give, reading->state);
	return query_end(&q, err);
}

/* As it was at an instant. */
static bool cut_visit(struct db *db, struct given_visit *visit, int64_t at,
		      struct error *err)
{
	int64_t waited_since = 0;
	struct query q;

	if (visit->ended_at == GIVEN_NEVER || visit->ended_at > at) {
		query_begin(&q, db, SQL_WAITED_SINCE);
		query_int(&q, 1, visit->visit_id);
		query_int(&q, 2, at);
		if (!query_one(&q, &waited_since, err))
			return false;
	}
	given_visit_then(visit, at, waited_since);
	return true;
}

static bool read_visit(struct db *db, int64_t id, struct reading *reading,
		       struct error *err)
{
	struct given_visit visit = {.is_voided = true};
	struct query q;
	bool is_done;

	query_begin(&q, db, SQL_VISIT);
	query_int(&q, 1, id);
	if (query_row(&q))
		given_visit_row(&q, &visit);
	is_done = query_end(&q, err) &&
		  (visit.is_voided || reading->then_at == 0 ||
		   cut_visit(db, &visit, reading->then_at, err));
	if (!is_done || visit.is_voided)
		return is_done;
	query_begin(&q, db, SQL_NAMED);
	query_int(&q, 1, id);
	visit.is_named = query_row(&q);
	if (!query_end(&q, err))
		return false;
	given_by_visit(&visit, reading->give, reading->state);
	return read_holds(db, &visit, reading, err);
}

static bool read_rows(struct db *db, const char *sql, given_row_fn *row,
		      struct given_request *request, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	query_int(&q, 1, request->request_id);
	while (query_row(&q))
		row(&q, request);
	return query_end(&q, err);
}

static bool read_touches(struct db *db, struct given_request *request,
			 int64_t then_at, struct error *err)
{
	struct query q;

	query_begin(&q, db, then_at != 0 ? SQL_TOUCH_THEN : SQL_TOUCH);
	query_int(&q, 1, request->request_id);
	if (then_at != 0)
		query_int(&q, 2, then_at);
	while (query_row(&q))
		given_touch_row(&q, request);
	return query_end(&q, err);
}

static bool read_standing(struct db *db, struct given_request *request,
			  struct error *err)
{
	return read_rows(db, SQL_PROMISE, given_promise_row, request, err) &&
	       read_rows(db, SQL_OWED, given_owed_row, request, err);
}

/* As it was at an instant. */
static bool cut_request(struct db *db, struct given_request *request,
			int64_t at, bool *is_there, struct error *err)
{
	int64_t settled_at = GIVEN_NEVER;
	struct day settled_on = {""};
	struct query q;

	query_begin(&q, db, SQL_SETTLED_THEN);
	query_int(&q, 1, request->request_id);
	query_int(&q, 2, at);
	if (query_row(&q)) {
		settled_at = row_int(&q, 0);
		settled_on = zone_day(row_text(&q, 1), settled_at);
	}
	if (!query_end(&q, err))
		return false;
	*is_there = given_request_then(request, at, settled_at, settled_on);
	return true;
}

static bool read_request(struct db *db, int64_t id, struct reading *reading,
			 struct error *err)
{
	struct given_request request = {0};
	struct query q;
	bool is_there, is_done;

	query_begin(&q, db, SQL_REQUEST);
	query_int(&q, 1, id);
	is_there = query_row(&q);
	if (is_there)
		given_request_row(&q, &request);
	is_done = query_end(&q, err);
	if (!is_done || !is_there)
		return is_done;
	is_done =
	    read_rows(db, SQL_CONTACT, given_contact_row, &request, err) &&
	    read_rows(db, SQL_HANDOFF, given_handoff_row, &request, err) &&
	    (!given_is_standing(&request) ||
	     read_standing(db, &request, err)) &&
	    (reading->then_at == 0 ||
	     cut_request(db, &request, reading->then_at, &is_there, err)) &&
	    (!given_counts_touches(&request) ||
	     read_touches(db, &request, reading->then_at, err));
	if (is_done && is_there)
		given_by_request(&request, reading->give, reading->state);
	given_request_release(&request);
	return is_done;
}

static bool read_feedback(struct db *db, int64_t visit_id,
			  struct reading *reading, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FEEDBACK);
	query_int(&q, 1, visit_id);
	while (query_row(&q)) {
		struct given_feedback feedback;

		given_feedback_row(&q, &feedback);
		given_by_feedback(&feedback, reading->give, reading->state);
	}
	return query_end(&q, err);
}

typedef void once_row_fn(const struct query *q, struct given_once *once);

static bool read_once(struct db *db, const char *sql, once_row_fn *row,
		      int64_t id, struct reading *reading, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	query_int(&q, 1, id);
	while (query_row(&q)) {
		struct given_once once;

		row(&q, &once);
		given_once(&once, reading->give, reading->state);
	}
	return query_end(&q, err);
}

static bool read_briefing(struct db *db, int64_t id, struct reading *reading,
			  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_BRIEFING);
	query_int(&q, 1, id);
	while (query_row(&q)) {
		struct given_briefing briefing;

		given_briefing_row(&q, &briefing);
		given_by_briefing(&briefing, reading->give, reading->state);
	}
	return query_end(&q, err);
}

bool facts_each(struct db *db, enum fact_of of, int64_t id, given_fn *give,
		void *state, struct error *err)
{
	struct reading reading = {.give = give, .state = state};

	switch (of) {
	case FACT_OF_VISIT:
		return read_visit(db, id, &reading, err);
	case FACT_OF_REQUEST:
		return read_request(db, id, &reading, err);
	case FACT_OF_FEEDBACK:
		return read_feedback(db, id, &reading, err);
	case FACT_OF_IDEA:
		return read_once(db, SQL_IDEA, given_idea_row, id, &reading,
				 err);
	case FACT_OF_THANKS:
		return read_once(db, SQL_THANKS, given_thanks_row, id, &reading,
				 err);
	case FACT_OF_BRIEFING:
		return read_briefing(db, id, &reading, err);
	}
	return false;
}

struct adding {
	struct facts *facts;
	int64_t n;
};

static void add(void *state, const struct fact *given)
{
	const struct adding *adding = state;
	struct fact fact = *given;

	fact.n *= adding->n;
	facts_add(adding->facts, &fact, given->day, given->figure, given->part);
}

bool facts_read(struct db *db, enum fact_of of, int64_t id, int64_t n,
		struct facts *facts, struct error *err)
{
	struct adding adding = {.facts = facts, .n = n};

	return facts_each(db, of, id, add, &adding, err);
}

bool facts_read_then(struct db *db, enum fact_of of, int64_t id,
		     int64_t then_at, struct facts *facts, struct error *err)
{
	struct adding adding = {.facts = facts, .n = 1};
	struct reading reading = {add, &adding, then_at};

	return of == FACT_OF_VISIT ? read_visit(db, id, &reading, err)
				   : read_request(db, id, &reading, err);
}
