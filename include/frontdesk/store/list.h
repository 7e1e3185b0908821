/*
 * list.h - what waits for somebody, each list one statement over its index
 *
 * Each gives at most limit rows, in the order in which they are shown.
 */
#ifndef FRONTDESK_STORE_LIST_H
#define FRONTDESK_STORE_LIST_H

#include "frontdesk/store/db.h"

/* Text is borrowed for the call, NULL where there is none. */
struct list_entry {
	int64_t id; /* what the list is of: visit, promise, telling, request */
	int64_t request_id, resident_id; /* 0: none */
	int64_t at;
	const char *who;   /* "Ms. Elena Alvarez", "unnamed" */
	const char *topic; /* "Fence permit" */
	const char *text;  /* promised, to be told, a label, the place */
	const char *reference;
	const char *staff;
	const char *word; /* a visit's state */
	const char *result;
	bool is_mine, is_late;
	int64_t before_at; /* a promise made anew: what it was before, or 0 */
	/* Of what is to tell: the best way to reach them, a telephone first. */
	const char *reach_kind, *reach, *contact_text;
	const char *language;
	bool needs_interpreter;
	int tried_count; /* not reached */
	int64_t tried_at;
	const char *context; /* of a hand-off that nobody answered */
};
typedef void list_entry_fn(const struct list_entry *entry, void *state);

struct list_query {
	int64_t staff_id, department_id, site_id; /* of whoever asks */
	int64_t now;
	struct day today;
	int64_t offered_before; /* and unanswered: the supervisor's */
	bool sees_unowned;	/* what is nobody's: a supervisor */
	size_t limit;
};

/* Visits of the site that are aside, this person's first, newest first. */
bool list_aside(struct db *db, const struct list_query *query,
		list_entry_fn *each, void *state, struct error *err);
/* Open promises of this person, the first due first. */
bool list_promises(struct db *db, const struct list_query *query,
		   list_entry_fn *each, void *state, struct error *err);
/* What this person owes to tell, the oldest first. */
bool list_to_tell(struct db *db, const struct list_query *query,
		  list_entry_fn *each, void *state, struct error *err);
/* Requests of the site nobody has acknowledged, the oldest first; late from
 * the day after on. */
bool list_to_acknowledge(struct db *db, const struct list_query *query,
			 list_entry_fn *each, void *state, struct error *err);
/* Open requests of this person, then of their department, the oldest first;
 * late where a promise is. */
bool list_open_requests(struct db *db, const struct list_query *query,
			list_entry_fn *each, void *state, struct error *err);
/* Today's visits of the site, the newest first. */
bool list_today(struct db *db, const struct list_query *query,
		list_entry_fn *each, void *state, struct error *err);

/* Offers of the site that nobody answered in its time, the oldest first; staff
 * is the receiver, word whoever offered it. */
bool list_unaccepted(struct db *db, const struct list_query *query,
		     list_entry_fn *each, void *state, struct error *err);

/* The same of whoever asks, at any site and whatever its age. */
bool list_offered(struct db *db, const struct list_query *query,
		  list_entry_fn *each, void *state, struct error *err);

/* How many rows those lists have, and handoff_list_mine. */
struct list_counts {
	int aside;	      /* of this person */
	int handed, returned; /* handed counts the returned ones too */
	int to_tell, promises, promises_late, to_acknowledge;
	int unaccepted;
	int promises_today; /* due today, and not late yet */
	int unanswered;	    /* list_unanswered (unanswered.h) */
	int ideas_to_read;  /* of this person's own, something new */
	int ideas_new;	    /* nobody has decided them; all of them */
	int thanks;	    /* to this person, not read yet */
};
bool list_count(struct db *db, const struct list_query *query,
		struct list_counts *out, struct error *err);

#endif
