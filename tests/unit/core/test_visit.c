/*
 * test_visit.c - one interaction: its states, its people, its times
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs those above it. */
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/visit.h"

static void every_name_reads_back(void **state)
{
	struct error err = {0};

	(void)state;
	for (int i = 0; i < CHANNEL_COUNT; i++) {
		enum channel read;

		assert_true(
		    channel_parse(channel_name((enum channel)i), &read, &err));
		assert_int_equal(read, i);
		assert_true(strlen(channel_words((enum channel)i)) > 0);
	}
	for (int i = VISIT_WAITING; i <= VISIT_LEFT; i++) {
		enum visit_state read;

		assert_true(visit_state_parse(
		    visit_state_name((enum visit_state)i), &read, &err));
		assert_int_equal(read, i);
	}
	for (int i = PART_THEMSELVES; i <= PART_FOR_ORGANISATION; i++) {
		enum visit_part read;

		assert_true(visit_part_parse(
		    visit_part_name((enum visit_part)i), &read, &err));
		assert_int_equal(read, i);
		assert_true(strlen(visit_part_words((enum visit_part)i)) > 0);
	}
}

static void an_unknown_channel_is_refused(void **state)
{
	enum channel read;
	struct error err = {0};

	(void)state;
	assert_false(channel_parse("fax", &read, &err));
	assert_int_equal(err.code, ERROR_INVALID);
	assert_string_equal(err.field, "channel");
}

static void an_ended_visit_goes_back_only_to_undo(void **state)
{
	(void)state;
	for (int i = VISIT_WAITING; i <= VISIT_LEFT; i++) {
		assert_int_equal(
		    visit_may_become(VISIT_SERVED, (enum visit_state)i),
		    i == VISIT_SERVING);
		assert_int_equal(
		    visit_may_become(VISIT_LEFT, (enum visit_state)i),
		    i == VISIT_SERVING || i == VISIT_WAITING);
	}
	assert_false(visit_state_is_open(VISIT_SERVED));
	assert_false(visit_state_is_open(VISIT_LEFT));
	assert_true(visit_state_is_open(VISIT_ASIDE));
}

static void the_line_goes_forward_and_can_be_put_back(void **state)
{
	(void)state;
	assert_true(visit_may_become(VISIT_WAITING, VISIT_CALLED));
	assert_true(visit_may_become(VISIT_CALLED, VISIT_WAITING));
	assert_true(visit_may_become(VISIT_CALLED, VISIT_SERVING));
	assert_true(visit_may_become(VISIT_WAITING, VISIT_LEFT));
	assert_false(visit_may_become(VISIT_SERVING, VISIT_WAITING));
	assert_false(visit_may_become(VISIT_WAITING, VISIT_HOLD));
	assert_false(visit_may_become(VISIT_WAITING, VISIT_SERVED));
	assert_false(visit_may_become(VISIT_CALLED, VISIT_CALLED));
}

static void nobody_stands_in_a_visit_twice(void **state)
{
	struct visit visit = {0};
	struct error err = {0};

	(void)state;
	visit_add_person(&visit, 4, 0, PART_THEMSELVES, "Ms. Ana Lopez");
	visit_add_person(&visit, 0, 4, PART_FOR_ORGANISATION, "Lopez Tiles");
	assert_true(visit_check(&visit, &err));
	visit_add_person(&visit, 4, 0, PART_BESIDE, "Ms. Ana Lopez");
	assert_false(visit_check(&visit, &err));
	assert_string_equal(err.field, "person");
	visit_release(&visit);
}

static void a_visit_has_each_request_once(void **state)
{
	struct visit visit = {0};
	struct error err = {0};

	(void)state;
	visit_add_contact(&visit)->request_id = 9;
	visit_add_contact(&visit);
	visit_add_contact(&visit);
	assert_true(visit_check(&visit, &err));
	visit_add_contact(&visit)->request_id = 9;
	assert_false(visit_check(&visit, &err));
	visit_release(&visit);
}

static void a_contact_that_is_wrong_makes_its_visit_wrong(void **state)
{
	struct visit visit = {0};
	struct error err = {0};

	(void)state;
	visit_add_contact(&visit)->result = RESULT_COULD_NOT;
	assert_false(visit_check(&visit, &err));
	assert_string_equal(err.field, "result_text");
	visit_release(&visit);
}

static void times_never_run_backwards(void **state)
{
	static const struct {
		struct visit_times times;
		const char *field;
	} wrong[] = {
	    {{.arrived_at = 20, .called_at = 10, .ended_at = 40}, "called_at"},
	    {{.arrived_at = 20, .begun_at = 10, .ended_at = 40}, "begun_at"},
	    {{.arrived_at = 5, .called_at = 20, .begun_at = 10, .ended_at = 40},
	     "begun_at"},
	    {{.begun_at = 50, .ended_at = 40}, "ended_at"},
	    {{.arrived_at = 20}, "ended_at"},
	    {{.called_at = 20, .ended_at = 30}, "arrived_at"},
	};
	const struct visit_times right[] = {
	    {.arrived_at = 10, .called_at = 10, .begun_at = 10, .ended_at = 10},
	    {.begun_at = 10, .ended_at = 20},
	    {.arrived_at = 10, .ended_at = 20},
	};
	struct error err = {0};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(wrong); i++) {
		assert_false(visit_times_check(&wrong[i].times, &err));
		assert_string_equal(err.field, wrong[i].field);
	}
	for (size_t i = 0; i < MEM_COUNT(right); i++)
		assert_true(visit_times_check(&right[i], &err));
}

static bool check_holds(int64_t from, int64_t to, int64_t from2, int64_t to2)
{
	struct visit_times times = {.begun_at = 100, .ended_at = 200};
	struct error err = {0};
	bool is_right;

	times.holds = mem_new(2, sizeof(*times.holds));
	times.holds[0].began_at = from;
	times.holds[0].ended_at = to;
	times.holds[1].began_at = from2;
	times.holds[1].ended_at = to2;
	times.hold_count = 2;
	is_right = visit_times_check(&times, &err);
	assert_true(is_right || strcmp(err.field, "hold") == 0);
	free(times.holds);
	return is_right;
}

static void holds_lie_within_and_apart(void **state)
{
	(void)state;
	assert_true(check_holds(110, 120, 120, 200));
	assert_false(check_holds(90, 120, 130, 140));
	assert_false(check_holds(110, 120, 119, 140));
	assert_false(check_holds(110, 120, 140, 130));
	assert_false(check_holds(110, 120, 140, 201));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_name_reads_back),
	    cmocka_unit_test(an_unknown_channel_is_refused),
	    cmocka_unit_test(an_ended_visit_goes_back_only_to_undo),
	    cmocka_unit_test(the_line_goes_forward_and_can_be_put_back),
	    cmocka_unit_test(nobody_stands_in_a_visit_twice),
	    cmocka_unit_test(a_visit_has_each_request_once),
	    cmocka_unit_test(a_contact_that_is_wrong_makes_its_visit_wrong),
	    cmocka_unit_test(times_never_run_backwards),
	    cmocka_unit_test(holds_lie_within_and_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
