/*
 * test_promise.c - what was promised keeps its date, whatever became of it
 */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static int64_t open_matter(struct fixture *f)
{
	return matter_open(f, fixture_resident(f, "Ms.", "Elena", "Alvarez"),
			   "A fence");
}

static int64_t promised(struct fixture *f, int64_t request_id, const char *when)
{
	struct error err = {0};
	int64_t id;

	fixture_ok(desk_make_promise(f->desk, request_id, "Plan check", when, 0,
				     &id, &err));
	return id;
}

static void by_friday_means_closing_time_at_the_site(void **state)
{
	struct fixture *f = *state;

	promised(f, open_matter(f), "friday");
	/* Friday, November 27, 5 pm in Los Angeles is 1 am UTC. */
	assert_int_equal(fixture_number(f, "SELECT due_at FROM promise"),
			 INT64_C(1795827600000));
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " WHERE due_on = '2026-11-27'"),
			 1);
}

static void what_cannot_be_understood_is_refused(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = open_matter(f);
	int64_t id;

	fixture_refused(desk_make_promise(f->desk, request_id, "Plan check",
					  "soonish", 0, &id, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "when");
	fixture_refused(
	    desk_make_promise(f->desk, request_id, " ", "friday", 0, &id, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "what");
	fixture_refused(desk_make_promise(f->desk, request_id, "Call", "friday",
					  9999, &id, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "owner");
	fixture_refused(
	    desk_make_promise(f->desk, 9999, "Call", "friday", 0, &id, &err),
	    ERROR_NOT_FOUND);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"), 0);
}

static void an_unnamed_visitor_leaves_a_telephone_first(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;
	int64_t request_id, id;

	matter_begin(f, f->desk, 0, FIXTURE_FENCE, "A fence", &visit);
	request_id = visit.contacts[0].request_id;
	fixture_refused(desk_make_promise(f->desk, request_id, "Call", "friday",
					  0, &id, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "contact_text");
	/* Words are no way to reach anybody, whoever typed them where. */
	fixture_refused(desk_make_promise_to(f->desk, request_id, "abc", "Call",
					     "friday", 0, &id, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "contact_text");
	visit.contacts[0].contact_text = mem_copy("abc");
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	fixture_refused(desk_make_promise(f->desk, request_id, "Call", "friday",
					  0, &id, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "contact_text");
	mem_replace(&visit.contacts[0].contact_text, "555-0123");
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	fixture_ok(desk_make_promise(f->desk, request_id, "Call", "friday", 0,
				     &id, &err));
	/* From now on it is no draft any more. */
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM request"
					   " WHERE state = 'open'"),
			 1);
	visit_release(&visit);
}

static void done_by_its_hour_it_is_kept(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t id = promised(f, open_matter(f), "4pm");

	fixture_pass(f, CLOCK_HOUR);
	fixture_ok(desk_keep_promise(f->desk, id, "Called at 3", &err));
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " WHERE state = 'kept'"),
			 1);
	fixture_refused(desk_keep_promise(f->desk, id, NULL, &err),
			ERROR_CONFLICT);
	fixture_refused(desk_keep_promise(f->desk, 999, NULL, &err),
			ERROR_NOT_FOUND);
}

static void done_after_its_hour_it_is_missed_and_done(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t id = promised(f, open_matter(f), "4pm");

	fixture_pass(f, 2 * CLOCK_HOUR);
	fixture_ok(desk_keep_promise(f->desk, id, NULL, &err));
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " WHERE state = 'missed'"),
			 1);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise_event"
					   " WHERE kind = 'kept'"),
			 1);
}

static void promised_anew_the_old_date_stays(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t id = promised(f, open_matter(f), "tomorrow");

	fixture_refused(
	    desk_renew_promise(f->desk, id, "yesterday", "ill", &err),
	    ERROR_INVALID);
	fixture_ok(desk_renew_promise(f->desk, id, "friday",
				      "The planner is ill", &err));
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " WHERE state = 'renewed'"
					   " AND due_on = '2026-11-24'"),
			 1);
	assert_int_equal(fixture_number(f, "SELECT renews_id FROM promise"
					   " WHERE state = 'open'"
					   " AND due_on = '2026-11-27'"
					   " AND what = 'Plan check'"),
			 id);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise_event"
					   " WHERE kind = 'renewed'"
					   " AND note = 'The planner is ill'"),
			 1);
	fixture_refused(desk_renew_promise(f->desk, id, "friday", NULL, &err),
			ERROR_CONFLICT);
}

static void taking_one_back_needs_a_reason(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t id = promised(f, open_matter(f), "tomorrow");

	fixture_refused(desk_withdraw_promise(f->desk, id, "", &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "reason");
	fixture_ok(
	    desk_withdraw_promise(f->desk, id, "They did it themselves", &err));
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " WHERE state = 'withdrawn'"),
			 1);
}

static void somebody_else_may_be_the_one_who_promised(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t id;

	fixture_ok(desk_make_promise(f->desk, open_matter(f), "Call back",
				     "tomorrow", f->staff[FIXTURE_OSEI], &id,
				     &err));
	assert_int_equal(
	    fixture_number(f, "SELECT owner_staff_id FROM promise"),
	    f->staff[FIXTURE_OSEI]);
	assert_int_equal(fixture_number(f, "SELECT made_by FROM promise"),
			 f->staff[FIXTURE_RUIZ]);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(by_friday_means_closing_time_at_the_site),
	    T(what_cannot_be_understood_is_refused),
	    T(an_unnamed_visitor_leaves_a_telephone_first),
	    T(done_by_its_hour_it_is_kept),
	    T(done_after_its_hour_it_is_missed_and_done),
	    T(promised_anew_the_old_date_stays),
	    T(taking_one_back_needs_a_reason),
	    T(somebody_else_may_be_the_one_who_promised),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
