/*
 * test_handoff.c - the context says what is known, and what was asked in vain
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/handoff.h"

#define NOON INT64_C(1795464000000) /* Mon Nov 23, 2026, 12:00 pm UTC-8 */

static char *format(const struct handoff_context *context)
{
	struct str text = STR_INIT;

	handoff_context_format(context, &text);
	return str_take(&text);
}

static void of_somebody_unnamed_only_what_is_known_is_said(void **state)
{
	struct handoff_context context = {
	    .zone = "America/Los_Angeles",
	    .now = NOON,
	    .reference = mem_copy("R-4K7-2M9X"),
	    .reach = mem_copy("555-0123"),
	    .words = mem_copy("The lamp is out"),
	};
	char *text = format(&context);

	(void)state;
	assert_string_equal(text, "Who: unnamed\n"
				  "To reach them: 555-0123\n"
				  "About: no topic yet\n"
				  "Reference: R-4K7-2M9X\n"
				  "They said: The lamp is out\n");
	free(text);
	handoff_context_release(&context);
}

static void how_to_address_them_goes_along(void **state)
{
	struct handoff_context context = {
	    .zone = "America/Los_Angeles",
	    .now = NOON,
	    .is_named = true,
	    .name = {.title = mem_copy("Ms."),
		     .given = mem_copy("Thị Hoa"),
		     .surname = mem_copy("Nguyễn"),
		     .legal_given = mem_copy("Unused")},
	    .address = mem_copy("Ms. Nguyễn"),
	    .first_name_ok = PERMISSION_NO,
	    .as_it_stands = true,
	    .language = mem_copy("vi"),
	    .needs_interpreter = true,
	};
	char *text = format(&context);

	(void)state;
	assert_string_equal(
	    text, "Who: Ms. Thị Hoa Nguyễn\n"
		  "Address as: Ms. Nguyễn\n"
		  "First name: not to be used: they said so\n"
		  "Asked how to address them: leave it as it stands, do not "
		  "ask again\n"
		  "Language: Tiếng Việt, needs an interpreter\n"
		  "About: no topic yet\n");
	free(text);
	handoff_context_release(&context);
}

static void asked_and_not_known_is_an_answer(void **state)
{
	struct context_answer answers[] = {
	    {.label = "Height", .value = "6"}, {.label = "Side"}};
	struct context_promise promises[] = {
	    {"Plan check", "K. Osei", NOON - CLOCK_HOUR, PROMISE_OPEN},
	    {"Call back", NULL, NOON + CLOCK_HOUR, PROMISE_OPEN},
	    {"Send the form", NULL, NOON - CLOCK_HOUR, PROMISE_KEPT},
	};
	const struct handoff_context context = {
	    .zone = "America/Los_Angeles",
	    .now = NOON,
	    .answers = answers,
	    .answer_count = MEM_COUNT(answers),
	    .promises = promises,
	    .promise_count = MEM_COUNT(promises),
	};
	char *text = format(&context);

	(void)state;
	assert_string_equal(
	    text, "Who: unnamed\n"
		  "About: no topic yet\n"
		  "Height: 6\n"
		  "Side: asked, not known\n"
		  "Promised: Plan check, by Mon Nov 23 11:00 am (K. Osei) – "
		  "LATE\n"
		  "Promised: Call back, by Mon Nov 23 1:00 pm\n"
		  "Promised: Send the form, by Mon Nov 23 11:00 am – kept\n");
	free(text);
}

static void what_means_danger_comes_before_anything_else(void **state)
{
	struct context_answer answers[] = {
	    {.label = "Kind", .value = "tank", .ask = "Which kind?"},
	    {.label = "Gas",
	     .value = "yes",
	     .ask = "Do you smell gas?",
	     .notice = "Leave the building and call 911."}};
	const struct handoff_context context = {
	    .zone = "America/Los_Angeles",
	    .answers = answers,
	    .answer_count = MEM_COUNT(answers),
	};
	char *text = format(&context);

	(void)state;
	assert_int_equal(strncmp(text,
				 "DANGER: Do you smell gas? yes – Leave the "
				 "building and call 911.\nWho: unnamed\n",
				 80),
			 0);
	assert_int_equal(handoff_danger_len(text),
			 strcspn(text, "\n") + 1);
	assert_int_equal(handoff_danger_len("Who: DANGER: none\n"), 0);
	assert_int_equal(handoff_danger_len(NULL), 0);
	free(text);
}

static void the_one_thing_asked_has_words_and_a_limit(void **state)
{
	struct error err = {0};
	char text[302];

	(void)state;
	assert_false(handoff_check_asked(NULL, &err));
	assert_string_equal(err.field, "asked");
	assert_false(handoff_check_reason("\t", &err));
	assert_string_equal(err.field, "reason");
	assert_false(handoff_check_what(NULL, &err));
	assert_string_equal(err.field, "what");
	for (int i = 0; i < 301; i++)
		text[i] = 'x';
	text[301] = '\0';
	assert_false(handoff_check_what(text, &err));
	text[300] = '\0';
	assert_true(handoff_check_asked(text, &err));
	assert_false(handoff_check_asked("now\x1b[2J", &err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(of_somebody_unnamed_only_what_is_known_is_said),
	    cmocka_unit_test(how_to_address_them_goes_along),
	    cmocka_unit_test(asked_and_not_known_is_an_answer),
	    cmocka_unit_test(what_means_danger_comes_before_anything_else),
	    cmocka_unit_test(the_one_thing_asked_has_words_and_a_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
