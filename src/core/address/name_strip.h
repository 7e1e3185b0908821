/*
 * name_strip.h - a name on its way into a sentence
 */
#ifndef NAME_STRIP_H
#define NAME_STRIP_H

#include "frontdesk/core/name.h"

/*
 * The same name without what is no text (text_strip); a part with nothing
 * left is NULL. All borrowed, from name or from room, whose text is lost; out
 * is not to be released.
 */
void name_strip(const struct person_name *name, struct str *room,
		struct person_name *out);

#endif
