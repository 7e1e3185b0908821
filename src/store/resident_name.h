/*
 * resident_name.h - a resident's row and names: in use, former, legal
 */
#ifndef FRONTDESK_STORE_RESIDENT_NAME_H
#define FRONTDESK_STORE_RESIDENT_NAME_H

#include "frontdesk/store/resident.h"

/* The record's own columns and its name in use: resident r JOIN resident_name
 * n, read by row_resident, which leaves what was read in out where it fails. */
#define RESIDENT_COLUMNS                                                       \
	"r.resident_id, r.reference, r.language, r.needs_interpreter, "        \
	"r.first_name_ok, r.as_it_stands, r.note, r.edition, "                 \
	"r.refused_titles, " NAME_COLUMNS
#define RESIDENT_COLUMN_COUNT (9 + NAME_COLUMN_COUNT)
bool row_resident(const struct query *q, struct resident *out,
		  struct error *err);

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

/* The same where what was in use was a mistake and leaves no former name. */
bool name_put_back(struct db *db, int64_t resident_id,
		   const struct person_name *before,
		   const struct person_name *now, struct error *err);

#endif
