/*
 * acknowledgement.h - that somebody was told their request is received
 */
#ifndef FRONTDESK_STORE_ACKNOWLEDGEMENT_H
#define FRONTDESK_STORE_ACKNOWLEDGEMENT_H

#include "frontdesk/store/db.h"

/*
 * Adds one; the request keeps its first. how: counter, reference_read, slip,
 * telephone, letter or mail. Within a transaction.
 */
bool acknowledgement_insert(struct db *db, int64_t request_id, int64_t staff_id,
			    const char *how, int64_t at, struct day on,
			    struct error *err);

#endif
