/*
 * test_merge_values.c - of what two records differ in: which stays
 *
 * Everybody here is invented.
 */
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/resident.h"
#include "matter.h"
#include "twice.h"

static void both_stand_side_by_side(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct merge_page page;

	matter_open(fixture, pair.mary, "And the gate?");
	twice_compare(fixture, pair.maria, pair.mary, &page);
	assert_int_equal(page.records[MERGE_LEFT].visit_count, 0);
	assert_int_equal(page.records[MERGE_RIGHT].visit_count, 1);
	assert_int_equal(page.records[MERGE_RIGHT].open_count, 1);
	assert_int_equal(page.records[MERGE_RIGHT].last_visit_at,
			 FIXTURE_START);
	assert_true(twice_row(&page, "given")->is_different);
	assert_int_equal(twice_row(&page, "given")->chosen, MERGE_LEFT);
	assert_int_equal(twice_row(&page, "title")->chosen, MERGE_RIGHT);
	assert_string_equal(twice_row(&page, "title")->values[MERGE_LEFT], "");
	assert_false(twice_row(&page, "surname")->is_different);
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
	twice_compare(fixture, pair.maria, pair.mary, &page);
	assert_int_equal(twice_row(&page, "first_name_ok")->chosen,
			 MERGE_RIGHT);
	twice_row(&page, "first_name_ok")->chosen = MERGE_LEFT;
	fixture_ok(desk_merge(fixture->desk, &page, &err));
	merge_page_release(&page);
	/* What both said is there, and last what holds. */
	read_page = twice_read(fixture, pair.maria);
	assert_int_equal(read_page.resident.first_name_ok, PERMISSION_YES);
	assert_string_equal(read_page.noted[0].kind, "first_name");
	assert_string_equal(read_page.noted[0].value, "yes");
	assert_int_equal(fixture_number(fixture,
					"SELECT count(*) FROM permission WHERE "
					"kind = 'first_name'"),
			 3);
	resident_page_release(&read_page);
}

static void the_survivor_may_be_the_other_one(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct merge_page page;
	struct resident_page merged;
	struct error err = {0};

	twice_compare(fixture, pair.maria, pair.mary, &page);
	page.survivor = MERGE_RIGHT;
	fixture_ok(desk_merge(fixture->desk, &page, &err));
	merge_page_release(&page);
	merged = twice_read(fixture, pair.maria);
	assert_int_equal(merged.resident.resident_id, pair.mary);
	assert_string_equal(merged.resident.name.given, "Maria");
	assert_string_equal(merged.resident.note, "Has a dog.");
	resident_page_release(&merged);
	fixture_ok(desk_unmerge(fixture->desk, pair.maria, &err));
	twice_has_name(fixture, pair.mary, "Ms.", "Mary");
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
	page = twice_read(fixture, left);
	assert_string_equal(page.resident.note, "A dog.\nA cat.");
	/* The same telephone twice is one. */
	assert_int_equal(page.resident.reach_count, 1);
	resident_page_release(&page);
}

static void assert_refused(struct fixture *fixture, int64_t id,
			   const char *titles)
{
	struct resident_page page = twice_read(fixture, id);
	struct str refused = STR_INIT;

	title_list_format(&page.resident.refused_titles, " ", &refused);
	assert_string_equal(str_text(&refused), titles);
	str_release(&refused);
	resident_page_release(&page);
}

static void a_title_that_either_record_refuses_is_not_said(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct error err = {0};

	fixture_ok(desk_refuse_title(fixture->desk, pair.maria, "Mrs.", &err));
	fixture_ok(desk_refuse_title(fixture->desk, pair.mary, "Miss", &err));
	twice_merge(fixture, pair.maria, pair.mary);
	assert_refused(fixture, pair.maria, "Mrs. Miss");
	fixture_ok(desk_unmerge(fixture->desk, pair.mary, &err));
	assert_refused(fixture, pair.maria, "Mrs.");
	assert_refused(fixture, pair.mary, "Miss");
}

