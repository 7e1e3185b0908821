/*
 * when_length.c - how long from now, and the ends of weeks and months
 */
#include <string.h>

#include "frontdesk/base/mem.h"
#include "when_private.h"

enum {
	DAYS_MOST = 730,
	MINUTES_MOST = 7 * MINUTES_OF_DAY,
	PERIODS_MOST = 60, /* weeks or months looked at for an open day */
};

int when_count(const char *text)
{
	static const char *const names[] = {"a",     "one",  "two", "three",
					    "four",  "five", "six", "seven",
					    "eight", "nine", "ten"};

	if (strcmp(text, "an") == 0)
		return 1;
	for (size_t i = 0; i < MEM_COUNT(names); i++)
		if (strcmp(text, names[i]) == 0)
			return i == 0 ? 1 : (int)i;
	return when_number(text);
}

/* One of several words, parted by blanks. */
static bool take_any(struct reading *reading, const char *wanted)
{
	struct reading words = {0};

	if (!when_split(&words, wanted))
		return false;
	for (size_t i = 0; i < words.count; i++)
		if (when_take(reading, words.words[i]))
			return true;
	return false;
}

/* So many minutes from now, on the wall; the time is read with it. */
static bool set_minutes(struct reading *reading, int minutes)
{
	if (minutes > MINUTES_MOST)
		return false;
	reading->ahead = minutes;
	minutes += reading->now->hour * 60 + reading->now->minute;
	reading->day = day_plus(reading->today, minutes / MINUTES_OF_DAY);
	reading->minute = minutes % MINUTES_OF_DAY;
	return true;
}

static bool set_business_days(struct reading *reading, int count)
{
	struct error unused = {0};

	if (!calendar_business_days(reading->calendar, reading->today, count,
				    &reading->day, &unused)) {
		reading->is_endless = true;
		reading->day = reading->today;
	}
	return true;
}

static bool read_unit(struct reading *reading, int count)
{
	if (take_any(reading, "hour hours hr hrs"))
		return set_minutes(reading, count * 60);
	if (take_any(reading, "minute minutes min mins"))
		return set_minutes(reading, count);
	if (count > DAYS_MOST)
		return false;
	if (take_any(reading, "business working"))
		return take_any(reading, "day days") &&
		       set_business_days(reading, count);
	/* "2 días hábiles" has the word behind. */
	if (when_take_all(reading, "days business") ||
	    when_take_all(reading, "day business"))
		return set_business_days(reading, count);
	if (take_any(reading, "day days"))
		reading->day = day_plus(reading->today, count);
	else if (take_any(reading, "week weeks"))
		reading->day = day_plus(reading->today, 7 * count);
	else
		return false;
	return true;
}

/* "3 days", "2 business days", "a week", "in an hour", "half an hour" */
bool when_read_length(struct reading *reading)
{
	size_t at = reading->at;
	int count;

	while (take_any(reading, "in within by before"))
		;
	if (when_take_all(reading, "half an hour"))
		return set_minutes(reading, 30);
	count = when_count(when_word(reading, 0));
	if (count >= 0) {
		reading->at++;
		if (read_unit(reading, count))
			return true;
	}
	reading->at = at;
	return false;
}

/* The first day of the month of the day, so many months on. */
static struct day month_start(struct day day, int months)
{
	int year, month, day_of_month;

	day_parts(day, &year, &month, &day_of_month);
	month += months - 1;
	return day_make(year + month / 12, month % 12 + 1, 1);
}

/* A week from Monday, or a month: from its first day to before the next. */
static void period(const struct reading *reading, bool is_month, int on,
		   struct day *first, struct day *behind)
{
	if (is_month) {
		*first = month_start(reading->today, on);
		*behind = month_start(reading->today, on + 1);
		return;
	}
	*first = day_plus(reading->today,
			  7 * on - (day_weekday(reading->today) + 6) % 7);
	*behind = day_plus(*first, 7);
}

/* Whether the day's closing is still ahead. */
static bool is_ahead(const struct reading *reading, struct day day)
{
	int minute = reading->now->hour * 60 + reading->now->minute;
	int order = day_compare(day, reading->today);

	return order > 0 || (order == 0 &&
			     calendar_closing(reading->calendar, day) > minute);
}

/* The last open day of the period that is so many on, or of a later one. */
static bool set_end(struct reading *reading, bool is_month, int on)
{
	struct day first, behind;

	for (int i = 0; i < PERIODS_MOST; i++) {
		period(reading, is_month, on + i, &first, &behind);
		while (behind.text[0] != '\0' &&
		       day_compare(behind, first) > 0) {
			behind = day_plus(behind, -1);
			if (calendar_hours(reading->calendar, behind).count >
				0 &&
			    is_ahead(reading, behind)) {
				reading->day = behind;
				return true;
			}
		}
	}
	reading->is_endless = true;
	return true;
}

bool when_read_end(struct reading *reading)
{
	static const struct {
		const char *words;
		bool is_month;
		int on;
	} ends[] = {
	    {"end of week", false, 0},
	    {"end of the week", false, 0},
	    {"end of this week", false, 0},
	    {"this week", false, 0},
	    {"eow", false, 0},
	    {"next week", false, 1},
	    {"end of next week", false, 1},
	    {"end of month", true, 0},
	    {"end of the month", true, 0},
	    {"end of this month", true, 0},
	    {"this month", true, 0},
	    {"eom", true, 0},
	    {"end of next month", true, 1},
	    {"next month", true, 1},
	};

	for (size_t i = 0; i < MEM_COUNT(ends); i++)
		if (when_take_all(reading, ends[i].words))
			return set_end(reading, ends[i].is_month, ends[i].on);
	return false;
}
