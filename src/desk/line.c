/*
 * line.c - who waits: joining, calling, putting back, leaving
 */
#include "frontdesk/desk/line.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "visit_private.h"

bool visit_join_work(struct db *db, const struct visit_actor *actor,
		     struct visit *visit, int64_t at, struct error *err)
{
	struct visit_row row = {
	    .site_id = actor->site_id,
	    .channel = visit->channel,
	    .state = VISIT_WAITING,
	    .arrived_at = at,
	    .arrived_on = zone_day(actor->zone, at),
	    .priority = visit->priority,
	    .topic_id = visit->topic_id,
	    .is_timed = true,
	    .wait_length = -1,
	    .service_length = -1,
	};
	struct period period = {.kind = VISIT_WAITING, .began_at = at};

	if (!visit_add(db, &row, visit->label, err))
		return false;
	period.visit_id = visit->visit_id = row.visit_id;
	visit->state = VISIT_WAITING;
	visit->arrived_at = at;
	visit->is_timed = true;
	visit->edition = row.edition;
	mem_replace(&visit->reference, row.reference);
	return period_insert(db, &period, err) &&
	       visit_sync_people(db, visit, err);
}

struct lining {
	struct visit_actor actor;
	struct visit visit; /* that joins */
	int64_t visit_id;
	int64_t at;
	int priority;
	enum visit_state to;
	char *form; /* of whoever left, as it was put aside; or NULL */
};

static bool join_work(struct db *db, void *state, struct error *err)
{
	struct lining *lining = state;

	return visit_join_work(db, &lining->actor, &lining->visit, lining->at,
			       err);
}

bool desk_join_line(struct desk *desk, int64_t resident_id,
		    int64_t organisation_id, int64_t topic_id,
		    const char *label, int64_t *visit_id, struct error *err)
{
	struct lining lining = {.at = desk_now(desk)};
	bool is_done;

	*visit_id = 0;
	if (!desk_need_session(desk, err))
		return false;
	visit_actor_of(desk, &lining.actor);
	lining.visit.topic_id = topic_id;
	lining.visit.label = mem_copy(label);
	if (resident_id != 0)
		visit_place_person(&lining.visit, resident_id, 0,
				   PART_THEMSELVES);
	if (organisation_id != 0)
		visit_place_person(&lining.visit, 0, organisation_id,
				   PART_FOR_ORGANISATION);
	is_done = visit_check(&lining.visit, err) &&
		  db_transaction(desk->db, join_work, &lining, err);
	if (is_done)
		*visit_id = lining.visit.visit_id;
	visit_release(&lining.visit);
	return is_done;
}

static bool call_work(struct db *db, void *state, struct error *err)
{
	struct lining *lining = state;
	struct visit_row row;
	int64_t visit_id = lining->visit_id;

	if (visit_id == 0 &&
	    !visit_find_first(db, lining->actor.site_id, &visit_id, err))
		return false;
	if (visit_id == 0)
		return error_set(err, ERROR_NOT_FOUND, "", "%s",
				 _("Nobody is in line."));
	lining->visit.visit_id = visit_id;
	return visit_get_row(db, visit_id, &row, err) &&
	       visit_change(db, &lining->actor, &row, VISIT_CALLED, NULL,
			    lining->at, err);
}

bool desk_call(struct desk *desk, int64_t visit_id, int64_t *called,
	       struct error *err)
{
	struct lining lining = {.visit_id = visit_id, .at = desk_now(desk)};

	*called = 0;
	if (!desk_need_session(desk, err))
		return false;
	visit_actor_of(desk, &lining.actor);
	if (!db_transaction(desk->db, call_work, &lining, err))
		return false;
	*called = lining.visit.visit_id;
	return true;
}

/* Called once more: the period says since when. */
static bool recall_work(struct db *db, void *state, struct error *err)
{
	struct lining *lining = state;
	struct period period = {
	    .visit_id = lining->visit_id,
	    .kind = VISIT_CALLED,
	    .began_at = lining->at,
	    .counter_window_id = lining->actor.counter_window_id,
	    .staff_id = lining->actor.staff_id,
	};
	struct visit_row row;

	if (!visit_get_row(db, lining->visit_id, &row, err))
		return false;
	if (row.state != VISIT_CALLED ||
	    row.staff_id != lining->actor.staff_id || row.voided_at != 0)
		return error_set(err, ERROR_CONFLICT, "", "%s",
				 _("Only who was called to this window can be "
				   "called again: choose another."));
	if (period.began_at < row.period_began_at)
		period.began_at = row.period_began_at;
	row.counter_window_id = lining->actor.counter_window_id;
	return period_close(db, row.period_id, period.began_at, err) &&
	       period_insert(db, &period, err) &&
	       visit_move(db, &row, VISIT_CALLED, err);
}

static bool change_work(struct db *db, void *state, struct error *err)
{
	struct lining *lining = state;
	struct visit_row row;

	if (!visit_get_row(db, lining->visit_id, &row, err) ||
	    !visit_change(db, &lining->actor, &row, lining->to, NULL,
			  lining->at, err))
		return false;
	mem_replace(&lining->form, NULL);
	return visit_state_is_open(lining->to) ||
	       (draft_get(db, lining->visit_id, &lining->form, err) &&
		draft_delete(db, lining->visit_id, err));
}

static bool set_priority_work(struct db *db, void *state, struct error *err)
{
	const struct lining *lining = state;

	return visit_set_priority(db, lining->visit_id, lining->priority, err);
}

static bool run(struct desk *desk, struct lining *lining, db_work_fn *work,
		struct error *err)
{
	if (!desk_need_session(desk, err))
		return false;
	lining->at = desk_now(desk);
	visit_actor_of(desk, &lining->actor);
	return db_transaction(desk->db, work, lining, err);
}

bool desk_recall(struct desk *desk, int64_t visit_id, struct error *err)
{
	struct lining lining = {.visit_id = visit_id};

	return run(desk, &lining, recall_work, err);
}

bool desk_put_back(struct desk *desk, int64_t visit_id, struct error *err)
{
	struct lining lining = {.visit_id = visit_id, .to = VISIT_WAITING};

	return run(desk, &lining, change_work, err);
}

bool desk_left(struct desk *desk, int64_t visit_id, struct error *err)
{
	struct lining lining = {.visit_id = visit_id, .to = VISIT_LEFT};

	if (!run(desk, &lining, change_work, err)) {
		free(lining.form);
		return false;
	}
	act_remember(desk, &(struct act){.kind = ACT_LEFT,
					 .id = visit_id,
					 .at = lining.at,
					 .was_open = true,
					 .form = lining.form});
	return true;
}

bool desk_set_priority(struct desk *desk, int64_t visit_id, int priority,
		       struct error *err)
{
	struct lining lining = {.visit_id = visit_id, .priority = priority};

	if (priority < 0 || priority > 9)
		return error_set(err, ERROR_INVALID, "priority", "%s",
				 _("A priority is 0 to 9, the highest is "
				   "called first."));
	return run(desk, &lining, set_priority_work, err);
}
