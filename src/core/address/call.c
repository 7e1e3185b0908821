/*
 * call.c - how a call is answered, before the caller is known
 */
#include <string.h>

#include "frontdesk/core/address.h"
#include "phrases.h"

bool address_answer_call(const struct phrases *phrases, const char *language,
			 int hour, int minute, const char *city,
			 const char *staff, struct str *out)
{
	const struct phrasebook *book = phrases_book(phrases, language);
	const struct sentence *sentence =
	    book ? phrasebook_find(book, MOMENT_TELEPHONE, WHO_ALONE,
				   60 * hour + minute)
		 : NULL;
	const char *text = sentence ? sentence->text : NULL;

	if (!text)
		return false;
	while (*text) {
		size_t len = strcspn(text, "{");

		str_add_n(out, text, len);
		text += len;
		if (!strncmp(text, PHRASE_CITY, strlen(PHRASE_CITY))) {
			str_add(out, city);
			text += strlen(PHRASE_CITY);
		} else if (!strncmp(text, PHRASE_STAFF, strlen(PHRASE_STAFF))) {
			str_add(out, staff);
			text += strlen(PHRASE_STAFF);
		}
	}
	return true;
}
