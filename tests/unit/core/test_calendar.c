/*
 * test_calendar.c - holidays by their rules, hours and closures
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs those above it. */
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/calendar.h"

static struct calendar calendar;

static int setup(void **state)
{
	(void)state;
	calendar_init(&calendar, 8 * 60, 17 * 60);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	calendar_release(&calendar);
	return 0;
}

static struct day day_of(const char *text)
{
	struct day day;

	snprintf(day.text, sizeof(day.text), "%s", text);
	return day;
}

static struct holiday parsed(const char *rule, enum holiday_observed observed)
{
	struct holiday holiday = {.name = "A holiday",
				  .rule_text = (char *)rule,
				  .observed = observed};
	struct error err = {0};

	if (!holiday_rule_parse(rule, &holiday, &err))
		fail_msg("\"%s\": %s", rule, err.text);
	return holiday;
}

static void check_rule(const char *rule, int year, const char *wanted)
{
	struct holiday holiday = parsed(rule, OBSERVED_SAME);

	assert_string_equal(holiday_day(&holiday, year).text, wanted);
}

static void check_observed(const char *rule, enum holiday_observed observed,
			   int year, const char *wanted)
{
	struct holiday holiday = parsed(rule, observed);

	assert_string_equal(holiday_observed_day(&holiday, year).text, wanted);
}

/* As the churches and almanacs list them. */
static void easter_falls_where_the_almanacs_have_it(void **state)
{
	static const char *const sundays[] = {
	    "1818-03-22", "1886-04-25", "1913-03-23", "1943-04-25",
	    "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
	    "2011-04-24", "2016-03-27", "2019-04-21", "2020-04-12",
	    "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31",
	    "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16",
	    "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28",
	    "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13",
	    "2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01",
	    "2049-04-18", "2076-04-19", "2285-03-22",
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(sundays); i++) {
		int year = 0;

		sscanf(sundays[i], "%4d", &year);
		assert_string_equal(calendar_easter(year).text, sundays[i]);
	}
	check_rule("easter -2", 2026, "2026-04-03");
	check_rule("Easter +1", 2026, "2026-04-06");
	check_rule("easter", 2026, "2026-04-05");
}

static void a_weekday_is_counted_within_its_month(void **state)
{
	(void)state;
	check_rule("3rd mon january", 2026, "2026-01-19");
	check_rule("3rd mon january", 2024, "2024-01-15");
	check_rule("third monday february", 2026, "2026-02-16");
	check_rule("last mon may", 2026, "2026-05-25");
	check_rule("last mon may", 2027, "2027-05-31");
	check_rule("1st mon september", 2026, "2026-09-07");
	check_rule("1st mon june", 2026, "2026-06-01");
	check_rule("4th thu november", 2026, "2026-11-26");
	check_rule("4th thu november", 2028, "2028-11-23");
	check_rule("last fri december", 2027, "2027-12-31");
	check_rule("last mon february", 2028, "2028-02-28");
	check_rule("last tue february", 2028, "2028-02-29");
}

static void so_many_days_after_another(void **state)
{
	(void)state;
	check_rule("4th thu november +1", 2026, "2026-11-27");
	check_rule("4th thu november +1", 2030, "2030-11-29");
	/* Election Day: not simply the first Tuesday. */
	check_rule("1st mon november +1", 2022, "2022-11-08");
	check_rule("last mon may -3", 2026, "2026-05-22");
}

static void a_fixed_day_is_observed_on_the_nearest_weekday(void **state)
{
	(void)state;
	check_observed("july 4", OBSERVED_NEAREST, 2026, "2026-07-03");
	check_observed("july 4", OBSERVED_NEAREST, 2027, "2027-07-05");
	check_observed("july 4", OBSERVED_NEAREST, 2028, "2028-07-04");
	check_observed("july 4", OBSERVED_MONDAY, 2026, "2026-07-04");
	check_observed("july 4", OBSERVED_MONDAY, 2027, "2027-07-05");
	check_observed("july 4", OBSERVED_SAME, 2027, "2027-07-04");
	/* In the year before. */
	check_observed("january 1", OBSERVED_NEAREST, 2028, "2027-12-31");
	check_observed("february 29", OBSERVED_NEAREST, 2027, "");
	check_observed("february 29", OBSERVED_NEAREST, 2032, "2032-03-01");
}

