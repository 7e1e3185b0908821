/*
 * spoken.h - the parts of a name as they are said
 */
#ifndef SPOKEN_H
#define SPOKEN_H

#include "phrases.h"

/* Whether whoever reads English can read it: letters of Latin alone. */
bool spoken_is_latin(const char *text);

/* Adds the first surname with its prefix; nothing where there is none. */
void spoken_add_surname(const struct person_name *name, struct str *out);

/* Whether it is said surname first: by the name's language, or where that is
 * not recorded by its letters, which may be the greeting's own. */
bool spoken_is_surname_first(const struct person_name *name,
			     const struct phrasebook *book);

/*
 * Adds the name in use in full, without a second given name between, in the
 * order of its language.
 */
void spoken_add_full(const struct person_name *name,
		     const struct phrasebook *book, struct str *room,
		     struct str *out);

#endif
