/*
 * found.h - what stands in a row of the one box, for all hits at once
 */
#ifndef FRONTDESK_STORE_FOUND_H
#define FRONTDESK_STORE_FOUND_H

#include "frontdesk/store/search.h"

/* A visitor can see this: no house number, no telephone. */
struct found {
	char *title;	 /* "Garcia, Ms. Maria"; NULL: gone meanwhile */
	char *name;	 /* of a resident, as person_name_add_plain */
	char *detail;	 /* the street, a request's topic, or NULL */
	char *reference; /* P- R- V-, or NULL */
	char *language;	 /* that they speak, a tag, or NULL */
	char *known_as;	 /* of a resident, or NULL */
	int open_count;	 /* open requests */
	bool has_missed_promise;
};

/* One for each hit, in the order of the hits; a few statements in all. The
 * caller calls found_release with the same count. */
bool found_list(struct db *db, const struct search_hits *hits,
		struct found **out, struct error *err);
void found_release(struct found *found, size_t count);

/* The day each resident among the hits was here last, "" where none is noted
 * and of who is no resident. Up to WANTED_MAX (wanted.h) of them. */
bool found_last_days(struct db *db, const struct search_hits *hits,
		     struct day *out, struct error *err);

#endif
