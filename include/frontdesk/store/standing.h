/*
 * standing.h - how a request stands: whose it is, and what passing on, a
 * promise or a telling make of it
 *
 * Everything that changes belongs inside a db_transaction.
 */
#ifndef FRONTDESK_STORE_STANDING_H
#define FRONTDESK_STORE_STANDING_H

#include "frontdesk/core/request.h"
#include "frontdesk/store/db.h"

struct standing {
	int64_t request_id;
	char *reference;
	enum request_state state;
	int64_t owner_staff_id, owner_department_id; /* 0: none */
	bool is_named;
	char *contact_text; /* a telephone that was left, or "" */
	bool is_reachable;  /* one of the two */
};
void standing_release(struct standing *standing);

/* ERROR_NOT_FOUND without a text where there is none. */
bool standing_get(struct db *db, int64_t request_id, struct standing *out,
		  struct error *err);

/* Open from now on, whatever it was; owned by this person where it is
 * nobody's. */
bool standing_open(struct db *db, int64_t request_id, int64_t staff_id,
		   int64_t department_id, struct error *err);

bool standing_own(struct db *db, int64_t request_id, int64_t staff_id,
		  int64_t department_id, struct error *err);

/* From open to resolved; ERROR_NOT_FOUND without a text where it is not open
 * any more. */
bool standing_resolve(struct db *db, int64_t request_id, int64_t at,
		      struct day on, struct error *err);

/* How whoever left no name can be reached. */
bool standing_set_contact(struct db *db, int64_t request_id,
			  const char *contact_text, struct error *err);

/* This person acted on the request: counted once. */
bool standing_touch(struct db *db, int64_t request_id, int64_t staff_id,
		    int64_t at, struct error *err);

/* What they did at that instant is taken back: where it was their first and
 * nothing else that counts is theirs, they did not act. */
bool standing_untouch(struct db *db, int64_t request_id, int64_t staff_id,
		      int64_t at, struct error *err);

/* The contact of this visit ended in a hand-off. */
bool standing_hand_off(struct db *db, int64_t request_id, int64_t visit_id,
		       struct error *err);

#endif
