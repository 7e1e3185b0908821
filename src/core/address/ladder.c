/*
 * ladder.c - asked for, first name, honorific, full name, nothing
 */
#include "ladder.h"

#include <string.h>

#include "frontdesk/base/mem.h"

/* The one honorific that is said, and what the files know of it. */
struct said {
	const char *text; /* NULL for none */
	bool is_title;	  /* not a rank, nor an office */
	const struct honorific *row;
};

/* A word of the person's, in its spoken form. */
static struct said say(const struct phrases *phrases, enum honorific_kind kind,
		       const char *of, const char *recorded)
{
	bool is_whole;
	const struct honorific *row =
	    honorific_find(&phrases->honorifics, kind, of, recorded, &is_whole);
	struct said said = {recorded, kind == HONORIFIC_TITLE, row};

	if (row && row->spoken)
		said.text = row->spoken;
	else if (row && !is_whole)
		said.text = row->written;
	return said;
}

/*
 * One honorific at a time: the office before the rank, because an office is
 * held now; the rank before the title. A chaplain is Chaplain whatever the
 * rank.
 */
static struct said choose_honorific(const struct phrases *phrases,
				    const struct person_name *name,
				    const char *language)
{
	if (!str_is_blank(name->office))
		return say(phrases, HONORIFIC_OFFICE, language, name->office);
	if (name->chaplain)
		return say(phrases, HONORIFIC_RANK, name->service, "Chaplain");
	if (!str_is_blank(name->rank))
		return say(phrases, HONORIFIC_RANK, name->service, name->rank);
	if (!str_is_blank(name->title))
		return say(phrases, HONORIFIC_TITLE, language, name->title);
	return (struct said){0};
}

static void add_with_honorific(const struct said *said, const char *name,
			       struct str *out)
{
	enum honorific_place place =
	    said->row ? said->row->place : PLACE_BEFORE;

	if (place == PLACE_BEFORE) {
		str_add(out, said->text);
		str_add_char(out, ' ');
	}
	str_add(out, name);
	if (place == PLACE_AFTER)
		str_add_char(out, ' ');
	if (place != PLACE_BEFORE)
		str_add(out, said->text);
}

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

/* The nickname where there is one: permission covers it. */
static const char *first_name(const struct person_name *name)
{
	if (!str_is_blank(name->known_as) &&
	    (!name->legal_given ||
	     !str_same(name->known_as, name->legal_given)))
		return name->known_as;
	return person_name_given(name);
}

static void add_first_name(const char *first, const struct said *said,
			   const char *language, struct str *out)
{
	if (said->text && (keeps_honorific(language) ||
			   (said->row && keeps_honorific(said->row->of))))
		add_with_honorific(said, first, out);
	else
		str_add(out, first);
}

/*
 * As CLDR's patterns address formally in English and Spanish: with the first
 * surname and its prefix. The given name stands in for a missing surname, and
 * is what a title like Don goes with.
 */
static bool add_titled(const struct person_name *name, const struct said *said,
		       struct str *out)
{
	const char *given = person_name_given(name);
	struct str surname = STR_INIT;
	const char *with;

	person_name_add_surname(name, false, &surname);
	with = surname.len ? str_text(&surname) : given;
	if (given && said->row && said->row->part == PART_GIVEN)
		with = given;
	if (with)
		add_with_honorific(said, with, out);
	else if (!said->is_title)
		str_add(out, said->text); /* "Good morning, Mayor." */
	str_release(&surname);
	return out->len;
}

/* No title: the names that are said, without a second given name between. */
static void add_untitled(const struct person_name *name, const char *given,
			 struct str *out)
{
	const struct person_name said = {
	    .given = (char *)given,
	    /* "Thị" belongs between surname and given name, and is said */
	    .given2 = person_name_is_surname_first(name) ? name->given2 : NULL,
	    .surname_prefix = name->surname_prefix,
	    .surname = name->surname,
	    .surname2 = name->surname2,
	    .name_locale = name->name_locale,
	    .legal_given = name->legal_given,
	};

	person_name_add_full(&said, out);
}

enum step ladder_climb(const struct phrases *phrases,
		       const struct address_request *request,
		       const char *language, struct str *out)
{
	const struct person_name *name = request->name;
	const char *given, *first;
	struct said said;

	if (!name)
		return STEP_NOTHING;
	if (!str_is_blank(name->address_as)) {
		str_add(out, name->address_as);
		return STEP_ASKED;
	}
	said = choose_honorific(phrases, name, language);
	first = first_name(name);
	if (request->first_name_ok == PERMISSION_YES && first) {
		add_first_name(first, &said, language, out);
		return STEP_FIRST_NAME;
	}
	if (said.text && add_titled(name, &said, out))
		return STEP_HONORIFIC;
	given = person_name_given(name);
	if (given) {
		add_untitled(name, given, out);
		return STEP_FULL;
	}
	return STEP_NOTHING;
}
