/*
 * pattern.h - what requests of a few days have in common
 *
 * People are told apart by the record that they have after a merge, and
 * organisations by theirs; a visit without a name is somebody by itself. What
 * was settled after the last of the days was open then.
 */
#ifndef FRONTDESK_STORE_PATTERN_H
#define FRONTDESK_STORE_PATTERN_H

#include "frontdesk/store/db.h"

/* The days of one site, both included: a week. */
struct pattern_range {
	int64_t site_id;
	struct day from, to;
	int64_t at_least; /* people, contacts, or requests */
	size_t limit;
};

/* Texts are borrowed. */
struct pattern_row {
	int64_t topic_id, request_id;  /* 0: it is not of one */
	const char *place, *place_key; /* or NULL */
	const char *topic;	       /* or NULL */
	const char *reference;	       /* of a request, or NULL */
	int64_t people, requests, open_count;
	int64_t unnamed;   /* of the people: visits without a name */
	int64_t contacts;  /* of a request */
	int64_t questions; /* that nobody at the counter could answer */
};
typedef void pattern_fn(const struct pattern_row *row, void *state);

/* Most people first; of a topic what is open alone. */
bool pattern_each_place(struct db *db, const struct pattern_range *range,
			pattern_fn *each, void *state, struct error *err);
/* The requests of those places, the oldest of each first. */
typedef void pattern_reference_fn(const char *place_key, const char *reference,
				  void *state);
bool pattern_each_reference(struct db *db, const struct pattern_range *range,
			    pattern_reference_fn *each, void *state,
			    struct error *err);
bool pattern_each_topic(struct db *db, const struct pattern_range *range,
			pattern_fn *each, void *state, struct error *err);
/* Requests somebody came back about in these days, with so many contacts in
 * all; most contacts first. */
bool pattern_each_return(struct db *db, const struct pattern_range *range,
			 pattern_fn *each, void *state, struct error *err);
/* Topics of which so many questions stay without an answer: requests with one
 * that was asked and whose answer is not known, and what visitors asked and
 * nobody could answer, nor has since. */
bool pattern_each_unknown(struct db *db, const struct pattern_range *range,
			  pattern_fn *each, void *state, struct error *err);

/* What one of the first two, or of the last, is made of: the newest first. */
struct pattern_request {
	int64_t request_id, received_at;
	const char *who, *topic, *place, *reference, *state;
	const char *owner; /* or NULL */
};
typedef void pattern_request_fn(const struct pattern_request *request,
				void *state);
bool pattern_each_of_place(struct db *db, const struct pattern_range *range,
			   const char *place_key, pattern_request_fn *each,
			   void *state, struct error *err);
bool pattern_each_of_topic(struct db *db, const struct pattern_range *range,
			   int64_t topic_id, bool is_unknown,
			   pattern_request_fn *each, void *state,
			   struct error *err);

/* What nobody could answer about a topic, the newest first. */
struct pattern_question {
	int64_t unanswered_id, asked_at;
	const char *words, *asker;
};
typedef void pattern_question_fn(const struct pattern_question *question,
				 void *state);
bool pattern_each_question(struct db *db, const struct pattern_range *range,
			   int64_t topic_id, pattern_question_fn *each,
			   void *state, struct error *err);

/* Whoever asks at the counter: what they came about themselves is none of what
 * others did. 0: there is none. */
struct pattern_mine {
	int64_t visit_id, request_id;
};

/* What is known of one place, or of open requests of one topic (place_key
 * NULL), the newest first. */
struct pattern_known {
	int64_t request_id;
	int64_t person;	  /* 0: without a name */
	int64_t visit_id; /* of whoever has none; below 0: of no visit */
	struct day received_on;
	bool is_open;
	const char *department; /* that has it, or NULL */
	int64_t due_at;		/* of the open promise due first, or 0 */
};
typedef void pattern_known_fn(const struct pattern_known *known, void *state);
bool pattern_each_known(struct db *db, const struct pattern_range *range,
			int64_t topic_id, const char *place_key,
			const struct pattern_mine *mine, pattern_known_fn *each,
			void *state, struct error *err);

#endif
