/*
 * timeline.c - what was said and done, request by request
 *
 * The heads come in the order of an index, so that no more is read than is
 * shown; the few names that they share are asked once. What stands under one is
 * read by its request, in no order: sorted by the engine, each arm would need a
 * table of its own. Steps are asked for only where there is what has steps.
 */
#include "frontdesk/store/timeline.h"

#include <stdlib.h>

#include "names.h"
#include "who.h"

#define HEADS                                                                  \
	"SELECT r.request_id, r.reference, r.topic_id, r.topic_version_id,"    \
	" r.place, r.owner_staff_id, r.owner_department_id,"                   \
	" CASE r.state WHEN 'open' THEN 1 ELSE 0 END, r.result,"               \
	" r.received_at, r.first_visit_id,"                                    \
	" (SELECT COUNT(*) FROM handoff h WHERE h.request_id = r.request_id)"

/* Open first, then the newest. Whoever has two parts in a request is in it
 * twice, one after the other. */
#define HEADS_OF(whose)                                                        \
	HEADS " FROM request_party p CROSS JOIN request r"                     \
	      " WHERE p." whose " AND r.request_id = p.request_id"             \
	      " AND p.part <> 'interpreter' AND r.state <> 'draft'"            \
	      " ORDER BY p.is_open DESC, p.received_at DESC,"                  \
	      " p.request_id DESC"

static const char SQL_HEADS_OF_RESIDENT[] = HEADS_OF("resident_id = $1");
/* Of several records the engine must sort: they are few. */
static const char SQL_HEADS_OF_CLUSTER[] =
    HEADS_OF("resident_id IN " CLUSTER_OF_1);
static const char SQL_HEADS_OF_ORGANISATION[] =
    HEADS_OF("organisation_id = $1");
static const char SQL_HEAD_OF_REQUEST[] =
    HEADS " FROM request r WHERE r.request_id = $1";
static const char SQL_PERSON[] =
    "SELECT n.resident_id, " NAME_COLUMNS " FROM resident y "
    "JOIN resident_name n ON n.kind = 'in_use' "
    "AND n.resident_id = coalesce(y.survivor_id, y.resident_id) "
    "WHERE y.resident_id = $1";

/* Whose word it was: what was passed on is another's to keep. */
#define WHO_PROMISED                                                           \
	"CASE WHEN EXISTS (SELECT 1 FROM promise_event g"                      \
	" WHERE g.promise_id = p.promise_id AND g.kind = 'passed_on'"          \
	" AND g.taken_back_at IS NULL) THEN p.made_by ELSE p.owner_staff_id "  \
	"END"

/* What was said, promised, acknowledged, owed, done. A touch is shown where
 * nothing else says that this person acted; a colleague came to the window in
 * front of the visitor. */
