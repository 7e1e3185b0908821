/*
 * reference.c - references that can be read aloud over a telephone
 */
#include "frontdesk/core/reference.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "frontdesk/base/intl.h"

#define DATA_COUNT 6
#define SYMBOL_COUNT (DATA_COUNT + 1)

/* Crockford's 32, then the five that only a check character may be. */
static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

bool reference_is_issued(int64_t number)
{
	return number >= 0 && number <= REFERENCE_MAX && number % 37 < 32;
}

void reference_format(enum reference_kind kind, int64_t number,
		      struct reference *out)
{
	char said[SYMBOL_COUNT];
	int64_t rest = number;

	assert(reference_is_issued(number));
	for (int i = DATA_COUNT - 1; i >= 0; i--) {
		said[i] = symbols[rest % 32];
		rest /= 32;
	}
	said[DATA_COUNT] = symbols[number % 37];
	out->text[0] = (char)kind;
	out->text[1] = '-';
	memcpy(out->text + 2, said, 3);
	out->text[5] = '-';
	memcpy(out->text + 6, said + 3, 4);
	out->text[10] = '\0';
}

/* The value of a symbol as people write and hear it; -1 for none. */
static int symbol_value(char c)
{
	const char *found;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == 'O')
		c = '0';
	if (c == 'I' || c == 'L')
		c = '1';
	found = c != '\0' ? strchr(symbols, c) : NULL;
	return found != NULL ? (int)(found - symbols) : -1;
}

/* What somebody typed, without blanks and dashes. */
struct typed {
	char kind;
	int values[SYMBOL_COUNT + 2];
	size_t count;	     /* of values, also those that were too many */
	bool has_mark;	     /* a digit or a dash: no word that people search */
	bool is_kind_marked; /* a dash right after the kind letter */
};

static bool is_dash_or_blank(char c)
{
	return c == '-' || c == ' ' || c == '\t';
}

static bool typed_read(const char *text, struct typed *typed)
{
	*typed = (struct typed){0};
	while (is_dash_or_blank(*text))
		text++;
	typed->kind = *text;
	if (typed->kind >= 'a' && typed->kind <= 'z')
		typed->kind = (char)(typed->kind - 'a' + 'A');
	if (typed->kind == '\0' || strchr("RVP", typed->kind) == NULL)
		return false;
	typed->is_kind_marked = text[1] == '-';
	for (text++; *text != '\0'; text++) {
		int value;

		if (*text == '-' || (*text >= '0' && *text <= '9'))
			typed->has_mark = true;
		if (is_dash_or_blank(*text))
			continue;
		value = symbol_value(*text);
		if (value < 0 || typed->count == SYMBOL_COUNT + 2)
			return false;
		typed->values[typed->count++] = value;
	}
	return true;
}

bool reference_parse(const char *text, struct reference *out, struct error *err)
{
	struct typed typed;
	int64_t number = 0;
	bool is_right;

	*out = (struct reference){0};
	if (text == NULL || !typed_read(text, &typed))
		return error_set(err, ERROR_NOT_FOUND, "", "%s",
				 _("This is not a reference."));
	is_right = typed.count == SYMBOL_COUNT;
	for (size_t i = 0; is_right && i < DATA_COUNT; i++) {
		is_right = typed.values[i] < 32;
		number = number * 32 + typed.values[i];
	}
	is_right = is_right && reference_is_issued(number) &&
		   number % 37 == typed.values[DATA_COUNT];
	if (is_right) {
		reference_format((enum reference_kind)typed.kind, number, out);
		return true;
	}
	/* "Robinson" is a name, and "P-12" half a house number. */
	if (!typed.has_mark || typed.count < SYMBOL_COUNT - 2 ||
	    (typed.count != SYMBOL_COUNT && !typed.is_kind_marked))
		return error_set(err, ERROR_NOT_FOUND, "", "%s",
				 _("This is not a reference."));
	return error_set(err, ERROR_INVALID, "reference", "%s",
			 _("No reference is written like this. Misheard? "
			   "Ask for it again, sign by sign."));
}
