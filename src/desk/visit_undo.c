/*
 * visit_undo.c - a mistake put right: an F9 taken back, a visit voided
 *
 * Rows stay. What the F9 made of a request is taken back, so that no figure
 * counts it; the audit keeps how it stood.
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/acknowledgement.h"
#include "frontdesk/store/contact.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/told.h"
#include "visit_private.h"

struct undoing {
	const struct desk *desk;
	struct visit_actor actor;
	int64_t visit_id;
	int64_t at;
	const char *reason;
	bool was_open; /* what was voided, with its form */
	char *form;
};

/* Whose it is, on its day; a supervisor at any time. */
static bool may_undo(const struct undoing *undoing, const struct visit_row *row,
		     struct error *err)
{
	struct day today = desk_today(undoing->desk);
	bool is_today = day_compare(row->arrived_on, today) == 0 ||
			(row->ended_on.text[0] != '\0' &&
			 day_compare(row->ended_on, today) == 0) ||
			visit_state_is_open(row->state);

	if (is_today &&
	    (row->staff_id == 0 || row->staff_id == undoing->actor.staff_id))
		return true;
	return desk_may(undoing->desk, DUTY_VOID_ANY, err);
}

/* A request is what it was before this visit's F9. */
static bool unsettle(struct db *db, int64_t request_id,
		     const struct visit_row *row, int64_t now,
		     struct error *err)
{
	struct request_settlement before = {.state = REQUEST_OPEN,
					    .result = RESULT_OPENED};
	struct request_facts facts;

	if (!request_get_facts(db, request_id, row->visit_id, &facts, err) ||
	    !acknowledgement_take_back_counter(db, request_id, row->ended_at,
					       now, err) ||
	    !told_take_back_visit(db, request_id, row->visit_id, row->ended_at,
				  now, err))
		return false;
	if (facts.first_visit_id == row->visit_id &&
	    facts.result_before == RESULT_NONE) {
		before.result = RESULT_NONE;
		if (!facts.had_handoff && !facts.had_promise)
			before.state = REQUEST_DRAFT;
		return request_settle(db, request_id, &before, err);
	}
	/* It was resolved before this visit, or only asked after in it. */
	if (facts.state == REQUEST_RESOLVED &&
	    facts.resolved_at != row->ended_at)
		return true;
	if (facts.result_before != RESULT_NONE)
		before.result = facts.result_before;
	return request_settle(db, request_id, &before, err);
}

static bool unsettle_all(struct db *db, const struct visit_row *row,
			 int64_t now, struct error *err)
{
	struct visit visit = {.visit_id = row->visit_id};
	bool is_done = contact_list(db, &visit, err);

	for (size_t i = 0; is_done && i < visit.contact_count; i++)
		is_done =
		    unsettle(db, visit.contacts[i].request_id, row, now, err);
	visit_release(&visit);
	return is_done;
}

static bool void_work(struct db *db, void *state, struct error *err)
{
	struct undoing *undoing = state;
	struct visit_row row;

	mem_replace(&undoing->form, NULL);
	if (!visit_get_row(db, undoing->visit_id, &row, err) ||
	    !may_undo(undoing, &row, err))
		return false;
	undoing->was_open = visit_state_is_open(row.state);
	if (row.voided_at != 0)
		return error_set(err, ERROR_CONFLICT, "", "%s",
				 _("This visit is voided already."));
	if (undoing->was_open) {
		if (!visit_change(db, &undoing->actor, &row, VISIT_LEFT, NULL,
				  undoing->at, err) ||
		    !draft_get(db, row.visit_id, &undoing->form, err) ||
		    !draft_delete(db, row.visit_id, err))
			return false;
	} else if (!unsettle_all(db, &row, undoing->at, err)) {
		return false;
	}
	return visit_void(db, row.visit_id, undoing->at,
			  undoing->actor.staff_id, undoing->reason, err);
}

bool desk_void_visit(struct desk *desk, int64_t visit_id, const char *reason,
		     struct error *err)
{
	const struct text_limit limit = {"reason", _("the reason"), 200, false,
					 true};
	struct undoing undoing = {.desk = desk,
				  .visit_id = visit_id,
				  .at = desk_now(desk),
				  .reason = reason};

	if (!desk_need_session(desk, err) || !text_check(reason, &limit, err))
		return false;
	visit_actor_of(desk, &undoing.actor);
	if (db_transaction(desk->db, void_work, &undoing, err)) {
		act_remember(desk, &(struct act){.kind = ACT_VOIDED,
						 .id = visit_id,
						 .at = undoing.at,
						 .was_open = undoing.was_open,
						 .form = undoing.form});
		return true;
	}
	free(undoing.form);
	return false;
}

