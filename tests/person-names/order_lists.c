/*
 * order_lists.c - in which order a locale writes whose names
 */
#include "order_lists.h"

#include <stdio.h>
#include <string.h>

#include "frontdesk/base/mem.h"

#define LOCALES_TSV SOURCE_DIR "/data/person-names/locales.tsv"

enum { ROWS_MAX = 300 };

static struct row {
	char locale[24], parent[24], given[80], surname[80];
} rows[ROWS_MAX];
static size_t rows_count;

static bool read_rows(void)
{
	FILE *file = rows_count == 0 ? fopen(LOCALES_TSV, "r") : NULL;
	char line[400];

	while (file != NULL && rows_count < ROWS_MAX &&
	       fgets(line, sizeof(line), file) != NULL) {
		struct row *row = &rows[rows_count];
		char *at = line;
		struct {
			char *out;
			size_t size;
		} cells[] = {{row->locale, sizeof(row->locale)},
			     {row->parent, sizeof(row->parent)},
			     {row->given, sizeof(row->given)},
			     {row->surname, sizeof(row->surname)}};

		if (*line == '#')
			continue;
		for (size_t i = 0; i < MEM_COUNT(cells) && at != NULL; i++) {
			char *cell = strsep(&at, "\t");

			snprintf(cells[i].out, cells[i].size, "%s", cell);
		}
		rows_count++;
	}
	if (file != NULL)
		fclose(file);
	return rows_count > 0;
}

static const struct row *find_row(const char *locale)
{
	for (size_t i = 0; i < rows_count; i++) {
		if (!strcmp(rows[i].locale, locale))
			return &rows[i];
	}
	return NULL;
}

/* The list of a locale or of the nearest ancestor that has one. */
static const char *list_of(const char *locale, bool is_given)
{
	char at[24];

	snprintf(at, sizeof(at), "%s", locale);
	for (char *low = strchr(at, '_'); low; low = strchr(at, '_'))
		*low = '-';
	for (;;) {
		const struct row *row = find_row(at);
		char *cut = strrchr(at, '-');

		if (row != NULL && *(is_given ? row->given : row->surname))
			return is_given ? row->given : row->surname;
		if (row != NULL && *row->parent == '\0')
			return "";
		if (row != NULL)
			snprintf(at, sizeof(at), "%s", row->parent);
		else if (cut != NULL)
			*cut = '\0';
		else
			strcpy(at, "und");
	}
}

static bool has(const char *list, const char *tag)
{
	char words[82], word[26];

	snprintf(words, sizeof(words), " %s ", list);
	snprintf(word, sizeof(word), " %.22s ", tag);
	return strstr(words, word) != NULL;
}

const char *order_lists_find(const char *reader, const char *name_locale)
{
	const char *given, *surname;
	char tag[24];

	if (!read_rows())
		return NULL;
	given = list_of(reader, true);
	surname = list_of(reader, false);
	snprintf(tag, sizeof(tag), "%s", name_locale);
	for (;;) {
		char *cut = strrchr(tag, '_');

		if (has(given, tag))
			return "givenFirst";
		if (has(surname, tag))
			return "surnameFirst";
		if (cut == NULL)
			return has(surname, "und") ? "surnameFirst"
						   : "givenFirst";
		*cut = '\0';
	}
}
