/*
 * text_check.c - what may come in as text, and how text goes out
 */
#include "frontdesk/base/text.h"

#include <string.h>
#include <utf8proc.h>

#include "frontdesk/base/intl.h"
#include "text_private.h"

#define REPLACEMENT "\xef\xbf\xbd"

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
	if (walk->point == 0x2800 || text_is_joiner(walk->point))
		return false; /* the empty braille cell */
	category = utf8proc_category(walk->point);
	return category != UTF8PROC_CATEGORY_ZS && !text_is_mark(walk->point) &&
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
