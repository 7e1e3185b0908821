/*
 * bare.c - the same work done bare, in the same run and on the same disk
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"
#include "row.h"

#define PAGE 4096
#define PAGES 1024

static int overwritten = -1, appended = -1;
static char page[PAGE];

static int open_file(const struct bench *bench, const char *name, int flags)
{
	struct str path = STR_INIT;
	int fd;

	str_addf(&path, "%s/%s", bench->folder, name);
	fd = open(str_text(&path), O_RDWR | O_CREAT | O_CLOEXEC | flags, 0600);
	str_release(&path);
	if (fd < 0)
		abort();
	return fd;
}

static void write_page(int fd)
{
	memset(page, (int)(samples_now() & 0xff), PAGE);
	if (write(fd, page, PAGE) != PAGE)
		abort();
}

void bare_open(struct bench *bench)
{
	overwritten = open_file(bench, "overwritten", 0);
	appended = open_file(bench, "appended", O_APPEND);
	for (int i = 0; i < PAGES; i++)
		write_page(overwritten);
	fsync(overwritten);
}

void bare_close(struct bench *bench)
{
	static const char *const names[] = {"overwritten", "appended"};

	close(overwritten);
	close(appended);
	for (size_t i = 0; i < 2; i++) {
		struct str path = STR_INIT;

		str_addf(&path, "%s/%s", bench->folder, names[i]);
		unlink(str_text(&path));
		str_release(&path);
	}
}

static void overwrite(struct bench *bench)
{
	off_t at = (off_t)chance_below(&bench->chance, PAGES) * PAGE;

	memset(page, (int)(at & 0xff), PAGE);
	if (pwrite(overwritten, page, PAGE, at) != PAGE)
		abort();
	fdatasync(overwritten);
}

static void append(void)
{
	write_page(appended);
	fsync(appended);
}

static void fetch_row(struct bench *bench)
{
	static const char SQL[] =
	    "SELECT reference FROM resident WHERE resident_id = $1";
	struct error err = {0};
	struct query q;

	query_begin(&q, bench->db, SQL);
	query_int(&q, 1, chance_between(&bench->chance, 1, bench->residents));
	query_row(&q);
	bench_must(query_end(&q, &err), &err, "a row");
}

static void run_nothing(void)
{
	char *const argv[] = {"true", NULL};
	char *const env[] = {NULL};
	pid_t pid;

	if (posix_spawn(&pid, "/bin/true", NULL, NULL, argv, env) != 0 ||
	    waitpid(pid, NULL, 0) != pid)
		abort();
}

void bare_measure(struct bench *bench, enum bare bare)
{
	int64_t began = samples_now();

	switch (bare) {
	case BARE_WRITE:
		overwrite(bench);
		break;
	case BARE_APPEND:
		append();
		break;
	case BARE_ROW:
		fetch_row(bench);
		break;
	case BARE_PROCESS:
		run_nothing();
		break;
	default:
		return;
	}
	samples_add(&bench->bare[bare], samples_now() - began);
}
