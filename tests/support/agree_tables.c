/*
 * agree_tables.c - JSON and the tables of the folder
 */
#include "agree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/report/summary.h"
#include "report/summary_table_list.h"

#define HEAD 3 /* site, from, to */

struct reading {
	const struct table_spec *spec;
	const struct agree_csv *table;
	size_t row;   /* the next one */
	size_t first; /* cell after those that each row begins with */
	bool with_names;
	size_t compared;
};

static const struct agree_row *next_row(struct reading *reading)
{
	if (reading->row >= reading->table->count)
		fail_msg("%s.csv has too few rows", reading->spec->name);
	return &reading->table->rows[reading->row++];
}

static void expect_cell(struct reading *reading, const struct agree_row *row,
			size_t cell, const char *text)
{
	if (cell >= row->count || !str_same(row->fields[cell], text))
		fail_msg("%s.csv, row %zu: \"%s\" should be \"%s\"",
			 reading->spec->name, reading->row,
			 cell < row->count ? row->fields[cell] : "nothing",
			 text);
	reading->compared++;
}

/* "references.#.reference": each, with a bar between them. */
static void add_expected(const struct json *from, const char *path,
			 struct str *out)
{
	const char *list = strstr(path, ".#.");
	const struct json *value;
	char *name;

	if (list == NULL) {
		value = agree_at(from, path);
		if (value != NULL)
			agree_add_value(value, out);
		return;
	}
	name = mem_copy_n(path, (size_t)(list - path));
	value = agree_at(from, name);
	for (size_t i = 0; value != NULL && i < json_count(value); i++) {
		str_add(out, i > 0 ? "|" : "");
		agree_add_value(agree_at(json_at(value, i), list + 3), out);
	}
	free(name);
}

static void expect_member(struct reading *reading, const struct json *member,
			  const char *label)
{
	const struct table_spec *spec = reading->spec;
	const struct agree_row *row = next_row(reading);
	size_t cell = reading->first;

	if (spec->label != NULL)
		expect_cell(reading, row, HEAD, label);
	for (size_t i = 0; i < TABLE_COLUMNS && spec->columns[i].path; i++) {
		struct str text = STR_INIT;

		if (spec->columns[i].is_of_names && !reading->with_names)
			continue;
		add_expected(member, spec->columns[i].path, &text);
		expect_cell(reading, row, cell++, str_text(&text));
		str_release(&text);
	}
	assert_int_equal(row->count, cell);
}

static void expect_one(const char *key, struct json *value, void *state)
{
	if (json_kind(value) == JSON_KIND_OBJECT)
		expect_member(state, value, key);
}

/* A figure, or the count of a ratio; n is of them together. */
static void expect_count_of(const char *key, struct json *value, void *state)
{
	struct reading *reading = state;
	struct str text = STR_INIT;
	const struct agree_row *row;

	if (json_kind(value) == JSON_KIND_OBJECT)
		value = json_get(value, "count");
	if (value == NULL || json_kind(value) != JSON_KIND_INT ||
	    str_same(key, "n"))
		return;
	row = next_row(reading);
	agree_add_value(value, &text);
	expect_cell(reading, row, HEAD, key);
	expect_cell(reading, row, HEAD + 1, str_text(&text));
	assert_int_equal(row->count, HEAD + 2);
	str_release(&text);
}

/* The decisions on ideas stand between what they are of. */
static void expect_ideas(const struct json *ideas, struct reading *reading)
{
	static const char *const keys[] = {"new", "decided"};

	for (size_t i = 0; i < MEM_COUNT(keys); i++)
		expect_count_of(keys[i], json_get(ideas, keys[i]), reading);
	json_each(json_get(ideas, "decisions"), expect_count_of, reading);
	expect_count_of("answered", json_get(ideas, "answered"), reading);
}

static void expect_source(const struct json *json,
			  const struct table_source *source,
			  struct reading *reading)
{
	const struct json *at =
	    source->path != NULL ? agree_at(json, source->path) : NULL;

	if (at == NULL || json_kind(at) == JSON_KIND_NULL)
		return;
	if (source->rows == TABLE_ONE)
		expect_member(reading, at, "all");
	else if (str_same(reading->spec->name, "ideas"))
		expect_ideas(at, reading);
	else if (source->rows == TABLE_VALUES)
		json_each(at, expect_count_of, reading);
	else if (json_kind(at) == JSON_KIND_OBJECT)
		json_each(at, expect_one, reading);
	else
		for (size_t i = 0; i < json_count(at); i++)
			expect_member(reading, json_at(at, i), NULL);
}

static void expect_head(const struct json *json, struct reading *reading)
{
	static const char *const keys[HEAD] = {"site", "from", "to"};
	size_t columns = reading->table->rows[0].count;

	for (size_t i = 0; i < HEAD; i++)
		assert_string_equal(reading->table->rows[0].fields[i], keys[i]);
	for (size_t row = 1; row < reading->table->count; row++) {
		assert_int_equal(reading->table->rows[row].count, columns);
		for (size_t i = 0; i < HEAD; i++)
			assert_string_equal(reading->table->rows[row].fields[i],
					    json_get_text(json, keys[i]));
	}
}

size_t agree_tables(const struct json *json, const struct summary *summary,
		    bool with_names)
{
	size_t count, compared = 0;
	const struct table_spec *list = summary_table_list(&count);

	for (size_t i = 0; i < count; i++) {
		bool is_ideas = str_same(list[i].name, "ideas");
		struct reading reading = {
		    .spec = &list[i],
		    .row = 1,
		    .first = HEAD + (list[i].label != NULL),
		    .with_names = with_names,
		};
		struct str csv = STR_INIT;
		struct agree_csv table;

		assert_true(
		    summary_add_table(summary, list[i].name, with_names, &csv));
		agree_csv_read(&csv, &table);
		reading.table = &table;
		expect_head(json, &reading);
		for (size_t j = 0; j < (is_ideas ? 1 : TABLE_SOURCES); j++)
			expect_source(json, &list[i].sources[j], &reading);
		if (reading.row != table.count)
			fail_msg("%s.csv has rows too many", list[i].name);
		compared += reading.compared;
		agree_csv_release(&table);
		str_release(&csv);
	}
	return compared;
}
