/*
 * test_timeline.c - history and lists ride their indexes, whatever is asked
 */
#include <string.h>

#include "fixture.h"
#include "frontdesk/store/context.h"
#include "frontdesk/store/handoff.h"
#include "frontdesk/store/list.h"
#include "frontdesk/store/promise.h"
#include "frontdesk/store/standing.h"
#include "frontdesk/store/timeline.h"
#include "matter.h"
#include "store/sqlite_engine.h"

struct taken {
	struct db *db;
	int64_t request_ids[4];
	int heads, rows, wanted;
};

static void take_row(const struct timeline_row *row, void *state)
{
	struct taken *taken = state;

	assert_int_equal(row->fact, FACT_CONTACT);
	assert_string_equal(row->text, "A fence");
	assert_string_equal(row->word, "opened");
	assert_string_equal(row->staff, "A. Ruiz");
	taken->rows++;
}

static bool take_head(const struct timeline_head *head, bool *is_last,
		      void *state, struct error *err)
{
	struct taken *taken = state;

	assert_true(head->has_visit);
	assert_string_equal(head->part, "themselves");
	assert_string_equal(head->resident, "Ms. Elena Alvarez");
	taken->request_ids[taken->heads++] = head->request_id;
	*is_last = taken->heads == taken->wanted;
	return timeline_each_row(taken->db, head, take_row, state, err);
}

static void the_rows_of_a_request_are_read_while_it_is_at_hand(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request_id = matter_open(f, elena, "A fence");
	struct taken taken = {.db = fixture_db(f), .wanted = 4};

	fixture_ok(timeline_each_request(taken.db, TIMELINE_OF_RESIDENT, elena,
					 take_head, &taken, &err));
	assert_int_equal(taken.heads, 1);
	assert_int_equal(taken.rows, 1);
	assert_int_equal(taken.request_ids[0], request_id);
}

static void no_more_requests_are_read_than_are_wanted(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t first = matter_open(f, elena, "A fence");
	int64_t second = matter_open(f, elena, "A fence");
	struct taken taken = {.db = fixture_db(f), .wanted = 1};

	fixture_ok(timeline_each_request(taken.db, TIMELINE_OF_RESIDENT, elena,
					 take_head, &taken, &err));
	assert_int_equal(taken.heads, 1);
	assert_int_equal(taken.request_ids[0], second);
	taken = (struct taken){.db = taken.db, .wanted = 4};
	fixture_ok(timeline_each_request(taken.db, TIMELINE_OF_RESIDENT, elena,
					 take_head, &taken, &err));
	assert_int_equal(taken.heads, 2);
	assert_int_equal(taken.request_ids[1], first);
}

struct party {
	int64_t request_id, resident_id;
};

static bool add_speaker(struct db *db, void *state, struct error *err)
{
	static const char SQL[] =
	    "INSERT INTO request_party (request_id, resident_id, part) "
	    "VALUES ($1, $2, 'speaks_for')";
	const struct party *party = state;
	struct query q;

	query_begin(&q, db, SQL);
	query_int(&q, 1, party->request_id);
	query_int(&q, 2, party->resident_id);
	return query_run(&q, err);
}

static bool take_speaker(const struct timeline_head *head, bool *is_last,
			 void *state, struct error *err)
{
	struct taken *taken = state;

	(void)is_last;
	assert_string_equal(head->part, "speaks_for");
	assert_string_equal(head->resident, "Ms. Elena Alvarez");
	taken->request_ids[taken->heads++] = head->request_id;
	return timeline_each_row(taken->db, head, take_row, state, err);
}

/* A part more as speaker is no request more. */
static void whoever_has_two_parts_has_the_request_once(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request_id = matter_open(f, elena, "A fence");
	struct taken taken = {.db = fixture_db(f), .wanted = 4};
	struct party party = {request_id, elena};

	fixture_ok(db_transaction(taken.db, add_speaker, &party, &err));
	fixture_ok(timeline_each_request(taken.db, TIMELINE_OF_RESIDENT, elena,
					 take_speaker, &taken, &err));
	assert_int_equal(taken.heads, 1);
}

