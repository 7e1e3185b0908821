/*
 * search_similar.c - whoever may have been meant, the nearest first
 */
#include "search_similar.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

/* Newest visitors that are compared; the nearest of them are shown. */
#define NAMES_READ 40
#define OTHERS_READ 60
/* A word that was typed and is not theirs is dearer than any that is. */
#define COST_MISSING 40
#define SHORT_WORD 3

static const char SQL_OTHERS[] =
    "SELECT o.resident_id, s.folded FROM search_other_name o "
    "JOIN search_name s ON s.resident_id = o.resident_id "
    "WHERE o.word IN ($1, $2, $3, $4, $5, $6, $7, $8, $9) LIMIT $10";

struct candidate {
	struct search_hit hit;
	int cost;
	size_t place;
};
struct candidates {
	const struct similar *similar;
	/* A resident, and not both have a word that the other has not. */
	bool is_strict;
	/* The word that found them by another name: it need not be theirs in
	 * use. NULL: found by the name in use. */
	const struct similar_word *other;
	struct candidate *items;
	size_t count;
};

static bool is_word(const char *at, const char *word, size_t len)
{
	return strncmp(at, word, len) == 0 &&
	       (at[len] == ' ' || at[len] == '\0');
}

/* The least that it costs to find the word in the name; -1: it is not there. */
static int cost_of(const struct similar_word *word, const char *folded)
{
	for (size_t i = 0; i < word->count; i++) {
		const struct similar_choice *choice = &word->choices[i];
		size_t len = strlen(choice->word);

		for (const char *at = folded; *at != '\0';
		     at = str_next_word(at))
			if (is_word(at, choice->word, len) ||
			    (i == 0 && word->is_start &&
			     strncmp(at, choice->word, len) == 0))
				return choice->cost;
	}
	return -1;
}

/* The one is the other's beginning: Chris and Christopher, garcialopez. */
static bool begins(const char *a, size_t a_len, const char *b, size_t b_len)
{
	return strncmp(a, b, a_len < b_len ? a_len : b_len) == 0;
}

/* Whether a word of the name has something to do with what was typed. */
static bool is_accounted(const struct similar *similar, const char *at)
{
	size_t len = strcspn(at, " ");

	if (len < 2)
		return true;
	for (size_t i = 0; i < similar->count; i++)
		for (size_t k = 0; k < similar->words[i].count; k++) {
			const char *word = similar->words[i].choices[k].word;

			if (begins(at, len, word, strlen(word)))
				return true;
		}
	return false;
}

static bool has_more(const struct similar *similar, const char *folded)
{
	for (const char *at = folded; *at != '\0'; at = str_next_word(at))
		if (!is_accounted(similar, at))
			return true;
	return false;
}

/* Whether a word was typed that is not theirs, and is no part of one that is:
 * of "mary ann maryann" the last is enough. */
static bool is_missing(const struct similar *similar, const int *costs)
{
	for (size_t i = 0; i < similar->count; i++) {
		const char *typed = similar->words[i].choices[0].word;
		bool is_part = costs[i] >= 0 || strlen(typed) < 2;

		for (size_t k = 0; k < similar->count && !is_part; k++)
			is_part =
			    costs[k] >= 0 &&
			    strstr(similar->words[k].choices[0].word, typed);
		if (!is_part)
			return true;
	}
	return false;
}

/* -1: it is another name. */
static int judge(const struct candidates *candidates, const char *folded)
{
	const struct similar *similar = candidates->similar;
	bool found[SIMILAR_WORDS] = {false};
	int costs[SIMILAR_WORDS], sum = 0;

	for (size_t i = 0; i < similar->count; i++) {
		const struct similar_word *word = &similar->words[i];

		costs[i] =
		    word == candidates->other ? 0 : cost_of(word, folded);
		found[word->group] = found[word->group] || costs[i] >= 0;
		sum += costs[i] >= 0 ? costs[i] : COST_MISSING;
	}
	for (int group = 0; group < similar->group_count; group++)
		if (!found[group])
			return -1;
	if (candidates->is_strict && candidates->other == NULL &&
	    is_missing(similar, costs) && has_more(similar, folded))
		return -1;
	return sum;
}

