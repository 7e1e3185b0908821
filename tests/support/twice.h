/*
 * twice.h - somebody who is in the store twice, invented: Maria Garcia
 */
#ifndef FRONTDESK_TESTS_TWICE_H
#define FRONTDESK_TESTS_TWICE_H

#include "fixture.h"
#include "frontdesk/desk/merge.h"
#include "frontdesk/desk/resident.h"

/* Without a title, "Has a dog.", 951-555-0106; and Ms. Mary, 951-555-0107. */
struct twice {
	int64_t maria, mary;
};
struct twice twice_add(struct fixture *fixture);

/* A Garcia with this name, telephone and note; any but the name may be NULL. */
int64_t twice_add_one(struct fixture *fixture, const char *title,
		      const char *given, const char *telephone,
		      const char *note);

/* Right becomes left, as it is offered. */
void twice_merge(struct fixture *fixture, int64_t left, int64_t right);

/* Both side by side, and the row of a field there: one that is missing fails.
 */
void twice_compare(struct fixture *fixture, int64_t left, int64_t right,
		   struct merge_page *out);
struct merge_row *twice_row(const struct merge_page *page, const char *field);

struct resident_page twice_read(struct fixture *fixture, int64_t id);

/* The record stands by itself, with this title (or NULL) and given name. */
void twice_has_name(struct fixture *fixture, int64_t id, const char *title,
		    const char *given);

#endif
