/*
 * absence.h - who is away, and on which days
 */
#ifndef FRONTDESK_STORE_ABSENCE_H
#define FRONTDESK_STORE_ABSENCE_H

#include "frontdesk/store/db.h"

struct absence {
	int64_t absence_id, staff_id;
	struct day from, to; /* both included */
	const char *name, *formal_name, *department;
	const char *deputy; /* of the department, or NULL */
};
typedef void absence_fn(const struct absence *absence, void *state);

/* Those that end on a day or later and begin on another or earlier, by their
 * beginning; texts are borrowed. */
bool absence_each(struct db *db, struct day ends_from, struct day begins_by,
		  absence_fn *each, void *state, struct error *err);

bool absence_insert(struct db *db, int64_t staff_id, struct day from,
		    struct day to, int64_t *absence_id, struct error *err);
/* Whose it is; ERROR_NOT_FOUND where it is not there or was taken back. */
bool absence_staff(struct db *db, int64_t absence_id, int64_t *staff_id,
		   struct error *err);
/* Taken back; ERROR_NOT_FOUND where it was already. */
bool absence_end(struct db *db, int64_t absence_id, struct error *err);
/* Where it has that day, every other of the same person that has it too. */
bool absence_end_day(struct db *db, int64_t absence_id, struct day day,
		     struct error *err);

#endif
