/*
 * language.c - which language a visitor is greeted in
 */
#include "language.h"

#include <string.h>

/* "es" is among "en es". */
static bool is_among(const char *languages, const char *language)
{
	size_t len = strlen(language);

	while (languages != NULL && *languages != '\0') {
		size_t word_len = strcspn(languages, " ");

		if (word_len == len && strncmp(languages, language, len) == 0)
			return true;
		languages += word_len;
		languages += strspn(languages, " ");
	}
	return false;
}

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
	if (!phrases_speak(phrases, out) || !is_among(desk->languages, out))
		memcpy(out, "en", 3);
}
