/*
 * phrases_load.c - reads the sentences of data/cues/greetings.tsv
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/table.h"
#include "phrases.h"

static const char *const moments[] = {"greet", "close", "ask", "telephone"};
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

static bool parse_hours(const struct table *table, size_t row, int *from,
			int *to, struct error *err)
{
	const char *text = table_text(table, row, "hours");
	char rest;

	*from = 0;
	*to = HOURS;
	if (!text)
		return true;
	if (strspn(text, "0123456789-") != strlen(text) || strlen(text) > 5 ||
	    sscanf(text, "%2d-%2d%c", from, to, &rest) != 2 || *from < 0 ||
	    *from >= *to || *to > HOURS)
		return table_wrong(table, row, err,
				   _("the hours must be like 12-18, or -"));
	return true;
}

/* Takes the place out of a copy; false where it stands there again. */
static bool take_place(char *text, const char *place)
{
	char *at = strstr(text, place);

	if (at)
		memset(at, ' ', strlen(place));
	return !strstr(text, place);
}

/* Nobody is named yet but the city and the clerk, each once. */
static bool check_call(const struct table *table, size_t row, const char *text,
		       int who, struct error *err)
{
	char *rest = mem_copy(text);
	bool is_good = who == WHO_ALONE && take_place(rest, PHRASE_CITY) &&
		       take_place(rest, PHRASE_STAFF) && !strpbrk(rest, "{}");

	free(rest);
	return is_good || table_wrong(table, row, err,
				      _("a call is answered alone, with one "
					"%s and one %s at most"),
				      PHRASE_CITY, PHRASE_STAFF);
}

/* The name has one place in a sentence that is for a name, and none else. */
static bool check_text(const struct table *table, size_t row, int moment,
		       int who, struct error *err)
{
	const char *text = table_text(table, row, "text");
	const char *gap;

	if (!text)
		return table_wrong(table, row, err, _("the text is missing"));
	if (moment == MOMENT_TELEPHONE)
		return check_call(table, row, text, who, err);
	gap = strstr(text, PHRASE_ADDRESS);
	if (who == WHO_NAMED && (!gap || strpbrk(gap + 1, "{") ||
				 memchr(text, '{', (size_t)(gap - text))))
		return table_wrong(table, row, err, _("the text needs one %s"),
				   PHRASE_ADDRESS);
	if (who == WHO_ALONE && strpbrk(text, "{}"))
		return table_wrong(table, row, err,
				   _("a text said alone has no braces"));
	return true;
}

static int find_word(const char *word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (str_same(word, words[i]))
			return (int)i;
	}
	return -1;
}

static bool add_text(const struct table *table, size_t row,
		     struct phrasebook *book, int moment, int who,
		     struct error *err)
{
	char *text;
	int from, to;

	if (!parse_hours(table, row, &from, &to, err) ||
	    !check_text(table, row, moment, who, err))
		return false;
	book->texts =
	    mem_resize(book->texts, book->text_count + 1, sizeof(*book->texts));
	text = mem_copy(table_text(table, row, "text"));
	book->texts[book->text_count++] = text;
	for (int hour = from; hour < to; hour++) {
		if (book->say[moment][who][hour])
			return table_wrong(table, row, err,
					   _("there is another text for "
					     "%d:00"),
					   hour);
		book->say[moment][who][hour] = text;
	}
	return true;
}

static bool add_row(struct phrases *phrases, const struct table *table,
		    size_t row, struct error *err)
{
	const char *tag = table_text(table, row, "language");
	int moment = find_word(table_text(table, row, "moment"), moments,
			       MEM_COUNT(moments));
	int who =
	    find_word(table_text(table, row, "who"), whos, MEM_COUNT(whos));
	char language[LANGUAGE_SIZE];

	language_primary(tag, language);
	if (!tag || !*language || !str_same(language, tag))
		return table_wrong(table, row, err,
				   _("\"%s\" is no language like en"),
				   tag ? tag : "-");
	if (moment < 0)
		return table_wrong(table, row, err,
				   _("the moment is greet, close, ask or "
				     "telephone"));
	if (who < 0)
		return table_wrong(table, row, err, _("who is named or alone"));
	return add_text(table, row, book_for(phrases, language), moment, who,
			err);
}

/* No hour and no moment may leave the clerk without words. */
static bool check_book(const struct phrasebook *book, const char *path,
		       struct error *err)
{
	for (int moment = 0; moment < MOMENT_COUNT; moment++) {
		for (int who = 0; who < WHO_COUNT; who++) {
			if (moment == MOMENT_TELEPHONE ||
			    (moment == MOMENT_ASK && who == WHO_NAMED))
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

static bool check_books(const struct phrases *phrases, const char *path,
			struct error *err)
{
	for (size_t i = 0; i < phrases->count; i++) {
		if (!check_book(&phrases->books[i], path, err))
			return false;
	}
	if (!phrases_speak(phrases, "en"))
		return error_set(err, ERROR_INVALID, "",
				 _("%s: there is no English (en)"), path);
	return true;
}

static bool load_books(const char *data_dir, struct phrases *phrases,
		       struct error *err)
{
	struct table table;
	bool ok = true;

	if (!table_load(data_dir, "cues/greetings.tsv", &table, err))
		return false;
	for (size_t i = 0; ok && i < table.count; i++)
		ok = add_row(phrases, &table, i, err);
	if (phrases->count)
		qsort(phrases->books, phrases->count, sizeof(*phrases->books),
		      compare_books);
	ok = ok && check_books(phrases, table.path, err);
	table_release(&table);
	return ok;
}

bool phrases_load_greetings(const char *data_dir, struct phrases **out,
			    struct error *err)
{
	struct phrases *phrases = mem_new(1, sizeof(*phrases));

	*out = NULL;
	if (!load_books(data_dir, phrases, err)) {
		phrases_free(phrases);
		return false;
	}
	*out = phrases;
	return true;
}

bool phrases_load_titles(const char *data_dir, struct phrases *phrases,
			 struct error *err)
{
	if (phrases->has_titles)
		return true;
	phrases->has_titles =
	    honorifics_load(data_dir, &phrases->honorifics, err);
	if (phrases->has_titles)
		return true;
	honorifics_release(&phrases->honorifics);
	phrases->honorifics = (struct honorifics){0};
	return false;
}

bool phrases_load(const char *data_dir, struct phrases **out, struct error *err)
{
	if (!phrases_load_greetings(data_dir, out, err))
		return false;
	if (phrases_load_titles(data_dir, *out, err))
		return true;
	phrases_free(*out);
	*out = NULL;
	return false;
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
