/*
 * test_figures_voices.c - what was said, known and done for colleagues: the
 * examples of docs/figures.md, each as it stands there. Everybody in them is
 * invented.
 */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/desk/idea.h"
#include "frontdesk/desk/thanks.h"
#include "matter.h"
#include "paper.h"

static const struct day monday = {"2026-11-23"};
static const struct day tuesday = {"2026-11-24"};
static const struct day wednesday = {"2026-11-25"};

static void three_cards_count_on_the_day_they_were_entered(void **state)
{
	static const char *const comments[] = {"Quick.", "", "More chairs."};
	const struct paper paper = paper_served(RESULT_ANSWERED);
	struct fixture *f = *state;
	struct error err = {0};
	struct summary day;
	struct visit visit;
	int64_t visits[3];

	visits[0] = paper_enter(f, &paper, NULL);
	visits[1] = paper_enter(f, &paper, NULL);
	fixture_pass(f, 24 * CLOCK_HOUR);
	matter_begin(f, f->desk, 0, FIXTURE_DOG, "A dog", &visit);
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	visits[2] = visit.visit_id;
	visit_release(&visit);
	for (int i = 0; i < 3; i++)
		fixture_ok(desk_enter_card(f->desk, visits[i], "5------",
					   comments[i], NULL, &err));
	fixture_ok(desk_note_said(f->desk, visits[0],
				  "The sign is hard to find.", &err));
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.cards, 0);
	summary_release(&day);
	paper_sum_up(f, tuesday, tuesday, &day);
	assert_int_equal(day.cards, 3);
	assert_int_equal(day.comments.count, 3);
	assert_int_equal(day.said, 1);
	assert_int_equal(day.marks[0][4], 3);
	assert_int_equal(day.marks[0][3], 0);
	assert_int_equal(day.marks[1][4], 0);
	summary_release(&day);
}

static void two_ideas_are_new_decided_and_answered_on_three_days(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary day;
	struct idea idea;
	int64_t ids[2];

	for (int i = 0; i < 2; i++)
		fixture_ok(desk_note_idea(f->desk, 0, "A box.", &ids[i], &err));
	fixture_pass(f, 24 * CLOCK_HOUR);
	fixture_sign_in(f, FIXTURE_HALE);
	fixture_ok(desk_decide_idea(f->desk, ids[0], IDEA_TAKEN_UP,
				    "From Monday on.", &err));
	fixture_ok(desk_decide_idea(f->desk, ids[1], IDEA_NOT_NOW,
				    "No room for it.", &err));
	fixture_pass(f, 24 * CLOCK_HOUR);
	fixture_sign_in(f, FIXTURE_RUIZ);
	fixture_ok(desk_open_idea(f->desk, ids[0], &idea, &err));
	idea_release(&idea);
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.ideas_new, 2);
	assert_int_equal(day.ideas_decided, 0);
	summary_release(&day);
	paper_sum_up(f, tuesday, tuesday, &day);
	assert_int_equal(day.ideas_new, 0);
	assert_int_equal(day.ideas_decided, 2);
	assert_int_equal(day.ideas_by_decision[IDEA_TAKEN_UP], 1);
	assert_int_equal(day.ideas_by_decision[IDEA_NOT_NOW], 1);
	summary_release(&day);
	paper_sum_up(f, wednesday, wednesday, &day);
	assert_int_equal(day.ideas_decided, 0);
	assert_int_equal(day.ideas_answered, 1);
	summary_release(&day);
}

static void a_visitors_praise_and_a_colleagues_thanks_are_two(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary day;

	fixture_ok(desk_thank(f->desk, f->staff[FIXTURE_OSEI], true, 0,
			      "So patient.", &err));
	fixture_ok(desk_thank(f->desk, f->staff[FIXTURE_CHEN], false, 0,
			      "For coming to the window.", &err));
	paper_sum_up(f, monday, monday, &day);
	assert_int_equal(day.thanks, 2);
	assert_int_equal(day.thanks_of_visitors, 1);
	summary_release(&day);
}

static void report_lamp(struct fixture *f, int64_t resident_id)
{
	struct error err = {0};
	struct visit visit;

	matter_begin(f, f->desk, resident_id, FIXTURE_GARBAGE, "It is dark",
		     &visit);
	mem_replace(&visit.contacts[0].place, "Heacock St");
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	matter_finish(f->desk, &visit, RESULT_OPENED);
	visit_release(&visit);
}

static void three_neighbours_and_a_dark_lamp_are_one_place(void **state)
{
	static const char *const names[] = {"Nguyen", "Kim", "Okafor"};
	const struct day thursday = {"2026-11-26"};
	struct fixture *f = *state;
	struct error err = {0};
	struct summary day;
	int64_t resident_id = 0;
	size_t places = 0;

	for (int i = 0; i < 3; i++) {
		fixture_pass(f, 24 * CLOCK_HOUR);
		resident_id = fixture_resident(f, "Ms.", "Ada", names[i]);
		report_lamp(f, resident_id);
	}
	report_lamp(f, resident_id);
	fixture_ok(fixture_sum_up_whole(f, thursday, thursday, &day, &err));
	for (size_t i = 0; i < day.patterns.count; i++) {
		const struct pattern *pattern = &day.patterns.items[i];

		if (pattern->kind != PATTERN_PLACE)
			continue;
		places++;
		assert_int_equal(pattern->people, 3);
		assert_int_equal(pattern->requests, 4);
	}
	assert_int_equal(places, 1);
	summary_release(&day);
}

#define EXAMPLE(name)                                                          \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    EXAMPLE(three_cards_count_on_the_day_they_were_entered),
	    EXAMPLE(two_ideas_are_new_decided_and_answered_on_three_days),
	    EXAMPLE(a_visitors_praise_and_a_colleagues_thanks_are_two),
	    EXAMPLE(three_neighbours_and_a_dark_lamp_are_one_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
