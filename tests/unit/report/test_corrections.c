/*
 * What changed between two tables of figures, and how it is said.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <string.h>

#include "frontdesk/report/corrections.h"
#include "frontdesk/report/summary.h"
#include "sample_day.h"

/* then: what the records say now of the moment of the closing. */
static void compare(const struct summary *was, const struct summary *then,
		    const struct summary *is, struct str *words)
{
	const struct summary *tables[3] = {was, then, is};
	struct str text[3] = {STR_INIT, STR_INIT, STR_INIT};
	struct corrections found = {0};
	struct error err = {0};

	str_clear(words);
	for (int i = 0; i < 3; i++)
		summary_add_csv(tables[i], false, &text[i]);
	assert_true(
	    corrections_compare(&text[0], &text[1], &text[2], &found, &err));
	for (size_t i = 0; i < found.count; i++) {
		if (!found.items[i].is_read)
			continue;
		str_add(words, found.items[i].went_on ? "~ " : "! ");
		correction_add_words(&found.items[i], words);
		str_add(words, "\n");
	}
	corrections_release(&found);
	for (int i = 0; i < 3; i++)
		str_release(&text[i]);
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
	compare(&day, &day, &over, &words);
	assert_string_equal(str_text(&words), "");
	str_release(&words);
}

/* One rename must not make a year of days look put right. */
static void names_and_settings_are_no_figures(void **state)
{
	const struct summary was = sample_day();
	struct summary is = was;
	struct listed listed = was.not_acknowledged.items[0];
	struct str words = STR_INIT;

	(void)state;
	is.city = "New Testville";
	is.site = "The hall";
	is.wait_target += CLOCK_MINUTE;
	is.compared.arrived += 3;
	is.compared.days += 1;
	is.patterns.count = 0;
	is.notices.count = 0;
	listed.topic = "Fence and wall permit";
	listed.department = "Planning";
	is.not_acknowledged.items = &listed;
	compare(&was, &was, &is, &words);
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
	is.first_contact_resolved = 7;
	is.hours[16] += 1;
	compare(&was, &is, &is, &words);
	assert_string_equal(
	    str_text(&words),
	    "! Served: 9, now 8\n"
	    "! Wait, arrival to call, median: 5 min, now 6 min\n"
	    "! Called within the target: 7, now 6\n"
	    "! Settled at the first contact: 8, now 7\n"
	    "! Arrivals from 4 pm: 0, now 1\n");
	compare(&was, &was, &is, &words);
	assert_non_null(strstr(str_text(&words), "~ Served: 9, now 8\n"));
	assert_null(strchr(str_text(&words), '!'));
	str_release(&words);
}

/* Two served later, one of the nine was voided. */
static void what_was_put_right_is_parted_from_what_went_on(void **state)
{
	const struct summary was = sample_day();
	struct summary then = was, is = was;
	struct str words = STR_INIT;

	(void)state;
	then.visits.served = 8;
	is.visits.served = 10;
	then.visits.left += 1; /* and came to the same again */
	compare(&was, &then, &is, &words);
	assert_string_equal(str_text(&words), "! Served: 9, now 8\n"
					      "~ Served: 8, now 10\n");
	str_release(&words);
}

/* A channel that has the whole change says it no second time. */
static void a_channel_is_said_where_it_differs_from_all(void **state)
{
	const struct summary was = sample_day();
	struct summary is = was;
	struct str words = STR_INIT;

	(void)state;
	is.visits.unnamed += 1;
	is.by_channel[CHANNEL_TELEPHONE].unnamed += 1;
	is.visits.left += 2;
	is.by_channel[CHANNEL_WALK_IN].left += 2;
	is.wait_by_channel[CHANNEL_WALK_IN].max += CLOCK_MINUTE;
	compare(&was, &is, &is, &words);
	assert_string_equal(str_text(&words),
			    "! Left: 2, now 4\n"
			    "! Unnamed: 2, now 3\n"
			    "! Unnamed, Telephone: 0, now 1\n");
	str_release(&words);
}

