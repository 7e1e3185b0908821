/*
 * day_lengths.c - the middle, the mean and the longest of many lengths
 */
#include <stdlib.h>

#include "day_private.h"
#include "frontdesk/base/mem.h"

void lengths_add(struct lengths *lengths, int64_t length)
{
	if (lengths->count == lengths->size) {
		lengths->size = lengths->size == 0 ? 64 : 2 * lengths->size;
		lengths->items = mem_resize(lengths->items, lengths->size,
					    sizeof(lengths->items[0]));
	}
	lengths->items[lengths->count++] = length;
}

void lengths_release(struct lengths *lengths)
{
	free(lengths->items);
	*lengths = (struct lengths){0};
}

static int compare(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;

	return (one > other) - (one < other);
}

/* Lengths are never negative: halves go up. */
static int64_t divide(int64_t sum, int64_t n)
{
	return (sum + n / 2) / n;
}

void lengths_sum_up(struct lengths *lengths, struct length_figures *out)
{
	size_t n = lengths->count;
	int64_t sum = 0;

	*out = (struct length_figures){0};
	if (n == 0)
		return;
	qsort(lengths->items, n, sizeof(lengths->items[0]), compare);
	for (size_t i = 0; i < n; i++)
		sum += lengths->items[i];
	out->n = (int64_t)n;
	out->mean = divide(sum, (int64_t)n);
	out->max = lengths->items[n - 1];
	out->median =
	    n % 2 == 1
		? lengths->items[n / 2]
		: divide(lengths->items[n / 2 - 1] + lengths->items[n / 2], 2);
}
