/*
 * idea.c - ideas and each step they took
 */
#include "frontdesk/store/idea.h"

#include "frontdesk/base/id.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

static const char SQL_INSERT[] =
    "INSERT INTO idea (uuid, staff_id, visit_id, text, noted_at, changed_at)"
    " VALUES ($1, $2, $3, $4, $5, $5)";

static const char SQL_EVENT[] =
    "INSERT INTO idea_event (idea_id, kind, site_id, at, happened_on,"
    " staff_id, text) VALUES ($1, $2, $3, $4, $5, $6, $7)";

/* A step of somebody else's is to be read by whose idea it is. */
static const char SQL_FOLLOW[] =
    "UPDATE idea SET changed_at = $2,"
    " is_unread = CASE WHEN staff_id = $3 THEN is_unread ELSE 1 END"
    " WHERE idea_id = $1 AND taken_back_at IS NULL";

static const char SQL_DECIDE[] =
    "UPDATE idea SET state = $2, is_decided = 1 WHERE idea_id = $1";

static const char SQL_SET_READ[] =
    "UPDATE idea SET is_unread = 0, read_event_id ="
    " (SELECT MAX(e.idea_event_id) FROM idea_event e WHERE e.idea_id = $1)"
    " WHERE idea_id = $1 AND is_unread = 1";

/* The last decision that stands, after the last time it was read. */
static const char SQL_HAS_ANSWER[] =
    "SELECT CASE WHEN EXISTS (SELECT 1 FROM idea_event e"
    " WHERE e.idea_id = $1 AND e.taken_back_at IS NULL"
    " AND (e.kind = 'taken_up' OR e.kind = 'not_now' OR e.kind = 'done')"
    " AND e.idea_event_id > COALESCE((SELECT MAX(r.idea_event_id)"
    "  FROM idea_event r WHERE r.idea_id = $1 AND r.kind = 'read'), 0))"
    " THEN 1 ELSE 0 END";

#define NOTHING_SINCE(idea, step)                                              \
	" AND NOT EXISTS (SELECT 1 FROM idea_event e WHERE e.idea_id = " idea  \
	" AND e.idea_event_id > " step " AND e.taken_back_at IS NULL)"

static const char SQL_TAKE_BACK[] =
    "UPDATE idea SET taken_back_at = $2, is_unread = 0"
    " WHERE idea_id = $1 AND taken_back_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM idea_event e WHERE e.idea_id = $1"
    " AND e.kind <> 'noted' AND e.taken_back_at IS NULL)";

static const char SQL_TAKE_BACK_NOTED[] =
    "UPDATE idea_event SET taken_back_at = $2"
    " WHERE idea_id = $1 AND kind = 'noted'";

static const char SQL_TAKE_BACK_STEP[] =
    "UPDATE idea_event AS s SET taken_back_at = $2"
    " WHERE s.idea_event_id = $1"
    " AND s.taken_back_at IS NULL" NOTHING_SINCE("s.idea_id",
						 "s.idea_event_id");

static const char SQL_IDEA_OF[] =
    "SELECT idea_id FROM idea_event WHERE idea_event_id = $1";

static const char SQL_LAST_DECISION[] =
    "SELECT e.kind FROM idea_event e WHERE e.idea_id = $1"
    " AND (e.kind = 'taken_up' OR e.kind = 'not_now' OR e.kind = 'done')"
    " AND e.taken_back_at IS NULL ORDER BY e.idea_event_id DESC LIMIT 1";

/* As it stood before: what else others said since it was read last is still to
 * be read. */
static const char SQL_STAND[] =
    "UPDATE idea SET state = $2, is_decided = $3, is_unread ="
    " CASE WHEN is_unread = 1 AND EXISTS (SELECT 1 FROM idea_event e"
    "  WHERE e.idea_id = $1 AND e.taken_back_at IS NULL"
    "  AND e.idea_event_id > idea.read_event_id"
    "  AND e.staff_id <> idea.staff_id) THEN 1 ELSE 0 END"
    " WHERE idea_id = $1";

#define FIRST_REQUEST                                                          \
	" LEFT JOIN visit v ON v.visit_id = i.visit_id"                        \
	" LEFT JOIN contact c ON c.contact_id = (SELECT MIN(k.contact_id)"     \
	" FROM contact k WHERE k.visit_id = i.visit_id)"

static const char SQL_GET[] =
    "SELECT i.staff_id, i.visit_id, s.name, i.text, i.noted_at, i.state,"
    " i.is_unread, v.reference, c.request_id FROM idea i"
    " JOIN staff s ON s.staff_id = i.staff_id" FIRST_REQUEST
    " WHERE i.idea_id = $1 AND i.taken_back_at IS NULL";

