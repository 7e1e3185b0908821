/*
 * clock_format.c - times and lengths as people read them
 */
#include "frontdesk/base/clock.h"

#include <stdio.h>

#include "frontdesk/base/intl.h"

static const char *const weekdays[] = {N_("Sun"), N_("Mon"), N_("Tue"),
				       N_("Wed"), N_("Thu"), N_("Fri"),
				       N_("Sat")};
static const char *const months[] = {
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};

void local_format_day(const struct local *local, char out[24])
{
	if (local->month < 1 || local->month > 12) {
		out[0] = '\0';
		return;
	}
	snprintf(out, 24, "%s %s %d", _(weekdays[local->weekday]),
		 _(months[local->month - 1]), local->day);
}

void local_format_minute(const struct local *local, char out[12])
{
	int hour = local->hour % 12;

	snprintf(out, 12, "%d:%02d %s", hour == 0 ? 12 : hour,
		 local->minute % 60, local->hour < 12 ? _("am") : _("pm"));
}

void local_format(const struct local *local, char out[24])
{
	char day[24], minute[12];

	local_format_day(local, day);
	local_format_minute(local, minute);
	/* Two places for the hour, so that a clock does not jump at ten. */
	snprintf(out, 24, "%.11s %8.11s", day, minute);
}

void day_format(struct day day, char out[24])
{
	struct local local = {0};

	day_parts(day, &local.year, &local.month, &local.day);
	local.weekday = day_weekday(day);
	local_format_day(&local, out);
}

void clock_format_length(int64_t length, char out[24])
{
	int64_t minutes = length > 0 ? length / CLOCK_MINUTE : 0;

	if (minutes < 60)
		snprintf(out, 24, _("%d min"), (int)minutes);
	else if (minutes < 48 * 60)
		snprintf(out, 24, _("%d h %d min"), (int)(minutes / 60),
			 (int)(minutes % 60));
	else
		snprintf(out, 24, _("%lld days"),
			 (long long)(minutes / (24 * 60)));
}
