/*
 * search_similar.h - words that may be what was meant, while they are looked
 * for
 */
#ifndef FRONTDESK_STORE_SEARCH_SIMILAR_H
#define FRONTDESK_STORE_SEARCH_SIMILAR_H

#include "frontdesk/store/search.h"

#define SIMILAR_WORDS 8	  /* typed ones; further ones are passed over */
#define SIMILAR_CHOICES 8 /* for each; the nearest */

struct similar_choice {
	char *word;
	int cost; /* 0: as it was typed */
};
struct similar_word {
	struct similar_choice choices[SIMILAR_CHOICES + 1];
	size_t count;  /* the first is what was typed */
	int group;     /* one word of each group is enough */
	bool is_start; /* what begins with the typed word is it too */
};
struct similar {
	struct similar_word words[SIMILAR_WORDS];
	size_t count;
	int group_count;
};
void similar_release(struct similar *similar);

/* The words of a folded text, each of them a group and also what begins so. */
void similar_add_words(struct similar *similar, const char *folded);
/* One group of the first words of a folded text: half of what there is room
 * for. */
void similar_add_group(struct similar *similar, const char *folded);

/* Words that sound like those or are a slip away, each a choice; *is_any
 * where there is one. */
bool similar_choose(struct db *db, struct similar *similar, bool *is_any,
		    struct error *err);

/* Whom the names in use give, newest first, at most limit; each engine its
 * own way. */
typedef void similar_fn(void *state, const struct search_hit *hit,
			const char *folded);
bool similar_names(struct db *db, const struct similar *similar, size_t limit,
		   similar_fn *each, void *state, struct error *err);

#endif
