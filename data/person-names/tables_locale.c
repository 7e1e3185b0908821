/*
 * tables_locale.c - locales, each with all that it inherits
 */
#include "tables.h"

#include <string.h>

enum { ORDERS_MAX = 2000, LIST_MAX = 32 };

static struct locale locales[TABLES_LOCALES];
static size_t locales_count;
static uint64_t orders[ORDERS_MAX];
static size_t orders_len;
static struct name_data kept[TABLES_LOCALES]; /* those that differ */
static size_t kept_count;

const struct locale *locales_all(size_t *count)
{
	*count = locales_count;
	return locales;
}

const struct name_data *locales_data(size_t *count)
{
	*count = kept_count;
	return kept;
}

const uint64_t *locales_orders(size_t *len)
{
	*len = orders_len;
	return orders;
}

struct locale *locale_find(const char *tag)
{
	for (size_t i = 0; i < locales_count; i++) {
		if (!strcmp(locales[i].tag, tag))
			return &locales[i];
	}
	return NULL;
}

static struct locale *add(const char *tag, const char *parent)
{
	struct locale *locale = locale_find(tag);

	if (locale != NULL)
		return locale;
	if (locales_count == TABLES_LOCALES)
		fail("more than %d locales", TABLES_LOCALES);
	locale = &locales[locales_count++];
	copy_text(locale->tag, sizeof(locale->tag), tag, strlen(tag));
	copy_text(locale->parent, sizeof(locale->parent), parent,
		  strlen(parent));
	return locale;
}

/* A list of tags, once for all locales that have the same. */
static uint16_t order_list(char *text)
{
	uint64_t list[LIST_MAX];
	size_t count = 0, at = 0;
	char *tag = strcmp(text, "none") != 0 ? strtok(text, " ") : NULL;

	for (; tag != NULL && count < LIST_MAX - 1; tag = strtok(NULL, " "))
		list[count++] = name_tag_parse(tag);
	list[count++] = NAME_ORDERS_END;
	while (at + count <= orders_len &&
	       memcmp(orders + at, list, count * sizeof(*list)) != 0)
		at++;
	if (at + count > orders_len) {
		at = orders_len;
		if (at + count > ORDERS_MAX)
			fail("too many orders");
		memcpy(orders + at, list, count * sizeof(*list));
		orders_len += count;
	}
	return (uint16_t)at;
}

/* The text in quotes, as spaces are written to be seen. */
static bool quoted(const char *text, char *out)
{
	size_t len = strlen(text);

	if (len == 0)
		return false;
	if (len < 2 || text[0] != '"' || text[len - 1] != '"')
		fail("%s is not in quotes", text);
	copy_text(out, 4, text + 1, len - 2);
	return true;
}

static void read_initials(struct locale *locale, const char *one,
			  const char *more)
{
	const char *at = strstr(one, "{0}");

	if (*one) {
		if (at == NULL)
			fail("%s has no {0}", one);
		copy_text(locale->data.initial_before, 4, one,
			  (size_t)(at - one));
		copy_text(locale->data.initial_after, 4, at + 3,
			  strlen(at + 3));
		locale->has_initial = true;
	}
	if (*more) {
		size_t len = strlen(more);

		if (len < 6 || strncmp(more, "{0}", 3) != 0 ||
		    strcmp(more + len - 3, "{1}") != 0)
			fail("%s does not join two initials", more);
		copy_text(locale->data.initial_between, 4, more + 3, len - 6);
		locale->has_between = true;
	}
}

static void read_locale(char *const *columns, size_t count)
{
	struct locale *locale = add(columns[0], columns[1]);

	(void)count;
	if (*columns[2]) {
		locale->has_given = true;
		locale->data.given_first = order_list(columns[2]);
	}
	if (*columns[3]) {
		locale->has_surname = true;
		locale->data.surname_first = order_list(columns[3]);
	}
	locale->has_native = quoted(columns[4], locale->data.native_space);
	locale->has_foreign = quoted(columns[5], locale->data.foreign_space);
	read_initials(locale, columns[6], columns[7]);
}

