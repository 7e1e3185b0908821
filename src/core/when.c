/*
 * when.c - "by when", as people say it
 *
 * The text becomes words; a day is read from the front of them, then a time;
 * whatever stays unread makes the whole not understood. What was understood
 * is shown back in full, so a wrong guess is seen.
 */
#include "frontdesk/core/when.h"

#include <stdio.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"

#define WORD_COUNT 8
#define WORD_LEN 16
#define DAYS_MOST 730

static const char *const weekdays[] = {
    N_("Sunday"),   N_("Monday"), N_("Tuesday"),  N_("Wednesday"),
    N_("Thursday"), N_("Friday"), N_("Saturday"),
};

static const char *const months[] = {
    N_("January"),   N_("February"), N_("March"),    N_("April"),
    N_("May"),	     N_("June"),     N_("July"),     N_("August"),
    N_("September"), N_("October"),  N_("November"), N_("December"),
};

struct reading {
	char words[WORD_COUNT][WORD_LEN];
	size_t count, at;
	const struct local *now;
	struct day today, day; /* day.text "": none read */
	int minute;	       /* -1: none read */
	bool is_gone;	       /* a day that does not exist */
};

static bool reading_split(struct reading *reading, const char *text)
{
	while (*text != '\0') {
		size_t len = 0;

		text += strspn(text, " ,\t");
		if (*text == '\0')
			break;
		if (reading->count == WORD_COUNT)
			return false;
		for (; *text != '\0' && strchr(" ,\t", *text) == NULL; text++) {
			char c = *text;

			if (c == '.') /* "p.m.", "nov." */
				continue;
			if (len == WORD_LEN - 1)
				return false;
			if (c >= 'A' && c <= 'Z')
				c = (char)(c - 'A' + 'a');
			reading->words[reading->count][len++] = c;
		}
		if (len > 0)
			reading->count++;
	}
	return reading->count > 0;
}

static const char *word(const struct reading *reading, size_t ahead)
{
	size_t at = reading->at + ahead;

	return at < reading->count ? reading->words[at] : "";
}

static bool take(struct reading *reading, const char *wanted)
{
	if (strcmp(word(reading, 0), wanted) != 0)
		return false;
	reading->at++;
	return true;
}

/* The place of the name that word begins, three letters or more; -1. */
static int name_index(const char *text, const char *const *names, size_t count)
{
	size_t len = strlen(text);

	for (size_t i = 0; len >= 3 && i < count; i++) {
		size_t j = 0;

		while (j < len && (text[j] == names[i][j] ||
				   text[j] == names[i][j] - 'A' + 'a'))
			j++;
		if (j == len)
			return (int)i;
	}
	/* As people write them short, beyond three letters. */
	if (count == MEM_COUNT(weekdays) && strcmp(text, "thurs") == 0)
		return 4;
	return -1;
}

/* All of text as a number of at most four digits; -1. */
static int whole_number(const char *text)
{
	int number = 0;
	size_t len = strlen(text);

	if (len == 0 || len > 4 || strspn(text, "0123456789") != len)
		return -1;
	for (; *text != '\0'; text++)
		number = number * 10 + (*text - '0');
	return number;
}

static void set_day(struct reading *reading, int year, int month, int day)
{
	struct error unused = {0};
	char text[40];

	/* No year: this one's, or the next where that has passed. */
	for (int tries = 0; tries < 2; tries++) {
		int tried = year != 0 ? year : reading->now->year + tries;

		snprintf(text, sizeof(text), "%04d-%02d-%02d", tried, month,
			 day);
		if (day_parse(text, "when", &reading->day, &unused) &&
		    (year != 0 ||
		     day_compare(reading->day, reading->today) >= 0))
			return;
	}
	reading->is_gone = true;
	reading->day = reading->today;
}

static int year_of(int number)
{
	return number >= 0 && number < 100 ? 2000 + number : number;
}

