/*
 * error.c - what went wrong, in the clerk's words
 */
#include "frontdesk/base/error.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A text that did not fit must not end within a code point. */
static void drop_broken_end(char *text, size_t size, int wanted)
{
	size_t len = strlen(text);

	if (wanted < 0 || (size_t)wanted < size)
		return;
	while (len > 0 && ((unsigned char)text[len - 1] & 0xc0) == 0x80)
		len--;
	if (len > 0 && (unsigned char)text[len - 1] >= 0xc0)
		len--;
	text[len] = '\0';
}

bool error_set(struct error *err, enum error_code code, const char *field,
	       const char *format, ...)
{
	va_list args;
	int wanted;

	assert(err != NULL && code != ERROR_NONE);
	memset(err, 0, sizeof(*err));
	err->code = code;
	if (field != NULL)
		snprintf(err->field, sizeof(err->field), "%s", field);
	err->has_name_first =
	    strncmp(format, "%s", 2) == 0 && format[2] != '\0';
	va_start(args, format);
	wanted = vsnprintf(err->text, sizeof(err->text), format, args);
	va_end(args);
	drop_broken_end(err->text, sizeof(err->text), wanted);
	return false;
}

bool error_detail(struct error *err, const char *format, ...)
{
	va_list args;
	int wanted;

	assert(err != NULL && err->code != ERROR_NONE);
	va_start(args, format);
	wanted = vsnprintf(err->detail, sizeof(err->detail), format, args);
	va_end(args);
	drop_broken_end(err->detail, sizeof(err->detail), wanted);
	return false;
}

void error_clear(struct error *err)
{
	memset(err, 0, sizeof(*err));
}