/* What counts on the day it is noted is noted later, or taken back. */
static void voices_that_came_later_went_on(void **state)
{
	const struct summary was = sample_day();
	struct summary is = was, none = {0};
	struct str words = STR_INIT;

	(void)state;
	is.cards += 1;
	is.thanks -= 1;
	is.with_briefing += 1;
	is.windows_opened += 1;
	is.stale_cards += 1;
	is.to_tell += 1;
	none = was;
	none.cards = none.thanks = none.windows_opened = none.stale_cards = 0;
	compare(&was, &none, &is, &words);
	assert_non_null(strstr(str_text(&words), "~ Comment cards that came "));
	assert_non_null(strstr(str_text(&words), "! Thanks to colleagues: "));
	assert_non_null(strstr(str_text(&words), "~ Windows opened: "));
	assert_non_null(strstr(str_text(&words), "~ Topic cards stale: "));
	assert_non_null(strstr(str_text(&words), "~ Results still to tell: "));
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
	compare(&was, &is, &is, &words);
	assert_string_equal(str_text(&words), "");
	more[2].count = 7;
	is.topics.items = more;
	is.topics.count = 3;
	is.could_not.count = 0;
	late.acknowledged_on = (struct day){"2026-11-24"};
	is.not_acknowledged.items = &late;
	compare(&was, &is, &is, &words);
	assert_string_equal(
	    str_text(&words),
	    "~ Not acknowledged that day, R-0AB-C123, acknowledged after all: "
	    "not yet, now Tue Nov 24\n"
	    "! Could not, R-4K7-2M9X: listed, now not listed\n"
	    "! Requests by topic, Fence permit: 8, now 7\n"
	    "! Requests by topic, Passport: not listed, now 2\n");
	/* The reference is all that is known of then. */
	compare(&was, &was, &is, &words);
	assert_non_null(strstr(str_text(&words),
			       "~ Could not, R-4K7-2M9X: listed, now not "));
	str_release(&words);
}

/* Neither an apostrophe that is the table's, nor a full stop that is theirs. */
static void peoples_words_stay_as_they_are(void **state)
{
	struct summary was = sample_day(), is = was;
	struct named_count hold = {"Gate 3.5 in Room B_2", 1, CLOCK_MINUTE};
	struct listed refused = sample_refused[0];
	struct str words = STR_INIT;

	(void)state;
	is.holds.items = &hold;
	is.holds.count = 1;
	refused.detail = "=9";
	is.could_not.items = &refused;
	is.could_not.count = 1;
	compare(&was, &is, &is, &words);
	assert_non_null(strstr(str_text(&words),
			       "! On hold, Gate 3.5 in Room B_2: not listed, "
			       "now 1\n"));
	assert_non_null(strstr(str_text(&words), ", now =9\n"));
	str_release(&words);
}

/* Each number of a table is said in words, none as its key. */
static void every_figure_has_its_words(void **state)
{
	const struct summary day = sample_day();
	struct str was = STR_INIT, is = STR_INIT, words = STR_INIT;
	struct corrections found = {0};
	struct error err = {0};

	(void)state;
	summary_add_csv(&day, false, &was);
	for (size_t i = 0; i < was.len; i++) {
		bool is_last = was.text[i] == '\r' && i > 0 &&
			       was.text[i - 1] >= '0' && was.text[i - 1] <= '9';
		/* Its number is which question it is. */
		bool is_name =
		    i > 11 && strncmp(was.text + i - 11, ".question,", 10) == 0;

		if (is_last && !is_name)
			str_add_char(&is, '1');
		str_add_char(&is, was.text[i]);
	}
	assert_true(corrections_compare(&was, &is, &is, &found, &err));
	assert_true(found.count > 200);
	for (size_t i = 0; i < found.count; i++) {
		const char *text;

		str_clear(&words);
		correction_add_words(&found.items[i], &words);
		text = str_text(&words);
		if (!found.items[i].is_read)
			continue;
		if (text[0] < 'A' || text[0] > 'Z' || strchr(text, '_'))
			fail_msg("no words: %s", text);
	}
	corrections_release(&found);
	str_release(&was);
	str_release(&is);
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
	compare(&was, &is, &is, &words);
	assert_string_equal(str_text(&words),
			    "! Could not, R-4K7-2M9X#2: not listed, now "
			    "listed\n");
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
	assert_true(corrections_compare(&before, &now, &now, &found, &err));
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
	    cmocka_unit_test(names_and_settings_are_no_figures),
	    cmocka_unit_test(what_was_put_right_is_parted_from_what_went_on),
	    cmocka_unit_test(a_channel_is_said_where_it_differs_from_all),
	    cmocka_unit_test(voices_that_came_later_went_on),
	    cmocka_unit_test(peoples_words_stay_as_they_are),
	    cmocka_unit_test(every_figure_has_its_words),
	    cmocka_unit_test(two_of_the_same_are_told_apart),
	    cmocka_unit_test(a_figure_that_was_not_there_yet_is_no_correction),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
