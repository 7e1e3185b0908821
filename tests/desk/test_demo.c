/*
 * The demo city: what the desk finds when it opens, and two months of days
 * that agree with themselves.
 */
#include "demo_city.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "frontdesk/base/settings.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/init.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"

#define SUNDAY_NIGHT INT64_C(1795343400000) /* 2026-11-22 02:30 there */

static int setup_sunday_night(void **state)
{
	fixture_setup_bare(state);
	demo_city_make(*state, SUNDAY_NIGHT);
	return 0;
}

static void assert_opening(struct fixture *fixture)
{
	struct error err = {0};
	struct yours yours;
	struct line line;

	assert_true(desk_is_demo(fixture->desk));
	assert_string_equal(desk_session(fixture->desk)->staff_name, "A. Ruiz");
	fixture_ok(desk_yours(fixture->desk, &yours, &err));
	assert_int_equal(yours.aside, 1);
	assert_int_equal(yours.handed, 1);
	assert_int_equal(yours.returned, 0);
	assert_int_equal(yours.to_tell, 1);
	assert_int_equal(yours.promises, 2);
	assert_int_equal(yours.promises_late, 1);
	assert_int_equal(yours.to_acknowledge, 4);
	fixture_ok(desk_line(fixture->desk, &line, &err));
	assert_int_equal(line.count, 3);
	assert_string_equal(line.rows[0].name, "Dog licence");
	assert_string_equal(line.rows[1].name, "unnamed");
	assert_string_equal(line.rows[2].name,
			    "Mr. Kowalski · Kowalski Builders");
	assert_int_equal(line.longest, 11 * CLOCK_MINUTE);
	line_release(&line);
}

static void the_desk_opens_on_a_morning_that_is_half_lived(void **state)
{
	assert_opening(*state);
}

static void at_night_on_a_sunday_the_line_stands_all_the_same(void **state)
{
	struct fixture *fixture = *state;

	assert_opening(fixture);
	assert_int_equal(
	    fixture_number(
		fixture,
		"SELECT count(*) FROM visit "
		"WHERE arrived_on = '2026-11-21' AND channel <> 'message'"),
	    0);
	assert_true(fixture_number(fixture,
				   "SELECT count(*) FROM visit "
				   "WHERE arrived_on = '2026-11-20'") > 30);
}

static void three_letters_find_who_and_what_is_meant(void **state)
{
	static const struct {
		const char *typed, *first, *second, *topic;
	} searches[] = {
	    {"gar", "Garcia, Ms. Maria", "Garcia, Ms. Maria",
	     "Garage sale permit"},
	    {"alva", "Alvarez, Ms. Elena", "Alvarez, Mr. Luis", NULL},
	    {"jose delacruz", "de la Cruz, Sr. José", NULL, NULL},
	    {"fenc", NULL, NULL, "Fence permit"},
	};
	struct fixture *fixture = *state;
	struct error err = {0};

	for (size_t i = 0; i < sizeof(searches) / sizeof(searches[0]); i++) {
		struct find find;

		fixture_ok(desk_find(fixture->desk, searches[i].typed, 8, &find,
				     &err));
		if (searches[i].first != NULL)
			assert_string_equal(find.rows[0].title,
					    searches[i].first);
		if (searches[i].second != NULL)
			assert_string_equal(find.rows[1].title,
					    searches[i].second);
		if (searches[i].topic != NULL)
			assert_string_equal(find.best_topic->title,
					    searches[i].topic);
		find_release(&find);
	}
}

static void two_of_one_name_are_told_apart_by_street(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find find;

	fixture_ok(desk_find(fixture->desk, "gar", 8, &find, &err));
	assert_int_equal(find.people_count, 3);
	assert_string_equal(find.rows[0].detail, "Heacock St");
	assert_int_equal(find.rows[0].open_count, 1);
	assert_string_equal(find.rows[1].detail, "Ironwood Ave");
	assert_int_equal(find.rows[1].open_count, 0);
	assert_string_equal(find.rows[2].title, "García López, Sr. Raúl");
	assert_string_equal(find.rows[2].language, "español");
	find_release(&find);
}

