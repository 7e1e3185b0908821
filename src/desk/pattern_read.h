/*
 * pattern_read.h - the patterns of a week, for the list and for the day
 */
#ifndef PATTERN_READ_H
#define PATTERN_READ_H

#include "frontdesk/desk/pattern.h"
#include "frontdesk/store/pattern.h"

#define PATTERNS_MAX 20 /* of a kind */

/* The week of a site that ends with a day. */
void pattern_week(int64_t site_id, struct day last, struct pattern_range *out);

/* Added to out, within the caller's snapshot. */
bool pattern_read(struct db *db, const struct pattern_range *range,
		  struct pattern_list *out, struct error *err);

#endif