/* The time between is nobody's service and no hold. */
static bool fill_gap(struct db *db, const struct undoing *undoing,
		     const struct visit_row *row, struct error *err)
{
	const struct period gap = {
	    .visit_id = row->visit_id,
	    .kind = VISIT_ASIDE,
	    .began_at = row->ended_at,
	    .ended_at =
		undoing->at > row->ended_at ? undoing->at : row->ended_at,
	    .counter_window_id = row->counter_window_id,
	    .staff_id = row->staff_id,
	};

	return period_insert(db, &gap, err);
}

static bool open_again(struct db *db, const struct undoing *undoing,
		       struct visit_row *row, struct error *err)
{
	enum visit_state from = row->state;
	bool is_served = row->begun_at != 0;
	struct period period = {.visit_id = row->visit_id,
				.began_at = undoing->at};

	if (!is_served) {
		/* Who stands in line stood there all the time. */
		period.began_at = row->ended_at;
		row->counter_window_id = row->staff_id = 0;
	} else {
		if (!fill_gap(db, undoing, row, err) ||
		    !visit_hold_others(db, &undoing->actor, row->visit_id,
				       HOLD_FOR_VISITOR, undoing->at, err))
			return false;
		row->counter_window_id = undoing->actor.counter_window_id;
		row->staff_id = undoing->actor.staff_id;
	}
	row->state = is_served ? VISIT_SERVING : VISIT_WAITING;
	row->ended_at = 0;
	row->ended_on = (struct day){""};
	row->left_when = NULL;
	row->service_length = -1;
	if (period.began_at < row->arrived_at)
		period.began_at = row->arrived_at;
	period.kind = row->state;
	period.counter_window_id = row->counter_window_id;
	period.staff_id = row->staff_id;
	return period_insert(db, &period, err) && visit_end(db, row, from, err);
}

static bool reopen_work(struct db *db, void *state, struct error *err)
{
	const struct undoing *undoing = state;
	struct visit_row row;

	if (!visit_get_row(db, undoing->visit_id, &row, err) ||
	    !may_undo(undoing, &row, err))
		return false;
	if (row.voided_at != 0 || visit_state_is_open(row.state))
		return error_set(err, ERROR_CONFLICT, "", "%s",
				 _("There is nothing to undo: this visit is "
				   "not finished."));
	if (day_compare(row.ended_on, desk_today(undoing->desk)) != 0)
		return error_set(err, ERROR_DENIED, "", "%s",
				 _("Only today's visits can be opened again: "
				   "log a new one."));
	if (row.state == VISIT_SERVED &&
	    (!unsettle_all(db, &row, undoing->at, err) ||
	     !contact_clear_results(db, row.visit_id, err)))
		return false;
	return open_again(db, undoing, &row, err);
}

void visit_remember_results(struct desk *desk, const struct visit *visit)
{
	for (size_t i = 0; i < visit->contact_count; i++) {
		const struct contact *contact = &visit->contacts[i];

		if (contact->result == RESULT_NONE)
			continue;
		if (desk->reopened_count == DESK_REOPENED)
			memmove(&desk->reopened[0], &desk->reopened[1],
				--desk->reopened_count *
				    sizeof(desk->reopened[0]));
		desk->reopened[desk->reopened_count++] = (struct reopened){
		    visit->visit_id, contact->request_id, contact->result};
	}
}

void visit_tell_results(const struct desk *desk, struct visit *visit)
{
	for (size_t i = 0; i < visit->contact_count; i++)
		for (size_t j = 0; j < desk->reopened_count; j++)
			if (desk->reopened[j].visit_id == visit->visit_id &&
			    desk->reopened[j].request_id ==
				visit->contacts[i].request_id)
				visit->contacts[i].texts_of =
				    desk->reopened[j].result;
}

bool desk_reopen_visit(struct desk *desk, int64_t visit_id, struct error *err)
{
	struct undoing undoing = {
	    .desk = desk, .visit_id = visit_id, .at = desk_now(desk)};

	struct visit before;
	bool is_done;

	if (!desk_need_session(desk, err) ||
	    !desk_get_visit(desk, visit_id, &before, err))
		return false;
	visit_actor_of(desk, &undoing.actor);
	is_done = db_transaction(desk->db, reopen_work, &undoing, err);
	if (is_done)
		visit_remember_results(desk, &before);
	visit_release(&before);
	return is_done;
}
