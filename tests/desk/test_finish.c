/*
 * test_finish.c - F9: the result, what follows from it, and its undoing
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/away.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/visit.h"

/* A visit about a fence, not finished yet. */
static void begin(struct fixture *fixture, struct visit *visit,
		  int64_t resident_id)
{
	struct error err = {0};

	*visit = (struct visit){0};
	if (resident_id != 0)
		visit_add_person(visit, resident_id, 0, PART_THEMSELVES, NULL);
	fixture_ok(
	    desk_begin_visit(fixture->desk, visit, fixture->clock.now, &err));
	visit_add_contact(visit)->topic_id = fixture->topics[FIXTURE_FENCE];
}

static void finish(struct fixture *fixture, struct visit *visit,
		   enum result result)
{
	struct error err = {0};

	visit->contacts[0].result = result;
	if (result == RESULT_COME_BACK || result == RESULT_NOT_OURS ||
	    result == RESULT_COULD_NOT)
		mem_replace(&visit->contacts[0].result_text, "the site plan");
	fixture_ok(
	    desk_finish_visit(fixture->desk, visit, fixture->clock.now, &err));
}

static void f9_without_a_result_asks_for_it(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	fixture_refused(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "result");
	assert_int_equal(visit.state, VISIT_SERVING);
	assert_int_equal(visit.contacts[0].request_id, 0);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request"), 0);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM visit"
						 " WHERE state = 'serving'"),
			 1);
	visit_release(&visit);
}

static void a_visit_about_nothing_is_not_finished(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit = {0};

	fixture_ok(
	    desk_begin_visit(fixture->desk, &visit, fixture->clock.now, &err));
	fixture_refused(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "topic");
	visit_release(&visit);
}

static void what_a_result_demands_is_asked_for(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	visit.contacts[0].result = RESULT_COULD_NOT;
	fixture_refused(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "result_text");
	visit_release(&visit);
}

static void each_result_leaves_its_request_as_it_should(void **state)
{
	static const struct {
		enum result result;
		const char *found;
	} results[] = {
	    {RESULT_ANSWERED, "SELECT COUNT(*) FROM request WHERE state ="
			      " 'resolved' AND result = 'answered' AND"
			      " first_acknowledged_on = '2026-11-23' AND"
			      " resolved_on = '2026-11-23'"},
	    {RESULT_GIVEN, "SELECT COUNT(*) FROM request WHERE state ="
			   " 'resolved' AND result = 'given' AND"
			   " first_acknowledged_on = '2026-11-23'"},
	    {RESULT_NOT_OURS, "SELECT COUNT(*) FROM request WHERE state ="
			      " 'resolved' AND result = 'not_ours' AND"
			      " first_acknowledged_on = '2026-11-23'"},
	    {RESULT_COME_BACK, "SELECT COUNT(*) FROM request WHERE state ="
			       " 'resolved' AND result = 'come_back' AND"
			       " first_acknowledged_at IS NULL"},
	    {RESULT_COULD_NOT, "SELECT COUNT(*) FROM request WHERE state ="
			       " 'resolved' AND result = 'could_not' AND"
			       " first_acknowledged_at IS NULL"},
	    {RESULT_OPENED, "SELECT COUNT(*) FROM request WHERE state ="
			    " 'open' AND result = 'opened' AND"
			    " first_acknowledged_at IS NULL AND"
			    " resolved_at IS NULL"},
	    {RESULT_HANDED_OFF, "SELECT COUNT(*) FROM request WHERE state ="
				" 'open' AND result = 'handed_off' AND"
				" first_acknowledged_at IS NULL"},
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < MEM_COUNT(results); i++) {
		struct visit visit;

		begin(fixture, &visit, 0);
		finish(fixture, &visit, results[i].result);
		assert_int_equal(fixture_number(fixture, results[i].found), 1);
		visit_release(&visit);
	}
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM"
						 " acknowledgement"
						 " WHERE how = 'counter'"),
			 3);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM visit"
						 " WHERE state = 'served'"),
			 7);
}

