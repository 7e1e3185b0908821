/*
 * test_timeline.c - everything said so far, under the request it belongs to
 */
#include "desk/timeline.h"
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static void everything_stands_under_its_request_newest_first(void **state)
{
	static const enum timeline_kind kinds[] = {
	    TIMELINE_DONE,    TIMELINE_TOLD,	TIMELINE_HANDOFF,
	    TIMELINE_PROMISE, TIMELINE_HANDOFF, TIMELINE_ACKNOWLEDGED,
	    TIMELINE_VISIT};
	static const char *const texts[] = {
	    "Approved",
	    "to tell: Approved",
	    "accepted: Plan check, by Monday, November 23, 4:00 pm",
	    "Plan check, by Mon Nov 23 – kept",
	    "to Planning: Check the plan – accepted",
	    "acknowledged: reference read aloud",
	    "Where is the plan check? – request opened"};
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request_id = matter_open(f, elena, "Where is the plan check?");
	struct timeline timeline;
	int64_t id;

	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(
	    desk_acknowledge(f->desk, request_id, "reference_read", &err));
	fixture_pass(f, CLOCK_MINUTE);
	id = matter_offer(f->desk, request_id, 0, 0,
			  f->departments[FIXTURE_PLANNING], "Check the plan");
	fixture_pass(f, CLOCK_MINUTE);
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_accept_handoff(f->desk, id, "Plan check", "4pm", &err));
	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_resolve_request(f->desk, request_id, "Approved", &err));

	fixture_ok(timeline_of_resident(f->desk, elena, 10, &timeline, &err));
	assert_int_equal(timeline.count, 1);
	assert_false(timeline.has_more);
	assert_int_equal(timeline.requests[0].request_id, request_id);
	assert_string_equal(timeline.requests[0].topic, "Fence permit");
	assert_string_equal(timeline.requests[0].owner, "K. Osei");
	assert_int_equal(timeline.requests[0].contact_count, 1);
	assert_int_equal(timeline.requests[0].hop_count, 1);
	assert_false(timeline.requests[0].is_open);
	assert_int_equal(timeline.requests[0].entry_count, MEM_COUNT(kinds));
	for (size_t i = 0; i < MEM_COUNT(kinds); i++) {
		const struct timeline_entry *entry =
		    &timeline.requests[0].entries[i];

		assert_int_equal(entry->kind, kinds[i]);
		assert_string_equal(entry->text, texts[i]);
		assert_false(entry->is_late);
	}
	assert_string_equal(timeline.requests[0].entries[6].staff, "A. Ruiz");
	timeline_release(&timeline);
}

static void an_open_promise_past_its_hour_is_late(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request_id = matter_open(f, elena, "A fence");
	struct timeline timeline;
	int64_t id;

	fixture_ok(desk_make_promise(f->desk, request_id, "Plan check", "4pm",
				     0, &id, &err));
	fixture_pass(f, 4 * CLOCK_HOUR);
	fixture_ok(timeline_of_resident(f->desk, elena, 10, &timeline, &err));
	assert_true(timeline.requests[0].entries[0].is_late);
	assert_string_equal(timeline.requests[0].entries[0].text,
			    "Plan check, by Mon Nov 23 – LATE");
	timeline_release(&timeline);
}

static void open_requests_stand_on_top_and_the_limit_says_so(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t open_id = matter_open(f, elena, "The oldest");
	struct timeline timeline;
	struct visit visit;

	for (int i = 0; i < 2; i++) {
		fixture_pass(f, CLOCK_HOUR);
		matter_begin(f, f->desk, elena, FIXTURE_DOG, "Later", &visit);
		matter_finish(f->desk, &visit, RESULT_ANSWERED);
		visit_release(&visit);
	}
	fixture_ok(timeline_of_resident(f->desk, elena, 2, &timeline, &err));
	assert_int_equal(timeline.count, 2);
	assert_true(timeline.has_more);
	assert_int_equal(timeline.requests[0].request_id, open_id);
	assert_true(timeline.requests[0].is_open);
	assert_int_equal(timeline.requests[1].entry_count, 2);
	assert_int_equal(timeline.requests[1].received_at,
			 FIXTURE_START + 2 * CLOCK_HOUR);
	timeline_release(&timeline);
	fixture_ok(timeline_of_resident(f->desk, elena, 3, &timeline, &err));
	assert_int_equal(timeline.count, 3);
	assert_false(timeline.has_more);
	timeline_release(&timeline);
}

static void another_residents_requests_stay_theirs(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t luis = fixture_resident(f, "Mr.", "Luis", "Alvarez");
	struct timeline timeline;

	matter_open(f, elena, "A fence");
	fixture_ok(timeline_of_resident(f->desk, luis, 10, &timeline, &err));
	assert_int_equal(timeline.count, 0);
	timeline_release(&timeline);
}

