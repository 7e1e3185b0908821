/*
 * test_audit.c - who did what stays, and whoever alters it is found out
 */
#include <string.h>

#include "fixture.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/store/audit.h"
#include "frontdesk/store/staff.h"

static bool has_text(struct fixture *fixture, const char *sql, const char *part)
{
	struct error err = {0};
	struct query q;
	bool is_there = false;

	query_begin(&q, fixture_db(fixture), sql);
	while (query_row(&q))
		is_there = is_there || (row_text(&q, 0) != NULL &&
					strstr(row_text(&q, 0), part) != NULL);
	fixture_ok(query_end(&q, &err));
	return is_there;
}

static void every_write_of_a_morning_is_in_an_unbroken_chain(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t id = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");

	fixture_ok(
	    desk_note_permission(fixture->desk, id, PERMISSION_YES, &err));
	assert_true(fixture_number(fixture, "SELECT count(*) FROM audit") > 20);
	assert_int_equal(fixture_number(fixture,
					"SELECT count(*) FROM audit "
					"WHERE subject = 'resident' "
					"AND action = 'update' AND actor_id = "
					"(SELECT staff_id FROM staff "
					"WHERE login = 'aruiz')"),
			 1);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void a_change_keeps_what_was_and_what_is(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t id = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");

	fixture_ok(desk_note_title(fixture->desk, id, "Dr.", &err));
	assert_true(has_text(fixture, "SELECT before FROM audit_detail",
			     "\"title\":\"Ms.\""));
	assert_true(has_text(fixture, "SELECT after FROM audit_detail",
			     "\"title\":\"Dr.\""));
	/* Only what differs: the surname is in the image of the insert. */
	assert_false(has_text(fixture,
			      "SELECT d.after FROM audit_detail d "
			      "JOIN audit a ON a.number = d.number "
			      "WHERE a.action = 'update'",
			      "Alvarez"));
}

static void an_entry_altered_by_hand_breaks_the_chain(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	fixture_write(fixture, "UPDATE audit SET at = at + 1 WHERE number = 3");
	fixture_refused(db_check(fixture_db(fixture), &err), ERROR_DAMAGED);
	assert_non_null(strstr(err.text, "entry 3"));
}

static void a_detail_altered_by_hand_is_found_out(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	fixture_write(fixture,
		      "UPDATE audit_detail SET after = '{}' WHERE number = 2");
	fixture_refused(db_check(fixture_db(fixture), &err), ERROR_DAMAGED);
}

static void an_entry_that_is_gone_is_missed(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	fixture_write(fixture, "DELETE FROM audit WHERE number = 4");
	fixture_refused(db_check(fixture_db(fixture), &err), ERROR_DAMAGED);
}

static void a_purged_detail_leaves_the_chain_whole(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	fixture_write(fixture,
		      "DELETE FROM audit_detail WHERE number IN (2, 3, 5)");
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void no_pin_is_ever_in_an_image(void **state)
{
	struct fixture *fixture = *state;

	assert_false(
	    has_text(fixture, "SELECT after FROM audit_detail", "argon2"));
	fixture_write(fixture, "UPDATE staff SET pin_hash = '$argon2id$new'");
	assert_false(
	    has_text(fixture, "SELECT after FROM audit_detail", "argon2"));
	assert_false(
	    has_text(fixture, "SELECT before FROM audit_detail", "argon2"));
	assert_true(has_text(fixture, "SELECT after FROM audit_detail",
			     "{\"pin_hash\":1}"));
}

static void counting_wrong_pins_is_no_history(void **state)
{
	struct fixture *fixture = *state;
	int64_t before = fixture_number(fixture, "SELECT count(*) FROM audit");

	fixture_write(fixture, "UPDATE staff SET failed_pins = 3");
	fixture_write(fixture, "UPDATE topic SET times_used = 9");
	fixture_write(fixture, "UPDATE staff SET name = name");
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM audit"),
			 before);
}

static void text_with_quotes_and_line_ends_stays_json(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	fixture_write(fixture,
		      "UPDATE site SET name = 'a\"b\\c' || char(10) || 'd'");
	assert_true(has_text(fixture, "SELECT after FROM audit_detail",
			     "{\"name\":\"a\\\"b\\\\c\\u000ad\"}"));
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void an_opening_is_recorded_before_the_record_is_shown(void **state)
{
	struct fixture *fixture = *state;
	struct resident_page page;
	struct look_list looks;
	struct error err = {0};
	int64_t id = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");

	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(
	    desk_open_resident(fixture_desk2(fixture), id, 10, &page, &err));
	resident_page_release(&page);
	fixture_ok(desk_read_resident(fixture->desk, id, 10, &page, &err));
	resident_page_release(&page);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM audit "
						 "WHERE action = 'open' "
						 "AND subject = 'resident'"),
			 1);
	fixture_ok(desk_list_looks(fixture->desk, id, 10, &looks, &err));
	assert_int_equal(looks.count, 2);
	assert_string_equal(looks.items[0].staff, "B. Chen");
	assert_string_equal(looks.items[1].staff, "A. Ruiz");
	look_list_release(&looks);
}

static int64_t entries(struct fixture *fixture)
{
	return fixture_number(fixture, "SELECT count(*) FROM audit");
}

