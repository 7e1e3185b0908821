/*
 * ladder.c - asked for, first name, honorific, full name, nothing
 */
#include "ladder.h"

#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/name_format.h"
#include "said.h"
#include "spoken.h"

/* In these a bare first name is rude, even one that was offered. */
static bool keeps_honorific(const char *language)
{
	static const char *const languages[] = {"ja", "ko", "th", "vi"};

	for (size_t i = 0; i < MEM_COUNT(languages); i++) {
		if (!strcmp(language, languages[i]))
			return true;
	}
	return false;
}

/* Whichever of the greeting, the word and the name is of such a language. */
static void add_first_name(const struct person_name *name, const char *first,
			   const struct said *said,
			   const struct phrasebook *book, struct str *out)
{
	char own[LANGUAGE_SIZE];
	bool is_kept = false;

	if (said->text) {
		language_primary(name->name_locale, own);
		is_kept = keeps_honorific(book->primary) ||
			  keeps_honorific(said->language) ||
			  keeps_honorific(own);
	}
	if (is_kept)
		said_add_before(said, out);
	str_add(out, first);
	if (is_kept)
		said_add_after(said, out);
}

/* As the patterns of the word's language address people formally: the short
 * ones, with one surname. The given name stands where there is no other. */
static void add_by_pattern(const struct person_name *name, const char *given,
			   const struct said *said, struct str *out)
{
	const struct name_style style = {.locale = said->language,
					 .length = NAME_SHORT,
					 .usage = NAME_ADDRESSING,
					 .formality = NAME_FORMAL};
	const char *surname = name->surname ? name->surname : name->surname2;
	const struct name_fields fields = {
	    .locale = name->name_locale,
	    .title = said->text,
	    .given = given,
	    .surname_prefix = name->surname ? name->surname_prefix : NULL,
	    .surname_core = surname,
	};

	name_format(&fields, &style, out);
}

/*
 * Whether the patterns know: for a word that the files say nothing else of, in
 * the letters of the name. Those of a name in others are its own language's,
 * where the word would stand as none does (佐藤Ms.).
 */
static bool has_pattern(const struct person_name *name, const char *given,
			const struct said *said)
{
	const struct honorific *row = said->row;
	const char *surname = name->surname ? name->surname : name->surname2;
	bool is_latin = spoken_is_latin(said->text);

	return (!row ||
		(row->part == PART_SURNAME && row->place == PLACE_BEFORE)) &&
	       (!surname || spoken_is_latin(surname) == is_latin) &&
	       (!given || spoken_is_latin(given) == is_latin);
}

/*
 * The given name stands in for a missing surname, and is what a title like Don
 * goes with. What the files have of the word comes before the patterns.
 */
static bool add_titled(const struct person_name *name, const struct said *said,
		       const struct phrasebook *book, struct str *room,
		       struct str *out)
{
	const char *given = person_name_given(name, room);
	bool has_surname = name->surname || name->surname2;
	enum honorific_part part = said->row ? said->row->part : PART_SURNAME;

	if (!given && !has_surname) {
		if (!said->is_title)
			str_add(out, said->text); /* "Good morning, Mayor." */
		return !said->is_title;
	}
	if (has_pattern(name, given, said)) {
		add_by_pattern(name, given, said, out);
		return true;
	}
	said_add_before(said, out);
	if (part == PART_FULL)
		spoken_add_full(name, book, room, out);
	else if (given && (part == PART_GIVEN || !has_surname))
		str_add(out, given);
	else
		spoken_add_surname(name, out);
	said_add_after(said, out);
	return true;
}

enum step ladder_climb(const struct phrases *phrases,
		       const struct address_request *request,
		       const struct phrasebook *book, struct str *room,
		       struct str *out)
{
	const struct person_name *name = request->name;
	const char *first = NULL;
	struct said said;

	if (!name)
		return STEP_NOTHING;
	if (name->address_as) {
		str_add(out, name->address_as);
		return STEP_ASKED;
	}
	said_choose(phrases, request, book, room, &said);
	if (request->first_name_ok == PERMISSION_YES)
		first = person_name_first(name, room);
	if (first) {
		add_first_name(name, first, &said, book, out);
		return STEP_FIRST_NAME;
	}
	if (said.text && add_titled(name, &said, book, room, out))
		return STEP_HONORIFIC;
	if (!person_name_given(name, room))
		return STEP_NOTHING;
	spoken_add_full(name, book, room, out);
	return STEP_FULL;
}
