/*
 * test_visitor_slip.c - what a visitor takes home, and that it was printed; all
 * people in it are invented
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/desk/visitor_slip.h"
#include "frontdesk/report/visitor_slip.h"
#include "matter.h"

#define SLIPS "SELECT count(*) FROM acknowledgement WHERE how = 'slip'"
#define STANDING                                                               \
	"SELECT count(*) FROM acknowledgement WHERE taken_back_at IS NULL"

/* Its reference was not read out at F9: nobody has acknowledged it. */
static int64_t opened(struct fixture *f)
{
	return matter_open(f, fixture_resident(f, "Ms.", "Elena", "Alvarez"),
			   "A taller fence, and do not tell my neighbour");
}

static struct visitor_slip read_slip(struct desk *desk, int64_t request_id)
{
	struct visitor_slip slip;
	struct error err = {0};

	fixture_ok(desk_read_slip(desk, request_id, &slip, &err));
	return slip;
}

static int to_acknowledge(struct fixture *f)
{
	struct yours yours;
	struct error err = {0};

	fixture_ok(desk_yours(f->desk, &yours, &err));
	return yours.to_acknowledge;
}

static void a_printed_slip_acknowledges_by_whoever_printed_it(void **state)
{
	struct fixture *f = *state;
	int64_t request_id = opened(f);
	struct error err = {0};
	bool acknowledges;

	assert_int_equal(to_acknowledge(f), 1);
	fixture_sign_in(f, FIXTURE_CHEN);
	fixture_ok(desk_note_slip(f->desk, request_id, &acknowledges, &err));
	assert_true(acknowledges);
	assert_int_equal(to_acknowledge(f), 0);
	assert_int_equal(fixture_number(f, SLIPS), 1);
	assert_int_equal(fixture_number(f, "SELECT staff_id FROM"
					   " acknowledgement"),
			 f->staff[FIXTURE_CHEN]);
	/* A second one is paper, and no second acknowledgement. */
	fixture_ok(desk_note_slip(f->desk, request_id, &acknowledges, &err));
	assert_false(acknowledges);
	assert_int_equal(fixture_number(f, SLIPS), 1);
}

static void what_a_slip_acknowledged_is_taken_back(void **state)
{
	struct fixture *f = *state;
	int64_t request_id = opened(f);
	struct error err = {0};
	bool acknowledges;
	char *said;

	fixture_ok(desk_note_slip(f->desk, request_id, &acknowledges, &err));
	fixture_ok(desk_note_slip(f->desk, request_id, &acknowledges, &err));
	fixture_ok(desk_take_back(f->desk, &said, &err));
	matter_has(said, "the request is to be acknowledged");
	free(said);
	assert_int_equal(to_acknowledge(f), 1);
	assert_int_equal(fixture_number(f, STANDING), 0);
	/* The paper that acknowledged nothing left nothing to take back. */
	assert_false(desk_can_take_back(f->desk));
}

static void reading_a_slip_acknowledges_nothing(void **state)
{
	struct fixture *f = *state;
	int64_t request_id = opened(f);
	struct visitor_slip slip = read_slip(f->desk, request_id);

	assert_false(slip.is_acknowledged);
	visitor_slip_release(&slip);
	assert_int_equal(to_acknowledge(f), 1);
	assert_false(desk_can_take_back(f->desk));
}

/* lp of the test's own, first on PATH. */
static void put_lp(struct fixture *f, const char *body)
{
	char path[128], list[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/lp", f->dir);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\n%s\n", body);
	fclose(file);
	assert_int_equal(chmod(path, 0700), 0);
	snprintf(list, sizeof(list), "%s:/usr/bin:/bin", f->dir);
	assert_int_equal(setenv("PATH", list, 1), 0);
}

static void only_what_the_printer_took_acknowledges(void **state)
{
	struct fixture *f = *state;
	int64_t request_id = opened(f);
	struct visitor_slip slip = read_slip(f->desk, request_id);
	const struct slip_order order = {.form = {.columns = 42}};
	struct error err = {0};
	char job[PRINT_JOB_SIZE];
	bool acknowledges = true;

	put_lp(f, "cat >/dev/null\nexit 1");
	fixture_refused(visitor_slip_print(f->desk, &slip, &order, job,
					   &acknowledges, &err),
			ERROR_SYSTEM);
	assert_false(acknowledges);
	assert_int_equal(to_acknowledge(f), 1);
	put_lp(f, "cat >/dev/null\necho 'request id is slip-1 (1 file)'");
	fixture_ok(visitor_slip_print(f->desk, &slip, &order, job,
				      &acknowledges, &err));
	assert_string_equal(job, "slip-1");
	assert_true(acknowledges);
	assert_int_equal(to_acknowledge(f), 0);
	visitor_slip_release(&slip);
}

static void printed_before_f9_nothing_is_left_to_read_out(void **state)
{
	struct fixture *f = *state;
	struct visit visit;
	struct error err = {0};
	bool acknowledges, is_to_read_out;
	int64_t request_id;

	matter_begin(f, f->desk, 0, FIXTURE_FENCE, "A fence", &visit);
	request_id = visit.contacts[0].request_id;
	fixture_ok(desk_note_slip(f->desk, request_id, &acknowledges, &err));
	assert_true(acknowledges);
	fixture_ok(desk_is_to_read_out(f->desk, request_id, visit.visit_id,
				       RESULT_OPENED, &is_to_read_out, &err));
	assert_false(is_to_read_out);
	matter_finish(f->desk, &visit, RESULT_OPENED);
	visit_release(&visit);
	assert_int_equal(to_acknowledge(f), 0);
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM"
					   " acknowledgement"),
			 1);
}

