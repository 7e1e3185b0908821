/*
 * chance.h - chance that falls the same way each time, for the generator
 */
#ifndef BENCH_CHANCE_H
#define BENCH_CHANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct chance {
	uint64_t state;
};

uint64_t chance_next(struct chance *chance);

/* From 0 to count - 1, all alike; 0 where count is 0. */
size_t chance_below(struct chance *chance, size_t count);

/* From low to high, both included. */
int64_t chance_between(struct chance *chance, int64_t low, int64_t high);

bool chance_percent(struct chance *chance, int percent);

/* From 0 to count - 1, the first the most often, as names and errands are
 * spread. */
size_t chance_zipf(struct chance *chance, size_t count);

#endif
