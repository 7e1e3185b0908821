/*
 * test_slip.c - a hand-off on paper: all of it, and nobody's words break out
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "frontdesk/report/slip.h"
#include "printed.h"

#define ZONE "America/Los_Angeles"
#define OFFERED INT64_C(1795472040000) /* Mon Nov 23 2026, 2:14 pm */

static struct handoff sample(void)
{
	return (struct handoff){
	    .reference = "R-4K7-2M9X",
	    .topic = "Fence permit",
	    .from = "A. Ruiz",
	    .to = "Planning",
	    .asked = "Please check the plan, and say when it will be done",
	    .context = "Who: Ms. Elena Alvarez\n"
		       "Address as: Ms. Alvarez\n"
		       "Language: español, needs an interpreter\n"
		       "They said: Where is the plan check? It was promised "
		       "for Friday, and nobody called.\n",
	    .offered_at = OFFERED,
	    .urgency = URGENCY_TODAY,
	    .manner = MANNER_WARM,
	};
}

static void what_means_danger_is_the_first_line(void **state)
{
	struct handoff handoff = sample();
	struct str slip = STR_INIT;

	(void)state;
	handoff.context = "DANGER: Do you smell gas? yes – Call 911.\n"
			  "Who: Ms. Elena Alvarez\n";
	slip_format(&handoff, "Mesa Alta", ZONE, 80, &slip);
	assert_int_equal(strncmp(str_text(&slip),
				 "DANGER: Do you smell gas? yes – Call "
				 "911.\n-----",
				 45),
			 0);
	printed_has(&slip, "\nWho: Ms. Elena Alvarez\n");
	if (strstr(str_text(&slip) + 1, "DANGER") != NULL)
		fail_msg("twice: %s", str_text(&slip));
	str_release(&slip);
}

static void everything_stands_on_the_slip(void **state)
{
	const struct handoff handoff = sample();
	struct str slip = STR_INIT;

	(void)state;
	slip_format(&handoff, "Mesa Alta", ZONE, SLIP_COLUMNS, &slip);
	printed_has(&slip, "HAND-OFF R-4K7-2M9X\nMesa Alta\n");
	printed_has(&slip,
		    "About: Fence permit\nFrom: A. Ruiz\nTo: Planning\n");
	printed_has(&slip, "Offered: Mon Nov 23  2:14 pm\n");
	printed_has(&slip, "How soon: today\nHow: in front of the visitor\n");
	printed_has(&slip, "ASKED\n  Please check the plan, and say when");
	printed_has(&slip, "Address as: Ms. Alvarez\n");
	printed_has(&slip, "Language: español, needs an interpreter\n");
	printed_has(&slip, "By when:\n");
	printed_fits(&slip, SLIP_COLUMNS);
	str_release(&slip);
}

static void a_receipt_printer_gets_narrow_lines(void **state)
{
	const struct handoff handoff = sample();
	struct str slip = STR_INIT;

	(void)state;
	slip_format(&handoff, "Mesa Alta", ZONE, SLIP_NARROW, &slip);
	printed_fits(&slip, SLIP_NARROW);
	printed_has(&slip, "They said: Where is the plan check? It was\n"
			   "    promised for Friday, and nobody\n"
			   "    called.\n");
	str_release(&slip);
}

static void what_was_read_back_stands_with_who_noted_it(void **state)
{
	struct handoff handoff = sample();
	struct str slip = STR_INIT;

	(void)state;
	handoff.state = HANDOFF_ACCEPTED;
	handoff.decided_at = OFFERED;
	handoff.answered_by = "K. Osei";
	handoff.noted_by = "A. Ruiz";
	handoff.note = "Check the plan, by Friday, November 27, 5:00 pm";
	slip_format(&handoff, NULL, ZONE, SLIP_COLUMNS, &slip);
	printed_has(&slip, "Accepted: Mon Nov 23  2:14 pm\n"
			   "By: K. Osei\nNoted by: A. Ruiz\n"
			   "In their words: Check the plan, by Friday");
	str_release(&slip);
}

static void nobodys_words_break_out_of_their_line(void **state)
{
	struct handoff handoff = sample();
	struct str slip = STR_INIT;

	(void)state;
	handoff.asked = "look\x1b[2J\x0c\r\nFrom: nobody";
	handoff.context = "They said: a\xe2\x80\xae"
			  "b\x1b]0;x\x07\n";
	slip_format(&handoff, "Mesa Alta", ZONE, SLIP_COLUMNS, &slip);
	assert_null(strchr(str_text(&slip), '\x1b'));
	assert_null(strchr(str_text(&slip), '\f'));
	assert_null(strchr(str_text(&slip), '\r'));
	assert_null(strchr(str_text(&slip), '\a'));
	assert_null(strstr(str_text(&slip), "\nFrom: nobody"));
	assert_null(strstr(str_text(&slip), "\xe2\x80\xae"));
	str_release(&slip);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(everything_stands_on_the_slip),
	    cmocka_unit_test(what_means_danger_is_the_first_line),
	    cmocka_unit_test(a_receipt_printer_gets_narrow_lines),
	    cmocka_unit_test(what_was_read_back_stands_with_who_noted_it),
	    cmocka_unit_test(nobodys_words_break_out_of_their_line),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