static void nothing_row(const struct timeline_row *row, void *state)
{
	(void)row;
	(void)state;
}

static bool every_row(const struct timeline_head *head, bool *is_last,
		      void *state, struct error *err)
{
	struct timeline_head passed_on = *head;

	(void)is_last;
	passed_on.hop_count = 1; /* then all statements are asked */
	return timeline_each_row(state, &passed_on, nothing_row, NULL, err);
}

static void nothing_entry(const struct list_entry *entry, void *state)
{
	(void)entry;
	(void)state;
}

/* Every statement that a screen of history or a list asks. */
static void ask_everything(struct db *db)
{
	static bool (*const lists[])(struct db *, const struct list_query *,
				     list_entry_fn *, void *,
				     struct error *) = {
	    list_aside,		 list_promises,	     list_to_tell,
	    list_to_acknowledge, list_open_requests, list_today};
	const struct list_query query = {
	    .staff_id = 1,
	    .department_id = 1,
	    .site_id = 1,
	    .now = FIXTURE_START,
	    .today = {"2026-11-23"},
	    .limit = 20,
	};
	struct handoff_context context;
	struct handoff_list handoffs;
	struct list_counts counts;
	struct standing standing;
	struct handoff handoff;
	struct promise promise;
	struct error err = {0};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		fixture_ok(lists[i](db, &query, nothing_entry, NULL, &err));
	fixture_ok(list_count(db, &query, &counts, &err));
	fixture_ok(handoff_list_mine(db, 1, 1, 20, &handoffs, &err));
	handoff_list_release(&handoffs);
	for (int of = 0; of <= TIMELINE_OF_REQUEST; of++)
		fixture_ok(timeline_each_request(db, (enum timeline_of)of, 1,
						 every_row, db, &err));
	fixture_ok(context_read(db, 1, 0, &context, &err));
	handoff_context_release(&context);
	fixture_ok(standing_get(db, 1, &standing, &err));
	standing_release(&standing);
	fixture_refused(handoff_get(db, 1, &handoff, &err), ERROR_NOT_FOUND);
	fixture_refused(promise_get(db, 1, &promise, &err), ERROR_NOT_FOUND);
}

/* The choice of a CTE is what the statement chose by an index before. */
static bool is_allowed(const char *step)
{
	static const char *const allowed[] = {"SCAN m",	   "SCAN w",
					      "SCAN mine", "SCAN shown",
					      "SCAN top",  "SCAN CONSTANT ROW"};

	if (strncmp(step, "SCAN", 4) != 0)
		return true;
	for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
		if (strcmp(step, allowed[i]) == 0)
			return true;
	return false;
}

static void check_plan(sqlite3 *handle, const char *sql)
{
	struct str explain = STR_INIT;
	sqlite3_stmt *plan;

	str_addf(&explain, "EXPLAIN QUERY PLAN %s", sql);
	assert_int_equal(
	    sqlite3_prepare_v2(handle, str_text(&explain), -1, &plan, NULL),
	    SQLITE_OK);
	while (sqlite3_step(plan) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(plan, 3);

		if (!is_allowed(step))
			fail_msg("%s\n%s", step, sql);
	}
	sqlite3_finalize(plan);
	str_release(&explain);
}

static void no_screen_of_history_and_no_list_scans_a_table(void **state)
{
	struct fixture *f = *state;
	struct db *db = fixture_db(f);
	int checked = 0;

	matter_open(f, fixture_resident(f, "Ms.", "Elena", "Alvarez"), "A");
	ask_everything(db);
	for (size_t i = 0; i < db->slot_count; i++) {
		if (db->slots[i] == NULL ||
		    strstr(db->slots[i]->sql, "PRAGMA") != NULL ||
		    strstr(db->slots[i]->sql, "SELECT") == NULL)
			continue;
		check_plan(db->handle, db->slots[i]->sql);
		checked++;
	}
	assert_true(checked >= 20);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(the_rows_of_a_request_are_read_while_it_is_at_hand),
	    T(no_more_requests_are_read_than_are_wanted),
	    T(whoever_has_two_parts_has_the_request_once),
	    T(no_screen_of_history_and_no_list_scans_a_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
