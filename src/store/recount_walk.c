/*
 * recount_walk.c - what all records give to the totals, read in one pass
 *
 * Each table is read once, in the order of the visit or the request that its
 * rows belong to, and all of them are walked side by side: no record is asked
 * for by itself.
 */
#include "recount_walk.h"

#include "frontdesk/base/mem.h"
#include "given_row.h"

static const char SQL_VISITS[] = GIVEN_VISIT " ORDER BY v.visit_id";
static const char SQL_HOLDS[] = GIVEN_HOLD " ORDER BY p.visit_id, p.period_id";
static const char SQL_NAMED[] = GIVEN_NAMED " ORDER BY p.visit_id";
static const char SQL_REQUESTS[] = GIVEN_REQUEST " ORDER BY r.request_id";
static const char SQL_CONTACTS[] =
    GIVEN_CONTACT " ORDER BY c.request_id, c.contact_id";
static const char SQL_HANDOFFS[] =
    GIVEN_HANDOFF " ORDER BY h.request_id, h.handoff_id";
static const char SQL_PROMISES[] = GIVEN_PROMISE " ORDER BY p.request_id";
static const char SQL_OWED[] = GIVEN_OWED " ORDER BY o.request_id";
static const char SQL_TOUCHES[] =
    GIVEN_TOUCH " ORDER BY t.request_id, t.staff_id";

static const char SQL_FEEDBACK[] =
    GIVEN_FEEDBACK " ORDER BY f.visit_id, f.feedback_id";
static const char SQL_IDEAS[] = GIVEN_IDEA " ORDER BY e.idea_event_id";
static const char SQL_THANKS[] = GIVEN_THANKS " ORDER BY t.thanks_id";
static const char SQL_BRIEFINGS[] = GIVEN_BRIEFING " ORDER BY b.briefing_id";

/* The rows of one table; on one of them, or at the end. */
struct stream {
	struct query q;
	bool has_row;
	int64_t id; /* that the row belongs to */
};

static void stream_next(struct stream *stream)
{
	stream->has_row = query_row(&stream->q);
	stream->id = stream->has_row ? row_int(&stream->q, 0) : 0;
}

static void stream_begin(struct stream *stream, struct db *db, const char *sql)
{
	query_begin(&stream->q, db, sql);
	stream_next(stream);
}

/* Whether the next row belongs to this record; those before are passed. */
static bool stream_is_at(struct stream *stream, int64_t id)
{
	while (stream->has_row && stream->id < id)
		stream_next(stream);
	return stream->has_row && stream->id == id;
}

/* Ends it whatever happened; the first failure is the one that is told. */
static bool stream_end(struct stream *stream, bool is_good, struct error *err)
{
	struct error later = {0};

	return query_end(&stream->q, is_good ? err : &later) && is_good;
}

static bool walk_visits(struct db *db, given_fn *give, void *state,
			struct error *err)
{
	struct stream visits, named, holds;
	bool is_good;

	stream_begin(&named, db, SQL_NAMED);
	stream_begin(&holds, db, SQL_HOLDS);
	for (stream_begin(&visits, db, SQL_VISITS); visits.has_row;
	     stream_next(&visits)) {
		struct given_visit visit;

		given_visit_row(&visits.q, &visit);
		visit.is_named = stream_is_at(&named, visits.id);
		given_by_visit(&visit, give, state);
		for (; stream_is_at(&holds, visits.id); stream_next(&holds))
			given_by_hold(&visit, row_text(&holds.q, 1),
				      row_int(&holds.q, 2), give, state);
	}
	is_good = stream_end(&visits, true, err);
	is_good = stream_end(&named, is_good, err);
	return stream_end(&holds, is_good, err);
}

static const struct {
	const char *sql;
	given_row_fn *row;
} parts[] = {
    {SQL_CONTACTS, given_contact_row}, {SQL_HANDOFFS, given_handoff_row},
    {SQL_PROMISES, given_promise_row}, {SQL_OWED, given_owed_row},
    {SQL_TOUCHES, given_touch_row},
};

static bool walk_requests(struct db *db, given_fn *give, void *state,
			  struct error *err)
{
	struct stream requests, streams[MEM_COUNT(parts)];
	struct given_request request = {0};
	bool is_good;

	for (size_t i = 0; i < MEM_COUNT(parts); i++)
		stream_begin(&streams[i], db, parts[i].sql);
	for (stream_begin(&requests, db, SQL_REQUESTS); requests.has_row;
	     stream_next(&requests)) {
		given_request_row(&requests.q, &request);
		for (size_t i = 0; i < MEM_COUNT(parts); i++)
			for (; stream_is_at(&streams[i], requests.id);
			     stream_next(&streams[i]))
				parts[i].row(&streams[i].q, &request);
		given_by_request(&request, give, state);
	}
	is_good = stream_end(&requests, true, err);
	for (size_t i = 0; i < MEM_COUNT(parts); i++)
		is_good = stream_end(&streams[i], is_good, err);
	given_request_release(&request);
	return is_good;
}

static bool walk_feedback(struct db *db, given_fn *give, void *state,
			  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FEEDBACK);
	while (query_row(&q)) {
		struct given_feedback feedback;

		given_feedback_row(&q, &feedback);
		given_by_feedback(&feedback, give, state);
	}
	return query_end(&q, err);
}

static bool walk_briefings(struct db *db, given_fn *give, void *state,
			   struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_BRIEFINGS);
	while (query_row(&q)) {
		struct given_briefing briefing;

		given_briefing_row(&q, &briefing);
		given_by_briefing(&briefing, give, state);
	}
	return query_end(&q, err);
}

static const struct {
	const char *sql;
	void (*row)(const struct query *q, struct given_once *once);
} onces[] = {{SQL_IDEAS, given_idea_row}, {SQL_THANKS, given_thanks_row}};

static bool walk_onces(struct db *db, given_fn *give, void *state,
		       struct error *err)
{
	bool is_good = true;

	for (size_t i = 0; is_good && i < MEM_COUNT(onces); i++) {
		struct query q;

		query_begin(&q, db, onces[i].sql);
		while (query_row(&q)) {
			struct given_once once;

			onces[i].row(&q, &once);
			given_once(&once, give, state);
		}
		is_good = query_end(&q, err);
	}
	return is_good;
}

bool recount_walk(struct db *db, given_fn *give, void *state, struct error *err)
{
	return walk_visits(db, give, state, err) &&
	       walk_requests(db, give, state, err) &&
	       walk_feedback(db, give, state, err) &&
	       walk_onces(db, give, state, err) &&
	       walk_briefings(db, give, state, err);
}
