/*
 * handoff.c - hand-offs and each step they took
 */
#include "frontdesk/store/handoff.h"

#include <string.h>

#include "frontdesk/base/id.h"
#include "frontdesk/base/mem.h"
#include "handed.h"

static const char SQL_INSERT[] =
    "INSERT INTO handoff (uuid, request_id, visit_id, from_staff_id,"
    " to_staff_id, to_department_id, hop, asked, context, state, offered_at,"
    " offered_on, site_id, urgency, manner) VALUES ($1, $2, $3, $4, $5, $6,"
    " (SELECT coalesce(max(l.hop), 0) + 1 FROM handoff l"
    "  WHERE l.request_id = $2), $7, $8, 'offered', $9, $10, $11, $12, $13)";

#define HANDOFF_COLUMNS                                                        \
	"h.handoff_id, h.request_id, h.from_staff_id, h.to_staff_id,"          \
	" h.to_department_id, r.reference, tv.name, f.name,"                   \
	" coalesce(t.name, d.name), h.asked, h.context, ae.note,"              \
	" h.state, h.offered_at, h.decided_at, h.hop, h.edition,"              \
	" h.urgency, h.manner, ab.name, an.name, de.note, de.kind,"            \
	" CASE WHEN EXISTS (SELECT 1 FROM handoff_event g"                     \
	"  WHERE g.handoff_id = h.handoff_id AND g.kind = 'taken_back')"       \
	"  THEN 1 ELSE 0 END, " WHO_COLUMNS
#define HANDOFF_WHO 24
/* The latest event of these kinds. */
#define LATEST(kinds)                                                          \
	"(SELECT max(e.handoff_event_id) FROM handoff_event e"                 \
	" WHERE e.handoff_id = h.handoff_id AND e.kind IN (" kinds "))"
#define HANDOFF_JOINS                                                          \
	" JOIN request r ON r.request_id = h.request_id"                       \
	" JOIN staff f ON f.staff_id = h.from_staff_id"                        \
	" LEFT JOIN staff t ON t.staff_id = h.to_staff_id"                     \
	" LEFT JOIN department d ON d.department_id = h.to_department_id"      \
	" LEFT JOIN handoff_event ae ON ae.handoff_event_id = " LATEST(        \
	    "'accepted', 'returned'") " LEFT JOIN staff ab"                    \
				      " ON ab.staff_id = ae.staff_id"          \
				      " LEFT JOIN staff an"                    \
				      " ON an.staff_id = ae.noted_by"          \
				      " LEFT JOIN handoff_event de"            \
				      " ON de.handoff_event_id = " LATEST(     \
					  "'delivered', 'not_delivered'")      \
					  TOPIC_OF_REQUEST WHO_OF_REQUEST

static const char SQL_GET[] =
    "SELECT " HANDOFF_COLUMNS " FROM handoff h" HANDOFF_JOINS
    " WHERE h.handoff_id = $1";

/* turn: 0 came back, then by urgency, then by whose it is. */
#define TURN(nearness)                                                         \
	"CASE h.urgency WHEN 'now' THEN 10 WHEN 'today' THEN 20 ELSE 30 END"   \
	" + " nearness

static const char SQL_MINE[] =
    "WITH mine AS (SELECT h.handoff_id AS handoff_id, 0 AS turn" HANDED_RETURNED
    " UNION ALL SELECT h.handoff_id, " TURN("0") HANDED_TO_ME
    " UNION ALL SELECT h.handoff_id, " TURN("1") HANDED_TO_DEPARTMENT
    " UNION ALL SELECT h.handoff_id, " TURN("2") HANDED_TO_DEPUTY
    "), top AS (SELECT handoff_id, turn FROM mine"
    " ORDER BY turn, handoff_id LIMIT $3) SELECT " HANDOFF_COLUMNS
    " FROM top m JOIN handoff h ON h.handoff_id = m.handoff_id" HANDOFF_JOINS
    " ORDER BY m.turn, h.handoff_id";

static const char SQL_DECIDE[] =
    "UPDATE handoff SET state = $2, decided_at = $3, edition = edition + 1"
    " WHERE handoff_id = $1 AND state = 'offered'";

static const char SQL_EVENT[] =
    "INSERT INTO handoff_event (handoff_id, kind, at, staff_id, noted_by, note)"
    " VALUES ($1, $2, $3, $4, $5, $6)";

static const char SQL_EVENT_ONCE[] =
    "INSERT INTO handoff_event (handoff_id, kind, at, staff_id, noted_by, note)"
    " SELECT h.handoff_id, $2, CAST($3 AS INTEGER), CAST($4 AS INTEGER),"
    " CAST($5 AS INTEGER), $6 FROM handoff h WHERE h.handoff_id = $1"
    " AND NOT EXISTS (SELECT 1 FROM handoff_event e WHERE e.handoff_id = $1"
    " AND e.kind = $2 AND e.staff_id = $4)";

static const char SQL_PENDING[] =
    "SELECT h.handoff_id, coalesce(t.formal_name, d.name) FROM handoff h"
    " LEFT JOIN staff t ON t.staff_id = h.to_staff_id"
    " LEFT JOIN department d ON d.department_id = h.to_department_id"
    " WHERE h.request_id = $1 AND h.state = 'offered' ORDER BY h.handoff_id";

