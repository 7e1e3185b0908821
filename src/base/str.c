/*
 * str.c - a string that grows
 */
#include "frontdesk/base/str.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"

/* Makes room for len bytes and the NUL. */
static void reserve(struct str *str, size_t len)
{
	size_t size = str->size > 0 ? str->size : 32;

	if (str->text != NULL && len < str->size)
		return;
	while (size <= len)
		size *= 2;
	str->text = mem_resize(str->text, size, 1);
	str->size = size;
	str->text[str->len] = '\0';
}

void str_add(struct str *str, const char *text)
{
	if (text != NULL)
		str_add_n(str, text, strlen(text));
}

void str_add_n(struct str *str, const char *text, size_t len)
{
	reserve(str, str->len + len);
	if (len > 0)
		memcpy(str->text + str->len, text, len);
	str->len += len;
	str->text[str->len] = '\0';
}

void str_add_char(struct str *str, char c)
{
	str_add_n(str, &c, 1);
}

void str_add_int(struct str *str, int64_t value)
{
	char digits[20];
	size_t first = sizeof(digits);
	uint64_t left =
	    value < 0 ? UINT64_C(0) - (uint64_t)value : (uint64_t)value;

	do {
		digits[--first] = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (value < 0)
		str_add_char(str, '-');
	str_add_n(str, digits + first, sizeof(digits) - first);
}

void str_addf(struct str *str, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	str_addv(str, format, args);
	va_end(args);
}

void str_addv(struct str *str, const char *format, va_list args)
{
	va_list measured;
	int len;

	va_copy(measured, args);
	len = vsnprintf(NULL, 0, format, measured);
	va_end(measured);
	assert(len >= 0);
	reserve(str, str->len + (size_t)len);
	vsnprintf(str->text + str->len, (size_t)len + 1, format, args);
	str->len += (size_t)len;
}

void str_insert(struct str *str, size_t at, const char *text, size_t len)
{
	assert(at <= str->len);
	reserve(str, str->len + len);
	memmove(str->text + at + len, str->text + at, str->len - at + 1);
	if (len > 0)
		memcpy(str->text + at, text, len);
	str->len += len;
}

void str_remove(struct str *str, size_t at, size_t len)
{
	assert(at <= str->len && len <= str->len - at);
	if (len == 0)
		return;
	memmove(str->text + at, str->text + at + len, str->len - at - len + 1);
	str->len -= len;
}

void str_cut(struct str *str, size_t len)
{
	if (len >= str->len)
		return;
	str->len = len;
	str->text[len] = '\0';
}

void str_clear(struct str *str)
{
	str_cut(str, 0);
}

void str_release(struct str *str)
{
	free(str->text);
	memset(str, 0, sizeof(*str));
}

const char *str_text(const struct str *str)
{
	return str->text != NULL ? str->text : "";
}

const char *str_or_null(const struct str *str)
{
	return str->len > 0 ? str->text : NULL;
}

char *str_take(struct str *str)
{
	char *text = str->text != NULL ? str->text : mem_copy("");

	memset(str, 0, sizeof(*str));
	return text;
}

char str_lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool str_same(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* The bytes of one white space character at text; 0 where there is none. */
static size_t blank_len(const char *text)
{
	const unsigned char *byte = (const unsigned char *)text;

	if (byte[0] == ' ' || (byte[0] >= '\t' && byte[0] <= '\r'))
		return 1;
	if (byte[0] == 0xc2 && (byte[1] == 0xa0 || byte[1] == 0x85))
		return 2; /* no-break space, next line */
	if (byte[0] == 0xe1 && byte[1] == 0x9a && byte[2] == 0x80)
		return 3; /* ogham space */
	if (byte[0] == 0xe2 && byte[1] == 0x80 &&
	    ((byte[2] >= 0x80 && byte[2] <= 0x8a) || byte[2] == 0xaf ||
	     byte[2] == 0xa8 || byte[2] == 0xa9))
		return 3; /* en quad to hair space, narrow, separators */
	if (byte[0] == 0xe2 && byte[1] == 0x81 && byte[2] == 0x9f)
		return 3; /* mathematical space */
	if (byte[0] == 0xe3 && byte[1] == 0x80 && byte[2] == 0x80)
		return 3; /* ideographic space */
	return 0;
}

bool str_is_blank(const char *text)
{
	size_t len;

	if (text == NULL)
		return true;
	while (*text != '\0') {
		len = blank_len(text);
		if (len == 0)
			return false;
		text += len;
	}
	return true;
}

const char *str_next_word(const char *text)
{
	text += strcspn(text, " ");
	return text + strspn(text, " ");
}
