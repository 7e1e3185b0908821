/*
 * resident.h - residents: names, permissions, ways to reach them
 */
#ifndef FRONTDESK_STORE_RESIDENT_H
#define FRONTDESK_STORE_RESIDENT_H

#include "frontdesk/core/resident.h"
#include "frontdesk/store/db.h"

/*
 * The name in use in any query: SELECT … NAME_COLUMNS … JOIN resident_name n
 * ON n.resident_id = … AND n.kind = 'in_use', read by row_name.
 */
#define NAME_COLUMNS                                                           \
	"n.title, n.given, n.given2, n.known_as, n.address_as, "               \
	"n.surname_prefix, n.surname, n.surname2, n.generation, "              \
	"n.credentials, n.rank, n.service, n.office, n.pronouns, n.say_as, "   \
	"n.name_locale, n.legal_given, n.chaplain, n.retired"
#define NAME_COLUMN_COUNT 19
void row_name(const struct query *query, int first, struct person_name *out);

/* "Ms. Elena Alvarez" of those columns; NULL where all of them are NULL (a
 * LEFT JOIN that found nobody). The caller frees it. */
char *row_name_full(const struct query *query, int first);
/* "Alvarez, Ms. Elena" */
char *row_name_sorted(const struct query *query, int first);

/* A merged record's survivor is read. ERROR_NOT_FOUND in words. */
bool resident_get(struct db *db, int64_t resident_id, struct resident *out,
		  struct error *err);
bool resident_find_reference(struct db *db, const char *reference,
			     int64_t *resident_id, struct error *err);
/* The name alone, for a cue, with the permission: no reaches. */
bool resident_get_name(struct db *db, int64_t resident_id, struct resident *out,
		       struct error *err);

/*
 * Adds the resident with everything in it and makes it findable. Within a
 * transaction. *is_taken: the reference was another's, take a new one.
 */
bool resident_insert(struct db *db, struct resident *resident, bool *is_taken,
		     struct error *err);

/*
 * Changes it where its edition is still the one that was read, else
 * ERROR_CONFLICT. Reaches that are gone stay in the store as not current; a
 * former name stays too. Within a transaction.
 */
bool resident_update(struct db *db, struct resident *resident,
		     struct error *err);

/* The same where what stood there was a mistake: its name is no former one. */
bool resident_put_back(struct db *db, struct resident *resident,
		       struct error *err);

/* kind: first_name title address_as as_it_stands refused_title allowed_title;
 * only ever added to. */
bool permission_insert(struct db *db, int64_t resident_id, const char *kind,
		       const char *value, struct error *err);
struct permission_row {
	char *kind, *value, *staff;
	int64_t noted_at;
};
/* Newest first; the caller frees the texts and the rows. has_merged: of the
 * records that were merged into it too. */
bool permission_list(struct db *db, int64_t resident_id, bool has_merged,
		     struct permission_row **out, size_t *count,
		     struct error *err);

#endif
