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

/* Monday to Friday, 8 am to 5 pm, and what a test adds. */
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

static void add_holiday(const char *name, const char *rule)
{
	struct holiday holiday = {.name = (char *)name,
				  .rule_text = (char *)rule};
	struct error err = {0};

	if (!holiday_rule_parse(rule, &holiday, &err))
		fail_msg("\"%s\": %s", rule, err.text);
	calendar_add_holiday(&calendar, &holiday);
}

static void add_thanksgiving(void)
{
	add_holiday("Thanksgiving Day", "4th thu november");
	add_holiday("Day after Thanksgiving", "4th thu november +1");
}

static void close_day(const char *day, const char *reason)
{
	struct special_day closed = {.reason = (char *)reason};

	snprintf(closed.day.text, sizeof(closed.day.text), "%s", day);
	calendar_add_day(&calendar, &closed);
}

/* Monday, November 23, 2026, 2:14 pm */
static const struct local monday = {2026, 11, 23, 14, 14, 0, 1};
static const struct local friday = {2026, 11, 27, 9, 0, 0, 5};
static const struct local wednesday = {2026, 11, 25, 14, 14, 0, 3};
static const struct local sunday = {2026, 11, 29, 9, 0, 0, 0};

static void check(const char *text, const struct local *now, const char *wanted)
{
	struct local when;
	struct error err = {0};
	char read[80];

	if (!when_parse(text, now, &calendar, &when, &err))
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

static void days_and_lengths_are_understood_in_spanish(void **state)
{
	(void)state;
	check("hoy", &monday, "2026-11-23 17:00 1");
	check("mañana", &monday, "2026-11-24 17:00 2");
	check("MAÑANA 3pm", &monday, "2026-11-24 15:00 2");
	check("viernes", &monday, "2026-11-27 17:00 5");
	check("para el miércoles", &monday, "2026-11-25 17:00 3");
	check("próximo viernes", &monday, "2026-12-04 17:00 5");
	check("27 noviembre", &monday, "2026-11-27 17:00 5");
	check("en 2 horas", &monday, "2026-11-23 16:14 1");
	check("2 días hábiles", &friday, "2026-12-01 17:00 2");
	check("en una semana", &monday, "2026-11-30 17:00 1");
	check("mañana mediodía", &monday, "2026-11-24 12:00 2");
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
		    when_parse(texts[i], &monday, &calendar, &when, &err));
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

		if (when_parse(texts[i], &monday, &calendar, &when, &err))
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

static void check_note(const char *text, const struct local *now,
		       const char *wanted)
{
	struct local when;
	struct error err = {0};
	char note[WHEN_NOTE_SIZE];

	if (!when_parse(text, now, &calendar, &when, &err))
		fail_msg("\"%s\": %s", text, err.text);
	assert_int_equal(when_note(&when, &calendar, note), wanted[0] != '\0');
	assert_string_equal(note, wanted);
}

static void business_days_skip_holidays_and_closures(void **state)
{
	(void)state;
	add_thanksgiving();
	check("2 business days", &wednesday, "2026-12-01 17:00 2");
	check("1 business day", &wednesday, "2026-11-30 17:00 1");
	check("in two working days", &wednesday, "2026-12-01 17:00 2");
	close_day("2026-11-30", "Water main");
	check("2 business days", &wednesday, "2026-12-02 17:00 3");
	check("2 business days 10am", &wednesday, "2026-12-02 10:00 3");
	/* A day that is given is not moved. */
	check("fri", &wednesday, "2026-11-27 17:00 5");
	check("3 days", &wednesday, "2026-11-28 17:00 6");
}

static void how_long_from_now_is_understood(void **state)
{
	static const struct local late = {2026, 11, 23, 23, 30, 0, 1};

	(void)state;
	check("in an hour", &monday, "2026-11-23 15:14 1");
	check("within 2 hours", &monday, "2026-11-23 16:14 1");
	check("2 hrs", &monday, "2026-11-23 16:14 1");
	check("half an hour", &monday, "2026-11-23 14:44 1");
	check("45 minutes", &monday, "2026-11-23 14:59 1");
	check("in an hour", &late, "2026-11-24 00:30 2");
	check("1 week", &monday, "2026-11-30 17:00 1");
	check("in 2 weeks", &monday, "2026-12-07 17:00 1");
	check("in two weeks, 3pm", &monday, "2026-12-07 15:00 1");
	check("day after tomorrow", &monday, "2026-11-25 17:00 3");
}

static void the_end_of_a_day_is_its_closing(void **state)
{
	struct special_day early = {
	    .day = {"2026-11-25"},
	    .hours = {.spans = {{480, 720}}, .count = 1},
	    .reason = "The day before Thanksgiving",
	};

	(void)state;
	check("end of day", &monday, "2026-11-23 17:00 1");
	check("by the end of the day", &monday, "2026-11-23 17:00 1");
	check("eod", &monday, "2026-11-23 17:00 1");
	check("EOD Friday", &monday, "2026-11-27 17:00 5");
	check("by close", &monday, "2026-11-23 17:00 1");
	check("before closing time tomorrow", &monday, "2026-11-24 17:00 2");
	check("close of business", &monday, "2026-11-23 17:00 1");
	calendar_add_day(&calendar, &early);
	check("wed", &monday, "2026-11-25 12:00 3");
	check("end of day wed", &monday, "2026-11-25 12:00 3");
	calendar.weekdays[4].hours.spans[0].to = 18 * 60;
	check("thu", &monday, "2026-11-26 18:00 4");
}

static void the_end_of_a_week_is_its_last_open_day(void **state)
{
	static const struct local closed = {2026, 11, 27, 17, 0, 0, 5};

	(void)state;
	check("end of week", &monday, "2026-11-27 17:00 5");
	check("by the end of the week", &monday, "2026-11-27 17:00 5");
	check("eow", &monday, "2026-11-27 17:00 5");
	check("this week", &monday, "2026-11-27 17:00 5");
	check("next week", &monday, "2026-12-04 17:00 5");
	check("friday next week", &monday, "2026-12-04 17:00 5");
	check("eow", &closed, "2026-12-04 17:00 5");
	check("end of week", &sunday, "2026-12-04 17:00 5");
	check("end of month", &monday, "2026-11-30 17:00 1");
	check("next month", &monday, "2026-12-31 17:00 4");
	add_thanksgiving();
	check("end of week", &monday, "2026-11-25 17:00 3");
	check("eow noon", &monday, "2026-11-25 12:00 3");
}

static void a_part_of_the_day_is_meant_to_its_end(void **state)
{
	(void)state;
	check("monday morning", &monday, "2026-11-30 12:00 1");
	check("tomorrow morning", &monday, "2026-11-24 12:00 2");
	check("this afternoon", &monday, "2026-11-23 17:00 1");
	check("fri afternoon", &monday, "2026-11-27 17:00 5");
}

static void words_before_it_are_passed_over(void **state)
{
	(void)state;
	check("on friday", &monday, "2026-11-27 17:00 5");
	check("before friday", &monday, "2026-11-27 17:00 5");
	check("by 3pm", &monday, "2026-11-23 15:00 1");
	check("on nov 27 by noon", &monday, "2026-11-27 12:00 5");
}

static void a_closed_day_is_understood_and_said(void **state)
{
	(void)state;
	add_thanksgiving();
	check_note("nov 27", &monday,
		   "closed then (Day after Thanksgiving); next open Monday, "
		   "November 30");
	check_note("sat", &monday,
		   "closed then (Saturday); next open Monday, November 30");
	check("sat", &monday, "2026-11-28 17:00 6");
	check_note("wed", &monday, "");
	check_note("wed 5pm", &monday, "");
	check_note("wed 5:01pm", &monday,
		   "outside hours that day: 8:00 am to 5:00 pm");
	check_note("wed 7:59", &monday,
		   "outside hours that day: 8:00 am to 5:00 pm");
	close_day("2026-11-24", "Staff training");
	check_note("tomorrow", &monday,
		   "closed then (Staff training); next open Wednesday, "
		   "November 25");
}

static void a_pause_is_outside_hours(void **state)
{
	struct error err = {0};

	(void)state;
	assert_true(hours_parse("8:00-12:00,13:00-17:00",
				&calendar.weekdays[3].hours, &err));
	check_note("wed 12:30pm", &monday,
		   "outside hours that day: 8:00 am to 12:00 pm, 1:00 pm to "
		   "5:00 pm");
	check_note("wed noon", &monday, "");
	check_note("wed 1pm", &monday, "");
}

static void a_site_that_never_opens_is_said(void **state)
{
	static const char *const texts[] = {"2 business days", "eow",
					    "next week", "end of month"};
	struct local when;
	struct error err = {0};
	char note[WHEN_NOTE_SIZE];

	(void)state;
	for (int i = 0; i < 7; i++)
		calendar.weekdays[i].hours.count = 0;
	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		assert_false(
		    when_parse(texts[i], &monday, &calendar, &when, &err));
		assert_string_equal(err.field, "when");
		assert_non_null(strstr(err.text, "no open day"));
	}
	check("fri", &monday, "2026-11-27 17:00 5");
	assert_true(when_parse("fri", &monday, &calendar, &when, &err));
	assert_true(when_note(&when, &calendar, note));
	assert_string_equal(note, "closed then (Friday)");
}

