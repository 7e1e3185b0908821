/*
 * told.h - a result that somebody owes the resident, until it is told
 */
#ifndef FRONTDESK_STORE_TOLD_H
#define FRONTDESK_STORE_TOLD_H

#include "frontdesk/store/db.h"

/* Owed by this person from now on; note says what is to be told. */
bool told_owe(struct db *db, int64_t request_id, int64_t staff_id,
	      const char *note, int64_t at, int64_t *told_id,
	      struct error *err);

/*
 * It was told: how is kept with the event; visit_id is the visit in which they
 * were told at the counter, or 0. *request_id is whose it was,
 * *was_acknowledged whether somebody had acknowledged that one before.
 * ERROR_NOT_FOUND without a text where it is not owed any more.
 */
bool told_settle(struct db *db, int64_t told_id, int64_t staff_id,
		 int64_t visit_id, const char *how, int64_t at,
		 int64_t *request_id, bool *was_acknowledged,
		 struct error *err);

/* Whatever was owed of this request by then was told in this visit, or
 * nothing. */
bool told_settle_request(struct db *db, int64_t request_id, int64_t visit_id,
			 int64_t staff_id, int64_t at, struct error *err);

/* They could not be reached: it stays owed. ERROR_NOT_FOUND as above. */
bool told_not_reached(struct db *db, int64_t told_id, int64_t staff_id,
		      const char *note, int64_t at, int64_t *request_id,
		      struct error *err);

/* What this person noted at that instant, told or not reached, is taken back
 * at another: it is owed again. ERROR_NOT_FOUND without a text. */
bool told_take_back(struct db *db, int64_t told_id, int64_t staff_id,
		    int64_t noted_at, int64_t at, int64_t *request_id,
		    struct error *err);

/* The same for all of a request that the end of a visit told. */
bool told_take_back_visit(struct db *db, int64_t request_id, int64_t visit_id,
			  int64_t noted_at, int64_t at, struct error *err);
/* What was taken back so at that instant is told again, unless somebody told
 * it meanwhile. */
bool told_give_back_visit(struct db *db, int64_t request_id, int64_t visit_id,
			  int64_t noted_at, int64_t taken_back_at,
			  struct error *err);

#endif
