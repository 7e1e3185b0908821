/*
 * test_topic.c - a kind of business: its card, its questions
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs those above it. */
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/topic.h"

static struct topic a_topic(void)
{
	return (struct topic){.code = mem_copy("fence-permit"),
			      .name = mem_copy("Fence permit"),
			      .quick_result = RESULT_GIVEN,
			      .review_days = 180};
}

static void every_kind_of_question_reads_back(void **state)
{
	enum question_kind kind;
	struct error err = {0};

	(void)state;
	for (int i = QUESTION_TEXT; i <= QUESTION_YES_NO; i++) {
		enum question_kind read;

		assert_true(question_kind_parse(
		    question_kind_name((enum question_kind)i), &read, &err));
		assert_int_equal(read, i);
	}
	assert_false(question_kind_parse("picture", &kind, &err));
	assert_string_equal(err.field, "kind");
}

static void a_code_is_small_letters_digits_and_dashes(void **state)
{
	static const char *const wrong[] = {"", "Fence", "fence permit",
					    "fénce"};
	struct topic topic = a_topic();
	struct error err = {0};

	(void)state;
	assert_true(topic_check(&topic, &err));
	for (size_t i = 0; i < MEM_COUNT(wrong); i++) {
		mem_replace(&topic.code, wrong[i]);
		assert_false(topic_check(&topic, &err));
		assert_string_equal(err.field, "code");
	}
	topic_release(&topic);
}

static void a_quick_result_is_one_that_ends_the_matter(void **state)
{
	struct topic topic = a_topic();
	struct error err = {0};

	(void)state;
	topic.quick_result = RESULT_HANDED_OFF;
	assert_false(topic_check(&topic, &err));
	assert_string_equal(err.field, "quick_result");
	topic_release(&topic);
}

static void a_card_grows_stale_after_its_days(void **state)
{
	struct topic topic = a_topic();

	(void)state;
	assert_true(topic_is_stale(&topic, day_make(2026, 11, 23)));
	topic.verified_on = day_make(2026, 8, 12);
	topic.review_days = 10;
	assert_false(topic_is_stale(&topic, day_make(2026, 8, 22)));
	assert_true(topic_is_stale(&topic, day_make(2026, 8, 23)));
	topic_release(&topic);
}

static void check_answers(enum question_kind kind, const char *choices,
			  const char *value, bool is_right)
{
	struct question question = {.kind = kind, .choices = mem_copy(choices)};
	struct error err = {0};

	assert_int_equal(question_check_answer(&question, value, &err),
			 is_right);
	if (!is_right) {
		assert_int_equal(err.code, ERROR_INVALID);
		assert_string_equal(err.field, "answer");
	}
	free(question.choices);
}

static void an_answer_suits_its_question(void **state)
{
	(void)state;
	check_answers(QUESTION_TEXT, NULL, "6 ft, maybe 7", true);
	check_answers(QUESTION_NUMBER, NULL, "1,250.50", true);
	check_answers(QUESTION_NUMBER, NULL, " -3 ", true);
	check_answers(QUESTION_NUMBER, NULL, "six", false);
	check_answers(QUESTION_NUMBER, NULL, "6 ft", false);
	check_answers(QUESTION_NUMBER, NULL, "1.2.3", false);
	check_answers(QUESTION_DATE, NULL, "2026-02-28", true);
	check_answers(QUESTION_DATE, NULL, "2026-02-30", false);
	check_answers(QUESTION_DATE, NULL, "5/1/2027", true);
	check_answers(QUESTION_DATE, NULL, "2/30/2027", false);
	check_answers(QUESTION_DATE, NULL, "in May", false);
	check_answers(QUESTION_CHOICE, "north|south side", "South Side", true);
	check_answers(QUESTION_CHOICE, "north|south side", "!", false);
	check_answers(QUESTION_CHOICE, "north|south side", "east", false);
	check_answers(QUESTION_YES_NO, NULL, "Yes", true);
	check_answers(QUESTION_YES_NO, NULL, "perhaps", false);
}

