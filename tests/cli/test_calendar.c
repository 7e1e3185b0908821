/*
 * test_calendar.c - frontdesk calendar, run as a program; everybody in it is
 * invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/json.h"
#include "new_store.h"
#include "run.h"

static struct place place;

static int make(void **state)
{
	(void)state;
	new_store_make(&place, FRONTDESK_FIXED);
	new_store_keep(&place);
	return 0;
}

static int remove_all(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static int setup(void **state)
{
	(void)state;
	new_store_renew(&place);
	return 0;
}

static void it_shows_hours_holidays_of_two_years_and_days(void **state)
{
	static const char *const wanted[] = {
	    "City Hall\n",
	    "Monday to Friday        8:00 am to 5:00 pm",
	    "Saturday and Sunday     closed",
	    "Holidays of 2026",
	    "2026-07-03  Fri Jul 3   Independence Day (Sat Jul 4, observed)",
	    "2026-11-27  Fri Nov 27  Day after Thanksgiving",
	    "Holidays of 2027",
	    "2027-07-05  Mon Jul 5   Independence Day (Sun Jul 4, observed)",
	    "Days set apart\n  none",
	};
	struct run run;

	(void)state;
	RUN(&run, "calendar");
	assert_int_equal(run.status, 0);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (strstr(str_text(&run.out), wanted[i]) == NULL)
			fail_msg("no \"%s\" in\n%s", wanted[i],
				 str_text(&run.out));
	run_release(&run);
	RUN(&run, "calendar", "--year", "2028");
	/* New Year's Day of 2028 is a Saturday. */
	run_expect(&run, 0, "2027-12-31  Fri Dec 31  New Year's Day", "");
}

static void a_day_is_closed_and_opened_again(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "calendar", "close", "2026-12-28", "--reason",
	    "Staff training");
	run_expect(&run, 0, "2026-12-28 is closed: Staff training", "");
	RUN(&run, "calendar");
	run_expect(&run, 0, "2026-12-28  Mon Dec 28  closed: Staff training",
		   "");
	RUN(&run, "calendar", "open", "dec 28");
	run_expect(&run, 0, "as its weekday is again", "");
	RUN(&run, "calendar", "open", "dec 19", "9-13", "--reason",
	    "Permit fair");
	run_expect(&run, 0, "2026-12-19 is open 9:00 am to 1:00 pm", "");
	RUN(&run, "calendar");
	run_expect(&run, 0, "9:00 am to 1:00 pm: Permit fair", "");
}

static void the_hours_of_weekdays_are_changed(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "calendar", "hours", "mon-thu", "7:30-17:30");
	run_expect(&run, 0, "Monday to Thursday      7:30 am to 5:30 pm", "");
	RUN(&run, "calendar", "hours", "fri", "8-12,13-17",
	    "--every-other-from", "2026-12-04");
	run_expect(&run, 0,
		   "8:00 am to 12:00 pm, 1:00 pm to 5:00 pm; every other one "
		   "closed, from 2026-12-04 on",
		   "");
	RUN(&run, "calendar", "hours", "Friday", "closed");
	run_expect(&run, 0, "Friday to Sunday        closed", "");
}

static void a_holiday_of_the_citys_own_is_added_by_its_rule(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "calendar", "holiday", "add", "Founders' Day",
	    "2nd fri october");
	run_expect(&run, 0,
		   "Founders' Day is a holiday: 2nd fri october; next closed "
		   "on 2027-10-08\n",
		   "");
	RUN(&run, "calendar");
	run_expect(&run, 0, "2027-10-08  Fri Oct 8   Founders' Day", "");
	/* Saturday, December 12: observed the day before, unless it is not. */
	RUN(&run, "calendar", "holiday", "add", "City Birthday", "december 12");
	run_expect(&run, 0, "next closed on 2026-12-11", "");
	RUN(&run, "calendar", "holiday", "add", "City Birthday", "december 12");
	run_expect(&run, 1, "", "City Birthday is a holiday by that rule");
	RUN(&run, "calendar", "holiday", "add", "City Birthday", "december 12",
	    "--observed", "same");
	run_expect(&run, 0,
		   "is changed: december 12; next closed on "
		   "2026-12-12",
		   "");
	RUN(&run, "calendar", "holiday", "remove", "City Birthday");
	run_expect(&run, 0, "City Birthday is no holiday any more", "");
	RUN(&run, "calendar");
	assert_int_equal(run.status, 0);
	assert_null(strstr(str_text(&run.out), "City Birthday"));
	run_release(&run);
	RUN(&run, "calendar", "holiday", "remove", "City Birthday");
	run_expect(&run, 1, "", "there is no holiday “City Birthday”");
	/* Taken up again, it is as it was said last. */
	RUN(&run, "calendar", "holiday", "add", "City Birthday", "december 12");
	run_expect(&run, 0, "is a holiday", "");
}

