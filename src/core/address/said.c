/*
 * said.c - choosing the one honorific that is said
 */
#include "said.h"

#include <string.h>

#include "frontdesk/base/mem.h"
#include "spoken.h"

/* The language of a word that is in no file: the greeting's, where it may be
 * written in these letters. */
static const char *language_of(const struct said *said,
			       const struct phrasebook *book)
{
	if (said->row && said->row->kind != HONORIFIC_RANK && *said->row->of)
		return said->row->of;
	if (said->row || (spoken_is_latin(said->text) && !book->is_latin))
		return "en";
	return book->primary;
}

/* The language or service that a word of the kind is looked for in. */
static const char *of_kind(const struct choice *choice,
			   enum honorific_kind kind)
{
	return kind == HONORIFIC_RANK ? choice->request->name->service
				      : choice->greeting->primary;
}

/* The row of the language or service, else of the name's, else of any. */
static struct honorific_found find_recorded(const struct choice *choice,
					    enum honorific_kind kind,
					    const char *of,
					    const char *recorded)
{
	char own[LANGUAGE_SIZE];
	struct honorific_found found = said_find(choice, kind, of, recorded),
			       other;

	if (kind == HONORIFIC_RANK || !found.row || !strcmp(found.row->of, of))
		return found;
	language_primary(choice->name_locale, own);
	if (!*own)
		return found;
	other = said_find(choice, kind, own, recorded);
	return other.row && !strcmp(other.row->of, own) ? other : found;
}

/* A rank of another service is said as it is written out: which grades that
 * service has in common under one word is no rule of this one. */
static const char *text_of(const struct choice *choice,
			   const struct honorific_found *found,
			   const char *recorded)
{
	const char *service = choice->request->name->service;
	const struct honorific *row = found->row;

	if (!row)
		return recorded;
	if (row->kind == HONORIFIC_RANK && service && *row->of &&
	    strcmp(row->of, service) != 0)
		return row->written;
	if (row->spoken)
		return row->spoken;
	return found->is_whole ? recorded : row->written;
}

/* Of a rank and an office, the rank is what somebody retired from. */
static bool is_gone(const struct choice *choice, enum honorific_kind kind,
		    const struct honorific_found *found)
{
	const struct person_name *name = choice->request->name;

	if (kind != HONORIFIC_OFFICE)
		return false;
	if (found->row && found->row->is_kept)
		return false;
	return found->is_former ||
	       (found->row && name->retired && !name->rank && !name->chaplain);
}

/* The word as it is said; false where it is not. */
static bool choose(const struct choice *choice, enum honorific_kind kind,
		   const char *of, const char *recorded, struct said *out)
{
	struct honorific_found found;

	if (!recorded)
		return false;
	found = find_recorded(choice, kind, of, recorded);
	*out = (struct said){.text = text_of(choice, &found, recorded),
			     .is_title = kind == HONORIFIC_TITLE,
			     .row = found.row};
	out->language = language_of(out, choice->book);
	return !(found.row && found.row->is_silent) &&
	       !is_gone(choice, kind, &found) &&
	       !said_is_refused(choice, kind, of, out, recorded);
}

/* The next of several words, which need not end; NULL where there is none. */
static const char *next_word(const char *text, char word[HONORIFIC_KEY_SIZE])
{
	size_t len;

	text += strspn(text, " ");
	len = strcspn(text, " ");
	if (len == 0 || len >= HONORIFIC_KEY_SIZE)
		return NULL;
	memcpy(word, text, len);
	word[len] = '\0';
	return text + len;
}

/* "Mr. Dr.": whether there are several words, each a title of the language. */
static bool is_all_titles(const struct choice *choice, const char *of,
			  const char *title)
{
	char word[HONORIFIC_KEY_SIZE];
	size_t count = 0;

	while ((title = next_word(title, word)) != NULL) {
		const struct honorific *row =
		    said_find(choice, HONORIFIC_TITLE, of, word).row;

		if (!row || strcmp(row->of, of) != 0)
			return false;
		count++;
	}
	return count > 1;
}

