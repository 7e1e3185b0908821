/*
 * cue.c - who stands here, and what is open with them, in two statements
 */
#include "frontdesk/store/cue.h"

#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/store/resident.h"
#include "who.h"

static const char SQL_RESIDENTS[] =
    "SELECT r.resident_id, r.language, r.first_name_ok, r.as_it_stands,"
    " r.needs_interpreter, r.refused_titles,"
    " EXISTS (SELECT 1 FROM visit_person e"
    " WHERE e.resident_id = r.resident_id AND e.visit_id <> $7)"
    " OR EXISTS (SELECT 1 FROM resident y JOIN visit_person e"
    " ON e.resident_id = y.resident_id"
    " WHERE y.survivor_id = r.resident_id AND e.visit_id <> $7)"
    ", " NAME_COLUMNS " FROM resident r JOIN resident_name n"
    " ON n.resident_id = r.resident_id AND n.kind = 'in_use'"
    " WHERE r.resident_id IN ($1, $2, $3, $4, $5, $6)";

/*
 * Settled after its hour, and since then nobody served them about it or told
 * them what came of it, nor was the one in its place kept: the apology is owed
 * still.
 */
#define MISSED_UNSPOKEN                                                        \
	"(SELECT x2.promise_id FROM promise x2"                                \
	" WHERE x2.request_id = r.request_id AND x2.taken_back_at IS NULL"     \
	" AND x2.state IN ('missed', 'renewed', 'withdrawn')"                  \
	" AND x2.settled_at > x2.due_at"                                       \
	" AND NOT EXISTS (SELECT 1 FROM contact xc JOIN visit xv"              \
	"  ON xv.visit_id = xc.visit_id WHERE xc.request_id = r.request_id"    \
	"  AND xv.visit_id <> $14 AND xv.voided_at IS NULL"                    \
	"  AND xv.state = 'served' AND xv.ended_at > x2.settled_at)"           \
	" AND NOT EXISTS (SELECT 1 FROM told xo"                               \
	"  WHERE xo.request_id = r.request_id AND xo.taken_back_at IS NULL"    \
	"  AND xo.told_at > x2.settled_at)"                                    \
	" AND NOT EXISTS (SELECT 1 FROM promise xk"                            \
	"  WHERE xk.request_id = r.request_id"                                 \
	"  AND xk.renews_id = x2.promise_id AND xk.state = 'kept')"            \
	" ORDER BY x2.due_at, x2.promise_id LIMIT 1)"

/* Of what is over: a result that nobody told yet. */
#define STILL_TO_TELL                                                          \
	"EXISTS (SELECT 1 FROM told o3 WHERE o3.request_id = p.request_id"     \
	" AND o3.told_at IS NULL)"

/* Away by what is noted; whose desk runs all the same is in. */
#define AWAY_UNTIL                                                             \
	"(SELECT MAX(z.to_on) FROM absence z WHERE z.staff_id = ts.staff_id"   \
	" AND z.withdrawn_at IS NULL AND z.to_on >= $15 AND z.from_on <= $15"  \
	" AND NOT EXISTS (SELECT 1 FROM session zs"                            \
	"  WHERE zs.staff_id = z.staff_id AND zs.ended_at IS NULL"             \
	"  AND zs.began_at >= $16))"

/* The promise that is due first and the latest hand-off are found by their
 * request, each a step in an index. */
static const char SQL_MATTERS[] =
    "WITH mine AS (SELECT request_id FROM request_party"
    " WHERE resident_id IN ($1, $2, $3, $4, $5, $6) AND is_open = 1"
    " AND part <> 'interpreter'"
    " UNION SELECT request_id FROM request_party"
    " WHERE organisation_id IN ($7, $8, $9, $10, $11, $12) AND is_open = 1"
    " UNION SELECT p.request_id FROM resident y CROSS JOIN request_party p"
    " WHERE y.survivor_id IN ($1, $2, $3, $4, $5, $6)"
    " AND p.resident_id = y.resident_id AND p.part <> 'interpreter'"
    " AND (p.is_open = 1 OR " STILL_TO_TELL ")"
    " UNION SELECT p.request_id FROM request_party p"
    " WHERE p.resident_id IN ($1, $2, $3, $4, $5, $6) AND p.is_open = 0"
    " AND p.part <> 'interpreter' AND " STILL_TO_TELL
    " UNION SELECT p.request_id FROM request_party p"
    " WHERE p.organisation_id IN ($7, $8, $9, $10, $11, $12)"
    " AND p.is_open = 0 AND " STILL_TO_TELL
    " UNION SELECT request_id FROM request WHERE request_id = $13)"
    " SELECT r.request_id, tv.name,"
    " (SELECT COUNT(*) FROM contact c JOIN visit v"
    " ON v.visit_id = c.visit_id AND v.voided_at IS NULL"
    " WHERE c.request_id = r.request_id AND c.visit_id <> $14),"
    " p.what, p.due_at, h.state, h.offered_at, h.decided_at,"
    " COALESCE(td.name, sd.name), ts.formal_name, ts.in_until_minute,"
    " x.what, x.due_at, o.note, " AWAY_UNTIL ","
    " (SELECT cc.concern FROM contact cc JOIN visit cv"
    " ON cv.visit_id = cc.visit_id AND cv.voided_at IS NULL"
    " WHERE cc.request_id = r.request_id AND cc.visit_id <> $14"
    " AND cc.concern <> '' ORDER BY cc.contact_id DESC LIMIT 1)"
    " FROM mine m JOIN request r ON r.request_id = m.request_id"
    " LEFT JOIN topic_version tv"
    " ON tv.topic_version_id = r.topic_version_id"
    " LEFT JOIN promise p ON p.promise_id = (SELECT p2.promise_id"
    " FROM promise p2 WHERE p2.request_id = r.request_id"
    " AND p2.state = 'open' ORDER BY p2.due_at, p2.promise_id LIMIT 1)"
    " LEFT JOIN promise x ON x.promise_id = " MISSED_UNSPOKEN
    " LEFT JOIN told o ON o.told_id = (SELECT MIN(o2.told_id)"
    " FROM told o2 WHERE o2.request_id = r.request_id"
    " AND o2.told_at IS NULL)"
    " LEFT JOIN handoff h ON h.handoff_id = (SELECT MAX(h2.handoff_id)"
    " FROM handoff h2 WHERE h2.request_id = r.request_id)"
    " LEFT JOIN staff ts ON ts.staff_id = CASE WHEN h.state = 'accepted'"
    " THEN COALESCE(r.owner_staff_id, h.to_staff_id) ELSE h.to_staff_id END"
    " LEFT JOIN department td ON td.department_id = h.to_department_id"
    " LEFT JOIN department sd ON sd.department_id = ts.department_id"
    " WHERE r.request_id = $13"
    " OR ((r.state = 'open' OR o.told_id IS NOT NULL) AND " REQUEST_STANDS ")"
    " ORDER BY CASE WHEN r.request_id = $13 THEN 0 ELSE 1 END,"
    " CASE WHEN o.told_id IS NULL THEN 1 ELSE 0 END,"
    " p.due_at ASC NULLS LAST, r.request_id DESC LIMIT 20";

