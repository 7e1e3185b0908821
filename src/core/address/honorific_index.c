/*
 * honorific_index.c - settles what is said when the language or the service is
 * not known, and lists what can be chosen
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "honorific.h"

static int compare_keys(const void *a, const void *b)
{
	const struct honorific_key *left = a, *right = b;
	int order = strcmp(left->text, right->text);

	if (order)
		return order;
	return (left->sequence > right->sequence) -
	       (left->sequence < right->sequence);
}

static const char *spoken_form(const struct honorific *row)
{
	return row->spoken ? row->spoken : row->written;
}

/*
 * The first of several rows with one key wins, or the one that says it is for
 * an unknown service. Where services say one rank differently and the service
 * is not known, the rank as it is written is wrong for nobody.
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

		if (!str_same(spoken_form(row), spoken_form(other))) {
			plain.of = (char *)"";
			plain.spoken = plain.written;
			honorifics_add(honorifics, &plain);
			return honorifics->count - 1;
		}
	}
	return honorifics->keys[first].row;
}

static void sort_keys(struct honorifics *honorifics)
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

		/* A pay grade is no rank to choose, "Hon." is no title. */
		if (row->is_silent && row->kind != HONORIFIC_OFFICE)
			continue;
		if (choices->count == choices->size) {
			choices->size = choices->size ? 2 * choices->size : 16;
			choices->written =
			    mem_resize(choices->written, choices->size,
				       sizeof(*choices->written));
		}
		choices->written[choices->count++] = row->written;
	}
}

void honorifics_index(struct honorifics *honorifics)
{
	list_choices(honorifics);
	sort_keys(honorifics);
}
