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

/* Returned to this person and not passed on since, then offered to them, then
 * to their department by others; each newest last. */
bool handoff_list_mine(struct db *db, int64_t staff_id, int64_t department_id,
		       size_t limit, struct handoff_list *out,
		       struct error *err);

/* From offered to state; ERROR_NOT_FOUND without a text where it is decided
 * already. The event is the caller's to add. */
bool handoff_decide(struct db *db, int64_t handoff_id, enum handoff_state state,
		    int64_t at, struct error *err);

/* kind: offered accepted returned seen */
bool handoff_event_insert(struct db *db, int64_t handoff_id, const char *kind,
			  int64_t at, int64_t staff_id, const char *note,
			  struct error *err);

/* Whether an offer of this request waits for its answer: adds to whom. */
bool handoff_pending(struct db *db, int64_t request_id, struct str *to,
		     struct error *err);

/* Adds the receivers so far, "Planning, Mr. Osei (returned)"; *count hops. */
bool handoff_chain(struct db *db, int64_t request_id, struct str *out,
		   int *count, struct error *err);

#endif
