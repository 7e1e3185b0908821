/*
 * taking_back_visit.c - what was done in a visit by mistake is taken back: a
 * promise that was made, a colleague who was noted, the visit that was voided
 * or that somebody was to have left
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/store/acknowledgement.h"
#include "frontdesk/store/contact.h"
#include "frontdesk/store/joining.h"
#include "frontdesk/store/promise.h"
#include "frontdesk/store/staff.h"
#include "frontdesk/store/told.h"
#include "passing.h"
#include "visit_private.h"

/* Its request stands as before the promise, unless something else opened or
 * settled it since. */
static bool close_again(struct db *db, int64_t request_id,
			const struct request_settlement *before,
			struct error *err)
{
	struct request_facts facts;

	if (!request_get_facts(db, request_id, 0, &facts, err))
		return false;
	if (before->state == REQUEST_OPEN || facts.state != REQUEST_OPEN ||
	    facts.result != before->result || facts.has_offer ||
	    facts.has_promise)
		return true;
	if (before->state == REQUEST_DRAFT &&
	    (facts.had_handoff || facts.had_promise))
		return true;
	return request_settle(db, request_id, before, err);
}

bool take_back_made(struct db *db, struct taking_back *work, struct error *err)
{
	const struct act *act = work->act;
	int64_t me = work->desk->session.staff_id;
	struct promise promise;
	bool is_done;

	if (!promise_unmake(db, act->id, me, act->at, work->at, err) ||
	    !promise_get(db, act->id, &promise, err))
		return passing_missing(
		    err, ERROR_CONFLICT,
		    _("The promise was settled or passed on meanwhile: read "
		      "the list anew."));
	str_addf(&work->said, _("Taken back: “%s” is not promised."),
		 promise.what);
	is_done = close_again(db, promise.request_id, &act->before, err) &&
		  standing_untouch(db, promise.request_id, me, act->at, err);
	promise_release(&promise);
	return is_done;
}

bool take_back_joined(struct db *db, struct taking_back *work,
		      struct error *err)
{
	const struct act *act = work->act;
	struct joining joining;
	struct staff staff;

	if (!joining_take_back(db, act->id, work->at, err) ||
	    !joining_get(db, act->id, &joining, err))
		return passing_missing(err, ERROR_CONFLICT,
				       _("It was taken back already."));
	if (!staff_get(db, joining.staff_id, &staff, err))
		return false;
	str_addf(&work->said, _("Taken back: %s did not join."),
		 staff.formal_name);
	staff_release(&staff);
	return standing_untouch(db, joining.request_id, joining.staff_id,
				joining.at, err);
}

/* What its F9 made of each request is so again. */
static bool settle_again(struct db *db, const struct visit_actor *actor,
			 const struct visit_row *row, int64_t voided_at,
			 struct error *err)
{
	struct visit visit = {.visit_id = row->visit_id};
	bool is_done = contact_list(db, &visit, err);

	for (size_t i = 0; is_done && i < visit.contact_count; i++) {
		const struct contact *contact = &visit.contacts[i];
		int64_t id = contact->request_id;

		is_done = (contact->result == RESULT_NONE ||
			   visit_settle_again(db, actor, &visit, contact,
					      row->ended_at, err)) &&
			  acknowledgement_give_back_counter(
			      db, id, row->ended_at, voided_at, err) &&
			  told_give_back_visit(db, id, row->visit_id,
					       row->ended_at, voided_at, err);
	}
	visit_release(&visit);
	return is_done;
}

/* It was not over: put aside from then on, or in line all the time. */
static bool wait_again(struct db *db, const struct visit_actor *actor,
		       const struct act *act, struct visit_row *row,
		       struct error *err)
{
	enum visit_state from = row->state;
	struct period period = {.visit_id = row->visit_id,
				.began_at = row->ended_at};

	row->state = row->begun_at != 0 ? VISIT_ASIDE : VISIT_WAITING;
	if (row->state == VISIT_WAITING)
		row->counter_window_id = row->staff_id = 0;
	row->ended_at = 0;
	row->ended_on = (struct day){""};
	row->left_when = NULL;
	row->service_length = -1;
	period.kind = row->state;
	period.counter_window_id = row->counter_window_id;
	period.staff_id = row->staff_id;
	return period_insert(db, &period, err) &&
	       visit_end(db, row, from, err) &&
	       (act->form == NULL ||
		draft_put(db, row->visit_id, actor->staff_id, act->at,
			  act->form, err));
}

static void say(const struct visit_row *row, struct str *said)
{
	if (row->state == VISIT_ASIDE)
		str_addf(said, _("Taken back: %s is put aside again."),
			 row->reference);
	else if (row->state == VISIT_WAITING)
		str_addf(said, _("Taken back: %s is in line again."),
			 row->reference);
	else
		str_addf(said, _("Taken back: %s counts again."),
			 row->reference);
}

bool take_back_voided(struct db *db, struct taking_back *work,
		      struct error *err)
{
	const struct act *act = work->act;
	struct visit_actor actor;
	struct visit_row row;

	visit_actor_of(work->desk, &actor);
	if (!visit_unvoid(db, act->id, act->at, actor.staff_id, err))
		return passing_missing(err, ERROR_CONFLICT,
				       _("The visit was changed meanwhile: "
					 "read it anew."));
	if (!visit_get_row(db, act->id, &row, err))
		return false;
	/* Whose requests stay open is asked of who served it. */
	if (!act->was_open && row.staff_id != 0)
		actor.staff_id = row.staff_id;
	if (act->was_open ? !wait_again(db, &actor, act, &row, err)
			  : !settle_again(db, &actor, &row, act->at, err))
		return false;
	say(&row, &work->said);
	return true;
}

bool take_back_left(struct db *db, struct taking_back *work, struct error *err)
{
	struct visit_actor actor;
	struct visit_row row;

	visit_actor_of(work->desk, &actor);
	if (!visit_get_row(db, work->act->id, &row, err))
		return false;
	if (row.state != VISIT_LEFT || row.voided_at != 0)
		return error_set(err, ERROR_CONFLICT, "",
				 _("The visit was changed meanwhile: read it "
				   "anew."));
	if (!wait_again(db, &actor, work->act, &row, err))
		return false;
	say(&row, &work->said);
	return true;
}
