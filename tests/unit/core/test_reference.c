/*
 * test_reference.c - references that can be read aloud
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs those above it. */
#include <cmocka.h>

#include <string.h>

#include "frontdesk/core/reference.h"

static void every_issued_number_reads_back(void **state)
{
	size_t issued = 0;

	(void)state;
	for (int64_t number = 0; number <= REFERENCE_MAX; number += 7919) {
		struct reference written, read;
		struct error err = {0};

		if (!reference_is_issued(number))
			continue;
		issued++;
		reference_format(REFERENCE_REQUEST, number, &written);
		assert_int_equal(strlen(written.text), 10);
		assert_true(reference_parse(written.text, &read, &err));
		assert_string_equal(read.text, written.text);
	}
	assert_true(issued > 100000);
}

static void a_check_character_is_always_a_digit_or_letter(void **state)
{
	(void)state;
	for (int64_t number = 0; number < 100000; number++) {
		struct reference reference;

		if (!reference_is_issued(number))
			continue;
		reference_format(REFERENCE_VISIT, number, &reference);
		assert_null(strpbrk(reference.text, "*~$=U"));
	}
	assert_false(reference_is_issued(32));
	assert_false(reference_is_issued(36));
	assert_true(reference_is_issued(37));
	assert_false(reference_is_issued(REFERENCE_MAX + 1));
	assert_false(reference_is_issued(-1));
}

static void the_written_form_is_the_same_for_every_spelling(void **state)
{
	struct reference wanted, read;
	struct error err = {0};
	int64_t number = 37 * 29; /* check character 0 */
	char spelled[16];
	size_t len = 0;

	(void)state;
	reference_format(REFERENCE_PERSON, number, &wanted);
	assert_string_equal(wanted.text, "P-000-11H0");
	assert_true(reference_parse("p-oOo-iLh0", &read, &err));
	assert_string_equal(read.text, wanted.text);
	for (const char *c = wanted.text; *c != '\0'; c++)
		if (*c != '-')
			spelled[len++] = *c;
	spelled[len] = '\0';
	assert_true(reference_parse(spelled, &read, &err));
	assert_string_equal(read.text, wanted.text);
	assert_true(reference_parse(" P 000 11h0 ", &read, &err));
	assert_string_equal(read.text, wanted.text);
}

static void every_single_mistake_is_noticed(void **state)
{
	static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	struct reference right, read;
	size_t mistakes = 0;

	(void)state;
	reference_format(REFERENCE_REQUEST, 123456789 / 37 * 37 + 5, &right);
	for (size_t at = 2; at < 10; at++) {
		for (const char *c = symbols; *c != '\0' && at != 5; c++) {
			struct reference wrong = right;
			struct error err = {0};

			if (*c == right.text[at])
				continue;
			wrong.text[at] = *c;
			assert_false(reference_parse(wrong.text, &read, &err));
			assert_int_equal(err.code, ERROR_INVALID);
			mistakes++;
		}
	}
	assert_int_equal(mistakes, 7 * 31);
}

static void two_neighbours_swapped_are_noticed(void **state)
{
	struct reference right, read;

	(void)state;
	reference_format(REFERENCE_REQUEST, 987654321 / 37 * 37 + 9, &right);
	for (size_t at = 2; at < 9; at++) {
		struct reference wrong = right;
		struct error err = {0};
		size_t other = at + 1 == 5 ? 6 : at + 1;

		if (at == 5 || right.text[at] == right.text[other])
			continue;
		wrong.text[at] = right.text[other];
		wrong.text[other] = right.text[at];
		assert_false(reference_parse(wrong.text, &read, &err));
	}
}

static void a_name_or_a_house_number_is_no_reference(void **state)
{
	static const char *const texts[] = {
	    "",	 "Robinson", "Peterson", "garcia",   "P-12",	 "12021",
	    "R", "V-",	     "Peña",	 "Victoria", "555 0142", "BLD-26-0412",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct reference read;
		struct error err = {0};

		assert_false(reference_parse(texts[i], &read, &err));
		assert_int_equal(err.code, ERROR_NOT_FOUND);
		assert_string_equal(read.text, "");
	}
}

static void a_reference_cut_short_is_recognised_as_one(void **state)
{
	struct reference read;
	struct error err = {0};

	(void)state;
	assert_false(reference_parse("R-4K7-2M9", &read, &err));
	assert_int_equal(err.code, ERROR_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_issued_number_reads_back),
	    cmocka_unit_test(a_check_character_is_always_a_digit_or_letter),
	    cmocka_unit_test(the_written_form_is_the_same_for_every_spelling),
	    cmocka_unit_test(every_single_mistake_is_noticed),
	    cmocka_unit_test(two_neighbours_swapped_are_noticed),
	    cmocka_unit_test(a_name_or_a_house_number_is_no_reference),
	    cmocka_unit_test(a_reference_cut_short_is_recognised_as_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
