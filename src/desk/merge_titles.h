/*
 * merge_titles.h - titles that either record refuses are refused by both
 *
 * Nobody chooses: who said "not Mrs." once is not asked which record said it.
 */
#ifndef FRONTDESK_DESK_MERGE_TITLES_H
#define FRONTDESK_DESK_MERGE_TITLES_H

#include "frontdesk/core/resident.h"
#include "frontdesk/store/db.h"

/* A title that was taken over and is refused is none. */
void merge_titles_join(const struct resident *merged, struct resident *out);

/* What the survivor refused before and refuses now, for taking apart. */
bool merge_titles_keep(struct db *db, int64_t merge_id,
		       const struct resident *before,
		       const struct resident *now, struct error *err);

/* Whether the part is of these; then they are what they were, but where they
 * were changed since. */
bool merge_titles_go_back(const char *field, const char *was,
			  const char *became, struct resident *out);

#endif
