/*
 * text_walk.c - what is no text, by itself and by what stands beside it
 */
#include <string.h>
#include <utf8proc.h>

#include "text_private.h"

#define ZWNJ 0x200c
#define ZWJ 0x200d

struct range {
	int32_t first, last;
};

static bool is_in(const struct range *ranges, int32_t point)
{
	for (; ranges->last != 0; ranges++) {
		if (point >= ranges->first && point <= ranges->last)
			return true;
	}
	return false;
}

/* Format characters (Cf) that are seen: signs of Arabic, Syriac, Kaithi. */
static const struct range seen_formats[] = {
    {0x0600, 0x0605}, {0x06dd, 0x06dd},	  {0x070f, 0x070f},   {0x0890, 0x0891},
    {0x08e2, 0x08e2}, {0x110bd, 0x110bd}, {0x110cd, 0x110cd}, {0, 0},
};

static const struct range directions[] = {
    {0x061c, 0x061c}, {0x200e, 0x200f}, {0x202a, 0x202e},
    {0x2066, 0x2069}, {0x206a, 0x206f}, {0, 0},
};

/* Letters and marks by their category that show nothing. */
static const struct range fillers[] = {
    {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f},
    {0x3164, 0x3164}, {0xffa0, 0xffa0}, {0, 0},
};

/* Scripts in which joiners do nothing but hide: Latin, Greek, Cyrillic. */
static const struct range unjoined[] = {
    {0, 0x058f},      {0x1d00, 0x1fff}, {0x2c60, 0x2c7f}, {0xa720, 0xa7ff},
    {0xab30, 0xab6f}, {0xff00, 0xffef}, {0, 0},
};

bool text_is_mark(int32_t point)
{
	utf8proc_category_t category = utf8proc_category(point);

	return category == UTF8PROC_CATEGORY_MN ||
	       category == UTF8PROC_CATEGORY_ME;
}

bool text_is_joiner(int32_t point)
{
	return point == ZWJ || point == ZWNJ;
}

static bool is_selector(int32_t point)
{
	return (point >= 0xfe00 && point <= 0xfe0f) ||
	       (point >= 0xe0100 && point <= 0xe01ef);
}

enum text_fault text_point_fault(int32_t point)
{
	if (point < 0)
		return TEXT_FAULT_UTF8;
	if (point >= 0x20 && point < 0x7f)
		return TEXT_FAULT_NONE;
	if (point < 0xa0)
		return TEXT_FAULT_CONTROL;
	if (text_is_joiner(point))
		return TEXT_FAULT_NONE;
	if ((point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef))
		return TEXT_FAULT_PRIVATE;
	switch (utf8proc_category(point)) {
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
	case UTF8PROC_CATEGORY_CC:
		return TEXT_FAULT_CONTROL;
	case UTF8PROC_CATEGORY_CO:
		return TEXT_FAULT_PRIVATE;
	case UTF8PROC_CATEGORY_CF:
		if (is_in(directions, point))
			return TEXT_FAULT_DIRECTION;
		return is_in(seen_formats, point) ? TEXT_FAULT_NONE
						  : TEXT_FAULT_HIDDEN;
	default:
		/* Tags are assigned late: the whole block hides. */
		if (point >= 0xe0000 && point <= 0xe00ff)
			return TEXT_FAULT_HIDDEN;
		return is_in(fillers, point) ? TEXT_FAULT_HIDDEN
					     : TEXT_FAULT_NONE;
	}
}

/* Letters and marks of scripts that join, and the emoji. */
static bool is_joinable(int32_t point)
{
	utf8proc_category_t category;

	if (is_in(unjoined, point))
		return false;
	category = utf8proc_category(point);
	return (category >= UTF8PROC_CATEGORY_LU &&
		category <= UTF8PROC_CATEGORY_ME) ||
	       category == UTF8PROC_CATEGORY_SO ||
	       category == UTF8PROC_CATEGORY_SM ||
	       category == UTF8PROC_CATEGORY_SK;
}

static bool joiner_is_text(const struct text_walk *walk)
{
	int32_t after;
	size_t used;

	if (walk->previous <= 0 || !is_joinable(walk->previous))
		return false;
	/* Malayalam and its neighbours end words with virama and joiner. */
	if (walk->previous >= 0x0900 && walk->previous <= 0x0dff &&
	    text_is_mark(walk->previous))
		return true;
	if (walk->next >= walk->len)
		return false;
	after =
	    text_decode(walk->text + walk->next, walk->len - walk->next, &used);
	return after >= 0 && is_joinable(after);
}

static enum text_fault mark_fault(const struct text_walk *walk)
{
	int32_t before = walk->previous;

	if (before <= 0 || text_point_fault(before) != TEXT_FAULT_NONE)
		return TEXT_FAULT_MARK;
	if (is_selector(walk->point) && is_selector(before))
		return TEXT_FAULT_HIDDEN; /* a row of them carries a message */
	return walk->marks > TEXT_MARKS_MAX ? TEXT_FAULT_MARK : TEXT_FAULT_NONE;
}

void text_walk_init(struct text_walk *walk, const char *text, size_t len)
{
	memset(walk, 0, sizeof(*walk));
	walk->text = text;
	walk->len = len;
}

bool text_walk_next(struct text_walk *walk)
{
	size_t used;

	if (walk->next >= walk->len)
		return false;
	walk->previous = walk->point;
	walk->at = walk->next;
	walk->point =
	    text_decode(walk->text + walk->at, walk->len - walk->at, &used);
	walk->next += used;
	if (walk->point >= 0x20 && walk->point < 0x7f) {
		walk->marks = 0;
		walk->fault = TEXT_FAULT_NONE;
		return true;
	}
	walk->fault = text_point_fault(walk->point);
	if (walk->fault != TEXT_FAULT_NONE) {
		walk->marks = 0;
	} else if (text_is_joiner(walk->point)) {
		if (!joiner_is_text(walk))
			walk->fault = TEXT_FAULT_HIDDEN;
	} else if (text_is_mark(walk->point)) {
		walk->marks++;
		walk->fault = mark_fault(walk);
	} else {
		walk->marks = 0;
	}
	return true;
}
