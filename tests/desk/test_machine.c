/*
 * What a summary is for machines: its forms agree, its JSON is as its schema
 * has it, and docs/interchange.md names whatever stands in them. Everybody
 * here is invented.
 */
#include <string.h>

#include "agree.h"
#include "closed_day.h"
#include "demo_city.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/report/corrections.h"
#include "frontdesk/report/summary.h"
#include "page_keys.h"
#include "schema.h"

/* Of the demo city: a Friday behind it, its week, and the day that is on. */
static const struct {
	struct day from, to;
	const char *department, *topic;
	bool is_all_sites;
} cases[] = {
    {{"2026-11-20"}, {"2026-11-20"}, NULL, NULL, false},
    {{"2026-11-23"}, {"2026-11-23"}, NULL, NULL, false},
    {{"2026-11-22"}, {"2026-11-22"}, NULL, NULL, false}, /* nobody came */
    {{"2026-11-16"}, {"2026-11-22"}, NULL, NULL, false},
    {{"2026-10-01"}, {"2026-10-31"}, NULL, NULL, false},
    {{"2026-11-16"}, {"2026-11-22"}, NULL, NULL, true},
    {{"2026-11-16"}, {"2026-11-22"}, NULL, "Fence permit", false},
    {{"2026-11-16"}, {"2026-11-22"}, "Planning", NULL, false},
};

static void sum_up(struct fixture *fixture, size_t at, struct summary *out)
{
	struct summary_scope scope = {.from = cases[at].from,
				      .to = cases[at].to,
				      .is_all_sites = cases[at].is_all_sites,
				      .is_whole = true};
	struct error err = {0};

	fixture_ok(desk_sign_in_account(fixture->desk, DEMO_SUPERVISOR, &err));
	fixture_ok(desk_find_scope(fixture->desk, NULL, cases[at].department,
				   cases[at].topic, &scope, &err));
	fixture_ok(desk_sum_up_scope(fixture->desk, &scope, out, &err));
}

static void text_csv_and_json_of_the_demo_city_agree(void **state)
{
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		struct summary summary;

		sum_up(*state, i, &summary);
		assert_true(agree_forms(&summary, false) > 400);
		assert_true(agree_forms(&summary, true) > 400);
		summary_release(&summary);
	}
}

/* Not only many: no number of the JSON is left out of the text. The first and
 * the last of the cases are whole, and a part. */
static void every_number_is_held_against_the_text(void **state)
{
	for (size_t i = 0; i < MEM_COUNT(cases); i += MEM_COUNT(cases) - 1) {
		struct str text = STR_INIT;
		struct summary summary;
		struct json *json;

		sum_up(*state, i, &summary);
		json = agree_json(&summary, false);
		summary_add_text(&summary, NULL, &text);
		assert_true(agree_text_holds_all(json, str_text(&text)) > 100);
		json_free(json);
		str_release(&text);
		summary_release(&summary);
	}
}

static void json_of_any_days_is_as_its_schema_has_it(void **state)
{
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		struct summary summary;
		struct str json = STR_INIT;

		sum_up(*state, i, &summary);
		summary_add_json(&summary, false, &json);
		assert_null(strstr(str_text(&json), "\"who\""));
		schema_accepts("summary", str_text(&json));
		str_clear(&json);
		summary_add_json(&summary, true, &json);
		schema_accepts("summary", str_text(&json));
		str_release(&json);
		summary_release(&summary);
	}
}

static void replace(struct str *text, const char *old, const char *new)
{
	char *at = strstr(str_text(text), old);
	size_t offset;

	if (at == NULL)
		fail_msg("%s is not in: %s", old, str_text(text));
	offset = (size_t)(at - text->text);
	str_remove(text, offset, strlen(old));
	str_insert(text, offset, new, strlen(new));
}

static void json_that_is_wrong_is_refused_by_the_schema(void **state)
{
	static const struct {
		const char *old, *new, *path;
	} wrong[] = {
	    {"\"city\": \"", "\"town\": \"", "$: "},
	    {"\"over\": true", "\"over\": \"yes\"", "$.over"},
	    {"\"from\": \"2026", "\"from\": \"26", "$.from"},
	    {"\"carried_in\": ", "\"carried_in\": -1", "$.visits.carried_in"},
	    {"\"waiting\": ", "\"more\": 1, \"waiting\": ",
	     "$.visits.left_while"},
	    {"\"08\": ", "\"8\": ", "$.hours"},
	    {"\"head\": \"", "\"head\": \"x", "$.audit.head"},
	    {"\"with\": \"weekdays\"", "\"with\": \"years\"",
	     "$.compared.with"},
	    {"\"satisfaction\"", "\"pace\"", "$.feedback.questions[0].about"},
	};
	struct summary summary;

	sum_up(*state, 0, &summary);
	for (size_t i = 0; i < MEM_COUNT(wrong); i++) {
		struct str json = STR_INIT;

		summary_add_json(&summary, false, &json);
		replace(&json, wrong[i].old, wrong[i].new);
		schema_refuses("summary", str_text(&json), wrong[i].path);
		str_release(&json);
	}
	summary_release(&summary);
}

