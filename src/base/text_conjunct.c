/*
 * text_conjunct.c - consonants that a virama joins (UAX #29, GB9c)
 *
 * Unicode 15.1 keeps the whole conjunct in one cluster in six scripts of
 * India, Unicode 17 in Khmer too. utf8proc knows the former from 2.9 on; this
 * holds with every version.
 */
#include "text_private.h"

#include <utf8proc.h>

enum { BLOCK = 0x80, FIRST = 0x0900, LAST = 0x0d7f, KHMER_COENG = 0x17d2 };

/* Devanagari, Bengali, Gujarati, Oriya, Telugu, Malayalam. */
static bool is_of_script(int32_t point)
{
	static const bool blocks[] = {true,  true, false, true, true,
				      false, true, false, true};

	return point >= FIRST && point <= LAST &&
	       blocks[(point - FIRST) / BLOCK];
}

static bool is_linker(int32_t point)
{
	return point == KHMER_COENG ||
	       (is_of_script(point) && point % BLOCK == 0x4d);
}

/* The letters from ka on, with their nukta forms; vowels come before them. */
static bool is_consonant(int32_t point)
{
	int32_t place = point % BLOCK;

	if (point >= 0x1780 && point <= 0x17b3)
		return true; /* Khmer, whose vowels may be joined too */
	return is_of_script(point) &&
	       utf8proc_category(point) == UTF8PROC_CATEGORY_LO &&
	       ((place >= 0x15 && place <= 0x3a) ||
		(place >= 0x58 && place <= 0x5f) || place >= 0x70);
}

bool text_conjunct_goes_on(enum text_conjunct *state, int32_t point)
{
	bool goes_on = false;

	if (point < FIRST || (point > LAST && point != 0x200d &&
			      (point < 0x1780 || point > 0x17ff))) {
		*state = TEXT_CONJUNCT_NONE;
	} else if (is_consonant(point)) {
		goes_on = *state == TEXT_CONJUNCT_LINKED;
		*state = TEXT_CONJUNCT_BEGUN;
	} else if (is_linker(point)) {
		if (*state != TEXT_CONJUNCT_NONE)
			*state = TEXT_CONJUNCT_LINKED;
	} else if (point != 0x200d &&
		   utf8proc_category(point) != UTF8PROC_CATEGORY_MN) {
		*state = TEXT_CONJUNCT_NONE;
	}
	return goes_on;
}
