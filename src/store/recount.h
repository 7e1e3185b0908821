/*
 * recount.h - the totals of the days compared with the records, or made anew
 */
#ifndef FRONTDESK_STORE_RECOUNT_H
#define FRONTDESK_STORE_RECOUNT_H

#include "frontdesk/store/db.h"

/* ERROR_DAMAGED names the first day whose totals differ. */
bool recount_check(struct db *db, struct error *err);

/* Within a transaction: what the totals hold is forgotten. */
bool recount_all(struct db *db, struct error *err);

/* What request.is_gone says, from the records: of those that have a contact. */
#define REQUEST_IS_GONE                                                        \
	"CASE WHEN r.first_visit_id IS NOT NULL"                               \
	" AND EXISTS (SELECT 1 FROM contact c"                                 \
	"  WHERE c.request_id = r.request_id)"                                 \
	" AND NOT EXISTS (SELECT 1 FROM contact c"                             \
	"  JOIN visit v ON v.visit_id = c.visit_id"                            \
	"  WHERE c.request_id = r.request_id AND v.voided_at IS NULL)"         \
	" THEN 1 ELSE 0 END"

#endif
