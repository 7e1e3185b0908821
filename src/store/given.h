/*
 * given.h - what a record gives to the totals of its days
 *
 * The one place where that is said, over plain rows: no store is asked. A
 * commit gives it rows of one record (fact_read.c), a recount all of them
 * (recount_walk.c). Which figures there are stands in docs/figures.md.
 */
#ifndef FRONTDESK_STORE_GIVEN_H
#define FRONTDESK_STORE_GIVEN_H

#include "facts.h"
#include "frontdesk/base/clock.h"
#include "frontdesk/core/feedback.h"

/* Takes one fact, n is 1 or more; its texts are borrowed for the call. */
typedef void given_fn(void *state, const struct fact *fact);

#define GIVEN_WORD 16 /* bytes of a word that the schema lists */
#define GIVEN_ZONE 64
#define GIVEN_NEVER INT64_MIN /* an instant or a length that is not there */

struct given_visit {
	int64_t visit_id, site_id;
	struct day arrived_on;
	char zone[GIVEN_ZONE]; /* of the site */
	char channel[GIVEN_WORD], state[GIVEN_WORD], left_when[GIVEN_WORD];
	int64_t arrived_at, called_at, ended_at; /* called: the first time */
	int64_t wait_length, service_length;
	bool is_timed, is_entered_later, is_voided;
	bool is_named;		     /* a resident is among its people */
	bool is_addressed, is_known; /* over; how to address them, then */
};

/* One visit or call about a request, and what counts of the visit. */
struct given_contact {
	int64_t contact_id, visit_id, site_id;
	char result[GIVEN_WORD]; /* "" while there is none */
	bool has_concern, is_voided;
	int64_t required_count, asked_count; /* questions */
	int64_t ended_at;
	struct day ended_on; /* "" while it has not */
};

struct given_handoff {
	int64_t handoff_id, visit_id, site_id, hop;
	char state[GIVEN_WORD];
	int64_t offered_at, decided_at;
	struct day offered_on;
};

struct given_promise {
	int64_t promise_id, site_id;
	char state[GIVEN_WORD];
	int64_t made_at, due_at, settled_at;
	struct day due_on;
	bool is_taken_back; /* or its visit was voided: it never was */
};

/* A result that nobody has told. */
struct given_owed {
	int64_t owed_at;
	char zone[GIVEN_ZONE];
};

struct given_request {
	int64_t request_id, site_id, topic_id, first_visit_id;
	char channel[GIVEN_WORD], state[GIVEN_WORD];
	int64_t received_at, acknowledged_at, resolved_at;
	struct day received_on, acknowledged_on, resolved_on; /* or "" */
	struct given_contact *contacts;
	struct given_handoff *handoffs;
	struct given_promise *promises;
	struct given_owed *owed;
	size_t contact_count, handoff_count, promise_count, owed_count;
	size_t contact_size, handoff_size, promise_size, owed_size;
	int64_t touch_count;
};

/* A comment card that came back, or what was said aloud. */
struct given_feedback {
	int64_t feedback_id, site_id;
	struct day noted_on;
	bool is_card, has_comment;
	int marks[CARD_QUESTIONS]; /* 0: left blank */
};

/* A step of an idea, or thanks: what counts once, on one day. */
struct given_once {
	int64_t site_id;
	struct day on;
	const char *figure; /* static */
	char part[GIVEN_WORD];
};

/* A briefing of somebody at a window. */
struct given_briefing {
	int64_t site_id;
	struct day shown_on;
	bool is_seen;
};

/* All but its holds, which give one length each. */
void given_by_visit(const struct given_visit *visit, given_fn *give,
		    void *state);
void given_by_hold(const struct given_visit *visit, const char *reason,
		   int64_t length, given_fn *give, void *state);

/*
 * A request leaves every figure when each visit about it was voided. One that
 * reached the city outside a visit has none, and stays.
 */
bool given_is_standing(const struct given_request *request);

/* Whether its touches are asked; where not, they need not be counted. */
bool given_counts_touches(const struct given_request *request);

void given_by_request(const struct given_request *request, given_fn *give,
		      void *state);

/* Neither was it taken back, nor its visit voided. */
void given_by_feedback(const struct given_feedback *feedback, given_fn *give,
		       void *state);
/* Not taken back, and no remark. */
void given_once(const struct given_once *once, given_fn *give, void *state);
void given_by_briefing(const struct given_briefing *briefing, given_fn *give,
		       void *state);

/* Room for one more; all of it stays until the release. */
struct given_contact *given_contact_add(struct given_request *request);
struct given_handoff *given_handoff_add(struct given_request *request);
struct given_promise *given_promise_add(struct given_request *request);
struct given_owed *given_owed_add(struct given_request *request);
void given_request_clear(struct given_request *request); /* keeps the room */
void given_request_release(struct given_request *request);

#endif
