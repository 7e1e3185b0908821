/*
 * test_handoff_answer.c - who receives a request, and what they make of it
 */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "matter.h"

static int64_t elena(struct fixture *f)
{
	return fixture_resident(f, "Ms.", "Elena", "Alvarez");
}

static void the_owner_stays_until_it_is_accepted(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A taller fence");
	int64_t id, promise_id;

	fixture_ok(desk_make_promise(f->desk, request_id, "Call", "friday", 0,
				     &promise_id, &err));
	id = matter_offer(f->desk, request_id, 0, 0,
			  f->departments[FIXTURE_PLANNING], "Check the plan");
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM request"),
	    f->staff[FIXTURE_RUIZ]);
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM promise"),
	    f->staff[FIXTURE_RUIZ]);

	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(
	    desk_accept_handoff(f->desk, id, "Check the plan", "wed", &err));
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM request"),
	    f->staff[FIXTURE_OSEI]);
	assert_int_equal(
	    fixture_number(f, "SELECT owner_department_id FROM request"),
	    f->departments[FIXTURE_PLANNING]);
	assert_int_equal(fixture_number(f,
					"SELECT COUNT(*) FROM promise"
					" WHERE owner_staff_id <> "
					"(SELECT owner_staff_id FROM request)"),
			 0);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"), 2);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise_event"
					   " WHERE kind = 'passed_on'"),
			 1);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM touch"), 2);
}

static void only_the_receiver_answers_and_only_once(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A taller fence");
	int64_t id = matter_offer(f->desk, request_id, 0, 0,
				  f->departments[FIXTURE_PLANNING], "Check");

	fixture_refused(
	    desk_accept_handoff(f->desk, id, "Check it", "fri", &err),
	    ERROR_DENIED);
	fixture_refused(
	    desk_accept_handoff(fixture_desk2(f), id, "Check it", "fri", &err),
	    ERROR_DENIED);
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_accept_handoff(f->desk, id, "Check it", "fri", &err));
	fixture_refused(desk_return_handoff(f->desk, id, "Not ours", &err),
			ERROR_CONFLICT);
	fixture_refused(
	    desk_accept_handoff(f->desk, 999, "Check it", "fri", &err),
	    ERROR_NOT_FOUND);
	assert_int_equal(
	    fixture_number(f, "SELECT COUNT(*) FROM handoff_event"
			      " WHERE kind IN ('accepted', 'returned')"),
	    1);
}

static void a_supervisor_may_answer_for_somebody_who_is_out(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A taller fence");
	int64_t id =
	    matter_offer(f->desk, request_id, 0, f->staff[FIXTURE_OSEI],
			 f->departments[FIXTURE_PLANNING], "Check");

	fixture_sign_in(f, FIXTURE_HALE);
	fixture_ok(desk_accept_handoff(f->desk, id, "Check it", "fri", &err));
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM request"),
	    f->staff[FIXTURE_HALE]);
}

static void a_return_needs_its_reason_and_stands_on_top(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena_id = elena(f);
	int64_t request_id = matter_open(f, elena_id, "A taller fence");
	int64_t other_id = matter_open(f, elena_id, "A gate");
	int64_t id = matter_offer(f->desk, request_id, 0, 0,
				  f->departments[FIXTURE_PLANNING], "Check");
	struct handoff_list list;
	struct handoff handoff;

	matter_offer(fixture_desk2(f), other_id, 0, f->staff[FIXTURE_RUIZ], 0,
		     "Ask about the gate");
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_refused(desk_return_handoff(f->desk, id, "", &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "reason");
	fixture_ok(desk_return_handoff(f->desk, id, "Zoning only", &err));

	fixture_sign_in(f, FIXTURE_RUIZ);
	fixture_ok(desk_list_handoffs(f->desk, &list, &err));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].handoff_id, id);
	assert_int_equal(list.items[0].state, HANDOFF_RETURNED);
	assert_string_equal(list.items[0].note, "Zoning only");
	assert_string_equal(list.items[1].asked, "Ask about the gate");
	handoff_list_release(&list);

	/* Passed on again, it is not the sender's to see to any more. */
	matter_offer(f->desk, request_id, 0, 0,
		     f->departments[FIXTURE_BUILDING], "Check");
	fixture_ok(desk_list_handoffs(f->desk, &list, &err));
	assert_int_equal(list.count, 1);
	handoff_list_release(&list);
	fixture_ok(desk_open_handoff(f->desk, id, &handoff, &err));
	assert_string_equal(handoff.note, "Zoning only");
	assert_string_equal(handoff.to, "Planning");
	handoff_release(&handoff);
}

static void the_context_stays_as_it_was_offered(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct resident_page page;
	struct handoff handoff;
	int64_t elena_id = elena(f);
	int64_t request_id = matter_open(f, elena_id, "A taller fence");
	int64_t id =
	    matter_offer(f->desk, request_id, 0, 0,
			 f->departments[FIXTURE_PLANNING], "Check the plan");

	fixture_ok(desk_read_resident(f->desk, elena_id, 10, &page, &err));
	mem_replace(&page.resident.name.surname, "Duarte");
	fixture_ok(desk_save_resident(f->desk, &page.resident, &err));
	resident_page_release(&page);

	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_open_handoff(f->desk, id, &handoff, &err));
	assert_string_equal(handoff.resident, "Ms. Elena Duarte");
	matter_has(handoff.context, "Who: Ms. Elena Alvarez\n");
	assert_string_equal(handoff.asked, "Check the plan");
	assert_string_equal(handoff.from, "A. Ruiz");
	assert_string_equal(handoff.topic, "Fence permit");
	handoff_release(&handoff);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM handoff_event"
					   " WHERE kind = 'seen'"),
			 1);
	assert_int_equal(
	    fixture_number(f, "SELECT COUNT(*) FROM audit"
			      " WHERE action = 'open' AND subject = 'handoff'"),
	    1);
}

/* As a store of before holds it: what is promised is never of what is over. */
static void an_accepted_one_is_open_whatever_it_was(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A taller fence");
	int64_t id = matter_offer(f->desk, request_id, 0, 0,
				  f->departments[FIXTURE_PLANNING], "Check");

	fixture_write(f,
		      "UPDATE request SET state = 'resolved', resolved_at = 1,"
		      " resolved_on = '2026-11-23'");
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_accept_handoff(f->desk, id, "Check it", "fri", &err));
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM request"
					   " WHERE state = 'open'"
					   " AND resolved_at IS NULL"),
			 1);
}

static void it_is_seen_once_however_often_it_is_opened(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff handoff;
	int64_t id =
	    matter_offer(f->desk, matter_open(f, elena(f), "A taller fence"), 0,
			 0, f->departments[FIXTURE_PLANNING], "Check the plan");

	fixture_sign_in(f, FIXTURE_OSEI);
	for (int i = 0; i < 3; i++) {
		fixture_ok(desk_open_handoff(f->desk, id, &handoff, &err));
		handoff_release(&handoff);
		fixture_pass(f, CLOCK_MINUTE);
	}
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM handoff_event"
					   " WHERE kind = 'seen'"),
			 1);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(the_owner_stays_until_it_is_accepted),
	    T(only_the_receiver_answers_and_only_once),
	    T(a_supervisor_may_answer_for_somebody_who_is_out),
	    T(a_return_needs_its_reason_and_stands_on_top),
	    T(the_context_stays_as_it_was_offered),
	    T(an_accepted_one_is_open_whatever_it_was),
	    T(it_is_seen_once_however_often_it_is_opened),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
