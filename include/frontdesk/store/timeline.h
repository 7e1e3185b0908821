/*
 * timeline.h - what was said and done, request by request
 */
#ifndef FRONTDESK_STORE_TIMELINE_H
#define FRONTDESK_STORE_TIMELINE_H

#include "frontdesk/store/db.h"

/* Whose requests; a request alone may be a draft. */
enum timeline_of {
	TIMELINE_OF_RESIDENT,
	TIMELINE_OF_ORGANISATION,
	TIMELINE_OF_REQUEST,
};

/* Text of the rows is borrowed for the call, NULL where there is none. */
struct timeline_head {
	int64_t request_id;
	int64_t resident_id, organisation_id; /* whose; or 0 */
	const char *resident, *organisation;  /* their names */
	const char *part; /* in it, of the resident whose timeline it is */
	const char *reference, *topic, *place;
	const char *owner, *owner_department;
	bool is_open;
	const char *result; /* its name in the store */
	int64_t received_at;
	bool has_visit; /* it was made in one, which may be voided by now */
	int hop_count;
};
/* *is_last, set to true: no more of them is wanted. */
typedef bool timeline_head_fn(const struct timeline_head *head, bool *is_last,
			      void *state, struct error *err);

enum timeline_fact {
	FACT_CONTACT,
	FACT_HANDOFF,
	FACT_PROMISE,
	FACT_ACKNOWLEDGEMENT,
	FACT_TOLD,
	/* Steps of these: decided, read; passed on, taken back; not reached. */
	FACT_HANDOFF_STEP,
	FACT_PROMISE_STEP,
	FACT_TOLD_STEP,
	FACT_RESOLUTION,
	FACT_TOUCH,
	FACT_JOINED, /* a colleague came; text is who, staff who noted */
};

struct timeline_row {
	enum timeline_fact fact;
	int64_t id; /* of the visit where it is a contact; of what a step is */
	int64_t at;
	/*
	 * A contact's words; to whom; what was promised; how; what to tell;
	 * what was done; a hand-off step's kind. Beside it: what was done; what
	 * was asked; "late" where a promise was settled after its hour. word:
	 * its result, state or kind. note: the result's text, the last step's
	 * note.
	 */
	const char *text, *beside, *word, *note;
	int64_t due_at;	     /* of a promise */
	int64_t next_due_at; /* of the one made in its place, or 0 */
	bool is_taken_back;
	const char *staff;
};
typedef void timeline_row_fn(const struct timeline_row *row, void *state);

/* Requests open first, then newest first; also those whose visits were all
 * voided: has_visit, and no row that is a contact. each may read the rows. */
bool timeline_each_request(struct db *db, enum timeline_of of, int64_t id,
			   timeline_head_fn *each, void *state,
			   struct error *err);

/* What belongs to one of them, in no order. */
bool timeline_each_row(struct db *db, const struct timeline_head *head,
		       timeline_row_fn *each, void *state, struct error *err);

#endif
