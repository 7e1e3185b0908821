/*
 * test_taking_back.c - what was done by mistake is taken back on its day, and
 * no figure knows of it
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"
#include "paper.h"

static const struct day today = {"2026-11-23"};

static int64_t elena(struct fixture *f)
{
	return fixture_resident(f, "Ms.", "Elena", "Alvarez");
}

/* Made before: what follows alone is taken back here. */
static int64_t promised(struct fixture *f, int64_t request_id, const char *when)
{
	struct error err = {0};
	int64_t id;

	fixture_ok(desk_make_promise(f->desk, request_id, "Plan check", when, 0,
				     &id, &err));
	desk_forget_acts(f->desk);
	return id;
}

static void take_back(struct fixture *f, const char *says)
{
	struct error err = {0};
	char *said;

	fixture_ok(desk_take_back(f->desk, &said, &err));
	matter_has(said, says);
	free(said);
}

static void refused(struct fixture *f, enum error_code code)
{
	struct error err = {0};
	char *said;

	fixture_refused(desk_take_back(f->desk, &said, &err), code);
	assert_null(said);
	assert_true(err.text[0] != '\0');
}

static size_t count(struct fixture *f, enum desk_list list)
{
	struct error err = {0};
	struct list_page page;
	size_t rows;

	fixture_ok(desk_read_list(f->desk, list, 20, &page, &err));
	rows = page.count;
	list_page_release(&page);
	return rows;
}

static int64_t first_to_tell(struct fixture *f)
{
	struct error err = {0};
	struct list_page page;
	int64_t id;

	fixture_ok(desk_read_list(f->desk, LIST_TO_TELL, 20, &page, &err));
	assert_true(page.count > 0);
	id = page.rows[0].id;
	list_page_release(&page);
	return id;
}

/* Everything of the request, one line an entry, newest first. */
static void history(struct fixture *f, int64_t request_id, struct str *out)
{
	struct error err = {0};
	struct timeline timeline;

	str_clear(out);
	fixture_ok(desk_read_request(f->desk, request_id, &timeline, &err));
	for (size_t i = 0; i < timeline.requests[0].entry_count; i++)
		str_addf(out, "%s\n", timeline.requests[0].entries[i].text);
	timeline_release(&timeline);
}

static void a_kept_promise_is_open_again_and_no_figure_knows(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary before, after;
	struct str text = STR_INIT;
	int64_t request_id = matter_open(f, elena(f), "A fence");
	int64_t id = promised(f, request_id, "4pm");

	paper_sum_up(f, today, today, &before);
	assert_false(desk_can_take_back(f->desk));
	refused(f, ERROR_NOT_FOUND);
	fixture_ok(desk_keep_promise(f->desk, id, "Called", &err));
	assert_int_equal(count(f, LIST_PROMISES), 0);
	take_back(f, "“Plan check” is open again, by Mon Nov 23.");
	assert_int_equal(count(f, LIST_PROMISES), 1);
	paper_sum_up(f, today, today, &after);
	assert_int_equal(after.promises_due, before.promises_due);
	assert_int_equal(after.promises_kept, 0);
	assert_int_equal(after.promises_missed, 0);
	/* What was done stays to be read. */
	history(f, request_id, &text);
	matter_has(str_text(&text), "Plan check – kept: Called – taken back");
	assert_false(desk_can_take_back(f->desk));
	fixture_ok(desk_keep_promise(f->desk, id, NULL, &err));
	str_release(&text);
	summary_release(&before);
	summary_release(&after);
}

static void a_promise_made_anew_was_never_due_on_its_other_day(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary summary;
	struct str text = STR_INIT;
	const struct day friday = {"2026-11-27"};
	int64_t request_id = matter_open(f, elena(f), "A fence");
	int64_t id = promised(f, request_id, "4pm");

	fixture_ok(desk_renew_promise(f->desk, id, "friday", "ill", &err));
	take_back(f, "“Plan check” is promised for Mon Nov 23 again.");
	/* Of all days to Friday it is today's alone. */
	paper_sum_up(f, today, friday, &summary);
	assert_int_equal(summary.promises_due, 1);
	assert_int_equal(summary.promises_withdrawn, 0);
	summary_release(&summary);
	paper_sum_up(f, today, today, &summary);
	assert_int_equal(summary.promises_due, 1);
	assert_int_equal(summary.promises_renewed, 0);
	summary_release(&summary);
	history(f, request_id, &text);
	matter_has(str_text(&text), "Plan check, by Fri Nov 27 – taken back");
	str_release(&text);
	assert_int_equal(count(f, LIST_PROMISES), 1);
	/* Renewed once more it is as if it was the first time. */
	fixture_ok(desk_renew_promise(f->desk, id, "friday", NULL, &err));
	assert_int_equal(count(f, LIST_PROMISES), 1);
}

