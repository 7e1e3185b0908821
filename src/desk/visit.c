/*
 * visit.c - beginning a visit, and reading it
 */
#include "frontdesk/desk/visit.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/contact.h"
#include "frontdesk/store/interpreter.h"
#include "visit_private.h"

/* What one of the use cases here works on. */
struct changing {
	struct visit_actor actor;
	struct visit *visit;
	int64_t visit_id;
	int64_t at;
};

/* The edition stays the one that was read: a stale save is still refused. */
static void visit_fill(struct visit *visit, const struct visit_row *row)
{
	visit->visit_id = row->visit_id;
	mem_replace(&visit->reference, row->reference);
	visit->channel = row->channel;
	visit->state = row->state;
	visit->arrived_at = row->arrived_at;
	visit->priority = row->priority;
	visit->is_timed = row->is_timed;
	visit->counter_window_id = row->counter_window_id;
	visit->staff_id = row->staff_id;
	visit->begun_at = row->begun_at;
	visit->state_since_at = row->period_began_at;
	if (visit->edition == 0)
		visit->edition = row->edition;
}

/* Begun outside the line: its wait is not timed. */
static bool begin_new(struct db *db, const struct visit_actor *actor,
		      struct visit *visit, int64_t begun_at, struct error *err)
{
	struct visit_row row = {
	    .site_id = actor->site_id,
	    .channel = visit->channel,
	    .state = VISIT_SERVING,
	    .arrived_at = begun_at,
	    .arrived_on = zone_day(actor->zone, begun_at),
	    .topic_id = visit->topic_id,
	    .counter_window_id = actor->counter_window_id,
	    .staff_id = actor->staff_id,
	    .begun_at = begun_at,
	    .wait_length = -1,
	    .service_length = -1,
	    .period_began_at = begun_at,
	};
	struct period period = {
	    .kind = VISIT_SERVING,
	    .began_at = begun_at,
	    .counter_window_id = actor->counter_window_id,
	    .staff_id = actor->staff_id,
	};

	if (!visit_add(db, &row, visit->label, err))
		return false;
	period.visit_id = row.visit_id;
	visit_fill(visit, &row);
	visit->held_length = 0;
	return period_insert(db, &period, err) &&
	       visit_sync_people(db, visit, err) &&
	       (visit->asked_address_at == 0 ||
		visit_set_asked(db, visit->visit_id, visit->asked_address_at,
				err));
}

/* Whoever waited keeps what the line knew of them. */
static bool keep_what_is_known(struct db *db, struct visit *visit,
			       struct error *err)
{
	struct visit stored;

	if (!visit_get(db, visit->visit_id, &stored, err))
		return false;
	visit->held_length = stored.held_length;
	if (str_is_blank(visit->label))
		mem_replace(&visit->label, stored.label);
	if (visit->topic_id == 0)
		visit->topic_id = stored.topic_id;
	if (visit->person_count == 0) {
		free(visit->people);
		visit->people = stored.people;
		visit->person_count = stored.person_count;
		stored.people = NULL;
		stored.person_count = 0;
	}
	visit_release(&stored);
	return true;
}

static bool begin_waiting(struct db *db, const struct visit_actor *actor,
			  struct visit *visit, int64_t begun_at,
			  struct error *err)
{
	struct visit_row row;

	if (!visit_get_row(db, visit->visit_id, &row, err))
		return false;
	if (row.state == VISIT_CALLED && row.staff_id != actor->staff_id)
		return error_set(err, ERROR_CONFLICT, "", "%s",
				 _("Another window has called this visitor: "
				   "choose another."));
	if (!keep_what_is_known(db, visit, err) ||
	    !visit_sync_people(db, visit, err))
		return false;
	/* Already serving is what was asked for: a second key press. */
	if (row.state == VISIT_SERVING && row.staff_id == actor->staff_id) {
		visit_fill(visit, &row);
		return true;
	}
	if (!visit_change(db, actor, &row, VISIT_SERVING, NULL, begun_at, err))
		return false;
	visit_fill(visit, &row);
	/* Resuming has just closed a hold, which is not time together. */
	return period_held_length(db, visit->visit_id, &visit->held_length,
				  err);
}

bool visit_begin_work(struct db *db, const struct visit_actor *actor,
		      struct visit *visit, int64_t begun_at, struct error *err)
{
	const char *reason =
	    visit->visit_id == 0 && visit->channel == CHANNEL_TELEPHONE
		? HOLD_FOR_TELEPHONE
		: HOLD_FOR_VISITOR;

	if (!visit_hold_others(db, actor, visit->visit_id, reason, begun_at,
			       err))
		return false;
	return visit->visit_id == 0
		   ? begin_new(db, actor, visit, begun_at, err)
		   : begin_waiting(db, actor, visit, begun_at, err);
}

static bool begin_work(struct db *db, void *state, struct error *err)
{
	struct changing *changing = state;

	return visit_begin_work(db, &changing->actor, changing->visit,
				changing->at, err);
}

bool desk_begin_visit(struct desk *desk, struct visit *visit, int64_t begun_at,
		      struct error *err)
{
	struct changing changing = {.visit = visit, .at = begun_at};
	int64_t now = desk_now(desk);

	if (!desk_need_session(desk, err) || !visit_check(visit, err))
		return false;
	if (begun_at <= 0 || begun_at > now)
		changing.at = now;
	visit_actor_of(desk, &changing.actor);
	return visit_transaction(desk, visit, begin_work, &changing, err);
}

static bool get_work(struct db *db, void *state, struct error *err)
{
	struct changing *changing = state;

	visit_release(changing->visit);
	return visit_get(db, changing->visit_id, changing->visit, err) &&
	       interpreter_list(db, changing->visit, err) &&
	       contact_list(db, changing->visit, err);
}

bool desk_get_visit(struct desk *desk, int64_t visit_id, struct visit *out,
		    struct error *err)
{
	struct changing changing = {.visit = out, .visit_id = visit_id};

	*out = (struct visit){0};
	if (db_snapshot(desk->db, get_work, &changing, err)) {
		visit_tell_results(desk, out);
		return true;
	}
	visit_release(out);
	return false;
}

static bool note_asked_work(struct db *db, void *state, struct error *err)
{
	const struct changing *changing = state;

	return visit_set_asked(db, changing->visit_id, changing->at, err);
}

bool desk_note_asked(struct desk *desk, struct visit *visit, struct error *err)
{
	struct changing changing = {.visit_id = visit->visit_id,
				    .at = desk_now(desk)};

	if (visit->asked_address_at != 0)
		return true;
	if (visit->visit_id != 0 &&
	    (!desk_need_session(desk, err) ||
	     !db_transaction(desk->db, note_asked_work, &changing, err)))
		return false;
	visit->asked_address_at = changing.at;
	return true;
}