static void a_rule_that_says_no_day_is_refused(void **state)
{
	static const char *const rules[] = {
	    "",
	    "july",
	    "july 32",
	    "february 30",
	    "july 0",
	    "july -4",
	    "5th mon may",
	    "3rd may",
	    "mon may",
	    "3rd xyz may",
	    "last mon",
	    "easter 2",
	    "easter +",
	    "easter +201",
	    "easter +1 +1",
	    "july 4 +1",
	    "4th thu november 1",
	    "july 4 2026",
	    "7/4",
	    "july 4th",
	    "\xff",
	    "%n",
	    "a b c d e f g h i j k l",
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(rules); i++) {
		struct holiday holiday = {0};
		struct error err = {0};

		if (holiday_rule_parse(rules[i], &holiday, &err))
			fail_msg("\"%s\" was understood", rules[i]);
		assert_string_equal(err.field, "rule");
	}
}

static void a_holiday_closes_its_day_and_the_observed_one(void **state)
{
	struct holiday july = parsed("july 4", OBSERVED_NEAREST);
	struct holiday january = parsed("january 1", OBSERVED_NEAREST);

	(void)state;
	july.name = "Independence Day";
	january.name = "New Year's Day";
	calendar_add_holiday(&calendar, &july);
	calendar_add_holiday(&calendar, &january);
	assert_string_equal(
	    calendar_why_closed(&calendar, day_of("2026-07-03")),
	    "Independence Day");
	assert_string_equal(
	    calendar_why_closed(&calendar, day_of("2026-07-04")),
	    "Independence Day");
	assert_string_equal(
	    calendar_why_closed(&calendar, day_of("2027-12-31")),
	    "New Year's Day");
	assert_null(calendar_why_closed(&calendar, day_of("2026-07-06")));
	assert_string_equal(
	    calendar_why_closed(&calendar, day_of("2026-07-05")), "Sunday");
}

static void every_other_friday_is_closed_from_its_day_on(void **state)
{
	struct day next;
	struct error err = {0};

	(void)state;
	calendar.weekdays[5].other_from = day_of("2026-12-04");
	assert_null(calendar_why_closed(&calendar, day_of("2026-11-20")));
	assert_null(calendar_why_closed(&calendar, day_of("2026-11-27")));
	assert_string_equal(
	    calendar_why_closed(&calendar, day_of("2026-12-04")),
	    "every other Friday");
	assert_null(calendar_why_closed(&calendar, day_of("2026-12-11")));
	assert_non_null(calendar_why_closed(&calendar, day_of("2026-12-18")));
	assert_non_null(calendar_why_closed(&calendar, day_of("2027-01-01")));
	assert_true(
	    calendar_next_open(&calendar, day_of("2026-12-03"), &next, &err));
	assert_string_equal(next.text, "2026-12-07");
	assert_true(calendar_business_days(&calendar, day_of("2026-12-02"), 2,
					   &next, &err));
	assert_string_equal(next.text, "2026-12-07");
}

