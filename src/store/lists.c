/*
 * lists.c - what waits for somebody
 *
 * Each statement first chooses its rows by an index, then joins what is shown
 * of them: a long list costs what is on the screen. Columns of all:
 * id, request, at, topic, text, reference, staff, word, result, mine, late,
 * and whose it is. Promises add when it was promised for before; what is to
 * tell adds how to reach them and how often that was tried.
 */
#include "frontdesk/store/list.h"

#include "cluster.h"
#include "handed.h"

/* Open is what has no end: the index of open visits says it so. */
static const char SQL_ASIDE[] =
    "WITH top AS (SELECT v.visit_id AS visit_id,"
    " CASE WHEN v.staff_id = $2 THEN 1 ELSE 0 END AS mine,"
    " coalesce((SELECT max(p.began_at) FROM period p"
    "  WHERE p.visit_id = v.visit_id AND p.kind IN ('hold', 'aside')),"
    "  v.arrived_at) AS since_at"
    " FROM visit v WHERE v.site_id = $1"
    " AND v.ended_at IS NULL"
    " AND (v.state = 'aside' OR (v.state = 'hold' AND v.staff_id = $2))"
    " AND v.voided_at IS NULL"
    " ORDER BY mine DESC, since_at DESC, visit_id DESC LIMIT $3)"
    " SELECT v.visit_id, r.request_id, m.since_at, tv.name, v.label,"
    " v.reference, s.name, v.state, '', m.mine, 0, " WHO_COLUMNS
    " FROM top m JOIN visit v ON v.visit_id = m.visit_id"
    " LEFT JOIN staff s ON s.staff_id = v.staff_id" FIRST_CONTACT WHO_OF_VISIT
    " ORDER BY m.mine DESC, m.since_at DESC, v.visit_id DESC";

static const char SQL_PROMISES[] =
    "WITH top AS (SELECT p.promise_id AS promise_id FROM promise p"
    " JOIN request r ON r.request_id = p.request_id"
    " WHERE p.owner_staff_id = $1 AND p.state = 'open' AND " REQUEST_STANDS
    " ORDER BY p.due_at, p.promise_id LIMIT $3)"
    " SELECT p.promise_id, p.request_id, p.due_at, tv.name, p.what,"
    " r.reference, '', p.state, '', 1,"
    " CASE WHEN p.due_at < $2 THEN 1 ELSE 0 END, " WHO_COLUMNS
    ", b.due_at FROM top m JOIN promise p ON p.promise_id = m.promise_id"
    " LEFT JOIN promise b ON b.promise_id = p.renews_id"
    " JOIN request r ON r.request_id = p.request_id" TOPIC_OF_REQUEST
	WHO_OF_REQUEST " ORDER BY p.due_at, p.promise_id";

/* The resident's own before the organisation's; a telephone first. */
#define BEST_REACH                                                             \
	" LEFT JOIN reach e ON e.reach_id = (SELECT k.reach_id FROM reach k"   \
	" WHERE (k.resident_id IN " CLUSTER_OF_N                               \
	" OR k.organisation_id = o.organisation_id) AND k.is_current = 1"      \
	" ORDER BY CASE WHEN k.resident_id IS NULL THEN 1 ELSE 0 END,"         \
	" CASE k.kind WHEN 'telephone' THEN 0 WHEN 'email' THEN 1 ELSE 2 END," \
	" k.reach_id LIMIT 1)"

static const char SQL_TO_TELL[] =
    "WITH top AS (SELECT o.told_id AS told_id FROM told o"
    " JOIN request r ON r.request_id = o.request_id"
    " WHERE o.staff_id = $1 AND o.told_at IS NULL AND " REQUEST_STANDS
    " ORDER BY o.owed_at, o.told_id LIMIT $2)"
    " SELECT t.told_id, t.request_id, t.owed_at, tv.name, t.note,"
    " r.reference, '', r.state, r.result, 1, 0, " WHO_COLUMNS
    ", e.kind, e.value, r.contact_text, y.language, y.needs_interpreter,"
    " (SELECT COUNT(*) FROM told_event v WHERE v.told_id = t.told_id"
    "  AND v.kind = 'not_reached' AND v.taken_back_at IS NULL),"
    " (SELECT MAX(v.at) FROM told_event v WHERE v.told_id = t.told_id"
    "  AND v.kind = 'not_reached' AND v.taken_back_at IS NULL)"
    " FROM top m JOIN told t ON t.told_id = m.told_id"
    " JOIN request r ON r.request_id = t.request_id" TOPIC_OF_REQUEST
	WHO_OF_REQUEST
    " LEFT JOIN resident y ON y.resident_id = n.resident_id" BEST_REACH
    " ORDER BY t.owed_at, t.told_id";

