/*
 * test_visitor_slip.c - what a visitor takes home, on both widths of paper; all
 * people in it are invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "frontdesk/report/slip.h"
#include "frontdesk/report/visitor_slip.h"
#include "printed.h"

#define NOW INT64_C(1795472040000) /* Mon Nov 23 2026, 2:14 pm */
#define DUE INT64_C(1795827600000) /* Fri Nov 27 2026, 5:00 pm */

static const int widths[] = {SLIP_COLUMNS, SLIP_NARROW, 32};

static struct slip_promise promises[] = {
    {
	.promise_id = 1,
	.what = "Call about the plan check",
	.due_at = DUE,
	.by = {"Mr. Osei", "Planning", "951-555-0130", "Window 4"},
    },
    {
	.promise_id = 2,
	.what = "Send the form",
	.due_at = DUE + 86400000,
	.by = {"Ms. Weber", "Customer Care", "951-555-0115", NULL},
    },
};

static struct visitor_slip sample(void)
{
	return (struct visitor_slip){
	    .reference = "R-4K7-2M9X",
	    .topic = "Fence permit",
	    .contact = "permits.vallealto.example",
	    .other_ways = "Online, or by mail",
	    .received_on = {"2026-11-23"},
	    .state = REQUEST_OPEN,
	    .owner = {"Ms. Ruiz", "Customer Care", "951-555-0115", NULL},
	    .handler = {NULL, "Planning", "951-555-0130", "Window 4"},
	    .city = "Valle Alto",
	    .site = "City Hall",
	    .hours = "Monday to Thursday: 8:00 am to 5:00 pm\n"
		     "Friday: 8:00 am to 12:00 pm",
	    .zone = "America/Los_Angeles",
	    .at = NOW,
	};
}

static struct visitor_slip passed_on(void)
{
	struct visitor_slip slip = sample();

	slip.passed = (struct slip_passing){
	    .handoff_id = 1,
	    .to = {NULL, "Planning", "951-555-0130", "Window 4"},
	    .state = HANDOFF_OFFERED,
	    .at = NOW,
	};
	return slip;
}

static void a_request_goes_home_with_its_reference(void **state)
{
	const struct visitor_slip slip = sample();
	struct str text = STR_INIT;

	(void)state;
	visitor_slip_format(&slip, SLIP_OF_REQUEST, 0, SLIP_NARROW, &text);
	printed_has(&text, "Valle Alto\nCity Hall\n-----");
	printed_has(&text, "\nYOUR REQUEST\n\n"
			   "                R-4K7-2M9X\n\n"
			   "About: Fence permit\n"
			   "Received: Monday, November 23, 2026\n");
	printed_has(&text, "WHAT HAPPENS NEXT\nIt is with Ms. Ruiz, Customer "
			   "Care.\n");
	printed_has(&text, "By telephone: 951-555-0115 (Customer Care)\n");
	printed_has(&text, "For this topic: permits.vallealto.example\n");
	printed_has(&text, "In person: City Hall\n"
			   "    Monday to Thursday: 8:00 am to 5:00 pm\n"
			   "    Friday: 8:00 am to 12:00 pm\n");
	printed_has(&text, "Other ways: Online, or by mail\n");
	printed_has(&text,
		    "As it stood on Monday, November 23, 2026,\n2:14 pm.\n");
	str_release(&text);
}

static void a_number_is_not_parted_from_what_it_counts(void **state)
{
	struct visitor_slip slip = sample();
	struct str text = STR_INIT;

	(void)state;
	slip.site = "City Hall, Lobby, Windows 1 to 6";
	slip.hours = "Every Tuesday and Thursday, 8:00 am to 5:00 pm";
	visitor_slip_format(&slip, SLIP_OF_REQUEST, 0, SLIP_NARROW, &text);
	printed_has(&text, "In person: City Hall, Lobby,\n"
			   "    Windows 1 to 6\n"
			   "    Every Tuesday and Thursday, 8:00 am\n");
	printed_fits(&text, SLIP_NARROW);
	str_release(&text);
}

