/*
 * phrases.c - finding a sentence, and putting the name into it
 */
#include "phrases.h"

#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"

static char lower(char c)
{
	if (c == '_')
		return '-';
	return str_lower(c);
}

static bool is_letter(char c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}

/* Letters, then subtags of letters and digits. */
static bool is_tag(const char *tag)
{
	size_t len = 0;

	while (tag && is_letter(tag[len]))
		len++;
	if (len < 2 || len > 8)
		return false;
	for (; tag[len]; len++) {
		bool is_digit = tag[len] >= '0' && tag[len] <= '9';

		if (!is_letter(tag[len]) && !is_digit && lower(tag[len]) != '-')
			return false;
	}
	return true;
}

void language_primary(const char *tag, char out[LANGUAGE_SIZE])
{
	size_t len = 0;

	for (; is_tag(tag) && is_letter(tag[len]); len++)
		out[len] = lower(tag[len]);
	out[len] = '\0';
}

/* The length of known where tag begins with its subtags, else 0. */
static size_t begins_with(const char *tag, const char *known)
{
	size_t len = 0;

	for (; known[len]; len++) {
		if (lower(tag[len]) != lower(known[len]))
			return 0;
	}
	return !tag[len] || lower(tag[len]) == '-' ? len : 0;
}

const struct phrasebook *phrases_book(const struct phrases *phrases,
				      const char *language)
{
	const struct phrasebook *book = NULL;
	size_t longest = 0;

	if (!is_tag(language))
		return NULL;
	for (size_t i = 0; i < phrases->tag_count; i++) {
		size_t len = begins_with(language, phrases->tags[i].tag);

		if (len <= longest)
			continue;
		longest = len;
		book = phrases->tags[i].book;
	}
	return book;
}

bool phrases_need_book(const struct phrases *phrases, const char *language,
		       const struct phrasebook **out, struct error *err)
{
	struct str known = STR_INIT;

	*out = phrases_book(phrases, language);
	if (*out)
		return true;
	for (size_t i = 0; i < phrases->count; i++)
		str_addf(&known, "%s%s", i ? ", " : "",
			 phrases->books[i].language);
	error_set(err, ERROR_INVALID, "language",
		  _("there are no greetings in \"%.40s\"; the languages are "
		    "%s"),
		  language ? language : "", str_text(&known));
	str_release(&known);
	return false;
}

const char *phrases_language(const struct phrases *phrases,
			     const char *language)
{
	const struct phrasebook *book = phrases_book(phrases, language);

	return book ? book->language : NULL;
}

bool phrases_speak(const struct phrases *phrases, const char *language)
{
	return phrases_book(phrases, language);
}

bool sentence_covers(const struct sentence *sentence, int minute)
{
	if (sentence->from < sentence->to)
		return minute >= sentence->from && minute < sentence->to;
	return minute >= sentence->from || minute < sentence->to;
}

const struct sentence *phrasebook_find(const struct phrasebook *book,
				       enum moment moment, enum who who,
				       int minute)
{
	for (size_t i = 0; i < book->count; i++) {
		const struct sentence *sentence = &book->sentences[i];

		if (sentence->moment == moment && sentence->who == who &&
		    sentence_covers(sentence, minute))
			return sentence;
	}
	return NULL;
}

void phrase_add(const char *text, const char *address, struct str *out)
{
	const char *gap = address ? strstr(text, PHRASE_ADDRESS) : NULL;

	if (!gap) {
		str_add(out, text);
		return;
	}
	str_add_n(out, text, (size_t)(gap - text));
	str_add(out, address);
	str_add(out, gap + strlen(PHRASE_ADDRESS));
}

void phrasebook_add(const struct phrasebook *book, enum moment moment,
		    int minute, const char *address, struct str *out)
{
	const struct sentence *sentence = phrasebook_find(
	    book, moment, address ? WHO_NAMED : WHO_ALONE, minute);

	phrase_add(sentence->text, address, out);
}

const char *phrasebook_between(const struct phrasebook *book, size_t *len)
{
	const struct sentence *several =
	    phrasebook_find(book, MOMENT_SEVERAL, WHO_ALONE, 0);
	const size_t place = strlen(PHRASE_ADDRESS);

	*len = 2;
	if (!several)
		return ", ";
	*len = strlen(several->text) - 2 * place;
	return several->text + place;
}

static const struct honorific_choices *
find_choices(const struct honorifics *honorifics, enum honorific_kind kind,
	     const char *of)
{
	for (size_t i = 0; i < honorifics->choice_count; i++) {
		const struct honorific_choices *choices =
		    &honorifics->choices[i];

		if (choices->kind == kind && !strcmp(choices->of, of))
			return choices;
	}
	return NULL;
}

const char *const *phrases_choices(const struct phrases *phrases,
				   enum honorific_kind kind, const char *of,
				   size_t *count)
{
	const struct phrasebook *book = phrases_book(phrases, of);
	const struct honorific_choices *choices = NULL;

	/* The files have "fil" and "zh"; a record may have "tl" or "zh-TW". */
	if (kind != HONORIFIC_RANK && book)
		of = book->primary;
	if (of)
		choices = find_choices(&phrases->honorifics, kind, of);
	*count = choices ? choices->count : 0;
	return choices ? choices->written : NULL;
}
