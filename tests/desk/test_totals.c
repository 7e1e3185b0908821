/*
 * test_totals.c - whatever happens at the desk, the totals of the days are
 * what the records give
 *
 * A long walk of use cases in no order, some of them refused, over several
 * days; after each the records are counted anew and compared, by the program
 * and by an oracle that says in SQL what they give.
 */
#include <stdlib.h>

#include "behind.h"
#include "counted.h"
#include "fact_oracle.h"
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "matter.h"
#include "paper.h"
#include "store/recount.h"
#include "walk.h"

#define STEPS 600
#define ORACLE SOURCE_DIR "/tests/support/fact_oracle.sql"

/* Each day as the figures of a topic are counted; promises are due later. */
static size_t topics_agree(const struct walk *walk)
{
	return counted_as_totals(
	    fixture_db(walk->f), FIXTURE_ZONE,
	    day_plus(zone_day(FIXTURE_ZONE, FIXTURE_START), -1),
	    day_plus(desk_today(walk->f->desk), 10));
}

/* Of all the walk's days, of each of its topics too; promises are due later. */
static size_t behind_agree(struct walk *walk)
{
	struct day today = desk_today(walk->f->desk);
	struct summary_scope scope = {.from = day_plus(today, -40),
				      .to = day_plus(today, 10)};
	size_t rows = behind_as_counted(walk->f->desk, &scope);

	for (int i = 0; i < FIXTURE_TOPIC_COUNT; i++) {
		scope.topic_id = walk->f->topics[i];
		rows += behind_as_counted(walk->f->desk, &scope);
	}
	return rows;
}

static void totals_are_what_the_records_give(void **state)
{
	struct walk walk;
	int done[64] = {0};
	struct error err = {0};
	struct fixture *fixture = *state;
	struct fact_oracle *oracle = fact_oracle_open(fixture->path, ORACLE);
	char why[160];

	walk_begin(&walk, fixture);
	for (int i = 0; i < STEPS; i++) {
		size_t which = walk_choose(&walk);
		const struct walk_step *step = walk_step(which);

		assert_true(which < MEM_COUNT(done));
		error_clear(&err);
		done[which] += step->step(&walk, &err);
		if (!recount_check(fixture_db(walk.f), &err))
			fail_msg("step %d, %s: %s %s", i, step->name, err.text,
				 err.detail);
		if (i % 50 == 0)
			topics_agree(&walk);
		if (!fact_oracle_agrees(oracle, why, sizeof(why)))
			fail_msg("step %d, %s: %s", i, step->name, why);
	}
	fact_oracle_close(oracle);
	assert_true(topics_agree(&walk) > 300);
	assert_true(behind_agree(&walk) > 1000);
	/* A walk in which nothing happens finds nothing. */
	for (size_t i = 0; walk_step(i) != NULL; i++)
		if (done[i] == 0)
			fail_msg("“%s” never happened", walk_step(i)->name);
}

static void a_total_that_is_wrong_is_found_and_mended(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct paper paper = paper_served(RESULT_ANSWERED);

	paper_enter(f, &paper, NULL);
	fixture_number(f, "UPDATE day_total SET n = n + 1"
			  " WHERE figure = 'served' RETURNING n");
	fixture_refused(db_check(fixture_db(f), &err), ERROR_DAMAGED);
	matter_has(err.text, "2026-11-23");
	matter_has(err.text, "City Hall");
	fixture_ok(db_recount(fixture_db(f), &err));
	fixture_ok(db_check(fixture_db(f), &err));
}

static void a_length_that_is_lost_is_found(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct paper paper = paper_served(RESULT_ANSWERED);

	paper_enter(f, &paper, NULL);
	fixture_number(f, "DELETE FROM day_length WHERE figure = 'wait'"
			  " RETURNING 1");
	fixture_refused(db_check(fixture_db(f), &err), ERROR_DAMAGED);
	fixture_ok(db_recount(fixture_db(f), &err));
	fixture_ok(db_check(fixture_db(f), &err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(totals_are_what_the_records_give,
					    fixture_setup, fixture_teardown),
	    cmocka_unit_test_setup_teardown(
		a_total_that_is_wrong_is_found_and_mended, fixture_setup,
		fixture_teardown),
	    cmocka_unit_test_setup_teardown(a_length_that_is_lost_is_found,
					    fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
