/*
 * honorific_load.c - reads data/titles and settles what is said when the
 * language or the service is not known
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

static bool parse_row(const struct table *table, size_t row,
		      struct honorific *out, struct error *err)
{
	static const char *const parts[] = {"surname", "given", "full"};
	static const char *const places[] = {"before", "after", "joined",
					     "prefix"};
	static const char *const answers[] = {"yes", "no"};
	size_t part, place, kept = 0;

	if (!parse_word(table, row, "takes", parts, MEM_COUNT(parts), &part,
			err) ||
	    !parse_word(table, row, "place", places, MEM_COUNT(places), &place,
			err))
		return false;
	out->part = (enum honorific_part)part;
	out->place = (enum honorific_place)place;
	if (table_text(table, row, "kept") &&
	    !parse_word(table, row, "kept", answers, MEM_COUNT(answers), &kept,
			err))
		return false;
	out->is_kept = kept == 0;
	out->is_silent =
	    out->kind == HONORIFIC_OFFICE && !table_text(table, row, "spoken");
	if (!table_text(table, row, "written") ||
	    (!table_text(table, row, "spoken") && !out->is_silent))
		return table_wrong(table, row, err,
				   _("\"written\" and \"spoken\" are needed"));
	return true;
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

/* Every written form, under the row's own language or service and under none */
static bool add_forms(struct honorifics *honorifics, size_t index,
		      const struct table *table, size_t row, struct error *err)
{
	const struct honorific *honorific = &honorifics->rows[index];
	char key[HONORIFIC_KEY_SIZE];
	struct str room = STR_INIT;
	bool is_good = true;

	for (const char *form = table_text(table, row, "written"); form;) {
		const char *bar = strchr(form, '|');
		size_t len = bar ? (size_t)(bar - form) : strlen(form);

		is_good = honorific_key(honorific->kind, honorific->of, form,
					len, &room, key) &&
			  key[strlen(key) - 1] != '/';
		if (!is_good)
			break;
		add_key(honorifics, key, index);
		if (*honorific->of) {
			honorific_key(honorific->kind, "", form, len, &room,
				      key);
			add_key(honorifics, key, index);
		}
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

static int compare_keys(const void *a, const void *b)
{
	const struct honorific_key *left = a, *right = b;
	int order = strcmp(left->text, right->text);

	if (order)
		return order;
	return (left->sequence > right->sequence) -
	       (left->sequence < right->sequence);
}

static const char *said(const struct honorific *row)
{
	return row->spoken ? row->spoken : row->written;
}

/*
 * The first of several rows with one key wins, or the one that says it is for
 * an unknown service. Where services say one rank
 * differently and the service is not known, the rank as it is written is
 * wrong for nobody.
 */
static size_t settle(struct honorifics *honorifics, size_t first, size_t end)
{
	const struct honorific *row =
	    &honorifics->rows[honorifics->keys[first].row];
	struct honorific plain = *row;

	if (row->kind != HONORIFIC_RANK ||
	    honorifics->keys[first].text[1] != '/')
		return honorifics->keys[first].row;
	for (size_t i = first; i < end; i++) {
		if (!*honorifics->rows[honorifics->keys[i].row].of)
			return honorifics->keys[i].row;
	}
	for (size_t i = first + 1; i < end; i++) {
		const struct honorific *other =
		    &honorifics->rows[honorifics->keys[i].row];

		if (!str_same(said(row), said(other))) {
			plain.of = (char *)"";
			plain.spoken = plain.written;
			honorifics_add(honorifics, &plain);
			return honorifics->count - 1;
		}
	}
	return honorifics->keys[first].row;
}

void honorifics_index(struct honorifics *honorifics)
{
	struct honorific_key *keys = honorifics->keys;
	size_t kept = 0, end;

	if (!honorifics->key_count)
		return;
	qsort(keys, honorifics->key_count, sizeof(*keys), compare_keys);
	for (size_t i = 0; i < honorifics->key_count; i = end) {
		for (end = i + 1; end < honorifics->key_count &&
				  !strcmp(keys[i].text, keys[end].text);)
			end++;
		keys[i].row = settle(honorifics, i, end);
		for (size_t j = i + 1; j < end; j++)
			free(keys[j].text);
		keys[kept++] = keys[i];
	}
	honorifics->key_count = kept;
}

static struct honorific_choices *choices_of(struct honorifics *honorifics,
					    const struct honorific *row)
{
	struct honorific_choices *choices;

	for (size_t i = 0; i < honorifics->choice_count; i++) {
		choices = &honorifics->choices[i];
		if (choices->kind == row->kind && !strcmp(choices->of, row->of))
			return choices;
	}
	honorifics->choices =
	    mem_resize(honorifics->choices, honorifics->choice_count + 1,
		       sizeof(*honorifics->choices));
	choices = &honorifics->choices[honorifics->choice_count++];
	*choices = (struct honorific_choices){.kind = row->kind, .of = row->of};
	return choices;
}

/* Before the index adds rows of its own: a list shows what the files say. */
static void list_choices(struct honorifics *honorifics)
{
	for (size_t i = 0; i < honorifics->count; i++) {
		const struct honorific *row = &honorifics->rows[i];
		struct honorific_choices *choices = choices_of(honorifics, row);

		if (choices->count == choices->size) {
			choices->size = choices->size ? 2 * choices->size : 16;
			choices->written =
			    mem_resize(choices->written, choices->size,
				       sizeof(*choices->written));
		}
		choices->written[choices->count++] = row->written;
	}
}

static bool load_file(const char *data_dir, const struct source *source,
		      struct honorifics *out, struct error *err)
{
	struct table table;
	bool ok = true;

	if (!table_load(data_dir, source->file, &table, err))
		return false;
	for (size_t i = 0; ok && i < table.count; i++)
		ok = add_row(out, source, &table, i, err);
	table_release(&table);
	return ok;
}

bool honorifics_load(const char *data_dir, struct honorifics *out,
		     struct error *err)
{
	*out = (struct honorifics){0};
	for (size_t i = 0; i < MEM_COUNT(sources); i++) {
		if (!load_file(data_dir, &sources[i], out, err)) {
			honorifics_release(out);
			return false;
		}
	}
	list_choices(out);
	honorifics_index(out);
	return true;
}
