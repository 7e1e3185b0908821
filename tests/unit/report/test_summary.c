/*
 * The summary as text, CSV and JSON, of a day that was put together by hand.
 * Everybody and everything in it is invented.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/csv.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/day_lines.h"
#include "frontdesk/report/summary.h"

#define MINUTES(n) ((n)*CLOCK_MINUTE)

/* Strings of the hand-made day live as long as the program. */
static struct listed refused[] = {
    {.id = 7,
     .reference = "R-4K7-2M9X",
     .topic = "Fence permit",
     .department = "Planning",
     .detail = "over the height\nthat the zone allows",
     .alternative = "a hedge",
     .appeal = "",
     .who = "Ms. Elena Alvarez"},
};
static struct listed late[] = {
    {.id = 8,
     .reference = "R-0AB-C123",
     .topic = "Dog licence",
     .department = "Animal Services",
     .detail = "not yet",
     .alternative = "",
     .appeal = "",
     .who = "unnamed"},
};
static struct named_count topics[] = {{"Fence permit", 8, 0},
				      {"=Dog licence", 3, 0}};
static struct named_count holds[] = {{"copies", 2, MINUTES(3)}};

static struct summary hand_made(void)
{
	struct summary summary = {
	    .from = {"2026-11-23"},
	    .to = {"2026-11-23"},
	    .site = "City Hall",
	    .city = "Mesa Alta",
	    .wait_target = MINUTES(10),
	    .visits = {.arrived = 12,
		       .served = 9,
		       .left = 2,
		       .open = 1,
		       .left_waiting = 1,
		       .left_called = 1,
		       .unnamed = 2},
	    .wait = {9, MINUTES(5), MINUTES(7), MINUTES(23)},
	    .wait_buckets = {4, 4, 1, 0},
	    .wait_within_target = 7,
	    .service = {9, 330000, 330500, MINUTES(65)},
	    .hold = {2, 90000, 90000, 120000},
	    .holds = {holds, 1},
	    .acknowledged_counter = {11, 10},
	    .not_acknowledged = {late, 1},
	    .first_contact_n = 11,
	    .first_contact_resolved = 8,
	    .could_not = {refused, 1},
	    .topics = {topics, 2},
	};

	summary.by_channel[CHANNEL_WALK_IN] = summary.visits;
	summary.wait_by_channel[CHANNEL_WALK_IN] = summary.wait;
	summary.results[RESULT_ANSWERED] = 10;
	summary.results[RESULT_COULD_NOT] = 1;
	summary.hours[9] = 8;
	summary.hours[19] = 4;
	return summary;
}

static void assert_contains(const char *text, const char *words)
{
	if (strstr(text, words) == NULL)
		fail_msg("\"%s\" is missing from:\n%s", words, text);
}

static void the_first_page_says_the_day_in_sentences(void **state)
{
	struct summary summary = hand_made();
	struct str text = STR_INIT;

	(void)state;
	summary_sentences(&summary, &text);
	assert_contains(str_text(&text), "12 people came to the counter.");
	assert_contains(str_text(&text),
			"9 visits were served, 2 left without being served "
			"(1 while waiting), 1 still open.");
	assert_contains(str_text(&text),
			"Of 9 timed waits half took at most 5 min; the longest "
			"was 23 min. Called within 10 min: 7 of 9, 78%.");
	assert_contains(str_text(&text), "Most came from 9 am to 10 am: 8.");
	assert_contains(str_text(&text), "may still change");
	str_release(&text);
}

static void an_empty_day_has_words_and_no_ratio(void **state)
{
	struct summary summary = {.from = {"2026-11-22"},
				  .to = {"2026-11-22"},
				  .site = "City Hall",
				  .city = "Mesa Alta",
				  .is_closed = true};
	struct str text = STR_INIT;

	(void)state;
	summary_add_text(&summary, NULL, &text);
	assert_contains(str_text(&text),
			"Nobody came to the counter, telephoned or wrote.");
	assert_contains(str_text(&text), "n/a");
	assert_null(strstr(str_text(&text), "of 0"));
	str_release(&text);
}

static void no_line_is_wider_than_80_columns(void **state)
{
	struct summary summary = hand_made();
	struct summary_text how = {.with_names = true};
	struct str text = STR_INIT;
	char *line, *rest;
	int count = 0;

	(void)state;
	/* Wide letters count as what they take on the paper. */
	refused[0].who = "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e \xe7\x8e\x8b"
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
	refused[0].who = "Ms. Elena Alvarez";
	str_release(&text);
}