static void consider(void *state, const struct search_hit *hit,
		     const char *folded)
{
	struct candidates *candidates = state;
	int cost = judge(candidates, folded);

	if (cost < 0 || (candidates->is_strict && hit->resident_id == 0))
		return;
	candidates->items = mem_resize(candidates->items, candidates->count + 1,
				       sizeof(*candidates->items));
	candidates->items[candidates->count] =
	    (struct candidate){*hit, cost, candidates->count};
	candidates->count++;
}

static bool find_others(struct db *db, struct candidates *candidates,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OTHERS);
	for (size_t i = 0; i <= SIMILAR_CHOICES; i++)
		query_text(&q, (int)i + 1,
			   i < candidates->other->count
			       ? candidates->other->choices[i].word
			       : NULL);
	query_int(&q, SIMILAR_CHOICES + 2, OTHERS_READ);
	while (query_row(&q)) {
		const struct search_hit hit = {.resident_id = row_int(&q, 0)};

		consider(candidates, &hit, row_text(&q, 1));
	}
	return query_end(&q, err);
}

static bool find_candidates(struct db *db, struct candidates *candidates,
			    struct error *err)
{
	const struct similar *similar = candidates->similar;
	bool is_read =
	    similar_names(db, similar, NAMES_READ, consider, candidates, err);

	for (size_t i = 0; is_read && i < similar->count; i++) {
		candidates->other = &similar->words[i];
		is_read = find_others(db, candidates, err);
	}
	candidates->other = NULL;
	return is_read;
}

static int by_cost(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->cost != y->cost)
		return x->cost < y->cost ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

/* A short word sounds like very many: beside the nearest of them what is
 * farther was not meant. */
static bool is_far(const struct candidates *candidates,
		   const struct candidate *item)
{
	const struct similar *similar = candidates->similar;

	return !candidates->is_strict && similar->count == 1 &&
	       strlen(similar->words[0].choices[0].word) <= SHORT_WORD &&
	       item->cost > candidates->items[0].cost + 1;
}

static void give(const struct candidates *candidates, size_t limit,
		 struct search_hits *hits)
{
	if (candidates->count > 0)
		qsort(candidates->items, candidates->count,
		      sizeof(*candidates->items), by_cost);
	for (size_t i = 0; i < candidates->count && hits->count < limit; i++) {
		if (is_far(candidates, &candidates->items[i]))
			break;
		search_hits_add(hits, &candidates->items[i].hit);
	}
}

/* Whoever bears one of the words, or only of the words as they are typed. */
static bool find_all(struct db *db, struct similar *similar, bool is_strict,
		     bool is_exact, size_t limit, struct search_hits *hits,
		     struct error *err)
{
	struct candidates candidates = {.similar = similar,
					.is_strict = is_strict};
	bool is_any = is_exact;
	bool is_read = is_exact || similar_choose(db, similar, &is_any, err);

	if (is_read && is_any)
		is_read = find_candidates(db, &candidates, err);
	if (is_read)
		give(&candidates, limit, hits);
	free(candidates.items);
	similar_release(similar);
	return is_read;
}

bool search_similar(struct db *db, const char *folded, size_t limit,
		    struct search_hits *hits, struct error *err)
{
	struct similar similar = {0};

	similar_add_words(&similar, folded);
	return find_all(db, &similar, false, false, limit, hits, err);
}

bool search_alike(struct db *db, const char *given, const char *surname,
		  bool is_exact, size_t limit, struct search_hits *hits,
		  struct error *err)
{
	struct similar similar = {0};

	if (*given == '\0' || *surname == '\0' || hits->count >= limit)
		return true;
	similar_add_group(&similar, given);
	similar_add_group(&similar, surname);
	return find_all(db, &similar, true, is_exact, limit, hits, err);
}
