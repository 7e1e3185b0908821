/*
 * test_merge.c - two records of one person become one, and two again
 *
 * Everybody here is invented.
 */
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"
#include "twice.h"

static void assert_whole(struct fixture *fixture)
{
	struct error err = {0};

	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void one_history_has_what_both_had(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page page;

	matter_open(fixture, pair.maria, "How high?");
	matter_open(fixture, pair.mary, "And the gate?");
	twice_merge(fixture, pair.maria, pair.mary);
	page = twice_read(fixture, pair.maria);
	assert_int_equal(page.timeline.count, 2);
	assert_int_equal(page.resident.reach_count, 2);
	assert_string_equal(page.resident.name.title, "Ms.");
	assert_string_equal(page.resident.name.given, "Maria");
	assert_int_equal(page.merged_count, 1);
	assert_int_equal(page.merged[0].resident_id, pair.mary);
	assert_string_equal(page.merged[0].staff, "A. Ruiz");
	resident_page_release(&page);
	page = twice_read(fixture, pair.mary);
	assert_int_equal(page.resident.resident_id, pair.maria);
	assert_int_equal(page.timeline.count, 2);
	resident_page_release(&page);
	assert_whole(fixture);
}

static void a_telephone_that_is_gone_is_gone_from_both(void **state)
{
	struct fixture *fixture = *state;
	int64_t left =
	    twice_add_one(fixture, NULL, "Maria", "951-555-0106", NULL);
	int64_t right =
	    twice_add_one(fixture, NULL, "Maria", "951-555-0106", NULL);
	struct resident_page page;
	struct error err = {0};

	twice_merge(fixture, left, right);
	page = twice_read(fixture, left);
	mem_replace(&page.resident.reaches[0].value, "951-555-0199");
	fixture_ok(desk_save_resident(fixture->desk, &page.resident, &err));
	resident_page_release(&page);
	page = twice_read(fixture, left);
	assert_int_equal(page.resident.reach_count, 1);
	assert_string_equal(page.resident.reaches[0].value, "951-555-0199");
	resident_page_release(&page);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM reach "
						 "WHERE is_current = 1"),
			 1);
}

static void what_somebody_else_changed_is_compared_anew(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct merge_page page;
	struct error err = {0};

	twice_compare(fixture, pair.maria, pair.mary, &page);
	fixture_ok(
	    desk_note_title(fixture_desk2(fixture), pair.mary, "Mrs.", &err));
	fixture_refused(desk_merge(fixture->desk, &page, &err), ERROR_CONFLICT);
	merge_page_release(&page);
	twice_compare(fixture, pair.maria, pair.mary, &page);
	fixture_ok(
	    desk_note_title(fixture_desk2(fixture), pair.maria, "Mx.", &err));
	fixture_refused(desk_merge(fixture->desk, &page, &err), ERROR_CONFLICT);
	merge_page_release(&page);
	twice_has_name(fixture, pair.maria, "Mx.", "Maria");
}

static void a_form_of_before_the_merge_is_a_stale_edit(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page before = twice_read(fixture, pair.mary);
	struct error err = {0};

	twice_merge(fixture, pair.maria, pair.mary);
	mem_replace(&before.resident.name.given, "Marie");
	fixture_refused(
	    desk_save_resident(fixture->desk, &before.resident, &err),
	    ERROR_CONFLICT);
	resident_page_release(&before);
}

static void a_record_is_not_merged_with_itself(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct merge_page page;
	struct error err = {0};

	fixture_refused(
	    desk_read_merge(fixture->desk, pair.maria, pair.maria, &page, &err),
	    ERROR_INVALID);
	twice_merge(fixture, pair.maria, pair.mary);
	fixture_refused(
	    desk_read_merge(fixture->desk, pair.maria, pair.mary, &page, &err),
	    ERROR_INVALID);
}

static void an_open_visit_goes_on_as_the_survivors(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page page;
	struct error err = {0};
	struct visit visit;

	matter_begin(fixture, fixture_desk2(fixture), pair.mary, FIXTURE_FENCE,
		     "And the gate?", &visit);
	twice_merge(fixture, pair.maria, pair.mary);
	/* The form on the other screen still has the merged record. */
	fixture_ok(desk_save_visit(fixture->desk2, &visit, &err));
	matter_finish(fixture->desk2, &visit, RESULT_OPENED);
	visit_release(&visit);
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM visit_person"), 1);
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM request_party"), 1);
	page = twice_read(fixture, pair.maria);
	assert_int_equal(page.timeline.count, 1);
	resident_page_release(&page);
	assert_whole(fixture);
}

static void a_visit_that_is_read_anew_has_the_survivor(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct error err = {0};
	struct visit visit, fresh;

	matter_begin(fixture, fixture->desk, pair.mary, FIXTURE_FENCE,
		     "And the gate?", &visit);
	twice_merge(fixture, pair.maria, pair.mary);
	fixture_ok(desk_get_visit(fixture->desk, visit.visit_id, &fresh, &err));
	assert_int_equal(fresh.people[0].resident_id, pair.maria);
	assert_string_equal(fresh.people[0].name, "Ms. Maria Garcia");
	fixture_ok(desk_save_visit(fixture->desk, &fresh, &err));
	matter_finish(fixture->desk, &fresh, RESULT_OPENED);
	/* Nothing of the visit was written anew for it. */
	assert_int_equal(
	    fixture_number(fixture, "SELECT resident_id FROM visit_person"),
	    pair.mary);
	visit_release(&fresh);
	visit_release(&visit);
}

static void two_who_stand_in_one_open_visit_are_not_merged(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct merge_page page;
	struct error err = {0};
	struct visit visit;

	matter_begin(fixture, fixture->desk, pair.mary, FIXTURE_FENCE,
		     "And the gate?", &visit);
	visit_add_person(&visit, pair.maria, 0, PART_BESIDE, NULL);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	twice_compare(fixture, pair.maria, pair.mary, &page);
	fixture_refused(desk_merge(fixture->desk, &page, &err), ERROR_CONFLICT);
	matter_has(err.text, visit.reference);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	fixture_ok(desk_merge(fixture->desk, &page, &err));
	merge_page_release(&page);
	visit_release(&visit);
}

#define MERGE_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    MERGE_TEST(one_history_has_what_both_had),
	    MERGE_TEST(a_telephone_that_is_gone_is_gone_from_both),
	    MERGE_TEST(what_somebody_else_changed_is_compared_anew),
	    MERGE_TEST(a_form_of_before_the_merge_is_a_stale_edit),
	    MERGE_TEST(a_record_is_not_merged_with_itself),
	    MERGE_TEST(an_open_visit_goes_on_as_the_survivors),
	    MERGE_TEST(a_visit_that_is_read_anew_has_the_survivor),
	    MERGE_TEST(two_who_stand_in_one_open_visit_are_not_merged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
