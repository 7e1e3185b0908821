/*
 * bench.c - bench STORE --program PATH and options: see usage()
 *
 * Prints for each operation the median and the 99th percentile beside the
 * same work done bare in the same run, and whether the target is reached.
 * Nothing fails for being slow: ratios of one run count, and a person reads
 * them.
 */
#include "bench.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/settings.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/signin.h"
#include "row.h"

/* As it stands beside a figure, and in full. */
static const struct {
	const char *name, *what;
} bares[] = {
    [BARE_NONE] = {"", ""},
    [BARE_WRITE] = {"a write", "4 KB overwritten, with fdatasync"},
    [BARE_APPEND] = {"an append", "4 KB appended, with fsync"},
    [BARE_ROW] = {"a row", "one row by its key, prepared"},
    [BARE_PROCESS] = {"a process", "a process that does nothing"},
    [BARE_ABOOK] = {"abook", "abook's first screen, 2,000 people"},
};

void bench_must(bool is_done, const struct error *err, const char *what)
{
	if (is_done)
		return;
	fprintf(stderr, "bench: %s: %s [%s] %s\n", what, err->text, err->field,
		err->detail);
	exit(1);
}

int bench_count(const struct bench *bench, int many)
{
	return bench->few > 0 && bench->few < many ? bench->few : many;
}

/* "   431.2 µs", or "   2.10 ms". */
static void print_time(double microseconds)
{
	if (microseconds < 1000)
		printf(" %7.1f µs", microseconds);
	else
		printf(" %7.2f ms", microseconds / 1000);
}

/* What is aimed at, and whether it is so. */
static void tell_aim(struct bench *bench, const char *aim, double most,
		     bool is_reached)
{
	printf(aim, most);
	printf(": %s", is_reached ? "yes" : "NO");
	bench->aim_count++;
	bench->reached_count += is_reached ? 1 : 0;
}

static void tell_aims(struct bench *bench, const struct target *target,
		      double median, double p99, double ratio)
{
	if (target->p99 > 0)
		tell_aim(bench, "99 %% within %g ms", target->p99 / 1000,
			 p99 <= target->p99);
	if (target->median > 0)
		tell_aim(bench, "half within %g ms", target->median / 1000,
			 median <= target->median);
	if (target->times > 0 && ratio > 0)
		tell_aim(bench, "at most %g x", target->times,
			 ratio <= target->times);
}

void bench_tell(struct bench *bench, const char *what, struct samples *samples,
		enum bare bare, const struct target *target)
{
	double median = samples_at(samples, 0.5);
	double p99 = samples_at(samples, 0.99);
	double beside = samples_at(&bench->bare[bare], 0.5);
	double ratio = beside > 0 ? median / beside : 0;

	printf("%-42s %5zu", what, samples->count);
	print_time(median);
	print_time(p99);
	printf(" %6.1f x %-9s  ", ratio, bares[bare].name);
	tell_aims(bench, target, median, p99, ratio);
	printf("\n");
	fflush(stdout);
	if (bench->figures != NULL)
		fprintf(bench->figures, "%s\t%.1f\t%.1f\t%.1f\t%.3f\t%g\n",
			what, median, p99, beside, ratio, target->growth);
	bench->result_count++;
}

static void tell_head(void)
{
	printf("Each operation: how often it was measured, the time that half "
	       "of them took at most\n(median), the time that 99 of 100 took "
	       "at most, how many times the bare work the\nmedian is, and "
	       "whether what is aimed at is reached. 1 ms = 1000 µs.\n\n"
	       "%-42s %5s %10s %10s %8s %-9s  %s\n",
	       "operation", "times", "median", "99 %", "beside", "bare work",
	       "aim");
}

static void tell_bare(struct bench *bench)
{
	printf("\nThe bare work, in the same run and on the same disk:\n");
	for (int i = BARE_WRITE; i < BARE_COUNT; i++) {
		if (bench->bare[i].count == 0)
			continue;
		printf("%-9s  %-36s %5zu", bares[i].name, bares[i].what,
		       bench->bare[i].count);
		print_time(samples_at(&bench->bare[i], 0.5));
		print_time(samples_at(&bench->bare[i], 0.99));
		printf("\n");
	}
	/* One row takes no longer at times unless something else has the
	 * processor. */
	if (samples_at(&bench->bare[BARE_ROW], 0.99) >
	    5 * samples_at(&bench->bare[BARE_ROW], 0.5))
		printf("This machine had other work meanwhile: the times of "
		       "the slowest 1 %% are not\nthe program's alone.\n");
}

static int64_t bench_now(void *state)
{
	const struct bench *bench = state;

	return clock_now(clock_system()) + bench->clock_offset;
}

/* A kept store is measured as on the day it was made: on any later one its
 * line is of yesterday, and its day is empty. */
