/*
 * The figures as CSV and JSON, and what lengths, ratios and bars are made of.
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
#include "sample_day.h"

#define MINUTES(n) ((n)*CLOCK_MINUTE)

static void json_has_every_key_of_the_product(void **state)
{
	static const char *const keys[] = {
	    "visits",	    "wait",	     "service",	 "hold",
	    "acknowledged", "first_contact", "contacts", "touches",
	    "handoffs",	    "promises",	     "results",	 "could_not",
	    "concerns",	    "feedback",	     "ideas",	 "thanks",
	    "topics",	    "hours",	     "from",	 "to",
	    "site",	    "city",	     "knowledge"};
	struct summary summary = sample_day();
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
	struct summary summary = sample_day();
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
	struct summary summary = sample_day();
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
	    cmocka_unit_test(json_has_every_key_of_the_product),
	    cmocka_unit_test(csv_and_json_agree_to_the_last_figure),
	    cmocka_unit_test(lengths_are_told_to_the_second),
	    cmocka_unit_test(a_ratio_says_what_it_is_a_share_of),
	    cmocka_unit_test(the_busiest_hour_has_the_longest_bar),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
