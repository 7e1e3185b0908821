/*
 * clock_day.c - days and wall times as records give them
 */
#include "frontdesk/base/clock.h"

#include <string.h>

#include "frontdesk/base/intl.h"

/* Days since 1970-01-01 of the proleptic Gregorian calendar, and back. */
static int days_from(int year, int month, int day)
{
	int era, year_of_era, day_of_year;

	/* Years begin in March, so that the leap day is the last. */
	year -= month <= 2 ? 1 : 0;
	era = (year >= 0 ? year : year - 399) / 400;
	year_of_era = year - era * 400;
	day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + year_of_era * 365 + year_of_era / 4 -
	       year_of_era / 100 + day_of_year - 719468;
}

static void days_to(int days, int *year, int *month, int *day)
{
	int era, day_of_era, year_of_era, day_of_year, shifted;

	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	day_of_era = days - era * 146097;
	year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
		       day_of_era / 146096) /
		      365;
	day_of_year = day_of_era -
		      (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	shifted = (5 * day_of_year + 2) / 153;
	*day = day_of_year - (153 * shifted + 2) / 5 + 1;
	*month = shifted < 10 ? shifted + 3 : shifted - 9;
	*year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

/* Exactly count digits; -1 where there are others. */
static int digits(const char *text, int count)
{
	int i, number = 0;

	for (i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		number = number * 10 + (text[i] - '0');
	}
	return number;
}

static void put_digits(char *out, int number, int count)
{
	while (count > 0) {
		out[--count] = (char)('0' + number % 10);
		number /= 10;
	}
}

static bool day_exists(int year, int month, int day)
{
	int y, m, d;

	if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	days_to(days_from(year, month, day), &y, &m, &d);
	return y == year && m == month && d == day;
}

/* The first ten bytes of text (which may end earlier) as a day. */
static bool day_read(const char *text, int *year, int *month, int *day)
{
	if (strnlen(text, 10) < 10 || text[4] != '-' || text[7] != '-')
		return false;
	*year = digits(text, 4);
	*month = digits(text + 5, 2);
	*day = digits(text + 8, 2);
	return *year >= 0 && *month >= 0 && *day >= 0;
}

bool day_parse(const char *text, const char *field, struct day *out,
	       struct error *err)
{
	int year, month, day;

	memset(out, 0, sizeof(*out));
	if (text == NULL || !day_read(text, &year, &month, &day) ||
	    text[10] != '\0')
		return error_set(err, ERROR_INVALID, field,
				 _("this is not a day: write it as "
				   "2026-11-23"));
	if (!day_exists(year, month, day))
		return error_set(err, ERROR_INVALID, field,
				 _("the day %s does not exist: look at the "
				   "calendar"),
				 text);
	*out = day_make(year, month, day);
	return true;
}

struct day day_make(int year, int month, int day)
{
	struct day made = {"0000-00-00"};

	if (year < 0 || year > 9999)
		return (struct day){""};
	put_digits(made.text, year, 4);
	put_digits(made.text + 5, month, 2);
	put_digits(made.text + 8, day, 2);
	return made;
}

void day_parts(struct day day, int *year, int *month, int *day_of_month)
{
	if (!day_read(day.text, year, month, day_of_month))
		*year = *month = *day_of_month = 0;
}

static int day_number(struct day day)
{
	int year, month, day_of_month;

	day_parts(day, &year, &month, &day_of_month);
	return month > 0 ? days_from(year, month, day_of_month) : 0;
}

struct day day_plus(struct day day, int days)
{
	int year, month, day_of_month;

	if (day.text[0] == '\0')
		return day;
	days_to(day_number(day) + days, &year, &month, &day_of_month);
	return day_make(year, month, day_of_month);
}

int day_weekday(struct day day)
{
	/* The first of January 1970 was a Thursday. */
	return ((day_number(day) + 4) % 7 + 7) % 7;
}

int day_compare(struct day a, struct day b)
{
	return strcmp(a.text, b.text);
}

int day_distance(struct day from, struct day to)
{
	return day_number(to) - day_number(from);
}

/* Hours, minutes and perhaps seconds, to the end of the text. */
static bool time_read(const char *text, struct local *out)
{
	size_t len = strlen(text);

	if ((len != 5 && len != 8) || text[2] != ':')
		return false;
	out->hour = digits(text, 2);
	out->minute = digits(text + 3, 2);
	if (len == 8)
		out->second = text[5] == ':' ? digits(text + 6, 2) : -1;
	return out->hour >= 0 && out->hour < 24 && out->minute >= 0 &&
	       out->minute < 60 && out->second >= 0 && out->second < 60;
}

bool local_parse(const char *text, const char *field, struct local *out,
		 struct error *err)
{
	memset(out, 0, sizeof(*out));
	if (text == NULL ||
	    !day_read(text, &out->year, &out->month, &out->day) ||
	    (text[10] != 'T' && text[10] != ' ') ||
	    !time_read(text + 11, out)) {
		memset(out, 0, sizeof(*out));
		return error_set(err, ERROR_INVALID, field,
				 _("this is not a local time: write it as "
				   "2026-11-23T14:05"));
	}
	if (!day_exists(out->year, out->month, out->day)) {
		memset(out, 0, sizeof(*out));
		return error_set(err, ERROR_INVALID, field,
				 _("the day %.10s does not exist: look at the "
				   "calendar"),
				 text);
	}
	out->weekday = day_weekday(day_make(out->year, out->month, out->day));
	return true;
}
