/*
 * recount.h - the totals of the days compared with the records, or made anew
 */
#ifndef FRONTDESK_STORE_RECOUNT_H
#define FRONTDESK_STORE_RECOUNT_H

#include "frontdesk/store/db.h"

/* ERROR_DAMAGED names the first day whose totals differ. */
bool recount_check(struct db *db, struct error *err);

/* ERROR_DAMAGED names a request that the lists leave out though a visit about
 * it stands, or the other way round (request.is_gone). */
bool gone_check(struct db *db, struct error *err);

/* Within a transaction, of a store that is being migrated: what the totals
 * hold is forgotten, and all records are counted. */
bool recount_all(struct db *db, struct error *err);

#endif
