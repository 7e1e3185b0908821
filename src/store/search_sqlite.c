/*
 * search_sqlite.c - the names of everybody, newest visitor first
 *
 * An FTS5 table over C-folded names whose rowid is a recency key, so that it
 * stops at the limit and sorts nothing. It is written from here alone: a
 * 'delete' whose text is not exactly what was indexed would leave a ghost, so
 * that text is kept in search_name.
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/search.h"
#include "search_words.h"

#define WORDS_MAX 8

static const char SQL_GET_RESIDENT[] =
    "SELECT recency, folded FROM search_name WHERE resident_id = $1";
static const char SQL_GET_ORGANISATION[] =
    "SELECT recency, folded FROM search_name WHERE organisation_id = $1";
static const char SQL_TOP[] = "SELECT max(recency) FROM search_name";
static const char SQL_INSERT[] =
    "INSERT INTO search_name (recency, resident_id, organisation_id, folded) "
    "VALUES ($1, $2, $3, $4)";
static const char SQL_SET_FOLDED[] =
    "UPDATE search_name SET folded = $2 WHERE recency = $1";
static const char SQL_SET_RECENCY[] =
    "UPDATE search_name SET recency = $2 WHERE recency = $1";
static const char SQL_INDEX[] =
    "INSERT INTO search_name_fts (rowid, folded) VALUES ($1, $2)";
static const char SQL_UNINDEX[] =
    "INSERT INTO search_name_fts (search_name_fts, rowid, folded) "
    "VALUES ('delete', $1, $2)";
static const char SQL_MATCH[] =
    "SELECT s.resident_id, s.organisation_id FROM search_name_fts f "
    "JOIN search_name s ON s.recency = f.rowid "
    "WHERE search_name_fts MATCH $1 ORDER BY f.rowid DESC LIMIT $2";

struct entry {
	int64_t recency; /* 0: not in the index */
	char *folded;
};

static bool get_entry(struct db *db, int64_t resident_id,
		      int64_t organisation_id, struct entry *out,
		      struct error *err)
{
	struct query q;

	*out = (struct entry){0};
	query_begin(&q, db,
		    resident_id != 0 ? SQL_GET_RESIDENT : SQL_GET_ORGANISATION);
	query_int(&q, 1, resident_id != 0 ? resident_id : organisation_id);
	if (query_row(&q)) {
		out->recency = row_int(&q, 0);
		out->folded = row_copy(&q, 1);
	}
	if (query_end(&q, err))
		return true;
	free(out->folded);
	return false;
}

static bool get_top(struct db *db, int64_t *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TOP);
	return query_one(&q, out, err);
}

static bool set(struct db *db, const char *sql, int64_t key, const char *text,
		struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	query_int(&q, 1, key);
	query_text(&q, 2, text);
	return query_run(&q, err);
}

static bool insert(struct db *db, int64_t resident_id, int64_t organisation_id,
		   const char *folded, struct error *err)
{
	struct query q;
	int64_t top;

	if (!get_top(db, &top, err))
		return false;
	query_begin(&q, db, SQL_INSERT);
	query_int(&q, 1, top + 1);
	query_key(&q, 2, resident_id);
	query_key(&q, 3, organisation_id);
	query_text(&q, 4, folded);
	return query_run(&q, err) && set(db, SQL_INDEX, top + 1, folded, err);
}

bool search_put(struct db *db, int64_t resident_id, int64_t organisation_id,
		const char *folded, struct error *err)
{
	struct entry entry;
	bool is_put;

	if (!get_entry(db, resident_id, organisation_id, &entry, err))
		return false;
	if (entry.recency == 0)
		is_put =
		    insert(db, resident_id, organisation_id, folded, err) &&
		    search_words_put(db, folded, err);
	else if (strcmp(entry.folded, folded) == 0)
		is_put = true;
	else
		is_put =
		    set(db, SQL_UNINDEX, entry.recency, entry.folded, err) &&
		    set(db, SQL_SET_FOLDED, entry.recency, folded, err) &&
		    set(db, SQL_INDEX, entry.recency, folded, err) &&
		    search_words_put(db, folded, err);
	free(entry.folded);
	return is_put;
}