static void names_stand_only_where_they_are_asked_for(void **state)
{
	struct summary summary = hand_made();
	struct summary_text named = {.with_names = true};
	struct str plain = STR_INIT, text = STR_INIT;

	(void)state;
	summary_add_text(&summary, NULL, &plain);
	summary_add_csv(&summary, false, &plain);
	summary_add_json(&summary, false, &plain);
	assert_null(strstr(str_text(&plain), "Alvarez"));
	assert_contains(str_text(&plain), "R-4K7-2M9X");

	summary_add_text(&summary, &named, &text);
	assert_contains(str_text(&text), "For: Ms. Elena Alvarez");
	str_clear(&text);
	summary_add_csv(&summary, true, &text);
	assert_contains(str_text(&text), "Ms. Elena Alvarez");
	str_clear(&text);
	summary_add_json(&summary, true, &text);
	assert_contains(str_text(&text), "\"Ms. Elena Alvarez\"");
	str_release(&plain);
	str_release(&text);
}

static void a_name_cannot_move_the_printer(void **state)
{
	struct summary summary = hand_made();
	struct summary_text named = {.with_names = true};
	struct str text = STR_INIT;

	(void)state;
	refused[0].who = "Mallory\x1b[2J\f\xe2\x80\xae";
	summary_add_text(&summary, &named, &text);
	summary_add_csv(&summary, true, &text);
	summary_add_json(&summary, true, &text);
	assert_null(strchr(str_text(&text), '\x1b'));
	assert_null(strchr(str_text(&text), '\f'));
	assert_null(strstr(str_text(&text), "\xe2\x80\xae"));
	assert_null(strstr(str_text(&text), "\\u001b"));
	assert_contains(str_text(&text), "Mallory");
	refused[0].who = "Ms. Elena Alvarez";
	str_release(&text);
}

static void the_same_day_gives_the_same_bytes(void **state)
{
	struct summary summary = hand_made();
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
	struct summary summary = hand_made();
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
		assert_contains(str_text(&text), words);
	}
	assert_contains(str_text(&text), "Mesa Alta, City Hall");
	assert_contains(str_text(&text), "Monday, November 23, 2026\n");
	str_clear(&text);
	summary_add_text(&summary, &plain, &text);
	assert_int_equal(count_of(str_text(&text), '\f'), 0);
	str_release(&text);
}

static void no_page_is_longer_than_its_paper(void **state)
{
	struct summary summary = hand_made();
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

static void a_refusal_is_not_torn_between_two_pages(void **state)
{
	struct summary summary = hand_made();
	static struct listed many[100];
	struct str text = STR_INIT;
	int reasons = 0;

	(void)state;
	for (size_t i = 0; i < 100; i++)
		many[i] = refused[0];
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

static void json_has_every_key_of_the_product(void **state)
{
	static const char *const keys[] = {
	    "visits",	    "wait",	     "service",	 "hold",
	    "acknowledged", "first_contact", "contacts", "touches",
	    "handoffs",	    "promises",	     "results",	 "could_not",
	    "concerns",	    "feedback",	     "ideas",	 "thanks",
	    "topics",	    "hours",	     "from",	 "to",
	    "site",	    "city"};
	struct summary summary = hand_made();
	struct str text = STR_INIT;
	struct json *json;
	struct error err = {0};

	(void)state;
	summary_add_json(&summary, false, &text);
	assert_true(json_parse(str_text(&text), text.len, &json, &err));
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (json_get(json, keys[i]) == NULL)
			fail_msg("%s is missing", keys[i]);
	}
	assert_int_equal(json_get_int(json_get(json, "wait"), "median_ms", 0),
			 MINUTES(5));
	assert_int_equal(
	    json_kind(json_get(json_get(json_get(json, "promises"), "kept"),
			       "share")),
	    JSON_KIND_NULL);
	json_free(json);
	str_release(&text);
}

/* The value that JSON has at the end of a CSV row's way. */
struct agree {
	struct json *json;
	int compared;
};

static void json_words(const struct json *value, struct str *out)
{
	switch (json_kind(value)) {
	case JSON_KIND_NULL:
		str_add(out, "n/a");
		return;
	case JSON_KIND_BOOL:
		str_add(out, json_bool(value) ? "yes" : "no");
		return;
	case JSON_KIND_INT:
		str_addf(out, "%lld", (long long)json_int(value));
		return;
	case JSON_KIND_REAL: {
		struct str text = STR_INIT;

		json_write(value, false, &text);
		str_addf(out, "%.4f", strtod(str_text(&text), NULL));
		str_release(&text);
		return;
	}
	default:
		str_add(out, json_text(value));
	}
}

static bool agrees(const struct csv_row *row, void *state, struct error *err)
{
	struct agree *agree = state;
	const struct json *value;
	struct str words = STR_INIT;
	char *step, *rest = row->fields[1];

	(void)err;
	assert_int_equal(row->count, 3);
	if (row->line == 1)
		return true;
	value = json_get(agree->json, row->fields[0]);
	while (value != NULL && (step = strsep(&rest, ".")) != NULL) {
		if (*step == '\0')
			break;
		value = json_kind(value) == JSON_KIND_ARRAY
			    ? json_at(value, (size_t)atoi(step) - 1)
			    : json_get(value, step);
	}
	if (value == NULL)
		fail_msg("JSON has no %s %s", row->fields[0], row->fields[1]);
	json_words(value, &words);
	/* A leading = is defused in a table, and only there. */
	assert_string_equal(str_text(&words),
			    row->fields[2] + (row->fields[2][0] == '\''));
	str_release(&words);
	agree->compared++;
	return true;
}

static void csv_and_json_agree_to_the_last_figure(void **state)
{
	struct summary summary = hand_made();
	struct str csv = STR_INIT, json = STR_INIT;
	struct agree agree = {0};
	struct error err = {0};
	FILE *in;

	(void)state;
	summary_add_csv(&summary, true, &csv);
	summary_add_json(&summary, true, &json);
	assert_true(json_parse(str_text(&json), json.len, &agree.json, &err));
	in = fmemopen(csv.text, csv.len, "r");
	if (!csv_read(in, agrees, &agree, &err))
		fail_msg("%s", err.text);
	fclose(in);
	assert_true(agree.compared > 200);
	json_free(agree.json);
	str_release(&csv);
	str_release(&json);
}

static void lengths_are_told_to_the_second(void **state)
{
	static const struct {
		int64_t length;
		const char *words;
	} cases[] = {{0, "0 min"},	     {499, "0 min"},
		     {500, "1 s"},	     {30000, "30 s"},
		     {330000, "5 min 30 s"}, {300000, "5 min"},
		     {3600000, "1 h 0 min"}, {3905000, "1 h 5 min 5 s"}};
	struct str text = STR_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		str_clear(&text);
		report_add_length(cases[i].length, &text);
		assert_string_equal(str_text(&text), cases[i].words);
	}
	str_release(&text);
}

