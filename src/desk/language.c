/*
 * language.c - which language a visitor is greeted in
 */
#include "language.h"

#include <string.h>

#include "frontdesk/core/language.h"

void greeting_language(const struct desk *desk, const struct phrases *phrases,
		       const char *wanted, char out[16])
{
	/* "es-MX" is spoken as "es". */
	size_t len = wanted != NULL ? strcspn(wanted, "-_") : 0;

	memcpy(out, "en", 3);
	if (len == 0 || len > 15)
		return;
	memcpy(out, wanted, len);
	out[len] = '\0';
	if (!phrases_speak(phrases, out) ||
	    !language_is_among(out, desk->languages))
		memcpy(out, "en", 3);
}
