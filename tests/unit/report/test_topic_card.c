/*
 * test_topic_card.c - a topic's card for the visitor, on both widths of paper
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "frontdesk/report/topic_card.h"
#include "printed.h"

static const struct topic fence = {
    .name = "Fence permit",
    .department = "Planning",
    .bring = "site plan, ID",
    .fee = "$112, Window 4",
    .steps = "Fill in form P-12. Draw the fence on the site plan.\nPay.",
    .other_ways = "Online at permits.vallealto.example, or by mail",
    .alternative = "A fence of up to 3 ft needs only the form",
    .appeal = "In writing within 10 days",
    .contact = "951-555-0130",
    .also_asked = "May it be of straw?\n– No.\x1b[2J",
    .verified_on = {"2026-08-12"},
    .review_days = 180,
};

static void everything_for_the_visitor_stands_in_its_width(void **state)
{
	static const int widths[] = {80, 42};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct str text = STR_INIT;

		topic_card_format(&fence, "Valle Alto", day_make(2026, 11, 23),
				  widths[i], &text);
		printed_has(&text, "Fence permit\nValle Alto\nPlanning\n---");
		printed_has(&text, "What to bring\n  site plan, ID\n");
		printed_has(&text, "Fee\n  $112, Window 4\n");
		printed_has(&text, "\n  Pay.\n");
		printed_has(&text, "permits.vallealto.example");
		printed_has(&text, "Telephone\n  951-555-0130\n");
		printed_has(&text, "As of Wed Aug 12, 2026.");
		assert_null(strchr(str_text(&text), '\x1b'));
		printed_fits(&text, widths[i]);
		str_release(&text);
	}
}

static void a_stale_card_says_that_it_is_to_be_asked(void **state)
{
	struct str text = STR_INIT;

	(void)state;
	topic_card_format(&fence, NULL, day_make(2027, 11, 23), 80, &text);
	printed_has(&text, "Please ask by telephone whether it is still so.");
	str_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(everything_for_the_visitor_stands_in_its_width),
	    cmocka_unit_test(a_stale_card_says_that_it_is_to_be_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
