/* When something was, as people say it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/core/past.h"

/* Monday, November 23, 2026, 2:14 pm. */
static const struct local now = {2026, 11, 23, 14, 14, 0, 1};

static void expect(const char *text, const char *day, const char *whole)
{
	struct local when;
	struct error err = {0};
	struct day of = {0};
	char got[40];

	snprintf(of.text, sizeof(of.text), "%s", day);
	if (!past_parse(text, "begun_at", of, &now, &when, &err))
		fail_msg("%s: %s", text, err.text);
	snprintf(got, sizeof(got), "%04d-%02d-%02d %02d:%02d", when.year,
		 when.month, when.day, when.hour, when.minute);
	assert_string_equal(got, whole);
}

static void refuse(const char *text, const char *words)
{
	struct local when;
	struct error err = {0};
	const struct day today = {"2026-11-23"};

	assert_false(past_parse(text, "begun_at", today, &now, &when, &err));
	assert_string_equal(err.field, "begun_at");
	assert_non_null(strstr(err.text, words));
}

static void a_time_alone_is_on_the_day_of_the_row_above(void **state)
{
	(void)state;
	expect("9:40", "2026-11-23", "2026-11-23 09:40");
	expect("9:40", "2026-11-20", "2026-11-20 09:40");
	expect("940", "2026-11-23", "2026-11-23 09:40");
	expect("9.40", "2026-11-23", "2026-11-23 09:40");
	expect("13:05", "2026-11-23", "2026-11-23 13:05");
	expect("noon", "2026-11-23", "2026-11-23 12:00");
	expect("12:10 pm", "2026-11-23", "2026-11-23 12:10");
	expect("12:10 am", "2026-11-23", "2026-11-23 00:10");
}

static void no_counter_is_open_at_two_in_the_night(void **state)
{
	(void)state;
	expect("2:05", "2026-11-23", "2026-11-23 14:05");
	expect("1", "2026-11-23", "2026-11-23 13:00");
	expect("02:05", "2026-11-23", "2026-11-23 02:05");
	expect("2am", "2026-11-23", "2026-11-23 02:00");
}

static void a_day_stands_before_or_behind(void **state)
{
	(void)state;
	expect("yesterday 3pm", "2026-11-23", "2026-11-22 15:00");
	expect("3 p.m. yesterday", "2026-11-23", "2026-11-22 15:00");
	expect("fri 9:40", "2026-11-23", "2026-11-20 09:40");
	expect("monday 9:40", "2026-11-20", "2026-11-23 09:40");
	expect("nov 20, 15:30", "2026-11-23", "2026-11-20 15:30");
	expect("11/20 at 15:30", "2026-11-23", "2026-11-20 15:30");
	expect("dec 30 9:00", "2026-11-23", "2025-12-30 09:00");
	expect("2026-11-02 9:00", "2026-11-23", "2026-11-02 09:00");
}

static void what_is_yet_to_come_is_refused(void **state)
{
	(void)state;
	refuse("4:30pm", "yet to come");
	refuse("14:15", "yet to come");
	refuse("2026-11-24 9:00", "yet to come");
	expect("14:14", "2026-11-23", "2026-11-23 14:14");
}

static void what_is_not_understood_is_said(void **state)
{
	static const char *const texts[] = {"",
					    " ",
					    "early",
					    "25:00",
					    "9:60",
					    "13pm",
					    "nov",
					    "9 10",
					    "yesterday",
					    "nov 31 9am",
					    "9:40x",
					    "fri mon 9:00",
					    "\xff"
					    "9",
					    "99999",
					    "2026-02-30 9:00"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		refuse(texts[i], "Say when as in 9:40");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_time_alone_is_on_the_day_of_the_row_above),
	    cmocka_unit_test(no_counter_is_open_at_two_in_the_night),
	    cmocka_unit_test(a_day_stands_before_or_behind),
	    cmocka_unit_test(what_is_yet_to_come_is_refused),
	    cmocka_unit_test(what_is_not_understood_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