static void the_service_leaves_out_holds_and_the_time_aside(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, taken;
	char *form;

	begin(fixture, &visit, 0);
	fixture_pass(fixture, 3 * CLOCK_MINUTE);
	fixture_ok(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err));
	fixture_pass(fixture, 2 * CLOCK_MINUTE);
	fixture_ok(desk_resume_visit(fixture->desk, visit.visit_id, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_put_aside(fixture->desk, &visit, "", &err));
	fixture_pass(fixture, 10 * CLOCK_MINUTE);
	fixture_ok(
	    desk_take_up(fixture->desk, visit.visit_id, &taken, &form, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	finish(fixture, &taken, RESULT_ANSWERED);
	assert_int_equal(
	    fixture_number(fixture, "SELECT service_length FROM visit"),
	    5 * CLOCK_MINUTE);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM draft"),
			 0);
	free(form);
	visit_release(&taken);
	visit_release(&visit);
}

static void a_visit_finished_on_hold_ends_its_hold(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	fixture_pass(fixture, 3 * CLOCK_MINUTE);
	fixture_ok(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err));
	fixture_pass(fixture, 2 * CLOCK_MINUTE);
	finish(fixture, &visit, RESULT_ANSWERED);
	assert_int_equal(
	    fixture_number(fixture, "SELECT service_length FROM visit"),
	    3 * CLOCK_MINUTE);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM period"
						 " WHERE ended_at IS NULL"),
			 0);
	visit_release(&visit);
}

/* F9 was pressed a moment before the hold ended: one instant for all. */
static void an_end_that_is_moved_to_the_hold_is_undone_whole(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;
	int64_t pressed_at;

	begin(fixture, &visit, 0);
	fixture_pass(fixture, 3 * CLOCK_MINUTE);
	pressed_at = fixture->clock.now;
	fixture_pass(fixture, 5);
	fixture_ok(
	    desk_hold_visit(fixture->desk, visit.visit_id, "copies", &err));
	visit.contacts[0].result = RESULT_ANSWERED;
	fixture_ok(desk_finish_visit(fixture->desk, &visit, pressed_at, &err));
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM request r"
					" JOIN visit v ON v.visit_id ="
					" r.first_visit_id WHERE v.ended_at ="
					" r.resolved_at AND v.ended_at ="
					" r.first_acknowledged_at"),
			 1);
	fixture_ok(desk_reopen_visit(fixture->desk, visit.visit_id, &err));
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM request WHERE"
					" state = 'draft' AND"
					" first_acknowledged_at IS NULL"),
			 1);
	visit_release(&visit);
}

static void the_same_visit_is_finished_once(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	finish(fixture, &visit, RESULT_ANSWERED);
	fixture_refused(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_CONFLICT);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM acknowledgement"), 1);
	visit_release(&visit);
}

static void two_requests_in_one_visit_have_each_their_result(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	visit.contacts[0].result = RESULT_ANSWERED;
	visit_add_contact(&visit)->topic_id = fixture->topics[FIXTURE_DOG];
	fixture_refused(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "result");
	visit.contacts[1].result = RESULT_OPENED;
	visit_add_contact(&visit); /* begun and never typed */
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request"), 2);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM contact"), 2);
	visit_release(&visit);
}

static void an_offer_nobody_decided_keeps_its_request_open(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct visit visit;
	int64_t handoff_id;

	begin(fixture, &visit, 0);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_prepare_handoff(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &draft, &err));
	fixture_ok(desk_offer_handoff(fixture->desk, &draft, &draft.targets[0],
				      "Please check the plan", &handoff_id,
				      &err));
	finish(fixture, &visit, RESULT_ANSWERED);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request WHERE state ="
				    " 'open' AND result = 'handed_off'"),
	    1);
	handoff_draft_release(&draft);
	visit_release(&visit);
}

