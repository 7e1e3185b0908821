/*
 * test_handoff.c - a request is passed on, and nothing about it is lost
 */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static int64_t elena(struct fixture *f)
{
	return fixture_resident(f, "Ms.", "Elena", "Alvarez");
}

static void the_context_says_everything_known(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct contact *contact;
	struct visit visit;
	int64_t promise_id;

	matter_begin(f, f->desk, elena(f), FIXTURE_FENCE,
		     "Where is the plan check?", &visit);
	contact = &visit.contacts[0];
	contact->place = mem_copy("Ironwood Ave");
	contact->concern = mem_copy("Took a day off work to come");
	contact->done = mem_copy("Looked in the plan room");
	contact_add_number(contact, NUMBER_PERMIT, "BLD-26-0412");
	contact_set_answer(contact, f->fence_height, "6", true);
	contact_set_answer(contact, f->fence_side, NULL, false);
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	fixture_ok(desk_make_promise(f->desk, contact->request_id, "Plan check",
				     "friday", 0, &promise_id, &err));

	fixture_ok(desk_prepare_handoff(f->desk, contact->request_id,
					visit.visit_id, &draft, &err));
	matter_has(draft.context, "Who: Ms. Elena Alvarez\n");
	matter_has(draft.context, "Address as: Ms. Alvarez\n");
	matter_has(draft.context, "First name: not asked: do not use it\n");
	matter_has(draft.context, "About: Fence permit\n");
	matter_has(draft.context, "Place: Ironwood Ave\n");
	matter_has(draft.context, "Number: permit BLD-26-0412\n");
	matter_has(draft.context, "They said: Where is the plan check?\n");
	matter_has(draft.context, "Concern: Took a day off work to come\n");
	matter_has(draft.context, "Height: 6\n");
	matter_has(draft.context, "Side: asked, not known\n");
	matter_has(draft.context, "Done: Looked in the plan room\n");
	matter_has(draft.context,
		   "Promised: Plan check, by Fri Nov 27 5:00 pm (A. Ruiz)\n");
	matter_has_not(draft.context, "Earlier:");
	assert_int_equal(draft.hop, 1);
	assert_null(draft.chain);
	handoff_draft_release(&draft);
	visit_release(&visit);
}

static void only_another_language_needs_saying(void **state)
{
	static const char *const languages[] = {"en", "vi"};
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct resident_page page;
	int64_t elena_id = elena(f);
	int64_t request_id = matter_open(f, elena_id, "A taller fence");

	for (int i = 0; i < 2; i++) {
		fixture_ok(
		    desk_read_resident(f->desk, elena_id, 10, &page, &err));
		mem_replace(&page.resident.language, languages[i]);
		fixture_ok(desk_save_resident(f->desk, &page.resident, &err));
		resident_page_release(&page);
		fixture_ok(
		    desk_prepare_handoff(f->desk, request_id, 0, &draft, &err));
		if (i == 0)
			matter_has_not(draft.context, "Language:");
		else
			matter_has(draft.context, "Language: Tiếng Việt\n");
		handoff_draft_release(&draft);
	}
}

static void earlier_contacts_and_hops_go_along(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	int64_t request_id = matter_open(f, elena(f), "A taller fence");
	int64_t first =
	    matter_offer(f->desk, request_id, 0, 0,
			 f->departments[FIXTURE_PLANNING], "Check the plan");
	struct visit visit = {0};

	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(
	    desk_return_handoff(f->desk, first, "Ours is zoning only", &err));
	fixture_sign_in(f, FIXTURE_RUIZ);
	fixture_pass(f, 24 * CLOCK_HOUR);
	fixture_ok(desk_begin_visit(f->desk, &visit, desk_now(f->desk), &err));
	visit_add_contact(&visit)->request_id = request_id;
	visit.contacts[0].topic_id = f->topics[FIXTURE_FENCE];
	visit.contacts[0].words = mem_copy("Any news?");
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	fixture_ok(desk_prepare_handoff(f->desk, request_id, visit.visit_id,
					&draft, &err));
	matter_has(draft.context, "They said: Any news?\n");
	matter_has(draft.context, "Earlier: Mon Nov 23, Walk-in, A. Ruiz: A "
				  "taller fence – request opened\n");
	matter_has(draft.context,
		   "Passed on: 1. Mon Nov 23, A. Ruiz to Planning: Check the "
		   "plan – returned Mon Nov 23: Ours is zoning only\n");
	assert_int_equal(draft.hop, 2);
	assert_string_equal(draft.chain,
			    "1. Mon Nov 23, A. Ruiz to Planning – returned Mon "
			    "Nov 23: Ours is zoning only");
	assert_string_equal(draft.handles, "Planning");
	handoff_draft_release(&draft);
	visit_release(&visit);
}

