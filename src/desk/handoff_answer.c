/*
 * handoff_answer.c - receiving a request: reading it, accepting, returning
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/core/when.h"
#include "frontdesk/store/audit.h"
#include "frontdesk/store/handoff.h"
#include "frontdesk/store/promise.h"
#include "frontdesk/store/staff.h"
#include "handoff_private.h"
#include "passing.h"

bool desk_list_handoffs(struct desk *desk, struct handoff_list *out,
			struct error *err)
{
	memset(out, 0, sizeof(*out));
	return desk_need_session(desk, err) &&
	       handoff_list_mine(desk->db, desk->session.staff_id,
				 desk->session.department_id, 500, out, err);
}

/* Who acts or spoke. */
struct answerer {
	int64_t staff_id, department_id;
	bool is_supervisor; /* may answer where the receiver is out */
};

struct answer_work {
	struct desk *desk;
	int64_t handoff_id;
	enum handoff_state state;
	const char *what;	/* will be done, or the reason */
	struct promise promise; /* of an acceptance: by when */
	int64_t speaker_id;	/* who said it aloud; 0: the signed-in person */
	struct handoff *handoff; /* when it is only read */
};

static bool is_receiver(struct db *db, const struct handoff *handoff,
			const struct answerer *who, bool *out,
			struct error *err)
{
	if (!handoff_is_receiver(db, handoff, who->staff_id, who->department_id,
				 out, err))
		return false;
	if (who->is_supervisor && handoff->from_staff_id != who->staff_id)
		*out = true;
	return true;
}

static struct answerer signed_in(const struct desk *desk)
{
	const struct desk_session *me = &desk->session;

	return (struct answerer){
	    .staff_id = me->staff_id,
	    .department_id = me->department_id,
	    .is_supervisor =
		me->role == ROLE_SUPERVISOR || me->role == ROLE_ADMINISTRATOR,
	};
}

