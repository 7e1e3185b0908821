/*
 * test_clock.c - instants, days, and the time on the wall
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/clock.h"

#define PACIFIC "America/Los_Angeles"

static int64_t instant(const char *zone, const char *text)
{
	struct local local;
	struct error err;

	assert_true(local_parse(text, "at", &local, &err));
	return zone_instant(zone, &local);
}

static void a_wall_time_comes_back_from_its_instant(void **state)
{
	struct local local;
	int64_t at = instant(PACIFIC, "2026-11-23T14:05:09");

	(void)state;
	assert_int_equal(at, INT64_C(1795471509000));
	zone_local(PACIFIC, at + 999, &local);
	assert_int_equal(local.year, 2026);
	assert_int_equal(local.month, 11);
	assert_int_equal(local.day, 23);
	assert_int_equal(local.hour, 14);
	assert_int_equal(local.minute, 5);
	assert_int_equal(local.second, 9);
	assert_int_equal(local.weekday, 1);
	zone_local("UTC", at, &local);
	assert_int_equal(local.hour, 22);
}

static void a_skipped_hour_is_read_as_the_time_after_it(void **state)
{
	struct local local;

	(void)state;
	zone_local(PACIFIC, instant(PACIFIC, "2026-03-08T02:30"), &local);
	assert_int_equal(local.hour, 3);
	assert_int_equal(local.minute, 30);
}

static void an_hour_that_comes_twice_is_the_first(void **state)
{
	(void)state;
	assert_int_equal(instant(PACIFIC, "2026-11-01T01:30"),
			 instant(PACIFIC, "2026-11-01T00:30") + CLOCK_HOUR);
	assert_int_equal(instant(PACIFIC, "2026-11-01T02:30"),
			 instant(PACIFIC, "2026-11-01T00:30") + 3 * CLOCK_HOUR);
}

static int64_t day_length(const char *zone, const char *text)
{
	struct error err;
	struct day day;

	assert_true(day_parse(text, "on", &day, &err));
	return zone_day_end(zone, day) - zone_day_start(zone, day);
}

static void a_day_is_as_long_as_the_clocks_make_it(void **state)
{
	(void)state;
	assert_int_equal(day_length(PACIFIC, "2026-11-23"), 24 * CLOCK_HOUR);
	assert_int_equal(day_length(PACIFIC, "2026-03-08"), 23 * CLOCK_HOUR);
	assert_int_equal(day_length(PACIFIC, "2026-11-01"), 25 * CLOCK_HOUR);
	/* where the clocks go forward at midnight, the day begins at one */
	assert_int_equal(day_length("America/Santiago", "2026-09-06"),
			 23 * CLOCK_HOUR);
}

static void every_instant_lies_within_its_day(void **state)
{
	static const char *const zones[] = {PACIFIC, "Asia/Kathmandu",
					    "America/Santiago", "Pacific/Apia",
					    "UTC"};
	int64_t at, start;
	size_t i, tried = 0;
	struct day day;

	(void)state;
	for (i = 0; i < 5; i++) {
		start = instant("UTC", "2026-01-01 00:00");
		for (at = start; at < start + 366 * 24 * CLOCK_HOUR;
		     at += 6 * CLOCK_HOUR + CLOCK_MINUTE) {
			day = zone_day(zones[i], at);
			assert_true(zone_day_start(zones[i], day) <= at);
			assert_true(at < zone_day_end(zones[i], day));
			tried++;
		}
	}
	assert_true(tried > 5 * 1400);
}

static void a_zone_is_a_name_that_the_system_knows(void **state)
{
	static const char *const wrong[] = {
	    "",	       "Mars/Olympus", "../../etc/passwd",    "/etc/localtime",
	    "America", "tzdata.zi",    "America/Los Angeles", NULL};
	struct error err;
	size_t i;

	(void)state;
	assert_true(zone_check(PACIFIC, &err));
	assert_true(zone_check("UTC", &err));
	for (i = 0; wrong[i] != NULL; i++) {
		assert_false(zone_check(wrong[i], &err));
		assert_int_equal(err.code, ERROR_INVALID);
	}
	assert_false(zone_check(NULL, &err));
}

