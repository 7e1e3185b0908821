/*
 * tables.c - writes the tables of the person-name formatter as C
 *
 * Built and run by the build, for the machine that builds:
 *
 *     person-name-tables FOLDER OUTPUT.c
 *
 * Inheritance is resolved and patterns are taken apart here, so that nothing
 * is left to do when a name is written.
 */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "name_format_tables.h"
#include "name_format_tag.h"

enum {
	COLUMNS_MAX = 8,
	LOCALES_MAX = 1000,
	CODES_MAX = 60000,
	ORDERS_MAX = 2000,
	PAIRS_MAX = 2000,
};

/* A locale while its parents are being followed. */
struct locale {
	char tag[24], parent[24];
	struct name_data data;
	bool has_pattern[NAME_SLOTS];
	bool has_given, has_surname, has_native, has_foreign, has_initial,
	    has_between, is_resolved;
	size_t index; /* of its data among those that differ */
};

static const char *folder;
static const char *file_name;
static int line_number;
static struct locale locales[LOCALES_MAX];
static size_t locales_count;
static uint8_t codes[CODES_MAX];
static size_t codes_len;
static uint64_t orders[ORDERS_MAX];
static size_t orders_len;
static struct name_data kept[LOCALES_MAX];
static size_t kept_count;

__attribute__((noreturn, format(printf, 1, 2))) static void
fail(const char *format, ...)
{
	va_list args;

	fprintf(stderr,
		"person-name-tables: %s:%d: ", file_name ? file_name : "?",
		line_number);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

typedef void row_fn(char *const *columns, size_t count);

static size_t split(char *line, char **columns)
{
	size_t count = 0;

	for (char *at = line; at != NULL; count++) {
		if (count == COLUMNS_MAX)
			fail("more than %d columns", COLUMNS_MAX);
		columns[count] = at;
		at = strchr(at, '\t');
		if (at != NULL)
			*at++ = '\0';
	}
	for (size_t i = count; i < COLUMNS_MAX; i++)
		columns[i] = "";
	return count;
}

static void each_row(const char *name, row_fn *use)
{
	static char line[4096], path[4096];
	char *columns[COLUMNS_MAX];
	size_t count;
	FILE *file;

	file_name = name;
	line_number = 0;
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "r");
	if (file == NULL)
		fail("cannot be opened");
	while (fgets(line, sizeof(line), file) != NULL) {
		line_number++;
		if (line[0] == '#')
			continue;
		line[strcspn(line, "\n")] = '\0';
		count = split(line, columns);
		use(columns, count);
	}
	fclose(file);
}

static void copy(char *out, size_t size, const char *text, size_t len)
{
	if (len >= size)
		fail("\"%s\" is longer than %zu bytes", text, size - 1);
	memcpy(out, text, len);
	out[len] = '\0';
}

static struct locale *find(const char *tag)
{
	for (size_t i = 0; i < locales_count; i++) {
		if (!strcmp(locales[i].tag, tag))
			return &locales[i];
	}
	return NULL;
}

static struct locale *add(const char *tag, const char *parent)
{
	struct locale *locale = find(tag);

	if (locale != NULL)
		return locale;
	if (locales_count == LOCALES_MAX)
		fail("more than %d locales", LOCALES_MAX);
	locale = &locales[locales_count++];
	copy(locale->tag, sizeof(locale->tag), tag, strlen(tag));
	copy(locale->parent, sizeof(locale->parent), parent, strlen(parent));
	return locale;
}

/* A list of tags, once for all locales that have the same. */
static uint16_t order_list(char *text)
{
	uint64_t list[32];
	size_t count = 0, at = 0;
	char *tag = strcmp(text, "none") ? strtok(text, " ") : NULL;

	for (; tag != NULL && count < 31; tag = strtok(NULL, " "))
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
	copy(out, 4, text + 1, len - 2);
	return true;
}

