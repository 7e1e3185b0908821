/*
 * agree.c - JSON and the one table of CSV
 */
#include "agree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/report/summary.h"

struct json *agree_json(const struct summary *summary, bool with_names)
{
	struct str text = STR_INIT;
	struct error err = {0};
	struct json *json;

	summary_add_json(summary, with_names, &text);
	if (!json_parse(str_text(&text), text.len, &json, &err))
		fail_msg("%s", err.text);
	str_release(&text);
	return json;
}

const struct json *agree_at(const struct json *from, const char *path)
{
	while (from != NULL && *path != '\0') {
		size_t len = strcspn(path, ".");
		char *step = mem_copy_n(path, len);
		size_t number = strtoul(step, NULL, 10);

		if (json_kind(from) == JSON_KIND_OBJECT)
			from = json_get(from, step);
		else if (json_kind(from) == JSON_KIND_ARRAY && number > 0 &&
			 number <= json_count(from))
			from = json_at(from, number - 1);
		else
			from = NULL;
		free(step);
		path += len + (path[len] == '.');
	}
	return from;
}

int64_t agree_number(const struct json *from, const char *path)
{
	const struct json *value = agree_at(from, path);

	if (value == NULL || json_kind(value) != JSON_KIND_INT)
		fail_msg("%s is no number of the JSON", path);
	return json_int(value);
}

