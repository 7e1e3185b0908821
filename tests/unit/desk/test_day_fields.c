/*
 * What is kept of a closed day is the whole summary: no field is forgotten.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "desk/day_fields.h"
#include "frontdesk/base/mem.h"

#define WORD 8
#define LISTED 2

/* Marks the words that a field of the table lies in; all of them are wanted,
 * so that a new one without its line is found. */
static void cover(const struct day_fields *fields, const char *name)
{
	size_t words = (fields->size + WORD - 1) / WORD;
	bool *is_covered = mem_new(words, sizeof(*is_covered));

	for (size_t i = 0; i < fields->count; i++) {
		const struct day_field *field = &fields->items[i];
		size_t end = field->at + day_field_size(field);

		for (size_t at = field->at; at < end; at++)
			is_covered[at / WORD] = true;
		if (field->kind == DAY_FIELD_LIST)
			is_covered[field->count_at / WORD] = true;
		if (field->of != NULL)
			cover(field->of, field->key);
	}
	for (size_t i = 0; i < words; i++)
		if (!is_covered[i])
			fail_msg("nothing keeps byte %zu of %s", i * WORD,
				 name);
	free(is_covered);
}

static void every_field_has_its_line(void **state)
{
	(void)state;
	cover(&day_fields_summary, "struct summary");
}

/* Another value for each, as its place in the walk. */
struct walk {
	int64_t next;
	size_t compared;
};

static void fill(const struct day_fields *fields, char *at, struct walk *walk);

static void fill_one(const struct day_field *field, char *base, size_t i,
		     struct walk *walk)
{
	void *at = base + field->at;
	struct str text = STR_INIT;
	size_t count = LISTED;
	char *items;

	str_addf(&text, "text \"%lld\"\n\xC3\xA9", (long long)++walk->next);
	switch (field->kind) {
	case DAY_FIELD_NUMBERS:
		((int64_t *)at)[i] = walk->next + INT64_C(5000000000);
		break;
	case DAY_FIELD_TRUTH:
		*(bool *)at = true;
		break;
	case DAY_FIELD_ENUM:
		*(int *)at = 2;
		break;
	case DAY_FIELD_TEXTS:
		((char **)at)[i] = str_take(&text);
		break;
	case DAY_FIELD_DAY:
		*(struct day *)at =
		    day_plus((struct day){"2026-11-23"}, (int)walk->next);
		break;
	case DAY_FIELD_PARTS:
		fill(field->of, (char *)at + i * field->of->size, walk);
		break;
	case DAY_FIELD_LIST:
		items = mem_new(count, field->of->size);
		for (size_t item = 0; item < count; item++)
			fill(field->of, items + item * field->of->size, walk);
		memcpy(at, &items, sizeof(items));
		memcpy(base + field->count_at, &count, sizeof(count));
		break;
	}
	str_release(&text);
}

static void fill(const struct day_fields *fields, char *at, struct walk *walk)
{
	for (size_t i = 0; i < fields->count; i++)
		for (size_t j = 0; j < fields->items[i].count; j++)
			fill_one(&fields->items[i], at, j, walk);
}

static void compare(const struct day_fields *fields, const char *a,
		    const char *b, struct walk *walk);

static void compare_lists(const struct day_field *field, const char *a,
			  const char *b, struct walk *walk)
{
	const char *of_a, *of_b;
	size_t count_a, count_b;

	memcpy(&of_a, a + field->at, sizeof(of_a));
	memcpy(&of_b, b + field->at, sizeof(of_b));
	memcpy(&count_a, a + field->count_at, sizeof(count_a));
	memcpy(&count_b, b + field->count_at, sizeof(count_b));
	assert_int_equal(count_a, LISTED);
	assert_int_equal(count_b, LISTED);
	for (size_t i = 0; i < LISTED; i++)
		compare(field->of, of_a + i * field->of->size,
			of_b + i * field->of->size, walk);
}

static void compare(const struct day_fields *fields, const char *a,
		    const char *b, struct walk *walk)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct day_field *field = &fields->items[i];
		const char *of_a = a + field->at, *of_b = b + field->at;
		size_t size = day_field_size(field);

		walk->compared++;
		if (field->kind == DAY_FIELD_LIST) {
			compare_lists(field, a, b, walk);
		} else if (field->kind == DAY_FIELD_TEXTS) {
			for (size_t j = 0; j < field->count; j++)
				assert_string_equal(((char *const *)of_a)[j],
						    ((char *const *)of_b)[j]);
		} else if (field->kind == DAY_FIELD_PARTS) {
			for (size_t j = 0; j < field->count; j++)
				compare(field->of, of_a + j * field->of->size,
					of_b + j * field->of->size, walk);
		} else if (memcmp(of_a, of_b, size) != 0) {
			fail_msg("%s did not come back", field->key);
		}
	}
}

static void every_field_comes_back_as_it_was(void **state)
{
	struct summary whole = {0}, back;
	struct walk walk = {0};
	struct str text = STR_INIT;
	struct error err = {0};

	(void)state;
	fill(&day_fields_summary, (char *)&whole, &walk);
	day_data_write(&whole, &text);
	assert_true(day_data_read(&text, &back, &err));
	compare(&day_fields_summary, (const char *)&whole, (const char *)&back,
		&walk);
	assert_true(walk.compared > 200);
	summary_release(&back);
	summary_release(&whole);
	str_release(&text);
}

static void what_an_older_store_does_not_have_is_nothing(void **state)
{
	struct str text = STR_INIT;
	struct summary back;
	struct error err = {0};

	(void)state;
	str_add(&text, "{\"visits\":{\"served\":9},\"results\":[1,2]}");
	assert_true(day_data_read(&text, &back, &err));
	assert_int_equal(back.visits.served, 9);
	assert_int_equal(back.visits.arrived, 0);
	assert_int_equal(back.results[1], 2);
	assert_int_equal(back.results[2], 0);
	assert_null(back.site);
	assert_int_equal(back.topics.count, 0);
	summary_release(&back);
	str_clear(&text);
	str_add(&text, "[1, 2");
	assert_false(day_data_read(&text, &back, &err));
	assert_int_equal(err.code, ERROR_DAMAGED);
	str_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_field_has_its_line),
	    cmocka_unit_test(every_field_comes_back_as_it_was),
	    cmocka_unit_test(what_an_older_store_does_not_have_is_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
