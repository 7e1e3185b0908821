/*
 * calendar_holiday.c - the day of a holiday in each year, from its rule
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/calendar.h"
#include "when_private.h"

enum { PLUS_MOST = 200 };

static const char *const observed_names[] = {"same", "monday", "nearest"};

const char *holiday_observed_name(enum holiday_observed observed)
{
	return observed_names[observed];
}

bool holiday_observed_parse(const char *text, enum holiday_observed *out,
			    struct error *err)
{
	for (size_t i = 0; i < MEM_COUNT(observed_names); i++)
		if (str_same(text, observed_names[i])) {
			*out = (enum holiday_observed)i;
			return true;
		}
	return error_set(err, ERROR_INVALID, "observed",
			 _("observed must be same, monday or nearest"));
}

/* 1..4, -1 for "last", 0 for what is none of them. */
static int nth_of(const char *text)
{
	static const char *const names[][2] = {
	    {"1st", "first"},
	    {"2nd", "second"},
	    {"3rd", "third"},
	    {"4th", "fourth"},
	};

	for (size_t i = 0; i < MEM_COUNT(names); i++)
		if (strcmp(text, names[i][0]) == 0 ||
		    strcmp(text, names[i][1]) == 0)
			return (int)i + 1;
	return strcmp(text, "last") == 0 ? -1 : 0;
}

/* "+1", "-2" */
static bool read_plus(struct reading *reading, struct holiday *out)
{
	const char *text = when_word(reading, 0);
	int sign = text[0] == '-' ? -1 : 1;
	int number;

	if (text[0] != '+' && text[0] != '-')
		return true;
	number = when_number(text + 1);
	if (number < 0 || number > PLUS_MOST)
		return false;
	out->plus = sign * number;
	reading->at++;
	return true;
}

static bool read_fixed(struct reading *reading, struct holiday *out)
{
	out->rule = HOLIDAY_FIXED;
	out->month = when_month(when_word(reading, 0));
	out->day = when_number(when_word(reading, 1));
	reading->at += 2;
	/* 2024 has every day that a year may have. */
	return out->month > 0 && out->day > 0 &&
	       holiday_day(out, 2024).text[0] != '\0';
}

static bool read_nth(struct reading *reading, struct holiday *out)
{
	out->rule = HOLIDAY_WEEKDAY;
	out->nth = nth_of(when_word(reading, 0));
	out->weekday = when_weekday(when_word(reading, 1));
	out->month = when_month(when_word(reading, 2));
	reading->at += 3;
	return out->nth != 0 && out->weekday >= 0 && out->month > 0 &&
	       read_plus(reading, out);
}

bool holiday_rule_parse(const char *text, struct holiday *out,
			struct error *err)
{
	struct reading reading = {0};
	bool is_read = false;

	out->month = out->day = out->nth = out->weekday = out->plus = 0;
	if (text != NULL && when_split(&reading, text)) {
		if (when_take(&reading, "easter")) {
			out->rule = HOLIDAY_EASTER;
			is_read = read_plus(&reading, out);
		} else if (nth_of(when_word(&reading, 0)) != 0) {
			is_read = read_nth(&reading, out);
		} else {
			is_read = read_fixed(&reading, out);
		}
	}
	return (is_read && reading.at == reading.count) ||
	       error_set(err, ERROR_INVALID, "rule",
			 _("write the day as “july 4”, “3rd mon january”, "
			   "“last mon may”, “4th thu november +1” or "
			   "“easter -2”"));
}

struct day calendar_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4;
	int l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;

	return day_make(year, n / 31, n % 31 + 1);
}

static struct day nth_weekday(const struct holiday *holiday, int year)
{
	struct day first = day_make(year, holiday->month, 1);

	if (holiday->nth < 0) {
		struct day last =
		    holiday->month == 12
			? day_make(year, 12, 31)
			: day_plus(day_make(year, holiday->month + 1, 1), -1);

		return day_plus(
		    last, -((day_weekday(last) - holiday->weekday + 7) % 7));
	}
	return day_plus(first, (holiday->weekday - day_weekday(first) + 7) % 7 +
				   7 * (holiday->nth - 1));
}

struct day holiday_day(const struct holiday *holiday, int year)
{
	struct error unused = {0};
	struct day day;

	if (year < 1 || year > 9999)
		return (struct day){""};
	switch (holiday->rule) {
	case HOLIDAY_WEEKDAY:
		return day_plus(nth_weekday(holiday, year), holiday->plus);
	case HOLIDAY_EASTER:
		return day_plus(calendar_easter(year), holiday->plus);
	case HOLIDAY_FIXED:
		break;
	}
	if (!day_parse(day_make(year, holiday->month, holiday->day).text,
		       "rule", &day, &unused))
		return (struct day){""};
	return day;
}

struct day holiday_observed_day(const struct holiday *holiday, int year)
{
	struct day day = holiday_day(holiday, year);
	int weekday = day_weekday(day);

	if (weekday == 0 && holiday->observed != OBSERVED_SAME)
		return day_plus(day, 1);
	if (weekday == 6 && holiday->observed == OBSERVED_NEAREST)
		return day_plus(day, -1);
	return day;
}
