/*
 * name_format_parts.h - the parts of one name, ready to be asked for
 */
#ifndef NAME_FORMAT_PARTS_H
#define NAME_FORMAT_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/core/name_format.h"
#include "name_format_locale.h"
#include "name_format_tables.h"

/* Borrowed; NULL is absent. A surname made of prefix and core has more. */
struct name_part {
	const char *text, *more;
};

struct name_parts {
	struct name_part part[NAME_PART_COUNT];
};

/* Core and prefix are made from each other as UTS #35 says. */
void name_parts_read(const struct name_fields *fields,
		     struct name_parts *parts);

/* A mononym where a pattern asks for the surname alone, and the reverse. */
void name_parts_use_given_as_surname(struct name_parts *parts);
void name_parts_use_surname_as_given(struct name_parts *parts);

/* Adds the part as the modifiers want it; nothing where it is absent. */
void name_part_add(const struct name_part *part, unsigned modifiers,
		   const struct name_choice *choice, struct str *out);

/* Adds text with its spaces as the name's language has them. */
void name_text_add(const char *text, size_t len,
		   const struct name_choice *choice, struct str *out);

#endif