static const char SQL_ROWS[] =
    "SELECT 0, c.visit_id, c.at, c.words, c.done, c.result, "
    "c.result_text, 0, s.name,"
    " 0, 0 FROM contact c"
    " JOIN visit v ON v.visit_id = c.visit_id"
    " LEFT JOIN staff s ON s.staff_id = c.staff_id"
    " WHERE c.request_id = $1 AND v.voided_at IS NULL"
    " UNION ALL SELECT 2, p.promise_id, p.made_at, p.what,"
    " CASE WHEN p.settled_at > p.due_at THEN 'late' ELSE '' END, p.state,"
    " (SELECT e.note FROM promise_event e"
    "  WHERE e.promise_id = p.promise_id AND e.kind <> 'passed_on'"
    "  AND e.taken_back_at IS NULL"
    "  ORDER BY e.promise_event_id DESC LIMIT 1), p.due_at, s.name,"
    " (SELECT MAX(n.due_at) FROM promise n"
    "  WHERE n.request_id = p.request_id"
    "  AND n.renews_id = p.promise_id AND n.taken_back_at IS NULL),"
    " CASE WHEN p.taken_back_at IS NULL THEN 0 ELSE 1 END"
    " FROM promise p"
    " JOIN staff s ON s.staff_id = " WHO_PROMISED " WHERE p.request_id = $1"
    " UNION ALL SELECT 3, a.acknowledgement_id, a.at,"
    " a.how, '', '', '', 0, s.name, 0,"
    " CASE WHEN a.taken_back_at IS NULL THEN 0 ELSE 1 END"
    " FROM acknowledgement a"
    " JOIN staff s ON s.staff_id = a.staff_id"
    " WHERE a.request_id = $1"
    " UNION ALL SELECT 4, o.told_id,"
    " coalesce(o.told_at, o.owed_at), o.note, '',"
    " CASE WHEN o.told_at IS NULL THEN 'owed' ELSE 'told' END,"
    " (SELECT e.note FROM told_event e WHERE e.told_id = o.told_id"
    "  AND e.kind = 'told' AND e.taken_back_at IS NULL"
    "  ORDER BY e.told_event_id DESC LIMIT 1), 0, s.name, 0,"
    " CASE WHEN o.taken_back_at IS NULL THEN 0 ELSE 1 END"
    " FROM told o"
    " JOIN staff s ON s.staff_id = coalesce(o.told_by, o.staff_id)"
    " WHERE o.request_id = $1"
    " UNION ALL SELECT 8, x.resolution_id, x.at, x.done,"
    " '', '', '', 0, s.name, 0,"
    " CASE WHEN x.taken_back_at IS NULL THEN 0 ELSE 1 END"
    " FROM resolution x"
    " JOIN staff s ON s.staff_id = x.staff_id"
    " WHERE x.request_id = $1"
    " UNION ALL SELECT 9, t.staff_id, t.first_at, '', '',"
    " '', '', 0, s.name, 0, 0"
    " FROM touch t"
    " JOIN staff s ON s.staff_id = t.staff_id"
    " WHERE t.request_id = $1 AND NOT EXISTS (SELECT 1 FROM contact c"
    "  WHERE c.request_id = t.request_id AND c.staff_id = t.staff_id)"
    " AND NOT EXISTS (SELECT 1 FROM handoff h JOIN handoff_event e"
    "  ON e.handoff_id = h.handoff_id"
    "  WHERE h.request_id = t.request_id AND e.staff_id = t.staff_id)"
    " AND NOT EXISTS (SELECT 1 FROM promise p JOIN promise_event e"
    "  ON e.promise_id = p.promise_id"
    "  WHERE p.request_id = t.request_id AND e.staff_id = t.staff_id)"
    " AND NOT EXISTS (SELECT 1 FROM acknowledgement a"
    "  WHERE a.request_id = t.request_id AND a.staff_id = t.staff_id)"
    " AND NOT EXISTS (SELECT 1 FROM told o LEFT JOIN told_event e"
    "  ON e.told_id = o.told_id WHERE o.request_id = t.request_id"
    "  AND (o.staff_id = t.staff_id OR o.told_by = t.staff_id"
    "  OR e.staff_id = t.staff_id))"
    " AND NOT EXISTS (SELECT 1 FROM resolution x"
    "  WHERE x.request_id = t.request_id AND x.staff_id = t.staff_id)"
    " AND NOT EXISTS (SELECT 1 FROM joining j"
    "  WHERE j.request_id = t.request_id AND j.staff_id = t.staff_id)"
    " UNION ALL SELECT 10, j.joining_id, j.at,"
    " s.formal_name, '', '', '', 0, n.name, 0,"
    " CASE WHEN j.taken_back_at IS NULL THEN 0 ELSE 1 END"
    " FROM joining j"
    " JOIN staff s ON s.staff_id = j.staff_id"
    " JOIN staff n ON n.staff_id = j.noted_by"
    " WHERE j.request_id = $1";