static void a_question_may_stay_unanswered(void **state)
{
	(void)state;
	for (int i = QUESTION_TEXT; i <= QUESTION_YES_NO; i++) {
		check_answers((enum question_kind)i, "a|b", "", true);
		check_answers((enum question_kind)i, "a|b", NULL, true);
	}
}

static void check_kept(enum question_kind kind, const char *value,
		       const char *kept)
{
	const struct question question = {.kind = kind,
					  .choices = "front|Rear side"};
	char *tidy = question_tidy_answer(&question, value);

	assert_string_equal(tidy, kept);
	free(tidy);
}

static void an_answer_is_kept_as_it_is_written_elsewhere(void **state)
{
	(void)state;
	check_kept(QUESTION_YES_NO, "Y", "yes");
	check_kept(QUESTION_YES_NO, "sí", "yes");
	check_kept(QUESTION_YES_NO, "n", "no");
	check_kept(QUESTION_YES_NO, "perhaps", "perhaps");
	check_kept(QUESTION_CHOICE, "rear side", "Rear side");
	check_kept(QUESTION_DATE, "5/1/2027", "2027-05-01");
	check_kept(QUESTION_TEXT, "y", "y");
	check_kept(QUESTION_NUMBER, " 6", " 6");
}

static bool is_danger(enum question_kind kind, const char *danger,
		      const char *value)
{
	const struct question question = {.kind = kind,
					  .danger = (char *)danger};

	return question_is_danger(&question, value);
}

static void an_answer_may_mean_danger(void **state)
{
	(void)state;
	assert_true(is_danger(QUESTION_YES_NO, "yes", "y"));
	assert_true(is_danger(QUESTION_YES_NO, "yes", "Sí"));
	assert_false(is_danger(QUESTION_YES_NO, "yes", "no"));
	assert_false(is_danger(QUESTION_YES_NO, "yes", "?"));
	assert_false(is_danger(QUESTION_YES_NO, "yes", ""));
	assert_true(is_danger(QUESTION_YES_NO, "no|?", NULL));
	assert_true(is_danger(QUESTION_YES_NO, "no|?", "?"));
	assert_true(is_danger(QUESTION_CHOICE, "broken|hanging", "Hanging"));
	assert_false(is_danger(QUESTION_CHOICE, "broken|hanging", "hang"));
	assert_true(is_danger(QUESTION_TEXT, "*", "anything"));
	assert_false(is_danger(QUESTION_TEXT, "*", " "));
	assert_false(is_danger(QUESTION_TEXT, "", "yes"));
	assert_false(is_danger(QUESTION_TEXT, NULL, "yes"));
}

static void a_danger_has_its_notice_and_is_one_of_the_answers(void **state)
{
	struct question question = {.label = "Gas",
				    .ask = "Do you smell gas?",
				    .kind = QUESTION_YES_NO,
				    .choices = "",
				    .danger = "yes",
				    .notice = "Leave the building."};
	struct error err = {0};

	(void)state;
	assert_true(question_check(&question, &err));
	question.notice = "";
	assert_false(question_check(&question, &err));
	assert_string_equal(err.field, "notice");
	question.notice = "Leave the building.";
	question.danger = "yes|often";
	assert_false(question_check(&question, &err));
	assert_string_equal(err.field, "danger");
	assert_non_null(strstr(err.text, "often"));
	question.danger = "";
	assert_false(question_check(&question, &err));
	assert_string_equal(err.field, "danger");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_kind_of_question_reads_back),
	    cmocka_unit_test(a_code_is_small_letters_digits_and_dashes),
	    cmocka_unit_test(a_quick_result_is_one_that_ends_the_matter),
	    cmocka_unit_test(a_card_grows_stale_after_its_days),
	    cmocka_unit_test(an_answer_suits_its_question),
	    cmocka_unit_test(a_question_may_stay_unanswered),
	    cmocka_unit_test(an_answer_is_kept_as_it_is_written_elsewhere),
	    cmocka_unit_test(an_answer_may_mean_danger),
	    cmocka_unit_test(a_danger_has_its_notice_and_is_one_of_the_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
