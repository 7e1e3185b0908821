/*
 * recount.h - the totals of the days compared with the records, or made anew
 */
#ifndef FRONTDESK_STORE_RECOUNT_H
#define FRONTDESK_STORE_RECOUNT_H

#include "facts.h"
#include "frontdesk/store/db.h"

/* ERROR_DAMAGED names the first day whose totals differ. */
bool recount_check(struct db *db, struct error *err);

/* Within a transaction: what the totals hold is forgotten. */
bool recount_all(struct db *db, struct error *err);

/* Adds settled facts to the totals. */
bool facts_write(struct db *db, const struct facts *facts, struct error *err);

#endif
