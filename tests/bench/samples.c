/*
 * samples.c - how long something took, many times over
 */
#include "samples.h"

#include <stdlib.h>
#include <time.h>

#include "frontdesk/base/mem.h"

void samples_release(struct samples *samples)
{
	free(samples->items);
	*samples = (struct samples){0};
}

void samples_add(struct samples *samples, int64_t nanoseconds)
{
	if (samples->count == samples->size) {
		samples->size = samples->size == 0 ? 256 : samples->size * 2;
		samples->items = mem_resize(samples->items, samples->size,
					    sizeof(*samples->items));
	}
	samples->items[samples->count++] = nanoseconds;
}

static int by_length(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

double samples_at(struct samples *samples, double share)
{
	size_t place = (size_t)(share * (double)samples->count);

	if (samples->count == 0)
		return 0;
	qsort(samples->items, samples->count, sizeof(*samples->items),
	      by_length);
	if (place >= samples->count)
		place = samples->count - 1;
	return (double)samples->items[place] / 1000;
}

static clockid_t measured_by = CLOCK_MONOTONIC;

void samples_of_processor(void)
{
	measured_by = CLOCK_PROCESS_CPUTIME_ID;
}

int64_t samples_now(void)
{
	struct timespec now;

	clock_gettime(measured_by, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}
