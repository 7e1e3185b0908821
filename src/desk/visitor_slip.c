/*
 * visitor_slip.c - the slip that a visitor takes home
 */
#include "frontdesk/desk/visitor_slip.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/store/acknowledgement.h"
#include "frontdesk/store/visitor_slip.h"
#include "passing.h"

/* A line for each row of weekdays that are open. */
static void add_hours(const struct calendar *calendar, struct str *out)
{
	char days[OPENING_DAYS_SIZE], hours[OPENING_HOURS_SIZE];

	for (int from = 0; from < 7;) {
		bool is_closed =
		    calendar->weekdays[(from + 1) % 7].hours.count == 0;

		from = calendar_opening(calendar, from, days, hours);
		if (!is_closed)
			str_addf(out, "%s%s: %s", out->len > 0 ? "\n" : "",
				 days, hours);
	}
}

static bool fill_place(struct desk *desk, struct visitor_slip *out,
		       struct error *err)
{
	const struct calendar *calendar;
	struct str hours = STR_INIT;

	if (!desk_calendar(desk, &calendar, err))
		return false;
	add_hours(calendar, &hours);
	out->city = mem_copy(desk->city);
	out->site = mem_copy(desk->site.name);
	out->zone = mem_copy(desk->site.time_zone);
	out->hours = mem_copy(str_text(&hours));
	out->at = desk_now(desk);
	str_release(&hours);
	return true;
}

struct slip_work {
	struct desk *desk;
	int64_t request_id;
	struct visitor_slip *out;
	int64_t at;
	bool acknowledges;
};

static bool read_slip(struct db *db, void *state, struct error *err)
{
	struct slip_work *work = state;

	visitor_slip_release(work->out);
	return visitor_slip_get(db, work->request_id, work->out, err) ||
	       passing_missing(err, ERROR_NOT_FOUND,
			       _("There is no such request: find it anew."));
}

bool desk_read_slip(struct desk *desk, int64_t request_id,
		    struct visitor_slip *out, struct error *err)
{
	struct slip_work work = {
	    .desk = desk, .request_id = request_id, .out = out};

	*out = (struct visitor_slip){0};
	if (desk_may(desk, DUTY_SERVE, err) &&
	    db_snapshot(desk->db, read_slip, &work, err) &&
	    fill_place(desk, out, err))
		return true;
	visitor_slip_release(out);
	return false;
}

bool desk_find_slip(struct desk *desk, const char *text,
		    struct visitor_slip *out, struct error *err)
{
	int64_t request_id;

	*out = (struct visitor_slip){0};
	return desk_find_request(desk, text, &request_id, err) &&
	       desk_read_slip(desk, request_id, out, err);
}

/* Its standing is read within the commit: two printers make one first. */
static bool note(struct db *db, void *state, struct error *err)
{
	struct slip_work *work = state;
	int64_t me = work->desk->session.staff_id;
	struct visitor_slip slip;

	work->acknowledges = false;
	if (!visitor_slip_get(db, work->request_id, &slip, err))
		return passing_missing(
		    err, ERROR_NOT_FOUND,
		    _("There is no such request: find it anew."));
	work->acknowledges = !slip.is_acknowledged;
	visitor_slip_release(&slip);
	return !work->acknowledges ||
	       (acknowledgement_insert(
		    db, work->request_id, me, "slip", work->at,
		    zone_day(work->desk->site.time_zone, work->at), err) &&
		standing_touch(db, work->request_id, me, work->at, err));
}

bool desk_note_slip(struct desk *desk, int64_t request_id, bool *acknowledges,
		    struct error *err)
{
	struct slip_work work = {
	    .desk = desk, .request_id = request_id, .at = desk_now(desk)};

	*acknowledges = false;
	if (!desk_may(desk, DUTY_SERVE, err) ||
	    !db_transaction(desk->db, note, &work, err))
		return false;
	*acknowledges = work.acknowledges;
	if (work.acknowledges)
		act_remember(desk, &(struct act){.kind = ACT_ACKNOWLEDGED,
						 .id = request_id,
						 .at = work.at});
	return true;
}
