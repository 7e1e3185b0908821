/*
 * test_figures.c - the worked examples of docs/figures.md, each as it stands
 * there. Everybody in them is invented.
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/day_behind.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "matter.h"
#include "paper.h"

static const struct day monday = {"2026-11-23"};
static const struct day wednesday = {"2026-11-25"};

static void enter_many(struct fixture *fixture, const struct paper *paper,
		       int count)
{
	for (int i = 0; i < count; i++)
		paper_enter(fixture, paper, NULL);
}

static void twelve_people_come_to_the_counter(void **state)
{
	const struct paper served = paper_served(RESULT_ANSWERED);
	const struct paper left = {.arrived_at = paper_at(9, 0),
				   .ended_at = paper_at(9, 30),
				   .has_left = true};
	const struct paper not_there = {.arrived_at = paper_at(9, 0),
					.called_at = paper_at(9, 20),
					.ended_at = paper_at(9, 25),
					.has_left = true};
	struct fixture *f = *state;
	struct summary day;
	struct error err = {0};
	int64_t visit_id;

	enter_many(f, &served, 9);
	paper_enter(f, &left, NULL);
	paper_enter(f, &not_there, NULL);
	fixture_ok(
	    desk_join_line(f->desk, 0, 0, 0, "dog licence", &visit_id, &err));
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.arrived, 12);
	assert_int_equal(day.visits.served, 9);
	assert_int_equal(day.visits.left, 2);
	assert_int_equal(day.visits.left_waiting, 1);
	assert_int_equal(day.visits.left_called, 1);
	assert_int_equal(day.visits.open, 1);
	summary_release(&day);
}

static void of_nine_with_a_name_seven_are_addressed_as_they_wish(void **state)
{
	struct fixture *f = *state;
	struct paper paper = paper_served(RESULT_ANSWERED);
	struct error err = {0};
	struct summary day;
	int64_t ines = fixture_resident(f, NULL, "Ines", "Duarte");

	for (int i = 0; i < 9; i++) {
		paper.resident_id =
		    i == 6 ? ines
			   : fixture_resident(f, i < 6 ? "Ms." : NULL, "Elena",
					      "Alvarez");
		if (i == 6)
			fixture_ok(
			    desk_note_as_it_stands(f->desk, ines, true, &err));
		paper_enter(f, &paper, NULL);
	}
	paper.resident_id = 0;
	enter_many(f, &paper, 3);
	fixture_ok(desk_note_as_it_stands(f->desk, ines, false, &err));
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.arrived - day.visits.unnamed, 9);
	assert_int_equal(day.visits.address_known, 7);
	assert_int_equal(day.visits.address_unknown, 2);
	summary_release(&day);
}

static void ten_waits_have_their_median_between_two(void **state)
{
	static const int waits[] = {0, 2, 3, 4, 5, 6, 8, 12, 23, 7};
	struct summary day;

	for (size_t i = 0; i < MEM_COUNT(waits); i++) {
		struct paper paper = paper_served(RESULT_ANSWERED);

		paper.called_at = paper.begun_at = paper_at(9, waits[i]);
		paper.ended_at = paper_at(9, 30);
		paper_enter(*state, &paper, NULL);
	}
	paper_sum_up(*state, monday, monday, &day);
	assert_int_equal(day.wait.n, 10);
	assert_int_equal(day.wait.median, MINUTES(5) + 30 * CLOCK_SECOND);
	assert_int_equal(day.wait.max, MINUTES(23));
	summary_release(&day);
}

static void a_hold_of_two_minutes_leaves_eight_of_service(void **state)
{
	struct fixture *f = *state;
	struct visit visit = {.state = VISIT_SERVED};
	struct visit_times times = {.begun_at = paper_at(9, 0),
				    .ended_at = paper_at(9, 10)};
	struct summary day;
	struct error err = {0};

	times.holds = mem_new(1, sizeof(times.holds[0]));
	times.hold_count = 1;
	times.holds[0].began_at = paper_at(9, 4);
	times.holds[0].ended_at = paper_at(9, 6);
	times.holds[0].reason = "copies";
	visit_add_contact(&visit)->result = RESULT_ANSWERED;
	visit.contacts[0].topic_id = f->topics[FIXTURE_DOG];
	fixture_ok(desk_enter_visit(f->desk, &visit, &times, &err));
	visit_release(&visit);
	free(times.holds);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.service.median, MINUTES(8));
	assert_int_equal(day.hold.median, MINUTES(2));
	assert_string_equal(day.holds.items[0].name, "copies");
	assert_int_equal(day.holds.items[0].count, 1);
	summary_release(&day);
}

static void the_tenth_request_is_listed(void **state)
{
	const struct paper answered = paper_served(RESULT_ANSWERED);
	const struct paper opened = paper_served(RESULT_OPENED);
	struct summary day;

	enter_many(*state, &answered, 9);
	paper_enter(*state, &opened, NULL);
	paper_sum_up(*state, monday, monday, &day);
	assert_int_equal(day.acknowledged_counter.received, 10);
	assert_int_equal(day.acknowledged_counter.same_day, 9);
	assert_int_equal(day.not_acknowledged.count, 1);
	summary_release(&day);
}

static void two_of_four_are_resolved_at_first_contact(void **state)
{
	struct fixture *f = *state;
	const struct paper answered = paper_served(RESULT_ANSWERED);
	const struct paper given = paper_served(RESULT_GIVEN);
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	struct error err = {0};
	struct visit visit;
	struct summary day;
	int64_t promise_id;

	paper_enter(f, &answered, NULL);
	paper_enter(f, &given, NULL);
	matter_begin(f, f->desk, elena, FIXTURE_FENCE, "A fence", &visit);
	matter_offer(f->desk, visit.contacts[0].request_id, visit.visit_id, 0,
		     f->departments[FIXTURE_PLANNING], "Check the plan");
	matter_finish(f->desk, &visit, RESULT_HANDED_OFF);
	visit_release(&visit);
	matter_begin(f, f->desk, elena, FIXTURE_DOG, "A dog", &visit);
	fixture_ok(desk_make_promise(f->desk, visit.contacts[0].request_id,
				     "call back", "today 4pm", 0, &promise_id,
				     &err));
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	visit_release(&visit);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.first_contact_n, 4);
	assert_int_equal(day.first_contact_resolved, 2);
	summary_release(&day);
}

/* Monday by A. Ruiz, Wednesday by B. Chen, closed two days later. */
static void a_permit_has_two_contacts_and_three_touches(void **state)
{
	struct fixture *f = *state;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request_id = matter_open(f, elena, "A fence");
	struct visit visit = {.channel = CHANNEL_WALK_IN};
	const struct day friday = {"2026-11-27"};
	struct error err = {0};
	struct summary day;

	fixture_pass(f, 48 * CLOCK_HOUR);
	visit_add_person(&visit, elena, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_begin_visit(fixture_desk2(f), &visit, 0, &err));
	visit_add_contact(&visit)->request_id = request_id;
	visit.contacts[0].topic_id = f->topics[FIXTURE_FENCE];
	matter_finish(f->desk2, &visit, RESULT_OPENED);
	visit_release(&visit);
	fixture_pass(f, 48 * CLOCK_HOUR);
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_resolve_request(f->desk, request_id,
					"The plan is approved.", &err));
	paper_sum_up(f, friday, friday, &day);
	assert_int_equal(day.contacts_n, 1);
	assert_int_equal(day.contacts[1], 1);
	assert_int_equal(day.touches[2], 1);
	summary_release(&day);
}

