/*
 * test_compared.c - figures of a week, a month and other days, what they are
 * compared with, and how far a long reading is; the examples of
 * docs/figures.md among them. Everybody in them is invented.
 */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "paper.h"

static const struct day monday = {"2026-11-23"};

/* So many served visits, so many days before Monday. */
static void served_before(struct fixture *f, int days, int count)
{
	struct paper paper = paper_served(RESULT_ANSWERED);
	int64_t back = days * 24 * CLOCK_HOUR;

	paper.arrived_at -= back;
	paper.called_at -= back;
	paper.begun_at -= back;
	paper.ended_at -= back;
	for (int i = 0; i < count; i++)
		paper_enter(f, &paper, NULL);
}

static void compared(struct fixture *f, const char *from, const char *to,
		     struct summary *out)
{
	struct summary_scope scope = {0};
	struct error err = {0};

	fixture_ok(day_parse(from, "from", &scope.from, &err));
	fixture_ok(day_parse(to, "to", &scope.to, &err));
	fixture_ok(desk_sum_up_scope(f->desk, &scope, out, &err));
}

static void a_week_is_compared_with_the_week_before(void **state)
{
	struct summary week;

	served_before(*state, 0, 1);
	served_before(*state, 7, 2); /* Monday, November 16 */
	served_before(*state, 3, 1); /* Friday, November 20 */
	served_before(*state, 8, 4); /* Sunday, November 15 */
	compared(*state, "2026-11-23", "2026-11-29", &week);
	assert_int_equal(week.compared.with, COMPARED_WEEK);
	assert_string_equal(week.compared.from.text, "2026-11-16");
	assert_string_equal(week.compared.to.text, "2026-11-22");
	assert_int_equal(week.visits.arrived, 1);
	assert_int_equal(week.compared.days, 2);
	assert_int_equal(week.compared.arrived, 3);
	assert_int_equal(week.compared.wait.n, 3);
	assert_int_equal(week.compared.wait.median, MINUTES(5));
	summary_release(&week);
}

static void a_month_is_compared_with_the_month_before(void **state)
{
	struct summary month;

	served_before(*state, 23, 2); /* October 31 */
	served_before(*state, 53, 1); /* October 1 */
	served_before(*state, 54, 4); /* September 30 */
	compared(*state, "2026-11-01", "2026-11-30", &month);
	assert_int_equal(month.compared.with, COMPARED_MONTH);
	assert_string_equal(month.compared.from.text, "2026-10-01");
	assert_string_equal(month.compared.to.text, "2026-10-31");
	assert_int_equal(month.compared.arrived, 3);
	assert_int_equal(month.compared.days, 2);
	summary_release(&month);
	compared(*state, "2026-03-01", "2026-03-31", &month);
	assert_string_equal(month.compared.from.text, "2026-02-01");
	assert_string_equal(month.compared.to.text, "2026-02-28");
	summary_release(&month);
}

static void other_days_are_compared_with_as_many_before(void **state)
{
	struct summary days;

	served_before(*state, 3, 2); /* Friday, November 20 */
	served_before(*state, 6, 1); /* Tuesday, November 17 */
	compared(*state, "2026-11-21", "2026-11-23", &days);
	assert_int_equal(days.compared.with, COMPARED_DAYS);
	assert_string_equal(days.compared.from.text, "2026-11-18");
	assert_string_equal(days.compared.to.text, "2026-11-20");
	assert_int_equal(days.compared.arrived, 2);
	summary_release(&days);
	/* Seven days that are no week from Monday. */
	compared(*state, "2026-11-17", "2026-11-23", &days);
	assert_int_equal(days.compared.with, COMPARED_DAYS);
	summary_release(&days);
}

static int told[128];
static size_t told_count;

static void note_progress(void *state, const char *what, int percent)
{
	(void)state;
	assert_string_equal(what, "the figures");
	if (told_count < MEM_COUNT(told))
		told[told_count++] = percent;
}

static void how_far_it_is_only_grows(void **state)
{
	struct fixture *f = *state;
	struct summary_scope scopes[2] = {0};
	struct summary days;
	struct error err = {0};

	for (int i = 0; i < 20; i++)
		served_before(f, i, 1);
	for (size_t i = 0; i < MEM_COUNT(scopes); i++) {
		struct summary_scope *scope = &scopes[i];

		scope->from = day_plus(monday, -20);
		scope->to = monday;
		scope->is_all_sites = i == 0;
		scope->topic_id = i == 0 ? 0 : f->topics[FIXTURE_FENCE];
		scope->progress = note_progress;
		told_count = 0;
		fixture_ok(desk_sum_up_scope(f->desk, scope, &days, &err));
		summary_release(&days);
		assert_true(told_count >= 10);
		for (size_t at = 0; at < told_count; at++) {
			assert_true(told[at] > (at == 0 ? 0 : told[at - 1]));
			assert_true(told[at] <= 100);
		}
	}
}

#define COMPARED_TEST(name)                                                    \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    COMPARED_TEST(a_week_is_compared_with_the_week_before),
	    COMPARED_TEST(a_month_is_compared_with_the_month_before),
	    COMPARED_TEST(other_days_are_compared_with_as_many_before),
	    COMPARED_TEST(how_far_it_is_only_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
