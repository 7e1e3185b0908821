/*
 * spoken.c - the name in use, its parts in their order
 */
#include "spoken.h"

#include "frontdesk/core/name_format.h"

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

static void add_part(struct str *out, size_t from, const char *part)
{
	if (!part)
		return;
	if (out->len > from &&
	    !(name_is_east_asian(out->text + from) && name_is_east_asian(part)))
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
	const char *given = person_name_given(name, room);
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
	add_part(out, from, person_name_given2(name, room));
	add_part(out, from, given);
}
