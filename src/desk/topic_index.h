/*
 * topic_index.h - the topics in memory, for the one box
 *
 * There are about forty: they are read once, and again when the store has
 * changed and a search asks for them.
 */
#ifndef FRONTDESK_DESK_TOPIC_INDEX_H
#define FRONTDESK_DESK_TOPIC_INDEX_H

#include "desk_private.h"
#include "frontdesk/store/topic.h"

/* From here on a word stood only in the card, or in what was said before. */
#define TOPIC_RANK_WEAK 100

struct topic_match {
	const struct topic_brief *topic; /* borrowed until the next search */
	int rank;			 /* lower is better */
	bool is_whole; /* every word that was typed is a word of it */
};

void topic_index_free(struct topic_index *index);

/*
 * The best topics for the folded text, at most limit into matches: a name that
 * begins so, a word of the name, a word beside the name; whole words before
 * the beginnings of words; then by what its card says, and by what was said
 * about it before; of equals the one that is used more. Of those in use, or of
 * those that are retired.
 */
bool topic_index_find(struct desk *desk, const char *folded, bool is_retired,
		      struct topic_match *matches, size_t limit, size_t *count,
		      struct error *err);

#endif
