/*
 * test_day_behind.c - what stands behind the figures of the day: on the demo
 * city, whose people are invented, as many records as each figure says.
 */
#include "behind.h"
#include "fixture.h"
#include "frontdesk/base/settings.h"
#include "frontdesk/desk/day_behind.h"
#include "frontdesk/desk/init.h"
#include "frontdesk/desk/signin.h"

static const struct day monday = {"2026-11-23"}, friday = {"2026-11-20"};

static int setup_demo(void **state)
{
	struct fixture *fixture;
	struct error err = {0};

	fixture_setup_bare(state);
	fixture = *state;
	fixture->clock.now = FIXTURE_START;
	fixture_ok(desk_init_demo(fixture->path, settings_shared_dir(),
				  &fixture->clock.clock, NULL, &err));
	fixture_ok(desk_open(fixture->path, settings_shared_dir(),
			     &fixture->clock.clock, &fixture->desk, &err));
	fixture_ok(desk_sign_in_account(fixture->desk, "nobody", &err));
	return 0;
}

static void behind_each_figure_are_as_many_as_it_says(void **state)
{
	struct fixture *f = *state;
	const struct summary_scope scopes[] = {
	    {.from = monday, .to = monday},
	    {.from = friday, .to = friday},
	    {.from = {"2026-11-16"}, .to = {"2026-11-22"}},
	    {.from = friday, .to = friday, .is_all_sites = true},
	};

	for (size_t i = 0; i < sizeof(scopes) / sizeof(scopes[0]); i++)
		assert_true(behind_as_counted(f->desk, &scopes[i]) >= 10);
}

static void behind_a_departments_figures_too(void **state)
{
	struct fixture *f = *state;
	struct summary_scope scope = {.from = {"2026-11-16"},
				      .to = {"2026-11-22"}};
	struct error err = {0};

	fixture_ok(
	    desk_find_scope(f->desk, NULL, "planning", NULL, &scope, &err));
	assert_true(behind_as_counted(f->desk, &scope) >= 50);
	fixture_ok(
	    desk_find_scope(f->desk, NULL, NULL, "fence permit", &scope, &err));
	assert_true(behind_as_counted(f->desk, &scope) >= 10);
}

static struct day_rows listed(struct fixture *f, enum day_figure figure)
{
	const struct summary_scope scope = {.from = {"2026-11-16"},
					    .to = friday};
	const struct day_behind behind = {figure, 0, ""};
	struct day_rows rows = {0};
	struct error err = {0};

	fixture_ok(
	    desk_list_behind(f->desk, &scope, &behind, 500, &rows, &err));
	return rows;
}

static void names_stand_only_where_they_may_be_seen(void **state)
{
	struct fixture *f = *state;
	struct day_rows rows;
	struct error err = {0};

	rows = listed(f, DAY_ARRIVED);
	for (size_t i = 0; i < rows.count; i++)
		assert_string_equal(rows.items[i].who, "");
	day_rows_release(&rows);
	fixture_ok(desk_sign_in(f->desk, "sjohnson", NULL, 0, &err));
	rows = listed(f, DAY_ARRIVED);
	assert_true(rows.count > 5);
	for (size_t i = 0; i < rows.count; i++)
		assert_string_not_equal(rows.items[i].who, "");
	day_rows_release(&rows);
}

static void a_comment_never_says_who_came(void **state)
{
	struct fixture *f = *state;
	struct day_rows rows;
	struct error err = {0};

	rows = listed(f, DAY_COMMENTS);
	assert_true(rows.count > 0);
	assert_string_equal(rows.items[0].words, "");
	day_rows_release(&rows);
	fixture_ok(desk_sign_in(f->desk, "sjohnson", NULL, 0, &err));
	rows = listed(f, DAY_COMMENTS);
	for (size_t i = 0; i < rows.count; i++) {
		assert_string_not_equal(rows.items[i].words, "");
		assert_string_equal(rows.items[i].who, "");
		assert_int_equal(rows.items[i].request_id, 0);
		assert_int_equal(rows.items[i].resident_id, 0);
	}
	day_rows_release(&rows);
}

static void waits_by_hour_are_the_waits_of_the_day(void **state)
{
	struct fixture *f = *state;
	const struct summary_scope scope = {.from = friday, .to = friday};
	struct error err = {0};
	struct day_bars bars;
	struct summary day;
	int64_t n = 0, longest = 0;

	fixture_ok(desk_read_bars(f->desk, &scope, &bars, &err));
	fixture_ok(desk_sum_up_scope(f->desk, &scope, &day, &err));
	for (int i = 0; i < 24; i++) {
		n += bars.hours[i].n;
		longest =
		    bars.hours[i].max > longest ? bars.hours[i].max : longest;
		assert_true(bars.hours[i].n <= day.hours[i]);
	}
	assert_true(n > 5);
	assert_int_equal(n, day.wait.n);
	assert_int_equal(longest, day.wait.max);
	assert_true(bars.topic_count > 2);
	day_bars_release(&bars);
	summary_release(&day);
}

static void each_bar_of_the_promises_is_its_weeks_figure(void **state)
{
	struct fixture *f = *state;
	const struct summary_scope today = {.from = monday, .to = monday};
	struct error err = {0};
	struct day_bars bars;
	int64_t due = 0;

	fixture_ok(desk_read_bars(f->desk, &today, &bars, &err));
	assert_true(bars.has_weeks);
	assert_string_equal(bars.weeks[DAY_WEEKS - 1].from.text, "2026-11-23");
	for (int i = 0; i < DAY_WEEKS; i++) {
		struct day from = bars.weeks[i].from;
		struct day to = i < DAY_WEEKS - 1 ? day_plus(from, 6) : monday;
		struct summary week;

		fixture_ok(desk_sum_up(f->desk, from, to, &week, &err));
		assert_int_equal(bars.weeks[i].due, week.promises_due);
		assert_int_equal(bars.weeks[i].kept, week.promises_kept);
		due += week.promises_due;
		summary_release(&week);
	}
	assert_true(due > 10);
	day_bars_release(&bars);
}

#define DEMO_TEST(name)                                                        \
	cmocka_unit_test_setup_teardown(name, setup_demo, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DEMO_TEST(behind_each_figure_are_as_many_as_it_says),
	    DEMO_TEST(behind_a_departments_figures_too),
	    DEMO_TEST(names_stand_only_where_they_may_be_seen),
	    DEMO_TEST(a_comment_never_says_who_came),
	    DEMO_TEST(waits_by_hour_are_the_waits_of_the_day),
	    DEMO_TEST(each_bar_of_the_promises_is_its_weeks_figure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
