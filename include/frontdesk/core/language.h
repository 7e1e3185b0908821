/*
 * language.h - the languages people speak, by their BCP 47 tags
 */
#ifndef FRONTDESK_CORE_LANGUAGE_H
#define FRONTDESK_CORE_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A language by its own name ("español" of "es-MX"): whoever speaks it can
 * read it over the desk. Where its letters are not Latin the English name
 * stands before it, so that the clerk can read and say it: "Punjabi (ਪੰਜਾਬੀ)".
 * tag itself, borrowed, where the name is not known.
 */
const char *language_name(const char *tag);

/*
 * The languages that are known, to choose from: the tag, its name in *name,
 * both static; NULL where index is past the last.
 */
const char *language_at(size_t index, const char **name);

/* Whether two tags are of one language: "es-MX" and "es". NULL: of none. */
bool language_is(const char *tag, const char *other);

/* Whether the tag's language is among those parted by blanks: "en es". */
bool language_is_among(const char *tag, const char *languages);

#endif
