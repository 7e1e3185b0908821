/*
 * when_day.c - a day, as people say it
 */
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "when_private.h"

const char *const when_weekdays[7] = {
    N_("Sunday"),   N_("Monday"), N_("Tuesday"),  N_("Wednesday"),
    N_("Thursday"), N_("Friday"), N_("Saturday"),
};

const char *const when_months[12] = {
    N_("January"),   N_("February"), N_("March"),    N_("April"),
    N_("May"),	     N_("June"),     N_("July"),     N_("August"),
    N_("September"), N_("October"),  N_("November"), N_("December"),
};

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
	if (count == MEM_COUNT(when_weekdays) && strcmp(text, "thurs") == 0)
		return 4;
	return -1;
}

int when_weekday(const char *text)
{
	return name_index(text, when_weekdays, MEM_COUNT(when_weekdays));
}

int when_month(const char *text)
{
	return name_index(text, when_months, MEM_COUNT(when_months)) + 1;
}

int when_number(const char *text)
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
	const char *text = when_word(reading, 0);

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
	int month = when_month(when_word(reading, 0));
	int day = day_of_month(when_word(reading, month > 0 ? 1 : 0));
	int year;

	if (month == 0)
		month = when_month(when_word(reading, 1));
	if (month == 0 || day < 0)
		return false;
	reading->at += 2;
	year = when_number(when_word(reading, 0));
	if (year > 1999)
		reading->at++;
	set_day(reading, year > 1999 ? year : 0, month, day);
	return true;
}

/*
 * "fri" is the first Friday after today; "next friday" the one of the next
 * week ("friday next week" too), weeks beginning on Monday.
 */
static bool read_weekday(struct reading *reading)
{
	bool is_next = strcmp(when_word(reading, 0), "next") == 0;
	bool is_this = strcmp(when_word(reading, 0), "this") == 0;
	size_t ahead = is_next || is_this ? 1 : 0;
	int wanted = when_weekday(when_word(reading, ahead));
	int today = day_weekday(reading->today);

	if (wanted < 0)
		return false;
	reading->at += ahead + 1;
	if (when_take_all(reading, "next week"))
		is_next = true;
	if (is_next) {
		int monday = 7 - (today + 6) % 7;

		reading->day =
		    day_plus(reading->today, monday + (wanted + 6) % 7);
	} else {
		reading->day =
		    day_plus(reading->today, 1 + (wanted - today + 6) % 7);
	}
	return true;
}

bool when_read_day(struct reading *reading)
{
	while (when_take(reading, "by") || when_take(reading, "on") ||
	       when_take(reading, "before") || when_take(reading, "the"))
		;
	reading->day = reading->today;
	if (when_take(reading, "today"))
		return true;
	if (when_take(reading, "tomorrow") || when_take(reading, "tmrw")) {
		reading->day = day_plus(reading->today, 1);
		return true;
	}
	if (when_take_all(reading, "day after tomorrow")) {
		reading->day = day_plus(reading->today, 2);
		return true;
	}
	return read_weekday(reading) || read_digits(reading) ||
	       read_month(reading) || when_read_end(reading) ||
	       when_read_length(reading);
}
