/*
 * test_calendar.c - the business calendar, and "by when" on it
 */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/lists.h"
#include "matter.h"

static void understood(struct fixture *f, const char *text, const char *wanted)
{
	struct error err = {0};
	struct local when;
	char shown[64];

	fixture_ok(desk_understand_when(f->desk, text, &when, NULL, &err));
	when_format(&when, shown);
	assert_string_equal(shown, wanted);
}

/* The clock stands at a wall time of the site. */
static void set_clock(struct fixture *f, const char *text)
{
	struct error err = {0};
	struct local local;

	fixture_ok(local_parse(text, "", &local, &err));
	f->clock.now = zone_instant(FIXTURE_ZONE, &local);
}

static void load_holidays(struct fixture *f)
{
	struct error err = {0};
	size_t count;

	fixture_sign_in(f, FIXTURE_HALE);
	fixture_ok(desk_load_holidays(f->desk, NULL, &count, &err));
	assert_int_equal(count, 13);
}

static void two_business_days_pass_over_thanksgiving(void **state)
{
	struct fixture *f = *state;

	load_holidays(f);
	understood(f, "2 business days", "Wednesday, November 25, 5:00 pm");
	understood(f, "3 business days", "Monday, November 30, 5:00 pm");
	set_clock(f, "2026-11-25T14:14");
	understood(f, "2 business days", "Tuesday, December 1, 5:00 pm");
	/* From a Friday evening, counting starts with the next one. */
	set_clock(f, "2026-12-04T19:00");
	understood(f, "1 business day", "Monday, December 7, 5:00 pm");
	understood(f, "2 business days", "Tuesday, December 8, 5:00 pm");
	set_clock(f, "2026-12-06T10:00");
	understood(f, "1 business day", "Monday, December 7, 5:00 pm");
}

static void a_closed_day_is_said_and_never_blocks(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct local when;
	int64_t id;
	char *note;

	load_holidays(f);
	fixture_ok(desk_understand_when(f->desk, "fri", &when, &note, &err));
	assert_string_equal(note, "closed then (Day after Thanksgiving); "
				  "next open Monday, November 30");
	free(note);
	fixture_ok(
	    desk_understand_when(f->desk, "tomorrow", &when, &note, &err));
	assert_null(note);
	fixture_ok(
	    desk_understand_when(f->desk, "tomorrow 7pm", &when, &note, &err));
	assert_string_equal(note, "outside hours that day: 8:00 am to 5:00 pm");
	free(note);
	fixture_ok(desk_make_promise(
	    f->desk,
	    matter_open(f, fixture_resident(f, "Ms.", "Elena", "Alvarez"),
			"A fence"),
	    "Plan check", "fri", 0, &id, &err));
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " WHERE due_on = '2026-11-27'"),
			 1);
}

static void a_closure_is_passed_over_until_it_is_taken_back(void **state)
{
	struct fixture *f = *state;
	struct desk *other = fixture_desk2(f);
	struct error err = {0};
	struct local when;
	struct day day;

	fixture_sign_in(f, FIXTURE_HALE);
	/* The other desk has read its calendar before. */
	fixture_ok(
	    desk_understand_when(other, "1 business day", &when, NULL, &err));
	assert_int_equal(when.day, 24);
	fixture_ok(desk_set_day(f->desk, "tomorrow", NULL, "Staff training",
				&day, &err));
	assert_string_equal(day.text, "2026-11-24");
	fixture_ok(
	    desk_understand_when(other, "1 business day", &when, NULL, &err));
	assert_int_equal(when.day, 25);
	fixture_refused(
	    desk_set_day(f->desk, "2026-11-24", NULL, "Again", &day, &err),
	    ERROR_CONFLICT);
	fixture_ok(desk_unset_day(f->desk, "nov 24", &day, &err));
	fixture_ok(
	    desk_understand_when(other, "1 business day", &when, NULL, &err));
	assert_int_equal(when.day, 24);
	fixture_refused(desk_unset_day(f->desk, "nov 24", &day, &err),
			ERROR_NOT_FOUND);
	/* What was taken back stays on record, and in the audit. */
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM site_day WHERE"
					   " withdrawn_at IS NOT NULL"),
			 1);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM audit WHERE"
					   " subject = 'site_day'"),
			 2);
}

static void a_holiday_may_be_opened_for_a_morning(void **state)
{
	const struct hours morning = {.spans = {{540, 720}}, .count = 1};
	struct fixture *f = *state;
	struct error err = {0};
	struct day day;

	load_holidays(f);
	fixture_ok(desk_set_day(f->desk, "nov 27", &morning, "Passport fair",
				&day, &err));
	understood(f, "fri", "Friday, November 27, 12:00 pm");
	understood(f, "3 business days", "Friday, November 27, 12:00 pm");
}

