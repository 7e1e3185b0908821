/* A voided visit leaves every figure. */
#include "fixture.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/report/summary.h"

#define MINUTE INT64_C(60000)

/* Every figure there is, as the machine reads it, without the audit, which only
 * grows; the caller frees. */
static char *figures(struct fixture *fixture)
{
	struct day today = desk_today(fixture->desk);
	struct summary summary;
	struct str text = STR_INIT;
	struct error err = {0};

	fixture_ok(desk_sum_up(fixture->desk, today, today, &summary, &err));
	free(summary.audit.head);
	summary.audit = (struct audit_figures){0};
	summary_add_json(&summary, true, &text);
	summary_release(&summary);
	return str_take(&text);
}

static void begin(struct fixture *fixture, struct visit *visit,
		  enum fixture_topic topic)
{
	struct contact *contact;
	struct error err = {0};

	*visit = (struct visit){0};
	visit_add_person(visit,
			 fixture_resident(fixture, "Ms.", "Ama", "Quartey"), 0,
			 PART_THEMSELVES, NULL);
	fixture_ok(desk_begin_visit(fixture->desk, visit,
				    desk_now(fixture->desk), &err));
	fixture_pass(fixture, MINUTE);
	contact = visit_add_contact(visit);
	contact->topic_id = fixture->topics[topic];
	mem_replace(&contact->words, "The fence leans");
	mem_replace(&contact->concern, "Waited a week");
	fixture_ok(desk_save_visit(fixture->desk, visit, &err));
}

static void finish(struct fixture *fixture, struct visit *visit,
		   enum result result)
{
	struct contact *contact = &visit->contacts[0];
	struct error err = {0};

	contact->result = result;
	mem_replace(&contact->result_text, "the site plan");
	mem_replace(&contact->tried, "asked Planning");
	mem_replace(&contact->alternative, "online");
	mem_replace(&contact->appeal, "to the council");
	mem_replace(&contact->done, "Told them");
	fixture_pass(fixture, 3 * MINUTE);
	fixture_ok(desk_finish_visit(fixture->desk, visit,
				     desk_now(fixture->desk), &err));
}

static void promise(struct fixture *fixture, const struct visit *visit)
{
	struct error err = {0};
	int64_t promise_id;

	fixture_ok(desk_make_promise(fixture->desk,
				     visit->contacts[0].request_id, "call back",
				     "today 4:30pm", 0, &promise_id, &err));
}

static void hand_off(struct fixture *fixture, const struct visit *visit)
{
	struct handoff_draft draft;
	struct error err = {0};
	int64_t handoff_id;

	fixture_ok(desk_prepare_handoff(fixture->desk,
					visit->contacts[0].request_id,
					visit->visit_id, &draft, &err));
	fixture_ok(desk_offer_handoff(fixture->desk, &draft, &draft.targets[0],
				      "Which height?", &handoff_id, &err));
	handoff_draft_release(&draft);
}

/* Voids it, and every figure is what it was before. */
static void expect_gone(struct fixture *fixture, struct visit *visit,
			const char *before)
{
	struct error err = {0};
	char *during = figures(fixture), *after;

	/* Or nothing was tried. */
	assert_string_not_equal(before, during);
	fixture_ok(desk_void_visit(fixture->desk, visit->visit_id,
				   "entered twice", &err));
	after = figures(fixture);
	assert_string_equal(before, after);
	free(during);
	free(after);
	visit_release(visit);
}

static void whatever_came_of_it_a_voided_visit_counts_nowhere(void **state)
{
	struct fixture *fixture = *state;
	static const enum result results[] = {
	    RESULT_ANSWERED,  RESULT_GIVEN,    RESULT_OPENED,
	    RESULT_COME_BACK, RESULT_NOT_OURS, RESULT_COULD_NOT};
	char *before = figures(fixture);
	struct visit visit;

	for (size_t i = 0; i < MEM_COUNT(results); i++) {
		begin(fixture, &visit, FIXTURE_FENCE);
		finish(fixture, &visit, results[i]);
		expect_gone(fixture, &visit, before);
	}
	free(before);
}

static void a_voided_visit_takes_its_promise_along(void **state)
{
	struct fixture *fixture = *state;
	char *before = figures(fixture);
	struct visit visit;

	begin(fixture, &visit, FIXTURE_FENCE);
	promise(fixture, &visit);
	finish(fixture, &visit, RESULT_OPENED);
	expect_gone(fixture, &visit, before);
	free(before);
}

