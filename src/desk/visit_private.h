/*
 * visit_private.h - what happens to a visit, within somebody's transaction
 *
 * The use cases of visit.h and line.h are these with the signed-in person and
 * the present instant; an import or the demo's loader gives its own. Instants
 * that would make a period shorter than nothing count as the period's begin.
 */
#ifndef FRONTDESK_DESK_VISIT_PRIVATE_H
#define FRONTDESK_DESK_VISIT_PRIVATE_H

#include "desk_private.h"
#include "frontdesk/core/visit.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/visit.h"

/* Who acts, and where. Ids 0: none; zone borrowed. */
struct visit_actor {
	int64_t staff_id, department_id, counter_window_id, site_id;
	const char *zone;
};
void visit_actor_of(const struct desk *desk, struct visit_actor *out);

/* Whether it is neither over nor voided; the same in words (ERROR_CONFLICT). */
bool visit_is_open(const struct visit_row *row);
bool visit_check_open(const struct visit_row *row, struct error *err);

/*
 * Changes the state of the visit in row: closes its open period, opens the
 * next, keeps wait and service length. ERROR_CONFLICT where the visit is not
 * in a state that may become this one. reason is a hold's, else NULL.
 */
bool visit_change(struct db *db, const struct visit_actor *actor,
		  struct visit_row *row, enum visit_state to,
		  const char *reason, int64_t at, struct error *err);

/* Whatever else this person is serving goes on hold, for that reason. */
#define HOLD_FOR_VISITOR "another visitor"
#define HOLD_FOR_TELEPHONE "telephone"
bool visit_hold_others(struct db *db, const struct visit_actor *actor,
		       int64_t visit_id, const char *reason, int64_t at,
		       struct error *err);

/* Adds row as a new visit with a reference of its own. */
bool visit_add(struct db *db, struct visit_row *row, const char *label,
	       struct error *err);

/* Somebody joins the line at an instant: visit's people, label, topic,
 * priority and channel. Sets visit_id and reference. */
bool visit_join_work(struct db *db, const struct visit_actor *actor,
		     struct visit *visit, int64_t at, struct error *err);

/* desk_begin_visit, desk_save_visit and desk_finish_visit. */
bool visit_begin_work(struct db *db, const struct visit_actor *actor,
		      struct visit *visit, int64_t begun_at, struct error *err);
bool visit_save_work(struct db *db, const struct visit_actor *actor,
		     struct visit *visit, int64_t at, struct error *err);
bool visit_finish_work(struct db *db, const struct visit_actor *actor,
		       struct visit *visit, int64_t ended_at,
		       struct error *err);

/*
 * A visit that is over, with its true times: served as F9 would, or left
 * where visit->state is VISIT_LEFT. entered_at marks it as entered later; 0
 * does not. Checks nothing that visit_check and visit_times_check do.
 */
bool visit_enter_work(struct db *db, const struct visit_actor *actor,
		      struct visit *visit, const struct visit_times *times,
		      int64_t entered_at, struct error *err);

/* The request of one contact, added as a draft where it is new, else changed;
 * its parties and numbers follow. Not the contact itself. *facts is how the
 * request stands. The place of one that was there before is the visit's own
 * until the visit is over. */
bool visit_save_request(struct db *db, const struct visit_actor *actor,
			const struct visit *visit, struct contact *contact,
			bool is_over, struct request_facts *facts,
			struct error *err);
bool contact_is_blank(const struct contact *contact);

/* The contact with its result: acknowledged, resolved or left open. */
bool visit_finish_contact(struct db *db, const struct visit_actor *actor,
			  const struct visit *visit, struct contact *contact,
			  int64_t at, int64_t ended_at, struct error *err);

/* The request of a contact with a result stands again as after that F9. */
bool visit_settle_again(struct db *db, const struct visit_actor *actor,
			const struct visit *visit,
			const struct contact *contact, int64_t ended_at,
			struct error *err);

/* A visit is opened again: which result its texts were written for is
 * remembered, and told of the same visit when it is read. */
void visit_remember_results(struct desk *desk, const struct visit *visit);
void visit_tell_results(const struct desk *desk, struct visit *visit);

/* Everyone present was here now: to the top of the search. */
bool visit_touch_people(struct db *db, const struct visit *visit,
			struct error *err);

/*
 * db_transaction for work on a visit. What work changes in it (ids, references,
 * the edition, the state, results) is put back before each run of work and
 * where it fails.
 */
bool visit_transaction(struct desk *desk, struct visit *visit, db_work_fn *work,
		       void *state, struct error *err);

#endif
