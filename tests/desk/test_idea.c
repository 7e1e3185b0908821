/*
 * test_idea.c - ideas: noted, discussed, decided, and the answer read
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/idea.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

#define IDEA "A box at the entrance for papers."

static int64_t note(struct fixture *fixture, int64_t visit_id)
{
	struct error err = {0};
	int64_t idea_id;

	fixture_ok(
	    desk_note_idea(fixture->desk, visit_id, IDEA, &idea_id, &err));
	return idea_id;
}

static void decide(struct fixture *fixture, int64_t idea_id,
		   enum idea_state decision, const char *words)
{
	struct error err = {0};

	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(
	    desk_decide_idea(fixture->desk, idea_id, decision, words, &err));
	fixture_sign_in(fixture, FIXTURE_RUIZ);
}

static int to_read(struct fixture *fixture)
{
	struct yours yours;
	struct error err = {0};

	fixture_ok(desk_yours(fixture->desk, &yours, &err));
	return yours.ideas_to_read;
}

static void expect_figures(struct fixture *fixture, int noted, int decided,
			   int answered)
{
	struct day today = desk_today(fixture->desk);
	struct summary summary;
	struct error err = {0};

	fixture_ok(desk_sum_up(fixture->desk, today, today, &summary, &err));
	assert_int_equal(summary.ideas_new, noted);
	assert_int_equal(summary.ideas_decided, decided);
	assert_int_equal(summary.ideas_answered, answered);
	summary_release(&summary);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void an_idea_of_a_visit_says_so(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit;
	struct idea idea;

	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, "How high?",
		     &visit);
	fixture_ok(desk_open_idea(fixture->desk, note(fixture, visit.visit_id),
				  &idea, &err));
	assert_string_equal(idea.text, IDEA);
	assert_string_equal(idea.staff, "A. Ruiz");
	assert_string_equal(idea.visit_reference, visit.reference);
	assert_int_equal(idea.request_id, visit.contacts[0].request_id);
	assert_int_equal(idea.state, IDEA_NEW);
	assert_int_equal(idea.event_count, 1);
	idea_release(&idea);
	visit_release(&visit);
}

static void its_answer_waits_for_whose_idea_it_is(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct idea idea;
	int64_t id = note(fixture, 0);

	expect_figures(fixture, 1, 0, 0);
	assert_int_equal(to_read(fixture), 0);
	decide(fixture, id, IDEA_TAKEN_UP, "We try it for a month.");
	assert_int_equal(to_read(fixture), 1);
	expect_figures(fixture, 1, 1, 0);
	fixture_ok(desk_open_idea(fixture->desk, id, &idea, &err));
	assert_int_equal(idea.state, IDEA_TAKEN_UP);
	assert_int_equal(idea.event_count, 2);
	assert_string_equal(idea.events[1].staff, "M. Hale");
	assert_string_equal(idea.events[1].text, "We try it for a month.");
	idea_release(&idea);
	assert_int_equal(to_read(fixture), 0);
	expect_figures(fixture, 1, 1, 1);
	/* Reading it once more answers nothing anew. */
	fixture_ok(desk_open_idea(fixture->desk, id, &idea, &err));
	idea_release(&idea);
	expect_figures(fixture, 1, 1, 1);
}

static void a_colleague_who_reads_it_answers_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct idea idea;
	int64_t id = note(fixture, 0);

	decide(fixture, id, IDEA_NOT_NOW, "Not before spring.");
	fixture_ok(desk_open_idea(fixture_desk2(fixture), id, &idea, &err));
	idea_release(&idea);
	assert_int_equal(to_read(fixture), 1);
	expect_figures(fixture, 1, 1, 0);
}

static void a_remark_is_to_be_read_and_is_no_answer(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct idea idea;
	int64_t id = note(fixture, 0);

	fixture_ok(desk_remark_idea(fixture_desk2(fixture), id,
				    "Half of my line only leaves a paper.",
				    &err));
	assert_int_equal(to_read(fixture), 1);
	fixture_ok(desk_open_idea(fixture->desk, id, &idea, &err));
	assert_int_equal(idea.event_count, 2);
	idea_release(&idea);
	assert_int_equal(to_read(fixture), 0);
	/* One's own remark is nothing new. */
	fixture_ok(desk_remark_idea(fixture->desk, id, "Mine too.", &err));
	assert_int_equal(to_read(fixture), 0);
	expect_figures(fixture, 1, 0, 0);
}

