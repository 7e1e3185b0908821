/*
 * promise.c - what was promised: made, kept, withdrawn, promised anew
 */
#include "frontdesk/store/promise.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/staff.h"
#include "passing.h"

bool passing_set_due(struct desk *desk, const char *when,
		     struct promise *promise, struct error *err)
{
	struct local due;

	if (!desk_understand_when(desk, when, &due, NULL, err))
		return false;
	promise->due_at = zone_instant(desk->site.time_zone, &due);
	promise->due_on = day_make(due.year, due.month, due.day);
	return true;
}

static bool check_reason(const char *reason, bool is_required,
			 struct error *err)
{
	const struct text_limit limit = {
	    .field = "reason",
	    .label = _("the reason"),
	    .max = 300,
	    .is_required = is_required,
	};

	return text_check(reason, &limit, err);
}

struct promise_work {
	struct desk *desk;
	struct promise promise; /* what is made */
	int64_t promise_id;	/* what is settled, then what was made */
	int64_t at;		/* of what ^Z takes back */
	struct request_settlement before; /* how its request stood */
	enum promise_state state;
	const char *note;
	const char *contact_text; /* noted with what is made; NULL: none */
};

/* The promise that is settled, while it is open. */
static bool find_open(struct db *db, int64_t promise_id, struct promise *out,
		      struct error *err)
{
	if (!promise_get(db, promise_id, out, err))
		return passing_missing(
		    err, ERROR_NOT_FOUND,
		    _("There is no such promise: look it up in the list."));
	if (out->state == PROMISE_OPEN)
		return true;
	promise_release(out);
	return error_set(err, ERROR_CONFLICT, "",
			 _("The promise was settled meanwhile: read the list "
			   "anew."));
}

static bool check_reachable(const struct standing *standing, struct error *err)
{
	if (!standing->is_reachable)
		return error_set(err, ERROR_INVALID, "contact_text",
				 _("Ask for a telephone number first: an "
				   "unnamed visitor cannot be told."));
	return standing->is_named ||
	       reach_check_left(standing->contact_text, err);
}

static bool make(struct db *db, void *state, struct error *err)
{
	struct promise_work *work = state;
	const struct promise *promise = &work->promise;
	const struct desk_session *me = &work->desk->session;
	int64_t now = work->at;
	struct standing standing;
	struct request_facts facts;
	bool is_done;

	if (work->contact_text != NULL &&
	    !standing_set_contact(db, promise->request_id, work->contact_text,
				  err))
		return passing_missing(
		    err, ERROR_NOT_FOUND,
		    _("There is no such request: find it anew."));
	if (!passing_standing(db, promise->request_id, &standing, err))
		return false;
	is_done = check_reachable(&standing, err);
	standing_release(&standing);
	if (!is_done)
		return false;
	if (!request_get_facts(db, promise->request_id, 0, &facts, err))
		return false;
	work->before = (struct request_settlement){
	    .state = facts.state,
	    .result = facts.result,
	    .resolved_at = facts.resolved_at,
	    .resolved_on = facts.resolved_on,
	};
	return standing_open(db, promise->request_id, me->staff_id,
			     me->department_id, err) &&
	       promise_insert(db, promise, now, me->staff_id, &work->promise_id,
			      err) &&
	       standing_touch(db, promise->request_id, me->staff_id, now, err);
}

static bool check_owner(struct desk *desk, int64_t staff_id, struct error *err)
{
	if (staff_id == desk->session.staff_id ||
	    passing_check_active(desk->db, staff_id, "owner", err))
		return true;
	return err->code == ERROR_NOT_FOUND &&
	       error_set(err, ERROR_INVALID, "owner",
			 _("Choose who will keep it."));
}

static bool check_contact(const char *contact_text, struct error *err)
{
	const struct text_limit limit = {
	    .field = "contact_text",
	    .label = _("the telephone"),
	    .max = 100,
	    .is_required = true,
	};

	return contact_text == NULL || (text_check(contact_text, &limit, err) &&
					reach_check_left(contact_text, err));
}

bool desk_make_promise(struct desk *desk, int64_t request_id, const char *what,
		       const char *when, int64_t owner_staff_id,
		       int64_t *promise_id, struct error *err)
{
	return desk_make_promise_to(desk, request_id, NULL, what, when,
				    owner_staff_id, promise_id, err);
}

