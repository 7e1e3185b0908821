/*
 * phrases.h - what phrases_load keeps in memory
 */
#ifndef PHRASES_H
#define PHRASES_H

#include "frontdesk/core/address.h"
#include "honorific.h"

enum {
	LANGUAGE_SIZE = 9, /* "en", "fil" and their NUL; a subtag has 8 */
	HOURS = 24,
};

enum moment {
	MOMENT_GREET,
	MOMENT_CLOSE,
	MOMENT_ASK,
	MOMENT_TELEPHONE, /* a language may be without */
	MOMENT_COUNT,
};

enum who {
	WHO_ALONE,
	WHO_NAMED,
	WHO_COUNT,
};

/* The sentences of one language; texts is what owns them. */
struct phrasebook {
	char language[LANGUAGE_SIZE];
	const char *say[MOMENT_COUNT][WHO_COUNT][HOURS];
	char **texts;
	size_t text_count;
};

struct phrases {
	struct phrasebook *books; /* sorted by language */
	size_t count;
	struct honorifics honorifics;
	bool has_titles;
};

/* Where the name goes in a sentence. */
#define PHRASE_ADDRESS "{address}"
/* Where the city and the clerk are named when a call is answered. */
#define PHRASE_CITY "{city}"
#define PHRASE_STAFF "{staff}"

/* "es" for "es-MX", "ES" and "es_419"; "" for what is no language tag. */
void language_primary(const char *tag, char out[LANGUAGE_SIZE]);

/* NULL where the language has no sentences. */
const struct phrasebook *phrases_book(const struct phrases *phrases,
				      const char *language);

/* Adds the sentence, the address in its place; address NULL: none. */
void phrasebook_add(const struct phrasebook *book, enum moment moment, int hour,
		    const char *address, struct str *out);

#endif
