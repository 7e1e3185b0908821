/*
 * test_audit_clock.c - the chain of the audit while time goes on
 */
#include "fixture.h"

/* A clock that is never the same twice. */
static int64_t tick(void *state)
{
	struct fixture_clock *clock = state;

	return ++clock->now;
}

static void a_tick_within_an_entry_does_not_break_the_chain(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t before = fixture_number(fixture, "SELECT count(*) FROM audit");

	fixture->clock.clock.now = tick;
	fixture->clock.clock.state = &fixture->clock;
	fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	assert_true(fixture_number(fixture, "SELECT count(*) FROM audit") >
		    before);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		a_tick_within_an_entry_does_not_break_the_chain, fixture_setup,
		fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
