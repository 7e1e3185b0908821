/*
 * test_gate.c - the line of the writers is a courtesy: it lets everybody
 * through, and where it is missing or stuck nobody waits for it
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "frontdesk/store/city.h"
#include "store/sqlite_engine.h"

#define A_MOMENT 20	 /* ms */
#define FOR_EVER 3600000 /* ms: a test that waits so long has failed */

static void gate_of(const struct fixture *fixture, char out[128])
{
	snprintf(out, 128, "%s-gate", fixture->path);
}

static struct db *open_as(struct fixture *fixture, enum db_open how,
			  int64_t patience)
{
	struct error err = {0};
	struct db *db;

	fixture_ok(
	    db_open(fixture->path, how, &fixture->clock.clock, &db, &err));
	db->gate_patience = patience;
	return db;
}

struct adding {
	const char *name;
	bool was_at_gate;
};

static bool add(struct db *db, void *state, struct error *err)
{
	struct adding *adding = state;
	struct department department = {.name = (char *)adding->name};
	int64_t id;

	adding->was_at_gate = db->is_at_gate;
	return department_insert(db, &department, &id, err);
}

/* Whether the writer of that name came through the gate. */
static bool added_at_gate(struct db *db, const char *name)
{
	struct adding adding = {.name = name};
	struct error err = {0};

	fixture_ok(db_transaction(db, add, &adding, &err));
	assert_false(db->is_at_gate);
	return adding.was_at_gate;
}

static void tell(int pipe_end)
{
	if (write(pipe_end, "", 1) != 1)
		_exit(1);
}

static void hear(int pipe_end)
{
	char byte;

	if (read(pipe_end, &byte, 1) != 1)
		_exit(1);
}

/* In the child: it says that it is about to stand in line. */
static void write_after(struct fixture *fixture, int go, int ready)
{
	struct adding adding = {.name = "Second"};
	struct error err = {0};
	struct db *db;

	hear(go);
	if (!db_open(fixture->path, DB_OPEN, &fixture->clock.clock, &db, &err))
		_exit(2);
	db->gate_patience = FOR_EVER;
	tell(ready);
	if (!db_transaction(db, add, &adding, &err))
		_exit(3);
	db_close(db);
	_exit(adding.was_at_gate ? 0 : 4);
}

static void two_writers_at_once_both_come_through_the_gate(void **state)
{
	struct fixture *fixture = *state;
	struct db *db = open_as(fixture, DB_CREATE, FOR_EVER);
	int go[2], ready[2], status;
	pid_t child;

	db_close(db);
	assert_int_equal(pipe(go) | pipe(ready), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0)
		write_after(fixture, go[0], ready[1]);
	db = open_as(fixture, DB_OPEN, FOR_EVER);
	gate_enter(db);
	assert_true(db->is_at_gate);
	tell(go[1]);
	hear(ready[0]);
	/* Who is in already does not stand in line again. */
	assert_true(added_at_gate(db, "First"));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_true(added_at_gate(db, "Third"));
	for (int i = 0; i < 2; i++) {
		close(go[i]);
		close(ready[i]);
	}
	db_close(db);
}

/* Takes the gate, and stops for good. */
static pid_t stop_at_gate(const struct fixture *fixture)
{
	char path[128];
	int status;
	pid_t child;

	gate_of(fixture, path);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		int gate = open(path, O_RDONLY | O_CREAT, 0600);

		if (gate < 0 || flock(gate, LOCK_EX) != 0)
			_exit(1);
		raise(SIGSTOP);
		_exit(1);
	}
	assert_int_equal(waitpid(child, &status, WUNTRACED), child);
	assert_true(WIFSTOPPED(status));
	return child;
}

static void end(pid_t child)
{
	int status;

	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
}

static void nobody_waits_for_ever_behind_one_who_stopped(void **state)
{
	struct fixture *fixture = *state;
	struct db *db = open_as(fixture, DB_CREATE, A_MOMENT);
	pid_t stopped = stop_at_gate(fixture);

	assert_false(added_at_gate(db, "Without"));
	/* And does not wait again at each visit. */
	db->gate_patience = FOR_EVER;
	assert_false(added_at_gate(db, "Without again"));
	end(stopped);
	/* Who died has left the line. */
	assert_true(added_at_gate(db, "In line"));
	db_close(db);
}

static void note_alarm(int number)
{
	(void)number;
}

