/*
 * day_lengths.c - the middle, the mean and the longest of many lengths
 */
#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "frontdesk/base/mem.h"

void lengths_add(struct lengths *lengths, const int64_t *more, size_t count)
{
	if (lengths->size - lengths->count < count) {
		lengths->size = 2 * (lengths->count + count);
		lengths->items = mem_resize(lengths->items, lengths->size,
					    sizeof(lengths->items[0]));
	}
	if (count > 0)
		memcpy(lengths->items + lengths->count, more,
		       count * sizeof(more[0]));
	lengths->count += count;
}

void lengths_release(struct lengths *lengths)
{
	free(lengths->items);
	*lengths = (struct lengths){0};
}

static void swap(int64_t *a, int64_t *b)
{
	int64_t kept = *a;

	*a = *b;
	*b = kept;
}

/*
 * Puts the one that sorting would put at nth there, and none longer before it:
 * a whole sort of a day's lengths would cost more than reading them.
 */
static void select_nth(int64_t *items, size_t count, size_t nth)
{
	size_t low = 0, high = count - 1;

	while (low < high) {
		int64_t pivot = items[low + (high - low) / 2];
		size_t left = low, right = high;

		for (;;) {
			while (items[left] < pivot)
				left++;
			while (items[right] > pivot)
				right--;
			if (left >= right)
				break;
			swap(&items[left++], &items[right--]);
		}
		if (nth <= right)
			high = right;
		else
			low = right + 1;
	}
}

/* Lengths are never negative: halves go up. */
static int64_t divide(int64_t sum, int64_t n)
{
	return (sum + n / 2) / n;
}

static int64_t longest(const int64_t *items, size_t count)
{
	int64_t most = items[0];

	for (size_t i = 1; i < count; i++)
		if (items[i] > most)
			most = items[i];
	return most;
}

void lengths_sum_up(struct lengths *lengths, struct length_figures *out)
{
	size_t n = lengths->count;
	int64_t *items = lengths->items;
	int64_t sum = 0;

	*out = (struct length_figures){0};
	if (n == 0)
		return;
	for (size_t i = 0; i < n; i++)
		sum += items[i];
	select_nth(items, n, n / 2);
	out->n = (int64_t)n;
	out->mean = divide(sum, (int64_t)n);
	out->max = longest(items, n);
	out->median = items[n / 2];
	if (n % 2 == 0)
		out->median = divide(longest(items, n / 2) + items[n / 2], 2);
}
