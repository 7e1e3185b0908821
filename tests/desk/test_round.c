/* The briefing, notices, who is away, and the end of the day. */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/away.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/notice.h"
#include "frontdesk/desk/round.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/unanswered.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

/* The first row of a kind, or NULL. */
static const struct round_row *row_of(const struct round *round,
				      enum round_kind kind)
{
	for (size_t i = 0; i < round->count; i++)
		if (round->rows[i].kind == kind)
			return &round->rows[i];
	return NULL;
}

static void close_thursday(struct fixture *fixture)
{
	struct error err = {0};
	struct day day;

	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_set_day(fixture->desk, "nov 26", NULL, "Thanksgiving",
				&day, &err));
	fixture_sign_in(fixture, FIXTURE_RUIZ);
}

static size_t count_of(const struct round *round, enum round_kind kind)
{
	size_t count = 0;

	for (size_t i = 0; i < round->count; i++)
		count += round->rows[i].kind == kind;
	return count;
}

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

static void the_briefing_begins_with_what_is_to_acknowledge(void **state)
{
	struct fixture *fixture = *state;
	int64_t person = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	int64_t request = matter_open(fixture, person, "Fence"), promise;
	struct round round;
	struct error err = {0};

	close_thursday(fixture);
	fixture_write(fixture, "UPDATE request SET"
			       " first_acknowledged_at = NULL,"
			       " first_acknowledged_on = NULL");
	fixture_ok(
	    desk_post_notice(fixture->desk, "The printer is down", NULL, &err));
	fixture_ok(desk_set_away(fixture->desk, 0, NULL, NULL, &err));
	fixture_ok(desk_make_promise(fixture->desk, request, "Call back",
				     "4 pm", 0, &promise, &err));
	fixture_ok(desk_make_promise(fixture->desk, request, "Write",
				     "tomorrow", 0, &promise, &err));
	fixture_ok(desk_read_briefing(fixture->desk, &round, &err));
	assert_true(round.count > 0);
	assert_int_equal(round.rows[0].kind, ROUND_ACKNOWLEDGE);
	assert_int_equal(round.rows[0].request_id, request);
	assert_string_equal(row_of(&round, ROUND_NOTICE)->what,
			    "The printer is down");
	assert_int_equal(count_of(&round, ROUND_PROMISE), 1);
	assert_string_equal(row_of(&round, ROUND_PROMISE)->note, "due 4:00 pm");
	assert_string_equal(row_of(&round, ROUND_AWAY)->what, "A. Ruiz");
	assert_string_equal(row_of(&round, ROUND_CLOSURE)->what, "Thu Nov 26");
	round_release(&round);
}

static void a_question_that_is_mine_to_answer_is_in_it(void **state)
{
	struct fixture *fixture = *state;
	const struct round_row *row;
	struct round round;
	struct error err = {0};
	char *owner;

	fixture_ok(desk_note_unanswered(fixture->desk,
					fixture->topics[FIXTURE_FENCE], 0,
					"May it be of straw?", &owner, &err));
	free(owner);
	fixture_ok(desk_read_briefing(fixture->desk, &round, &err));
	assert_null(row_of(&round, ROUND_UNANSWERED));
	round_release(&round);
	fixture_sign_in(fixture, FIXTURE_OSEI);
	fixture_ok(desk_read_briefing(fixture->desk, &round, &err));
	row = row_of(&round, ROUND_UNANSWERED);
	assert_non_null(row);
	assert_string_equal(row->who, "Fence permit");
	assert_string_equal(row->what, "May it be of straw?");
	assert_true(row->id > 0);
	round_release(&round);
}

static void a_stale_card_is_in_it_and_a_fresh_one_is_not(void **state)
{
	struct fixture *fixture = *state;
	struct round round;
	struct error err = {0};

	fixture_write(fixture, "UPDATE topic_version SET"
			       " verified_on = '2026-11-20'"
			       " WHERE name <> 'Fence permit'");
	fixture_write(fixture, "UPDATE topic_version SET"
			       " verified_on = '2026-01-05'"
			       " WHERE name = 'Fence permit'");
	fixture_ok(desk_read_briefing(fixture->desk, &round, &err));
	assert_int_equal(count_of(&round, ROUND_CARD), 1);
	assert_string_equal(row_of(&round, ROUND_CARD)->what, "Fence permit");
	assert_int_equal(row_of(&round, ROUND_CARD)->id,
			 fixture->topics[FIXTURE_FENCE]);
	round_release(&round);
}

static void many_of_one_kind_are_cut_and_say_so(void **state)
{
	struct fixture *fixture = *state;
	int64_t person = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	const struct round_row *last;
	struct round round;
	struct error err = {0};

	for (int i = 0; i < 7; i++)
		matter_open(fixture, person, "Fence");
	fixture_write(fixture, "UPDATE request SET"
			       " first_acknowledged_at = NULL,"
			       " first_acknowledged_on = NULL");
	fixture_ok(desk_read_briefing(fixture->desk, &round, &err));
	assert_int_equal(count_of(&round, ROUND_ACKNOWLEDGE), 6);
	last = &round.rows[5];
	assert_int_equal(last->id, 0);
	round_release(&round);
}

static void it_is_shown_once_a_day_to_each_person(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t first, again;

	fixture_ok(desk_begin_briefing(fixture->desk, &first, &err));
	assert_true(first > 0);
	fixture_ok(desk_begin_briefing(fixture->desk, &again, &err));
	assert_int_equal(again, 0);
	fixture_ok(desk_begin_briefing(fixture_desk2(fixture), &again, &err));
	assert_true(again > first);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_ok(desk_begin_briefing(fixture->desk, &again, &err));
	assert_true(again > 0);
}

