/*
 * search.c - what is found by ordinary ranges of an index, on any engine
 */
#include "frontdesk/store/search.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "search_words.h"

/* After every text that begins alike, in the order of bytes. */
#define LAST_LETTER "\xf4\x8f\xbf\xbf" /* U+10FFFF */

/* Candidates by a word of another name, at one key; the rest is compared in
 * C. What is not among them comes with the next letter. */
#define OTHER_NAMES_READ 60

static const char SQL_ADD_OTHER[] =
    "INSERT INTO search_other_name (word, resident_id) VALUES ($1, $2) "
    "ON CONFLICT DO NOTHING";
static const char SQL_DROP_OTHER[] =
    "DELETE FROM search_other_name WHERE word = $1 AND resident_id = $2";
static const char SQL_OTHER[] =
    "SELECT o.resident_id, s.folded FROM search_other_name o "
    "JOIN search_name s ON s.resident_id = o.resident_id "
    "WHERE o.word >= $1 AND o.word < $2 ORDER BY o.word LIMIT $3";
static const char SQL_REACHES[] =
    "SELECT resident_id, organisation_id FROM reach "
    "WHERE kind = $1 AND search_key >= $2 AND search_key < $3 "
    "AND is_current = 1 ORDER BY search_key LIMIT $4";
static const char SQL_NUMBERS[] =
    "SELECT request_id FROM request_number "
    "WHERE search_key >= $1 AND search_key < $2 ORDER BY search_key LIMIT $3";
static const char SQL_RESIDENT_REFERENCE[] =
    "SELECT resident_id FROM resident WHERE reference = $1";
static const char SQL_REQUEST_REFERENCE[] =
    "SELECT request_id FROM request WHERE reference = $1";
static const char SQL_VISIT_REFERENCE[] =
    "SELECT visit_id FROM visit WHERE reference = $1";

void search_hits_release(struct search_hits *hits)
{
	free(hits->items);
	*hits = (struct search_hits){0};
}

void search_hits_add(struct search_hits *hits, const struct search_hit *hit)
{
	for (size_t i = 0; i < hits->count; i++)
		if (memcmp(&hits->items[i], hit, sizeof(*hit)) == 0)
			return;
	if (hits->count == hits->size) {
		hits->size = hits->size == 0 ? 32 : hits->size * 2;
		hits->items =
		    mem_resize(hits->items, hits->size, sizeof(*hits->items));
	}
	hits->items[hits->count++] = *hit;
}

/* Binds a key and, after it, the end of what begins with it. */
static void bind_range(struct query *q, int parameter, const char *key)
{
	struct str end = STR_INIT;

	str_addf(&end, "%s%s", key, LAST_LETTER);
	query_text(q, parameter, key);
	query_text(q, parameter + 1, end.text);
	str_release(&end);
}

static bool each_other(struct db *db, const char *sql, int64_t resident_id,
		       const char *folded, struct error *err)
{
	for (const char *at = folded; *at != '\0'; at = str_next_word(at)) {
		char *word = mem_copy_n(at, strcspn(at, " "));
		struct query q;
		bool is_done = true;

		if (*word != '\0') {
			query_begin(&q, db, sql);
			query_text(&q, 1, word);
			query_int(&q, 2, resident_id);
			is_done = query_run(&q, err);
		}
		free(word);
		if (!is_done)
			return false;
	}
	return true;
}

bool search_add_other(struct db *db, int64_t resident_id, const char *folded,
		      struct error *err)
{
	return search_words_put(db, folded, err) &&
	       each_other(db, SQL_ADD_OTHER, resident_id, folded, err);
}

bool search_drop_other(struct db *db, int64_t resident_id, const char *folded,
		       struct error *err)
{
	return each_other(db, SQL_DROP_OTHER, resident_id, folded, err);
}

/* Whether a word of the text begins with the len bytes. */
static bool has_word_start(const char *text, const char *start, size_t len)
{
	for (; *text != '\0'; text = str_next_word(text))
		if (strncmp(text, start, len) == 0)
			return true;
	return false;
}

/* Whether every word but the one at skip begins one of the name's words. */
static bool others_fit(const char *folded, const char *skip, const char *name)
{
	for (; *folded != '\0'; folded = str_next_word(folded))
		if (folded != skip &&
		    !has_word_start(name, folded, strcspn(folded, " ")))
			return false;
	return true;
}

static bool search_other_word(struct db *db, const char *folded,
			      const char *word, int64_t read_max, size_t limit,
			      struct search_hits *hits, struct error *err)
{
	char *start = mem_copy_n(word, strcspn(word, " "));
	struct query q;

	query_begin(&q, db, SQL_OTHER);
	bind_range(&q, 1, start);
	query_int(&q, 3, read_max);
	while (hits->count < limit && query_row(&q)) {
		const struct search_hit hit = {.resident_id = row_int(&q, 0)};

		if (others_fit(folded, word, row_text(&q, 1)))
			search_hits_add(hits, &hit);
	}
	free(start);
	return query_end(&q, err);
}

bool search_other_names(struct db *db, const char *folded, size_t limit,
			struct search_hits *hits, struct error *err)
{
	int64_t count = 0;

	for (const char *word = folded; *word != '\0';
	     word = str_next_word(word))
		count++;
	for (const char *word = folded; *word != '\0' && hits->count < limit;
	     word = str_next_word(word))
		if (!search_other_word(db, folded, word,
				       OTHER_NAMES_READ / count, limit, hits,
				       err))
			return false;
	return true;
}

bool search_reaches(struct db *db, const char *kind, const char *key_start,
		    size_t limit, struct search_hits *hits, struct error *err)
{
	struct query q;

	if (key_start[0] == '\0' || hits->count >= limit)
		return true;
	query_begin(&q, db, SQL_REACHES);
	query_text(&q, 1, kind);
	bind_range(&q, 2, key_start);
	query_int(&q, 4, (int64_t)(limit + hits->count));
	while (hits->count < limit && query_row(&q)) {
		const struct search_hit hit = {
		    .resident_id = row_int(&q, 0),
		    .organisation_id = row_int(&q, 1),
		};

		search_hits_add(hits, &hit);
	}
	return query_end(&q, err);
}

bool search_numbers(struct db *db, const char *key_start, size_t limit,
		    struct search_hits *hits, struct error *err)
{
	struct query q;

	if (key_start[0] == '\0' || hits->count >= limit)
		return true;
	query_begin(&q, db, SQL_NUMBERS);
	bind_range(&q, 1, key_start);
	query_int(&q, 3, (int64_t)(limit + hits->count));
	while (hits->count < limit && query_row(&q)) {
		const struct search_hit hit = {.request_id = row_int(&q, 0)};

		search_hits_add(hits, &hit);
	}
	return query_end(&q, err);
}

bool search_reference(struct db *db, const char *reference,
		      struct search_hits *hits, struct error *err)
{
	struct search_hit hit = {0};
	const char *sql;
	int64_t *id;
	struct query q;

	if (reference[0] == 'P') {
		sql = SQL_RESIDENT_REFERENCE;
		id = &hit.resident_id;
	} else if (reference[0] == 'R') {
		sql = SQL_REQUEST_REFERENCE;
		id = &hit.request_id;
	} else {
		sql = SQL_VISIT_REFERENCE;
		id = &hit.visit_id;
	}
	query_begin(&q, db, sql);
	query_text(&q, 1, reference);
	if (query_row(&q)) {
		*id = row_int(&q, 0);
		search_hits_add(hits, &hit);
	}
	return query_end(&q, err);
}