static void a_handed_off_request_needs_no_result(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct visit visit;
	enum result result;
	int64_t handoff_id;

	begin(fixture, &visit,
	      fixture_resident(fixture, "Ms.", "Ana", "Lopez"));
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_result_of_facts(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &result, &err));
	assert_int_equal(result, RESULT_NONE);
	fixture_ok(desk_prepare_handoff(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &draft, &err));
	fixture_ok(desk_offer_handoff(fixture->desk, &draft, &draft.targets[0],
				      "Please check the plan", &handoff_id,
				      &err));
	fixture_ok(desk_result_of_facts(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &result, &err));
	assert_int_equal(result, RESULT_HANDED_OFF);
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	assert_int_equal(visit.contacts[0].result, RESULT_HANDED_OFF);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE state = 'open'"),
			 1);
	handoff_draft_release(&draft);
	visit_release(&visit);
}

static void a_promise_leaves_its_request_open(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, second;
	int64_t promise_id, ana = fixture_resident(fixture, "Ms.", "Ana", "Lo");

	begin(fixture, &visit, ana);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_make_promise(fixture->desk,
				     visit.contacts[0].request_id, "Plan check",
				     "fri", 0, &promise_id, &err));
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	assert_int_equal(visit.contacts[0].result, RESULT_OPENED);
	/* An answer at the counter does not keep the promise. */
	fixture_pass(fixture, CLOCK_HOUR);
	second = (struct visit){0};
	visit_add_person(&second, ana, 0, PART_THEMSELVES, NULL);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &second, fixture->clock.now, &err));
	visit_add_contact(&second)->request_id = visit.contacts[0].request_id;
	second.contacts[0].topic_id = visit.contacts[0].topic_id;
	finish(fixture, &second, RESULT_ANSWERED);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE state = 'open' AND"
						 " result = 'opened'"),
			 1);
	visit_release(&visit);
	visit_release(&second);
}

static void a_missed_promise_is_the_first_thing_said(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, second = {0};
	struct visit_cue cue;
	int64_t promise_id, ana = fixture_resident(fixture, "Ms.", "Ana", "Lo");

	begin(fixture, &visit, ana);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_make_promise(fixture->desk,
				     visit.contacts[0].request_id, "Plan check",
				     "wed", 0, &promise_id, &err));
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	fixture_pass(fixture, 4 * 24 * CLOCK_HOUR); /* Friday, Nov 27 */
	visit_add_person(&second, ana, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_cue_visit(fixture->desk, &second, &cue, &err));
	assert_string_equal(
	    cue.cue.say,
	    "We promised you Wednesday and missed it. I am sorry.");
	assert_string_equal(cue.cue.ask, "Is it about the fence permit?");
	assert_string_equal(cue.know[0],
			    "Fence permit: Plan check promised Wed Nov 25:"
			    " LATE");
	visit_cue_release(&cue);
	visit_add_contact(&second)->request_id = visit.contacts[0].request_id;
	fixture_ok(desk_cue_visit(fixture->desk, &second, &cue, &err));
	assert_string_equal(
	    cue.know[0], "2nd contact. Plan check promised Wed Nov 25: LATE");
	visit_cue_release(&cue);
	visit_release(&visit);
	visit_release(&second);
}

static void a_later_visit_resolves_an_open_request(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, second = {0};

	begin(fixture, &visit, 0);
	finish(fixture, &visit, RESULT_OPENED);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &second, fixture->clock.now, &err));
	visit_add_contact(&second)->request_id = visit.contacts[0].request_id;
	finish(fixture, &second, RESULT_ANSWERED);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE state = 'resolved'"
						 " AND resolved_on ="
						 " '2026-11-24'"),
			 1);
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM contact"), 2);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM touch"),
			 1);
	visit_release(&visit);
	visit_release(&second);
}

