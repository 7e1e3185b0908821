/*
 * handoff.h - hand-offs and each step they took
 *
 * A hand-off's asked and context are written once. Everything that changes
 * belongs inside a db_transaction.
 */
#ifndef FRONTDESK_STORE_HANDOFF_H
#define FRONTDESK_STORE_HANDOFF_H

#include "frontdesk/base/str.h"
#include "frontdesk/core/handoff.h"
#include "frontdesk/store/db.h"

struct handoff_offer {
	int64_t request_id, visit_id; /* visit_id 0: outside a visit */
	int64_t from_staff_id, to_staff_id, to_department_id;
	const char *asked, *context;
	enum handoff_urgency urgency;
	enum handoff_manner manner;
	int64_t at;
	struct day on;
	int64_t site_id;
};

/* Adds one with its event 'offered'; its hop is the request's next. */
bool handoff_insert(struct db *db, const struct handoff_offer *offer,
		    int64_t *handoff_id, struct error *err);

/* ERROR_NOT_FOUND without a text where there is none. */
bool handoff_get(struct db *db, int64_t handoff_id, struct handoff *out,
		 struct error *err);

/* Returned to this person and not passed on since; then the urgent ones, those
 * of today, and the usual ones, each offered to them first, then to their
 * department by others, then to one they stand in for; each newest last. */
bool handoff_list_mine(struct db *db, int64_t staff_id, int64_t department_id,
		       size_t limit, struct handoff_list *out,
		       struct error *err);

/* From offered to state; ERROR_NOT_FOUND without a text where it is decided
 * already. The event is the caller's to add. */
bool handoff_decide(struct db *db, int64_t handoff_id, enum handoff_state state,
		    int64_t at, struct error *err);

/* kind: offered accepted returned seen delivered not_delivered taken_back. By
 * staff_id; noted_by is who noted it for them, 0: they themselves. */
struct handoff_event {
	int64_t handoff_id;
	const char *kind;
	int64_t at, staff_id, noted_by;
	const char *note; /* NULL: none */
};
bool handoff_event_insert(struct db *db, const struct handoff_event *event,
			  struct error *err);
/* Unless this person has one of this kind there already. */
bool handoff_event_insert_once(struct db *db, const struct handoff_event *event,
			       struct error *err);

/* Whether an offer of this request waits for its answer: adds to whom. */
bool handoff_pending(struct db *db, int64_t request_id, struct str *to,
		     struct error *err);

/* The offer of this request that waits for its answer, 0 where none does. */
bool handoff_find_offered(struct db *db, int64_t request_id,
			  int64_t *handoff_id, struct error *err);

#endif
