/*
 * name_used.c - which given name is in use, where a legal one is not
 */
#include <string.h>

#include "frontdesk/base/text.h"
#include "frontdesk/core/name.h"

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

/* Both folded, one after the other; where the second begins. */
static const char *fold_both(const char *a, const char *b, struct str *room)
{
	size_t second;

	str_clear(room);
	text_fold(a, room);
	str_add_n(room, "", 1);
	second = room->len;
	text_fold(b, room);
	return str_text(room) + second;
}

bool name_is_alike(const char *a, const char *b, struct str *room)
{
	const char *other;

	if (!a || !b)
		return false;
	other = fold_both(a, b, room);
	return *room->text && is_same_unparted(room->text, other);
}

static bool has_word(const char *text, const char *word, size_t len)
{
	while (*text) {
		size_t other = strcspn(text, " ");

		if (other == len && !memcmp(text, word, len))
			return true;
		text += other;
		text += strspn(text, " ");
	}
	return false;
}

/* Of Roberto José neither Roberto, nor José, nor Roberto J. may slip through;
 * an initial by itself is nobody's. */
static bool shares_word(const char *part, const char *legal, struct str *room)
{
	const char *other, *word;

	if (str_is_blank(part) || str_is_blank(legal))
		return false;
	if (name_is_alike(part, legal, room))
		return true;
	other = fold_both(part, legal, room);
	for (word = str_text(room); *word;) {
		size_t len = strcspn(word, " ");

		if (len > 1 && has_word(other, word, len))
			return true;
		word += len;
		word += strspn(word, " ");
	}
	return false;
}

/* Who goes by a part of the legal name goes by that part. */
static bool is_known_as_in_use(const struct person_name *name, struct str *room)
{
	if (str_is_blank(name->known_as) ||
	    name_is_alike(name->known_as, name->legal_given, room))
		return false;
	return str_is_blank(name->given) ||
	       shares_word(name->given, name->legal_given, room) ||
	       !shares_word(name->known_as, name->legal_given, room);
}

const char *person_name_given(const struct person_name *name, struct str *room)
{
	bool goes_by_another = !str_is_blank(name->known_as);

	if (!str_is_blank(name->given) &&
	    !(goes_by_another &&
	      shares_word(name->given, name->legal_given, room)))
		return name->given;
	return is_known_as_in_use(name, room) ? name->known_as : NULL;
}

const char *person_name_first(const struct person_name *name, struct str *room)
{
	return is_known_as_in_use(name, room) ? name->known_as
					      : person_name_given(name, room);
}

const char *person_name_given2(const struct person_name *name, struct str *room)
{
	const char *given = person_name_given(name, room);

	if (str_is_blank(name->given2))
		return NULL;
	/* A legal name that is in use has a second one that is. */
	if (given && given == name->given &&
	    shares_word(given, name->legal_given, room))
		return name->given2;
	return shares_word(name->given2, name->legal_given, room)
		   ? NULL
		   : name->given2;
}
