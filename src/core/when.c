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
#include "when_private.h"

static bool reading_split(struct reading *reading, const char *text)
{
	while (*text != '\0') {
		size_t len = 0;

		text += strspn(text, " ,\t");
		if (*text == '\0')
			break;
		if (reading->count == WHEN_WORDS)
			return false;
		for (; *text != '\0' && strchr(" ,\t", *text) == NULL; text++) {
			char c = *text;

			if (c == '.') /* "p.m.", "nov." */
				continue;
			if (len == WHEN_WORD_SIZE - 1)
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

/* "3pm", "3 pm", "3:30pm", "15:30", "noon" */
static bool read_time(struct reading *reading)
{
	int hour = 0, minute = 0, end = 0;
	const char *text, *half;
	bool has_minutes, is_pm, is_half;

	while (when_take(reading, "at") || when_take(reading, "by") ||
	       when_take(reading, "before"))
		;
	if (when_take(reading, "noon")) {
		reading->minute = 12 * 60;
		return true;
	}
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
	has_day = when_read_day(&reading);
	if (reading.at < reading.count)
		read_time(&reading);
	/* "3pm friday": the time may stand first. */
	if (!has_day && reading.minute >= 0 && reading.at < reading.count)
		has_day = when_read_day(&reading);
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

	snprintf(out, 64, "%s, %s %d, %d:%02d %s",
		 _(when_weekdays[when->weekday]),
		 _(when_months[when->month - 1]), when->day, hour, when->minute,
		 when->hour < 12 ? _("am") : _("pm"));
}
