/*
 * month.c - the month before this one, from the program as people run it: in
 * each form that is given out, and on the screen
 */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"
#include "frontdesk/base/clock.h"
#include "running.h"

#define SUPERVISOR "staff008" /* of the first site */

/* Runs it to its end; the processor's time that it and its own had. */
static int64_t run(const char *const argv[])
{
	struct rusage used;
	int status = 0;
	pid_t program = fork();

	if (program < 0)
		abort();
	if (program == 0) {
		int nothing = open("/dev/null", O_WRONLY);

		dup2(nothing, STDOUT_FILENO);
		execv(argv[0], (char *const *)argv);
		_exit(127);
	}
	if (wait4(program, &status, 0, &used) != program || status != 0) {
		fprintf(stderr, "bench: %s %s ended with %d\n", argv[0],
			argv[5], status);
		exit(1);
	}
	return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000 +
	       used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

/* "2026-10" */
static void name_month(char out[8])
{
	struct day today =
	    zone_day("America/Los_Angeles", clock_now(clock_system()));
	int year, month, day;
	struct day before;

	day_parts(today, &year, &month, &day);
	before = day_plus(today, -day);
	snprintf(out, 8, "%.7s", before.text);
}

static void remove_files(const char *folder)
{
	const char *const argv[] = {"/bin/rm", "-rf", folder, NULL, NULL, ""};

	run(argv);
}

static void measure_form(struct bench *bench, const char *form, bool is_named)
{
	const struct target second = {.p99 = 1000000};
	struct samples samples = {0}, processor = {0};
	struct str output = STR_INIT, what = STR_INIT;
	char month[8];

	name_month(month);
	str_addf(&output, "%s/month%s", bench->folder,
		 strcmp(form, "csv") == 0 ? "/" : "");
	str_addf(&what, "summary --month: %s%s", form,
		 is_named ? ", names" : "");
	for (int i = 0; i < bench_count(bench, 10); i++) {
		const char *const argv[] = {bench->program,
					    "--store",
					    bench->store,
					    "--as",
					    SUPERVISOR,
					    "summary",
					    "--month",
					    month,
					    "--format",
					    form,
					    "--output",
					    str_text(&output),
					    is_named ? "--names" : NULL,
					    NULL};
		int64_t began = samples_now();
		int64_t used = run(argv);

		samples_add(&samples, samples_now() - began);
		samples_add(&processor, used * 1000);
	}
	bench_tell(bench, str_text(&what), &samples, BARE_PROCESS, &second);
	printf("    the processor: half within %.1f ms\n",
	       samples_at(&processor, 0.5) / 1000);
	remove_files(str_text(&output));
	samples_release(&samples);
	samples_release(&processor);
	str_release(&output);
	str_release(&what);
}

static void must_see(struct running *running, const char *words)
{
	if (running_see(running, words))
		return;
	fprintf(stderr, "bench: no \"%s\" is seen:\n%s\n", words,
		str_text(&running->seen));
	exit(1);
}

/* From this month, which is not over, to the one before, which is. */
static void show_month(struct bench *bench, struct samples *out)
{
	const char *const argv[] = {bench->program, "--store", bench->store,
				    NULL};
	struct running running;
	int64_t began;

	running_start(&running, argv);
	must_see(&running, "F10");
	running_drain(&running);
	running_press(&running, "\x1bOP");
	must_see(&running, "would you like to do?");
	running_drain(&running);
	running_press(&running, "the day\r");
	must_see(&running, "VISITS");
	running_drain(&running);
	running_press(&running, "\x1bOS");
	must_see(&running, "like to see?");
	running_drain(&running);
	running_press(&running, "m");
	must_see(&running, " 20"); /* of a day, no year stands there */
	running_drain(&running);
	began = samples_now();
	running_press(&running, "\x1b[D");
	must_see(&running, "ove"); /* where "so far" stood */
	samples_add(out, samples_now() - began);
	running_stop(&running, SIGTERM);
}

void measure_month(struct bench *bench)
{
	const struct target second = {.p99 = 1000000};
	static const char *const forms[] = {"text", "csv", "json", "pdf"};
	struct samples samples = {0};

	for (int i = 0; i < bench_count(bench, 20); i++)
		bare_measure(bench, BARE_PROCESS);
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		measure_form(bench, forms[i], false);
	measure_form(bench, "pdf", true);
	for (int i = 0; i < bench_count(bench, 10); i++)
		show_month(bench, &samples);
	bench_tell(bench, "the month before, on the screen", &samples,
		   BARE_PROCESS, &second);
	samples_release(&samples);
}
