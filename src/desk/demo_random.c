/*
 * demo_random.c - chance that falls the same way each time
 */
#include "demo_random.h"

#include <assert.h>

#define DEMO_SEED UINT64_C(0x46726f6e746465)

static uint64_t next(struct demo_random *random)
{
	uint64_t z = random->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

void demo_random_begin(struct demo_random *random, struct day day)
{
	struct day first = day_make(2000, 1, 1);

	random->state =
	    DEMO_SEED + (uint64_t)day_distance(first, day) * 1000003u;
	next(random);
}

size_t demo_index(struct demo_random *random, size_t count)
{
	assert(count > 0);
	return (size_t)(next(random) % count);
}

int demo_between(struct demo_random *random, int from, int to)
{
	assert(from <= to);
	return from + (int)demo_index(random, (size_t)(to - from) + 1);
}

bool demo_chance(struct demo_random *random, int percent)
{
	return demo_between(random, 1, 100) <= percent;
}
