/*
 * window.c - the windows of the counter: one is added, who sits at one
 */
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/store/board.h"
#include "frontdesk/store/city.h"

struct add_window {
	int64_t site_id;
	const char *label;
};

static bool add_window(struct db *db, void *state, struct error *err)
{
	const struct add_window *add = state;
	int64_t id;

	return counter_window_insert(db, add->site_id, add->label, &id, err);
}

static bool is_new(struct desk *desk, const char *label, struct error *err)
{
	struct counter_window_list list = {0};
	bool is_there = false;

	if (!counter_window_list(desk->db, desk->site.site_id, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++)
		is_there = is_there || str_same(list.items[i].label, label);
	counter_window_list_release(&list);
	return !is_there ||
	       error_set(err, ERROR_CONFLICT, "window",
			 _("There is a window of that name: choose another."));
}

bool desk_add_window(struct desk *desk, const char *label, struct error *err)
{
	static const struct text_limit limit = {
	    "window", N_("the window's label"), 40, false, true};
	struct add_window add = {desk->site.site_id, label};

	return desk_may(desk, DUTY_MANAGE_STAFF, err) &&
	       text_check(label, &limit, err) && is_new(desk, label, err) &&
	       db_transaction(desk->db, add_window, &add, err);
}

struct beside {
	const struct desk_session *me;
	struct str *out;
};

static void add_beside(int64_t counter_window_id, const char *window,
		       const char *staff, void *state)
{
	const struct beside *beside = state;

	(void)window;
	if (counter_window_id == beside->me->counter_window_id &&
	    !str_same(staff, beside->me->staff_name))
		str_addf(beside->out, "%s%s", beside->out->len ? ", " : "",
			 staff);
}

bool desk_beside(struct desk *desk, struct str *out, struct error *err)
{
	struct beside beside = {&desk->session, out};
	int64_t morning =
	    zone_day_start(desk->site.time_zone, desk_today(desk));

	return desk->session.counter_window_id == 0 ||
	       board_each_seat(desk->db, desk->site.site_id, morning,
			       add_beside, &beside, err);
}
