/*
 * test_visit.c - visits, periods, requests and contacts in the store
 *
 * Written against db.h alone: a second engine must pass it as it stands.
 */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/contact.h"
#include "frontdesk/store/cue.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/visit.h"

/* One unit of work of a test: the fixture and what it found. */
struct trying {
	struct fixture *fixture;
	int64_t id, other_id;
	bool is_taken;
	struct visit_row row;
};

static struct visit_row a_row(const struct fixture *fixture,
			      const char *reference)
{
	struct visit_row row = {
	    .site_id = fixture->site_id,
	    .channel = CHANNEL_TELEPHONE,
	    .state = VISIT_WAITING,
	    .arrived_at = FIXTURE_START,
	    .arrived_on = {"2026-11-23"},
	    .is_timed = true,
	    .wait_length = -1,
	    .service_length = -1,
	};

	strcpy(row.reference, reference);
	return row;
}

static bool insert_one(struct db *db, void *state, struct error *err)
{
	struct trying *trying = state;

	trying->row = a_row(trying->fixture, "V-000-0000");
	if (!visit_insert(db, &trying->row, "an errand", &trying->is_taken,
			  err))
		return false;
	trying->id = trying->row.visit_id;
	return true;
}

static void a_visit_reads_back_as_it_was_written(void **state)
{
	struct trying trying = {.fixture = *state};
	struct db *db = fixture_db(trying.fixture);
	struct error err = {0};
	struct visit_row read;
	struct visit visit;

	fixture_ok(db_transaction(db, insert_one, &trying, &err));
	assert_false(trying.is_taken);
	fixture_ok(visit_get_row(db, trying.id, &read, &err));
	assert_string_equal(read.reference, "V-000-0000");
	assert_int_equal(read.channel, CHANNEL_TELEPHONE);
	assert_int_equal(read.state, VISIT_WAITING);
	assert_int_equal(read.arrived_at, FIXTURE_START);
	assert_string_equal(read.arrived_on.text, "2026-11-23");
	assert_true(read.is_timed);
	assert_int_equal(read.wait_length, -1);
	assert_int_equal(read.service_length, -1);
	assert_int_equal(read.edition, 1);
	assert_int_equal(read.period_id, 0);
	assert_null(read.left_when);
	fixture_ok(visit_get(db, trying.id, &visit, &err));
	assert_string_equal(visit.label, "an errand");
	assert_int_equal(visit.person_count, 0);
	visit_release(&visit);
}

static void a_visit_that_is_not_there_is_said_so(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit_row row;
	struct visit visit;

	fixture_refused(visit_get_row(fixture_db(fixture), 77, &row, &err),
			ERROR_NOT_FOUND);
	assert_true(strlen(err.text) > 0);
	fixture_refused(visit_get(fixture_db(fixture), 77, &visit, &err),
			ERROR_NOT_FOUND);
}

static void a_reference_is_given_out_once(void **state)
{
	struct trying trying = {.fixture = *state};
	struct db *db = fixture_db(trying.fixture);
	struct error err = {0};

	fixture_ok(db_transaction(db, insert_one, &trying, &err));
	fixture_ok(db_transaction(db, insert_one, &trying, &err));
	assert_true(trying.is_taken);
	assert_int_equal(trying.id, 0);
	assert_int_equal(
	    fixture_number(trying.fixture, "SELECT COUNT(*) FROM visit"), 1);
}

static bool insert_and_fail(struct db *db, void *state, struct error *err)
{
	return insert_one(db, state, err) &&
	       error_set(err, ERROR_INVALID, "", "%s", "no");
}

static void a_rolled_back_visit_was_never_there(void **state)
{
	struct trying trying = {.fixture = *state};
	struct error err = {0};

	fixture_refused(db_transaction(fixture_db(trying.fixture),
				       insert_and_fail, &trying, &err),
			ERROR_INVALID);
	assert_int_equal(
	    fixture_number(trying.fixture, "SELECT COUNT(*) FROM visit"), 0);
	assert_int_equal(fixture_number(trying.fixture,
					"SELECT COUNT(*) FROM audit"
					" WHERE subject = 'visit'"),
			 0);
}

static bool move_twice(struct db *db, void *state, struct error *err)
{
	struct trying *trying = state;

	if (!insert_one(db, state, err))
		return false;
	trying->row.state = VISIT_CALLED;
	trying->row.wait_length = 500;
	trying->row.first_called_at = FIXTURE_START + 500;
	return visit_move(db, &trying->row, VISIT_WAITING, err) &&
	       visit_move(db, &trying->row, VISIT_WAITING, err);
}

