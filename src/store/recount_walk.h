/*
 * recount_walk.h - what all records give to the totals, read in one pass
 */
#ifndef FRONTDESK_STORE_RECOUNT_WALK_H
#define FRONTDESK_STORE_RECOUNT_WALK_H

#include "frontdesk/store/db.h"
#include "given.h"

/* Visits and requests alone: what there was when totals were first kept. */
bool recount_walk_first(struct db *db, given_fn *give, void *state,
			struct error *err);
bool recount_walk(struct db *db, given_fn *give, void *state,
		  struct error *err);

#endif
