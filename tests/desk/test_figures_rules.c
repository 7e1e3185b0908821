/*
 * test_figures_rules.c - what the odd cases do to the figures: the examples of
 * docs/figures.md, each as it stands there. Everybody in them is invented.
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/import.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "matter.h"
#include "paper.h"
#include "twice.h"

static const struct day monday = {"2026-11-23"};
static const struct day tuesday = {"2026-11-24"};
static const struct day friday = {"2026-11-27"};

static void a_visit_put_back_waits_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary day;
	int64_t visit_id, called;

	fixture_ok(desk_join_line(f->desk, 0, 0, 0, NULL, &visit_id, &err));
	fixture_pass(f, MINUTES(5));
	fixture_ok(desk_call(f->desk, 0, &called, &err));
	fixture_pass(f, MINUTES(1));
	fixture_ok(desk_put_back(f->desk, visit_id, &err));
	fixture_pass(f, MINUTES(4));
	fixture_ok(desk_call(f->desk, 0, &called, &err));
	fixture_ok(desk_left(f->desk, visit_id, &err));
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.arrived, 1);
	assert_int_equal(day.wait.n, 1);
	assert_int_equal(day.wait.max, MINUTES(9));
	assert_int_equal(day.visits.left_called, 1);
	summary_release(&day);
}

/* From 2:14 pm to half an hour before midnight. */
static void pass_to_the_evening(struct fixture *f)
{
	fixture_pass(f, paper_at(23, 50) - FIXTURE_START);
}

static void a_hold_over_midnight_is_of_the_day_they_came(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary day;
	struct visit visit;

	pass_to_the_evening(f);
	matter_begin(f, f->desk, 0, FIXTURE_FENCE, "A fence", &visit);
	fixture_pass(f, MINUTES(5));
	fixture_ok(desk_hold_visit(f->desk, visit.visit_id, "copies", &err));
	fixture_pass(f, MINUTES(10));
	fixture_ok(desk_resume_visit(f->desk, visit.visit_id, &err));
	visit.edition = fixture_number(f, "SELECT edition FROM visit");
	fixture_pass(f, MINUTES(5));
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	visit_release(&visit);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.hold.n, 1);
	assert_int_equal(day.hold.max, MINUTES(10));
	assert_int_equal(day.service.max, MINUTES(10));
	summary_release(&day);
	paper_sum_up(f, tuesday, tuesday, &day);
	assert_int_equal(day.hold.n, 0);
	summary_release(&day);
}

static void a_visit_over_midnight_ends_on_the_next_day(void **state)
{
	struct fixture *f = *state;
	struct summary day;
	struct visit visit;

	pass_to_the_evening(f);
	matter_begin(f, f->desk, 0, FIXTURE_FENCE, "A fence", &visit);
	fixture_pass(f, MINUTES(20));
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	visit_release(&visit);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.arrived, 1);
	assert_int_equal(day.visits.served, 1);
	assert_int_equal(day.service.max, MINUTES(20));
	assert_int_equal(day.acknowledged_counter.received, 1);
	assert_int_equal(day.results[RESULT_ANSWERED], 0);
	assert_int_equal(day.first_contact_n, 0);
	summary_release(&day);
	paper_sum_up(f, tuesday, tuesday, &day);
	assert_int_equal(day.visits.arrived, 0);
	assert_int_equal(day.carried_in, 1);
	assert_int_equal(day.results[RESULT_ANSWERED], 1);
	assert_int_equal(day.first_contact_n, 1);
	summary_release(&day);
}

/* A visit about an old request; topic 0: it keeps the one it has. */
static void come_back(struct fixture *f, int64_t request_id, int64_t topic_id,
		      enum result result)
{
	struct visit visit = {.channel = CHANNEL_WALK_IN};
	struct earlier_answer_list earlier = {0};
	struct contact *contact = visit_add_contact(&visit);
	struct error err = {0};