/* What a spreadsheet would compute; a number is one. */
static bool is_formula(const char *text)
{
	static const char *const begins[] = {
	    "=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
	char *end;

	strtod(text, &end);
	if (end != text && *end == '\0')
		return false;
	for (size_t i = 0; i < MEM_COUNT(begins); i++)
		if (strncmp(text, begins[i], strlen(begins[i])) == 0)
			return true;
	return false;
}

/* Four places, and no more of them in the JSON than that. */
static void add_share(const struct json *value, struct str *out)
{
	struct str real = STR_INIT, rounded = STR_INIT;

	json_write(value, false, &real);
	str_addf(&rounded, "%.4f", strtod(str_text(&real), NULL));
	if (strtod(str_text(&real), NULL) != strtod(str_text(&rounded), NULL))
		fail_msg("the JSON has a share of %s", str_text(&real));
	str_add(out, str_text(&rounded));
	str_release(&real);
	str_release(&rounded);
}

void agree_add_value(const struct json *value, struct str *out)
{
	switch (json_kind(value)) {
	case JSON_KIND_INT:
		str_add_int(out, json_int(value));
		break;
	case JSON_KIND_BOOL:
		str_add(out, json_bool(value) ? "yes" : "no");
		break;
	case JSON_KIND_REAL:
		add_share(value, out);
		break;
	case JSON_KIND_NULL:
		str_add(out, "n/a");
		break;
	default:
		if (out->len == 0 && is_formula(json_text(value)))
			str_add_char(out, '\'');
		str_add(out, json_text(value));
	}
}

static bool take_row(const struct csv_row *row, void *state, struct error *err)
{
	struct agree_csv *csv = state;
	struct agree_row *to;

	(void)err;
	csv->rows = mem_resize(csv->rows, csv->count + 1, sizeof(*csv->rows));
	to = &csv->rows[csv->count++];
	*to =
	    (struct agree_row){mem_new(row->count, sizeof(char *)), row->count};
	for (size_t i = 0; i < row->count; i++)
		to->fields[i] = mem_copy(row->fields[i]);
	return true;
}

void agree_csv_read(const struct str *csv, struct agree_csv *out)
{
	FILE *file = fmemopen(csv->text, csv->len, "r");
	struct error err = {0};

	*out = (struct agree_csv){0};
	assert_non_null(file);
	if (!csv_read(file, take_row, out, &err))
		fail_msg("%s", err.text);
	fclose(file);
}

void agree_csv_release(struct agree_csv *csv)
{
	for (size_t i = 0; i < csv->count; i++) {
		for (size_t j = 0; j < csv->rows[i].count; j++)
			free(csv->rows[i].fields[j]);
		free(csv->rows[i].fields);
	}
	free(csv->rows);
	*csv = (struct agree_csv){0};
}

struct leaves {
	const struct agree_csv *csv;
	size_t at; /* the row that is next */
	const char *path;
};

/* Its share is that of its counts, in ten thousandths; of nothing none. */
static void check_ratio(const struct json *value, const char *path)
{
	const struct json *share = json_get(value, "share");
	int64_t n = json_get_int(value, "n", 0);
	int64_t count = json_get_int(value, "count", 0), parts;
	struct str text = STR_INIT, expected = STR_INIT;

	if (share == NULL)
		return;
	agree_add_value(share, &text);
	if (n == 0) {
		str_add(&expected, "n/a");
	} else {
		parts = (20000 * count + n) / (2 * n);
		str_addf(&expected, "%.4f", (double)parts / 10000);
	}
	if (!str_same(str_text(&text), str_text(&expected)))
		fail_msg("%s: %lld of %lld are %s, and not %s", path,
			 (long long)count, (long long)n, str_text(&expected),
			 str_text(&text));
	str_release(&text);
	str_release(&expected);
}

static void compare(const struct json *value, struct leaves *leaves);

static void compare_leaf(const struct json *value, struct leaves *leaves)
{
	const struct agree_row *row = &leaves->csv->rows[leaves->at];
	struct str path = STR_INIT, text = STR_INIT;

	if (leaves->at >= leaves->csv->count)
		fail_msg("%s is not in the CSV", leaves->path);
	str_addf(&path, "%s%s%s", row->fields[0],
		 *row->fields[1] != '\0' ? "." : "", row->fields[1]);
	agree_add_value(value, &text);
	if (!str_same(str_text(&path), leaves->path) ||
	    !str_same(str_text(&text), row->fields[2]))
		fail_msg("JSON has %s: %s, and CSV %s: %s", leaves->path,
			 str_text(&text), str_text(&path), row->fields[2]);
	str_release(&path);
	str_release(&text);
	leaves->at++;
}

static void compare_member(const char *key, struct json *value, void *state)
{
	struct leaves *leaves = state;
	const char *above = leaves->path;
	struct str path = STR_INIT;

	str_addf(&path, "%s%s%s", above, *above != '\0' ? "." : "", key);
	leaves->path = str_text(&path);
	compare(value, leaves);
	leaves->path = above;
	str_release(&path);
}

static void compare(const struct json *value, struct leaves *leaves)
{
	char number[24];

	if (json_kind(value) == JSON_KIND_OBJECT) {
		check_ratio(value, leaves->path);
		json_each(value, compare_member, leaves);
	} else if (json_kind(value) == JSON_KIND_ARRAY) {
		for (size_t i = 0; i < json_count(value); i++) {
			snprintf(number, sizeof(number), "%zu", i + 1);
			compare_member(number, json_at(value, i), leaves);
		}
	} else {
		compare_leaf(value, leaves);
	}
}

/* Both go the same way, so that row by row is leaf by leaf. */
size_t agree_figures(const struct json *json, const struct str *csv)
{
	struct leaves leaves = {.at = 1, .path = ""};
	struct agree_csv table;

	agree_csv_read(csv, &table);
	leaves.csv = &table;
	compare(json, &leaves);
	if (leaves.at != table.count)
		fail_msg("%s,%s is in the CSV alone",
			 table.rows[leaves.at].fields[0],
			 table.rows[leaves.at].fields[1]);
	agree_csv_release(&table);
	return leaves.at - 1;
}

size_t agree_forms(const struct summary *summary, bool with_names)
{
	const struct summary_text how = {.with_names = with_names};
	struct json *json = agree_json(summary, with_names);
	struct str out = STR_INIT;
	size_t count;

	summary_add_csv(summary, with_names, &out);
	count = agree_figures(json, &out);
	count += agree_tables(json, summary, with_names);
	str_clear(&out);
	summary_add_text(summary, &how, &out);
	count += agree_text(json, str_text(&out));
	str_release(&out);
	json_free(json);
	return count;
}
