/*
 * samples.h - how long something took, many times over
 */
#ifndef BENCH_SAMPLES_H
#define BENCH_SAMPLES_H

#include <stddef.h>
#include <stdint.h>

struct samples { /* nanoseconds */
	int64_t *items;
	size_t count, size;
};
void samples_release(struct samples *samples);
void samples_add(struct samples *samples, int64_t nanoseconds);

/* In microseconds; share from 0 to 1. 0 where nothing was measured. */
double samples_at(struct samples *samples, double share);

/* Nanoseconds of a clock that only goes forward; or of the processor's time
 * that this program had, for a machine that others use at the same time. */
int64_t samples_now(void);
void samples_of_processor(void);

#endif