	fixture_ok(desk_begin_visit(f->desk, &visit, 0, &err));
	fixture_ok(
	    desk_take_up_request(f->desk, request_id, contact, &earlier, &err));
	earlier_answer_list_release(&earlier);
	if (topic_id != 0)
		contact->topic_id = topic_id;
	matter_finish(f->desk, &visit, result);
	visit_release(&visit);
}

static void a_reopened_request_is_closed_once(void **state)
{
	struct fixture *f = *state;
	int64_t request_id = matter_open(f, 0, "A fence");
	struct error err = {0};
	struct summary day;

	fixture_pass(f, 24 * CLOCK_HOUR);
	fixture_ok(
	    desk_resolve_request(f->desk, request_id, "Approved.", &err));
	paper_sum_up(f, tuesday, tuesday, &day);
	assert_int_equal(day.contacts_n, 1);
	summary_release(&day);
	fixture_pass(f, 72 * CLOCK_HOUR);
	come_back(f, request_id, 0, RESULT_OPENED);
	paper_sum_up(f, tuesday, tuesday, &day);
	assert_int_equal(day.contacts_n, 0);
	summary_release(&day);
	fixture_ok(
	    desk_resolve_request(f->desk, request_id, "Approved.", &err));
	paper_sum_up(f, monday, friday, &day);
	assert_int_equal(day.acknowledged_counter.received, 1);
	assert_int_equal(day.contacts_n, 1);
	assert_int_equal(day.contacts[1], 1);
	summary_release(&day);
	paper_sum_up(f, friday, friday, &day);
	assert_int_equal(day.contacts_n, 1);
	summary_release(&day);
}

static void two_records_that_were_merged_change_no_figure(void **state)
{
	struct fixture *f = *state;
	struct twice pair = twice_add(f);
	struct paper paper = paper_served(RESULT_ANSWERED);
	struct summary day;

	paper.resident_id = pair.maria;
	paper_enter(f, &paper, NULL);
	paper.resident_id = pair.mary;
	paper_enter(f, &paper, NULL);
	twice_merge(f, pair.maria, pair.mary);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.arrived, 2);
	assert_int_equal(day.visits.unnamed, 0);
	assert_int_equal(day.acknowledged_counter.received, 2);
	summary_release(&day);
}

static int64_t asked_about(struct fixture *f, enum fixture_topic topic)
{
	const struct summary_scope scope = {
	    .from = monday, .to = monday, .topic_id = f->topics[topic]};
	struct summary day;
	struct error err = {0};
	int64_t received;

	fixture_ok(desk_sum_up_scope(f->desk, &scope, &day, &err));
	received = day.acknowledged_counter.received;
	assert_int_equal(day.visits.arrived, received);
	summary_release(&day);
	return received;
}

static void a_request_moved_to_another_topic_counts_there(void **state)
{
	struct fixture *f = *state;
	int64_t request_id = matter_open(f, 0, "A fence");
	struct summary day;

	assert_int_equal(asked_about(f, FIXTURE_FENCE), 1);
	fixture_pass(f, 24 * CLOCK_HOUR);
	come_back(f, request_id, f->topics[FIXTURE_DOG], RESULT_ANSWERED);
	assert_int_equal(asked_about(f, FIXTURE_FENCE), 0);
	assert_int_equal(asked_about(f, FIXTURE_DOG), 1);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.topics.count, 1);
	assert_string_equal(day.topics.items[0].name, "Dog licence");
	summary_release(&day);
}

static void entered_on_tuesday_it_counts_on_monday(void **state)
{
	const struct paper paper = paper_served(RESULT_ANSWERED);
	struct fixture *f = *state;
	struct summary day;

	fixture_pass(f, 24 * CLOCK_HOUR);
	paper_enter(f, &paper, NULL);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.arrived, 1);
	assert_int_equal(day.visits.entered_later, 1);
	assert_int_equal(day.wait.median, MINUTES(5));
	assert_int_equal(day.acknowledged_counter.same_day, 1);
	assert_int_equal(day.hours[9], 1);
	summary_release(&day);
	paper_sum_up(f, tuesday, tuesday, &day);
	assert_int_equal(day.visits.arrived, 0);
	assert_int_equal(day.carried_in, 0);
	summary_release(&day);
}

