/*
 * calendar.c - the business calendar of this site, and "by when" on it
 */
#include "frontdesk/desk/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/calendar.h"
#include "holiday_files.h"

void desk_forget_calendar(struct desk *desk)
{
	if (desk->calendar == NULL)
		return;
	calendar_release(desk->calendar);
	free(desk->calendar);
	desk->calendar = NULL;
}

struct calendar_work {
	const struct desk *desk;
	struct calendar *calendar; /* that is read */
	struct special_day day;	   /* borrowed texts */
	unsigned int weekdays;
	const struct opening *opening;
	const char *folder, *file; /* of the holidays */
	size_t count;
};

static bool read_calendar(struct db *db, void *state, struct error *err)
{
	struct calendar_work *work = state;

	return calendar_get(db, work->desk->site.site_id, work->calendar, err);
}

bool desk_calendar(struct desk *desk, const struct calendar **out,
		   struct error *err)
{
	int64_t changed = desk_changed(desk);
	struct calendar calendar = {0};
	struct calendar_work work = {.desk = desk, .calendar = &calendar};

	if (desk->calendar != NULL && desk->calendar_seen == changed) {
		*out = desk->calendar;
		return true;
	}
	if (!db_snapshot(desk->db, read_calendar, &work, err))
		return false;
	desk_forget_calendar(desk);
	desk->calendar = mem_new(1, sizeof(*desk->calendar));
	*desk->calendar = calendar;
	desk->calendar_seen = changed;
	*out = desk->calendar;
	return true;
}

bool desk_understand_when(struct desk *desk, const char *text,
			  struct local *out, char **note, struct error *err)
{
	const char *zone = desk->site.time_zone;
	const struct calendar *calendar;
	char text_of_note[WHEN_NOTE_SIZE];
	struct local now;
	int minutes;

	if (note != NULL)
		*note = NULL;
	desk_local(desk, desk_now(desk), &now);
	if (!desk_calendar(desk, &calendar, err) ||
	    !when_parse(text, &now, calendar, out, err))
		return false;
	minutes = when_minutes(text, &now, calendar);
	zone_local(zone,
		   minutes > 0 ? desk_now(desk) + minutes * CLOCK_MINUTE
			       : zone_instant(zone, out),
		   out);
	if (note != NULL && when_note(out, calendar, text_of_note))
		*note = mem_copy(text_of_note);
	return true;
}

bool desk_understand_day(struct desk *desk, const char *text, struct day *out,
			 struct error *err)
{
	const struct calendar *calendar;
	struct local now;

	desk_local(desk, desk_now(desk), &now);
	return desk_calendar(desk, &calendar, err) &&
	       when_parse_day(text, &now, calendar, out, err);
}

/* Within the transaction: somebody may have set the day a moment ago. */
static bool set_day(struct db *db, void *state, struct error *err)
{
	struct calendar_work *work = state;
	const struct special_day *day = &work->day;
	int64_t site_id = work->desk->site.site_id;
	struct calendar calendar;
	const char *why;
	char shown[24];
	bool is_done;

	if (!calendar_get(db, site_id, &calendar, err))
		return false;
	day_format(day->day, shown);
	why = calendar_why_closed(&calendar, day->day);
	if (why != NULL && day->hours.count == 0)
		is_done =
		    error_set(err, ERROR_CONFLICT, "day",
			      _("%s is closed already (%s)."), shown, why);
	else if (calendar_set_apart(&calendar, day->day) != NULL)
		is_done = error_set(
		    err, ERROR_CONFLICT, "day",
		    _("%s is set apart already (%s): take that "
		      "back first."),
		    shown, calendar_set_apart(&calendar, day->day)->reason);
	else
		is_done = site_day_insert(db, site_id, day, err);
	calendar_release(&calendar);
	return is_done;
}

