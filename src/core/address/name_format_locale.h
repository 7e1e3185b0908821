/*
 * name_format_locale.h - which locale's patterns write a name, in which order
 */
#ifndef NAME_FORMAT_LOCALE_H
#define NAME_FORMAT_LOCALE_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/base/text.h"
#include "frontdesk/core/name_format.h"
#include "name_format_tables.h"

/* Everything that the locales decide for one name. */
struct name_choice {
	const struct name_data *data;
	bool is_surname_first; /* as the name's locale has it */
	const char *space;     /* what stands for the spaces */
	enum text_case_rule case_rule;
};

/*
 * Chooses for a reader's locale and a name with its locale, surname and given
 * name (each may be NULL or ""). Where the name is in another script than the
 * reader's, the patterns are those of the name's locale, or of the language
 * that is likeliest in that script. A locale without patterns of its own or
 * of its ancestors is served by English, never by the root.
 */
void name_choose(const char *reader, const char *name_locale,
		 const char *surname, const char *given,
		 struct name_choice *choice);

#endif
