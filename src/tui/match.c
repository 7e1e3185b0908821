#include "match.h"

#include <string.h>

#include "frontdesk/base/text.h"

/* Both are folded: words parted by one blank. */
static bool has_word(const char *text, const char *word, size_t len)
{
	while (*text) {
		const char *blank;

		if (strncmp(text, word, len) == 0)
			return true;
		blank = strchr(text, ' ');
		if (!blank)
			return false;
		text = blank + 1;
	}
	return false;
}

bool match_words(const char *typed, const char *text)
{
	struct str words = STR_INIT, folded = STR_INIT;
	bool meets = true;

	text_fold(typed, &words);
	text_fold(text, &folded);
	for (const char *word = str_text(&words); *word && meets;) {
		size_t len = strcspn(word, " ");

		meets = has_word(str_text(&folded), word, len);
		word += len;
		word += *word == ' ';
	}
	str_release(&words);
	str_release(&folded);
	return meets;
}

bool match_start(const char *typed, const char *text)
{
	struct str start = STR_INIT, folded = STR_INIT;
	bool begins;

	text_fold(typed, &start);
	text_fold(text, &folded);
	begins = strncmp(str_text(&folded), str_text(&start), start.len) == 0;
	str_release(&start);
	str_release(&folded);
	return begins;
}