static void two_hand_offs_of_which_one_is_accepted(void **state)
{
	struct fixture *f = *state;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t requests[2] = {matter_open(f, elena, "A fence"),
			       matter_open(f, elena, "Another")};
	int64_t first = matter_offer(f->desk, requests[0], 0,
				     f->staff[FIXTURE_CHEN], 0, "Call them");
	struct error err = {0};
	struct summary day;

	fixture_pass(f, MINUTES(40));
	fixture_ok(desk_accept_handoff(fixture_desk2(f), first, "Call them",
				       "fri", &err));
	matter_offer(f->desk, requests[1], 0, f->staff[FIXTURE_CHEN], 0,
		     "Call them, too");
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.handoffs_offered, 2);
	assert_int_equal(day.handoffs_accepted, 1);
	assert_int_equal(day.handoffs_pending, 1);
	assert_int_equal(day.handoff_accept.n, 1);
	assert_int_equal(day.handoff_accept.median, MINUTES(40));
	summary_release(&day);
}

static void of_five_promises_three_are_due_and_two_kept(void **state)
{
	struct fixture *f = *state;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	struct error err = {0};
	struct summary day;
	int64_t ids[5];

	for (int i = 0; i < 5; i++)
		fixture_ok(
		    desk_make_promise(f->desk, matter_open(f, elena, "A fence"),
				      "call", "2026-11-25", 0, &ids[i], &err));
	fixture_pass(f, 24 * CLOCK_HOUR);
	for (int i = 0; i < 2; i++)
		fixture_ok(desk_keep_promise(f->desk, ids[i], "called", &err));
	fixture_ok(desk_renew_promise(f->desk, ids[2], "2026-12-01",
				      "the planner is ill", &err));
	fixture_ok(desk_withdraw_promise(f->desk, ids[3], "not needed", &err));
	fixture_pass(f, 48 * CLOCK_HOUR);
	fixture_ok(desk_keep_promise(f->desk, ids[4], "called late", &err));
	paper_sum_up(f, wednesday, wednesday, &day);
	assert_int_equal(day.promises_due, 3);
	assert_int_equal(day.promises_kept, 2);
	assert_int_equal(day.promises_missed, 1);
	assert_int_equal(day.promises_renewed, 1);
	assert_int_equal(day.promises_withdrawn, 1);
	summary_release(&day);
}

