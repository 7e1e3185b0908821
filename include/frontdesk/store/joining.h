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

/* Once for each colleague in a visit. Inside a db_transaction; the touch is the
 * caller's to add. */
bool joining_insert(struct db *db, const struct joining *joining,
		    struct error *err);

#endif
