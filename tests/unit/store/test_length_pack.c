/*
 * test_length_pack.c - many lengths in few bytes, each still itself
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/length_pack.h"

static void what_goes_in_comes_out(void **state)
{
	static const int64_t lengths[] = {0, 1, 255, 256, 3600000, 4294967296};
	struct length_pack pack = {0};

	(void)state;
	for (size_t i = 0; i < 6; i++)
		length_pack_add(&pack, lengths[i]);
	assert_int_equal(length_pack_count(pack.bytes, pack.size), 6);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(length_pack_get(pack.bytes, i), lengths[i]);
	length_pack_release(&pack);
}

static void one_of_many_is_taken_once(void **state)
{
	struct length_pack pack = {0};

	(void)state;
	for (int i = 0; i < 200; i++)
		length_pack_add(&pack, i % 100);
	assert_true(length_pack_take(&pack, 7));
	assert_true(length_pack_take(&pack, 7));
	assert_false(length_pack_take(&pack, 7));
	assert_int_equal(pack.count, 198);
	assert_int_equal(length_pack_count(pack.bytes, pack.size), 198);
	length_pack_release(&pack);
}

static void one_more_changes_bytes_in_their_place(void **state)
{
	struct length_pack pack = {0};
	size_t size;

	(void)state;
	length_pack_add(&pack, 1);
	size = pack.size;
	for (int i = 1; i < 64; i++)
		length_pack_add(&pack, i);
	assert_int_equal(pack.size, size);
	length_pack_add(&pack, 1);
	assert_int_equal(pack.size, 2 * size);
	assert_int_equal(length_pack_count(pack.bytes, pack.size), 65);
	length_pack_release(&pack);
}

static void no_length_is_mistaken_for_a_free_place(void **state)
{
	struct length_pack pack = {0};

	(void)state;
	length_pack_add(&pack, INT64_MAX);
	length_pack_add(&pack, -1);
	assert_int_equal(length_pack_count(pack.bytes, pack.size), 2);
	assert_int_equal(length_pack_get(pack.bytes, 0), LENGTH_PACK_MOST);
	assert_int_equal(length_pack_get(pack.bytes, 1), 0);
	assert_true(length_pack_take(&pack, INT64_MAX));
	length_pack_release(&pack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_goes_in_comes_out),
	    cmocka_unit_test(one_of_many_is_taken_once),
	    cmocka_unit_test(one_more_changes_bytes_in_their_place),
	    cmocka_unit_test(no_length_is_mistaken_for_a_free_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
