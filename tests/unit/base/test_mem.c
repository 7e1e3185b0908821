/* Lists that grow row by row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"

#define ROWS 5000

static void a_list_of_many_rows_is_moved_few_times(void **state)
{
	size_t *list = NULL;
	int asked = 0;

	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		size_t *grown;

		/* Full where nothing but a larger block would do. */
		asked += (i & (i - 1)) == 0 ? 1 : 0;
		grown = mem_grow(list, i, sizeof(list[0]));
		if ((i & (i - 1)) != 0)
			assert_ptr_equal(grown, list);
		list = grown;
		list[i] = i;
	}
	assert_in_range(asked, 1, 14);
	for (size_t i = 0; i < ROWS; i++)
		assert_int_equal(list[i], i);
	free(list);
}

static void what_was_taken_off_the_end_has_room_again(void **state)
{
	int *list = NULL;

	(void)state;
	for (size_t i = 0; i < 9; i++) {
		list = mem_grow(list, i, sizeof(list[0]));
		list[i] = (int)i;
	}
	for (size_t i = 3; i < 20; i++) {
		list = mem_grow(list, i, sizeof(list[0]));
		list[i] = (int)i;
	}
	for (int i = 0; i < 20; i++)
		assert_int_equal(list[i], i);
	free(list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_list_of_many_rows_is_moved_few_times),
	    cmocka_unit_test(what_was_taken_off_the_end_has_room_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
