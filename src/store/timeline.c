/*
 * timeline.c - what was said and done, request by request
 *
 * Two statements, whatever the number of requests: their heads, and
 * everything under them. Both begin with the same choice of requests.
 */
#include "frontdesk/store/timeline.h"

#include <stdlib.h>

#include "who.h"

#define SHOWN_ORDER                                                            \
	" ORDER BY CASE r.state WHEN 'open' THEN 0 ELSE 1 END,"                \
	" r.received_at DESC, r.request_id DESC"

/*
 * In the order of the index, so that no more is read than is shown. Whoever
 * has two parts in a request is in it once.
 */
#define SHOWN_OF(key)                                                          \
	"WITH shown AS (SELECT DISTINCT p.is_open AS is_open,"                 \
	" p.received_at AS received_at, p.request_id AS request_id"            \
	" FROM request_party p CROSS JOIN request r"                           \
	" WHERE p." key " = $1 AND r.request_id = p.request_id"                \
	" AND p.part <> 'interpreter'"                                         \
	" AND r.state <> 'draft' AND " REQUEST_STANDS                          \
	" ORDER BY p.is_open DESC, p.received_at DESC, p.request_id DESC"      \
	" LIMIT $2)"

#define SHOWN_OF_REQUEST                                                       \
	"WITH shown AS (SELECT r.request_id AS request_id FROM request r"      \
	" WHERE r.request_id = $1 LIMIT $2)"

#define HEADS                                                                  \
	" SELECT r.request_id, r.reference, tv.name, r.place, s.name, d.name," \
	" CASE r.state WHEN 'open' THEN 1 ELSE 0 END, r.result,"               \
	" r.received_at, (SELECT COUNT(*) FROM contact c"                      \
	"  JOIN visit v ON v.visit_id = c.visit_id"                            \
	"  WHERE c.request_id = r.request_id AND v.voided_at IS NULL),"        \
	" (SELECT COUNT(*) FROM handoff h WHERE h.request_id = r.request_id)," \
	" (SELECT MIN(p.organisation_id) FROM request_party p"                 \
	"  WHERE p.request_id = r.request_id),"                                \
	" (SELECT MIN(p.part) FROM request_party p"                            \
	"  WHERE p.request_id = r.request_id AND p.resident_id = "             \
	"$1), " WHO_COLUMNS " FROM shown w JOIN request r ON r.request_id = "  \
	"w.request_id" TOPIC_OF_REQUEST WHO_OF_REQUEST                         \
	" LEFT JOIN staff s ON s.staff_id = r.owner_staff_id"                  \
	" LEFT JOIN department d ON d.department_id = "                        \
	"r.owner_department_id" SHOWN_ORDER

#define HEAD_WHO 13

/* What was said, passed on, promised, acknowledged, owed: as it stands now. */
#define ROWS_AS_THEY_STAND                                                     \
	" SELECT c.request_id AS request_id, 0 AS fact, c.visit_id AS id,"     \
	" c.at AS at, c.words, c.done, c.result, c.result_text, 0, s.name,"    \
	" 0, 0 FROM shown w JOIN contact c ON c.request_id = w.request_id"     \
	" JOIN visit v ON v.visit_id = c.visit_id"                             \
	" LEFT JOIN staff s ON s.staff_id = c.staff_id"                        \
	" WHERE v.voided_at IS NULL"                                           \
	" UNION ALL SELECT h.request_id, 1, h.handoff_id, h.offered_at,"       \
	" coalesce(t.formal_name, d.name), h.asked, h.state, '', 0, s.name,"   \
	" 0, 0 FROM shown w JOIN handoff h ON h.request_id = w.request_id"     \
	" JOIN staff s ON s.staff_id = h.from_staff_id"                        \
	" LEFT JOIN staff t ON t.staff_id = h.to_staff_id"                     \
	" LEFT JOIN department d ON d.department_id = h.to_department_id"      \
	" UNION ALL SELECT p.request_id, 2, p.promise_id, p.made_at, p.what,"  \
	" CASE WHEN p.settled_at > p.due_at THEN 'late' ELSE '' END, p.state," \
	" (SELECT e.note FROM promise_event e"                                 \
	"  WHERE e.promise_id = p.promise_id AND e.kind <> 'passed_on'"        \
	"  AND e.taken_back_at IS NULL"                                        \
	"  ORDER BY e.promise_event_id DESC LIMIT 1), p.due_at, s.name,"       \
	" (SELECT MAX(n.due_at) FROM promise n"                                \
	"  WHERE n.request_id = p.request_id"                                  \
	"  AND n.renews_id = p.promise_id AND n.taken_back_at IS NULL),"       \
	" CASE WHEN p.taken_back_at IS NULL THEN 0 ELSE 1 END"                 \
	" FROM shown w JOIN promise p ON p.request_id = w.request_id"          \
	" JOIN staff s ON s.staff_id = p.owner_staff_id"                       \
	" UNION ALL SELECT a.request_id, 3, a.acknowledgement_id, a.at,"       \
	" a.how, '', '', '', 0, s.name, 0,"                                    \
	" CASE WHEN a.taken_back_at IS NULL THEN 0 ELSE 1 END"                 \
	" FROM shown w JOIN acknowledgement a"                                 \
	"  ON a.request_id = w.request_id"                                     \
	" JOIN staff s ON s.staff_id = a.staff_id"                             \
	" UNION ALL SELECT o.request_id, 4, o.told_id,"                        \
	" coalesce(o.told_at, o.owed_at), o.note, '',"                         \
	" CASE WHEN o.told_at IS NULL THEN 'owed' ELSE 'told' END,"            \
	" (SELECT e.note FROM told_event e WHERE e.told_id = o.told_id"        \
	"  AND e.kind = 'told' AND e.taken_back_at IS NULL"                    \
	"  ORDER BY e.told_event_id DESC LIMIT 1), 0, s.name, 0,"              \
	" CASE WHEN o.taken_back_at IS NULL THEN 0 ELSE 1 END"                 \
	" FROM shown w JOIN told o ON o.request_id = w.request_id"             \
	" JOIN staff s ON s.staff_id = coalesce(o.told_by, o.staff_id)"