static void what_went_on_meanwhile_is_not_taken_back(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t id = promised(f, matter_open(f, elena(f), "A fence"), "4pm");
	int64_t next;

	fixture_ok(desk_renew_promise(f->desk, id, "friday", NULL, &err));
	next = fixture_number(f, "SELECT MAX(promise_id) FROM promise");
	fixture_ok(
	    desk_keep_promise(fixture_desk2(f), next, "Done already", &err));
	refused(f, ERROR_CONFLICT);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " WHERE state = 'renewed'"),
			 1);
	/* It does not stand in the way of what was done before. */
	refused(f, ERROR_NOT_FOUND);
}

static void two_things_are_taken_back_the_last_one_first(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");
	int64_t id = promised(f, request_id, "4pm");

	fixture_ok(desk_withdraw_promise(f->desk, id, "no plan", &err));
	fixture_ok(desk_acknowledge(f->desk, request_id, "slip", &err));
	assert_int_equal(count(f, LIST_TO_ACKNOWLEDGE), 0);
	take_back(f, "to be acknowledged");
	assert_int_equal(count(f, LIST_TO_ACKNOWLEDGE), 1);
	assert_int_equal(count(f, LIST_PROMISES), 0);
	take_back(f, "is open again");
	assert_int_equal(count(f, LIST_PROMISES), 1);
}

static void an_acknowledgement_before_it_still_stands(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary summary;
	int64_t request_id = matter_open(f, elena(f), "A fence");

	fixture_ok(desk_acknowledge(f->desk, request_id, "slip", &err));
	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_acknowledge(f->desk, request_id, "letter", &err));
	take_back(f, "to be acknowledged");
	paper_sum_up(f, today, today, &summary);
	assert_int_equal(summary.acknowledged_counter.same_day, 1);
	summary_release(&summary);
	take_back(f, "to be acknowledged");
	paper_sum_up(f, today, today, &summary);
	assert_int_equal(summary.acknowledged_counter.same_day, 0);
	summary_release(&summary);
}

static void what_was_told_is_to_tell_again_with_its_receipt(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary summary;
	struct str text = STR_INIT;
	int64_t request_id = matter_open(f, elena(f), "A fence");

	fixture_ok(
	    desk_resolve_request(f->desk, request_id, "It is approved", &err));
	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(
	    desk_tell(f->desk, first_to_tell(f), "Said thank you", &err));
	paper_sum_up(f, today, today, &summary);
	assert_int_equal(summary.to_tell, 0);
	assert_int_equal(summary.acknowledged_counter.same_day, 1);
	summary_release(&summary);
	take_back(f, "still to be told");
	paper_sum_up(f, today, today, &summary);
	assert_int_equal(summary.to_tell, 1);
	assert_int_equal(summary.acknowledged_counter.same_day, 0);
	summary_release(&summary);
	history(f, request_id, &text);
	matter_has(str_text(&text), "told: Said thank you – taken back");
	matter_has(str_text(&text), "to tell: It is approved");
	str_release(&text);
}

static void what_was_resolved_is_open_and_not_to_tell(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct summary summary;
	struct str text = STR_INIT;
	int64_t request_id = matter_open(f, elena(f), "A fence");

	fixture_ok(
	    desk_resolve_request(f->desk, request_id, "It is approved", &err));
	paper_sum_up(f, today, today, &summary);
	assert_int_equal(summary.to_tell, 1);
	assert_int_equal(summary.touches_n, 1);
	summary_release(&summary);
	take_back(f, "is open again.");
	assert_int_equal(count(f, LIST_OPEN), 1);
	assert_int_equal(count(f, LIST_TO_TELL), 0);
	paper_sum_up(f, today, today, &summary);
	assert_int_equal(summary.to_tell, 0);
	assert_int_equal(summary.touches_n, 0);
	assert_int_equal(summary.contacts_n, 0);
	summary_release(&summary);
	history(f, request_id, &text);
	matter_has(str_text(&text), "It is approved – taken back");
	matter_has(str_text(&text), "not to tell after all");
	str_release(&text);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM request"
					   " WHERE result = 'opened'"),
			 1);
}

static void a_result_that_was_told_keeps_its_request_resolved(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");

	fixture_ok(
	    desk_resolve_request(f->desk, request_id, "It is approved", &err));
	fixture_ok(
	    desk_tell(fixture_desk2(f), first_to_tell(f), "called", &err));
	refused(f, ERROR_CONFLICT);
	assert_int_equal(count(f, LIST_OPEN), 0);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM resolution"
					   " WHERE taken_back_at IS NULL"),
			 1);
}