static void what_is_promised_stands_with_its_hour_in_full(void **state)
{
	struct visitor_slip slip = sample();
	struct str text = STR_INIT;

	(void)state;
	slip.promises = promises;
	slip.promise_count = 2;
	visitor_slip_format(&slip, SLIP_OF_PROMISE, 2, SLIP_COLUMNS, &text);
	printed_has(&text, "\nWHAT WE PROMISED YOU\n");
	printed_has(&text,
		    "\n\n                                   R-4K7-2M9X\n\n");
	printed_has(&text, "What: Send the form\n"
			   "By when: Saturday, November 28, 2026, 5:00 pm\n"
			   "Who: Ms. Weber, Customer Care\n");
	printed_has(&text, "By telephone: 951-555-0115 (Customer Care)\n");
	printed_has_not(&text, "plan check");
	str_clear(&text);
	/* On any other slip, all of them. */
	visitor_slip_format(&slip, SLIP_OF_REQUEST, 0, SLIP_COLUMNS, &text);
	printed_has(&text, "We promised:\n\nWhat: Call about the plan check\n"
			   "By when: Friday, November 27, 2026, 5:00 pm\n");
	printed_has(&text, "What: Send the form\n");
	printed_has(&text, "951-555-0130 (Planning)");
	str_release(&text);
}

static void a_hand_off_says_where_it_is_now(void **state)
{
	struct visitor_slip slip = passed_on();
	struct str text = STR_INIT;

	(void)state;
	visitor_slip_format(&slip, SLIP_OF_HANDOFF, 0, SLIP_COLUMNS, &text);
	printed_has(&text, "YOUR REQUEST IS PASSED ON\n");
	printed_has(&text,
		    "We passed it on to Planning on Monday, November 23, "
		    "2026.\nEverything that you told us goes along.\n");
	printed_has(&text, "By telephone: 951-555-0130 (Planning)\n");
	printed_has(&text, "In person: City Hall, Window 4\n");
	str_clear(&text);
	slip.passed.state = HANDOFF_ACCEPTED;
	slip.passed.to.person = "Mr. Osei";
	slip.promises = promises;
	slip.promise_count = 1;
	visitor_slip_format(&slip, SLIP_OF_HANDOFF, 0, SLIP_COLUMNS, &text);
	printed_has(&text,
		    "Mr. Osei, Planning took it over on Monday, November "
		    "23, 2026.\n");
	printed_has(&text, "By when: Friday, November 27, 2026, 5:00 pm\n");
	str_release(&text);
}

static void what_came_of_it_is_taken_home(void **state)
{
	struct visitor_slip slip = sample();
	struct str text = STR_INIT;

	(void)state;
	slip.state = REQUEST_RESOLVED;
	slip.result = slip.told = RESULT_COME_BACK;
	slip.result_text = "A site plan\nAn ID";
	visitor_slip_format(&slip, SLIP_OF_REQUEST, 0, SLIP_NARROW, &text);
	printed_has(&text, "WHAT CAME OF IT\nPlease come back with:\n"
			   "  A site plan\n  An ID\n");
	str_clear(&text);
	slip.result = slip.told = RESULT_COULD_NOT;
	slip.alternative = "A fence of up to 3 ft needs only the form";
	slip.appeal = "In writing within 10 days";
	visitor_slip_format(&slip, SLIP_OF_REQUEST, 0, SLIP_COLUMNS, &text);
	printed_has(&text,
		    "We could not do it.\nWhat else there is:\n  A fence");
	printed_has(&text, "Who can look at it again:\n  In writing");
	/* The reason was said to them; the paper may be found by others. */
	printed_has_not(&text, "site plan");
	str_clear(&text);
	/* Done since, outside a visit. */
	slip.result = RESULT_ANSWERED;
	visitor_slip_format(&slip, SLIP_OF_REQUEST, 0, SLIP_COLUMNS, &text);
	printed_has(&text, "WHAT CAME OF IT\nIt is done.\n---");
	str_release(&text);
}

static void
an_hour_that_has_passed_is_not_handed_out_as_if_it_had_not(void **state)
{
	struct visitor_slip slip = sample();
	struct str text = STR_INIT;

	(void)state;
	slip.promises = promises;
	slip.promise_count = 1;
	slip.at = DUE + 60000;
	visitor_slip_format(&slip, SLIP_OF_PROMISE, 1, SLIP_COLUMNS, &text);
	printed_has(&text,
		    "This hour has passed. We are sorry; please ask us.\n");
	str_release(&text);
}

static void what_to_bring_is_taken_home_while_it_stays_open(void **state)
{
	struct visitor_slip slip = passed_on();
	struct str text = STR_INIT;

	(void)state;
	slip.told = RESULT_COME_BACK;
	slip.result_text = "A site plan";
	visitor_slip_format(&slip, SLIP_OF_REQUEST, 0, SLIP_COLUMNS, &text);
	printed_has(&text, "We passed it on to Planning on");
	printed_has(&text, "Please come back with:\n  A site plan\n");
	str_release(&text);
}