static void scripts_read_it_as_json(void **state)
{
	struct error err = {0};
	struct json *all, *first;
	struct run run;

	(void)state;
	RUN(&run, "calendar", "close", "tomorrow", "--reason",
	    "Water \"main\"");
	run_expect(&run, 0, "", "");
	RUN(&run, "calendar", "--format", "json");
	assert_int_equal(run.status, 0);
	assert_true(json_parse(str_text(&run.out), run.out.len, &all, &err));
	assert_string_equal(json_get_text(all, "site"), "City Hall");
	assert_int_equal(json_count(json_get(all, "weekdays")), 7);
	assert_int_equal(json_count(json_get(all, "holidays")), 26);
	first = json_at(json_get(all, "days"), 0);
	assert_string_equal(json_get_text(first, "day"), "2026-11-24");
	assert_string_equal(json_get_text(first, "reason"), "Water \"main\"");
	assert_int_equal(json_count(json_get(first, "hours")), 0);
	json_free(all);
	run_release(&run);
}

static void what_cannot_be_is_refused_in_a_sentence(void **state)
{
	static const char *const words[][6] = {
	    {"calendar", "close"},
	    {"calendar", "close", "tomorrow"},
	    {"calendar", "close", "2026-11-01", "--reason", "Gone"},
	    {"calendar", "close", "soonish", "--reason", "Training"},
	    {"calendar", "close", "2026-02-30", "--reason", "Training"},
	    {"calendar", "close", "tomorrow", "--reason", "a\x1b[2J"},
	    {"calendar", "open", "tomorrow", "17-8", "--reason", "Fair"},
	    {"calendar", "open", "tomorrow", "closed", "--reason", "Fair"},
	    {"calendar", "hours", "someday", "8-17"},
	    {"calendar", "hours", "mon-", "8-17"},
	    {"calendar", "hours", "mon,", "8-17"},
	    {"calendar", "hours", "mon", "all day"},
	    {"calendar", "hours", "mon-sun", "closed"},
	    {"calendar", "hours", "fri", "8-17",
	     "--every-other-from=2026-12-03"},
	    {"calendar", "hours", "fri", "8-17", "--every-other-from=soon"},
	    {"calendar", "holidays", "/nowhere/holidays.tsv"},
	    {"calendar", "holiday"},
	    {"calendar", "holiday", "add", "Founders' Day"},
	    {"calendar", "holiday", "add", "Founders' Day", "some day"},
	    {"calendar", "holiday", "add", "", "july 4"},
	    {"calendar", "holiday", "add", "a\x1b[2J", "july 4"},
	    {"calendar", "holiday", "add", "Founders' Day", "july 4",
	     "--observed=never"},
	    {"calendar", "holiday", "burn", "Founders' Day"},
	    {"calendar", "burn"},
	    {"calendar", "--year", "soon"},
	    {"calendar", "--format", "xml"},
	};
	struct run run;

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *line[7] = {NULL};

		memcpy(line, words[i], sizeof(words[i]));
		run_words(FRONTDESK_FIXED, NULL, line, &run);
		if (run.status != 2 || run.out.len > 0 ||
		    strncmp(str_text(&run.complaints), "frontdesk: ", 11) != 0)
			fail_msg("%zu: %d %s%s", i, run.status,
				 str_text(&run.out), str_text(&run.complaints));
		run_release(&run);
	}
	/* Not wrong, but nothing to do. */
	RUN(&run, "calendar", "close", "thu", "--reason", "Holiday");
	run_expect(&run, 1, "", "closed already (Thanksgiving Day)");
	RUN(&run, "calendar", "open", "tomorrow");
	run_expect(&run, 1, "", "nothing was set for Tue Nov 24 alone");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup(
		it_shows_hours_holidays_of_two_years_and_days, setup),
	    cmocka_unit_test_setup(a_day_is_closed_and_opened_again, setup),
	    cmocka_unit_test_setup(the_hours_of_weekdays_are_changed, setup),
	    cmocka_unit_test_setup(
		a_holiday_of_the_citys_own_is_added_by_its_rule, setup),
	    cmocka_unit_test_setup(scripts_read_it_as_json, setup),
	    cmocka_unit_test_setup(what_cannot_be_is_refused_in_a_sentence,
				   setup),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
