/*
 * department.c - an administrator sets how hand-offs reach a department
 */
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/store/city.h"

static bool save(struct db *db, void *state, struct error *err)
{
	const struct department *department = state;

	return department_update(db, department, err);
}

bool desk_save_department(struct desk *desk,
			  const struct department *department,
			  struct error *err)
{
	return desk_may(desk, DUTY_MANAGE_STAFF, err) &&
	       department_check(department, err) &&
	       db_transaction(desk->db, save, (void *)department, err);
}

struct waiting {
	int64_t site_id, length;
};

static bool set_wait(struct db *db, void *state, struct error *err)
{
	const struct waiting *waiting = state;

	return site_set_handoff_wait(db, waiting->site_id, waiting->length,
				     err);
}

bool desk_set_handoff_wait(struct desk *desk, int minutes, struct error *err)
{
	struct waiting waiting = {desk->site.site_id, minutes * CLOCK_MINUTE};

	if (!desk_may(desk, DUTY_MANAGE_STAFF, err))
		return false;
	if (minutes < 1 || minutes > 7 * 24 * 60)
		return error_set(err, ERROR_INVALID, "minutes",
				 _("The minutes are a number from 1 to "
				   "10080, which is a week."));
	if (!db_transaction(desk->db, set_wait, &waiting, err))
		return false;
	desk->site.handoff_wait = waiting.length;
	return true;
}
