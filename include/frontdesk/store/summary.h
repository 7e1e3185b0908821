/*
 * summary.h - what the figures of a range of days are made of
 *
 * Everything comes from the totals that each transaction keeps with what it
 * changes (data/schema/0005_totals.sql), but for what depends on the moment it
 * is asked, and for a topic or a department, which is counted from its records
 * (summary_count). What was voided is in none. Definitions: docs/figures.md.
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

/* What a name of the command line or of a list may mean. */
enum summary_kind { SUMMARY_OF_SITE, SUMMARY_OF_DEPARTMENT, SUMMARY_OF_TOPIC };

/* Each of them by name; code is a topic's, else "". Borrowed. */
typedef void summary_name_fn(int64_t id, const char *name, const char *code,
			     void *state);
bool summary_each_name(struct db *db, enum summary_kind kind,
		       summary_name_fn *each, void *state, struct error *err);

/* When the days of the range begin first and end last, by the clocks of its
 * sites; how many these are, and the wait that they aim at: 0 where they
 * differ. */
struct summary_site_facts {
	int64_t begins_at, ends_at, wait_target;
	char time_zone[64]; /* of the first of them */
	int count;
};

struct summary_counted; /* of a topic or a department: summary_count */

/* The days asked for, both included, and of what. */
struct summary_range {
	int64_t site_id;		 /* 0: all sites together */
	int64_t topic_id, department_id; /* one of them, or 0 and 0: of all */
	struct day from, to;
	int64_t begins_at; /* the instant at which the first day begins */
	int64_t ends_at;   /* the instant at which the last day is over */
	int64_t now_at;
	/*
	 * Of a moment that is past, else 0 each: what summary_count leaves out
	 * is what happened later (of visits and requests alone: feedback,
	 * ideas, thanks and windows are not counted then); topics have the
	 * names that they had at named_at; calls are to be within wait_target.
	 */
	int64_t then_at, named_at, wait_target;
	int site_count;			 /* for the progress */
	struct summary_counted *counted; /* NULL: the totals are read */
	/* Told now and then how far the reading is that goes on, 0 to 100; or
	 * NULL. */
	void (*progress)(void *state, int percent);
	void *progress_state;
};
bool summary_read_sites(struct db *db, const struct summary_range *range,
			struct summary_site_facts *out, struct error *err);

/*
 * Reads the visits and requests of the range's topic or department, and counts
 * them by the same definitions as the totals (given.h). Set as the range's
 * counted, it is what summary_each_total and summary_each_lengths give.
 */
bool summary_count(struct db *db, const struct summary_range *range,
		   struct summary_counted **out, struct error *err);
void summary_counted_free(struct summary_counted *counted);

/*
 * The counts of the range, day by day. figure and part are those of given.h:
 * "served", "walk_in"; borrowed.
 */
typedef void summary_total_fn(const char *figure, const char *part, int64_t n,
			      void *state);
bool summary_each_total(struct db *db, const struct summary_range *range,
			summary_total_fn *each, void *state, struct error *err);

/* The lengths of the range, in no order, with the wait that their site aims
 * at; everything is borrowed. */
typedef void summary_lengths_fn(const char *figure, const char *part,
				const int64_t *lengths, size_t count,
				int64_t wait_target, void *state);
bool summary_each_lengths(struct db *db, const struct summary_range *range,
			  summary_lengths_fn *each, void *state,
			  struct error *err);

/* For a comparison: how many of the days of the range had a visit, how many
 * arrived on them, and their waits. */
bool summary_compare(struct db *db, const struct summary_range *range,
		     int64_t *days, int64_t *arrived, summary_lengths_fn *each,
		     void *state, struct error *err);

/* Visits that were open when the range began, from days before it. */
bool summary_carried_in(struct db *db, const struct summary_range *range,
			int64_t *out, struct error *err);

/* Promises due in the range that nobody settled: whose hour lies ahead, and
 * whose hour is over. */
bool summary_open_promises(struct db *db, const struct summary_range *range,
			   int64_t *ahead, int64_t *late, struct error *err);

/* Results owed before the range ended, and still not told. */
bool summary_to_tell(struct db *db, const struct summary_range *range,
		     int64_t *out, struct error *err);

/* summary_knowledge.c: the cards as they stood when the last day ended, and how
 * many of them were stale then. */
bool summary_cards(struct db *db, const struct summary_range *range,
		   int64_t *cards, int64_t *stale, struct error *err);
/* Questions that nobody could answer: noted and answered in the range, and
 * those open when it ended, the oldest first; everything is borrowed. */
bool summary_unanswered(struct db *db, const struct summary_range *range,
			int64_t *noted, int64_t *answered, struct error *err);
typedef void summary_unanswered_fn(const char *topic, const char *department,
				   const char *reference, const char *words,
				   const char *asked_on, void *state);
bool summary_each_unanswered(struct db *db, const struct summary_range *range,
			     summary_unanswered_fn *each, void *state,
			     struct error *err);

/* The name of a topic at named_at, else now; "" where the id is not known. */
bool summary_topic_name(struct db *db, int64_t topic_id, int64_t named_at,
			char **out, struct error *err);

/* A request that a figure lists; everything is borrowed. */
struct summary_listed {
	int64_t request_id;
	const char *reference, *topic, *department;
	struct person_name name;    /* of its resident; empty for none */
	const char *organisation;   /* or NULL */
	struct day acknowledged_on; /* of the not acknowledged; "" never */
	const char *reason, *tried; /* of the could-nots */
	const char *alternative, *appeal;
	int64_t hops; /* of the passed on */
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

/* The references of the requests that a figure lists of what was counted:
 * "not_acknowledged", "could_not", "two_hops"; in no order. */
typedef void summary_reference_fn(const char *reference, void *state);
bool summary_each_counted(struct db *db, const struct summary_counted *counted,
			  const char *figure, summary_reference_fn *each,
			  void *state, struct error *err);

/* What visitors wrote or said, noted in the range; in its order. */
struct summary_comment {
	int64_t feedback_id;
	bool is_card;
	const char *reference, *topic, *comment; /* of the visit; borrowed */
};
typedef void summary_comment_fn(const struct summary_comment *row, void *state);
bool summary_each_comment(struct db *db, const struct summary_range *range,
			  summary_comment_fn *each, void *state,
			  struct error *err);

#endif