static void windows_opened_with_it_are_counted_by_day(void **state)
{
	struct fixture *fixture = *state;
	struct day today = desk_today(fixture->desk);
	struct summary summary;
	struct error err = {0};
	int64_t mine, other;

	fixture_ok(desk_begin_briefing(fixture->desk, &mine, &err));
	fixture_ok(desk_begin_briefing(fixture_desk2(fixture), &other, &err));
	fixture_ok(desk_end_briefing(fixture->desk, mine, &err));
	fixture_ok(desk_end_briefing(fixture->desk, mine, &err));
	fixture_ok(desk_sum_up(fixture->desk, today, today, &summary, &err));
	assert_int_equal(summary.windows_opened, 2);
	assert_int_equal(summary.with_briefing, 1);
	summary_release(&summary);
	fixture_ok(db_check(fixture_db(fixture), &err));
	fixture_ok(db_recount(fixture_db(fixture), &err));
	fixture_ok(desk_sum_up(fixture->desk, today, today, &summary, &err));
	assert_int_equal(summary.windows_opened, 2);
	assert_int_equal(summary.with_briefing, 1);
	summary_release(&summary);
}

static void the_evening_has_what_is_left_and_closes_nothing(void **state)
{
	struct fixture *fixture = *state;
	int64_t person = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	int64_t request = matter_open(fixture, person, "Fence"), visit_id;
	struct visit visit;
	struct round round;
	struct error err = {0};

	fixture_write(fixture, "UPDATE request SET"
			       " first_acknowledged_at = NULL,"
			       " first_acknowledged_on = NULL");
	matter_begin(fixture, fixture->desk, person, FIXTURE_DOG, "Dog",
		     &visit);
	fixture_ok(desk_put_aside(fixture->desk, &visit, NULL, &err));
	fixture_ok(
	    desk_join_line(fixture->desk, 0, 0, 0, "bins", &visit_id, &err));
	fixture_ok(desk_read_evening(fixture->desk, &round, &err));
	assert_int_equal(round.rows[0].kind, ROUND_ACKNOWLEDGE);
	assert_int_equal(round.rows[0].request_id, request);
	assert_int_equal(row_of(&round, ROUND_ASIDE)->id, visit.visit_id);
	assert_string_equal(row_of(&round, ROUND_LINE)->what,
			    "1 person waits or is called");
	round_release(&round);
	assert_int_equal(fixture_number(fixture, "SELECT COUNT(*) FROM visit"
						 " WHERE ended_at IS NULL"),
			 2);
	visit_release(&visit);
}

static void what_was_offered_and_nobody_answered_is_in_the_evening(void **state)
{
	struct fixture *fixture = *state;
	int64_t person = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	int64_t request = matter_open(fixture, person, "Fence");
	int64_t handoff =
	    matter_offer(fixture->desk, request, 0,
			 fixture->staff[FIXTURE_OSEI], 0, "Check the plan");
	struct round round;
	struct error err = {0};

	fixture_ok(desk_read_evening(fixture->desk, &round, &err));
	assert_non_null(row_of(&round, ROUND_OFFERED));
	assert_int_equal(row_of(&round, ROUND_OFFERED)->id, handoff);
	matter_has(row_of(&round, ROUND_OFFERED)->what, "Check the plan");
	round_release(&round);
	/* Of nobody else's evening but the supervisor's. */
	fixture_ok(desk_read_evening(fixture_desk2(fixture), &round, &err));
	assert_null(row_of(&round, ROUND_OFFERED));
	round_release(&round);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_read_evening(fixture->desk, &round, &err));
	assert_non_null(row_of(&round, ROUND_OFFERED));
	round_release(&round);
}

static void evening_is_the_last_half_hour_by_the_calendar(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int closes;
	bool is_evening;

	close_thursday(fixture);
	fixture_pass(fixture, 2 * CLOCK_HOUR + 15 * CLOCK_MINUTE);
	fixture_ok(desk_is_evening(fixture->desk, &closes, &is_evening, &err));
	assert_false(is_evening);
	assert_int_equal(closes, 17 * 60);
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_is_evening(fixture->desk, &closes, &is_evening, &err));
	assert_true(is_evening);
	/* On a day that is closed there is no closing. */
	fixture_pass(fixture, 3 * 24 * CLOCK_HOUR);
	fixture_ok(desk_is_evening(fixture->desk, &closes, &is_evening, &err));
	assert_false(is_evening);
}

#define ROUND_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    ROUND_TEST(a_notice_stands_until_somebody_ends_it),
	    ROUND_TEST(a_notice_with_an_hour_ends_by_itself),
	    ROUND_TEST(a_day_has_the_notices_that_stood_in_it),
	    ROUND_TEST(another_site_has_its_own_notices),
	    ROUND_TEST(everybody_notes_their_own_absence),
	    ROUND_TEST(of_absences_that_overlap_the_last_day_counts),
	    ROUND_TEST(an_absence_that_ends_before_it_begins_is_refused),
	    ROUND_TEST(who_is_away_is_said_where_a_request_is_handed_off),
	    ROUND_TEST(the_briefing_begins_with_what_is_to_acknowledge),
	    ROUND_TEST(a_question_that_is_mine_to_answer_is_in_it),
	    ROUND_TEST(a_stale_card_is_in_it_and_a_fresh_one_is_not),
	    ROUND_TEST(many_of_one_kind_are_cut_and_say_so),
	    ROUND_TEST(it_is_shown_once_a_day_to_each_person),
	    ROUND_TEST(windows_opened_with_it_are_counted_by_day),
	    ROUND_TEST(the_evening_has_what_is_left_and_closes_nothing),
	    ROUND_TEST(what_was_offered_and_nobody_answered_is_in_the_evening),
	    ROUND_TEST(evening_is_the_last_half_hour_by_the_calendar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
