/*
 * demo_round.c - what everybody in the demo city must know today
 */
#include "demo_private.h"
#include "desk_private.h"
#include "frontdesk/store/absence.h"
#include "frontdesk/store/notice.h"

#define NOTICE_AGE CLOCK_HOUR
#define AWAY_DAYS 9

static const char notice[] = "The permit system is slow: promise a call back";

/* J. Brooks has been away since yesterday. */
static bool note(struct db *db, void *state, struct error *err)
{
	struct demo *demo = state;
	const struct desk *desk = demo->desk;
	struct day yesterday =
	    day_plus(zone_day(desk->site.time_zone, demo->now), -1);
	const struct demo_person *supervisor = demo_staff(demo, "sjohnson");
	const struct demo_person *away = demo_staff(demo, "jbrooks");
	int64_t id;

	db_set_actor(db, supervisor != NULL ? supervisor->staff_id : 0);
	return (supervisor == NULL ||
		notice_insert(db, desk->site.site_id, notice,
			      demo->now - NOTICE_AGE, 0, &id, err)) &&
	       (supervisor == NULL || away == NULL ||
		absence_insert(db, away->staff_id, yesterday,
			       day_plus(yesterday, AWAY_DAYS), &id, err));
}

bool demo_add_round(struct demo *demo, struct error *err)
{
	int64_t actor = db_actor(demo->desk->db);
	bool is_done = db_transaction(demo->desk->db, note, demo, err);

	db_set_actor(demo->desk->db, actor);
	return is_done;
}
