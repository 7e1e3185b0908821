/*
 * length_pack.c - many lengths in few bytes, as a store keeps them
 */
#include "length_pack.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"

#define LENGTH_SIZE 5
#define STEP (64 * LENGTH_SIZE)
#define FREE INT64_C(0xffffffffff)

int64_t length_pack_get(const void *bytes, size_t index)
{
	const unsigned char *at =
	    (const unsigned char *)bytes + index * LENGTH_SIZE;
	int64_t length = 0;

	for (int i = 0; i < LENGTH_SIZE; i++)
		length = length << 8 | at[i];
	return length;
}

static void put(unsigned char *bytes, size_t index, int64_t length)
{
	for (int i = LENGTH_SIZE; i-- > 0; length >>= 8)
		bytes[index * LENGTH_SIZE + (size_t)i] =
		    (unsigned char)(length & 0xff);
}

/* The free ones stand at the end: halving finds the first of them. */
size_t length_pack_count(const void *bytes, size_t size)
{
	size_t low = 0, high = size / LENGTH_SIZE;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (length_pack_get(bytes, middle) == FREE)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

void length_pack_init(struct length_pack *pack, const void *bytes, size_t size)
{
	*pack = (struct length_pack){0};
	if (size == 0)
		return;
	pack->bytes = mem_new(size, 1);
	memcpy(pack->bytes, bytes, size);
	pack->size = size;
	pack->count = length_pack_count(bytes, size);
}

void length_pack_release(struct length_pack *pack)
{
	free(pack->bytes);
	*pack = (struct length_pack){0};
}

int64_t length_pack_within(int64_t length)
{
	if (length < 0)
		return 0;
	return length < LENGTH_PACK_MOST ? length : LENGTH_PACK_MOST;
}

void length_pack_add(struct length_pack *pack, int64_t length)
{
	if (pack->count == pack->size / LENGTH_SIZE) {
		pack->bytes = mem_resize(pack->bytes, pack->size + STEP, 1);
		memset(pack->bytes + pack->size, 0xff, STEP);
		pack->size += STEP;
	}
	put(pack->bytes, pack->count++, length_pack_within(length));
}

bool length_pack_take(struct length_pack *pack, int64_t length)
{
	for (size_t i = pack->count; i-- > 0;) {
		if (length_pack_get(pack->bytes, i) !=
		    length_pack_within(length))
			continue;
		pack->count--;
		put(pack->bytes, i, length_pack_get(pack->bytes, pack->count));
		put(pack->bytes, pack->count, FREE);
		return true;
	}
	return false;
}
