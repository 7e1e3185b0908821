/*
 * visit_log.c - a visit that is over as it is logged, without the screens
 */
#include "frontdesk/desk/visit.h"
#include "visit_private.h"

struct logging {
	struct visit_actor actor;
	struct visit *visit;
	struct visit_before before;
	struct visit_times times;
};

static bool log_work(struct db *db, void *state, struct error *err)
{
	struct logging *logging = state;

	visit_before_restore(&logging->before, logging->visit);
	return visit_enter_work(db, &logging->actor, logging->visit,
				&logging->times, 0, err);
}

bool desk_log_visit(struct desk *desk, struct visit *visit, struct error *err)
{
	struct logging logging = {.visit = visit};
	bool is_done;

	if (!desk_need_session(desk, err) || !visit_check(visit, err))
		return false;
	/* One moment for both: how long it took is not known. */
	logging.times.begun_at = logging.times.ended_at = desk_now(desk);
	visit->state = VISIT_SERVED;
	visit_actor_of(desk, &logging.actor);
	visit_before_take(visit, &logging.before);
	is_done = db_transaction(desk->db, log_work, &logging, err);
	if (!is_done)
		visit_before_restore(&logging.before, visit);
	visit_before_release(&logging.before);
	return is_done;
}