static void the_fence_was_promised_for_friday_by_who_has_it(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find find;
	struct resident_page page;
	const struct timeline_request *fence;

	fixture_ok(desk_find(fixture->desk, "alva", 8, &find, &err));
	fixture_ok(desk_open_resident(fixture->desk, find.rows[0].id, 10, &page,
				      &err));
	assert_true(find.rows[0].has_missed_promise);
	fence = &page.timeline.requests[0];
	assert_true(fence->is_open);
	assert_int_equal(fence->contact_count, 3);
	assert_string_equal(fence->topic, "Fence permit");
	assert_int_equal(
	    fixture_number(fixture,
			   "SELECT count(*) FROM promise p JOIN staff s ON "
			   "s.staff_id = p.owner_staff_id WHERE s.login = "
			   "'kosei' AND p.state = 'open' AND p.due_on = "
			   "'2026-11-20' AND p.what = 'Plan check'"),
	    1);
	resident_page_release(&page);
	find_release(&find);
}

static void the_city_is_as_large_as_it_is_said_to_be(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM resident"), 402);
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM organisation"), 30);
	assert_in_range(fixture_number(fixture, "SELECT count(*) FROM topic"),
			40, 50);
	assert_in_range(fixture_number(fixture, "SELECT count(*) FROM staff"),
			24, 30);
	assert_int_equal(
	    fixture_number(fixture,
			   "SELECT count(*) FROM topic_version v WHERE NOT "
			   "EXISTS (SELECT 1 FROM question q WHERE "
			   "q.topic_version_id = v.topic_version_id) AND "
			   "v.quick_result = 'given'"),
	    0);
}

/* Each counts what must not be there. */
static void two_months_agree_with_themselves(void **state)
{
	static const char *const wrong[] = {
	    "SELECT count(*) FROM visit WHERE ended_at > 1795472040000",
	    "SELECT count(*) FROM visit WHERE begun_at < first_called_at"
	    " OR ended_at < begun_at OR first_called_at < arrived_at",
	    "SELECT count(*) FROM visit v WHERE state = 'served' AND NOT EXISTS"
	    " (SELECT 1 FROM contact c WHERE c.visit_id = v.visit_id)",
	    "SELECT count(*) FROM visit WHERE strftime('%w', arrived_on)"
	    " IN ('0', '6')",
	    "SELECT count(*) FROM period WHERE ended_at IS NULL AND visit_id IN"
	    " (SELECT visit_id FROM visit WHERE state IN ('served', 'left'))",
	    "SELECT count(*) FROM request WHERE state = 'open'"
	    " AND owner_staff_id IS NULL",
	    "SELECT count(*) FROM request WHERE state = 'resolved'"
	    " AND resolved_on < received_on",
	    "SELECT count(*) FROM handoff WHERE decided_at < offered_at"
	    " OR context = '' OR asked = ''",
	    "SELECT count(*) FROM promise WHERE settled_at < made_at",
	    "SELECT count(*) FROM promise p JOIN request r ON r.request_id ="
	    " p.request_id WHERE p.state = 'open' AND r.state <> 'open'",
	    "SELECT count(*) FROM told WHERE told_at < owed_at",
	    "SELECT count(*) - 1 FROM visit WHERE entered_at IS NOT NULL",
	    "SELECT count(*) FROM reach WHERE kind = 'telephone'"
	    " AND value NOT GLOB '*-555-01[0-9][0-9]'",
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (fixture_number(fixture, wrong[i]) != 0)
			fail_msg("%s", wrong[i]);
}

static void there_is_some_of_everything_that_a_counter_sees(void **state)
{
	static const char *const there[] = {
	    "SELECT min(n) FROM (SELECT count(*) AS n FROM visit WHERE"
	    " arrived_on < '2026-11-23' GROUP BY arrived_on) WHERE n >= 30",
	    "SELECT count(*) FROM visit WHERE state = 'left'",
	    "SELECT count(*) FROM visit WHERE wait_length > 900000",
	    "SELECT count(*) FROM visit WHERE channel = 'message'",
	    "SELECT count(*) FROM contact WHERE result = 'could_not'"
	    " AND tried <> '' AND result_text <> ''",
	    "SELECT count(*) FROM contact WHERE result = 'come_back'",
	    "SELECT count(*) FROM contact WHERE result = 'not_ours'",
	    "SELECT count(*) FROM contact WHERE concern <> ''",
	    "SELECT count(*) FROM answer WHERE value IS NULL",
	    "SELECT count(*) FROM handoff WHERE state = 'returned'",
	    "SELECT count(*) FROM handoff WHERE state = 'offered'",
	    "SELECT count(*) FROM handoff WHERE hop > 1",
	    "SELECT count(*) FROM promise WHERE state = 'kept'",
	    "SELECT count(*) FROM promise WHERE state = 'missed'",
	    "SELECT count(*) FROM promise WHERE state = 'renewed'",
	    "SELECT count(*) FROM promise WHERE renews_id IS NOT NULL",
	    "SELECT count(*) FROM request WHERE first_acknowledged_on >"
	    " received_on",
	    "SELECT count(*) FROM request_number WHERE kind = 'account'",
	    "SELECT count(*) FROM visit_person WHERE part ="
	    " 'for_organisation'",
	    "SELECT count(*) FROM visit_person WHERE part = 'beside'",
	    "SELECT count(*) FROM period WHERE kind = 'hold'",
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(there) / sizeof(there[0]); i++)
		if (fixture_number(fixture, there[i]) <= 0)
			fail_msg("none: %s", there[i]);
	assert_in_range(
	    fixture_number(fixture,
			   "SELECT sum(NOT EXISTS (SELECT 1 FROM visit_person "
			   "p WHERE p.visit_id = v.visit_id)) * 100 / count(*) "
			   "FROM visit v"),
	    15, 35);
}

static void the_same_day_tells_the_same_story(void **state)
{
	static const char *const figures[] = {
	    "SELECT sum(arrived_at % 1000003 + ended_at % 1000033) FROM visit",
	    "SELECT sum(length(words) * contact_id) FROM contact",
	    "SELECT sum(resident_id * visit_id) FROM visit_person",
	    "SELECT sum(due_at % 1000003 * promise_id) FROM promise",
	};
	struct fixture *fixture = *state, other = *fixture;
	struct error err = {0};

	snprintf(other.path, sizeof(other.path), "%.70s/other.db",
		 fixture->dir);
	other.desk = NULL;
	other.db = NULL;
	fixture_ok(desk_init_demo(other.path, settings_shared_dir(),
				  &fixture->clock.clock, NULL, &err));
	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++)
		assert_int_equal(fixture_number(fixture, figures[i]),
				 fixture_number(&other, figures[i]));
	db_close(other.db);
}

