/*
 * clock.h - instants, days, and the time on the wall at a site
 *
 * An instant is UTC milliseconds since 1970 in an int64_t (its names end in
 * _at). A day is local, 'YYYY-MM-DD' (its names end in _on), from local
 * midnight to the next. Zones are names of the IANA database, read by libc
 * from the system's tzdata.
 */
#ifndef FRONTDESK_BASE_CLOCK_H
#define FRONTDESK_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/base/error.h"

#define CLOCK_SECOND INT64_C(1000)
#define CLOCK_MINUTE (60 * CLOCK_SECOND)
#define CLOCK_HOUR (60 * CLOCK_MINUTE)

/* Where the time comes from; the caller keeps it alive. */
struct clock {
	int64_t (*now)(void *state); /* UTC milliseconds, never negative */
	void *state;
};

int64_t clock_now(const struct clock *clock);

/* The system's real-time clock; static. */
const struct clock *clock_system(void);

struct day {
	char text[11]; /* YYYY-MM-DD, or "" for none */
};

/* Time on the wall; weekday 0 is Sunday, month 1..12, hour 0..23. */
struct local {
	int year, month, day, hour, minute, second, weekday;
};

/* Whether the zone is known to the system. */
bool zone_check(const char *zone, struct error *err);

void zone_local(const char *zone, int64_t at, struct local *out);

/* The instant of a wall time; in a spring gap the time after it. */
int64_t zone_instant(const char *zone, const struct local *local);

struct day zone_day(const char *zone, int64_t at);
int64_t zone_day_start(const char *zone, struct day day); /* its midnight */
int64_t zone_day_end(const char *zone, struct day day);	  /* the next one */

/* A day that exists: "2026-11-23". ERROR_INVALID names the field. */
bool day_parse(const char *text, const char *field, struct day *out,
	       struct error *err);
struct day day_make(int year, int month, int day);
void day_parts(struct day day, int *year, int *month, int *day_of_month);
struct day day_plus(struct day day, int days);
int day_weekday(struct day day);		  /* 0 is Sunday */
int day_compare(struct day a, struct day b);	  /* <0, 0, >0 */
int day_distance(struct day from, struct day to); /* to - from, in days */

/*
 * A wall time as records give it: "2026-11-23T14:05", "2026-11-23 14:05",
 * seconds may follow, "Z" or an offset may not. ERROR_INVALID otherwise.
 */
bool local_parse(const char *text, const char *field, struct local *out,
		 struct error *err);

/* For people: "Mon Nov 23"; "2:14 pm"; both: "Mon Nov 23  2:14 pm". */
void local_format_day(const struct local *local, char out[24]);
void local_format_minute(const struct local *local, char out[12]);
void local_format(const struct local *local, char out[24]);
void day_format(struct day day, char out[24]); /* "Mon Nov 23", "" for none */

/* "11 min", from an hour "1 h 5 min", from two days "3 days"; cut, not round */
void clock_format_length(int64_t length, char out[24]);

#endif
