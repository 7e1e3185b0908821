/*
 * text_set.h - short texts, each kept once and known by a number
 */
#ifndef FRONTDESK_STORE_TEXT_SET_H
#define FRONTDESK_STORE_TEXT_SET_H

#include <stdint.h>

#include "frontdesk/base/str.h"

struct text_set {
	struct str texts;
	size_t *starts;	 /* of each, in texts */
	uint32_t *slots; /* open addressing, number + 1, a power of two */
	size_t count, size, slot_count;
};

uint32_t text_set_add(struct text_set *set, const char *text);

/* Borrowed until the next one is added. */
const char *text_set_get(const struct text_set *set, uint32_t number);

void text_set_release(struct text_set *set);

#endif
