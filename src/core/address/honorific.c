/*
 * honorific.c - finding what a recorded title, rank or office is
 */
#include "honorific.h"

#include <stdlib.h>
#include <string.h>

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

bool honorific_key(enum honorific_kind kind, const char *of,
		   enum honorific_extent extent, const char *text, size_t len,
		   struct str *room, char key[HONORIFIC_KEY_SIZE])
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
	key[at++] = (char)extent;
	return key_add(key, &at, str_text(room));
}

static int compare_key(const void *a, const void *b)
{
	const struct honorific_key *key = b;

	return strcmp(a, key->text);
}

/* What is looked for, and what folding works in. */
struct search {
	const struct honorifics *honorifics;
	enum honorific_kind kind;
	const char *of;
	struct str *room;
};

static const struct honorific *find(const struct search *search, const char *of,
				    enum honorific_extent extent,
				    const char *text, size_t len)
{
	const struct honorifics *honorifics = search->honorifics;
	char text_key[HONORIFIC_KEY_SIZE];
	const struct honorific_key *key;

	if (!honorifics->key_count ||
	    !honorific_key(search->kind, of, extent, text, len, search->room,
			   text_key))
		return NULL;
	key = bsearch(text_key, honorifics->keys, honorifics->key_count,
		      sizeof(*honorifics->keys), compare_key);
	return key ? &honorifics->rows[key->row] : NULL;
}

/* Of the language or service, else of any. */
static const struct honorific *find_any(const struct search *search,
					enum honorific_extent extent,
					const char *text, size_t len)
{
	const struct honorific *row =
	    search->of ? find(search, search->of, extent, text, len) : NULL;

	return row ? row : find(search, "", extent, text, len);
}

/* Where "* First Class" is a rank of the Navy's, it is none of others'. */
static const struct honorific *find_part(const struct search *search,
					 enum honorific_extent extent,
					 const char *text, size_t len)
{
	if (search->kind == HONORIFIC_OFFICE)
		return find_any(search, extent, text, len);
	return search->of ? find(search, search->of, extent, text, len) : NULL;
}

/* The longest beginning or end that a row with a star is for. */
static const struct honorific *find_like(const struct search *search,
					 const struct honorific_head *head)
{
	const struct honorific *row = NULL;

	for (size_t at = head->len; !row && at-- > 1;) {
		if (head->text[at] == ' ')
			row = find_part(search, EXTENT_BEGIN, head->text, at);
	}
	for (size_t at = 1; !row && at + 1 < head->len; at++) {
		if (head->text[at] == ' ')
			row = find_part(search, EXTENT_END, head->text + at,
					head->len - at);
	}
	return row;
}

struct honorific_found honorific_find(const struct honorifics *honorifics,
				      enum honorific_kind kind, const char *of,
				      const char *text, struct str *room)
{
	const struct search search = {honorifics, kind, of, room};
	struct honorific_found found = {.is_whole = true};
	struct honorific_head head;

	found.row = find_any(&search, EXTENT_WHOLE, text, strlen(text));
	if (found.row || kind == HONORIFIC_TITLE)
		return found;
	head = honorific_head(text);
	found.is_former = head.is_former;
	found.is_whole = false;
	if (head.len > 0)
		found.row =
		    find_any(&search, EXTENT_WHOLE, head.text, head.len);
	if (!found.row)
		found.row = find_like(&search, &head);
	return found;
}

const struct honorific *honorific_offered(const struct honorifics *honorifics,
					  const char *language)
{
	for (size_t i = 0; i < honorifics->count; i++) {
		const struct honorific *row = &honorifics->rows[i];

		if (row->is_offered && !strcmp(row->of, language))
			return row;
	}
	return NULL;
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
	copy->same = mem_copy(row->same);
	return copy;
}

void honorific_release(struct honorific *honorific)
{
	free(honorific->of);
	free(honorific->written);
	free(honorific->spoken);
	free(honorific->same);
}

void honorifics_release(struct honorifics *honorifics)
{
	for (size_t i = 0; i < honorifics->count; i++)
		honorific_release(&honorifics->rows[i]);
	for (size_t i = 0; i < honorifics->key_count; i++)
		free(honorifics->keys[i].text);
	for (size_t i = 0; i < honorifics->choice_count; i++)
		free(honorifics->choices[i].written);
	free(honorifics->rows);
	free(honorifics->keys);
	free(honorifics->choices);
	*honorifics = (struct honorifics){0};
}
