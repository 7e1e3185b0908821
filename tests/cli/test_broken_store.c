/*
 * test_broken_store.c - a store that is newer, damaged, read-only, missing or
 * on a full disk: a sentence that says what to do, and nothing half
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "place.h"
#include "run.h"
#include "store/sqlite_place.h"

#define NOW 1795472040000 /* Monday, November 23, 2026, 2:14 pm */
#define VERSION_AT 60	  /* of the user_version in SQLite's header */
#define PAGE 4096

static struct place place;
static char made[128], store[128];
static bool is_bound; /* a file's mode counts, for root as well */

/* Each run is on the store that is broken. */
#undef RUN
#undef RUN_WITH
#define RUN(run, ...) run_it(run, NULL, (const char *[]){__VA_ARGS__, NULL})
#define RUN_WITH(run, input, ...)                                              \
	run_it(run, input, (const char *[]){__VA_ARGS__, NULL})

static void run_it(struct run *run, const char *input, const char *const *words)
{
	const char *argv[40] = {FRONTDESK_FIXED, "--store", store};

	for (int i = 0; words[i] != NULL; i++)
		argv[i + 3] = words[i];
	run_program(argv, input, run);
}

static void expect(struct run *run, int status, const char *out,
		   const char *complaint)
{
	const char *complaints = str_text(&run->complaints);

	if (run->status != status)
		fail_msg("status %d: %s%s", run->status, str_text(&run->out),
			 complaints);
	if (strstr(str_text(&run->out), out) == NULL)
		fail_msg("\"%s\" is not in: %s", out, str_text(&run->out));
	if (strstr(complaints, complaint) == NULL)
		fail_msg("\"%s\" is not in: %s", complaint, complaints);
	if (status != 0) /* one sentence */
		assert_ptr_equal(strchr(complaints, '\n'),
				 complaints + run->complaints.len - 1);
	run_release(run);
}

static off_t size_of(const char *path)
{
	struct stat status;

	assert_int_equal(stat(path, &status), 0);
	return status.st_size;
}

static void overwrite(off_t at, const void *bytes, size_t len)
{
	int fd = open(store, O_WRONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, bytes, len, at), (ssize_t)len);
	close(fd);
}

static int make(void **state)
{
	char clock[128];
	struct run run;

	(void)state;
	place_open(&place);
	run_set_clock(place_path(&place, "clock", clock, sizeof(clock)), NOW);
	is_bound = geteuid() != 0 ||
		   (prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) == 0 &&
		    prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0) == 0);
	place_path(&place, "store.db", store, sizeof(store));
	RUN_WITH(&run, "2468\n", "init", "--city", "Mesa Alta", "--zone",
		 "America/Los_Angeles", "--site", "City Hall", "--window",
		 "Window 1", "--supervisor", "M. Hale", "--login",
		 getpwuid(getuid())->pw_name, "--pin-file", "-");
	expect(&run, 0, "The store lies in", "");
	place_path(&place, "made.db", made, sizeof(made));
	run_copy_file(store, made);
	return 0;
}

static int remove_all(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static int setup(void **state)
{
	char beside[160];

	(void)state;
	for (int i = 0; i < 2; i++) {
		snprintf(beside, sizeof(beside), "%s%s", store,
			 i == 0 ? "-wal" : "-shm");
		unlink(beside);
	}
	unlink(store);
	run_copy_file(made, store);
	return 0;
}

static void a_newer_store_asks_for_a_newer_program(void **state)
{
	const unsigned char version[] = {0, 0, 0, 99};
	struct run run;

	(void)state;
	overwrite(VERSION_AT, version, sizeof(version));
	RUN(&run, "find", "garage");
	expect(&run, 1, "", "belongs to a newer Frontdesk: update");
}

static void a_store_without_its_end_asks_for_the_backup(void **state)
{
	const off_t sizes[] = {100, 512, PAGE, size_of(made) / 2,
			       size_of(made) - 1};
	struct run run;

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		setup(NULL);
		assert_int_equal(truncate(store, sizes[i]), 0);
		RUN(&run, "find", "garage");
		expect(&run, 1, "", "Put back the last backup");
	}
}

