/*
 * visit_log.c - a visit that is over as it is logged, without the screens
 */
#include "frontdesk/desk/visit.h"
#include "visit_private.h"

struct logging {
	struct visit_actor actor;
	struct visit *visit;
	struct visit_times times;
};

static bool log_work(struct db *db, void *state, struct error *err)
{
	struct logging *logging = state;

	return visit_enter_work(db, &logging->actor, logging->visit,
				&logging->times, 0, err);
}

bool desk_log_visit(struct desk *desk, struct visit *visit, struct error *err)
{
	struct logging logging = {.visit = visit};

	if (!desk_need_session(desk, err) || !visit_check(visit, err))
		return false;
	/* One moment for both: how long it took is not known. */
	logging.times.begun_at = logging.times.ended_at = desk_now(desk);
	visit->state = VISIT_SERVED;
	visit_actor_of(desk, &logging.actor);
	return visit_transaction(desk, visit, log_work, &logging, err);
}
