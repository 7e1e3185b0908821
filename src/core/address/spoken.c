/*
 * spoken.c - the name in use, its parts in their order
 */
#include "spoken.h"

#include <string.h>

#include "frontdesk/base/text.h"
#include "frontdesk/core/name_format.h"

/* Folded, and without the blanks that another spelling has elsewhere. */
static bool is_same_unparted(const char *a, const char *b)
{
	for (;; a++, b++) {
		a += strspn(a, " ");
		b += strspn(b, " ");
		if (*a != *b)
			return false;
		if (!*a)
			return true;
	}
}

bool spoken_is_alike(const char *a, const char *b, struct str *room)
{
	size_t second;

	if (!a || !b)
		return false;
	str_clear(room);
	text_fold(a, room);
	str_add_n(room, "", 1);
	second = room->len;
	text_fold(b, room);
	return *room->text && is_same_unparted(room->text, room->text + second);
}

/* Latin letters and their marks end with U+036F and go on with U+1E00. */
bool spoken_is_latin(const char *text)
{
	for (const unsigned char *at = (const void *)text; *at; at++) {
		bool is_lead = *at >= 0xc0;

		if (is_lead && *at > 0xcd &&
		    !(at[0] == 0xe1 && at[1] >= 0xb8 && at[1] <= 0xbb) &&
		    !(at[0] == 0xe2 && at[1] == 0x80))
			return false;
	}
	return true;
}

/* However it is spelled: the legal name must not slip through in capitals. */
static bool is_legal(const struct person_name *name, const char *part,
		     struct str *room)
{
	return spoken_is_alike(part, name->legal_given, room);
}

const char *spoken_given(const struct person_name *name, struct str *room)
{
	if (name->given &&
	    !(name->known_as && is_legal(name, name->given, room)))
		return name->given;
	return name->known_as && !is_legal(name, name->known_as, room)
		   ? name->known_as
		   : NULL;
}

const char *spoken_first(const struct person_name *name, struct str *room)
{
	return name->known_as && !is_legal(name, name->known_as, room)
		   ? name->known_as
		   : spoken_given(name, room);
}

/* A word of the legal name that is not in use. */
static bool is_of_legal(const struct person_name *name, const char *part,
			struct str *room)
{
	size_t second;
	bool is_within;

	if (!name->legal_given || !name->given ||
	    is_legal(name, name->given, room))
		return false;
	str_clear(room);
	str_add_char(room, ' ');
	text_fold(name->legal_given, room);
	str_add(room, " ");
	str_add_n(room, "", 1);
	second = room->len;
	str_add_char(room, ' ');
	text_fold(part, room);
	str_add_char(room, ' ');
	is_within = strstr(room->text, room->text + second);
	return is_within;
}

/* Han, kana and Hangul need no blank between the parts of a name. */
static bool is_east_asian(const char *text)
{
	unsigned char lead = (unsigned char)text[0];

	return lead >= 0xe3 && lead <= 0xed;
}

static void add_part(struct str *out, size_t from, const char *part)
{
	if (!part)
		return;
	if (out->len > from &&
	    !(is_east_asian(out->text + from) && is_east_asian(part)))
		str_add_char(out, ' ');
	str_add(out, part);
}

void spoken_add_surname(const struct person_name *name, struct str *out)
{
	size_t from = out->len;

	if (name->surname)
		add_part(out, from, name->surname_prefix);
	add_part(out, from, name->surname ? name->surname : name->surname2);
}

bool spoken_is_surname_first(const struct person_name *name,
			     const struct phrasebook *book)
{
	const struct name_fields fields = {.locale = name->name_locale,
					   .given = name->given,
					   .surname = name->surname};

	return name_is_surname_first(&fields, book->language);
}

void spoken_add_full(const struct person_name *name,
		     const struct phrasebook *book, struct str *room,
		     struct str *out)
{
	const char *given = spoken_given(name, room);
	bool is_swapped = spoken_is_surname_first(name, book);
	size_t from = out->len;

	if (!is_swapped)
		add_part(out, from, given);
	if (name->surname)
		add_part(out, from, name->surname_prefix);
	add_part(out, from, name->surname);
	add_part(out, from, name->surname2);
	if (!is_swapped)
		return;
	/* "Thị" belongs between surname and given name, and is said */
	if (name->given2 && !is_of_legal(name, name->given2, room))
		add_part(out, from, name->given2);
	add_part(out, from, given);
}
