/*
 * demo_random.h - chance that falls the same way each time
 *
 * splitmix64: the same numbers on every machine, seeded by the day, so that
 * two demo stores of one day tell one story.
 */
#ifndef FRONTDESK_DESK_DEMO_RANDOM_H
#define FRONTDESK_DESK_DEMO_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/clock.h"

struct demo_random {
	uint64_t state;
};

void demo_random_begin(struct demo_random *random, struct day day);

/* from..to, both included. */
int demo_between(struct demo_random *random, int from, int to);
size_t demo_index(struct demo_random *random, size_t count); /* 0..count - 1 */
bool demo_chance(struct demo_random *random, int percent);

#endif
