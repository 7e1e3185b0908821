/*
 * find_nearly.c - what is not spelled so, but may have been meant
 */
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
	struct find *out;
};

static bool guess(struct db *db, void *state, struct error *err)
{
	const struct guessing *guessing = state;
	struct find *out = guessing->out;
	struct search_hits hits = {0};
	bool is_read;

	find_release(out);
	is_read =
	    search_similar(db, guessing->folded, guessing->limit, &hits, err);
	out->rows = mem_new(hits.count + 1, sizeof(*out->rows));
	is_read = is_read && find_rows_add(guessing->desk, &hits, out->rows,
					   &out->count, err);
	search_hits_release(&hits);
	if (!is_read) {
		find_release(out);
		return false;
	}
	out->people_count = out->count;
	for (size_t i = 0; i < out->count; i++)
		out->rows[i].is_similar = true;
	namesakes_mark(out);
	return true;
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
	struct guessing guessing = {.desk = desk, .out = out};
	struct str folded = STR_INIT;
	bool is_found = true;

	if (!desk_find(desk, text, limit, out, err))
		return false;
	if (out->count > 0 || out->complaint != NULL)
		return true;
	text_fold(text, &folded);
	guessing.folded = str_text(&folded);
	guessing.limit = limit < SIMILAR_ROWS ? limit : SIMILAR_ROWS;
	if (may_be_a_name(text, guessing.folded))
		is_found = db_snapshot(desk->db, guess, &guessing, err);
	str_release(&folded);
	return is_found;
}