static const char SQL_EVENTS[] =
    "SELECT e.idea_event_id, e.kind, e.at, s.name, e.text FROM idea_event e"
    " JOIN staff s ON s.staff_id = e.staff_id"
    " WHERE e.idea_id = $1 AND e.taken_back_at IS NULL AND e.kind <> 'read'"
    " ORDER BY e.idea_event_id";

#define NEWEST(condition)                                                      \
	" UNION ALL SELECT idea_id, turn FROM (SELECT i.idea_id AS idea_id,"   \
	" " condition " AS turn FROM idea i WHERE i.is_decided = " condition   \
	" AND i.taken_back_at IS NULL"                                         \
	" AND (i.staff_id <> $1 OR i.is_unread = 0)"                           \
	" ORDER BY i.changed_at DESC, i.idea_id DESC LIMIT $2) AS n" condition

static const char SQL_EACH[] =
    "WITH top AS (SELECT i.idea_id AS idea_id, -1 AS turn FROM idea i"
    " WHERE i.staff_id = $1 AND i.is_unread = 1" NEWEST("0") NEWEST(
	"1") ")"
	     " SELECT i.idea_id, c.request_id, i.changed_at, s.name, i.text,"
	     " v.reference, i.state, CASE WHEN i.staff_id = $1 THEN 1 ELSE 0 "
	     "END,"
	     " i.is_unread, (SELECT e.text FROM idea_event e WHERE e.idea_id = "
	     "i.idea_id"
	     "  AND (e.kind = 'taken_up' OR e.kind = 'not_now' OR e.kind = "
	     "'done')"
	     "  AND e.taken_back_at IS NULL ORDER BY e.idea_event_id DESC "
	     "LIMIT 1)"
	     " FROM top m JOIN idea i ON i.idea_id = m.idea_id"
	     " JOIN staff s ON s.staff_id = i.staff_id" FIRST_REQUEST
	     " ORDER BY m.turn, i.changed_at DESC, i.idea_id DESC LIMIT $2";

static const char SQL_WHOLE[] =
    "SELECT e.idea_id, e.kind, e.happened_on, s.login,"
    " CASE WHEN e.kind = 'noted' THEN i.text ELSE e.text END, v.reference"
    " FROM idea_event e JOIN idea i ON i.idea_id = e.idea_id"
    " JOIN staff s ON s.staff_id = e.staff_id"
    " LEFT JOIN visit v ON v.visit_id = i.visit_id"
    " WHERE e.taken_back_at IS NULL ORDER BY e.idea_id, e.idea_event_id";

static bool insert_event(struct db *db, const struct idea_act *act,
			 int64_t idea_id, enum idea_step step, const char *text,
			 int64_t *idea_event_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_EVENT);
	query_int(&q, 1, idea_id);
	query_text(&q, 2, idea_step_name(step));
	query_int(&q, 3, act->site_id);
	query_int(&q, 4, act->at);
	query_text(&q, 5, act->on.text);
	query_int(&q, 6, act->staff_id);
	query_text(&q, 7, text != NULL ? text : "");
	return query_insert(&q, idea_event_id, err);
}

bool idea_insert(struct db *db, const struct idea_act *act, int64_t visit_id,
		 const char *text, int64_t *idea_id, struct error *err)
{
	int64_t idea_event_id;
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_int(&q, 2, act->staff_id);
	query_key(&q, 3, visit_id);
	query_text(&q, 4, text);
	query_int(&q, 5, act->at);
	return query_insert(&q, idea_id, err) &&
	       insert_event(db, act, *idea_id, IDEA_STEP_NOTED, NULL,
			    &idea_event_id, err);
}

static bool decide(struct db *db, int64_t idea_id, enum idea_step step,
		   struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DECIDE);
	query_int(&q, 1, idea_id);
	query_text(&q, 2, idea_step_name(step));
	return query_run(&q, err);
}

bool idea_add_step(struct db *db, const struct idea_act *act, int64_t idea_id,
		   enum idea_step step, const char *text,
		   int64_t *idea_event_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FOLLOW);
	query_int(&q, 1, idea_id);
	query_int(&q, 2, act->at);
	query_int(&q, 3, act->staff_id);
	return query_change(&q, err) &&
	       insert_event(db, act, idea_id, step, text, idea_event_id, err) &&
	       (!idea_step_is_decision(step) || decide(db, idea_id, step, err));
}

static bool read_events(struct db *db, struct idea *idea, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_EVENTS);
	query_int(&q, 1, idea->idea_id);
	while (query_row(&q)) {
		idea->events = mem_resize(idea->events, idea->event_count + 1,
					  sizeof(idea->events[0]));
		idea->events[idea->event_count++] = (struct idea_event){
		    .idea_event_id = row_int(&q, 0),
		    .step = idea_step_find(row_text(&q, 1)),
		    .at = row_int(&q, 2),
		    .staff = row_copy(&q, 3),
		    .text = row_copy(&q, 4),
		};
	}
	return query_end(&q, err);
}

