/*
 * phrases_load.c - reads the sentences of data/cues/greetings.tsv
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "phrases.h"
#include "tsv.h"

enum column {
	COLUMN_LANGUAGE,
	COLUMN_MOMENT,
	COLUMN_HOURS,
	COLUMN_WHO,
	COLUMN_TEXT,
	COLUMN_COUNT,
};

static const char *const moments[] = {"greet", "close", "ask"};
static const char *const whos[] = {"alone", "named"};

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
	*book = (struct phrasebook){0};
	snprintf(book->language, sizeof(book->language), "%s", language);
	return book;
}

static bool parse_hours(const struct tsv_row *row, int *from, int *to,
			struct error *err)
{
	const char *text = row->fields[COLUMN_HOURS];
	char rest;

	*from = 0;
	*to = HOURS;
	if (!strcmp(text, "-"))
		return true;
	if (strspn(text, "0123456789-") != strlen(text) || strlen(text) > 5 ||
	    sscanf(text, "%2d-%2d%c", from, to, &rest) != 2 || *from < 0 ||
	    *from >= *to || *to > HOURS)
		return tsv_wrong(row, err,
				 _("the hours must be like 12-18, or -"));
	return true;
}

/* The name has one place in a sentence that is for a name, and none else. */
static bool check_text(const struct tsv_row *row, enum who who,
		       struct error *err)
{
	const char *text = row->fields[COLUMN_TEXT];
	const char *gap = strstr(text, PHRASE_ADDRESS);

	if (who == WHO_NAMED && (!gap || strpbrk(gap + 1, "{") ||
				 memchr(text, '{', (size_t)(gap - text))))
		return tsv_wrong(row, err, _("the text needs one %s"),
				 PHRASE_ADDRESS);
	if (who == WHO_ALONE && strpbrk(text, "{}"))
		return tsv_wrong(row, err,
				 _("a text said alone has no braces"));
	return true;
}

static int find_word(const char *word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!strcmp(word, words[i]))
			return (int)i;
	}
	return -1;
}

static bool add_row(const struct tsv_row *row, void *state, struct error *err)
{
	int moment =
	    find_word(row->fields[COLUMN_MOMENT], moments, MEM_COUNT(moments));
	int who = find_word(row->fields[COLUMN_WHO], whos, MEM_COUNT(whos));
	char language[LANGUAGE_SIZE];
	struct phrasebook *book;
	char *text;
	int from, to;

	language_primary(row->fields[COLUMN_LANGUAGE], language);
	if (strcmp(language, row->fields[COLUMN_LANGUAGE]))
		return tsv_wrong(row, err, _("\"%s\" is no language like en"),
				 row->fields[COLUMN_LANGUAGE]);
	if (moment < 0)
		return tsv_wrong(row, err,
				 _("the moment is greet, close or ask"));
	if (who < 0)
		return tsv_wrong(row, err, _("who is named or alone"));
	if (!parse_hours(row, &from, &to, err) ||
	    !check_text(row, (enum who)who, err))
		return false;
	book = book_for(state, language);
	book->texts =
	    mem_resize(book->texts, book->text_count + 1, sizeof(*book->texts));
	text = mem_copy(row->fields[COLUMN_TEXT]);
	book->texts[book->text_count++] = text;
	for (int hour = from; hour < to; hour++) {
		if (book->say[moment][who][hour])
			return tsv_wrong(row, err,
					 _("there is another text for %d:00"),
					 hour);
		book->say[moment][who][hour] = text;
	}
	return true;
}

/* No hour and no moment may leave the clerk without words. */
static bool check_book(const struct phrasebook *book, const char *path,
		       struct error *err)
{
	for (int moment = 0; moment < MOMENT_COUNT; moment++) {
		for (int who = 0; who < WHO_COUNT; who++) {
			if (moment == MOMENT_ASK && who == WHO_NAMED)
				continue;
			for (int hour = 0; hour < HOURS; hour++) {
				if (book->say[moment][who][hour])
					continue;
				return error_set(
				    err, ERROR_INVALID, "",
				    _("%s: %s has no text for %s, %s, at "
				      "%d:00; add the line"),
				    path, book->language, moments[moment],
				    whos[who], hour);
			}
		}
	}
	return true;
}

static int compare_books(const void *a, const void *b)
{
	const struct phrasebook *left = a, *right = b;

	return strcmp(left->language, right->language);
}

static bool load_books(const char *path, struct phrases *phrases,
		       struct error *err)
{
	if (!tsv_read(path, COLUMN_COUNT, add_row, phrases, err))
		return false;
	for (size_t i = 0; i < phrases->count; i++) {
		if (!check_book(&phrases->books[i], path, err))
			return false;
	}
	if (phrases->count)
		qsort(phrases->books, phrases->count, sizeof(*phrases->books),
		      compare_books);
	if (!phrases_speak(phrases, "en"))
		return error_set(err, ERROR_INVALID, "",
				 _("%s: there is no English (en)"), path);
	return true;
}

bool phrases_load(const char *data_dir, struct phrases **out, struct error *err)
{
	struct phrases *phrases = mem_new(1, sizeof(*phrases));
	struct str path = STR_INIT;
	bool ok;

	*out = NULL;
	str_addf(&path, "%s/cues/greetings.tsv", data_dir);
	ok = load_books(str_text(&path), phrases, err);
	str_clear(&path);
	str_addf(&path, "%s/titles", data_dir);
	ok = ok && honorifics_load(str_text(&path), &phrases->honorifics, err);
	str_release(&path);
	if (!ok) {
		phrases_free(phrases);
		return false;
	}
	*out = phrases;
	return true;
}

void phrases_free(struct phrases *phrases)
{
	if (!phrases)
		return;
	for (size_t i = 0; i < phrases->count; i++) {
		struct phrasebook *book = &phrases->books[i];

		for (size_t j = 0; j < book->text_count; j++)
			free(book->texts[j]);
		free(book->texts);
	}
	free(phrases->books);
	honorifics_release(&phrases->honorifics);
	free(phrases);
}
