/*
 * printed.c - what stands on paper, and that it stays on it
 */
#include "printed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"

void printed_has(const struct str *text, const char *part)
{
	if (strstr(str_text(text), part) == NULL)
		fail_msg("\"%s\" is not in:\n%s", part, str_text(text));
}

void printed_has_not(const struct str *text, const char *part)
{
	if (strstr(str_text(text), part) != NULL)
		fail_msg("\"%s\" is in:\n%s", part, str_text(text));
}

void printed_fits(const struct str *text, int columns)
{
	const char *line = str_text(text);

	while (*line != '\0') {
		size_t len = strcspn(line, "\n");

		if (text_width_n(line, len) > columns)
			fail_msg("wider than %d: %.*s", columns, (int)len,
				 line);
		line += len + (line[len] == '\n');
	}
}
