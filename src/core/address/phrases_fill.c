/*
 * phrases_fill.c - no hour and no moment may leave the clerk without words
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "phrases_load.h"

/* What English says at any hour where the file does not. */
static const struct {
	enum moment moment;
	enum who who;
	const char *text;
} plain[] = {
    {MOMENT_GREET, WHO_NAMED, "Hello, " PHRASE_ADDRESS "."},
    {MOMENT_GREET, WHO_ALONE, "Hello."},
    {MOMENT_CLOSE, WHO_NAMED, "Thank you, " PHRASE_ADDRESS "."},
    {MOMENT_CLOSE, WHO_ALONE, "Thank you."},
    {MOMENT_ASK, WHO_ALONE, "How would you like me to address you?"},
};

static bool has_sentence(const struct phrasebook *book, enum moment moment)
{
	for (size_t i = 0; i < book->count; i++) {
		if (book->sentences[i].moment == moment)
			return true;
	}
	return false;
}

/* What is not asked at all in a language is asked in English. */
static bool may_lack(const struct phrasebook *book, enum moment moment,
		     enum who who)
{
	return moment == MOMENT_TELEPHONE || moment == MOMENT_SEVERAL ||
	       (moment == MOMENT_ASK &&
		(who == WHO_NAMED || (strcmp(book->language, "en") != 0 &&
				      !has_sentence(book, moment))));
}

/* The first minute without words; -1 where there is none. */
static int find_silence(const struct phrasebook *book, enum moment moment,
			enum who who)
{
	int covered = 0;

	for (size_t i = 0; i < book->count; i++) {
		const struct sentence *sentence = &book->sentences[i];
		int length = sentence->to - sentence->from;

		if (sentence->moment == moment && sentence->who == who)
			covered += length > 0 ? length : length + DAY_MINUTES;
	}
	for (int minute = 0; covered < DAY_MINUTES; minute++) {
		if (!phrasebook_find(book, moment, who, minute))
			return minute;
	}
	return -1;
}

/* The first moment and minute that it is silent at; false where there is none.
 */
static bool find_gap(const struct phrasebook *book, enum moment *moment,
		     enum who *who, int *minute)
{
	for (int i = 0; i < MOMENT_COUNT * WHO_COUNT; i++) {
		*moment = (enum moment)(i / WHO_COUNT);
		*who = (enum who)(i % WHO_COUNT);
		if (may_lack(book, *moment, *who))
			continue;
		*minute = find_silence(book, *moment, *who);
		if (*minute >= 0)
			return true;
	}
	return false;
}

/* Behind what the file has: found only where that has nothing. */
static void add_plain(struct phrasebook *book, enum moment moment, enum who who)
{
	for (size_t i = 0; i < MEM_COUNT(plain); i++) {
		if (plain[i].moment != moment || plain[i].who != who)
			continue;
		book->sentences = mem_resize(book->sentences, book->count + 1,
					     sizeof(*book->sentences));
		book->sentences[book->count++] =
		    (struct sentence){.moment = moment,
				      .who = who,
				      .to = DAY_MINUTES,
				      .text = mem_copy(plain[i].text)};
	}
}

static void drop(struct phrasebook *book)
{
	for (size_t i = 0; i < book->count; i++)
		sentence_release(&book->sentences[i]);
	free(book->sentences);
	book->sentences = NULL;
	book->count = 0;
}

static void fill_english(struct phrasebook *book)
{
	enum moment moment;
	enum who who;
	int minute;

	book->is_latin = true;
	while (find_gap(book, &moment, &who, &minute))
		add_plain(book, moment, who);
}

static void fill(struct phrasebook *book, bool is_english, const char *path,
		 struct str *faults)
{
	enum moment moment;
	enum who who;
	int minute;

	if (!find_gap(book, &moment, &who, &minute))
		return;
	str_addf(faults,
		 is_english ? _("%s: %s has no text for %s, %s, at %d:%02d; "
				"add the line")
			    : _("%s: %s has no text for %s, %s, at %d:%02d and "
				"is greeted in English; add the line"),
		 path, book->language, moment_names[moment], who_names[who],
		 minute / 60, minute % 60);
	str_add_char(faults, '\n');
	if (is_english)
		fill_english(book);
	else
		drop(book);
}

void phrases_fill(struct phrases *phrases, const char *path, struct str *faults)
{
	for (size_t i = 0; i < phrases->count; i++) {
		struct phrasebook *book = &phrases->books[i];

		fill(book, book == phrases->english, path, faults);
	}
}