/* "11/27", "11/27/2026", "2026-11-27" */
static bool read_digits(struct reading *reading)
{
	int a = 0, b = 0, c = 0, end = 0;
	const char *text = word(reading, 0);

	if (sscanf(text, "%4d-%2d-%2d%n", &a, &b, &c, &end) == 3 &&
	    text[end] == '\0' && a > 999)
		set_day(reading, a, b, c);
	else if (sscanf(text, "%2d/%2d/%4d%n", &a, &b, &c, &end) == 3 &&
		 text[end] == '\0' && a > 0 && b > 0 && c >= 0)
		set_day(reading, year_of(c), a, b);
	else if (sscanf(text, "%2d/%2d%n", &a, &b, &end) == 2 &&
		 text[end] == '\0' && a > 0 && b > 0)
		set_day(reading, 0, a, b);
	else
		return false;
	reading->at++;
	return true;
}

/* "27", "27th" */
static int day_of_month(const char *text)
{
	int number = 0, end = 0;

	if (sscanf(text, "%2d%n", &number, &end) != 1 || number < 1)
		return -1;
	text += end;
	if (*text == '\0' || strcmp(text, "st") == 0 ||
	    strcmp(text, "nd") == 0 || strcmp(text, "rd") == 0 ||
	    strcmp(text, "th") == 0)
		return number;
	return -1;
}

/* "nov 27", "27 november", each with a year behind or not */
static bool read_month(struct reading *reading)
{
	int month = name_index(word(reading, 0), months, MEM_COUNT(months));
	int day = day_of_month(word(reading, month >= 0 ? 1 : 0));
	int year;

	if (month < 0)
		month = name_index(word(reading, 1), months, MEM_COUNT(months));
	if (month < 0 || day < 0)
		return false;
	reading->at += 2;
	year = whole_number(word(reading, 0));
	if (year > 1999)
		reading->at++;
	set_day(reading, year > 1999 ? year : 0, month + 1, day);
	return true;
}

static struct day plus_business_days(struct day day, int count)
{
	while (count > 0) {
		int weekday;

		day = day_plus(day, 1);
		weekday = day_weekday(day);
		if (weekday != 0 && weekday != 6)
			count--;
	}
	return day;
}

/* "3 days", "2 business days", "a week" */
static bool read_count(struct reading *reading)
{
	int count = whole_number(word(reading, 0));
	size_t used = 1;
	bool is_business;

	if (count < 0 && (strcmp(word(reading, 0), "a") == 0 ||
			  strcmp(word(reading, 0), "one") == 0))
		count = 1;
	if (count < 0 || count > DAYS_MOST)
		return false;
	is_business = strcmp(word(reading, used), "business") == 0 ||
		      strcmp(word(reading, used), "working") == 0;
	used += is_business;
	if (strcmp(word(reading, used), "day") == 0 ||
	    strcmp(word(reading, used), "days") == 0)
		reading->day = is_business
				   ? plus_business_days(reading->today, count)
				   : day_plus(reading->today, count);
	else if (!is_business && (strcmp(word(reading, used), "week") == 0 ||
				  strcmp(word(reading, used), "weeks") == 0))
		reading->day = day_plus(reading->today, 7 * count);
	else
		return false;
	reading->at += used + 1;
	return true;
}

/*
 * "fri" is the first Friday after today; "next friday" the one of the next
 * week, weeks beginning on Monday.
 */
static bool read_weekday(struct reading *reading)
{
	bool is_next = strcmp(word(reading, 0), "next") == 0;
	bool is_this = strcmp(word(reading, 0), "this") == 0;
	size_t ahead = is_next || is_this ? 1 : 0;
	int wanted =
	    name_index(word(reading, ahead), weekdays, MEM_COUNT(weekdays));
	int today = day_weekday(reading->today);

	if (wanted < 0)
		return false;
	if (is_next) {
		int monday = 7 - (today + 6) % 7;

		reading->day =
		    day_plus(reading->today, monday + (wanted + 6) % 7);
	} else {
		reading->day =
		    day_plus(reading->today, 1 + (wanted - today + 6) % 7);
	}
	reading->at += ahead + 1;
	return true;
}

