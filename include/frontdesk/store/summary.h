/*
 * summary.h - what the figures of a range of days are made of
 *
 * Every question is an index range on the days asked for, of one site, and
 * leaves out what was voided. Counts are made by the engine; lengths come row
 * by row, for medians are found in C. Definitions: docs/figures.md.
 */
#ifndef FRONTDESK_STORE_SUMMARY_H
#define FRONTDESK_STORE_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/core/name.h"
#include "frontdesk/core/request.h"
#include "frontdesk/core/visit.h"
#include "frontdesk/store/db.h"

/* The days asked for, both included. */
struct summary_range {
	int64_t site_id;
	struct day from, to;
	int64_t ends_at; /* the instant at which the last day is over */
	int64_t now_at;
};

/* A length of -1 is not known. */
struct summary_visit {
	enum channel channel;
	enum visit_state state;
	enum visit_state left_from; /* of one that left: where it was */
	struct day arrived_on;
	int64_t arrived_at;
	int64_t wait_length, service_length;
	bool is_timed, is_entered_later, is_named;
};
typedef void summary_visit_fn(const struct summary_visit *visit, void *state);

/* The visits that arrived in the range. */
bool summary_each_visit(struct db *db, const struct summary_range *range,
			summary_visit_fn *each, void *state, struct error *err);

/* The visits that arrived on any of four single days. */
bool summary_each_visit_of(struct db *db, int64_t site_id,
			   const struct day days[4], summary_visit_fn *each,
			   void *state, struct error *err);

/* Visits that were open when the range began, from days before it. */
bool summary_carried_in(struct db *db, const struct summary_range *range,
			int64_t *out, struct error *err);

/* Ended holds of the visits that arrived in the range; text borrowed. */
typedef void summary_hold_fn(const char *reason, int64_t length, void *state);
bool summary_each_hold(struct db *db, const struct summary_range *range,
		       summary_hold_fn *each, void *state, struct error *err);

/* Requests received in the range, and those acknowledged the same day. */
struct summary_acknowledged {
	int64_t counter, counter_same_day;
	int64_t message, message_same_day;
};
bool summary_acknowledged(struct db *db, const struct summary_range *range,
			  struct summary_acknowledged *out, struct error *err);

/* Requests first received in a visit that ended in the range. */
bool summary_first_contact(struct db *db, const struct summary_range *range,
			   int64_t *n, int64_t *resolved, struct error *err);

/* Requests closed in the range, by contacts and by staff: 1, 2, 3, 4 and
 * more. */
bool summary_contacts(struct db *db, const struct summary_range *range,
		      int64_t contacts[4], int64_t touches[4],
		      struct error *err);

/* Contacts of the visits that ended in the range, by result. */
bool summary_results(struct db *db, const struct summary_range *range,
		     int64_t results[RESULT_COUNT], struct error *err);
bool summary_concerns(struct db *db, const struct summary_range *range,
		      int64_t *recorded, int64_t *open, struct error *err);

/* Requests received in the range by topic, most first; text borrowed, "" for
 * those whose topic is not known. */
typedef void summary_topic_fn(const char *name, int64_t count, void *state);
bool summary_each_topic(struct db *db, const struct summary_range *range,
			summary_topic_fn *each, void *state, struct error *err);

/* Hand-offs offered in the range; accept_length is -1 unless accepted. */
enum summary_handoff { SUMMARY_PENDING, SUMMARY_ACCEPTED, SUMMARY_RETURNED };
typedef void summary_handoff_fn(enum summary_handoff state,
				int64_t accept_length, void *state_of);
bool summary_each_handoff(struct db *db, const struct summary_range *range,
			  summary_handoff_fn *each, void *state,
			  struct error *err);

struct summary_promises {
	int64_t due, kept, missed, renewed, withdrawn;
};
bool summary_promises(struct db *db, const struct summary_range *range,
		      struct summary_promises *out, struct error *err);

/* Results owed before the range ended, and still not told. */
bool summary_to_tell(struct db *db, const struct summary_range *range,
		     int64_t *out, struct error *err);

/* A request that a figure lists; everything is borrowed. */
struct summary_listed {
	int64_t request_id;
	const char *reference, *topic, *department;
	struct person_name name;    /* of its resident; empty for none */
	const char *organisation;   /* or NULL */
	struct day acknowledged_on; /* of the not acknowledged; "" never */
	const char *reason, *alternative, *appeal; /* of the could-nots */
	int64_t hops;				   /* of the passed on */
};
typedef void summary_listed_fn(const struct summary_listed *row, void *state);

/* Received in the range, not acknowledged on the same day; oldest first. */
bool summary_each_not_acknowledged(struct db *db,
				   const struct summary_range *range,
				   summary_listed_fn *each, void *state,
				   struct error *err);
/* Contacts that ended in the range with "could not"; in their order. */
bool summary_each_could_not(struct db *db, const struct summary_range *range,
			    summary_listed_fn *each, void *state,
			    struct error *err);
/* Closed in the range after two hops or more, or passed on in it for the
 * second time or more; most hops first. */
bool summary_each_two_hops(struct db *db, const struct summary_range *range,
			   summary_listed_fn *each, void *state,
			   struct error *err);

#endif