static void read_initials(struct locale *locale, const char *one,
			  const char *more)
{
	const char *at = strstr(one, "{0}");

	if (*one) {
		if (at == NULL)
			fail("%s has no {0}", one);
		copy(locale->data.initial_before, 4, one, (size_t)(at - one));
		copy(locale->data.initial_after, 4, at + 3, strlen(at + 3));
		locale->has_initial = true;
	}
	if (*more) {
		size_t len = strlen(more);

		if (len < 6 || strncmp(more, "{0}", 3) ||
		    strcmp(more + len - 3, "{1}"))
			fail("%s does not join two initials", more);
		copy(locale->data.initial_between, 4, more + 3, len - 6);
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

static void put(uint8_t *out, size_t *len, uint8_t byte)
{
	if (*len == 255)
		fail("a pattern is too long");
	out[(*len)++] = byte;
}

/* "surname-core-monogram-allCaps" as two bytes. */
static void put_part(uint8_t *out, size_t *len, char *name)
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
	uint8_t part = NAME_PART_COUNT, bits = 0;
	char whole[40] = "";
	bool is_first = true;

	for (char *word = strtok(name, "-"); word; word = strtok(NULL, "-")) {
		size_t i = 0, count = sizeof(modifiers) / sizeof(*modifiers);
		bool is_name =
		    is_first || !strcmp(word, "prefix") ||
		    !strcmp(word, "core") ||
		    (!strcmp(word, "informal") && !strcmp(whole, "given"));

		while (!is_name && i < count && strcmp(word, modifiers[i].name))
			i++;
		if (!is_name && i == count)
			fail("unknown modifier %s", word);
		if (is_name)
			snprintf(whole + strlen(whole),
				 sizeof(whole) - strlen(whole), "%s%s",
				 is_first ? "" : "-", word);
		else
			bits |= modifiers[i].bit;
		is_first = false;
	}
	for (uint8_t i = 0; i < NAME_PART_COUNT; i++) {
		if (!strcmp(parts[i], whole))
			part = i;
	}
	if (part == NAME_PART_COUNT)
		fail("unknown part %s", whole);
	put(out, len, NAME_CODE_PART | part);
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

/* Where the pattern stands among all; equal ones stand there once. */
static uint16_t pattern_at(char *pattern, char *other)
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
	struct locale *locale = find(columns[0]);
	size_t base;
	uint16_t at;

	if (locale == NULL || count < 6)
		fail("no locale, or no pattern");
	base = index_of(columns[1], order_words) * 18 +
	       index_of(columns[3], usage_words) * 6 +
	       index_of(columns[4], formality_words);
	at = pattern_at(columns[5], columns[6]);
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
	char tag[24];

	copy(tag, sizeof(tag), parent, strlen(parent));
	while (find(tag) == NULL) {
		char *cut = strrchr(tag, '-');

		if (cut != NULL)
			*cut = '\0';
		else
			strcpy(tag, "und");
	}
	return resolve(find(tag));
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

/* Whether a look-up that drops the region finds the same without it. */
static bool is_needless(const struct locale *locale, size_t root)
{
	char tag[24];
	char *cut;

	if (locale->index == root)
		return true;
	copy(tag, sizeof(tag), locale->tag, strlen(locale->tag));
	cut = strrchr(tag, '-');
	if (cut == NULL || strlen(cut) == 5)
		return false;
	*cut = '\0';
	return find(tag) != NULL && find(tag)->index == locale->index;
}

static int by_number(const void *a, const void *b)
{
	const uint64_t *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

static void write_locales(void)
{
	static struct name_locale rows[LOCALES_MAX];
	size_t count = 0, root = resolve(find("und"))->index;

	for (size_t i = 0; i < locales_count; i++)
		resolve(&locales[i]);
	for (size_t i = 0; i < locales_count; i++) {
		if (is_needless(&locales[i], root))
			continue;
		rows[count].tag = name_tag_parse(locales[i].tag);
		rows[count++].data = locales[i].index;
	}
	qsort(rows, count, sizeof(*rows), by_number);
	puts("\nconst struct name_locale name_locales[] = {");
	for (size_t i = 0; i < count; i++)
		printf("\t{UINT64_C(%llu), %zu},\n",
		       (unsigned long long)rows[i].tag, rows[i].data);
	printf("};\nconst size_t name_locales_count = %zu;\n", count);
}

static void write_bytes(const char *text)
{
	printf("{");
	for (size_t i = 0; i < 4; i++)
		printf("%d,", text[i]);
	printf("}, ");
}

static void write_data(void)
{
	puts("\nconst struct name_data name_data[] = {");
	for (size_t i = 0; i < kept_count; i++) {
		printf("\t{{");
		for (size_t slot = 0; slot < NAME_SLOTS; slot++)
			printf("%u,", kept[i].patterns[slot]);
		printf("}, %u, %u, ", kept[i].given_first,
		       kept[i].surname_first);
		write_bytes(kept[i].native_space);
		write_bytes(kept[i].foreign_space);
		write_bytes(kept[i].initial_before);
		write_bytes(kept[i].initial_after);
		write_bytes(kept[i].initial_between);
		puts("},");
	}
	puts("};\n\nconst uint64_t name_orders[] = {");
	for (size_t i = 0; i < orders_len; i++)
		printf("\tUINT64_C(%llu),\n", (unsigned long long)orders[i]);
	puts("};\n\nconst uint8_t name_codes[] = {");
	for (size_t i = 0; i < codes_len; i++)
		printf("%u,%s", codes[i], i % 16 == 15 ? "\n" : "");
	puts("};");
}

static struct name_tag_pair pairs[PAIRS_MAX];
static size_t pairs_count;

static void read_pair(char *const *columns, size_t count)
{
	if (count < 2 || pairs_count == PAIRS_MAX)
		fail("no pair, or too many");
	pairs[pairs_count].from = name_tag_parse(columns[0]);
	pairs[pairs_count++].to = name_tag_parse(columns[1]);
}

static void write_pairs(const char *name, const char *table)
{
	pairs_count = 0;
	each_row(name, read_pair);
	qsort(pairs, pairs_count, sizeof(*pairs), by_number);
	printf("\nconst struct name_tag_pair %s[] = {\n", table);
	for (size_t i = 0; i < pairs_count; i++)
		printf("\t{UINT64_C(%llu), UINT64_C(%llu)},\n",
		       (unsigned long long)pairs[i].from,
		       (unsigned long long)pairs[i].to);
	printf("};\nconst size_t %s_count = %zu;\n", table, pairs_count);
}

static size_t scripts_count;

static void write_script(char *const *columns, size_t count)
{
	char tag[16];

	if (count < 3)
		fail("no script");
	snprintf(tag, sizeof(tag), "und-%s", columns[2]);
	printf("\t{0x%s, 0x%s, UINT64_C(%llu)},\n", columns[0], columns[1],
	       (unsigned long long)name_tag_parse(tag));
	scripts_count++;
}

int main(int argc, char **argv)
{
	if (argc != 3 || freopen(argv[2], "w", stdout) == NULL) {
		fprintf(stderr, "usage: person-name-tables FOLDER OUTPUT\n");
		return 2;
	}
	folder = argv[1];
	each_row("locales.tsv", read_locale);
	each_row("parents.tsv", read_parent);
	each_row("patterns.tsv", read_pattern);
	if (find("und") == NULL)
		fail("there is no root");
	puts("/* Made from data/person-names by tables.c. */");
	puts("#include \"address/name_format_tables.h\"");
	write_locales();
	write_data();
	write_pairs("likely.tsv", "name_likely");
	write_pairs("aliases.tsv", "name_aliases");
	puts("\nconst struct name_script name_scripts[] = {");
	each_row("scripts.tsv", write_script);
	printf("};\nconst size_t name_scripts_count = %zu;\n", scripts_count);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
