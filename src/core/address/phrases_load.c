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

void sentence_release(struct sentence *sentence)
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
		sentence_release(&sentence);
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

/* word NULL: every language. */
static bool load_books(const char *data_dir, const char *word,
		       struct phrases *phrases, struct str *faults,
		       struct error *err)
{
	struct table table;

	if (!table_load_rows(data_dir, "cues/greetings.tsv", word, &table,
			     faults, err))
		return false;
	for (size_t i = 0; i < table.count; i++)
		if (!add_row(phrases, &table, i, err))
			table_pass_over(faults, err);
	phrases->english = book_for(phrases, "en");
	phrases_fill(phrases, table.path, faults);
	table_release(&table);
	return true;
}

static void release_phrases(struct phrases *phrases)
{
	for (size_t i = 0; i < phrases->count; i++) {
		struct phrasebook *book = &phrases->books[i];

		for (size_t j = 0; j < book->count; j++)
			sentence_release(&book->sentences[j]);
		free(book->sentences);
	}
	free(phrases->books);
	free(phrases->tags);
	honorifics_release(&phrases->honorifics);
}

bool phrases_load_greetings(const char *data_dir, struct phrases **out,
			    struct str *faults, struct error *err)
{
	struct phrases *phrases = mem_new(1, sizeof(*phrases));

	*out = NULL;
	if (!load_books(data_dir, "en", phrases, faults, err)) {
		phrases_free(phrases);
		return false;
	}
	languages_name(phrases);
	*out = phrases;
	return true;
}

bool phrases_load_rest(const char *data_dir, struct phrases *phrases,
		       struct str *faults, struct error *err)
{
	struct phrases whole = {.is_whole = true};

	if (phrases->is_whole)
		return true;
	if (!load_books(data_dir, NULL, &whole, faults, err) ||
	    !languages_load(data_dir, &whole, faults, err) ||
	    !honorifics_load(data_dir, &whole.honorifics, faults, err)) {
		release_phrases(&whole);
		return false;
	}
	release_phrases(phrases);
	*phrases = whole;
	return true;
}

bool phrases_load(const char *data_dir, struct phrases **out,
		  struct str *faults, struct error *err)
{
	*out = mem_new(1, sizeof(**out));
	if (phrases_load_rest(data_dir, *out, faults, err))
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