static void work_accepted_elsewhere_is_not_closed_at_the_counter(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct visit visit, second = {0};
	struct visit_cue cue;
	int64_t handoff_id, ana = fixture_resident(fixture, "Ms.", "Ana", "Lo");

	begin(fixture, &visit, ana);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_prepare_handoff(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &draft, &err));
	assert_string_equal(draft.targets[0].name, "Planning");
	fixture_ok(desk_offer_handoff(fixture->desk, &draft, &draft.targets[0],
				      "Please check the plan", &handoff_id,
				      &err));
	handoff_draft_release(&draft);
	fixture_ok(
	    desk_finish_visit(fixture->desk, &visit, fixture->clock.now, &err));
	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_accept_handoff(fixture->desk, handoff_id, "Plan check",
				       "fri", &err));
	fixture_sign_in(fixture, FIXTURE_RUIZ);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	visit_add_person(&second, ana, 0, PART_THEMSELVES, NULL);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &second, fixture->clock.now, &err));
	visit_add_contact(&second)->request_id = visit.contacts[0].request_id;
	fixture_ok(desk_cue_visit(fixture->desk, &second, &cue, &err));
	assert_string_equal(cue.know[0],
			    "2nd contact. Plan check promised Fri Nov 27");
	assert_string_equal(
	    cue.know[1], "With Planning since Nov 23 · Mr. Osei in until 4 pm");
	visit_cue_release(&cue);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_set_away(fixture->desk, fixture->staff[FIXTURE_OSEI],
				 NULL, "dec 2", &err));
	fixture_sign_in(fixture, FIXTURE_RUIZ);
	fixture_ok(desk_cue_visit(fixture->desk, &second, &cue, &err));
	assert_string_equal(
	    cue.know[1],
	    "With Planning since Nov 23 · Mr. Osei out until Dec 2");
	visit_cue_release(&cue);
	finish(fixture, &second, RESULT_ANSWERED);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE state = 'open'"),
			 1);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM contact"
						 " WHERE result = 'answered'"),
			 1);
	visit_release(&visit);
	visit_release(&second);
}

static void undoing_a_later_f9_leaves_the_request_as_it_was(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, second = {0};

	begin(fixture, &visit, 0);
	finish(fixture, &visit, RESULT_OPENED);
	fixture_pass(fixture, CLOCK_HOUR);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &second, fixture->clock.now, &err));
	visit_add_contact(&second)->request_id = visit.contacts[0].request_id;
	finish(fixture, &second, RESULT_ANSWERED);
	fixture_ok(desk_void_visit(fixture->desk, second.visit_id,
				   "another request", &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request WHERE"
				    " state = 'open' AND result = 'opened' AND"
				    " resolved_at IS NULL AND"
				    " first_acknowledged_at IS NULL"),
	    1);
	visit_release(&visit);
	visit_release(&second);
}

static void a_topic_is_logged_in_one_stroke(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char *reference;
	int64_t visit_id;

	fixture_ok(desk_log_topic(fixture->desk,
				  fixture->topics[FIXTURE_GARAGE], &reference,
				  &visit_id, &err));
	assert_int_equal(reference[0], 'R');
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM visit v"
				    " JOIN contact c ON c.visit_id = v.visit_id"
				    " JOIN request r"
				    " ON r.request_id = c.request_id"
				    " JOIN touch t"
				    " ON t.request_id = r.request_id"
				    " JOIN acknowledgement a"
				    " ON a.request_id = r.request_id"
				    " WHERE v.state = 'served' AND is_timed = 0"
				    " AND service_length IS NULL"
				    " AND c.result = 'given'"
				    " AND c.done = 'Gave the form'"
				    " AND r.state = 'resolved'"
				    " AND a.at = r.first_acknowledged_at"),
	    1);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM topic"
						 " WHERE times_used = 1"),
			 1);
	free(reference);
}

