/*
 * handoff_answer.c - receiving a request: reading it, accepting, returning
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/store/audit.h"
#include "frontdesk/store/handoff.h"
#include "frontdesk/store/promise.h"
#include "passing.h"

bool desk_list_handoffs(struct desk *desk, struct handoff_list *out,
			struct error *err)
{
	memset(out, 0, sizeof(*out));
	return desk_need_session(desk, err) &&
	       handoff_list_mine(desk->db, desk->session.staff_id,
				 desk->session.department_id, 500, out, err);
}

/* The person, their department, or a supervisor where both are out; never
 * whoever offered it. */
static bool is_receiver(const struct desk *desk, const struct handoff *handoff)
{
	const struct desk_session *me = &desk->session;

	if (handoff->from_staff_id == me->staff_id)
		return false;
	return handoff->to_staff_id == me->staff_id ||
	       (me->department_id != 0 &&
		handoff->to_department_id == me->department_id) ||
	       me->role == ROLE_SUPERVISOR || me->role == ROLE_ADMINISTRATOR;
}

struct answer_work {
	struct desk *desk;
	int64_t handoff_id;
	enum handoff_state state;
	const char *note;
	struct handoff *handoff; /* when it is only read */
};

static bool find(struct db *db, int64_t handoff_id, struct handoff *out,
		 struct error *err)
{
	return handoff_get(db, handoff_id, out, err) ||
	       passing_missing(err, ERROR_NOT_FOUND,
			       _("There is no such hand-off: look it up in "
				 "the list."));
}

static bool open_one(struct db *db, void *state, struct error *err)
{
	struct answer_work *work = state;
	const struct desk *desk = work->desk;

	handoff_release(work->handoff);
	if (!find(db, work->handoff_id, work->handoff, err) ||
	    !audit_note(db, "open", "handoff", work->handoff_id, err))
		return false;
	if (work->handoff->state != HANDOFF_OFFERED ||
	    !is_receiver(desk, work->handoff))
		return true;
	return handoff_event_insert(db, work->handoff_id, "seen",
				    desk_now(desk), desk->session.staff_id, "",
				    err);
}

bool desk_open_handoff(struct desk *desk, int64_t handoff_id,
		       struct handoff *out, struct error *err)
{
	struct answer_work work = {
	    .desk = desk,
	    .handoff_id = handoff_id,
	    .handoff = out,
	};

	memset(out, 0, sizeof(*out));
	if (desk_need_session(desk, err) &&
	    db_transaction(desk->db, open_one, &work, err))
		return true;
	handoff_release(out);
	return false;
}

static bool check_answer(const struct desk *desk, const struct handoff *handoff,
			 struct error *err)
{
	if (!is_receiver(desk, handoff))
		return error_set(err, ERROR_DENIED, "",
				 _("This is offered to %s: only they, their "
				   "department or a supervisor can answer it."),
				 handoff->to);
	if (handoff->state == HANDOFF_ACCEPTED)
		return error_set(err, ERROR_CONFLICT, "",
				 _("It was accepted meanwhile: read it anew."));
	if (handoff->state == HANDOFF_RETURNED)
		return error_set(err, ERROR_CONFLICT, "",
				 _("It was returned meanwhile: read it anew."));
	return true;
}

/* The request is now this person's, and so is what was promised by whoever
 * passed it on or had it until now. */
static bool take_over(struct db *db, const struct desk *desk,
		      const struct handoff *handoff, int64_t at,
		      struct error *err)
{
	const struct desk_session *me = &desk->session;
	struct standing standing;
	int64_t owner;

	if (!passing_standing(db, handoff->request_id, &standing, err))
		return false;
	owner = standing.owner_staff_id;
	standing_release(&standing);
	return standing_own(db, handoff->request_id, me->staff_id,
			    me->department_id, err) &&
	       promise_pass_on(db, handoff->request_id, handoff->from_staff_id,
			       owner, me->staff_id, at, err);
}

static bool answer(struct db *db, void *state, struct error *err)
{
	struct answer_work *work = state;
	const struct desk *desk = work->desk;
	int64_t me = desk->session.staff_id;
	int64_t at = desk_now(desk);
	struct handoff handoff;
	bool done;

	if (!find(db, work->handoff_id, &handoff, err))
		return false;
	done = check_answer(desk, &handoff, err) &&
	       handoff_decide(db, work->handoff_id, work->state, at, err) &&
	       handoff_event_insert(db, work->handoff_id,
				    handoff_state_name(work->state), at, me,
				    work->note, err) &&
	       (work->state == HANDOFF_RETURNED ||
		take_over(db, desk, &handoff, at, err)) &&
	       standing_touch(db, handoff.request_id, me, at, err);
	handoff_release(&handoff);
	return done;
}

bool desk_accept_handoff(struct desk *desk, int64_t handoff_id,
			 const char *note, struct error *err)
{
	struct answer_work work = {
	    .desk = desk,
	    .handoff_id = handoff_id,
	    .state = HANDOFF_ACCEPTED,
	    .note = note,
	};

	return desk_may(desk, DUTY_SERVE, err) &&
	       handoff_check_note(note, err) &&
	       db_transaction(desk->db, answer, &work, err);
}

bool desk_return_handoff(struct desk *desk, int64_t handoff_id,
			 const char *reason, struct error *err)
{
	struct answer_work work = {
	    .desk = desk,
	    .handoff_id = handoff_id,
	    .state = HANDOFF_RETURNED,
	    .note = reason,
	};

	return desk_may(desk, DUTY_SERVE, err) &&
	       handoff_check_reason(reason, err) &&
	       db_transaction(desk->db, answer, &work, err);
}
