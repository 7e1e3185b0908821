/*
 * name_case.h - a name to be written, as a line of text
 *
 * Sixteen columns parted by tabs, "" where there is nothing:
 *
 *     locale order length usage formality name-locale title given
 *     given-informal given2 surname surname-prefix surname-core surname2
 *     generation credentials
 *
 * in CLDR's words; an order that is "" follows from the name's locale. In a
 * case a seventeenth column is what is expected.
 */
#ifndef NAME_CASE_H
#define NAME_CASE_H

#include <stdbool.h>

#include "frontdesk/core/name_format.h"

struct name_case {
	struct name_style style;
	struct name_fields fields;
	const char *expected; /* NULL in a request */
};

/* Reads the line, which is cut into its columns and owns the text. */
bool name_case_read(char *line, struct name_case *name);

/* Sets a part by CLDR's word for it; false where there is none. */
bool name_case_set(struct name_case *name, const char *part, const char *text);

/* Sets order, length, usage and formality by CLDR's words for them. */
bool name_case_set_style(struct name_case *name, const char *order,
			 const char *length, const char *usage,
			 const char *formality);

#endif
