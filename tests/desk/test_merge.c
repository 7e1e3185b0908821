/*
 * test_merge.c - two records of one person become one, and two again
 *
 * Everybody here is invented.
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"
#include "twice.h"

static void compare(struct fixture *fixture, int64_t left, int64_t right,
		    struct merge_page *out)
{
	struct error err = {0};

	fixture_ok(desk_read_merge(fixture->desk, left, right, out, &err));
}

static struct merge_row *row_of(const struct merge_page *page,
				const char *field)
{
	for (size_t i = 0; i < page->count; i++)
		if (strcmp(page->rows[i].field, field) == 0)
			return &page->rows[i];
	fail_msg("no row %s", field);
	return NULL;
}

static struct resident_page read(struct fixture *fixture, int64_t id)
{
	struct resident_page page;
	struct error err = {0};

	fixture_ok(desk_read_resident(fixture->desk, id, 20, &page, &err));
	return page;
}

static void assert_name(struct fixture *fixture, int64_t id, const char *title,
			const char *given)
{
	struct resident_page page = read(fixture, id);

	assert_int_equal(page.resident.resident_id, id);
	if (title == NULL)
		assert_null(page.resident.name.title);
	else
		assert_string_equal(page.resident.name.title, title);
	assert_string_equal(page.resident.name.given, given);
	resident_page_release(&page);
}

static void assert_whole(struct fixture *fixture)
{
	struct error err = {0};

	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void both_stand_side_by_side(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct merge_page page;

	matter_open(fixture, pair.mary, "And the gate?");
	compare(fixture, pair.maria, pair.mary, &page);
	assert_int_equal(page.records[MERGE_LEFT].visit_count, 0);
	assert_int_equal(page.records[MERGE_RIGHT].visit_count, 1);
	assert_int_equal(page.records[MERGE_RIGHT].open_count, 1);
	assert_int_equal(page.records[MERGE_RIGHT].last_visit_at,
			 FIXTURE_START);
	assert_true(row_of(&page, "given")->is_different);
	assert_int_equal(row_of(&page, "given")->chosen, MERGE_LEFT);
	assert_int_equal(row_of(&page, "title")->chosen, MERGE_RIGHT);
	assert_string_equal(row_of(&page, "title")->values[MERGE_LEFT], "");
	assert_false(row_of(&page, "surname")->is_different);
	merge_page_release(&page);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM audit "
						 "WHERE action = 'open'"),
			 2);
}

static void a_first_name_that_may_not_be_used_is_not_outvoted(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct merge_page page;
	struct resident_page read_page;
	struct error err = {0};

	fixture_ok(desk_note_permission(fixture->desk, pair.maria,
					PERMISSION_YES, &err));
	fixture_ok(desk_note_permission(fixture->desk, pair.mary, PERMISSION_NO,
					&err));
	compare(fixture, pair.maria, pair.mary, &page);
	assert_int_equal(row_of(&page, "first_name_ok")->chosen, MERGE_RIGHT);
	row_of(&page, "first_name_ok")->chosen = MERGE_LEFT;
	fixture_ok(desk_merge(fixture->desk, &page, &err));
	merge_page_release(&page);
	/* What both said is there, and last what holds. */
	read_page = read(fixture, pair.maria);
	assert_int_equal(read_page.resident.first_name_ok, PERMISSION_YES);
	assert_string_equal(read_page.noted[0].kind, "first_name");
	assert_string_equal(read_page.noted[0].value, "yes");
	assert_int_equal(fixture_number(fixture,
					"SELECT count(*) FROM permission WHERE "
					"kind = 'first_name'"),
			 3);
	resident_page_release(&read_page);
}

static void one_history_has_what_both_had(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page page;

	matter_open(fixture, pair.maria, "How high?");
	matter_open(fixture, pair.mary, "And the gate?");
	twice_merge(fixture, pair.maria, pair.mary);
	page = read(fixture, pair.maria);
	assert_int_equal(page.timeline.count, 2);
	assert_int_equal(page.resident.reach_count, 2);
	assert_string_equal(page.resident.name.title, "Ms.");
	assert_string_equal(page.resident.name.given, "Maria");
	assert_int_equal(page.merged_count, 1);
	assert_int_equal(page.merged[0].resident_id, pair.mary);
	assert_string_equal(page.merged[0].staff, "A. Ruiz");
	resident_page_release(&page);
	page = read(fixture, pair.mary);
	assert_int_equal(page.resident.resident_id, pair.maria);
	assert_int_equal(page.timeline.count, 2);
	resident_page_release(&page);
	assert_whole(fixture);
}

