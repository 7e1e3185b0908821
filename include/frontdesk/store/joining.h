/*
 * joining.h - a colleague who came to the window in front of the visitor
 */
#ifndef FRONTDESK_STORE_JOINING_H
#define FRONTDESK_STORE_JOINING_H

#include "frontdesk/store/db.h"

struct joining {
	int64_t request_id, visit_id;
	int64_t staff_id; /* who joined */
	int64_t at, noted_by;
};

/* Once for each colleague in a visit: *joining_id is 0 where they are there
 * already. Inside a db_transaction; the touch is the caller's to add. */
bool joining_insert(struct db *db, const struct joining *joining,
		    int64_t *joining_id, struct error *err);

/* Both: ERROR_NOT_FOUND without a text; the second also where it was taken
 * back already. */
bool joining_get(struct db *db, int64_t joining_id, struct joining *out,
		 struct error *err);
bool joining_take_back(struct db *db, int64_t joining_id, int64_t at,
		       struct error *err);

#endif
