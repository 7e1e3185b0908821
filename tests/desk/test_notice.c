/*
 * test_notice.c - what everybody here must know: notices, and who is away
 */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/desk/away.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/notice.h"
#include "matter.h"

static void a_notice_stands_until_somebody_ends_it(void **state)
{
	struct fixture *fixture = *state;
	struct desk *other = fixture_desk2(fixture);
	struct notice_list list;
	struct error err = {0};

	fixture_ok(desk_post_notice(fixture->desk, "The permit system is down",
				    NULL, &err));
	fixture_ok(desk_list_notices(other, &list, &err));
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].words, "The permit system is down");
	assert_string_equal(list.items[0].detail, "since 2:14 pm");
	assert_string_equal(list.items[0].staff, "A. Ruiz");
	fixture_ok(desk_end_notice(other, list.items[0].notice_id, &err));
	fixture_refused(
	    desk_end_notice(fixture->desk, list.items[0].notice_id, &err),
	    ERROR_CONFLICT);
	notice_list_release(&list);
	fixture_ok(desk_list_notices(fixture->desk, &list, &err));
	assert_int_equal(list.count, 0);
	notice_list_release(&list);
}

static void a_notice_with_an_hour_ends_by_itself(void **state)
{
	struct fixture *fixture = *state;
	struct notice_list list;
	struct error err = {0};

	fixture_refused(desk_post_notice(fixture->desk, " ", NULL, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "words");
	fixture_refused(
	    desk_post_notice(fixture->desk, "Fire drill", "soonish", &err),
	    ERROR_INVALID);
	fixture_ok(desk_post_notice(fixture->desk, "Fire drill", "3pm", &err));
	fixture_ok(desk_list_notices(fixture->desk, &list, &err));
	assert_string_equal(list.items[0].detail,
			    "since 2:14 pm until 3:00 pm");
	notice_list_release(&list);
	fixture_pass(fixture, 46 * CLOCK_MINUTE);
	fixture_ok(desk_list_notices(fixture->desk, &list, &err));
	assert_int_equal(list.count, 0);
	notice_list_release(&list);
}

static void a_day_has_the_notices_that_stood_in_it(void **state)
{
	struct fixture *fixture = *state;
	struct day day = desk_today(fixture->desk);
	struct error err = {0};
	struct summary summary;

	fixture_ok(desk_post_notice(fixture->desk, "Fire drill", "3pm", &err));
	fixture_ok(desk_post_notice(fixture->desk, "Elevator", NULL, &err));
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_ok(desk_end_notice(fixture->desk, 2, &err));
	fixture_ok(fixture_sum_up_whole(fixture, day, day, &summary, &err));
	assert_int_equal(summary.notices.count, 2);
	assert_string_equal(summary.notices.items[0].detail,
			    "2:14 pm to 3:00 pm");
	assert_string_equal(summary.notices.items[1].words, "Elevator");
	assert_string_equal(summary.notices.items[1].detail,
			    "2:14 pm, still standing");
	assert_string_equal(summary.notices.items[0].from, "2026-11-23T14:14");
	assert_string_equal(summary.notices.items[0].until, "2026-11-23T15:00");
	assert_null(summary.notices.items[1].until);
	summary_release(&summary);
	day = desk_today(fixture->desk);
	fixture_ok(fixture_sum_up_whole(fixture, day, day, &summary, &err));
	assert_int_equal(summary.notices.count, 1);
	summary_release(&summary);
}

/* Its midnight and its clock are its own, too. */
static void another_site_has_its_own_notices(void **state)
{
	struct fixture *fixture = *state;
	struct summary_scope scope = {.from = desk_today(fixture->desk),
				      .to = desk_today(fixture->desk),
				      .is_whole = true};
	struct error err = {0};
	struct summary summary;

	fixture_ok(desk_post_notice(fixture->desk, "Elevator", NULL, &err));
	fixture_ok(desk_post_notice(fixture->desk, "Shelves", NULL, &err));
	fixture_write(fixture, "INSERT INTO site (uuid, name, time_zone)"
			       " VALUES ('s', 'Library', 'America/New_York')");
	fixture_write(fixture, "UPDATE notice SET site_id = (SELECT site_id"
			       " FROM site WHERE name = 'Library')"
			       " WHERE words = 'Shelves'");
	scope.site_id = fixture_number(
	    fixture, "SELECT site_id FROM site WHERE name = 'Library'");
	fixture_ok(desk_sum_up_scope(fixture->desk, &scope, &summary, &err));
	assert_int_equal(summary.notices.count, 1);
	assert_string_equal(summary.notices.items[0].words, "Shelves");
	assert_string_equal(summary.notices.items[0].from, "2026-11-23T17:14");
	assert_string_equal(summary.notices.items[0].detail,
			    "5:14 pm, still standing");
	summary_release(&summary);
}

static const struct away_row *away_of(const struct away_list *list,
				      const char *login)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].login, login) == 0)
			return &list->items[i];
	return NULL;
}

