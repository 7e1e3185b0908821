/*
 * when.c - "by when", as people say it
 *
 * The text becomes words; a day is read from the front of them, then a time;
 * whatever stays unread makes the whole not understood. What was understood
 * is shown back in full, so a wrong guess is seen.
 */
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "when_private.h"

bool when_split(struct reading *reading, const char *text)
{
	while (*text != '\0') {
		size_t len = 0;

		text += strspn(text, " ,\t");
		if (*text == '\0')
			break;
		if (reading->count == WHEN_WORDS)
			return false;
		for (; *text != '\0' && strchr(" ,\t", *text) == NULL; text++) {
			if (*text == '.') /* "p.m.", "nov." */
				continue;
			if (len == WHEN_WORD_SIZE - 1)
				return false;
			reading->words[reading->count][len++] =
			    when_plain(&text);
		}
		if (len > 0)
			when_english(reading->words[reading->count++]);
	}
	return reading->count > 0;
}

const char *when_word(const struct reading *reading, size_t ahead)
{
	size_t at = reading->at + ahead;

	return at < reading->count ? reading->words[at] : "";
}

bool when_take(struct reading *reading, const char *wanted)
{
	if (strcmp(when_word(reading, 0), wanted) != 0)
		return false;
	reading->at++;
	return true;
}

bool when_take_all(struct reading *reading, const char *wanted)
{
	size_t at = reading->at;
	struct reading words = {0};

	if (!when_split(&words, wanted))
		return false;
	for (size_t i = 0; i < words.count; i++)
		if (!when_take(reading, words.words[i])) {
			reading->at = at;
			return false;
		}
	return true;
}

/* A time that has a name; morning is over at noon, and "by" is its end. */
static bool read_named_time(struct reading *reading)
{
	static const struct {
		const char *words;
		int minute;
	} names[] = {
	    {"noon", 12 * 60},
	    {"midday", 12 * 60},
	    {"this morning", 12 * 60},
	    {"morning", 12 * 60},
	    {"this afternoon", WHEN_CLOSING},
	    {"afternoon", WHEN_CLOSING},
	    {"end of day", WHEN_CLOSING},
	    {"end of the day", WHEN_CLOSING},
	    {"end of business", WHEN_CLOSING},
	    {"close of business", WHEN_CLOSING},
	    {"eod", WHEN_CLOSING},
	    {"cob", WHEN_CLOSING},
	    {"closing time", WHEN_CLOSING},
	    {"closing", WHEN_CLOSING},
	    {"close", WHEN_CLOSING},
	};

	/* The longer one first: "closing time" begins with "closing". */
	for (size_t i = 0; i < MEM_COUNT(names); i++)
		if (when_take_all(reading, names[i].words)) {
			reading->minute = names[i].minute;
			return true;
		}
	return false;
}

/* "3pm", "3 pm", "3:30pm", "15:30", "noon" */
static bool read_time(struct reading *reading)
{
	int hour = 0, minute = 0, end = 0;
	const char *text, *half;
	bool has_minutes, is_pm, is_half;

	while (when_take(reading, "at") || when_take(reading, "by") ||
	       when_take(reading, "before") || when_take(reading, "the") ||
	       when_take(reading, "in"))
		;
	if (read_named_time(reading))
		return true;
	text = when_word(reading, 0);
	has_minutes =
	    sscanf(text, "%2d:%2d%n", &hour, &minute, &end) == 2 && end > 0;
	if (!has_minutes) {
		minute = 0;
		if (sscanf(text, "%2d%n", &hour, &end) != 1)
			return false;
	}
	half = text[end] != '\0' ? text + end : when_word(reading, 1);
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

static const char say_when[] = N_("Say by when as in fri, tomorrow 3pm, "
				  "nov 27, 2 business days.");
static const char say_day[] =
    N_("Give a day alone, as in fri, nov 27 or 2026-11-27.");

static bool not_understood(const char *how, struct error *err)
{
	return error_set(err, ERROR_INVALID, "when", "%s", _(how));
}

static bool is_timed(const struct reading *reading)
{
	return reading->minute != WHEN_UNREAD;
}

/* All the words, a day and a time in either order. */
static bool read_all(struct reading *reading)
{
	bool has_day = when_read_length(reading) || when_read_day(reading);

	if (reading->at < reading->count && !is_timed(reading))
		read_time(reading);
	/* "3pm friday": the time may stand first. */
	if (!has_day && is_timed(reading) && reading->at < reading->count)
		has_day = when_read_day(reading);
	if (!has_day)
		reading->day = reading->today;
	return reading->at == reading->count && (has_day || is_timed(reading));
}

/* What the words say, before it is asked whether that has passed; how: what to
 * say of what is not understood. */
static bool read_text(struct reading *reading, const char *text,
		      const char *how, struct error *err)
{
	const struct local *now = reading->now;

	reading->minute = WHEN_UNREAD;
	reading->today = day_make(now->year, now->month, now->day);
	if (text == NULL || !when_split(reading, text) || !read_all(reading))
		return not_understood(how, err);
	if (reading->is_endless)
		return error_set(err, ERROR_INVALID, "when", "%s",
				 _("The site's calendar has no open day: give "
				   "a date, and have its hours set."));
	if (reading->is_gone || reading->day.text[0] == '\0')
		return error_set(err, ERROR_INVALID, "when", "%s",
				 _("There is no such day: look at the "
				   "calendar."));
	return true;
}

static bool has_passed(struct error *err)
{
	return error_set(err, ERROR_INVALID, "when", "%s",
			 _("That has passed: give a later day or time."));
}

bool when_parse(const char *text, const struct local *now,
		const struct calendar *calendar, struct local *out,
		struct error *err)
{
	struct reading reading = {.now = now, .calendar = calendar};

	*out = (struct local){0};
	if (!read_text(&reading, text, say_when, err))
		return false;
	if (reading.minute < 0)
		reading.minute = calendar_closing(calendar, reading.day);
	if (day_compare(reading.day, reading.today) < 0 ||
	    (day_compare(reading.day, reading.today) == 0 &&
	     reading.minute <= now->hour * 60 + now->minute))
		return has_passed(err);
	day_parts(reading.day, &out->year, &out->month, &out->day);
	out->hour = reading.minute / 60;
	out->minute = reading.minute % 60;
	out->weekday = day_weekday(reading.day);
	return true;
}

int when_minutes(const char *text, const struct local *now,
		 const struct calendar *calendar)
{
	struct reading reading = {.now = now, .calendar = calendar};
	struct error unused = {0};

	return read_text(&reading, text, say_when, &unused) ? reading.ahead : 0;
}

bool when_parse_day(const char *text, const struct local *now,
		    const struct calendar *calendar, struct day *out,
		    struct error *err)
{
	struct reading reading = {.now = now, .calendar = calendar};

	*out = (struct day){""};
	if (!read_text(&reading, text, say_day, err))
		return false;
	if (is_timed(&reading))
		return not_understood(say_day, err);
	if (day_compare(reading.day, reading.today) < 0)
		return has_passed(err);
	*out = reading.day;
	return true;
}
