/*
 * text_check.c - what may come in as text, and how text goes out
 */
#include "frontdesk/base/text.h"

#include <string.h>
#include <utf8proc.h>

#include "frontdesk/base/intl.h"
#include "text_private.h"

#define ZWNJ 0x200c
#define ZWJ 0x200d
#define REPLACEMENT "\xef\xbf\xbd"

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

static bool is_mark(int32_t point)
{
	utf8proc_category_t category = utf8proc_category(point);

	return category == UTF8PROC_CATEGORY_MN ||
	       category == UTF8PROC_CATEGORY_ME;
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
	if (point == ZWJ || point == ZWNJ)
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
	    is_mark(walk->previous))
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
	} else if (walk->point == ZWJ || walk->point == ZWNJ) {
		if (!joiner_is_text(walk))
			walk->fault = TEXT_FAULT_HIDDEN;
	} else if (is_mark(walk->point)) {
		walk->marks++;
		walk->fault = mark_fault(walk);
	} else {
		walk->marks = 0;
	}
	return true;
}

static const char *fault_words(enum text_fault fault)
{
	switch (fault) {
	case TEXT_FAULT_UTF8:
		return _("%s is not valid UTF-8 at character %zu: type it "
			 "again");
	case TEXT_FAULT_CONTROL:
		return _("%s holds a control character (character %zu): take "
			 "it out");
	case TEXT_FAULT_DIRECTION:
		return _("%s holds a hidden mark of writing direction "
			 "(character %zu): take it out");
	case TEXT_FAULT_PRIVATE:
		return _("%s holds a character that has no meaning here "
			 "(character %zu): take it out");
	case TEXT_FAULT_MARK:
		return _("%s holds an accent without a letter, or too many on "
			 "one (character %zu): take it out");
	default:
		return _("%s holds a hidden character (character %zu): take it "
			 "out");
	}
}

/* Whether something is seen that is not a blank. */
static bool is_visible(const struct text_walk *walk)
{
	utf8proc_category_t category;

	if (walk->point > 0x20 && walk->point < 0x7f)
		return true;
	if (walk->point == 0x2800 || walk->point == ZWJ || walk->point == ZWNJ)
		return false; /* the empty braille cell */
	category = utf8proc_category(walk->point);
	return category != UTF8PROC_CATEGORY_ZS && !is_mark(walk->point) &&
	       walk->point != '\n' && walk->point != ' ';
}

bool text_check_n(const char *text, size_t len, const struct text_limit *limit,
		  struct error *err)
{
	bool visible = false, blank = true;
	struct text_walk walk;
	size_t count = 0;

	text_walk_init(&walk, text, len);
	while (text_walk_next(&walk)) {
		count++;
		if (walk.point == '\n' && limit->many_lines)
			continue;
		if (walk.fault != TEXT_FAULT_NONE)
			return error_set(err, ERROR_INVALID, limit->field,
					 fault_words(walk.fault), limit->label,
					 count);
		if (is_visible(&walk))
			visible = true;
		else if (utf8proc_category(walk.point) != UTF8PROC_CATEGORY_ZS)
			blank = false;
	}
	if (count > limit->max)
		return error_set(err, ERROR_INVALID, limit->field,
				 _("%s is too long: %zu characters, at most "
				   "%zu"),
				 limit->label, count, limit->max);
	if (!visible && limit->is_required)
		return error_set(err, ERROR_INVALID, limit->field,
				 _("%s is missing: type it"), limit->label);
	if (!visible && !blank)
		return error_set(err, ERROR_INVALID, limit->field,
				 _("%s has no character that can be seen: type "
				   "it again"),
				 limit->label);
	return true;
}

bool text_check(const char *text, const struct text_limit *limit,
		struct error *err)
{
	return text_check_n(text != NULL ? text : "",
			    text != NULL ? strlen(text) : 0, limit, err);
}

void text_clean(const char *text, bool many_lines, struct str *out)
{
	struct text_walk walk;

	if (text == NULL)
		return;
	text_walk_init(&walk, text, strlen(text));
	while (text_walk_next(&walk)) {
		if (walk.fault == TEXT_FAULT_NONE ||
		    (walk.point == '\n' && many_lines))
			str_add_n(out, text + walk.at, walk.next - walk.at);
		else
			str_add(out, REPLACEMENT);
	}
}