/* Passed on, and the steps between. */
static const char SQL_HANDOFFS[] =
    "SELECT 1, h.handoff_id, h.offered_at,"
    " coalesce(t.formal_name, d.name), h.asked, h.state, '', 0, s.name,"
    " 0, 0 FROM handoff h"
    " JOIN staff s ON s.staff_id = h.from_staff_id"
    " LEFT JOIN staff t ON t.staff_id = h.to_staff_id"
    " LEFT JOIN department d ON d.department_id = h.to_department_id"
    " WHERE h.request_id = $1"
    " UNION ALL SELECT 5, h.handoff_id, e.at, e.kind, '',"
    " '', e.note, 0, s.name, 0, 0"
    " FROM handoff h JOIN handoff_event e ON e.handoff_id = h.handoff_id"
    " JOIN staff s ON s.staff_id = e.staff_id"
    " WHERE h.request_id = $1"
    " AND e.kind <> 'offered'";

/* Passed on to another, and what was taken back. */
static const char SQL_PROMISE_STEPS[] =
    "SELECT 6, p.promise_id, e.at, p.what, '',"
    " e.kind, e.note, 0, s.name, 0,"
    " CASE WHEN e.taken_back_at IS NULL THEN 0 ELSE 1 END"
    " FROM promise p JOIN promise_event e ON e.promise_id = p.promise_id"
    " JOIN staff s ON s.staff_id = e.staff_id"
    " WHERE p.request_id = $1"
    " AND (e.kind = 'passed_on' OR e.taken_back_at IS NOT NULL)";
static const char SQL_TOLD_STEPS[] =
    "SELECT 7, o.told_id, e.at, '', '', e.kind,"
    " e.note, 0, s.name, 0,"
    " CASE WHEN e.taken_back_at IS NULL THEN 0 ELSE 1 END"
    " FROM told o JOIN told_event e ON e.told_id = o.told_id"
    " JOIN staff s ON s.staff_id = e.staff_id"
    " WHERE o.request_id = $1"
    " AND (e.kind <> 'told' OR e.taken_back_at IS NOT NULL)";

static const char *const heads[] = {
    [TIMELINE_OF_RESIDENT] = SQL_HEADS_OF_RESIDENT,
    [TIMELINE_OF_ORGANISATION] = SQL_HEADS_OF_ORGANISATION,
    [TIMELINE_OF_REQUEST] = SQL_HEAD_OF_REQUEST,
};

/* What the heads of one reading have in common. */
struct heads {
	struct db *db;
	struct cluster of; /* whose, where they are a resident's */
	struct names names;
	int64_t asked_id; /* whose name was read last; mostly one person's */
	int64_t person_id;
	char *person;
};

static bool read_person(struct heads *all, int64_t resident_id,
			struct timeline_head *head, struct error *err)
{
	struct query q;

	if (resident_id == 0)
		return true;
	if (resident_id != all->asked_id) {
		free(all->person);
		all->person = NULL;
		all->person_id = 0;
		all->asked_id = resident_id;
		query_begin(&q, all->db, SQL_PERSON);
		query_int(&q, 1, resident_id);
		if (query_row(&q)) {
			all->person_id = row_int(&q, 0);
			all->person = row_name_full(&q, 1);
		}
		if (!query_end(&q, err))
			return false;
	}
	head->resident_id = all->person_id;
	head->resident = all->person;
	return true;
}

static bool read_names(struct heads *all, const struct query *q,
		       struct timeline_head *head, struct error *err)
{
	struct names *names = &all->names;
	bool has_version = !row_is_null(q, 3);

	if (!names_get(names,
		       has_version ? NAMES_OF_TOPIC_VERSION : NAMES_OF_TOPIC,
		       row_int(q, has_version ? 3 : 2), &head->topic, err) ||
	    !names_get(names, NAMES_OF_STAFF, row_int(q, 5), &head->owner,
		       err) ||
	    !names_get(names, NAMES_OF_DEPARTMENT, row_int(q, 6),
		       &head->owner_department, err) ||
	    !names_get(names, NAMES_OF_ORGANISATION, head->organisation_id,
		       &head->organisation, err))
		return false;
	if (head->topic == NULL)
		head->topic = topic_none();
	return true;
}

