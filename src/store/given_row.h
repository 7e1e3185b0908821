/*
 * given_row.h - the rows that the totals are counted from
 *
 * Each list of columns begins with the record that the row belongs to, so
 * that the rows of one record and those of all are read by the same function:
 * what follows FROM and WHERE is the only difference.
 */
#ifndef FRONTDESK_STORE_GIVEN_ROW_H
#define FRONTDESK_STORE_GIVEN_ROW_H

#include "frontdesk/store/db.h"
#include "given.h"
#include "who.h"

/* Columns of any version: a store of an earlier one is counted when it has come
 * to the newest of these (MIGRATION_COUNTED in migrate.c). */
#define GIVEN_VISIT                                                            \
	"SELECT v.visit_id, v.site_id, v.arrived_on, s.time_zone, v.channel,"  \
	" v.state, v.left_when, v.arrived_at, v.wait_length,"                  \
	" v.service_length, v.is_timed, v.entered_at, v.voided_at,"            \
	" v.address_known, v.first_called_at, v.ended_at"                      \
	" FROM visit v CROSS JOIN site s WHERE s.site_id = v.site_id"
void given_visit_row(const struct query *q, struct given_visit *visit);

/* reason, length */
#define GIVEN_HOLD                                                             \
	"SELECT p.visit_id, p.reason, p.ended_at - p.began_at FROM period p"   \
	" WHERE p.kind = 'hold' AND p.ended_at IS NOT NULL"

/* Without a row the visit is of somebody unnamed. */
#define GIVEN_NAMED                                                            \
	"SELECT p.visit_id FROM visit_person p WHERE p.resident_id IS NOT "    \
	"NULL"

#define GIVEN_REQUEST                                                          \
	"SELECT r.request_id, r.site_id, r.channel, r.state, r.topic_id,"      \
	" r.received_on, r.first_acknowledged_on, r.resolved_on,"              \
	" r.first_visit_id, r.received_at, r.first_acknowledged_at,"           \
	" r.resolved_at FROM request r"
void given_request_row(const struct query *q, struct given_request *request);

/* A row of one of these belongs to the request and is added to it. */
typedef void given_row_fn(const struct query *q, struct given_request *request);

#define GIVEN_CONTACT                                                          \
	"SELECT c.request_id, c.contact_id, c.visit_id, c.result,"             \
	" c.concern <> '', v.site_id, v.ended_at, v.ended_on, v.voided_at,"    \
	" c.required_count, c.asked_count"                                     \
	" FROM contact c CROSS JOIN visit v WHERE v.visit_id = c.visit_id"
given_row_fn given_contact_row;

#define GIVEN_HANDOFF                                                          \
	"SELECT h.request_id, h.visit_id, h.site_id, h.hop, h.state,"          \
	" h.offered_at, h.offered_on, h.decided_at, h.handoff_id"              \
	" FROM handoff h"
given_row_fn given_handoff_row;

#define GIVEN_PROMISE                                                          \
	"SELECT p.request_id, p.site_id, p.state, p.made_at, p.due_at,"        \
	" p.settled_at, p.due_on, p.taken_back_at IS NOT NULL "                \
	"OR " PROMISE_IS_VOIDED ", p.promise_id"                               \
	" FROM promise p"
given_row_fn given_promise_row;

#define GIVEN_OWED                                                             \
	"SELECT o.request_id, o.owed_at, s.time_zone FROM told o"              \
	" CROSS JOIN request r CROSS JOIN site s"                              \
	" WHERE r.request_id = o.request_id AND s.site_id = r.site_id"         \
	" AND o.told_at IS NULL"
given_row_fn given_owed_row;

#define GIVEN_TOUCH "SELECT t.request_id FROM touch t"
given_row_fn given_touch_row;

/* By the visit that it is about; of one that was voided none counts. */
#define GIVEN_FEEDBACK                                                         \
	"SELECT f.visit_id, f.feedback_id, f.site_id, f.noted_on,"             \
	" f.kind = 'card', f.comment <> '', f.satisfaction, f.trust,"          \
	" f.effectiveness, f.ease, f.speed, f.fairness, f.courtesy"            \
	" FROM feedback f CROSS JOIN visit v WHERE v.visit_id = f.visit_id"    \
	" AND v.voided_at IS NULL AND f.taken_back_at IS NULL"
void given_feedback_row(const struct query *q, struct given_feedback *feedback);

/* The steps of ideas. */
#define GIVEN_IDEA                                                             \
	"SELECT e.idea_id, e.site_id, e.happened_on, e.kind FROM idea_event e" \
	" WHERE e.taken_back_at IS NULL AND e.kind <> 'remark'"
void given_idea_row(const struct query *q, struct given_once *once);

#define GIVEN_THANKS                                                           \
	"SELECT t.thanks_id, t.site_id, t.thanked_on, t.is_from_visitor"       \
	" FROM thanks t WHERE t.taken_back_at IS NULL"
void given_thanks_row(const struct query *q, struct given_once *once);

/* Of whoever opened a window: the others have none to open. */
#define GIVEN_BRIEFING                                                         \
	"SELECT b.briefing_id, b.site_id, b.shown_on, b.seen_at"               \
	" FROM briefing b WHERE b.counter_window_id IS NOT NULL"
void given_briefing_row(const struct query *q, struct given_briefing *briefing);

#endif
