/*
 * text_case.c - capitals, as the language of the text has them
 */
#include "frontdesk/base/text.h"

#include <utf8proc.h>

#include "frontdesk/base/mem.h"
#include "text_private.h"

/* What becomes more than one letter (SpecialCasing), in capitals and with
 * only the first of them one. */
static const struct special {
	int32_t point;
	const char *upper, *first;
} specials[] = {
    {0x00df, "SS", "Ss"},
    {0x0149, "\xca\xbcN", "\xca\xbcN"},
    {0x01f0, "J\xcc\x8c", "J\xcc\x8c"},
    {0x0587, "\xd4\xb5\xd5\x92", "\xd4\xb5\xd6\x82"},
    {0xfb00, "FF", "Ff"},
    {0xfb01, "FI", "Fi"},
    {0xfb02, "FL", "Fl"},
    {0xfb03, "FFI", "Ffi"},
    {0xfb04, "FFL", "Ffl"},
    {0xfb05, "ST", "St"},
    {0xfb06, "ST", "St"},
};

/* The letter of a Greek one without its accent; only the diaeresis stays. */
static int32_t without_accent(int32_t point)
{
	utf8proc_int32_t parts[4];
	utf8proc_ssize_t count;
	int last_class = UTF8PROC_BOUNDCLASS_START;

	if (point < 0x0386 || (point > 0x03ce && point < 0x1f00) ||
	    point > 0x1fff)
		return point;
	count = utf8proc_decompose_char(point, parts, 4, UTF8PROC_DECOMPOSE,
					&last_class);
	if (count < 2 || count > 4)
		return point;
	for (utf8proc_ssize_t i = 1; i < count; i++) {
		if (parts[i] == 0x0308)
			return parts[0] == 0x03b9 ? 0x03ca : 0x03cb;
	}
	return parts[0];
}

static void add_capital(struct str *out, int32_t point, bool is_all,
			enum text_case_rule rule)
{
	if (rule == TEXT_CASE_TURKIC && point == 'i') {
		text_encode(out, 0x0130);
		return;
	}
	/* Armenian writes the ligature ech-yiwn with ech and vew. */
	if (rule == TEXT_CASE_ARMENIAN && point == 0x0587) {
		text_encode(out, 0x0535);
		text_encode(out, is_all ? 0x054e : 0x057e);
		return;
	}
	for (size_t i = 0; i < MEM_COUNT(specials); i++) {
		if (specials[i].point == point) {
			str_add(out,
				is_all ? specials[i].upper : specials[i].first);
			return;
		}
	}
	if (rule == TEXT_CASE_GREEK && is_all)
		point = without_accent(point);
	text_encode(out,
		    is_all ? utf8proc_toupper(point) : utf8proc_totitle(point));
}

/* Adds the code point at at, a capital; returns where the next begins. */
static size_t add_one(struct str *out, const char *text, size_t len, size_t at,
		      bool is_all, enum text_case_rule rule)
{
	size_t used;
	int32_t point = text_decode(text + at, len - at, &used);

	if (point < 0)
		str_add_n(out, text + at, used);
	else if (point < 0x80 && (point < 'a' || point > 'z'))
		str_add_char(out, (char)point);
	else if (point < 0x80 && rule != TEXT_CASE_TURKIC)
		str_add_char(out, (char)(point - 'a' + 'A'));
	else if (!(rule == TEXT_CASE_GREEK && is_all && point == 0x0301))
		add_capital(out, point, is_all, rule);
	return at + used;
}

void text_add_upper(struct str *out, const char *text, size_t len,
		    enum text_case_rule rule)
{
	for (size_t at = 0; at < len;)
		at = add_one(out, text, len, at, true, rule);
}

void text_add_capitalised(struct str *out, const char *text, size_t len,
			  enum text_case_rule rule)
{
	size_t at = len > 0 ? add_one(out, text, len, 0, false, rule) : 0;

	if (rule == TEXT_CASE_DUTCH && len > 1 && text[0] == 'i' &&
	    text[1] == 'j')
		at = add_one(out, text, len, at, false, rule);
	str_add_n(out, text + at, len - at);
}
