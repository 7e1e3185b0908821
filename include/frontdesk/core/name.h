/*
 * name.h - a person's name in its parts, never parsed and never re-cased
 *
 * The fields are those of Unicode's person names (UTS #35 part 8) and what a
 * counter needs beside them. Every text may be NULL. The struct owns its text.
 */
#ifndef FRONTDESK_CORE_NAME_H
#define FRONTDESK_CORE_NAME_H

#include <stdbool.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

/* NAME_TEXT(member, field name in JSON and CSV, label, code points at most) */
#define NAME_TEXTS(NAME_TEXT)                                                  \
	NAME_TEXT(title, "title", "the title", 40)                             \
	NAME_TEXT(given, "given", "the given name", 100)                       \
	NAME_TEXT(given2, "given2", "the second given name", 100)              \
	NAME_TEXT(known_as, "known_as", "the name they go by", 100)            \
	NAME_TEXT(address_as, "address_as", "how they wish to be addressed",   \
		  100)                                                         \
	NAME_TEXT(surname_prefix, "surname_prefix", "the surname's prefix",    \
		  40)                                                          \
	NAME_TEXT(surname, "surname", "the surname", 100)                      \
	NAME_TEXT(surname2, "surname2", "the second surname", 100)             \
	NAME_TEXT(generation, "generation", "the generation", 20)              \
	NAME_TEXT(credentials, "credentials", "the credentials", 40)           \
	NAME_TEXT(rank, "rank", "the rank", 60)                                \
	NAME_TEXT(service, "service", "the service", 10)                       \
	NAME_TEXT(office, "office", "the office", 60)                          \
	NAME_TEXT(pronouns, "pronouns", "the pronouns", 40)                    \
	NAME_TEXT(say_as, "say_as", "how the name is said", 100)               \
	NAME_TEXT(name_locale, "name_locale", "the name's language", 20)       \
	NAME_TEXT(legal_given, "legal_given", "the legal given name", 100)

struct person_name {
#define NAME_MEMBER(member, field, label, max) char *member;
	NAME_TEXTS(NAME_MEMBER)
#undef NAME_MEMBER
	bool chaplain; /* addressed Chaplain, whatever the rank */
	bool retired;
};

void person_name_copy(struct person_name *out, const struct person_name *name);
void person_name_release(struct person_name *name);

/*
 * Text and limits of every part, the service one of USA USAF USMC USN USSF
 * USCG, and something to call the person by: given, surname, known_as,
 * address_as or office.
 */
bool person_name_check(const struct person_name *name, struct error *err);

/* Only the parts' text, limits and service: there may be nothing to say. */
bool person_name_check_parts(const struct person_name *name, struct error *err);

/*
 * The name in use, said and written alike: given, or the name they go by where
 * given is missing or has a word of the legal name in it, however it is
 * spelled. NULL for none. Borrowed; room is what folding works in: its text is
 * lost.
 */
const char *person_name_given(const struct person_name *name, struct str *room);

/* What they are called among friends: it needs their permission. */
const char *person_name_first(const struct person_name *name, struct str *room);

/* The second given name; NULL also where it is of a legal name that is not in
 * use. */
const char *person_name_given2(const struct person_name *name,
			       struct str *room);

/* Whether two texts are spelled alike but for case, accents, signs and blanks;
 * NULL and nothing are alike with none. */
bool name_is_alike(const char *a, const char *b, struct str *room);

/* Han, kana and Hangul: no blank stands between such parts of a name. */
bool name_is_east_asian(const char *text);

/* Whether the name's language itself writes the surname first (vi ko ja zh hu
 * and others, as CLDR has it). */
bool person_name_is_surname_first(const struct person_name *name);

/* Adds the surname with its prefix: "de la Cruz", with or without the second */
void person_name_add_surname(const struct person_name *name, bool with_second,
			     struct str *out);

/*
 * For lists, by surname: "Garcia, Ms. Maria", "García López, Sr. Raúl",
 * "Nguyễn, Ms. Thị Hoa", 佐藤恵子さん; a mononym alone. Adds to out.
 */
void person_name_add_sorted(const struct person_name *name, struct str *out);

/* In running text: "Ms. Elena Alvarez", surname first where English does so for
 * names of that language, or where the name is not in Latin letters and its
 * language does. */
void person_name_add_full(const struct person_name *name, struct str *out);

/* The same without title, rank or office: "Maria Garcia". */
void person_name_add_plain(const struct person_name *name, struct str *out);

/* To call somebody whom others hear: "Mr. Kowalski"; without a title or a
 * surname the whole name. */
void person_name_add_called(const struct person_name *name, struct str *out);

/*
 * Everything a search should find the name by, folded by text_fold: each
 * part's words, and adjacent words joined ("delacruz", "maryann"). The legal
 * given name is left out: it has a table of its own.
 */
void person_name_add_folded(const struct person_name *name, struct str *out);

#endif
