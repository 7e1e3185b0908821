/*
 * What changed between two tables of figures, and how it is said.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/report/corrections.h"
#include "frontdesk/report/summary.h"
#include "sample_day.h"

static void compare(const struct summary *was, const struct summary *is,
		    struct str *words)
{
	struct str before = STR_INIT, now = STR_INIT;
	struct corrections found = {0};
	struct error err = {0};

	str_clear(words);
	summary_add_csv(was, false, &before);
	summary_add_csv(is, false, &now);
	assert_true(corrections_compare(&before, &now, &found, &err));
	for (size_t i = 0; i < found.count; i++) {
		if (!correction_is_read(&found.items[i]))
			continue;
		str_add(words, found.items[i].went_on ? "~ " : "! ");
		correction_add_words(&found.items[i], words);
		str_add(words, "\n");
	}
	corrections_release(&found);
	str_release(&before);
	str_release(&now);
}

static void the_same_day_has_none(void **state)
{
	const struct summary day = sample_day();
	struct summary over = day;
	struct str words = STR_INIT;

	(void)state;
	/* What a form says of itself is no figure. */
	over.is_over = true;
	over.audit.entries = 7;
	over.audit.head = "aa";
	over.closing.at = "2026-11-23T17:42";
	compare(&day, &over, &words);
	assert_string_equal(str_text(&words), "");
	str_release(&words);
}

static void a_figure_is_said_as_it_was_and_as_it_is(void **state)
{
	const struct summary was = sample_day();
	struct summary is = was;
	struct str words = STR_INIT;

	(void)state;
	is.visits.served = 8;
	is.wait.median += CLOCK_MINUTE;
	is.wait_within_target = 6;
	is.handoffs_pending = 1;
	is.first_contact_resolved = 7;
	compare(&was, &is, &words);
	assert_string_equal(str_text(&words),
			    "! Visits, served: 9, now 8\n"
			    "! Wait, median: 5 min, now 6 min\n"
			    "! Wait, within target, count: 7, now 6\n"
			    "! First contact, count: 8, now 7\n"
			    "~ Handoffs, pending: 0, now 1\n");
	str_release(&words);
}

/* Another order, and one that came or went, is not everybody's change. */
static void lists_are_compared_by_what_they_are_of(void **state)
{
	struct summary was = sample_day(), is = was;
	struct named_count turned[2] = {was.topics.items[1],
					was.topics.items[0]};
	struct named_count more[3] = {{"Passport", 2, 0}, turned[0], turned[1]};
	struct listed late = was.not_acknowledged.items[0];
	struct str words = STR_INIT;

	(void)state;
	is.topics.items = turned;
	compare(&was, &is, &words);
	assert_string_equal(str_text(&words), "");
	more[2].count = 7;
	is.topics.items = more;
	is.topics.count = 3;
	is.could_not.count = 0;
	late.acknowledged_on = (struct day){"2026-11-24"};
	is.not_acknowledged.items = &late;
	compare(&was, &is, &words);
	assert_string_equal(
	    str_text(&words),
	    "~ Acknowledged, not acknowledged, R-0AB-C123, acknowledged on: "
	    "n/a, now 2026-11-24\n"
	    "! Could not, listed, R-4K7-2M9X: listed, now not listed\n"
	    "! Topics, Fence permit, requests: 8, now 7\n"
	    "! Topics, Passport, requests: not listed, now 2\n");
	str_release(&words);
}

/* It lies with whoever has the request now, as a hand-off leaves it. */
static void a_request_that_was_handed_on_is_not_put_right(void **state)
{
	struct summary was = sample_day(), is = was;
	struct listed handed_on = was.not_acknowledged.items[0];
	struct str words = STR_INIT;

	(void)state;
	handed_on.department = "Planning";
	is.not_acknowledged.items = &handed_on;
	compare(&was, &is, &words);
	assert_string_equal(
	    str_text(&words),
	    "~ Acknowledged, not acknowledged, R-0AB-C123, department: "
	    "Animal Services, now Planning\n");
	str_release(&words);
}

static void two_of_the_same_are_told_apart(void **state)
{
	struct summary was = sample_day(), is = was;
	struct listed two[2] = {sample_refused[0], sample_refused[0]};
	struct str words = STR_INIT;

	(void)state;
	two[1].detail = "another reason";
	is.could_not.items = two;
	is.could_not.count = 2;
	compare(&was, &is, &words);
	assert_string_equal(
	    str_text(&words),
	    "! Could not, listed, R-4K7-2M9X#2: not listed, now listed\n");
	str_release(&words);
}

static void a_figure_that_was_not_there_yet_is_no_correction(void **state)
{
	static const char older[] = "figure,part,value\r\nvisits,served,9\r\n"
				    "visits,gone,1\r\n";
	static const char newer[] = "figure,part,value\r\nvisits,served,9\r\n"
				    "visits,known.count,4\r\n";
	struct str before = STR_INIT, now = STR_INIT;
	struct corrections found = {0};
	struct error err = {0};

	(void)state;
	str_add(&before, older);
	str_add(&now, newer);
	assert_true(corrections_compare(&before, &now, &found, &err));
	assert_int_equal(found.count, 0);
	corrections_release(&found);
	str_release(&before);
	str_release(&now);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_same_day_has_none),
	    cmocka_unit_test(a_figure_is_said_as_it_was_and_as_it_is),
	    cmocka_unit_test(lists_are_compared_by_what_they_are_of),
	    cmocka_unit_test(a_request_that_was_handed_on_is_not_put_right),
	    cmocka_unit_test(two_of_the_same_are_told_apart),
	    cmocka_unit_test(a_figure_that_was_not_there_yet_is_no_correction),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
