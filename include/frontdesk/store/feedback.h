/*
 * feedback.h - what visitors said of how they were served
 */
#ifndef FRONTDESK_STORE_FEEDBACK_H
#define FRONTDESK_STORE_FEEDBACK_H

#include "frontdesk/core/feedback.h"
#include "frontdesk/store/db.h"

/* *feedback_id is 0 where the card of this visit came back already, and
 * nothing was added. */
bool feedback_insert(struct db *db, const struct feedback *feedback,
		     int64_t *feedback_id, struct error *err);

/* ERROR_NOT_FOUND without a text. What was taken back is there no more. */
bool feedback_get(struct db *db, int64_t feedback_id, struct feedback *out,
		  struct error *err);
/* The card that came back of a visit; feedback_id 0: none did. */
bool feedback_card_of(struct db *db, int64_t visit_id, struct feedback *out,
		      struct error *err);

/* It counts no more, and stays on record; ERROR_NOT_FOUND, without a text,
 * where it was taken back before. */
bool feedback_take_back(struct db *db, int64_t feedback_id, int64_t at,
			struct error *err);

/* What is printed on a visit's card, or told of it when it came back. */
struct feedback_visit {
	int64_t visit_id;
	char *reference;
	char *topic;	/* of its first request, or NULL */
	char *language; /* of whoever came, or NULL */
	struct day arrived_on;
	bool is_voided;
};
void feedback_visit_release(struct feedback_visit *visit);
/* ERROR_NOT_FOUND without a text. */
bool feedback_visit_get(struct db *db, int64_t visit_id,
			struct feedback_visit *out, struct error *err);
/* By its reference in the written form; 0: there is none. */
bool feedback_find_visit(struct db *db, const char *reference,
			 int64_t *visit_id, struct error *err);

/* One of a list; everything is borrowed for the call. */
struct feedback_row {
	struct feedback feedback;
	int64_t request_id; /* the visit's first, or 0 */
	const char *reference, *topic;
};
typedef void feedback_row_fn(const struct feedback_row *row, void *state);
/* Of the site, newest first; of visits that were voided none. */
bool feedback_each(struct db *db, int64_t site_id, size_t limit,
		   feedback_row_fn *each, void *state, struct error *err);

/* All there is, the oldest first; false from each ends it. */
typedef bool feedback_whole_fn(const struct feedback_row *row, void *state,
			       struct error *err);
bool feedback_each_whole(struct db *db, feedback_whole_fn *each, void *state,
			 struct error *err);

#endif
