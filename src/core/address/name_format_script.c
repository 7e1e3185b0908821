/*
 * name_format_script.c - the script of a name, and of a locale
 */
#include "name_format_script.h"

#include <string.h>

#include "frontdesk/base/text.h"
#include "name_format_tables.h"

#define SCRIPT(a, b, c, d)                                                     \
	(((uint64_t)((a) - 'A' + 1) << 15 | (uint64_t)((b) - 'a' + 1) << 10 |  \
	  (uint64_t)((c) - 'a' + 1) << 5 | (uint64_t)((d) - 'a' + 1))          \
	 << 18)

enum { HAN = 1, HIRAGANA = 2, KATAKANA = 4, HANGUL = 8, BOPOMOFO = 16 };

static uint64_t script_of_point(uint32_t point)
{
	size_t low = 0, high = name_scripts_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (point < name_scripts[middle].first)
			high = middle;
		else if (point > name_scripts[middle].last)
			low = middle + 1;
		else
			return name_scripts[middle].script;
	}
	return 0;
}

uint64_t name_script_of(const char *text)
{
	size_t len = text != NULL ? strlen(text) : 0, next;
	uint64_t script = 0;

	for (size_t at = 0; at < len && script == 0; at = next) {
		int32_t point = text_point(text, len, at, &next);

		if (point >= 0)
			script = script_of_point((uint32_t)point);
	}
	return script;
}

static unsigned set_of(uint64_t script)
{
	switch (script) {
	case SCRIPT('H', 'a', 'n', 'i'):
	case SCRIPT('H', 'a', 'n', 's'):
	case SCRIPT('H', 'a', 'n', 't'):
		return HAN;
	case SCRIPT('H', 'i', 'r', 'a'):
		return HIRAGANA;
	case SCRIPT('K', 'a', 'n', 'a'):
		return KATAKANA;
	case SCRIPT('H', 'r', 'k', 't'):
		return HIRAGANA | KATAKANA;
	case SCRIPT('J', 'p', 'a', 'n'):
		return HAN | HIRAGANA | KATAKANA;
	case SCRIPT('H', 'a', 'n', 'g'):
	case SCRIPT('J', 'a', 'm', 'o'):
		return HANGUL;
	case SCRIPT('K', 'o', 'r', 'e'):
		return HANGUL | HAN;
	case SCRIPT('B', 'o', 'p', 'o'):
		return BOPOMOFO;
	case SCRIPT('H', 'a', 'n', 'b'):
		return HAN | BOPOMOFO;
	default:
		return 0;
	}
}

bool name_script_matches(uint64_t one, uint64_t other)
{
	return one == other || (set_of(one) & set_of(other)) != 0;
}

bool name_script_is_within(uint64_t one, uint64_t whole)
{
	if (one == whole)
		return true;
	return one != SCRIPT('H', 'a', 'n', 's') &&
	       one != SCRIPT('H', 'a', 'n', 't') && set_of(one) != 0 &&
	       (set_of(one) & ~set_of(whole)) == 0;
}