static void hostile_text_is_refused(void **state)
{
	static const char *const texts[] = {
	    "%s%n%n",
	    "\x1b[31mfri",
	    "fri\n",
	    "9999 business days",
	    "in in in in in in in in in",
	    "-3 days",
	    "0x10 days",
	    "2147483648 days",
	    "99999 hours",
	    "9999 hours",
	    "a an",
	    "an",
	    "in",
	    "end of",
	    "end of day of week",
	    "next next",
	    "next week next week",
	    "morning morning",
	    "3pm 4pm",
	    "in 2 hours 3pm",
	    "2 business",
	    "business days",
	    "by",
	    "the",
	    "eod eod",
	    "\xf0\x9f\x98\x80",
	    "\xff\xfe",
	    "......",
	    ",,,,,,,,",
	    "1e3 days",
	    "12/31/99999",
	    "9999-12-32",
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		struct local when;
		struct error err = {0};

		if (when_parse(texts[i], &monday, &calendar, &when, &err))
			fail_msg("\"%s\" was understood", texts[i]);
		assert_string_equal(err.field, "when");
		assert_int_equal(when.year, 0);
	}
	check("9999-12-31", &monday, "9999-12-31 17:00 5");
	check("730 business days", &monday, "2029-09-10 17:00 1");
}