static void logged_in_one_key_it_is_not_timed(void **state)
{
	struct fixture *f = *state;
	const struct paper waited = paper_served(RESULT_ANSWERED);
	struct error err = {0};
	struct summary day;
	char *reference;
	int64_t visit_id;

	paper_enter(f, &waited, NULL);
	fixture_ok(desk_log_topic(f->desk, f->topics[FIXTURE_GARBAGE],
				  &reference, &visit_id, &err));
	free(reference);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.served, 2);
	assert_int_equal(day.wait_not_timed, 1);
	assert_int_equal(day.wait.n, 1);
	assert_int_equal(day.wait.mean, MINUTES(5));
	assert_int_equal(day.service.n, 1);
	summary_release(&day);
}

static void a_voided_visit_is_in_no_figure(void **state)
{
	const struct paper paper = paper_served(RESULT_COULD_NOT);
	struct fixture *f = *state;
	int64_t visit_id = paper_enter(f, &paper, NULL);
	struct error err = {0};
	struct summary day;

	fixture_ok(desk_void_visit(f->desk, visit_id, "entered twice", &err));
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.arrived, 0);
	assert_int_equal(day.wait.n, 0);
	assert_int_equal(day.acknowledged_counter.received, 0);
	assert_int_equal(day.results[RESULT_COULD_NOT], 0);
	assert_int_equal(day.could_not.count, 0);
	assert_int_equal(day.concerns_recorded, 0);
	summary_release(&day);
}

static void a_visit_opened_again_has_no_result_yet(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary day;
	struct visit visit;

	matter_begin(f, f->desk, 0, FIXTURE_FENCE, "A fence", &visit);
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	fixture_ok(desk_reopen_visit(f->desk, visit.visit_id, &err));
	visit_release(&visit);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.arrived, 1);
	assert_int_equal(day.visits.served, 0);
	assert_int_equal(day.visits.open, 1);
	assert_int_equal(day.service.n, 0);
	assert_int_equal(day.results[RESULT_ANSWERED], 0);
	assert_int_equal(day.first_contact_n, 0);
	assert_false(day.is_over);
	summary_release(&day);
}

static void an_organisation_alone_is_unnamed(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary day;
	int64_t visit_id, organisation_id;

	fixture_write(f, "INSERT INTO organisation (uuid, name, made_at)"
			 " VALUES ('o', 'Kowalski Builders', 0)");
	organisation_id =
	    fixture_number(f, "SELECT organisation_id FROM organisation");
	fixture_ok(desk_join_line(f->desk, 0, organisation_id, 0, NULL,
				  &visit_id, &err));
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.visits.unnamed, 1);
	summary_release(&day);
}

#define EXAMPLE(name)                                                          \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    EXAMPLE(a_visit_put_back_waits_again),
	    EXAMPLE(a_hold_over_midnight_is_of_the_day_they_came),
	    EXAMPLE(a_visit_over_midnight_ends_on_the_next_day),
	    EXAMPLE(a_reopened_request_is_closed_once),
	    EXAMPLE(two_records_that_were_merged_change_no_figure),
	    EXAMPLE(a_request_moved_to_another_topic_counts_there),
	    EXAMPLE(entered_on_tuesday_it_counts_on_monday),
	    EXAMPLE(logged_in_one_key_it_is_not_timed),
	    EXAMPLE(a_voided_visit_is_in_no_figure),
	    EXAMPLE(a_visit_opened_again_has_no_result_yet),
	    EXAMPLE(an_organisation_alone_is_unnamed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