static bool move_to(struct db *db, const struct entry *entry, int64_t recency,
		    struct error *err)
{
	struct query q;

	if (!set(db, SQL_UNINDEX, entry->recency, entry->folded, err))
		return false;
	query_begin(&q, db, SQL_SET_RECENCY);
	query_int(&q, 1, entry->recency);
	query_int(&q, 2, recency);
	return query_run(&q, err) &&
	       set(db, SQL_INDEX, recency, entry->folded, err);
}

bool search_touch(struct db *db, int64_t resident_id, int64_t organisation_id,
		  struct error *err)
{
	struct entry entry;
	int64_t top;
	bool is_moved;

	if (!get_entry(db, resident_id, organisation_id, &entry, err))
		return false;
	is_moved = get_top(db, &top, err) &&
		   (entry.recency == 0 || entry.recency == top ||
		    move_to(db, &entry, top + 1, err));
	free(entry.folded);
	return is_moved;
}

struct words {
	const char *text[WORDS_MAX];
	int len[WORDS_MAX];
	int count;
};

static void split(const char *folded, struct words *out)
{
	out->count = 0;
	while (*folded != '\0' && out->count < WORDS_MAX) {
		int len = (int)strcspn(folded, " ");

		if (len > 0) {
			out->text[out->count] = folded;
			out->len[out->count++] = len;
		}
		folded = str_next_word(folded);
	}
}

/*
 * All words, those from join to join_end written as one. Each is quoted, and
 * folded text has no quotes of its own, so nothing typed is an operator.
 */
static void add_words(struct str *out, const struct words *words, int join,
		      int join_end, const char *star)
{
	str_add(out, out->len > 0 ? " OR (" : "(");
	for (int i = 0; i < words->count; i++) {
		bool is_joined = i > join && i <= join_end;
		bool is_last = i < join || i >= join_end;

		if (!is_joined)
			str_add(out, i > 0 ? " \"" : "\"");
		str_add_n(out, words->text[i], (size_t)words->len[i]);
		if (is_last)
			str_addf(out, "\"%s", star);
	}
	str_add_char(out, ')');
}

/* "mary ann smith" is also "maryann smith", "mary annsmith" and one word. */
static void add_match(struct str *out, const struct words *words,
		      const char *star)
{
	add_words(out, words, -1, -1, star);
	for (int i = 0; i + 1 < words->count && i < 3; i++)
		add_words(out, words, i, i + 1, star);
	if (words->count == 3)
		add_words(out, words, 0, 2, star);
}

static bool match(struct db *db, const struct words *words, const char *star,
		  size_t limit, struct search_hits *hits, struct error *err)
{
	struct str expression = STR_INIT;
	struct query q;

	add_match(&expression, words, star);
	query_begin(&q, db, SQL_MATCH);
	query_text(&q, 1, expression.text);
	/* As many again as were found already: those are passed over. */
	query_int(&q, 2, (int64_t)(limit + hits->count));
	while (hits->count < limit && query_row(&q)) {
		const struct search_hit hit = {
		    .resident_id = row_int(&q, 0),
		    .organisation_id = row_int(&q, 1),
		};

		search_hits_add(hits, &hit);
	}
	str_release(&expression);
	return query_end(&q, err);
}

bool search_names(struct db *db, const char *folded, size_t limit,
		  struct search_hits *hits, struct error *err)
{
	struct words words;

	split(folded, &words);
	if (words.count == 0 || hits->count >= limit)
		return true;
	/* Whole words first, or recency would bury Li, Ho and Wu. */
	return match(db, &words, "", limit, hits, err) &&
	       (hits->count >= limit ||
		match(db, &words, " *", limit, hits, err));
}
