/*
 * page_keys.h - whether a part of docs/interchange.md names what stands in a
 * document
 */
#ifndef SUPPORT_PAGE_KEYS_H
#define SUPPORT_PAGE_KEYS_H

#include "frontdesk/base/json.h"
#include "frontdesk/base/str.h"

struct page_keys {
	struct str page, missing;
	size_t count; /* of the keys that were looked for */
};

/* From the first text on, up to the next end; fails the test where either is
 * not there. */
void page_keys_open(struct page_keys *keys, const char *begin, const char *end);

void page_keys_expect(struct page_keys *keys, const char *key);

/* Each key in it, also in what is within; "00" to "23" are one. */
void page_keys_expect_all(struct page_keys *keys, const struct json *value);

/* Fails the test where one was not named. */
void page_keys_close(struct page_keys *keys);

#endif
