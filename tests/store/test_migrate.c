/*
 * test_migrate.c - a store of an earlier version opens as one of this version
 */
#include <stdio.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "store/schema.h"
#include "store/sqlite_engine.h"

/* Of the versions whose triggers wrote the audit, one before a migration that
 * changes rows, and the last. */
static const int earlier[] = {9, 11};

static void run(sqlite3 *handle, const char *sql)
{
	if (sqlite3_exec(handle, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(handle));
}

static int64_t number(struct db *db, const char *sql)
{
	struct error err = {0};
	struct query q;
	int64_t value;

	query_begin(&q, db, sql);
	fixture_ok(query_one(&q, &value, &err));
	return value;
}

/* Two visits of a day, one of them served, before there were any totals. */
static const char ROWS[] =
    "INSERT INTO city (city_id, uuid, name, created_at)"
    " VALUES (1, 'c', 'Old City', 0);"
    "INSERT INTO site (site_id, uuid, name, time_zone)"
    " VALUES (1, 's', 'Hall', 'America/Los_Angeles');"
    "INSERT INTO visit (visit_id, uuid, reference, site_id, channel, state,"
    " arrived_at, arrived_on, begun_at, ended_at, ended_on, service_length)"
    " VALUES (1, 'v1', 'V-1', 1, 'walk_in', 'served', 1600000000000,"
    " '2020-09-13', 1600000000000, 1600000060000, '2020-09-13', 60000),"
    " (2, 'v2', 'V-2', 1, 'walk_in', 'waiting', 1600000000000,"
    " '2020-09-13', NULL, NULL, NULL, NULL);";

/* Somebody as a search had them then. */
static const char NAMES[] =
    "INSERT INTO resident (resident_id, uuid, reference, made_at)"
    " VALUES (1, 'r', 'P-1', 0);"
    "INSERT INTO search_name (recency, resident_id, folded)"
    " VALUES (1, 1, 'elena alvarez');"
    "INSERT INTO search_name_fts (rowid, folded)"
    " VALUES (1, 'elena alvarez');"
    "INSERT INTO search_other_name (word, resident_id) VALUES ('soto', 1);";

/*
 * As an earlier program left it; its path is made of the fixture's. After 11
 * nobody has a name there: those programs kept what finds one by its sound.
 */
static void make_earlier(const char *path, int number_then)
{
	static const char TRIGGERS[] =
	    "CREATE TRIGGER visit_audit_insert AFTER INSERT ON visit"
	    " BEGIN INSERT INTO audit_entry (action, subject, subject_id,"
	    " before, after) VALUES ('insert', 'visit', NEW.visit_id, NULL,"
	    " row_image('state', NEW.state)); END;"
	    "CREATE TRIGGER request_party_audit_update"
	    " AFTER UPDATE ON request_party"
	    " WHEN row_change('part', OLD.part, NEW.part)"
	    " BEGIN INSERT INTO audit_entry (action, subject, subject_id,"
	    " before, after) VALUES ('update', 'request_party', NEW.rowid,"
	    " change_before(), change_after()); END;";
	char version[96];
	sqlite3 *handle = NULL;

	assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
	run(handle, "PRAGMA journal_mode = WAL");
	for (const struct migration *m = schema_migrations;
	     m->number != 0 && m->number <= number_then; m++) {
		run(handle, m->sql);
		if (m->number == 4)
			run(handle, ROWS);
		if (m->number == 4 && number_then <= 11)
			run(handle, NAMES);
	}
	if (number_then <= 11)
		run(handle, TRIGGERS);
	snprintf(version, sizeof(version),
		 "PRAGMA application_id = %d; PRAGMA user_version = %d",
		 SQLITE_APPLICATION, number_then);
	run(handle, version);
	sqlite3_close(handle);
}

static void open_version(struct fixture *fixture, int version, struct db **db)
{
	struct error err = {0};
	struct str path = STR_INIT;

	str_addf(&path, "%s-earlier-%d", fixture->path, version);
	make_earlier(path.text, version);
	fixture_ok(db_open(path.text, DB_OPEN, db_clock(fixture_db(fixture)),
			   db, &err));
	str_release(&path);
}

static void open_earlier(struct fixture *fixture, size_t which, struct db **db)
{
	open_version(fixture, earlier[which], db);
}

static void an_earlier_store_keeps_its_rows_and_gets_its_totals(void **state)
{
	struct error err = {0};
	struct db *db;

	for (size_t i = 0; i < MEM_COUNT(earlier); i++) {
		open_earlier(*state, i, &db);
		assert_int_equal(number(db, "SELECT count(*) FROM visit"), 2);
		assert_int_equal(number(db, "SELECT n FROM day_total WHERE"
					    " day = '2020-09-13' AND figure ="
					    " 'arrived' AND part = 'walk_in'"),
				 2);
		fixture_ok(db_check(db, &err));
		db_close(db);
	}
}

/* Whatever the figures read stands when a store is counted. */
static void a_store_of_any_version_is_counted_and_checks_clean(void **state)
{
	struct error err = {0};
	struct db *db;

	for (const struct migration *m = schema_migrations; m[1].number != 0;
	     m++) {
		if (m->number < 4)
			continue;
		open_version(*state, m->number, &db);
		assert_int_equal(number(db, "SELECT n FROM day_total WHERE"
					    " day = '2020-09-13' AND figure ="
					    " 'arrived' AND part = 'walk_in'"),
				 2);
		fixture_ok(db_check(db, &err));
		db_close(db);
	}
}

/* Of 22: known by a title, not known, known by whoever it was merged into, not
 * known by a title that was refused; and one that is not over. */
static const char VISITORS[] =
    "INSERT INTO resident (resident_id, uuid, reference, made_at, survivor_id,"
    " as_it_stands, refused_titles) VALUES (1, 'r1', 'P-1', 0, NULL, 0, ''),"
    " (2, 'r2', 'P-2', 0, NULL, 0, ''), (3, 'r3', 'P-3', 0, 4, 0, ''),"
    " (4, 'r4', 'P-4', 0, NULL, 1, ''),"
    " (5, 'r5', 'P-5', 0, NULL, 0, 'Prof.|Col.');"
    "INSERT INTO resident_name (resident_id, kind, title, rank, given,"
    " noted_at) VALUES (1, 'in_use', 'Ms.', NULL, 'Elena', 0),"
    " (2, 'in_use', NULL, NULL, 'Rosa', 0),"
    " (3, 'in_use', NULL, NULL, 'Ama', 0),"
    " (4, 'in_use', NULL, NULL, 'Ama', 0),"
    " (5, 'in_use', NULL, 'Col.', 'Ines', 0);"
    "INSERT INTO visit (visit_id, uuid, reference, site_id, channel, state,"
    " arrived_at, arrived_on, ended_at, ended_on, left_when)"
    " SELECT 10 + resident_id, 'w' || resident_id, 'V-1' || resident_id, 1,"
    " 'walk_in', 'left', 1600000000000, '2020-09-13', 1600000060000,"
    " '2020-09-13', 'waiting' FROM resident;"
    "INSERT INTO visit_person (visit_id, resident_id, part)"
    " SELECT 10 + resident_id, resident_id, 'themselves' FROM resident;"
    "INSERT INTO visit_person (visit_id, resident_id, part)"
    " VALUES (2, 1, 'themselves');";

static void a_visit_that_was_over_has_what_its_records_say_now(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct str path = STR_INIT;
	sqlite3 *handle = NULL;
	struct db *db;

	str_addf(&path, "%s-visitors", f->path);
	make_earlier(path.text, 22);
	assert_int_equal(sqlite3_open(path.text, &handle), SQLITE_OK);
	/* As a program without totals would: those are counted anew. */
	run(handle, "DROP TRIGGER visit_total_insert;"
		    "DROP TRIGGER visit_person_total_insert");
	run(handle, VISITORS);
	sqlite3_close(handle);
	fixture_ok(
	    db_open(path.text, DB_OPEN, db_clock(fixture_db(f)), &db, &err));
	assert_int_equal(number(db, "SELECT sum(address_known * visit_id) FROM"
				    " visit"),
			 11 + 13 + 14);
	assert_int_equal(number(db, "SELECT count(*) FROM visit"
				    " WHERE address_known = 0"),
			 2);
	assert_int_equal(number(db, "SELECT n FROM day_total WHERE figure ="
				    " 'address_known' AND part = 'walk_in'"),
			 3);
	assert_int_equal(number(db, "SELECT n FROM day_total WHERE figure ="
				    " 'address_unknown'"),
			 2);
	fixture_ok(db_check(db, &err));
	db_close(db);
	str_release(&path);
}

static void an_earlier_store_gets_the_words_of_its_names(void **state)
{
	static const char SQL[] = "SELECT count(*) FROM search_word WHERE "
				  "found_by IN ('alvare', 'ALFRS', 'soto')";
	struct db *db;

	for (size_t i = 0; i < MEM_COUNT(earlier); i++) {
		open_earlier(*state, i, &db);
		assert_int_equal(number(db, SQL), 3);
		db_close(db);
	}
}

static void no_trigger_writes_the_audit_any_more(void **state)
{
	struct db *db;

	for (size_t i = 0; i < MEM_COUNT(earlier); i++) {
		open_earlier(*state, i, &db);
		assert_int_equal(
		    number(db, "SELECT count(*) FROM sqlite_schema WHERE"
			       " type = 'trigger' AND name LIKE"
			       " '%\\_audit\\_%' ESCAPE '\\'"),
		    0);
		db_close(db);
	}
}

static bool run_one(struct db *db, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, state);
	return query_run(&q, err);
}

