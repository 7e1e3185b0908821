/*
 * name_format_tag.c - reads the tag of a locale, however it is spelled
 *
 * Also built into the program that makes the tables: nothing but C here.
 */
#include "name_format_tag.h"

#include <stdbool.h>

/* 1 to 26 for a letter of either case, 27 to 36 for a digit, else 0. */
static unsigned sign_of(char c)
{
	if (c >= 'a' && c <= 'z')
		return (unsigned)(c - 'a') + 1;
	if (c >= 'A' && c <= 'Z')
		return (unsigned)(c - 'A') + 1;
	return c >= '0' && c <= '9' ? (unsigned)(c - '0') + 27 : 0;
}

static bool is_letters(const char *part, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (sign_of(part[i]) == 0 || sign_of(part[i]) > 26)
			return false;
	}
	return len > 0;
}

static bool is_digits(const char *part, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (sign_of(part[i]) < 27)
			return false;
	}
	return len > 0;
}

static uint64_t pack(const char *part, size_t len, unsigned bits)
{
	uint64_t packed = 0;

	for (size_t i = 0; i < len; i++)
		packed = packed << bits | sign_of(part[i]);
	return packed;
}

static uint64_t pack_language(const char *part, size_t len)
{
	static const uint64_t und = 21 << 10 | 14 << 5 | 4;
	uint64_t packed = pack(part, len, 5);

	return packed == und ? 0 : packed << 38;
}

/* Adds what the part is; false where the rest is of another kind. */
static bool add_part(uint64_t *tag, const char *part, size_t len)
{
	if (len == 3 && is_letters(part, len) && !(*tag & ~NAME_TAG_LANGUAGE))
		*tag = pack_language(part, len); /* zh-yue */
	else if (len == 4 && is_letters(part, len) && !(*tag & NAME_TAG_SCRIPT))
		*tag |= pack(part, len, 5) << 18;
	else if (!(*tag & NAME_TAG_REGION) &&
		 ((len == 2 && is_letters(part, len)) ||
		  (len == 3 && is_digits(part, len))))
		*tag |= pack(part, len, 6);
	else
		return len >
		       1; /* a variant; after a singleton nothing is ours */
	return true;
}

static size_t part_len(const char *text)
{
	size_t len = 0;

	while (sign_of(text[len]) > 0)
		len++;
	return len;
}

uint64_t name_tag_parse(const char *text)
{
	uint64_t tag = 0;
	size_t len;

	if (text == NULL)
		return 0;
	len = part_len(text);
	if ((len == 2 || len == 3) && is_letters(text, len))
		tag = pack_language(text, len);
	text += len;
	while ((*text == '-' || *text == '_') && len > 0) {
		text++;
		len = part_len(text);
		if (!add_part(&tag, text, len))
			break;
		text += len;
	}
	return tag;
}
