/*
 * signin.c - signing in, locking, changing the person
 */
#include "frontdesk/desk/signin.h"

#include <stdlib.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/store/audit.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/staff.h"

#define WRONG_PINS_MAX 5
#define BLOCK_LENGTH CLOCK_MINUTE

bool desk_list_staff(struct desk *desk, struct staff_list *out,
		     struct error *err)
{
	return staff_list(desk->db, false, out, err);
}

bool desk_list_departments(struct desk *desk, struct department_list *out,
			   struct error *err)
{
	return department_list(desk->db, out, err);
}

bool desk_list_windows(struct desk *desk, struct counter_window_list *out,
		       struct error *err)
{
	return counter_window_list(desk->db, desk->site.site_id, out, err);
}

/* Neither says whether it was the name or the PIN. */
static bool deny(struct error *err)
{
	return error_set(err, ERROR_DENIED, "pin",
			 _("This name and PIN do not go together: try again, "
			   "or ask an administrator."));
}

struct attempt {
	int64_t staff_id;
	bool was_right;
};

static bool count_attempt(struct db *db, void *state, struct error *err)
{
	const struct attempt *attempt = state;
	struct staff_pin pin;
	int64_t blocked_until_at = 0;

	if (!staff_get_pin(db, attempt->staff_id, &pin, err))
		return false;
	if (attempt->was_right)
		return pin.failed_count == 0 ||
		       staff_set_failed(db, attempt->staff_id, 0, 0, err);
	pin.failed_count++;
	if (pin.failed_count >= WRONG_PINS_MAX) {
		blocked_until_at = db_now(db) + BLOCK_LENGTH;
		pin.failed_count = 0;
	}
	return staff_set_failed(db, attempt->staff_id, pin.failed_count,
				blocked_until_at, err);
}

/* The right PIN, and nobody who tried five wrong ones just now. The hash is
 * slow by design and is never computed within a transaction. */
static bool pin_check(struct desk *desk, int64_t staff_id, const char *pin,
		      struct error *err)
{
	struct attempt attempt = {staff_id, false};
	struct staff_pin kept;

	if (!staff_get_pin(desk->db, staff_id, &kept, err))
		return false;
	if (kept.blocked_until_at > desk_now(desk))
		return error_set(err, ERROR_DENIED, "pin",
				 _("Too many wrong PINs: wait a minute, then "
				   "try again."));
	attempt.was_right = pin != NULL && kept.hash[0] != '\0' &&
			    secret_matches(kept.hash, pin);
	if ((!attempt.was_right || kept.failed_count > 0) &&
	    !db_transaction(desk->db, count_attempt, &attempt, err))
		return false;
	return attempt.was_right || deny(err);
}

static void forget_session(struct desk *desk)
{
	free(desk->session.staff_name);
	free(desk->session.login);
	free(desk->session.counter_window);
	desk->session = (struct desk_session){0};
	desk_forget_acts(desk);
	mem_replace(&desk->languages, NULL);
	db_set_actor(desk->db, 0);
}

/* Takes what it needs out of staff. */
static void take_session(struct desk *desk, struct staff *staff,
			 struct counter_window *window)
{
	forget_session(desk);
	desk->session.staff_id = staff->staff_id;
	desk->session.staff_name = mem_copy(staff->name);
	desk->session.login = mem_copy(staff->login);
	desk->session.role = staff->role;
	desk->session.department_id = staff->department_id;
	mem_replace(&desk->languages, staff->languages);
	if (window != NULL && window->counter_window_id != 0) {
		desk->session.counter_window_id = window->counter_window_id;
		desk->session.counter_window = mem_copy(window->label);
	}
	db_set_actor(desk->db, staff->staff_id);
}

struct sign_in {
	int64_t staff_id, before_id, counter_window_id;
};

static bool record_sign_in(struct db *db, void *state, struct error *err)
{
	const struct sign_in *sign_in = state;

	if (sign_in->before_id != 0 &&
	    !session_end(db, sign_in->before_id, err))
		return false;
	return session_begin(db, sign_in->staff_id, sign_in->counter_window_id,
			     err) &&
	       audit_note(db, "sign_in", "staff", sign_in->staff_id, err);
}

/* The site goes with the window. */
static bool read_window(struct desk *desk, int64_t counter_window_id,
			struct counter_window *window, struct site *site,
			struct error *err)
{
	*window = (struct counter_window){0};
	*site = (struct site){0};
	if (counter_window_id == 0)
		return true;
	if (!counter_window_get(desk->db, counter_window_id, window, err))
		return false;
	return window->site_id == desk->site.site_id ||
	       site_get(desk->db, window->site_id, site, err);
}