bool idea_get(struct db *db, int64_t idea_id, struct idea *out,
	      struct error *err)
{
	struct error unused = {0};
	struct query q;
	bool is_read;

	*out = (struct idea){0};
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, idea_id);
	if (query_row(&q)) {
		out->idea_id = idea_id;
		out->staff_id = row_int(&q, 0);
		out->visit_id = row_int(&q, 1);
		out->staff = row_copy(&q, 2);
		out->text = row_copy(&q, 3);
		out->noted_at = row_int(&q, 4);
		idea_state_parse(row_text(&q, 5), &out->state, &unused);
		out->is_unread = row_int(&q, 6) == 1;
		out->visit_reference = row_copy(&q, 7);
		out->request_id = row_int(&q, 8);
	}
	is_read = query_end(&q, err);
	if (is_read && out->idea_id == 0)
		return error_set(err, ERROR_NOT_FOUND, "", "%s", "");
	if (is_read && read_events(db, out, err))
		return true;
	idea_release(out);
	return false;
}

bool idea_has_answer(struct db *db, int64_t idea_id, bool *out,
		     struct error *err)
{
	struct query q;
	int64_t truth;

	query_begin(&q, db, SQL_HAS_ANSWER);
	query_int(&q, 1, idea_id);
	if (!query_one(&q, &truth, err))
		return false;
	*out = truth == 1;
	return true;
}

bool idea_set_read(struct db *db, int64_t idea_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SET_READ);
	query_int(&q, 1, idea_id);
	return query_run(&q, err);
}

bool idea_take_back(struct db *db, int64_t idea_id, int64_t at,
		    struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TAKE_BACK);
	query_int(&q, 1, idea_id);
	query_int(&q, 2, at);
	if (!query_change(&q, err))
		return false;
	query_begin(&q, db, SQL_TAKE_BACK_NOTED);
	query_int(&q, 1, idea_id);
	query_int(&q, 2, at);
	return query_run(&q, err);
}

/* What the idea's row says follows from the steps that still stand. */
static bool stand_anew(struct db *db, int64_t idea_id, struct error *err)
{
	enum idea_state state = IDEA_NEW;
	struct error unused = {0};
	struct query q;

	query_begin(&q, db, SQL_LAST_DECISION);
	query_int(&q, 1, idea_id);
	if (query_row(&q))
		idea_state_parse(row_text(&q, 0), &state, &unused);
	if (!query_end(&q, err))
		return false;
	query_begin(&q, db, SQL_STAND);
	query_int(&q, 1, idea_id);
	query_text(&q, 2, idea_state_name(state));
	query_int(&q, 3, state != IDEA_NEW);
	return query_run(&q, err);
}

bool idea_take_back_step(struct db *db, int64_t idea_event_id, int64_t at,
			 struct error *err)
{
	int64_t idea_id;
	struct query q;

	query_begin(&q, db, SQL_TAKE_BACK_STEP);
	query_int(&q, 1, idea_event_id);
	query_int(&q, 2, at);
	if (!query_change(&q, err))
		return false;
	query_begin(&q, db, SQL_IDEA_OF);
	query_int(&q, 1, idea_event_id);
	return query_one(&q, &idea_id, err) && stand_anew(db, idea_id, err);
}

bool idea_each(struct db *db, int64_t staff_id, size_t limit, idea_row_fn *each,
	       void *state, struct error *err)
{
	struct error unused = {0};
	struct query q;

	query_begin(&q, db, SQL_EACH);
	query_int(&q, 1, staff_id);
	query_int(&q, 2, (int64_t)limit);
	while (query_row(&q)) {
		struct idea_row row = {
		    .idea_id = row_int(&q, 0),
		    .request_id = row_int(&q, 1),
		    .at = row_int(&q, 2),
		    .staff = row_text(&q, 3),
		    .text = row_text(&q, 4),
		    .reference = row_text(&q, 5),
		    .is_mine = row_int(&q, 7) == 1,
		    .is_unread = row_int(&q, 8) == 1,
		    .answer = row_text(&q, 9),
		};

		idea_state_parse(row_text(&q, 6), &row.state, &unused);
		each(&row, state);
	}
	return query_end(&q, err);
}

bool idea_each_whole(struct db *db, idea_whole_fn *each, void *state,
		     struct error *err)
{
	bool is_going = true;
	struct query q;

	query_begin(&q, db, SQL_WHOLE);
	while (is_going && query_row(&q)) {
		const struct idea_whole row = {
		    .idea_id = row_int(&q, 0),
		    .step = row_text(&q, 1),
		    .on = row_text(&q, 2),
		    .staff = row_text(&q, 3),
		    .text = row_text(&q, 4),
		    .reference = row_text(&q, 5),
		};

		is_going = each(&row, state, err);
	}
	return query_end_each(&q, is_going, err);
}
