/*
 * when_shown.c - what was understood, shown back
 */
#include <stdio.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "when_private.h"

void when_format(const struct local *when, char out[64])
{
	int hour = when->hour % 12 == 0 ? 12 : when->hour % 12;

	snprintf(out, 64, "%s, %s %d, %d:%02d %s",
		 _(when_weekdays[when->weekday]),
		 _(when_months[when->month - 1]), when->day, hour, when->minute,
		 when->hour < 12 ? _("am") : _("pm"));
}

/* "Monday, November 30" */
static void add_day(struct day day, struct str *out)
{
	int year, month, day_of_month;

	day_parts(day, &year, &month, &day_of_month);
	str_addf(out, "%s, %s %d", _(when_weekdays[day_weekday(day)]),
		 _(when_months[month - 1]), day_of_month);
}

void when_format_day(struct day day, char out[WHEN_PAPER_SIZE])
{
	struct str text = STR_INIT;

	add_day(day, &text);
	snprintf(out, WHEN_PAPER_SIZE, "%s, %.4s", str_text(&text), day.text);
	str_release(&text);
}

void when_format_whole(const struct local *when, char out[WHEN_PAPER_SIZE])
{
	char day[WHEN_PAPER_SIZE], minute[12];

	when_format_day(day_make(when->year, when->month, when->day), day);
	local_format_minute(when, minute);
	snprintf(out, WHEN_PAPER_SIZE, "%.80s, %s", day, minute);
}

bool when_note(const struct local *when, const struct calendar *calendar,
	       char out[WHEN_NOTE_SIZE])
{
	struct day day = day_make(when->year, when->month, when->day), next;
	const char *why = calendar_why_closed(calendar, day);
	struct hours hours = calendar_hours(calendar, day);
	struct str text = STR_INIT;
	struct error unused = {0};
	char shown[80];

	out[0] = '\0';
	if (calendar_is_within(calendar, day, when->hour * 60 + when->minute))
		return false;
	if (hours.count > 0) {
		hours_format(&hours, shown);
		str_addf(&text, _("outside hours that day: %s"), shown);
	} else {
		str_addf(&text, _("closed then (%s)"), why != NULL ? why : "");
		if (calendar_next_open(calendar, day, &next, &unused)) {
			str_add(&text, _("; next open "));
			add_day(next, &text);
		}
	}
	snprintf(out, WHEN_NOTE_SIZE, "%s", str_text(&text));
	str_release(&text);
	return true;
}
