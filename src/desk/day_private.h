/*
 * day_private.h - how the rows of a range of days become its figures
 */
#ifndef FRONTDESK_DESK_DAY_PRIVATE_H
#define FRONTDESK_DESK_DAY_PRIVATE_H

#include "frontdesk/desk/day.h"
#include "frontdesk/store/summary.h"

/* Lengths in milliseconds, gathered to find their middle. */
struct lengths {
	int64_t *items;
	size_t count, size;
};
void lengths_add(struct lengths *lengths, int64_t length);
void lengths_release(struct lengths *lengths);

/*
 * Sorts, and gives n, median, mean and longest. The median of an even number
 * is the mean of the two in the middle; both means are rounded to the nearest
 * millisecond, halves up.
 */
void lengths_sum_up(struct lengths *lengths, struct length_figures *out);

void day_add_name(struct named_counts *counts, const char *name, int64_t count,
		  int64_t length);

/* Each fills its part of the summary; zone is the site's. */
bool day_read_visits(struct db *db, const struct summary_range *range,
		     const char *zone, struct summary *out, struct error *err);
bool day_read_usual(struct db *db, const struct summary_range *range,
		    struct summary *out, struct error *err);
bool day_read_holds(struct db *db, const struct summary_range *range,
		    struct summary *out, struct error *err);
bool day_read_requests(struct db *db, const struct summary_range *range,
		       struct summary *out, struct error *err);
bool day_read_lists(struct db *db, const struct summary_range *range,
		    bool with_names, struct summary *out, struct error *err);

#endif
