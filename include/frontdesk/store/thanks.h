/*
 * thanks.h - what a colleague is thanked for
 */
#ifndef FRONTDESK_STORE_THANKS_H
#define FRONTDESK_STORE_THANKS_H

#include <stddef.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/store/db.h"

/* Text is borrowed, and so is what a reading gives. */
struct thanks {
	int64_t thanks_id, site_id, to_staff_id, noted_by;
	int64_t visit_id; /* or 0 */
	bool is_from_visitor;
	const char *text;
	int64_t at;
	struct day on;
};
bool thanks_insert(struct db *db, const struct thanks *thanks,
		   int64_t *thanks_id, struct error *err);

/* By whoever is thanked, once; *is_new: it was not read before. */
bool thanks_read(struct db *db, int64_t thanks_id, int64_t staff_id, int64_t at,
		 bool *is_new, struct error *err);

/* ERROR_NOT_FOUND, without a text, where it was taken back or read. */
bool thanks_take_back(struct db *db, int64_t thanks_id, int64_t at,
		      struct error *err);

struct thanks_row {
	int64_t thanks_id, request_id, at;
	bool is_from_visitor, is_read;
	const char *text, *staff; /* who noted it, as signed */
	const char *reference;	  /* of the visit, or NULL */
	const char *to;		  /* the login of whoever is thanked */
	const char *on;
};
typedef void thanks_row_fn(const struct thanks_row *row, void *state);
/* Of this person: what is not read first, then the newest. */
bool thanks_each(struct db *db, int64_t staff_id, size_t limit,
		 thanks_row_fn *each, void *state, struct error *err);

/* All that stand, the oldest first; false from each ends it. */
typedef bool thanks_whole_fn(const struct thanks_row *row, void *state,
			     struct error *err);
bool thanks_each_whole(struct db *db, thanks_whole_fn *each, void *state,
		       struct error *err);

#endif
