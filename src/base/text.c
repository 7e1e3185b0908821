/*
 * text.c - UTF-8 itself: the locale, decoding, counting
 */
#include "frontdesk/base/text.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <utf8proc.h>

#include "text_private.h"

static bool locale_is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

void text_locale_init(void)
{
	static const char *const others[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8",
					     NULL};
	size_t i;

	setlocale(LC_ALL, "");
	for (i = 0; !locale_is_utf8() && others[i] != NULL; i++)
		setlocale(LC_CTYPE, others[i]);
	/* Files and figures keep their decimal point everywhere. */
	setlocale(LC_NUMERIC, "C");
}

int32_t text_decode(const char *text, size_t len, size_t *used)
{
	const unsigned char *byte = (const unsigned char *)text;
	utf8proc_int32_t point;
	utf8proc_ssize_t size;

	*used = 1;
	if (byte[0] < 0x80)
		return byte[0];
	size = utf8proc_iterate(byte, (utf8proc_ssize_t)len, &point);
	if (size <= 0)
		return -1;
	*used = (size_t)size;
	return point;
}

void text_encode(struct str *out, int32_t point)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t size = utf8proc_encode_char(point, bytes);

	if (size > 0)
		str_add_n(out, (const char *)bytes, (size_t)size);
}

bool text_is_utf8(const char *text, size_t len)
{
	size_t at, used;

	for (at = 0; at < len; at += used) {
		if (text_decode(text + at, len - at, &used) < 0)
			return false;
	}
	return true;
}

size_t text_count(const char *text)
{
	size_t count = 0;

	if (text == NULL)
		return 0;
	for (; *text != '\0'; text++) {
		if (((unsigned char)*text & 0xc0) != 0x80)
			count++;
	}
	return count;
}

void text_digits(const char *text, struct str *out)
{
	if (text == NULL)
		return;
	for (; *text != '\0'; text++) {
		if (*text >= '0' && *text <= '9')
			str_add_char(out, *text);
	}
}

void text_digits_reversed(const char *text, struct str *out)
{
	size_t at = text != NULL ? strlen(text) : 0;

	while (at > 0) {
		at--;
		if (text[at] >= '0' && text[at] <= '9')
			str_add_char(out, text[at]);
	}
}
