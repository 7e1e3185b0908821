/*
 * text_set.c - short texts, each kept once and known by a number
 */
#include "text_set.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"

static uint64_t hash_of(const char *text)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
	return hash ^ hash >> 29;
}

static uint32_t *slot_of(const struct text_set *set, const char *text)
{
	size_t slot = hash_of(text) & (set->slot_count - 1);

	while (set->slots[slot] != 0 &&
	       strcmp(text_set_get(set, set->slots[slot] - 1), text) != 0)
		slot = (slot + 1) & (set->slot_count - 1);
	return &set->slots[slot];
}

static void grow(struct text_set *set)
{
	set->size = set->size == 0 ? 256 : set->size * 2;
	set->slot_count = set->size * 2;
	set->starts =
	    mem_resize(set->starts, set->size, sizeof(set->starts[0]));
	free(set->slots);
	set->slots = mem_new(set->slot_count, sizeof(set->slots[0]));
	for (size_t i = 0; i < set->count; i++)
		*slot_of(set, text_set_get(set, (uint32_t)i)) = (uint32_t)i + 1;
}

uint32_t text_set_add(struct text_set *set, const char *text)
{
	uint32_t *slot;

	if (set->count == set->size)
		grow(set);
	slot = slot_of(set, text);
	if (*slot == 0) {
		set->starts[set->count++] = set->texts.len;
		str_add_n(&set->texts, text, strlen(text) + 1);
		*slot = (uint32_t)set->count;
	}
	return *slot - 1;
}

const char *text_set_get(const struct text_set *set, uint32_t number)
{
	return set->texts.text + set->starts[number];
}

void text_set_release(struct text_set *set)
{
	str_release(&set->texts);
	free(set->starts);
	free(set->slots);
	*set = (struct text_set){0};
}
