/*
 * test_as_of.c - whatever happens at the desk after a moment, the records tell
 * how they stood at it
 *
 * A long walk of use cases over several days, none of which puts anything
 * right. Now and then the figures of the day are kept; at the end each of them
 * is counted as of its moment, and nothing of it may seem to be put right.
 */
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/since.h"
#include "frontdesk/report/corrections.h"
#include "frontdesk/report/summary.h"
#include "walk.h"

#define STEPS 2000
#define EVERY 40
#define PAUSE (40 * CLOCK_SECOND)

struct moment {
	struct day day;
	int64_t at;
	struct str figures;
};

static void keep(struct fixture *fixture, struct moment *moment)
{
	struct since since;
	struct error err = {0};

	*moment = (struct moment){desk_today(fixture->desk),
				  desk_now(fixture->desk), STR_INIT};
	fixture_ok(desk_read_since(fixture->desk, 0, moment->day, moment->at, 0,
				   &since, &err));
	summary_add_csv(&since.now, false, &moment->figures);
	since_release(&since);
	fixture_pass(fixture, PAUSE);
}

/* How many figures of it went on. */
static size_t tell(struct fixture *fixture, struct moment *moment)
{
	struct str then = STR_INIT, now = STR_INIT, words = STR_INIT;
	struct corrections found = {0};
	struct since since;
	struct error err = {0};
	size_t count;

	fixture_ok(desk_read_since(fixture->desk, 0, moment->day, moment->at, 0,
				   &since, &err));
	summary_add_csv(&since.then, false, &then);
	summary_add_csv(&since.now, false, &now);
	since_release(&since);
	fixture_ok(
	    corrections_compare(&moment->figures, &then, &now, &found, &err));
	for (size_t i = 0; i < found.count; i++) {
		if (found.items[i].went_on)
			continue;
		correction_add_words(&found.items[i], &words);
		fail_msg("%s: %s", moment->day.text, str_text(&words));
	}
	count = found.count;
	corrections_release(&found);
	str_release(&then);
	str_release(&now);
	str_release(&moment->figures);
	return count;
}

static void nothing_that_follows_seems_to_be_put_right(void **state)
{
	struct moment moments[STEPS / EVERY];
	struct walk walk;
	struct error err = {0};
	size_t kept = 0, gone_on = 0;

	walk_begin(&walk, *state);
	for (int i = 0; i < STEPS; i++) {
		const struct walk_step *step = walk_step(walk_choose(&walk));

		error_clear(&err);
		if (!step->puts_right)
			step->step(&walk, &err);
		fixture_pass(walk.f, PAUSE);
		if (i % EVERY == EVERY / 2)
			keep(walk.f, &moments[kept++]);
	}
	for (size_t i = 0; i < kept; i++)
		gone_on += tell(walk.f, &moments[i]);
	assert_int_equal(kept, MEM_COUNT(moments));
	/* A walk in which nothing goes on finds nothing. */
	assert_true(gone_on > 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		nothing_that_follows_seems_to_be_put_right, fixture_setup,
		fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