static void only_a_supervisor_decides_and_says_why(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t id = note(fixture, 0);

	fixture_refused(
	    desk_decide_idea(fixture->desk, id, IDEA_DONE, "Done.", &err),
	    ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_refused(
	    desk_decide_idea(fixture->desk, id, IDEA_DONE, " ", &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "words");
	fixture_refused(
	    desk_decide_idea(fixture->desk, 4711, IDEA_DONE, "Done.", &err),
	    ERROR_NOT_FOUND);
}

static void a_decision_taken_back_leaves_it_as_it_stood(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct idea idea;
	int64_t id = note(fixture, 0);
	char *said;

	decide(fixture, id, IDEA_TAKEN_UP, "We try it.");
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(
	    desk_decide_idea(fixture->desk, id, IDEA_DONE, "It is so.", &err));
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	free(said);
	fixture_ok(desk_open_idea(fixture->desk, id, &idea, &err));
	assert_int_equal(idea.state, IDEA_TAKEN_UP);
	assert_int_equal(idea.event_count, 2);
	idea_release(&idea);
	expect_figures(fixture, 1, 1, 0);
}

static void done_after_all(struct fixture *fixture, int64_t idea_id)
{
	struct error err = {0};
	char *said;

	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_decide_idea(fixture->desk, idea_id, IDEA_DONE,
				    "It is so.", &err));
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	free(said);
	fixture_sign_in(fixture, FIXTURE_RUIZ);
}

static void what_else_was_said_is_still_to_be_read(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct idea idea;
	int64_t id = note(fixture, 0);

	decide(fixture, id, IDEA_TAKEN_UP, "We try it.");
	done_after_all(fixture, id);
	assert_int_equal(to_read(fixture), 1);
	fixture_ok(desk_open_idea(fixture->desk, id, &idea, &err));
	idea_release(&idea);
	assert_int_equal(to_read(fixture), 0);
	/* What was read is not to be read again. */
	done_after_all(fixture, id);
	assert_int_equal(to_read(fixture), 0);
}

static void what_was_read_is_not_taken_back(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct idea idea;
	int64_t id = note(fixture, 0);
	char *said;

	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(
	    desk_decide_idea(fixture->desk, id, IDEA_DONE, "It is so.", &err));
	fixture_write(fixture, "UPDATE idea SET staff_id = (SELECT staff_id"
			       " FROM staff WHERE login = 'bchen')");
	fixture_ok(desk_open_idea(fixture_desk2(fixture), id, &idea, &err));
	idea_release(&idea);
	fixture_refused(desk_take_back(fixture->desk, &said, &err),
			ERROR_CONFLICT);
	expect_figures(fixture, 1, 1, 1);
}

static void an_idea_noted_by_mistake_was_none(void **state)
{
	struct fixture *fixture = *state;
	struct list_page page;
	struct error err = {0};
	char *said;

	note(fixture, 0);
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	free(said);
	expect_figures(fixture, 0, 0, 0);
	fixture_ok(desk_read_list(fixture->desk, LIST_IDEAS, 10, &page, &err));
	assert_int_equal(page.count, 0);
	list_page_release(&page);
}

static void what_is_to_be_read_lies_on_top_then_what_is_new(void **state)
{
	struct fixture *fixture = *state;
	struct list_page page;
	struct error err = {0};
	int64_t first = note(fixture, 0), second, third;

	fixture_pass(fixture, CLOCK_MINUTE);
	second = note(fixture, 0);
	fixture_pass(fixture, CLOCK_MINUTE);
	third = note(fixture, 0);
	decide(fixture, first, IDEA_NOT_NOW, "Not before spring.");
	fixture_ok(desk_read_list(fixture->desk, LIST_IDEAS, 10, &page, &err));
	assert_int_equal(page.count, 3);
	assert_int_equal(page.rows[0].id, first);
	assert_true(page.rows[0].is_unread);
	assert_string_equal(page.rows[0].more, "Not before spring.");
	assert_int_equal(page.rows[1].id, third);
	assert_int_equal(page.rows[2].id, second);
	list_page_release(&page);
	fixture_ok(desk_read_list(fixture_desk2(fixture), LIST_IDEAS, 10, &page,
				  &err));
	assert_int_equal(page.rows[0].id, third);
	assert_int_equal(page.rows[2].id, first);
	assert_false(page.rows[2].is_unread);
	list_page_release(&page);
}

static void what_is_new_shows_to_the_supervisor_alone(void **state)
{
	struct fixture *fixture = *state;
	struct yours yours;
	struct error err = {0};

	note(fixture, 0);
	fixture_ok(desk_yours(fixture->desk, &yours, &err));
	assert_int_equal(yours.ideas_new, 0);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_yours(fixture->desk, &yours, &err));
	assert_int_equal(yours.ideas_new, 1);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(an_idea_of_a_visit_says_so),
	    T(its_answer_waits_for_whose_idea_it_is),
	    T(a_colleague_who_reads_it_answers_nothing),
	    T(a_remark_is_to_be_read_and_is_no_answer),
	    T(only_a_supervisor_decides_and_says_why),
	    T(a_decision_taken_back_leaves_it_as_it_stood),
	    T(what_else_was_said_is_still_to_be_read),
	    T(what_was_read_is_not_taken_back),
	    T(an_idea_noted_by_mistake_was_none),
	    T(what_is_to_be_read_lies_on_top_then_what_is_new),
	    T(what_is_new_shows_to_the_supervisor_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
