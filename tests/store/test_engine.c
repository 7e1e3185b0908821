/*
 * test_engine.c - what may be relied on once a store is open, and the sentence
 * for each that cannot be opened
 */
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "frontdesk/store/city.h"

#define WRITERS 16
#define WRITES 12

static struct db *make(struct fixture *fixture)
{
	struct error err = {0};
	struct db *db;

	fixture_ok(db_open(fixture->path, DB_CREATE, &fixture->clock.clock, &db,
			   &err));
	return db;
}

static bool open_store(struct fixture *fixture, struct error *err)
{
	struct db *db;
	bool is_open =
	    db_open(fixture->path, DB_OPEN, &fixture->clock.clock, &db, err);

	if (is_open)
		db_close(db);
	return is_open;
}

static bool run(struct db *db, const char *sql, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	return query_run(&q, err);
}

static int64_t number(struct db *db, const char *sql)
{
	struct error err = {0};
	struct query q;
	int64_t out;

	query_begin(&q, db, sql);
	fixture_ok(query_one(&q, &out, &err));
	return out;
}

static void a_new_store_is_durable_and_whole(void **state)
{
	struct fixture *fixture = *state;
	struct db *db = make(fixture);
	struct error err = {0};
	struct query q;
	struct stat file;

	query_begin(&q, db, "PRAGMA journal_mode");
	assert_true(query_row(&q));
	assert_string_equal(row_text(&q, 0), "wal");
	fixture_ok(query_end(&q, &err));
	assert_int_equal(number(db, "PRAGMA synchronous"), 2);
	assert_int_equal(number(db, "PRAGMA foreign_keys"), 1);
	assert_int_equal(number(db, "PRAGMA trusted_schema"), 0);
	assert_int_equal(number(db, "PRAGMA cell_size_check"), 1);
	fixture_ok(db_check(db, &err));
	assert_int_equal(stat(fixture->path, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
	db_close(db);
	fixture_ok(open_store(fixture, &err));
}

/* As another process sees it: whether somebody reads the store just now. */
static bool is_locked_for_others(const char *path)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		/* The bytes that SQLite's readers hold. */
		struct flock reading = {.l_type = F_WRLCK,
					.l_whence = SEEK_SET,
					.l_start = 0x40000002,
					.l_len = 510};
		int fd = open(path, O_RDWR);

		_exit(fd >= 0 && fcntl(fd, F_GETLK, &reading) == 0 &&
			      reading.l_type != F_UNLCK
			  ? 0
			  : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* Without it others would take the WAL away that it goes on writing. */
static void a_second_connection_leaves_the_first_its_lock(void **state)
{
	struct fixture *fixture = *state;
	struct db *db = make(fixture), *second;
	struct error err = {0};

	assert_true(is_locked_for_others(fixture->path));
	fixture_ok(db_open(fixture->path, DB_OPEN, &fixture->clock.clock,
			   &second, &err));
	assert_true(is_locked_for_others(fixture->path));
	db_close(second);
	assert_true(is_locked_for_others(fixture->path));
	db_close(db);
}

static void a_store_is_never_made_over_another(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct db *db = make(fixture), *other;

	db_close(db);
	fixture_refused(db_open(fixture->path, DB_CREATE, &fixture->clock.clock,
				&other, &err),
			ERROR_CONFLICT);
	fixture_ok(open_store(fixture, &err));
}

static void a_missing_store_says_how_to_make_one(void **state)
{
	struct error err = {0};

	fixture_refused(open_store(*state, &err), ERROR_NOT_FOUND);
	assert_non_null(strstr(err.text, "frontdesk init"));
}

static void an_address_of_a_server_is_refused_in_words(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct db *db;

	fixture_refused(db_open("postgresql://city/desk", DB_OPEN,
				&fixture->clock.clock, &db, &err),
			ERROR_INVALID);
	assert_non_null(strstr(err.text, "PostgreSQL"));
}

static void a_newer_store_is_left_alone(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct db *db = make(fixture);

	fixture_ok(run(db, "PRAGMA user_version = 9999", &err));
	db_close(db);
	fixture_refused(open_store(fixture, &err), ERROR_NEWER);
	assert_non_null(strstr(err.text, "newer"));
}

static void write_file(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	fclose(file);
}

static void a_file_that_is_no_store_is_not_taken_for_one(void **state)
{
	struct fixture *fixture = *state;
	char noise[8192];
	struct error err = {0};
	struct db *db;

	memset(noise, 'x', sizeof(noise));
	write_file(fixture->path, noise, sizeof(noise));
	fixture_refused(open_store(fixture, &err), ERROR_DAMAGED);
	write_file(fixture->path, "", 0);
	fixture_refused(open_store(fixture, &err), ERROR_DAMAGED);
	fixture_refused(
	    db_open(fixture->dir, DB_OPEN, &fixture->clock.clock, &db, &err),
	    ERROR_DAMAGED);
}

static void another_programs_database_is_not_a_store(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct db *db = make(fixture);

	fixture_ok(run(db, "PRAGMA application_id = 7", &err));
	db_close(db);
	fixture_refused(open_store(fixture, &err), ERROR_DAMAGED);
}

static void a_store_that_was_cut_short_is_damaged(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct stat file;

	db_close(make(fixture));
	assert_int_equal(stat(fixture->path, &file), 0);
	assert_int_equal(truncate(fixture->path, file.st_size / 2), 0);
	fixture_refused(open_store(fixture, &err), ERROR_DAMAGED);
	assert_non_null(strstr(err.text, "backup"));
}

/* Root may write everything, so that a child is somebody else. */
static int code_of_nobody(struct fixture *fixture)
{
	pid_t child = fork();
	int status = 0;

	assert_true(child >= 0);
	if (child == 0) {
		struct error err = {0};

		if (geteuid() == 0 &&
		    (setgroups(0, NULL) != 0 || setgid(65534) != 0 ||
		     setuid(65534) != 0))
			_exit(99);
		_exit(open_store(fixture, &err) ? 0 : (int)err.code);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void a_store_that_cannot_be_written_is_refused(void **state)
{
	struct fixture *fixture = *state;

	db_close(make(fixture));
	assert_int_equal(chmod(fixture->dir, 0777), 0);
	assert_int_equal(chmod(fixture->path, 0444), 0);
	assert_int_equal(code_of_nobody(fixture), ERROR_READ_ONLY);
	assert_int_equal(chmod(fixture->path, 0666), 0);
	assert_int_equal(code_of_nobody(fixture), 0);
	assert_int_equal(chmod(fixture->dir, 0555), 0);
	assert_int_equal(code_of_nobody(fixture), ERROR_READ_ONLY);
	chmod(fixture->dir, 0700);
}

static void without_a_wal_every_commit_waits_for_the_folder_too(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	unsigned char rollback[2] = {1, 1};
	struct db *db;
	int fd;

	db_close(make(fixture));
	/* Bytes 18 and 19 of the file: 1 is a rollback journal, 2 the WAL. */
	fd = open(fixture->path, O_RDWR);
	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, rollback, 2, 18), 2);
	close(fd);
	/* Fit with EXTRA, where the file system is not fit for a WAL. */
	fixture_ok(
	    db_open(fixture->path, DB_OPEN, &fixture->clock.clock, &db, &err));
	assert_int_equal(number(db, "PRAGMA synchronous"), 3);
	db_close(db);
}

static bool add_and_fail(struct db *db, void *state, struct error *err)
{
	struct department department = {.name = state};
	int64_t id;

	return department_insert(db, &department, &id, err) &&
	       error_set(err, ERROR_INVALID, "", "no");
}

static bool add(struct db *db, void *state, struct error *err)
{
	struct department department = {.name = state};
	int64_t id;

	return department_insert(db, &department, &id, err);
}

static void a_rolled_back_write_was_never_there(void **state)
{
	struct db *db = make(*state);
	struct error err = {0};

	fixture_refused(db_transaction(db, add_and_fail, "Parks", &err),
			ERROR_INVALID);
	assert_int_equal(number(db, "SELECT count(*) FROM department"), 0);
	assert_int_equal(number(db, "SELECT count(*) FROM audit"), 0);
	fixture_ok(db_transaction(db, add, "Parks", &err));
	assert_int_equal(number(db, "SELECT count(*) FROM department"), 1);
	db_close(db);
}

static void a_full_disk_has_its_sentence_and_loses_nothing(void **state)
{
	struct db *db = make(*state);
	struct error err = {0};
	char name[40];
	bool is_full = false;

	fixture_ok(db_transaction(db, add, "Parks", &err));
	fixture_ok(run(db, "PRAGMA max_page_count = 1", &err));
	for (int i = 0; i < 5000 && !is_full; i++) {
		snprintf(name, sizeof(name), "Department %d", i);
		is_full = !db_transaction(db, add, name, &err);
	}
	assert_true(is_full);
	assert_int_equal(err.code, ERROR_FULL);
	assert_non_null(strstr(err.text, "disk is full"));
	fixture_ok(run(db, "PRAGMA max_page_count = 1000000", &err));
	fixture_ok(db_check(db, &err));
	fixture_ok(db_transaction(db, add, "After", &err));
	db_close(db);
}

static void a_change_is_seen_by_the_other_window(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct db *a = make(fixture), *b;
	int64_t seen, own;

	fixture_ok(
	    db_open(fixture->path, DB_OPEN, &fixture->clock.clock, &b, &err));
	seen = db_changed(b);
	own = db_changed(a);
	assert_int_equal(db_changed(b), seen);
	fixture_ok(db_transaction(a, add, "Parks", &err));
	assert_int_not_equal(db_changed(b), seen);
	assert_int_not_equal(db_changed(a), own);
	seen = db_changed(b);
	assert_int_equal(db_changed(b), seen);
	db_close(a);
	db_close(b);
}

struct peek {
	struct db *other;
	int64_t before, after;
};

static bool look_twice(struct db *db, void *state, struct error *err)
{
	struct peek *peek = state;

	peek->before = number(db, "SELECT count(*) FROM department");
	if (!db_transaction(peek->other, add, "Parks", err))
		return false;
	peek->after = number(db, "SELECT count(*) FROM department");
	return true;
}

static void a_snapshot_sees_one_moment(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct peek peek = {0};
	struct db *db = make(fixture);

	fixture_ok(db_open(fixture->path, DB_OPEN, &fixture->clock.clock,
			   &peek.other, &err));
	fixture_ok(db_snapshot(db, look_twice, &peek, &err));
	assert_int_equal(peek.before, peek.after);
	assert_int_equal(number(db, "SELECT count(*) FROM department"), 1);
	db_close(peek.other);
	db_close(db);
}

static void write_much(struct fixture *fixture, int writer)
{
	struct error err = {0};
	struct db *db;
	char name[40];

	if (!db_open(fixture->path, DB_OPEN, &fixture->clock.clock, &db, &err))
		_exit(1);
	for (int i = 0; i < WRITES; i++) {
		snprintf(name, sizeof(name), "Department %d-%d", writer, i);
		if (!db_transaction(db, add, name, &err)) {
			fprintf(stderr, "%s: %s\n", err.text, err.detail);
			_exit(2);
		}
	}
	db_close(db);
	_exit(0);
}

static void sixteen_counters_at_once_never_see_an_error(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct db *db;
	int status, good = 0;

	db_close(make(fixture));
	for (int i = 0; i < WRITERS; i++) {
		pid_t child = fork();

		assert_true(child >= 0);
		if (child == 0)
			write_much(fixture, i);
	}
	for (int i = 0; i < WRITERS; i++)
		if (wait(&status) > 0 && WIFEXITED(status) &&
		    WEXITSTATUS(status) == 0)
			good++;
	assert_int_equal(good, WRITERS);
	fixture_ok(
	    db_open(fixture->path, DB_OPEN, &fixture->clock.clock, &db, &err));
	assert_int_equal(number(db, "SELECT count(*) FROM department"),
			 WRITERS * WRITES);
	fixture_ok(db_check(db, &err));
	db_close(db);
}

static void what_was_committed_survives_a_kill(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct db *db;
	int status;
	pid_t child;

	db_close(make(fixture));
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		if (!db_open(fixture->path, DB_OPEN, &fixture->clock.clock, &db,
			     &err) ||
		    !db_transaction(db, add, "Kept", &err) ||
		    !run(db, "BEGIN IMMEDIATE", &err) ||
		    !add(db, "Never", &err))
			_exit(1);
		raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	fixture_ok(
	    db_open(fixture->path, DB_OPEN, &fixture->clock.clock, &db, &err));
	assert_int_equal(number(db, "SELECT count(*) FROM department "
				    "WHERE name = 'Kept'"),
			 1);
	assert_int_equal(number(db, "SELECT count(*) FROM department"), 1);
	fixture_ok(db_check(db, &err));
	db_close(db);
}

static void a_backup_opens_and_holds_everything(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct db *db = make(fixture);
	char copy[120];

	snprintf(copy, sizeof(copy), "%s/copy.db", fixture->dir);
	fixture_ok(db_transaction(db, add, "Parks", &err));
	fixture_ok(db_backup(db, copy, &err));
	fixture_refused(db_backup(db, copy, &err), ERROR_CONFLICT);
	db_close(db);
	fixture_ok(db_open(copy, DB_OPEN, &fixture->clock.clock, &db, &err));
	assert_int_equal(number(db, "SELECT count(*) FROM department"), 1);
	fixture_ok(db_check(db, &err));
	db_close(db);
}

static void a_statement_that_is_wrong_fails_in_words(void **state)
{
	struct db *db = make(*state);
	struct error err = {0};

	fixture_refused(run(db, "SELECT what FROM nowhere", &err),
			ERROR_SYSTEM);
	assert_null(strstr(err.text, "nowhere"));
	assert_non_null(strstr(err.detail, "nowhere"));
	db_close(db);
}

#define ENGINE_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, fixture_setup_bare,              \
					fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    ENGINE_TEST(a_new_store_is_durable_and_whole),
	    ENGINE_TEST(a_store_is_never_made_over_another),
	    ENGINE_TEST(a_second_connection_leaves_the_first_its_lock),
	    ENGINE_TEST(a_missing_store_says_how_to_make_one),
	    ENGINE_TEST(an_address_of_a_server_is_refused_in_words),
	    ENGINE_TEST(a_newer_store_is_left_alone),
	    ENGINE_TEST(a_file_that_is_no_store_is_not_taken_for_one),
	    ENGINE_TEST(another_programs_database_is_not_a_store),
	    ENGINE_TEST(a_store_that_was_cut_short_is_damaged),
	    ENGINE_TEST(a_store_that_cannot_be_written_is_refused),
	    ENGINE_TEST(without_a_wal_every_commit_waits_for_the_folder_too),
	    ENGINE_TEST(a_rolled_back_write_was_never_there),
	    ENGINE_TEST(a_full_disk_has_its_sentence_and_loses_nothing),
	    ENGINE_TEST(a_change_is_seen_by_the_other_window),
	    ENGINE_TEST(a_snapshot_sees_one_moment),
	    ENGINE_TEST(sixteen_counters_at_once_never_see_an_error),
	    ENGINE_TEST(what_was_committed_survives_a_kill),
	    ENGINE_TEST(a_backup_opens_and_holds_everything),
	    ENGINE_TEST(a_statement_that_is_wrong_fails_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
