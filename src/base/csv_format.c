/*
 * csv_format.c - fields written so that spreadsheets take them as text
 */
#include "frontdesk/base/csv.h"

#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

static bool is_plain_number(const char *text)
{
	size_t whole, part = 0;

	text += *text == '-' || *text == '+' ? 1 : 0;
	whole = strspn(text, "0123456789");
	text += whole;
	if (*text == '.') {
		part = strspn(text + 1, "0123456789");
		text += 1 + part;
	}
	return whole + part > 0 && *text == '\0';
}

/* Spreadsheets compute what begins so; the wide forms are taken alike. */
static bool is_formula(const char *text)
{
	static const char *const wide[] = {"\xef\xbc\x9d", "\xef\xbc\x8b",
					   "\xef\xbc\x8d", "\xef\xbc\xa0"};
	size_t i;

	if (text[0] == '\0' || is_plain_number(text))
		return false;
	if (strchr("=+-@\t\r", text[0]) != NULL)
		return true;
	for (i = 0; i < MEM_COUNT(wide); i++) {
		if (strncmp(text, wide[i], 3) == 0)
			return true;
	}
	return false;
}

const char *csv_undefused(const char *field)
{
	return field[0] == '\'' && is_formula(field + 1) ? field + 1 : field;
}

void csv_add(struct str *out, const char *field, bool is_first)
{
	struct str clean = STR_INIT;
	const char *c;

	if (!is_first)
		str_add_char(out, ',');
	if (field == NULL || field[0] == '\0')
		return;
	if (is_formula(field))
		str_add_char(&clean, '\'');
	text_clean(field, true, &clean);
	if (strpbrk(clean.text, ",\"\r\n") == NULL) {
		str_add_n(out, clean.text, clean.len);
	} else {
		str_add_char(out, '"');
		for (c = clean.text; *c != '\0'; c++) {
			if (*c == '"')
				str_add_char(out, '"');
			str_add_char(out, *c);
		}
		str_add_char(out, '"');
	}
	str_release(&clean);
}

void csv_end_row(struct str *out)
{
	str_add(out, "\r\n");
}