/* The steps between, and what was taken back. */
#define ROWS_OF_STEPS                                                          \
	" UNION ALL SELECT h.request_id, 5, h.handoff_id, e.at, e.kind, '',"   \
	" '', e.note, 0, s.name, 0, 0"                                         \
	" FROM handoff h JOIN handoff_event e ON e.handoff_id = h.handoff_id"  \
	" JOIN staff s ON s.staff_id = e.staff_id"                             \
	" WHERE h.request_id IN (SELECT request_id FROM shown)"                \
	" AND e.kind <> 'offered'"                                             \
	" UNION ALL SELECT p.request_id, 6, p.promise_id, e.at, p.what, '',"   \
	" e.kind, e.note, 0, s.name, 0,"                                       \
	" CASE WHEN e.taken_back_at IS NULL THEN 0 ELSE 1 END"                 \
	" FROM promise p JOIN promise_event e ON e.promise_id = p.promise_id"  \
	" JOIN staff s ON s.staff_id = e.staff_id"                             \
	" WHERE p.request_id IN (SELECT request_id FROM shown)"                \
	" AND (e.kind = 'passed_on' OR e.taken_back_at IS NOT NULL)"           \
	" UNION ALL SELECT o.request_id, 7, o.told_id, e.at, '', '', e.kind,"  \
	" e.note, 0, s.name, 0,"                                               \
	" CASE WHEN e.taken_back_at IS NULL THEN 0 ELSE 1 END"                 \
	" FROM told o JOIN told_event e ON e.told_id = o.told_id"              \
	" JOIN staff s ON s.staff_id = e.staff_id"                             \
	" WHERE o.request_id IN (SELECT request_id FROM shown)"                \
	" AND (e.kind <> 'told' OR e.taken_back_at IS NOT NULL)"               \
	" UNION ALL SELECT x.request_id, 8, x.resolution_id, x.at, x.done,"    \
	" '', '', '', 0, s.name, 0,"                                           \
	" CASE WHEN x.taken_back_at IS NULL THEN 0 ELSE 1 END"                 \
	" FROM shown w JOIN resolution x ON x.request_id = w.request_id"       \
	" JOIN staff s ON s.staff_id = x.staff_id"

/* A touch is shown where nothing else says that this person acted. */
#define ROWS_OF_TOUCHES                                                        \
	" UNION ALL SELECT t.request_id, 9, t.staff_id, t.first_at, '', '',"   \
	" '', '', 0, s.name, 0, 0"                                             \
	" FROM shown w JOIN touch t ON t.request_id = w.request_id"            \
	" JOIN staff s ON s.staff_id = t.staff_id"                             \
	" WHERE NOT EXISTS (SELECT 1 FROM contact c"                           \
	"  WHERE c.request_id = t.request_id AND c.staff_id = t.staff_id)"     \
	" AND NOT EXISTS (SELECT 1 FROM handoff h JOIN handoff_event e"        \
	"  ON e.handoff_id = h.handoff_id"                                     \
	"  WHERE h.request_id = t.request_id AND e.staff_id = t.staff_id)"     \
	" AND NOT EXISTS (SELECT 1 FROM promise p JOIN promise_event e"        \
	"  ON e.promise_id = p.promise_id"                                     \
	"  WHERE p.request_id = t.request_id AND e.staff_id = t.staff_id)"     \
	" AND NOT EXISTS (SELECT 1 FROM acknowledgement a"                     \
	"  WHERE a.request_id = t.request_id AND a.staff_id = t.staff_id)"     \
	" AND NOT EXISTS (SELECT 1 FROM told o LEFT JOIN told_event e"         \
	"  ON e.told_id = o.told_id WHERE o.request_id = t.request_id"         \
	"  AND (o.staff_id = t.staff_id OR o.told_by = t.staff_id"             \
	"  OR e.staff_id = t.staff_id))"                                       \
	" AND NOT EXISTS (SELECT 1 FROM resolution x"                          \
	"  WHERE x.request_id = t.request_id AND x.staff_id = t.staff_id)"     \
	" AND NOT EXISTS (SELECT 1 FROM joining j"                             \
	"  WHERE j.request_id = t.request_id AND j.staff_id = t.staff_id)"

