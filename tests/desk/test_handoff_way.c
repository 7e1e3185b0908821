/*
 * test_handoff_way.c - how soon and how a request is passed on, who is there
 * for it, what is noted aloud, and what comes back
 */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static int64_t fence(struct fixture *f)
{
	return matter_open(f, fixture_resident(f, "Ms.", "Elena", "Alvarez"),
			   "A taller fence");
}

/* Offers to Planning as this says. */
static int64_t offer(struct fixture *f, int64_t request_id, const char *asked,
		     enum handoff_urgency urgency, enum handoff_manner manner)
{
	const struct handoff_target target = {
	    .department_id = f->departments[FIXTURE_PLANNING]};
	struct handoff_draft draft;
	struct error err = {0};
	int64_t id;

	fixture_ok(desk_prepare_handoff(f->desk, request_id, 0, &draft, &err));
	draft.urgency = urgency;
	draft.manner = manner;
	fixture_ok(
	    desk_offer_handoff(f->desk, &draft, &target, asked, &id, &err));
	handoff_draft_release(&draft);
	return id;
}

static void the_urgent_one_stands_above_the_usual_one(void **state)
{
	static const char *const order[] = {"Now", "Today", "Usual"};
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_list list;

	offer(f, fence(f), "Usual", URGENCY_USUAL, MANNER_WRITTEN);
	offer(f, fence(f), "Now", URGENCY_NOW, MANNER_WARM);
	offer(f, fence(f), "Today", URGENCY_TODAY, MANNER_WRITTEN);
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_list_handoffs(f->desk, &list, &err));
	assert_int_equal(list.count, 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(list.items[i].asked, order[i]);
	assert_int_equal(list.items[0].manner, MANNER_WARM);
	matter_has(list.items[0].context, "How soon: now: urgent\n"
					  "How: in front of the visitor\n"
					  "Who: Ms. Elena Alvarez\n");
	matter_has_not(list.items[2].context, "How");
	handoff_list_release(&list);
}

static void accepting_needs_what_and_by_when(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t id = offer(f, fence(f), "Check", URGENCY_USUAL, MANNER_WRITTEN);

	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_refused(desk_accept_handoff(f->desk, id, " ", "fri", &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "what");
	fixture_refused(desk_accept_handoff(f->desk, id, "Check", "", &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "when");
	fixture_refused(
	    desk_accept_handoff(f->desk, id, "Check", "whenever", &err),
	    ERROR_INVALID);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"), 0);
	fixture_ok(desk_accept_handoff(f->desk, id, "Check it", "fri", &err));
	assert_int_equal(
	    fixture_number(f, "SELECT COUNT(*) FROM promise WHERE what = "
			      "'Check it' AND due_on = '2026-11-27' AND "
			      "state = 'open'"),
	    1);
	assert_int_equal(
	    fixture_number(f, "SELECT COUNT(*) FROM handoff_event WHERE "
			      "kind = 'accepted' AND noted_by IS NULL AND note "
			      "= 'Check it, by Friday, November 27, 5:00 pm'"),
	    1);
}

static void what_was_said_aloud_is_theirs_and_who_noted_it_stands(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t id = offer(f, fence(f), "Check", URGENCY_USUAL, MANNER_WRITTEN);
	const struct day today = {"2026-11-23"};
	struct handoff_speakers speakers;
	struct summary summary;
	struct handoff handoff;
	struct handoff_list list;

	fixture_pass(f, 10 * CLOCK_MINUTE);
	fixture_ok(desk_list_speakers(f->desk, id, &speakers, &err));
	assert_int_equal(speakers.count, 1);
	assert_string_equal(speakers.items[0].name, "Mr. Osei");
	handoff_speakers_release(&speakers);
	fixture_refused(
	    desk_note_acceptance(f->desk, id, 0, "Check", "fri", &err),
	    ERROR_INVALID);
	fixture_refused(desk_note_acceptance(f->desk, id,
					     f->staff[FIXTURE_CHEN], "Check",
					     "fri", &err),
			ERROR_INVALID);
	fixture_refused(desk_note_acceptance(fixture_desk2(f), id,
					     f->staff[FIXTURE_OSEI], "Check",
					     "fri", &err),
			ERROR_DENIED);
	fixture_ok(desk_note_acceptance(f->desk, id, f->staff[FIXTURE_OSEI],
					"Check it", "fri", &err));
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM request"),
	    f->staff[FIXTURE_OSEI]);
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM promise"),
	    f->staff[FIXTURE_OSEI]);
	assert_int_equal(fixture_number(f, "SELECT made_by FROM promise"),
			 f->staff[FIXTURE_RUIZ]);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM touch"), 2);
	fixture_ok(desk_sum_up(f->desk, today, today, &summary, &err));
	assert_int_equal(summary.handoffs_accepted, 1);
	assert_int_equal(summary.handoff_accept.median, 10 * CLOCK_MINUTE);
	summary_release(&summary);
	fixture_ok(desk_open_handoff(f->desk, id, &handoff, &err));
	assert_int_equal(handoff.state, HANDOFF_ACCEPTED);
	assert_string_equal(handoff.answered_by, "K. Osei");
	assert_string_equal(handoff.noted_by, "A. Ruiz");
	handoff_release(&handoff);
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_list_handoffs(f->desk, &list, &err));
	assert_int_equal(list.count, 0);
	handoff_list_release(&list);
}

