#include "moment.h"

#include <string.h>

void moment_add_day(const struct desk *desk, int64_t at, struct str *out)
{
	struct local then, now;
	char day[24];
	const char *month;

	desk_local(desk, at, &then);
	desk_local(desk, desk_now(desk), &now);
	local_format_day(&then, day);
	month = strchr(day, ' ');
	str_add(out, month ? month + 1 : day);
	if (then.year != now.year)
		str_addf(out, ", %d", then.year);
}

static void add_minute(const struct desk *desk, int64_t at, struct str *out)
{
	struct local then;
	char minute[12];

	desk_local(desk, at, &then);
	local_format_minute(&then, minute);
	str_add(out, minute);
}

void moment_add(const struct desk *desk, int64_t at, struct str *out)
{
	moment_add_day(desk, at, out);
	str_add(out, ", ");
	add_minute(desk, at, out);
}

void moment_add_short(const struct desk *desk, int64_t at, struct str *out)
{
	struct local then, now;

	desk_local(desk, at, &then);
	desk_local(desk, desk_now(desk), &now);
	if (then.year == now.year && then.month == now.month &&
	    then.day == now.day)
		add_minute(desk, at, out);
	else
		moment_add_day(desk, at, out);
}
