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

/* The row alone, for a request that has its first already, or is given it by
 * request_settle. */
bool acknowledgement_add(struct db *db, int64_t request_id, int64_t staff_id,
			 const char *how, int64_t at, struct day on,
			 struct error *err);

/* The one that this person noted at that instant is taken back at another; the
 * request's first is then the earliest that stands. ERROR_NOT_FOUND without a
 * text where there is none. */
bool acknowledgement_take_back(struct db *db, int64_t request_id,
			       int64_t staff_id, int64_t noted_at, int64_t at,
			       struct error *err);

/* The same of what an F9 at that instant acknowledged, if it did, whoever
 * pressed it. */
bool acknowledgement_take_back_counter(struct db *db, int64_t request_id,
				       int64_t noted_at, int64_t at,
				       struct error *err);
/* What was taken back so at that instant counts again. */
bool acknowledgement_give_back_counter(struct db *db, int64_t request_id,
				       int64_t noted_at, int64_t taken_back_at,
				       struct error *err);

#endif
