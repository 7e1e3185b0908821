/*
 * honorific_load.c - reads data/titles
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/table.h"
#include "honorific.h"

struct source {
	enum honorific_kind kind;
	const char *file;
	const char *of; /* the column that says whose it is */
};

static const struct source sources[] = {
    {HONORIFIC_TITLE, "titles/titles.tsv", "language"},
    {HONORIFIC_RANK, "titles/ranks.tsv", "service"},
    {HONORIFIC_OFFICE, "titles/offices.tsv", "language"},
};

/* The index of the column's word in words. */
static bool parse_word(const struct table *table, size_t row,
		       const char *column, const char *const *words,
		       size_t count, size_t *out, struct error *err)
{
	const char *word = table_text(table, row, column);

	for (*out = 0; *out < count; (*out)++) {
		if (str_same(word, words[*out]))
			return true;
	}
	return table_wrong(table, row, err, _("\"%s\" cannot be \"%s\""),
			   column, word ? word : "-");
}

/* Yes or no; otherwise where the column is not there, or is empty. */
static bool parse_answer(const struct table *table, size_t row,
			 const char *column, bool otherwise, bool *out,
			 struct error *err)
{
	static const char *const answers[] = {"no", "yes"};
	size_t answer;

	*out = otherwise;
	if (!table_text(table, row, column))
		return true;
	if (!parse_word(table, row, column, answers, MEM_COUNT(answers),
			&answer, err))
		return false;
	*out = answer == 1;
	return true;
}

static bool parse_row(const struct table *table, size_t row,
		      struct honorific *out, struct error *err)
{
	static const char *const parts[] = {"surname", "given", "full"};
	static const char *const places[] = {"before", "after", "joined",
					     "prefix"};
	size_t part, place;

	if (!parse_word(table, row, "takes", parts, MEM_COUNT(parts), &part,
			err) ||
	    !parse_word(table, row, "place", places, MEM_COUNT(places), &place,
			err) ||
	    !parse_answer(table, row, "kept", true, &out->is_kept, err) ||
	    !parse_answer(table, row, "offered", false, &out->is_offered, err))
		return false;
	out->part = (enum honorific_part)part;
	out->place = (enum honorific_place)place;
	out->height = table_int(table, row, "height", 0);
	out->is_silent = !table_text(table, row, "spoken");
	return table_text(table, row, "written") ||
	       table_wrong(table, row, err, _("\"written\" is needed"));
}

static void add_key(struct honorifics *honorifics, const char *text, size_t row)
{
	struct honorific_key *key;

	if (honorifics->key_count == honorifics->key_size) {
		honorifics->key_size =
		    honorifics->key_size ? 2 * honorifics->key_size : 256;
		honorifics->keys =
		    mem_resize(honorifics->keys, honorifics->key_size,
			       sizeof(*honorifics->keys));
	}
	key = &honorifics->keys[honorifics->key_count];
	*key =
	    (struct honorific_key){mem_copy(text), row, honorifics->key_count};
	honorifics->key_count++;
}

/* Takes the star off: "* Director" is how something ends. */
static enum honorific_extent take_star(const char **form, size_t *len)
{
	while (*len > 0 && **form == ' ') {
		(*form)++;
		(*len)--;
	}
	while (*len > 0 && (*form)[*len - 1] == ' ')
		(*len)--;
	if (*len > 1 && **form == '*') {
		(*form)++;
		(*len)--;
		return EXTENT_END;
	}
	if (*len > 1 && (*form)[*len - 1] == '*') {
		(*len)--;
		return EXTENT_BEGIN;
	}
	return EXTENT_WHOLE;
}

static bool add_form(struct honorifics *honorifics, size_t index,
		     const char *form, size_t len, struct str *room)
{
	const struct honorific *honorific = &honorifics->rows[index];
	enum honorific_extent extent = take_star(&form, &len);
	char key[HONORIFIC_KEY_SIZE];

	if (!honorific_key(honorific->kind, honorific->of, extent, form, len,
			   room, key) ||
	    key[strlen(key) - 1] == (char)extent)
		return false;
	add_key(honorifics, key, index);
	if (*honorific->of) {
		/* The same without its language: folding it again is dear. */
		char *rest = key + strlen(honorific->of);

		rest[0] = key[0];
		add_key(honorifics, rest, index);
	}
	return true;
}

