/*
 * test_tally.c - the totals of every day at once
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "store/tally.h"

static struct fact counted(const char *day, const char *part, int64_t n)
{
	return (struct fact){.site_id = 1,
			     .length = FACT_COUNT,
			     .n = n,
			     .day = day,
			     .figure = "topic",
			     .part = part};
}

static struct fact measured(const char *day, int64_t length)
{
	return (struct fact){.site_id = 1,
			     .length = length,
			     .n = 1,
			     .day = day,
			     .figure = "wait",
			     .part = "walk_in"};
}

static void add(struct tally *tally, struct fact fact)
{
	tally_add(tally, &fact);
}

static void take(struct tally *tally, const char *day, const int64_t *lengths,
		 size_t count)
{
	const struct fact place = measured(day, 0);
	struct length_pack pack = {0};

	for (size_t i = 0; i < count; i++)
		length_pack_add(&pack, lengths[i]);
	tally_take(tally, &place, pack.bytes, pack.size);
	length_pack_release(&pack);
}

static void what_is_taken_again_leaves_nothing(void **state)
{
	const int64_t other_order[] = {900, 300, 300};
	struct tally *tally = tally_new();
	struct fact left;

	(void)state;
	add(tally, counted("2026-11-23", "7", 2));
	add(tally, counted("2026-11-23", "07", 1));
	add(tally, counted("2026-11-23", "", 1));
	add(tally, measured("2026-11-23", 300));
	add(tally, measured("2026-11-23", 900));
	add(tally, measured("2026-11-23", 300));
	add(tally, counted("2026-11-23", "", -1));
	add(tally, counted("2026-11-23", "7", -2));
	add(tally, counted("2026-11-23", "07", -1));
	take(tally, "2026-11-23", other_order, 3);
	assert_false(tally_first_left(tally, &left));
	tally_free(tally);
}

static void the_earliest_day_that_differs_is_named(void **state)
{
	const int64_t stored[] = {300, 300};
	struct tally *tally = tally_new();
	struct fact left;

	(void)state;
	add(tally, counted("2026-11-25", "7", 1));
	add(tally, measured("2026-11-24", 300));
	add(tally, counted("2026-11-26", "8", -1));
	take(tally, "2026-11-24", stored, 2);
	assert_true(tally_first_left(tally, &left));
	assert_string_equal(left.day, "2026-11-24");
	assert_string_equal(left.figure, "wait");
	assert_string_equal(left.part, "walk_in");
	assert_int_equal(left.n, -1);
	tally_free(tally);
}

static void lengths_that_nobody_kept_are_left(void **state)
{
	const int64_t nobodys[] = {60};
	struct tally *tally = tally_new();
	struct fact left;

	(void)state;
	add(tally, measured("2026-11-24", 300));
	assert_true(tally_first_left(tally, &left));
	assert_int_equal(left.n, 1);
	tally_free(tally);

	tally = tally_new();
	take(tally, "2026-11-24", nobodys, 1);
	assert_true(tally_first_left(tally, &left));
	assert_int_equal(left.n, -1);
	tally_free(tally);
}

struct seen {
	size_t places, lengths;
	int64_t n;
};

static bool see(void *state, const struct fact *fact,
		const struct length_pack *pack, struct error *err)
{
	struct seen *seen = state;

	(void)err;
	seen->places++;
	seen->n += fact->n;
	if (pack != NULL)
		seen->lengths += pack->count;
	return true;
}

static void many_places_are_each_seen_once(void **state)
{
	struct tally *tally = tally_new();
	struct seen seen = {0};
	struct error err = {0};
	char part[24];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		snprintf(part, sizeof(part), i % 2 == 0 ? "%d" : "p%d",
			 i % 10000);
		add(tally, counted("2026-11-23", part, 1));
		add(tally, measured("2026-11-24", i));
	}
	assert_true(tally_each(tally, see, &seen, &err));
	assert_int_equal(seen.places, 10001);
	assert_int_equal(seen.n, 20000);
	assert_int_equal(seen.lengths, 20000);
	tally_free(tally);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_taken_again_leaves_nothing),
	    cmocka_unit_test(the_earliest_day_that_differs_is_named),
	    cmocka_unit_test(lengths_that_nobody_kept_are_left),
	    cmocka_unit_test(many_places_are_each_seen_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