static void read_parent(char *const *columns, size_t count)
{
	(void)count;
	add(columns[0], columns[1]);
}

static size_t index_of(const char *word, const char *const *words)
{
	for (size_t i = 0; words[i] != NULL; i++) {
		if (!strcmp(words[i], word))
			return i;
	}
	fail("unknown word %s", word);
}

static void read_pattern(char *const *columns, size_t count)
{
	static const char *const order_words[] = {"givenFirst", "surnameFirst",
						  "sorting", NULL};
	static const char *const length_words[] = {"long", "medium", "short",
						   NULL};
	static const char *const usage_words[] = {"referring", "addressing",
						  "monogram", NULL};
	static const char *const formality_words[] = {"formal", "informal",
						      NULL};
	struct locale *locale = locale_find(columns[0]);
	size_t base;
	uint16_t at;

	if (locale == NULL || count < 6)
		fail("no locale, or no pattern");
	base = index_of(columns[1], order_words) * 18 +
	       index_of(columns[3], usage_words) * 6 +
	       index_of(columns[4], formality_words);
	at = pattern_code(columns[5], columns[6]);
	for (char *length = columns[2]; length != NULL;) {
		char *next = strchr(length, ' ');
		size_t slot;

		if (next != NULL)
			*next++ = '\0';
		slot = base + index_of(length, length_words) * 2;
		if (slot >= NAME_SLOTS)
			fail("no such form");
		locale->data.patterns[slot] = at;
		locale->has_pattern[slot] = true;
		length = next;
	}
}

static struct locale *resolve(struct locale *locale);

/* The nearest ancestor that has a row of its own. */
static struct locale *ancestor(const char *parent)
{
	char tag[TABLES_TAG];

	copy_text(tag, sizeof(tag), parent, strlen(parent));
	while (locale_find(tag) == NULL) {
		char *cut = strrchr(tag, '-');

		if (cut != NULL)
			*cut = '\0';
		else
			strcpy(tag, "und");
	}
	return resolve(locale_find(tag));
}

static void inherit(struct locale *locale, const struct name_data *from)
{
	struct name_data *to = &locale->data;

	for (size_t i = 0; i < NAME_SLOTS; i++) {
		if (!locale->has_pattern[i])
			to->patterns[i] = from->patterns[i];
	}
	if (!locale->has_given)
		to->given_first = from->given_first;
	if (!locale->has_surname)
		to->surname_first = from->surname_first;
	if (!locale->has_native)
		memcpy(to->native_space, from->native_space, 4);
	if (!locale->has_foreign)
		memcpy(to->foreign_space, from->foreign_space, 4);
	if (!locale->has_initial) {
		memcpy(to->initial_before, from->initial_before, 4);
		memcpy(to->initial_after, from->initial_after, 4);
	}
	if (!locale->has_between)
		memcpy(to->initial_between, from->initial_between, 4);
}

static struct locale *resolve(struct locale *locale)
{
	if (locale->is_resolved)
		return locale;
	if (strcmp(locale->tag, "und") != 0)
		inherit(locale, &ancestor(locale->parent)->data);
	locale->is_resolved = true;
	for (locale->index = 0; locale->index < kept_count; locale->index++) {
		if (!memcmp(&kept[locale->index], &locale->data,
			    sizeof(locale->data)))
			return locale;
	}
	kept[kept_count++] = locale->data;
	return locale;
}

void locales_read(const char *folder)
{
	each_row(folder, "locales.tsv", read_locale);
	each_row(folder, "parents.tsv", read_parent);
	each_row(folder, "patterns.tsv", read_pattern);
	if (locale_find("und") == NULL)
		fail("there is no root");
	for (size_t i = 0; i < locales_count; i++)
		resolve(&locales[i]);
}