static void take_site(struct desk *desk, struct site *site)
{
	if (site->site_id == 0)
		return;
	site_release(&desk->site);
	desk->site = *site;
	*site = (struct site){0};
}

static bool sign_in_as(struct desk *desk, struct staff *staff,
		       int64_t counter_window_id, struct error *err)
{
	struct sign_in sign_in = {staff->staff_id, desk->session.staff_id,
				  counter_window_id};
	struct counter_window window;
	struct site site;
	int64_t actor = db_actor(desk->db);
	bool is_in;

	db_set_actor(desk->db, staff->staff_id);
	is_in = read_window(desk, counter_window_id, &window, &site, err) &&
		db_transaction(desk->db, record_sign_in, &sign_in, err);
	db_set_actor(desk->db, actor);
	if (is_in) {
		take_session(desk, staff, &window);
		take_site(desk, &site);
	}
	free(window.label);
	site_release(&site);
	return is_in;
}

bool desk_sign_in(struct desk *desk, const char *login, const char *pin,
		  int64_t counter_window_id, struct error *err)
{
	struct staff staff;
	bool is_in;

	if (str_is_blank(login))
		return deny(err);
	if (!staff_find(desk->db, login, &staff, err))
		return err->code == ERROR_NOT_FOUND ? deny(err) : false;
	is_in = (staff.is_active || deny(err)) &&
		(desk->is_demo || pin_check(desk, staff.staff_id, pin, err)) &&
		sign_in_as(desk, &staff, counter_window_id, err);
	staff_release(&staff);
	return is_in;
}

/* Nothing is written: a script that only reads changes nothing. */
bool desk_sign_in_account(struct desk *desk, const char *account,
			  struct error *err)
{
	struct staff staff = {0};
	int64_t clerk_id;
	bool is_known = !str_is_blank(account) &&
			staff_find(desk->db, account, &staff, err) &&
			staff.is_active && str_same(staff.login, account);

	if (!is_known && desk->is_demo) {
		staff_release(&staff);
		is_known = staff_first_clerk(desk->db, &clerk_id, err) &&
			   staff_get(desk->db, clerk_id, &staff, err);
	}
	if (is_known)
		take_session(desk, &staff, NULL);
	staff_release(&staff);
	return is_known ||
	       error_set(err, ERROR_DENIED, "",
			 _("The account “%s” is nobody's of the staff: ask an "
			   "administrator to enter it as a login."),
			 account != NULL ? account : "");
}

static bool record_sign_out(struct db *db, void *state, struct error *err)
{
	const int64_t *staff_id = state;

	return session_end(db, *staff_id, err);
}

void desk_sign_out(struct desk *desk)
{
	struct error ignored = {0};

	/* Signed out here in any case; the store learns it when it can. */
	if (desk->session.staff_id != 0)
		db_transaction(desk->db, record_sign_out,
			       &desk->session.staff_id, &ignored);
	forget_session(desk);
}

void desk_forget_session(struct desk *desk)
{
	forget_session(desk);
}

bool desk_unlock(struct desk *desk, const char *pin, struct error *err)
{
	if (!desk_need_session(desk, err))
		return false;
	return desk->is_demo ||
	       pin_check(desk, desk->session.staff_id, pin, err);
}

static bool need_demo(struct desk *desk, struct error *err)
{
	return desk_need_session(desk, err) && (desk->is_demo || deny(err));
}

bool desk_sit_down(struct desk *desk, int64_t counter_window_id,
		   struct error *err)
{
	struct counter_window window;
	struct site site;
	bool is_done;

	if (!need_demo(desk, err))
		return false;
	is_done = read_window(desk, counter_window_id, &window, &site, err);
	if (is_done) {
		desk->session.counter_window_id = window.counter_window_id;
		mem_replace(&desk->session.counter_window, window.label);
		take_site(desk, &site);
	}
	free(window.label);
	site_release(&site);
	return is_done;
}

bool desk_record_sign_in(struct desk *desk, struct error *err)
{
	struct sign_in sign_in = {
	    .staff_id = desk->session.staff_id,
	    .counter_window_id = desk->session.counter_window_id,
	};

	return need_demo(desk, err) &&
	       db_transaction(desk->db, record_sign_in, &sign_in, err);
}