static void digits_that_look_like_letters_are_named(void **state)
{
	struct visitor_slip slip = sample();
	struct str text = STR_INIT;

	(void)state;
	visitor_slip_format(&slip, SLIP_OF_REQUEST, 0, SLIP_COLUMNS, &text);
	printed_has_not(&text, "are digits");
	str_clear(&text);
	slip.reference = "R-4K0-2M1X";
	visitor_slip_format(&slip, SLIP_OF_REQUEST, 0, SLIP_NARROW, &text);
	printed_has(&text, "0 and 1 in it are digits, not letters.\n");
	str_release(&text);
}

/* Names in many scripts, one word without an end, and what would break out. */
static void whatever_is_written_stays_within_its_width(void **state)
{
	static char endless[161];
	struct slip_promise promise = {
	    .promise_id = 1,
	    .what = "look\x1b[2J\r\nFROM: nobody \xe2\x80\xae"
		    "b",
	    .due_at = DUE,
	    .by = {"Bà Nguyễn Thị Phương Thảo", "الخدمات العامة والتخطيط",
		   "951-555-0130", "窓口4 市役所本館一階 都市計画課"},
	};
	struct visitor_slip slip = passed_on();

	(void)state;
	memset(endless, 'x', sizeof(endless) - 1);
	slip.passed.to.person = "王小明先生";
	slip.owner.person = "김하늘 선생님";
	slip.topic = endless;
	slip.contact = endless;
	slip.promises = &promise;
	slip.promise_count = 1;
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
		for (int kind = 0; kind <= SLIP_OF_PROMISE; kind++) {
			struct str text = STR_INIT;

			visitor_slip_format(&slip, (enum slip_kind)kind, 0,
					    widths[i], &text);
			printed_fits(&text, widths[i]);
			printed_has(&text, "Phương");
			printed_has(&text, "العامة");
			assert_null(strchr(str_text(&text), '\x1b'));
			assert_null(strchr(str_text(&text), '\r'));
			printed_has_not(&text, "\nFROM: nobody");
			printed_has_not(&text, "\xe2\x80\xae");
			str_release(&text);
		}
}

static void what_is_not_known_has_no_line(void **state)
{
	struct visitor_slip slip = {
	    .reference = "R-4K7-2M9X",
	    .state = REQUEST_DRAFT,
	    .zone = "America/Los_Angeles",
	    .at = NOW,
	};
	struct str text = STR_INIT;

	(void)state;
	visitor_slip_format(&slip, SLIP_OF_REQUEST, 0, SLIP_COLUMNS, &text);
	printed_has(&text, "We have received it.\n");
	printed_has_not(&text, "About:");
	printed_has_not(&text, "By telephone:");
	printed_has_not(&text, "In person:");
	printed_has_not(&text, "(null)");
	str_release(&text);
}

static void there_is_no_slip_of_what_is_not_so(void **state)
{
	struct visitor_slip slip = sample();
	struct error err = {0};

	(void)state;
	assert_true(visitor_slip_check(&slip, SLIP_OF_REQUEST, 0, &err));
	assert_false(visitor_slip_check(&slip, SLIP_OF_HANDOFF, 0, &err));
	assert_int_equal(err.code, ERROR_NOT_FOUND);
	assert_false(visitor_slip_check(&slip, SLIP_OF_PROMISE, 0, &err));
	assert_int_equal(visitor_slip_likeliest(&slip), SLIP_OF_REQUEST);
	slip = passed_on();
	assert_int_equal(visitor_slip_likeliest(&slip), SLIP_OF_HANDOFF);
	slip.promises = promises;
	slip.promise_count = 1;
	assert_int_equal(visitor_slip_likeliest(&slip), SLIP_OF_PROMISE);
	assert_true(visitor_slip_check(&slip, SLIP_OF_PROMISE, 1, &err));
	/* Settled meanwhile. */
	assert_false(visitor_slip_check(&slip, SLIP_OF_PROMISE, 2, &err));
	assert_int_equal(err.code, ERROR_NOT_FOUND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_request_goes_home_with_its_reference),
	    cmocka_unit_test(a_number_is_not_parted_from_what_it_counts),
	    cmocka_unit_test(what_is_promised_stands_with_its_hour_in_full),
	    cmocka_unit_test(a_hand_off_says_where_it_is_now),
	    cmocka_unit_test(what_came_of_it_is_taken_home),
	    cmocka_unit_test(what_to_bring_is_taken_home_while_it_stays_open),
	    cmocka_unit_test(
		an_hour_that_has_passed_is_not_handed_out_as_if_it_had_not),
	    cmocka_unit_test(digits_that_look_like_letters_are_named),
	    cmocka_unit_test(whatever_is_written_stays_within_its_width),
	    cmocka_unit_test(what_is_not_known_has_no_line),
	    cmocka_unit_test(there_is_no_slip_of_what_is_not_so),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
