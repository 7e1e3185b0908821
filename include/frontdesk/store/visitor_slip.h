/*
 * visitor_slip.h - what a visitor may take home about a request
 */
#ifndef FRONTDESK_STORE_VISITOR_SLIP_H
#define FRONTDESK_STORE_VISITOR_SLIP_H

#include "frontdesk/core/visitor_slip.h"
#include "frontdesk/store/db.h"

/* Everything of the request; what is of where it is handed out stays the
 * caller's to fill. ERROR_NOT_FOUND without a text where there is none. */
bool visitor_slip_get(struct db *db, int64_t request_id,
		      struct visitor_slip *out, struct error *err);

#endif