static const char SQL_TO_ACKNOWLEDGE[] =
    "WITH top AS (SELECT r.request_id AS request_id FROM request r"
    " WHERE r.site_id = $1 AND r.first_acknowledged_at IS NULL"
    " AND r.state <> 'draft' AND " REQUEST_STANDS
    " ORDER BY r.received_at, r.request_id LIMIT $4)"
    " SELECT r.request_id, r.request_id, r.received_at, tv.name, r.place,"
    " r.reference, s.name, r.state, r.result,"
    " CASE WHEN r.owner_staff_id = $2 THEN 1 ELSE 0 END,"
    " CASE WHEN r.received_on < $3 THEN 1 ELSE 0 END, " WHO_COLUMNS
    " FROM top m JOIN request r ON r.request_id = m.request_id"
    " LEFT JOIN staff s ON s.staff_id = r.owner_staff_id" TOPIC_OF_REQUEST
	WHO_OF_REQUEST " ORDER BY r.received_at, r.request_id";

static const char SQL_OPEN[] =
    "WITH mine AS (SELECT r.request_id AS request_id, 0 AS turn,"
    " r.received_at AS received_at FROM request r"
    " WHERE r.owner_staff_id = $1 AND r.state = 'open' AND " REQUEST_STANDS
    " UNION ALL SELECT r.request_id, 1, r.received_at FROM request r"
    " WHERE r.owner_department_id = $2 AND r.state = 'open'"
    " AND (r.owner_staff_id IS NULL OR r.owner_staff_id <> $1)"
    " AND " REQUEST_STANDS "),"
    " top AS (SELECT request_id, turn FROM mine"
    " ORDER BY turn, received_at, request_id LIMIT $4)"
    " SELECT r.request_id, r.request_id, r.received_at, tv.name, r.place,"
    " r.reference, coalesce(s.name, d.name), r.state, r.result,"
    " CASE m.turn WHEN 0 THEN 1 ELSE 0 END,"
    " CASE WHEN EXISTS (SELECT 1 FROM promise p"
    "  WHERE p.request_id = r.request_id AND p.state = 'open'"
    "  AND p.due_at < $3) THEN 1 ELSE 0 END, " WHO_COLUMNS
    " FROM top m JOIN request r ON r.request_id = m.request_id"
    " LEFT JOIN staff s ON s.staff_id = r.owner_staff_id"
    " LEFT JOIN department d ON d.department_id = "
    "r.owner_department_id" TOPIC_OF_REQUEST WHO_OF_REQUEST
    " ORDER BY m.turn, r.received_at, r.request_id";

static const char SQL_TODAY[] =
    "WITH top AS (SELECT v.visit_id AS visit_id FROM visit v"
    " WHERE v.arrived_on = $1 AND v.site_id = $2 AND v.voided_at IS NULL"
    " ORDER BY v.arrived_at DESC, v.visit_id DESC LIMIT $4)"
    " SELECT v.visit_id, r.request_id, v.arrived_at, tv.name, v.label,"
    " v.reference, s.name, v.state, c.result,"
    " CASE WHEN v.staff_id = $3 THEN 1 ELSE 0 END, 0, " WHO_COLUMNS
    " FROM top m JOIN visit v ON v.visit_id = m.visit_id"
    " LEFT JOIN staff s ON s.staff_id = v.staff_id" FIRST_CONTACT WHO_OF_VISIT
    " ORDER BY v.arrived_at DESC, v.visit_id DESC";

/* word is whoever offered it, staff its receiver. */
#define OFFERED_ROWS                                                           \
	" SELECT h.handoff_id, h.request_id, h.offered_at, tv.name,"           \
	" h.asked, r.reference, coalesce(t.formal_name, d.name), f.name,"      \
	" '', 0, 0, " WHO_COLUMNS ", h.context FROM top m"                     \
	" JOIN handoff h ON h.handoff_id = m.handoff_id"                       \
	" JOIN request r ON r.request_id = h.request_id"                       \
	" JOIN staff f ON f.staff_id = h.from_staff_id"                        \
	" LEFT JOIN staff t ON t.staff_id = h.to_staff_id"                     \
	" LEFT JOIN department d ON d.department_id = "                        \
	"h.to_department_id" TOPIC_OF_REQUEST WHO_OF_REQUEST                   \
	" ORDER BY h.offered_at, h.handoff_id"

static const char SQL_UNACCEPTED[] =
    "WITH top AS (SELECT h.handoff_id AS handoff_id" HANDED_UNACCEPTED(
	"$1",
	"$2") " ORDER BY h.offered_at, h.handoff_id LIMIT $3)" OFFERED_ROWS;

static const char SQL_OFFERED[] =
    "WITH top AS (SELECT h.handoff_id AS handoff_id FROM handoff h"
    " JOIN request r ON r.request_id = h.request_id"
    " WHERE h.from_staff_id = $1 AND h.state = 'offered'"
    " AND " REQUEST_STANDS
    " ORDER BY h.offered_at, h.handoff_id LIMIT $2)" OFFERED_ROWS;

