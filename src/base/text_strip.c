/*
 * text_strip.c - text on its way into a sentence that is said
 */
#include <string.h>

#include "frontdesk/base/text.h"
#include "text_private.h"

#define REPLACEMENT "\xef\xbf\xbd"
#define NEXT_LINE 0x85
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

static bool is_line_end(int32_t point)
{
	return (point >= '\t' && point <= '\r') || point == NEXT_LINE ||
	       point == LINE_SEPARATOR || point == PARAGRAPH_SEPARATOR;
}

bool text_is_stripped(const char *text)
{
	size_t len = strlen(text);
	struct text_walk walk;

	if (len > 0 && (text[0] == ' ' || text[len - 1] == ' '))
		return false;
	text_walk_init(&walk, text, len);
	while (text_walk_next(&walk)) {
		if (walk.fault != TEXT_FAULT_NONE)
			return false;
	}
	return true;
}

/* What is no text wherever it stands. */
static void add_points(const char *text, struct str *out)
{
	size_t len = strlen(text), at, used;

	for (at = 0; at < len; at += used) {
		int32_t point = text_decode(text + at, len - at, &used);
		enum text_fault fault = text_point_fault(point);

		if (is_line_end(point))
			str_add_char(out, ' ');
		else if (fault == TEXT_FAULT_NONE)
			str_add_n(out, text + at, used);
		else if (fault == TEXT_FAULT_UTF8 ||
			 fault == TEXT_FAULT_PRIVATE)
			str_add(out, REPLACEMENT);
	}
}

/* What is none beside its neighbours: now that they are the true ones. */
static void drop_misplaced(struct str *out, size_t from)
{
	struct text_walk walk;
	size_t kept = from;

	if (out->len == from)
		return;
	text_walk_init(&walk, out->text + from, out->len - from);
	while (text_walk_next(&walk)) {
		size_t len = walk.next - walk.at;

		if (walk.fault != TEXT_FAULT_NONE)
			continue;
		memmove(out->text + kept, out->text + from + walk.at, len);
		kept += len;
	}
	str_cut(out, kept);
}

void text_strip(const char *text, struct str *out)
{
	size_t from = out->len, blanks = 0;

	add_points(text, out);
	drop_misplaced(out, from);
	while (out->len > from && out->text[out->len - 1] == ' ')
		str_cut(out, out->len - 1);
	while (from + blanks < out->len && out->text[from + blanks] == ' ')
		blanks++;
	str_remove(out, from, blanks);
}

bool text_drop_hidden(const char *text, struct str *out)
{
	size_t len = strlen(text), at, used;
	bool is_dropped = false;

	for (at = 0; at < len; at += used) {
		int32_t point = text_decode(text + at, len - at, &used);

		if (point == '\n' || point == '\t' ||
		    text_point_fault(point) == TEXT_FAULT_NONE) {
			str_add_n(out, text + at, used);
			continue;
		}
		is_dropped = true;
		if (is_line_end(point))
			str_add_char(out, ' ');
	}
	return is_dropped;
}
