/*
 * name_sound.c - keys by which names that sound alike are found together
 */
#include "frontdesk/core/name_sound.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "name_sound_rules.h"

/* A word of so few consonants is told from others by its first vowel: John is
 * not Jane, but Mohamed is Muhammad. */
#define CONSONANTS_FEW 2

struct spoken {
	char codes[NAME_SOUND_SIZE];
	size_t count;
	char vowel;	 /* the class of the first; 0: none yet */
	size_t vowel_at; /* codes before it */
	bool is_parted;	 /* a vowel came since the last code */
};

static bool is_vowel(char letter)
{
	return letter != '\0' && strchr("aeiouy", letter) != NULL;
}

/* a, o and u, and what is spoken in front: e, i, y. */
static char vowel_class(char letter)
{
	if (letter == 'a')
		return 'A';
	return letter == 'o' || letter == 'u' ? 'O' : 'E';
}

static bool stands_so(const char *where, const char *word, size_t len,
		      size_t at, size_t end)
{
	char next = '\0';

	if (end < len)
		next = word[end];
	for (; *where != '\0'; where++) {
		if (*where == '^' && at > 0)
			return false;
		if (*where == '$' && end < len)
			return false;
		if (*where == 'e' &&
		    (next == '\0' || strchr("eiy", next) == NULL))
			return false;
		if (*where == 'v' && !is_vowel(next))
			return false;
		if (*where == 'b' &&
		    (at == 0 || !is_vowel(word[at - 1]) || !is_vowel(next)))
			return false;
	}
	return true;
}

static const struct name_rule *rule_at(const char *word, size_t len, size_t at)
{
	for (const struct name_rule *rule = name_rules; rule->letters != NULL;
	     rule++) {
		size_t count = strlen(rule->letters);

		if (rule->letters[0] == word[at] && count <= len - at &&
		    memcmp(rule->letters, word + at, count) == 0 &&
		    stands_so(rule->where, word, len, at, at + count))
			return rule;
	}
	return NULL;
}

static void speak_vowel(struct spoken *spoken, char letter)
{
	if (spoken->vowel == 0) {
		spoken->vowel = vowel_class(letter);
		spoken->vowel_at = spoken->count;
	}
	spoken->is_parted = true;
}

/* What is doubled is said once. */
static void speak(struct spoken *spoken, const char *codes, char letter)
{
	for (; *codes != '\0'; codes++) {
		if (*codes == NAME_VOWEL[0]) {
			speak_vowel(spoken, letter);
			continue;
		}
		if (is_vowel(*codes)) {
			speak_vowel(spoken, *codes);
			continue;
		}
		if (spoken->count > 0 && !spoken->is_parted &&
		    spoken->codes[spoken->count - 1] == *codes)
			continue;
		if (spoken->count < NAME_SOUND_SIZE - 2)
			spoken->codes[spoken->count++] = *codes;
		spoken->is_parted = false;
	}
}

static void add_key(struct name_sounds *out, const char *key)
{
	for (size_t i = 0; i < out->count; i++)
		if (strcmp(out->keys[i], key) == 0)
			return;
	if (key[0] != '\0' && out->count < NAME_SOUNDS_MAX)
		snprintf(out->keys[out->count++], NAME_SOUND_SIZE, "%s", key);
}

/* The consonants, with the first vowel where it tells something. */
static void add_spoken(struct name_sounds *out, const struct spoken *spoken)
{
	bool is_short = spoken->count <= CONSONANTS_FEW;
	bool has_vowel =
	    spoken->vowel != 0 && (is_short || spoken->vowel_at == 0);
	char key[NAME_SOUND_SIZE], vowel = 'A';
	size_t count = 0;

	if (is_short)
		vowel = spoken->vowel;
	for (size_t i = 0; i <= spoken->count; i++) {
		if (has_vowel && i == spoken->vowel_at)
			key[count++] = vowel;
		if (i < spoken->count)
			key[count++] = spoken->codes[i];
	}
	key[count] = '\0';
	add_key(out, key);
}

static const char *codes_of(const struct name_rule *rule,
			    enum name_reading reading)
{
	const char *codes = rule != NULL ? rule->codes[reading] : NAME_VOWEL;

	if (codes == NULL)
		codes = rule->codes[READ_ENGLISH];
	return codes != NULL ? codes : "";
}

static void add_reading(struct name_sounds *out, const char *word, size_t len,
			enum name_reading reading)
{
	struct spoken spoken = {0};
	size_t at = 0;

	while (at < len) {
		const struct name_rule *rule = rule_at(word, len, at);

		speak(&spoken, codes_of(rule, reading), word[at]);
		at += rule != NULL ? strlen(rule->letters) : 1;
	}
	add_spoken(out, &spoken);
}

static bool has_spelling(const char *spellings, const char *word, size_t len)
{
	while (*spellings != '\0') {
		size_t count = strcspn(spellings, " ");

		if (count == len && memcmp(spellings, word, len) == 0)
			return true;
		spellings += count;
		spellings += strspn(spellings, " ");
	}
	return false;
}

/* "=LEE": the first spelling stands for all of them. */
static void add_spelling(struct name_sounds *out, const char *word, size_t len)
{
	for (const char *const *one = name_spellings; *one != NULL; one++) {
		char key[NAME_SOUND_SIZE] = "=";
		size_t count = strcspn(*one, " ");

		if (!has_spelling(*one, word, len))
			continue;
		for (size_t i = 0; i < count && i + 2 < sizeof(key); i++)
			key[i + 1] = (char)toupper((unsigned char)(*one)[i]);
		add_key(out, key);
	}
}

void name_sounds_of(const char *word, size_t len, struct name_sounds *out)
{
	out->count = 0;
	for (size_t i = 0; i < len; i++)
		if (word[i] < 'a' || word[i] > 'z')
			return;
	if (len < 2)
		return;
	add_spelling(out, word, len);
	for (int reading = 0; reading < NAME_READINGS; reading++)
		add_reading(out, word, len, (enum name_reading)reading);
}

bool name_sounds_meet(const struct name_sounds *a, const struct name_sounds *b)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			if (strcmp(a->keys[i], b->keys[k]) == 0)
				return true;
	return false;
}
