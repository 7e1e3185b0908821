/*
 * demo_time.c - days and hours at which somebody works
 */
#include "demo_history.h"

enum {
	FIRST_MINUTE = 8 * 60 + 15,
	LAST_MINUTE = 16 * 60 + 20,
};

bool demo_is_business_day(struct day day)
{
	int weekday = day_weekday(day);

	return weekday != 0 && weekday != 6;
}

struct day demo_business_day(struct day day, int days)
{
	int step = days < 0 ? -1 : 1;

	while (days != 0 || !demo_is_business_day(day)) {
		day = day_plus(day, step);
		if (days != 0 && demo_is_business_day(day))
			days -= step;
	}
	return day;
}

int64_t demo_instant(const struct demo *demo, struct day day, int minute)
{
	struct local local = {.hour = minute / 60, .minute = minute % 60};

	day_parts(day, &local.year, &local.month, &local.day);
	return zone_instant(demo->zone, &local);
}

int64_t demo_later(struct demo_history *history, int64_t at, int days)
{
	const struct demo *demo = history->demo;
	struct day day = demo_business_day(zone_day(demo->zone, at), days);
	int minute = demo_between(&history->random, FIRST_MINUTE, LAST_MINUTE);
	int64_t later = demo_instant(demo, day, minute);

	/* Not in the same breath, and not before it. */
	return later > at + 10 * CLOCK_MINUTE
		   ? later
		   : at + demo_between(&history->random, 10, 40) * CLOCK_MINUTE;
}
