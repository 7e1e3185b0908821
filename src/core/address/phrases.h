/*
 * phrases.h - what phrases_load keeps in memory
 */
#ifndef PHRASES_H
#define PHRASES_H

#include "frontdesk/core/address.h"
#include "honorific.h"

enum {
	LANGUAGE_SIZE = 16, /* "zh-Hant", "cmn-Hant" and their NUL */
	DAY_MINUTES = 24 * 60,
};

enum moment {
	MOMENT_GREET,
	MOMENT_CLOSE,
	MOMENT_ASK,
	MOMENT_TELEPHONE, /* a language may be without */
	MOMENT_SEVERAL,	  /* "{address}, {address}" */
	MOMENT_COUNT,
};

enum who {
	WHO_ALONE,
	WHO_NAMED,
	WHO_COUNT,
};

/* What is said from a minute of the day to another, which may be earlier. */
struct sentence {
	enum moment moment;
	enum who who;
	int from, to;
	char *text;
	char *sounded; /* in Latin letters; NULL where the text is */
};

/* The sentences of one language. */
struct phrasebook {
	char language[LANGUAGE_SIZE]; /* "zh-Hant" */
	char primary[LANGUAGE_SIZE];  /* "zh" */
	bool needs_review;
	bool is_latin; /* it is written in Latin letters */
	struct sentence *sentences;
	size_t count; /* 0: it was left out */
};

/* A tag that means a language; book is NULL where it has no greetings. */
struct language_tag {
	char tag[LANGUAGE_SIZE];
	const struct phrasebook *book;
};

struct phrases {
	struct phrasebook *books; /* in the order of the file */
	size_t count;
	struct phrasebook *english;
	struct language_tag *tags;
	size_t tag_count;
	struct honorifics honorifics;
	bool is_whole; /* not the English greetings alone */
};

/* Where the name goes in a sentence. */
#define PHRASE_ADDRESS "{address}"
/* Where the city and the clerk are named when a call is answered. */
#define PHRASE_CITY "{city}"
#define PHRASE_STAFF "{staff}"

/* The language itself: "es" of "es-MX", "ES" and "es_419"; "" for what is no
 * language tag. */
void language_primary(const char *tag, char out[LANGUAGE_SIZE]);

/* NULL where the language has no sentences. */
const struct phrasebook *phrases_book(const struct phrases *phrases,
				      const char *language);

/* The same, or an error that names those there are. */
bool phrases_need_book(const struct phrases *phrases, const char *language,
		       const struct phrasebook **out, struct error *err);

/* Whether a sentence is for the minute of the day. */
bool sentence_covers(const struct sentence *sentence, int minute);

/* NULL where there is none, which is only so of those a language may lack. */
const struct sentence *phrasebook_find(const struct phrasebook *book,
				       enum moment moment, enum who who,
				       int minute);

/* Adds text with the address in its place; address NULL: it has none. */
void phrase_add(const char *text, const char *address, struct str *out);

/* Adds what is said at the moment, with the address where there is one. */
void phrasebook_add(const struct phrasebook *book, enum moment moment,
		    int minute, const char *address, struct str *out);

/* The minute of the day that the request is for. */
int phrase_minute(const struct address_request *request);

/* What stands between two who are greeted together, without an end. */
const char *phrasebook_between(const struct phrasebook *book, size_t *len);

#endif
