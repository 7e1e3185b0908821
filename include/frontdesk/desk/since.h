/*
 * since.h - a closed day's records, as they stood when it was closed and now
 */
#ifndef FRONTDESK_DESK_SINCE_H
#define FRONTDESK_DESK_SINCE_H

#include "frontdesk/desk/day.h"

/*
 * Two counts of the same records, of one moment of the store. now is what they
 * give. then leaves out what happened after the closing (visits that arrived or
 * ended, requests that were received, acknowledged or closed, hand-offs and
 * promises), so that what differs between it and the day's paper was put right
 * since. In both the topics have the names that they had, and calls are to be
 * within the target that was.
 *
 * Of then, what is not of visits and requests is empty (feedback, ideas,
 * thanks, windows, cards, questions nobody could answer, what is carried in and
 * what is to be told), and of what is listed there is the reference alone. In
 * neither is what a day is compared with, nor notices and patterns.
 */
struct since {
	struct summary then, now;
};
void since_release(struct since *since);

/* site_id 0: the signed-in one; wait_target 0: the site's of today. */
bool desk_read_since(struct desk *desk, int64_t site_id, struct day day,
		     int64_t closed_at, int64_t wait_target, struct since *out,
		     struct error *err);

#endif
