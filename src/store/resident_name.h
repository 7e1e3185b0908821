/*
 * resident_name.h - a resident's names: in use, former, legal
 */
#ifndef FRONTDESK_STORE_RESIDENT_NAME_H
#define FRONTDESK_STORE_RESIDENT_NAME_H

#include "frontdesk/store/resident.h"

bool name_insert(struct db *db, int64_t resident_id, const char *kind,
		 const struct person_name *name, struct error *err);

/* Makes the resident findable by the name in use, and apart by the legal
 * one. */
bool name_index(struct db *db, int64_t resident_id,
		const struct person_name *name, struct error *err);

/* The name in use becomes another; what they were found by stays as a former
 * name. Nothing is written where no part differs. */
bool name_change(struct db *db, int64_t resident_id,
		 const struct person_name *before,
		 const struct person_name *now, struct error *err);

#endif
