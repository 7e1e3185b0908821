/*
 * matter.c - what follows a request of the generator that stayed open
 */
#include "generate.h"
#include "row.h"

static const char SQL_HANDOFF[] =
    "INSERT INTO handoff (handoff_id, uuid, request_id, visit_id, "
    "from_staff_id, to_staff_id, to_department_id, hop, asked, context, "
    "state, offered_at, offered_on, site_id, decided_at) VALUES ($1, $2, $3, "
    "$4, $5, $6, $7, 1, 'Please call them back today.', $8, $9, $10, $11, "
    "$12, $13)";
static const char SQL_HANDOFF_EVENT[] =
    "INSERT INTO handoff_event (handoff_event_id, handoff_id, kind, at, "
    "staff_id, note) VALUES ($1, $2, $3, $4, $5, $6)";
static const char SQL_PROMISE[] =
    "INSERT INTO promise (promise_id, uuid, request_id, what, due_at, due_on, "
    "site_id, owner_staff_id, state, made_at, made_by, settled_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
static const char SQL_PROMISE_EVENT[] =
    "INSERT INTO promise_event (promise_event_id, promise_id, kind, at, "
    "staff_id) VALUES ($1, $2, $3, $4, $5)";
static const char SQL_TOLD[] =
    "INSERT INTO told (told_id, request_id, owed_at, staff_id, told_at, "
    "told_by, note) VALUES ($1, $2, $3, $4, $5, $6, $7)";
static const char SQL_TOUCH[] =
    "INSERT INTO touch (request_id, staff_id, first_at) VALUES ($1, $2, $3) "
    "ON CONFLICT DO NOTHING";

static const char CONTEXT[] = "Request R-4K7-2M9X, received Mon Nov 23\n"
			      "Ms. Elena Alvarez, address her as Ms. Alvarez\n"
			      "They said: Where is the plan check?\n"
			      "Height: 6 ft. Side: rear. Corner lot: no.\n"
			      "Done: looked into the file, called Planning\n"
			      "Promised: a call back by Friday\n"
			      "Earlier contacts: 2, last Nov 18 at Window 2\n";

static bool add_handoff(struct filling *filling, const struct matter *matter,
			struct error *err)
{
	int64_t decided =
	    matter->at +
	    chance_between(&filling->chance, 10, 600) * CLOCK_MINUTE;
	bool is_decided = decided < filling->now || matter->done_at != 0;

	return row_put(filling->db, err, SQL_HANDOFF, "itikikkttitik",
		       ++filling->handoff, filling_uuid(filling, matter->at),
		       matter->request_id, matter->visit_id, matter->clerk_id,
		       matter->handler_id, matter->department_id, CONTEXT,
		       is_decided ? "accepted" : "offered", matter->at,
		       matter->day, matter->site_id,
		       is_decided ? decided : INT64_C(0)) &&
	       row_put(filling->db, err, SQL_HANDOFF_EVENT, "iitiit",
		       ++filling->handoff_event, filling->handoff, "offered",
		       matter->at, matter->clerk_id, "") &&
	       (!is_decided ||
		row_put(filling->db, err, SQL_HANDOFF_EVENT, "iitiit",
			++filling->handoff_event, filling->handoff, "accepted",
			decided, matter->handler_id, "Will call them back.")) &&
	       row_put(filling->db, err, SQL_TOUCH, "iii", matter->request_id,
		       matter->handler_id, matter->at);
}

static bool add_promise(struct filling *filling, const struct matter *matter,
			struct error *err)
{
	int64_t due =
	    matter->at + chance_between(&filling->chance, 4, 96) * CLOCK_HOUR;
	const char *state = "open";

	if (matter->done_at != 0)
		state = matter->done_at <= due ? "kept" : "missed";
	return row_put(filling->db, err, SQL_PROMISE, "itititiitiik",
		       ++filling->promise, filling_uuid(filling, matter->at),
		       matter->request_id, "A call back", due,
		       zone_day(filling->zone, due).text, matter->site_id,
		       matter->clerk_id, state, matter->at, matter->clerk_id,
		       matter->done_at) &&
	       row_put(filling->db, err, SQL_PROMISE_EVENT, "iitii",
		       ++filling->promise_event, filling->promise, "made",
		       matter->at, matter->clerk_id) &&
	       (matter->done_at == 0 ||
		row_put(filling->db, err, SQL_PROMISE_EVENT, "iitii",
			++filling->promise_event, filling->promise, state,
			matter->done_at, matter->clerk_id));
}

/* A result is told the day after, mostly. */
static bool add_told(struct filling *filling, const struct matter *matter,
		     struct error *err)
{
	int64_t told = matter->done_at + CLOCK_HOUR;

	if (matter->done_at == 0)
		return true;
	if (told >= filling->now)
		told = 0;
	return row_put(filling->db, err, SQL_TOLD, "iiiikkt", ++filling->told,
		       matter->request_id, matter->done_at, matter->clerk_id,
		       told, told != 0 ? matter->clerk_id : 0,
		       told != 0 ? "called" : "");
}

bool matter_add(struct filling *filling, const struct matter *matter,
		struct error *err)
{
	return (!matter->is_handed || add_handoff(filling, matter, err)) &&
	       (!matter->is_promised || add_promise(filling, matter, err)) &&
	       add_told(filling, matter, err);
}