/* Whoever writes past the transactions would leave no trace. */
static void a_change_outside_of_a_transaction_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct query q;

	query_begin(&q, fixture_db(fixture), "UPDATE site SET name = 'Other'");
	fixture_refused(query_run(&q, &err), ERROR_CONFLICT);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM site "
						 "WHERE name = 'Other'"),
			 0);
	fixture_write(fixture, "UPDATE site SET name = 'Another'");
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static bool rename_twice(struct db *db, void *state, struct error *err)
{
	struct error refused = {0};
	struct query q;

	(void)state;
	/* Each row of the two is changed before the second is refused. */
	query_begin(&q, db, "UPDATE counter_window SET label = 'Twice'");
	assert_false(query_run(&q, &refused));
	query_begin(&q, db, "UPDATE site SET name = 'Once'");
	return query_run(&q, err);
}

static void a_statement_that_was_refused_leaves_no_entry(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t before = entries(fixture);

	fixture_ok(
	    db_transaction(fixture_db(fixture), rename_twice, NULL, &err));
	assert_int_equal(entries(fixture), before + 1);
	assert_false(
	    has_text(fixture, "SELECT after FROM audit_detail", "Twice"));
}

static bool rename_and_fail(struct db *db, void *state, struct error *err)
{
	struct query q;

	(void)state;
	query_begin(&q, db, "UPDATE site SET name = 'Gone'");
	return query_run(&q, err) &&
	       error_set(err, ERROR_INVALID, "", "%s", "no");
}

static void what_is_rolled_back_leaves_no_entry(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t before = entries(fixture);

	fixture_refused(
	    db_transaction(fixture_db(fixture), rename_and_fail, NULL, &err),
	    ERROR_INVALID);
	fixture_write(fixture, "UPDATE site SET name = 'Here'");
	assert_int_equal(entries(fixture), before + 1);
	assert_false(
	    has_text(fixture, "SELECT after FROM audit_detail", "Gone"));
}

static void a_thousand_changes_of_one_transaction_are_a_chain(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t before = entries(fixture);

	fixture_write(fixture,
		      "INSERT INTO counter_window (uuid, site_id, label)"
		      " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
		      " SELECT i + 1 FROM n WHERE i < 1000)"
		      " SELECT 'u' || i, (SELECT MIN(site_id) FROM site),"
		      " 'W' || i FROM n");
	assert_int_equal(entries(fixture), before + 1000);
	assert_int_equal(fixture_number(fixture,
					"SELECT count(*) FROM audit a "
					"JOIN audit_detail d USING (number) "
					"JOIN counter_window w "
					"ON w.counter_window_id = a.subject_id "
					"WHERE a.subject = 'counter_window' "
					"AND instr(d.after, w.label) > 0 "
					"AND w.uuid LIKE 'u%'"),
			 1000);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void what_was_taken_away_keeps_its_image(void **state)
{
	struct fixture *fixture = *state;

	fixture_write(fixture, "INSERT INTO staff_language (staff_id, language)"
			       " SELECT MIN(staff_id), 'vi' FROM staff");
	fixture_write(fixture, "DELETE FROM staff_language"
			       " WHERE language = 'vi'");
	assert_true(has_text(fixture,
			     "SELECT d.before FROM audit a "
			     "JOIN audit_detail d USING (number) "
			     "WHERE a.action = 'delete' "
			     "AND a.subject = 'staff_language' "
			     "AND a.subject_id = "
			     "(SELECT MIN(staff_id) FROM staff)",
			     "\"language\":\"vi\""));
}

/* SQLite shows NULL where a row was written before its column was there. */
static void a_row_older_than_a_column_changes_only_what_it_changes(void **state)
{
	struct fixture *fixture = *state;

	fixture_write(fixture, "ALTER TABLE site ADD COLUMN colour TEXT"
			       " NOT NULL DEFAULT 'blue'");
	fixture_write(fixture, "UPDATE site SET name = 'Old row'");
	assert_true(has_text(fixture, "SELECT after FROM audit_detail",
			     "{\"name\":\"Old row\"}"));
	fixture_write(fixture, "UPDATE site SET colour = 'green'");
	assert_true(has_text(fixture, "SELECT before FROM audit_detail",
			     "{\"colour\":\"blue\"}"));
	assert_true(has_text(fixture, "SELECT after FROM audit_detail",
			     "{\"colour\":\"green\"}"));
}

#define AUDIT_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    AUDIT_TEST(every_write_of_a_morning_is_in_an_unbroken_chain),
	    AUDIT_TEST(a_change_keeps_what_was_and_what_is),
	    AUDIT_TEST(an_entry_altered_by_hand_breaks_the_chain),
	    AUDIT_TEST(a_detail_altered_by_hand_is_found_out),
	    AUDIT_TEST(an_entry_that_is_gone_is_missed),
	    AUDIT_TEST(a_purged_detail_leaves_the_chain_whole),
	    AUDIT_TEST(no_pin_is_ever_in_an_image),
	    AUDIT_TEST(counting_wrong_pins_is_no_history),
	    AUDIT_TEST(text_with_quotes_and_line_ends_stays_json),
	    AUDIT_TEST(an_opening_is_recorded_before_the_record_is_shown),
	    AUDIT_TEST(a_change_outside_of_a_transaction_is_refused),
	    AUDIT_TEST(a_statement_that_was_refused_leaves_no_entry),
	    AUDIT_TEST(what_is_rolled_back_leaves_no_entry),
	    AUDIT_TEST(a_thousand_changes_of_one_transaction_are_a_chain),
	    AUDIT_TEST(what_was_taken_away_keeps_its_image),
	    AUDIT_TEST(a_row_older_than_a_column_changes_only_what_it_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