static bool insert_event(struct db *db, const char *sql,
			 const struct handoff_event *event, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	query_int(&q, 1, event->handoff_id);
	query_text(&q, 2, event->kind);
	query_int(&q, 3, event->at);
	query_int(&q, 4, event->staff_id);
	query_key(&q, 5, event->noted_by);
	query_text(&q, 6, event->note != NULL ? event->note : "");
	return query_run(&q, err);
}

bool handoff_event_insert(struct db *db, const struct handoff_event *event,
			  struct error *err)
{
	return insert_event(db, SQL_EVENT, event, err);
}

bool handoff_event_insert_once(struct db *db, const struct handoff_event *event,
			       struct error *err)
{
	return insert_event(db, SQL_EVENT_ONCE, event, err);
}

bool handoff_insert(struct db *db, const struct handoff_offer *offer,
		    int64_t *handoff_id, struct error *err)
{
	struct handoff_event event = {
	    .kind = "offered",
	    .at = offer->at,
	    .staff_id = offer->from_staff_id,
	};
	struct query q;
	struct id uuid;

	id_new(db_clock(db), &uuid);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, uuid.text);
	query_int(&q, 2, offer->request_id);
	query_key(&q, 3, offer->visit_id);
	query_int(&q, 4, offer->from_staff_id);
	query_key(&q, 5, offer->to_staff_id);
	query_key(&q, 6, offer->to_department_id);
	query_text(&q, 7, offer->asked);
	query_text(&q, 8, offer->context);
	query_int(&q, 9, offer->at);
	query_text(&q, 10, offer->on.text);
	query_int(&q, 11, offer->site_id);
	query_text(&q, 12, handoff_urgency_name(offer->urgency));
	query_text(&q, 13, handoff_manner_name(offer->manner));
	if (!query_insert(&q, handoff_id, err))
		return false;
	event.handoff_id = *handoff_id;
	return handoff_event_insert(db, &event, err);
}

static void read_row(const struct query *q, struct handoff *out)
{
	struct str who = STR_INIT;
	struct error ignored;

	memset(out, 0, sizeof(*out));
	out->handoff_id = row_int(q, 0);
	out->request_id = row_int(q, 1);
	out->from_staff_id = row_int(q, 2);
	out->to_staff_id = row_int(q, 3);
	out->to_department_id = row_int(q, 4);
	out->reference = row_copy(q, 5);
	out->topic = mem_copy(topic_words(q, 6));
	out->from = row_copy(q, 7);
	out->to = row_copy(q, 8);
	out->asked = row_copy(q, 9);
	out->context = row_copy(q, 10);
	out->note = row_copy(q, 11);
	handoff_state_parse(row_text(q, 12), &out->state);
	out->offered_at = row_int(q, 13);
	out->decided_at = row_int(q, 14);
	out->hop = (int)row_int(q, 15);
	out->edition = row_int(q, 16);
	handoff_urgency_parse(row_text(q, 17), &out->urgency, &ignored);
	handoff_manner_parse(row_text(q, 18), &out->manner, &ignored);
	out->answered_by = row_copy(q, 19);
	out->noted_by = row_copy(q, 20);
	out->delivery = row_copy(q, 21);
	out->is_delivered = str_same(row_text(q, 22), "delivered");
	out->is_taken_back = row_int(q, 23) == 1;
	out->resident_id = who_resident(q, HANDOFF_WHO);
	who_add(q, HANDOFF_WHO, &who);
	out->resident = str_take(&who);
}

bool handoff_get(struct db *db, int64_t handoff_id, struct handoff *out,
		 struct error *err)
{
	struct query q;
	bool is_there;

	memset(out, 0, sizeof(*out));
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, handoff_id);
	is_there = query_row(&q);
	if (is_there)
		read_row(&q, out);
	if (!query_end(&q, err)) {
		handoff_release(out);
		return false;
	}
	return is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", "");
}

bool handoff_list_mine(struct db *db, int64_t staff_id, int64_t department_id,
		       size_t limit, struct handoff_list *out,
		       struct error *err)
{
	struct query q;

	memset(out, 0, sizeof(*out));
	query_begin(&q, db, SQL_MINE);
	query_int(&q, 1, staff_id);
	query_int(&q, 2, department_id);
	query_int(&q, 3, (int64_t)limit);
	while (query_row(&q)) {
		out->items =
		    mem_resize(out->items, out->count + 1, sizeof(*out->items));
		read_row(&q, &out->items[out->count++]);
	}
	if (query_end(&q, err))
		return true;
	handoff_list_release(out);
	return false;
}

bool handoff_decide(struct db *db, int64_t handoff_id, enum handoff_state state,
		    int64_t at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DECIDE);
	query_int(&q, 1, handoff_id);
	query_text(&q, 2, handoff_state_name(state));
	query_int(&q, 3, at);
	return query_change(&q, err);
}

bool handoff_pending(struct db *db, int64_t request_id, struct str *to,
		     struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PENDING);
	query_int(&q, 1, request_id);
	while (query_row(&q))
		str_add(to, row_text(&q, 1));
	return query_end(&q, err);
}

bool handoff_find_offered(struct db *db, int64_t request_id,
			  int64_t *handoff_id, struct error *err)
{
	struct query q;

	*handoff_id = 0;
	query_begin(&q, db, SQL_PENDING);
	query_int(&q, 1, request_id);
	while (query_row(&q))
		*handoff_id = row_int(&q, 0);
	return query_end(&q, err);
}