static void a_voided_visit_takes_its_hand_off_along(void **state)
{
	struct fixture *fixture = *state;
	char *before = figures(fixture);
	struct visit visit;

	begin(fixture, &visit, FIXTURE_FENCE);
	hand_off(fixture, &visit);
	finish(fixture, &visit, RESULT_NONE);
	expect_gone(fixture, &visit, before);
	free(before);
}

static void a_voided_visit_takes_its_holds_along(void **state)
{
	struct fixture *fixture = *state;
	char *before = figures(fixture);
	struct visit visit;
	struct error err = {0};

	begin(fixture, &visit, FIXTURE_DOG);
	fixture_ok(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err));
	fixture_pass(fixture, 4 * MINUTE);
	fixture_ok(desk_resume_visit(fixture->desk, visit.visit_id, &err));
	finish(fixture, &visit, RESULT_ANSWERED);
	expect_gone(fixture, &visit, before);
	free(before);
}

static void one_that_is_still_served_is_voided_as_well(void **state)
{
	struct fixture *fixture = *state;
	char *before = figures(fixture);
	struct visit visit;

	begin(fixture, &visit, FIXTURE_DOG);
	promise(fixture, &visit);
	hand_off(fixture, &visit);
	expect_gone(fixture, &visit, before);
	free(before);
}

static void one_that_left_the_line_by_mistake_is_voided_as_well(void **state)
{
	struct fixture *fixture = *state;
	char *before = figures(fixture);
	struct visit visit = {0};
	struct error err = {0};

	fixture_ok(desk_join_line(fixture->desk, 0, 0,
				  fixture->topics[FIXTURE_DOG], "Dog licence",
				  &visit.visit_id, &err));
	fixture_pass(fixture, 7 * MINUTE);
	fixture_ok(desk_left(fixture->desk, visit.visit_id, &err));
	expect_gone(fixture, &visit, before);
	free(before);
}

static void take_up(struct fixture *fixture, const struct visit *first,
		    struct visit *again)
{
	struct earlier_answer_list earlier = {0};
	struct error err = {0};

	fixture_ok(desk_begin_visit(fixture->desk, again,
				    desk_now(fixture->desk), &err));
	fixture_ok(
	    desk_take_up_request(fixture->desk, first->contacts[0].request_id,
				 visit_add_contact(again), &earlier, &err));
	earlier_answer_list_release(&earlier);
	fixture_ok(desk_save_visit(fixture->desk, again, &err));
}

/* Passed on for the second time in it: that was never done. */
static void a_voided_return_takes_its_hop_along(void **state)
{
	struct fixture *fixture = *state;
	struct day today = desk_today(fixture->desk);
	struct visit first, again = {0};
	struct error err = {0};
	struct summary day;
	char *before;

	begin(fixture, &first, FIXTURE_FENCE);
	hand_off(fixture, &first);
	finish(fixture, &first, RESULT_NONE);
	fixture_write(fixture, "UPDATE handoff SET state = 'returned',"
			       " decided_at = offered_at");
	before = figures(fixture);
	take_up(fixture, &first, &again);
	hand_off(fixture, &again);
	fixture_ok(desk_sum_up(fixture->desk, today, today, &day, &err));
	assert_int_equal(day.two_hops.count, 1);
	summary_release(&day);
	expect_gone(fixture, &again, before);
	free(before);
	visit_release(&first);
}

/* Given in it, open or done since: in no figure, and in no bar. */
static void a_voided_return_takes_its_promise_along(void **state)
{
	struct fixture *fixture = *state;
	struct visit first, again;
	struct error err = {0};
	char *before;

	begin(fixture, &first, FIXTURE_FENCE);
	promise(fixture, &first);
	finish(fixture, &first, RESULT_OPENED);
	before = figures(fixture);
	again = (struct visit){0};
	take_up(fixture, &first, &again);
	promise(fixture, &again);
	finish(fixture, &again, RESULT_OPENED);
	expect_gone(fixture, &again, before);
	again = (struct visit){0};
	take_up(fixture, &first, &again);
	promise(fixture, &again);
	fixture_ok(desk_keep_promise(
	    fixture->desk,
	    fixture_number(fixture, "SELECT MAX(promise_id) FROM promise"),
	    "called", &err));
	finish(fixture, &again, RESULT_OPENED);
	expect_gone(fixture, &again, before);
	free(before);
	visit_release(&first);
}

