/*
 * calendar.h - when a site is open: hours, holidays, closures
 *
 * A day is open where the site opens on it at all; open days are the business
 * days. A single day that was set apart (closed, or with hours of its own)
 * goes before a holiday, a holiday before the hours of the weekday.
 *
 * Which days are holidays follows 5 U.S.C. 6103: fixed days, and weekdays
 * counted within a month; subsection (b) and Executive Order 11582 move one
 * that falls on a Saturday to the Friday before, and one on a Sunday to the
 * Monday after. California Government Code 6700 and 6701 move the Sundays
 * alone. Western Easter is the anonymous Gregorian computus (Nature, April 20,
 * 1876; Meeus, Astronomical Algorithms, chapter 8).
 */
#ifndef FRONTDESK_CORE_CALENDAR_H
#define FRONTDESK_CORE_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/clock.h"

enum { HOURS_SPANS = 2, MINUTES_OF_DAY = 1440 };

/* From and to a local minute of the day; from < to <= 1440. */
struct span {
	int from, to;
};

/* Of one day, in order and apart; count 0 is closed. */
struct hours {
	struct span spans[HOURS_SPANS];
	size_t count;
};

/*
 * "8:00-17:00", "8am-12pm, 1pm-5:30pm", "closed". ERROR_INVALID, field
 * "hours". Shown: "8:00 am to 12:00 pm, 1:00 pm to 5:30 pm", "closed".
 */
bool hours_parse(const char *text, struct hours *out, struct error *err);
void hours_format(const struct hours *hours, char out[80]);

enum holiday_rule {
	HOLIDAY_FIXED,	 /* "july 4" */
	HOLIDAY_WEEKDAY, /* "3rd mon january", "last mon may", "4th thu nov +1"
			  */
	HOLIDAY_EASTER,	 /* "easter -2": days from Easter Sunday */
};

enum holiday_observed {
	OBSERVED_SAME,	  /* on its own day alone */
	OBSERVED_MONDAY,  /* a Sunday's on the Monday after */
	OBSERVED_NEAREST, /* and a Saturday's on the Friday before */
};
const char *holiday_observed_name(enum holiday_observed observed);
bool holiday_observed_parse(const char *text, enum holiday_observed *out,
			    struct error *err);

struct holiday {
	char *name;
	char *rule_text; /* as the city wrote it */
	enum holiday_rule rule;
	enum holiday_observed observed;
	int month;   /* 1..12 */
	int day;     /* HOLIDAY_FIXED: of the month */
	int nth;     /* HOLIDAY_WEEKDAY: 1..4, -1 the last */
	int weekday; /* 0 is Sunday */
	int plus;    /* so many days after, -200..200 */
};

/* Fills the rule of *out from its text; ERROR_INVALID, field "rule". */
bool holiday_rule_parse(const char *text, struct holiday *out,
			struct error *err);

/* The day of the year, "" where the year has none (February 29). */
struct day holiday_day(const struct holiday *holiday, int year);
/* The day that is closed for it: its own, or the one it is observed on. */
struct day holiday_observed_day(const struct holiday *holiday, int year);

struct day calendar_easter(int year); /* Sunday; 1583 to 9999 */

/* A weekday's hours; from a day on, it may be closed every other week. */
struct opening {
	struct hours hours;
	struct day other_from; /* a closed one, or "" */
};

/* One day set apart: closed with its reason, or other hours than usual. */
struct special_day {
	struct day day;
	struct hours hours;
	char *reason;
};

struct calendar {
	struct opening weekdays[7]; /* from Sunday */
	struct holiday *holidays;
	size_t holiday_count;
	struct special_day *days;
	size_t day_count;
};

/* Monday to Friday at these minutes, and no holiday. */
void calendar_init(struct calendar *calendar, int opens_minute,
		   int closes_minute);
void calendar_release(struct calendar *calendar);

/* Added to a calendar that owns its texts; copies. */
void calendar_add_holiday(struct calendar *calendar,
			  const struct holiday *holiday);
void calendar_add_day(struct calendar *calendar, const struct special_day *day);

/* The hours of the day, count 0 where it is closed. */
struct hours calendar_hours(const struct calendar *calendar, struct day day);

/* Why it is closed: a holiday's name, a closure's reason, "Saturday". NULL
 * where it is open. Borrowed from the calendar. */
const char *calendar_why_closed(const struct calendar *calendar,
				struct day day);

/* What is not as its weekday is: a holiday's name, the reason of a day set
 * apart. NULL where it is as usual, and for a holiday on a weekday that is
 * closed anyway. Borrowed from the calendar. */
const char *calendar_exception(const struct calendar *calendar, struct day day);
/* The day that was set apart; NULL: it was not. Borrowed. */
const struct special_day *calendar_set_apart(const struct calendar *calendar,
					     struct day day);

/* "mon-thu", "fri", "mon,wed", "tuesday to friday": bit 0 is Sunday.
 * ERROR_INVALID, field "weekdays". */
bool weekdays_parse(const char *text, unsigned int *out, struct error *err);

/* Weekdays in a row that have the same hours, from Monday: fills days with
 * "Monday to Friday" and hours with "8:00 am to 5:00 pm"; from is 0 at first.
 * Returns the next from; 7 behind the last. */
enum { OPENING_DAYS_SIZE = 48, OPENING_HOURS_SIZE = 160 };
int calendar_opening(const struct calendar *calendar, int from,
		     char days[OPENING_DAYS_SIZE],
		     char hours[OPENING_HOURS_SIZE]);

/* Whether the site is open at that minute; its closing minute still is. */
bool calendar_is_within(const struct calendar *calendar, struct day day,
			int minute);

/* The minute at which the day ends for the desk: its closing, on a closed day
 * the one its weekday usually has, else the next open day's; at most 1439. */
int calendar_closing(const struct calendar *calendar, struct day day);

/*
 * The first open day after day; the count-th one (count 0: the day itself).
 * ERROR_INVALID, field "when", where none comes within a year.
 */
bool calendar_next_open(const struct calendar *calendar, struct day day,
			struct day *out, struct error *err);
bool calendar_business_days(const struct calendar *calendar, struct day day,
			    int count, struct day *out, struct error *err);

#endif