static void where_a_desk_runs_it_is_accepted_there(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t written, warm;
	struct handoff_speakers speakers;

	written = offer(f, fence(f), "Check", URGENCY_USUAL, MANNER_WRITTEN);
	warm = offer(f, fence(f), "Come", URGENCY_NOW, MANNER_WARM);
	fixture_ok(
	    desk_sign_in(fixture_desk2(f), "kosei", FIXTURE_PIN, 0, &err));
	fixture_refused(desk_list_speakers(f->desk, written, &speakers, &err),
			ERROR_DENIED);
	matter_has(err.text, "Planning has a desk running");
	/* They stand here: their desk runs without them. */
	fixture_ok(desk_note_acceptance(f->desk, warm, f->staff[FIXTURE_OSEI],
					"Look now", "4pm", &err));
	desk_sign_out(fixture_desk2(f));
	fixture_ok(desk_list_speakers(f->desk, written, &speakers, &err));
	handoff_speakers_release(&speakers);
}

static void set_deputy(struct fixture *f, enum fixture_department whose,
		       int64_t department_id, int64_t staff_id)
{
	struct department_list list;
	struct error err = {0};

	fixture_sign_in(f, FIXTURE_ADMIN);
	fixture_ok(desk_list_departments(f->desk, &list, &err));
	for (size_t i = 0; i < list.count; i++) {
		if (list.items[i].department_id != f->departments[whose])
			continue;
		list.items[i].deputy_id = department_id;
		list.items[i].deputy_staff_id = staff_id;
		fixture_ok(desk_save_department(f->desk, &list.items[i], &err));
	}
	department_list_release(&list);
	fixture_sign_in(f, FIXTURE_RUIZ);
}

static void a_deputy_sees_what_is_offered_to_the_department(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_list list;
	struct yours yours;
	int64_t id;

	set_deputy(f, FIXTURE_PLANNING, 0, f->staff[FIXTURE_CHEN]);
	id = offer(f, fence(f), "Check", URGENCY_USUAL, MANNER_WRITTEN);
	fixture_ok(desk_list_handoffs(fixture_desk2(f), &list, &err));
	assert_int_equal(list.count, 1);
	handoff_list_release(&list);
	fixture_ok(desk_yours(fixture_desk2(f), &yours, &err));
	assert_int_equal(yours.handed, 1);
	fixture_ok(
	    desk_accept_handoff(fixture_desk2(f), id, "Check", "fri", &err));
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM request"),
	    f->staff[FIXTURE_CHEN]);
}

static void where_nobody_is_in_the_deputy_is_suggested(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	int64_t request_id;

	set_deputy(f, FIXTURE_PLANNING, 0, f->staff[FIXTURE_CHEN]);
	request_id = fence(f);
	fixture_ok(desk_prepare_handoff(f->desk, request_id, 0, &draft, &err));
	assert_string_equal(draft.targets[0].name, "Planning");
	assert_string_not_equal(draft.targets[1].name, "Mr. Chen");
	handoff_draft_release(&draft);

	fixture_pass(f, 2 * CLOCK_HOUR); /* Mr. Osei was in until 4 pm */
	fixture_ok(desk_prepare_handoff(f->desk, request_id, 0, &draft, &err));
	assert_string_equal(draft.targets[0].name, "Planning");
	matter_has(draft.targets[0].detail, "nobody in · Mr. Chen stands in");
	assert_string_equal(draft.targets[1].name, "Mr. Chen");
	assert_string_equal(draft.targets[1].why, "stands in for Planning");
	handoff_draft_release(&draft);
}

