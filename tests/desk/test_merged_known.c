/*
 * test_merged_known.c - whoever was merged is one person to a clerk who types
 * the name anew, and to the next visit
 *
 * Everybody here is invented.
 */
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/alike.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"
#include "twice.h"

static struct alike like(struct fixture *fixture, const char *given,
			 const char *telephone)
{
	struct resident resident = {0};
	struct alike alike;
	struct error err = {0};

	resident.name.given = mem_copy(given);
	resident.name.surname = mem_copy("Garcia");
	if (telephone != NULL)
		resident_add_reach(&resident, REACH_TELEPHONE, telephone);
	fixture_ok(desk_list_alike(fixture->desk, &resident, 5, &alike, &err));
	resident_release(&resident);
	return alike;
}

static void somebody_with_two_records_is_offered_once(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct alike alike = like(fixture, "Mary", "951-555-0106");

	assert_int_equal(alike.count, 2);
	alike_release(&alike);
	twice_merge(fixture, pair.maria, pair.mary);
	alike = like(fixture, "Mary", "951-555-0106");
	assert_int_equal(alike.count, 1);
	assert_int_equal(alike.rows[0].resident_id, pair.maria);
	assert_int_equal(alike.rows[0].why, ALIKE_TELEPHONE);
	alike_release(&alike);
	/* By what the other record alone has. */
	alike = like(fixture, "Mary", NULL);
	assert_int_equal(alike.count, 1);
	assert_int_equal(alike.rows[0].resident_id, pair.maria);
	assert_int_equal(alike.rows[0].why, ALIKE_NAME);
	alike_release(&alike);
}

static void
why_somebody_is_like_them_stays_true_behind_a_merged_one(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	int64_t other =
	    twice_add_one(fixture, NULL, "Marie", "951-555-0108", NULL);
	struct alike alike;

	twice_merge(fixture, pair.maria, pair.mary);
	alike = like(fixture, "Mary", "951-555-0106");
	assert_int_equal(alike.count, 2);
	assert_int_equal(alike.rows[1].resident_id, other);
	assert_int_equal(alike.rows[1].why, ALIKE_SIMILAR);
	alike_release(&alike);
}

static void a_survivor_is_not_offered_their_own_other_record(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page page;
	struct alike alike;
	struct error err = {0};

	twice_merge(fixture, pair.maria, pair.mary);
	page = twice_read(fixture, pair.maria);
	fixture_ok(
	    desk_list_alike(fixture->desk, &page.resident, 5, &alike, &err));
	assert_int_equal(alike.count, 0);
	alike_release(&alike);
	resident_page_release(&page);
}

static void last_here_is_the_last_visit_of_either_record(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct alike alike;

	matter_open(fixture, pair.maria, "How high?");
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	matter_open(fixture, pair.mary, "And the gate?");
	twice_merge(fixture, pair.maria, pair.mary);
	alike = like(fixture, "Maria", NULL);
	assert_int_equal(alike.count, 1);
	assert_string_equal(alike.rows[0].last_visit, "Tue Nov 24");
	alike_release(&alike);
}

static void who_was_asked_before_the_merge_is_not_asked_again(void **state)
{
	struct fixture *fixture = *state;
	int64_t maria =
	    twice_add_one(fixture, NULL, "Maria", "951-555-0106", NULL);
	int64_t marie =
	    twice_add_one(fixture, NULL, "Marie", "951-555-0107", NULL);
	struct visit visit;
	struct cue cue;
	struct error err = {0};

	matter_begin(fixture, fixture_desk2(fixture), marie, FIXTURE_FENCE,
		     "And the gate?", &visit);
	fixture_ok(desk_note_asked(fixture->desk2, &visit, &err));
	twice_merge(fixture, maria, marie);
	fixture_ok(desk_cue_resident(fixture->desk, maria, &cue, &err));
	assert_false(cue.asks_address);
	cue_release(&cue);
	visit_release(&visit);
}

#define KNOWN_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    KNOWN_TEST(somebody_with_two_records_is_offered_once),
	    KNOWN_TEST(
		why_somebody_is_like_them_stays_true_behind_a_merged_one),
	    KNOWN_TEST(a_survivor_is_not_offered_their_own_other_record),
	    KNOWN_TEST(last_here_is_the_last_visit_of_either_record),
	    KNOWN_TEST(who_was_asked_before_the_merge_is_not_asked_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
