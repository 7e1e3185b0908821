/*
 * contact.h - what was said, done, and came of it in one visit about one
 * request
 *
 * Everything that changes belongs inside a db_transaction.
 */
#ifndef FRONTDESK_STORE_CONTACT_H
#define FRONTDESK_STORE_CONTACT_H

#include "frontdesk/core/visit.h"
#include "frontdesk/store/db.h"

/*
 * Adds the contact of this visit and contact->request_id, or writes what
 * differs; its result only where has_result. Answers too: those that are gone
 * from contact are taken away.
 */
bool contact_save(struct db *db, int64_t visit_id, int64_t staff_id, int64_t at,
		  const struct contact *contact, bool has_result,
		  struct error *err);

/*
 * The place of a request that was there before this visit: kept beside its
 * saved contact until F9, then dropped, as the request has it.
 */
bool contact_keep_place(struct db *db, int64_t visit_id,
			const struct contact *contact, struct error *err);
bool contact_drop_place(struct db *db, int64_t visit_id, int64_t request_id,
			struct error *err);

/* Adds to visit the contacts that were saved, with numbers and answers. */
bool contact_list(struct db *db, struct visit *visit, struct error *err);

/* Without a result again: the visit's F9 is undone. */
bool contact_clear_results(struct db *db, int64_t visit_id, struct error *err);

#endif