static void a_state_changes_only_from_the_one_it_had(void **state)
{
	struct trying trying = {.fixture = *state};
	struct error err = {0};

	fixture_refused(db_transaction(fixture_db(trying.fixture), move_twice,
				       &trying, &err),
			ERROR_CONFLICT);
	assert_true(strlen(err.text) > 0);
}

static bool end_with_periods(struct db *db, void *state, struct error *err)
{
	struct trying *trying = state;
	const struct period periods[] = {
	    {0, VISIT_WAITING, NULL, FIXTURE_START, FIXTURE_START + 10, 0, 0},
	    {0, VISIT_HOLD, "copies", FIXTURE_START + 20, FIXTURE_START + 50, 0,
	     0},
	    {0, VISIT_ASIDE, NULL, FIXTURE_START + 60, FIXTURE_START + 65, 0,
	     0},
	    {0, VISIT_HOLD, "telephone", FIXTURE_START + 70, 0, 0, 0},
	};

	if (!insert_one(db, state, err))
		return false;
	for (size_t i = 0; i < MEM_COUNT(periods); i++) {
		struct period period = periods[i];

		period.visit_id = trying->id;
		if (!period_insert(db, &period, err))
			return false;
	}
	return true;
}

static void held_is_what_was_on_hold_or_aside_and_is_over(void **state)
{
	struct trying trying = {.fixture = *state};
	struct db *db = fixture_db(trying.fixture);
	struct error err = {0};
	struct visit_row row;
	int64_t length;

	fixture_ok(db_transaction(db, end_with_periods, &trying, &err));
	fixture_ok(period_held_length(db, trying.id, &length, &err));
	assert_int_equal(length, 35);
	fixture_ok(visit_get_row(db, trying.id, &row, &err));
	assert_true(row.period_id > 0);
	assert_int_equal(row.period_began_at, FIXTURE_START + 70);
}

static bool add_request(struct db *db, void *state, struct error *err)
{
	struct trying *trying = state;
	struct request_row row = {
	    .reference = "R-000-0000",
	    .place = "Fir Ave",
	    .topic_id = trying->fixture->topics[FIXTURE_FENCE],
	    .state = REQUEST_DRAFT,
	    .channel = CHANNEL_WALK_IN,
	    .site_id = trying->fixture->site_id,
	    .received_at = FIXTURE_START,
	    .received_on = {"2026-11-23"},
	};

	if (!insert_one(db, state, err))
		return false;
	row.first_visit_id = trying->id;
	if (!request_insert(db, &row, &trying->is_taken, err))
		return false;
	trying->other_id = row.request_id;
	return true;
}

static bool save_contact(struct db *db, void *state, struct error *err)
{
	struct trying *trying = state;
	struct contact contact = {0};
	bool is_done;

	if (!add_request(db, state, err))
		return false;
	contact.request_id = trying->other_id;
	contact.words = mem_copy("Where is it?");
	contact_set_answer(&contact, trying->fixture->fence_height, "6", true);
	contact_set_answer(&contact, trying->fixture->fence_side, NULL, false);
	is_done =
	    contact_save(db, trying->id, trying->fixture->staff[FIXTURE_RUIZ],
			 FIXTURE_START, &contact, false, err);
	contact_set_answer(&contact, trying->fixture->fence_side, " ", true);
	contact.result = RESULT_ANSWERED;
	is_done = is_done && contact_save(db, trying->id,
					  trying->fixture->staff[FIXTURE_RUIZ],
					  FIXTURE_START, &contact, true, err);
	contact_release(&contact);
	return is_done;
}

static void a_contact_is_one_for_a_visit_and_its_request(void **state)
{
	struct trying trying = {.fixture = *state};
	struct db *db = fixture_db(trying.fixture);
	struct error err = {0};
	struct visit visit = {0};

	fixture_ok(db_transaction(db, save_contact, &trying, &err));
	visit.visit_id = trying.id;
	fixture_ok(contact_list(db, &visit, &err));
	assert_int_equal(visit.contact_count, 1);
	assert_string_equal(visit.contacts[0].words, "Where is it?");
	assert_string_equal(visit.contacts[0].place, "Fir Ave");
	assert_int_equal(visit.contacts[0].answer_count, 1);
	assert_int_equal(visit.contacts[0].result, RESULT_ANSWERED);
	visit_release(&visit);
}

static bool sync_numbers(struct db *db, void *state, struct error *err)
{
	struct trying *trying = state;
	struct contact contact = {0};
	bool is_done;

	if (!add_request(db, state, err))
		return false;
	contact.request_id = trying->other_id;
	contact_add_number(&contact, NUMBER_PERMIT, "BLD-26-0412");
	contact_add_number(&contact, NUMBER_ACCOUNT, "77");
	is_done = request_sync_numbers(db, &contact, true, err);
	contact.number_count = 1;
	/* Not whole: what is missing is left alone. */
	is_done = is_done && request_sync_numbers(db, &contact, false, err);
	contact.number_count = 2;
	contact_release(&contact);
	return is_done;
}

