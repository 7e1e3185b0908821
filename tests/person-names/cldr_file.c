/*
 * cldr_file.c - CLDR's test files for person names, read case by case
 *
 * A name is lines "name ; part ; text"; "expectedResult; text" holds for the
 * lines "parameters; order; length; usage; formality" after it, and endName
 * ends them all.
 */
#include "cldr_file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

enum { LINE_MAX_LEN = 4096, PARTS_MAX = 16, WORDS_MAX = 5 };

struct reader {
	struct cldr_case test;
	struct str expected;
	char *texts[PARTS_MAX]; /* of the name, owned */
	size_t texts_count;
	cldr_case_fn *fn;
	void *user;
};

static char *trimmed(char *text)
{
	size_t len;

	text += strspn(text, " ");
	len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		text[--len] = '\0';
	return text;
}

static size_t split(char *line, char **words)
{
	size_t count = 0;

	for (char *at = line; at != NULL && count < WORDS_MAX; count++) {
		char *end = count + 1 < WORDS_MAX ? strchr(at, ';') : NULL;

		if (end != NULL)
			*end++ = '\0';
		words[count] = trimmed(at);
		at = end;
	}
	return count;
}

static void end_name(struct reader *reader)
{
	const char *locale = reader->test.name.style.locale;

	while (reader->texts_count > 0)
		free(reader->texts[--reader->texts_count]);
	reader->test.name = (struct name_case){.style.locale = locale};
}

static bool take_part(struct reader *reader, const char *part, const char *text)
{
	if (reader->texts_count == PARTS_MAX)
		return false;
	reader->texts[reader->texts_count] = mem_copy(text);
	return name_case_set(&reader->test.name, part,
			     reader->texts[reader->texts_count++]);
}

static bool take_parameters(struct reader *reader, char **words)
{
	struct cldr_case *test = &reader->test;

	memcpy(test->words, words, sizeof(test->words));
	test->name.expected = str_text(&reader->expected);
	if (!name_case_set_style(&test->name, words[0], words[1], words[2],
				 words[3]))
		return false;
	reader->fn(test, reader->user);
	return true;
}

static bool take_line(struct reader *reader, char *line)
{
	static const char expected[] = "expectedResult;";
	char *words[WORDS_MAX];
	size_t count;

	line[strcspn(line, "\n")] = '\0';
	if (!strncmp(line, expected, strlen(expected))) {
		str_clear(&reader->expected);
		str_add(&reader->expected, trimmed(line + strlen(expected)));
		return true;
	}
	if (*line == '\0' || *line == '#')
		return true;
	count = split(line, words);
	if (!strcmp(words[0], "enum"))
		return true;
	if (!strcmp(words[0], "endName")) {
		end_name(reader);
		return true;
	}
	if (!strcmp(words[0], "name") && count == 3)
		return take_part(reader, words[1], words[2]);
	return !strcmp(words[0], "parameters") && count == 5 &&
	       take_parameters(reader, words + 1);
}

bool cldr_file_read(const char *folder, const char *locale, cldr_case_fn *fn,
		    void *user)
{
	struct reader reader = {.fn = fn, .user = user};
	struct str path = STR_INIT;
	char line[LINE_MAX_LEN];
	bool is_read = true;
	FILE *file;

	reader.test.name.style.locale = locale;
	str_addf(&path, "%s/%s.txt", folder, locale);
	file = fopen(str_text(&path), "r");
	if (file == NULL)
		fprintf(stderr, "%s cannot be read\n", str_text(&path));
	while (file != NULL && is_read &&
	       fgets(line, sizeof(line), file) != NULL) {
		reader.test.line++;
		is_read = take_line(&reader, line);
		if (!is_read)
			fprintf(stderr, "%s:%d is no line of a name\n",
				str_text(&path), reader.test.line);
	}
	is_read = is_read && file != NULL;
	if (file != NULL)
		fclose(file);
	end_name(&reader);
	str_release(&reader.expected);
	str_release(&path);
	return is_read;
}

static int is_test_file(const struct dirent *entry)
{
	const char *end = strrchr(entry->d_name, '.');

	return entry->d_name[0] != '_' && end != NULL && !strcmp(end, ".txt");
}

bool cldr_locales_read(const char *folder, struct cldr_locales *out)
{
	struct dirent **entries;
	int count = scandir(folder, &entries, is_test_file, alphasort);

	*out = (struct cldr_locales){0};
	if (count < 0)
		return false;
	out->locales = mem_new((size_t)count + 1, sizeof(*out->locales));
	for (int i = 0; i < count; i++) {
		*strrchr(entries[i]->d_name, '.') = '\0';
		out->locales[out->count++] = mem_copy(entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	return true;
}

void cldr_locales_release(struct cldr_locales *locales)
{
	for (size_t i = 0; i < locales->count; i++)
		free(locales->locales[i]);
	free(locales->locales);
	*locales = (struct cldr_locales){0};
}
