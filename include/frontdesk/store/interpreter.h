/*
 * interpreter.h - who works here and interprets in a visit
 *
 * What changes belongs inside a db_transaction.
 */
#ifndef FRONTDESK_STORE_INTERPRETER_H
#define FRONTDESK_STORE_INTERPRETER_H

#include "frontdesk/core/visit.h"
#include "frontdesk/store/db.h"

/* Once for each of them in a visit. */
bool interpreter_insert(struct db *db, int64_t visit_id, int64_t staff_id,
			int64_t at, int64_t noted_by, struct error *err);
/* They do not after all; ERROR_NOT_FOUND without a text where they did not. */
bool interpreter_take_back(struct db *db, int64_t visit_id, int64_t staff_id,
			   int64_t at, struct error *err);
/* Adds those of visit->visit_id. */
bool interpreter_list(struct db *db, struct visit *visit, struct error *err);

#endif
