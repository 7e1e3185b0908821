/*
 * counted.h - what is counted for a topic is counted as the totals are
 */
#ifndef FRONTDESK_TESTS_COUNTED_H
#define FRONTDESK_TESTS_COUNTED_H

#include "frontdesk/base/clock.h"
#include "frontdesk/store/db.h"

/*
 * Counts everything of each of these days as a topic's is counted, and fails
 * where the totals of the day have anything else. How many totals and lengths
 * there are.
 */
size_t counted_as_totals(struct db *db, const char *zone, struct day from,
			 struct day to);

#endif
