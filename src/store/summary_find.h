/*
 * summary_find.h - the records that may give something to a range of days
 */
#ifndef FRONTDESK_STORE_SUMMARY_FIND_H
#define FRONTDESK_STORE_SUMMARY_FIND_H

#include "frontdesk/store/summary.h"

/* Ids as they are found: in any order, some of them twice. */
struct ids {
	int64_t *items;
	size_t count, size;
};
void ids_add(struct ids *ids, int64_t id);
void ids_settle(struct ids *ids); /* in their order, each once */

/* How a request comes to give a figure on these days. */
enum summary_way {
	WAY_RECEIVED = 1,
	WAY_RESOLVED = 2, /* on another day than it was received */
	WAY_ENDED_LATER = 4,
	WAY_HANDED = 8,
	WAY_PROMISED = 16,
	WAY_OWED = 32, /* before the range ended */
	WAY_ALL = 63
};

/* Those of the range's site and topic are added; only some of them count. */
bool summary_find_requests(struct db *db, const struct summary_range *range,
			   unsigned ways, struct ids *out, struct error *err);
/* That arrived, and what they were about; either may be NULL. */
bool summary_find_visits(struct db *db, const struct summary_range *range,
			 struct ids *visits, struct ids *requests,
			 struct error *err);
/* Visits whose feedback was noted: between begins_at and ends_at. */
bool summary_find_feedback(struct db *db, const struct summary_range *range,
			   struct ids *out, struct error *err);

/* visit_id, arrived_on, request_id: a visit once for each of its requests. */
extern const char summary_visits_sql[];

#endif
