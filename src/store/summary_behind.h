/*
 * summary_behind.h - what is behind a figure, and not counted by the totals
 */
#ifndef FRONTDESK_STORE_SUMMARY_BEHIND_H
#define FRONTDESK_STORE_SUMMARY_BEHIND_H

#include "frontdesk/store/behind.h"
#include "summary_find.h"

/* Those that may have something on the range's days. */
bool behind_find_ideas(struct db *db, const struct summary_range *range,
		       struct ids *out, struct error *err);
bool behind_find_thanks(struct db *db, const struct summary_range *range,
			struct ids *out, struct error *err);

/* begins_at and ends_at, by the range's days. */
bool behind_set_instants(struct db *db, struct summary_range *range,
			 struct error *err);

typedef void behind_standing_fn(int64_t id, int64_t record_id, void *state);
bool behind_each_standing(struct db *db, const struct summary_range *range,
			  const struct behind_figure *figure,
			  behind_standing_fn *each, void *state,
			  struct error *err);

#endif
