/*
 * test_visit_draft.c - what a visit says anew of a request that was there
 * before it stays with the visit until its F9
 */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

/* A visit about a request of the day before, with another place typed. */
static int64_t come_again(struct fixture *f, struct visit *out)
{
	struct error err = {0};
	struct earlier_answer_list earlier;
	struct visit first;
	int64_t ana = fixture_resident(f, "Ms.", "Ana", "Lopez");
	int64_t request_id;

	matter_begin(f, f->desk, ana, FIXTURE_FENCE, "A fence", &first);
	mem_replace(&first.contacts[0].place, "Fir Ave");
	contact_set_answer(&first.contacts[0], f->fence_height, "6", true);
	matter_finish(f->desk, &first, RESULT_OPENED);
	request_id = first.contacts[0].request_id;
	visit_release(&first);
	fixture_pass(f, 24 * CLOCK_HOUR);
	*out = (struct visit){0};
	visit_add_person(out, ana, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_begin_visit(f->desk, out, f->clock.now, &err));
	fixture_ok(desk_take_up_request(
	    f->desk, request_id, visit_add_contact(out), &earlier, &err));
	earlier_answer_list_release(&earlier);
	mem_replace(&out->contacts[0].place, "Elm St");
	return request_id;
}

static bool is_at(struct fixture *f, const char *place)
{
	return fixture_number(f, strcmp(place, "Fir Ave") == 0
				     ? "SELECT count(*) FROM request WHERE"
				       " place = 'Fir Ave'"
				       " AND place_key = 'fir ave'"
				     : "SELECT count(*) FROM request WHERE"
				       " place = 'Elm St'"
				       " AND place_key = 'elm st'") == 1;
}

static void take_up(struct fixture *f, int64_t visit_id, struct visit *out)
{
	struct error err = {0};
	char *form;

	fixture_ok(desk_take_up(f->desk, visit_id, out, &form, &err));
	free(form);
}

static void a_place_stays_with_the_visit_until_it_is_finished(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit, again;

	come_again(f, &visit);
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	assert_true(is_at(f, "Fir Ave"));
	fixture_ok(desk_put_aside(f->desk, &visit, "{}", &err));
	assert_true(is_at(f, "Fir Ave"));
	take_up(f, visit.visit_id, &again);
	assert_string_equal(again.contacts[0].place, "Elm St");
	matter_finish(f->desk, &again, RESULT_ANSWERED);
	assert_true(is_at(f, "Elm St"));
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM contact"
					   " WHERE new_place IS NOT NULL"),
			 0);
	visit_release(&visit);
	visit_release(&again);
}

static void a_place_that_was_put_back_is_the_requests_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;

	come_again(f, &visit);
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	mem_replace(&visit.contacts[0].place, "Fir Ave");
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM contact"
					   " WHERE new_place IS NOT NULL"),
			 0);
	/* Nothing at all is a place as well. */
	mem_replace(&visit.contacts[0].place, "");
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	assert_true(is_at(f, "Fir Ave"));
	visit_release(&visit);
	visit = (struct visit){0};
	fixture_ok(desk_get_visit(f->desk,
				  fixture_number(f, "SELECT max(visit_id)"
						    " FROM visit"),
				  &visit, &err));
	assert_string_equal(visit.contacts[0].place, "");
	visit_release(&visit);
}

static void who_goes_leaves_the_request_as_it_was(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;

	come_again(f, &visit);
	fixture_ok(desk_put_aside(f->desk, &visit, "{}", &err));
	fixture_ok(desk_void_visit(f->desk, visit.visit_id, "a mistake", &err));
	assert_true(is_at(f, "Fir Ave"));
	visit_release(&visit);
}

static void who_receives_it_meanwhile_reads_the_new_place(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct visit visit;
	int64_t request_id = come_again(f, &visit);

	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	fixture_ok(desk_prepare_handoff(f->desk, request_id, visit.visit_id,
					&draft, &err));
	matter_has(draft.context, "Elm St");
	handoff_draft_release(&draft);
	fixture_ok(desk_prepare_handoff(f->desk, request_id, 0, &draft, &err));
	matter_has(draft.context, "Fir Ave");
	handoff_draft_release(&draft);
	visit_release(&visit);
}

static void todays_answer_is_not_what_they_told_before(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct earlier_answer_list earlier;
	struct visit visit;
	int64_t request_id = come_again(f, &visit);

	contact_set_answer(&visit.contacts[0], f->fence_height, "7", true);
	fixture_ok(desk_put_aside(f->desk, &visit, "{}", &err));
	fixture_ok(desk_list_earlier(f->desk, request_id, visit.visit_id,
				     &earlier, &err));
	assert_int_equal(earlier.count, 1);
	assert_string_equal(earlier.items[0].value, "6");
	assert_string_equal(earlier.items[0].told_on.text, "2026-11-23");
	earlier_answer_list_release(&earlier);
	/* What a voided visit says was never told. */
	fixture_ok(desk_void_visit(f->desk, visit.visit_id, "a mistake", &err));
	fixture_ok(desk_list_earlier(f->desk, request_id, 0, &earlier, &err));
	assert_string_equal(earlier.items[0].value, "6");
	earlier_answer_list_release(&earlier);
	visit_release(&visit);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_place_stays_with_the_visit_until_it_is_finished),
	    T(a_place_that_was_put_back_is_the_requests_again),
	    T(who_goes_leaves_the_request_as_it_was),
	    T(who_receives_it_meanwhile_reads_the_new_place),
	    T(todays_answer_is_not_what_they_told_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
