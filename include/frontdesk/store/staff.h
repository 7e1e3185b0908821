/*
 * staff.h - who works here, their languages, PINs and sessions
 */
#ifndef FRONTDESK_STORE_STAFF_H
#define FRONTDESK_STORE_STAFF_H

#include "frontdesk/base/secret.h"
#include "frontdesk/core/staff.h"
#include "frontdesk/store/db.h"

bool staff_get(struct db *db, int64_t staff_id, struct staff *out,
	       struct error *err);

/* By login, else by name; ERROR_NOT_FOUND, without a text, for nobody. */
bool staff_find(struct db *db, const char *login, struct staff *out,
		struct error *err);

/* The first active clerk, by id; ERROR_NOT_FOUND for none. */
bool staff_first_clerk(struct db *db, int64_t *staff_id, struct error *err);

bool staff_list(struct db *db, bool with_inactive, struct staff_list *out,
		struct error *err);

/* pin_hash NULL: none. ERROR_CONFLICT, field "login", when it is taken. */
bool staff_insert(struct db *db, const struct staff *staff,
		  const char *pin_hash, int64_t *staff_id, struct error *err);
/* pin_hash NULL leaves it as it is. */
bool staff_update(struct db *db, const struct staff *staff,
		  const char *pin_hash, struct error *err);

struct staff_pin {
	char hash[SECRET_HASH_SIZE]; /* "" none */
	int failed_count;
	int64_t blocked_until_at; /* 0: not blocked */
};
bool staff_get_pin(struct db *db, int64_t staff_id, struct staff_pin *out,
		   struct error *err);
bool staff_set_failed(struct db *db, int64_t staff_id, int failed_count,
		      int64_t blocked_until_at, struct error *err);

/* Ends what the person has open elsewhere, and records the new session. */
bool session_begin(struct db *db, int64_t staff_id, int64_t counter_window_id,
		   struct error *err);
bool session_end(struct db *db, int64_t staff_id, struct error *err);

#endif
