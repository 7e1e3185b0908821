/*
 * test_calendar.c - the hours, holidays and closures of a site, as kept
 */
#include "fixture.h"

#include "frontdesk/store/calendar.h"

static void a_new_site_has_its_hours_from_monday_to_friday(void **state)
{
	struct fixture *f = *state;
	struct calendar calendar;
	struct error err = {0};

	fixture_ok(calendar_get(fixture_db(f), f->site_id, &calendar, &err));
	for (int i = 0; i < 7; i++)
		assert_int_equal(calendar.weekdays[i].hours.count,
				 i == 0 || i == 6 ? 0 : 1);
	assert_int_equal(calendar.weekdays[1].hours.spans[0].from, 480);
	assert_int_equal(calendar.weekdays[5].hours.spans[0].to, 1020);
	assert_int_equal(calendar.holiday_count, 0);
	assert_int_equal(calendar.day_count, 0);
	calendar_release(&calendar);
}

static bool set_friday(struct db *db, void *state, struct error *err)
{
	const struct fixture *f = state;
	const struct opening opening = {
	    .hours = {.spans = {{480, 720}, {780, 1020}}, .count = 2},
	    .other_from = {"2026-12-04"},
	};

	return site_hours_set(db, f->site_id, 5, &opening, err);
}

static void a_pause_and_every_other_week_come_back_as_they_were(void **state)
{
	struct fixture *f = *state;
	const struct opening *friday;
	struct calendar calendar;
	struct error err = {0};

	fixture_ok(db_transaction(fixture_db(f), set_friday, f, &err));
	fixture_ok(calendar_get(fixture_db(f), f->site_id, &calendar, &err));
	friday = &calendar.weekdays[5];
	assert_int_equal(friday->hours.count, 2);
	assert_int_equal(friday->hours.spans[0].to, 720);
	assert_int_equal(friday->hours.spans[1].from, 780);
	assert_string_equal(friday->other_from.text, "2026-12-04");
	calendar_release(&calendar);
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM site_hours"),
			 7);
}

static bool close_day(struct db *db, void *state, struct error *err)
{
	const struct fixture *f = state;
	const struct special_day day = {.day = {"2026-12-28"},
					.reason = "Staff training"};

	return site_day_insert(db, f->site_id, &day, err);
}

static bool open_day(struct db *db, void *state, struct error *err)
{
	const struct fixture *f = state;
	const struct day day = {"2026-12-28"};
	bool is_found;

	if (!site_day_withdraw(db, f->site_id, day, &is_found, err))
		return false;
	return is_found || error_set(err, ERROR_NOT_FOUND, "day", "none");
}

static void one_day_is_set_apart_once_and_its_rows_are_kept(void **state)
{
	struct fixture *f = *state;
	struct calendar calendar;
	struct error err = {0};

	fixture_ok(db_transaction(fixture_db(f), close_day, f, &err));
	assert_false(db_transaction(fixture_db(f), close_day, f, &err));
	fixture_ok(calendar_get(fixture_db(f), f->site_id, &calendar, &err));
	assert_int_equal(calendar.day_count, 1);
	assert_string_equal(calendar.days[0].reason, "Staff training");
	calendar_release(&calendar);
	fixture_ok(db_transaction(fixture_db(f), open_day, f, &err));
	fixture_refused(db_transaction(fixture_db(f), open_day, f, &err),
			ERROR_NOT_FOUND);
	fixture_ok(db_transaction(fixture_db(f), close_day, f, &err));
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM site_day"), 2);
	fixture_ok(db_check(fixture_db(f), &err));
}

static bool save_holiday(struct db *db, void *state, struct error *err)
{
	return holiday_save(db, state, err);
}

static bool retire_holiday(struct db *db, void *state, struct error *err)
{
	return holiday_retire(db, state, err);
}

static void a_holiday_that_was_retired_is_taken_up_again(void **state)
{
	struct fixture *f = *state;
	struct holiday holiday = {.name = "Founders' Day",
				  .rule_text = "december 1",
				  .observed = OBSERVED_NEAREST};
	struct calendar calendar;
	struct error err = {0};

	fixture_ok(db_transaction(fixture_db(f), save_holiday, &holiday, &err));
	fixture_ok(
	    db_transaction(fixture_db(f), retire_holiday, holiday.name, &err));
	fixture_ok(calendar_get(fixture_db(f), f->site_id, &calendar, &err));
	assert_int_equal(calendar.holiday_count, 0);
	calendar_release(&calendar);
	holiday.rule_text = "1st tue december";
	fixture_ok(db_transaction(fixture_db(f), save_holiday, &holiday, &err));
	fixture_ok(calendar_get(fixture_db(f), f->site_id, &calendar, &err));
	assert_int_equal(calendar.holiday_count, 1);
	assert_string_equal(holiday_day(&calendar.holidays[0], 2026).text,
			    "2026-12-01");
	assert_int_equal(calendar.holidays[0].nth, 1);
	calendar_release(&calendar);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_new_site_has_its_hours_from_monday_to_friday),
	    T(a_pause_and_every_other_week_come_back_as_they_were),
	    T(one_day_is_set_apart_once_and_its_rows_are_kept),
	    T(a_holiday_that_was_retired_is_taken_up_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
