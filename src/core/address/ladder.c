/*
 * ladder.c - asked for, first name, honorific, full name, nothing
 */
#include "ladder.h"

#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/name_format.h"
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

/*
 * Adds the first name; with the honorific where any of the greeting, the word
 * and the name is of such a language, and with the one that is anybody's where
 * none is recorded. False where the greeting needs one that nobody may guess.
 */
static bool add_first_name(const struct choice *choice, const char *first,
			   struct said *said, struct str *out)
{
	const char *greeting = choice->greeting->primary;
	bool is_of_greeting = keeps_honorific(greeting), is_kept;
	char own[LANGUAGE_SIZE];

	language_primary(choice->name_locale, own);
	if (said->text)
		is_kept = is_of_greeting || keeps_honorific(own) ||
			  keeps_honorific(said->language);
	else if (is_of_greeting)
		is_kept = said_offered(choice, greeting, said);
	else /* in Latin letters none of them stands behind the name */
		is_kept = keeps_honorific(own) && !spoken_is_latin(first) &&
			  said_offered(choice, own, said);
	if (is_of_greeting && !is_kept)
		return false;
	if (is_kept)
		said_add_before(said, out);
	str_add(out, first);
	if (is_kept)
		said_add_after(said, out);
	return true;
}

/* The greeting's language where the name is of it, else the word's. */
static const char *pattern_locale(const struct choice *choice,
				  const struct said *said)
{
	char own[LANGUAGE_SIZE];

	language_primary(choice->name_locale, own);
	return !strcmp(own, choice->greeting->primary)
		   ? choice->greeting->language
		   : said->language;
}

/* As its patterns address people formally: the short ones, with one surname.
 * The given name stands where there is no other. */
static void add_by_pattern(const struct person_name *name, const char *given,
			   const struct said *said, const char *locale,
			   struct str *out)
{
	const struct name_style style = {.locale = locale,
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
static bool add_titled(const struct choice *choice, const struct said *said,
		       struct str *out)
{
	const struct person_name *name = choice->request->name;
	const char *given = person_name_given(name, choice->room);
	bool has_surname = name->surname || name->surname2;
	enum honorific_part part = said->row ? said->row->part : PART_SURNAME;

	if (!given && !has_surname) {
		if (!said->is_title)
			str_add(out, said->text); /* "Good morning, Mayor." */
		return !said->is_title;
	}
	if (!given && part != PART_SURNAME)
		return false; /* "Don Pérez", 김 씨: not even polite */
	if (has_pattern(name, given, said)) {
		add_by_pattern(name, given, said, pattern_locale(choice, said),
			       out);
		return true;
	}
	said_add_before(said, out);
	if (part == PART_FULL)
		spoken_add_full(name, choice->book, choice->room, out);
	else if (part == PART_GIVEN || !has_surname)
		str_add(out, given);
	else
		spoken_add_surname(name, out);
	said_add_after(said, out);
	return true;
}

enum step ladder_climb(const struct choice *choice, struct str *out)
{
	const struct address_request *request = choice->request;
	const struct person_name *name = request->name;
	const char *first = NULL;
	struct said said;

	if (!name)
		return STEP_NOTHING;
	if (name->address_as) {
		str_add(out, name->address_as);
		return STEP_ASKED;
	}
	said_choose(choice, &said);
	if (request->first_name_ok == PERMISSION_YES)
		first = person_name_first(name, choice->room);
	if (first && add_first_name(choice, first, &said, out))
		return STEP_FIRST_NAME;
	if (!first && said.text && add_titled(choice, &said, out))
		return STEP_HONORIFIC;
	if (!person_name_given(name, choice->room))
		return STEP_NOTHING;
	spoken_add_full(name, choice->book, choice->room, out);
	return STEP_FULL;
}