static void a_day_that_does_not_exist_is_refused(void **state)
{
	static const char *const wrong[] = {
	    "2026-02-29", "2026-13-01", "2026-00-10",  "2026-04-31",
	    "2026-4-3",	  "23/11/2026", "2026-11-23x", "2026-11-2",
	    "0000-01-01", "",		NULL};
	struct error err;
	struct day day;
	size_t i;

	(void)state;
	assert_true(day_parse("2024-02-29", "due_on", &day, &err));
	assert_string_equal(day.text, "2024-02-29");
	for (i = 0; wrong[i] != NULL; i++) {
		assert_false(day_parse(wrong[i], "due_on", &day, &err));
		assert_string_equal(err.field, "due_on");
		assert_string_equal(day.text, "");
	}
	assert_false(day_parse(NULL, "due_on", &day, &err));
}

static void a_wall_time_that_does_not_exist_is_refused(void **state)
{
	static const char *const wrong[] = {"2026-11-23",
					    "2026-11-23T24:00",
					    "2026-11-23T14:60",
					    "2026-11-23T14:05Z",
					    "2026-11-23T14:5",
					    "2026-02-30T10:00",
					    "2026-11-23T14:05:60",
					    "2026-11-23T14:05+01",
					    "",
					    NULL};
	struct local local;
	struct error err;
	size_t i;

	(void)state;
	for (i = 0; wrong[i] != NULL; i++) {
		assert_false(local_parse(wrong[i], "at", &local, &err));
		assert_int_equal(err.code, ERROR_INVALID);
		assert_string_equal(err.field, "at");
	}
	assert_true(local_parse("2026-11-23 14:05:07", "at", &local, &err));
	assert_int_equal(local.second, 7);
	assert_int_equal(local.weekday, 1);
}

static void days_are_counted_over_leap_years(void **state)
{
	struct day day = day_make(2023, 12, 31), none = {""};
	int i;

	(void)state;
	assert_string_equal(day_plus(day, 60).text, "2024-02-29");
	assert_string_equal(day_plus(day, -365).text, "2022-12-31");
	assert_int_equal(day_distance(day, day_make(2025, 1, 1)), 367);
	assert_true(day_compare(day, day_plus(day, 1)) < 0);
	assert_int_equal(day_compare(day, day_plus(day, 0)), 0);
	assert_string_equal(day_plus(none, 3).text, "");
	for (i = -800000; i < 800000; i += 97)
		assert_int_equal(day_weekday(day_plus(day_make(4000, 1, 1), i)),
				 ((6 + i) % 7 + 7) % 7);
}

static void people_read_days_minutes_and_lengths(void **state)
{
	struct local noon = {2026, 11, 23, 12, 4, 0, 1};
	struct local night = {2026, 1, 3, 0, 30, 0, 6};
	struct local day = {2026, 11, 23, 14, 14, 0, 1};
	char out[24], minute[12];

	(void)state;
	local_format_minute(&noon, minute);
	assert_string_equal(minute, "12:04 pm");
	local_format_minute(&night, minute);
	assert_string_equal(minute, "12:30 am");
	local_format_day(&night, out);
	assert_string_equal(out, "Sat Jan 3");
	local_format(&day, out);
	assert_string_equal(out, "Mon Nov 23  2:14 pm");
	day_format(day_make(2026, 11, 20), out);
	assert_string_equal(out, "Fri Nov 20");
	day_format((struct day){""}, out);
	assert_string_equal(out, "");
	clock_format_length(11 * CLOCK_MINUTE + 59 * CLOCK_SECOND, out);
	assert_string_equal(out, "11 min");
	clock_format_length(65 * CLOCK_MINUTE, out);
	assert_string_equal(out, "1 h 5 min");
	clock_format_length(73 * CLOCK_HOUR, out);
	assert_string_equal(out, "3 days");
	clock_format_length(-1, out);
	assert_string_equal(out, "0 min");
}

static void the_system_clock_is_in_this_century(void **state)
{
	int64_t now = clock_now(clock_system());

	(void)state;
	assert_true(now > INT64_C(1700000000000));
	assert_true(now < INT64_C(4000000000000));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_wall_time_comes_back_from_its_instant),
	    cmocka_unit_test(a_skipped_hour_is_read_as_the_time_after_it),
	    cmocka_unit_test(an_hour_that_comes_twice_is_the_first),
	    cmocka_unit_test(a_day_is_as_long_as_the_clocks_make_it),
	    cmocka_unit_test(every_instant_lies_within_its_day),
	    cmocka_unit_test(a_zone_is_a_name_that_the_system_knows),
	    cmocka_unit_test(a_day_that_does_not_exist_is_refused),
	    cmocka_unit_test(a_wall_time_that_does_not_exist_is_refused),
	    cmocka_unit_test(days_are_counted_over_leap_years),
	    cmocka_unit_test(people_read_days_minutes_and_lengths),
	    cmocka_unit_test(the_system_clock_is_in_this_century),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
