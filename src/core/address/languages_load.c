/*
 * languages_load.c - reads data/cues/languages.tsv: which tags mean a language,
 * and whether a native speaker has read its words
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "phrases_load.h"

static bool add_tag(struct phrases *phrases, const char *tag,
		    const struct phrasebook *book)
{
	struct language_tag *added;
	char primary[LANGUAGE_SIZE];

	assert(tag != NULL); /* a book has its language */
	language_primary(tag, primary);
	if (!*primary || strlen(tag) >= LANGUAGE_SIZE)
		return false;
	phrases->tags = mem_resize(phrases->tags, phrases->tag_count + 1,
				   sizeof(*phrases->tags));
	added = &phrases->tags[phrases->tag_count++];
	snprintf(added->tag, sizeof(added->tag), "%s", tag);
	added->book = book;
	return true;
}

/* Every word of the column. */
static bool add_tags(struct phrases *phrases, const struct table *table,
		     size_t row, const struct phrasebook *book,
		     struct error *err)
{
	const char *also = table_text(table, row, "also");
	char *tags = mem_copy(also ? also : ""), *save = NULL;
	bool is_good = true;

	for (char *tag = strtok_r(tags, " ", &save); is_good && tag;
	     tag = strtok_r(NULL, " ", &save)) {
		is_good = add_tag(phrases, tag, book);
		if (!is_good)
			table_wrong(table, row, err,
				    _("\"%s\" is no language like en"), tag);
	}
	free(tags);
	return is_good;
}

static const struct phrasebook *or_none(const struct phrasebook *book)
{
	return book && book->count > 0 ? book : NULL;
}

static bool add_row(struct phrases *phrases, const struct table *table,
		    size_t row, struct error *err)
{
	const char *language = table_text(table, row, "language");
	struct phrasebook *book = NULL;

	for (size_t i = 0; language && i < phrases->count; i++) {
		if (str_same(phrases->books[i].language, language))
			book = &phrases->books[i];
	}
	if (language && !book)
		return table_wrong(table, row, err,
				   _("there are no greetings in \"%s\""),
				   language);
	if (book)
		book->needs_review =
		    str_same(table_text(table, row, "review"), "needed");
	return add_tags(phrases, table, row, or_none(book), err);
}

void languages_name(struct phrases *phrases)
{
	for (size_t i = 0; i < phrases->count; i++)
		add_tag(phrases, phrases->books[i].language,
			or_none(&phrases->books[i]));
}

bool languages_load(const char *data_dir, struct phrases *phrases,
		    struct str *faults, struct error *err)
{
	struct table table;

	if (!table_load_rows(data_dir, "cues/languages.tsv", NULL, &table,
			     faults, err))
		return false;
	languages_name(phrases);
	for (size_t i = 0; i < table.count; i++) {
		size_t count = phrases->tag_count;

		if (add_row(phrases, &table, i, err))
			continue;
		phrases->tag_count = count;
		table_pass_over(faults, err);
	}
	table_release(&table);
	return true;
}