static void whoever_handles_the_topic_is_suggested_first(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	int64_t request_id = matter_open(f, elena(f), "A taller fence");
	bool has_chen = false;

	fixture_ok(desk_prepare_handoff(f->desk, request_id, 0, &draft, &err));
	assert_string_equal(draft.targets[0].name, "Planning");
	assert_string_equal(draft.targets[0].why, "handles Fence permit");
	assert_string_equal(draft.targets[0].detail, "2nd floor · 555-0150");
	/* three departments, then everybody but the sender by name */
	assert_int_equal(draft.target_count, 3 + FIXTURE_STAFF_COUNT - 1);
	assert_string_equal(draft.targets[1].name, "Animal Services");
	for (size_t i = 0; i < draft.target_count; i++) {
		assert_int_not_equal(draft.targets[i].staff_id,
				     f->staff[FIXTURE_RUIZ]);
		if (draft.targets[i].staff_id == f->staff[FIXTURE_CHEN])
			has_chen = true;
		if (draft.targets[i].staff_id == f->staff[FIXTURE_OSEI])
			assert_string_equal(draft.targets[i].detail,
					    "in until 4 pm · Planning");
	}
	assert_true(has_chen);
	handoff_draft_release(&draft);
}

static void who_had_it_before_comes_before_the_others(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	int64_t request_id = matter_open(f, elena(f), "A taller fence");

	fixture_ok(
	    desk_acknowledge(fixture_desk2(f), request_id, "telephone", &err));
	fixture_ok(desk_prepare_handoff(f->desk, request_id, 0, &draft, &err));
	assert_string_equal(draft.targets[1].name, "Mr. Chen");
	assert_string_equal(draft.targets[1].why, "had it before");
	handoff_draft_release(&draft);
}

static void one_thing_must_be_asked(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	int64_t request_id = matter_open(f, elena(f), "A taller fence");
	struct handoff_target self = {.staff_id = f->staff[FIXTURE_RUIZ]};
	int64_t id;

	fixture_ok(desk_prepare_handoff(f->desk, request_id, 0, &draft, &err));
	fixture_refused(desk_offer_handoff(f->desk, &draft, &draft.targets[0],
					   "  ", &id, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "asked");
	fixture_refused(
	    desk_offer_handoff(f->desk, &draft, &self, "Look", &id, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "target");
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM handoff"), 0);
	handoff_draft_release(&draft);
}

static void a_second_offer_waits_for_the_first(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	int64_t request_id = matter_open(f, elena(f), "A taller fence");
	int64_t id;

	matter_offer(f->desk, request_id, 0, 0,
		     f->departments[FIXTURE_PLANNING], "Check");
	fixture_ok(desk_prepare_handoff(fixture_desk2(f), request_id, 0, &draft,
					&err));
	fixture_refused(desk_offer_handoff(fixture_desk2(f), &draft,
					   &draft.targets[1], "Check", &id,
					   &err),
			ERROR_CONFLICT);
	matter_has(err.text, "offered to Planning already");
	handoff_draft_release(&draft);
}

static void within_a_visit_it_is_the_result(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;
	enum result result;

	matter_begin(f, f->desk, elena(f), FIXTURE_FENCE, "A fence", &visit);
	matter_offer(f->desk, visit.contacts[0].request_id, visit.visit_id, 0,
		     f->departments[FIXTURE_PLANNING], "Check");
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM request"
					   " WHERE state = 'open'"),
			 1);
	fixture_ok(desk_result_of_facts(f->desk, visit.contacts[0].request_id,
					visit.visit_id, &result, &err));
	assert_int_equal(result, RESULT_HANDED_OFF);
	matter_finish(f->desk, &visit, RESULT_NONE);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM contact"
					   " WHERE result = 'handed_off'"),
			 1);
	visit_release(&visit);
}

static void nobody_unsigned_passes_anything_on(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	int64_t request_id = matter_open(f, elena(f), "A taller fence");

	desk_close(f->desk);
	fixture_ok(desk_open(f->path, SOURCE_DIR "/data", &f->clock.clock,
			     &f->desk, &err));
	fixture_refused(
	    desk_prepare_handoff(f->desk, request_id, 0, &draft, &err),
	    ERROR_DENIED);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(the_context_says_everything_known),
	    T(only_another_language_needs_saying),
	    T(earlier_contacts_and_hops_go_along),
	    T(whoever_handles_the_topic_is_suggested_first),
	    T(who_had_it_before_comes_before_the_others),
	    T(one_thing_must_be_asked),
	    T(a_second_offer_waits_for_the_first),
	    T(within_a_visit_it_is_the_result),
	    T(nobody_unsigned_passes_anything_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
