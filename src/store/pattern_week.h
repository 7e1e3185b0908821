/*
 * pattern_week.h - the requests and the questions of a few days
 */
#ifndef PATTERN_WEEK_H
#define PATTERN_WEEK_H

#include "frontdesk/store/pattern.h"
#include "who.h"

/* Who the request r is of, as one number; NULL without a name. */
#define PERSON_OF_REQUEST                                                      \
	"coalesce((SELECT coalesce(y.survivor_id, y.resident_id)"              \
	" FROM request_party x JOIN resident y"                                \
	" ON y.resident_id = x.resident_id"                                    \
	" WHERE x.request_id = r.request_id AND x.part <> 'interpreter'"       \
	" ORDER BY CASE x.part WHEN 'themselves' THEN 0"                       \
	" WHEN 'for_organisation' THEN 1 WHEN 'speaks_for' THEN 2 ELSE 3 END," \
	" x.resident_id LIMIT 1), (SELECT -x.organisation_id"                  \
	" FROM request_party x WHERE x.request_id = r.request_id"              \
	" AND x.organisation_id IS NOT NULL"                                   \
	" ORDER BY x.organisation_id LIMIT 1))"

/* $1 is the site, $2 and $3 the days. */
#define OF_THE_WEEK                                                            \
	" FROM request r WHERE r.received_on >= $2 AND r.received_on <= $3"    \
	" AND r.site_id = $1 AND r.state <> 'draft' AND " REQUEST_STANDS

/* An unnamed visit is somebody by itself. */
#define VISIT_OF_REQUEST "coalesce(r.first_visit_id, -r.request_id)"
#define UNNAMED                                                                \
	"COUNT(DISTINCT CASE WHEN w.person IS NULL THEN w.visit ELSE NULL "    \
	"END)"
#define PEOPLE "COUNT(DISTINCT w.person) + " UNNAMED

/* When the last day ended: what was settled later was open then. */
#define WAS_OPEN "(r.state = 'open' OR r.resolved_on > $3)"
#define IS_OPEN "CASE WHEN " WAS_OPEN " THEN 1 ELSE 0 END"

#define HAS_UNKNOWN                                                            \
	" EXISTS (SELECT 1 FROM contact c JOIN answer a"                       \
	" ON a.contact_id = c.contact_id"                                      \
	" JOIN visit cv ON cv.visit_id = c.visit_id"                           \
	" WHERE c.request_id = r.request_id"                                   \
	" AND cv.arrived_on <= $3 AND a.value IS NULL)"

/* What nobody at the counter could answer, nor had when the last day ended. */
#define NOTED_IN_THE_WEEK                                                      \
	" FROM unanswered u WHERE u.site_id = $1 AND u.asked_on >= $2"         \
	" AND u.asked_on <= $3"                                                \
	" AND (u.answered_at IS NULL OR u.answered_on > $3)"                   \
	" AND u.taken_back_at IS NULL"

/* Binds $1 to $3. */
void pattern_begin_week(struct query *q, struct db *db, const char *sql,
			const struct pattern_range *range);

#endif