static void a_ratio_says_what_it_is_a_share_of(void **state)
{
	struct str text = STR_INIT;

	(void)state;
	report_add_ratio(7, 9, &text);
	assert_string_equal(str_text(&text), "7 of 9, 78%");
	str_clear(&text);
	report_add_ratio(0, 0, &text);
	assert_string_equal(str_text(&text), "n/a");
	str_release(&text);
}

static void the_busiest_hour_has_the_longest_bar(void **state)
{
	struct summary summary = hand_made();
	struct day_lines lines = {0};
	int bars = 0, longest = 0;

	(void)state;
	day_lines_tables(&summary, 80, false, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		const struct day_line *line = &lines.items[i];

		if (line->kind != DAY_LINE_BAR)
			continue;
		bars++;
		assert_true(line->bar_col + line->bar_eighths / 8 <= 80);
		if (strstr(line->text, " 9 am") != NULL)
			longest = line->bar_eighths;
		if (strstr(line->text, " 7 pm") != NULL)
			assert_int_equal(line->bar_eighths, 60 * 8 / 2);
	}
	assert_int_equal(longest, 60 * 8);
	/* 8 am to 7 pm, and the two topics. */
	assert_int_equal(bars, 12 + 2);
	day_lines_release(&lines);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_first_page_says_the_day_in_sentences),
	    cmocka_unit_test(an_empty_day_has_words_and_no_ratio),
	    cmocka_unit_test(no_line_is_wider_than_80_columns),
	    cmocka_unit_test(names_stand_only_where_they_are_asked_for),
	    cmocka_unit_test(a_name_cannot_move_the_printer),
	    cmocka_unit_test(the_same_day_gives_the_same_bytes),
	    cmocka_unit_test(every_page_says_which_of_how_many_it_is),
	    cmocka_unit_test(no_page_is_longer_than_its_paper),
	    cmocka_unit_test(a_refusal_is_not_torn_between_two_pages),
	    cmocka_unit_test(json_has_every_key_of_the_product),
	    cmocka_unit_test(csv_and_json_agree_to_the_last_figure),
	    cmocka_unit_test(lengths_are_told_to_the_second),
	    cmocka_unit_test(a_ratio_says_what_it_is_a_share_of),
	    cmocka_unit_test(the_busiest_hour_has_the_longest_bar),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