static void taken_apart_each_has_again_what_it_had(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page page;
	struct error err = {0};

	matter_open(fixture, pair.maria, "How high?");
	matter_open(fixture, pair.mary, "And the gate?");
	twice_merge(fixture, pair.maria, pair.mary);
	fixture_pass(fixture, CLOCK_HOUR);
	matter_open(fixture, pair.maria, "It is about both.");
	fixture_ok(desk_unmerge(fixture->desk, pair.mary, &err));
	assert_name(fixture, pair.maria, NULL, "Maria");
	assert_name(fixture, pair.mary, "Ms.", "Mary");
	/* Whatever came later stays with the survivor. */
	page = read(fixture, pair.maria);
	assert_int_equal(page.timeline.count, 2);
	assert_int_equal(page.resident.reach_count, 1);
	assert_int_equal(page.merged_count, 0);
	resident_page_release(&page);
	page = read(fixture, pair.mary);
	assert_int_equal(page.timeline.count, 1);
	assert_int_equal(page.resident.reach_count, 1);
	resident_page_release(&page);
	fixture_refused(desk_unmerge(fixture->desk, pair.mary, &err),
			ERROR_CONFLICT);
	assert_whole(fixture);
}

static void what_was_changed_since_stays_changed(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct error err = {0};

	twice_merge(fixture, pair.maria, pair.mary);
	fixture_ok(desk_note_title(fixture->desk, pair.maria, "Dr.", &err));
	fixture_ok(desk_unmerge(fixture->desk, pair.mary, &err));
	assert_name(fixture, pair.maria, "Dr.", "Maria");
	assert_name(fixture, pair.mary, "Ms.", "Mary");
}

static void the_survivor_may_be_the_other_one(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct merge_page page;
	struct resident_page merged;
	struct error err = {0};

	compare(fixture, pair.maria, pair.mary, &page);
	page.survivor = MERGE_RIGHT;
	fixture_ok(desk_merge(fixture->desk, &page, &err));
	merge_page_release(&page);
	merged = read(fixture, pair.maria);
	assert_int_equal(merged.resident.resident_id, pair.mary);
	assert_string_equal(merged.resident.name.given, "Maria");
	assert_string_equal(merged.resident.note, "Has a dog.");
	resident_page_release(&merged);
	fixture_ok(desk_unmerge(fixture->desk, pair.maria, &err));
	assert_name(fixture, pair.mary, "Ms.", "Mary");
}

static void two_notes_stand_one_after_the_other(void **state)
{
	struct fixture *fixture = *state;
	int64_t left =
	    twice_add_one(fixture, NULL, "Maria", "951-555-0106", "A dog.");
	int64_t right =
	    twice_add_one(fixture, NULL, "Maria", "951-555-0106", "A cat.");
	struct resident_page page;

	twice_merge(fixture, left, right);
	page = read(fixture, left);
	assert_string_equal(page.resident.note, "A dog.\nA cat.");
	/* The same telephone twice is one. */
	assert_int_equal(page.resident.reach_count, 1);
	resident_page_release(&page);
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
	page = read(fixture, left);
	mem_replace(&page.resident.reaches[0].value, "951-555-0199");
	fixture_ok(desk_save_resident(fixture->desk, &page.resident, &err));
	resident_page_release(&page);
	page = read(fixture, left);
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

	compare(fixture, pair.maria, pair.mary, &page);
	fixture_ok(
	    desk_note_title(fixture_desk2(fixture), pair.mary, "Mrs.", &err));
	fixture_refused(desk_merge(fixture->desk, &page, &err), ERROR_CONFLICT);
	merge_page_release(&page);
	compare(fixture, pair.maria, pair.mary, &page);
	fixture_ok(
	    desk_note_title(fixture_desk2(fixture), pair.maria, "Mx.", &err));
	fixture_refused(desk_merge(fixture->desk, &page, &err), ERROR_CONFLICT);
	merge_page_release(&page);
	assert_name(fixture, pair.maria, "Mx.", "Maria");
}