static void a_draft_and_a_voided_visit_have_no_place(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	struct timeline timeline;
	struct visit visit;

	matter_begin(f, f->desk, elena, FIXTURE_FENCE, "Not yet", &visit);
	fixture_ok(timeline_of_resident(f->desk, elena, 10, &timeline, &err));
	assert_int_equal(timeline.count, 0);
	timeline_release(&timeline);
	matter_finish(f->desk, &visit, RESULT_OPENED);
	fixture_ok(timeline_of_resident(f->desk, elena, 10, &timeline, &err));
	assert_int_equal(timeline.count, 1);
	timeline_release(&timeline);
	fixture_ok(desk_void_visit(f->desk, visit.visit_id, "a mistake", &err));
	fixture_ok(timeline_of_resident(f->desk, elena, 10, &timeline, &err));
	assert_int_equal(timeline.count, 0);
	timeline_release(&timeline);
	visit_release(&visit);
}

static void an_organisation_has_its_own(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct organisation firm = {.name = mem_copy("Kowalski Builders")};
	struct visit visit = {0};
	struct timeline timeline;
	struct list_page page;

	fixture_ok(desk_save_organisation(f->desk, &firm, &err));
	visit_add_person(&visit, 0, firm.organisation_id, PART_FOR_ORGANISATION,
			 NULL);
	fixture_ok(desk_begin_visit(f->desk, &visit, desk_now(f->desk), &err));
	visit_add_contact(&visit)->words = mem_copy("A crane in the street");
	matter_finish(f->desk, &visit, RESULT_OPENED);
	fixture_ok(timeline_of_organisation(f->desk, firm.organisation_id, 10,
					    &timeline, &err));
	assert_int_equal(timeline.count, 1);
	assert_string_equal(timeline.requests[0].topic, "No topic yet");
	timeline_release(&timeline);
	fixture_ok(desk_read_list(f->desk, LIST_OPEN, 10, &page, &err));
	assert_string_equal(page.rows[0].who, "Kowalski Builders");
	list_page_release(&page);
	visit_release(&visit);
	organisation_release(&firm);
}

static void opening_a_request_is_recorded(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request_id = matter_open(f, elena, "A fence");
	struct timeline timeline;

	fixture_ok(desk_open_request(f->desk, request_id, &timeline, &err));
	assert_int_equal(timeline.count, 1);
	assert_int_equal(timeline.requests[0].entry_count, 1);
	timeline_release(&timeline);
	assert_int_equal(
	    fixture_number(f, "SELECT COUNT(*) FROM audit"
			      " WHERE action = 'open' AND subject = 'request'"),
	    1);
	fixture_refused(desk_open_request(f->desk, 999, &timeline, &err),
			ERROR_NOT_FOUND);
	assert_int_equal(
	    fixture_number(f, "SELECT COUNT(*) FROM audit"
			      " WHERE action = 'open' AND subject = 'request'"),
	    1);
}

static void who_looked_at_a_record_is_listed_newest_first(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	struct resident_page page;
	struct look_list looks;

	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(
	    desk_open_resident(fixture_desk2(f), elena, 10, &page, &err));
	fixture_pass(f, CLOCK_MINUTE);
	mem_replace(&page.resident.name.surname, "Duarte");
	fixture_ok(desk_save_resident(f->desk, &page.resident, &err));
	resident_page_release(&page);
	fixture_ok(desk_list_looks(f->desk, elena, 10, &looks, &err));
	assert_int_equal(looks.count, 3);
	assert_string_equal(looks.items[0].staff, "A. Ruiz");
	assert_string_equal(looks.items[0].action, "changed the record");
	assert_string_equal(looks.items[1].staff, "B. Chen");
	assert_string_equal(looks.items[1].action, "opened the record");
	assert_string_equal(looks.items[2].action, "added to the record");
	look_list_release(&looks);
	fixture_ok(desk_list_looks(f->desk, elena, 1, &looks, &err));
	assert_int_equal(looks.count, 1);
	look_list_release(&looks);
}

static void open_it(struct fixture *f, struct desk *desk, int64_t resident_id)
{
	struct resident_page page;
	struct error err = {0};

	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_open_resident(desk, resident_id, 1, &page, &err));
	resident_page_release(&page);
}

static void openings_by_one_person_on_one_day_are_one_look(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	struct look_list looks;

	for (int i = 0; i < 2; i++) {
		open_it(f, f->desk, elena);
		open_it(f, fixture_desk2(f), elena);
		open_it(f, f->desk, elena);
	}
	fixture_pass(f, 24 * CLOCK_HOUR);
	open_it(f, f->desk, elena);
	fixture_ok(desk_list_looks(f->desk, elena, 10, &looks, &err));
	assert_int_equal(looks.count, 4);
	assert_string_equal(looks.items[0].action, "opened the record");
	assert_string_equal(looks.items[1].staff, "A. Ruiz");
	assert_string_equal(looks.items[1].action, "opened the record 4 times");
	assert_string_equal(looks.items[2].staff, "B. Chen");
	assert_string_equal(looks.items[2].action, "opened the record 2 times");
	look_list_release(&looks);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(everything_stands_under_its_request_newest_first),
	    T(an_open_promise_past_its_hour_is_late),
	    T(open_requests_stand_on_top_and_the_limit_says_so),
	    T(another_residents_requests_stay_theirs),
	    T(a_draft_and_a_voided_visit_have_no_place),
	    T(an_organisation_has_its_own),
	    T(opening_a_request_is_recorded),
	    T(who_looked_at_a_record_is_listed_newest_first),
	    T(openings_by_one_person_on_one_day_are_one_look),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