static bool open_one(struct db *db, void *state, struct error *err)
{
	struct answer_work *work = state;
	const struct answerer me = signed_in(work->desk);
	const struct handoff_event seen = {
	    .handoff_id = work->handoff_id,
	    .kind = "seen",
	    .at = desk_now(work->desk),
	    .staff_id = me.staff_id,
	};
	bool is_mine;

	handoff_release(work->handoff);
	if (!handoff_find(db, work->handoff_id, work->handoff, err) ||
	    !audit_note(db, "open", "handoff", work->handoff_id, err) ||
	    !is_receiver(db, work->handoff, &me, &is_mine, err))
		return false;
	return work->handoff->state != HANDOFF_OFFERED || !is_mine ||
	       handoff_event_insert_once(db, &seen, err);
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

static bool check_open(const struct handoff *handoff, struct error *err)
{
	if (handoff->state == HANDOFF_ACCEPTED)
		return error_set(err, ERROR_CONFLICT, "",
				 _("It was accepted meanwhile: read it anew."));
	if (handoff->state == HANDOFF_RETURNED)
		return error_set(err, ERROR_CONFLICT, "",
				 _("It was returned meanwhile: read it anew."));
	return true;
}

static bool check_receiver(struct db *db, const struct handoff *handoff,
			   const struct answerer *who, struct error *err)
{
	bool is_mine;

	if (!is_receiver(db, handoff, who, &is_mine, err))
		return false;
	return is_mine ||
	       error_set(err, ERROR_DENIED, "",
			 _("Only %s, their department, a stand-in or a "
			   "supervisor can answer this."),
			 handoff->to);
}

/* The person who said it: active, and the receiver. */
static bool find_speaker(struct db *db, const struct handoff *handoff,
			 int64_t staff_id, struct answerer *out,
			 struct error *err)
{
	struct staff staff;
	bool is_one = false, done;

	if (!staff_get(db, staff_id, &staff, err))
		return passing_missing(err, ERROR_INVALID,
				       _("Choose who said it."));
	*out = (struct answerer){staff.staff_id, staff.department_id, false};
	done = handoff_is_receiver(db, handoff, out->staff_id,
				   out->department_id, &is_one, err);
	is_one = is_one && staff.is_active;
	staff_release(&staff);
	if (!done)
		return false;
	return is_one || error_set(err, ERROR_INVALID, "who",
				   _("Choose somebody of %s: it was offered to "
				     "them."),
				   handoff->to);
}

/* "Check the plan, by Friday, November 27, 5:00 pm": as it was read back. */
static void read_back(const struct desk *desk, const struct answer_work *work,
		      struct str *out)
{
	struct local due;
	char when[64];

	str_add(out, work->what);
	if (work->state != HANDOFF_ACCEPTED)
		return;
	desk_local(desk, work->promise.due_at, &due);
	when_format(&due, when);
	str_addf(out, _(", by %s"), when);
}

/*
 * The request is now theirs, and so is what was promised by whoever passed it
 * on or had it until now; what was read back is promised with it. Also where
 * an unnamed visitor left no telephone: the work is due all the same.
 */
static bool take_over(struct db *db, const struct answer_work *work,
		      const struct handoff *handoff, const struct answerer *who,
		      int64_t at, struct error *err)
{
	struct promise promise = work->promise;
	struct standing standing;
	int64_t owner, promise_id;

	if (!passing_standing(db, handoff->request_id, &standing, err))
		return false;
	owner = standing.owner_staff_id;
	standing_release(&standing);
	promise.request_id = handoff->request_id;
	promise.owner_staff_id = who->staff_id;
	promise.what = (char *)work->what; /* borrowed */
	return standing_open(db, handoff->request_id, who->staff_id,
			     who->department_id, err) &&
	       standing_own(db, handoff->request_id, who->staff_id,
			    who->department_id, err) &&
	       promise_pass_on(db, handoff->request_id, handoff->from_staff_id,
			       owner, who->staff_id, at, err) &&
	       promise_insert(db, &promise, at, work->desk->session.staff_id,
			      &promise_id, err);
}

static bool decide(struct db *db, const struct answer_work *work,
		   const struct handoff *handoff, const struct answerer *who,
		   struct error *err)
{
	int64_t at = desk_now(work->desk), me = work->desk->session.staff_id;
	struct str note = STR_INIT;
	struct handoff_event event = {
	    .handoff_id = work->handoff_id,
	    .kind = handoff_state_name(work->state),
	    .at = at,
	    .staff_id = who->staff_id,
	    .noted_by = who->staff_id == me ? 0 : me,
	};
	bool done;

	read_back(work->desk, work, &note);
	event.note = str_text(&note);
	done = handoff_decide(db, work->handoff_id, work->state, at, err) &&
	       handoff_event_insert(db, &event, err) &&
	       (work->state == HANDOFF_RETURNED ||
		take_over(db, work, handoff, who, at, err)) &&
	       standing_touch(db, handoff->request_id, who->staff_id, at, err);
	str_release(&note);
	return done;
}

static bool answer(struct db *db, void *state, struct error *err)
{
	struct answer_work *work = state;
	struct answerer who = signed_in(work->desk);
	struct handoff handoff;
	bool done;

	if (!handoff_find(db, work->handoff_id, &handoff, err))
		return false;
	if (work->speaker_id == 0)
		done = check_receiver(db, &handoff, &who, err) &&
		       check_open(&handoff, err);
	else
		done = check_open(&handoff, err) &&
		       handoff_check_noting(work->desk, &handoff, err) &&
		       find_speaker(db, &handoff, work->speaker_id, &who, err);
	done = done && decide(db, work, &handoff, &who, err);
	handoff_release(&handoff);
	return done;
}

static bool accept(struct answer_work *work, const char *when,
		   struct error *err)
{
	struct desk *desk = work->desk;

	work->promise.site_id = desk->site.site_id;
	return desk_may(desk, DUTY_SERVE, err) &&
	       handoff_check_what(work->what, err) &&
	       passing_set_due(desk, when, &work->promise, err) &&
	       db_transaction(desk->db, answer, work, err);
}

bool desk_accept_handoff(struct desk *desk, int64_t handoff_id,
			 const char *what, const char *when, struct error *err)
{
	struct answer_work work = {
	    .desk = desk,
	    .handoff_id = handoff_id,
	    .state = HANDOFF_ACCEPTED,
	    .what = what,
	};

	return accept(&work, when, err);
}

bool desk_note_acceptance(struct desk *desk, int64_t handoff_id,
			  int64_t staff_id, const char *what, const char *when,
			  struct error *err)
{
	struct answer_work work = {
	    .desk = desk,
	    .handoff_id = handoff_id,
	    .state = HANDOFF_ACCEPTED,
	    .what = what,
	    .speaker_id = staff_id,
	};

	if (staff_id == 0)
		return error_set(err, ERROR_INVALID, "who",
				 _("Choose who said it."));
	return accept(&work, when, err);
}

bool desk_return_handoff(struct desk *desk, int64_t handoff_id,
			 const char *reason, struct error *err)
{
	struct answer_work work = {
	    .desk = desk,
	    .handoff_id = handoff_id,
	    .state = HANDOFF_RETURNED,
	    .what = reason,
	};

	return desk_may(desk, DUTY_SERVE, err) &&
	       handoff_check_reason(reason, err) &&
	       db_transaction(desk->db, answer, &work, err);
}