static void
a_closed_day_and_its_corrections_are_as_their_schemas_say(void **state)
{
	struct fixture *fixture = *state;
	struct corrections found;
	struct str out = STR_INIT;
	struct error err = {0};
	int64_t visits[2];
	struct json *list = json_new_array();

	closed_day_log(fixture, visits);
	closed_day_begin(fixture);
	closed_day_close(fixture);
	closed_day_log(fixture, visits);
	out = closed_day_paper(fixture, "json", false);
	schema_accepts("summary", str_text(&out));
	str_release(&out);
	out = closed_day_paper(fixture, "json", true);
	schema_accepts("summary", str_text(&out));
	str_release(&out);
	fixture_ok(desk_add_day_remarks(
	    fixture->desk, closed_day,
	    (const char *[CLOSING_REMARKS]){"Two more on paper"}, &err));
	fixture_ok(corrections_find(fixture->desk, closed_day, &found, &err));
	assert_true(found.count > 5);
	json_push(list, corrections_json(fixture->desk, &found));
	json_write(list, true, &out);
	schema_accepts("corrections", str_text(&out));
	replace(&out, "\"kind\": \"corrected\"", "\"kind\": \"wrong\"");
	schema_refuses("corrections", str_text(&out), "kind");
	json_free(list);
	str_release(&out);
	corrections_release(&found);
}

static void the_tables_of_a_closed_day_stay_as_they_are(void **state)
{
	const struct summary_scope scope = {
	    .from = closed_day, .to = closed_day, .is_whole = true};
	struct fixture *fixture = *state;
	struct day_files first, again;
	struct error err = {0};
	int64_t visits[2];
	bool is_closed;

	closed_day_log(fixture, visits);
	closed_day_begin(fixture);
	closed_day_close(fixture);
	fixture_ok(day_form_make_tables(fixture->desk, &scope, false, &first,
					&is_closed, &err));
	assert_true(is_closed);
	closed_day_log(fixture, visits);
	fixture_ok(day_form_make_tables(fixture->desk, &scope, false, &again,
					&is_closed, &err));
	assert_true(is_closed);
	assert_int_equal(again.count, first.count);
	for (size_t i = 0; i < first.count; i++)
		assert_string_equal(str_text(&first.items[i].text),
				    str_text(&again.items[i].text));
	assert_string_equal(first.items[1].name, "visits");
	assert_string_equal(first.items[first.count - 1].name, "remarks");
	assert_non_null(strstr(str_text(&first.items[first.count - 1].text),
			       ",'=Two windows alone\r\n"));
	assert_non_null(strstr(str_text(&first.items[1].text), ",all,2,2,"));
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM "
						 "day_paper WHERE form LIKE "
						 "'csv-%'"),
			 (int64_t)first.count - 1);
	day_files_release(&first);
	day_files_release(&again);
}

#define PAGE "\n## Summary as JSON and CSV", "\n## Corrections"

static void the_page_names_every_key_of_the_json(void **state)
{
	struct page_keys keys;

	page_keys_open(&keys, PAGE);
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		struct summary summary;
		struct json *json;

		sum_up(*state, i, &summary);
		json = agree_json(&summary, true);
		page_keys_expect_all(&keys, json);
		json_free(json);
		summary_release(&summary);
	}
	assert_true(keys.count > 1000);
	page_keys_close(&keys);
}

static void the_page_names_every_table_and_its_columns(void **state)
{
	struct page_keys keys;
	struct summary summary;
	const char *name;

	page_keys_open(&keys, PAGE);
	sum_up(*state, 0, &summary);
	for (size_t i = 0; (name = summary_table_name(i)) != NULL; i++) {
		struct str row = STR_INIT, csv = STR_INIT;
		struct agree_csv table;

		str_addf(&row, "| `%s.csv` |", name);
		for (int j = 0; j < 2; j++) {
			str_clear(&csv);
			summary_add_table(&summary, name, j == 1, &csv);
			agree_csv_read(&csv, &table);
			for (size_t k = 3; k < table.rows[0].count; k++)
				page_keys_expect(&keys,
						 table.rows[0].fields[k]);
			agree_csv_release(&table);
		}
		if (strstr(str_text(&keys.page), str_text(&row)) == NULL)
			fail_msg("docs/interchange.md has no row %s",
				 str_text(&row));
		str_release(&row);
		str_release(&csv);
	}
	summary_release(&summary);
	page_keys_close(&keys);
}

#define OWN(test)                                                              \
	cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	/* They only read: one city is enough. */
	const struct CMUnitTest of_demo[] = {
	    cmocka_unit_test(text_csv_and_json_of_the_demo_city_agree),
	    cmocka_unit_test(every_number_is_held_against_the_text),
	    cmocka_unit_test(json_of_any_days_is_as_its_schema_has_it),
	    cmocka_unit_test(json_that_is_wrong_is_refused_by_the_schema),
	    cmocka_unit_test(the_page_names_every_key_of_the_json),
	    cmocka_unit_test(the_page_names_every_table_and_its_columns),
	};
	const struct CMUnitTest of_closed_day[] = {
	    OWN(a_closed_day_and_its_corrections_are_as_their_schemas_say),
	    OWN(the_tables_of_a_closed_day_stay_as_they_are),
	};
	int failed =
	    cmocka_run_group_tests(of_demo, demo_city_setup, fixture_teardown);

	return failed + cmocka_run_group_tests(of_closed_day, NULL, NULL);
}
