/*
 * test_feedback.c - comment cards that come back, and what is said aloud
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/desk/import.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

/* A fence permit of somebody who speaks Spanish, finished: the visit's id. */
static int64_t make_visit(struct fixture *fixture, char reference[16])
{
	struct visit visit;
	int64_t id,
	    resident_id = fixture_resident(fixture, "Sra.", "Rosa", "Mendez");

	fixture_write(fixture, "UPDATE resident SET language = 'es'");
	matter_begin(fixture, fixture->desk, resident_id, FIXTURE_FENCE,
		     "How high?", &visit);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	snprintf(reference, 16, "%s", visit.reference);
	id = visit.visit_id;
	visit_release(&visit);
	return id;
}

static void sum_up(struct fixture *fixture, struct summary *out)
{
	struct day today = desk_today(fixture->desk);
	struct error err = {0};

	fixture_ok(desk_sum_up(fixture->desk, today, today, out, &err));
}

static void expect_figures(struct fixture *fixture, int cards, int comments)
{
	struct summary summary;
	struct error err = {0};

	sum_up(fixture, &summary);
	assert_int_equal(summary.cards, cards);
	assert_int_equal(summary.comments.count, comments);
	summary_release(&summary);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void a_card_is_found_by_what_is_printed_on_it(void **state)
{
	struct fixture *fixture = *state;
	struct card_visit card;
	struct error err = {0};
	char reference[16];
	int64_t id = make_visit(fixture, reference);

	fixture_ok(desk_find_card(fixture->desk, reference, &card, &err));
	assert_int_equal(card.visit_id, id);
	assert_string_equal(card.topic, "Fence permit");
	assert_string_equal(card.language, "es");
	assert_int_equal(card.earlier.feedback_id, 0);
	card_visit_release(&card);
}

static void a_misread_reference_is_told_from_a_wrong_one(void **state)
{
	static const struct {
		const char *typed;
		enum error_code code;
	} wrong[] = {{"", ERROR_INVALID},
		     {"Alvarez", ERROR_INVALID},
		     {"V-000-0001", ERROR_NOT_FOUND}};
	struct fixture *fixture = *state;
	struct card_visit card;
	char reference[16];

	make_visit(fixture, reference);
	reference[3] = reference[3] == '7' ? '8' : '7';
	for (size_t i = 0; i < 4; i++) {
		struct error err = {0};

		if (i < 3) {
			assert_false(desk_find_card(
			    fixture->desk, wrong[i].typed, &card, &err));
			assert_true(err.code == wrong[i].code ||
				    err.code == ERROR_INVALID);
		} else {
			fixture_refused(desk_find_card(fixture->desk, reference,
						       &card, &err),
					ERROR_INVALID);
			matter_has(err.text, "Misheard?");
		}
		assert_string_equal(err.field, "reference");
	}
}

static void each_answer_counts_where_it_was_given(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct summary summary;
	char reference[16];
	int64_t first = make_visit(fixture, reference);
	int64_t second = make_visit(fixture, reference);

	fixture_ok(desk_enter_card(fixture->desk, first, "5543-15",
				   "More chairs.", NULL, &err));
	fixture_ok(
	    desk_enter_card(fixture->desk, second, "5111111", "", NULL, &err));
	fixture_ok(desk_note_said(fixture->desk, second,
				  "Good that you called.", &err));
	sum_up(fixture, &summary);
	assert_int_equal(summary.cards, 2);
	assert_int_equal(summary.said, 1);
	assert_int_equal(summary.marks[CARD_SATISFACTION][4], 2);
	assert_int_equal(summary.marks[CARD_TRUST][4], 1);
	assert_int_equal(summary.marks[CARD_TRUST][0], 1);
	assert_int_equal(summary.marks[CARD_SPEED][0], 1);
	assert_int_equal(summary.comments.count, 2);
	assert_string_equal(summary.comments.items[0].detail, "More chairs.");
	assert_string_equal(summary.comments.items[1].department, "said aloud");
	assert_null(summary.comments.items[0].who);
	summary_release(&summary);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void the_same_card_twice_is_one_card(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char reference[16];
	int64_t id = make_visit(fixture, reference);

	fixture_ok(desk_enter_card(fixture->desk, id, "5555555",
				   "Quick and friendly.", NULL, &err));
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_refused(
	    desk_enter_card(fixture->desk, id, "1111111", "", NULL, &err),
	    ERROR_CONFLICT);
	matter_has(err.text, "Mon Nov 23: 5555555 Quick and friendly.");
	assert_string_equal(err.field, "reference");
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM feedback"), 1);
}

static void two_windows_cannot_enter_one_card_at_once(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char reference[16];
	int64_t id = make_visit(fixture, reference);

	fixture_ok(desk_enter_card(fixture_desk2(fixture), id, "5555555", "",
				   NULL, &err));
	fixture_refused(
	    desk_enter_card(fixture->desk, id, "5555555", "", NULL, &err),
	    ERROR_CONFLICT);
	expect_figures(fixture, 1, 0);
}

static void what_is_taken_back_can_be_entered_again(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char reference[16], *said;
	int64_t id = make_visit(fixture, reference);

	fixture_ok(
	    desk_enter_card(fixture->desk, id, "5555555", "", NULL, &err));
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	free(said);
	expect_figures(fixture, 0, 0);
	fixture_ok(desk_enter_card(fixture->desk, id, "4444444", "Better.",
				   NULL, &err));
	expect_figures(fixture, 1, 1);
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM feedback"), 2);
}

static void a_later_mistake_is_the_supervisors_to_take_back(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char reference[16];
	int64_t id = make_visit(fixture, reference), feedback_id;

	fixture_ok(desk_enter_card(fixture->desk, id, "5555555", "",
				   &feedback_id, &err));
	fixture_refused(
	    desk_take_back_feedback(fixture_desk2(fixture), feedback_id, &err),
	    ERROR_DENIED);
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	fixture_refused(
	    desk_take_back_feedback(fixture->desk, feedback_id, &err),
	    ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_take_back_feedback(fixture->desk, feedback_id, &err));
	fixture_refused(
	    desk_take_back_feedback(fixture->desk, feedback_id, &err),
	    ERROR_NOT_FOUND);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void feedback_of_a_voided_visit_counts_nowhere(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char reference[16], *said;
	int64_t id = make_visit(fixture, reference);
	struct list_page page;

	fixture_ok(desk_enter_card(fixture->desk, id, "5555555", "Quick.", NULL,
				   &err));
	expect_figures(fixture, 1, 1);
	fixture_ok(desk_void_visit(fixture->desk, id, "a mistake", &err));
	expect_figures(fixture, 0, 0);
	fixture_ok(
	    desk_read_list(fixture->desk, LIST_FEEDBACK, 10, &page, &err));
	assert_int_equal(page.count, 0);
	list_page_release(&page);
	fixture_refused(desk_note_said(fixture->desk, id, "Good.", &err),
			ERROR_CONFLICT);
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	free(said);
	expect_figures(fixture, 1, 1);
}

static void the_list_names_neither_who_came_nor_who_served(void **state)
{
	struct fixture *fixture = *state;
	struct list_page page;
	struct error err = {0};
	char reference[16];
	int64_t id = make_visit(fixture, reference);

	fixture_ok(desk_enter_card(fixture->desk, id, "5543-15", "More chairs.",
				   NULL, &err));
	fixture_ok(
	    desk_read_list(fixture->desk, LIST_FEEDBACK, 10, &page, &err));
	assert_int_equal(page.count, 1);
	assert_string_equal(page.rows[0].who, reference);
	matter_has(page.rows[0].what, "5543-15 · More chairs.");
	matter_has_not(page.rows[0].what, "Mendez");
	matter_has_not(page.rows[0].what, "Ruiz");
	list_page_release(&page);
}

static void take_in(struct fixture *fixture, const char *csv, bool is_dry_run,
		    struct import_report *report)
{
	FILE *in = fmemopen((char *)csv, strlen(csv), "r");
	struct error err = {0};

	assert_non_null(in);
	fixture_ok(desk_import(fixture->desk, IMPORT_FEEDBACK, in, is_dry_run,
			       report, &err));
	fclose(in);
}

static void a_pile_of_cards_comes_in_as_csv_once(void **state)
{
	struct fixture *fixture = *state;
	struct import_report report;
	char one[16], other[16], csv[400];

	make_visit(fixture, one);
	make_visit(fixture, other);
	fixture_sign_in(fixture, FIXTURE_HALE);
	snprintf(
	    csv, sizeof(csv),
	    "reference,answers,satisfaction,courtesy,comment,said\n"
	    "%s,5543-15,,,More chairs.,\n%s,,4,5,,\n%s,,,,,Thank you all.\n",
	    one, other, other);
	take_in(fixture, csv, true, &report);
	assert_int_equal(report.new_count, 3);
	assert_int_equal(report.complaint_count, 0);
	import_report_release(&report);
	expect_figures(fixture, 0, 0);
	take_in(fixture, csv, false, &report);
	assert_int_equal(report.new_count, 3);
	import_report_release(&report);
	expect_figures(fixture, 2, 2);
}

static void a_card_that_says_something_else_now_is_named(void **state)
{
	struct fixture *fixture = *state;
	struct import_report report;
	char reference[16], csv[200];

	make_visit(fixture, reference);
	fixture_sign_in(fixture, FIXTURE_HALE);
	snprintf(csv, sizeof(csv), "reference,answers\n%s,5555555\n",
		 reference);
	take_in(fixture, csv, false, &report);
	import_report_release(&report);
	take_in(fixture, csv, false, &report);
	assert_int_equal(report.known_count, 1);
	import_report_release(&report);
	snprintf(csv, sizeof(csv), "reference,answers\n%s,1111111\nV-1,5\n",
		 reference);
	take_in(fixture, csv, false, &report);
	assert_int_equal(report.complaint_count, 2);
	assert_int_equal(report.complaints[0].line, 2);
	matter_has(report.complaints[0].text, "was entered on Mon Nov 23");
	import_report_release(&report);
	expect_figures(fixture, 1, 0);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_card_is_found_by_what_is_printed_on_it),
	    T(a_misread_reference_is_told_from_a_wrong_one),
	    T(each_answer_counts_where_it_was_given),
	    T(the_same_card_twice_is_one_card),
	    T(two_windows_cannot_enter_one_card_at_once),
	    T(what_is_taken_back_can_be_entered_again),
	    T(a_later_mistake_is_the_supervisors_to_take_back),
	    T(feedback_of_a_voided_visit_counts_nowhere),
	    T(the_list_names_neither_who_came_nor_who_served),
	    T(a_pile_of_cards_comes_in_as_csv_once),
	    T(a_card_that_says_something_else_now_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
