/*
 * test_taking_back_visit.c - what was done in a visit by mistake is taken
 * back: a promise, a colleague, the visit that was voided
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"
#include "paper.h"
#include "store/recount.h"

static const struct day today = {"2026-11-23"};

/* Every total of every day in one number, after they were counted anew. */
static int64_t figures(struct fixture *f)
{
	struct error err = {0};

	fixture_ok(recount_check(fixture_db(f), &err));
	return fixture_number(
	    f, "SELECT coalesce(sum(n * (length(figure) * 31 + length(part) * 7"
	       " + unicode(figure) + unicode(part || '.') + length(day))), 0)"
	       " FROM day_total");
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

static void begin(struct fixture *f, struct visit *out)
{
	matter_begin(f, f->desk, fixture_resident(f, "Ms.", "Elena", "Alvarez"),
		     FIXTURE_FENCE, "A fence", out);
}

static int64_t promise(struct fixture *f, int64_t request_id)
{
	struct error err = {0};
	int64_t id;

	fixture_ok(desk_make_promise(f->desk, request_id, "Plan check", "4pm",
				     0, &id, &err));
	return id;
}

static void what_happened(struct fixture *f, int64_t request_id,
			  struct str *out)
{
	struct error err = {0};
	struct timeline timeline;

	str_clear(out);
	fixture_ok(desk_read_request(f->desk, request_id, &timeline, &err));
	for (size_t i = 0; i < timeline.requests[0].entry_count; i++)
		str_addf(out, "%s\n", timeline.requests[0].entries[i].text);
	timeline_release(&timeline);
}

static void a_promise_made_by_mistake_was_never_due(void **state)
{
	struct fixture *f = *state;
	struct summary summary;
	struct str text = STR_INIT;
	struct visit visit;
	int64_t before, request_id;

	begin(f, &visit);
	request_id = visit.contacts[0].request_id;
	before = figures(f);
	promise(f, request_id);
	assert_true(figures(f) != before);
	take_back(f, "“Plan check” is not promised.");
	/* The request is a draft again, which counts nowhere. */
	assert_int_equal(figures(f), before);
	what_happened(f, request_id, &text);
	matter_has(str_text(&text), "Plan check, by Mon Nov 23 – taken back");
	str_release(&text);
	fixture_pass(f, CLOCK_MINUTE);
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	figures(f);
	paper_sum_up(f, today, today, &summary);
	assert_int_equal(summary.promises_due, 0);
	assert_int_equal(summary.first_contact_resolved, 1);
	summary_release(&summary);
	visit_release(&visit);
}

static void what_the_promise_opened_is_resolved_again_on_its_day(void **state)
{
	struct fixture *f = *state;
	struct visit visit;
	int64_t before;

	begin(f, &visit);
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	before = figures(f);
	fixture_pass(f, 24 * CLOCK_HOUR);
	promise(f, visit.contacts[0].request_id);
	assert_true(figures(f) != before);
	take_back(f, "is not promised");
	assert_int_equal(figures(f), before);
	assert_int_equal(
	    fixture_number(f, "SELECT count(*) FROM request WHERE state ="
			      " 'resolved' AND resolved_on = '2026-11-23'"),
	    1);
	visit_release(&visit);
}

static void one_of_two_promises_leaves_the_request_open(void **state)
{
	struct fixture *f = *state;
	struct visit visit;

	begin(f, &visit);
	promise(f, visit.contacts[0].request_id);
	fixture_pass(f, CLOCK_MINUTE);
	promise(f, visit.contacts[0].request_id);
	take_back(f, "is not promised");
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM request WHERE"
					   " state = 'open'"),
			 1);
	take_back(f, "is not promised");
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM request WHERE"
					   " state = 'draft'"),
			 1);
	visit_release(&visit);
}

static void a_promise_that_was_kept_since_is_kept(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;
	int64_t id;

	begin(f, &visit);
	id = promise(f, visit.contacts[0].request_id);
	fixture_ok(desk_keep_promise(fixture_desk2(f), id, "Done", &err));
	refused(f, ERROR_CONFLICT);
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM promise WHERE"
					   " state = 'kept'"),
			 1);
	visit_release(&visit);
}