static void a_demo_never_takes_the_place_of_a_store(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	fixture_refused(desk_init_demo(fixture->path, settings_shared_dir(),
				       &fixture->clock.clock, NULL, &err),
			ERROR_CONFLICT);
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM resident"), 402);
}

static void a_demo_that_cannot_be_made_leaves_nothing_behind(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char path[160];

	fixture_refused(desk_init_demo(fixture->path, fixture->dir,
				       &fixture->clock.clock, NULL, &err),
			ERROR_INVALID);
	assert_non_null(strstr(err.text, "demo/said.tsv"));
	assert_int_not_equal(access(fixture->path, F_OK), 0);
	snprintf(path, sizeof(path), "%s.new-%d", fixture->path, (int)getpid());
	assert_int_not_equal(access(path, F_OK), 0);
}

int main(void)
{
	const struct CMUnitTest monday[] = {
	    cmocka_unit_test(the_desk_opens_on_a_morning_that_is_half_lived),
	    cmocka_unit_test(three_letters_find_who_and_what_is_meant),
	    cmocka_unit_test(two_of_one_name_are_told_apart_by_street),
	    cmocka_unit_test(the_fence_was_promised_for_friday_by_who_has_it),
	    cmocka_unit_test(the_city_is_as_large_as_it_is_said_to_be),
	    cmocka_unit_test(two_months_agree_with_themselves),
	    cmocka_unit_test(there_is_some_of_everything_that_a_counter_sees),
	    cmocka_unit_test(the_same_day_tells_the_same_story),
	    cmocka_unit_test(a_demo_never_takes_the_place_of_a_store),
	};
	const struct CMUnitTest others[] = {
	    cmocka_unit_test_setup_teardown(
		at_night_on_a_sunday_the_line_stands_all_the_same,
		setup_sunday_night, fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		a_demo_that_cannot_be_made_leaves_nothing_behind,
		fixture_setup_bare, fixture_teardown),
	};
	int failed =
	    cmocka_run_group_tests(monday, demo_city_setup, fixture_teardown);

	return failed + cmocka_run_group_tests(others, NULL, NULL);
}
