/*
 * said_refused.c - whether a word is one that the person refused
 */
#include "frontdesk/base/str.h"
#include "said.h"

struct honorific_found said_find(const struct choice *choice,
				 enum honorific_kind kind, const char *of,
				 const char *text)
{
	return honorific_find(&choice->phrases->honorifics, kind, of, text,
			      choice->room);
}

static bool is_same_row(const struct honorific *a, const struct honorific *b)
{
	if (!a || !b)
		return false;
	return a == b || str_same(a->same, b->written) ||
	       str_same(b->same, a->written);
}

/* Whether they are one word of the files: in the language or service, or in the
 * one that the refused word is of ("Sr." in a Portuguese greeting, and Señor).
 */
static bool is_same_word(const struct choice *choice, enum honorific_kind kind,
			 const char *of, const struct said *said,
			 const char *recorded, const char *refused)
{
	const struct honorific *row = said_find(choice, kind, of, refused).row;

	return row &&
	       (is_same_row(row, said->row) ||
		is_same_row(row,
			    said_find(choice, kind, row->of, recorded).row));
}

bool said_is_refused(const struct choice *choice, enum honorific_kind kind,
		     const char *of, const struct said *said,
		     const char *recorded)
{
	const struct address_request *request = choice->request;

	for (size_t i = 0; i < request->refused_count; i++) {
		const char *refused = request->refused_titles[i];

		if (is_same_word(choice, kind, of, said, recorded, refused) ||
		    name_is_alike(recorded, refused, choice->room) ||
		    name_is_alike(said->text, refused, choice->room))
			return true;
	}
	return false;
}