bool desk_make_promise_to(struct desk *desk, int64_t request_id,
			  const char *contact_text, const char *what,
			  const char *when, int64_t owner_staff_id,
			  int64_t *promise_id, struct error *err)
{
	struct promise_work work = {
	    .desk = desk,
	    .promise =
		{
		    .request_id = request_id,
		    .what = (char *)what, /* borrowed, never released here */
		    .site_id = desk->site.site_id,
		    .owner_staff_id = owner_staff_id != 0
					  ? owner_staff_id
					  : desk->session.staff_id,
		},
	    .contact_text = contact_text,
	    .at = desk_now(desk),
	};

	*promise_id = 0;
	if (!desk_may(desk, DUTY_SERVE, err) ||
	    !check_contact(contact_text, err) ||
	    !promise_check(&work.promise, err) ||
	    !passing_set_due(desk, when, &work.promise, err) ||
	    !check_owner(desk, work.promise.owner_staff_id, err) ||
	    !db_transaction(desk->db, make, &work, err))
		return false;
	*promise_id = work.promise_id;
	act_remember(desk, &(struct act){.kind = ACT_PROMISE_MADE,
					 .id = work.promise_id,
					 .at = work.at,
					 .before = work.before});
	return true;
}

/* Kept by its hour or missed; the event says that it was done either way. */
static bool settle(struct db *db, void *state, struct error *err)
{
	struct promise_work *work = state;
	int64_t me = work->desk->session.staff_id;
	int64_t now = work->at;
	struct promise promise;
	bool done;

	if (!find_open(db, work->promise_id, &promise, err))
		return false;
	done = promise_settle(db, work->promise_id,
			      work->state == PROMISE_KEPT
				  ? promise_done(&promise, now)
				  : work->state,
			      now, err) &&
	       promise_event_insert(db, work->promise_id,
				    promise_state_name(work->state), now, me,
				    work->note, err) &&
	       standing_touch(db, promise.request_id, me, now, err);
	promise_release(&promise);
	return done;
}

/* One of the three that settle; ^Z takes it back. */
static bool run(struct promise_work *work, db_work_fn *settling,
		struct error *err)
{
	work->at = desk_now(work->desk);
	if (!db_transaction(work->desk->db, settling, work, err))
		return false;
	act_remember(work->desk, &(struct act){.kind = ACT_PROMISE,
					       .id = work->promise_id,
					       .at = work->at});
	return true;
}

bool desk_keep_promise(struct desk *desk, int64_t promise_id, const char *note,
		       struct error *err)
{
	const struct text_limit limit = {
	    .field = "note", .label = _("the note"), .max = 300};
	struct promise_work work = {
	    .desk = desk,
	    .promise_id = promise_id,
	    .state = PROMISE_KEPT,
	    .note = note,
	};

	return desk_may(desk, DUTY_SERVE, err) &&
	       text_check(note, &limit, err) && run(&work, settle, err);
}

bool desk_withdraw_promise(struct desk *desk, int64_t promise_id,
			   const char *reason, struct error *err)
{
	struct promise_work work = {
	    .desk = desk,
	    .promise_id = promise_id,
	    .state = PROMISE_WITHDRAWN,
	    .note = reason,
	};

	return desk_may(desk, DUTY_SERVE, err) &&
	       check_reason(reason, true, err) && run(&work, settle, err);
}

/* The same words and the same owner, another hour. */
static bool renew(struct db *db, void *state, struct error *err)
{
	struct promise_work *work = state;
	const struct desk_session *me = &work->desk->session;
	int64_t now = work->at;
	struct promise next = work->promise;
	struct promise old;
	int64_t next_id;
	bool done;

	if (!find_open(db, work->promise_id, &old, err))
		return false;
	next.request_id = old.request_id;
	next.what = old.what;
	next.owner_staff_id = old.owner_staff_id;
	next.renews_id = old.promise_id;
	done = promise_settle(db, old.promise_id, PROMISE_RENEWED, now, err) &&
	       promise_event_insert(db, old.promise_id, "renewed", now,
				    me->staff_id, work->note, err) &&
	       promise_insert(db, &next, now, me->staff_id, &next_id, err) &&
	       standing_open(db, old.request_id, me->staff_id,
			     me->department_id, err) &&
	       standing_touch(db, old.request_id, me->staff_id, now, err);
	promise_release(&old);
	return done;
}

bool desk_renew_promise(struct desk *desk, int64_t promise_id, const char *when,
			const char *reason, struct error *err)
{
	struct promise_work work = {
	    .desk = desk,
	    .promise = {.site_id = desk->site.site_id},
	    .promise_id = promise_id,
	    .note = reason,
	};

	return desk_may(desk, DUTY_SERVE, err) &&
	       check_reason(reason, false, err) &&
	       passing_set_due(desk, when, &work.promise, err) &&
	       run(&work, renew, err);
}