/* Any page may be the broken one: never a crash, never a silent answer. */
static void broken_pages_are_damage_and_never_a_crash(void **state)
{
	unsigned char noise[PAGE];
	off_t pages = size_of(made) / PAGE;
	size_t refusals = 0;
	struct run run;

	(void)state;
	for (size_t i = 0; i < sizeof(noise); i++)
		noise[i] = (unsigned char)(i * 131 + (i >> 3) + 7);
	for (int round = 0; round < 12; round++) {
		setup(NULL);
		for (off_t page = 1 + round; page < pages; page += 12)
			overwrite(page * PAGE, noise, sizeof(noise));
		RUN(&run, "check");
		expect(&run, 1, "", "frontdesk: ");
		RUN(&run, "export", "all");
		assert_true(run.status == 0 || run.status == 1);
		refusals += run.status == 1;
		run_release(&run);
	}
	assert_true(refusals > 6);
}

static void what_is_no_store_is_not_opened(void **state)
{
	struct run run;
	FILE *file;

	(void)state;
	assert_int_equal(truncate(store, 0), 0);
	RUN(&run, "find", "garage");
	expect(&run, 1, "", "is not a Frontdesk store");
	file = fopen(store, "w");
	for (int i = 0; i < 1000; i++)
		fputs("Dear city, where is my permit?\n", file);
	fclose(file);
	RUN(&run, "find", "garage");
	expect(&run, 1, "", "not a Frontdesk store");
	unlink(store);
	RUN(&run, "find", "garage");
	expect(&run, 1, "", "There is no store at");
	assert_int_equal(mkdir(store, 0700), 0);
	RUN(&run, "find", "garage");
	expect(&run, 1, "", "is not a Frontdesk store");
	assert_int_equal(rmdir(store), 0);
}

static void a_store_that_cannot_be_written_asks_for_the_right(void **state)
{
	char folder[128];
	struct run run;

	(void)state;
	if (!is_bound)
		skip();
	assert_int_equal(chmod(store, 0400), 0);
	RUN(&run, "log", "--topic", "garage-sale");
	expect(&run, 1, "", "cannot be written: ask for the right");
	chmod(store, 0600);
	place_path(&place, "kept", folder, sizeof(folder));
	assert_int_equal(mkdir(folder, 0700), 0);
	place_path(&place, "kept/store.db", store, sizeof(store));
	run_copy_file(made, store);
	assert_int_equal(chmod(folder, 0500), 0);
	RUN(&run, "log", "--topic", "garage-sale");
	expect(&run, 1, "", "cannot be written: ask for the right");
	assert_int_equal(chmod(folder, 0), 0);
	/* It may be there: nobody is told to make another. */
	RUN(&run, "find", "garage");
	assert_null(strstr(str_text(&run.complaints), "init"));
	expect(&run, 1, "", "ask for the right to its folder");
	chmod(folder, 0700);
	place_path(&place, "store.db", store, sizeof(store));
}

static void a_network_file_system_is_refused_in_words(void **state)
{
	const unsigned long network[] = {0x6969, 0xff534d42, 0x01021997};
	const unsigned long local[] = {0xef53, 0x58465342, 0x01021994};
	struct error err = {0};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		assert_false(
		    sqlite_system_check("/city/store.db", network[i], &err));
		assert_int_equal(err.code, ERROR_UNFIT);
		assert_non_null(strstr(err.text, "network file system"));
		assert_non_null(
		    strstr(err.text, "put it on a disk of this computer"));
		assert_true(
		    sqlite_system_check("/city/store.db", local[i], &err));
	}
}

/* No file may grow beyond it: as a full disk does, but for the price. */
static void limit_files(rlim_t size)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = size;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void expect_visits(const char *figure)
{
	struct run run;

	RUN(&run, "summary", "--format", "csv");
	expect(&run, 0, figure, "");
	RUN(&run, "check");
	expect(&run, 0, "whole", "");
}

