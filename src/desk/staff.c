/*
 * staff.c - an administrator adds and changes the city's staff
 */
#include "frontdesk/store/staff.h"
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/secret.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/signin.h"

struct save_staff {
	const struct staff *staff;
	const char *pin_hash;
};

static bool save_staff(struct db *db, void *state, struct error *err)
{
	const struct save_staff *save = state;
	int64_t staff_id;

	return save->staff->staff_id == 0
		   ? staff_insert(db, save->staff, save->pin_hash, &staff_id,
				  err)
		   : staff_update(db, save->staff, save->pin_hash, err);
}

bool desk_save_staff(struct desk *desk, const struct staff *staff,
		     const char *pin, struct error *err)
{
	char hash[SECRET_HASH_SIZE];
	struct save_staff save = {staff, NULL};
	bool is_me = staff->staff_id == desk->session.staff_id;

	if (!desk_may(desk, DUTY_MANAGE_STAFF, err) || !staff_check(staff, err))
		return false;
	/* A city without an administrator could not get one again. */
	if (is_me && (staff->role != ROLE_ADMINISTRATOR || !staff->is_active))
		return error_set(err, ERROR_DENIED, "role",
				 _("Another administrator must take this away "
				   "from you."));
	if (pin != NULL) {
		if (!secret_pin_check(pin, err) || !secret_hash(pin, hash, err))
			return false;
		save.pin_hash = hash;
	}
	return db_transaction(desk->db, save_staff, &save, err);
}
