/*
 * when_private.h - "by when" while it is being read
 */
#ifndef WHEN_PRIVATE_H
#define WHEN_PRIVATE_H

#include "frontdesk/core/when.h"

enum {
	WHEN_WORDS = 8,
	WHEN_WORD_SIZE = 16,
};

struct reading {
	char words[WHEN_WORDS][WHEN_WORD_SIZE];
	size_t count, at;
	const struct local *now;
	struct day today, day; /* day.text "": none read */
	int minute;	       /* -1: none read */
	bool is_gone;	       /* a day that does not exist */
};

extern const char *const when_weekdays[7]; /* from Sunday; to be translated */
extern const char *const when_months[12];

/* The word so far ahead of those that are read; "" behind the last. */
const char *when_word(const struct reading *reading, size_t ahead);

/* Reads the word where it is the wanted one. */
bool when_take(struct reading *reading, const char *wanted);

/* Reads a day from the front of the words; false where none stands there. */
bool when_read_day(struct reading *reading);

#endif