static void set_clock(struct bench *bench)
{
	struct error err = {0};
	int64_t made_at;
	static const char SQL[] = "SELECT created_at FROM city";

	bench_must(row_number(bench->db, SQL, &made_at, &err), &err,
		   "the city");
	if (clock_now(clock_system()) - made_at > CLOCK_HOUR)
		bench->clock_offset =
		    made_at + CLOCK_HOUR - clock_now(clock_system());
}

static void open_store(struct bench *bench, int writer)
{
	static const char SQL_COUNT[] = "SELECT max(resident_id) FROM resident";
	struct counter_window_list windows;
	struct error err = {0};
	char login[16];

	bench->clock = (struct clock){bench_now, bench};
	bench_must(
	    db_open(bench->store, DB_OPEN, &bench->clock, &bench->db, &err),
	    &err, bench->store);
	set_clock(bench);
	bench_must(row_number(bench->db, SQL_COUNT, &bench->residents, &err),
		   &err, "residents");
	bench_must(desk_open(bench->store, bench->data_dir, &bench->clock,
			     &bench->desk, &err),
		   &err, bench->store);
	bench_must(desk_list_windows(bench->desk, &windows, &err), &err,
		   "windows");
	snprintf(login, sizeof(login), "staff%03d", writer + 1);
	bench_must(desk_sign_in(bench->desk, login, NULL,
				windows.items[0].counter_window_id, &err),
		   &err, login);
	counter_window_list_release(&windows);
}

static void make_folder(struct bench *bench)
{
	struct str pattern = STR_INIT;

	/* Beside the store, so that it is the same disk. */
	str_add(&pattern, bench->store);
	str_add(&pattern, ".bare-XXXXXX");
	snprintf(bench->folder, sizeof(bench->folder), "%s",
		 str_text(&pattern));
	str_release(&pattern);
	if (mkdtemp(bench->folder) == NULL) {
		perror("bench: a folder beside the store");
		exit(1);
	}
}

static void measure(struct bench *bench)
{
	static const struct {
		const char *name;
		void (*measure)(struct bench *);
	} parts[] = {
	    /* What reads first: the day is to be as the city had it. */
	    {"screens", measure_screens}, {"keys", measure_keys},
	    {"reads", measure_reads},	  {"periods", measure_periods},
	    {"alike", measure_alike},	  {"commits", measure_commits},
	    {"writers", measure_writers}, {"cues", measure_cues},
	};

	make_folder(bench);
	bare_open(bench);
	for (int i = 0; i < bench_count(bench, 200); i++) {
		bare_measure(bench, BARE_WRITE);
		bare_measure(bench, BARE_APPEND);
		bare_measure(bench, BARE_ROW);
	}
	tell_head();
	for (size_t i = 0; i < MEM_COUNT(parts); i++)
		if (bench->only == NULL ||
		    strcmp(bench->only, parts[i].name) == 0)
			parts[i].measure(bench);
	tell_bare(bench);
	bare_close(bench);
	rmdir(bench->folder);
	printf("\n%d operations were measured; %d of %d aims are reached.\n",
	       bench->result_count, bench->reached_count, bench->aim_count);
}

static int usage(void)
{
	fputs("usage: bench STORE --program PATH [--abook PATH] "
	      "[--figures FILE] [--few COUNT]\n"
	      "       [--only screens|keys|reads|periods|alike|commits|"
	      "writers|cues]\n       [--clock processor]\n",
	      stderr);
	return 2;
}

int main(int argc, char **argv)
{
	struct bench bench = {.chance = {4711}, .self = "/proc/self/exe"};
	int writer = -1, visits = 0, status = 0;

	if (argc < 2 || argc % 2 != 0)
		return usage();
	bench.store = argv[1];
	bench.data_dir = settings_shared_dir();
	for (int i = 2; i < argc; i += 2) {
		if (strcmp(argv[i], "--program") == 0)
			bench.program = argv[i + 1];
		else if (strcmp(argv[i], "--abook") == 0)
			bench.abook = argv[i + 1];
		else if (strcmp(argv[i], "--figures") == 0)
			bench.figures = fopen(argv[i + 1], "w");
		else if (strcmp(argv[i], "--few") == 0)
			bench.few = atoi(argv[i + 1]);
		else if (strcmp(argv[i], "--only") == 0)
			bench.only = argv[i + 1];
		else if (strcmp(argv[i], "--clock") == 0)
			samples_of_processor();
		else if (strcmp(argv[i], "--writer") == 0)
			writer = atoi(argv[i + 1]);
		else if (strcmp(argv[i], "--visits") == 0)
			visits = atoi(argv[i + 1]);
		else
			return usage();
	}
	if (writer < 0 && bench.program == NULL)
		return usage();
	text_locale_init();
	open_store(&bench, writer < 0 ? 0 : writer);
	if (writer >= 0)
		status = writer_run(&bench, writer, visits);
	else
		measure(&bench);
	for (int i = 0; i < BARE_COUNT; i++)
		samples_release(&bench.bare[i]);
	if (bench.figures != NULL)
		fclose(bench.figures);
	desk_close(bench.desk);
	db_close(bench.db);
	return status;
}
