/*
 * search_similar_sqlite.c - whoever bears words that may have been meant
 */
#include "frontdesk/base/str.h"
#include "search_similar.h"

static const char SQL_MATCH[] =
    "SELECT s.resident_id, s.organisation_id, s.folded "
    "FROM search_name_fts f JOIN search_name s ON s.recency = f.rowid "
    "WHERE search_name_fts MATCH $1 ORDER BY f.rowid DESC LIMIT $2";

/* Folded text has no quotes of its own, so no word is an operator. */
static void add_word(struct str *out, const struct similar_word *word)
{
	for (size_t i = 0; i < word->count; i++)
		str_addf(out, "%s\"%s\"%s", i > 0 ? " OR " : "",
			 word->choices[i].word,
			 i == 0 && word->is_start ? " *" : "");
}

/* ("jon" * OR "john") AND ("smith") */
static void add_groups(struct str *out, const struct similar *similar)
{
	for (int group = 0; group < similar->group_count; group++) {
		bool is_begun = false;

		str_add(out, group > 0 ? " AND (" : "(");
		for (size_t i = 0; i < similar->count; i++) {
			if (similar->words[i].group != group)
				continue;
			if (is_begun)
				str_add(out, " OR ");
			add_word(out, &similar->words[i]);
			is_begun = true;
		}
		str_add_char(out, ')');
	}
}

bool similar_names(struct db *db, const struct similar *similar, size_t limit,
		   similar_fn *each, void *state, struct error *err)
{
	struct str expression = STR_INIT;
	struct query q;

	add_groups(&expression, similar);
	query_begin(&q, db, SQL_MATCH);
	query_text(&q, 1, str_text(&expression));
	query_int(&q, 2, (int64_t)limit);
	while (query_row(&q)) {
		const struct search_hit hit = {
		    .resident_id = row_int(&q, 0),
		    .organisation_id = row_int(&q, 1),
		};

		each(state, &hit, row_text(&q, 2));
	}
	str_release(&expression);
	return query_end(&q, err);
}