static void waiting_leaves_the_programs_signals_as_they_were(void **state)
{
	struct fixture *fixture = *state;
	struct db *db = open_as(fixture, DB_CREATE, A_MOMENT);
	struct sigaction ours = {.sa_handler = note_alarm}, seen;
	pid_t stopped = stop_at_gate(fixture);
	sigset_t alarm, mask;

	sigaction(SIGALRM, &ours, NULL);
	sigemptyset(&alarm);
	sigaddset(&alarm, SIGALRM);
	sigprocmask(SIG_BLOCK, &alarm, NULL);
	assert_false(added_at_gate(db, "Without"));
	sigprocmask(SIG_UNBLOCK, &alarm, &mask);
	assert_true(sigismember(&mask, SIGALRM));
	sigaction(SIGALRM, NULL, &seen);
	assert_true(seen.sa_handler == note_alarm);
	signal(SIGALRM, SIG_DFL);
	end(stopped);
	db_close(db);
}

static bool read_city(struct db *db, void *state, struct error *err)
{
	struct query q;

	*(bool *)state = db->is_at_gate;
	query_begin(&q, db, "SELECT count(*) FROM city");
	return query_run(&q, err);
}

static void reading_and_upkeep_never_stand_at_the_gate(void **state)
{
	struct fixture *fixture = *state;
	struct db *db = open_as(fixture, DB_CREATE, FOR_EVER);
	struct adding adding = {.name = "Before"};
	struct error err = {0};
	bool stood = true;
	pid_t stopped;

	fixture_ok(db_transaction(db, add, &adding, &err));
	stopped = stop_at_gate(fixture);
	fixture_ok(db_snapshot(db, read_city, &stood, &err));
	assert_false(stood);
	db_idle(db);
	db_changed(db);
	assert_false(db->is_at_gate);
	end(stopped);
	db_close(db);
}

/* What a writer does where there is something else in the gate's place. */
static void assert_goes_without(struct fixture *fixture, const char *name)
{
	struct db *db = open_as(fixture, DB_OPEN, FOR_EVER);

	assert_false(added_at_gate(db, name));
	db_close(db);
}

static void without_a_gate_everything_goes_on_as_ever(void **state)
{
	struct fixture *fixture = *state;
	char path[128], elsewhere[160];

	gate_of(fixture, path);
	snprintf(elsewhere, sizeof(elsewhere), "%s-elsewhere", path);
	db_close(open_as(fixture, DB_CREATE, 0));
	unlink(path);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_goes_without(fixture, "A folder");
	assert_int_equal(rmdir(path), 0);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_goes_without(fixture, "A pipe");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(symlink(elsewhere, path), 0);
	assert_goes_without(fixture, "A link");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(access(elsewhere, F_OK), -1);
}

static int mode_of(const char *path)
{
	struct stat file;

	return stat(path, &file) == 0 ? (int)(file.st_mode & 0777) : -1;
}

static void the_gate_has_the_stores_mode_and_goes_with_it(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	char path[128], copy[128], beside_copy[160];
	struct db *db;

	gate_of(fixture, path);
	snprintf(copy, sizeof(copy), "%s/copy.db", fixture->dir);
	snprintf(beside_copy, sizeof(beside_copy), "%s-gate", copy);
	db = open_as(fixture, DB_CREATE, 0);
	assert_true(added_at_gate(db, "One"));
	assert_int_equal(mode_of(path), 0600);
	fixture_ok(db_backup(db, copy, &err));
	assert_int_equal(mode_of(beside_copy), -1);
	db_close(db);
	/* A store that several accounts share. */
	assert_int_equal(chmod(fixture->path, 0660), 0);
	db = open_as(fixture, DB_OPEN, 0);
	assert_true(added_at_gate(db, "Two"));
	assert_int_equal(mode_of(path), 0660);
	db_close(db);
	db_remove(fixture->path);
	assert_int_equal(mode_of(path), -1);
	unlink(copy);
}

#define GATE_TEST(name)                                                        \
	cmocka_unit_test_setup_teardown(name, fixture_setup_bare,              \
					fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    GATE_TEST(two_writers_at_once_both_come_through_the_gate),
	    GATE_TEST(nobody_waits_for_ever_behind_one_who_stopped),
	    GATE_TEST(waiting_leaves_the_programs_signals_as_they_were),
	    GATE_TEST(reading_and_upkeep_never_stand_at_the_gate),
	    GATE_TEST(without_a_gate_everything_goes_on_as_ever),
	    GATE_TEST(the_gate_has_the_stores_mode_and_goes_with_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
