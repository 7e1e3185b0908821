/*
 * phrases.c - finding a sentence, and putting the name into it
 */
#include "phrases.h"

#include <stdlib.h>
#include <string.h>

void language_primary(const char *tag, char out[LANGUAGE_SIZE])
{
	size_t len = tag ? strcspn(tag, "-_") : 0;

	out[0] = '\0';
	if (len < 2 || len >= LANGUAGE_SIZE)
		return;
	for (size_t i = 0; i < len; i++) {
		char c = tag[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c < 'a' || c > 'z') {
			out[0] = '\0';
			return;
		}
		out[i] = c;
	}
	out[len] = '\0';
}

static int compare_language(const void *a, const void *b)
{
	const struct phrasebook *book = b;

	return strcmp(a, book->language);
}

const struct phrasebook *phrases_book(const struct phrases *phrases,
				      const char *language)
{
	char primary[LANGUAGE_SIZE];

	language_primary(language, primary);
	if (!*primary || !phrases->count)
		return NULL;
	return bsearch(primary, phrases->books, phrases->count,
		       sizeof(*phrases->books), compare_language);
}

bool phrases_speak(const struct phrases *phrases, const char *language)
{
	return phrases_book(phrases, language);
}

void phrasebook_add(const struct phrasebook *book, enum moment moment, int hour,
		    const char *address, struct str *out)
{
	enum who who = address ? WHO_NAMED : WHO_ALONE;
	const char *text = book->say[moment][who][hour];
	const char *gap = address ? strstr(text, PHRASE_ADDRESS) : NULL;

	if (!gap) {
		str_add(out, text);
		return;
	}
	str_add_n(out, text, (size_t)(gap - text));
	str_add(out, address);
	str_add(out, gap + strlen(PHRASE_ADDRESS));
}

const char *const *phrases_choices(const struct phrases *phrases,
				   enum honorific_kind kind, const char *of,
				   size_t *count)
{
	const struct honorifics *honorifics = &phrases->honorifics;

	*count = 0;
	for (size_t i = 0; of && i < honorifics->choice_count; i++) {
		const struct honorific_choices *choices =
		    &honorifics->choices[i];

		if (choices->kind == kind && !strcmp(choices->of, of)) {
			*count = choices->count;
			return choices->written;
		}
	}
	return NULL;
}