static void a_promise_that_went_to_a_colleague_is_theirs(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;
	int64_t handoff_id;

	begin(f, &visit);
	promise(f, visit.contacts[0].request_id);
	handoff_id =
	    matter_offer(f->desk, visit.contacts[0].request_id, visit.visit_id,
			 f->staff[FIXTURE_CHEN], 0, "Check the plan");
	fixture_ok(desk_accept_handoff(fixture_desk2(f), handoff_id, "Check it",
				       "tomorrow", &err));
	refused(f, ERROR_CONFLICT);
	visit_release(&visit);
}

static void a_colleague_noted_by_mistake_took_no_part(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct str text = STR_INIT;
	struct visit visit;
	int64_t request_id, before;

	begin(f, &visit);
	request_id = visit.contacts[0].request_id;
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	before = figures(f);
	fixture_ok(desk_join_visit(f->desk, visit.visit_id, request_id,
				   f->staff[FIXTURE_CHEN], &err));
	assert_true(figures(f) != before);
	take_back(f, "Mr. Chen did not join.");
	assert_int_equal(figures(f), before);
	what_happened(f, request_id, &text);
	matter_has(str_text(&text), "came to the window – taken back");
	str_release(&text);
	/* Noted once more, it is as the first time. */
	fixture_ok(desk_join_visit(f->desk, visit.visit_id, request_id,
				   f->staff[FIXTURE_CHEN], &err));
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM joining"
					   " WHERE taken_back_at IS NULL"),
			 1);
	visit_release(&visit);
}

static void a_colleague_who_did_something_else_took_part(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;
	int64_t request_id;

	begin(f, &visit);
	request_id = visit.contacts[0].request_id;
	matter_finish(f->desk, &visit, RESULT_OPENED);
	fixture_ok(desk_join_visit(f->desk, visit.visit_id, request_id,
				   f->staff[FIXTURE_CHEN], &err));
	fixture_ok(
	    desk_acknowledge(fixture_desk2(f), request_id, "slip", &err));
	take_back(f, "did not join");
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM touch"), 2);
	visit_release(&visit);
}

static void a_colleague_who_is_there_already_is_not_taken_back(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;

	begin(f, &visit);
	for (int i = 0; i < 2; i++)
		fixture_ok(desk_join_visit(f->desk, visit.visit_id,
					   visit.contacts[0].request_id,
					   f->staff[FIXTURE_CHEN], &err));
	take_back(f, "did not join");
	refused(f, ERROR_NOT_FOUND);
	visit_release(&visit);
}

/* Voided and taken back: every figure is what it was. */
static void void_and_back(struct fixture *f, int64_t visit_id, const char *says)
{
	struct error err = {0};
	int64_t before = figures(f);

	fixture_ok(desk_void_visit(f->desk, visit_id, "the wrong one", &err));
	assert_true(figures(f) != before);
	fixture_pass(f, CLOCK_MINUTE);
	take_back(f, says);
	assert_int_equal(figures(f), before);
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM visit"
					   " WHERE voided_at IS NOT NULL"),
			 0);
}

static void a_voided_visit_counts_again_with_all_that_came_of_it(void **state)
{
	static const enum result results[] = {RESULT_ANSWERED, RESULT_GIVEN,
					      RESULT_OPENED, RESULT_COULD_NOT};
	struct fixture *f = *state;

	for (size_t i = 0; i < MEM_COUNT(results); i++) {
		struct visit visit;

		begin(f, &visit);
		visit.contacts[0].is_read_out = true;
		mem_replace(&visit.contacts[0].result_text, "the reason");
		matter_finish(f->desk, &visit, results[i]);
		fixture_pass(f, CLOCK_MINUTE);
		void_and_back(f, visit.visit_id, "counts again");
		visit_release(&visit);
	}
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM request WHERE"
					   " first_acknowledged_at IS NULL"),
			 0);
}

static void what_the_voided_visit_told_is_told_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct earlier_answer_list earlier;
	struct visit first, visit = {0};

	begin(f, &first);
	matter_finish(f->desk, &first, RESULT_OPENED);
	fixture_ok(desk_resolve_request(f->desk, first.contacts[0].request_id,
					"It is approved", &err));
	fixture_pass(f, CLOCK_MINUTE);
	visit_add_person(&visit, first.people[0].resident_id, 0,
			 PART_THEMSELVES, NULL);
	fixture_ok(desk_begin_visit(f->desk, &visit, 0, &err));
	fixture_ok(desk_take_up_request(f->desk, first.contacts[0].request_id,
					visit_add_contact(&visit), &earlier,
					&err));
	earlier_answer_list_release(&earlier);
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM told"
					   " WHERE told_at IS NULL"),
			 0);
	fixture_pass(f, CLOCK_MINUTE);
	void_and_back(f, visit.visit_id, "counts again");
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM told WHERE"
					   " told_at IS NOT NULL"
					   " AND told_by IS NOT NULL"),
			 1);
	visit_release(&first);
	visit_release(&visit);
}

