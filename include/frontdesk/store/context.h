/*
 * context.h - what goes along with a hand-off, gathered from the records
 */
#ifndef FRONTDESK_STORE_CONTEXT_H
#define FRONTDESK_STORE_CONTEXT_H

#include "frontdesk/core/handoff.h"
#include "frontdesk/store/db.h"

/*
 * Everything but zone, now and address, which the caller adds. Made from the
 * contact of this visit, or the latest where visit_id is 0. A few statements:
 * call it within a snapshot. ERROR_NOT_FOUND without a text where there is no
 * such request.
 */
bool context_read(struct db *db, int64_t request_id, int64_t visit_id,
		  struct handoff_context *out, struct error *err);

#endif
