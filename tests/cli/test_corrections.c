/*
 * What changed of closed days, told while it is read.
 */
#include "cli/summary_corrections.h"
#include "closed_day.h"
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/closing.h"

static void note_progress(void *state, const char *what, int percent)
{
	assert_string_equal(what, "closed days");
	str_addf(state, "%d ", percent);
}

static void each_closed_day_of_a_long_range_is_told(void **state)
{
	static const int days_ago[] = {4, 3, 2, 1};
	struct fixture *fixture = *state;
	struct str told = STR_INIT, out = STR_INIT;
	struct summary_scope scope = {.progress = note_progress,
				      .progress_state = &told};
	struct error err = {0};

	closed_day_begin_before(fixture, 4);
	fixture_sign_in(fixture, FIXTURE_HALE);
	scope.to = desk_today(fixture->desk);
	scope.from = day_plus(scope.to, -3600);
	for (size_t i = 0; i < MEM_COUNT(days_ago); i++) {
		struct closing_order order = {
		    .day = day_plus(scope.to, -days_ago[i])};

		fixture_ok(desk_close_day(fixture->desk, &order, &err));
	}
	fixture_ok(summary_corrections(fixture->desk, &scope,
				       SUMMARY_FORMAT_TEXT, &out, &err));
	assert_string_equal(str_text(&told), "0 25 50 75 ");
	str_release(&told);
	str_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		each_closed_day_of_a_long_range_is_told, fixture_setup,
		fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
