/*
 * board.c - what happens at a site's windows now
 */
#include "frontdesk/store/board.h"

#include "who.h"

static const char SQL_SEATS[] =
    "SELECT w.counter_window_id, w.label, s.name FROM counter_window w"
    " JOIN session z ON z.session_id = (SELECT k.session_id FROM session k"
    "  WHERE k.counter_window_id = w.counter_window_id"
    "  AND k.ended_at IS NULL AND k.began_at >= $2"
    "  ORDER BY k.began_at DESC, k.session_id DESC LIMIT 1)"
    " JOIN staff s ON s.staff_id = z.staff_id"
    " WHERE w.site_id = $1 ORDER BY w.counter_window_id";

/* Open is what has no end: the index of open visits says it so. */
static const char SQL_VISITS[] =
    "SELECT v.visit_id, v.state, coalesce(p.began_at, v.arrived_at), p.reason,"
    " v.counter_window_id, w.label, s.name, tv.name FROM visit v"
    " LEFT JOIN period p ON p.period_id = (SELECT MAX(k.period_id)"
    "  FROM period k WHERE k.visit_id = v.visit_id)"
    " LEFT JOIN counter_window w"
    " ON w.counter_window_id = v.counter_window_id"
    " LEFT JOIN staff s ON s.staff_id = v.staff_id" FIRST_CONTACT
    " WHERE v.site_id = $1 AND v.state IN ('called', 'serving', 'hold', "
    "'aside')"
    " AND v.ended_at IS NULL AND v.voided_at IS NULL"
    " ORDER BY v.counter_window_id, v.arrived_at, v.visit_id";

static const char SQL_PROMISES[] =
    "WITH top AS (SELECT p.promise_id AS promise_id FROM promise p"
    " JOIN request r ON r.request_id = p.request_id"
    " WHERE p.site_id = $1 AND p.state = 'open' AND p.due_at >= $2"
    " AND p.due_at <= $3 AND " REQUEST_STANDS
    " ORDER BY p.due_at, p.promise_id LIMIT $4)"
    " SELECT p.promise_id, p.request_id, p.due_at, p.what, tv.name,"
    " r.reference, s.name, " WHO_COLUMNS
    " FROM top m JOIN promise p ON p.promise_id = m.promise_id"
    " JOIN staff s ON s.staff_id = p.owner_staff_id"
    " JOIN request r ON r.request_id = p.request_id" TOPIC_OF_REQUEST
	WHO_OF_REQUEST " ORDER BY p.due_at, p.promise_id";

#define PROMISE_WHO 7

bool board_each_seat(struct db *db, int64_t site_id, int64_t since_at,
		     board_seat_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SEATS);
	query_int(&q, 1, site_id);
	query_int(&q, 2, since_at);
	while (query_row(&q))
		each(row_int(&q, 0), row_text(&q, 1), row_text(&q, 2), state);
	return query_end(&q, err);
}

bool board_each_visit(struct db *db, int64_t site_id, board_visit_fn *each,
		      void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_VISITS);
	query_int(&q, 1, site_id);
	while (query_row(&q)) {
		const struct board_visit visit = {
		    .visit_id = row_int(&q, 0),
		    .state = row_text(&q, 1),
		    .since_at = row_int(&q, 2),
		    .reason = row_text(&q, 3),
		    .counter_window_id = row_int(&q, 4),
		    .window = row_text(&q, 5),
		    .staff = row_text(&q, 6),
		    .topic = row_text(&q, 7),
		};

		each(&visit, state);
	}
	return query_end(&q, err);
}

bool board_each_promise(struct db *db, int64_t site_id, int64_t from_at,
			int64_t until_at, size_t limit, board_promise_fn *each,
			void *state, struct error *err)
{
	struct str who = STR_INIT;
	struct query q;

	query_begin(&q, db, SQL_PROMISES);
	query_int(&q, 1, site_id);
	query_int(&q, 2, from_at);
	query_int(&q, 3, until_at);
	query_int(&q, 4, (int64_t)limit);
	while (query_row(&q)) {
		struct board_promise promise = {
		    .promise_id = row_int(&q, 0),
		    .request_id = row_int(&q, 1),
		    .due_at = row_int(&q, 2),
		    .what = row_text(&q, 3),
		    .topic = row_text(&q, 4),
		    .reference = row_text(&q, 5),
		    .owner = row_text(&q, 6),
		};

		str_clear(&who);
		who_add(&q, PROMISE_WHO, &who);
		promise.who = str_text(&who);
		each(&promise, state);
	}
	str_release(&who);
	return query_end(&q, err);
}