static void voided_while_it_was_aside_it_is_aside_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit, again;
	char *form;

	begin(f, &visit);
	fixture_ok(
	    desk_put_aside(f->desk, &visit, "{\"words\":\"half\"}", &err));
	fixture_pass(f, CLOCK_MINUTE);
	void_and_back(f, visit.visit_id, "is put aside again.");
	fixture_ok(desk_take_up(f->desk, visit.visit_id, &again, &form, &err));
	assert_string_equal(form, "{\"words\":\"half\"}");
	matter_finish(f->desk, &again, RESULT_ANSWERED);
	figures(f);
	free(form);
	visit_release(&visit);
	visit_release(&again);
}

static void voided_while_they_waited_they_wait_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct line line;
	int64_t visit_id, called;

	fixture_ok(desk_join_line(f->desk, 0, 0, f->topics[FIXTURE_DOG], NULL,
				  &visit_id, &err));
	fixture_pass(f, CLOCK_MINUTE);
	void_and_back(f, visit_id, "is in line again.");
	fixture_ok(desk_line(f->desk, &line, &err));
	assert_int_equal(line.waiting_count, 1);
	line_release(&line);
	fixture_ok(desk_call(f->desk, 0, &called, &err));
	assert_int_equal(called, visit_id);
	figures(f);
}

static void what_was_done_last_is_taken_back_first(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;
	int64_t seen;

	begin(f, &visit);
	assert_int_equal(desk_last_act(f->desk), 0);
	promise(f, visit.contacts[0].request_id);
	seen = desk_last_act(f->desk);
	fixture_ok(desk_join_visit(f->desk, visit.visit_id,
				   visit.contacts[0].request_id,
				   f->staff[FIXTURE_CHEN], &err));
	assert_true(desk_last_act(f->desk) > seen);
	take_back(f, "did not join");
	assert_int_equal(desk_last_act(f->desk), seen);
	take_back(f, "is not promised");
	assert_int_equal(desk_last_act(f->desk), 0);
	visit_release(&visit);
}

static void whoever_left_by_mistake_is_in_line_or_aside_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;
	int64_t waiting, called, before;

	fixture_ok(desk_join_line(f->desk, 0, 0, 0, "a dog", &waiting, &err));
	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_call(f->desk, waiting, &called, &err));
	before = figures(f);
	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_left(f->desk, waiting, &err));
	assert_int_not_equal(figures(f), before);
	take_back(f, "is in line again");
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM visit"
					   " WHERE state = 'waiting'"),
			 1);
	/* With everything typed, where it was being served. */
	begin(f, &visit);
	fixture_ok(desk_put_aside(f->desk, &visit, "{\"a\":1}", &err));
	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_left(f->desk, visit.visit_id, &err));
	take_back(f, "is put aside again");
	assert_int_equal(
	    fixture_number(f, "SELECT count(*) FROM draft WHERE form <> ''"),
	    1);
	/* What somebody else changed since stays as it is. */
	fixture_ok(desk_left(f->desk, visit.visit_id, &err));
	fixture_ok(desk_reopen_visit(f->desk, visit.visit_id, &err));
	refused(f, ERROR_CONFLICT);
	visit_release(&visit);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_promise_made_by_mistake_was_never_due),
	    T(what_the_promise_opened_is_resolved_again_on_its_day),
	    T(one_of_two_promises_leaves_the_request_open),
	    T(a_promise_that_was_kept_since_is_kept),
	    T(a_promise_that_went_to_a_colleague_is_theirs),
	    T(a_colleague_noted_by_mistake_took_no_part),
	    T(a_colleague_who_did_something_else_took_part),
	    T(a_colleague_who_is_there_already_is_not_taken_back),
	    T(a_voided_visit_counts_again_with_all_that_came_of_it),
	    T(what_the_voided_visit_told_is_told_again),
	    T(voided_while_it_was_aside_it_is_aside_again),
	    T(voided_while_they_waited_they_wait_again),
	    T(whoever_left_by_mistake_is_in_line_or_aside_again),
	    T(what_was_done_last_is_taken_back_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
