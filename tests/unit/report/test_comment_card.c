/*
 * test_comment_card.c - the comment card on paper, wide and narrow
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "frontdesk/report/comment_card.h"
#include "frontdesk/report/slip.h"
#include "printed.h"

static void make(const char *language, int columns, struct str *out)
{
	struct card_texts *texts;
	struct error err = {0};

	if (!card_texts_load(SOURCE_DIR "/data", &texts, &err))
		fail_msg("%s", err.text);
	comment_card_format(card_text_in(texts, language), "Mesa Alta",
			    "V-4K7-2M9X", columns, out);
	card_texts_free(texts);
}

static int count(const struct str *card, const char *part)
{
	int n = 0;

	for (const char *at = strstr(str_text(card), part); at != NULL;
	     at = strstr(at + 1, part))
		n++;
	return n;
}

static void the_answers_stand_beside_each_sentence(void **state)
{
	struct str card = STR_INIT;

	(void)state;
	make("en", SLIP_COLUMNS, &card);
	assert_int_equal(count(&card, "5   4   3   2   1\n"), CARD_QUESTIONS);
	assert_int_equal(count(&card, "Mesa Alta · V-4K7-2M9X\n"), 1);
	assert_int_equal(count(&card, "satisfied with the service I was given."
				      "                5   4"),
			 1);
	printed_fits(&card, SLIP_COLUMNS);
	str_release(&card);
}

static void on_a_narrow_slip_they_stand_below(void **state)
{
	static const char *const languages[] = {"en", "es"};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct str card = STR_INIT;

		make(languages[i], SLIP_NARROW, &card);
		assert_int_equal(count(&card, "\n   5   4   3   2   1\n"),
				 CARD_QUESTIONS);
		printed_fits(&card, SLIP_NARROW);
		str_release(&card);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_answers_stand_beside_each_sentence),
	    cmocka_unit_test(on_a_narrow_slip_they_stand_below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
