/*
 * test_merge_apart.c - one record becomes two again
 *
 * Everybody here is invented.
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "matter.h"
#include "twice.h"

static void assert_whole(struct fixture *fixture)
{
	struct error err = {0};

	fixture_ok(db_check(fixture_db(fixture), &err));
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
	twice_has_name(fixture, pair.maria, NULL, "Maria");
	twice_has_name(fixture, pair.mary, "Ms.", "Mary");
	/* Whatever came later stays with the survivor. */
	page = twice_read(fixture, pair.maria);
	assert_int_equal(page.timeline.count, 2);
	assert_int_equal(page.resident.reach_count, 1);
	assert_int_equal(page.merged_count, 0);
	resident_page_release(&page);
	page = twice_read(fixture, pair.mary);
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
	twice_has_name(fixture, pair.maria, "Dr.", "Maria");
	twice_has_name(fixture, pair.mary, "Ms.", "Mary");
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
	page = twice_read(fixture, pair.mary);
	assert_int_equal(page.resident.resident_id, third);
	assert_int_equal(page.timeline.count, 1);
	assert_int_equal(page.resident.reach_count, 3);
	assert_int_equal(page.merged_count, 2);
	resident_page_release(&page);
	fixture_refused(desk_unmerge(fixture->desk, pair.mary, &err),
			ERROR_CONFLICT);
	fixture_ok(desk_unmerge(fixture->desk, pair.maria, &err));
	page = twice_read(fixture, pair.mary);
	assert_int_equal(page.resident.resident_id, pair.maria);
	resident_page_release(&page);
	fixture_ok(desk_unmerge(fixture->desk, pair.mary, &err));
	twice_has_name(fixture, pair.mary, "Ms.", "Mary");
	twice_has_name(fixture, pair.maria, NULL, "Maria");
	twice_has_name(fixture, third, NULL, "Mia");
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
	twice_compare(fixture, pair.maria, third, &page);
	twice_row(&page, "title")->chosen = MERGE_RIGHT;
	fixture_ok(desk_merge(fixture->desk, &page, &err));
	merge_page_release(&page);
	fixture_ok(desk_unmerge(fixture->desk, pair.mary, &err));
	twice_has_name(fixture, pair.maria, "Dr.", "Maria");
	fixture_ok(desk_unmerge(fixture->desk, third, &err));
	twice_has_name(fixture, pair.maria, NULL, "Maria");
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
	twice_has_name(fixture, pair.maria, NULL, "Maria");
	twice_has_name(fixture, pair.mary, "Ms.", "Mary");
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

static void finds(struct fixture *fixture, const char *text, size_t count)
{
	struct error err = {0};
	struct find out;

	fixture_ok(desk_find(fixture->desk, text, 20, &out, &err));
	assert_int_equal(out.people_count, count);
	find_release(&out);
}

static void a_legal_name_finds_only_whose_it_is_again(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page page = twice_read(fixture, pair.mary);
	struct error err = {0};

	mem_replace(&page.resident.name.legal_given, "Marisol Quispe");
	fixture_ok(desk_save_resident(fixture->desk, &page.resident, &err));
	resident_page_release(&page);
	page = twice_read(fixture, pair.maria);
	mem_replace(&page.resident.name.surname, "Quispe");
	fixture_ok(desk_save_resident(fixture->desk, &page.resident, &err));
	mem_replace(&page.resident.name.surname, "Garcia");
	fixture_ok(desk_save_resident(fixture->desk, &page.resident, &err));
	resident_page_release(&page);
	twice_merge(fixture, pair.maria, pair.mary);
	finds(fixture, "marisol", 1);
	fixture_ok(desk_unmerge(fixture->desk, pair.mary, &err));
	finds(fixture, "marisol", 1);
	/* It is a former name of the other's own. */
	finds(fixture, "quispe", 2);
	assert_whole(fixture);
}

#define APART_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    APART_TEST(taken_apart_each_has_again_what_it_had),
	    APART_TEST(what_was_changed_since_stays_changed),
	    APART_TEST(what_was_merged_before_goes_along_and_comes_back),
	    APART_TEST(what_two_merges_took_over_goes_back_in_any_order),
	    APART_TEST(undo_gives_both_back),
	    APART_TEST(a_legal_name_finds_only_whose_it_is_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
