/*
 * The demo city's closed days: a fortnight that its supervisor closed, one of
 * them corrected since, and yesterday that waits. Everybody in it is invented.
 */
#include "demo_city.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/desk/signin.h"
#include "frontdesk/report/corrections.h"
#include "frontdesk/report/day_form.h"

#define SATURDAY_EVENING INT64_C(1796523300000) /* 2026-12-05 18:15 there */
#define MONTH 31

static struct day first_of_month(void)
{
	return day_make(2026, 11, 1);
}

static struct fixture *as_supervisor(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	fixture_ok(desk_sign_in(fixture->desk, DEMO_SUPERVISOR, NULL, 0, &err));
	return fixture;
}

static int setup_saturday(void **state)
{
	fixture_setup_bare(state);
	demo_city_make(*state, SATURDAY_EVENING);
	return 0;
}

static void nine_days_are_closed_and_yesterday_waits(void **state)
{
	struct fixture *fixture = as_supervisor(state);
	struct error err = {0};
	struct day *days;
	size_t count;

	fixture_ok(desk_list_closed_days(fixture->desk, first_of_month(),
					 desk_today(fixture->desk), &days,
					 &count, &err));
	assert_int_equal(count, 9);
	assert_string_equal(days[0].text, "2026-11-09");
	assert_string_equal(days[count - 1].text, "2026-11-19");
	free(days);
	fixture_ok(desk_can_close_day(
	    fixture->desk, day_plus(desk_today(fixture->desk), -3), &err));
}

static void a_closed_day_has_what_happened_on_top(void **state)
{
	struct fixture *fixture = as_supervisor(state);
	struct summary_scope scope = {.from = day_make(2026, 11, 11),
				      .to = day_make(2026, 11, 11)};
	struct error err = {0};
	struct str text = STR_INIT;
	struct day_note note;

	fixture_ok(day_form_make(fixture->desk, &scope, "text", false, &text,
				 &note, &err));
	assert_true(note.is_closed);
	assert_non_null(
	    strstr(str_text(&text), "Remark: Permit system down 10 to 11:30."));
	assert_non_null(strstr(str_text(&text), "5:40 pm by S. Johnson"));
	str_release(&text);
}

/* How many figures of the day were put right, and not only went on. */
static size_t put_right(struct fixture *fixture, struct day day,
			size_t *remarks, bool *is_closed)
{
	struct error err = {0};
	struct corrections found;
	size_t count = 0;

	fixture_ok(corrections_find(fixture->desk, day, &found, &err));
	for (size_t i = 0; i < found.count; i++)
		count += !found.items[i].went_on;
	*remarks = found.later_remarks;
	*is_closed = found.closing.closing_id != 0;
	corrections_release(&found);
	return count;
}

static void expect_one_corrected(struct fixture *fixture, const char *which)
{
	size_t closed = 0;

	for (int i = 0; i < MONTH; i++) {
		struct day day = day_plus(desk_today(fixture->desk), -i);
		size_t remarks;
		bool is_closed;
		size_t count = put_right(fixture, day, &remarks, &is_closed);
		bool is_it = strcmp(day.text, which) == 0;

		closed += is_closed;
		if ((count > 0) != is_it || remarks != is_it)
			fail_msg("%s: %zu put right, %zu remarks", day.text,
				 count, remarks);
	}
	assert_int_equal(closed, 9);
}

static void a_visit_that_was_on_paper_is_the_one_correction(void **state)
{
	struct fixture *fixture = as_supervisor(state);

	expect_one_corrected(fixture, "2026-11-18");
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM visit WHERE "
				    "entered_at IS NOT NULL AND arrived_on = "
				    "'2026-11-18'"),
	    1);
}

static void on_a_saturday_the_weeks_before_are_closed_alike(void **state)
{
	expect_one_corrected(as_supervisor(state), "2026-12-02");
}

int main(void)
{
	const struct CMUnitTest monday[] = {
	    cmocka_unit_test(nine_days_are_closed_and_yesterday_waits),
	    cmocka_unit_test(a_closed_day_has_what_happened_on_top),
	    cmocka_unit_test(a_visit_that_was_on_paper_is_the_one_correction),
	};
	const struct CMUnitTest saturday[] = {
	    cmocka_unit_test(on_a_saturday_the_weeks_before_are_closed_alike),
	};
	int failed =
	    cmocka_run_group_tests(monday, demo_city_setup, fixture_teardown);

	return failed + cmocka_run_group_tests(saturday, setup_saturday,
					       fixture_teardown);
}
