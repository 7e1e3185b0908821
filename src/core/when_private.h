/*
 * when_private.h - "by when" while it is being read
 */
#ifndef WHEN_PRIVATE_H
#define WHEN_PRIVATE_H

#include "frontdesk/core/when.h"

enum {
	WHEN_WORDS = 10,
	WHEN_WORD_SIZE = 16,
};

/* A minute of the day that is not a number yet. */
enum {
	WHEN_UNREAD = -1,
	WHEN_CLOSING = -2, /* of the day, on the site's calendar */
};

struct reading {
	char words[WHEN_WORDS][WHEN_WORD_SIZE];
	size_t count, at;
	const struct local *now;
	const struct calendar *calendar;
	struct day today, day; /* day.text "": none read */
	int minute;	       /* or one of those above */
	int ahead;	       /* minutes from now, where a length was read */
	bool is_gone;	       /* a day that does not exist */
	bool is_endless;       /* the calendar is never open */
};

extern const char *const when_weekdays[7]; /* from Sunday; to be translated */
extern const char *const when_months[12];

/* The text in words, dots left out, in lower case; false where there is none,
 * or more than fits. */
bool when_split(struct reading *reading, const char *text);

/* A Spanish word, its accents taken off, becomes the English one. */
void when_english(char word[WHEN_WORD_SIZE]);
/* The letter at *text in lower case and without its Spanish accent; *text
 * stays on the last byte of it. */
char when_plain(const char **text);

/* The word so far ahead of those that are read; "" behind the last. */
const char *when_word(const struct reading *reading, size_t ahead);

/* Reads the word where it is the wanted one; or all of these words. */
bool when_take(struct reading *reading, const char *wanted);
bool when_take_all(struct reading *reading, const char *wanted);

/* By a name or its first three letters or more: 0..6, 1..12; else -1, 0. */
int when_weekday(const char *text);
int when_month(const char *text);

/* All of text as a number of at most four digits, or "a", "two" … "ten"; -1. */
int when_number(const char *text);
int when_count(const char *text);

/* Reads a day from the front of the words; false where none stands there.
 * when_read_length: "3 days", "2 business days", "in an hour". when_read_end:
 * "end of week", "next week". */
bool when_read_day(struct reading *reading);
bool when_read_length(struct reading *reading);
bool when_read_end(struct reading *reading);

#endif
