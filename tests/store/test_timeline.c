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

static void take_head(const struct timeline_head *head, void *state)
{
	*(int64_t *)state += head->request_id;
}

static void take_row(const struct timeline_row *row, void *state)
{
	assert_int_equal(row->fact, FACT_CONTACT);
	assert_string_equal(row->text, "A fence");
	assert_string_equal(row->word, "opened");
	assert_string_equal(row->staff, "A. Ruiz");
	*(int64_t *)state += row->request_id;
}

static void the_heads_and_the_rows_are_of_the_same_requests(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request_id = matter_open(f, elena, "A fence");
	struct db *db = fixture_db(f);
	int64_t heads = 0, rows = 0;

	fixture_ok(timeline_each_request(db, TIMELINE_OF_RESIDENT, elena, 9,
					 take_head, &heads, &err));
	fixture_ok(timeline_each_row(db, TIMELINE_OF_RESIDENT, elena, 9,
				     take_row, &rows, &err));
	assert_int_equal(heads, request_id);
	assert_int_equal(rows, request_id);
}

static void nothing_head(const struct timeline_head *head, void *state)
{
	(void)head;
	(void)state;
}

static void nothing_row(const struct timeline_row *row, void *state)
{
	(void)row;
	(void)state;
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
	for (int of = 0; of <= TIMELINE_OF_REQUEST; of++) {
		fixture_ok(timeline_each_request(db, (enum timeline_of)of, 1, 9,
						 nothing_head, NULL, &err));
		fixture_ok(timeline_each_row(db, (enum timeline_of)of, 1, 9,
					     nothing_row, NULL, &err));
	}
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
	    T(the_heads_and_the_rows_are_of_the_same_requests),
	    T(no_screen_of_history_and_no_list_scans_a_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
