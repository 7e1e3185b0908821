/*
 * bench.h - what is measured on a store, and how it is told
 */
#ifndef BENCH_H
#define BENCH_H

#include <stdio.h>

#include "chance.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/desk.h"
#include "frontdesk/store/db.h"
#include "samples.h"

/* Work done bare in the same run, to see the desk's own beside. */
enum bare {
	BARE_NONE,
	BARE_WRITE,   /* 4 KB overwritten, fdatasync */
	BARE_APPEND,  /* 4 KB appended, fsync */
	BARE_ROW,     /* a prepared statement that fetches one row by its key */
	BARE_PROCESS, /* a process that does nothing */
	BARE_ABOOK,   /* abook's first screen with 2,000 people */
	BARE_COUNT
};

struct bench {
	const char *store, *program, *data_dir, *self;
	const char *abook; /* NULL: not here */
	const char *only;  /* one part alone, or NULL */
	int few;	   /* so many of each alone, or 0 */
	struct clock clock;
	int64_t clock_offset;
	struct desk *desk; /* signed in, at a window */
	struct db *db;	   /* to look things up; nothing here is timed */
	struct chance chance;
	int64_t residents;
	char folder[64]; /* for files of this run, on the store's disk */
	struct samples bare[BARE_COUNT];
	FILE *figures; /* tab-separated, or NULL */
	int result_count, aim_count, reached_count;
};

/* What the figures are held against. */
struct target {
	double median, p99; /* microseconds at most; 0: none */
	double times;	    /* the bare work, at the median; 0: none */
	double growth;	    /* from a tenth of the size, at the median */
};

/* Prints a line. A bare of BARE_NONE has nothing beside it. */
void bench_tell(struct bench *bench, const char *what, struct samples *samples,
		enum bare bare, const struct target *target);

/* Ends the program with the words of err. */
void bench_must(bool is_done, const struct error *err, const char *what);

/* How often something is measured: many, or a few for a quick look. */
int bench_count(const struct bench *bench, int many);

/* One more sample of the bare work. */
void bare_open(struct bench *bench);
void bare_measure(struct bench *bench, enum bare bare);
void bare_close(struct bench *bench);

/* What one key costs on the home screen: see home_load() in
 * src/tui/screens/home.c. Whether anything is spelled so. */
bool bench_key(struct bench *bench, const char *text, struct samples *out);

/* What is measured, one file each. */
void measure_keys(struct bench *bench);
void measure_alike(struct bench *bench);
void measure_commits(struct bench *bench);
void measure_reads(struct bench *bench);
void measure_screens(struct bench *bench);
void measure_writers(struct bench *bench);
void measure_cues(struct bench *bench);
void measure_periods(struct bench *bench);
void measure_month(struct bench *bench); /* of periods, by the program */
/* One of the sixteen: its samples go to the standard output. */
int writer_run(struct bench *bench, int number, int visits);

#endif