static void on_a_full_disk_nothing_is_half(void **state)
{
	const rlim_t limits[] = {16 * 1024, 48 * 1024, 64 * 1024};
	struct run run;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		limit_files(limits[i]);
		RUN(&run, "log", "--topic", "garage-sale");
		limit_files(RLIM_INFINITY);
		expect(&run, 1, "",
		       "Nothing was saved: the disk is full. Make room");
		expect_visits("visits,arrived,0");
	}
	RUN(&run, "log", "--topic", "garage-sale");
	expect(&run, 0, "R-", "");
	expect_visits("visits,arrived,1");
}

static void an_import_or_a_copy_on_a_full_disk_leaves_nothing(void **state)
{
	struct str file = STR_INIT;
	char path[128];
	struct run run;

	(void)state;
	str_add(&file, "surname\n");
	for (int i = 0; i < 2000; i++)
		str_addf(&file, "Zq%d\n", i);
	limit_files(256 * 1024);
	RUN_WITH(&run, str_text(&file), "import", "residents", "-");
	limit_files(RLIM_INFINITY);
	expect(&run, 1, "", "the disk is full");
	RUN(&run, "find", "Zq7");
	expect(&run, 1, "", "nothing matches");
	limit_files(256 * 1024);
	RUN(&run, "backup", place_path(&place, "copy.db", path, sizeof(path)));
	limit_files(RLIM_INFINITY);
	expect(&run, 1, "", "the disk is full");
	assert_int_equal(access(path, F_OK), -1);
	str_release(&file);
}

/* Begins an import that waits for more, so that it is in the middle. */
static pid_t begin_import(int *pipe_end)
{
	int ends[2];
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		const char *argv[] = {
		    FRONTDESK_FIXED, "--store", store, "import",
		    "residents",     "-",	NULL};

		dup2(ends[0], STDIN_FILENO);
		close(ends[0]);
		close(ends[1]);
		execv(argv[0], (char *const *)argv);
		_exit(127);
	}
	close(ends[0]);
	*pipe_end = ends[1];
	return child;
}

/* Whether the import has begun to write: its pages are in the WAL. */
static bool wait_for_pages(void)
{
	char wal[160];
	struct stat status;

	snprintf(wal, sizeof(wal), "%s-wal", store);
	for (int i = 0; i < 2000; i++) {
		if (stat(wal, &status) == 0 && status.st_size > 64 * 1024)
			return true;
		poll(NULL, 0, 5);
	}
	return false;
}

static void an_import_that_is_killed_leaves_nothing(void **state)
{
	int end, status;
	pid_t child = begin_import(&end);
	struct run run;
	FILE *rows = fdopen(end, "w");

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	assert_non_null(rows);
	fputs("surname,note\n", rows);
	/* More than the page cache holds, so that it spills before its end. */
	for (int i = 0; i < 9000; i++)
		fprintf(rows, "Zq%d,%01200d\n", i, i);
	fclose(rows);
	assert_true(wait_for_pages());
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	RUN(&run, "find", "Zq7");
	expect(&run, 1, "", "nothing matches");
	RUN(&run, "check");
	expect(&run, 0, "whole", "");
}

#define TEST(name) cmocka_unit_test_setup(name, setup)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_newer_store_asks_for_a_newer_program),
	    TEST(a_store_without_its_end_asks_for_the_backup),
	    TEST(broken_pages_are_damage_and_never_a_crash),
	    TEST(what_is_no_store_is_not_opened),
	    TEST(a_store_that_cannot_be_written_asks_for_the_right),
	    TEST(a_network_file_system_is_refused_in_words),
	    TEST(on_a_full_disk_nothing_is_half),
	    TEST(an_import_or_a_copy_on_a_full_disk_leaves_nothing),
	    TEST(an_import_that_is_killed_leaves_nothing),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
