#include "presence.h"

#include <string.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/intl.h"

#define DAY_MINUTES (24 * 60)

void presence_add_hour(int minute, struct str *out)
{
	const struct local local = {.hour = minute / 60, .minute = minute % 60};
	char text[12];
	char *whole;

	local_format_minute(&local, text);
	whole = strstr(text, ":00");
	if (whole != NULL)
		memmove(whole, whole + 3, strlen(whole + 3) + 1);
	str_add(out, text);
}

void presence_add(int in_until_minute, int now_minute, struct str *out)
{
	if (in_until_minute < 0)
		return;
	if (in_until_minute >= DAY_MINUTES) {
		str_add(out, _("in all day"));
		return;
	}
	str_add(out, now_minute < in_until_minute ? _("in until ")
						  : _("out since "));
	presence_add_hour(in_until_minute, out);
}
