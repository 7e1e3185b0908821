/*
 * name_format.h - a person's name as Unicode's person-name patterns write it
 *
 * UTS #35 part 8 ("Person Names") over the patterns of CLDR 48, in every
 * locale that has them. Pure: const tables, no locale of the process, no
 * allocation but for the growth of out, which keeps its room between calls.
 */
#ifndef FRONTDESK_CORE_NAME_FORMAT_H
#define FRONTDESK_CORE_NAME_FORMAT_H

#include <stdbool.h>

#include "frontdesk/base/str.h"

enum name_order {
	NAME_ORDER_DERIVED, /* from the locale of the name */
	NAME_GIVEN_FIRST,
	NAME_SURNAME_FIRST,
	NAME_SORTING,
};
enum name_length { NAME_LONG, NAME_MEDIUM, NAME_SHORT };
enum name_usage { NAME_REFERRING, NAME_ADDRESSING, NAME_MONOGRAM };
enum name_formality { NAME_FORMAL, NAME_INFORMAL };

/* How a name is wanted: the locale is that of whoever reads it, BCP 47 or
 * CLDR's spelling of it ("zh-Hant", "zh_Hant"); NULL is "en". */
struct name_style {
	const char *locale;
	enum name_order order;
	enum name_length length;
	enum name_usage usage;
	enum name_formality formality;
};

/* The fields of a name as CLDR has them; NULL and "" are both absent. A
 * surname may be whole or in prefix and core; each is made from the other.
 * All borrowed. */
struct name_fields {
	const char *locale; /* of the name: "vi", "ko_AQ"; absent: guessed from
			     * its script */
	const char *title;
	const char *given, *given_informal, *given2;
	const char *surname, *surname_prefix, *surname_core;
	const char *surname2;
	const char *generation, *credentials;
};

/*
 * Adds the name to out; nothing for a name without a part. A given name alone
 * stands where a pattern has only the surname, and the reverse. A name in
 * another script than the locale's is written as the name's own locale does,
 * and a locale that CLDR has no patterns for as English does. Text is kept as
 * it is, byte for byte, however long: clean it on its way out.
 */
void name_format(const struct name_fields *fields,
		 const struct name_style *style, struct str *out);

/* Whether the reader's locale (NULL is "en") writes the surname of such a name
 * first: by the name's locale, else by its script. */
bool name_is_surname_first(const struct name_fields *fields,
			   const char *reader);

#endif
