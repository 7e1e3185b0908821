/*
 * closing_time.c - which day can be closed, and from when on
 */
#include "closing_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/closing.h"

/* In which there is a working day, but for a long closure. */
#define DAYS_BACK 14

/* The working day before it; "" where none is near. */
static void find_before(const struct calendar *calendar, struct day day,
			struct day *out)
{
	*out = (struct day){""};
	for (int i = 1; i <= DAYS_BACK && out->text[0] == '\0'; i++)
		if (calendar_hours(calendar, day_plus(day, -i)).count > 0)
			*out = day_plus(day, -i);
}

/* The day of the oldest visit or of the store's first entry; "" of a store in
 * which nothing was ever written. */
static bool read_first_day(const struct desk *desk, struct day *out,
			   struct error *err)
{
	struct local local;
	int64_t at;

	if (!closing_read_first(desk->db, out, &at, err))
		return false;
	if (at != 0) {
		struct day day;

		desk_local(desk, at, &local);
		day = day_make(local.year, local.month, local.day);
		if (out->text[0] == '\0' || day_compare(day, *out) < 0)
			*out = day;
	}
	return true;
}

/* Leaves *day where it is not closed and could be, else "". */
static bool keep_unclosed(struct desk *desk, struct day *day, struct error *err)
{
	int64_t closing_id;
	struct day first;

	if (day->text[0] == '\0')
		return true;
	if (!read_first_day(desk, &first, err))
		return false;
	if (day_compare(*day, first) < 0 ||
	    closing_find(desk->db, desk->site.site_id, *day, &closing_id,
			 err)) {
		*day = (struct day){""};
		return true;
	}
	if (err->code != ERROR_NOT_FOUND)
		return false;
	error_clear(err);
	return true;
}

bool desk_read_closing_time(struct desk *desk, struct day day,
			    struct closing_time *out, struct error *err)
{
	const struct calendar *calendar;
	struct local from = {0}, now;
	int minute;

	*out = (struct closing_time){0};
	if (!desk_need_session(desk, err) ||
	    !desk_may(desk, DUTY_CLOSE_DAY, err))
		return false;
	if (day_compare(day, desk_today(desk)) != 0)
		return true;
	if (!desk_calendar(desk, &calendar, err))
		return false;
	desk_local(desk, desk_now(desk), &now);
	minute = calendar_closing(calendar, day) - CLOSING_EVENING;
	if (now.hour * 60 + now.minute >= minute)
		return true;
	out->is_early = true;
	from.hour = minute / 60;
	from.minute = minute % 60;
	local_format_minute(&from, out->minute);
	find_before(calendar, day, &out->before);
	return keep_unclosed(desk, &out->before, err);
}

static bool too_early(const struct closing_time *time, struct error *err)
{
	char before[24];

	if (time->before.text[0] == '\0')
		return error_set(err, ERROR_INVALID, "day",
				 _("Today can be closed from %s on: it cannot "
				   "be undone."),
				 time->minute);
	day_format(time->before, before);
	return error_set(err, ERROR_INVALID, "day",
			 _("Today can be closed from %s on. %s is not closed "
			   "yet."),
			 time->minute, before);
}

bool desk_can_close_day(struct desk *desk, struct day day, struct error *err)
{
	struct closing_time time;
	struct day first;

	if (!desk_read_closing_time(desk, day, &time, err))
		return false;
	if (day_compare(day, desk_today(desk)) > 0)
		return error_set(err, ERROR_INVALID, "day",
				 _("%s has not begun yet: a day is closed in "
				   "its evening, or later."),
				 day.text);
	if (time.is_early)
		return too_early(&time, err);
	if (!read_first_day(desk, &first, err))
		return false;
	return day_compare(day, first) >= 0 ||
	       error_set(err, ERROR_INVALID, "day",
			 _("%s lies before the first record, of %s: there is "
			   "nothing to close. Is the year right?"),
			 day.text, first.text);
}
