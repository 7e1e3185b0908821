/*
 * test_when.c - "by when", as people say it
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
#include "frontdesk/core/when.h"

#define CLOSES (17 * 60)

/* Monday, November 23, 2026, 2:14 pm */
static const struct local monday = {2026, 11, 23, 14, 14, 0, 1};
static const struct local friday = {2026, 11, 27, 9, 0, 0, 5};
static const struct local sunday = {2026, 11, 29, 9, 0, 0, 0};

static void check(const char *text, const struct local *now, const char *wanted)
{
	struct local when;
	struct error err = {0};
	char read[80];

	if (!when_parse(text, now, CLOSES, &when, &err))
		fail_msg("\"%s\": %s", text, err.text);
	snprintf(read, sizeof(read), "%04d-%02d-%02d %02d:%02d %d", when.year,
		 when.month, when.day, when.hour, when.minute, when.weekday);
	if (strcmp(read, wanted) != 0)
		fail_msg("\"%s\" is read as %s, not %s", text, read, wanted);
}

static void days_are_understood_as_people_say_them(void **state)
{
	(void)state;
	check("today", &monday, "2026-11-23 17:00 1");
	check("Tomorrow", &monday, "2026-11-24 17:00 2");
	check("fri", &monday, "2026-11-27 17:00 5");
	check("by Friday", &monday, "2026-11-27 17:00 5");
	check("thurs", &monday, "2026-11-26 17:00 4");
	check("nov 27", &monday, "2026-11-27 17:00 5");
	check("Nov. 27, 2026", &monday, "2026-11-27 17:00 5");
	check("27 November", &monday, "2026-11-27 17:00 5");
	check("december 1st", &monday, "2026-12-01 17:00 2");
	check("11/27", &monday, "2026-11-27 17:00 5");
	check("11/27/26", &monday, "2026-11-27 17:00 5");
	check("2026-11-27", &monday, "2026-11-27 17:00 5");
	check("3 days", &monday, "2026-11-26 17:00 4");
	check("in a week", &monday, "2026-11-30 17:00 1");
	check("2 weeks", &monday, "2026-12-07 17:00 1");
}

static void the_weekday_of_today_means_the_next_one(void **state)
{
	(void)state;
	check("mon", &monday, "2026-11-30 17:00 1");
	check("friday", &friday, "2026-12-04 17:00 5");
}

static void next_friday_is_in_the_next_week(void **state)
{
	(void)state;
	check("next friday", &monday, "2026-12-04 17:00 5");
	check("next monday", &monday, "2026-11-30 17:00 1");
	check("next sunday", &monday, "2026-12-06 17:00 0");
	check("next monday", &sunday, "2026-11-30 17:00 1");
	check("this friday", &monday, "2026-11-27 17:00 5");
}

static void business_days_skip_the_weekend(void **state)
{
	(void)state;
	check("2 business days", &monday, "2026-11-25 17:00 3");
	check("5 business days", &monday, "2026-11-30 17:00 1");
	check("1 business day", &friday, "2026-11-30 17:00 1");
	check("1 working day", &sunday, "2026-11-30 17:00 1");
}

static void a_time_may_stand_behind_or_alone(void **state)
{
	(void)state;
	check("3pm", &monday, "2026-11-23 15:00 1");
	check("3 p.m.", &monday, "2026-11-23 15:00 1");
	check("15:30", &monday, "2026-11-23 15:30 1");
	check("fri 3pm", &monday, "2026-11-27 15:00 5");
	check("tomorrow at 9:15 am", &monday, "2026-11-24 09:15 2");
	check("tomorrow noon", &monday, "2026-11-24 12:00 2");
	check("noon friday", &monday, "2026-11-27 12:00 5");
	check("3pm friday", &monday, "2026-11-27 15:00 5");
	check("2 business days 12am", &monday, "2026-11-25 00:00 3");
	check("nov 27 12pm", &monday, "2026-11-27 12:00 5");
}

static void a_month_and_day_that_passed_mean_the_next_year(void **state)
{
	(void)state;
	check("nov 20", &monday, "2027-11-20 17:00 6");
	check("1/4", &monday, "2027-01-04 17:00 1");
	check("feb 29", &(struct local){2027, 6, 1, 9, 0, 0, 2},
	      "2028-02-29 17:00 2");
}

static void what_lies_before_now_is_refused(void **state)
{
	static const char *const texts[] = {"1pm",	  "today 2:14pm",
					    "2026-11-22", "11/27/2025",
					    "nov 23 9am", "0 days 9am"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		struct local when;
		struct error err = {0};

		assert_false(
		    when_parse(texts[i], &monday, CLOSES, &when, &err));
		assert_int_equal(err.code, ERROR_INVALID);
		assert_string_equal(err.field, "when");
		assert_non_null(strstr(err.text, "passed"));
	}
}

static void what_is_not_understood_is_refused_in_words(void **state)
{
	static const char *const texts[] = {
	    "",
	    "   ",
	    "soon",
	    "fri soon",
	    "25:00",
	    "13pm",
	    "2:61 pm",
	    "3",
	    "feb 30",
	    "2026-02-30",
	    "13/13",
	    "next",
	    "9999999 days",
	    "99999",
	    "a b c d e f g h i j",
	    "fri fri",
	    "\xc3\xa9",
	    "12:30:99x",
	    "aaaaaaaaaaaaaaaaaaaaaaaa",
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		struct local when;
		struct error err = {0};

		if (when_parse(texts[i], &monday, CLOSES, &when, &err))
			fail_msg("\"%s\" was understood", texts[i]);
		assert_int_equal(err.code, ERROR_INVALID);
		assert_string_equal(err.field, "when");
		assert_true(strlen(err.text) > 10);
	}
}

static void it_is_shown_back_in_full(void **state)
{
	struct local when = {2026, 11, 27, 17, 0, 0, 5};
	char shown[64];

	(void)state;
	when_format(&when, shown);
	assert_string_equal(shown, "Friday, November 27, 5:00 pm");
	when.hour = 0;
	when.minute = 5;
	when_format(&when, shown);
	assert_string_equal(shown, "Friday, November 27, 12:05 am");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(days_are_understood_as_people_say_them),
	    cmocka_unit_test(the_weekday_of_today_means_the_next_one),
	    cmocka_unit_test(next_friday_is_in_the_next_week),
	    cmocka_unit_test(business_days_skip_the_weekend),
	    cmocka_unit_test(a_time_may_stand_behind_or_alone),
	    cmocka_unit_test(a_month_and_day_that_passed_mean_the_next_year),
	    cmocka_unit_test(what_lies_before_now_is_refused),
	    cmocka_unit_test(what_is_not_understood_is_refused_in_words),
	    cmocka_unit_test(it_is_shown_back_in_full),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
