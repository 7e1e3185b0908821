/*
 * The day as pages of text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/text.h"
#include "frontdesk/report/day_lines.h"
#include "frontdesk/report/summary.h"
#include "sample_day.h"

static void the_first_page_says_the_day_in_sentences(void **state)
{
	struct summary summary = sample_day();
	struct str text = STR_INIT;

	(void)state;
	summary_sentences(&summary, &text);
	sample_contains(str_text(&text), "12 people came to the counter.");
	sample_contains(str_text(&text),
			"9 visits were served, 2 left without being served "
			"(1 while waiting), 1 still open. The busiest hour was "
			"from 9 am to 10 am: 8.");
	sample_contains(str_text(&text),
			" Visits with a name where we knew how to address "
			"everybody: 7 of 9, 78%.");
	sample_contains(str_text(&text),
			"The median of 9 timed waits was 5 min, the longest 23 "
			"min. Called within 10 min: 7 of 9, 78%.");
	sample_contains(str_text(&text), "may still change");
	str_release(&text);
}

static void an_empty_day_has_words_and_no_ratio(void **state)
{
	struct summary summary = {.from = {"2026-11-22"},
				  .to = {"2026-11-22"},
				  .site = "City Hall",
				  .city = "Mesa Alta",
				  .is_over = true};
	struct str text = STR_INIT;

	(void)state;
	summary_add_text(&summary, NULL, &text);
	sample_contains(str_text(&text),
			"Nobody came to the counter, telephoned or wrote.");
	sample_contains(str_text(&text), "n/a");
	assert_null(strstr(str_text(&text), "of 0"));
	str_release(&text);
}

static void what_it_is_compared_with_is_said(void **state)
{
	static const struct {
		enum compared with;
		const char *from, *to, *words;
	} cases[] = {
	    {COMPARED_WEEKDAYS, "2026-10-26", "2026-11-16",
	     "12 visits so far; the same weekdays of the last four weeks (3 "
	     "with visits) had 38.0 on average, and a median wait of 5 min."},
	    {COMPARED_WEEK, "2026-11-16", "2026-11-22",
	     "12 visits so far; the whole week before (Mon Nov 16 to Sun Nov "
	     "22) had 114 on 3 days, and"},
	    {COMPARED_MONTH, "2026-10-01", "2026-10-31",
	     "12 visits so far; the whole month before (Thu Oct 1 to Sat Oct "
	     "31) had 114 on 3 days, and"},
	};
	struct str text = STR_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct summary summary = sample_day();

		summary.compared.with = cases[i].with;
		snprintf(summary.compared.from.text, 11, "%s", cases[i].from);
		snprintf(summary.compared.to.text, 11, "%s", cases[i].to);
		summary.compared.days = 3;
		summary.compared.arrived = 114;
		summary.compared.wait =
		    (struct length_figures){114, 300000, 300000, 300000};
		str_clear(&text);
		summary_sentences(&summary, &text);
		sample_contains(str_text(&text), cases[i].words);
	}
	str_release(&text);
}

static void no_line_is_wider_than_80_columns(void **state)
{
	struct summary summary = sample_day();
	struct summary_text how = {.with_names = true};
	struct str text = STR_INIT;
	char *line, *rest;
	int count = 0;

	(void)state;
	/* Wide letters count as what they take on the paper. */
	sample_refused[0].who =
	    "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e \xe7\x8e\x8b"
	    "\xe5\xb0\x8f\xe6\x98\x8e \xe7\x8e\x8b\xe5\xb0\x8f"
	    "\xe6\x98\x8e \xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e "
	    "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e \xe7\x8e\x8b"
	    "\xe5\xb0\x8f\xe6\x98\x8e \xe7\x8e\x8b\xe5\xb0\x8f"
	    "\xe6\x98\x8e \xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e "
	    "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e \xe7\x8e\x8b"
	    "\xe5\xb0\x8f\xe6\x98\x8e \xe7\x8e\x8b\xe5\xb0\x8f";
	summary.city = "A city whose name is so very long that no page of any "
		       "printer could ever hold it";
	summary_add_text(&summary, &how, &text);
	for (line = text.text; line != NULL; line = rest) {
		rest = strchr(line, '\n');
		if (rest != NULL)
			*rest++ = '\0';
		if (text_width(line) > 80)
			fail_msg("%d columns: %s", text_width(line), line);
		count++;
	}
	assert_true(count > 60);
	sample_refused[0].who = "Ms. Elena Alvarez";
	str_release(&text);
}