static void everybody_notes_their_own_absence(void **state)
{
	struct fixture *fixture = *state;
	const struct away_row *row;
	struct away_list list;
	struct error err = {0};

	fixture_ok(desk_set_away(fixture->desk, 0, NULL, "dec 2", &err));
	fixture_refused(desk_set_away(fixture->desk,
				      fixture->staff[FIXTURE_OSEI], NULL, NULL,
				      &err),
			ERROR_DENIED);
	fixture_ok(desk_list_away(fixture->desk, &list, &err));
	row = away_of(&list, "aruiz");
	assert_true(row->is_away);
	assert_string_equal(row->presence, "out until Wed Dec 2");
	assert_false(away_of(&list, "bchen")->is_away);
	fixture_ok(desk_end_away(fixture->desk, row->absence_id, &err));
	fixture_refused(desk_end_away(fixture->desk, row->absence_id, &err),
			ERROR_NOT_FOUND);
	away_list_release(&list);
	fixture_ok(desk_list_away(fixture->desk, &list, &err));
	assert_false(away_of(&list, "aruiz")->is_away);
	away_list_release(&list);
}

static void of_absences_that_overlap_the_last_day_counts(void **state)
{
	struct fixture *fixture = *state;
	const struct away_row *row;
	struct away_list list;
	struct error err = {0};

	fixture_ok(desk_set_away(fixture->desk, 0, NULL, "nov 25", &err));
	fixture_ok(desk_set_away(fixture->desk, 0, NULL, "dec 2", &err));
	fixture_ok(desk_set_away(fixture->desk, 0, NULL, NULL, &err));
	fixture_ok(desk_list_away(fixture->desk, &list, &err));
	row = away_of(&list, "aruiz");
	assert_string_equal(row->presence, "out until Wed Dec 2");
	/* Back is back. */
	fixture_ok(desk_end_away(fixture->desk, row->absence_id, &err));
	away_list_release(&list);
	fixture_ok(desk_list_away(fixture->desk, &list, &err));
	assert_false(away_of(&list, "aruiz")->is_away);
	away_list_release(&list);
}

static void an_absence_that_ends_before_it_begins_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	fixture_refused(desk_set_away(fixture->desk, 0, "dec 4", "dec 2", &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "to");
	fixture_refused(desk_set_away(fixture->desk, 0, "whenever", NULL, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "from");
}

static void who_is_away_is_said_where_a_request_is_handed_off(void **state)
{
	struct fixture *fixture = *state;
	int64_t person = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	int64_t request = matter_open(fixture, person, "Fence");
	struct handoff_draft draft;
	struct error err = {0};
	bool is_found = false;

	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_set_away(fixture->desk, fixture->staff[FIXTURE_OSEI],
				 NULL, "dec 2", &err));
	fixture_ok(
	    desk_prepare_handoff(fixture->desk, request, 0, &draft, &err));
	for (size_t i = 0; i < draft.target_count; i++)
		if (draft.targets[i].staff_id == fixture->staff[FIXTURE_OSEI]) {
			is_found = true;
			matter_has(draft.targets[i].detail,
				   "out until Wed Dec 2");
		}
	assert_true(is_found);
	handoff_draft_release(&draft);
}

#define NOTICE_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    NOTICE_TEST(a_notice_stands_until_somebody_ends_it),
	    NOTICE_TEST(a_notice_with_an_hour_ends_by_itself),
	    NOTICE_TEST(a_day_has_the_notices_that_stood_in_it),
	    NOTICE_TEST(another_site_has_its_own_notices),
	    NOTICE_TEST(everybody_notes_their_own_absence),
	    NOTICE_TEST(of_absences_that_overlap_the_last_day_counts),
	    NOTICE_TEST(an_absence_that_ends_before_it_begins_is_refused),
	    NOTICE_TEST(who_is_away_is_said_where_a_request_is_handed_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
