/*
 * generate.h - a store as large as a city's, filled in minutes
 *
 * Twelve sites with some six hundred visits a day each, back from the clock's
 * today: a larger store has more days, not busier ones. The city, its topics
 * and its staff are made by the store's own code, the masses by statements of
 * the generator's own with the indexes and the audit's triggers set aside
 * until they are in. The last visits are written one by one, as the counter
 * would, with audit, search and upkeep.
 */
#ifndef BENCH_GENERATE_H
#define BENCH_GENERATE_H

#include "chance.h"
#include "frontdesk/core/topic.h"
#include "frontdesk/store/db.h"

enum {
	SITES = 12,
	WINDOWS = 5,   /* a site */
	CLERKS = 8,    /* a site */
	REGULARS = 20, /* residents who came five hundred times */
	REGULAR_VISITS = 500,
	WAITING = 5, /* in line at each site */
};

struct size {
	int64_t residents, visits;
	/* Of the visits, the last ones: written with their audit. */
	int64_t audited;
	uint64_t seed;
	/* All of them came to the first site, in the month before this one. */
	bool is_a_month;
};

struct filling {
	struct db *db;
	const struct size *size;
	struct chance chance;
	int64_t now;
	int64_t sites[SITES], windows[SITES][WINDOWS], clerks[SITES][CLERKS];
	const char *zone;
	struct topic *topics;
	size_t topic_count;
	int64_t *handlers; /* staff of the departments */
	size_t handler_count;
	int64_t organisations;
	/* By resident: what is indexed, and the recency key. */
	char **folded;
	int64_t *recency;
	bool *is_known; /* how to address them */
	int64_t recency_top;
	/* The last id that was given, by table. */
	int64_t visit, period, person, request, contact, acknowledgement,
	    number, handoff, handoff_event, promise, promise_event, told;
	char uuid[37];
	bool is_live; /* visits are written as the counter would */
};

/*
 * Makes the store at path, where nothing is yet. data_dir has topics and what
 * people say. progress may be NULL.
 */
bool generate(const char *path, const char *data_dir, const struct clock *clock,
	      const struct size *size, void (*progress)(const char *what),
	      struct error *err);

/* The city: sites, windows, departments, topics, staff. */
bool town_make(struct filling *filling, const char *data_dir,
	       struct error *err);
void town_release(struct filling *filling);

/* Everybody who lives there, and the organisations. */
bool crowd_make(struct filling *filling, struct error *err);

/* What finds them, in the order of their last visits. */
bool crowd_index(struct filling *filling, struct error *err);

/* The visits from first to last, of all of the size; 1 is the oldest. */
struct history;
bool history_open(struct filling *filling, const char *data_dir,
		  struct history **out, struct error *err);
bool history_add(struct history *history, int64_t first, int64_t last,
		 struct error *err);
/* Who waits now. */
bool history_add_line(struct history *history, struct error *err);
void history_close(struct history *history);

/* What follows a request: hand-offs, promises, what is to be told. */
struct matter {
	int64_t request_id, visit_id, site_id, department_id, clerk_id,
	    handler_id, at;
	int64_t done_at; /* 0: it is open still */
	const char *day, *what;
	bool is_handed, is_promised;
};
bool matter_add(struct filling *filling, const struct matter *matter,
		struct error *err);

/* A UUID of version 7 of an instant; borrowed until the next. */
const char *filling_uuid(struct filling *filling, int64_t at);

/* A reference that nobody else has, by a walk through all of them. */
void filling_reference(const struct filling *filling, char kind, int64_t number,
		       char out[13]);

#endif
