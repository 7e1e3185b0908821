/*
 * topic_index.c - which topic somebody means
 */
#include "topic_index.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"

#define WEAK_MIN 4 /* bytes */

struct topic_index {
	struct topic_brief_list list;
	int64_t changed; /* db_changed when it was last found to be true */
	uint64_t stamp;	 /* of the list */
};

void topic_index_free(struct topic_index *index)
{
	if (index == NULL)
		return;
	topic_brief_list_release(&index->list);
	free(index);
}

/* Anybody's commit is a change; the topics change with an F9 that has one,
 * which counts how often it is used. */
static bool refresh(struct desk *desk, struct error *err)
{
	int64_t changed = db_changed(desk->db);
	struct topic_index *index;
	uint64_t stamp;

	if (desk->topics != NULL && desk->topics->changed == changed)
		return true;
	if (!topic_list_stamp(desk->db, &stamp, err))
		return false;
	if (desk->topics != NULL && desk->topics->stamp == stamp) {
		desk->topics->changed = changed;
		return true;
	}
	index = mem_new(1, sizeof(*index));
	index->changed = changed;
	index->stamp = stamp;
	if (!topic_list(desk->db, &index->list, err)) {
		free(index);
		return false;
	}
	topic_index_free(desk->topics);
	desk->topics = index;
	return true;
}

/* 2 where a word of the text is the typed one, 1 where one begins with it, 0
 * where none does. *is_first: it is the text's first word. */
static int word_fit(const char *text, const char *word, size_t len,
		    bool *is_first)
{
	const char *at = text;
	int fit = 0;

	*is_first = false;
	while (*at != '\0') {
		size_t word_len = strcspn(at, " ");

		if (strncmp(at, word, len) == 0 && word_len >= len) {
			int this_fit = word_len == len ? 2 : 1;

			if (this_fit > fit) {
				fit = this_fit;
				*is_first = at == text;
			}
		}
		at += word_len;
		at += strspn(at, " ");
	}
	return fit;
}

/* A word of four letters and more may stand in the card, or in what was said
 * about the topic before; -1: in neither. */
static int weak_rank(const struct topic_brief *topic, const char *word,
		     size_t len)
{
	bool is_first;

	if (len < WEAK_MIN)
		return -1;
	if (word_fit(topic->folded_card, word, len, &is_first) != 0)
		return TOPIC_RANK_WEAK;
	return word_fit(topic->heard, word, len, &is_first) != 0
		   ? TOPIC_RANK_WEAK + 1
		   : -1;
}

/* Lower is better; -1: a typed word is nowhere. */
static int rank_of(const struct topic_brief *topic, const char *folded,
		   bool *is_whole)
{
	int rank = 0;

	*is_whole = true;
	while (*folded != '\0') {
		size_t len = strcspn(folded, " ");
		bool is_first;
		int in_name =
		    word_fit(topic->folded_name, folded, len, &is_first);
		int anywhere = in_name;

		if (in_name == 0)
			anywhere =
			    word_fit(topic->folded, folded, len, &is_first);
		if (anywhere == 0) {
			int weak = weak_rank(topic, folded, len);

			if (weak < 0)
				return -1;
			rank += weak;
			folded += len;
			folded += strspn(folded, " ");
			continue;
		}
		/* Whole before begun, the name before what is beside it, its
		 * first word before the others. */
		rank += anywhere == 2 ? 0 : 4;
		*is_whole = *is_whole && anywhere == 2;
		rank += in_name != 0 ? 0 : 2;
		rank += is_first && in_name != 0 ? 0 : 1;
		folded += len;
		folded += strspn(folded, " ");
	}
	return rank;
}

static int compare(const void *a, const void *b)
{
	const struct topic_match *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->topic->times_used != y->topic->times_used)
		return x->topic->times_used > y->topic->times_used ? -1 : 1;
	return strcmp(x->topic->folded_name, y->topic->folded_name);
}

bool topic_index_find(struct desk *desk, const char *folded,
		      struct topic_match *matches, size_t limit, size_t *count,
		      struct error *err)
{
	struct topic_match *all;
	size_t found = 0;

	*count = 0;
	if (!refresh(desk, err))
		return false;
	all = mem_new(desk->topics->list.count + 1, sizeof(*all));
	for (size_t i = 0; i < desk->topics->list.count; i++) {
		const struct topic_brief *topic = &desk->topics->list.items[i];
		bool is_whole;
		int rank = rank_of(topic, folded, &is_whole);

		if (rank >= 0)
			all[found++] =
			    (struct topic_match){topic, rank, is_whole};
	}
	qsort(all, found, sizeof(*all), compare);
	*count = found < limit ? found : limit;
	memcpy(matches, all, *count * sizeof(*all));
	free(all);
	return true;
}