static void a_day_set_apart_goes_before_a_holiday(void **state)
{
	struct holiday veterans = parsed("november 11", OBSERVED_NEAREST);
	struct special_day open = {
	    .day = {"2026-11-11"},
	    .hours = {.spans = {{600, 840}}, .count = 1},
	    .reason = "Passport fair",
	};
	struct special_day closed = {.day = {"2026-11-12"},
				     .reason = "Water main"};

	(void)state;
	calendar_add_holiday(&calendar, &veterans);
	assert_non_null(calendar_why_closed(&calendar, open.day));
	calendar_add_day(&calendar, &open);
	calendar_add_day(&calendar, &closed);
	assert_null(calendar_why_closed(&calendar, open.day));
	assert_int_equal(calendar_closing(&calendar, open.day), 840);
	assert_false(calendar_is_within(&calendar, open.day, 599));
	assert_true(calendar_is_within(&calendar, open.day, 600));
	assert_true(calendar_is_within(&calendar, open.day, 840));
	assert_false(calendar_is_within(&calendar, open.day, 841));
	assert_string_equal(calendar_why_closed(&calendar, closed.day),
			    "Water main");
	/* Of a closed day, what its weekday usually has. */
	assert_int_equal(calendar_closing(&calendar, closed.day), 17 * 60);
}

static void a_calendar_that_is_never_open_says_so(void **state)
{
	struct day day;
	struct error err = {0};

	(void)state;
	for (int i = 0; i < 7; i++)
		calendar.weekdays[i].hours.count = 0;
	assert_false(
	    calendar_next_open(&calendar, day_of("2026-11-23"), &day, &err));
	assert_int_equal(err.code, ERROR_INVALID);
	assert_non_null(strstr(err.text, "no open day"));
	assert_string_equal(day.text, "");
	assert_false(calendar_business_days(&calendar, day_of("2026-11-23"),
					    700, &day, &err));
	assert_int_equal(calendar_closing(&calendar, day_of("2026-11-23")),
			 17 * 60);
}

static void hours_are_read_as_people_write_them(void **state)
{
	static const char *const texts[][2] = {
	    {"8:00-17:00", "8:00 am to 5:00 pm"},
	    {"8am - 5 p.m.", "8:00 am to 5:00 pm"},
	    {"8-17", "8:00 am to 5:00 pm"},
	    {"7:30 AM to noon", "7:30 am to 12:00 pm"},
	    {"8:00-12:00,13:00-17:30",
	     "8:00 am to 12:00 pm, 1:00 pm to 5:30 pm"},
	    {"0:00-24:00", "12:00 am to 12:00 am"},
	    {"closed", "closed"},
	};
	static const char *const wrong[] = {
	    "",
	    "8",
	    "8-",
	    "17:00-8:00",
	    "8-8",
	    "8-5",
	    "25-26",
	    "8:60-17:00",
	    "13pm-15pm",
	    "8-12,",
	    "8-12,11-17",
	    "8-12,12-17",
	    "8-9,10-11,12-13",
	    "8-17x",
	    "closed, 8-12",
	    "\xff",
	    "8:00-17:00                                                    "
	    "8:00-17:008:00-17:008:00-17:008:00-17:008:00-17:008:00-17:00",
	};
	struct hours hours;
	struct error err = {0};
	char shown[80];

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		if (!hours_parse(texts[i][0], &hours, &err))
			fail_msg("\"%s\": %s", texts[i][0], err.text);
		hours_format(&hours, shown);
		assert_string_equal(shown, texts[i][1]);
	}
	for (size_t i = 0; i < MEM_COUNT(wrong); i++) {
		if (hours_parse(wrong[i], &hours, &err))
			fail_msg("\"%s\" was understood", wrong[i]);
		assert_string_equal(err.field, "hours");
		assert_int_equal(hours.count, 0);
	}
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(easter_falls_where_the_almanacs_have_it),
	    T(a_weekday_is_counted_within_its_month),
	    T(so_many_days_after_another),
	    T(a_fixed_day_is_observed_on_the_nearest_weekday),
	    T(a_rule_that_says_no_day_is_refused),
	    T(a_holiday_closes_its_day_and_the_observed_one),
	    T(every_other_friday_is_closed_from_its_day_on),
	    T(a_day_set_apart_goes_before_a_holiday),
	    T(a_calendar_that_is_never_open_says_so),
	    T(hours_are_read_as_people_write_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
