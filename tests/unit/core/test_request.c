/*
 * test_request.c - what somebody wants, and what came of it
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs those above it. */
#include <cmocka.h>

#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/request.h"

static void every_result_has_a_name_and_a_letter_of_its_own(void **state)
{
	(void)state;
	for (int i = RESULT_NONE + 1; i < RESULT_COUNT; i++) {
		enum result read;
		struct error err = {0};

		assert_true(
		    result_parse(result_name((enum result)i), &read, &err));
		assert_int_equal(read, i);
		assert_true(strlen(result_words((enum result)i)) > 0);
		for (int j = RESULT_NONE + 1; j < i; j++)
			assert_int_not_equal(result_letter((enum result)i),
					     result_letter((enum result)j));
	}
	assert_string_equal(result_name(RESULT_NONE), "");
	assert_string_equal(result_words(RESULT_NONE), "");
}

static void an_unknown_result_is_refused(void **state)
{
	enum result read;
	struct error err = {0};

	(void)state;
	assert_false(result_parse("finished", &read, &err));
	assert_int_equal(err.code, ERROR_INVALID);
	assert_string_equal(err.field, "result");
	assert_false(result_parse("", &read, &err));
	assert_false(result_parse(NULL, &read, &err));
}

static void only_opened_and_handed_off_outlive_the_visit(void **state)
{
	(void)state;
	for (int i = RESULT_NONE; i < RESULT_COUNT; i++)
		assert_int_equal(result_is_open((enum result)i),
				 i == RESULT_OPENED || i == RESULT_HANDED_OFF);
}

static void only_answered_given_and_not_ours_acknowledge(void **state)
{
	(void)state;
	for (int i = RESULT_NONE; i < RESULT_COUNT; i++)
		assert_int_equal(result_acknowledges((enum result)i),
				 i == RESULT_ANSWERED || i == RESULT_GIVEN ||
				     i == RESULT_NOT_OURS);
}

static void an_answer_is_replaced_not_doubled(void **state)
{
	struct contact contact = {0};

	(void)state;
	contact_set_answer(&contact, 7, "6 ft", true);
	contact_set_answer(&contact, 8, "north", true);
	contact_set_answer(&contact, 7, "5 ft", true);
	assert_int_equal(contact.answer_count, 2);
	assert_string_equal(contact.answers[0].value, "5 ft");
	assert_true(contact.answers[0].is_known);
	contact_release(&contact);
}

static void asked_and_not_known_is_an_answer(void **state)
{
	struct contact contact = {0};

	(void)state;
	contact_set_answer(&contact, 7, "6 ft", true);
	contact_set_answer(&contact, 7, NULL, false);
	assert_int_equal(contact.answer_count, 1);
	assert_null(contact.answers[0].value);
	assert_false(contact.answers[0].is_known);
	contact_release(&contact);
}

static void a_cleared_answer_was_not_asked(void **state)
{
	struct contact contact = {0};

	(void)state;
	contact_set_answer(&contact, 7, "6 ft", true);
	contact_set_answer(&contact, 8, "north", true);
	contact_set_answer(&contact, 7, "  ", true);
	assert_int_equal(contact.answer_count, 1);
	assert_int_equal(contact.answers[0].question_id, 8);
	contact_release(&contact);
}

static void the_same_number_is_kept_once(void **state)
{
	struct contact contact = {0};

	(void)state;
	contact_add_number(&contact, NUMBER_PERMIT, "BLD-26-0412");
	contact_add_number(&contact, NUMBER_PERMIT, "BLD-26-0412");
	contact_add_number(&contact, NUMBER_OTHER, "BLD-26-0412");
	assert_int_equal(contact.number_count, 2);
	contact_release(&contact);
}

static void three_results_demand_their_words(void **state)
{
	static const enum result demanding[] = {
	    RESULT_COME_BACK, RESULT_NOT_OURS, RESULT_COULD_NOT};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(demanding); i++) {
		struct contact contact = {.result = demanding[i]};
		struct error err = {0};

		contact.result_text = mem_copy("  ");
		assert_false(contact_check(&contact, &err));
		assert_int_equal(err.code, ERROR_INVALID);
		assert_string_equal(err.field, "result_text");
		mem_replace(&contact.result_text, "the site plan");
		assert_true(contact_check(&contact, &err));
		contact_release(&contact);
	}
}

static void a_contact_without_words_may_be_answered(void **state)
{
	struct contact contact = {.result = RESULT_ANSWERED};
	struct error err = {0};

	(void)state;
	assert_true(contact_check(&contact, &err));
}

static void a_text_over_its_limit_names_its_field(void **state)
{
	struct contact contact = {0};
	struct error err = {0};
	char *text = mem_new(2002, 1);

	(void)state;
	memset(text, 'x', 2001);
	contact.words = text;
	assert_false(contact_check(&contact, &err));
	assert_string_equal(err.field, "words");
	text[2000] = '\0';
	assert_true(contact_check(&contact, &err));
	text[513] = '\0';
	contact.words = NULL;
	contact.concern = text;
	assert_false(contact_check(&contact, &err));
	assert_string_equal(err.field, "concern");
	text[512] = '\0';
	assert_true(contact_check(&contact, &err));
	contact_release(&contact);
}

static void hostile_text_is_refused_with_its_field(void **state)
{
	struct contact contact = {0};
	struct error err = {0};

	(void)state;
	contact.place = mem_copy("Ironwood\033[2J Ave");
	assert_false(contact_check(&contact, &err));
	assert_string_equal(err.field, "place");
	mem_replace(&contact.place, "Ironwood Ave");
	contact_add_number(&contact, NUMBER_PERMIT, "BLD\xe2\x80\xae-26");
	assert_false(contact_check(&contact, &err));
	assert_string_equal(err.field, "number");
	contact_release(&contact);
}

static void a_state_is_read_as_it_is_written(void **state)
{
	(void)state;
	for (enum request_state i = REQUEST_DRAFT; i <= REQUEST_RESOLVED; i++)
		assert_int_equal(request_state_of(request_state_name(i)), i);
	assert_string_equal(request_state_name(REQUEST_OPEN), "open");
	assert_int_equal(request_state_of("lost"), REQUEST_RESOLVED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_state_is_read_as_it_is_written),
	    cmocka_unit_test(every_result_has_a_name_and_a_letter_of_its_own),
	    cmocka_unit_test(an_unknown_result_is_refused),
	    cmocka_unit_test(only_opened_and_handed_off_outlive_the_visit),
	    cmocka_unit_test(only_answered_given_and_not_ours_acknowledge),
	    cmocka_unit_test(an_answer_is_replaced_not_doubled),
	    cmocka_unit_test(asked_and_not_known_is_an_answer),
	    cmocka_unit_test(a_cleared_answer_was_not_asked),
	    cmocka_unit_test(the_same_number_is_kept_once),
	    cmocka_unit_test(three_results_demand_their_words),
	    cmocka_unit_test(a_contact_without_words_may_be_answered),
	    cmocka_unit_test(a_text_over_its_limit_names_its_field),
	    cmocka_unit_test(hostile_text_is_refused_with_its_field),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