static void a_form_of_before_the_merge_is_a_stale_edit(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page before = read(fixture, pair.mary);
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

static void what_was_merged_before_goes_along_and_comes_back(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	int64_t third =
	    twice_add_one(fixture, NULL, "Mia", "951-555-0108", NULL);
	struct resident_page page;
	struct error err = {0};

	matter_open(fixture, pair.mary, "And the gate?");
	twice_merge(fixture, pair.maria, pair.mary);
	twice_merge(fixture, third, pair.maria);
	page = read(fixture, pair.mary);
	assert_int_equal(page.resident.resident_id, third);
	assert_int_equal(page.timeline.count, 1);
	assert_int_equal(page.resident.reach_count, 3);
	assert_int_equal(page.merged_count, 2);
	resident_page_release(&page);
	fixture_refused(desk_unmerge(fixture->desk, pair.mary, &err),
			ERROR_CONFLICT);
	fixture_ok(desk_unmerge(fixture->desk, pair.maria, &err));
	page = read(fixture, pair.mary);
	assert_int_equal(page.resident.resident_id, pair.maria);
	resident_page_release(&page);
	fixture_ok(desk_unmerge(fixture->desk, pair.mary, &err));
	assert_name(fixture, pair.mary, "Ms.", "Mary");
	assert_name(fixture, pair.maria, NULL, "Maria");
	assert_name(fixture, third, NULL, "Mia");
}

static void what_two_merges_took_over_goes_back_in_any_order(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	int64_t third =
	    twice_add_one(fixture, "Dr.", "Mia", "951-555-0108", NULL);
	struct merge_page page;
	struct error err = {0};

	twice_merge(fixture, pair.maria, pair.mary);
	compare(fixture, pair.maria, third, &page);
	row_of(&page, "title")->chosen = MERGE_RIGHT;
	fixture_ok(desk_merge(fixture->desk, &page, &err));
	merge_page_release(&page);
	fixture_ok(desk_unmerge(fixture->desk, pair.mary, &err));
	assert_name(fixture, pair.maria, "Dr.", "Maria");
	fixture_ok(desk_unmerge(fixture->desk, third, &err));
	assert_name(fixture, pair.maria, NULL, "Maria");
}

static void undo_gives_both_back(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct error err = {0};
	char *said;

	twice_merge(fixture, pair.maria, pair.mary);
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	matter_has(said, "are two records again.");
	free(said);
	assert_name(fixture, pair.maria, NULL, "Maria");
	assert_name(fixture, pair.mary, "Ms.", "Mary");
	/* The name that was in use by mistake is nobody's former one. */
	assert_int_equal(fixture_number(fixture,
					"SELECT count(*) FROM resident_name "
					"WHERE given = 'Mary'"),
			 1);
	twice_merge(fixture, pair.maria, pair.mary);
	fixture_ok(desk_unmerge(fixture->desk, pair.mary, &err));
	fixture_refused(desk_take_back(fixture->desk, &said, &err),
			ERROR_CONFLICT);
	assert_whole(fixture);
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
	page = read(fixture, pair.maria);
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
	compare(fixture, pair.maria, pair.mary, &page);
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
	    MERGE_TEST(both_stand_side_by_side),
	    MERGE_TEST(a_first_name_that_may_not_be_used_is_not_outvoted),
	    MERGE_TEST(one_history_has_what_both_had),
	    MERGE_TEST(taken_apart_each_has_again_what_it_had),
	    MERGE_TEST(what_was_changed_since_stays_changed),
	    MERGE_TEST(the_survivor_may_be_the_other_one),
	    MERGE_TEST(two_notes_stand_one_after_the_other),
	    MERGE_TEST(a_telephone_that_is_gone_is_gone_from_both),
	    MERGE_TEST(what_somebody_else_changed_is_compared_anew),
	    MERGE_TEST(a_form_of_before_the_merge_is_a_stale_edit),
	    MERGE_TEST(a_record_is_not_merged_with_itself),
	    MERGE_TEST(what_was_merged_before_goes_along_and_comes_back),
	    MERGE_TEST(what_two_merges_took_over_goes_back_in_any_order),
	    MERGE_TEST(undo_gives_both_back),
	    MERGE_TEST(an_open_visit_goes_on_as_the_survivors),
	    MERGE_TEST(a_visit_that_is_read_anew_has_the_survivor),
	    MERGE_TEST(two_who_stand_in_one_open_visit_are_not_merged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