static bool read_day(struct reading *reading)
{
	while (take(reading, "by") || take(reading, "on") ||
	       take(reading, "in") || take(reading, "within"))
		;
	if (take(reading, "today")) {
		reading->day = reading->today;
		return true;
	}
	if (take(reading, "tomorrow") || take(reading, "tmrw")) {
		reading->day = day_plus(reading->today, 1);
		return true;
	}
	return read_weekday(reading) || read_digits(reading) ||
	       read_month(reading) || read_count(reading);
}

/* "3pm", "3 pm", "3:30pm", "15:30", "noon" */
static bool read_time(struct reading *reading)
{
	int hour = 0, minute = 0, end = 0;
	const char *text, *half;
	bool has_minutes, is_pm, is_half;

	while (take(reading, "at") || take(reading, "by") ||
	       take(reading, "before"))
		;
	if (take(reading, "noon")) {
		reading->minute = 12 * 60;
		return true;
	}
	text = word(reading, 0);
	has_minutes =
	    sscanf(text, "%2d:%2d%n", &hour, &minute, &end) == 2 && end > 0;
	if (!has_minutes) {
		minute = 0;
		if (sscanf(text, "%2d%n", &hour, &end) != 1)
			return false;
	}
	half = text[end] != '\0' ? text + end : word(reading, 1);
	is_pm = strcmp(half, "pm") == 0 || strcmp(half, "p") == 0;
	is_half = is_pm || strcmp(half, "am") == 0 || strcmp(half, "a") == 0;
	if (text[end] != '\0' && !is_half)
		return false;
	if (hour < 0 || minute < 0 || minute > 59 ||
	    (!is_half && (!has_minutes || hour > 23)) ||
	    (is_half && (hour < 1 || hour > 12)))
		return false;
	if (is_half)
		hour = hour % 12 + (is_pm ? 12 : 0);
	reading->minute = hour * 60 + minute;
	reading->at += 1 + (is_half && text[end] == '\0');
	return true;
}

static bool not_understood(struct error *err)
{
	return error_set(err, ERROR_INVALID, "when", "%s",
			 _("Say by when as in fri, tomorrow 3pm, nov 27, "
			   "2 business days."));
}

bool when_parse(const char *text, const struct local *now, int closes_minute,
		struct local *out, struct error *err)
{
	struct reading reading = {.now = now, .minute = -1};
	bool has_day;

	*out = (struct local){0};
	reading.today = day_make(now->year, now->month, now->day);
	if (text == NULL || !reading_split(&reading, text))
		return not_understood(err);
	has_day = read_day(&reading);
	if (reading.at < reading.count)
		read_time(&reading);
	/* "3pm friday": the time may stand first. */
	if (!has_day && reading.minute >= 0 && reading.at < reading.count)
		has_day = read_day(&reading);
	if (reading.at < reading.count || (!has_day && reading.minute < 0))
		return not_understood(err);
	if (reading.is_gone)
		return error_set(err, ERROR_INVALID, "when", "%s",
				 _("There is no such day: look at the "
				   "calendar."));
	if (!has_day)
		reading.day = reading.today;
	if (reading.minute < 0)
		reading.minute = closes_minute < 1440 ? closes_minute : 1439;
	if (day_compare(reading.day, reading.today) < 0 ||
	    (day_compare(reading.day, reading.today) == 0 &&
	     reading.minute <= now->hour * 60 + now->minute))
		return error_set(err, ERROR_INVALID, "when", "%s",
				 _("That has passed: give a later day or "
				   "time."));
	day_parts(reading.day, &out->year, &out->month, &out->day);
	out->hour = reading.minute / 60;
	out->minute = reading.minute % 60;
	out->weekday = day_weekday(reading.day);
	return true;
}

void when_format(const struct local *when, char out[64])
{
	int hour = when->hour % 12 == 0 ? 12 : when->hour % 12;

	snprintf(out, 64, "%s, %s %d, %d:%02d %s", _(weekdays[when->weekday]),
		 _(months[when->month - 1]), when->day, hour, when->minute,
		 when->hour < 12 ? _("am") : _("pm"));
}
