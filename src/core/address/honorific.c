/*
 * honorific.c - finding what a recorded title, rank or office is
 */
#include "honorific.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

/* Adds text without its blanks; false where it does not fit. */
static bool key_add(char *key, size_t *at, const char *text)
{
	for (; *text; text++) {
		if (*text == ' ')
			continue;
		if (*at + 2 > HONORIFIC_KEY_SIZE)
			return false;
		key[(*at)++] = *text;
	}
	key[*at] = '\0';
	return true;
}

bool honorific_key(enum honorific_kind kind, const char *of, const char *text,
		   size_t len, struct str *room, char key[HONORIFIC_KEY_SIZE])
{
	char copy[HONORIFIC_KEY_SIZE];
	size_t at = 0;

	if (len >= sizeof(copy))
		return false;
	memcpy(copy, text, len);
	copy[len] = '\0';
	str_clear(room);
	text_fold(copy, room);
	key[at++] = (char)('0' + kind);
	if (!key_add(key, &at, of) || at + 2 > HONORIFIC_KEY_SIZE)
		return false;
	key[at++] = '/';
	return key_add(key, &at, str_text(room));
}

static int compare_key(const void *a, const void *b)
{
	const struct honorific_key *key = b;

	return strcmp(a, key->text);
}

static const struct honorific *find(const struct honorifics *honorifics,
				    enum honorific_kind kind, const char *of,
				    const char *text, size_t len,
				    struct str *room)
{
	char text_key[HONORIFIC_KEY_SIZE];
	const struct honorific_key *key;

	if (!honorifics->key_count ||
	    !honorific_key(kind, of, text, len, room, text_key))
		return NULL;
	key = bsearch(text_key, honorifics->keys, honorifics->key_count,
		      sizeof(*honorifics->keys), compare_key);
	return key ? &honorifics->rows[key->row] : NULL;
}

/* Of the language or service, else of any. */
static const struct honorific *find_any(const struct honorifics *honorifics,
					enum honorific_kind kind,
					const char *of, const char *text,
					size_t len, struct str *room)
{
	const struct honorific *row =
	    of ? find(honorifics, kind, of, text, len, room) : NULL;

	return row ? row : find(honorifics, kind, "", text, len, room);
}

/* Without what says that somebody left: "COL, USA (Ret.)", "Col. Retired". */
static size_t without_retired(const char *text)
{
	static const char *const words[] = {" ret", " ret.", " retired"};
	size_t len = strcspn(text, "(,");

	for (size_t i = 0; !text[len] && i < MEM_COUNT(words); i++) {
		size_t word = strlen(words[i]);

		if (len > word && !strcasecmp(text + len - word, words[i]))
			return len - word;
	}
	return len;
}

const struct honorific *honorific_find(const struct honorifics *honorifics,
				       enum honorific_kind kind, const char *of,
				       const char *text, struct str *room,
				       bool *is_whole)
{
	const struct honorific *row;
	size_t len = strlen(text), head = without_retired(text);

	*is_whole = true;
	row = find_any(honorifics, kind, of, text, len, room);
	if (row || kind == HONORIFIC_TITLE || head == len || !head)
		return row;
	*is_whole = false;
	return find_any(honorifics, kind, of, text, head, room);
}

struct honorific *honorifics_add(struct honorifics *honorifics,
				 const struct honorific *row)
{
	struct honorific *copy;

	if (honorifics->count == honorifics->size) {
		honorifics->size = honorifics->size ? 2 * honorifics->size : 64;
		honorifics->rows =
		    mem_resize(honorifics->rows, honorifics->size,
			       sizeof(*honorifics->rows));
	}
	copy = &honorifics->rows[honorifics->count++];
	*copy = *row;
	copy->of = mem_copy(row->of);
	copy->written = mem_copy(row->written);
	copy->spoken = mem_copy(row->spoken);
	return copy;
}

void honorifics_release(struct honorifics *honorifics)
{
	for (size_t i = 0; i < honorifics->count; i++) {
		free(honorifics->rows[i].of);
		free(honorifics->rows[i].written);
		free(honorifics->rows[i].spoken);
	}
	for (size_t i = 0; i < honorifics->key_count; i++)
		free(honorifics->keys[i].text);
	for (size_t i = 0; i < honorifics->choice_count; i++)
		free(honorifics->choices[i].written);
	free(honorifics->rows);
	free(honorifics->keys);
	free(honorifics->choices);
	*honorifics = (struct honorifics){0};
}
