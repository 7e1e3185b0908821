/*
 * said.c - choosing the one honorific that is said
 */
#include "said.h"

#include <string.h>

#include "frontdesk/base/text.h"
#include "spoken.h"

/* Whether they are one word of the files, or written alike. */
static bool is_same_honorific(const struct phrases *phrases,
			      enum honorific_kind kind, const char *of,
			      const struct said *said, const char *recorded,
			      const char *refused, struct str *room)
{
	bool is_whole;
	const struct honorific *row = honorific_find(
	    &phrases->honorifics, kind, of, refused, room, &is_whole);

	return (row && row == said->row) ||
	       name_is_alike(recorded, refused, room) ||
	       name_is_alike(said->text, refused, room);
}

static bool is_refused(const struct phrases *phrases,
		       const struct address_request *request,
		       enum honorific_kind kind, const char *of,
		       const struct said *said, const char *recorded,
		       struct str *room)
{
	for (size_t i = 0; i < request->refused_count; i++) {
		if (is_same_honorific(phrases, kind, of, said, recorded,
				      request->refused_titles[i], room))
			return true;
	}
	return false;
}

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

/* The row of the greeting's language, else of the name's, else of any. */
static const struct honorific *find_row(const struct phrases *phrases,
					const struct person_name *name,
					enum honorific_kind kind,
					const char *of, const char *recorded,
					struct str *room, bool *is_whole)
{
	char own[LANGUAGE_SIZE];
	const struct honorific *row = honorific_find(
	    &phrases->honorifics, kind, of, recorded, room, is_whole);
	const struct honorific *other;
	bool is_other_whole;

	if (kind == HONORIFIC_RANK || !row || !strcmp(row->of, of))
		return row;
	language_primary(name->name_locale, own);
	if (!*own)
		return row;
	other = honorific_find(&phrases->honorifics, kind, own, recorded, room,
			       &is_other_whole);
	if (!other || strcmp(other->of, own) != 0)
		return row;
	*is_whole = is_other_whole;
	return other;
}

/* Whether the recorded word is said; what it is then. */
static bool say(const struct phrases *phrases,
		const struct address_request *request,
		const struct phrasebook *book, enum honorific_kind kind,
		const char *recorded, struct str *room, struct said *out)
{
	const struct person_name *name = request->name;
	const char *of = kind == HONORIFIC_RANK ? name->service : book->primary;
	bool is_whole, is_former;

	if (!recorded)
		return false;
	out->row = find_row(phrases, name, kind, of, recorded, room, &is_whole);
	out->text = recorded;
	out->is_title = kind == HONORIFIC_TITLE;
	if (out->row && out->row->spoken)
		out->text = out->row->spoken;
	else if (out->row && !is_whole)
		out->text = out->row->written;
	out->language = language_of(out, book);
	/* Of a rank and an office, the rank is what somebody retired from. */
	is_former = kind == HONORIFIC_OFFICE && name->retired && !name->rank &&
		    !name->chaplain;
	return !(out->row && out->row->is_silent) &&
	       !(is_former && out->row && !out->row->is_kept) &&
	       !is_refused(phrases, request, kind, of, out, recorded, room);
}

void said_choose(const struct phrases *phrases,
		 const struct address_request *request,
		 const struct phrasebook *book, struct str *room,
		 struct said *out)
{
	const struct person_name *name = request->name;

	if (say(phrases, request, book, HONORIFIC_OFFICE, name->office, room,
		out) ||
	    say(phrases, request, book, HONORIFIC_RANK,
		name->chaplain ? "Chaplain" : NULL, room, out) ||
	    say(phrases, request, book, HONORIFIC_RANK,
		name->chaplain ? NULL : name->rank, room, out) ||
	    say(phrases, request, book, HONORIFIC_TITLE, name->title, room,
		out))
		return;
	*out = (struct said){0};
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