static bool read_head(struct heads *all, const struct query *q,
		      timeline_head_fn *each, bool *is_last, void *state,
		      struct error *err)
{
	struct request_who who;
	struct timeline_head head = {
	    .request_id = row_int(q, 0),
	    .reference = row_text(q, 1),
	    .place = row_text(q, 4),
	    .is_open = row_int(q, 7) == 1,
	    .result = row_text(q, 8),
	    .received_at = row_int(q, 9),
	    .has_visit = !row_is_null(q, 10),
	    .hop_count = (int)row_int(q, 11),
	};

	if (!who_of_request(all->db, head.request_id, &all->of, &who, err))
		return false;
	head.organisation_id = who.organisation_id;
	head.part = who.part[0] != '\0' ? who.part : NULL;
	return read_person(all, who.resident_id, &head, err) &&
	       read_names(all, q, &head, err) &&
	       each(&head, is_last, state, err);
}

bool timeline_each_request(struct db *db, enum timeline_of of, int64_t id,
			   timeline_head_fn *each, void *state,
			   struct error *err)
{
	struct heads all = {.db = db, .names = {.db = db}};
	bool is_last = false, is_read = true;
	struct error unused = {0};
	int64_t latest = 0;
	struct query q;

	if (of == TIMELINE_OF_RESIDENT && !cluster_get(db, id, &all.of, err))
		return false;
	query_begin(&q, db,
		    all.of.merged_count > 0 ? SQL_HEADS_OF_CLUSTER : heads[of]);
	query_int(&q, 1, id);
	while (is_read && !is_last && query_row(&q)) {
		if (row_int(&q, 0) == latest)
			continue;
		latest = row_int(&q, 0);
		is_read = read_head(&all, &q, each, &is_last, state, err);
	}
	names_release(&all.names);
	cluster_release(&all.of);
	free(all.person);
	return query_end(&q, is_read ? err : &unused) && is_read;
}

/* seen: the facts that there are, a bit each. */
static bool each_row(struct db *db, const char *sql, int64_t request_id,
		     timeline_row_fn *each, unsigned *seen, void *state,
		     struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	query_int(&q, 1, request_id);
	while (query_row(&q)) {
		const struct timeline_row row = {
		    .fact = (enum timeline_fact)row_int(&q, 0),
		    .id = row_int(&q, 1),
		    .at = row_int(&q, 2),
		    .text = row_text(&q, 3),
		    .beside = row_text(&q, 4),
		    .word = row_text(&q, 5),
		    .note = row_text(&q, 6),
		    .due_at = row_int(&q, 7),
		    .staff = row_text(&q, 8),
		    .next_due_at = row_int(&q, 9),
		    .is_taken_back = row_int(&q, 10) == 1,
		};

		*seen |= 1u << row.fact;
		each(&row, state);
	}
	return query_end(&q, err);
}

bool timeline_each_row(struct db *db, const struct timeline_head *head,
		       timeline_row_fn *each, void *state, struct error *err)
{
	int64_t id = head->request_id;
	unsigned seen = 0;

	return each_row(db, SQL_ROWS, id, each, &seen, state, err) &&
	       (head->hop_count == 0 ||
		each_row(db, SQL_HANDOFFS, id, each, &seen, state, err)) &&
	       ((seen & 1u << FACT_PROMISE) == 0 ||
		each_row(db, SQL_PROMISE_STEPS, id, each, &seen, state, err)) &&
	       ((seen & 1u << FACT_TOLD) == 0 ||
		each_row(db, SQL_TOLD_STEPS, id, each, &seen, state, err));
}
