/*
 * search.h - the one box's index: small enough that each engine has its own
 *
 * Text is folded in C (base/text.h) before it comes here. Names are found
 * newest visitor first; everything else by ordinary index ranges.
 */
#ifndef FRONTDESK_STORE_SEARCH_H
#define FRONTDESK_STORE_SEARCH_H

#include "frontdesk/store/db.h"

struct search_hit { /* exactly one of the ids is not 0 */
	int64_t resident_id, organisation_id, request_id, visit_id;
};
struct search_hits {
	struct search_hit *items;
	size_t count, size;
	bool has_merged; /* somebody of them has more records than one */
};
void search_hits_release(struct search_hits *hits);
/* Adds one where it is not there yet. */
void search_hits_add(struct search_hits *hits, const struct search_hit *hit);

/* Puts the folded name in the index, or another in its place; somebody new
 * comes to the top. Exactly one of the ids is not 0. In a transaction. */
bool search_put(struct db *db, int64_t resident_id, int64_t organisation_id,
		const char *folded, struct error *err);

/* Moves somebody to the top: they were here now. In a transaction. */
bool search_touch(struct db *db, int64_t resident_id, int64_t organisation_id,
		  struct error *err);

/* Legal and former names, in a table of their own: words parted by blanks
 * that are added to what the resident is found by. */
bool search_add_other(struct db *db, int64_t resident_id, const char *folded,
		      struct error *err);

/* Those words no longer, whatever else has them. In a transaction. */
bool search_drop_other(struct db *db, int64_t resident_id, const char *folded,
		       struct error *err);

/* Each adds to hits until there are limit. */

/* Whole words first, then prefixes; each newest first. */
bool search_names(struct db *db, const char *folded, size_t limit,
		  struct search_hits *hits, struct error *err);
bool search_other_names(struct db *db, const char *folded, size_t limit,
			struct search_hits *hits, struct error *err);

/*
 * What is not spelled so but sounds so, or is one slip away: each word typed,
 * or its beginning, or a word like it. The nearest first, then newest.
 */
bool search_similar(struct db *db, const char *folded, size_t limit,
		    struct search_hits *hits, struct error *err);

/*
 * Residents, by the words of a given name and those of a surname: a word of
 * each is among theirs, in whichever order, and not both have a word that the
 * other has not. is_exact: as they are spelled.
 */
bool search_alike(struct db *db, const char *given, const char *surname,
		  bool is_exact, size_t limit, struct search_hits *hits,
		  struct error *err);

/* Residents with exactly this search key. */
bool search_reach(struct db *db, const char *kind, const char *key,
		  size_t limit, struct search_hits *hits, struct error *err);

/* Whoever has these last digits, or of a longer number than theirs the last
 * digits that they have; at least seven. */
bool search_telephone(struct db *db, const char *telephone, size_t limit,
		      struct search_hits *hits, struct error *err);

/* The words that names are made of, and what finds each, anew from the names.
 * In a transaction. */
bool search_words_make(struct db *db, struct error *err);

/* kind: telephone email address; key_start as reach_add_search_key makes
 * it. */
bool search_reaches(struct db *db, const char *kind, const char *key_start,
		    size_t limit, struct search_hits *hits, struct error *err);
bool search_numbers(struct db *db, const char *key_start, size_t limit,
		    struct search_hits *hits, struct error *err);
/* A written reference: R- V- P-. */
bool search_reference(struct db *db, const char *reference,
		      struct search_hits *hits, struct error *err);

/* Whoever was merged is found as the one who is read, and once. */
bool search_resolve(struct db *db, struct search_hits *hits, struct error *err);

#endif