static void names_stand_only_where_they_are_asked_for(void **state)
{
	struct summary summary = sample_day();
	struct summary_text named = {.with_names = true};
	struct str plain = STR_INIT, text = STR_INIT;

	(void)state;
	summary_add_text(&summary, NULL, &plain);
	summary_add_csv(&summary, false, &plain);
	summary_add_json(&summary, false, &plain);
	assert_null(strstr(str_text(&plain), "Alvarez"));
	sample_contains(str_text(&plain), "R-4K7-2M9X");

	summary_add_text(&summary, &named, &text);
	sample_contains(str_text(&text), "For: Ms. Elena Alvarez");
	str_clear(&text);
	summary_add_csv(&summary, true, &text);
	sample_contains(str_text(&text), "Ms. Elena Alvarez");
	str_clear(&text);
	summary_add_json(&summary, true, &text);
	sample_contains(str_text(&text), "\"Ms. Elena Alvarez\"");
	str_release(&plain);
	str_release(&text);
}

static void a_name_cannot_move_the_printer(void **state)
{
	struct summary summary = sample_day();
	struct summary_text named = {.with_names = true};
	struct str text = STR_INIT;

	(void)state;
	sample_refused[0].who = "Mallory\x1b[2J\f\xe2\x80\xae";
	summary_add_text(&summary, &named, &text);
	summary_add_csv(&summary, true, &text);
	summary_add_json(&summary, true, &text);
	assert_null(strchr(str_text(&text), '\x1b'));
	assert_null(strchr(str_text(&text), '\f'));
	assert_null(strstr(str_text(&text), "\xe2\x80\xae"));
	assert_null(strstr(str_text(&text), "\\u001b"));
	sample_contains(str_text(&text), "Mallory");
	sample_refused[0].who = "Ms. Elena Alvarez";
	str_release(&text);
}

static void the_same_day_gives_the_same_bytes(void **state)
{
	struct summary summary = sample_day();
	struct str one = STR_INIT, other = STR_INIT;

	(void)state;
	summary_add_text(&summary, NULL, &one);
	summary_add_text(&summary, NULL, &other);
	assert_string_equal(str_text(&one), str_text(&other));
	str_release(&one);
	str_release(&other);
}

static int count_of(const char *text, char wanted)
{
	int count = 0;

	for (; *text != '\0'; text++)
		count += *text == wanted;
	return count;
}

static void every_page_says_which_of_how_many_it_is(void **state)
{
	struct summary summary = sample_day();
	struct summary_text plain = {0};
	struct str text = STR_INIT;
	int pages;

	(void)state;
	summary_add_text(&summary, NULL, &text);
	pages = count_of(str_text(&text), '\f') + 1;
	assert_true(pages > 1);
	for (int i = 1; i <= pages; i++) {
		char words[40];

		snprintf(words, sizeof(words), "page %d of %d\n", i, pages);
		sample_contains(str_text(&text), words);
	}
	sample_contains(str_text(&text), "Mesa Alta, City Hall");
	sample_contains(str_text(&text), "Monday, November 23, 2026\n");
	str_clear(&text);
	summary_add_text(&summary, &plain, &text);
	assert_int_equal(count_of(str_text(&text), '\f'), 0);
	str_release(&text);
}

static void no_page_is_longer_than_its_paper(void **state)
{
	struct summary summary = sample_day();
	static struct named_count many[200];
	struct str text = STR_INIT;
	char *page, *rest;

	(void)state;
	for (size_t i = 0; i < 200; i++)
		many[i] = (struct named_count){"A topic", 200, 0};
	summary.topics = (struct named_counts){many, 200};
	summary_add_text(&summary, NULL, &text);
	for (page = text.text; page != NULL; page = rest) {
		rest = strchr(page, '\f');
		if (rest != NULL)
			*rest++ = '\0';
		assert_in_range(count_of(page, '\n'), 5, 56);
	}
	str_release(&text);
}

static struct {
	int calls, last, before_pages;
	bool has_gone_back;
} told;

static void note_progress(void *state, int percent)
{
	(void)state;
	told.has_gone_back = told.has_gone_back || percent <= told.last;
	told.last = percent;
	told.calls++;
	told.before_pages += percent <= 80;
}