#define ENTRY_WHO 11
#define ENTRY_MORE (ENTRY_WHO + WHO_COUNT)

/* What some statements add to the columns of all. */
typedef void more_fn(const struct query *q, struct list_entry *entry);

static void read_before(const struct query *q, struct list_entry *entry)
{
	entry->before_at = row_int(q, ENTRY_MORE);
}

static void read_reach(const struct query *q, struct list_entry *entry)
{
	entry->reach_kind = row_text(q, ENTRY_MORE);
	entry->reach = row_text(q, ENTRY_MORE + 1);
	entry->contact_text = row_text(q, ENTRY_MORE + 2);
	entry->language = row_text(q, ENTRY_MORE + 3);
	entry->needs_interpreter = row_int(q, ENTRY_MORE + 4) == 1;
	entry->tried_count = (int)row_int(q, ENTRY_MORE + 5);
	entry->tried_at = row_int(q, ENTRY_MORE + 6);
}

static bool run_with(struct query *q, more_fn *more, list_entry_fn *each,
		     void *state, struct error *err)
{
	struct str who = STR_INIT;

	while (query_row(q)) {
		struct list_entry entry = {
		    .id = row_int(q, 0),
		    .request_id = row_int(q, 1),
		    .resident_id = who_resident(q, ENTRY_WHO),
		    .at = row_int(q, 2),
		    .topic = row_text(q, 3),
		    .text = row_text(q, 4),
		    .reference = row_text(q, 5),
		    .staff = row_text(q, 6),
		    .word = row_text(q, 7),
		    .result = row_text(q, 8),
		    .is_mine = row_int(q, 9) == 1,
		    .is_late = row_int(q, 10) == 1,
		};

		str_clear(&who);
		who_add(q, ENTRY_WHO, &who);
		entry.who = str_text(&who);
		if (more != NULL)
			more(q, &entry);
		each(&entry, state);
	}
	str_release(&who);
	return query_end(q, err);
}

static bool run(struct query *q, list_entry_fn *each, void *state,
		struct error *err)
{
	return run_with(q, NULL, each, state, err);
}

bool list_aside(struct db *db, const struct list_query *query,
		list_entry_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_ASIDE);
	query_int(&q, 1, query->site_id);
	query_int(&q, 2, query->staff_id);
	query_int(&q, 3, (int64_t)query->limit);
	return run(&q, each, state, err);
}

bool list_promises(struct db *db, const struct list_query *query,
		   list_entry_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PROMISES);
	query_int(&q, 1, query->staff_id);
	query_int(&q, 2, query->now);
	query_int(&q, 3, (int64_t)query->limit);
	return run_with(&q, read_before, each, state, err);
}

bool list_to_tell(struct db *db, const struct list_query *query,
		  list_entry_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TO_TELL);
	query_int(&q, 1, query->staff_id);
	query_int(&q, 2, (int64_t)query->limit);
	return run_with(&q, read_reach, each, state, err);
}

bool list_to_acknowledge(struct db *db, const struct list_query *query,
			 list_entry_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TO_ACKNOWLEDGE);
	query_int(&q, 1, query->site_id);
	query_int(&q, 2, query->staff_id);
	query_text(&q, 3, query->today.text);
	query_int(&q, 4, (int64_t)query->limit);
	return run(&q, each, state, err);
}

bool list_open_requests(struct db *db, const struct list_query *query,
			list_entry_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OPEN);
	query_int(&q, 1, query->staff_id);
	query_int(&q, 2, query->department_id);
	query_int(&q, 3, query->now);
	query_int(&q, 4, (int64_t)query->limit);
	return run(&q, each, state, err);
}

bool list_today(struct db *db, const struct list_query *query,
		list_entry_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TODAY);
	query_text(&q, 1, query->today.text);
	query_int(&q, 2, query->site_id);
	query_int(&q, 3, query->staff_id);
	query_int(&q, 4, (int64_t)query->limit);
	return run(&q, each, state, err);
}

static void read_context(const struct query *q, struct list_entry *entry)
{
	entry->context = row_text(q, ENTRY_MORE);
}

bool list_offered(struct db *db, const struct list_query *query,
		  list_entry_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OFFERED);
	query_int(&q, 1, query->staff_id);
	query_int(&q, 2, (int64_t)query->limit);
	return run_with(&q, read_context, each, state, err);
}

bool list_unaccepted(struct db *db, const struct list_query *query,
		     list_entry_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_UNACCEPTED);
	query_int(&q, 1, query->site_id);
	query_int(&q, 2, query->offered_before);
	query_int(&q, 3, (int64_t)query->limit);
	return run_with(&q, read_context, each, state, err);
}
