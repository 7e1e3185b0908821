/*
 * text_burmese.c - the consonant that closes a Burmese syllable
 *
 * Burmese parts no words. A consonant without a vowel of its own (with asat,
 * U+103A) belongs to the syllable before it, where the two make one that the
 * language has; in a foreign name it may stand by itself.
 */
#include "text_private.h"

#include "frontdesk/base/text.h"

enum { ASAT = 0x103a, AA = 0x102c, I = 0x102d, U = 0x102f };

/* The last two code points of a cluster. */
static void read_vowels(const char *text, size_t begin, size_t end,
			int32_t *before, int32_t *last)
{
	size_t next;

	*before = 0;
	*last = 0;
	for (size_t at = begin; at < end; at = next) {
		*before = *last;
		*last = text_point(text, end, at, &next);
	}
}

/* Whether the consonant is a final after such a vowel. */
static bool is_final(int32_t consonant, int32_t before, int32_t last)
{
	bool is_back = consonant == 0x1000 || consonant == 0x1004; /* k, ng */
	bool is_front = consonant == 0x1010 || consonant == 0x1014 ||
			consonant == 0x1015 || consonant == 0x1019; /* tnpm */

	if (last == AA || (last == U && before == I))
		return is_back;
	if (last == I || last == U)
		return is_front;
	/* A bare consonant, or one with a medial. */
	return ((last >= 0x1000 && last <= 0x1021) ||
		(last >= 0x103b && last <= 0x103e)) &&
	       (is_back || is_front || consonant == 0x1005 ||
		consonant == 0x1009 || consonant == 0x100a);
}

/* The end of a consonant with asat at at, the consonant 0 where a medial stands
 * between them; at where there is none. */
static size_t killed_end(const char *text, size_t len, size_t at,
			 int32_t *consonant)
{
	size_t next, end;
	int32_t point;

	*consonant = text_point(text, len, at, &next);
	if (*consonant < 0x1000 || *consonant > 0x1021)
		return at;
	point = text_point(text, len, next, &end);
	for (; point >= 0x103b && point <= 0x103e; *consonant = 0)
		point = text_point(text, len, end, &end);
	return point == ASAT ? text_next_n(text, len, at) : at;
}

size_t text_burmese_end(const char *text, size_t len, size_t begin, size_t end)
{
	int32_t before, last, consonant, another;
	size_t closed = killed_end(text, len, end, &consonant);

	if (closed == end || killed_end(text, len, closed, &another) != closed)
		return end; /* no syllable has two */
	read_vowels(text, begin, end, &before, &last);
	return is_final(consonant, before, last) ? closed : end;
}
