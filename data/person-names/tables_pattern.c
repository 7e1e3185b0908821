/*
 * tables_pattern.c - takes patterns apart, once for all locales
 */
#include "tables.h"

#include <stdio.h>
#include <string.h>

enum { CODES_MAX = 60000 };

static uint8_t codes[CODES_MAX];
static size_t codes_len;

const uint8_t *pattern_codes(size_t *len)
{
	*len = codes_len;
	return codes;
}

static void put(uint8_t *out, size_t *len, uint8_t byte)
{
	if (*len == 255)
		fail("a pattern is too long");
	out[(*len)++] = byte;
}

static int part_of(const char *name)
{
	static const char *const parts[] = {
	    [NAME_PART_TITLE] = "title",
	    [NAME_PART_GIVEN] = "given",
	    [NAME_PART_GIVEN2] = "given2",
	    [NAME_PART_SURNAME] = "surname",
	    [NAME_PART_SURNAME_PREFIX] = "surname-prefix",
	    [NAME_PART_SURNAME_CORE] = "surname-core",
	    [NAME_PART_SURNAME2] = "surname2",
	    [NAME_PART_GENERATION] = "generation",
	    [NAME_PART_CREDENTIALS] = "credentials",
	    [NAME_PART_GIVEN_INFORMAL] = "given-informal",
	};

	for (int i = 0; i < NAME_PART_COUNT; i++) {
		if (!strcmp(parts[i], name))
			return i;
	}
	fail("unknown part %s", name);
}

static uint8_t modifier_bit(const char *word)
{
	static const struct {
		const char *name;
		uint8_t bit;
	} modifiers[] = {
	    {"allCaps", NAME_AS_CAPITALS},
	    {"initialCap", NAME_AS_CAPITALISED},
	    {"initial", NAME_AS_INITIALS},
	    {"monogram", NAME_AS_MONOGRAM},
	    {"retain", NAME_AS_RETAINED},
	    /* A record has one form of a name, and none but given is informal.
	     */
	    {"vocative", 0},
	    {"genitive", 0},
	    {"informal", 0},
	};

	for (size_t i = 0; i < sizeof(modifiers) / sizeof(*modifiers); i++) {
		if (!strcmp(word, modifiers[i].name))
			return modifiers[i].bit;
	}
	fail("unknown modifier %s", word);
}

/* Whether the word goes on with the part's own name, not with its modifiers. */
static bool is_of_name(const char *word, const char *name)
{
	return !*name || !strcmp(word, "prefix") || !strcmp(word, "core") ||
	       (!strcmp(word, "informal") && !strcmp(name, "given"));
}

/* "surname-core-monogram-allCaps" as two bytes. */
static void put_part(uint8_t *out, size_t *len, char *text)
{
	char name[40] = "";
	uint8_t bits = 0;

	for (char *word = strtok(text, "-"); word; word = strtok(NULL, "-")) {
		size_t at = strlen(name);

		if (is_of_name(word, name))
			snprintf(name + at, sizeof(name) - at, "%s%s",
				 at > 0 ? "-" : "", word);
		else
			bits |= modifier_bit(word);
	}
	put(out, len, (uint8_t)(NAME_CODE_PART | part_of(name)));
	put(out, len, bits);
}

static void put_pattern(uint8_t *out, size_t *len, char *pattern)
{
	while (*pattern) {
		size_t literal = strcspn(pattern, "{");
		char *end;

		if (literal >= NAME_CODE_OTHER)
			fail("a literal is too long");
		if (literal > 0) {
			put(out, len, (uint8_t)literal);
			for (size_t i = 0; i < literal; i++)
				put(out, len, (uint8_t)pattern[i]);
			pattern += literal;
			continue;
		}
		end = strchr(pattern, '}');
		if (end == NULL)
			fail("a brace is not closed");
		*end = '\0';
		put_part(out, len, pattern + 1);
		pattern = end + 1;
	}
}

uint16_t pattern_code(char *pattern, char *other)
{
	uint8_t code[256];
	size_t len = 0;

	put_pattern(code, &len, pattern);
	if (*other) {
		put(code, &len, NAME_CODE_OTHER);
		put_pattern(code, &len, other);
	}
	put(code, &len, 0);
	for (size_t at = 0; at < codes_len;) {
		size_t had = strlen((const char *)codes + at) + 1;

		/* After any 0, also one of no modifiers, an element begins. */
		if (at + len <= codes_len && !memcmp(codes + at, code, len))
			return (uint16_t)at;
		at += had;
	}
	if (codes_len + len > CODES_MAX)
		fail("too many patterns");
	memcpy(codes + codes_len, code, len);
	codes_len += len;
	return (uint16_t)(codes_len - len);
}
