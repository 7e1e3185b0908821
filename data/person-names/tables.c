/*
 * tables.c - writes the tables of the person-name formatter as C
 *
 * Built and run by the build, for the machine that builds:
 *
 *     person-name-tables FOLDER OUTPUT.c
 *
 * Inheritance is resolved (tables_locale.c) and patterns are taken apart
 * (tables_pattern.c) here, so that nothing is left to do when a name is
 * written.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"

enum { PAIRS_MAX = 2000 };

static struct name_tag_pair pairs[PAIRS_MAX];
static size_t pairs_count;

static int by_number(const void *a, const void *b)
{
	const uint64_t *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

static void add_pair(uint64_t from, uint64_t to)
{
	if (pairs_count == PAIRS_MAX)
		fail("more than %d pairs", PAIRS_MAX);
	pairs[pairs_count++] = (struct name_tag_pair){from, to};
}

static void write_pairs(const char *table)
{
	qsort(pairs, pairs_count, sizeof(*pairs), by_number);
	printf("\nconst struct name_tag_pair %s[] = {\n", table);
	for (size_t i = 0; i < pairs_count; i++)
		printf("\t{UINT64_C(%llu), UINT64_C(%llu)},\n",
		       (unsigned long long)pairs[i].from,
		       (unsigned long long)pairs[i].to);
	printf("};\nconst size_t %s_count = %zu;\n", table, pairs_count);
	pairs_count = 0;
}

/* Whether a look-up that drops the region finds the same without it. */
static bool is_needless(const struct locale *locale, size_t root)
{
	char tag[TABLES_TAG];
	char *cut;

	if (locale->index == root)
		return true;
	copy_text(tag, sizeof(tag), locale->tag, strlen(locale->tag));
	cut = strrchr(tag, '-');
	if (cut == NULL || strlen(cut) == 5)
		return false;
	*cut = '\0';
	return locale_find(tag) != NULL &&
	       locale_find(tag)->index == locale->index;
}

static void write_locales(void)
{
	size_t count, root = locale_find("und")->index;
	const struct locale *locales = locales_all(&count);

	for (size_t i = 0; i < count; i++) {
		if (!is_needless(&locales[i], root))
			add_pair(name_tag_parse(locales[i].tag),
				 locales[i].index);
	}
	write_pairs("name_locales");
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
	size_t count;
	const struct name_data *data = locales_data(&count);

	puts("\nconst struct name_data name_data[] = {");
	for (; count > 0; count--, data++) {
		printf("\t{{");
		for (size_t slot = 0; slot < NAME_SLOTS; slot++)
			printf("%u,", data->patterns[slot]);
		printf("}, %u, %u, ", data->given_first, data->surname_first);
		write_bytes(data->native_space);
		write_bytes(data->foreign_space);
		write_bytes(data->initial_before);
		write_bytes(data->initial_after);
		write_bytes(data->initial_between);
		puts("},");
	}
	puts("};");
}

static void write_orders_and_codes(void)
{
	size_t orders_len, codes_len;
	const uint64_t *orders = locales_orders(&orders_len);
	const uint8_t *codes = pattern_codes(&codes_len);

	puts("\nconst uint64_t name_orders[] = {");
	for (size_t i = 0; i < orders_len; i++)
		printf("\tUINT64_C(%llu),\n", (unsigned long long)orders[i]);
	puts("};\n\nconst uint8_t name_codes[] = {");
	for (size_t i = 0; i < codes_len; i++)
		printf("%u,%s", codes[i], i % 16 == 15 ? "\n" : "");
	puts("};");
}

static void read_pair(char *const *columns, size_t count)
{
	if (count < 2)
		fail("no pair");
	add_pair(name_tag_parse(columns[0]), name_tag_parse(columns[1]));
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
	const char *folder = argc > 1 ? argv[1] : NULL;

	if (argc != 3 || freopen(argv[2], "w", stdout) == NULL) {
		fprintf(stderr, "usage: person-name-tables FOLDER OUTPUT\n");
		return 2;
	}
	locales_read(folder);
	puts("/* Made from data/person-names by tables.c. */");
	puts("#include \"address/name_format_tables.h\"");
	write_locales();
	write_data();
	write_orders_and_codes();
	each_row(folder, "likely.tsv", read_pair);
	write_pairs("name_likely");
	each_row(folder, "aliases.tsv", read_pair);
	write_pairs("name_aliases");
	puts("\nconst struct name_script name_scripts[] = {");
	each_row(folder, "scripts.tsv", write_script);
	printf("};\nconst size_t name_scripts_count = %zu;\n", scripts_count);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
