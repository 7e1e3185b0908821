/*
 * calendar_hours.c - the hours of a day, as people write them
 */
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/calendar.h"

enum { HOURS_TEXT_SIZE = 64 };

/* Lower case, without blanks and dots; false where it is too long. */
static bool squeeze(const char *text, char out[HOURS_TEXT_SIZE])
{
	size_t len = 0;

	for (; *text != '\0'; text++) {
		char c = *text;

		if (c == ' ' || c == '\t' || c == '.')
			continue;
		if (len == HOURS_TEXT_SIZE - 1)
			return false;
		out[len++] = str_lower(c);
	}
	out[len] = '\0';
	return true;
}

/* At most two digits; -1 where there are none, or more. */
static int read_number(const char **text)
{
	size_t len = strspn(*text, "0123456789");
	int number = 0;

	if (len == 0 || len > 2)
		return -1;
	for (size_t i = 0; i < len; i++)
		number = number * 10 + (*text)[i] - '0';
	*text += len;
	return number;
}

static bool take(const char **text, const char *wanted)
{
	size_t len = strlen(wanted);

	if (strncmp(*text, wanted, len) != 0)
		return false;
	*text += len;
	return true;
}

/* "8", "8:30", "17:00", "5pm", "noon"; -1 where it is no time. */
static int read_minute(const char **text)
{
	int hour, minute = 0;
	bool is_pm;

	if (take(text, "noon"))
		return 12 * 60;
	hour = read_number(text);
	if (hour >= 0 && take(text, ":"))
		minute = read_number(text);
	if (hour < 0 || minute < 0 || minute > 59)
		return -1;
	is_pm = take(text, "pm");
	if (is_pm || take(text, "am")) {
		if (hour < 1 || hour > 12)
			return -1;
		hour = hour % 12 + (is_pm ? 12 : 0);
	}
	minute += hour * 60;
	return minute <= MINUTES_OF_DAY ? minute : -1;
}

static bool read_spans(const char *text, struct hours *out)
{
	while (out->count < HOURS_SPANS) {
		struct span *span = &out->spans[out->count];

		span->from = read_minute(&text);
		if (span->from < 0 || (!take(&text, "-") && !take(&text, "to")))
			return false;
		span->to = read_minute(&text);
		if (span->to <= span->from ||
		    (out->count > 0 && span->from <= span[-1].to))
			return false;
		out->count++;
		if (*text == '\0')
			return true;
		if (!take(&text, ","))
			return false;
	}
	return false;
}

bool hours_parse(const char *text, struct hours *out, struct error *err)
{
	char squeezed[HOURS_TEXT_SIZE] = "";

	*out = (struct hours){0};
	if (text != NULL && squeeze(text, squeezed)) {
		if (strcmp(squeezed, "closed") == 0 ||
		    read_spans(squeezed, out))
			return true;
	}
	*out = (struct hours){0};
	return error_set(err, ERROR_INVALID, "hours",
			 _("Write the hours as 8:00-17:00, or with a pause as "
			   "8:00-12:00,13:00-17:00, or closed."));
}

static void add_minute(int minute, struct str *out)
{
	int hour = minute / 60 % 24;

	str_addf(out, "%d:%02d %s", hour % 12 == 0 ? 12 : hour % 12,
		 minute % 60, hour < 12 ? _("am") : _("pm"));
}

void hours_format(const struct hours *hours, char out[80])
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < hours->count; i++) {
		str_add(&text, i > 0 ? ", " : "");
		add_minute(hours->spans[i].from, &text);
		str_add(&text, _(" to "));
		add_minute(hours->spans[i].to, &text);
	}
	snprintf(out, 80, "%s",
		 hours->count > 0 ? str_text(&text) : _("closed"));
	str_release(&text);
}
