/*
 * handoff_after.c - what follows an offer: delivering it, taking back what was
 * returned; and a colleague who joins in the place of one
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/handoff.h"
#include "frontdesk/store/joining.h"
#include "frontdesk/store/staff.h"
#include "handoff_private.h"
#include "passing.h"

void handoff_delivery_release(struct handoff_delivery *delivery)
{
	handoff_release(&delivery->handoff);
	free(delivery->to);
	free(delivery->city);
	memset(delivery, 0, sizeof(*delivery));
}

struct delivery_work {
	struct desk *desk;
	int64_t handoff_id;
	struct handoff_delivery *out;
};

static bool read_delivery(struct db *db, void *state, struct error *err)
{
	struct delivery_work *work = state;
	struct handoff_delivery *out = work->out;
	struct department department;
	bool has_desk = false;

	handoff_delivery_release(out);
	if (!handoff_find(db, work->handoff_id, &out->handoff, err))
		return false;
	out->city = mem_copy(work->desk->city);
	if (out->handoff.to_department_id == 0)
		return true;
	if (out->handoff.to_staff_id != 0 &&
	    !handoff_has_desk(work->desk, &out->handoff, &has_desk, err))
		return false;
	if (has_desk)
		return true;
	if (!department_get(db, out->handoff.to_department_id, &department,
			    err))
		return false;
	out->how = department.delivery;
	out->to = mem_copy(department.delivery_to);
	department_release(&department);
	return true;
}

bool desk_handoff_delivery(struct desk *desk, int64_t handoff_id,
			   struct handoff_delivery *out, struct error *err)
{
	struct delivery_work work = {desk, handoff_id, out};

	memset(out, 0, sizeof(*out));
	if (desk_need_session(desk, err) &&
	    db_snapshot(desk->db, read_delivery, &work, err))
		return true;
	handoff_delivery_release(out);
	return false;
}

static bool add_event(struct db *db, void *state, struct error *err)
{
	return handoff_event_insert(db, state, err);
}

bool desk_note_delivery(struct desk *desk, int64_t handoff_id,
			bool is_delivered, const char *note, struct error *err)
{
	struct handoff_event event = {
	    .handoff_id = handoff_id,
	    .kind = is_delivered ? "delivered" : "not_delivered",
	    .at = desk_now(desk),
	    .staff_id = desk->session.staff_id,
	    .note = note,
	};

	return desk_need_session(desk, err) &&
	       db_transaction(desk->db, add_event, &event, err);
}

struct take_work {
	struct desk *desk;
	int64_t handoff_id;
};

static bool check_return(const struct desk *desk, const struct handoff *handoff,
			 struct error *err)
{
	if (handoff->from_staff_id != desk->session.staff_id)
		return error_set(err, ERROR_DENIED, "",
				 _("%s offered this: only they can take it "
				   "back."),
				 handoff->from);
	if (handoff->state != HANDOFF_RETURNED)
		return error_set(err, ERROR_CONFLICT, "",
				 _("It is not returned: read it anew."));
	return !handoff->is_taken_back ||
	       error_set(err, ERROR_CONFLICT, "",
			 _("It is taken back already."));
}

/* An offer moves nothing: what a colleague owns stays theirs, with what they
 * promised. */
static bool own(struct db *db, const struct desk *desk, int64_t request_id,
		int64_t at, struct error *err)
{
	const struct desk_session *me = &desk->session;
	struct standing standing;
	int64_t owner;

	if (!passing_standing(db, request_id, &standing, err))
		return false;
	owner = standing.owner_staff_id;
	standing_release(&standing);
	if (owner == 0 &&
	    !standing_own(db, request_id, me->staff_id, me->department_id, err))
		return false;
	return standing_touch(db, request_id, me->staff_id, at, err);
}

static bool take_back(struct db *db, void *state, struct error *err)
{
	struct take_work *work = state;
	const struct handoff_event event = {
	    .handoff_id = work->handoff_id,
	    .kind = "taken_back",
	    .at = desk_now(work->desk),
	    .staff_id = work->desk->session.staff_id,
	};
	struct handoff handoff;
	int64_t offered_id;
	bool done;

	if (!handoff_find(db, work->handoff_id, &handoff, err))
		return false;
	done = check_return(work->desk, &handoff, err) &&
	       handoff_find_offered(db, handoff.request_id, &offered_id, err) &&
	       (offered_id == 0 ||
		error_set(err, ERROR_CONFLICT, "",
			  _("It is offered to somebody again: wait for the "
			    "answer."))) &&
	       own(db, work->desk, handoff.request_id, event.at, err) &&
	       handoff_event_insert(db, &event, err);
	handoff_release(&handoff);
	return done;
}

bool desk_take_back_handoff(struct desk *desk, int64_t handoff_id,
			    struct error *err)
{
	struct take_work work = {desk, handoff_id};

	return desk_may(desk, DUTY_SERVE, err) &&
	       db_transaction(desk->db, take_back, &work, err);
}

struct join_work {
	struct joining joining;
	int64_t joining_id;
};

static bool join(struct db *db, void *state, struct error *err)
{
	struct join_work *work = state;
	const struct joining *joining = &work->joining;

	return passing_check_active(db, joining->staff_id, "who", err) &&
	       joining_insert(db, joining, &work->joining_id, err) &&
	       standing_touch(db, joining->request_id, joining->staff_id,
			      joining->at, err);
}

bool desk_join_visit(struct desk *desk, int64_t visit_id, int64_t request_id,
		     int64_t staff_id, struct error *err)
{
	struct join_work work = {
	    .joining = {.request_id = request_id,
			.visit_id = visit_id,
			.staff_id = staff_id,
			.at = desk_now(desk),
			.noted_by = desk->session.staff_id},
	};

	if (!desk_may(desk, DUTY_SERVE, err))
		return false;
	if (staff_id == desk->session.staff_id)
		return error_set(err, ERROR_INVALID, "who",
				 _("This is you: choose the colleague who "
				   "came."));
	if (!db_transaction(desk->db, join, &work, err))
		return false;
	if (work.joining_id != 0)
		act_remember(desk, &(struct act){.kind = ACT_JOINED,
						 .id = work.joining_id,
						 .at = work.joining.at});
	return true;
}
