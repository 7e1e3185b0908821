/*
 * text_width.c - clusters (UAX #29) and the columns that curses advances
 */
#include "frontdesk/base/text.h"

#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "text_private.h"

#define ELLIPSIS "\xe2\x80\xa6"

/* What a terminal has no width for is shown as one replacement character. */
static int point_width(int32_t point)
{
	int width;

	if (point >= 0x20 && point < 0x7f)
		return 1;
	width = point >= 0 ? wcwidth((wchar_t)point) : 1;
	return width >= 0 ? width : 1;
}

/* The end of the cluster that begins at at < len, and its columns. */
static size_t cluster_end(const char *text, size_t len, size_t at, int *width)
{
	enum text_conjunct conjunct = TEXT_CONJUNCT_NONE;
	utf8proc_int32_t state = 0;
	int32_t point, after;
	size_t used;

	point = text_decode(text + at, len - at, &used);
	*width = point_width(point);
	at += used;
	/* Between two ASCII characters there always is a boundary. */
	if (point >= 0x20 && point < 0x7f &&
	    (at >= len || (unsigned char)text[at] < 0x80))
		return at;
	text_conjunct_goes_on(&conjunct, point);
	for (; at < len; at += used) {
		bool is_break, goes_on;

		after = text_decode(text + at, len - at, &used);
		if (point < 0 || after < 0)
			break;
		is_break =
		    utf8proc_grapheme_break_stateful(point, after, &state);
		goes_on = text_conjunct_goes_on(&conjunct, after);
		if (is_break && !goes_on)
			break;
		*width += point_width(after);
		point = after;
	}
	return at;
}

size_t text_clusters(const char *text)
{
	size_t len = text != NULL ? strlen(text) : 0;
	size_t at, count = 0;
	int width;

	for (at = 0; at < len; count++)
		at = cluster_end(text, len, at, &width);
	return count;
}

size_t text_next_n(const char *text, size_t len, size_t at)
{
	int width;

	return at < len ? cluster_end(text, len, at, &width) : len;
}

size_t text_next(const char *text, size_t at)
{
	return text_next_n(text, strlen(text), at);
}

/* A cluster begins between two printable ASCII characters, wherever else. */
static size_t sure_boundary(const char *text, size_t at)
{
	for (; at > 1; at--) {
		unsigned char here = (unsigned char)text[at - 1];
		unsigned char before = (unsigned char)text[at - 2];

		if (here >= 0x20 && here < 0x7f && before >= 0x20 &&
		    before < 0x7f)
			return at - 1;
	}
	return 0;
}

size_t text_previous(const char *text, size_t at)
{
	size_t len = strlen(text);
	size_t begin, end;
	int width;

	if (at > len)
		at = len;
	if (at == 0)
		return 0;
	begin = sure_boundary(text, at);
	for (;;) {
		end = cluster_end(text, len, begin, &width);
		if (end >= at)
			return begin;
		begin = end;
	}
}

int text_width_n(const char *text, size_t len)
{
	size_t at, used;
	int width = 0;

	for (at = 0; at < len; at += used)
		width += point_width(text_decode(text + at, len - at, &used));
	return width;
}

int text_width(const char *text)
{
	return text != NULL ? text_width_n(text, strlen(text)) : 0;
}

/* As text_fit, and the columns that the run takes. */
static size_t fit(const char *text, size_t len, int columns, int *width)
{
	size_t at = 0, end;
	int cluster;

	*width = 0;
	while (at < len) {
		end = cluster_end(text, len, at, &cluster);
		if (*width + cluster > columns)
			break;
		*width += cluster;
		at = end;
	}
	return at;
}

size_t text_fit(const char *text, int columns)
{
	int width;

	return text != NULL ? fit(text, strlen(text), columns, &width) : 0;
}

/* Adds text cut to columns; returns the columns that were taken. */
static int add_cut(struct str *out, const char *text, int columns)
{
	size_t len = text != NULL ? strlen(text) : 0;
	size_t kept;
	int width;

	if (columns <= 0 || len == 0)
		return 0;
	kept = fit(text, len, columns, &width);
	if (kept == len) {
		str_add_n(out, text, len);
		return width;
	}
	kept = fit(text, len, columns - 1, &width);
	str_add_n(out, text, kept);
	str_add(out, ELLIPSIS);
	return width + 1;
}

void text_add_cut(struct str *out, const char *text, int columns)
{
	add_cut(out, text, columns);
}

void text_add_padded(struct str *out, const char *text, int columns)
{
	int width = add_cut(out, text, columns);

	for (; width < columns; width++)
		str_add_char(out, ' ');
}

/* Past the blanks at at, and one newline after them. */
static size_t past_blanks(const char *text, size_t len, size_t at)
{
	while (at < len && text[at] == ' ')
		at++;
	if (at < len && text[at] == '\n')
		at++;
	return at;
}

static size_t without_blanks(const char *text, size_t begin, size_t end)
{
	while (end > begin && text[end - 1] == ' ')
		end--;
	return end - begin;
}

size_t text_wrap(const char *text, size_t at, int columns, size_t *line_len)
{
	size_t len = strlen(text);
	size_t here = at, end, last_blank = 0;
	bool has_blank = false;
	int width = 0, cluster;

	*line_len = 0;
	if (at >= len)
		return at;
	while (here < len && text[here] != '\n') {
		end = cluster_end(text, len, here, &cluster);
		if (text[here] == ' ' && end == here + 1) {
			last_blank = here;
			has_blank = here > at;
		}
		if (width + cluster > columns && here > at)
			break;
		width += cluster;
		here = end;
	}
	if (here < len && text[here] != '\n' && has_blank) {
		*line_len = without_blanks(text, at, last_blank);
		if (*line_len > 0)
			return past_blanks(text, len, last_blank);
	}
	*line_len = without_blanks(text, at, here);
	if (here < len && text[here] == '\n')
		return here + 1;
	return here < len && text[here] == ' ' ? past_blanks(text, len, here)
					       : here;
}
