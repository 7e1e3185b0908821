/*
 * sqlite_gate.c - where writers stand in line
 *
 * The engine has no line: who finds it locked sleeps a while and asks again.
 * A lock on a small file beside the store has one, in the kernel: whoever is
 * next is woken at once. It is a courtesy and no more. What protects the
 * records is the engine's own lock, and where the gate cannot be had, in time
 * or at all, its writer goes on without it.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "sqlite_engine.h"

#define GATE_SHUNNED 30000 /* ms after a wait that was in vain */
#define GATE_NONE (-1)
#define FIRST_FREE 3 /* no file is ever taken for a standard stream */

/* Whoever may use the store may use its gate, as SQLite does with its own. */
static void give_to_users(int gate, const struct stat *store)
{
	struct stat file;

	if (fstat(gate, &file) != 0 || file.st_uid != geteuid())
		return;
	/* Nothing depends on whether it could be given away. */
	if ((file.st_uid != store->st_uid || file.st_gid != store->st_gid) &&
	    fchown(gate, store->st_uid, store->st_gid) != 0)
		return;
	if ((file.st_mode & 0777) != (store->st_mode & 0777))
		fchmod(gate, store->st_mode & 0777);
}

static int gate_open(struct db *db)
{
	const char *path = sqlite3_db_filename(db->handle, "main");
	struct str name = STR_INIT;
	struct stat store, file;
	int gate, low;

	if (path == NULL || stat(path, &store) != 0)
		return GATE_NONE;
	str_addf(&name, "%s-gate", path);
	/* Whatever else may lie there is neither followed nor waited for. */
	low = open(str_text(&name),
		   O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
		   store.st_mode & 0777);
	str_release(&name);
	if (low < 0)
		return GATE_NONE;
	gate = fcntl(low, F_DUPFD_CLOEXEC, FIRST_FREE);
	close(low);
	if (gate < 0)
		return GATE_NONE;
	if (fstat(gate, &file) != 0 || !S_ISREG(file.st_mode)) {
		close(gate);
		return GATE_NONE;
	}
	give_to_users(gate, &store);
	return gate;
}

static void note_nothing(int number)
{
	(void)number;
}

/*
 * In the kernel's line, from which the timer's signal calls back. It repeats,
 * because the first one may come before the wait has begun.
 */
static bool wait_in_line(int gate, int64_t patience)
{
	const struct itimerspec spell = {
	    .it_value = {patience / 1000, patience % 1000 * 1000000},
	    .it_interval = {0, 5000000},
	};
	struct sigevent call = {.sigev_notify = SIGEV_SIGNAL,
				.sigev_signo = SIGALRM};
	int64_t until = sqlite_monotonic() + patience;
	struct sigaction action, before;
	sigset_t alarm, mask;
	bool is_held = false;
	timer_t timer;

	if (timer_create(CLOCK_MONOTONIC, &call, &timer) != 0)
		return false;
	memset(&action, 0, sizeof(action));
	action.sa_handler = note_nothing;
	sigemptyset(&action.sa_mask);
	sigaction(SIGALRM, &action, &before);
	sigemptyset(&alarm);
	sigaddset(&alarm, SIGALRM);
	sigprocmask(SIG_UNBLOCK, &alarm, &mask);
	if (timer_settime(timer, 0, &spell, NULL) == 0)
		do
			is_held = flock(gate, LOCK_EX) == 0;
		while (!is_held && errno == EINTR &&
		       sqlite_monotonic() < until);
	timer_delete(timer);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	sigaction(SIGALRM, &before, NULL);
	return is_held;
}

void gate_enter(struct db *db)
{
	if (db->gate == 0)
		db->gate = gate_open(db);
	if (db->gate == GATE_NONE || db->is_at_gate)
		return;
	db->is_at_gate = flock(db->gate, LOCK_EX | LOCK_NB) == 0;
	if (db->is_at_gate || errno != EWOULDBLOCK ||
	    sqlite_monotonic() < db->gate_shunned_until)
		return;
	db->is_at_gate = wait_in_line(db->gate, db->gate_patience);
	if (!db->is_at_gate)
		db->gate_shunned_until = sqlite_monotonic() + GATE_SHUNNED;
}

void gate_leave(struct db *db)
{
	if (db->is_at_gate)
		flock(db->gate, LOCK_UN);
	db->is_at_gate = false;
}

void gate_release(struct db *db)
{
	if (db->gate > 0)
		close(db->gate);
	db->gate = 0;
}