bool desk_set_day(struct desk *desk, const char *day, const struct hours *hours,
		  const char *reason, struct day *out, struct error *err)
{
	const struct text_limit limit = {
	    .field = "reason",
	    .label = _("the reason"),
	    .max = 80,
	    .is_required = true,
	};
	struct calendar_work work = {.desk = desk};

	if (!desk_may(desk, DUTY_CALENDAR, err) ||
	    !desk_understand_day(desk, day, out, err) ||
	    !text_check(reason, &limit, err))
		return false;
	work.day.day = *out;
	work.day.reason = (char *)reason;
	if (hours != NULL)
		work.day.hours = *hours;
	return db_transaction(desk->db, set_day, &work, err);
}

static bool unset_day(struct db *db, void *state, struct error *err)
{
	struct calendar_work *work = state;
	bool is_found;
	char shown[24];

	if (!site_day_withdraw(db, work->desk->site.site_id, work->day.day,
			       &is_found, err))
		return false;
	day_format(work->day.day, shown);
	return is_found ||
	       error_set(
		   err, ERROR_NOT_FOUND, "day",
		   _("Nothing was set for %s alone: to open on a holiday, "
		     "give the day hours of its own."),
		   shown);
}

bool desk_unset_day(struct desk *desk, const char *day, struct day *out,
		    struct error *err)
{
	struct calendar_work work = {.desk = desk};

	if (!desk_may(desk, DUTY_CALENDAR, err) ||
	    !desk_understand_day(desk, day, out, err))
		return false;
	work.day.day = *out;
	return db_transaction(desk->db, unset_day, &work, err);
}

static bool set_hours(struct db *db, void *state, struct error *err)
{
	struct calendar_work *work = state;
	int64_t site_id = work->desk->site.site_id;
	struct calendar calendar;
	size_t open = 0;

	for (int weekday = 0; weekday < 7; weekday++)
		if ((work->weekdays & (1u << weekday)) != 0 &&
		    !site_hours_set(db, site_id, weekday, work->opening, err))
			return false;
	if (!calendar_get(db, site_id, &calendar, err))
		return false;
	for (int weekday = 0; weekday < 7; weekday++)
		open += calendar.weekdays[weekday].hours.count;
	calendar_release(&calendar);
	return open > 0 || error_set(err, ERROR_INVALID, "hours",
				     _("A site is open on one weekday at "
				       "least."));
}

/* Every second week from a day that is such a weekday. */
static bool check_other(unsigned int weekdays, const struct opening *opening,
			struct error *err)
{
	if (opening->other_from.text[0] == '\0')
		return true;
	if (opening->hours.count > 0 &&
	    weekdays == 1u << day_weekday(opening->other_from))
		return true;
	return error_set(err, ERROR_INVALID, "other_from",
			 _("Give the hours of one weekday, and such a weekday "
			   "from which it is closed every other week."));
}

bool desk_set_hours(struct desk *desk, unsigned int weekdays,
		    const struct opening *opening, struct error *err)
{
	struct calendar_work work = {
	    .desk = desk,
	    .weekdays = weekdays,
	    .opening = opening,
	};

	return desk_may(desk, DUTY_CALENDAR, err) &&
	       check_other(weekdays, opening, err) &&
	       db_transaction(desk->db, set_hours, &work, err);
}

static bool load_holidays(struct db *db, void *state, struct error *err)
{
	struct calendar_work *work = state;

	return holidays_replace(db, work->folder, work->file, &work->count,
				err);
}

bool desk_load_holidays(struct desk *desk, const char *file, size_t *count,
			struct error *err)
{
	struct calendar_work work = {.desk = desk, .folder = desk->data_dir};
	const char *slash = file != NULL ? strrchr(file, '/') : NULL;
	char *folder = slash != NULL ? mem_copy_n(file, (size_t)(slash - file))
				     : mem_copy(".");
	bool is_done;

	*count = 0;
	if (file != NULL) {
		work.folder = folder;
		work.file = slash != NULL ? slash + 1 : file;
	}
	is_done = desk_may(desk, DUTY_CALENDAR, err) &&
		  db_transaction(desk->db, load_holidays, &work, err);
	free(folder);
	if (is_done)
		*count = work.count;
	return is_done;
}
