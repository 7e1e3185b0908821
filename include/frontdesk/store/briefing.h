/*
 * briefing.h - that somebody was shown the briefing of a day, and saw it
 */
#ifndef FRONTDESK_STORE_BRIEFING_H
#define FRONTDESK_STORE_BRIEFING_H

#include "frontdesk/store/db.h"

struct briefing_row {
	int64_t staff_id, site_id, counter_window_id; /* 0: at no window */
	struct day shown_on;
};

/* *briefing_id is 0 where there was one of this person, day and site. */
bool briefing_insert(struct db *db, const struct briefing_row *row,
		     int64_t *briefing_id, struct error *err);
bool briefing_seen(struct db *db, int64_t briefing_id, struct error *err);

/* The topics in use with what says whether their cards are stale; texts are
 * borrowed. Topics do not grow with the years. */
struct briefing_card {
	int64_t topic_id, department_id, staff_id;
	const char *name, *department;
	struct day verified_on; /* "" never */
	int review_days;
};
typedef void briefing_card_fn(const struct briefing_card *card, void *state);
bool briefing_each_card(struct db *db, briefing_card_fn *each, void *state,
			struct error *err);

#endif