static void a_topic_of_somebody_elses_says_where(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char *reference;
	int64_t visit_id;

	fixture_ok(desk_log_topic(fixture->desk,
				  fixture->topics[FIXTURE_PASSPORT], &reference,
				  &visit_id, &err));
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM contact"
					" WHERE result = 'not_ours' AND"
					" result_text ="
					" 'the county''s passport office'"),
			 1);
	free(reference);
	fixture_refused(
	    desk_log_topic(fixture->desk, 999, &reference, &visit_id, &err),
	    ERROR_NOT_FOUND);
	assert_null(reference);
}

static void an_undone_f9_was_never_counted(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, read;

	begin(fixture, &visit, 0);
	fixture_pass(fixture, 2 * CLOCK_MINUTE);
	finish(fixture, &visit, RESULT_ANSWERED);
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_reopen_visit(fixture->desk, visit.visit_id, &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT COUNT(*) FROM request WHERE"
				    " state = 'draft' AND result IS NULL AND"
				    " resolved_at IS NULL AND"
				    " first_acknowledged_at IS NULL"),
	    1);
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM acknowledgement"
					" WHERE taken_back_at IS NULL"),
			 0);
	fixture_ok(desk_get_visit(fixture->desk, visit.visit_id, &read, &err));
	assert_int_equal(read.state, VISIT_SERVING);
	assert_int_equal(read.ended_at, 0);
	assert_int_equal(read.contacts[0].result, RESULT_NONE);
	/* And is finished again; the minute between is no service. */
	fixture_pass(fixture, CLOCK_MINUTE);
	finish(fixture, &read, RESULT_GIVEN);
	assert_int_equal(
	    fixture_number(fixture, "SELECT service_length FROM visit"),
	    3 * CLOCK_MINUTE);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE result = 'given'"),
			 1);
	visit_release(&read);
	visit_release(&visit);
}

static void yesterdays_f9_stands(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	finish(fixture, &visit, RESULT_ANSWERED);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_refused(desk_reopen_visit(fixture->desk, visit.visit_id, &err),
			ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_refused(desk_reopen_visit(fixture->desk, visit.visit_id, &err),
			ERROR_DENIED);
	visit_release(&visit);
}

static void who_left_by_mistake_stands_in_line_again(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t visit_id, called;

	fixture_ok(
	    desk_join_line(fixture->desk, 0, 0, 0, "a", &visit_id, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_left(fixture->desk, visit_id, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_reopen_visit(fixture->desk, visit_id, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_call(fixture->desk, 0, &called, &err));
	assert_int_equal(called, visit_id);
	visit_id = fixture_number(fixture, "SELECT wait_length FROM visit");
	assert_int_equal(visit_id, 2 * CLOCK_MINUTE);
}

static void a_void_visit_leaves_every_figure_and_stays_kept(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	finish(fixture, &visit, RESULT_ANSWERED);
	fixture_refused(
	    desk_void_visit(fixture->desk, visit.visit_id, "", &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "reason");
	fixture_ok(desk_void_visit(fixture->desk, visit.visit_id,
				   "the wrong person", &err));
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM visit WHERE"
					" voided_at IS NOT NULL AND state ="
					" 'served' AND void_reason ="
					" 'the wrong person'"),
			 1);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM request"
						 " WHERE state <> 'draft'"),
			 0);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM contact"
						 " WHERE result = 'answered'"),
			 1);
	fixture_refused(
	    desk_void_visit(fixture->desk, visit.visit_id, "again", &err),
	    ERROR_CONFLICT);
	visit_release(&visit);
}

