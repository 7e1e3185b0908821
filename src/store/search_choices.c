/*
 * search_choices.c - the words that sound like one, or are a slip away
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/name_sound.h"
#include "frontdesk/core/name_typo.h"
#include "search_similar.h"

/* Of short words many sound alike: so many are compared. */
#define SOUNDS_READ 300
#define SLIPS_READ 200
#define SLIP_KEYS (NAME_TYPO_LETTERS + 1)

static const char SQL_SOUNDS[] =
    "SELECT word FROM search_word "
    "WHERE found_by IN ($1, $2, $3, $4, $5, $6) LIMIT $7";
static const char SQL_SLIPS[] =
    "SELECT word FROM search_word "
    "WHERE found_by IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
    "$13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25) "
    "LIMIT $26";

void similar_release(struct similar *similar)
{
	for (size_t i = 0; i < similar->count; i++)
		for (size_t k = 0; k < similar->words[i].count; k++)
			free(similar->words[i].choices[k].word);
	*similar = (struct similar){0};
}

static const char *add_word(struct similar *similar, const char *folded,
			    bool is_start)
{
	struct similar_word *word = &similar->words[similar->count++];
	size_t len = strcspn(folded, " ");

	word->choices[0].word = mem_copy_n(folded, len);
	word->count = 1;
	word->is_start = is_start;
	word->group = similar->group_count;
	return str_next_word(folded);
}

void similar_add_words(struct similar *similar, const char *folded)
{
	while (*folded != '\0' && similar->count < SIMILAR_WORDS) {
		folded = add_word(similar, folded, true);
		similar->group_count++;
	}
}

void similar_add_group(struct similar *similar, const char *folded)
{
	for (size_t i = 0; *folded != '\0' && i < SIMILAR_WORDS / 2; i++)
		folded = add_word(similar, folded, false);
	similar->group_count++;
}

/* What is nearest stands first; the farthest goes where there are many. */
static void choose(struct similar_word *word, const char *found, int cost)
{
	size_t at = word->count;

	for (size_t i = 0; i < word->count; i++)
		if (strcmp(word->choices[i].word, found) == 0)
			return;
	while (at > 1 && word->choices[at - 1].cost > cost)
		at--;
	if (at > SIMILAR_CHOICES)
		return;
	if (word->count > SIMILAR_CHOICES)
		free(word->choices[--word->count].word);
	memmove(&word->choices[at + 1], &word->choices[at],
		(word->count - at) * sizeof(word->choices[0]));
	word->choices[at] = (struct similar_choice){mem_copy(found), cost};
	word->count++;
}

/* What sounds the same comes before what is only as near. */
static void choose_sound(struct similar_word *word, const char *found)
{
	const char *typed = word->choices[0].word;

	choose(word, found,
	       2 * name_distance(typed, strlen(typed), found, strlen(found)) -
		   1);
}

static void choose_slip(struct similar_word *word, const char *found)
{
	const char *typed = word->choices[0].word;

	if (name_is_typo(typed, strlen(typed), found, strlen(found)))
		choose(word, found, 2);
}

static bool read_choices(struct query *q, struct similar_word *word,
			 void (*take)(struct similar_word *, const char *),
			 struct error *err)
{
	while (query_row(q))
		take(word, row_text(q, 0));
	return query_end(q, err);
}

static bool choose_sounds(struct db *db, struct similar_word *word,
			  struct error *err)
{
	const char *typed = word->choices[0].word;
	struct name_sounds sounds;
	struct query q;

	name_sounds_of(typed, strlen(typed), &sounds);
	if (sounds.count == 0)
		return true;
	query_begin(&q, db, SQL_SOUNDS);
	for (size_t i = 0; i < NAME_SOUNDS_MAX; i++)
		query_text(&q, (int)i + 1,
			   i < sounds.count ? sounds.keys[i] : NULL);
	query_int(&q, NAME_SOUNDS_MAX + 1, SOUNDS_READ);
	return read_choices(&q, word, choose_sound, err);
}

struct slips {
	struct query q;
	int count;
};

static void bind_slip(void *state, const char *left, size_t len)
{
	struct slips *slips = state;
	char *key = mem_copy_n(left, len);

	query_text(&slips->q, ++slips->count, key);
	free(key);
}

static bool choose_slips(struct db *db, struct similar_word *word,
			 struct error *err)
{
	const char *typed = word->choices[0].word;
	struct slips slips = {.count = 0};

	query_begin(&slips.q, db, SQL_SLIPS);
	bind_slip(&slips, typed, strlen(typed));
	name_deletions(typed, strlen(typed), bind_slip, &slips);
	while (slips.count < SLIP_KEYS)
		query_text(&slips.q, ++slips.count, NULL);
	query_int(&slips.q, SLIP_KEYS + 1, SLIPS_READ);
	return read_choices(&slips.q, word, choose_slip, err);
}

bool similar_choose(struct db *db, struct similar *similar, bool *is_any,
		    struct error *err)
{
	*is_any = false;
	for (size_t i = 0; i < similar->count; i++) {
		struct similar_word *word = &similar->words[i];

		if (!choose_sounds(db, word, err) ||
		    !choose_slips(db, word, err))
			return false;
		*is_any = *is_any || word->count > 1;
	}
	return true;
}