bool cue_list_residents(struct db *db, const struct cue_people *people,
			int64_t visit_id, struct resident *out, bool *was_here,
			size_t *count, struct error *err)
{
	struct error unused = {0};
	struct query q;

	*count = 0;
	query_begin(&q, db, SQL_RESIDENTS);
	for (int i = 0; i < CUE_PEOPLE; i++)
		query_int(&q, i + 1, people->resident_ids[i]);
	query_int(&q, 7, visit_id);
	while (*count < CUE_PEOPLE && query_row(&q)) {
		struct resident *resident = &out[*count];

		was_here[(*count)++] = row_int(&q, 6) == 1;

		*resident =
		    (struct resident){.resident_id = row_int(&q, 0),
				      .language = row_copy(&q, 1),
				      .as_it_stands = row_int(&q, 3) == 1,
				      .needs_interpreter = row_int(&q, 4) == 1};
		permission_parse(row_text(&q, 2), &resident->first_name_ok,
				 &unused);
		title_list_parse(row_text(&q, 5), &resident->refused_titles);
		row_name(&q, 7, &resident->name);
	}
	return query_end(&q, err);
}

void cue_matter_release(struct cue_matter *matter)
{
	free(matter->topic);
	free(matter->promised);
	free(matter->missed);
	free(matter->to_tell);
	free(matter->concern);
	free(matter->department);
	free(matter->staff);
	*matter = (struct cue_matter){0};
}

static void read_passed(const struct query *q, struct cue_matter *matter)
{
	const char *state = row_text(q, 5);

	/* Offered or accepted; what was returned is with its sender again. */
	if (state == NULL || state[0] == 'r')
		return;
	matter->passed = state[0] == 'a' ? MATTER_WITH : MATTER_OFFERED;
	matter->passed_at =
	    matter->passed == MATTER_WITH ? row_int(q, 7) : row_int(q, 6);
	matter->department = row_copy(q, 8);
	matter->staff = row_copy(q, 9);
	matter->in_until_minute = row_is_null(q, 10) ? -1 : (int)row_int(q, 10);
	if (!row_is_null(q, 14))
		snprintf(matter->away_until.text,
			 sizeof(matter->away_until.text), "%s",
			 row_text(q, 14));
}

bool cue_list_matters(struct db *db, const struct cue_people *people,
		      int64_t request_id, int64_t visit_id,
		      const struct cue_day *day, struct cue_matter **out,
		      size_t *count, struct error *err)
{
	struct query q;

	*out = NULL;
	*count = 0;
	query_begin(&q, db, SQL_MATTERS);
	for (int i = 0; i < CUE_PEOPLE; i++) {
		query_int(&q, i + 1, people->resident_ids[i]);
		query_int(&q, i + 1 + CUE_PEOPLE, people->organisation_ids[i]);
	}
	query_int(&q, 13, request_id);
	query_int(&q, 14, visit_id);
	query_text(&q, 15, day->today.text);
	query_int(&q, 16, day->began_at);
	while (query_row(&q)) {
		struct cue_matter *matter;

		*out = mem_resize(*out, *count + 1, sizeof(**out));
		matter = &(*out)[(*count)++];
		*matter = (struct cue_matter){
		    .request_id = row_int(&q, 0),
		    .topic = row_copy(&q, 1),
		    .contacts_before = (int)row_int(&q, 2),
		    .promised = row_copy(&q, 3),
		    .due_at = row_int(&q, 4),
		    .in_until_minute = -1,
		    .missed = row_copy(&q, 11),
		    .missed_due_at = row_int(&q, 12),
		    .to_tell = row_copy(&q, 13),
		    .concern = row_copy(&q, 15),
		};
		read_passed(&q, matter);
	}
	return query_end(&q, err);
}
