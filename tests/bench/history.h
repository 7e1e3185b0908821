/*
 * history.h - the visits of the generator's city while they are made
 */
#ifndef BENCH_HISTORY_H
#define BENCH_HISTORY_H

#include "frontdesk/base/table.h"
#include "generate.h"

enum {
	A_DAY = 600, /* visits of a site */
	RING = 4096, /* open requests that somebody may come back to */
};

/* A request that is open still, and whose it is. */
struct open_request {
	int64_t request_id, resident_id;
	const struct topic *topic;
};

struct history {
	struct filling *filling;
	struct table said;
	struct open_request ring[RING];
	size_t ring_count, ring_next;
	int64_t regular_left[REGULARS];
	/* The last working day, how many sites have visits on each, and how
	 * many visits each of these. */
	struct day last_day;
	int64_t sites, a_day;
	/* The day that is being written. */
	int64_t back; /* -1: none yet; working days before the last one */
	struct day day;
	int64_t from, to; /* the first arrival, and the last */
};

/* A visit while it is written. */
struct coming {
	int64_t visit_id, site_id, window_id, clerk_id;
	int64_t arrived_at, begun_at, ended_at, hold;
	int64_t resident_id, organisation_id;
	const char *channel, *result;
	const struct topic *topic;
	const char *words;
	bool is_timed, is_gone, is_return;
	int64_t request_id;
};

/* The visit with its periods and people. */
bool history_add_visit(struct history *history, const struct coming *coming,
		       struct error *err);

/* What they wanted: the request where it is new, the contact, and all that
 * follows. Sets request_id. */
bool history_add_contact(struct history *history, struct coming *coming,
			 struct error *err);

#endif