static void it_says_who_has_it_and_by_when(void **state)
{
	struct fixture *f = *state;
	int64_t request_id = opened(f), handoff_id;
	struct visitor_slip slip;
	struct error err = {0};

	handoff_id =
	    matter_offer(f->desk, request_id, 0, 0,
			 f->departments[FIXTURE_PLANNING], "Mind the temper");
	slip = read_slip(f->desk, request_id);
	assert_string_equal(slip.passed.to.department, "Planning");
	assert_null(slip.passed.to.person);
	assert_int_equal(slip.passed.handoff_id, handoff_id);
	assert_int_equal(visitor_slip_likeliest(&slip), SLIP_OF_HANDOFF);
	visitor_slip_release(&slip);
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_accept_handoff(f->desk, handoff_id, "Check the plan",
				       "fri", &err));
	slip = read_slip(f->desk, request_id);
	assert_int_equal(slip.passed.state, HANDOFF_ACCEPTED);
	assert_int_equal(slip.promise_count, 1);
	assert_string_equal(slip.promises[0].what, "Check the plan");
	assert_string_equal(slip.promises[0].by.department, "Planning");
	assert_string_equal(slip.received_on.text, "2026-11-23");
	matter_has(slip.hours, "Monday to Friday: 8:00 am to 5:00 pm");
	assert_int_equal(visitor_slip_likeliest(&slip), SLIP_OF_PROMISE);
	visitor_slip_release(&slip);
}

static void what_was_returned_or_taken_back_is_on_no_slip(void **state)
{
	struct fixture *f = *state;
	int64_t request_id = opened(f), handoff_id, promise_id;
	struct visitor_slip slip;
	struct error err = {0};
	char *said;

	handoff_id = matter_offer(f->desk, request_id, 0,
				  f->staff[FIXTURE_OSEI], 0, "Check");
	fixture_ok(desk_make_promise(f->desk, request_id, "Call", "fri", 0,
				     &promise_id, &err));
	fixture_ok(desk_take_back(f->desk, &said, &err));
	free(said);
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(
	    desk_return_handoff(f->desk, handoff_id, "Zoning only", &err));
	slip = read_slip(f->desk, request_id);
	assert_int_equal(slip.passed.handoff_id, 0);
	assert_int_equal(slip.promise_count, 0);
	visitor_slip_release(&slip);
}

static void what_they_were_told_to_bring_stands_on_it(void **state)
{
	struct fixture *f = *state;
	struct visitor_slip slip;
	struct visit visit;

	matter_begin(f, f->desk, 0, FIXTURE_FENCE, "A fence", &visit);
	mem_replace(&visit.contacts[0].result_text, "A site plan");
	matter_finish(f->desk, &visit, RESULT_COME_BACK);
	slip = read_slip(f->desk, visit.contacts[0].request_id);
	assert_int_equal(slip.state, REQUEST_RESOLVED);
	assert_int_equal(slip.told, RESULT_COME_BACK);
	assert_string_equal(slip.result_text, "A site plan");
	visitor_slip_release(&slip);
	visit_release(&visit);
}

static void nothing_on_it_says_whose_it_is(void **state)
{
	struct fixture *f = *state;
	int64_t request_id = opened(f), promise_id;
	struct visitor_slip slip;
	struct error err = {0};

	matter_offer(f->desk, request_id, 0, f->staff[FIXTURE_OSEI], 0,
		     "Mind the temper");
	fixture_ok(desk_make_promise(f->desk, request_id, "Call back", "fri", 0,
				     &promise_id, &err));
	slip = read_slip(f->desk, request_id);
	for (int kind = 0; kind <= SLIP_OF_PROMISE; kind++) {
		struct str text = STR_INIT;

		visitor_slip_format(&slip, (enum slip_kind)kind, 0, 80, &text);
		matter_has(str_text(&text), "Call back");
		matter_has_not(str_text(&text), "Alvarez");
		matter_has_not(str_text(&text), "neighbour");
		matter_has_not(str_text(&text), "temper");
		str_release(&text);
	}
	visitor_slip_release(&slip);
}

static void a_slip_is_found_by_the_reference_of_a_request_alone(void **state)
{
	struct fixture *f = *state;
	int64_t request_id = opened(f);
	struct visitor_slip slip = read_slip(f->desk, request_id), found;
	struct error err = {0};

	fixture_ok(desk_find_slip(f->desk, slip.reference, &found, &err));
	assert_int_equal(found.request_id, request_id);
	visitor_slip_release(&found);
	fixture_refused(desk_find_slip(f->desk, "alvarez", &found, &err),
			ERROR_INVALID);
	fixture_refused(desk_read_slip(f->desk, 4711, &found, &err),
			ERROR_NOT_FOUND);
	visitor_slip_release(&slip);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_printed_slip_acknowledges_by_whoever_printed_it),
	    T(what_a_slip_acknowledged_is_taken_back),
	    T(reading_a_slip_acknowledges_nothing),
	    T(only_what_the_printer_took_acknowledges),
	    T(printed_before_f9_nothing_is_left_to_read_out),
	    T(it_says_who_has_it_and_by_when),
	    T(what_was_returned_or_taken_back_is_on_no_slip),
	    T(what_they_were_told_to_bring_stands_on_it),
	    T(nothing_on_it_says_whose_it_is),
	    T(a_slip_is_found_by_the_reference_of_a_request_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