static void the_hours_of_weekdays_are_set(void **state)
{
	struct opening opening = {
	    .hours = {.spans = {{450, 1050}}, .count = 1}};
	struct fixture *f = *state;
	struct error err = {0};

	fixture_sign_in(f, FIXTURE_ADMIN);
	fixture_ok(desk_set_hours(f->desk, 0x1e, &opening, &err));
	understood(f, "tomorrow", "Tuesday, November 24, 5:30 pm");
	understood(f, "fri", "Friday, November 27, 5:00 pm");
	/* Every other Friday closed, from the 27th on. */
	opening.other_from = day_make(2026, 11, 27);
	fixture_ok(desk_set_hours(f->desk, 0x20, &opening, &err));
	understood(f, "4 business days", "Monday, November 30, 5:30 pm");
	opening.other_from = day_make(2026, 11, 26);
	fixture_refused(desk_set_hours(f->desk, 0x20, &opening, &err),
			ERROR_INVALID);
	opening = (struct opening){0};
	fixture_refused(desk_set_hours(f->desk, 0x7f, &opening, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "hours");
	understood(f, "tomorrow", "Tuesday, November 24, 5:30 pm");
}

static void a_clerk_reads_it_and_a_supervisor_changes_it(void **state)
{
	struct fixture *f = *state;
	const struct calendar *calendar;
	const struct opening opening = {0};
	struct error err = {0};
	struct day day;
	size_t count;

	fixture_ok(desk_calendar(f->desk, &calendar, &err));
	fixture_refused(
	    desk_set_day(f->desk, "tomorrow", NULL, "No", &day, &err),
	    ERROR_DENIED);
	fixture_refused(desk_unset_day(f->desk, "tomorrow", &day, &err),
			ERROR_DENIED);
	fixture_refused(desk_set_hours(f->desk, 1, &opening, &err),
			ERROR_DENIED);
	fixture_refused(desk_load_holidays(f->desk, NULL, &count, &err),
			ERROR_DENIED);
}

static void a_day_that_is_no_day_is_refused(void **state)
{
	static const char *const days[] = {
	    "",	      "yesterday",    "2026-11-22", "2026-02-30",
	    "feb 30", "tomorrow 3pm", "in an hour", "\x1b[2J",
	    "%s",     "2026-13-01",
	};
	struct fixture *f = *state;

	fixture_sign_in(f, FIXTURE_HALE);
	for (size_t i = 0; i < MEM_COUNT(days); i++) {
		struct error err = {0};
		struct day day;

		fixture_refused(desk_set_day(f->desk, days[i], NULL, "Training",
					     &day, &err),
				ERROR_INVALID);
		assert_string_equal(err.field, "when");
	}
}

static void a_file_of_holidays_replaces_all_or_nothing(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	size_t count;
	char path[160];
	FILE *file;

	load_holidays(f);
	snprintf(path, sizeof(path), "%s/days.tsv", f->dir);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("# name\trule\tobserved\nFounders' Day\tdecember 1\tnearest\n"
	      "Nonsense\t5th mon may\tsame\n",
	      file);
	fclose(file);
	fixture_refused(desk_load_holidays(f->desk, path, &count, &err),
			ERROR_INVALID);
	assert_non_null(strstr(err.text, "days.tsv:3"));
	understood(f, "3 business days", "Monday, November 30, 5:00 pm");
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("# name\trule\tobserved\nFounders' Day\tnovember 25\tnearest\n",
	      file);
	fclose(file);
	fixture_ok(desk_load_holidays(f->desk, path, &count, &err));
	assert_int_equal(count, 1);
	understood(f, "2 business days", "Thursday, November 26, 5:00 pm");
	fixture_refused(desk_load_holidays(f->desk, "/nowhere/x", &count, &err),
			ERROR_INVALID);
}

static void the_hour_a_spring_night_leaves_out_is_the_one_after(void **state)
{
	struct fixture *f = *state;

	set_clock(f, "2027-03-13T16:00");
	understood(f, "tomorrow 2:30 am", "Sunday, March 14, 3:30 am");
	understood(f, "tomorrow 1:30 am", "Sunday, March 14, 1:30 am");
	/* The hour that comes twice is the first one. */
	set_clock(f, "2026-10-31T16:00");
	understood(f, "tomorrow 1:30 am", "Sunday, November 1, 1:30 am");
	/* Hours are hours, also over such a night. */
	set_clock(f, "2027-03-14T01:30");
	understood(f, "in 2 hours", "Sunday, March 14, 4:30 am");
	set_clock(f, "2026-11-01T00:30");
	understood(f, "in 3 hours", "Sunday, November 1, 2:30 am");
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(two_business_days_pass_over_thanksgiving),
	    T(a_closed_day_is_said_and_never_blocks),
	    T(a_closure_is_passed_over_until_it_is_taken_back),
	    T(a_holiday_may_be_opened_for_a_morning),
	    T(the_hours_of_weekdays_are_set),
	    T(a_clerk_reads_it_and_a_supervisor_changes_it),
	    T(a_day_that_is_no_day_is_refused),
	    T(a_file_of_holidays_replaces_all_or_nothing),
	    T(the_hour_a_spring_night_leaves_out_is_the_one_after),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