/* Of several titles in one: the language that all are of, or NULL. */
static const char *language_of_all(const struct choice *choice,
				   const char *title)
{
	const char *of = of_kind(choice, HONORIFIC_TITLE);
	char word[HONORIFIC_KEY_SIZE];
	const struct honorific *first;

	if (is_all_titles(choice, of, title))
		return of;
	if (!next_word(title, word))
		return NULL;
	first = said_find(choice, HONORIFIC_TITLE, NULL, word).row;
	return first && is_all_titles(choice, first->of, title) ? first->of
								: NULL;
}

/* The highest of them that is said; false where none is. */
static bool choose_highest(const struct choice *choice, const char *of,
			   const char *title, struct said *out)
{
	char word[HONORIFIC_KEY_SIZE];
	struct said said;

	*out = (struct said){0};
	while ((title = next_word(title, word)) != NULL) {
		if (!choose(choice, HONORIFIC_TITLE, of, word, &said) ||
		    (out->row && out->row->height >= said.row->height))
			continue;
		*out = said;
		if (said.text == word)
			out->text = said.row->written;
	}
	return out->row;
}

/* A rank or an office that stands where the title should. */
static enum honorific_kind kind_of_title(const struct choice *choice,
					 const char *title)
{
	static const enum honorific_kind kinds[] = {HONORIFIC_RANK,
						    HONORIFIC_OFFICE};

	for (size_t i = 0; i < MEM_COUNT(kinds); i++) {
		const struct honorific *row =
		    said_find(choice, kinds[i], of_kind(choice, kinds[i]),
			      title)
			.row;

		if (row && !row->is_silent)
			return kinds[i];
	}
	return HONORIFIC_TITLE;
}

static bool choose_title(const struct choice *choice, struct said *out)
{
	const char *title = choice->request->name->title;
	const char *of = of_kind(choice, HONORIFIC_TITLE);
	const char *of_all;
	enum honorific_kind kind;

	if (!title)
		return false;
	if (said_find(choice, HONORIFIC_TITLE, of, title).row)
		return choose(choice, HONORIFIC_TITLE, of, title, out);
	of_all = language_of_all(choice, title);
	if (of_all)
		return choose_highest(choice, of_all, title, out);
	kind = kind_of_title(choice, title);
	return choose(choice, kind, of_kind(choice, kind), title, out);
}

void said_choose(const struct choice *choice, struct said *out)
{
	const struct person_name *name = choice->request->name;
	const char *rank = name->chaplain ? "Chaplain" : name->rank;

	if (choose(choice, HONORIFIC_OFFICE, of_kind(choice, HONORIFIC_OFFICE),
		   name->office, out) ||
	    choose(choice, HONORIFIC_RANK, name->service, rank, out) ||
	    choose_title(choice, out))
		return;
	*out = (struct said){0};
}

bool said_offered(const struct choice *choice, const char *language,
		  struct said *out)
{
	const struct honorific *row =
	    honorific_offered(&choice->phrases->honorifics, language);

	if (!row)
		return false;
	*out = (struct said){.text = row->written,
			     .is_title = true,
			     .row = row,
			     .language = row->of};
	return !said_is_refused(choice, HONORIFIC_TITLE, language, out,
				row->written);
}

static enum honorific_place place_of(const struct said *said)
{
	return said->row ? said->row->place : PLACE_BEFORE;
}

void said_add_before(const struct said *said, struct str *out)
{
	enum honorific_place place = place_of(said);

	if (place == PLACE_BEFORE || place == PLACE_PREFIX)
		str_add(out, said->text);
	if (place == PLACE_BEFORE)
		str_add_char(out, ' ');
}

void said_add_after(const struct said *said, struct str *out)
{
	enum honorific_place place = place_of(said);

	if (place == PLACE_AFTER)
		str_add_char(out, ' ');
	if (place == PLACE_AFTER || place == PLACE_JOINED)
		str_add(out, said->text);
}
