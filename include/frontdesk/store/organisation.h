/*
 * organisation.h - businesses and associations with their people
 */
#ifndef FRONTDESK_STORE_ORGANISATION_H
#define FRONTDESK_STORE_ORGANISATION_H

#include "frontdesk/core/resident.h"
#include "frontdesk/store/db.h"

bool organisation_get(struct db *db, int64_t organisation_id,
		      struct organisation *out, struct error *err);
/* *organisation_id is 0 where there is none. */
bool organisation_find_uuid(struct db *db, const char *uuid,
			    int64_t *organisation_id, struct error *err);
/* Both make it findable; within a transaction. */
bool organisation_insert(struct db *db, struct organisation *organisation,
			 struct error *err);
bool organisation_update(struct db *db, struct organisation *organisation,
			 struct error *err); /* ERROR_CONFLICT when stale */
bool organisation_add_person(struct db *db, int64_t organisation_id,
			     int64_t resident_id, const char *part,
			     struct error *err);
/* What they said and asked for it stays where it is. */
bool organisation_remove_person(struct db *db, int64_t organisation_id,
				int64_t resident_id, struct error *err);

/* "Kowalski Builders (owner)"; the caller frees the texts and the array.
 * has_merged: of the records that were merged into it too. */
bool organisation_list_of_resident(struct db *db, int64_t resident_id,
				   bool has_merged, char ***out, size_t *count,
				   struct error *err);
/* Its people, by name, with what they are there; the caller frees the parts
 * and the array. */
struct organisation_person {
	int64_t resident_id;
	char *part;	 /* "owner", "" */
	char *reference; /* P-…; NULL but in an export */
};
bool organisation_list_people(struct db *db, int64_t organisation_id,
			      struct organisation_person **out, size_t *count,
			      struct error *err);
void organisation_people_release(struct organisation_person *people,
				 size_t count);

/* What a reach of either is kept by. Exactly one of the ids is not 0. */
bool reach_save_all(struct db *db, int64_t resident_id, int64_t organisation_id,
		    struct reach *reaches, size_t count, struct error *err);
bool reach_list(struct db *db, int64_t resident_id, int64_t organisation_id,
		struct reach **out, size_t *count, struct error *err);

#endif