/* A year of a city has thousands of pages. */
static void how_far_many_pages_are_is_told(void **state)
{
	static struct listed many[20000];
	const struct summary_text how = {.progress = note_progress};
	struct summary summary = sample_day();
	struct str text = STR_INIT, untold = STR_INIT;

	(void)state;
	for (size_t i = 0; i < 20000; i++)
		many[i] = sample_refused[0];
	summary.could_not = (struct listed_list){many, 20000};
	summary_add_text(&summary, &how, &text);
	assert_false(told.has_gone_back);
	assert_int_equal(told.last, 100);
	assert_true(told.calls > 60);
	assert_true(told.before_pages > 50);
	summary_add_text(&summary, &(struct summary_text){0}, &untold);
	assert_string_equal(str_text(&text), str_text(&untold));
	str_release(&text);
	str_release(&untold);
}

static void a_refusal_is_not_torn_between_two_pages(void **state)
{
	struct summary summary = sample_day();
	static struct listed many[100];
	struct str text = STR_INIT;
	int reasons = 0;

	(void)state;
	for (size_t i = 0; i < 100; i++)
		many[i] = sample_refused[0];
	summary.could_not = (struct listed_list){many, 100};
	summary_add_text(&summary, NULL, &text);
	/* A page's first line after its head is never a reason or the like. */
	for (const char *page = strchr(str_text(&text), '\f'); page != NULL;
	     page = strchr(page + 1, '\f')) {
		const char *body = strstr(page, "--\n\n");

		assert_non_null(body);
		assert_int_not_equal(strncmp(body + 4, "    ", 4), 0);
		reasons += strncmp(body + 4, "  R-4K7", 7) == 0;
	}
	assert_true(reasons >= 5);
	str_release(&text);
}

static void days_are_said_as_short_as_they_can_be(void **state)
{
	static const struct {
		const char *from, *to, *words;
	} cases[] = {
	    {"2026-11-23", "2026-11-23", "Monday, November 23, 2026"},
	    {"2026-11-01", "2026-11-30", "November 2026"},
	    {"2028-02-01", "2028-02-29", "February 2028"},
	    {"2026-02-01", "2026-02-28", "February 2026"},
	    {"2028-02-01", "2028-02-28", "February 1 to 28, 2028"},
	    {"2026-12-01", "2026-12-31", "December 2026"},
	    {"2026-01-01", "2026-12-31", "2026"},
	    {"2026-01-01", "2026-06-30", "January 1 to June 30, 2026"},
	    {"2025-01-01", "2026-12-31",
	     "January 1, 2025 to December 31, 2026"},
	    {"2026-11-23", "2026-11-29", "Week of November 23 to 29, 2026"},
	    {"2026-11-22", "2026-11-28", "November 22 to 28, 2026"},
	    {"2026-11-30", "2026-12-06",
	     "Week of November 30 to December 6, 2026"},
	    {"2026-12-28", "2027-01-03",
	     "Week of December 28, 2026 to January 3, 2027"},
	    {"2026-11-01", "2026-11-15", "November 1 to 15, 2026"},
	    {"2026-10-28", "2026-11-03", "October 28 to November 3, 2026"},
	};
	struct str text = STR_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct day from, to;

		snprintf(from.text, sizeof(from.text), "%s", cases[i].from);
		snprintf(to.text, sizeof(to.text), "%s", cases[i].to);
		str_clear(&text);
		report_add_days(from, to, &text);
		assert_string_equal(str_text(&text), cases[i].words);
	}
	str_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_first_page_says_the_day_in_sentences),
	    cmocka_unit_test(days_are_said_as_short_as_they_can_be),
	    cmocka_unit_test(an_empty_day_has_words_and_no_ratio),
	    cmocka_unit_test(what_it_is_compared_with_is_said),
	    cmocka_unit_test(no_line_is_wider_than_80_columns),
	    cmocka_unit_test(names_stand_only_where_they_are_asked_for),
	    cmocka_unit_test(a_name_cannot_move_the_printer),
	    cmocka_unit_test(the_same_day_gives_the_same_bytes),
	    cmocka_unit_test(every_page_says_which_of_how_many_it_is),
	    cmocka_unit_test(no_page_is_longer_than_its_paper),
	    cmocka_unit_test(how_far_many_pages_are_is_told),
	    cmocka_unit_test(a_refusal_is_not_torn_between_two_pages),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