static void who_returned_it_can_have_it_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	int64_t request_id = fence(f);
	int64_t id =
	    offer(f, request_id, "Check", URGENCY_USUAL, MANNER_WRITTEN);

	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_return_handoff(f->desk, id, "No site plan", &err));
	fixture_sign_in(f, FIXTURE_RUIZ);
	fixture_ok(desk_prepare_handoff(f->desk, request_id, 0, &draft, &err));
	assert_string_equal(draft.targets[0].why, "handles it · returned it");
	assert_string_equal(draft.targets[1].name, "Mr. Osei");
	assert_string_equal(draft.targets[1].why, "returned it");
	assert_string_equal(draft.chain,
			    "1. Mon Nov 23, A. Ruiz to Planning – returned Mon "
			    "Nov 23: No site plan");
	fixture_ok(desk_offer_handoff(f->desk, &draft, &draft.targets[1],
				      "Here is the plan", &id, &err));
	handoff_draft_release(&draft);
	assert_int_equal(fixture_number(f, "SELECT max(hop) FROM handoff"), 2);
}

static void a_returned_one_is_taken_back(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_list list;
	int64_t request_id = fence(f);
	int64_t id =
	    offer(f, request_id, "Check", URGENCY_USUAL, MANNER_WRITTEN);

	fixture_refused(desk_take_back_handoff(f->desk, id, &err),
			ERROR_CONFLICT);
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_return_handoff(f->desk, id, "Zoning only", &err));
	fixture_refused(desk_take_back_handoff(f->desk, id, &err),
			ERROR_DENIED);
	fixture_sign_in(f, FIXTURE_RUIZ);
	fixture_ok(desk_list_handoffs(f->desk, &list, &err));
	assert_int_equal(list.count, 1);
	handoff_list_release(&list);
	fixture_ok(desk_take_back_handoff(f->desk, id, &err));
	fixture_ok(desk_list_handoffs(f->desk, &list, &err));
	assert_int_equal(list.count, 0);
	handoff_list_release(&list);
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM request"),
	    f->staff[FIXTURE_RUIZ]);
	fixture_refused(desk_take_back_handoff(f->desk, id, &err),
			ERROR_CONFLICT);
}

static void a_colleague_who_joins_is_a_touch_and_no_hand_off(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct visit visit;

	matter_begin(f, f->desk, 0, FIXTURE_FENCE, "A fence", &visit);
	fixture_refused(desk_join_visit(f->desk, visit.visit_id,
					visit.contacts[0].request_id,
					f->staff[FIXTURE_RUIZ], &err),
			ERROR_INVALID);
	fixture_ok(desk_join_visit(f->desk, visit.visit_id,
				   visit.contacts[0].request_id,
				   f->staff[FIXTURE_OSEI], &err));
	/* Noted again it is the same colleague. */
	fixture_ok(desk_join_visit(f->desk, visit.visit_id,
				   visit.contacts[0].request_id,
				   f->staff[FIXTURE_OSEI], &err));
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM joining"), 1);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM touch"
					   " WHERE staff_id = "
					   "(SELECT staff_id FROM joining)"),
			 1);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM handoff"), 0);
	fixture_ok(desk_prepare_handoff(f->desk, visit.contacts[0].request_id,
					visit.visit_id, &draft, &err));
	assert_int_equal(draft.hop, 1);
	matter_has(draft.context, "Joined at the window: Mr. Osei\n");
	handoff_draft_release(&draft);
	visit_release(&visit);
}

static void after_its_time_the_supervisor_sees_it(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct list_page page;
	struct yours yours;

	offer(f, fence(f), "Check the plan", URGENCY_USUAL, MANNER_WRITTEN);
	fixture_pass(f, 121 * CLOCK_MINUTE);
	assert_false(desk_has_list(f->desk, LIST_UNACCEPTED));
	fixture_ok(desk_read_list(f->desk, LIST_UNACCEPTED, 10, &page, &err));
	assert_int_equal(page.count, 0);
	list_page_release(&page);
	fixture_sign_in(f, FIXTURE_HALE);
	fixture_ok(desk_read_list(f->desk, LIST_UNACCEPTED, 10, &page, &err));
	assert_int_equal(page.count, 1);
	assert_string_equal(page.rows[0].who, "Ms. Elena Alvarez");
	assert_string_equal(page.rows[0].what,
			    "Planning, for 2 h 1 min: Check the plan");
	list_page_release(&page);
	fixture_ok(desk_yours(f->desk, &yours, &err));
	assert_int_equal(yours.unaccepted, 1);
	fixture_sign_in(f, FIXTURE_ADMIN);
	fixture_refused(desk_set_handoff_wait(f->desk, 0, &err), ERROR_INVALID);
	fixture_ok(desk_set_handoff_wait(f->desk, 180, &err));
	fixture_ok(desk_yours(f->desk, &yours, &err));
	assert_int_equal(yours.unaccepted, 0);
	fixture_sign_in(f, FIXTURE_RUIZ);
	fixture_refused(desk_set_handoff_wait(f->desk, 60, &err), ERROR_DENIED);
}

