/*
 * screens.c - the program on a terminal: its first screen, a key, its memory
 */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"
#include "frontdesk/base/mem.h"

enum {
	PATIENCE = 20000, /* ms */
	QUIET = 5,	  /* ms without a byte: it has painted all */
};

struct running {
	pid_t pid;
	int terminal;
	struct str seen; /* all that it wrote since the last key */
};

/* It gets no time to write back what it never wrote. */
static void start(struct running *running, const char *const argv[])
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};

	*running = (struct running){0};
	running->pid = forkpty(&running->terminal, NULL, NULL, &size);
	if (running->pid < 0)
		abort();
	if (running->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		execv(argv[0], (char *const *)argv);
		_exit(127);
	}
}

/* Until the words have been written; false where it ended before. */
static bool see(struct running *running, const char *words)
{
	char part[16384];

	while (running->seen.len == 0 ||
	       strstr(str_text(&running->seen), words) == NULL) {
		struct pollfd on = {running->terminal, POLLIN, 0};
		ssize_t len;

		if (poll(&on, 1, PATIENCE) <= 0)
			return false;
		len = read(running->terminal, part, sizeof(part));
		if (len <= 0)
			return false;
		for (ssize_t i = 0; i < len; i++)
			if (part[i] == '\0')
				part[i] = ' ';
		str_add_n(&running->seen, part, (size_t)len);
	}
	return true;
}

/* What it still paints of the key before is no answer to the next one. */
static void drain(struct running *running)
{
	struct pollfd on = {running->terminal, POLLIN, 0};
	char part[4096];

	while (poll(&on, 1, QUIET) > 0 &&
	       read(running->terminal, part, sizeof(part)) > 0)
		;
}

static void press(struct running *running, const char *keys)
{
	str_clear(&running->seen);
	if (write(running->terminal, keys, strlen(keys)) < 0)
		abort();
}

/* The desk ends as when its terminal is closed; abook is not asked to, because
 * it would write its people anew. */
static void stop(struct running *running, int signal)
{
	kill(running->pid, signal);
	close(running->terminal);
	waitpid(running->pid, NULL, 0);
	str_release(&running->seen);
}

/* The most memory it ever had, in KB. */
static long peak_memory(const struct running *running)
{
	char path[48], line[256];
	long kilobytes = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/status", (int)running->pid);
	file = fopen(path, "r");
	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		sscanf(line, "VmHWM: %ld", &kilobytes);
	if (file != NULL)
		fclose(file);
	return kilobytes;
}

/* The footer is painted last. */
static void start_desk(struct bench *bench, struct running *running)
{
	const char *const argv[] = {bench->program, "--store", bench->store,
				    NULL};

	start(running, argv);
	if (!see(running, "Who or what?") || !see(running, "F10")) {
		fprintf(stderr, "bench: %s shows no desk:\n%s\n",
			bench->program, str_text(&running->seen));
		exit(1);
	}
}

/* Two thousand people in abook's own format. */
static void write_people(const struct bench *bench, struct str *path)
{
	FILE *file;

	str_addf(path, "%s/addressbook", bench->folder);
	file = fopen(str_text(path), "w");
	if (file == NULL)
		abort();
	fputs("# abook addressbook file\n\n[format]\nprogram=abook\n"
	      "version=0.6.1\n\n",
	      file);
	for (int i = 0; i < 2000; i++)
		fprintf(file,
			"[%d]\nname=Aaron Keeper %04d\n"
			"email=keeper%04d@example.com\nphone=951-555-%04d\n\n",
			i, i, i, i);
	fclose(file);
}

static void start_abook(struct bench *bench, const char *people)
{
	const char *const argv[] = {bench->abook, "--datafile", people, NULL};
	struct running running;
	int64_t began = samples_now();

	start(&running, argv);
	if (!see(&running, "Keeper 0016")) {
		fprintf(stderr, "bench: abook shows no people:\n%s\n",
			str_text(&running.seen));
		exit(1);
	}
	samples_add(&bench->bare[BARE_ABOOK], samples_now() - began);
	stop(&running, SIGKILL);
}

static void measure_start(struct bench *bench)
{
	const struct target first = {.times = 1.5, .growth = 1.3};
	struct samples samples = {0};
	struct str people = STR_INIT;

	write_people(bench, &people);
	for (int i = 0; i < bench_count(bench, 60); i++) {
		struct running running;
		int64_t began;

		bare_measure(bench, BARE_PROCESS);
		if (bench->abook != NULL)
			start_abook(bench, str_text(&people));
		began = samples_now();
		start_desk(bench, &running);
		samples_add(&samples, samples_now() - began);
		stop(&running, SIGTERM);
	}
	bench_tell(bench, "start to first screen", &samples,
		   bench->abook != NULL ? BARE_ABOOK : BARE_PROCESS, &first);
	samples_release(&samples);
	unlink(str_text(&people));
	str_release(&people);
}

/* A key on the terminal until SAY has changed on it: with the drawing. */
static void measure_key(struct bench *bench)
{
	static const char *const typed[] = {"smi", "gar", "ngu", "joh",
					    "her", "lee", "mar", "rod"};
	const struct target key = {.growth = 2.5};
	struct samples samples = {0};
	struct running running;
	long before;

	start_desk(bench, &running);
	before = peak_memory(&running);
	for (int round = 0; round < bench_count(bench, 20); round++) {
		const char *word = typed[round % (int)MEM_COUNT(typed)];

		for (size_t i = 0; word[i] != '\0'; i++) {
			const char key_text[] = {word[i], '\0'};
			int64_t began = samples_now();

			press(&running, key_text);
			/* Something is painted; the cursor goes back last. */
			if (!see(&running, "\x1b["))
				abort();
			samples_add(&samples, samples_now() - began);
			drain(&running);
		}
		press(&running, "\x1b");
		if (!see(&running, "\x1b["))
			abort();
		drain(&running);
	}
	bench_tell(bench, "a key on the terminal, until it is painted",
		   &samples, BARE_ROW, &key);
	printf("    memory: at most %.1f MB at the first screen, %.1f MB "
	       "after %zu keys\n",
	       (double)before / 1024, (double)peak_memory(&running) / 1024,
	       samples.count);
	stop(&running, SIGTERM);
	samples_release(&samples);
}

void measure_screens(struct bench *bench)
{
	measure_start(bench);
	measure_key(bench);
}
