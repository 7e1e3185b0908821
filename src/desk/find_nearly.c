/*
 * find_nearly.c - what is not spelled so, but may have been meant
 */
#include <stdlib.h>
#include <string.h>

#include "find_row.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "namesake.h"

#define SIMILAR_ROWS 5
#define LETTERS_MIN 3

struct guessing {
	struct desk *desk;
	const char *folded;
	size_t limit;
	struct find similar;
};

static bool guess(struct db *db, void *state, struct error *err)
{
	struct guessing *guessing = state;
	struct find *out = &guessing->similar;
	struct search_hits hits = {0};
	bool is_read;

	find_release(out);
	is_read =
	    search_similar(db, guessing->folded, guessing->limit, &hits, err);
	out->rows = mem_new(hits.count + 1, sizeof(*out->rows));
	is_read = is_read && find_rows_add(guessing->desk, &hits, out->rows,
					   &out->count, err);
	search_hits_release(&hits);
	return is_read;
}

static bool has_row(const struct find *find, const struct find_row *row)
{
	for (size_t i = 0; i < find->people_count; i++)
		if (find->rows[i].kind == row->kind &&
		    find->rows[i].id == row->id)
			return true;
	return false;
}

/* Behind what is spelled so, before the topics; similar is empty then. */
static void add_similar(struct find *similar, struct find *out)
{
	size_t topics = out->count - out->people_count;
	struct find all = {.people_count = out->people_count};

	all.rows = mem_new(out->count + similar->count + 1, sizeof(*all.rows));
	memcpy(all.rows, out->rows, out->people_count * sizeof(*all.rows));
	for (size_t i = 0; i < similar->count; i++) {
		struct find_row *row = &similar->rows[i];

		if (has_row(out, row))
			continue;
		row->is_similar = true;
		all.rows[all.people_count++] = *row;
		*row = (struct find_row){0};
	}
	memcpy(&all.rows[all.people_count], &out->rows[out->people_count],
	       topics * sizeof(*all.rows));
	all.count = all.people_count + topics;
	all.best_topic =
	    out->best_topic != NULL ? &all.rows[all.people_count] : NULL;
	free(out->rows);
	*out = all;
	find_release(similar);
	namesakes_mark(out);
}

static bool has_resident(const struct find *find)
{
	for (size_t i = 0; i < find->people_count; i++)
		if (find->rows[i].kind == FIND_RESIDENT)
			return true;
	return false;
}

/* Numbers and addresses are right or wrong, and never nearly so. */
static bool may_be_a_name(const char *text, const char *folded)
{
	return strlen(folded) >= LETTERS_MIN &&
	       strpbrk(text, "0123456789@") == NULL;
}

bool desk_find_nearly(struct desk *desk, const char *text, size_t limit,
		      struct find *out, struct error *err)
{
	struct guessing guessing = {.desk = desk};
	struct str folded = STR_INIT;
	bool is_found = true;

	if (!desk_find(desk, text, limit, out, err))
		return false;
	if (has_resident(out) || out->is_errand || out->complaint != NULL)
		return true;
	text_fold(text, &folded);
	guessing.folded = str_text(&folded);
	guessing.limit = limit < SIMILAR_ROWS ? limit : SIMILAR_ROWS;
	if (may_be_a_name(text, guessing.folded)) {
		is_found = db_snapshot(desk->db, guess, &guessing, err);
		if (is_found)
			add_similar(&guessing.similar, out);
		else
			find_release(out);
	}
	find_release(&guessing.similar);
	str_release(&folded);
	return is_found;
}
