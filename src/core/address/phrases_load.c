/*
 * phrases_load.c - reads the sentences of data/cues/greetings.tsv
 */
#include "phrases_load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "spoken.h"

static struct phrasebook *book_for(struct phrases *phrases,
				   const char *language)
{
	struct phrasebook *book;

	for (size_t i = 0; i < phrases->count; i++) {
		if (!strcmp(phrases->books[i].language, language))
			return &phrases->books[i];
	}
	phrases->books = mem_resize(phrases->books, phrases->count + 1,
				    sizeof(*phrases->books));
	book = &phrases->books[phrases->count++];
	*book =
	    (struct phrasebook){.needs_review = strcmp(language, "en") != 0};
	snprintf(book->language, sizeof(book->language), "%s", language);
	language_primary(language, book->primary);
	return book;
}

static bool is_apart(const struct sentence *a, const struct sentence *b)
{
	return a->moment != b->moment || a->who != b->who ||
	       (!sentence_covers(a, b->from) && !sentence_covers(b, a->from));
}

static void release(struct sentence *sentence)
{
	free(sentence->text);
	free(sentence->sounded);
}

static bool add_row(struct phrases *phrases, const struct table *table,
		    size_t row, struct error *err)
{
	const char *tag = table_text(table, row, "language");
	struct phrasebook *book;
	struct sentence sentence;
	char primary[LANGUAGE_SIZE];

	language_primary(tag, primary);
	if (!tag || !*primary || strlen(tag) >= LANGUAGE_SIZE ||
	    strncmp(tag, primary, strlen(primary)) != 0)
		return table_wrong(table, row, err,
				   _("\"%s\" is no language like en"),
				   tag ? tag : "-");
	if (!sentence_load(table, row, &sentence, err))
		return false;
	book = book_for(phrases, tag);
	for (size_t i = 0; i < book->count; i++) {
		if (is_apart(&book->sentences[i], &sentence))
			continue;
		release(&sentence);
		return table_wrong(table, row, err,
				   _("there is another text for these hours"));
	}
	book->sentences = mem_resize(book->sentences, book->count + 1,
				     sizeof(*book->sentences));
	book->sentences[book->count++] = sentence;
	/* {address} is Latin in any language: the greeting is not, alone. */
	if (sentence.moment == MOMENT_GREET && sentence.who == WHO_ALONE)
		book->is_latin = spoken_is_latin(sentence.text);
	return true;
}

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

/* No hour and no moment may leave the clerk without words. */
static bool check_book(const struct phrasebook *book, const char *path,
		       struct error *err)
{
	for (int i = 0; i < MOMENT_COUNT * WHO_COUNT; i++) {
		enum moment moment = (enum moment)(i / WHO_COUNT);
		enum who who = (enum who)(i % WHO_COUNT);
		int minute = may_lack(book, moment, who)
				 ? -1
				 : find_silence(book, moment, who);

		if (minute >= 0)
			return error_set(err, ERROR_INVALID, "",
					 _("%s: %s has no text for %s, %s, at "
					   "%d:%02d; add the line"),
					 path, book->language,
					 moment_names[moment], who_names[who],
					 minute / 60, minute % 60);
	}
	return true;
}

static bool check_books(struct phrases *phrases, const char *path,
			struct error *err)
{
	for (size_t i = 0; i < phrases->count; i++) {
		if (!check_book(&phrases->books[i], path, err))
			return false;
		if (!strcmp(phrases->books[i].language, "en"))
			phrases->english = &phrases->books[i];
	}
	if (!phrases->english)
		return error_set(err, ERROR_INVALID, "",
				 _("%s: there is no English (en)"), path);
	return true;
}

/* word NULL: every language. */
static bool load_books(const char *data_dir, const char *word,
		       struct phrases *phrases, struct error *err)
{
	struct table table;
	bool ok = true;

	if (!table_load_of(data_dir, "cues/greetings.tsv", word, &table, err))
		return false;
	for (size_t i = 0; ok && i < table.count; i++)
		ok = add_row(phrases, &table, i, err);
	ok = ok && check_books(phrases, table.path, err);
	table_release(&table);
	return ok;
}

static void release_phrases(struct phrases *phrases)
{
	for (size_t i = 0; i < phrases->count; i++) {
		struct phrasebook *book = &phrases->books[i];

		for (size_t j = 0; j < book->count; j++)
			release(&book->sentences[j]);
		free(book->sentences);
	}
	free(phrases->books);
	free(phrases->tags);
	honorifics_release(&phrases->honorifics);
}

bool phrases_load_greetings(const char *data_dir, struct phrases **out,
			    struct error *err)
{
	struct phrases *phrases = mem_new(1, sizeof(*phrases));

	*out = NULL;
	if (!load_books(data_dir, "en", phrases, err)) {
		phrases_free(phrases);
		return false;
	}
	languages_name(phrases);
	*out = phrases;
	return true;
}

bool phrases_load_rest(const char *data_dir, struct phrases *phrases,
		       struct error *err)
{
	struct phrases whole = {.is_whole = true};

	if (phrases->is_whole)
		return true;
	if (!load_books(data_dir, NULL, &whole, err) ||
	    !languages_load(data_dir, &whole, err) ||
	    !honorifics_load(data_dir, &whole.honorifics, err)) {
		release_phrases(&whole);
		return false;
	}
	release_phrases(phrases);
	*phrases = whole;
	return true;
}

bool phrases_load(const char *data_dir, struct phrases **out, struct error *err)
{
	*out = mem_new(1, sizeof(**out));
	if (phrases_load_rest(data_dir, *out, err))
		return true;
	phrases_free(*out);
	*out = NULL;
	return false;
}

void phrases_free(struct phrases *phrases)
{
	if (!phrases)
		return;
	release_phrases(phrases);
	free(phrases);
}