static void only_a_supervisor_voids_anothers_visit(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;

	begin(fixture, &visit, 0);
	finish(fixture, &visit, RESULT_ANSWERED);
	fixture_refused(desk_void_visit(fixture_desk2(fixture), visit.visit_id,
					"not mine", &err),
			ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(
	    desk_void_visit(fixture->desk, visit.visit_id, "a test", &err));
	visit_release(&visit);
}

static void a_visitor_comes_to_the_top_of_the_search(void **state)
{
	struct fixture *fixture = *state;
	struct visit visit;
	int64_t ana = fixture_resident(fixture, "Ms.", "Ana", "Lopez");

	fixture_resident(fixture, "Ms.", "Bea", "Lopez");
	begin(fixture, &visit, ana);
	finish(fixture, &visit, RESULT_ANSWERED);
	assert_int_equal(fixture_number(fixture,
					"SELECT resident_id FROM search_name"
					" ORDER BY recency DESC LIMIT 1"),
			 ana);
	assert_int_equal(
	    fixture_number(fixture, "SELECT resident_id FROM request_party"),
	    ana);
	visit_release(&visit);
}

/* Resolved at the counter, and a slip sent as well: the slip stands. */
static void an_undone_f9_leaves_what_else_was_acknowledged(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;
	int64_t slip_at;

	begin(fixture, &visit,
	      fixture_resident(fixture, "Ms.", "Ana", "Reyes"));
	fixture_pass(fixture, CLOCK_MINUTE);
	finish(fixture, &visit, RESULT_ANSWERED);
	fixture_pass(fixture, CLOCK_MINUTE);
	slip_at = fixture->clock.now;
	fixture_ok(desk_acknowledge(fixture->desk, visit.contacts[0].request_id,
				    "slip", &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_reopen_visit(fixture->desk, visit.visit_id, &err));
	assert_int_equal(fixture_number(fixture, "SELECT first_acknowledged_at"
						 " FROM request"),
			 slip_at);
	/* The one at the counter is read, and does not count. */
	assert_int_equal(fixture_number(fixture,
					"SELECT COUNT(*) FROM acknowledgement"
					" WHERE how = 'counter'"
					" AND taken_back_at IS NOT NULL"),
			 1);
	visit_release(&visit);
}

#define FINISH_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    FINISH_TEST(f9_without_a_result_asks_for_it),
	    FINISH_TEST(a_visit_about_nothing_is_not_finished),
	    FINISH_TEST(what_a_result_demands_is_asked_for),
	    FINISH_TEST(each_result_leaves_its_request_as_it_should),
	    FINISH_TEST(the_service_leaves_out_holds_and_the_time_aside),
	    FINISH_TEST(a_visit_finished_on_hold_ends_its_hold),
	    FINISH_TEST(an_end_that_is_moved_to_the_hold_is_undone_whole),
	    FINISH_TEST(the_same_visit_is_finished_once),
	    FINISH_TEST(two_requests_in_one_visit_have_each_their_result),
	    FINISH_TEST(an_offer_nobody_decided_keeps_its_request_open),
	    FINISH_TEST(a_handed_off_request_needs_no_result),
	    FINISH_TEST(a_promise_leaves_its_request_open),
	    FINISH_TEST(a_missed_promise_is_the_first_thing_said),
	    FINISH_TEST(a_later_visit_resolves_an_open_request),
	    FINISH_TEST(work_accepted_elsewhere_is_not_closed_at_the_counter),
	    FINISH_TEST(undoing_a_later_f9_leaves_the_request_as_it_was),
	    FINISH_TEST(a_topic_is_logged_in_one_stroke),
	    FINISH_TEST(a_topic_of_somebody_elses_says_where),
	    FINISH_TEST(an_undone_f9_was_never_counted),
	    FINISH_TEST(yesterdays_f9_stands),
	    FINISH_TEST(who_left_by_mistake_stands_in_line_again),
	    FINISH_TEST(a_void_visit_leaves_every_figure_and_stays_kept),
	    FINISH_TEST(only_a_supervisor_voids_anothers_visit),
	    FINISH_TEST(a_visitor_comes_to_the_top_of_the_search),
	    FINISH_TEST(an_undone_f9_leaves_what_else_was_acknowledged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
