/*
 * visit_enter.c - a visit from paper or a file, with its true times
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/contact.h"
#include "frontdesk/store/standing.h"
#include "visit_private.h"

static int64_t first_of(int64_t a, int64_t b, int64_t c)
{
	if (a != 0)
		return a;
	return b != 0 ? b : c;
}

static const char *left_when(const struct visit_times *times)
{
	if (times->begun_at != 0)
		return "served";
	return times->called_at != 0 ? "called" : "waiting";
}

static int64_t holds_length(const struct visit_times *times)
{
	int64_t length = 0;

	for (size_t i = 0; i < times->hold_count; i++)
		length += times->holds[i].ended_at - times->holds[i].began_at;
	return length;
}

static void make_row(const struct visit_actor *actor, const struct visit *visit,
		     const struct visit_times *times, int64_t entered_at,
		     struct visit_row *row)
{
	bool has_left = visit->state == VISIT_LEFT;
	int64_t arrived_at =
	    first_of(times->arrived_at, times->called_at, times->begun_at);

	*row = (struct visit_row){
	    .site_id = actor->site_id,
	    .channel = visit->channel,
	    .state = has_left ? VISIT_LEFT : VISIT_SERVED,
	    .arrived_at = arrived_at,
	    .arrived_on = zone_day(actor->zone, arrived_at),
	    .priority = visit->priority,
	    .topic_id = visit->topic_id,
	    .counter_window_id = actor->counter_window_id,
	    .staff_id = actor->staff_id,
	    .first_called_at = times->called_at,
	    .begun_at = times->begun_at,
	    .ended_at = times->ended_at,
	    .ended_on = zone_day(actor->zone, times->ended_at),
	    .left_when = has_left ? left_when(times) : NULL,
	    .wait_length = -1,
	    .service_length = -1,
	    .entered_at = entered_at,
	};
	/* Who left the line was timed, though never called. */
	row->is_timed =
	    times->arrived_at != 0 &&
	    (times->called_at != 0 || (has_left && times->begun_at == 0));
	if (row->is_timed && times->called_at != 0)
		row->wait_length = times->called_at - times->arrived_at;
	/* What is logged in one moment took an unknown time, not none. */
	if (times->begun_at != 0 &&
	    (entered_at != 0 || times->ended_at > times->begun_at))
		row->service_length =
		    times->ended_at - times->begun_at - holds_length(times);
}

static bool add_period(struct db *db, const struct visit_row *row,
		       enum visit_state kind, const char *reason, int64_t from,
		       int64_t to, struct error *err)
{
	const struct period period = {
	    .visit_id = row->visit_id,
	    .kind = kind,
	    .reason = reason,
	    .began_at = from,
	    .ended_at = to,
	    .counter_window_id =
		kind == VISIT_WAITING ? 0 : row->counter_window_id,
	    .staff_id = kind == VISIT_WAITING ? 0 : row->staff_id,
	};

	return period_insert(db, &period, err);
}

static bool add_periods(struct db *db, const struct visit_row *row,
			const struct visit_times *times, struct error *err)
{
	int64_t from = times->begun_at;

	if (row->is_timed &&
	    !add_period(db, row, VISIT_WAITING, NULL, times->arrived_at,
			first_of(times->called_at, times->ended_at, 0), err))
		return false;
	if (times->called_at != 0 &&
	    !add_period(db, row, VISIT_CALLED, NULL, times->called_at,
			first_of(times->begun_at, times->ended_at, 0), err))
		return false;
	if (times->begun_at == 0)
		return true;
	for (size_t i = 0; i < times->hold_count; i++) {
		if (!add_period(db, row, VISIT_SERVING, NULL, from,
				times->holds[i].began_at, err) ||
		    !add_period(db, row, VISIT_HOLD, times->holds[i].reason,
				times->holds[i].began_at,
				times->holds[i].ended_at, err))
			return false;
		from = times->holds[i].ended_at;
	}
	return add_period(db, row, VISIT_SERVING, NULL, from, times->ended_at,
			  err);
}

/* Who left had no F9: what was noted stays a draft. */
static bool add_contact(struct db *db, const struct visit_actor *actor,
			const struct visit *visit, struct contact *contact,
			int64_t at, int64_t ended_at, struct error *err)
{
	struct request_facts facts;

	if (visit->state == VISIT_SERVED)
		return visit_finish_contact(db, actor, visit, contact, at,
					    ended_at, err);
	if (contact_is_blank(contact))
		return true;
	return visit_save_request(db, actor, visit, contact, false, &facts,
				  err) &&
	       contact_save(db, visit->visit_id, actor->staff_id, at, contact,
			    false, err) &&
	       standing_touch(db, contact->request_id, actor->staff_id, at,
			      err);
}

bool visit_enter_work(struct db *db, const struct visit_actor *actor,
		      struct visit *visit, const struct visit_times *times,
		      int64_t entered_at, struct error *err)
{
	struct visit_row row;
	int64_t at;

	make_row(actor, visit, times, entered_at, &row);
	if (!visit_add(db, &row, visit->label, err))
		return false;
	visit->visit_id = row.visit_id;
	mem_replace(&visit->reference, row.reference);
	visit->state = row.state;
	visit->arrived_at = row.arrived_at;
	visit->is_timed = row.is_timed;
	visit->begun_at = row.begun_at;
	visit->ended_at = row.ended_at;
	visit->edition = row.edition;
	at = first_of(row.begun_at, row.first_called_at, row.arrived_at);
	if (!add_periods(db, &row, times, err) ||
	    !visit_sync_people(db, visit, err) ||
	    (visit->person_count > 0 &&
	     !visit_set_known(db, visit->visit_id, err)))
		return false;
	for (size_t i = 0; i < visit->contact_count; i++)
		if (!add_contact(db, actor, visit, &visit->contacts[i], at,
				 times->ended_at, err))
			return false;
	return visit_touch_people(db, visit, err);
}

struct entering {
	struct visit_actor actor;
	struct visit *visit;
	const struct visit_times *times;
	int64_t at;
};

static bool enter_work(struct db *db, void *state, struct error *err)
{
	struct entering *entering = state;

	return visit_enter_work(db, &entering->actor, entering->visit,
				entering->times, entering->at, err);
}

bool desk_enter_visit(struct desk *desk, struct visit *visit,
		      const struct visit_times *times, struct error *err)
{
	struct entering entering = {
	    .visit = visit, .times = times, .at = desk_now(desk)};

	if (!desk_need_session(desk, err) || !visit_check(visit, err) ||
	    !visit_times_check(times, err))
		return false;
	if (times->ended_at > entering.at)
		return error_set(err, ERROR_INVALID, "ended_at", "%s",
				 _("The visit has not ended yet: enter it "
				   "afterwards."));
	if (visit->contact_count == 0 && visit->state != VISIT_LEFT)
		return error_set(err, ERROR_INVALID, "topic", "%s",
				 _("Say what the visit was about."));
	visit_actor_of(desk, &entering.actor);
	return visit_transaction(desk, visit, enter_work, &entering, err);
}
