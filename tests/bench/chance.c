/*
 * chance.c - chance that falls the same way each time
 */
#include "chance.h"

#include <math.h>

uint64_t chance_next(struct chance *chance)
{
	uint64_t mixed = chance->state += UINT64_C(0x9e3779b97f4a7c15);

	mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
	return mixed ^ (mixed >> 31);
}

size_t chance_below(struct chance *chance, size_t count)
{
	return count == 0 ? 0 : (size_t)(chance_next(chance) % count);
}

int64_t chance_between(struct chance *chance, int64_t low, int64_t high)
{
	return low + (int64_t)chance_below(chance, (size_t)(high - low + 1));
}

bool chance_percent(struct chance *chance, int percent)
{
	return chance_below(chance, 100) < (size_t)percent;
}

/* The inverse of the harmonic sum, which is near a logarithm; its head is
 * flattened, as the commonest surname is borne by some four in a hundred. */
size_t chance_zipf(struct chance *chance, size_t count)
{
	double share = (double)(chance_next(chance) >> 11) / 9007199254740992.0;
	double head = 5;
	double place = head * pow(((double)count + head) / head, share) - head;

	return place < (double)count ? (size_t)place : count - 1;
}