static void tomorrow_and_for_somebody_else_it_is_too_late(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");

	fixture_ok(desk_acknowledge(f->desk, request_id, "slip", &err));
	fixture_pass(f, 24 * CLOCK_HOUR);
	refused(f, ERROR_DENIED);
	fixture_ok(desk_acknowledge(f->desk, request_id, "letter", &err));
	fixture_sign_in(f, FIXTURE_CHEN);
	refused(f, ERROR_NOT_FOUND);
}

static void not_reached_it_stays_on_the_list_with_the_attempt(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct list_page page;
	struct str text = STR_INIT;
	int64_t request_id = matter_open(f, elena(f), "A fence");
	int64_t id;

	fixture_ok(
	    desk_resolve_request(f->desk, request_id, "It is approved", &err));
	id = first_to_tell(f);
	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_not_reached(f->desk, id, "No answer", &err));
	fixture_pass(f, CLOCK_HOUR);
	fixture_ok(desk_not_reached(f->desk, id, NULL, &err));
	fixture_ok(desk_read_list(f->desk, LIST_TO_TELL, 20, &page, &err));
	assert_int_equal(page.count, 1);
	matter_has(page.rows[0].more,
		   "tried 2 times, last Mon Nov 23, 3:15 pm");
	list_page_release(&page);
	history(f, request_id, &text);
	matter_has(str_text(&text), "could not be reached: No answer");
	take_back(f, "still to be told");
	fixture_ok(desk_read_list(f->desk, LIST_TO_TELL, 20, &page, &err));
	matter_has(page.rows[0].more, "tried once, Mon Nov 23, 2:15 pm");
	list_page_release(&page);
	fixture_ok(desk_tell(f->desk, id, NULL, &err));
	fixture_refused(desk_not_reached(f->desk, id, NULL, &err),
			ERROR_CONFLICT);
	str_release(&text);
}

static void a_visit_about_it_tells_it_and_reopened_it_did_not(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit = {0};
	struct earlier_answer_list earlier = {0};
	int64_t who = elena(f);
	int64_t request_id = matter_open(f, who, "A fence");

	fixture_ok(
	    desk_resolve_request(f->desk, request_id, "It is approved", &err));
	fixture_pass(f, CLOCK_MINUTE);
	visit_add_person(&visit, who, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_begin_visit(f->desk, &visit, desk_now(f->desk), &err));
	fixture_ok(desk_take_up_request(
	    f->desk, request_id, visit_add_contact(&visit), &earlier, &err));
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	assert_int_equal(count(f, LIST_TO_TELL), 0);
	fixture_ok(desk_reopen_visit(f->desk, visit.visit_id, &err));
	assert_int_equal(count(f, LIST_TO_TELL), 1);
	earlier_answer_list_release(&earlier);
	visit_release(&visit);
}

static void the_clock_goes_on_while_it_is_done_and_taken_back(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");
	int64_t id = promised(f, request_id, "4pm");

	f->clock.tick = 1;
	fixture_ok(desk_keep_promise(f->desk, id, "Called", &err));
	take_back(f, "is open again");
	fixture_ok(desk_renew_promise(f->desk, id, "friday", NULL, &err));
	take_back(f, "is promised for Mon Nov 23 again.");
	fixture_ok(desk_withdraw_promise(f->desk, id, "no plan", &err));
	take_back(f, "is open again");
	fixture_ok(desk_withdraw_promise(f->desk, id, "no plan", &err));
	fixture_ok(desk_acknowledge(f->desk, request_id, "slip", &err));
	take_back(f, "to be acknowledged");
	fixture_ok(
	    desk_resolve_request(f->desk, request_id, "It is approved", &err));
	take_back(f, "is open again.");
	fixture_ok(
	    desk_resolve_request(f->desk, request_id, "It is approved", &err));
	id = first_to_tell(f);
	fixture_ok(desk_not_reached(f->desk, id, "No answer", &err));
	take_back(f, "still to be told");
	fixture_ok(desk_tell(f->desk, first_to_tell(f), NULL, &err));
	take_back(f, "still to be told");
	assert_int_equal(fixture_number(f,
					"SELECT COUNT(*) FROM request WHERE"
					" first_acknowledged_at IS NOT NULL"),
			 0);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_kept_promise_is_open_again_and_no_figure_knows),
	    T(a_promise_made_anew_was_never_due_on_its_other_day),
	    T(what_went_on_meanwhile_is_not_taken_back),
	    T(two_things_are_taken_back_the_last_one_first),
	    T(an_acknowledgement_before_it_still_stands),
	    T(what_was_told_is_to_tell_again_with_its_receipt),
	    T(what_was_resolved_is_open_and_not_to_tell),
	    T(a_result_that_was_told_keeps_its_request_resolved),
	    T(tomorrow_and_for_somebody_else_it_is_too_late),
	    T(not_reached_it_stays_on_the_list_with_the_attempt),
	    T(a_visit_about_it_tells_it_and_reopened_it_did_not),
	    T(the_clock_goes_on_while_it_is_done_and_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
