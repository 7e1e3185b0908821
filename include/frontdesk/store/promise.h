/*
 * promise.h - promises and what became of them, each step a fact of its own
 *
 * Everything that changes belongs inside a db_transaction.
 */
#ifndef FRONTDESK_STORE_PROMISE_H
#define FRONTDESK_STORE_PROMISE_H

#include "frontdesk/base/str.h"
#include "frontdesk/core/promise.h"
#include "frontdesk/store/db.h"

/* Adds an open promise, made now by this person, with its event 'made'. */
bool promise_insert(struct db *db, const struct promise *promise,
		    int64_t made_at, int64_t made_by, int64_t *promise_id,
		    struct error *err);

/* ERROR_NOT_FOUND without a text where there is none. */
bool promise_get(struct db *db, int64_t promise_id, struct promise *out,
		 struct error *err);

/* From open to state; ERROR_NOT_FOUND without a text where it is not open any
 * more. The event is the caller's to add. */
bool promise_settle(struct db *db, int64_t promise_id, enum promise_state state,
		    int64_t at, struct error *err);

/* kind: made kept missed withdrawn renewed passed_on */
bool promise_event_insert(struct db *db, int64_t promise_id, const char *kind,
			  int64_t at, int64_t staff_id, const char *note,
			  struct error *err);

/*
 * What this person settled at that instant is taken back at another: the
 * promise is open again, and one that was made in its place is due on no day.
 * *was is what it had been settled as. ERROR_NOT_FOUND without a text where it
 * was not, or where the one in its place was settled or passed on meanwhile.
 */
bool promise_take_back(struct db *db, int64_t promise_id, int64_t staff_id,
		       int64_t settled_at, int64_t at, enum promise_state *was,
		       struct error *err);

/* What this person made at that instant was never made: due on no day, at
 * another instant. ERROR_NOT_FOUND without a text where it was settled or
 * passed on meanwhile. */
bool promise_unmake(struct db *db, int64_t promise_id, int64_t made_by,
		    int64_t made_at, int64_t at, struct error *err);

/* What this person owes of a request is done with it: each kept by its hour or
 * missed, with its event; and the same taken back at another instant. */
bool promise_keep_own(struct db *db, int64_t request_id, int64_t staff_id,
		      int64_t at, struct error *err);
bool promise_open_own(struct db *db, int64_t request_id, int64_t staff_id,
		      int64_t kept_at, int64_t at, struct error *err);

/* Adds what anybody else owes of a request first, and who; or nothing. */
bool promise_of_others(struct db *db, int64_t request_id, int64_t staff_id,
		       struct str *what, struct str *who, struct error *err);

/* The open promises of a request that from1 or from2 owes become to's. */
bool promise_pass_on(struct db *db, int64_t request_id, int64_t from1,
		     int64_t from2, int64_t to, int64_t at, struct error *err);

#endif
