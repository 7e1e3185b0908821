/*
 * language.c - which language a visitor is greeted in
 */
#include "language.h"

#include <stdio.h>

#include "frontdesk/core/language.h"

void greeting_language(const struct desk *desk, const struct phrases *phrases,
		       const char *wanted, char out[16])
{
	/* "es-MX" is spoken as "es". */
	const char *language = phrases_language(phrases, wanted);

	if (language == NULL || !language_is_among(language, desk->languages))
		language = "en";
	snprintf(out, 16, "%s", language);
}
