/*
 * visit.h - visits, their timed periods and who is present
 *
 * Everything that changes belongs inside a db_transaction: a visit's state
 * and its open period are changed together.
 */
#ifndef FRONTDESK_STORE_VISIT_H
#define FRONTDESK_STORE_VISIT_H

#include "frontdesk/core/name.h"
#include "frontdesk/core/visit.h"
#include "frontdesk/store/db.h"

/* What the rules of a visit are decided by. Ids and instants: 0 none. */
struct visit_row {
	int64_t visit_id;
	char reference[13];
	int64_t site_id;
	enum channel channel;
	enum visit_state state;
	int64_t arrived_at;
	struct day arrived_on;
	int priority;
	int64_t topic_id;
	bool is_timed;
	int64_t counter_window_id, staff_id;
	int64_t first_called_at, begun_at, ended_at;
	struct day ended_on;
	const char *left_when; /* waiting called served, of one that left */
	int64_t wait_length, service_length; /* ms, -1: not known */
	int64_t entered_at, voided_at;
	int64_t edition;
	int64_t period_id; /* the open one's, 0: none */
	int64_t period_began_at;
};

/* *is_taken: the reference is another's, and nothing was added. label may be
 * NULL. Sets row->visit_id and its edition. */
bool visit_insert(struct db *db, struct visit_row *row, const char *label,
		  bool *is_taken, struct error *err);

/* With its open period; ERROR_NOT_FOUND in words. */
bool visit_get_row(struct db *db, int64_t visit_id, struct visit_row *out,
		   struct error *err);

/*
 * Writes state, window, staff, first call, begin and wait where the state is
 * still from; else ERROR_CONFLICT in words: two windows never get the same
 * visit. visit_end also the end, with whether it was known then how to address
 * those who are in the visit: its people come first. It reopens where ended_at
 * is 0.
 */
bool visit_move(struct db *db, const struct visit_row *row,
		enum visit_state from, struct error *err);
bool visit_end(struct db *db, const struct visit_row *row,
	       enum visit_state from, struct error *err);

/* Of one that was inserted as over, once its people are in. */
bool visit_set_known(struct db *db, int64_t visit_id, struct error *err);

/* Channel, label and topic where the edition is still that of visit, which
 * rises; ERROR_CONFLICT in words. */
bool visit_update(struct db *db, struct visit *visit, struct error *err);
/* The first instant stays; the edition does too. */
bool visit_set_asked(struct db *db, int64_t visit_id, int64_t at,
		     struct error *err);
/* Whether they were asked in an open visit at this site. */
bool visit_is_asked(struct db *db, int64_t site_id, int64_t resident_id,
		    bool *out, struct error *err);
bool visit_set_priority(struct db *db, int64_t visit_id, int priority,
			struct error *err);
bool visit_void(struct db *db, int64_t visit_id, int64_t at, int64_t staff_id,
		const char *reason, struct error *err);
/* What this person voided at that instant is not; ERROR_NOT_FOUND without a
 * text where it is not voided so. */
bool visit_unvoid(struct db *db, int64_t visit_id, int64_t voided_at,
		  int64_t voided_by, struct error *err);

/* The visit as saved, with its people and their names in full; its contacts
 * come from contact_list. ERROR_NOT_FOUND in words. */
bool visit_get(struct db *db, int64_t visit_id, struct visit *out,
	       struct error *err);

/* Adds to visit who is present, the resident first. */
bool visit_list_people(struct db *db, struct visit *visit, struct error *err);

/* Fills the names of those of its people who have none yet; whoever was merged
 * since becomes their survivor. */
bool visit_name_people(struct db *db, struct visit *visit, struct error *err);

/*
 * Who is present in each of these visits, 0 passed over: present holds the
 * people alone, with their names in full, borrowed for the call. A visit of
 * nobody named is left out.
 */
typedef void visit_present_fn(int64_t visit_id, const struct visit *present,
			      void *state);
bool visit_each_present(struct db *db, const int64_t *visit_ids, size_t count,
			visit_present_fn *each, void *state, struct error *err);
/* The same, named as they are called: "Mr. Kowalski". */
bool visit_each_called(struct db *db, const int64_t *visit_ids, size_t count,
		       visit_present_fn *each, void *state, struct error *err);

/* Makes the people in the store those of visit; writes what differs. */
bool visit_sync_people(struct db *db, const struct visit *visit,
		       struct error *err);

/* The first to be called, by priority, then arrival; 0: nobody waits. */
bool visit_find_first(struct db *db, int64_t site_id, int64_t *visit_id,
		      struct error *err);

/* What this person is serving now, at most size ids. */
bool visit_list_serving(struct db *db, int64_t site_id, int64_t staff_id,
			int64_t *visit_ids, size_t size, size_t *count,
			struct error *err);

/* Whoever waits or was called; names owned by the row. */
struct visit_waiting {
	int64_t visit_id;
	enum visit_state state;
	int64_t arrived_at;
	int priority;
	char *label, *topic, *counter_window;
	struct visit present; /* its people alone, as they are called */
};
void visit_waiting_release(struct visit_waiting *waiting);
/* Called ones first, then in the order they will be called. The caller frees
 * *out and releases each. */
bool visit_list_waiting(struct db *db, int64_t site_id,
			struct visit_waiting **out, size_t *count,
			struct error *err);

/* Periods. kind is one of the open states; reason NULL but for a hold. */
struct period {
	int64_t visit_id;
	enum visit_state kind;
	const char *reason;
	int64_t began_at, ended_at; /* ended_at 0: open */
	int64_t counter_window_id, staff_id;
};
bool period_insert(struct db *db, const struct period *period,
		   struct error *err);
bool period_close(struct db *db, int64_t period_id, int64_t ended_at,
		  struct error *err);
/* ms of closed holds and of the time aside */
bool period_held_length(struct db *db, int64_t visit_id, int64_t *length,
			struct error *err);

/* Forms as they were typed, one a visit, until the visit ends. */
bool draft_put(struct db *db, int64_t visit_id, int64_t staff_id, int64_t at,
	       const char *form, struct error *err);
bool draft_get(struct db *db, int64_t visit_id, char **form, struct error *err);
bool draft_delete(struct db *db, int64_t visit_id, struct error *err);
/* The last one that was added; 0: none. */
bool visit_last(struct db *db, int64_t *visit_id, struct error *err);
/*
 * The first that was entered later and is not voided, after one id and up to
 * another, with row's site, channel, arrival and end, first about row's topic
 * and of this resident (either 0: of none). *visit_id 0: there is none.
 */
bool visit_find_entered(struct db *db, const struct visit_row *row,
			int64_t resident_id, int64_t after, int64_t up_to,
			int64_t *visit_id, struct error *err);

/* The visit that somebody left last, aside or on hold, else one that still
 * stands as served; 0: none. */
bool visit_find_left(struct db *db, int64_t site_id, int64_t staff_id,
		     int64_t *visit_id, struct error *err);
/* The newest that row's person serves at row's window and site; 0: none. */
bool visit_find_served(struct db *db, const struct visit_row *row,
		       int64_t *visit_id, struct error *err);

#endif
