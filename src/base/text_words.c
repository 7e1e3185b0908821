/*
 * text_words.c - code points and words, one after the other
 */
#include "frontdesk/base/text.h"

#include <utf8proc.h>

#include "frontdesk/base/mem.h"
#include "text_private.h"

int32_t text_point(const char *text, size_t len, size_t at, size_t *next)
{
	size_t used;
	int32_t point;

	*next = at;
	if (at >= len)
		return 0;
	point = text_decode(text + at, len - at, &used);
	*next = at + used;
	return point;
}

static bool is_letter(int32_t point)
{
	utf8proc_category_t category;

	if (point < 0x80)
		return (point >= 'a' && point <= 'z') ||
		       (point >= 'A' && point <= 'Z');
	category = utf8proc_category(point);
	return category >= UTF8PROC_CATEGORY_LU &&
	       category <= UTF8PROC_CATEGORY_LO;
}

/* Scripts that part no words: each letter is taken for one (Word_Break=Other),
 * which is what a name's initials want; no dictionary knows names. */
static bool is_alone(int32_t point)
{
	static const struct {
		int32_t first, last;
	} scripts[] = {
	    {0x0e00, 0x0eff}, /* Thai, Lao */
	    {0x1000, 0x109f}, /* Myanmar */
	    {0x1780, 0x17ff}, /* Khmer */
	    {0x1950, 0x19df}, /* Tai Le, New Tai Lue */
	    {0x1a20, 0x1aaf}, /* Tai Tham */
	    {0x3005, 0x3007}, /* Han: the repetition of a character */
	    {0x3041, 0x309f}, /* Hiragana */
	    {0x3400, 0x4dbf}, /* Han */
	    {0x4e00, 0x9fff},	{0xa9e0, 0xa9ff}, /* Myanmar */
	    {0xaa60, 0xaadf},			  /* Myanmar, Tai Viet */
	    {0xf900, 0xfaff},			  /* Han */
	    {0x11700, 0x1174f},			  /* Ahom */
	    {0x20000, 0x3ffff},			  /* Han */
	};
	size_t i = 0;

	while (i + 1 < MEM_COUNT(scripts) && point > scripts[i].last)
		i++;
	return point >= scripts[i].first && point <= scripts[i].last;
}

/* What belongs to the word of the letter before it. */
static bool is_within(int32_t point)
{
	utf8proc_category_t category;

	if (point < 0x80)
		return is_letter(point) || (point >= '0' && point <= '9') ||
		       point == '_';
	category = utf8proc_category(point);
	return (category >= UTF8PROC_CATEGORY_LU &&
		category <= UTF8PROC_CATEGORY_ND) ||
	       category == UTF8PROC_CATEGORY_PC ||
	       category == UTF8PROC_CATEGORY_CF;
}

/* What belongs to a word between two letters: MidLetter and MidNumLet. */
static bool is_between(int32_t point)
{
	switch (point) {
	case '\'':
	case '.':
	case ':':
	case 0x00b7:
	case 0x0387:
	case 0x055f:
	case 0x05f4:
	case 0x2018:
	case 0x2019:
	case 0x2024:
	case 0x2027:
	case 0xfe13:
	case 0xfe52:
	case 0xfe55:
	case 0xff07:
	case 0xff0e:
	case 0xff1a:
		return true;
	default:
		return false;
	}
}

/* Past the marks at at, those too that take room beside the letter. */
static size_t past_marks(const char *text, size_t len, size_t at)
{
	for (size_t next; at < len; at = next) {
		int32_t point = text_point(text, len, at, &next);
		utf8proc_category_t category = utf8proc_category(point);

		if (category < UTF8PROC_CATEGORY_MN ||
		    category > UTF8PROC_CATEGORY_ME)
			break;
	}
	return at;
}

/* The end of a letter that is taken for a word, with its marks. */
static size_t alone_end(const char *text, size_t len, size_t begin)
{
	size_t end = past_marks(text, len, text_next_n(text, len, begin));

	return past_marks(text, len, text_burmese_end(text, len, begin, end));
}

/* Where the word ends that has the letter or digit before at. */
static size_t word_end(const char *text, size_t len, size_t at)
{
	size_t next, after;

	while (at < len) {
		int32_t point = text_point(text, len, at, &next);

		if (is_between(point) &&
		    is_letter(text_point(text, len, next, &after)))
			next = after;
		else if (!is_within(point) || is_alone(point))
			break;
		at = next;
	}
	return at;
}

bool text_next_word(const char *text, size_t len, size_t at,
		    struct text_word *word)
{
	size_t next = at;

	for (; at < len; at = next) {
		int32_t point = text_point(text, len, at, &next);

		if (is_letter(point)) {
			word->begin = at;
			word->end = is_alone(point) ? alone_end(text, len, at)
						    : word_end(text, len, next);
			return true;
		}
		if (is_within(point)) /* "2nd" begins with no letter */
			next = word_end(text, len, next);
	}
	return false;
}
