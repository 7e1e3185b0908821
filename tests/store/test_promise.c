/*
 * test_promise.c - the store keeps promises with every step they took
 */
#include "fixture.h"
#include "frontdesk/store/promise.h"
#include "matter.h"

struct work {
	struct promise promise;
	int64_t promise_id, to;
	enum promise_state state;
};

static bool insert(struct db *db, void *state, struct error *err)
{
	struct work *work = state;

	return promise_insert(db, &work->promise, FIXTURE_START,
			      work->promise.owner_staff_id, &work->promise_id,
			      err);
}

static bool settle(struct db *db, void *state, struct error *err)
{
	const struct work *work = state;

	return promise_settle(db, work->promise_id, work->state,
			      FIXTURE_START + 1, err);
}

static bool pass_on(struct db *db, void *state, struct error *err)
{
	const struct work *work = state;

	return promise_pass_on(db, work->promise.request_id,
			       work->promise.owner_staff_id, 0, work->to,
			       FIXTURE_START + 2, err);
}

static struct work promise_of(struct fixture *f)
{
	return (struct work){
	    .promise =
		{
		    .request_id = matter_open(f, 0, "A fence"),
		    .what = "Plan check",
		    .due_at = FIXTURE_START + CLOCK_HOUR,
		    .due_on = {"2026-11-23"},
		    .site_id = f->site_id,
		    .owner_staff_id = f->staff[FIXTURE_RUIZ],
		},
	    .to = f->staff[FIXTURE_OSEI],
	};
}

static void a_promise_reads_back_as_it_was_made(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct work work = promise_of(f);
	struct db *db = fixture_db(f);
	struct promise promise;

	fixture_ok(db_transaction(db, insert, &work, &err));
	fixture_ok(promise_get(db, work.promise_id, &promise, &err));
	assert_string_equal(promise.what, "Plan check");
	assert_string_equal(promise.due_on.text, "2026-11-23");
	assert_int_equal(promise.due_at, FIXTURE_START + CLOCK_HOUR);
	assert_int_equal(promise.state, PROMISE_OPEN);
	assert_int_equal(promise.renews_id, 0);
	promise_release(&promise);
	fixture_refused(promise_get(db, 999, &promise, &err), ERROR_NOT_FOUND);
}

static void what_is_settled_stays_settled(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct work work = promise_of(f);
	struct db *db = fixture_db(f);

	fixture_ok(db_transaction(db, insert, &work, &err));
	work.state = PROMISE_KEPT;
	fixture_ok(db_transaction(db, settle, &work, &err));
	work.state = PROMISE_WITHDRAWN;
	fixture_refused(db_transaction(db, settle, &work, &err),
			ERROR_NOT_FOUND);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " WHERE state = 'kept'"),
			 1);
}

static void only_open_promises_of_theirs_are_passed_on(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct work open = promise_of(f);
	struct work settled = open;
	struct work another = open;
	struct db *db = fixture_db(f);

	settled.state = PROMISE_KEPT;
	another.promise.owner_staff_id = f->staff[FIXTURE_CHEN];
	fixture_ok(db_transaction(db, insert, &open, &err));
	fixture_ok(db_transaction(db, insert, &settled, &err));
	fixture_ok(db_transaction(db, settle, &settled, &err));
	fixture_ok(db_transaction(db, insert, &another, &err));
	fixture_ok(db_transaction(db, pass_on, &open, &err));
	assert_int_equal(fixture_number(f, "SELECT promise_id FROM promise"
					   " JOIN staff ON staff_id ="
					   " owner_staff_id"
					   " WHERE login = 'kosei'"),
			 open.promise_id);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " JOIN staff ON staff_id ="
					   " owner_staff_id"
					   " WHERE login = 'kosei'"),
			 1);
	assert_int_equal(fixture_number(f, "SELECT promise_id"
					   " FROM promise_event"
					   " WHERE kind = 'passed_on'"),
			 open.promise_id);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_promise_reads_back_as_it_was_made),
	    T(what_is_settled_stays_settled),
	    T(only_open_promises_of_theirs_are_passed_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
