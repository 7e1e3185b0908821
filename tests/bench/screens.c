/*
 * screens.c - the program on a terminal: its first screen, a key, its memory
 */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench.h"
#include "frontdesk/base/mem.h"
#include "running.h"

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

	running_start(running, argv);
	if (!running_see(running, "Who or what?") ||
	    !running_see(running, "F10")) {
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

	running_start(&running, argv);
	if (!running_see(&running, "Keeper 0016")) {
		fprintf(stderr, "bench: abook shows no people:\n%s\n",
			str_text(&running.seen));
		exit(1);
	}
	samples_add(&bench->bare[BARE_ABOOK], samples_now() - began);
	running_stop(&running, SIGKILL);
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
		running_stop(&running, SIGTERM);
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

			running_press(&running, key_text);
			/* Something is painted; the cursor goes back last. */
			if (!running_see(&running, "\x1b["))
				abort();
			samples_add(&samples, samples_now() - began);
			running_drain(&running);
		}
		running_press(&running, "\x1b");
		if (!running_see(&running, "\x1b["))
			abort();
		running_drain(&running);
	}
	bench_tell(bench, "a key on the terminal, until it is painted",
		   &samples, BARE_ROW, &key);
	printf("    memory: at most %.1f MB at the first screen, %.1f MB "
	       "after %zu keys\n",
	       (double)before / 1024, (double)peak_memory(&running) / 1024,
	       samples.count);
	running_stop(&running, SIGTERM);
	samples_release(&samples);
}

void measure_screens(struct bench *bench)
{
	measure_start(bench);
	measure_key(bench);
}