static void checked(struct db *db, const char *sql)
{
	struct error err = {0};

	assert_false(db_transaction(db, run_one, (void *)sql, &err));
	assert_non_null(strstr(err.detail, "CHECK constraint failed"));
}

static void a_check_refuses_what_it_refused_before(void **state)
{
	struct db *db;

	for (size_t i = 0; i < MEM_COUNT(earlier); i++) {
		open_earlier(*state, i, &db);
		assert_int_equal(number(db, "SELECT count(*) FROM sqlite_schema"
					    " WHERE instr(sql, ' IN (''') > 0"),
				 0);
		checked(db, "UPDATE visit SET state = 'asleep'");
		checked(db, "UPDATE visit SET left_when = 'never'");
		assert_int_equal(number(db,
					"SELECT count(*) FROM visit"
					" WHERE left_when IS NULL"
					" AND state IN ('served', 'waiting')"),
				 2);
		db_close(db);
	}
}

/* Before titles could be refused: what was said stays, in its order. */
static void what_they_said_stays_and_a_title_can_be_refused(void **state)
{
	static const char SAID[] =
	    "INSERT INTO resident (resident_id, uuid, reference, made_at)"
	    " VALUES (77, 'r-said', 'P-77', 0);"
	    "INSERT INTO permission (permission_id, resident_id, kind, value,"
	    " noted_at) VALUES (7, 77, 'first_name', 'yes', 5),"
	    " (9, 77, 'title', 'Mrs.', 6)";
	struct fixture *fixture = *state;
	struct error err = {0};
	struct str path = STR_INIT;
	sqlite3 *handle = NULL;
	struct db *db;

	str_addf(&path, "%s-said", fixture->path);
	make_earlier(path.text, 11);
	assert_int_equal(sqlite3_open(path.text, &handle), SQLITE_OK);
	run(handle, SAID);
	sqlite3_close(handle);
	fixture_ok(db_open(path.text, DB_OPEN, db_clock(fixture_db(fixture)),
			   &db, &err));
	assert_int_equal(number(db, "SELECT sum(permission_id * noted_at)"
				    " FROM permission"),
			 7 * 5 + 9 * 6);
	assert_int_equal(number(db, "SELECT count(*) FROM resident"
				    " WHERE refused_titles = '' AND"
				    " resident_id = 77"),
			 1);
	fixture_ok(db_transaction(
	    db, run_one,
	    "INSERT INTO permission (resident_id, kind, value, noted_at)"
	    " VALUES (77, 'refused_title', 'Mrs.', 8)",
	    &err));
	checked(db, "UPDATE permission SET kind = 'rumour'");
	fixture_ok(db_check(db, &err));
	db_close(db);
	str_release(&path);
}

static void what_a_newer_program_changed_is_not_written(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	sqlite3 *handle = NULL;

	fixture_write(fixture, "UPDATE site SET name = 'Before'");
	assert_int_equal(sqlite3_open(fixture->path, &handle), SQLITE_OK);
	run(handle, "PRAGMA user_version = 9999");
	sqlite3_close(handle);
	fixture_refused(db_recount(fixture_db(fixture), &err), ERROR_NEWER);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM site"
						 " WHERE name = 'Before'"),
			 1);
}

#define MIGRATE_TEST(name)                                                     \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    MIGRATE_TEST(an_earlier_store_keeps_its_rows_and_gets_its_totals),
	    MIGRATE_TEST(a_store_of_any_version_is_counted_and_checks_clean),
	    MIGRATE_TEST(a_visit_that_was_over_has_what_its_records_say_now),
	    MIGRATE_TEST(an_earlier_store_gets_the_words_of_its_names),
	    MIGRATE_TEST(no_trigger_writes_the_audit_any_more),
	    MIGRATE_TEST(a_check_refuses_what_it_refused_before),
	    MIGRATE_TEST(what_they_said_stays_and_a_title_can_be_refused),
	    MIGRATE_TEST(what_a_newer_program_changed_is_not_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
