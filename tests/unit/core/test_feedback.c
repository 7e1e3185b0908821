/*
 * test_feedback.c - the answers of a comment card, and its texts
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "frontdesk/core/card.h"

static char dir[] = "/tmp/frontdesk-card-XXXXXX";

static void answers_are_read_as_they_are_typed(void **state)
{
	static const int answers[CARD_QUESTIONS] = {5, 5, 4, 3, 0, 1, 5};
	static const char *const typed[] = {"5543-15", "55 43 -15", "5543015",
					    "5543.15"};
	int marks[CARD_QUESTIONS];
	struct error err = {0};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		assert_true(card_marks_parse(typed[i], marks, &err));
		assert_memory_equal(marks, answers, sizeof(marks));
	}
	assert_true(card_marks_parse("", marks, &err));
	assert_int_equal(marks[0], 0);
}

static void a_slip_of_a_digit_is_not_guessed_away(void **state)
{
	static const char *const typed[] = {"554315", "55431555", "6543215",
					    "5543a15"};
	int marks[CARD_QUESTIONS];

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct error err = {0};

		assert_false(card_marks_parse(typed[i], marks, &err));
		assert_string_equal(err.field, "marks");
	}
}

static void what_is_half_typed_is_shown_so_far(void **state)
{
	int marks[CARD_QUESTIONS];

	(void)state;
	assert_int_equal(card_marks_read("5-4", marks), 3);
	assert_int_equal(marks[2], 4);
	assert_int_equal(marks[3], 0);
	assert_int_equal(card_marks_read("54x3", marks), 2);
}

static void a_card_of_nothing_is_none(void **state)
{
	struct feedback card = {.is_card = true};
	struct error err = {0};

	(void)state;
	assert_false(feedback_check(&card, &err));
	assert_string_equal(err.field, "marks");
	card.marks[CARD_COURTESY] = 4;
	assert_true(feedback_check(&card, &err));
	card.marks[CARD_COURTESY] = 0;
	card.comment = "More chairs.";
	assert_true(feedback_check(&card, &err));
	card.is_card = false;
	card.comment = " ";
	assert_false(feedback_check(&card, &err));
	assert_string_equal(err.field, "comment");
}

static bool load(const char *lines, struct card_texts **out, struct error *err)
{
	char path[96];
	FILE *file;

	snprintf(path, sizeof(path), "%s/feedback", dir);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/feedback/card.tsv", dir);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "# language\tpart\ttext\n%s", lines);
	assert_int_equal(fclose(file), 0);
	return card_texts_load(dir, out, err);
}

static void a_wrong_line_of_the_card_is_named(void **state)
{
	static const struct {
		const char *lines, *says;
	} wrong[] = {
	    {"en\ttitle\tHow?\nen\ttitel\tHow?\n", "card.tsv:3: the card has"},
	    {"en\ttitle\tHow?\nen\ttitle\tWhat?\n",
	     "card.tsv:3: there is anot"},
	    {"English\ttitle\tHow?\n", "card.tsv:2: \"English\" is no lang"},
	    {"en\ttitle\t-\n", "card.tsv:2: the text is missing"},
	    {"en\ttitle\tHow?\n", "card.tsv: en has no text for satisfaction"},
	    {"", "there is no English"},
	};
	struct card_texts *texts;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct error err = {0};

		assert_false(load(wrong[i].lines, &texts, &err));
		assert_null(texts);
		if (strstr(err.text, wrong[i].says) == NULL)
			fail_msg("\"%s\" is not in: %s", wrong[i].says,
				 err.text);
	}
}

static void the_card_that_comes_along_is_whole_in_two_languages(void **state)
{
	struct card_texts *texts;
	struct error err = {0};

	(void)state;
	if (!card_texts_load(SOURCE_DIR "/data", &texts, &err))
		fail_msg("%s", err.text);
	assert_true(texts->count >= 2);
	assert_string_equal(card_text_in(texts, "es-MX")->language, "es");
	assert_string_equal(card_text_in(texts, "vi")->language, "en");
	assert_string_equal(card_text_in(texts, NULL)->language, "en");
	card_texts_free(texts);
}

static int make_dir(void **state)
{
	(void)state;
	return mkdtemp(dir) == NULL ? -1 : 0;
}

static int remove_dir(void **state)
{
	char path[96];

	(void)state;
	snprintf(path, sizeof(path), "%s/feedback/card.tsv", dir);
	unlink(path);
	snprintf(path, sizeof(path), "%s/feedback", dir);
	rmdir(path);
	return rmdir(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(answers_are_read_as_they_are_typed),
	    cmocka_unit_test(a_slip_of_a_digit_is_not_guessed_away),
	    cmocka_unit_test(what_is_half_typed_is_shown_so_far),
	    cmocka_unit_test(a_card_of_nothing_is_none),
	    cmocka_unit_test(a_wrong_line_of_the_card_is_named),
	    cmocka_unit_test(
		the_card_that_comes_along_is_whole_in_two_languages),
	};

	return cmocka_run_group_tests(tests, make_dir, remove_dir);
}