static void a_number_is_found_without_its_dashes(void **state)
{
	struct trying trying = {.fixture = *state};
	struct error err = {0};

	fixture_ok(db_transaction(fixture_db(trying.fixture), sync_numbers,
				  &trying, &err));
	assert_int_equal(fixture_number(trying.fixture,
					"SELECT COUNT(*) FROM request_number"
					" WHERE search_key = 'bld260412'"),
			 1);
	assert_int_equal(fixture_number(trying.fixture,
					"SELECT COUNT(*) FROM request_number"),
			 2);
}

static bool settle_and_take_back(struct db *db, void *state, struct error *err)
{
	static const struct request_settlement settlement = {
	    .state = REQUEST_RESOLVED,
	    .result = RESULT_GIVEN,
	    .resolved_at = FIXTURE_START,
	    .resolved_on = {"2026-11-23"},
	};
	struct trying *trying = state;

	return add_request(db, state, err) &&
	       request_settle(db, trying->other_id, &settlement, err);
}

static void the_facts_of_a_request_are_its_own(void **state)
{
	struct trying trying = {.fixture = *state};
	struct db *db = fixture_db(trying.fixture);
	struct error err = {0};
	struct request_facts facts;

	fixture_ok(db_transaction(db, settle_and_take_back, &trying, &err));
	fixture_ok(
	    request_get_facts(db, trying.other_id, trying.id, &facts, &err));
	assert_int_equal(facts.state, REQUEST_RESOLVED);
	assert_int_equal(facts.result, RESULT_GIVEN);
	assert_int_equal(facts.first_visit_id, trying.id);
	assert_int_equal(facts.resolved_at, FIXTURE_START);
	assert_false(facts.is_acknowledged);
	assert_false(facts.has_offer);
	assert_false(facts.has_promise);
	assert_false(facts.was_handed_off);
	assert_int_equal(facts.result_before, RESULT_NONE);
	fixture_refused(request_get_facts(db, 99, trying.id, &facts, &err),
			ERROR_NOT_FOUND);
}

static bool put_drafts(struct db *db, void *state, struct error *err)
{
	struct trying *trying = state;
	int64_t staff_id = trying->fixture->staff[FIXTURE_RUIZ];

	return insert_one(db, state, err) &&
	       draft_put(db, trying->id, staff_id, FIXTURE_START, "one", err) &&
	       draft_put(db, trying->id, staff_id, FIXTURE_START + 1, "two",
			 err);
}

static void a_draft_is_the_form_as_it_was_typed_last(void **state)
{
	struct trying trying = {.fixture = *state};
	struct db *db = fixture_db(trying.fixture);
	struct error err = {0};
	int64_t last;
	char *form;

	fixture_ok(db_transaction(db, put_drafts, &trying, &err));
	fixture_ok(draft_get(db, trying.id, &form, &err));
	assert_string_equal(form, "two");
	free(form);
	/* Waiting, not aside: nothing to come back to. */
	fixture_ok(visit_find_left(db, trying.fixture->site_id,
				   trying.fixture->staff[FIXTURE_RUIZ], &last,
				   &err));
	assert_int_equal(last, 0);
	fixture_ok(draft_get(db, trying.id + 1, &form, &err));
	assert_null(form);
}

static void matters_of_nobody_are_none(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct cue_people people = {0};
	const struct cue_day day = {.today = {"2026-11-23"}};
	struct cue_matter *matters;
	size_t count;

	fixture_ok(cue_list_matters(fixture_db(fixture), &people, 0, 0, &day,
				    &matters, &count, &err));
	assert_int_equal(count, 0);
	free(matters);
}

#define STORE_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    STORE_TEST(a_visit_reads_back_as_it_was_written),
	    STORE_TEST(a_visit_that_is_not_there_is_said_so),
	    STORE_TEST(a_reference_is_given_out_once),
	    STORE_TEST(a_rolled_back_visit_was_never_there),
	    STORE_TEST(a_state_changes_only_from_the_one_it_had),
	    STORE_TEST(held_is_what_was_on_hold_or_aside_and_is_over),
	    STORE_TEST(a_contact_is_one_for_a_visit_and_its_request),
	    STORE_TEST(a_number_is_found_without_its_dashes),
	    STORE_TEST(the_facts_of_a_request_are_its_own),
	    STORE_TEST(a_draft_is_the_form_as_it_was_typed_last),
	    STORE_TEST(matters_of_nobody_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
