/*
 * card.c - reads the texts of the comment card
 */
#include "frontdesk/core/card.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/table.h"
#include "frontdesk/core/language.h"

static const char *part_name(int part)
{
	static const char *const names[] = {
	    [CARD_TITLE - CARD_QUESTIONS] = "title",
	    [CARD_INTRO - CARD_QUESTIONS] = "intro",
	    [CARD_SCALE - CARD_QUESTIONS] = "scale",
	    [CARD_COMMENT - CARD_QUESTIONS] = "comment",
	    [CARD_BACK - CARD_QUESTIONS] = "back",
	};

	return part < CARD_QUESTIONS
		   ? card_question_name((enum card_question)part)
		   : names[part - CARD_QUESTIONS];
}

static int find_part(const char *name)
{
	int part = 0;

	while (part < CARD_PARTS && !str_same(part_name(part), name))
		part++;
	return part;
}

static struct card_text *text_for(struct card_texts *texts,
				  const char *language)
{
	struct card_text *text;

	for (size_t i = 0; i < texts->count; i++)
		if (str_same(texts->items[i].language, language))
			return &texts->items[i];
	texts->items =
	    mem_resize(texts->items, texts->count + 1, sizeof(texts->items[0]));
	text = &texts->items[texts->count++];
	*text = (struct card_text){.language = mem_copy(language)};
	return text;
}

/* "en", "yue" */
static bool is_code(const char *text)
{
	size_t len = text != NULL ? strlen(text) : 0;

	return len >= 2 && len <= 3 &&
	       strspn(text, "abcdefghijklmnopqrstuvwxyz") == len;
}

static bool read_row(const struct table *table, size_t row,
		     struct card_texts *texts, struct error *err)
{
	const char *language = table_text(table, row, "language");
	const char *name = table_text(table, row, "part");
	const char *words = table_text(table, row, "text");
	int part = find_part(name);
	struct card_text *text;

	if (!is_code(language))
		return table_wrong(table, row, err,
				   _("\"%s\" is no language like en"),
				   language != NULL ? language : "-");
	if (part == CARD_PARTS)
		return table_wrong(table, row, err,
				   _("the card has no part \"%s\""),
				   name != NULL ? name : "-");
	if (words == NULL)
		return table_wrong(table, row, err, _("the text is missing"));
	text = text_for(texts, language);
	if (text->parts[part] != NULL)
		return table_wrong(table, row, err,
				   _("there is another text for %s, %s"),
				   language, name);
	text->parts[part] = mem_copy(words);
	return true;
}

static bool check_whole(const struct table *table,
			const struct card_texts *texts, struct error *err)
{
	bool has_english = false;

	for (size_t i = 0; i < texts->count; i++) {
		const struct card_text *text = &texts->items[i];

		has_english = has_english || str_same(text->language, "en");
		for (int part = 0; part < CARD_PARTS; part++)
			if (text->parts[part] == NULL)
				return error_set(
				    err, ERROR_INVALID, "",
				    _("%s: %s has no text for %s; add the "
				      "line"),
				    table->path, text->language,
				    part_name(part));
	}
	return has_english ||
	       error_set(err, ERROR_INVALID, "",
			 _("%s: there is no English (en)"), table->path);
}

bool card_texts_load(const char *data_dir, struct card_texts **out,
		     struct error *err)
{
	struct card_texts *texts;
	struct table table;
	bool is_good = true;

	*out = NULL;
	if (!table_load(data_dir, "feedback/card.tsv", &table, err))
		return false;
	texts = mem_new(1, sizeof(*texts));
	for (size_t i = 0; is_good && i < table.count; i++)
		is_good = read_row(&table, i, texts, err);
	is_good = is_good && check_whole(&table, texts, err);
	table_release(&table);
	if (is_good)
		*out = texts;
	else
		card_texts_free(texts);
	return is_good;
}

void card_texts_free(struct card_texts *texts)
{
	if (texts == NULL)
		return;
	for (size_t i = 0; i < texts->count; i++) {
		free(texts->items[i].language);
		for (int part = 0; part < CARD_PARTS; part++)
			free(texts->items[i].parts[part]);
	}
	free(texts->items);
	free(texts);
}

const struct card_text *card_text_in(const struct card_texts *texts,
				     const char *language)
{
	const struct card_text *english = texts->items;

	for (size_t i = 0; i < texts->count; i++) {
		if (language != NULL &&
		    language_is(language, texts->items[i].language))
			return &texts->items[i];
		if (str_same(texts->items[i].language, "en"))
			english = &texts->items[i];
	}
	return english;
}