/* A colleague who came to the window in front of the visitor. */
#define ROWS_OF_COLLEAGUES                                                     \
	" UNION ALL SELECT j.request_id, 10, j.joining_id, j.at,"              \
	" s.formal_name, '', '', '', 0, n.name, 0, 0"                          \
	" FROM shown w JOIN joining j ON j.request_id = w.request_id"          \
	" JOIN staff s ON s.staff_id = j.staff_id"                             \
	" JOIN staff n ON n.staff_id = j.noted_by"

#define ROWS                                                                   \
	ROWS_AS_THEY_STAND ROWS_OF_STEPS ROWS_OF_TOUCHES ROWS_OF_COLLEAGUES    \
	    " ORDER BY request_id, at DESC, fact DESC, id DESC"

static const char SQL_HEADS_OF_RESIDENT[] = SHOWN_OF("resident_id") HEADS;
static const char SQL_HEADS_OF_ORGANISATION[] =
    SHOWN_OF("organisation_id") HEADS;
static const char SQL_HEADS_OF_REQUEST[] = SHOWN_OF_REQUEST HEADS;
static const char SQL_ROWS_OF_RESIDENT[] = SHOWN_OF("resident_id") ROWS;
static const char SQL_ROWS_OF_ORGANISATION[] = SHOWN_OF("organisation_id") ROWS;
static const char SQL_ROWS_OF_REQUEST[] = SHOWN_OF_REQUEST ROWS;

static const char *const heads[] = {
    [TIMELINE_OF_RESIDENT] = SQL_HEADS_OF_RESIDENT,
    [TIMELINE_OF_ORGANISATION] = SQL_HEADS_OF_ORGANISATION,
    [TIMELINE_OF_REQUEST] = SQL_HEADS_OF_REQUEST,
};
static const char *const rows[] = {
    [TIMELINE_OF_RESIDENT] = SQL_ROWS_OF_RESIDENT,
    [TIMELINE_OF_ORGANISATION] = SQL_ROWS_OF_ORGANISATION,
    [TIMELINE_OF_REQUEST] = SQL_ROWS_OF_REQUEST,
};

bool timeline_each_request(struct db *db, enum timeline_of of, int64_t id,
			   size_t limit, timeline_head_fn *each, void *state,
			   struct error *err)
{
	struct query q;

	query_begin(&q, db, heads[of]);
	query_int(&q, 1, id);
	query_int(&q, 2, (int64_t)limit);
	while (query_row(&q)) {
		char *name = row_name_full(&q, HEAD_WHO);
		const struct timeline_head head = {
		    .request_id = row_int(&q, 0),
		    .reference = row_text(&q, 1),
		    .topic = topic_words(&q, 2),
		    .place = row_text(&q, 3),
		    .owner = row_text(&q, 4),
		    .owner_department = row_text(&q, 5),
		    .is_open = row_int(&q, 6) == 1,
		    .result = row_text(&q, 7),
		    .received_at = row_int(&q, 8),
		    .contact_count = (int)row_int(&q, 9),
		    .hop_count = (int)row_int(&q, 10),
		    .organisation_id = row_int(&q, 11),
		    .part = row_text(&q, 12),
		    .resident_id = who_resident(&q, HEAD_WHO),
		    .resident = name,
		    .organisation = who_organisation(&q, HEAD_WHO),
		};

		each(&head, state);
		free(name);
	}
	return query_end(&q, err);
}

bool timeline_each_row(struct db *db, enum timeline_of of, int64_t id,
		       size_t limit, timeline_row_fn *each, void *state,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, rows[of]);
	query_int(&q, 1, id);
	query_int(&q, 2, (int64_t)limit);
	while (query_row(&q)) {
		const struct timeline_row row = {
		    .request_id = row_int(&q, 0),
		    .fact = (enum timeline_fact)row_int(&q, 1),
		    .id = row_int(&q, 2),
		    .at = row_int(&q, 3),
		    .text = row_text(&q, 4),
		    .beside = row_text(&q, 5),
		    .word = row_text(&q, 6),
		    .note = row_text(&q, 7),
		    .due_at = row_int(&q, 8),
		    .staff = row_text(&q, 9),
		    .next_due_at = row_int(&q, 10),
		    .is_taken_back = row_int(&q, 11) == 1,
		};

		each(&row, state);
	}
	return query_end(&q, err);
}