static void a_title_that_was_refused_is_not_taken_over(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct error err = {0};

	/* Mary is recorded as Ms. */
	fixture_ok(desk_refuse_title(fixture->desk, pair.maria, "Ms.", &err));
	twice_merge(fixture, pair.maria, pair.mary);
	twice_has_name(fixture, pair.maria, NULL, "Maria");
	fixture_ok(desk_unmerge(fixture->desk, pair.mary, &err));
	twice_has_name(fixture, pair.mary, "Ms.", "Mary");
}

/* Robert to whoever knew him; another record has it as the legal name. */
static int64_t add_robert(struct fixture *fixture)
{
	return twice_add_one(fixture, "Mr.", "Robert", "951-555-0106", NULL);
}

static int64_t add_rosa(struct fixture *fixture, const char *known_as,
			const char *legal)
{
	int64_t id = twice_add_one(fixture, NULL, "Rosa", "951-555-0107", NULL);
	struct resident_page page = twice_read(fixture, id);
	struct error err = {0};

	mem_replace(&page.resident.name.known_as, known_as);
	mem_replace(&page.resident.name.legal_given, legal);
	fixture_ok(desk_save_resident(fixture->desk, &page.resident, &err));
	resident_page_release(&page);
	return id;
}

static void says(struct fixture *fixture, int64_t id, const char *say)
{
	struct resident_page page = twice_read(fixture, id);

	assert_string_equal(page.cue.say, say);
	resident_page_release(&page);
}

static void a_legal_name_is_not_taken_into_use(void **state)
{
	static const char *const legal[] = {"Robert", "ROBERT James", "Robért"};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < MEM_COUNT(legal); i++) {
		int64_t robert = add_robert(fixture);
		int64_t rosa = add_rosa(fixture, NULL, legal[i]);

		twice_merge(fixture, robert, rosa);
		/* Mr. was said to the name that is not in use. */
		twice_has_name(fixture, robert, NULL, "Rosa");
		says(fixture, robert, "Good afternoon, Rosa Garcia.");
		robert = add_robert(fixture);
		rosa = add_rosa(fixture, NULL, legal[i]);
		twice_merge(fixture, rosa, robert);
		twice_has_name(fixture, rosa, NULL, "Rosa");
		says(fixture, rosa, "Good afternoon, Rosa Garcia.");
	}
}

static void a_first_name_that_may_be_used_is_the_one_in_use(void **state)
{
	struct fixture *fixture = *state;
	int64_t robert = add_robert(fixture);
	int64_t rosa = add_rosa(fixture, NULL, "Robert");
	struct error err = {0};

	fixture_ok(
	    desk_note_permission(fixture->desk, robert, PERMISSION_YES, &err));
	twice_merge(fixture, robert, rosa);
	says(fixture, robert, "Good afternoon, Rosa Garcia.");
}

static void a_name_that_both_go_by_decides_nothing(void **state)
{
	struct fixture *fixture = *state;
	int64_t left =
	    twice_add_one(fixture, "Ms.", "Rosa", "951-555-0106", NULL);
	int64_t right = add_rosa(fixture, NULL, "Rosa Elena");

	twice_merge(fixture, left, right);
	twice_has_name(fixture, left, "Ms.", "Rosa");
}

#define VALUES_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    VALUES_TEST(both_stand_side_by_side),
	    VALUES_TEST(a_first_name_that_may_not_be_used_is_not_outvoted),
	    VALUES_TEST(the_survivor_may_be_the_other_one),
	    VALUES_TEST(two_notes_stand_one_after_the_other),
	    VALUES_TEST(a_title_that_either_record_refuses_is_not_said),
	    VALUES_TEST(a_title_that_was_refused_is_not_taken_over),
	    VALUES_TEST(a_legal_name_is_not_taken_into_use),
	    VALUES_TEST(a_first_name_that_may_be_used_is_the_one_in_use),
	    VALUES_TEST(a_name_that_both_go_by_decides_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
