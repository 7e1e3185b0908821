/*
 * behind.h - the records that a figure of a range of days counts
 *
 * A record is behind a figure where it gives it by given.h, so that as many
 * are found as the figure says; the days of which the totals have nothing are
 * not looked at. Found at one moment with the figure they are the same.
 */
#ifndef FRONTDESK_STORE_BEHIND_H
#define FRONTDESK_STORE_BEHIND_H

#include "frontdesk/store/summary.h"

enum behind_source {
	BEHIND_VISITS,	 /* that arrived */
	BEHIND_RECEIVED, /* requests */
	BEHIND_RESOLVED,
	BEHIND_HOPPED, /* resolved or passed on; each once, whatever the days */
	BEHIND_ENDED,  /* contacts whose visit ended */
	BEHIND_HANDED,
	BEHIND_PROMISED, /* settled ones; those that nobody settled follow */
	BEHIND_TO_TELL,	 /* results owed before the last day was over */
	BEHIND_FEEDBACK,
	BEHIND_IDEAS,
	BEHIND_THANKS,
	/* What is counted as it stands, not by the totals. */
	BEHIND_CARRIED_IN,
	BEHIND_STALE,
	BEHIND_NOTED,
	BEHIND_ANSWERED,
	BEHIND_UNANSWERED
};

/* Of the promises that nobody settled. */
enum behind_open {
	BEHIND_NOT_OPEN,
	BEHIND_LATE,
	BEHIND_AHEAD, /* their hour has not come */
	BEHIND_ALL_OPEN
};

struct behind_figure {
	enum behind_source source;
	/* Of given.h, the first and the last of several; the same for one. */
	const char *figure, *last_figure;
	/* The same of its parts; NULL: any, and the first one alone. */
	const char *part, *last_part;
	/* The part as a number, or the length, in ms; both 0: any. */
	int64_t least, below;
	enum behind_open open; /* with BEHIND_PROMISED */
};

/* Where a list goes on; {0} is its beginning. */
struct behind_place {
	size_t chunk; /* a day, or what is counted as it stands */
	size_t behind;
};

enum behind_kind {
	BEHIND_A_VISIT,
	BEHIND_A_REQUEST, /* record_id: a contact, hand-off or promise of it */
	BEHIND_AN_IDEA,
	BEHIND_A_THANKS,
	BEHIND_A_QUESTION, /* that nobody could answer */
	BEHIND_A_TOPIC
};

struct behind_id {
	enum behind_kind kind;
	int64_t id, record_id;
	int64_t length; /* that it gives, in ms; -1: none */
};
typedef void behind_fn(const struct behind_id *id, void *state);

/* Gives at most limit of them from *place on, and moves it behind these; *more
 * tells whether some follow. */
bool behind_each(struct db *db, const struct summary_range *range,
		 const struct behind_figure *figure, size_t limit,
		 struct behind_place *place, behind_fn *each, void *state,
		 bool *more, struct error *err);

/* What a line of the list says; the caller releases it. */
struct behind_record {
	int64_t visit_id, request_id, resident_id, organisation_id, topic_id;
	char *reference, *topic, *words; /* "" where there is none */
	char *who;			 /* "" unless asked for */
	char *zone;
	int64_t at; /* it arrived, was received, is due, … */
};
void behind_record_release(struct behind_record *record);
bool behind_read(struct db *db, const struct behind_figure *figure,
		 const struct behind_id *id, struct behind_record *out,
		 struct error *err);

/* The timed waits of the range by the hour of the arrival and by topic: one
 * visit once for each of its topics, and topic_id 0 for none. by_hour is told
 * of each visit once. */
typedef void behind_wait_fn(int hour, int64_t topic_id, bool is_first,
			    int64_t length, void *state);
bool behind_each_wait(struct db *db, const struct summary_range *range,
		      behind_wait_fn *each, void *state, struct error *err);

/* Promises due on each day, of all topics: how many, and how many of them were
 * kept; what nobody settled too. */
typedef void behind_promise_fn(struct day day, int64_t due, int64_t kept,
			       void *state);
bool behind_each_promise(struct db *db, const struct summary_range *range,
			 behind_promise_fn *each, void *state,
			 struct error *err);

#endif
