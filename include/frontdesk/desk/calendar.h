/*
 * calendar.h - the business calendar of this site, and "by when" on it
 *
 * A supervisor or an administrator changes it. A day that is asked for is
 * written as people say it: "fri", "nov 27", "2026-11-27"; never one that has
 * passed.
 */
#ifndef FRONTDESK_DESK_CALENDAR_H
#define FRONTDESK_DESK_CALENDAR_H

#include "frontdesk/core/calendar.h"
#include "frontdesk/core/when.h"
#include "frontdesk/desk/desk.h"

/* As it is now; borrowed until the next call on the desk. */
bool desk_calendar(struct desk *desk, const struct calendar **out,
		   struct error *err);

/*
 * By when (core/when.h), from now at this site. In the hour that a spring
 * night leaves out it is the hour after. *note, the caller's, says that the
 * site is not open then, and is NULL where it is; note may be NULL.
 */
bool desk_understand_when(struct desk *desk, const char *text,
			  struct local *out, char **note, struct error *err);

/* A day as people say it, today or later; ERROR_INVALID, field "when". */
bool desk_understand_day(struct desk *desk, const char *text, struct day *out,
			 struct error *err);

/*
 * Sets one day apart: closed (hours NULL), or open at these hours, with its
 * reason (field "reason"). ERROR_CONFLICT where that changes nothing, or the
 * day is set apart already.
 */
bool desk_set_day(struct desk *desk, const char *day, const struct hours *hours,
		  const char *reason, struct day *out, struct error *err);

/* Takes that back. ERROR_NOT_FOUND where the day is as its weekday is. */
bool desk_unset_day(struct desk *desk, const char *day, struct day *out,
		    struct error *err);

/* Bit 0 of weekdays is Sunday. At least one day stays open. */
bool desk_set_hours(struct desk *desk, unsigned int weekdays,
		    const struct opening *opening, struct error *err);

/* From a file, NULL: calendar/holidays.tsv of the data folder. The file
 * replaces all: a holiday that it does not name is one no more. */
bool desk_load_holidays(struct desk *desk, const char *file, size_t *count,
			struct error *err);

/*
 * One holiday of the city's own, by its rule ("2nd fri october"); observed as
 * holidays.tsv has it, NULL: nearest. *is_new is false where the name was a
 * holiday by another rule; *next is the next day that is closed for it, or "".
 * ERROR_CONFLICT where nothing would change.
 */
bool desk_save_holiday(struct desk *desk, const char *name, const char *rule,
		       const char *observed, bool *is_new, struct day *next,
		       struct error *err);
/* It is one no more; ERROR_NOT_FOUND in words. */
bool desk_retire_holiday(struct desk *desk, const char *name,
			 struct error *err);

#endif