static void until_it_is_accepted_only_an_answer_is_said(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit_cue cue;
	struct visit visit;
	int64_t id;

	matter_begin(f, f->desk, fixture_resident(f, "Ms.", "Ana", "Lo"),
		     FIXTURE_FENCE, "A fence", &visit);
	fixture_ok(desk_cue_visit(f->desk, &visit, &cue, &err));
	assert_string_equal(cue.cue.say, "Good afternoon, Ms. Lo.");
	visit_cue_release(&cue);
	id = matter_offer(f->desk, visit.contacts[0].request_id, visit.visit_id,
			  0, f->departments[FIXTURE_PLANNING], "Check");
	fixture_ok(desk_cue_visit(f->desk, &visit, &cue, &err));
	assert_string_equal(cue.cue.say, "You will hear from us.");
	visit_cue_release(&cue);
	fixture_ok(desk_note_acceptance(f->desk, id, f->staff[FIXTURE_OSEI],
					"Check", "fri", &err));
	fixture_ok(desk_cue_visit(f->desk, &visit, &cue, &err));
	assert_string_equal(cue.cue.say, "Good afternoon, Ms. Lo.");
	visit_cue_release(&cue);
	visit_release(&visit);
}

static void
a_delivery_is_the_departments_or_the_persons_without_a_desk(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_delivery delivery;
	struct department department = {
	    .department_id = f->departments[FIXTURE_PLANNING],
	    .name = "Planning",
	    .delivery = DELIVERY_MAIL,
	    .delivery_to = "planning@city.example\nBcc: x@y",
	};
	int64_t request_id = fence(f), id;

	fixture_refused(desk_save_department(f->desk, &department, &err),
			ERROR_DENIED);
	fixture_sign_in(f, FIXTURE_ADMIN);
	fixture_refused(desk_save_department(f->desk, &department, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "delivery_to");
	department.delivery_to = "planning@city.example";
	fixture_ok(desk_save_department(f->desk, &department, &err));
	fixture_sign_in(f, FIXTURE_RUIZ);
	id = matter_offer(f->desk, request_id, 0, f->staff[FIXTURE_OSEI],
			  f->departments[FIXTURE_PLANNING], "Check");
	fixture_ok(desk_handoff_delivery(f->desk, id, &delivery, &err));
	assert_int_equal(delivery.how, DELIVERY_MAIL);
	assert_string_equal(delivery.to, "planning@city.example");
	handoff_delivery_release(&delivery);
	fixture_ok(
	    desk_sign_in(fixture_desk2(f), "kosei", FIXTURE_PIN, 0, &err));
	fixture_ok(desk_handoff_delivery(f->desk, id, &delivery, &err));
	assert_int_equal(delivery.how, DELIVERY_SCREEN);
	handoff_delivery_release(&delivery);
	fixture_ok(desk_note_delivery(f->desk, id, true, "mailed", &err));
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM handoff_event"
					   " WHERE kind = 'delivered'"),
			 1);
}

static void what_a_colleague_owns_stays_theirs_when_it_comes_back(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = fence(f), promise_id, id;

	fixture_ok(desk_make_promise(f->desk, request_id, "Call", "fri", 0,
				     &promise_id, &err));
	fixture_sign_in(f, FIXTURE_CHEN);
	id = offer(f, request_id, "Check", URGENCY_USUAL, MANNER_WRITTEN);
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_return_handoff(f->desk, id, "Zoning only", &err));
	fixture_sign_in(f, FIXTURE_CHEN);
	fixture_ok(desk_take_back_handoff(f->desk, id, &err));
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM request"),
	    f->staff[FIXTURE_RUIZ]);
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM promise"),
	    f->staff[FIXTURE_RUIZ]);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM handoff_event"
					   " WHERE kind = 'taken_back'"),
			 1);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(the_urgent_one_stands_above_the_usual_one),
	    T(accepting_needs_what_and_by_when),
	    T(what_was_said_aloud_is_theirs_and_who_noted_it_stands),
	    T(where_a_desk_runs_it_is_accepted_there),
	    T(a_deputy_sees_what_is_offered_to_the_department),
	    T(where_nobody_is_in_the_deputy_is_suggested),
	    T(who_returned_it_can_have_it_again),
	    T(a_returned_one_is_taken_back),
	    T(a_colleague_who_joins_is_a_touch_and_no_hand_off),
	    T(after_its_time_the_supervisor_sees_it),
	    T(until_it_is_accepted_only_an_answer_is_said),
	    T(a_delivery_is_the_departments_or_the_persons_without_a_desk),
	    T(what_a_colleague_owns_stays_theirs_when_it_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
