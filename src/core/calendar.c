/*
 * calendar.c - which days a site is open, and when
 */
#include "frontdesk/core/calendar.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "when_private.h"

enum {
	YEAR_DAYS = 366, /* no site is closed for longer */
	CLOSING_USUAL = 17 * 60,
};

static const char *const every_other[7] = {
    N_("every other Sunday"),	N_("every other Monday"),
    N_("every other Tuesday"),	N_("every other Wednesday"),
    N_("every other Thursday"), N_("every other Friday"),
    N_("every other Saturday"),
};

void calendar_init(struct calendar *calendar, int opens_minute,
		   int closes_minute)
{
	*calendar = (struct calendar){0};
	for (int weekday = 1; weekday <= 5; weekday++)
		calendar->weekdays[weekday].hours = (struct hours){
		    .spans = {{opens_minute, closes_minute}}, .count = 1};
}

void calendar_release(struct calendar *calendar)
{
	for (size_t i = 0; i < calendar->holiday_count; i++) {
		free(calendar->holidays[i].name);
		free(calendar->holidays[i].rule_text);
	}
	for (size_t i = 0; i < calendar->day_count; i++)
		free(calendar->days[i].reason);
	free(calendar->holidays);
	free(calendar->days);
	*calendar = (struct calendar){0};
}

void calendar_add_holiday(struct calendar *calendar,
			  const struct holiday *holiday)
{
	struct holiday *added;

	calendar->holidays =
	    mem_resize(calendar->holidays, calendar->holiday_count + 1,
		       sizeof(*calendar->holidays));
	added = &calendar->holidays[calendar->holiday_count++];
	*added = *holiday;
	added->name = mem_copy(holiday->name);
	added->rule_text = mem_copy(holiday->rule_text);
}

void calendar_add_day(struct calendar *calendar, const struct special_day *day)
{
	struct special_day *added;

	calendar->days = mem_resize(calendar->days, calendar->day_count + 1,
				    sizeof(*calendar->days));
	added = &calendar->days[calendar->day_count++];
	*added = *day;
	added->reason = mem_copy(day->reason);
}

static const struct special_day *special(const struct calendar *calendar,
					 struct day day)
{
	for (size_t i = 0; i < calendar->day_count; i++)
		if (day_compare(calendar->days[i].day, day) == 0)
			return &calendar->days[i];
	return NULL;
}

/* The holiday that closes the day, on its own day or where it is observed. */
static const struct holiday *holiday_on(const struct calendar *calendar,
					struct day day)
{
	int year, month, day_of_month;

	day_parts(day, &year, &month, &day_of_month);
	for (size_t i = 0; i < calendar->holiday_count; i++) {
		const struct holiday *holiday = &calendar->holidays[i];

		/* New Year's Day may be observed in the year before. */
		for (int y = year - 1; y <= year + 1; y++)
			if (day_compare(holiday_day(holiday, y), day) == 0 ||
			    day_compare(holiday_observed_day(holiday, y),
					day) == 0)
				return holiday;
	}
	return NULL;
}

/* Whether the weekday's every other one falls on this day. */
static bool is_other(const struct opening *opening, struct day day)
{
	int distance;

	if (opening->other_from.text[0] == '\0')
		return false;
	distance = day_distance(opening->other_from, day);
	return distance >= 0 && distance % 14 == 0;
}

static const struct opening *opening_of(const struct calendar *calendar,
					struct day day)
{
	return &calendar->weekdays[day_weekday(day)];
}

struct hours calendar_hours(const struct calendar *calendar, struct day day)
{
	const struct special_day *apart = special(calendar, day);
	const struct opening *opening = opening_of(calendar, day);

	if (apart != NULL)
		return apart->hours;
	if (opening->hours.count == 0 || is_other(opening, day) ||
	    holiday_on(calendar, day) != NULL)
		return (struct hours){0};
	return opening->hours;
}

static bool is_open(const struct calendar *calendar, struct day day)
{
	return calendar_hours(calendar, day).count > 0;
}

const char *calendar_why_closed(const struct calendar *calendar, struct day day)
{
	const struct special_day *apart = special(calendar, day);
	const struct opening *opening = opening_of(calendar, day);
	const struct holiday *holiday;

	if (apart != NULL)
		return apart->hours.count > 0 ? NULL : apart->reason;
	holiday = holiday_on(calendar, day);
	if (holiday != NULL)
		return holiday->name;
	if (opening->hours.count == 0)
		return _(when_weekdays[day_weekday(day)]);
	return is_other(opening, day) ? _(every_other[day_weekday(day)]) : NULL;
}

const struct special_day *calendar_set_apart(const struct calendar *calendar,
					     struct day day)
{
	return special(calendar, day);
}

const char *calendar_exception(const struct calendar *calendar, struct day day)
{
	const struct special_day *apart = special(calendar, day);
	const struct holiday *holiday;

	if (apart != NULL)
		return apart->reason;
	if (opening_of(calendar, day)->hours.count == 0)
		return NULL;
	holiday = holiday_on(calendar, day);
	return holiday != NULL ? holiday->name : NULL;
}

bool calendar_is_within(const struct calendar *calendar, struct day day,
			int minute)
{
	struct hours hours = calendar_hours(calendar, day);

	for (size_t i = 0; i < hours.count; i++)
		if (minute >= hours.spans[i].from &&
		    minute <= hours.spans[i].to)
			return true;
	return false;
}

static int last_minute(const struct hours *hours)
{
	int minute = hours->spans[hours->count - 1].to;

	return minute < MINUTES_OF_DAY ? minute : MINUTES_OF_DAY - 1;
}

int calendar_closing(const struct calendar *calendar, struct day day)
{
	struct hours hours = calendar_hours(calendar, day);
	struct error unused = {0};
	struct day next;

	if (hours.count == 0)
		hours = opening_of(calendar, day)->hours;
	if (hours.count == 0 &&
	    calendar_next_open(calendar, day, &next, &unused))
		hours = calendar_hours(calendar, next);
	return hours.count > 0 ? last_minute(&hours) : CLOSING_USUAL;
}

bool calendar_next_open(const struct calendar *calendar, struct day day,
			struct day *out, struct error *err)
{
	*out = day;
	for (int i = 0; i < YEAR_DAYS; i++) {
		*out = day_plus(*out, 1);
		/* The calendar ends with the year 9999. */
		if (out->text[0] == '\0')
			break;
		if (is_open(calendar, *out))
			return true;
	}
	*out = (struct day){""};
	return error_set(err, ERROR_INVALID, "when",
			 _("The calendar has no open day within a "
			   "year: set its hours, or give a day."));
}

bool calendar_business_days(const struct calendar *calendar, struct day day,
			    int count, struct day *out, struct error *err)
{
	*out = day;
	for (int i = 0; i < count; i++)
		if (!calendar_next_open(calendar, *out, out, err))
			return false;
	return true;
}
