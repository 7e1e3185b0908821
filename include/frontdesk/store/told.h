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
 * It was told: how is added to the note, which is kept. *request_id is whose
 * it was, *was_acknowledged whether somebody had acknowledged that one before.
 * ERROR_NOT_FOUND without a text where it is not owed any more.
 */
bool told_settle(struct db *db, int64_t told_id, int64_t staff_id,
		 const char *how, int64_t at, int64_t *request_id,
		 bool *was_acknowledged, struct error *err);

#endif
