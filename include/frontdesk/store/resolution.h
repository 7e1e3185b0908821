/*
 * resolution.h - a request that was resolved outside a visit
 *
 * Everything that changes belongs inside a db_transaction.
 */
#ifndef FRONTDESK_STORE_RESOLUTION_H
#define FRONTDESK_STORE_RESOLUTION_H

#include "frontdesk/base/clock.h"
#include "frontdesk/store/db.h"

/* told_id 0: nobody can be told. done is borrowed. */
struct resolution {
	int64_t request_id, staff_id, told_id;
	int64_t at;
	struct day on; /* at the site */
	const char *done;
};

/* The request is resolved from now on; ERROR_NOT_FOUND without a text where it
 * is not open any more. */
bool resolution_insert(struct db *db, const struct resolution *resolution,
		       struct error *err);

/* Still open, with the result it had, nothing owed: what this person resolved
 * at that instant is taken back at another. ERROR_NOT_FOUND without a text
 * where it was changed, or told, meanwhile. */
bool resolution_take_back(struct db *db, int64_t request_id, int64_t staff_id,
			  int64_t resolved_at, int64_t at, struct error *err);

#endif
