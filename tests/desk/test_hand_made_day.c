/*
 * test_hand_made_day.c - a day that anybody can count by hand, as records, and
 * the same figures in each form. Everybody in it is invented.
 */
#include "agree.h"
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/report/summary.h"
#include "matter.h"
#include "paper.h"
#include "sample_day.h"
#include "schema.h"

static const struct day monday = {"2026-11-23"};

/* Twelve: nine served, two who left, one who waits; two of them unnamed. */
static void enter_the_day(struct fixture *f)
{
	static const int waits[] = {12, 0, 8, 2, 23, 3, 6, 4, 5};
	int64_t resident_id = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	const struct paper left = {.arrived_at = paper_at(11, 0),
				   .ended_at = paper_at(11, 30),
				   .has_left = true,
				   .resident_id = resident_id};
	struct error err = {0};
	int64_t visit_id;

	for (size_t i = 0; i < MEM_COUNT(waits); i++) {
		struct paper paper = paper_served(RESULT_ANSWERED);

		paper.called_at = paper.begun_at = paper_at(9, waits[i]);
		paper.ended_at = paper_at(9, waits[i] + 4);
		paper.resident_id = i < 2 ? 0 : resident_id;
		paper_enter(f, &paper, NULL);
	}
	paper_enter(f, &left, NULL);
	paper_enter(f, &left, NULL);
	fixture_ok(
	    desk_join_line(f->desk, resident_id, 0, 0, NULL, &visit_id, &err));
}

static void the_hand_made_day_is_what_its_records_give(void **state)
{
	struct summary sample = sample_day(), day;

	enter_the_day(*state);
	paper_sum_up(*state, monday, monday, &day);
	assert_int_equal(day.visits.arrived, sample.visits.arrived);
	assert_int_equal(day.visits.unnamed, sample.visits.unnamed);
	assert_int_equal(day.visits.served, sample.visits.served);
	assert_int_equal(day.visits.left, sample.visits.left);
	assert_int_equal(day.visits.open, sample.visits.open);
	assert_memory_equal(&day.wait, &sample.wait, sizeof(day.wait));
	assert_memory_equal(day.wait_buckets, sample.wait_buckets,
			    sizeof(day.wait_buckets));
	assert_int_equal(day.wait_within_target, sample.wait_within_target);
	summary_release(&day);
}

/* What the issue of the day says, word for word, in each form. */
static void expect_forms(const struct summary *day)
{
	static const char *const text[] = {
	    "12 people came to the counter.",
	    "9 visits were served, 2 left without being served",
	    "1 still open.",
	    "  Arrived                 12          12",
	    "  Unnamed                  2           2",
	    "  Wait, arrival to call          9          5 min          7 min"
	    "         23 min",
	    "  Waited under 5 min                             4\n",
	    "  Waited 5 to 20 min                             4\n",
	    "  Waited 20 to 60 min                            1\n",
	    "  Waited 60 min and over                         0\n",
	    "  Called within 10 min                           7 of 9, 78%",
	};
	static const char *const csv[] = {
	    "visits,arrived,12\r\n",
	    "visits,unnamed,2\r\n",
	    "visits,served,9\r\n",
	    "visits,left,2\r\n",
	    "visits,open,1\r\n",
	    "wait,n,9\r\n",
	    "wait,median_ms,300000\r\n",
	    "wait,mean_ms,420000\r\n",
	    "wait,max_ms,1380000\r\n",
	    "wait,buckets.under_5_min,4\r\n",
	    "wait,buckets.5_to_20_min,4",
	    "wait,buckets.20_to_60_min,1",
	    "wait,within_target.n,9\r\n",
	    "wait,within_target.count,7\r\n",
	    "wait,buckets.60_min_and_over,0",
	    "wait,within_target.share,0.7778\r\n",
	};
	static const char *const json[] = {
	    "\"arrived\": 12",	      "\"unnamed\": 2",
	    "\"median_ms\": 300000",  "\"mean_ms\": 420000",
	    "\"max_ms\": 1380000",    "\"under_5_min\": 4",
	    "\"5_to_20_min\": 4",     "\"20_to_60_min\": 1",
	    "\"60_min_and_over\": 0", "\"share\": 0.7778",
	};
	struct str out = STR_INIT;

	summary_add_text(day, NULL, &out);
	for (size_t i = 0; i < MEM_COUNT(text); i++)
		sample_contains(str_text(&out), text[i]);
	str_clear(&out);
	summary_add_csv(day, false, &out);
	for (size_t i = 0; i < MEM_COUNT(csv); i++)
		sample_contains(str_text(&out), csv[i]);
	str_clear(&out);
	summary_add_json(day, false, &out);
	for (size_t i = 0; i < MEM_COUNT(json); i++)
		sample_contains(str_text(&out), json[i]);
	str_release(&out);
}

static void the_hand_made_day_is_the_same_in_each_form(void **state)
{
	struct summary sample = sample_day(), day;

	expect_forms(&sample);
	enter_the_day(*state);
	paper_sum_up(*state, monday, monday, &day);
	expect_forms(&day);
	summary_release(&day);
}

/* Text, CSV with its tables, and JSON: not only what is written out above. */
static void every_figure_of_the_hand_made_day_agrees(void **state)
{
	struct summary sample = sample_day(), day;
	struct str json = STR_INIT;

	assert_true(agree_forms(&sample, false) > 400);
	agree_forms(&sample, true);
	enter_the_day(*state);
	paper_sum_up(*state, monday, monday, &day);
	assert_true(agree_forms(&day, false) > 400);
	agree_forms(&day, true);
	summary_add_json(&day, false, &json);
	schema_accepts("summary", str_text(&json));
	str_release(&json);
	summary_release(&day);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		the_hand_made_day_is_what_its_records_give, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		the_hand_made_day_is_the_same_in_each_form, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		every_figure_of_the_hand_made_day_agrees, fixture_setup,
		fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
