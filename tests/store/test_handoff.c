/*
 * test_handoff.c - the store keeps each step of a hand-off, and decides once
 */
#include "fixture.h"
#include "frontdesk/store/handoff.h"
#include "frontdesk/store/standing.h"
#include "matter.h"

struct work {
	struct handoff_offer offer;
	int64_t handoff_id;
	bool fails;
};

static bool insert(struct db *db, void *state, struct error *err)
{
	struct work *work = state;

	return handoff_insert(db, &work->offer, &work->handoff_id, err) &&
	       (!work->fails ||
		error_set(err, ERROR_INVALID, "", "as it was asked to"));
}

static bool accept(struct db *db, void *state, struct error *err)
{
	const struct work *work = state;

	return handoff_decide(db, work->handoff_id, HANDOFF_ACCEPTED,
			      FIXTURE_START, err);
}

static struct work offer_of(struct fixture *f, int64_t request_id)
{
	return (struct work){
	    .offer =
		{
		    .request_id = request_id,
		    .from_staff_id = f->staff[FIXTURE_RUIZ],
		    .to_staff_id = f->staff[FIXTURE_OSEI],
		    .to_department_id = f->departments[FIXTURE_PLANNING],
		    .asked = "Check the plan",
		    .context = "Who: unnamed\n",
		    .at = FIXTURE_START,
		    .on = {"2026-11-23"},
		    .site_id = f->site_id,
		},
	};
}

static void a_handoff_reads_back_as_it_was_written(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t resident_id = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	struct work work = offer_of(f, matter_open(f, resident_id, "A fence"));
	struct db *db = fixture_db(f);
	struct handoff handoff;

	fixture_ok(db_transaction(db, insert, &work, &err));
	fixture_ok(handoff_get(db, work.handoff_id, &handoff, &err));
	assert_string_equal(handoff.asked, "Check the plan");
	assert_string_equal(handoff.context, "Who: unnamed\n");
	assert_string_equal(handoff.from, "A. Ruiz");
	assert_string_equal(handoff.to, "K. Osei");
	assert_string_equal(handoff.resident, "Ms. Elena Alvarez");
	assert_int_equal(handoff.resident_id, resident_id);
	assert_int_equal(handoff.state, HANDOFF_OFFERED);
	assert_int_equal(handoff.hop, 1);
	assert_null(handoff.note);
	handoff_release(&handoff);
	fixture_refused(handoff_get(db, 999, &handoff, &err), ERROR_NOT_FOUND);
	assert_null(handoff.asked);
}

static void a_handoff_rolled_back_was_never_there(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct work work = offer_of(f, matter_open(f, 0, "A fence"));

	work.fails = true;
	fixture_refused(db_transaction(fixture_db(f), insert, &work, &err),
			ERROR_INVALID);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM handoff"), 0);
	assert_int_equal(
	    fixture_number(f, "SELECT COUNT(*) FROM handoff_event"), 0);
}

static void what_was_decided_is_not_decided_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct work work = offer_of(f, matter_open(f, 0, "A fence"));
	struct db *db = fixture_db(f);

	fixture_ok(db_transaction(db, insert, &work, &err));
	fixture_ok(db_transaction(db, accept, &work, &err));
	fixture_refused(db_transaction(db, accept, &work, &err),
			ERROR_NOT_FOUND);
}

static void each_hop_counts_on_from_the_last(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct work work = offer_of(f, matter_open(f, 0, "A fence"));
	struct db *db = fixture_db(f);

	fixture_ok(db_transaction(db, insert, &work, &err));
	work.offer.to_staff_id = 0;
	work.offer.to_department_id = f->departments[FIXTURE_BUILDING];
	fixture_ok(db_transaction(db, insert, &work, &err));
	assert_int_equal(fixture_number(f, "SELECT max(hop) FROM handoff"), 2);
}

static void a_standing_that_is_not_open_resolves_nothing(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct standing standing;
	struct visit visit;

	matter_begin(f, f->desk, 0, FIXTURE_FENCE, "A fence", &visit);
	fixture_refused(
	    standing_resolve(fixture_db(f), visit.contacts[0].request_id,
			     FIXTURE_START, (struct day){"2026-11-23"}, &err),
	    ERROR_NOT_FOUND);
	fixture_ok(standing_get(fixture_db(f), visit.contacts[0].request_id,
				&standing, &err));
	assert_int_equal(standing.state, REQUEST_DRAFT);
	assert_false(standing.is_reachable);
	standing_release(&standing);
	visit_release(&visit);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_handoff_reads_back_as_it_was_written),
	    T(a_handoff_rolled_back_was_never_there),
	    T(what_was_decided_is_not_decided_again),
	    T(each_hop_counts_on_from_the_last),
	    T(a_standing_that_is_not_open_resolves_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
