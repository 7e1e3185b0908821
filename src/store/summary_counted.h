/*
 * summary_counted.h - what was counted in memory of a topic or a department
 */
#ifndef FRONTDESK_STORE_SUMMARY_COUNTED_H
#define FRONTDESK_STORE_SUMMARY_COUNTED_H

#include "frontdesk/store/summary.h"
#include "tally.h"

struct site_target {
	int64_t site_id, wait_target;
};

struct summary_counted {
	struct tally *tally;
	struct day from, to;
	int64_t site_id;    /* 0: all */
	int64_t then_at;    /* 0: as it stands now */
	struct facts facts; /* of one record; kept for its room */
	struct site_target *targets;
	size_t target_count;
};

/* summary_about.c: of the range's visits alone. */
bool summary_count_visits(struct db *db, const struct summary_range *range,
			  struct summary_counted **out, struct error *err);

void summary_counted_totals(const struct summary_counted *counted,
			    summary_total_fn *each, void *state);
/* figure NULL: all of them. */
void summary_counted_lengths(const struct summary_counted *counted,
			     const char *figure, summary_lengths_fn *each,
			     void *state);
int64_t summary_counted_sum(const struct summary_counted *counted,
			    const char *figure);
/* On how many days somebody arrived. */
int64_t summary_counted_days(const struct summary_counted *counted);

#endif
