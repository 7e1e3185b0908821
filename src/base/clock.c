/*
 * clock.c - instants, and the time on the wall at a site
 */
#include "frontdesk/base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "frontdesk/base/intl.h"

#define ZONE_MAX 64
#define DAY_SECONDS 86400

int64_t clock_now(const struct clock *clock)
{
	return clock->now(clock->state);
}

static int64_t system_now(void *state)
{
	struct timespec now;

	(void)state;
	clock_gettime(CLOCK_REALTIME, &now);
	if (now.tv_sec < 0)
		return 0;
	return (int64_t)now.tv_sec * CLOCK_SECOND + now.tv_nsec / 1000000;
}

const struct clock *clock_system(void)
{
	static const struct clock clock = {.now = system_now, .state = NULL};

	return &clock;
}

static bool zone_is_name(const char *zone)
{
	size_t len = zone != NULL ? strlen(zone) : 0;

	/* Without dots nothing climbs out of the zones' folder. */
	return len > 0 && len < ZONE_MAX && zone[0] != '/' &&
	       strspn(zone, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVW"
			    "XYZ0123456789_+-/") == len &&
	       strncmp(zone, "right/", 6) != 0;
}

static bool zone_is_file(const char *folder, const char *zone)
{
	char path[512], magic[4];
	bool is_zone = false;
	FILE *file;

	if (snprintf(path, sizeof(path), "%s/%s", folder, zone) >=
	    (int)sizeof(path))
		return false;
	file = fopen(path, "re");
	if (file == NULL)
		return false;
	if (fread(magic, 1, sizeof(magic), file) == sizeof(magic))
		is_zone = memcmp(magic, "TZif", sizeof(magic)) == 0;
	fclose(file);
	return is_zone;
}

bool zone_check(const char *zone, struct error *err)
{
	const char *folder = getenv("TZDIR");

	/* libc looks in one folder only: the same is asked here. */
	if (folder == NULL || folder[0] == '\0')
		folder = "/usr/share/zoneinfo";
	if (!zone_is_name(zone))
		return error_set(err, ERROR_INVALID, "time_zone",
				 _("this is not a time zone: give a name such "
				   "as America/Los_Angeles"));
	if (!zone_is_file(folder, zone))
		return error_set(err, ERROR_INVALID, "time_zone",
				 _("the time zone %s is not known here: give a "
				   "name such as America/Los_Angeles, or "
				   "install tzdata"),
				 zone);
	return true;
}

/*
 * libc knows one zone at a time. It is left as it is afterwards: nothing else
 * in the program asks for local time.
 */
static void zone_use(const char *zone)
{
	static char current[ZONE_MAX + 1];
	char wanted[ZONE_MAX + 1];

	snprintf(wanted, sizeof(wanted), ":%s", zone);
	if (strcmp(wanted, current) == 0)
		return;
	setenv("TZ", wanted, 1);
	tzset();
	memcpy(current, wanted, sizeof(current));
}

static int64_t floor_seconds(int64_t at)
{
	return at / CLOCK_SECOND - (at % CLOCK_SECOND < 0 ? 1 : 0);
}

/* Seconds that the zone's wall is ahead of UTC at a second of UTC. */
static int64_t offset_at(int64_t seconds)
{
	time_t time = (time_t)seconds;
	struct tm wall;

	return localtime_r(&time, &wall) != NULL ? wall.tm_gmtoff : 0;
}

void zone_local(const char *zone, int64_t at, struct local *out)
{
	time_t time = (time_t)floor_seconds(at);
	struct tm wall = {0};

	zone_use(zone);
	localtime_r(&time, &wall);
	*out = (struct local){
	    .year = wall.tm_year + 1900,
	    .month = wall.tm_mon + 1,
	    .day = wall.tm_mday,
	    .hour = wall.tm_hour,
	    .minute = wall.tm_min,
	    .second = wall.tm_sec,
	    .weekday = wall.tm_wday,
	};
}

int64_t zone_instant(const char *zone, const struct local *local)
{
	int64_t wall, before, after;

	wall = (int64_t)day_distance(
		   day_make(1970, 1, 1),
		   day_make(local->year, local->month, local->day)) *
		   DAY_SECONDS +
	       local->hour * 3600 + local->minute * 60 + local->second;
	zone_use(zone);
	before = offset_at(wall - DAY_SECONDS);
	after = offset_at(wall + DAY_SECONDS);
	/*
	 * An hour that comes twice is the first one; one that is skipped is
	 * read by the old offset, which puts it after the gap.
	 */
	if (offset_at(wall - before) != before &&
	    offset_at(wall - after) == after)
		return (wall - after) * CLOCK_SECOND;
	return (wall - before) * CLOCK_SECOND;
}

struct day zone_day(const char *zone, int64_t at)
{
	struct local local;

	zone_local(zone, at, &local);
	return day_make(local.year, local.month, local.day);
}

int64_t zone_day_start(const char *zone, struct day day)
{
	struct local local = {0};

	day_parts(day, &local.year, &local.month, &local.day);
	return zone_instant(zone, &local);
}

int64_t zone_day_end(const char *zone, struct day day)
{
	return zone_day_start(zone, day_plus(day, 1));
}