static void the_last_days_of_the_calendar_have_no_next_one(void **state)
{
	static const struct local last = {9999, 12, 31, 9, 0, 0, 5};
	static const char *const texts[] = {
	    "tomorrow", "1 business day", "next week", "next month", "3 days",
	    "mon",	"23 hours"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		struct local when;
		struct error err = {0};

		if (when_parse(texts[i], &last, &calendar, &when, &err))
			fail_msg("\"%s\" was understood", texts[i]);
		assert_int_equal(err.code, ERROR_INVALID);
	}
}

static void a_day_alone_takes_no_time(void **state)
{
	static const char *const texts[] = {"fri 3pm", "eod", "in an hour",
					    "yesterday", "2026-11-22"};
	struct day day;
	struct error err = {0};

	(void)state;
	assert_true(when_parse_day("fri", &monday, &calendar, &day, &err));
	assert_string_equal(day.text, "2026-11-27");
	assert_true(when_parse_day("today", &monday, &calendar, &day, &err));
	assert_string_equal(day.text, "2026-11-23");
	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		assert_false(
		    when_parse_day(texts[i], &monday, &calendar, &day, &err));
		assert_string_equal(day.text, "");
	}
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(days_are_understood_as_people_say_them),
	    T(the_weekday_of_today_means_the_next_one),
	    T(next_friday_is_in_the_next_week),
	    T(business_days_skip_the_weekend),
	    T(business_days_skip_holidays_and_closures),
	    T(how_long_from_now_is_understood),
	    T(the_end_of_a_day_is_its_closing),
	    T(the_end_of_a_week_is_its_last_open_day),
	    T(a_part_of_the_day_is_meant_to_its_end),
	    T(words_before_it_are_passed_over),
	    T(a_time_may_stand_behind_or_alone),
	    T(a_month_and_day_that_passed_mean_the_next_year),
	    T(days_and_lengths_are_understood_in_spanish),
	    T(what_lies_before_now_is_refused),
	    T(what_is_not_understood_is_refused_in_words),
	    T(hostile_text_is_refused),
	    T(the_last_days_of_the_calendar_have_no_next_one),
	    T(a_day_alone_takes_no_time),
	    T(it_is_shown_back_in_full),
	    T(a_closed_day_is_understood_and_said),
	    T(a_pause_is_outside_hours),
	    T(a_site_that_never_opens_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
