/*
 * signin.h - signing in, locking, changing the person; the city's staff
 */
#ifndef FRONTDESK_DESK_SIGNIN_H
#define FRONTDESK_DESK_SIGNIN_H

#include "frontdesk/desk/desk.h"

/* Active staff by name; windows of the site that are open. */
bool desk_list_staff(struct desk *desk, struct staff_list *out,
		     struct error *err);
bool desk_list_departments(struct desk *desk, struct department_list *out,
			   struct error *err);
bool desk_list_windows(struct desk *desk, struct counter_window_list *out,
		       struct error *err);
/* Adds who else is signed in today where this person sits, "A. Ruiz, S.
 * Johnson". */
bool desk_beside(struct desk *desk, struct str *out, struct error *err);

/*
 * By login or name and PIN, at a window (0: none). A demo store asks no PIN
 * (pin NULL). Five wrong PINs block for a minute. ERROR_DENIED says which it
 * is without telling a wrong name from a wrong PIN. Ends the session before.
 */
bool desk_sign_in(struct desk *desk, const char *login, const char *pin,
		  int64_t counter_window_id, struct error *err);

/* As the staff member whose login is the operating-system account (on a demo
 * store: the demo's clerk); the command line's way in. */
bool desk_sign_in_account(struct desk *desk, const char *account,
			  struct error *err);

/*
 * A demo's clerk sits down at a window (0: at none) and sees the desk at once;
 * who is signed in where is kept by desk_record_sign_in, once that is painted.
 * Nobody is signed out by it. ERROR_DENIED on any other store: no PIN was
 * asked.
 */
bool desk_sit_down(struct desk *desk, int64_t counter_window_id,
		   struct error *err);
bool desk_record_sign_in(struct desk *desk, struct error *err);

void desk_sign_out(struct desk *desk);

/* Whether the PIN is the signed-in person's: to unlock. */
bool desk_unlock(struct desk *desk, const char *pin, struct error *err);

/* Administrators. staff->staff_id 0 adds. pin NULL leaves it as it is. */
bool desk_save_staff(struct desk *desk, const struct staff *staff,
		     const char *pin, struct error *err);

/* Administrators; one more window at this site (field "window"). */
bool desk_add_window(struct desk *desk, const char *label, struct error *err);

/* Administrators; everything of a department but its name: telephone, place,
 * delivery, who stands in (fields as struct department's). */
bool desk_save_department(struct desk *desk,
			  const struct department *department,
			  struct error *err);

/* Administrators; how long an offered hand-off may wait for its answer at this
 * site before it shows to a supervisor: 1 to 10080 minutes. */
bool desk_set_handoff_wait(struct desk *desk, int minutes, struct error *err);

#endif
