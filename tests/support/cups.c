/*
 * cups.c - a CUPS scheduler of a test's own
 */
#define _GNU_SOURCE /* pidfd_open is of Linux */
#include "cups.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "run.h"

#define SCHEDULER "/usr/sbin/cupsd"
#define PATIENCE 20000 /* ms, on a machine that is busy */

static void write_file(const struct place *place, const char *name,
		       const char *text)
{
	char path[128];
	FILE *file = fopen(place_path(place, name, path, sizeof(path)), "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* Every folder and file that it would share with the machine's own. */
static void write_files_conf(const struct place *place)
{
	static const char *const names[][2] = {
	    {"ServerRoot", "cups"},	{"RequestRoot", "cups-spool"},
	    {"CacheDir", "cups-cache"}, {"StateDir", "cups-state"},
	    {"TempDir", "cups-tmp"},	{"AccessLog", "cups-access"},
	    {"ErrorLog", "cups-error"}, {"PageLog", "cups-page"},
	};
	struct str text = STR_INIT;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char path[128];

		place_path(place, names[i][1], path, sizeof(path));
		if (i < 5)
			assert_int_equal(mkdir(path, 0755), 0);
		str_addf(&text, "%s %s\n", names[i][0], path);
	}
	str_add(&text, "Sandboxing relaxed\nFatalErrors none\n"
		       "SyncOnClose No\n");
	write_file(place, "cups-files.conf", str_text(&text));
	str_release(&text);
}

static void write_conf(const struct cups *cups, const struct place *place)
{
	struct str text = STR_INIT;

	str_addf(&text, "Listen %s\n", cups->socket);
	str_add(&text,
		"LogLevel warn\nBrowsing Off\nWebInterface No\n"
		"<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
		"<Location /admin>\nOrder allow,deny\nAllow all\n"
		"</Location>\n"
		"<Policy default>\n<Limit All>\nOrder deny,allow\n"
		"Allow all\n</Limit>\n</Policy>\n");
	write_file(place, "cupsd.conf", str_text(&text));
	str_release(&text);
}

static void start(struct cups *cups, const struct place *place)
{
	char conf[128], files[128], said[128];
	pid_t test = getpid();

	place_path(place, "cupsd.conf", conf, sizeof(conf));
	place_path(place, "cups-files.conf", files, sizeof(files));
	place_path(place, "cups-said", said, sizeof(said));
	cups->scheduler = fork();
	assert_true(cups->scheduler >= 0);
	if (cups->scheduler == 0) {
		int file = open(said, O_WRONLY | O_CREAT, 0600);

		/* It ends with the test, however that ends. */
		prctl(PR_SET_PDEATHSIG, SIGTERM);
		if (getppid() != test)
			_exit(126);
		dup2(file, STDOUT_FILENO);
		dup2(file, STDERR_FILENO);
		execl(SCHEDULER, SCHEDULER, "-f", "-c", conf, "-s", files,
		      (char *)NULL);
		_exit(127);
	}
	cups->ended = pidfd_open(cups->scheduler, 0);
	assert_true(cups->ended >= 0);
}

static bool answers(const struct cups *cups)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int line = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool is_open;

	assert_true(strlen(cups->socket) < sizeof(address.sun_path));
	strcpy(address.sun_path, cups->socket);
	is_open =
	    connect(line, (struct sockaddr *)&address, sizeof(address)) == 0;
	close(line);
	return is_open;
}

static void complain(const struct place *place, const char *what)
{
	struct run run;
	char said[128], log[128];

	place_path(place, "cups-said", said, sizeof(said));
	place_path(place, "cups-error", log, sizeof(log));
	run_program((const char *const[]){"/bin/cat", said, log, NULL}, NULL,
		    &run);
	fail_msg("cupsd %s:\n%s", what, str_text(&run.out));
}

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Its socket appears in the folder, then it listens there. */
static void wait_until_up(const struct cups *cups, const struct place *place,
			  int folder)
{
	int64_t until = now_ms() + PATIENCE;

	while (!answers(cups)) {
		struct pollfd files[2] = {{folder, POLLIN, 0},
					  {cups->ended, POLLIN, 0}};
		char events[4096];

		poll(files, 2, 20);
		if (files[0].revents != 0 &&
		    read(folder, events, sizeof(events)) < 0)
			complain(place, "cannot be watched");
		if (files[1].revents != 0)
			complain(place, "ended at once");
		if (now_ms() > until)
			complain(place, "does not answer");
	}
}

static void listen_as_printer(struct cups *cups)
{
	struct sockaddr_in address = {.sin_family = AF_INET};
	socklen_t size = sizeof(address);

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	cups->printer = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(
	    bind(cups->printer, (struct sockaddr *)&address, sizeof(address)),
	    0);
	assert_int_equal(listen(cups->printer, 8), 0);
	assert_int_equal(
	    getsockname(cups->printer, (struct sockaddr *)&address, &size), 0);
	cups->port = ntohs(address.sin_port);
}

void cups_open(struct cups *cups, const struct place *place)
{
	int folder;

	if (access(SCHEDULER, X_OK) != 0 || access("/usr/bin/lp", X_OK) != 0 ||
	    access("/usr/lib/cups/backend/socket", X_OK) != 0)
		fail_msg("this test needs the packages cups and cups-client, "
			 "which ./dev test installs");
	*cups = (struct cups){0};
	place_path(place, "cups.sock", cups->socket, sizeof(cups->socket));
	/* Whoever its backends run as passes through. */
	assert_int_equal(chmod(place->path, 0711), 0);
	write_files_conf(place);
	write_conf(cups, place);
	listen_as_printer(cups);
	folder = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	assert_true(inotify_add_watch(folder, place->path, IN_CREATE) >= 0);
	start(cups, place);
	wait_until_up(cups, place, folder);
	close(folder);
	setenv("CUPS_SERVER", cups->socket, 1);
	unsetenv("LPDEST");
	unsetenv("PRINTER");
}

void cups_close(struct cups *cups)
{
	struct pollfd ended = {cups->ended, POLLIN, 0};

	if (cups->scheduler > 0) {
		kill(cups->scheduler, SIGTERM);
		if (poll(&ended, 1, PATIENCE) != 1)
			kill(cups->scheduler, SIGKILL);
		waitpid(cups->scheduler, NULL, 0);
		close(cups->ended);
	}
	if (cups->printer > 0)
		close(cups->printer);
	setenv("CUPS_SERVER", "/nowhere/cups.sock", 1);
	*cups = (struct cups){0};
}

void cups_run(const char *program, const char *const words[])
{
	struct run run;

	run_words(program, NULL, words, &run);
	run_expect(&run, 0, "", "");
}

void cups_add_queue(const struct cups *cups, const char *name)
{
	char uri[64];

	snprintf(uri, sizeof(uri), "socket://127.0.0.1:%d", cups->port);
	CUPS_RUN("/usr/sbin/lpadmin", "-p", name, "-E", "-v", uri, "-m", "raw");
}

static bool is_ready(int file)
{
	struct pollfd ready = {file, POLLIN, 0};

	return poll(&ready, 1, PATIENCE) == 1;
}

void cups_take_job(const struct cups *cups, struct str *out)
{
	char block[4096];
	ssize_t len;
	int job;

	if (!is_ready(cups->printer))
		fail_msg("no job came to the printer");
	job = accept(cups->printer, NULL, NULL);
	assert_true(job >= 0);
	while (is_ready(job) && (len = read(job, block, sizeof(block))) > 0)
		str_add_n(out, block, (size_t)len);
	assert_int_equal(len, 0);
	close(job);
}