/* Every written form, under the row's own language or service and under none */
static bool add_forms(struct honorifics *honorifics, size_t index,
		      const struct table *table, size_t row, struct error *err)
{
	struct str room = STR_INIT;
	bool is_good = true;

	for (const char *form = table_text(table, row, "written");
	     is_good && form;) {
		const char *bar = strchr(form, '|');
		size_t len = bar ? (size_t)(bar - form) : strlen(form);

		is_good = add_form(honorifics, index, form, len, &room);
		form = bar ? bar + 1 : NULL;
	}
	str_release(&room);
	return is_good || table_wrong(table, row, err,
				      _("a written form is empty or too "
					"long"));
}

/* Up to the first of several written forms' bar, without the blank before. */
static char *first_form(const char *written)
{
	size_t len = strcspn(written, "|");

	while (len && written[len - 1] == ' ')
		len--;
	return mem_copy_n(written, len);
}

/* One row for each language or service that the column of names. */
static bool add_row(struct honorifics *honorifics, const struct source *source,
		    const struct table *table, size_t row, struct error *err)
{
	struct honorific honorific = {.kind = source->kind};
	const char *named = table_text(table, row, source->of);
	char *ofs, *save = NULL;
	bool ok = true;

	if (!parse_row(table, row, &honorific, err))
		return false;
	honorific.written = first_form(table_text(table, row, "written"));
	honorific.spoken = (char *)table_text(table, row, "spoken");
	honorific.same = (char *)table_text(table, row, "same");
	if (str_same(honorific.spoken, "="))
		honorific.spoken = NULL;
	ofs = mem_copy(named ? named : "-");
	for (char *of = strtok_r(ofs, " ", &save); ok && of;
	     of = strtok_r(NULL, " ", &save)) {
		honorific.of = strcmp(of, "-") ? of : (char *)"";
		honorifics_add(honorifics, &honorific);
		ok = add_forms(honorifics, honorifics->count - 1, table, row,
			       err);
	}
	free(ofs);
	free(honorific.written);
	return ok;
}

/* Without it nobody would be called by anything. */
static bool has_column(const struct table *table, const char *name)
{
	for (size_t i = 0; i < table->column_count; i++) {
		if (!strcmp(table->columns[i], name))
			return true;
	}
	return false;
}

/* Whatever a row that is wrong had added. */
static void drop_from(struct honorifics *honorifics, size_t count,
		      size_t key_count)
{
	while (honorifics->key_count > key_count)
		free(honorifics->keys[--honorifics->key_count].text);
	while (honorifics->count > count)
		honorific_release(&honorifics->rows[--honorifics->count]);
}

static bool load_file(const char *data_dir, const struct source *source,
		      struct honorifics *out, struct str *faults,
		      struct error *err)
{
	struct table table;

	if (!table_load_rows(data_dir, source->file, NULL, &table, faults, err))
		return false;
	if (table.count > 0 && !has_column(&table, "spoken")) {
		table_wrong(&table, 0, err,
			    _("the column \"spoken\" is missing"));
		table_pass_over(faults, err);
		table.count = 0;
	}
	for (size_t i = 0; i < table.count; i++) {
		size_t count = out->count, key_count = out->key_count;

		if (add_row(out, source, &table, i, err))
			continue;
		drop_from(out, count, key_count);
		table_pass_over(faults, err);
	}
	table_release(&table);
	return true;
}

bool honorifics_load(const char *data_dir, struct honorifics *out,
		     struct str *faults, struct error *err)
{
	*out = (struct honorifics){0};
	for (size_t i = 0; i < MEM_COUNT(sources); i++) {
		if (!load_file(data_dir, &sources[i], out, faults, err)) {
			honorifics_release(out);
			return false;
		}
	}
	honorifics_index(out);
	return true;
}