static void what_is_not_due_yet_takes_no_part_in_the_share(void **state)
{
	struct fixture *f = *state;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	struct error err = {0};
	const struct summary_scope scope = {.from = wednesday, .to = wednesday};
	struct day_bars bars;
	struct summary day;
	int64_t ids[5];

	for (int i = 0; i < 5; i++)
		fixture_ok(desk_make_promise(
		    f->desk, matter_open(f, elena, "A fence"), "call",
		    "2026-11-25 17:00", 0, &ids[i], &err));
	fixture_pass(f, 48 * CLOCK_HOUR);
	for (int i = 0; i < 2; i++)
		fixture_ok(desk_keep_promise(f->desk, ids[i], "called", &err));
	paper_sum_up(f, wednesday, wednesday, &day);
	assert_int_equal(day.promises_due, 5);
	assert_int_equal(day.promises_kept, 2);
	assert_int_equal(day.promises_missed, 0);
	assert_int_equal(summary_promises_fallen_due(&day), 2);
	summary_release(&day);
	fixture_ok(desk_read_bars(f->desk, &scope, &bars, &err));
	assert_int_equal(bars.weeks[DAY_WEEKS - 1].due, 2);
	assert_int_equal(bars.weeks[DAY_WEEKS - 1].kept, 2);
	day_bars_release(&bars);
}

/* Both examples at once: two questions at 9:59, one answered, one refused. */
static void a_visit_with_two_requests_has_two_results(void **state)
{
	struct fixture *f = *state;
	struct visit visit = {.state = VISIT_SERVED};
	const struct visit_times times = {.arrived_at = paper_at(9, 59),
					  .called_at = paper_at(9, 59),
					  .begun_at = paper_at(10, 0),
					  .ended_at = paper_at(10, 5)};
	struct error err = {0};
	struct summary day;

	visit_add_contact(&visit)->result = RESULT_ANSWERED;
	visit.contacts[0].topic_id = f->topics[FIXTURE_FENCE];
	visit_add_contact(&visit)->result = RESULT_COULD_NOT;
	visit.contacts[1].topic_id = f->topics[FIXTURE_DOG];
	mem_replace(&visit.contacts[1].result_text, "no rabies certificate");
	fixture_ok(desk_enter_visit(f->desk, &visit, &times, &err));
	visit_release(&visit);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.results[RESULT_ANSWERED], 1);
	assert_int_equal(day.results[RESULT_COULD_NOT], 1);
	assert_int_equal(day.could_not.count, 1);
	assert_int_equal(day.hours[9], 1);
	assert_int_equal(day.hours[10], 0);
	assert_int_equal(day.topics.count, 2);
	/* Of equals the one that comes first by its name. */
	assert_string_equal(day.topics.items[0].name, "Dog licence");
	assert_int_equal(day.topics.items[1].count, 1);
	summary_release(&day);
}

static void three_mondays_had_thirty_eight_each(void **state)
{
	static const int visits[] = {30, 40, 44};
	struct summary day;

	for (int week = 0; week < 3; week++) {
		struct paper paper = paper_served(RESULT_ANSWERED);
		int64_t back = (week + 1) * 7 * 24 * CLOCK_HOUR;

		paper.arrived_at -= back;
		paper.called_at -= back;
		paper.begun_at -= back;
		paper.ended_at -= back;
		enter_many(*state, &paper, visits[week]);
	}
	paper_sum_up(*state, monday, monday, &day);
	assert_int_equal(day.compared.days, 3);
	assert_int_equal(day.compared.arrived, 114);
	assert_int_equal(day.compared.wait.n, 114);
	summary_release(&day);
}

#define EXAMPLE(name)                                                          \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    EXAMPLE(twelve_people_come_to_the_counter),
	    EXAMPLE(of_nine_with_a_name_seven_are_addressed_as_they_wish),
	    EXAMPLE(ten_waits_have_their_median_between_two),
	    EXAMPLE(a_hold_of_two_minutes_leaves_eight_of_service),
	    EXAMPLE(the_tenth_request_is_listed),
	    EXAMPLE(two_of_four_are_resolved_at_first_contact),
	    EXAMPLE(a_permit_has_two_contacts_and_three_touches),
	    EXAMPLE(two_hand_offs_of_which_one_is_accepted),
	    EXAMPLE(of_five_promises_three_are_due_and_two_kept),
	    EXAMPLE(what_is_not_due_yet_takes_no_part_in_the_share),
	    EXAMPLE(a_visit_with_two_requests_has_two_results),
	    EXAMPLE(three_mondays_had_thirty_eight_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
