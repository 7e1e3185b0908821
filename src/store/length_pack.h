/*
 * length_pack.h - many lengths in few bytes, as a store keeps them
 *
 * Five bytes each, the highest first, in the order they came; what is free at
 * the end is all ones. A pack grows in steps, so that adding one mostly
 * changes bytes in their place.
 */
#ifndef FRONTDESK_STORE_LENGTH_PACK_H
#define FRONTDESK_STORE_LENGTH_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LENGTH_PACK_MOST INT64_C(0xfffffffffe) /* ms, more than 34 years */

struct length_pack {
	unsigned char *bytes;
	size_t size;  /* in bytes */
	size_t count; /* lengths in it */
};

/* A copy of stored bytes; NULL is an empty pack. */
void length_pack_init(struct length_pack *pack, const void *bytes, size_t size);
void length_pack_release(struct length_pack *pack);

size_t length_pack_count(const void *bytes, size_t size);
int64_t length_pack_get(const void *bytes, size_t index);

/* What is longer than the most is kept as the most, less than 0 as 0. */
int64_t length_pack_within(int64_t length);
void length_pack_add(struct length_pack *pack, int64_t length);

/* Takes one of this length out; false where there is none. */
bool length_pack_take(struct length_pack *pack, int64_t length);

#endif
