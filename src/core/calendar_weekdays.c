/*
 * calendar_weekdays.c - the week's hours: said, and asked for
 */
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/calendar.h"
#include "when_private.h"

static bool not_weekdays(struct error *err)
{
	return error_set(err, ERROR_INVALID, "weekdays", "%s",
			 _("Write the weekdays as mon-thu, fri or mon,wed."));
}

/* The name at the front of *text, in lower case; *text is behind it. */
static int take_weekday(const char **text)
{
	char name[16];
	size_t len = 0;

	*text += strspn(*text, " ");
	while (len < sizeof(name) - 1) {
		char c = str_lower(**text);

		if (c < 'a' || c > 'z')
			break;
		name[len++] = c;
		(*text)++;
	}
	name[len] = '\0';
	*text += strspn(*text, " ");
	return when_weekday(name);
}

static bool take_to(const char **text)
{
	if (**text == '-')
		(*text)++;
	else if (strncmp(*text, "to ", 3) == 0)
		*text += 3;
	else
		return false;
	return true;
}

bool weekdays_parse(const char *text, unsigned int *out, struct error *err)
{
	unsigned int days = 0;

	*out = 0;
	if (text == NULL)
		return not_weekdays(err);
	for (;;) {
		int first = take_weekday(&text);
		int last = first;

		if (first >= 0 && take_to(&text))
			last = take_weekday(&text);
		if (first < 0 || last < 0)
			return not_weekdays(err);
		/* "sat-sun" goes over the end of the week. */
		for (int day = first;; day = (day + 1) % 7) {
			days |= 1u << day;
			if (day == last)
				break;
		}
		if (*text != ',')
			break;
		text++;
	}
	if (*text != '\0')
		return not_weekdays(err);
	*out = days;
	return true;
}

static bool same_hours(const struct opening *a, const struct opening *b)
{
	if (a->hours.count != b->hours.count ||
	    day_compare(a->other_from, b->other_from) != 0)
		return false;
	for (size_t i = 0; i < a->hours.count; i++)
		if (a->hours.spans[i].from != b->hours.spans[i].from ||
		    a->hours.spans[i].to != b->hours.spans[i].to)
			return false;
	return true;
}

int calendar_opening(const struct calendar *calendar, int from,
		     char days[OPENING_DAYS_SIZE],
		     char hours[OPENING_HOURS_SIZE])
{
	const struct opening *opening = &calendar->weekdays[(from + 1) % 7];
	const char *first = _(when_weekdays[(from + 1) % 7]);
	char shown[80];
	int to = from + 1;

	while (to < 7 && same_hours(opening, &calendar->weekdays[(to + 1) % 7]))
		to++;
	if (to == from + 1)
		snprintf(days, OPENING_DAYS_SIZE, "%s", first);
	else
		snprintf(days, OPENING_DAYS_SIZE,
			 to == from + 2 ? _("%s and %s") : _("%s to %s"), first,
			 _(when_weekdays[to % 7]));
	hours_format(&opening->hours, shown);
	if (opening->hours.count > 0 && opening->other_from.text[0] != '\0')
		snprintf(hours, OPENING_HOURS_SIZE,
			 _("%s; every other one closed, from %s on"), shown,
			 opening->other_from.text);
	else
		snprintf(hours, OPENING_HOURS_SIZE, "%s", shown);
	return to;
}