/* The second visit is voided, the request is what it was behind the first. */
static void a_voided_return_leaves_the_request_as_it_was(void **state)
{
	struct fixture *fixture = *state;
	struct visit first, again = {0};
	char *before;

	begin(fixture, &first, FIXTURE_FENCE);
	finish(fixture, &first, RESULT_OPENED);
	before = figures(fixture);
	take_up(fixture, &first, &again);
	mem_replace(&again.contacts[0].concern, "Still leaning");
	finish(fixture, &again, RESULT_ANSWERED);
	expect_gone(fixture, &again, before);
	free(before);
	visit_release(&first);
}

static void a_voided_visit_leaves_nothing_to_say_at_the_counter(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, next = {0};
	struct visit_cue cue;

	begin(fixture, &visit, FIXTURE_FENCE);
	promise(fixture, &visit);
	finish(fixture, &visit, RESULT_OPENED);
	visit_add_person(&next, visit.people[0].resident_id, 0, PART_THEMSELVES,
			 NULL);
	fixture_ok(desk_cue_visit(fixture->desk, &next, &cue, &err));
	assert_true(cue.know_count > 0);
	visit_cue_release(&cue);
	fixture_ok(desk_void_visit(fixture->desk, visit.visit_id,
				   "entered twice", &err));
	fixture_ok(desk_cue_visit(fixture->desk, &next, &cue, &err));
	assert_int_equal(cue.know_count, 0);
	visit_cue_release(&cue);
	visit_release(&visit);
	visit_release(&next);
}

static int64_t to_acknowledge(struct fixture *fixture)
{
	struct error err = {0};
	struct yours yours;

	fixture_ok(desk_yours(fixture->desk, &yours, &err));
	return yours.to_acknowledge;
}

static void a_request_is_back_in_the_lists_when_somebody_comes_again(void **s)
{
	struct fixture *fixture = *s;
	struct visit first, again = {0};
	struct error err = {0};

	begin(fixture, &first, FIXTURE_FENCE);
	promise(fixture, &first);
	finish(fixture, &first, RESULT_OPENED);
	assert_int_equal(to_acknowledge(fixture), 1);
	fixture_ok(
	    desk_void_visit(fixture->desk, first.visit_id, "not theirs", &err));
	assert_int_equal(to_acknowledge(fixture), 0);
	take_up(fixture, &first, &again);
	assert_int_equal(to_acknowledge(fixture), 1);
	visit_release(&first);
	visit_release(&again);
}

static void a_request_that_no_list_would_show_is_found_out(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, FIXTURE_FENCE);
	finish(fixture, &visit, RESULT_OPENED);
	fixture_write(fixture, "UPDATE request SET is_gone = 1");
	fixture_refused(db_check(fixture_db(fixture), &err), ERROR_DAMAGED);
	fixture_ok(db_recount(fixture_db(fixture), &err));
	fixture_ok(db_check(fixture_db(fixture), &err));
	assert_int_equal(to_acknowledge(fixture), 1);
	visit_release(&visit);
}

#define VOID_TEST(name)                                                        \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    VOID_TEST(whatever_came_of_it_a_voided_visit_counts_nowhere),
	    VOID_TEST(a_voided_visit_takes_its_promise_along),
	    VOID_TEST(a_voided_visit_takes_its_hand_off_along),
	    VOID_TEST(a_voided_visit_takes_its_holds_along),
	    VOID_TEST(one_that_is_still_served_is_voided_as_well),
	    VOID_TEST(one_that_left_the_line_by_mistake_is_voided_as_well),
	    VOID_TEST(a_voided_return_takes_its_hop_along),
	    VOID_TEST(a_voided_return_takes_its_promise_along),
	    VOID_TEST(a_voided_return_leaves_the_request_as_it_was),
	    VOID_TEST(a_voided_visit_leaves_nothing_to_say_at_the_counter),
	    VOID_TEST(a_request_is_back_in_the_lists_when_somebody_comes_again),
	    VOID_TEST(a_request_that_no_list_would_show_is_found_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
